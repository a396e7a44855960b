"""Adjectives of countries: evidence for the country, never drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geo.geoparse.document import Document

__all__ = [
    "Adjective",
    "city_adjective",
    "country_of",
    "find_adjectives",
    "first_part",
    "is_adjective",
    "qualifies_noun",
]

_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_LINKS = frozenset("oоа")
"""The vowel that ends the first part of a compound adjective."""
_LONGEST_ENDING = 3
_CITY = 4.8
"""Standing of a city whose adjective is known (60,000 inhabitants)."""


@dataclass(frozen=True, slots=True)
class Adjective:
    """An adjective of a country or region in the text.

    Parameters
    ----------
    first, last
        Its words.
    lemma
        Its dictionary form.
    iso_a3
        The country; None for regions.
    """

    first: int
    last: int
    lemma: str
    iso_a3: str | None


def find_adjectives(document: Document, taken: set[int]) -> Iterator[Adjective]:
    """Find the adjectives of countries and regions.

    Parameters
    ----------
    document
        The text.
    taken
        Words that belong to names of places, which come first ("obwód grodzieński").
    """
    tokens, known = document.tokens, document.lexicon.adjectives
    if not known:
        return
    find = _inflected if document.forms.inflect else _plain
    skip = -1
    for i, lower in enumerate(tokens.lower):
        if len(lower) < 4 or not _may_be_one(document, i) or i in taken or i <= skip:
            continue
        adjective = _made(document, i) or find(document, i)
        if adjective is not None:
            skip = adjective.last
            yield adjective


def _may_be_one(document: Document, index: int) -> bool:
    """A quick test that spares most words the others."""
    tokens = document.tokens
    lower = tokens.lower[index]
    return (
        document.starts_adjective(lower)
        or tokens.gaps[index + 1] in _HYPHENS
        or lower.startswith("ў")
        or (document.lang == "de" and lower.endswith("er"))
    )


def _plain(document: Document, index: int) -> Adjective | None:
    """A listed adjective of one or two words, with a capital."""
    tokens, known = document.tokens, document.lexicon.adjectives
    if not tokens.capital[index]:
        return None
    lower, following = tokens.lower[index], index + 1
    pair = f"{lower} {tokens.lower[following]}" if following < len(tokens) else ""
    if pair in known:
        return Adjective(index, following, pair, known[pair] or None)
    if lower in known and _is_meant(document, index, known[lower]) and not _names(document, index):
        return Adjective(index, index, lower, known[lower] or None)
    return None


def _inflected(document: Document, index: int) -> Adjective | None:
    """A listed adjective in any form."""
    tokens, known = document.tokens, document.lexicon.adjectives
    if tokens.capital[index] and not tokens.opens_sentence(index) and not document.titled[index]:
        return None  # part of a name: "Unia Europejska"
    lemma = _lemma(document, index)
    if lemma is None or not _is_meant(document, index, known[lemma]):
        return None
    if not known[lemma] and _of_a_union(document, index):
        return None
    return Adjective(index, index, lemma, known[lemma] or None)


def _of_a_union(document: Document, index: int) -> bool:
    """Whether the adjective belongs to the name of a union ("Европейский союз")."""
    tokens, unions = document.tokens, document.lexicon.unions
    return any(0 <= i < len(tokens) and tokens.lower[i] in unions for i in (index - 1, index + 1))


def _made(document: Document, index: int) -> Adjective | None:
    """An adjective that no list has: a compound's first part, or of a German city."""
    part = first_part(document, index)
    if part is not None:
        return Adjective(index, index, part[0], part[1] or None)
    city = city_adjective(document, index)
    return Adjective(index, index, document.tokens.lower[index], city) if city else None


def first_part(document: Document, index: int) -> tuple[str, str] | None:
    """Read the first part of a compound ("polsko-rosyjska", "franco-allemand").

    Parameters
    ----------
    document
        The text.
    index
        The word.

    Returns
    -------
    part
        The adjective it stands for and its country, or None.
    """
    tokens, lexicon = document.tokens, document.lexicon
    following = index + 1
    if following >= len(tokens) or tokens.gap(following) not in _HYPHENS:
        return None
    word = tokens.lower[index]
    if word in lexicon.combining:
        return word, lexicon.combining[word]
    if word[-1] not in _LINKS or not document.forms.inflect or not document.starts_adjective(word):
        return None
    if not _goes_on(document, following):
        return None
    stem = word[:-1]
    for lemma, iso_a3 in lexicon.adjectives.items():
        if lemma.startswith(stem) and len(lemma) - len(stem) <= _LONGEST_ENDING:
            return lemma, iso_a3
    return None


