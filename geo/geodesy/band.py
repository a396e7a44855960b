"""Bands along lines: what lies within a distance of a border, as polygons that a map can draw.

A buffer in degrees is an ellipse that flattens to the poles. Each piece of the line is buffered in
an azimuthal equidistant projection around its own middle, where 300 km away a distance is off by
less than a thousandth, and the pieces are joined.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import antimeridian
import numpy as np
import shapely
from pyproj import Proj
from shapely.geometry import LineString, MultiPolygon, Point, Polygon

from geo.errors import GeometryError
from geo.geodesy.measure import distance_km

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["band"]

_MOST_KM: Final = 500.0
"""Beyond this a piece's projection is no longer true enough."""
_PIECE_KM: Final = 300.0
_STEP_DEG: Final = 0.1
"""Longest straight step, in degrees: at 60 degrees a parallel bends by a metre between."""
_TOLERANCE: Final = 0.01
"""Share of the width by which the line may be smoothed first, and the outline afterwards."""
_PER_DEGREE_KM: Final = 111.2
_QUARTER: Final = 12
"""Segments of a quarter of a circle: a corner is short of it by 0.2 %."""


def band(line: BaseGeometry, km: float) -> Polygon | MultiPolygon:
    """Draw what lies within a distance of a line, on both sides and around its ends.

    Parameters
    ----------
    line
        Lines in longitude and latitude, degrees; straight segments are straight there.
    km
        Distance along the ground, above 0 and up to 500 km; kept to 2 %.

    Returns
    -------
    area
        In longitude and latitude, exteriors counter-clockwise; cut at the antimeridian where it
        crosses it.

    Raises
    ------
    GeometryError
        When the line is empty, no line, or the distance can't make a band.
    """
    if not (math.isfinite(km) and 0 < km <= _MOST_KM):
        msg = f"A band can't be {km:g} km wide."
        raise GeometryError(msg, hint=f"Give kilometres above 0 and up to {_MOST_KM:.0f}.")
    if line.is_empty or shapely.get_dimensions(line) != 1:
        msg = "A band needs a line to lie along."
        raise GeometryError(msg, hint="Check that the border has a geometry.")
    smooth = shapely.simplify(line, _TOLERANCE * km / _PER_DEGREE_KM)
    parts = [part for one in shapely.get_parts(smooth) for part in _pieces(one)]
    areas = [_buffered(coordinates, km) for coordinates in parts]
    joined = shapely.union_all(areas)
    return _polygonal(shapely.simplify(joined, _TOLERANCE * km / _PER_DEGREE_KM))


def _pieces(line: LineString) -> Iterator[NDArray[np.float64]]:
    """Cut a line into pieces of 300 km at most; neighbours share a vertex."""
    at = shapely.get_coordinates(shapely.segmentize(line, _STEP_DEG))
    steps = distance_km(at[:-1, 0], at[:-1, 1], at[1:, 0], at[1:, 1])
    number = (np.cumsum(steps) // _PIECE_KM).astype(int)
    for each in np.unique(number):
        steps_of = np.flatnonzero(number == each)
        yield at[steps_of[0] : steps_of[-1] + 2]


def _buffered(coordinates: NDArray[np.float64], km: float) -> BaseGeometry:
    lon, lat = coordinates.T
    middle = len(lon) // 2
    plane = Proj(proj="aeqd", lon_0=lon[middle], lat_0=lat[middle], ellps="WGS84")
    x, y = plane(lon, lat)
    flat = np.column_stack((x, y))
    core = Point(flat[0]) if (flat == flat[0]).all() else LineString(flat)
    area = core.buffer(km * 1000, quad_segs=_QUARTER)

    def back(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(plane(xy[:, 0], xy[:, 1], inverse=True))

    # antimeridian takes a clockwise ring for what lies around it
    drawn = shapely.transform(shapely.orient_polygons(area), back)
    turn = np.abs(np.diff(shapely.get_coordinates(drawn.exterior)[:, 0]))
    return antimeridian.fix_polygon(drawn) if turn.max() > 180 else drawn


def _polygonal(geometry: BaseGeometry) -> Polygon | MultiPolygon:
    parts = [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon)]
    area = parts[0] if len(parts) == 1 else MultiPolygon(parts)
    return shapely.orient_polygons(area)
