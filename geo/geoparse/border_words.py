"""The small words of phrases that speak of a border as a place, per language.

One TOML file per language, `data/geoparse/borders/<lang>.toml`, written like the lexicon's.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field, fields
from typing import Final

from geo.datasets.lexicons import read_border_words
from geo.geoparse.lexicon import Words

__all__ = ["BorderWords", "border_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderWords:
    """One language's words; every list may be empty.

    Parameters
    ----------
    nouns
        Forms of "border".
    areas
        Nouns for the land along it ("borderland", "pogranicz*").
    standing
        Forms of such nouns that mean "in" by themselves ("pasienyje").
    leads
        Words that lead to the border ("near", "along", "przy").
    inside
        Words that lead into the land along it, and not to the border ("in").
    away
        Words behind a distance ("10 km from the border").
    links
        Words that may stand between one of `leads` and the border ("close to", "près de").
    beyond
        Words before the country on the other side ("with", "zu").
    between
        Words before both.
    joins
        Words between two countries ("and").
    of
        Words before the country whose border it is.
    fillers
        Words that may stand anywhere between: articles, "eastern", "common".
    strips
        Words for land of a width ("a 5 km strip along the border").
    behind
        Words behind the noun that make it the land along the border ("border region").
    unions
        Words of alliances' names.
    blocked
        Words behind the noun that make it something else ("border guard").
    topics
        Words before "on" that make the border their subject ("an agreement on the border").
    heads
        All of `nouns`, `areas` and `standing`: one question a word of the text.
    """

    nouns: Words = field(default_factory=Words)
    areas: Words = field(default_factory=Words)
    standing: Words = field(default_factory=Words)
    leads: Words = field(default_factory=Words)
    inside: Words = field(default_factory=Words)
    away: Words = field(default_factory=Words)
    links: Words = field(default_factory=Words)
    beyond: Words = field(default_factory=Words)
    between: Words = field(default_factory=Words)
    joins: Words = field(default_factory=Words)
    of: Words = field(default_factory=Words)
    fillers: Words = field(default_factory=Words)
    strips: Words = field(default_factory=Words)
    behind: Words = field(default_factory=Words)
    unions: Words = field(default_factory=Words)
    blocked: Words = field(default_factory=Words)
    topics: Words = field(default_factory=Words)
    heads: Words = field(default_factory=Words)


_HEADS: Final = ("nouns", "areas", "standing")


@functools.cache
def border_words(lang: str) -> BorderWords:
    """Load the words of a language; a language without a file has none, and finds no phrase.

    Parameters
    ----------
    lang
        ISO 639-1 code.
    """
    listed = read_border_words(lang)
    made = {f.name: Words(listed.get(f.name, ())) for f in fields(BorderWords)}
    heads = [word for name in _HEADS for word in listed.get(name, ())]
    return BorderWords(**made | {"heads": Words(tuple(heads))})
