"""The shapes of a ring: its disc, its band, its dead zone, and the doubt about its centre.

A row is a row of a RINGS frame: anything that gives `lon`, `lat`, `low_km`, `high_km`,
`dead_zone_km` and `precision_km` by name.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry import MultiPolygon, Polygon

from geo.frames import CRS
from geo.geodesy import annulus, circle

__all__ = [
    "band",
    "bands",
    "dead_zone",
    "dead_zones",
    "range_ring",
    "uncertainties",
    "uncertainty",
]

Area = Polygon | MultiPolygon
Row = Mapping[Hashable, Any] | pd.Series


def range_ring(lon: float, lat: float, radius_km: float) -> Polygon | MultiPolygon:
    """Draw a range ring: all that is no farther than a radius, along geodesics.

    Parameters
    ----------
    lon, lat
        Centre, in decimal degrees, WGS 84.
    radius_km
        Radius along the ground, above 0 and below 19,900 km.

    Returns
    -------
    ring
        In longitude and latitude, exterior counter-clockwise, of 180 vertices; a MultiPolygon where
        the antimeridian cuts it.

    Raises
    ------
    GeometryError
        When the centre is not on the globe, or the radius can't make a circle.
    """
    return circle(lon, lat, radius_km)


def band(row: Row) -> Area | None:
    """Draw the spread of the published maxima, low to high; None where they agree."""
    if not row["low_km"] < row["high_km"]:
        return None
    return annulus(row["lon"], row["lat"], row["low_km"], row["high_km"])


def dead_zone(row: Row) -> Area | None:
    """Draw what lies nearer than the minimum range; None where that is unknown or 0."""
    inner = row["dead_zone_km"]
    if inner is None or math.isnan(inner) or inner <= 0:
        return None
    return circle(row["lon"], row["lat"], inner)


def uncertainty(row: Row) -> Area | None:
    """Draw how well the centre is known; None for a point that a person gave."""
    if not row["precision_km"] > 0:
        return None
    return circle(row["lon"], row["lat"], row["precision_km"])


def bands(rings: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give the rings that have a band, with it as geometry, all other columns kept."""
    return _redrawn(rings, band)


def dead_zones(rings: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give the rings that have a dead zone, with it as geometry, all other columns kept."""
    return _redrawn(rings, dead_zone)


def uncertainties(rings: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give the rings whose centre is uncertain, with its circle as geometry."""
    return _redrawn(rings, uncertainty)


def _redrawn(rings: gpd.GeoDataFrame, draw: Callable[[Row], Area | None]) -> gpd.GeoDataFrame:
    rows: dict[Hashable, dict[Hashable, Any]] = rings.drop(columns="geometry").to_dict("index")
    shapes = [draw(row) for row in rows.values()]
    kept = [shape is not None for shape in shapes]
    return gpd.GeoDataFrame(
        rings.loc[kept].drop(columns="geometry"),
        geometry=[shape for shape in shapes if shape is not None],
        crs=CRS,
    )
