"""Which part of the earth a picture shows.

What the article is about decides: the country in focus, or only the part of a large one where
its places lie; its rings and sites; then every other place named that doesn't blow the frame up.
Longitudes are counted from the middle of the frame, so that the date line is nothing special.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.analysis import Analysis
from geo.frames import geometry_at
from geo.geodesy import distance_km
from geo.maps.scene import BBox

__all__ = ["WORLD", "extent_of", "unwrap"]

WORLD: Final[BBox] = (-179.0, -58.0, 179.0, 78.0)
COMPACT_KM: Final = 1700.0
"""A country whose main part is no longer than this is shown whole; larger ones by their places."""
CLUSTER: Final = 4
"""So many places named are a subject of their own; with fewer, the country is."""
SPREAD: Final = 2.5
"""A place further from their middle than so many median distances is away from the subject."""
STRETCH: Final = 1.6
"""How much longer a frame may get to take in a place away from the subject."""
VAGUE_KM: Final = 150.0
"""A place known no better than that says nothing of where to look."""
_VAST: Final = ("PCL", "OCN", "SEA", "CONT", "RGN")
SMALLEST_KM: Final = 260.0
APART_DEG: Final = 1.5
"""Islands nearer than that to the main part of their country belong to its picture."""
MOST_OF: Final = 0.6
"""A country along so much of which places are named is shown whole."""
MARGIN: Final = 0.06


def extent_of(analysis: Analysis, countries: gpd.GeoDataFrame) -> BBox:
    """Choose what to show of an analysis.

    Parameters
    ----------
    analysis
        The article understood.
    countries
        COUNTRIES frame.

    Returns
    -------
    tuple of float
        West, south, east, north in degrees; west > east when the frame crosses the date line.
    """
    # a border may be long: it widens no picture that has a subject of its own
    core = _core(analysis, countries) or list(analysis.borderland_areas.geometry)
    if not core:
        return WORLD
    middle = _middle(core)
    frame = _bounds(core, middle)
    longest_km = max(STRETCH * _length_km(frame), 3 * SMALLEST_KM)
    for point in _points(analysis):
        wider = _bounds([point], middle, frame)
        if _length_km(wider) <= longest_km:
            frame = wider
    return _padded(frame)


def unwrap(lon: float, middle: float) -> float:
    """Count a longitude from `middle`: the result is within 180 degrees of it."""
    return middle + (lon - middle + 180.0) % 360.0 - 180.0


def _core(analysis: Analysis, countries: gpd.GeoDataFrame) -> list[BaseGeometry]:
    """Rings, sites, and the focus country or its part that holds the places named."""
    core: list[BaseGeometry] = [*analysis.rings.geometry]
    documented = set(analysis.deployments["site_id"])
    core += [s for i, s in analysis.sites.geometry.items() if i in documented]
    points = _points(analysis)
    together = _cluster(points)
    if analysis.focus is None or analysis.focus not in countries.index:
        return core or _named_countries(analysis, countries) or points
    own = [
        p for p, iso in zip(points, _countries_of(analysis), strict=True) if iso == analysis.focus
    ]
    main = _main_part(geometry_at(countries, analysis.focus), own)
    whole_km = _length_km(_bounds([main], _middle([main])))
    if len(together) >= CLUSTER:
        along_km = _length_km(_bounds(together, _middle(together)))
        return [*core, *together, *([main] if along_km >= MOST_OF * whole_km else [])]
    # of a scattered country only the islands that are named
    elsewhere = bool(own) and min(p.distance(main) for p in own) > APART_DEG
    if whole_km <= COMPACT_KM and not elsewhere:
        return [*core, main]
    return [*core, *own] or points or [main]


def _named_countries(analysis: Analysis, countries: gpd.GeoDataFrame) -> list[BaseGeometry]:
    """Main parts of the countries named, where the article is about many and none stands out."""
    places = analysis.places
    code = places["feature_code"].fillna("").astype(str)
    named = places.loc[code.str.startswith("PCL"), "iso_a3"]
    isos = [iso for iso in dict.fromkeys(named.dropna()) if iso in countries.index]
    if len(isos) < CLUSTER:
        return []
    return [_main_part(geometry_at(countries, iso), ()) for iso in isos]


def _cluster(points: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """The places that lie together, without those far from the middle of them."""
    if not points:
        return []
    at = shapely.get_coordinates(np.array(points, dtype=object))
    apart = [np.asarray(distance_km(lon, lat, at[:, 0], at[:, 1])) for lon, lat in at]
    from_middle = min(apart, key=lambda km: float(np.median(km)))
    limit_km = max(SPREAD * float(np.median(from_middle)), SMALLEST_KM / 2)
    return [p for p, km in zip(points, from_middle, strict=True) if km <= limit_km]


def _points(analysis: Analysis) -> list[BaseGeometry]:
    return list(_drawn(analysis).geometry)


def _countries_of(analysis: Analysis) -> list[str]:
    return list(_drawn(analysis)["iso_a3"])


def _drawn(analysis: Analysis) -> gpd.GeoDataFrame:
    """Places with a point of their own: a country's centre says nothing of where to look."""
    places = analysis.places
    code = places["feature_code"].fillna("").astype(str)
    whole = code.str.startswith(_VAST) | (places["kind"] == "region")
    vague = places["precision_km"].astype(float) > VAGUE_KM
    return places[~whole & ~vague & places.geometry.notna()].drop_duplicates("place_id")


