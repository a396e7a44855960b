"""Names that a text makes of other names: a part of a country, a district named after its town."""

from __future__ import annotations

from dataclasses import replace

from geo.geoparse.document import Document
from geo.geoparse.match import Match
from geo.geoparse.senses import Name

__all__ = ["part_of_a_country", "with_district"]

_DIVISIONS = frozenset({"ADM1", "ADM2", "ADM3"})
_SPACES = frozenset({" ", "\u00a0"})


def part_of_a_country(document: Document, index: int) -> Match | None:
    """Read a compass adjective with a capital and an area as one name ("Южна Финландия").

    Parameters
    ----------
    document
        The text.
    index
        The word that may be the adjective.

    Returns
    -------
    match
        Both words, meaning the whole area: no gazetteer has its north apart.
    """
    tokens, following = document.tokens, index + 1
    if tokens.lower[index] not in document.lexicon.compass_adjectives:
        return None
    if not tokens.capital[index] or tokens.opens_sentence(index) or document.titled[index]:
        return None
    if following >= len(tokens) or tokens.gap(following) not in _SPACES:
        return None
    matches = document.matches_at(following) if tokens.capital[following] else []
    area = next((m for m in matches if _is_wide(m.name)), None)
    return None if area is None else replace(area, first=index)


def _is_wide(name: Name) -> bool:
    top = name.top
    return top.is_country or top.is_region or top.place.feature_class == "L"


def with_district(document: Document, match: Match) -> Match:
    """Take the noun behind a town's genitive in, if a district is named so ("Utenos apskritis").

    Parameters
    ----------
    document
        The text.
    match
        The name found.
    """
    tokens, following = document.tokens, match.last + 1
    if match.as_written or following >= len(tokens) or tokens.gap(following) not in _SPACES:
        return match
    if tokens.capital[following] or tokens.lower[following] not in document.lexicon.district_tails:
        return match
    areas = tuple(s for s in match.name.senses if s.place.feature_code in _DIVISIONS)
    if not areas:
        return match
    name = replace(match.name, senses=areas, best=max(match.name.best, areas[0].prior))
    return replace(match, last=following, name=name)
