from __future__ import annotations

import math
from datetime import date

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.datasets import arsenal
from geo.errors import GeometryError, InputError
from geo.frames import RINGS, geometry_at
from geo.geodesy import area_km2, distance_km
from geo.rings import (
    band,
    bands,
    dead_zone,
    dead_zones,
    documented_rings,
    point_of,
    range_ring,
    ring_of,
    ring_rows,
    uncertainties,
)

ARTICLE = date(2023, 4, 6)


@pytest.fixture(scope="module")
def rings() -> gpd.GeoDataFrame:
    return ring_rows(documented_rings(arsenal.documented(ARTICLE), ARTICLE))


def radii_km(shape: shapely.Geometry, lon: float, lat: float) -> np.ndarray:
    x, y = shapely.get_coordinates(shape).T
    return distance_km(lon, lat, x, y)


def test_a_ring_is_a_geodesic_circle() -> None:
    ring = range_ring(28.62872, 53.30588, 500)
    assert np.abs(radii_km(ring, 28.62872, 53.30588) - 500).max() < 0.001
    assert ring.exterior.is_ccw


@pytest.mark.parametrize(
    ("lon", "lat", "km"), [(0, 0, 0), (0, 0, -5), (0, 91, 10), (181, 0, 10), (0, 0, math.nan)]
)
def test_what_is_no_ring_is_refused(lon: float, lat: float, km: float) -> None:
    with pytest.raises(GeometryError):
        range_ring(lon, lat, km)


def test_rings_of_the_documented_keep_the_contract(rings: gpd.GeoDataFrame) -> None:
    RINGS.check(rings)
    row = rings.loc["asipovichy_465/iskander_m"]
    assert (row["low_km"], row["high_km"], row["dead_zone_km"]) == (400, 500, 50)
    assert (row["status"], row["deployment_id"]) == ("reported", "d03")
    assert not rings["hypothetical"].any()
    RINGS.check(ring_rows(()))


def test_a_launcher_leads_to_its_munitions_and_off_stays_off(rings: gpd.GeoDataFrame) -> None:
    fired = rings[rings["launcher_id"] == "s400"]
    assert set(fired.index) == {"zyabrawka_ab/s400_40n6", "zyabrawka_ab/s400_48n6e3"}
    assert fired.loc["zyabrawka_ab/s400_40n6", "ring_default"] == "dashed"
    assert not any(key.endswith(("/kinzhal", "/a50u", "/su30sm", "/s400")) for key in rings.index)


def test_band_dead_zone_and_doubt(rings: gpd.GeoDataFrame) -> None:
    row = rings.loc["asipovichy_465/iskander_m"]
    shape = band(row)
    assert shape is not None
    reached = radii_km(shape, row["lon"], row["lat"])
    assert reached.min() == pytest.approx(400, abs=0.001)
    assert reached.max() == pytest.approx(500, abs=0.001)
    inner = dead_zone(row)
    assert inner is not None
    assert area_km2(inner) == pytest.approx(math.pi * 50**2, rel=0.001)
    assert band(rings.loc["lida_ab/su25"]) is None
    assert dead_zone(rings.loc["lida_ab/su25"]) is None
    assert "lida_ab/su25" not in bands(rings).index
    assert set(dead_zones(rings).index) >= {"asipovichy_465/iskander_m", "asipovichy_336/polonez"}
    doubt = geometry_at(uncertainties(rings), "asipovichy_465/iskander_m")
    assert radii_km(doubt, row["lon"], row["lat"]).max() == pytest.approx(8, abs=0.001)


def test_a_pair_is_hypothetical_until_documented() -> None:
    early = ring_of("asipovichy_465", "iskander_m", on=date(2022, 9, 1))
    assert (early.hypothetical, early.status) == (True, "hypothetical")
    assert not ring_of("asipovichy_465", "iskander_m", on=ARTICLE).hypothetical
    assert ring_of("lida_ab", "iskander_m", on=ARTICLE).hypothetical
    # a munition counts as documented with its launcher
    assert ring_of("zyabrawka_ab", "s400_48n6e3", on=ARTICLE).launcher_id == "s400"


def test_a_persons_radius_or_point_makes_it_hypothetical() -> None:
    wider = ring_of("asipovichy_465", "iskander_m", radius_km=700, on=ARTICLE)
    assert (wider.low_km, wider.high_km, wider.hypothetical) == (700, 700, True)
    assert wider.source_id == "user:radius"
    own = ring_of("", "iskander_m", at=(25.0, 54.0), on=ARTICLE)
    assert (own.lon, own.lat, own.precision_km, own.hypothetical) == (25.0, 54.0, 0, True)
    assert len({wider.id, own.id, ring_of("asipovichy_465", "iskander_m").id}) == 3


@pytest.mark.parametrize(
    ("site", "system", "told"),
    [
        ("zyabrawka_ab", "s400", "s400_40n6"),
        ("lida_ab", "a50u", "radius"),
        ("lida_ab", "", "radius"),
        ("nowhere", "iskander_m", "Known are"),
        ("lida_ab", "nothing", "Known are"),
        ("", "iskander_m", "a point"),
    ],
)
def test_what_has_no_range_says_what_to_do(site: str, system: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        ring_of(site, system)
    assert told in caught.value.hint


def test_a_point_off_the_globe_is_refused() -> None:
    with pytest.raises(GeometryError):
        ring_of("", "iskander_m", at=(200.0, 0.0))


def test_a_point_does_not_make_up_a_site() -> None:
    with pytest.raises(InputError, match="no known site"):
        ring_of("nowhere", "iskander_m", at=(25.0, 54.0))
    # the facts name it, and nobody published where it lies
    assert ring_of("pawlawka_site", "iskander_m", at=(27.5, 53.0)).site_id == "pawlawka_site"


def test_half_a_point_is_refused() -> None:
    assert point_of(None, None) is None
    assert point_of(0.0, 0.0) == (0.0, 0.0)
    for lon, lat in ((25.0, None), (None, 54.0)):
        with pytest.raises(InputError, match="longitude and latitude"):
            point_of(lon, lat)


def test_a_radius_within_the_dead_zone_has_none() -> None:
    assert ring_of("asipovichy_465", "iskander_m", radius_km=30).dead_zone_km is None
    assert ring_of("asipovichy_465", "iskander_m", radius_km=60).dead_zone_km == 50
