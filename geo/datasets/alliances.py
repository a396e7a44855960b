"""Who belonged to which alliance on a day."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from geo.datasets.facts import Row, read_table, row_error, source_id, table_file
from geo.errors import InputError
from geo.model import PartialDate

__all__ = ["ORGANISATIONS", "Membership", "founded", "members", "membership_source_ids"]

ORGANISATIONS: Final = ("NATO", "EU", "CSTO", "Union State")
"""Names by which memberships are asked for."""

_MEMBERS: Final = frozenset({"member", "former member"})
"""Candidates, observers and partners, should the table come to list them, are no members."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A country in an organisation, from entry into force to the last day.

    Parameters
    ----------
    organisation
        One of `ORGANISATIONS`.
    iso_a3
        The country.
    start, end
        Entry into force, and the last day or year; None while it lasts.
    source_id
        Source of the row.
    """

    organisation: str
    iso_a3: str
    start: PartialDate
    end: PartialDate | None
    source_id: str

    def holds(self, on: date) -> bool:
        """Whether the country was in on that day, or may have been, as far as the source tells."""
        return self.start.not_after(on) and (self.end is None or self.end.not_before(on))


def members(org: str, on: date) -> frozenset[str]:
    """List who belonged to an organisation on a day.

    Parameters
    ----------
    org
        One of `ORGANISATIONS`, in any case.
    on
        The day. A country of which only the year of entry or exit is known counts as in for all of
        that year.

    Returns
    -------
    members
        ISO 3166 alpha-3 codes; empty before the organisation existed.

    Raises
    ------
    InputError
        When the organisation is not one of those known.
    """
    return frozenset(m.iso_a3 for m in _of(org) if m.holds(on))


def founded(org: str) -> PartialDate:
    """Tell when an organisation's founding treaty entered into force.

    Parameters
    ----------
    org
        One of `ORGANISATIONS`, in any case.

    Returns
    -------
    founded
        Earliest entry into force of any member.

    Raises
    ------
    InputError
        When the organisation is not one of those known.
    """
    return min((m.start for m in _of(org)), key=str)


def membership_source_ids(org: str, isos: frozenset[str] | set[str]) -> tuple[str, ...]:
    """Name the sources of the memberships of some countries.

    Parameters
    ----------
    org
        One of `ORGANISATIONS`, in any case.
    isos
        ISO 3166 alpha-3 codes.

    Returns
    -------
    source_ids
        Keys of `geo.datasets.facts.source`, in the table's order.

    Raises
    ------
    InputError
        When the organisation is not one of those known.
    """
    return tuple(m.source_id for m in _of(org) if m.iso_a3 in isos)


def _of(org: str) -> tuple[Membership, ...]:
    known = {name.casefold(): name for name in ORGANISATIONS}
    name = known.get(org.strip().casefold())
    if name is None:
        raise InputError(
            f"{org!r} is no alliance whose members are known here.",
            hint=f"Known are {', '.join(ORGANISATIONS)}.",
        )
    return tuple(m for m in _memberships(table_file("memberships")) if m.organisation == name)


@functools.cache
def _memberships(_file: Path) -> tuple[Membership, ...]:
    rows = read_table("memberships")
    return tuple(_membership(row) for row in rows if row["status"] in _MEMBERS)


def _membership(row: Row) -> Membership:
    try:
        return Membership(
            organisation=row["organisation"],
            iso_a3=row["iso3"],
            start=PartialDate.parse(row["from_date"]),
            end=PartialDate.parse(row["to_date"]) if row["to_date"] else None,
            source_id=source_id("memberships", row),
        )
    except ValueError as fault:
        raise row_error("memberships", row, fault) from fault
