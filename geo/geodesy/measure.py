"""Geodesic length, area and distance on WGS 84.

Everything here takes longitude before latitude, in decimal degrees, and gives kilometres. The
geodesics are Karney's (https://doi.org/10.1007/s00190-012-0578-z) through ``pyproj.Geod``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry import LinearRing, Polygon

from geo.errors import GeometryError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray
    from shapely.geometry.base import BaseGeometry

_GEOD = Geod(ellps="WGS84")
_DENSIFY_DEG = 0.25
"""Step before the search for the nearest point: such a chord dips 15 m below the ground."""

_GLOBE_M2 = 510_065_621_724_088.0
"""Area of the WGS 84 ellipsoid."""

_CANDIDATES = 24
"""Segments that are measured exactly, after all have been ranked by their chord."""

_TERNARY_ROUNDS = 40
"""Each round keeps two thirds of a segment: 40 leave a thirty-millionth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The point of a geometry that is nearest to another point, and how far it is."""

    lon: float
    lat: float
    km: float


def check_lonlat(lon: float, lat: float) -> None:
    """Refuse a point that isn't on the globe.

    Parameters
    ----------
    lon
        Longitude in decimal degrees, -180 to 180.
    lat
        Latitude in decimal degrees, -90 to 90.

    Raises
    ------
    GeometryError
        When either is not a number or out of range.
    """
    # NaN fails every comparison, so one chain settles both
    if -180 <= lon <= 180 and -90 <= lat <= 90:
        return
    msg = f"({lon!r}, {lat!r}) is not a longitude and latitude in degrees."
    raise GeometryError(msg, hint="Give longitude -180..180 first, then latitude -90..90.")


def distance_km(
    lon1: ArrayLike, lat1: ArrayLike, lon2: ArrayLike, lat2: ArrayLike
) -> NDArray[np.float64]:
    """Measure the geodesic distance between points, pairwise.

    Parameters
    ----------
    lon1, lat1, lon2, lat2
        Decimal degrees; scalars or arrays, broadcast against one another.

    Returns
    -------
    distance
        Kilometres, in the broadcast shape (zero-dimensional for four scalars).
    """
    points = np.broadcast_arrays(*(np.asarray(v, dtype=float) for v in (lon1, lat1, lon2, lat2)))
    shape = points[0].shape
    x1, y1, x2, y2 = (np.ascontiguousarray(v).ravel() for v in points)
    _, _, metres = _GEOD.inv(x1, y1, x2, y2)
    return np.asarray(metres, dtype=float).reshape(shape) / 1000


def destination(
    lon: ArrayLike, lat: ArrayLike, azimuth_deg: ArrayLike, km: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Go from a point along an azimuth.

    Parameters
    ----------
    lon, lat
        Start, in decimal degrees; scalars or arrays.
    azimuth_deg
        Direction, clockwise from north, in degrees.
    km
        Distance to go.

    Returns
    -------
    lons, lats
        Where that leads, in decimal degrees, in the broadcast shape.
    """
    start = np.broadcast_arrays(*(np.asarray(v, dtype=float) for v in (lon, lat, azimuth_deg, km)))
    flat = [np.ascontiguousarray(v).ravel() for v in start]
    lons, lats, _ = _GEOD.fwd(flat[0], flat[1], flat[2], flat[3] * 1000)
    return np.reshape(lons, start[0].shape), np.reshape(lats, start[0].shape)


def length_km(geometry: BaseGeometry) -> float:
    """Measure a line's geodesic length, or the perimeter of a polygon.

    Vertices are joined by geodesics: `densify` a line that means a parallel.

    Parameters
    ----------
    geometry
        Any geometry in longitude and latitude; points count nothing.

    Returns
    -------
    length
        Kilometres, all parts and all rings together.
    """
    lines = [part for part in _parts(geometry) if part.geom_type != "Point" and not part.is_empty]
    return float(sum(_GEOD.geometry_length(line) for line in lines)) / 1000


def area_km2(geometry: BaseGeometry) -> float:
    """Measure a polygon's geodesic area, holes taken off.

    Parameters
    ----------
    geometry
        Any geometry in longitude and latitude; lines and points count nothing. Rings may have any
        orientation, but must not cross the antimeridian: `circle` and the shipped data are cut
        there.

    Returns
    -------
    area
        Square kilometres, all parts together, never negative.
    """
    total = 0.0
    for part in _parts(geometry):
        if isinstance(part, Polygon) and not part.is_empty:
            total += _ring_km2(part.exterior) - sum(_ring_km2(hole) for hole in part.interiors)
    return total


def densify(geometry: BaseGeometry, step_deg: float = 0.1) -> BaseGeometry:
    """Put vertices on long segments, straight in longitude and latitude.

    Parameters
    ----------
    geometry
        Any geometry in longitude and latitude.
    step_deg
        Longest segment afterwards, in degrees.

    Returns
    -------
    geometry
        The same geometry with more vertices.

    Raises
    ------
    GeometryError
        When the step is not above zero.
    """
    if not step_deg > 0:
        msg = f"A step of {step_deg!r} degrees can't divide a line."
        raise GeometryError(msg, hint="Give a step above zero, such as 0.1.")
    return shapely.segmentize(geometry, step_deg)


