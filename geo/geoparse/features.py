"""Streets, roads, parks and waters that the gazetteer doesn't list, placed in the town spoken of.

"Main Street" is a place that the text names, and no gazetteer of the world has it. It is put into
the town that the text speaks of around it, as an uncertain area and saying so; without such a
town it stays without a place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
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

__all__ = [
    "WINDS",
    "Feature",
    "find_features",
    "goes_on",
    "lies_inside",
    "place_features",
    "start_of_name",
]

_MOST_WORDS = 4
_TOWN_KM, _WATER_KM = 15.0, 60.0
"""How far from the town's point a street or park, and a river or valley, may be, km."""
_SCORE = 0.85
"""How often such an area was right (161 km) in the half of the texts that scores are fitted on."""
_LONGEST_NAME = 16
"""More words than any name in the gazetteer has."""
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
    inside
        Whether it begins with the name of the place that it lies in ("Dublin Zoo").
    settled
        Whether it is a settlement or quarter, not a site.
    """

    first: int
    last: int
    head: str
    water: bool
    inside: bool = False
    settled: bool = False


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
    owners = frozenset(named.values())
    for i, word in enumerate(tokens.lower):
        if word in lexicon.feature_lists and i > done:
            listed = list(_listed(document, i))
            yield from listed
            done = i if listed else done
            continue
        if not tokens.capital[i] or document.titled[i] or document.loud[i]:
            continue
        water = word in lexicon.nature_tails and word not in _TOO_LARGE
        if word in lexicon.roads and i + 1 < len(tokens) and tokens.lower[i + 1].isdigit():
            if tokens.after(i) in {" ", "-"} and i > done:
                first = start_of_name(document, i, done)
                yield Feature(first, i + 1, word, water=False)
                done = i + 1
            continue
        if i <= done or not (water or word in lexicon.features) or goes_on(document, i):
            continue
        first = start_of_name(document, i, done, owners if water else None)
        if word == _STREET and (tokens.gap(i) != " " or _is_saint(document, i)):
            continue
        if first < i and not lies_inside(first, i, named):
            done = i
            yield Feature(first, i, word, water=water)


def lies_inside(first: int, last: int, named: Mapping[int, int]) -> bool:
    """Whether words lie inside one name.

    Parameters
    ----------
    first, last
        The words.
    named
        Last word of each name by its first; names lie apart, so the nearest start decides.
    """
    start = next((i for i in range(first, first - _LONGEST_NAME, -1) if i in named), None)
    return start is not None and named[start] >= last


def _is_saint(document: Document, index: int) -> bool:
    """Whether "St." begins a name ("East St. Louis") instead of ending a street's."""
    tokens, following = document.tokens, index + 1
    if following >= len(tokens) or tokens.gap(following) not in {". ", " "}:
        return False
    if not tokens.capital[following] or tokens.lower[following] in document.lexicon.functional:
        return False
    given = tokens.lower[following] in document.lexicon.given
    return given or document.names.known(f"st {tokens.keys[following]}")


def _listed(document: Document, head: int) -> Iterator[Feature]:
    """The names of a list such as "Maple and Chestnut streets", each one a feature."""
    tokens, lexicon = document.tokens, document.lexicon
    water = tokens.lower[head].removesuffix("s") in lexicon.nature_tails
    names: list[tuple[int, int]] = []
    last, joined = head - 1, False
    while last >= 0 and tokens.capital[last] and tokens.gap(last + 1) in _LISTED_GAPS:
        first = last
        while first > 0 and last - first < _LISTED_WORDS and tokens.capital[first - 1]:
            if tokens.gap(first) not in {" ", ". "} or tokens.opens_sentence(first):
                break
            first -= 1
        if tokens.lower[first] in lexicon.functional and tokens.lower[first] not in WINDS:
            break
        names.append((first, last))
        last = first - 1
        if last >= 0 and tokens.lower[last] in {"and", "or"} and tokens.gap(first) == " ":
            joined, last = True, last - 1
        elif tokens.gap(first) != ", ":
            break
    if joined and len(names) > 1:
        for first, last in reversed(names):
            yield Feature(first, last, tokens.words[head], water=water)


