"""Read the land-border lengths of the CIA World Factbook, to check ours against.

The Factbook measures agreement of scale, not truth: several of its lengths are those of an older
edition's coarser maps. It is used when data is rebuilt and tested, and not shipped.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

GEC = Path(__file__).resolve().parent / "borders_gec.csv"
"""The Factbook's country codes (GEC, once FIPS 10), which name its pages, by ISO 3166."""

ALIASES = {
    "Burma": "MMR",
    "Central African Republic": "CAF",
    "Czech Republic": "CZE",
    "Dominican Republic": "DOM",
    "Macedonia": "MKD",
    "Cabo Verde": "CPV",
    "Congo, Democratic Republic of the": "COD",
    "Congo, Republic of the": "COG",
    "Cote d'Ivoire": "CIV",
    "DRC": "COD",
    "Democratic Republic of the Congo": "COD",
    "French Guiana": "GUF",
    "Gaza": "PSE",
    "Gaza Strip": "PSE",
    "Holy See": "VAT",
    "Holy See (Vatican City)": "VAT",
    "Hong Kong": "HKG",
    "Korea, North": "PRK",
    "Korea, South": "KOR",
    "Macau": "MAC",
    "Netherlands": "NLD",
    "North Korea": "PRK",
    "Republic of the Congo": "COG",
    "Saint Martin": "MAF",
    "Sint Maarten": "SXM",
    "South Korea": "KOR",
    "Swaziland": "SWZ",
    "Syria": "SYR",
    "The Gambia": "GMB",
    "UAE": "ARE",
    "UK": "GBR",
    "US": "USA",
    "Vatican City": "VAT",
    "West Bank": "PSE",
    "Western Sahara": "ESH",
}
"""Names of neighbours that aren't any country's short name in the Factbook."""

FIGURE = re.compile(r"([^;:,(]+?)\s*(?:\(([^)]*)\)\s*)?([\d,]+(?:\.\d+)?)\s*km")


def read_factbook(folder: Path) -> dict[tuple[str, str], list[float]]:
    """Read each pair's lengths in kilometres, one for each country's page that has it."""
    pages = {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.json"))
    }
    with GEC.open(encoding="utf-8", newline="") as file:
        iso = {row["gec"]: row["iso_a3"] for row in csv.DictReader(file)}
    codes = {gec: iso.get(gec, "") for gec in pages}
    names = {short_name(page): codes[gec] for gec, page in pages.items() if codes[gec]} | ALIASES
    # a neighbour may have several figures on a page, one for each stretch, and a country several
    # pages (Gaza Strip, West Bank)
    total: dict[tuple[str, str], float] = {}
    for gec, page in pages.items():
        for name, km in neighbours(page):
            code = names.get(name, "")
            if code and codes[gec] and code != codes[gec]:
                total[codes[gec], code] = total.get((codes[gec], code), 0) + km
    found: dict[tuple[str, str], list[float]] = {}
    for (teller, other), km in total.items():
        found.setdefault(pair_of(teller, other), []).append(round(km, 2))
    return found


def pair_of(a: str, b: str) -> tuple[str, str]:
    """Put two codes into alphabetical order."""
    return (a, b) if a < b else (b, a)


def short_name(page: dict[str, Any]) -> str:
    """Read what the Factbook calls the country."""
    name = page.get("Government", {}).get("Country name", {})
    return str(name.get("conventional short form", {}).get("text", "")).strip()


def neighbours(page: dict[str, Any]) -> list[tuple[str, float]]:
    """Read the neighbours' names and lengths of a country's page."""
    boundaries = page.get("Geography", {}).get("Land boundaries", {})
    text = " ".join(
        str(value.get("text", ""))
        for key, value in boundaries.items()
        if key.startswith("border countries") and isinstance(value, dict)
    )
    text = re.sub(r"<[^>]+>", " ", text)
    found = []
    for name, _, km in FIGURE.findall(text):
        found.append((name.strip(" .,;").removeprefix("and "), float(km.replace(",", ""))))
    return found
