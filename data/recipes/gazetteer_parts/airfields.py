"""Airports and air bases from OurAirports, which its editors give to the public domain."""

from __future__ import annotations

import csv
import gzip
import io
import re

from gazetteer_parts.rows import CODE, Gazetteer, Row
from gazetteer_parts.sources import read

__all__ = ["add_airfields"]

MILITARY = re.compile(r"\b(Air (Force )?Base|Airbase|AFB|Naval Air|Army Air|RAF|NAS|AAF)\b")
SHORT = re.compile(r" (International|Intl|Regional|Municipal)(?= Airport)")


def add_airfields(gazetteer: Gazetteer) -> None:
    """Airports with a scheduled service or of some size, and every military airfield."""
    content = gzip.decompress(read("ourairports", "ourairports/data/airports.csv.gz"))
    for line in csv.DictReader(io.StringIO(content.decode("utf-8"))):
        military = MILITARY.search(line["name"]) is not None
        sized = line["type"] in {"large_airport", "medium_airport"}
        if not sized and not (military and line["type"] in {"small_airport", "closed"}):
            continue
        name = line["name"].strip()
        row = gazetteer.add(
            Row(
                id=f"ourairports:{line['ident']}",
                name=name,
                lon=round(float(line["longitude_deg"]), 5),
                lat=round(float(line["latitude_deg"]), 5),
                feature_class="S",
                feature_code="AIRB" if military else "AIRP",
                iso_a2=line["iso_country"],
                precision_km=2,
                origin="airfields",
            )
        )
        row.add(SHORT.sub("", name))
        for part in re.split(r" / | - | – ", name):
            if re.search(r"(?i)air|aero|base|field|raf|afb", part):
                row.add(part)
        if len(line["iata_code"]) == 3 and line["type"] == "large_airport":
            row.add(line["iata_code"], flags=CODE)
        for word in line["keywords"].split(","):
            if re.search(r"(?i)air|aero|base|field|lotnisk|flug|аэро|аеро", word):
                row.add(word)
