"""Borders of countries and alliances on a date."""

from __future__ import annotations

from datetime import date

import pytest

from geo.borders import border_lines, measure_border, neighbours, pairs
from geo.datasets.borders import LENGTH_DETAILS
from geo.datasets.countries import read_country_borders
from geo.errors import InputError
from geo.frames import CRS

APRIL_2023 = date(2023, 4, 6)


def test_belarus_and_nato_in_april_2023() -> None:
    measure = measure_border("BLR", "NATO", on=APRIL_2023)
    assert [(pair.a, pair.b) for pair in measure.pairs] == [
        ("BLR", "LTU"),
        ("BLR", "LVA"),
        ("BLR", "POL"),
    ]
    assert measure.total_km == pytest.approx(1263, abs=1)
    assert tuple(detail for detail, _ in measure.by_detail) == LENGTH_DETAILS
    assert [round(km) for _, km in measure.by_detail] == [738, 870, 958, 1032, 1196, 1259, 1263]


def test_published_figures_stand_beside_the_measured_ones() -> None:
    record = measure_border("BLR", "NATO", on=APRIL_2023).to_record()
    by_pair = {pair["b"]: [row["km"] for row in pair["published"]] for pair in record["pairs"]}
    # what is published on the Belarusian side sums to the article's 1250
    assert 398.6 in by_pair["POL"]
    assert 678.8 in by_pair["LTU"]
    assert 172.912 in by_pair["LVA"]
    assert all(row["source_id"] for pair in record["pairs"] for row in pair["published"])


def test_the_record_has_the_fixed_names() -> None:
    record = measure_border("BLR", "POL", on=APRIL_2023).to_record()
    assert {"a", "b", "on", "pairs", "total_km", "by_detail"} <= set(record)
    (pair,) = record["pairs"]
    assert {"a", "b", "length_km", "detail", "published", "source_ids"} <= set(pair)
    assert set(pair["published"][0]) == {"km", "by", "year", "source_id"}
    assert record["on"] == "2023-04-06"
    assert record["by_detail"][0] == {"detail": "ne_110m", "total_km": 291.5}


def test_memberships_decide_on_their_date() -> None:
    assert pairs("BLR", "NATO", date(2003, 1, 1)) == (("BLR", "POL"),)
    assert pairs("BLR", "NATO", date(1998, 1, 1)) == ()
    assert ("FIN", "RUS") in pairs("NATO", "RUS", date(2023, 4, 5))
    assert ("FIN", "RUS") not in pairs("NATO", "RUS", date(2023, 4, 3))


def test_nothing_to_measure_is_an_answer() -> None:
    measure = measure_border("ISL", "NATO", on=APRIL_2023)
    assert (measure.pairs, measure.total_km, measure.by_detail) == ((), 0.0, ())


def test_inner_borders_of_an_alliance_do_not_count() -> None:
    inner = {code for pair in pairs("NATO", "EU", APRIL_2023) for code in pair}
    assert pairs("NATO", "NATO", APRIL_2023) == ()
    # Austria and Ireland are in the EU only
    assert {"AUT", "IRL"} <= inner


def test_order_and_case_do_not_matter() -> None:
    assert measure_border("POL", "BLR").total_km == measure_border("blr", "pol").total_km
    assert pairs("POL", "BLR") == (("POL", "BLR"),)


@pytest.mark.parametrize("side", ["XYZ", "", "Poland", "WARSAW PACT"])
def test_unknown_sides_are_refused(side: str) -> None:
    with pytest.raises(InputError, match="neither a country nor an alliance"):
        pairs(side, "POL")


def test_a_coast_without_borders_has_no_neighbours() -> None:
    assert neighbours("ISL") == frozenset()
    assert {"LTU", "RUS"} <= neighbours("POL")


def test_lines_to_measure_to() -> None:
    lines = border_lines("BLR", "NATO", APRIL_2023)
    assert list(lines.index) == ["BLR-LTU", "BLR-LVA", "BLR-POL"]
    assert lines.crs.to_string() == CRS
    assert set(lines["drawn_at"]) == {"osm_10m_masked"}
    assert set(lines["source_id"]) == {"osm_borders"}


def test_lines_to_draw_are_the_polygons_own_edges() -> None:
    lines = border_lines("BLR", frozenset({"POL", "UKR"}), detail="world")
    edges = read_country_borders("world")
    assert list(lines.index) == ["BLR-POL", "BLR-UKR"]
    assert all(lines.geometry[name].equals(edges.geometry[name]) for name in lines.index)
    # drawn coarsely, measured finely
    assert lines["length_km"]["BLR-POL"] == pytest.approx(419.3, abs=0.1)
    assert set(lines["source_id"]) == {"natural_earth"}


def test_no_sides_give_an_empty_frame_with_its_columns() -> None:
    empty = border_lines("", frozenset())
    assert empty.empty
    assert {"iso_a", "iso_b", "length_km", "detail", "source_id"} <= set(empty.columns)


def test_an_unknown_detail_is_refused() -> None:
    with pytest.raises(InputError, match="ne_1m"):
        border_lines("BLR", "POL", detail="ne_1m")  # type: ignore[arg-type]
