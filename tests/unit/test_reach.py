"""What rings reach, against distances measured beforehand with other code."""

from __future__ import annotations

import csv
import json
import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.coverage import (
    CityVerdict,
    border_distance,
    country_join,
    coverage_frame,
    reach,
    reach_of,
    reach_verdict,
)
from geo.datasets import arsenal
from geo.errors import GeometryError, InputError
from geo.frames import COVERAGE
from geo.geodesy import distance_km
from geo.rings import Ring, documented_rings, ring_of, ring_rows

GOLDEN = Path(__file__).parents[1] / "golden" / "claims"
ARTICLE = date(2023, 4, 6)


def rows(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


DISTANCES = rows("golden_distances.csv")
CAPITALS = {row["name"]: row for row in rows("capitals.csv")}


@pytest.fixture(scope="module")
def ring() -> Ring:
    return ring_of("asipovichy_465", "iskander_m", on=ARTICLE)


def test_distances_to_capitals() -> None:
    for row in (r for r in DISTANCES if r["target_kind"] == "city"):
        site, capital = arsenal.read_sites()[row["site_id"]], CAPITALS[row["target"]]
        km = distance_km(site.lon, site.lat, float(capital["lon"]), float(capital["lat"]))
        assert float(km) == pytest.approx(float(row["km"]), abs=0.06), row


def test_distances_to_borders_and_coasts() -> None:
    coasts = {(r["site_id"], r["target"]) for r in DISTANCES if r["target_kind"] == "country"}
    for row in (r for r in DISTANCES if r["target_kind"] != "city"):
        by_coast = (row["site_id"], row["target"]) in coasts
        if by_coast and row["target_kind"] == "border":
            continue  # we give the nearest land, which is the coast
        site = arsenal.read_sites()[row["site_id"]]
        found = border_distance(row["target"], site.lon, site.lat)
        assert found is not None
        # lines are simplified to 100 m, coasts to 0.02 degrees
        assert found.km == pytest.approx(float(row["km"]), abs=1.5 if by_coast else 0.15), row
        assert (found.border_id == "") == by_coast
        if not by_coast:
            assert found.border_id in row["basis"]


def test_vilnius_inside_warsaw_outside_riga_nobody_can_tell(ring: Ring) -> None:
    record = reach("asipovichy_465", "iskander_m", on=ARTICLE).to_record()
    cities = {row["name"]: row for row in record["cities"] if row["capital"]}
    assert cities["Vilnius"]["verdict"] == "inside"
    assert cities["Warsaw"]["verdict"] == "outside"
    assert cities["Riga"]["verdict"] == "can't tell"
    assert cities["Riga"]["distance_km"] == pytest.approx(497.2, abs=0.1)
    # the town is known to 8 km, so even against 500 km alone nobody can tell
    exact = replace(ring, low_km=500)
    assert reach_verdict(exact, 497.2, 8) == (CityVerdict.CANT_TELL, "location")
    assert reach_verdict(exact, 507.9, 8) == (CityVerdict.CANT_TELL, "location")
    assert reach_verdict(exact, 508.1, 8) == (CityVerdict.OUTSIDE, "beyond")
    assert reach_verdict(exact, 491.9, 8) == (CityVerdict.INSIDE, "within")


def test_record() -> None:
    record = reach("asipovichy_465", "iskander_m", on=ARTICLE).to_record()
    assert set(record) >= {
        "site", "system", "radius_km", "precision_km", "hypothetical", "area_km2", "countries",
        "cities", "standoff",
    }  # fmt: skip
    assert (record["radius_km"], record["precision_km"], record["hypothetical"]) == (500, 8, False)
    assert record["area_km2"] == pytest.approx(math.pi * 500**2, rel=0.002)
    assert [row["iso_a3"] for row in record["standoff"]] == [
        "RUS", "UKR", "LTU", "LVA", "POL", "EST",
    ]  # fmt: skip
    assert record["on"] == ARTICLE.isoformat()
    assert (
        reach("asipovichy_465", "iskander_m").to_record()["on"] == arsenal.facts_as_of().isoformat()
    )
    assert record["source_ids"][:2] == ["facts:systems/iskander_m", "facts:deployments/d03"]
    json.dumps(record)


def test_countries_share_out_the_disc() -> None:
    found = reach("asipovichy_465", "iskander_m", on=ARTICLE)
    by_iso = {row.iso_a3: row for row in found.countries}
    # no sea within the ring: the parts make up the whole
    assert sum(row.area_km2 for row in found.countries) == pytest.approx(found.area_km2, rel=1e-4)
    assert by_iso["BLR"].share == 1
    assert by_iso["BLR"].area_km2 == pytest.approx(207_600, rel=0.01)
    assert 0.3 < by_iso["UKR"].share < 0.4
    assert "SWE" not in by_iso


def test_people_are_an_estimate_between_nobody_and_all() -> None:
    by_iso = {r.iso_a3: r for r in reach("asipovichy_465", "iskander_m", on=ARTICLE).countries}
    belarus, poland = by_iso["BLR"], by_iso["POL"]
    assert belarus.population == pytest.approx(9.4e6, rel=0.02)
    assert poland.population is not None
    # Białystok and Lublin, not Warsaw
    assert 2e6 < poland.population < 5e6


def test_quarters_are_not_listed_as_cities() -> None:
    names = [c.name for c in reach("asipovichy_465", "iskander_m", on=ARTICLE).cities]
    assert "Kyiv" in names
    assert not {"Obolon", "Darnytsya", "Mokotów"} & set(names)
    assert len(names) == len(set(names))


@given(
    km=st.floats(0, 1000),
    slack=st.floats(0, 30),
    dead=st.none() | st.floats(0, 90),
)
def test_verdicts_keep_their_promises(km: float, slack: float, dead: float | None) -> None:
    ring = replace(EXAMPLE, dead_zone_km=dead, low_km=400.0, high_km=500.0)
    verdict, reason = reach_verdict(ring, km, slack)
    nearest, farthest = km - slack, km + slack
    if verdict is CityVerdict.INSIDE:
        assert (dead or 0) <= nearest
        assert farthest <= 400
    elif verdict is CityVerdict.OUTSIDE:
        assert nearest > 500 or farthest < (dead or 0)
    else:
        assert reason in {"between-maxima", "location"}
        assert nearest <= 500


EXAMPLE = ring_of("asipovichy_465", "iskander_m", on=ARTICLE)


def test_dead_zone() -> None:
    assert reach_verdict(EXAMPLE, 20, 5) == (CityVerdict.OUTSIDE, "too-near")
    assert reach_verdict(EXAMPLE, 48, 5) == (CityVerdict.CANT_TELL, "location")


def test_a_point_and_a_radius_of_ones_own() -> None:
    found = reach(lon=179.5, lat=66.0, radius_km=400)
    assert found.ring.hypothetical
    assert {row.iso_a3 for row in found.countries} == {"RUS"}
    # the centre lies in Russia, so its border is no standoff; Alaska is reached by nothing
    assert all(row.iso_a3 != "RUS" for row in found.standoff)
    assert found.area_km2 == pytest.approx(math.pi * 400**2, rel=0.002)


def test_what_cannot_be_reached_is_refused() -> None:
    with pytest.raises(InputError):
        reach("asipovichy_465")
    with pytest.raises(InputError):
        reach()
    with pytest.raises(GeometryError):
        reach("asipovichy_465", "iskander_m", radius_km=-1)


def test_a_frame_of_what_rings_cover() -> None:
    rings = ring_rows(
        documented_rings(arsenal.documented(ARTICLE, site_ids={"asipovichy_465", "lida_ab"}))
    )
    frame = coverage_frame(rings)
    COVERAGE.check(frame)
    row = frame.loc["asipovichy_465/iskander_m|POL"]
    assert row["standoff_km"] == pytest.approx(314.9, abs=0.15)
    assert pd.isna(frame.loc["asipovichy_465/iskander_m|BLR", "standoff_km"])
    assert set(frame["ring_id"]) == set(rings.index)
    COVERAGE.check(coverage_frame(ring_rows(())))


def test_join_keeps_places_without_a_point() -> None:
    assert country_join([27.57, None, 0.0], [53.9, 52.0, 0.0]) == ("BLR", None, None)
    assert country_join([], []) == ()
    with pytest.raises(InputError, match="viewpoint"):
        country_join([27.57], [53.9], viewpoint="mine")


def test_the_frame_agrees_with_each_rings_own_measure() -> None:
    rings = [
        ring_of("asipovichy_465", "iskander_m"),
        ring_of("", "", radius_km=300, at=(179.0, 66.5)),
    ]
    frame = coverage_frame(ring_rows(rings))
    for ring in rings:
        found = reach_of(ring)
        mine = frame[frame["ring_id"] == ring.id]
        assert mine["iso_a3"].tolist() == [row.iso_a3 for row in found.countries]
        assert mine["area_km2"].tolist() == [row.area_km2 for row in found.countries]
        assert mine["share"].tolist() == [row.share for row in found.countries]
        apart = {row.iso_a3: row.km for row in found.standoff}
        told = mine.set_index("iso_a3")["standoff_km"].dropna().to_dict()
        assert told == {iso: km for iso, km in apart.items() if iso in told}
        assert set(mine["iso_a3"]) - set(told) <= {ring.iso_a3 or "RUS"}