def _main_part(country: BaseGeometry, points: Sequence[BaseGeometry]) -> BaseGeometry:
    """The largest polygon, with those near it and those where something is named."""
    parts = sorted(shapely.get_parts(country), key=lambda p: p.area, reverse=True)
    main = parts[0]
    near = [
        p
        for p in parts[1:]
        if p.distance(main) < APART_DEG or any(p.distance(point) < 0.2 for point in points)
    ]
    return shapely.GeometryCollection([main, *near])


def _middle(shapes: Sequence[BaseGeometry]) -> float:
    """Mean longitude on the circle, of all corners' bounds."""
    corners = np.radians([x for s in shapes for x in (s.bounds[0], s.bounds[2])])
    return math.degrees(math.atan2(np.sin(corners).mean(), np.cos(corners).mean()))


def _bounds(shapes: Sequence[BaseGeometry], middle: float, start: BBox | None = None) -> BBox:
    """Bounds with longitudes counted from `middle`; parts are taken one by one."""
    lons: list[float] = [] if start is None else [start[0], start[2]]
    lats: list[float] = [] if start is None else [start[1], start[3]]
    for shape in shapes:
        for part in shapely.get_parts(shape):
            west, south, east, north = part.bounds
            first = unwrap((west + east) / 2, middle) - (east - west) / 2
            lons += [first, first + east - west]
            lats += [south, north]
    return min(lons), min(lats), max(lons), max(lats)


def _length_km(box: BBox) -> float:
    """Diagonal of a box, as the distance of its corners, half by half to allow wide boxes."""
    west, south, east, north = box
    middle_lon, middle_lat = (west + east) / 2, (south + north) / 2
    half = distance_km(_wrap(west), south, _wrap(middle_lon), middle_lat)
    rest = distance_km(_wrap(middle_lon), middle_lat, _wrap(east), north)
    return float(half) + float(rest)


def _padded(box: BBox) -> BBox:
    """Add a margin, grow to the smallest sensible size, and name longitudes as the world does."""
    west, south, east, north = box
    per_lat = 111.2
    per_lon = max(per_lat * math.cos(math.radians((south + north) / 2)), 5.0)
    grow_lon = max(MARGIN * (east - west), (SMALLEST_KM / per_lon - (east - west)) / 2)
    grow_lat = max(MARGIN * (north - south), (SMALLEST_KM / per_lat - (north - south)) / 2)
    south, north = max(south - grow_lat, -89.0), min(north + grow_lat, 89.0)
    if east - west + 2 * grow_lon >= 350.0:
        return -179.0, south, 179.0, north
    return _wrap(west - grow_lon), south, _wrap(east + grow_lon), north


def _wrap(lon: float) -> float:
    return (lon + 180.0) % 360.0 - 180.0
