"""Layers below and above the countries: lakes, coasts, lines of regions and of disputes."""

from __future__ import annotations

import functools
from typing import Final, Literal

import geopandas as gpd

from geo.datasets.countries import read_coasts
from geo.datasets.parquet import read_frame
from geo.errors import InputError

__all__ = ["LAYERS", "Layer", "read_layer"]

Layer = Literal["lakes", "admin1", "disputed", "coast"]

LAYERS: Final[tuple[Layer, ...]] = ("lakes", "admin1", "disputed", "coast")


def read_layer(name: Layer) -> gpd.GeoDataFrame:
    """Read a layer to draw.

    Parameters
    ----------
    name
        - `lakes`: polygons with `area_km2`, the largest first;
        - `admin1`: lines between regions, one row a country (index `iso_a3`); countries of which
          only municipalities are known have none;
        - `disputed`: lines with `claim`, `iso_a`, `iso_b`: claimed or held against the line drawn;
        - `coast`: coast lines by country, at the regional detail.

    Returns
    -------
    layer
        With `source_id`; a new frame at each call.

    Raises
    ------
    InputError
        When there is no such layer.
    DataError
        When the file is missing or damaged.
    """
    if name not in LAYERS:
        raise InputError(f"There is no layer {name!r}.", hint=f"Give one of {', '.join(LAYERS)}.")
    return read_coasts("regional") if name == "coast" else _layer(name).copy()


@functools.cache
def _layer(name: str) -> gpd.GeoDataFrame:
    return read_frame(f"layers/{name}.parquet")
