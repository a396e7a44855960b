"""Rings as a frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.frames import CRS, RINGS
from geo.rings.geometry import range_ring
from geo.rings.ring import Ring

__all__ = ["ring_rows", "rings_of"]

_TEXT = (
    "site_id",
    "system_id",
    "launcher_id",
    "deployment_id",
    "status",
    "basis",
    "ring_default",
    "iso_a3",
    "source_id",
    "deployment_source_id",
)
_NUMBERS = ("lon", "lat", "precision_km", "dead_zone_km", "low_km", "high_km")
_FLAGS = ("hypothetical", "undecided")


def ring_rows(rings: Iterable[Ring]) -> gpd.GeoDataFrame:
    """Make a frame of rings after the schema RINGS.

    Parameters
    ----------
    rings
        In drawing order; of two with one id the first is kept.

    Returns
    -------
    rings
        The geometry is the disc out to the highest published maximum. `bands`, `dead_zones` and
        `uncertainties` draw the rest of it. Every field of `Ring` is a column.

    Raises
    ------
    GeometryError
        When a radius can't make a circle.
    """
    unique: dict[str, Ring] = {}
    for ring in rings:
        unique.setdefault(ring.id, ring)
    records = [asdict(ring) for ring in unique.values()]
    columns = {
        **{name: [r[name] for r in records] for name in _TEXT},
        **{name: pd.array([r[name] for r in records], dtype="float64") for name in _NUMBERS},
        **{name: pd.array([r[name] for r in records], dtype="bool") for name in _FLAGS},
    }
    frame = gpd.GeoDataFrame(
        columns,
        index=pd.Index(list(unique), name=RINGS.index),
        geometry=[range_ring(r.lon, r.lat, r.high_km) for r in unique.values()],
        crs=CRS,
    )
    RINGS.check(frame)
    return frame


def rings_of(frame: gpd.GeoDataFrame) -> tuple[Ring, ...]:
    """Take a frame of `ring_rows` back to its rings."""
    rows = frame.drop(columns="geometry").to_dict("index").items()
    return tuple(_ring(str(key), {str(k): v for k, v in row.items()}) for key, row in rows)


def _ring(key: str, row: dict[str, Any]) -> Ring:
    known: dict[str, Any] = {name: row[name] for name in (*_TEXT, *_NUMBERS, *_FLAGS)}
    missing: dict[str, Any] = {k: None for k, v in known.items() if pd.isna(v)}
    return Ring(id=key, **(known | missing))
