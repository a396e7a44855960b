"""Names as German writes them: "Frankfurt (Oder)"; "Land Hessen" in capitals, as all nouns."""

from __future__ import annotations

from geo.geoparse.document import Document
from geo.geoparse.match import Match

__all__ = ["with_parenthesis", "without_noun"]


def with_parenthesis(document: Document, match: Match) -> Match:
    """Take the river in brackets to the town's name, if the gazetteer has it so.

    Parameters
    ----------
    document
        The text.
    match
        The name.
    """
    tokens, inner = document.tokens, match.last + 1
    if inner >= len(tokens) or tokens.gap(inner) != " (" or tokens.after(inner)[:1] != ")":
        return match
    name = document.names.name(f"{match.name.form} ({tokens.words[inner]})")
    if name is None:
        return match
    return Match(match.first, inner, name, match.weight, match.tags, as_written=match.as_written)


def without_noun(document: Document, match: Match) -> Match:
    """Leave out the noun before a name that means the same place without it ("Land Hessen").

    Parameters
    ----------
    document
        The text.
    match
        The name; a district keeps its noun, since its name alone is a town's.
    """
    if match.size == 1 or document.tokens.lower[match.first] not in document.lexicon.place_heads:
        return match
    for shorter in document.matches_at(match.first + 1):
        if shorter.last == match.last and shorter.name.top.row == match.name.top.row:
            return shorter
    return match
