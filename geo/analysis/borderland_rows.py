"""Borderlands as rows of a frame, with the land they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import mapping

from geo.analysis.borderlands import borderland_id
from geo.borders import borderland
from geo.frames import BORDERLANDS, CRS
from geo.model import Borderland

__all__ = ["LAND_SOURCE", "borderland_rows", "borderland_shapes"]

LAND_SOURCE: Final = "natural_earth"
"""Of the outlines that the bands are cut to."""
_LINE_SOURCE: Final = "osm_borders"
_DECIMALS: Final = 4


def borderland_rows(found: Iterable[Borderland]) -> gpd.GeoDataFrame:
    """Lay out the land of all phrases as a BORDERLANDS frame: one row a pair and width.

    Parameters
    ----------
    found
        In the order of the text; those without a pair have no row.

    Returns
    -------
    geopandas.GeoDataFrame
        Index `borderland_id` ("BLR-POL/30"); `phrases` lists the ids of those that mean it,
        parted by spaces. `source_id` is the border line's; the outline is `LAND_SOURCE`'s.
    """
    rows: dict[str, dict[str, Any]] = {}
    for number, one in enumerate(found):
        for a, b in one.pairs:
            key = f"{a}-{b}/{one.width_km:g}"
            row = rows.setdefault(
                key,
                {
                    "borderland_id": key,
                    "iso_a": a,
                    "iso_b": b,
                    "width_km": one.width_km,
                    "width_told": False,
                    "phrases": [],
                    "source_id": _LINE_SOURCE,
                    "geometry": borderland(a, b, one.width_km),
                },
            )
            row["width_told"] = row["width_told"] or one.width_told
            row["phrases"].append(borderland_id(number))
    laid = [row | {"phrases": " ".join(row["phrases"])} for row in rows.values()]
    columns = ["borderland_id", *BORDERLANDS.columns, "geometry"]
    frame = gpd.GeoDataFrame(
        pd.DataFrame(laid, columns=columns).infer_objects(), geometry="geometry", crs=CRS
    )
    if not laid:
        frame = frame.astype({"width_km": "float64", "width_told": "bool"})
    frame = frame.set_index("borderland_id")
    BORDERLANDS.check(frame)
    return frame


def borderland_shapes(found: Sequence[Borderland]) -> Mapping[str, Mapping[str, Any]]:
    """Give the land of each phrase as a GeoJSON geometry, by id.

    Parameters
    ----------
    found
        In the order of the text.
    """
    shapes = {}
    for number, one in enumerate(found):
        lands = [borderland(a, b, one.width_km) for a, b in one.pairs]
        if lands:
            land = shapely.set_precision(shapely.union_all(lands), 10**-_DECIMALS)
            shapes[borderland_id(number)] = mapping(shapely.orient_polygons(land))
    return shapes
