"""Geodesic circles and annuli as polygons that a map can draw.

Leaflet's and folium's circle is 0.33 % off at 500 km and useless at 5500 km, and a planar buffer
is worse, so rings are polygons of geodesic destinations, cut at the antimeridian and closed over
a pole.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

import antimeridian
import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon

from geo.errors import GeometryError
from geo.geodesy.measure import check_lonlat, destination, distance_km

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LIMIT_KM = 19900.0
"""Beyond this, geodesics from one point begin to cross one another near its antipode."""

_FEWEST_VERTICES = 12


@functools.lru_cache(maxsize=512)  # polygons can't be changed, and the same rings come back
def circle(lon: float, lat: float, radius_km: float, vertices: int = 180) -> Polygon | MultiPolygon:
    """Draw a geodesic circle.

    Parameters
    ----------
    lon, lat
        Centre, in decimal degrees.
    radius_km
        Radius along the ground, above 0 and below 19,900 km.
    vertices
        Corners of the polygon: 180 to draw, 360 to measure areas (0.005 % short of the circle).

    Returns
    -------
    ring
        In longitude and latitude, exterior counter-clockwise; a MultiPolygon where the antimeridian
        cuts it. A circle around a pole runs to that pole; one that holds both poles is the globe
        with a hole.

    Raises
    ------
    GeometryError
        When the centre is not on the globe, or radius or number of vertices can't make a circle.
    """
    check_lonlat(lon, lat)
    _check_radius(radius_km)
    if vertices < _FEWEST_VERTICES:
        msg = f"{vertices} vertices don't make a circle."
        raise GeometryError(msg, hint=f"Give at least {_FEWEST_VERTICES}.")
    # clockwise from north would make antimeridian return the complement of a ring around a pole
    azimuths = -np.arange(vertices) * (360 / vertices)
    lons, lats = destination(lon, lat, azimuths, radius_km)
    ring = np.column_stack((lons, lats))
    poles = [float(distance_km(lon, lat, 0, pole)) < radius_km for pole in (90, -90)]
    if all(poles):
        # the ring runs around the antipode, and what it holds is the rest of the globe
        hole = _cut(ring[::-1])
        return _polygonal(shapely.difference(shapely.box(-180, -90, 180, 90), hole))
    return _cut(ring, pole=any(poles))


def annulus(
    lon: float, lat: float, inner_km: float, outer_km: float, *, vertices: int = 180
) -> Polygon | MultiPolygon:
    """Draw a ring with a hole: a reach beyond its dead zone, or the spread of published ranges.

    Parameters
    ----------
    lon, lat
        Centre, in decimal degrees.
    inner_km
        Radius of the hole; 0 gives the whole circle.
    outer_km
        Outer radius, above the inner one.
    vertices
        Corners of each of the two circles.

    Returns
    -------
    ring
        In longitude and latitude, cut at the antimeridian.

    Raises
    ------
    GeometryError
        As for `circle`, or when the inner radius is negative or not below the outer.
    """
    if not 0 <= inner_km < outer_km:
        msg = f"No annulus lies between {inner_km:g} km and {outer_km:g} km."
        raise GeometryError(msg, hint="Give an inner radius of 0 or more, below the outer one.")
    outer = circle(lon, lat, outer_km, vertices)
    if inner_km == 0:
        return outer
    return _polygonal(shapely.difference(outer, circle(lon, lat, inner_km, vertices)))


def _check_radius(radius_km: float) -> None:
    if math.isfinite(radius_km) and 0 < radius_km < _LIMIT_KM:
        return
    msg = f"A circle can't have a radius of {radius_km:g} km."
    raise GeometryError(msg, hint=f"Give kilometres above 0 and below {_LIMIT_KM:.0f}.")


def _cut(ring: NDArray[np.float64], *, pole: bool = False) -> Polygon | MultiPolygon:
    """Make a polygon of an unclosed ring, cut at the antimeridian only where it crosses it."""
    turn = np.abs(np.diff(ring[:, 0], append=ring[0, 0]))
    if not pole and turn.max() <= 180:
        return shapely.orient_polygons(Polygon(ring))
    fixed = antimeridian.fix_polygon(Polygon(ring))
    return _polygonal(shapely.orient_polygons(fixed))


def _polygonal(geometry: shapely.Geometry) -> Polygon | MultiPolygon:
    """Keep the polygons of what an overlay gave, oriented counter-clockwise."""
    if isinstance(geometry, (Polygon, MultiPolygon)):
        return shapely.orient_polygons(geometry)
    parts = [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon)]
    return shapely.orient_polygons(MultiPolygon(parts))
