"""Whether the supplement's points can be where they say they are.

A point from memory is only as good as what contradicts it: the polygons of countries and lakes,
the airfields of OurAirports, GeoNames' towns. What nothing can be held against (a
mountain within its country, a river) passes; `data/gazetteer/NOTES.md` says how many those are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from gazetteer_parts.rows import Gazetteer, Row
from geo.datasets.countries import read_countries
from geo.datasets.join import country_at
from geo.datasets.layers import read_layer
from geo.geodesy import distance_km, nearest

__all__ = ["Checker", "Point"]

SALT = frozenset({"H.OCN", "H.SEA", "H.GULF", "H.BAY", "H.STRT", "H.CHN", "H.SD"})
DRY = frozenset("TLPSRVA") | {"H.STM", "H.LK", "H.RSV", "H.FLLS", "H.CNL"}
SEATS = frozenset({"S.GOVL", "S.SQR", "S.PAL", "S.BLDG"})
AIRFIELDS = frozenset({"AIRB", "AIRP"})

SLACK_KM = 1.0
"""Outlines are generalised by about as much."""
ISLET_KM = 100.0
"""An island that is too small for the outlines is looked for this far from larger land."""
FARTHEST_KM, VAST_KM = 255.0, 500.0
"""A precision of 255 km stands for that or more."""
TOWN, TOWN_KM = 10_000, 25.0
"""What a government sits in is in a town, or not far from one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What a row claims: feature as "S.AIRB", country (or empty), point, and how sure."""

    feature: str
    iso_a3: str
    lon: float
    lat: float
    precision_km: float


class Checker:
    """Holds points against what the project knows of the earth.

    Parameters
    ----------
    gazetteer
        With settlements and airfields in it.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        countries = read_countries("full")
        self._outlines = dict(zip(countries.index, countries.geometry, strict=True))
        self._land = shapely.STRtree(countries.geometry.to_numpy())
        self._lakes = shapely.STRtree(read_layer("lakes").geometry.to_numpy())
        rows = gazetteer.rows.values()
        self._airfields = _points(row for row in rows if row.feature_code in AIRFIELDS)
        self._towns = _points(
            row for row in rows if row.feature_class == "P" and row.population >= TOWN
        )

    def faults(self, point: Point) -> Iterator[str]:
        """Everything that speaks against a point, in words."""
        yield from self._in_its_country(point)
        yield from self._on_its_element(point)
        if point.feature in {"S.AIRB", "S.AIRP"}:
            away = _nearest_km(self._airfields, point)
            if away > point.precision_km + SLACK_KM:
                yield f"the nearest airfield of OurAirports is {away:.0f} km away"
        if point.feature in SEATS and (away := _nearest_km(self._towns, point)) > TOWN_KM:
            yield f"the nearest town is {away:.0f} km away"

    def _in_its_country(self, point: Point) -> Iterator[str]:
        outline = self._outlines.get(point.iso_a3)
        if outline is None or country_at(point.lon, point.lat) == (point.iso_a3,):
            return
        away = nearest(outline, point.lon, point.lat).km
        if away > _reach_km(point):
            yield f"it lies {away:.0f} km outside {point.iso_a3}"

    def _on_its_element(self, point: Point) -> Iterator[str]:
        here = shapely.Point(point.lon, point.lat)
        homes = self._land.query(here, predicate="intersects")
        if point.feature in SALT and len(homes):
            shores = [self._land.geometries[home].boundary for home in homes]
            shores.append(self._lakes.geometries[self._lakes.nearest(here)])
            inland = min(nearest(shore, point.lon, point.lat).km for shore in shores)
            if inland > point.precision_km:
                yield f"it is a water and lies {inland:.0f} km inland"
        dry = point.feature in DRY or point.feature[0] in DRY
        if dry and not len(homes) and country_at(point.lon, point.lat) == (None,):
            land = self._land.geometries[self._land.nearest(here)]
            out = nearest(land, point.lon, point.lat).km
            if out > _reach_km(point) and point.feature != "T.ISLS":
                yield f"it is no water and lies {out:.0f} km from land"


def _reach_km(point: Point) -> float:
    """How far its outline may be: the outlines drop islands of a few km²."""
    if point.precision_km >= FARTHEST_KM:
        return VAST_KM
    islet = point.feature in {"T.ISL", "T.ISLS", "T.VLC", "T.CAPE", "L.PRK"}
    return max(point.precision_km, ISLET_KM if islet else 0) + SLACK_KM


def _points(rows: Iterable[Row]) -> tuple[np.ndarray, np.ndarray]:
    found = [(row.lon, row.lat) for row in rows]
    return np.array([lon for lon, _ in found]), np.array([lat for _, lat in found])


def _nearest_km(points: tuple[np.ndarray, np.ndarray], point: Point) -> float:
    return float(distance_km(point.lon, point.lat, *points).min())
