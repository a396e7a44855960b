"""Symbols and hatching as shapes in millimetres: the same on every output, and measurable."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box

from geo.maps.scene import Symbol

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["hatching", "polygons_of", "symbol_shape"]

_STAR_INNER: Final = 0.42
_DIAGONAL: Final = {"/": (45.0,), "\\": (-45.0,), "x": (45.0, -45.0)}


def symbol_shape(symbol: Symbol, x: float, y: float, size_mm: float) -> Polygon:
    """Draw a symbol around a point.

    Parameters
    ----------
    symbol
        Its kind.
    x, y
        Where it stands, in millimetres; a triangle stands on its centre of gravity.
    size_mm
        Its height.
    """
    half = size_mm / 2
    if symbol is Symbol.CIRCLE:
        return Point(x, y).buffer(half, quad_segs=12)
    if symbol is Symbol.SQUARE:
        return box(x - half, y - half, x + half, y + half)
    corners = {
        Symbol.TRIANGLE: [(90 + 120 * i, 1.15) for i in range(3)],
        Symbol.DIAMOND: [(90 * i, 1.1) for i in range(4)],
        Symbol.STAR: [(90 + 36 * i, 1.1 if i % 2 == 0 else _STAR_INNER * 1.1) for i in range(10)],
    }[symbol]
    return Polygon(
        [
            (x + half * r * math.cos(math.radians(a)), y + half * r * math.sin(math.radians(a)))
            for a, r in corners
        ]
    )


def hatching(area: BaseGeometry, pattern: str, spacing_mm: float) -> BaseGeometry:
    """Fill an area with lines or dots that line up across neighbouring areas.

    Parameters
    ----------
    area
        Polygons, in millimetres.
    pattern
        A forward or a backward stroke, `x` for both, or `.` for dots.
    spacing_mm
        Distance between lines, or between dots.

    Returns
    -------
    marks
        Lines to be stroked; dots are very short lines.
    """
    if area.is_empty:
        return area
    if pattern == ".":
        return _dots(area, spacing_mm)
    lines: list[LineString] = []
    for angle in _DIAGONAL[pattern]:
        # simplified coasts may touch themselves, which an overlay doesn't take; areas that overlap
        # are hatched once, where the default method would leave a hole
        turned = shapely.make_valid(
            affinity.rotate(area, -angle, origin=(0, 0)), method="structure", keep_collapsed=False
        )
        left, bottom, right, top = turned.bounds
        levels = np.arange(math.ceil(bottom / spacing_mm), math.floor(top / spacing_mm) + 1)
        rules = MultiLineString([[(left, y), (right, y)] for y in (levels * spacing_mm).tolist()])
        marks = affinity.rotate(shapely.intersection(rules, turned), angle, origin=(0, 0))
        lines += [part for part in shapely.get_parts(marks) if part.geom_type == "LineString"]
    return MultiLineString(lines)


def _dots(area: BaseGeometry, spacing_mm: float) -> BaseGeometry:
    left, bottom, right, top = area.bounds
    columns = np.arange(math.ceil(left / spacing_mm), math.floor(right / spacing_mm) + 1)
    rows = np.arange(math.ceil(bottom / spacing_mm), math.floor(top / spacing_mm) + 1)
    x, y = (grid.ravel() * spacing_mm for grid in np.meshgrid(columns, rows))
    shapely.prepare(area)
    inside = shapely.contains_xy(area, x, y)
    starts = np.column_stack((x[inside], y[inside]))
    # aslant: what is level is snapped to pixels when it is drawn, and so short a line vanishes
    return MultiLineString([[(a, b), (a + 0.03, b + 0.02)] for a, b in starts.tolist()])


def polygons_of(shapes: NDArray[np.object_]) -> BaseGeometry:
    """All polygons of some shapes as one, holes turning the other way than shells."""
    parts = shapely.get_parts(shapes, return_index=False)
    # a clipped collection may hold collections
    while any(part.geom_type == "GeometryCollection" for part in parts):
        parts = shapely.get_parts(parts)
        parts = parts[~shapely.is_empty(parts)]
        if all(part.geom_type != "GeometryCollection" for part in parts):
            break
    polygons = [p for p in shapely.get_parts(parts) if p.geom_type == "Polygon" and not p.is_empty]
    return shapely.orient_polygons(shapely.MultiPolygon(polygons))
