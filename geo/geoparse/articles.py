"""The articles of French names: "Le Havre", which "au Havre" has swallowed."""

from __future__ import annotations

from geo.geoparse.document import Document
from geo.geoparse.match import Match

__all__ = ["CONTRACTED", "opens_with_article", "with_swallowed_article"]

_ARTICLES = frozenset({"le", "la", "les"})
CONTRACTED = {"au": "le ", "du": "le ", "aux": "les ", "des": "les "}
"""Prepositions that have swallowed the article."""
_NATURE = frozenset("HTL")
_TOWN, _CITY = 4.3, 4.8
"""Standing of a place whose name may keep its article inside a sentence, and at its start."""


def opens_with_article(document: Document, index: int) -> bool:
    """Whether a name begins with its article here ("Le Havre"), not a phrase ("La Suisse").

    Parameters
    ----------
    document
        The text.
    index
        The word that may be the article.
    """
    tokens = document.tokens
    if document.lang != "fr" or tokens.lower[index] not in _ARTICLES or not tokens.capital[index]:
        return False
    if index + 1 >= len(tokens) or not tokens.capital[index + 1]:
        return False
    whole = next((m for m in document.matches_at(index) if m.size > 1), None)
    if whole is None or whole.name.top.is_area:
        return False
    alone = max(
        (m.name.best for m in document.matches_at(index + 1) if m.weight > 0.5), default=0.0
    )
    if tokens.opens_sentence(index) and whole.name.top.place.feature_class in _NATURE:
        return False  # "La Manche" is "la Manche" inside a sentence
    least = _CITY if tokens.opens_sentence(index) else _TOWN
    return whole.name.best >= max(least, alone)


def with_swallowed_article(document: Document, match: Match, matches: list[Match]) -> Match:
    """Read "du Mans" as Le Mans where that is the better known place.

    Parameters
    ----------
    document
        The text.
    match
        The likeliest reading.
    matches
        All readings of the words.
    """
    before = match.first - 1
    article = CONTRACTED.get(document.tokens.lower[before]) if before >= 0 else None
    for other in matches:
        articled = other.name.form.casefold().startswith(("le ", "les "))
        if other.size != match.size or not articled:
            continue
        if article is None:
            break
        if (
            other.name.form.casefold().startswith(article)
            and other.name.best > match.name.best - 1.0
        ):
            return other
    return match
