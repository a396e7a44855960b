"""How long land borders are at each detail, and who borders whom; loads no frames."""

from __future__ import annotations

import csv
import functools
from typing import Final

from geo.datasets.manifest import locate
from geo.errors import DataError

__all__ = ["LENGTH_DETAILS", "MEASURED", "adjacency", "border_id", "read_lengths"]

LENGTH_DETAILS: Final = (
    "ne_110m",
    "ne_50m",
    "ne_10m",
    "osm_1km",
    "osm_100m",
    "osm_10m",
    "osm_10m_masked",
)
"""From the coarsest map to the finest: a border's length is a matter of detail."""

MEASURED: Final = "osm_10m_masked"
"""The detail that `length_km` is given at, unless another one is named."""

_LENGTHS: Final = "odbl/borders/lengths.csv"


def border_id(a: str, b: str) -> str:
    """Name the border of two countries: their codes in alphabetical order, `BLR-POL`."""
    return "-".join(sorted((a, b)))


def read_lengths() -> dict[str, dict[str, float]]:
    """Read the length of each border at each detail.

    Returns
    -------
    lengths
        By `border_id`, then by detail, in kilometres; a detail that doesn't have the border is
        left out. The mapping is shared: don't change it.

    Raises
    ------
    DataError
        When the table is missing or damaged.
    """
    return _lengths()


def adjacency() -> dict[str, frozenset[str]]:
    """Tell who borders whom on land.

    Returns
    -------
    neighbours
        By ISO 3166 alpha-3 code; islands are left out. The mapping is shared: don't change it.

    Raises
    ------
    DataError
        When the table of lengths is missing or damaged.
    """
    return _adjacency()


@functools.cache
def _lengths() -> dict[str, dict[str, float]]:
    with locate(_LENGTHS).open(encoding="utf-8", newline="") as file:
        try:
            return {
                row["border_id"]: {d: float(row[d]) for d in LENGTH_DETAILS if row[d]}
                for row in csv.DictReader(file)
            }
        except (KeyError, ValueError) as error:
            raise DataError(
                f"The table {_LENGTHS} lacks a column or has a length that is no number.",
                hint="Run `standoff data check`, then `standoff data rebuild borders`.",
            ) from error


@functools.cache
def _adjacency() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name in _lengths():
        a, b = name.split("-")
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {iso: frozenset(found[iso]) for iso in sorted(found)}
