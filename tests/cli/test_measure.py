from __future__ import annotations

import json

import pytest


def test_the_border_with_nato_on_the_article_s_date(standoff):
    run = standoff("border", "BLR", "NATO", "--on", "2023-04-06", "--format", "json")
    record = json.loads(run.out)
    assert run.code == 0
    assert {(p["a"], p["b"]) for p in record["pairs"]} == {
        ("BLR", "LTU"),
        ("BLR", "LVA"),
        ("BLR", "POL"),
    }
    assert record["total_km"] == pytest.approx(1263, abs=2)
    by_detail = {row["detail"]: row["total_km"] for row in record["by_detail"]}
    assert len(by_detail) == 7
    assert min(by_detail.values()) == pytest.approx(738, abs=2)
    published = {(p["b"], row["km"]) for p in record["pairs"] for row in p["published"]}
    assert {("POL", 398.6), ("LTU", 678.8), ("LVA", 172.912), ("POL", 418.0)} <= published


def test_membership_counts_on_the_day(standoff):
    run = standoff("border", "BLR", "NATO", "--on", "2003-01-01", "--format", "json")
    assert [p["b"] for p in json.loads(run.out)["pairs"]] == ["POL"]
    run = standoff("border", "BLR", "NATO", "--on", "1998-01-01")
    assert run.code == 1
    assert "no land border" in run.err


def test_a_border_as_a_table(standoff):
    run = standoff("border", "pol", "blr")
    assert "osm_10m" in run.out
    assert "398.6" in run.out


@pytest.mark.parametrize("side", ["BLR", "NATO"])
def test_a_side_has_no_border_with_itself(standoff, side):
    run = standoff("border", side, side.lower())
    assert run.code == 2
    assert "inner borders" in run.err


def test_tables_say_by_whose_figures_and_how_well_documented(standoff):
    run = standoff("reach", "asipovichy_465", "iskander_m", "--on", "2022-10-01")
    told = (
        "400 to 500 km",
        "deployment: claimed on 2022-10-01",
        "8 km",
        "50 km",
        "CSIS",
        "GeoNames",
    )
    assert not [words for words in (*told, "OpenStreetMap") if words not in run.out]
    assert "Ukrainska Pravda, 29 Sep 2022" in run.out
    run = standoff("border", "POL", "BLR")
    assert "CIA World Factbook" in run.out.split("sources")[1]


def test_a_reach_of_nothing_says_so(standoff):
    run = standoff("reach", "-", "-", "--at", "0,90", "--radius-km", "200")
    assert run.code == 0
    assert "given by hand" in run.out
    assert "No country lies inside." in run.out


def test_reach_gives_three_answers(standoff):
    run = standoff("reach", "asipovichy_465", "iskander_m", "--format", "json")
    record = json.loads(run.out)
    verdicts = {city["name"]: city["verdict"] for city in record["cities"]}
    assert verdicts["Vilnius"] == "inside"
    assert verdicts["Warsaw"] == "outside"
    assert verdicts["Riga"] == "can't tell"
    assert record["hypothetical"] is False
    assert {row["iso_a3"] for row in record["countries"]} >= {"BLR", "LTU", "LVA", "POL", "UKR"}
    assert all(0 < row["share"] <= 1 for row in record["countries"])


def test_reach_of_a_point_and_radius_of_one_s_own(standoff):
    run = standoff("reach", "-", "-", "--at", "28.6,53.3", "--radius-km", "100", "--format", "json")
    record = json.loads(run.out)
    assert record["hypothetical"] is True
    assert record["area_km2"] == pytest.approx(31416, rel=0.002)
    assert [row["iso_a3"] for row in record["countries"]] == ["BLR"]


def test_a_pair_nobody_documented_is_hypothetical(standoff):
    run = standoff("reach", "lida_ab", "iskander_m")
    assert run.code == 0
    assert "hypothetical" in run.out


def test_the_claim_of_the_seed_is_measured(standoff, seed):
    run = standoff("check", seed, "--format", "json")
    findings = json.loads(run.out)["findings"]
    border = next(f for f in findings if f["kind"] == "border-length")
    assert (border["value"], border["unit"], border["verdict"]) == (1250, "km", "consistent")
    assert border["subject"] == ["BLR"] or border["subject"] == "BLR"
    assert border["measured"] == pytest.approx(1263, abs=2)
    assert border["reason"]


def test_nothing_to_check_is_an_answer_of_its_own(standoff):
    run = standoff("check", "-", stdin=b"The ministers met in Vilnius.")
    assert run.code == 1
    assert "No number" in run.err
