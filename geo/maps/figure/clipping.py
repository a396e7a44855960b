"""Cutting shapes to the frame: in degrees before they are projected, in millimetres after."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from geo.maps.figure.layout import Box

__all__ = ["clip", "cut_to_window", "may_be_seen"]


def may_be_seen(
    geometries: NDArray[np.object_], bounds: tuple[float, float, float, float]
) -> NDArray[np.bool_]:
    """Which geometries may be seen, by their own bounds.

    Parameters
    ----------
    geometries
        In degrees.
    bounds
        West, south, east, north of the window; east may lie beyond 180.
    """
    west, south, east, north = bounds
    low, bottom, high, top = shapely.bounds(geometries).T
    beside = np.zeros(len(geometries), dtype=bool)
    for turn in (-360.0, 0.0, 360.0):
        beside |= (low + turn <= east) & (high + turn >= west)
    return np.asarray(beside & (bottom <= north) & (top >= south))


def cut_to_window(
    geometry: BaseGeometry, bounds: tuple[float, float, float, float]
) -> BaseGeometry:
    """Cut a geometry to the window, taking in what lies on the other side of the date line.

    Parameters
    ----------
    geometry
        In degrees, cut at the date line as the shipped data are.
    bounds
        West, south, east, north of the window; east may lie beyond 180.
    """
    west, south, east, north = bounds
    parts = []
    low, _, high, _ = geometry.bounds if not geometry.is_empty else (0.0, 0.0, -1.0, 0.0)
    for turn in (-360.0, 0.0, 360.0):
        if low + turn > east or high + turn < west:
            continue
        moved = affinity.translate(geometry, turn) if turn else geometry
        part = clip(np.array([moved], dtype=object), Box(west, south, east, north))[0]
        if not part.is_empty:
            parts.append(part)
    if len(parts) > 1:
        # the two halves meet at the date line: dissolve the seam, or a border would run there
        return shapely.union_all(shapely.set_precision(np.asarray(parts, dtype=object), 1e-7))
    return parts[0] if parts else shapely.GeometryCollection()


def clip(shapes: NDArray[np.object_], frame: Box) -> NDArray[np.object_]:
    """Cut shapes with a rectangle: fast where that works, soundly where it doesn't.

    Parameters
    ----------
    shapes
        In the rectangle's own unit.
    frame
        The rectangle.
    """
    edges = (frame.left, frame.bottom, frame.right, frame.top)
    bounds = shapely.bounds(shapes)
    inside = (
        (bounds[:, 0] >= edges[0])
        & (bounds[:, 1] >= edges[1])
        & (bounds[:, 2] <= edges[2])
        & (bounds[:, 3] <= edges[3])
    )
    clipped = shapes.copy()
    for i in np.flatnonzero(~inside):
        if shapely.is_empty(shapes[i]):
            continue
        try:
            clipped[i] = shapely.clip_by_rect(shapes[i], *edges)
        except shapely.GEOSException:
            # a projected polygon may touch itself at a pole or limb
            clipped[i] = shapely.intersection(shapely.make_valid(shapes[i]), box(*edges))
    return clipped
