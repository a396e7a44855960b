from __future__ import annotations

import geopandas as gpd
import pytest
from shapely import LineString, Point

from geo.errors import DataError
from geo.frames import CRS, PLACES, SITES, geometry_at


@pytest.fixture
def sites() -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        {
            "site_id": ["a", "b"],
            "kind": ["air base", "depot"],
            "precision_km": [1.0, 15.0],
            "iso_a3": ["BLR", "RUS"],
            "status": ["confirmed", "reported"],
            "source_id": ["s", "s"],
        },
        geometry=[Point(28, 53), Point(20, 54)],
        crs=CRS,
    ).set_index("site_id")


def test_a_frame_that_keeps_its_promise_passes(sites):
    SITES.check(sites)
    assert geometry_at(sites, "b") == Point(20, 54)


def test_every_breach_is_listed_at_once(sites):
    broken = sites.drop(columns="kind").assign(precision_km=["1", "x"])
    broken = broken.set_geometry([Point(28, 53), None]).set_crs("EPSG:4326", allow_override=True)
    broken.index = ["a", "a"]
    breaches = list(SITES.breaches(broken))
    for word in ("index is None", "duplicates (a)", "'kind' is missing", "'precision_km'", "CRS"):
        assert any(word in breach for breach in breaches), word
    assert any("missing in 1 rows" in breach for breach in breaches)
    with pytest.raises(DataError, match=r"SITES.*; "):
        SITES.check(broken)


def test_another_kind_of_geometry_is_refused(sites):
    lines = sites.set_geometry([LineString([(0, 0), (1, 1)]), Point(0, 0)], crs=CRS)
    assert list(SITES.breaches(lines)) == ["geometry has LineString"]


def test_missing_values_only_where_the_schema_admits_them(sites):
    assert list(SITES.breaches(sites.assign(kind=["air base", None]))) == [
        "column 'kind' has missing values"
    ]
    assert list(SITES.breaches(sites.assign(precision_km=[1.0, float("inf")]))) == [
        "column 'precision_km' doesn't hold number values"
    ]


def test_places_may_have_no_point():
    frame = gpd.GeoDataFrame(
        {
            "mention_id": ["m0"],
            "surface": ["Zachód"],
            "name": [None],
            "place_id": [None],
            "kind": ["region"],
            "iso_a3": [None],
            "score": [0.5],
            "status": ["resolved"],
            "start": [0],
            "end": [6],
            "source_id": [None],
        },
        geometry=[None],
        crs=CRS,
    ).set_index("mention_id")
    PLACES.check(frame)