def _goes_on(document: Document, index: int) -> bool:
    """Whether a compound's next part is an adjective, or one more first part."""
    tokens = document.tokens
    if tokens.capital[index] and not tokens.capital[index - 1]:
        return False
    return _lemma(document, index) is not None or first_part(document, index) is not None


def city_adjective(document: Document, index: int) -> str:
    """Find the country of a German adjective made of a city's name ("Berliner", "Bremer").

    Parameters
    ----------
    document
        The text.
    index
        The word.

    Returns
    -------
    iso_a3
        The city's country; empty if the word is none.
    """
    tokens, names = document.tokens, document.names
    word = tokens.words[index]
    if document.lang != "de" or not tokens.capital[index] or not word.endswith("er"):
        return ""
    if len(word) < 6 or tokens.lower[index] in document.lexicon.common:
        return ""
    own = names.name(word)
    if own is not None and own.best >= _CITY - 1.0:
        return ""  # "Hannover", "Münster"
    stem = word[:-2]
    for base in (stem, f"{stem}en", f"{stem[:-1]}en"):
        name = names.name(base) if len(base) > 3 else None
        if name is not None and name.best >= _CITY and name.top.place.feature_class == "P":
            return name.top.place.iso_a3 or ""
    return ""


def country_of(document: Document, index: int) -> str:
    """Find the country of an adjective in lower case; empty if the word is none.

    Parameters
    ----------
    document
        The text.
    index
        The word.
    """
    if index < 0 or document.tokens.capital[index]:
        return ""
    lemma = _lemma(document, index)
    return "" if lemma is None else document.lexicon.adjectives[lemma]


_OF_NOUNS = ("ция", "сия", "зия", "ост", "ест", "ота", "ура", "ница", "ба", "ка", "ия", "рия")
"""Endings of feminine nouns that a Bulgarian adjective stands before."""


def qualifies_noun(document: Document, index: int) -> bool:
    """Whether a Bulgarian sentence opens with an adjective, not a country ("Полска делегация").

    Parameters
    ----------
    document
        The text.
    index
        The word.
    """
    tokens, following = document.tokens, index + 1
    if document.lang != "bg" or not tokens.opens_sentence(index) or following >= len(tokens):
        return False
    noun = tokens.gap(following) == " " and not tokens.capital[following]
    return noun and tokens.lower[following].endswith(_OF_NOUNS) and is_adjective(document, index)


def is_adjective(document: Document, index: int) -> bool:
    """Whether some reading of a word is an adjective of a country.

    Parameters
    ----------
    document
        The text.
    index
        The word.
    """
    return _lemma(document, index) is not None


def _names(document: Document, index: int) -> bool:
    """Whether the adjective opens an organisation's name ("European Union")."""
    tokens, following = document.tokens, index + 1
    if following >= len(tokens) or not tokens.capital[following] or document.titled[index]:
        return False
    word = tokens.lower[following]
    lexicon = document.lexicon
    return word in lexicon.organisations or word in lexicon.organisation_tails


def _lemma(document: Document, index: int) -> str | None:
    known, tokens = document.lexicon.adjectives, document.tokens
    lower, word = tokens.lower[index], tokens.words[index]
    if lower.startswith("ў"):  # Belarusian "у" behind a vowel
        lower, word = f"у{lower[1:]}", f"у{word[1:]}"
    if lower in known:
        return lower
    if not document.starts_adjective(lower):
        return None
    for form in document.forms.of(word):
        lemma = form.lemma.form.casefold()
        if lemma in known:
            return lemma
    return None


def _is_meant(document: Document, index: int, iso_a3: str) -> bool:
    """Whether a region's adjective is more than a compass direction ("western bank")."""
    if iso_a3:
        return True
    tokens, following = document.tokens, index + 1
    if following >= len(tokens):
        return True
    word = tokens.lower[following]
    lexicon = document.lexicon
    if not lexicon.compass_nouns and tokens.lower[index][:4] in lexicon.direction_starts:
        return False
    if word in document.lexicon.compass_nouns or word in document.lexicon.place_heads:
        return False
    capital = tokens.capital[following] and not tokens.capital[index]
    return not (capital and tokens.gap(following) == " ")
