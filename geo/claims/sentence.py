"""A sentence with its quantities and those it speaks of: countries, alliances, places, systems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from geo.claims.alliances import find_alliances
from geo.claims.quantities import Stated, find_quantities
from geo.claims.words import BETWEEN_WORDS, HEDGES, pattern
from geo.datasets.facts_systems import systems_named
from geo.gazetteer import open_index
from geo.model import MentionKind, Place, Resolution, Span

__all__ = ["Actor", "ActorKind", "Sentence", "read_sentences"]

_T = TypeVar("_T", "Actor", Stated)

_END: Final = re.compile(
    r"[.!?…]+[\"'”»“)\]]*\s+(?=[\"'„“«(\[—–-]*\s*[^\W\d_a-zß-öø-ÿ])|\s*[\n\r]+\s*"
)
_LONGEST: Final = 1500
"""Characters of a sentence; longer ones would take time by the square of their length."""
_LAST_WORD: Final = re.compile(r"(?:^|[^\w])(\w+)$")
_ABBREVIATIONS: Final = re.compile(
    r"ok|ca|cca|kw|кв|sq|kv|mrs?|dr|st|prof|gen|płk|тыс|тис|tys|mln|млн|mld|mio|tsd|bzw|inż|им|ул|гг"
    r"|rr|nr|no|vs|max|min|maks|макс|approx",
    re.IGNORECASE,
)


class ActorKind(StrEnum):
    """What a length or an area can be said of."""

    COUNTRY = "country"
    ALLIANCE = "alliance"
    PLACE = "place"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Something named in a sentence.

    Parameters
    ----------
    kind
        Country, alliance, place with a point, or weapon system.
    keys
        ISO code, organisation, place id, or ids of the systems that the name can mean.
    span
        Where it is named.
    place
        The place that is named, for places.
    displaced
        Whether it only tells where something else lies: Grodno in "30 km east of Grodno".
    adjective
        Whether a country is named by its adjective.
    """

    kind: ActorKind
    keys: tuple[str, ...]
    span: Span
    place: Place | None = None
    displaced: bool = False
    adjective: bool = False

    @property
    def political(self) -> bool:
        """Whether it can have a border."""
        return self.kind in {ActorKind.COUNTRY, ActorKind.ALLIANCE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence that states at least one quantity, or is context for one.

    Parameters
    ----------
    text
        The whole article; spans count in it.
    lang
        ISO 639-1 code.
    span
        Where the sentence stands.
    stated
        Its quantities, conversions in brackets left out.
    actors
        Whom it names, in its order.
    """

    text: str
    lang: str
    span: Span
    stated: tuple[Stated, ...]
    actors: tuple[Actor, ...]

    def find(self, group: str, key: str, start: int, end: int) -> list[Span]:
        """Find words of a list between two offsets."""
        found = pattern(group, key, self.lang).finditer(self.text, max(start, 0), max(end, 0))
        return [Span(start=m.start(), end=m.end()) for m in found]

    def between(self, start: int, end: int) -> list[Span]:
        """Find words for "between" between two offsets."""
        found = BETWEEN_WORDS.finditer(self.text, start, end)
        return [Span(start=m.start(), end=m.end()) for m in found]

    def words(self, start: int, end: int, *, without: Iterable[Span] = ()) -> list[str]:
        """List the words between two offsets, those of some spans left out."""
        blank = list(self.text[start:end])
        for span in without:
            for k in range(max(span.start, start), min(span.end, end)):
                blank[k - start] = " "
        return re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", "".join(blank))

    def linked(self, start: int, end: int, *, without: Iterable[Span] = ()) -> bool:
        """Whether nothing but linking words and hedges stands between two offsets."""
        text = " ".join(self.words(start, end, without=without))
        for kind in HEDGES:
            text = pattern("hedges", kind, self.lang).sub(" ", text)
        return not pattern("links", "", self.lang).sub(" ", text).strip()


def read_sentences(text: str, lang: str, resolutions: Sequence[Resolution]) -> tuple[Sentence, ...]:
    """Part a text into sentences with what they state and whom they name.

    Parameters
    ----------
    text
        The article.
    lang
        Its language.
    resolutions
        Its mentions; sentences with boilerplate in them are left out.

    Returns
    -------
    sentences
        In the text's order.
    """
    set_aside = [r.mention.span for r in resolutions if r.mention.kind is MentionKind.BOILERPLATE]
    actors = sorted(
        [*_named(resolutions), *_allied(text)], key=lambda actor: (actor.span.start, actor.span.end)
    )
    stated = _unconverted(text, find_quantities(text, lang))
    sentences = []
    next_actor = next_stated = 0
    for span in _spans(text):
        mine, next_actor = _within(actors, next_actor, span)
        said, next_stated = _within(stated, next_stated, span)
        if (mine or said) and not any(span.overlaps(other) for other in set_aside):
            sentences.append(
                Sentence(text=text, lang=lang, span=span, stated=tuple(said), actors=tuple(mine))
            )
    return tuple(sentences)


def _spans(text: str) -> Iterator[Span]:
    start = 0
    for match in _END.finditer(text):
        if match[0].startswith(".") and _abbreviated(text, match.start()):
            continue
        yield from _pieces(start, match.end())
        start = match.end()
    yield from _pieces(start, len(text))


def _pieces(start: int, end: int) -> Iterator[Span]:
    """Cut what is too long for a sentence: tables, lists, text without full stops."""
    for first in range(start, end, _LONGEST):
        yield Span(start=first, end=min(first + _LONGEST, end))


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop ends an abbreviation or an initial."""
    last = _LAST_WORD.search(text, max(0, stop - 12), stop)
    return last is not None and (
        _ABBREVIATIONS.fullmatch(last[1]) is not None or (len(last[1]) == 1 and last[1].isalpha())
    )


def _within(items: Sequence[_T], first: int, span: Span) -> tuple[list[_T], int]:
    """Take the items that begin before a span ends; items and spans both run forward."""
    last = first
    while last < len(items) and items[last].span.start < span.end:
        last += 1
    return list(items[first:last]), last


def _named(resolutions: Iterable[Resolution]) -> Iterator[Actor]:
    for resolution in resolutions:
        actor = _actor(resolution)
        if actor is not None:
            yield actor


def _actor(resolution: Resolution) -> Actor | None:
    mention, place = resolution.mention, resolution.place
    span, iso = mention.span, resolution.iso_a3
    actor = None
    if mention.kind is MentionKind.SYSTEM:
        if keys := systems_named(mention.lemma, mention.surface):
            actor = Actor(kind=ActorKind.SYSTEM, keys=keys, span=span)
    elif mention.kind is MentionKind.ADJECTIVE:
        if iso is not None:
            actor = Actor(kind=ActorKind.COUNTRY, keys=(iso,), span=span, adjective=True)
    elif mention.kind.drawn and place is not None:
        if place.feature_code.startswith("PCL"):
            if key := iso or place.iso_a3:
                actor = Actor(kind=ActorKind.COUNTRY, keys=(key,), span=span, place=place)
        elif place.lon is not None and mention.kind is not MentionKind.REGION:
            actor = Actor(
                kind=ActorKind.PLACE,
                keys=(place.id,),
                span=span,
                place=_named_place(resolution) or place,
                displaced=resolution.method == "locative",
            )
    return actor


def _named_place(resolution: Resolution) -> Place | None:
    """Take back what the geoparser moved: the 30 km of "30 km from Grodno" count from Grodno."""
    if resolution.method != "locative" or resolution.place is None:
        return resolution.place
    index = open_index()
    row = index.row(resolution.place.id)
    return None if row is None else index.place(row)


def _allied(text: str) -> Iterator[Actor]:
    for organisation, span in find_alliances(text):
        yield Actor(kind=ActorKind.ALLIANCE, keys=(organisation,), span=span)


def _unconverted(text: str, stated: Iterable[Stated]) -> list[Stated]:
    """Leave out what only says the number before it in another unit: "1,250 km (778 miles)"."""
    kept: list[Stated] = []
    for one in stated:
        if kept and _converts(text, kept[-1], one):
            continue
        kept.append(one)
    return kept


def _converts(text: str, first: Stated, second: Stated) -> bool:
    a, b = first.quantity, second.quantity
    between = text[first.span.end : second.span.start]
    if a.unit != b.unit or not re.fullmatch(r"\s*[(\[/,]?\s*(?:\w+\s+)?", between):
        return False
    # the rounding of both is known; 2 % more forgives a conversion of a rounded number
    return a.low * 0.98 <= b.high and b.low * 0.98 <= a.high and a.written[-3:] != b.written[-3:]
