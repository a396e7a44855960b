"""Lengths, areas and circles against figures that don't come from this code."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from geopy.distance import geodesic
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely.geometry import (
    GeometryCollection,
    LineString,
    MultiPolygon,
    Point,
    Polygon,
    box,
)

from geo.errors import GeometryError
from geo.geodesy import (
    annulus,
    area_km2,
    check_lonlat,
    circle,
    densify,
    destination,
    distance_km,
    length_km,
    nearest,
)

GLOBE_KM2 = 510_065_621.724
"""Area of the WGS 84 ellipsoid."""

QUARTER_MERIDIAN_KM = 10_001.965729
"""From the equator to a pole on WGS 84."""

longitudes = st.floats(-180, 180)
latitudes = st.floats(-89.5, 89.5)


def test_distance_agrees_with_geopy_and_broadcasts() -> None:
    km = distance_km(27.56, 53.90, [21.01, 24.11], [52.23, 56.95])
    assert km.shape == (2,)
    assert km[0] == pytest.approx(geodesic((53.90, 27.56), (52.23, 21.01)).km, abs=1e-6)
    assert km[1] == pytest.approx(geodesic((53.90, 27.56), (56.95, 24.11)).km, abs=1e-6)


def test_distance_of_scalars_is_zero_dimensional() -> None:
    assert distance_km(0, 0, 0, 90).shape == ()
    assert float(distance_km(0, 0, 0, 90)) == pytest.approx(QUARTER_MERIDIAN_KM, abs=1e-5)


def test_destination_returns_by_the_distance() -> None:
    lons, lats = destination(28.6, 53.3, np.arange(0, 360, 45), 500)
    assert distance_km(28.6, 53.3, lons, lats) == pytest.approx(500, abs=1e-6)


def test_length_of_lines_collections_and_points() -> None:
    meridian = LineString([(20, 0), (20, 45), (20, 90)])
    assert length_km(meridian) == pytest.approx(QUARTER_MERIDIAN_KM, abs=1e-5)
    assert length_km(GeometryCollection([meridian, Point(0, 0)])) == length_km(meridian)
    assert length_km(Point(0, 0)) == 0
    assert length_km(LineString()) == 0


def test_area_of_the_globe_is_that_of_the_ellipsoid() -> None:
    octants = [
        box(lon, lat, lon + 90, lat + 90) for lon in range(-180, 180, 90) for lat in (-90, 0)
    ]
    # an octant's base is the equator and its sides are meridians: all geodesics
    assert area_km2(MultiPolygon(octants)) == pytest.approx(GLOBE_KM2, rel=1e-9)


def test_area_takes_holes_off_whatever_their_orientation() -> None:
    shell, hole = box(20, 50, 24, 54), box(21, 51, 22, 52)
    whole = area_km2(shell) - area_km2(hole)
    for turned in (hole.exterior.coords, list(hole.exterior.coords)[::-1]):
        assert area_km2(Polygon(shell.exterior, [turned])) == pytest.approx(whole)


def test_densify_keeps_straight_lines_and_refuses_no_step() -> None:
    line = densify(LineString([(0, 49), (10, 49)]), 0.5)
    assert len(line.coords) == 21
    # along the parallel it is longer than along the geodesic
    assert length_km(line) > length_km(LineString([(0, 49), (10, 49)])) + 0.2
    with pytest.raises(GeometryError):
        densify(line, math.nan)


def test_nearest_point_of_a_meridian() -> None:
    found = nearest(LineString([(30, 40), (30, 60)]), 25, 50)
    lats = np.linspace(49, 52, 300_001)
    assert found.km == pytest.approx(float(distance_km(25, 50, 30, lats).min()), abs=1e-6)
    assert found.lon == 30
    # the foot is poleward of the parallel, which a planar nearest point would miss
    assert found.lat > 50.05


@pytest.mark.parametrize(
    ("geometry", "lon", "lat", "km"),
    [
        (LineString([(-179, -10), (-179, 10)]), 179, 0, 222.639),
        (LineString([(180, 89.9), (170, 80)]), 0, 89.9, 22.34),
        (Point(0, 0), 1, 0, 111.319),
        (box(0, 0, 1, 1), 0.5, 0.5, 0),
    ],
)
def test_nearest_knows_antimeridian_poles_points_and_insides(
    geometry: shapely.Geometry, lon: float, lat: float, km: float
) -> None:
    assert nearest(geometry, lon, lat).km == pytest.approx(km, abs=0.01)


def test_nearest_in_an_empty_geometry_is_refused() -> None:
    with pytest.raises(GeometryError, match="empty"):
        nearest(Polygon(), 0, 0)


@settings(max_examples=60, deadline=None)
@given(longitudes, latitudes, longitudes, latitudes)
def test_nearest_is_never_farther_than_any_vertex(
    lon: float, lat: float, lon2: float, lat2: float
) -> None:
    line = LineString([(lon2, lat2), (lon2 / 2, lat2 / 2), (0, 0)])
    found = nearest(line, lon, lat)
    ends = shapely.get_coordinates(line)
    assert found.km <= float(distance_km(*ends.T, lon, lat).min()) + 1e-6
    assert found.km == pytest.approx(float(distance_km(found.lon, found.lat, lon, lat)), abs=1e-6)


@pytest.mark.parametrize(
    "lon_lat", [(math.nan, 0), (0, math.nan), (181, 0), (0, 90.1), (math.inf, 0)]
)
def test_points_off_the_globe_are_refused(lon_lat: tuple[float, float]) -> None:
    with pytest.raises(GeometryError):
        check_lonlat(*lon_lat)
    with pytest.raises(GeometryError):
        circle(*lon_lat, 500)


@pytest.mark.parametrize("radius", [0, -1, math.nan, math.inf, 19_900, 25_000])
def test_radii_that_make_no_circle_are_refused(radius: float) -> None:
    with pytest.raises(GeometryError):
        circle(28, 53, radius)


def test_too_few_vertices_are_refused() -> None:
    with pytest.raises(GeometryError):
        circle(28, 53, 500, vertices=3)


@settings(max_examples=150, deadline=None)
@example(0, 59, 18_898)
@example(0, 0, 10_047)
@given(longitudes, st.floats(-90, 90), st.floats(1, 19_000))
def test_a_circle_has_the_area_of_a_cap_and_holds_its_centre(
    lon: float, lat: float, radius_km: float
) -> None:
    ring = circle(lon, lat, radius_km, vertices=360)
    assert ring.is_valid
    assert ring.intersects(Point(lon, lat))
    west, south, east, north = ring.bounds
    assert west >= -180
    assert east <= 180
    assert south >= -90
    assert north <= 90
    # a sphere's cap; the ellipsoid's differs by its flattening, as if the ring lay 0.34 % off
    mean = 6371.007
    cap = 2 * math.pi * mean**2 * (1 - math.cos(radius_km / mean))
    around = 2 * math.pi * mean * math.sin(radius_km / mean)
    assert abs(area_km2(ring) - cap) <= around * 0.0034 * radius_km + 0.0002 * cap + 0.1


def test_circle_is_within_a_metre_and_counter_clockwise() -> None:
    ring = circle(28.6, 53.3, 500)
    assert isinstance(ring, Polygon)
    assert ring.exterior.is_ccw
    assert len(ring.exterior.coords) == 181
    xy = shapely.get_coordinates(ring)
    assert distance_km(28.6, 53.3, *xy.T) == pytest.approx(500, abs=0.001)


def test_circle_across_the_antimeridian_is_cut_there() -> None:
    ring = circle(179, 66, 500)
    assert isinstance(ring, MultiPolygon)
    assert ring.intersects(Point(-179.5, 66))
    assert not ring.intersects(Point(0, 66))


@pytest.mark.parametrize("lat", [85, -85])
def test_circle_around_a_pole_reaches_it_and_not_the_rest(lat: float) -> None:
    ring = circle(30, lat, 1000)
    assert ring.intersects(Point(-120, math.copysign(89.9, lat)))
    assert not ring.intersects(Point(30, 0))


def test_circle_with_both_poles_is_the_globe_with_a_hole() -> None:
    ring = circle(45, 55, 18_000)
    assert ring.intersects(Point(0, 90))
    assert ring.intersects(Point(0, -90))
    assert not ring.intersects(Point(-135, -55))


def test_annulus_is_the_difference_of_two_circles() -> None:
    ring = annulus(28.6, 53.3, 50, 500)
    assert area_km2(ring) == pytest.approx(
        area_km2(circle(28.6, 53.3, 500)) - area_km2(circle(28.6, 53.3, 50)), rel=1e-9
    )
    assert not ring.intersects(Point(28.6, 53.3))
    assert annulus(28.6, 53.3, 0, 500).equals(circle(28.6, 53.3, 500))
    for inner, outer in [(500, 500), (-1, 500), (math.nan, 500)]:
        with pytest.raises(GeometryError):
            annulus(28.6, 53.3, inner, outer)
