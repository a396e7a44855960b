"""The supplement's points can be where they say: in their country, on their element."""

from __future__ import annotations

import csv
import importlib
import sys
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace

import pytest

from geo.datasets.manifest import data_folder
from geo.gazetteer import open_index
from geo.geodesy import distance_km

SUPPLEMENT = data_folder() / "gazetteer" / "supplement"


@pytest.fixture(scope="module")
def parts() -> Iterator[SimpleNamespace]:
    sys.path.insert(0, str(data_folder() / "recipes"))
    known = set(sys.modules)
    try:
        yield SimpleNamespace(
            points=importlib.import_module("gazetteer_parts.points"),
            supplement=importlib.import_module("gazetteer_parts.supplement"),
            rows=importlib.import_module("gazetteer_parts.rows"),
            districts=importlib.import_module("gazetteer_parts.districts"),
            second=importlib.import_module("gazetteer_parts.second"),
            cldr=importlib.import_module("gazetteer_parts.cldr"),
            geonames=importlib.import_module("gazetteer_parts.geonames"),
        )
    finally:
        sys.path.pop(0)
        for name in set(sys.modules) - known:
            if name.startswith("gazetteer_parts") or name == "fetch":
                del sys.modules[name]


def settlements(rows: ModuleType) -> object:
    """The index's towns and airfields as the recipe has them."""
    index, gazetteer = open_index(), rows.Gazetteer()
    for row in range(len(index)):
        feature = index.feature(row)
        town = feature.startswith("P.") and index.population[row] >= 10_000
        if town or feature in {"S.AIRB", "S.AIRP"}:
            place = index.place(row)
            if place.id.startswith("standoff:"):
                continue
            gazetteer.add(
                rows.Row(
                    id=place.id,
                    name=place.name,
                    lon=place.lon,
                    lat=place.lat,
                    feature_class=place.feature_class,
                    feature_code=place.feature_code,
                    iso_a2="",
                    population=place.population,
                    origin="test",
                )
            )
    return gazetteer


@pytest.fixture(scope="module")
def checker(parts: SimpleNamespace) -> object:
    return parts.points.Checker(settlements(parts.rows))


def test_nothing_speaks_against_any_point(parts: SimpleNamespace, checker: object) -> None:
    faults = [
        f"{where}: {line['id']}: {fault}"
        for where, line in parts.supplement.read_supplement(SUPPLEMENT)
        if line["lon"]
        for fault in checker.faults(parts.supplement.point_of(line))
    ]
    assert faults == []


@pytest.mark.parametrize(
    ("feature", "iso_a3", "lon", "lat", "precision_km", "fault"),
    [
        ("T.MT", "POL", 30.5, 50.4, 20, "outside POL"),
        ("H.SEA", "", 21.0, 52.2, 20, "km inland"),
        ("S.PS", "", 19.0, 57.0, 5, "from land"),
        ("S.AIRB", "POL", 21.5, 52.9, 2, "airfield"),
        ("S.GOVL", "RUS", 100.0, 66.0, 2, "town"),
    ],
)
def test_a_wrong_point_is_told(
    parts: SimpleNamespace,
    checker: object,
    *,
    feature: str,
    iso_a3: str,
    lon: float,
    lat: float,
    precision_km: float,
    fault: str,
) -> None:
    point = parts.points.Point(
        feature=feature, iso_a3=iso_a3, lon=lon, lat=lat, precision_km=precision_km
    )
    assert any(fault in found for found in checker.faults(point))


def test_second_sources_are_noted(parts: SimpleNamespace) -> None:
    rows = [line for _, line in parts.supplement.read_supplement(SUPPLEMENT)]
    noted = [line["evidence"].split() for line in rows if " " in line["evidence"]]
    assert {second for _, second in noted} == set(parts.second.SECOND)
    assert len(noted) >= 368


@pytest.mark.parametrize(("km", "agrees"), [(9.0, True), (11.0, False)])
def test_a_second_source_agrees_within_reach(
    parts: SimpleNamespace, *, km: float, agrees: bool
) -> None:
    assert parts.second.Found(km, "wdb2", "Bikini", 10.0).agrees is agrees


