"""Our own rows: what no package names, in the languages of the articles.

`data/gazetteer/supplement/*.csv`. A row with a GeoNames id lends its names to that place and takes
its point from there; any other row is a place of its own with a point from memory and an honest
`precision_km`, or none at all ("the West"). `evidence` says which, and which second source agrees
with a point from memory (`gazetteer_second.py`): "memory wdb2".
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from gazetteer_parts.points import Checker, Point
from gazetteer_parts.rows import CODE, COLLOQUIAL, HISTORIC, METONYM, Gazetteer, Row
from gazetteer_parts.second import SECOND

__all__ = ["LANGUAGES", "add_supplement", "point_of", "read_supplement"]

LANGUAGES = ("en", "pl", "uk", "ru", "be", "de", "fr", "cs", "sk", "bg", "sl", "lt", "lv")
COLUMNS = (
    "id",
    "geonames_id",
    "feature",
    "iso_a3",
    "lon",
    "lat",
    "precision_km",
    "flags",
    *LANGUAGES,
    "evidence",
)
FLAGS = {
    "metonym": METONYM,
    "historic": HISTORIC,
    "colloquial": COLLOQUIAL,
    "code": CODE,
    "label": 0,
}
CLASSES = frozenset("AHLPRSTUV")
EVIDENCE = frozenset(["geonames", "facts", "memory"])


def read_supplement(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row with where it stands; the process ends at the first breach of the form."""
    seen: set[str] = set()
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                sys.exit(f"{path.name}: the columns must be {','.join(COLUMNS)}")
            for row in reader:
                where = f"{path.name}:{reader.line_num}"
                if fault := _fault(row, seen):
                    sys.exit(f"{where}: {fault}")
                seen.add(row["id"])
                yield where, row


def add_supplement(gazetteer: Gazetteer, folder: Path, iso_a2: dict[str, str]) -> None:
    """Add the rows; one that names a GeoNames id must find it."""
    checker = Checker(gazetteer)
    for where, line in read_supplement(folder):
        for fault in checker.faults(point_of(line)) if line["lon"] else ():
            sys.exit(f"{where}: {line['id']}: {fault}")
        flags = sum(FLAGS[flag] for flag in line["flags"].split())
        if line["geonames_id"]:
            row = gazetteer.rows.get(f"geonames:{line['geonames_id']}")
            if row is None:
                sys.exit(f"{where}: GeoNames {line['geonames_id']} isn't in the gazetteer")
        else:
            row = gazetteer.add(_own_row(line, iso_a2))
        for lang in LANGUAGES:
            for name in filter(None, line[lang].split("|")):
                short = CODE if name.endswith(".") or (name.isupper() and len(name) <= 6) else 0
                row.add(name, lang=lang, flags=flags | short, origin="supplement")


def point_of(line: dict[str, str]) -> Point:
    """The point that a row claims; a mere label claims as much as a precision of 255 km does."""
    return Point(
        feature="L.RGN" if "label" in line["flags"] else line["feature"],
        iso_a3=line["iso_a3"],
        lon=float(line["lon"]),
        lat=float(line["lat"]),
        precision_km=float(line["precision_km"]),
    )


def _own_row(line: dict[str, str], iso_a2: dict[str, str]) -> Row:
    feature_class, _, feature_code = line["feature"].partition(".")
    main = next(name for lang in LANGUAGES if (name := line[lang].split("|")[0]))
    return Row(
        id=f"standoff:{line['id']}",
        name=main,
        lon=float(line["lon"] or "nan"),
        lat=float(line["lat"] or "nan"),
        feature_class=feature_class,
        feature_code=feature_code,
        iso_a2=iso_a2.get(line["iso_a3"], ""),
        precision_km=float(line["precision_km"] or 0),
        origin="supplement",
    )


def _fault(row: dict[str, str], seen: set[str]) -> str:
    if row["id"] in seen or not row["id"].replace("_", "").isalnum():
        return f"the id {row['id']!r} is repeated or not made of letters, digits and _"
    if row["feature"][:1] not in CLASSES:
        return f"{row['feature']!r} is no GeoNames feature"
    if unknown := set(row["flags"].split()) - set(FLAGS):
        return f"unknown flags {', '.join(sorted(unknown))}"
    source, _, second = row["evidence"].partition(" ")
    if source not in EVIDENCE or (second and (source != "memory" or second not in SECOND)):
        return f"evidence must be one of {', '.join(sorted(EVIDENCE))}, and who agrees with memory"
    if not any(row[lang] for lang in LANGUAGES):
        return "it has no name"
    return _point_fault(row)


def _point_fault(row: dict[str, str]) -> str:
    if bool(row["lon"]) != bool(row["lat"]) or (row["lon"] and row["geonames_id"]):
        return "a point is lon and lat, and rows with a GeoNames id take theirs from there"
    if not row["lon"]:
        return ""
    if not (-180 <= float(row["lon"]) <= 180 and -90 <= float(row["lat"]) <= 90):
        return "the point is off the earth"
    return "" if float(row["precision_km"] or 0) > 0 else "its point needs a precision_km"
