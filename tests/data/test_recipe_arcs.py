"""The algorithm that finds borders in polygons, on squares that a person can check."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, Polygon, box

from geo.datasets.manifest import data_folder


@pytest.fixture
def arcs(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(data_folder() / "recipes"))
    module = importlib.import_module("borders_arcs")
    monkeypatch.delitem(sys.modules, "borders_arcs")
    return module


def test_a_shared_edge_is_the_border_exactly(arcs: ModuleType) -> None:
    found = arcs.find_arcs({"AAA": box(0, 0, 1, 1), "BBB": box(1, 0, 2, 1)})
    assert list(found) == [("AAA", "BBB")]
    assert found["AAA", "BBB"].equals(LineString([(1, 0), (1, 1)]))


def test_the_first_country_s_side_is_kept_whole_where_the_two_were_drawn_apart(
    arcs: ModuleType,
) -> None:
    # 0.0005 degrees, 55 m apart; the second side has a vertex of its own
    other = Polygon([(1.0005, 0), (2, 0), (2, 1), (1.0005, 1), (1.0004, 0.37)])
    found = arcs.find_arcs({"AAA": box(0, 0, 1, 1), "BBB": other})
    border = found["AAA", "BBB"]
    # the densifying is undone: one piece, from end to end
    assert border.equals(LineString([(1, 0), (1, 1)]))
    assert len(border.coords) == 2


def test_sides_too_far_apart_touch_only_across_a_gap_on_land(arcs: ModuleType) -> None:
    apart = {"AAA": box(0, 0, 1, 1), "BBB": box(1.01, 0, 2, 1)}
    assert arcs.find_arcs(apart) == {}
    land = {"AAA": box(0, 0, 1.02, 1)}
    assert arcs.find_arcs(apart, land)["AAA", "BBB"].length == pytest.approx(1, abs=0.03)


def test_reach_is_wider_in_longitude_far_north(arcs: ModuleType) -> None:
    # 0.0015 degrees of longitude: 165 m on the equator, 65 m at 67 degrees north
    for lat, near in ((0, False), (67, True)):
        pair = {"AAA": box(0, lat, 1, lat + 1), "BBB": box(1.0015, lat, 2, lat + 1)}
        assert bool(arcs.find_arcs(pair)) is near


def test_the_sea_is_masked_out(arcs: ModuleType) -> None:
    waters = {"AAA": box(0, 0, 1, 1), "BBB": box(1, 0, 2, 1)}
    waters = {name: shapely.segmentize(shape, 0.05) for name, shape in waters.items()}
    land = {"AAA": box(0, 0, 1, 0.5), "BBB": box(1, 0, 2, 0.5)}
    assert arcs.find_arcs(waters, land)["AAA", "BBB"].length == pytest.approx(0.5, abs=0.03)


def test_overlapping_claims_are_no_border(arcs: ModuleType) -> None:
    # both hold the right half of the first: they trace three of its edges the same way
    whole = Polygon([(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1)])
    assert arcs.find_arcs({"AAA": whole, "BBB": box(1, 0, 2, 1)}) == {}


def test_islands_and_holes_border_too(arcs: ModuleType) -> None:
    hole = box(0.4, 0.4, 0.6, 0.6)
    around = Polygon(box(0, 0, 1, 1).exterior, [hole.exterior])
    found = arcs.find_arcs({"LSO": hole, "ZAF": around})
    assert found["LSO", "ZAF"].length == pytest.approx(0.8)


def test_three_countries_meet_in_a_point(arcs: ModuleType) -> None:
    squares = {
        "AAA": Polygon([(0, 0), (1, 0), (1, 1), (1, 2), (0, 2)]),
        "BBB": box(1, 0, 2, 1),
        "CCC": box(1, 1, 2, 2),
    }
    found = arcs.find_arcs(squares)
    assert set(found) == {("AAA", "BBB"), ("AAA", "CCC"), ("BBB", "CCC")}
    ends = [set(map(tuple, np.array(line.coords)[[0, -1]])) for line in found.values()]
    assert set.intersection(*ends) == {(1.0, 1.0)}