@pytest.mark.parametrize(
    ("name", "short"),
    [("штат Тэхас", "Тэхас"), ("Prowincja Manica", "Manica"), ("Région wallonne", "")],
)
def test_a_division_is_told_from_its_kind(parts: SimpleNamespace, name: str, short: str) -> None:
    assert parts.cldr.parted(name)[1] == short


@pytest.mark.parametrize(
    ("name", "country", "longer"),
    [("Tangxi Zhen", "CN", True), ("Zhen", "CN", False), ("Tangxi Zhen", "US", False)],
)
def test_a_kind_after_a_name_is_left_out(
    parts: SimpleNamespace, name: str, country: str, *, longer: bool
) -> None:
    assert parts.geonames._is_longer(name, country, {"tangxi"}) is longer


def test_waters_lie_where_the_maps_letter_them() -> None:
    """Two people's memories agree within the water's own extent."""
    with (data_folder() / "names" / "seas.csv").open(encoding="utf-8", newline="") as stream:
        lettered = {row["name_en"]: row for row in csv.DictReader(stream)}
    apart, compared = [], 0
    for path in sorted(SUPPLEMENT.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                sea = next((lettered[n] for n in row["en"].split("|") if n in lettered), None)
                if sea is None or not row["lon"] or row["feature"] == "H.OCN":
                    continue
                compared += 1
                km = float(
                    distance_km(
                        float(row["lon"]), float(row["lat"]), float(sea["lon"]), float(sea["lat"])
                    )
                )
                extent = float(sea["extent_km"]) / 2
                if km > max(extent, float(row["precision_km"]), float(sea["precision_km"])):
                    apart.append(f"{row['id']} {km:.0f}")
    assert apart == []
    assert compared >= 100


def test_a_district_is_told_from_a_town(parts: SimpleNamespace) -> None:
    gazetteer = parts.rows.Gazetteer()
    names = [
        ("city", "Kyiv", 30.52, 50.45, 2_900_000, "PPLC"),
        ("named", "Dniprovskyi", 30.6, 50.46, 350_000, "PPL"),
        ("small", "Saltivka", 30.5, 50.48, 60_000, "PPL"),
        ("seat", "Brovary", 30.79, 50.51, 110_000, "PPLA2"),
        ("far", "Fastiv", 29.92, 50.08, 45_000, "PPL"),
    ]
    for number, name, lon, lat, population, code in names:
        gazetteer.add(
            parts.rows.Row(
                id=f"geonames:{number}",
                name=name,
                lon=lon,
                lat=lat,
                feature_class="P",
                feature_code=code,
                iso_a2="UA",
                population=population,
                origin="cities500",
            )
        )
    gazetteer.rows["geonames:named"].add("Dniprovskyi District")
    assert parts.districts.mark_districts(gazetteer) == 2
    codes = {key[9:]: row.feature_code for key, row in gazetteer.rows.items()}
    assert codes == {
        "city": "PPLC",
        "named": "PPLX",
        "small": "PPLX",
        "seat": "PPLA2",
        "far": "PPL",
    }


@pytest.mark.parametrize("number", ["13561145", "13546518", "6722148", "6545326"])
def test_districts_are_no_cities_in_the_index(number: str) -> None:
    index = open_index()
    row = index.row(f"geonames:{number}")
    assert row is not None
    assert index.feature(row) == "P.PPLX"


def test_no_lettered_city_is_overshadowed() -> None:
    with (data_folder() / "names" / "cities.csv").open(encoding="utf-8", newline="") as stream:
        cities = list(csv.DictReader(stream))
    index, cells = open_index(), {}
    for city in cities:
        cells.setdefault((city["iso_a3"], round(float(city["lat"]))), []).append(city)
    wrong = []
    for city in cities:
        lon, lat, people = float(city["lon"]), float(city["lat"]), int(city["population"])
        row = index.row(f"geonames:{city['geonames_id']}")
        if row is None or index.feature(row) == "P.PPLX":
            wrong.append(city["name_en"])
        for step in (-1, 0, 1):
            for other in cells.get((city["iso_a3"], round(lat) + step), ()):
                near = other is not city and abs(float(other["lon"]) - lon) < 0.5
                if near and int(other["population"]) >= 2 * people and city["role"] != "capital":
                    km = distance_km(lon, lat, float(other["lon"]), float(other["lat"]))
                    if km < 8:
                        wrong.append(f"{city['name_en']} beside {other['name_en']}")
    assert wrong == []
