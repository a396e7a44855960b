"""Where names of the gazetteer stand in a text: longest matches over inflected words."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from geo.gazetteer import fold
from geo.geoparse.lexicon import Lexicon
from geo.geoparse.morphology import Analyser, Lemma
from geo.geoparse.senses import Name, Names, Sense
from geo.geoparse.tokens import Tokens

__all__ = ["Form", "Forms", "Match", "find_abbreviation", "find_matches", "joins"]

_MOST_WORDS = 7
_MOST_STATES = 24
_JOIN = re.compile(r"[ \t\u00a0\u2009\u202f]{1,3}|[ \t]*\n[ \t]*|[-‐‑–]\n?|[ \u00a0][-–][ \u00a0]")
_ELISION = re.compile(r" ([dDlL])['’]")
_ARTICLED = re.compile(r"[dl]['’][^\W\d_a-z]")
"""A word with its article: "Côte d'Ivoire" has capitals throughout."""
_PARTS = frozenset({"north", "south", "east", "west"})
_CITY = frozenset({"city", "town"})
_BETTER_KNOWN = 1.3
_LARGE = 6.0
"""The prior of a city of a million: "Mexico City" is no mere part."""
_LESS_KNOWN, _MOST_AREAS = 3.0, 4
"""How much less known than a namesake the area behind a comma may be, and how many to look at."""
_POSSESSIVES = frozenset({"'s ", "’s "})
_AT_HOME = 1.5
_DICTIONARIES = frozenset({"pl", "ru"})
_ABBREVIATION = frozenset({"abbreviation"})
_SHORT = {"st": "Saint", "ste": "Sainte", "ft": "Fort", "mt": "Mount", "saint": "St"}
_SPELT_OUT = 0.5
_INSIDE = "inside"
"""Tag of readings for a word within a name: "Schwarzen" Meer, but "Rennen" isn't of Rennes."""
_DOT = re.compile(r"\.[ \u00a0]|\.")


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of one word: its key in the index and where the reading comes from."""

    key: str
    lemma: Lemma


class Forms:
    """The readings of the words of one language, remembered.

    Parameters
    ----------
    analyser
        Analyser of the language, or None for a plain look-up.
    """

    def __init__(self, analyser: Analyser | None) -> None:
        self._analyser = analyser
        self.of = lru_cache(maxsize=100_000)(self._of)

    @property
    def inflect(self) -> bool:
        """Whether words have other readings than themselves."""
        return self._analyser is not None and self._analyser.lang != "en"

    @property
    def dictionary(self) -> bool:
        """Whether the readings' tags come from a dictionary, not from the endings alone."""
        return self._analyser is not None and self._analyser.lang in _DICTIONARIES

    @property
    def _respells(self) -> bool:
        """Whether plain letters stand for others by rule, not for want of marks ("ue" for "ü")."""
        return self._analyser is not None and self._analyser.lang == "de"

    def _of(self, word: str) -> tuple[Form, ...]:
        """List the readings of a word, the word itself first."""
        quiet = word.capitalize()  # the same word where one letter alone has cases ("Aالقدس")
        if len(word) > 3 and word.isupper() and quiet != word:
            return (Form(fold(word), Lemma(word)), *self.of(quiet))
        lemmas = self._analyser.lemmas(word) if self._analyser is not None else ()
        tags = next((lemma.tags for lemma in lemmas if lemma.form == word), frozenset[str]())
        found: dict[str, Form] = {}
        for lemma in (Lemma(word, 1.0, tags), *lemmas):
            key = fold(lemma.form)
            found.setdefault(lemma.form, Form(key, lemma))
            if word.isascii() and not lemma.form.isascii() and not self._respells:
                # a text without diacritics: "Lodzi" is Łódź's genitive, through "Lodz"
                bare = key[:1].upper() + key[1:]
                found.setdefault(bare, Form(key, Lemma(bare, lemma.weight)))
        return tuple(found.values())

    def tags(self, word: str) -> frozenset[str]:
        """What the dictionary says of any reading of a word."""
        return frozenset().union(*(form.lemma.tags for form in self.of(word)))


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the gazetteer at some words of the text.

    Parameters
    ----------
    first, last
        The words, both included.
    name
        The name.
    weight
        How sure the readings are, 0..1.
    tags
        What the dictionary says of the reading; of the last word, if there are several.
    as_written
        Whether no word had to be changed.
    dotted
        Whether it is an abbreviation of the lists; a dot behind it belongs to it.
    """

    first: int
    last: int
    name: Name
    weight: float
    tags: frozenset[str]
    as_written: bool
    dotted: bool = False

    @property
    def size(self) -> int:
        """How many words."""
        return self.last - self.first + 1

    def area_around(self, other: Match) -> Sense | None:
        """The area, of those that another name can mean, that holds some place of this name.

        "New York" is a state behind "Buffalo", though the city is better known.
        """
        least = other.name.best - _LESS_KNOWN
        for area in other.name.senses[:_MOST_AREAS]:
            if area.prior < least:
                break
            if area.is_area and any(
                sense.place.iso_a3 == area.place.iso_a3
                and sense.row != area.row
                and (area.is_country or sense.place.admin1 == area.place.admin1)
                for sense in self.name.senses
            ):
                return area
        return None


def _mere_part(tokens: Tokens, match: Match, names: Names, lexicon: Lexicon) -> bool:
    """Whether "North Richmond" is rather the north of a far better known Richmond.

    And whether "Springfield City" is Springfield before "Schools".
    """
    if match.size < 2 or not lexicon.capitals or match.name.top.place.feature_class != "P":
        return False
    if (
        tokens.lower[match.last] in _CITY
        and tokens.after(match.last) == " "
        and not (match.name.best > _LARGE and match.name.top.posting.is_main)
    ):
        following = match.last + 1
        return following < len(tokens) and tokens.capital[following]
    if tokens.lower[match.first] not in _PARTS:
        return False
    rest = names.name(" ".join(tokens.words[match.first + 1 : match.last + 1]))
    if rest is None:
        return False
    main = max((s.prior for s in rest.senses if s.posting.is_main), default=0.0)
    return main > match.name.best + _BETTER_KNOWN


@lru_cache(maxsize=4096)
def joins(gap: str, before: str) -> bool:
    """Whether words with this between them can be words of one name.

    Parameters
    ----------
    gap
        What lies between.
    before
        The word before: a dot is allowed after "St" and "Ft".
    """
    if gap == " " or _JOIN.fullmatch(gap) or _ELISION.fullmatch(gap):
        return True
    return len(before) <= 3 and _DOT.fullmatch(gap) is not None


def find_matches(
    tokens: Tokens, first: int, *, forms: Forms, names: Names, lexicon: Lexicon
) -> list[Match]:
    """Find the names that begin at a word, longest first.

    Parameters
    ----------
    tokens
        The text's words.
    first
        Where to begin.
    forms
        Readings of the words.
    names
        The gazetteer.
    lexicon
        The language's words, for the letter case of generic terms.
    """
    if not forms.inflect:
        found = _plain(tokens, first, names)
    else:
        found = list(_inflected(tokens, first, forms, names))
    found = [
        match
        for match in found
        if _case_fits(tokens, match, lexicon) and not _mere_part(tokens, match, names, lexicon)
    ]
    if len(found) > 1:
        spelt = {m.size for m in found if m.as_written and _bears(m.name)}
        found.sort(key=lambda match: _rank(match, names.homes, spelt=match.size in spelt))
    return found


def find_abbreviation(tokens: Tokens, first: int, names: Names, lexicon: Lexicon) -> Match | None:
    """Find an abbreviated name such as "Minn.", "W.Va." or "Austin, TX" at a word.

    Parameters
    ----------
    tokens
        The text's words.
    first
        Where it would stand.
    names, lexicon
        The gazetteer, and the language's abbreviations.
    """
    written = tokens.words[first]
    if not (tokens.after(first).startswith(".") or "." in written or written.isupper()):
        return None
    short, last = tokens.lower[first].rstrip("."), first
    if len(short) == 1 and tokens.after(first) in {".", ". "} and first + 1 < len(tokens):
        longer = f"{short}.{tokens.lower[first + 1].rstrip('.')}"
        if longer in lexicon.abbreviations:
            short, last = longer, first + 1
    behind_name = first > 0 and tokens.gap(first) in {", ", " (", "-", ","}
    dot = tokens.after(last).startswith(".") or "." in tokens.words[last]
    full = lexicon.abbreviations.get(short) if dot and (behind_name or len(short) > 2) else None
    if full is None and tokens.words[first].isupper() and (behind_name or len(short) > 2):
        full, dot = lexicon.codes.get(short), False
    name = names.name(full) if full is not None else None
    if name is None:
        return None
    divisions = tuple(sense for sense in name.senses if sense.is_region)
    if divisions:  # the abbreviations of the press are of states: "Wash." is never the city
        name = replace(name, senses=divisions)
    return Match(first, last, name, 1.0, frozenset(), as_written=False, dotted=True)


def _bears(name: Name) -> bool:
    """Whether the likeliest place of a name is called just so at home."""
    return name.exact and name.top.posting.is_main


def _rank(match: Match, homes: frozenset[str], *, spelt: bool) -> tuple[int, float]:
    """Longest first; of one length, the reading and the place that are likelier.

    `spelt`: some place bears just these words as its name, which speaks against inflection.
    """
    quality = match.name.best + 1.5 * match.weight + 1.5 * ("geo" in match.tags)
    if not match.name.exact:
        quality -= 2.0
    if spelt and not match.as_written:
        quality -= 1.0  # Goris is a town, rather than some plural of Gori
    if match.name.top.place.iso_a3 in homes:
        quality += _AT_HOME  # "Talsu" is of Talsi rather than of Talsa, Tulsa
    return (-match.size, -quality)


def _plain(tokens: Tokens, first: int, names: Names) -> list[Match]:
    """Names as written; where no longer one begins with the word, only the word is asked for."""
    word, key, gap = tokens.words[first], tokens.keys[first], tokens.after(first)
    longer = gap in _POSSESSIVES or key in _SHORT or " " in key
    if longer or (names.continues(key) and joins(gap, word)):
        return list(_of_several_words(tokens, first, names))
    name = _named(names, [word]) if names.known(key) else None
    if name is None:
        return []
    return [Match(first, first, name, 1.0, frozenset(), as_written=True)]


def _of_several_words(tokens: Tokens, first: int, names: Names) -> Iterator[Match]:
    limit = first
    end = min(len(tokens), first + _MOST_WORDS)
    possessive = False
    while limit + 1 < end:
        after = tokens.after(limit)
        if after in _POSSESSIVES:
            possessive = True
        elif not joins(after, tokens.words[limit]):
            break
        limit += 1
    words = tokens.words[first : limit + 1]
    keys = tokens.keys[first : limit + 1]
    weight = 1.0
    for given, spelt in _spellings(words, keys):
        for size in names.index.matches(spelt, 0, most=_MOST_WORDS):
            name = _named(names, given[:size])
            if name is not None:
                yield Match(first, first + size - 1, name, weight, frozenset(), as_written=True)
        weight = _SPELT_OUT  # "St. Louis" is rather the one that is written so than Saint-Louis
    if possessive:  # "Prince George's County"
        joined = [
            key + "s" if tokens.after(first + n) in _POSSESSIVES else key
            for n, key in enumerate(keys)
        ]
        for size in names.index.matches(joined, 0, most=_MOST_WORDS):
            name = names.name(" ".join(joined[:size]))
            if name is not None:
                yield Match(first, first + size - 1, name, 1.0, frozenset(), as_written=True)


def _named(names: Names, words: list[str]) -> Name | None:
    if len(words) == 1:
        return names.in_capitals(words[0]) if words[0].isupper() else names.name(words[0])
    return names.name(" ".join(words))


def _spellings(words: list[str], keys: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The words as written, and with an abbreviated first word written out."""
    yield words, keys
    full = _SHORT.get(keys[0])
    if full is not None and len(words) > 1:
        yield [full, *words[1:]], [full.lower(), *keys[1:]]


