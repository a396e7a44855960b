"""Land borders of the world: arcs, their lengths by detail, and the check against the Factbook.

    python data/recipes/borders.py

Takes about a minute and 2 GB. The arcs shipped are simplified; their lengths are those of the 10 m
lines before that.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from borders_arcs import find_arcs
from borders_check import write_notes
from borders_sources import (
    natural_earth_10m,
    natural_earth_lengths,
    osm_borders,
    osm_coastline,
)
from disputes import fill_gaps, settle_overlaps
from parquet import write_frame
from shapely.geometry.base import BaseGeometry

from geo.geodesy import length_km

OUT = Path(__file__).resolve().parents[1] / "odbl" / "borders"
SIMPLIFY_DEG = 0.0009
SHORTEST_KM = 0.05
DETAILS = ("ne_110m", "ne_50m", "ne_10m", "osm_1km", "osm_100m", "osm_10m", "osm_10m_masked")

Pair = tuple[str, str]

ENCLAVES = [("LSO", "ZAF"), ("SMR", "ITA"), ("VAT", "ITA"), ("GIB", "ESP")]
"""Countries that the coastline polygons of those around them lack a hole for."""

LEAST_SHARE = {"osm_1km": 0.6, "osm_100m": 0.75, "osm_10m": 0.75}
"""A detail that has less of a border than that, measured by the finest, has it in part only: its
polygons overlap or stand apart there (Angola and Congo, Montenegro and Serbia)."""

NO_BORDERS: dict[Pair, str] = {
    ("BHR", "SAU"): "the causeway's middle island",
    ("FRA", "GUF"): "French Guiana is part of France's polygon",
    ("FRA", "MAF"): "Saint-Martin is part of France's polygon",
    ("FRA", "SXM"): "told as France and the Netherlands, and as Saint-Martin and Sint Maarten",
    ("MAF", "NLD"): "the same",
    ("NLD", "SXM"): "Sint Maarten is part of the Netherlands' polygon",
    ("GRD", "VCT"): "a rounding of two islands' waters",
    ("MYS", "SGP"): "the causeway",
}
"""Pairs that the algorithm finds and that have no land border."""


def main() -> None:
    """Write the arcs, the table of lengths and the notes."""
    OUT.mkdir(parents=True, exist_ok=True)
    arcs = masked_arcs()
    lengths = {"osm_10m_masked": measure(arcs)}
    for detail in ("1km", "100m", "10m"):
        countries = fill_gaps(osm_coastline(detail))
        countries = settle_overlaps(countries, dependents=False, enclaves=ENCLAVES)
        lengths[f"osm_{detail}"] = measure(find_arcs(countries))
    lengths["ne_10m"] = measure(find_arcs(natural_earth_10m()))
    for detail in ("50m", "110m"):
        lengths[f"ne_{detail}"] = measure(natural_earth_lengths(detail))
    pairs = [pair for pair, km in lengths["osm_10m_masked"].items() if km >= SHORTEST_KM]
    pairs = [pair for pair in pairs if pair not in NO_BORDERS]
    write_frame(frame_of(arcs, lengths["osm_10m_masked"], pairs), OUT / "arcs.parquet")
    write_lengths(lengths, pairs)
    print(f"{len(pairs)} pairs, {sum(lengths['osm_10m_masked'][pair] for pair in pairs):.0f} km")
    write_notes({pair: lengths["osm_10m_masked"][pair] for pair in pairs}, OUT / "NOTES.md")


def masked_arcs() -> dict[Pair, BaseGeometry]:
    """Find the borders on land in OpenStreetMap's polygons, overlaps settled."""
    countries = settle_overlaps(fill_gaps(osm_borders()), dependents=False)
    land = osm_coastline("100m")
    for shape in land.values():
        shapely.prepare(shape)
    return find_arcs(countries, land)


def measure(lines: dict[Pair, BaseGeometry]) -> dict[Pair, float]:
    """Measure each pair's lines, in kilometres."""
    return {pair: length_km(line) for pair, line in lines.items()}


def frame_of(
    arcs: dict[Pair, BaseGeometry], lengths: dict[Pair, float], pairs: list[Pair]
) -> gpd.GeoDataFrame:
    """Make a BORDERS frame of simplified lines with full lengths."""
    lines = [simplify(arcs[pair]) for pair in pairs]
    return gpd.GeoDataFrame(
        {
            "iso_a": [a for a, _ in pairs],
            "iso_b": [b for _, b in pairs],
            "length_km": [round(lengths[pair], 3) for pair in pairs],
            "detail": "osm_10m_masked",
            "source_id": "osm_borders",
        },
        index=pd.Index([f"{a}-{b}" for a, b in pairs], name="border_id"),
        geometry=lines,
        crs="OGC:CRS84",
    )


def simplify(line: BaseGeometry) -> BaseGeometry:
    """Simplify each part, its ends kept, to 100 m and five decimals."""
    parts = shapely.simplify(shapely.get_parts(line), SIMPLIFY_DEG)
    rounded = shapely.transform(parts, lambda xy: np.round(xy, 5))
    some = [part for part in rounded if part.length > 0]
    return some[0] if len(some) == 1 else shapely.multilinestrings(some)


def write_lengths(lengths: dict[str, dict[Pair, float]], pairs: list[Pair]) -> None:
    """Write one row a pair, one column a detail; empty where a detail lacks the border."""
    with (OUT / "lengths.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["border_id", *DETAILS])
        for pair in pairs:
            full = lengths["osm_10m_masked"][pair]
            row = []
            for detail in DETAILS:
                km = lengths[detail].get(pair, 0.0)
                known = km > LEAST_SHARE.get(detail, 0.0) * full
                row.append(f"{km:.3f}" if known else "")
            table.writerow(["-".join(pair), *row])


if __name__ == "__main__":
    sys.exit(main())
