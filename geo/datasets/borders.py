"""Land borders of the world: arcs, lengths by detail, and who borders whom."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterable
from typing import Final

import geopandas as gpd

from geo.datasets.manifest import locate
from geo.datasets.parquet import read_frame
from geo.errors import DataError
from geo.frames import BORDERS

__all__ = ["LENGTH_DETAILS", "MEASURED", "adjacency", "border_id", "read_arcs", "read_lengths"]

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

_ARCS: Final = "odbl/borders/arcs.parquet"
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


def read_arcs(border_ids: Iterable[str]) -> gpd.GeoDataFrame:
    """Read the lines of some borders, at 100 m, with their lengths at 10 m.

    Parameters
    ----------
    border_ids
        As `border_id` makes them; unknown ones are left out.

    Returns
    -------
    arcs
        BORDERS frame in alphabetical order, possibly empty; a new frame at each call.

    Raises
    ------
    DataError
        When the file is missing or damaged.
    """
    arcs = _arcs()
    return arcs.loc[arcs.index.isin(set(border_ids))].copy()


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
def _arcs() -> gpd.GeoDataFrame:
    arcs = read_frame(_ARCS)
    BORDERS.check(arcs)
    return arcs


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
