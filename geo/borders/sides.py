"""The two sides of a border: countries, alliances on a date, and the pairs that touch."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

from geo.datasets.alliances import ORGANISATIONS, members
from geo.datasets.arsenal import facts_as_of
from geo.datasets.borders import adjacency
from geo.datasets.countries import read_countries
from geo.errors import InputError

__all__ = ["Side", "countries_of", "neighbours", "pairs"]

Side = str | AbstractSet[str]
"""An ISO 3166 alpha-3 code, an alliance's name, or a set of codes."""


def neighbours(iso: str) -> frozenset[str]:
    """List who borders a country on land.

    Parameters
    ----------
    iso
        ISO 3166 alpha-3 code.

    Returns
    -------
    neighbours
        Codes; empty for an island and for a code without borders here.
    """
    return adjacency().get(iso, frozenset())


def countries_of(side: Side, on: date | None = None) -> frozenset[str]:
    """Take a side to its countries.

    Parameters
    ----------
    side
        A code, an alliance, or a set of codes.
    on
        Day of an alliance's membership; the facts' as-of date when not given.

    Returns
    -------
    countries
        ISO 3166 alpha-3 codes.

    Raises
    ------
    InputError
        When it is neither a known country nor a known alliance.
    """
    if not isinstance(side, str):
        return frozenset(side)
    name = side.strip()
    if name.casefold() in {known.casefold() for known in ORGANISATIONS}:
        return members(name, on or facts_as_of())
    code = name.upper()
    if code in adjacency() or code in read_countries().index:
        return frozenset({code})
    raise InputError(
        f"{side!r} is neither a country nor an alliance known here.",
        hint=f"Give an ISO 3166 alpha-3 code such as BLR, or one of {', '.join(ORGANISATIONS)}.",
    )


def pairs(a: Side, b: Side, on: date | None = None) -> tuple[tuple[str, str], ...]:
    """List the land borders between two sides.

    Parameters
    ----------
    a, b
        Countries or alliances. A country that is on both sides is left out of the second, so that
        an alliance's inner borders don't count.
    on
        Day of membership; the facts' as-of date when not given.

    Returns
    -------
    pairs
        A country of `a` and its neighbour of `b` each, in alphabetical order.

    Raises
    ------
    InputError
        When a side is unknown.
    """
    ours = countries_of(a, on)
    theirs = countries_of(b, on) - ours
    touching = {(one, two) for one in ours for two in neighbours(one) & theirs}
    return tuple(sorted(touching))
