"""What the words beside a name ask for: a state has a governor, a town has a mayor."""

from __future__ import annotations

from collections.abc import Mapping

from geo.geoparse.document import Document
from geo.geoparse.match import Match

__all__ = ["asked_for", "stands_among_divisions"]

_FOLLOWS = frozenset({" ", "\u00a0", "'s ", "’s "})
_DIVISION = "ADM1"
_LISTS = frozenset({" ", ", "})
_CONJUNCTIONS = frozenset({"and", "or"})
_OTHERS = 2
"""How many divisions beside it make a name one of a list of them."""
_LESS_KNOWN = 3.0


def asked_for(document: Document, match: Match, at_word: Mapping[int, Match]) -> str:
    """Tell the feature code or class that the words around a name ask for.

    Parameters
    ----------
    document
        The text.
    match
        The name.
    at_word
        The match, if any, at each word.

    Returns
    -------
    wanted
        A code ("ADM1") or class ("P") of the gazetteer, or empty.
    """
    head = document.heads.get(match.last, "")
    if head:
        return document.lexicon.plural_heads.get(head, "")
    if match.dotted and any(sense.is_region for sense in match.name.senses):
        return _DIVISION  # the abbreviations of the press are of states and provinces
    if stands_among_divisions(document, match, at_word):
        return _DIVISION
    return _asked_behind(document, match) or _asked_before(document, match)


def _asked_behind(document: Document, match: Match) -> str:
    """What the word behind a name asks for: "Washington's governor"."""
    tokens, following = document.tokens, match.last + 1
    if following >= len(tokens) or tokens.gap(following) not in _FOLLOWS:
        return ""
    return document.lexicon.ranks.get(tokens.lower[following], "")


def _asked_before(document: Document, match: Match) -> str:
    """What the word before a name asks for: "řeka Morava", "the state of Washington"."""
    tokens, lexicon, before = document.tokens, document.lexicon, match.first - 1
    if before < 0 or tokens.gap(match.first) != " ":
        return ""
    if before > 0 and tokens.lower[before] == "of":
        return lexicon.ranks.get(tokens.lower[before - 1], "")
    return lexicon.fore_ranks.get(tokens.lower[before], "")


def stands_among_divisions(document: Document, match: Match, at_word: Mapping[int, Match]) -> bool:
    """Whether a name stands in a list of states or provinces and can be one itself.

    "Idaho, Washington, Oregon and Nevada" names no town in West Virginia.

    Parameters
    ----------
    document
        The text; lists are told by English conjunctions and commas.
    match
        The name.
    at_word
        The match, if any, at each word.
    """
    if not any(_beside(document, match, step, at_word) for step in (-1, 1)):
        return False
    least = match.name.best - _LESS_KNOWN
    if not any(sense.is_region and sense.prior > least for sense in match.name.senses):
        return False
    others = 0
    for step in (-1, 1):
        beside: Match | None = match
        while beside is not None and others < _OTHERS:
            beside = _beside(document, beside, step, at_word)
            if beside is None or not any(s.is_region for s in beside.name.senses[:2]):
                break
            others += beside.name.top.is_region  # a Taiwanese city has its province's name too
    return others >= _OTHERS


def _beside(
    document: Document, match: Match, step: int, at_word: Mapping[int, Match]
) -> Match | None:
    """The next name of a list on one side, if a comma or a conjunction joins it."""
    tokens = document.tokens
    i = match.first - 1 if step < 0 else match.last + 1
    joined = False
    for _ in range(2):
        if not 0 <= i < len(tokens) or tokens.gap(i + 1 if step < 0 else i) not in _LISTS:
            return None
        joined = joined or tokens.gap(i + 1 if step < 0 else i) == ", "
        if tokens.lower[i] not in _CONJUNCTIONS:
            break
        i, joined = i + step, True
    return at_word.get(i) if joined else None