def nearest(geometry: BaseGeometry, lon: float, lat: float) -> Nearest:
    """Find the point of a geometry that is geodesically nearest to a given one.

    All segments are ranked by their chord through the earth, which knows neither antimeridian nor
    poles; the best few are then measured on the ellipsoid.

    Parameters
    ----------
    geometry
        Points, lines or polygons in longitude and latitude. Inside a polygon the distance is zero;
        for the way to its edge give its boundary.
    lon, lat
        The point measured from, in decimal degrees.

    Returns
    -------
    found
        The nearest point and its distance.

    Raises
    ------
    GeometryError
        When the geometry is empty or the point is not on the globe.
    """
    check_lonlat(lon, lat)
    if geometry.is_empty:
        msg = "Nothing is nearest in an empty geometry."
        raise GeometryError(msg, hint="Check that the border or country has a geometry.")
    if shapely.intersects_xy(geometry, lon, lat):
        return Nearest(lon=float(lon), lat=float(lat), km=0.0)
    start, end = _segments(geometry)
    here = _earth_centred(np.array([lon]), np.array([lat]))
    first, last = _earth_centred(*start.T), _earth_centred(*end.T)
    along = last - first
    squared = (along**2).sum(axis=1)
    share = np.divide(
        ((here - first) * along).sum(axis=1),
        squared,
        out=np.zeros(len(first)),
        where=squared > 0,
    )
    chord = np.linalg.norm(first + np.clip(share, 0, 1)[:, None] * along - here, axis=1)
    best = np.argsort(chord, kind="stable")[:_CANDIDATES]
    return _exactly(start[best], end[best], lon, lat)


def _exactly(
    start: NDArray[np.float64], end: NDArray[np.float64], lon: float, lat: float
) -> Nearest:
    """Close in on the nearest point of each segment at once, and take the best."""
    low, high = np.zeros(len(start)), np.ones(len(start))

    def at(share: NDArray[np.float64]) -> NDArray[np.float64]:
        return start + share[:, None] * (end - start)

    for _ in range(_TERNARY_ROUNDS):
        third = (high - low) / 3
        left, right = at(low + third), at(high - third)
        nearer = _from(left, lon, lat) <= _from(right, lon, lat)
        high = np.where(nearer, high - third, high)
        low = np.where(nearer, low, low + third)
    # thirds close in on an end without reaching it
    points = np.concatenate((at((low + high) / 2), start, end))
    km = _from(points, lon, lat)
    k = int(np.argmin(km))
    return Nearest(lon=float(points[k, 0]), lat=float(points[k, 1]), km=float(km[k]))


def _from(points: NDArray[np.float64], lon: float, lat: float) -> NDArray[np.float64]:
    """Measure how far rows of (lon, lat) are from a point."""
    return distance_km(points[:, 0], points[:, 1], lon, lat)


def _parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Take multi-geometries and collections apart, however deep."""
    if not hasattr(geometry, "geoms"):
        return [geometry]
    return [leaf for part in geometry.geoms for leaf in _parts(part)]


def _ring_km2(ring: LinearRing) -> float:
    """Measure what a ring encloses, also when that is more than half of the globe."""
    lon, lat = shapely.get_coordinates(ring).T
    metres2, _ = _GEOD.polygon_area_perimeter(lon, lat)
    # Karney's sum knows the area only up to whole globes; the cylindrical equal-area projection
    # of the ring as drawn, coarse as it is, tells which
    height = np.sin(np.radians(lat))
    rough = float(np.sum(np.diff(np.radians(lon)) * (height[:-1] + height[1:]) / 2)) * -(_GEOD.a**2)
    return abs(metres2 + _GLOBE_M2 * round((rough - metres2) / _GLOBE_M2)) / 1e6


def _segments(
    geometry: BaseGeometry,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """List short segments' ends as two arrays of (lon, lat) rows; a point has no length."""
    starts, ends = [], []
    for part in _parts(geometry):
        lines: list[BaseGeometry] = (
            [part.exterior, *part.interiors] if isinstance(part, Polygon) else [part]
        )
        for line in lines:
            xy = shapely.get_coordinates(line)
            starts.append(xy[:-1] if len(xy) > 1 else xy)
            ends.append(xy[1:] if len(xy) > 1 else xy)
    start, end = np.concatenate(starts), np.concatenate(ends)
    pieces = np.ceil(np.abs(end - start).max(axis=1) / _DENSIFY_DEG).astype(int).clip(1)
    which = np.repeat(np.arange(len(start)), pieces)
    step = (end - start)[which] / pieces[which, None]
    number = np.arange(len(which)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    first = start[which] + number[:, None] * step
    return first, first + step


def _earth_centred(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn degrees into earth-centred coordinates in kilometres, one row a point."""
    phi, lam = np.radians(lat), np.radians(lon)
    normal = _GEOD.a / np.sqrt(1 - _GEOD.es * np.sin(phi) ** 2) / 1000
    return np.column_stack(
        (
            normal * np.cos(phi) * np.cos(lam),
            normal * np.cos(phi) * np.sin(lam),
            normal * (1 - _GEOD.es) * np.sin(phi),
        )
    )
