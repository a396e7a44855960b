"""Streets, roads, parks and waters that the gazetteer doesn't list, placed in the town spoken of.

"Main Street" is a place that the text names, and no gazetteer of the world has it. It is put into
the town that the text speaks of around it, as an uncertain area and saying so; without such a
town it stays without a place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.geoparse.document import Document
from geo.model import (
    Candidate,
    Evidence,
    Mention,
    MentionKind,
    Place,
    Resolution,
    ResolutionStatus,
    Span,
)

__all__ = ["Feature", "find_features", "place_features"]

_MOST_WORDS = 4
_TOWN_KM, _WATER_KM = 15.0, 60.0
"""How far from the town's point a street or park, and a river or valley, may be, km."""
_SCORE = 0.5
_TOO_LARGE = frozenset(
    {
        "strait",
        "sea",
        "gulf",
        "basin",
        "desert",
        "mountains",
        "delta",
        "plateau",
        "canal",
        "glacier",
    }
)
"""What no town holds."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature named with its generic term.

    Parameters
    ----------
    first, last
        Its words.
    head
        The generic term ("street").
    water
        Whether it is one of nature ("river", "valley"), not of a town.
    """

    first: int
    last: int
    head: str
    water: bool


def find_features(document: Document, named: dict[int, int]) -> Iterator[Feature]:
    """Find features by their generic terms.

    Parameters
    ----------
    document
        The text; only languages that put the term behind the name have such terms listed.
    named
        Last word of each name that the gazetteer knows whole, by its first word.
    """
    tokens, lexicon = document.tokens, document.lexicon
    if not lexicon.features:
        return
    done = -1
    for i, word in enumerate(tokens.lower):
        if not tokens.capital[i] or document.titled[i] or document.loud[i]:
            continue
        water = word in lexicon.nature_tails and word not in _TOO_LARGE
        if word in lexicon.roads and i + 1 < len(tokens) and tokens.lower[i + 1].isdigit():
            if tokens.after(i) in {" ", "-"} and i > done:
                first = _start(document, i, done)
                yield Feature(first, i + 1, word, water=False)
                done = i + 1
            continue
        if i <= done or not (water or word in lexicon.features) or _goes_on(document, i):
            continue
        first = _start(document, i, done)
        if first < i and not any(f <= first and last >= i for f, last in named.items()):
            done = i
            yield Feature(first, i, word, water=water)


def _start(document: Document, head: int, done: int) -> int:
    """The first word of the name before a generic term."""
    tokens, lexicon = document.tokens, document.lexicon
    first = head
    while first - 1 > done and head - first < _MOST_WORDS:
        before = first - 1
        gap = tokens.gap(first)
        if not (gap in {" ", "’ ", "' "} or (gap == ". " and len(tokens.words[before]) <= 2)):
            break
        word = tokens.lower[before]
        if not tokens.capital[before] or (word in lexicon.functional and word not in _WINDS):
            break
        if word in lexicon.titles or word in lexicon.person_verbs:
            break
        first = before
        if tokens.opens_sentence(before) and gap == " ":
            saint = before > 0 and tokens.gap(before) == ". " and len(tokens.words[before - 1]) <= 2
            if not saint:
                break
    return first


_WINDS = frozenset({"upper", "lower", "north", "south", "east", "west", "first", "second"})


def _goes_on(document: Document, index: int) -> bool:
    """Whether the name is longer than its generic term ("Highway Patrol")."""
    tokens, following = document.tokens, index + 1
    return following < len(tokens) and tokens.capital[following] and tokens.gap(following) == " "


def place_features(
    document: Document, features: Sequence[Feature], resolved: Sequence[Resolution]
) -> Iterator[Resolution]:
    """Put features into the towns that the text speaks of around them.

    Parameters
    ----------
    document
        The text.
    features
        What was found.
    resolved
        The places of the text, in text order.
    """
    tokens = document.tokens
    towns = [
        (r.mention.span.start, r.place, r.mention.surface)
        for r in resolved
        if r.mention.kind.drawn
        and r.place is not None
        and r.place.lon is not None
        and (r.place.feature_class == "P" or r.place.feature_code in {"ADM2", "ADM3"})
    ]
    starts = [start for start, _, _ in towns]
    most = _most_named(towns)
    most_starts = [start for start, _, _ in most]
    for feature in features:
        start, end = tokens.starts[feature.first], tokens.ends[feature.last]
        if (
            re.match(r"\.\S|\.\s+[a-z0-9]|\.,", tokens.text[end : end + 4])
            and feature.head in _SHORT
        ):
            end += 1
        surface = tokens.text[start:end]
        kind = MentionKind.PLACE if feature.water else MentionKind.FACILITY
        mention = Mention(
            span=Span(start=start, end=end), surface=surface, lemma=surface, kind=kind
        )
        evidence = (Evidence(kind="head", value=tokens.words[feature.last], weight=2.0),)
        town = _behind(end, towns, starts) or _nearest(start, most, most_starts)
        if town is None:
            yield Resolution(
                mention=mention,
                status=ResolutionStatus.NIL,
                method="within",
                evidence=evidence,
            )
            continue
        yield Resolution(
            mention=mention,
            status=ResolutionStatus.RESOLVED,
            candidates=(_within(surface, town, feature),),
            method="within",
            evidence=evidence,
            iso_a3=town.iso_a3,
        )


_Town = tuple[int, Place, str]
"""Where a town is named, the town, and as what."""
_SHORT = frozenset({"ave", "blvd", "rd", "st", "ln", "hwy"})
_BEHIND = 8


def _behind(end: int, towns: Sequence[_Town], starts: Sequence[int]) -> Place | None:
    """The town named right behind a feature ("in Rock Hill")."""
    first = bisect_left(starts, end)
    close = first < len(starts) and starts[first] <= end + _BEHIND
    return towns[first][1] if close else None


def _most_named(towns: Sequence[_Town]) -> list[_Town]:
    """Every mention of the town, or towns, named most."""
    times = Counter(place.id for _, place, _ in towns)
    most = max(times.values(), default=0)
    return [town for town in towns if times[town[1].id] == most]


def _nearest(start: int, towns: Sequence[_Town], starts: Sequence[int]) -> Place | None:
    """The town named nearest to a feature."""
    after = bisect_left(starts, start)
    around = towns[max(0, after - 1) : after + 1]
    return min(around, key=lambda town: abs(town[0] - start))[1] if around else None


def _within(surface: str, town: Place, feature: Feature) -> Candidate:
    place = Place(
        id=f"unlisted:{re.sub(r'[^a-z0-9]+', '-', surface.casefold()).strip('-')}@{town.id}",
        name=surface,
        feature_class="H" if feature.water else "R",
        iso_a3=town.iso_a3,
        admin1=town.admin1,
        lon=town.lon,
        lat=town.lat,
        precision_km=_WATER_KM if feature.water else _TOWN_KM,
        source_id=town.source_id,
    )
    reason = Evidence(kind="within", value=town.name)
    return Candidate(place=place, score=_SCORE, evidence=(reason,))