@dataclass(frozen=True, slots=True)
class _State:
    """The beginning of a name of several words: its key and text, and how it was read."""

    key: str
    text: str
    weight: float
    written: bool

    def grown(self, form: Form, glue: str, *, written: bool) -> _State:
        return _State(
            f"{self.key} {glue[:1]}{form.key}",
            f"{self.text} {glue}{form.lemma.form}",
            min(self.weight, form.lemma.weight),
            self.written and written,
        )


def _inflected(tokens: Tokens, first: int, forms: Forms, names: Names) -> Iterator[Match]:
    states: list[_State] = []
    word = tokens.words[first]
    for number, form in enumerate(forms.of(word)):
        written = number == 0
        lemma = form.lemma
        if names.known(form.key) and _INSIDE not in lemma.tags:
            capitals = written and lemma.form.isupper()
            name = names.in_capitals(lemma.form) if capitals else names.name(lemma.form)
            if name is not None:
                yield Match(first, first, name, lemma.weight, lemma.tags, written)
        if names.continues(form.key):
            states.append(_State(form.key, lemma.form, lemma.weight, written))
    position = first
    while states and position + 1 < len(tokens) and position - first < _MOST_WORDS:
        if not joins(tokens.after(position), tokens.words[position]):
            return
        position += 1
        states = yield from _longer(tokens, (first, position), states, forms=forms, names=names)