def start_of_name(
    document: Document, head: int, done: int, owners: AbstractSet[int] | None = None
) -> int:
    """The first word of the name before a generic term.

    Parameters
    ----------
    document
        The text.
    head
        The generic term.
    done
        The last word that belongs to something else.
    owners
        Last words of known places: a possessive of theirs is no part of the name; None if no
        possessive is ("St. Mary's Church", but not "Baker's Main Street").
    """
    tokens, lexicon = document.tokens, document.lexicon
    first = head
    while first - 1 > done and head - first < _MOST_WORDS:
        before = first - 1
        gap = tokens.gap(first)
        possessive = owners is not None and gap in _POSSESSIVES and before not in owners
        initial = gap == ". " and len(tokens.words[before]) <= 2
        if not (gap in {" ", "’ ", "' "} or possessive or initial):
            break
        word = tokens.lower[before]
        if not tokens.capital[before] or (word in lexicon.functional and word not in WINDS):
            break
        if word in lexicon.titles or word in lexicon.person_verbs:
            break
        first = before
        if tokens.opens_sentence(before) and gap == " ":
            saint = before > 0 and tokens.gap(before) == ". " and len(tokens.words[before - 1]) <= 2
            if not saint:
                break
    return first


_STREET = "st"
_POSSESSIVES = frozenset({"'s ", "’s "})
_LISTED_GAPS = frozenset({" ", ", "})
_LISTED_WORDS = 2
WINDS = frozenset(
    {"upper", "lower", "north", "south", "east", "west", "first", "second", "central"}
    | {"northern", "southern", "eastern", "western"}
    | {"northeastern", "northwestern", "southeastern", "southwestern"}
)


def goes_on(document: Document, index: int) -> bool:
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
    if not features:
        return
    tokens = document.tokens
    towns = [
        (r.mention.span.start, r.place, r.mention.surface)
        for r in resolved
        if r.mention.kind.drawn and r.place is not None and _is_town(r.place)
    ]
    starts = [start for start, _, _ in towns]
    most = _most_named(towns)
    most_starts = [start for start, _, _ in most]
    local = _is_local(towns)
    placed: dict[str, Place] = {}
    for feature in features:
        start, end = tokens.starts[feature.first], tokens.ends[feature.last]
        if feature.head in _SHORT and tokens.text[end : end + 1] == ".":
            end += 1
        surface = tokens.text[start:end]
        kind = MentionKind.PLACE if feature.water or feature.settled else MentionKind.FACILITY
        mention = Mention(
            span=Span(start=start, end=end), surface=surface, lemma=surface, kind=kind
        )
        evidence = (Evidence(kind="head", value=feature.head, weight=2.0),)
        if feature.inside:
            town = _own_town(start, end, resolved)
        else:
            town = placed.get(surface) or _behind(end, towns, starts)
            around = (towns, starts) if feature.settled else (most, most_starts)
            town = town or (_nearest(start, *around) if local else None)
        if town is None:
            yield Resolution(
                mention=mention,
                status=ResolutionStatus.NIL,
                method="within",
                evidence=evidence,
            )
            continue
        placed[surface] = town
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


def _own_town(start: int, end: int, resolved: Sequence[Resolution]) -> Place | None:
    """The town with which a feature's name begins, or the nearest one in that country or state."""
    own = next((r.place for r in resolved if start <= r.mention.span.start < end), None)
    if own is None or _is_town(own):
        return own
    inside = [r for r in resolved if r.place and _is_town(r.place) and _lies_in(r.place, own)]
    nearest = min(inside, key=lambda r: abs(r.mention.span.start - start), default=None)
    return nearest.place if nearest is not None else None


def _lies_in(place: Place, area: Place) -> bool:
    if area.feature_class != "A" or place.iso_a3 != area.iso_a3:
        return False
    return area.feature_code != "ADM1" or place.admin1 == area.admin1


def _is_town(place: Place) -> bool:
    fits = place.feature_class == "P" or place.feature_code in {"ADM2", "ADM3"}
    return fits and place.lon is not None


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


def _is_local(towns: Sequence[_Town]) -> bool:
    """Whether half of the towns named lie in one country.

    A text about several may mean any of them: "Alsom Island" beside Seoul, Wonsan and Tokyo.
    """
    countries = Counter(place.iso_a3 for _, place, _ in towns)
    return 2 * max(countries.values(), default=0) >= len(towns)


def _nearest(start: int, towns: Sequence[_Town], starts: Sequence[int]) -> Place | None:
    """The town named nearest to a feature."""
    after = bisect_left(starts, start)
    around = towns[max(0, after - 1) : after + 1]
    return min(around, key=lambda town: abs(town[0] - start))[1] if around else None


def _within(surface: str, town: Place, feature: Feature) -> Candidate:
    place = Place(
        id=f"unlisted:{re.sub(r'[^a-z0-9]+', '-', surface.casefold()).strip('-')}@{town.id}",
        name=surface,
        feature_class="H" if feature.water else "P" if feature.settled else "R",
        iso_a3=town.iso_a3,
        admin1=town.admin1,
        lon=town.lon,
        lat=town.lat,
        precision_km=_WATER_KM if feature.water or feature.settled else _TOWN_KM,
        source_id=town.source_id,
    )
    reason = Evidence(kind="within", value=town.name)
    return Candidate(place=place, score=_SCORE, evidence=(reason,))
