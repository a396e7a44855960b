"""Column contracts of the GeoDataFrames, checked where a frame is born.

A schema says the unique index, the columns with the kind of value each holds, and the
geometry. `FrameSchema.check` lists every breach at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely.geometry.base import BaseGeometry

from geo.errors import DataError

__all__ = [
    "BORDERLANDS",
    "BORDERS",
    "COUNTRIES",
    "COVERAGE",
    "CRS",
    "DEPLOYMENTS",
    "PLACES",
    "RINGS",
    "SITES",
    "FrameSchema",
    "geometry_at",
]

CRS: Final = "OGC:CRS84"
"""Longitude, latitude in degrees on WGS 84: the axis order is part of the name."""

_POLYGONAL: Final = frozenset({"Polygon", "MultiPolygon"})
_LINEAR: Final = frozenset({"LineString", "MultiLineString"})
_PUNCTUAL: Final = frozenset({"Point"})
_ANY: Final = _POLYGONAL | _LINEAR | _PUNCTUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameSchema:
    """What a frame promises.

    Parameters
    ----------
    name
        How errors call it.
    index
        Name of the unique index.
    columns
        Kind per column: `text`, `number`, `flag`, `object`; a trailing `?` admits missing
        values.
    geometry
        Admitted geometry types; empty for a frame without geometry.
    missing_geometry
        Whether a row may have none (a region without a centre).
    """

    name: str
    index: str
    columns: Mapping[str, str]
    geometry: frozenset[str] = frozenset()
    missing_geometry: bool = False

    def check(self, frame: pd.DataFrame) -> None:
        """Raise DataError that names every breach, or return."""
        if breaches := list(self.breaches(frame)):
            msg = f"The {self.name} frame breaks its contract: {'; '.join(breaches)}."
            raise DataError(msg, hint="Run `standoff data check`; if it passes, report a bug.")

    def breaches(self, frame: pd.DataFrame) -> Iterator[str]:
        """Each way in which `frame` differs from the schema, in words."""
        if frame.index.name != self.index:
            yield f"index is {frame.index.name!r}, not {self.index!r}"
        if not frame.index.is_unique:
            twice = frame.index[frame.index.duplicated()].unique().tolist()[:3]
            yield f"index has duplicates ({', '.join(map(str, twice))})"
        for column, kind in self.columns.items():
            if column not in frame.columns:
                yield f"column {column!r} is missing"
            else:
                yield from _column_breaches(frame[column], kind)
        if self.geometry:
            yield from self._geometry_breaches(frame)

    def _geometry_breaches(self, frame: pd.DataFrame) -> Iterator[str]:
        if not isinstance(frame, gpd.GeoDataFrame) or "geometry" not in frame.columns:
            yield "has no geometry"
            return
        if frame.crs is None or frame.crs.to_string() != CRS:
            yield f"CRS is {frame.crs.to_string() if frame.crs else None}, not {CRS}"
        shapes = frame.geometry
        missing = shapes.isna() | shapes.is_empty
        if missing.any() and not self.missing_geometry:
            yield f"geometry is missing in {int(missing.sum())} rows"
        found = {kind for kind, gone in zip(shapes.geom_type, missing, strict=True) if not gone}
        if strange := found - self.geometry:
            yield f"geometry has {', '.join(sorted(strange))}"


def _column_breaches(column: pd.Series, kind: str) -> Iterator[str]:
    optional = kind.endswith("?")
    values = column.dropna()
    if len(values) < len(column) and not optional:
        yield f"column {column.name!r} has missing values"
    if len(values) and not _HOLDS[kind.rstrip("?")](values):
        yield f"column {column.name!r} doesn't hold {kind.rstrip('?')} values"


def _is_text(values: pd.Series) -> bool:
    return pd.api.types.is_string_dtype(values.infer_objects())


def _is_number(values: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(values) and bool(np.isfinite(values).all())


def _is_flag(values: pd.Series) -> bool:
    return pd.api.types.is_bool_dtype(values.infer_objects())


_HOLDS: Final[dict[str, Callable[[pd.Series], bool]]] = {
    "text": _is_text,
    "number": _is_number,
    "flag": _is_flag,
    "object": lambda _values: True,
}


def geometry_at(frame: gpd.GeoDataFrame, key: str | int) -> BaseGeometry:
    """The geometry of one row, typed: `.loc[key, "geometry"]` is Any or worse to mypy."""
    geometry: BaseGeometry = frame.geometry[key]
    return geometry


COUNTRIES: Final = FrameSchema(
    name="COUNTRIES",
    index="iso_a3",
    columns={"name": "text", "source_id": "text"},
    geometry=_POLYGONAL,
)
BORDERS: Final = FrameSchema(
    name="BORDERS",
    index="border_id",
    columns={
        "iso_a": "text",
        "iso_b": "text",
        "length_km": "number",
        "detail": "text",
        "source_id": "text",
    },
    geometry=_LINEAR,
)
BORDERLANDS: Final = FrameSchema(
    name="BORDERLANDS",
    index="borderland_id",
    columns={
        "iso_a": "text",
        "iso_b": "text",
        "width_km": "number",
        "width_told": "flag",
        "phrases": "text",
        "source_id": "text",
    },
    geometry=_POLYGONAL,
)
PLACES: Final = FrameSchema(
    name="PLACES",
    index="mention_id",
    columns={
        "surface": "text",
        "name": "text?",
        "place_id": "text?",
        "kind": "text",
        "iso_a3": "text?",
        "score": "number",
        "status": "text",
        "start": "number",
        "end": "number",
        "source_id": "text?",
    },
    geometry=_ANY,
    missing_geometry=True,
)
SITES: Final = FrameSchema(
    name="SITES",
    index="site_id",
    columns={
        "kind": "text",
        "precision_km": "number",
        "iso_a3": "text",
        "status": "text",
        "source_id": "text",
    },
    geometry=_PUNCTUAL,
)
DEPLOYMENTS: Final = FrameSchema(
    name="DEPLOYMENTS",
    index="deployment_id",
    columns={
        "site_id": "text",
        "system_id": "text",
        "status": "text",
        "from_date": "text",
        "to_date": "text?",
        "source_id": "text",
    },
)
RINGS: Final = FrameSchema(
    name="RINGS",
    index="ring_id",
    columns={
        "site_id": "text",
        "system_id": "text",
        "dead_zone_km": "number?",
        "low_km": "number",
        "high_km": "number",
        "hypothetical": "flag",
        "status": "text",
        "basis": "text",
        "precision_km": "number",
        "source_id": "text",
    },
    geometry=_POLYGONAL,
)
COVERAGE: Final = FrameSchema(
    name="COVERAGE",
    index="coverage_id",
    columns={
        "ring_id": "text",
        "iso_a3": "text",
        "area_km2": "number",
        "share": "number",
        "population": "number?",
        "standoff_km": "number?",
    },
)
