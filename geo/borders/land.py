"""The land along a border: a band on both sides of it, within its two countries."""

from __future__ import annotations

import functools
from typing import Final

import geopandas as gpd
import shapely
from shapely.geometry import MultiPolygon, Polygon

from geo.borders.lines import border_lines
from geo.datasets.countries import read_countries
from geo.errors import InputError
from geo.frames import geometry_at
from geo.geodesy import band

__all__ = ["borderland"]

_CRUMB: Final = 0.002
"""Share of the area below which a piece is a slip between two generalisations."""


@functools.lru_cache(maxsize=64)
def borderland(a: str, b: str, km: float) -> Polygon | MultiPolygon:
    """Draw the land along the border of two countries.

    Parameters
    ----------
    a, b
        ISO 3166 alpha-3 codes of neighbours.
    km
        How far the land reaches on either side of the border, along the ground.

    Returns
    -------
    area
        A band around the fine line (OpenStreetMap's, to 100 m), without what lies at sea or in
        third countries; degrees, longitude first.

    Raises
    ------
    InputError
        When a code is unknown, or the two share no land border.
    GeometryError
        When the distance can't make a band.
    """
    lines = border_lines(a, b)
    if lines.empty:
        raise InputError(
            f"{a} and {b} share no land border.", hint="Give two neighbours, such as BLR and POL."
        )
    wide = band(shapely.union_all(lines.geometry.to_numpy()), km)
    within = _land_of(read_countries("regional"), a, b)
    land = wide if within is None else shapely.intersection(wide, within)
    parts = [part for part in shapely.get_parts(land) if isinstance(part, Polygon)]
    least = _CRUMB * land.area
    return shapely.orient_polygons(MultiPolygon([part for part in parts if part.area >= least]))


def _land_of(countries: gpd.GeoDataFrame, a: str, b: str) -> shapely.Geometry | None:
    """Both countries together; None where the map lacks one of them."""
    if not {a, b} <= set(countries.index):
        return None
    return shapely.union_all([geometry_at(countries, a), geometry_at(countries, b)])
