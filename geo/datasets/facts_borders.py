"""Published lengths of land borders: what states and reference works say, none of it measured."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from geo.datasets.facts import Row, read_table, row_error, source_id, table_file

__all__ = ["PublishedLength", "published_lengths"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedLength:
    """One published figure for the land border of two countries.

    Parameters
    ----------
    a, b
        ISO 3166 alpha-3 codes, in alphabetical order.
    km
        The length.
    by
        Who publishes it.
    year
        Of publication; None where it isn't told.
    note
        Remarks, such as how the figure is made up.
    source_id
        Source of the row.
    """

    a: str
    b: str
    km: float
    by: str
    year: int | None
    note: str
    source_id: str


def published_lengths(a: str, b: str) -> tuple[PublishedLength, ...]:
    """List the published lengths of the border between two countries.

    Parameters
    ----------
    a, b
        ISO 3166 alpha-3 codes, in any order.

    Returns
    -------
    lengths
        In the table's order; empty where none is listed.
    """
    pair = tuple(sorted((a, b)))
    return tuple(row for row in _lengths(table_file("border_lengths")) if (row.a, row.b) == pair)


@functools.cache
def _lengths(_file: Path) -> tuple[PublishedLength, ...]:
    return tuple(_length(row) for row in read_table("border_lengths"))


def _length(row: Row) -> PublishedLength:
    a, b = sorted((row["a"], row["b"]))
    try:
        return PublishedLength(
            a=a,
            b=b,
            km=float(row["km"]),
            by=row["published_by"],
            year=int(row["year"]) if row["year"] else None,
            note=row["note"],
            source_id=source_id("border_lengths", row),
        )
    except ValueError as fault:
        raise row_error("border_lengths", row, fault) from fault
