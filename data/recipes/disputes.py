"""Settle overlapping and missing polygons by the written policy of disputes.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyogrio
import shapely
from borders_sources import natural_earth_10m
from fetch import fetch
from shapely.geometry.base import BaseGeometry

Countries = dict[str, BaseGeometry]

POLICY: dict[str, Any] = tomllib.loads(
    (Path(__file__).resolve().parent / "disputes.toml").read_text(encoding="utf-8")
)
LEAST_SQUARE_DEGREES = 0.001
"""Smaller overlaps are two drawings of the same river; about 10 square kilometres."""


def fill_gaps(countries: Countries) -> Countries:
    """Give land that no polygon has to the country that the policy says."""
    filled = dict(countries)
    for gap in POLICY["gaps"].values():
        box = shapely.box(*gap["box"])
        near = [
            mend(shape) for shape in countries.values() if shapely.intersects(shape.envelope, box)
        ]
        rest = shapely.difference(box, shapely.union_all(near))
        found = [p for p in shapely.get_parts(rest) if shapely.contains_xy(p, *gap["point"])]
        if found:
            own = mend(countries[gap["to"]])
            filled[gap["to"]] = polygons(shapely.union_all([own, *found]))
    return filled


def settle_overlaps(
    countries: Countries, *, dependents: bool, enclaves: Sequence[tuple[str, str]] = ()
) -> Countries:
    """Take from each overlap's loser what the winner has, by the line of the United Nations.

    With `dependents`, territories that lie mostly in their sovereign's polygon are taken off it;
    `enclaves` are such pairs to settle in any case.
    """
    winners = [tuple(pair) for pair in POLICY["overlaps"]["winners"]]
    winners += [pair for pair in enclaves if pair[0] in countries]
    for entry in POLICY["disputed"]:
        kind, *codes = entry["area"]
        if kind == "overlap":
            (loser,) = set(codes) - {entry["un"]}
            winners.append((entry["un"], loser))
    winners.append(("ESH", "MAR"))
    if dependents:
        winners += enclosed(countries)
    settled = dict(countries)
    for winner, loser in winners:
        taken = shapely.difference(mend(settled[loser]), mend(countries[winner]))
        settled[loser] = polygons(taken)
    return settled


def enclosed(countries: Countries) -> list[tuple[str, str]]:
    """Find pairs of which the first lies mostly in the second."""
    names = sorted(countries)
    shapes = [mend(countries[name]) for name in names]
    tree = shapely.STRtree(shapes)
    found = []
    for one, two in zip(*tree.query(shapes, predicate="intersects"), strict=True):
        inner, outer = shapes[one], shapes[two]
        if one != two and inner.area < outer.area:
            share = shapely.intersection(inner, outer).area / inner.area
            if share > 0.5:
                found.append((names[one], names[two]))
    return found


def disputed_areas(countries: Countries) -> gpd.GeoDataFrame:
    """Make the polygons of the disputed territories, from the unsettled countries."""
    rows = [{key: _told(e[key]) for key in e if key != "area"} for e in POLICY["disputed"]]
    shapes = [
        polygons(FINDERS[e["area"][0]](countries, *e["area"][1:])) for e in POLICY["disputed"]
    ]
    frame = gpd.GeoDataFrame(rows, geometry=shapes, crs="OGC:CRS84").set_index("id")
    frame.index.name = "area_id"
    return frame


def _told(value: object) -> str:
    """Write a value of the policy as text: that is all that the column's reader knows."""
    if isinstance(value, list):
        return " ".join(value)
    return value if isinstance(value, str) else "yes" * (value is True)


def _overlap(countries: Countries, a: str, b: str) -> BaseGeometry:
    both = shapely.intersection(mend(countries[a]), mend(countries[b]))
    return shapely.union_all([p for p in parts(both) if p.area > LEAST_SQUARE_DEGREES])


def _whole(countries: Countries, a: str) -> BaseGeometry:
    return mend(countries[a])


def _hole(_countries: Countries, lon: float, lat: float) -> BaseGeometry:
    return hole_at(natural_earth_10m(), lon, lat)


def _atlas(_countries: Countries, name: str) -> BaseGeometry:
    path = fetch("world-atlas") / "package" / "countries-10m.json"
    atlas = gpd.read_file(path, layer="countries")
    return mend(atlas.geometry[atlas["name"] == name].iloc[0])


def _admin1(_countries: Countries, country: str, *names: str) -> BaseGeometry:
    path = fetch("qgis-world-map") / "usr/share/qgis/resources/data/world_map.gpkg"
    provinces = pyogrio.read_dataframe(path, layer="states_provinces")
    some = provinces["adm0_a3"].eq(country) & provinces["name"].isin(names)
    return shapely.union_all(provinces.geometry[some].array)


FINDERS: dict[str, Callable[..., BaseGeometry]] = {
    "overlap": _overlap,
    "whole": _whole,
    "hole": _hole,
    "atlas": _atlas,
    "admin1": _admin1,
}


def hole_at(countries: Countries, lon: float, lat: float) -> BaseGeometry:
    """Find the hole that a point lies in, between the countries around it."""
    box = shapely.box(lon - 3, lat - 3, lon + 3, lat + 3)
    near = [mend(shape) for shape in countries.values() if shapely.intersects(shape.envelope, box)]
    rest = shapely.difference(box, shapely.union_all(near))
    return next(p for p in shapely.get_parts(rest) if shapely.contains_xy(p, lon, lat))


def mend(shape: BaseGeometry) -> BaseGeometry:
    """Make a polygon valid."""
    return shape if shape.is_valid else shapely.buffer(shape, 0)


def parts(shape: BaseGeometry) -> list[BaseGeometry]:
    """List the polygons of whatever an overlay gave."""
    return [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]


def polygons(shape: BaseGeometry) -> BaseGeometry:
    """Keep the polygons of whatever an overlay gave, in a canonical order."""
    return shapely.normalize(shapely.multipolygons(parts(shape)))
