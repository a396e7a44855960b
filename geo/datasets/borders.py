"""Land borders of the world: arcs, lengths by detail, and who borders whom."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Final

import geopandas as gpd

from geo.datasets.lengths import LENGTH_DETAILS, MEASURED, adjacency, border_id, read_lengths
from geo.datasets.parquet import read_frame
from geo.frames import BORDERS

__all__ = ["LENGTH_DETAILS", "MEASURED", "adjacency", "border_id", "read_arcs", "read_lengths"]

_ARCS: Final = "odbl/borders/arcs.parquet"


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


@functools.cache
def _arcs() -> gpd.GeoDataFrame:
    arcs = read_frame(_ARCS)
    BORDERS.check(arcs)
    return arcs
