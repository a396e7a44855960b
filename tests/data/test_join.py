"""Points to countries: a sample of the world's settlements, and the policy on disputes."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest

from geo.datasets.join import VIEWPOINTS, country_at, disputed_at, read_disputed
from geo.datasets.manifest import data_folder
from geo.errors import InputError

SAMPLE = Path(__file__).parent / "cities_sample.csv"

CASES = {
    # where, then the answers by the line of the UN, by who holds it, and neutral
    "Simferopol": (34.10, 44.95, "UKR", "RUS", None),
    "Majdal Shams": (35.77, 33.27, "SYR", "ISR", None),
    "Laayoune": (-13.20, 27.15, "ESH", "MAR", None),
    "Pristina": (21.16, 42.66, "XKX", "XKX", None),
    "Kyrenia": (33.32, 35.33, "CYP", None, None),
    "Sukhumi": (41.02, 43.00, "GEO", None, None),
    "Tiraspol": (29.63, 46.84, "MDA", None, None),
    "Hargeisa": (44.06, 9.56, "SOM", None, None),
    "Srinagar": (74.80, 34.09, "IND", "IND", None),
    "Temple Mount": (35.2354, 31.778, "PSE", "ISR", None),
    "Donetsk": (37.80, 48.00, "UKR", "UKR", "UKR"),
    "Taipei": (121.50, 25.03, "TWN", "TWN", "TWN"),
    "Minsk": (27.56, 53.90, "BLR", "BLR", "BLR"),
}


def test_the_sample_falls_into_its_own_countries() -> None:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = country_at([float(r["lon"]) for r in rows], [float(r["lat"]) for r in rows])
    wrong = [
        (r["name"], r["iso_a3"], code)
        for r, code in zip(rows, found, strict=True)
        if code != r["iso_a3"]
    ]
    assert len(rows) > 1000
    # 99.92 % of all 234,908 are right; of these 1,175 that is one wrong
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize("name", CASES)
def test_viewpoints_tell_disputed_places_apart(name: str) -> None:
    lon, lat, *told = CASES[name]
    assert [country_at(lon, lat, viewpoint=v)[0] for v in VIEWPOINTS] == told


@pytest.mark.parametrize(
    ("lon", "lat", "iso"),
    [
        (12.453, 41.903, "VAT"),
        (7.42, 43.735, "MCO"),
        (12.45, 43.94, "SMR"),
        (28.2, -29.6, "LSO"),
        (-66.1, 18.4, "PRI"),
        (-52.3, 4.9, "GUF"),
        (114.17, 22.3, "HKG"),
        (15.6, 78.2, "SJM"),
        (20.5, 54.71, "RUS"),
        (35.2, 4.85, "KEN"),
    ],
)
def test_enclaves_and_territories_have_their_own_code(lon: float, lat: float, iso: str) -> None:
    assert country_at(lon, lat) == (iso,)


def test_a_pier_has_its_country_and_the_open_sea_none() -> None:
    # Hel, 3 km off the coast; the middle of the Baltic and of the Atlantic
    assert country_at([18.85, 19.5, -30], [54.60, 56.5, 30]) == ("POL", None, None)


def test_scalars_arrays_and_nothing() -> None:
    assert country_at(27.56, 53.9) == ("BLR",)
    assert country_at([], []) == ()


def test_disputed_places_can_be_explained() -> None:
    crimea = disputed_at(34.10, 44.95)
    assert crimea is not None
    assert (crimea.area_id, crimea.un, crimea.de_facto) == ("crimea", "UKR", "RUS")
    assert "68/262" in crimea.basis
    assert disputed_at(27.56, 53.90) is None


def test_shipped_policy_is_the_written_one() -> None:
    written = tomllib.loads((data_folder() / "recipes/disputes.toml").read_text(encoding="utf-8"))
    shipped = {d.area_id: (d.un, d.de_facto or "", d.basis) for d in read_disputed()}
    assert shipped == {d["id"]: (d["un"], d["de_facto"], d["basis"]) for d in written["disputed"]}


def test_an_unknown_viewpoint_is_refused() -> None:
    with pytest.raises(InputError, match="mine"):
        country_at(0, 0, viewpoint="mine")


def test_the_line_of_the_united_nations_is_the_default() -> None:
    assert country_at([34.10, 35.77], [44.95, 33.27]) == ("UKR", "SYR")
