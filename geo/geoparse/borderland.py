"""Phrases that put something at a border: "near the border with Latvia".

The countries in them are mentions like any other and stay so. The phrase tells more: something
lies along a border, and the text says no closer where. Which two countries it is, if only one is
told, is decided by what the article is about (`geo.analysis`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from geo.geoparse.border_words import BorderWords, border_words
from geo.geoparse.document import Document
from geo.geoparse.lexicon import Words
from geo.geoparse.tokens import Tokens
from geo.model import BorderPhrase, MentionKind, Resolution, Span

__all__ = ["find_border_phrases"]

_NAME_FIRST: Final = frozenset({"en", "de", "lt", "lv"})
"""Languages in which the country's name may stand before the border: "Ukraine's border"."""
_ADJECTIVE_LAST: Final = {"pl": ("ej", "ą", "ich"), "fr": ("e", "es")}
"""Languages in which one adjective may stand behind the border, and how it then ends."""
_NEEDS_OF: Final = frozenset({"en", "bg"})
"""Languages in which a name right behind the border owns nothing: "at the border Poland said"."""
_CLOSE: Final = re.compile(r"(?:['’]s?)?[ \u00a0\n]{1,2}(?:[lLdD]['’])?")
"""Between two words of one phrase: a blank, a possessive before it, an elided article behind."""
_HYPHEN: Final = re.compile(r" ?[-‐‑–—] ?")
_COMMA: Final = re.compile(r",[ \u00a0](?:[lLdD]['’])?")
_DISTANCE: Final = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:[.,]\d+)?)[ \u00a0\u202f-]?"
    r"(?P<unit>km|kilom[eè]t|км|кілометр|кіламетр|километ[ръ]|mi|mile|mil|миль|m|met|metr|mèt|м|метр)"
    r"\w{0,6}\b",
    re.IGNORECASE,
)
_CONVERTED: Final = re.compile(r"\s?\((?:\w+\s)?")
_BRACKET: Final = re.compile(r"\([^()]*\)")
_MILES: Final = frozenset({"mi", "mile", "mil", "миль"})
_METRES: Final = frozenset({"m", "met", "metr", "mèt", "м", "метр"})
_REACH: Final = 60
"""Code points before "from" in which the distance stands."""
_ENDS: Final = re.compile(r"[.!?…]+[\"'”»“)\]]*\s|\s*[\n\r]")
_SENTENCE: Final = 80
"""Words of a sentence to either side; in tables and lists there are no full stops."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A country in the text: its words, and how it is named."""

    first: int
    last: int
    span: Span
    adjective: bool
    inflected: bool


@dataclass(slots=True)
class _Sides:
    """What stands around the noun."""

    first: int
    last: int
    ours: list[_Named] = field(default_factory=list)
    theirs: list[_Named] = field(default_factory=list)
    union: bool = False


def find_border_phrases(
    document: Document, resolutions: Iterable[Resolution]
) -> Iterator[BorderPhrase]:
    """Find the phrases that put something at a border.

    Parameters
    ----------
    document
        The text.
    resolutions
        Its mentions; countries and their adjectives matter.
    """
    words = border_words(document.lang)
    nouns = [i for i, word in enumerate(document.tokens.lower) if word in words.heads]
    if not nouns:
        return
    reader = _Reader(document, words, resolutions)
    for index in nouns:
        phrase = reader.read(index)
        if phrase is not None:
            yield phrase