def _longer(
    tokens: Tokens, span: tuple[int, int], states: list[_State], *, forms: Forms, names: Names
) -> Generator[Match, None, list[_State]]:
    """Give the names that end with one more word, and the beginnings that it leaves."""
    first, position = span
    elision = _ELISION.fullmatch(tokens.gap(position))
    glue = f"{elision[1].lower()}'" if elision is not None else ""
    grown = []
    for state in states[:_MOST_STATES]:
        for number, form in enumerate(forms.of(tokens.words[position])):
            longer = state.grown(form, glue, written=number == 0)
            if not names.index.has_prefix(longer.key):
                continue
            grown.append(longer)
            name = names.name(longer.text) if names.known(longer.key) else None
            if name is not None:
                tags = form.lemma.tags & _ABBREVIATION
                yield Match(first, position, name, longer.weight, tags, longer.written, bool(tags))
    return grown


def _case_fits(tokens: Tokens, match: Match, lexicon: Lexicon) -> bool:
    """Whether capitals stand where a name has them."""
    first, last = match.first, match.last
    if match.size == 1:
        return tokens.words[first].isupper() if match.name.code else tokens.capital[first]
    lower = [
        tokens.lower[i]
        for i in range(first, last + 1)
        if not tokens.capital[i] and _ARTICLED.match(tokens.words[i]) is None
    ]
    if not lower:
        return True
    place = match.name.top.place
    if lexicon.capitals:
        landmark = place.feature_class in "HST"
        return len(lower) < match.size and (landmark or all(len(word) <= 3 for word in lower))
    if not tokens.capital[last] and tokens.lower[last] in lexicon.functional:
        return False
    generic = place.feature_class in "HTLSV" or place.feature_code in {"ADM1", "ADM2"}
    terms = [word in lexicon.place_heads or word in lexicon.place_tails for word in lower]
    directed = tokens.lower[first] in lexicon.compass_adjectives and len(lower) >= match.size - 1
    if directed and place.feature_class == "A":
        generic = False  # "западный регион" is a direction, "Střední východ" a region
        terms = [False for _ in terms]
    if len(lower) == match.size:
        return generic and any(terms)
    return generic or all(term or len(word) <= 3 for term, word in zip(terms, lower, strict=True))
