"""Whether a place chosen is the place annotated: by id, by distance, or as its area."""

from __future__ import annotations

import functools
import math

import numpy as np
from numpy.typing import NDArray
from shapely import STRtree
from shapely.geometry import Point

from geo.datasets.countries import read_countries
from geo.gazetteer import open_index
from geo.geodesy import distance_km
from geo.geoparse.corpus import GoldMention
from geo.model import Place

__all__ = ["Judgement", "judge"]

_NEAR_COAST_DEG = 0.3


class Judgement:
    """One resolved mention beside its annotation.

    Parameters
    ----------
    place
        What was chosen, or None.
    gold
        What was annotated; with coordinates or an id.
    """

    def __init__(self, place: Place | None, gold: GoldMention) -> None:
        self.has_id = bool(gold.place_id)
        self.same_id = place is not None and bool(gold.place_id) and place.id == gold.place_id
        self.km = _distance(place, gold)
        self.in_area = place is not None and holds(place, gold.lon, gold.lat)

    def right(self, within_km: float, *, areas: bool) -> bool:
        """Whether it counts as right.

        Parameters
        ----------
        within_km
            Distance that is still right, km.
        areas
            Whether a country or first-order division that holds the point is right as well.
        """
        if self.same_id:
            return True
        if self.km is not None and self.km <= within_km:
            return True
        return areas and self.in_area

    @property
    def error_km(self) -> float | None:
        """Distance to the annotated point, km; 0 for the same id; None if either has no point."""
        return 0.0 if self.same_id else self.km


def judge(place: Place | None, gold: GoldMention) -> Judgement:
    """Compare a place with an annotation.

    Parameters
    ----------
    place
        What was chosen, or None.
    gold
        What was annotated.
    """
    return Judgement(place, gold)


def _distance(place: Place | None, gold: GoldMention) -> float | None:
    if place is None or None in {place.lon, place.lat, gold.lon, gold.lat}:
        return None
    return _km(place.lon, place.lat, gold.lon, gold.lat)


@functools.lru_cache(maxsize=100_000)
def _km(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    return float(distance_km(lon1, lat1, lon2, lat2))


def holds(place: Place, lon: float | None, lat: float | None) -> bool:
    """Whether a country or a first-order division holds a point.

    Parameters
    ----------
    place
        The area; anything else holds nothing.
    lon, lat
        The point, degrees.
    """
    if place.feature_class != "A" or lon is None or lat is None or place.iso_a3 is None:
        return False
    if place.feature_code == "ADM1":
        return _division_at(lon, lat) == (place.iso_a3, place.admin1)
    if place.feature_code.startswith("PCL") or place.feature_code == "TERR":
        return place.iso_a3 in {_country_at(lon, lat), _division_at(lon, lat)[0]}
    return False


@functools.cache
def _countries() -> tuple[STRtree, list[str]]:
    frame = read_countries("world")
    return STRtree(list(frame.geometry)), list(map(str, frame.index))


@functools.lru_cache(maxsize=100_000)
def _country_at(lon: float, lat: float) -> str:
    """The country whose polygon holds a point; the nearest one just off a simplified coast."""
    tree, codes = _countries()
    point = Point(lon, lat)
    inside = tree.query(point, predicate="intersects")
    if len(inside):
        return codes[int(inside[0])]
    near = tree.query(point.buffer(_NEAR_COAST_DEG), predicate="intersects")
    return codes[int(near[0])] if len(near) else ""


@functools.cache
def _settlements() -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Rows of the gazetteer's settlements, and their unit vectors."""
    index = open_index()
    rows = np.flatnonzero(index.population > 0)
    lon, lat = np.radians(index.lon[rows]), np.radians(index.lat[rows])
    vectors = np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
    return rows, vectors.astype(np.float64)


@functools.lru_cache(maxsize=100_000)
def _division_at(lon: float, lat: float) -> tuple[str, str]:
    """Country and first-order division of the gazetteer's nearest settlement."""
    index = open_index()
    rows, vectors = _settlements()
    x, y = math.radians(lon), math.radians(lat)
    here = np.array((math.cos(y) * math.cos(x), math.cos(y) * math.sin(x), math.sin(y)))
    order = np.argsort(-(vectors @ here))[:20]
    for position in order:
        row = int(rows[position])
        if index.feature(row).startswith("P."):
            return index.country(row), index.admin1(row)
    return "", ""