class _Reader:
    """Reads what stands around the nouns of one text."""

    def __init__(
        self, document: Document, words: BorderWords, resolutions: Iterable[Resolution]
    ) -> None:
        self._tokens: Tokens = document.tokens
        self._lang = document.lang
        self._inflects = document.forms.inflect
        self._words = words
        named = list(_countries(document.tokens, resolutions))
        self._from = {one.first: one for one in named}
        self._to = {one.last: one for one in named}

    def read(self, noun: int) -> BorderPhrase | None:
        """Read the phrase around a noun; None where it is none."""
        tokens, words = self._tokens, self._words
        behind = noun + 1
        area = tokens.lower[noun] in words.areas
        if self._goes_on(behind, words.behind):
            area, behind = True, behind + 1
        elif self._goes_on(behind, words.blocked):
            return None
        sides = self._sides(noun, behind)
        if sides is None or not sides.theirs:
            return None
        standing = tokens.lower[noun] in words.standing
        led = self._lead(sides, area=area) if not standing else (sides.first, None)
        if led is None:
            return None
        first, km = led
        return BorderPhrase(
            span=self._span(first, sides.last),
            noun=self._span(noun, noun),
            ours=tuple(one.span for one in sides.ours),
            theirs=tuple(one.span for one in sides.theirs),
            sentence=self._sentence(noun),
            km=km,
            union=sides.union,
        )

    def _sides(self, noun: int, behind: int) -> _Sides | None:
        """Whose border, with whom: what is told before the noun and behind it."""
        before = self._before(noun)
        sides = _Sides(min([noun, *(one.first for one in before)]), behind - 1)
        position = self._skip(behind, sides)
        if self._goes_on(position, self._words.between):
            both = self._list(position + 1)
            if len(both) != 2:
                return None
            sides.ours, sides.theirs = both[:1], both[1:]
        elif self._goes_on(position, self._words.beyond):
            sides.ours, sides.theirs = before, self._list(position + 1)
        else:
            owners = [] if before else self._owners(behind, sides)
            position = self._skip(owners[-1].last + 1 if owners else behind, sides)
            far = self._list(position + 1) if self._goes_on(position, self._words.beyond) else []
            sides.ours, sides.theirs = before or owners, far
            if not far and not self._belong(sides, owners, before):
                return None
        named = [*sides.ours, *sides.theirs]
        sides.last = max([sides.last, *(one.last for one in named)])
        return sides

    def _belong(self, sides: _Sides, owners: list[_Named], before: list[_Named]) -> bool:
        """Settle the sides where no "with" parts them; False where they can't be a border's."""
        named = before or owners
        if len(named) > 2 or not named:
            return False
        sides.ours, sides.theirs = (named[:1], named[1:]) if len(named) == 2 else ([], named)
        alone = owners[0] if len(owners) == 1 else None
        if alone is None:
            return True
        if alone.adjective:
            word = self._tokens.lower[alone.last]
            return word.endswith(_ADJECTIVE_LAST.get(self._lang, ("\0",)))
        # "Na granicy Polska wprowadziła...": the nominative is the subject, not the owner
        return alone.inflected or not self._inflects or self._lang in {"fr", "bg"}

    def _owners(self, position: int, sides: _Sides) -> list[_Named]:
        """Countries right behind the noun, with or without a word for "of"."""
        of = self._goes_on(position, self._words.of)
        start = self._skip(position + of, sides)
        owners = self._list(start)
        if not of and self._lang in _NEEDS_OF:
            return []
        return owners

    def _before(self, noun: int) -> list[_Named]:
        """Countries right before the noun: adjectives, and names where the language allows it."""
        position = noun - 1
        while self._may_skip(position) and self._near(position + 1):
            position -= 1  # "Finland's 1,340 km border"
        found: list[_Named] = []
        while position in self._to:
            one = self._to[position]
            following = one.last + 1
            if not one.adjective and not self._may_lead(one):
                break
            if not (self._close(following) or self._hyphen(following) or self._comma(following)):
                break
            found.insert(0, one)
            position = one.first - 1
            if self._is(position, self._words.joins) and self._close(one.first):
                position -= 1
            elif not (self._hyphen(one.first) or self._comma(one.first)):
                break
        return found

    def _may_lead(self, one: _Named) -> bool:
        if self._lang not in _NAME_FIRST:
            return False
        # "Polens Grenze", "Lietuvos siena" stand in the genitive; "Poland–Belarus border" doesn't
        return self._lang == "en" or one.inflected or self._hyphen(one.last + 1)

    def _list(self, position: int) -> list[_Named]:
        """The countries listed from a word on, articles before them left out."""
        found: list[_Named] = []
        sure = 0  # how many are of the list for certain: a comma may also end the phrase
        while (one := self._listed(position, first=not found)) is not None:
            found.append(one)
            position = one.last + 1
            if self._goes_on(position, self._words.joins):
                position += 1
            elif not (self._hyphen(position) or self._comma(position)):
                break
            if not self._comma(position):
                sure = len(found) + 1
        return found[: max(sure, 1)]

    def _listed(self, position: int, *, first: bool) -> _Named | None:
        """The country at a word, or behind an article or an "of" there."""
        while self._is(position, self._words.fillers) and self._near(position):
            position += 1
        # "of Ukraine and of Moldova"
        if not first and self._is(position, self._words.of):
            position += 1
        return self._from.get(position) if self._near(position) else None

    def _lead(self, sides: _Sides, *, area: bool) -> tuple[int, float | None] | None:
        """Find the word that leads to the border, and the distance before it."""
        words, tokens = self._words, self._tokens
        at = self._back(sides.first - 1, sides)
        if at < 0 or not self._close(at + 1):
            return None
        word, before = tokens.lower[at], self._back(at - 1, None)
        near = self._is(before, words.leads) and self._close(before + 1)
        if (word in words.away or word in words.links) and (told := self._distance(at)):
            return told
        if word in words.links and near:
            return before, None
        if word in words.leads and not self._elsewhere(at, before):
            strip = self._distance(at) if self._is(before, words.strips) else None
            return strip or (at, None)
        return (at, None) if area and word in words.inside else None

    def _elsewhere(self, at: int, before: int) -> bool:
        """Whether a word that may lead to the border doesn't: "a deal on", "from Minsk to"."""
        word = self._tokens.lower[at]
        if word == "on" and self._is(before, self._words.topics):
            return True
        return word in self._words.links and self._ranges(at)

    def _ranges(self, to: int) -> bool:
        """Whether "to" ends a way that began somewhere: "70 km from A to the border of B"."""
        start = self._sentence(to).start
        while (to := to - 1) >= 0 and self._tokens.starts[to] >= start:
            word = self._tokens.lower[to]
            if word in self._words.away and word not in self._words.of:
                return True
        return False

    def _back(self, position: int, sides: _Sides | None) -> int:
        """Go left over articles and the like; note an alliance on the way."""
        words, tokens = self._words, self._tokens
        while position >= 0 and (self._close(position + 1) or self._hyphen(position + 1)):
            word = tokens.lower[position]
            if word in words.leads:
                return position
            if sides is not None and word in words.unions:
                sides.union = True
            elif not self._may_skip(position):
                return position
            position -= 1
        return position

    def _may_skip(self, index: int) -> bool:
        """Whether a word says nothing of whose border it is: an article, "eastern", a number."""
        return self._is(index, self._words.fillers) or (
            0 <= index < len(self._tokens) and self._tokens.lower[index][:1].isdigit()
        )

    def _skip(self, position: int, sides: _Sides) -> int:
        """Go right over adjectives of the border and an alliance, whose border it then is."""
        while position < len(self._tokens) and self._close(position):
            word = self._tokens.lower[position]
            if word in self._words.unions and position not in self._from:
                sides.union = True
            elif word not in self._words.fillers:
                break
            position += 1
        return position

    def _distance(self, at: int) -> tuple[int, float] | None:
        """The distance that ends before a word: the word that it begins at, and km."""
        tokens = self._tokens
        end = tokens.starts[at]
        found = list(_DISTANCE.finditer(tokens.text, max(0, end - _REACH), end))
        if not found:
            return None
        told = found[-1]
        if len(found) > 1 and _CONVERTED.fullmatch(tokens.text, found[-2].end(), told.start()):
            told = found[-2]  # "40 km (25 miles) from"
        between = _BRACKET.sub("", tokens.text[told.end() : end])
        if re.search(r"[.;:!?,\n]", between.strip(".")) or len(between.split()) > 3:
            return None
        if any(self._is(i, self._words.away) for i in range(at) if tokens.starts[i] > told.end()):
            return None  # "70 km from Minsk to the border"
        start = next(i for i in range(at, -1, -1) if tokens.starts[i] <= told.start())
        return start, _km(told["number"], told["unit"].casefold())

    def _sentence(self, index: int) -> Span:
        tokens = self._tokens
        first = last = index
        while first > 0 and index - first < _SENTENCE and not self._starts(first):
            first -= 1
        while last + 1 < len(tokens) and last - index < _SENTENCE and not self._starts(last + 1):
            last += 1
        return self._span(first, last)

    def _starts(self, index: int) -> bool:
        """Whether a sentence begins at a word; an initial or a figure's dot ends none."""
        tokens = self._tokens
        if not _ENDS.match(tokens.gap(index)):
            return False
        return "\n" in tokens.gap(index) or (
            tokens.capital[index] and len(tokens.words[index - 1]) > 1
        )

    def _span(self, first: int, last: int) -> Span:
        return Span(start=self._tokens.starts[first], end=self._tokens.ends[last])

    def _is(self, index: int, words: Words) -> bool:
        return 0 <= index < len(self._tokens) and self._tokens.lower[index] in words

    def _goes_on(self, index: int, words: Words) -> bool:
        """Whether a word of a list follows in the same phrase."""
        return self._is(index, words) and self._close(index)

    def _gap(self, index: int) -> str:
        return self._tokens.gap(index) if 0 < index < len(self._tokens) else "\0"

    def _close(self, index: int) -> bool:
        return _CLOSE.fullmatch(self._gap(index)) is not None

    def _hyphen(self, index: int) -> bool:
        return _HYPHEN.fullmatch(self._gap(index)) is not None

    def _comma(self, index: int) -> bool:
        return _COMMA.fullmatch(self._gap(index)) is not None

    def _near(self, index: int) -> bool:
        return self._close(index) or self._hyphen(index) or self._comma(index)


def _countries(tokens: Tokens, resolutions: Iterable[Resolution]) -> Iterator[_Named]:
    """The mentions that are countries, by name or by adjective."""
    first_at = {start: i for i, start in enumerate(tokens.starts)}
    last_at = {end: i for i, end in enumerate(tokens.ends)}
    for resolution in resolutions:
        mention, place = resolution.mention, resolution.place
        adjective = mention.kind is MentionKind.ADJECTIVE and resolution.iso_a3 is not None
        country = mention.kind.drawn and place is not None and place.feature_code.startswith("PCL")
        span = mention.span
        if (adjective or country) and span.start in first_at and span.end in last_at:
            yield _Named(
                first=first_at[span.start],
                last=last_at[span.end],
                span=span,
                adjective=adjective,
                inflected=mention.surface.casefold() != mention.lemma.casefold(),
            )


def _km(number: str, unit: str) -> float:
    plain = re.sub(r"[ \u00a0]", "", number)
    if re.fullmatch(r"\d{1,3}[.,]\d{3}", plain):  # "1,250 km" are no 1.25
        plain = re.sub(r"[.,]", "", plain)
    value = float(plain.replace(",", "."))
    if unit in _MILES:
        return value * 1.609344
    return value / 1000 if unit in _METRES else value
