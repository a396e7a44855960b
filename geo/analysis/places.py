"""Mentions as rows of a frame."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd
from shapely import Point

from geo.frames import CRS, PLACES
from geo.model import Place, Resolution

__all__ = ["mention_id", "place_rows"]


def mention_id(number: int) -> str:
    """Name the mention that stands at this place in the text's order, from 0."""
    return f"m{number}"


def place_rows(resolutions: Sequence[Resolution]) -> gpd.GeoDataFrame:
    """Lay out the mentions that reach the map as a PLACES frame, NIL and ambiguous ones included.

    Returns
    -------
    geopandas.GeoDataFrame
        One row a mention, index `mention_id`; no geometry for NIL and for regions without a
        centre.
    """
    drawn = [(n, r) for n, r in enumerate(resolutions) if r.mention.kind.drawn]
    places = [r.place for _, r in drawn]
    frame = gpd.GeoDataFrame(
        {
            "mention_id": [mention_id(n) for n, _ in drawn],
            "surface": [r.mention.surface for _, r in drawn],
            "name": [p.name if p else None for p in places],
            "place_id": [p.id if p else None for p in places],
            "kind": [str(r.mention.kind) for _, r in drawn],
            "feature_code": [p.feature_code if p else None for p in places],
            "iso_a3": [r.iso_a3 for _, r in drawn],
            "score": [float(r.score) for _, r in drawn],
            "status": [str(r.status) for _, r in drawn],
            "start": [r.mention.span.start for _, r in drawn],
            "end": [r.mention.span.end for _, r in drawn],
            "precision_km": [p.precision_km if p else None for p in places],
            "source_id": [p.source_id if p else None for p in places],
        },
        geometry=pd.Series([_point(p) for p in places], dtype=object),
        crs=CRS,
    ).set_index("mention_id")
    PLACES.check(frame)
    return frame


def _point(place: Place | None) -> Point | None:
    if place is None or place.lon is None or place.lat is None:
        return None
    return Point(place.lon, place.lat)
