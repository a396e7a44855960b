"""Which of GeoNames' settlements are districts of a city: cities500 doesn't tell them apart.

Kyiv's Desnianskyi and Donetsk's Kyivskyi come with their people as if they were cities of their
own. They are marked as GeoNames marks sections of populated places (PPLX), so that nobody counts
or letters them beside their city.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from gazetteer_parts.rows import Gazetteer, Row
from geo.geodesy import distance_km

__all__ = ["mark_districts"]

SECTION, ABANDONED = "PPLX", {"PPLH", "PPLQ", "PPLW", "PPLCH"}
SETTLED = frozenset({"PPL", "PPLL", "PPLF", "PPLA3", "PPLA4", "PPLA5"})
"""What may prove a district; capitals and seats of regions and counties stay what they are."""

WORDS = re.compile(
    r"(?i)\b(district|borough|raion|rayon|rajon|raión|microdistrict|mikrorajon|masyv|masiv|okrug"
    r"|microraion|osiedle|dzielnica|dystrykt|kerület|bezirk|arrondissement|quartier|városrész"
    r"|район|раён|мікрорайон|микрорайон|масив|массив|округ)\b"
)
NAMED_KM, NAMED_TIMES = 15.0, 2.0
"""What calls itself a district, this near to a city so many times larger, is its district."""

TOWNSHIPS = frozenset({"US", "CA", "MX", "NZ", "VN", "DZ", "TM"})
"""Countries where boroughs and districts are municipalities, or "Rayón" is a name."""

SEATED = frozenset({"UA", "BY", "RU", "PL", "KZ", "MD", "LT", "LV", "EE"})
"""Countries where a town of one's own is the seat of something in GeoNames, or widely named."""
SPREAD_KM, WIDEST_KM, NARROWEST_KM = 0.0075, 12.0, 2.0
"""A city of n inhabitants reaches about this times the root of n: 7.5 km for a million."""
FEW_NAMES = 12
"""Towns are named in many languages, quarters in their own."""


def mark_districts(gazetteer: Gazetteer) -> int:
    """Give districts the code of a section of a populated place; return how many."""
    marked = 0
    for rows in _by_country(gazetteer).values():
        cities = [row for row in rows if row.population >= 10_000]
        lon, lat = (np.array([getattr(row, axis) for row in cities]) for axis in ("lon", "lat"))
        people = np.array([row.population for row in cities])
        for row in rows:
            if row.feature_code not in SETTLED or row.population == 0 or not cities:
                continue
            near = (np.abs(lat - row.lat) < 0.15) & (people >= NAMED_TIMES * row.population)
            if near.any():
                km = np.asarray(distance_km(row.lon, row.lat, lon[near], lat[near]))
                if _is_district(row, km, people[near]):
                    row.feature_code = SECTION
                    marked += 1
    return marked


def _by_country(gazetteer: Gazetteer) -> dict[str, list[Row]]:
    """Settlements that are no sections yet, the largest first."""
    countries = defaultdict(list)
    for row in sorted(_settlements(gazetteer), key=lambda row: (-row.population, row.id)):
        countries[row.iso_a2].append(row)
    return countries


def _settlements(gazetteer: Gazetteer) -> Iterator[Row]:
    for row in gazetteer.rows.values():
        if row.feature_class == "P" and row.feature_code not in {SECTION, *ABANDONED}:
            yield row


def _is_district(row: Row, km: np.ndarray, people: np.ndarray) -> bool:
    """Whether one of the larger cities around has it for a district."""
    called = row.iso_a2 not in TOWNSHIPS and (km <= NAMED_KM).any()
    if called and any(WORDS.search(name.text) for name in row.names):
        return True
    if row.iso_a2 not in SEATED or row.feature_code.startswith("PPLA"):
        return False
    reach = np.clip(SPREAD_KM * np.sqrt(people), NARROWEST_KM, WIDEST_KM)
    return len(row.names) < FEW_NAMES and bool((km <= reach).any())
