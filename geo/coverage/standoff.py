"""How far a site is from other countries' borders."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.borders import border_lines, neighbours
from geo.coverage.join import country_join
from geo.datasets.countries import read_coasts
from geo.frames import geometry_at
from geo.geodesy import nearest
from geo.rings import Ring

__all__ = ["Standoff", "border_distance", "standoff_of", "standoff_to"]

_MOST: Final = 24
"""Countries that are listed at most: the nearest ones."""

_COAST_GAIN_KM: Final = 2.0
"""How much nearer a coast must be than the land border to count: the coarseness of coasts."""

_COAST_DETAIL: Final = "ne_10m coast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standoff:
    """The distance from a site to a country.

    Parameters
    ----------
    iso_a3
        The country.
    km
        Geodesic, from the site's point to the nearest point of the country's land border; of its
        coast where that is nearer.
    detail
        Detail of the line measured to.
    lon, lat
        The nearest point, degrees WGS 84.
    border_id
        The border it lies on, such as `BLR-POL`; empty for a coast.
    source_id
        Source of the line.
    """

    iso_a3: str
    km: float
    detail: str
    lon: float
    lat: float
    border_id: str
    source_id: str


def standoff_of(ring: Ring, covered: tuple[str, ...]) -> tuple[Standoff, ...]:
    """Measure how far a ring's centre is from the borders of other countries.

    Parameters
    ----------
    ring
        Its centre and country.
    covered
        Countries that it reaches; neighbours of its own country are added.

    Returns
    -------
    standoff
        Nearest first; the country where the centre lies is left out.
    """
    own = _own_country(ring)
    beside = neighbours(own) if own else frozenset()
    rows = standoff_to(ring, (*covered, *sorted(beside))).values()
    return tuple(sorted(rows, key=lambda row: (row.km, row.iso_a3))[:_MOST])


def standoff_to(ring: Ring, countries: Iterable[str]) -> dict[str, Standoff]:
    """Measure how far a ring's centre is from given countries.

    Parameters
    ----------
    ring
        Its centre and country.
    countries
        ISO 3166 alpha-3 codes.

    Returns
    -------
    standoff
        By country; the one where the centre lies, and those without a line here, are left out.
    """
    own = _own_country(ring)
    asked = [iso for iso in dict.fromkeys(countries) if iso != own]
    found = {iso: border_distance(iso, ring.lon, ring.lat) for iso in asked}
    return {iso: row for iso, row in found.items() if row is not None}


@functools.lru_cache(maxsize=4096)
def border_distance(iso: str, lon: float, lat: float) -> Standoff | None:
    """Measure how far a point outside a country is from it.

    Parameters
    ----------
    iso
        ISO 3166 alpha-3 code.
    lon, lat
        The point, in decimal degrees.

    Returns
    -------
    standoff
        None for a country that has neither border nor polygon here.
    """
    found = [row for row in (_to_border(iso, lon, lat), _to_coast(iso, lon, lat)) if row]
    if not found:
        return None
    border = found[0]
    return min(found, key=lambda row: row.km + (_COAST_GAIN_KM if row is not border else 0))


def _to_border(iso: str, lon: float, lat: float) -> Standoff | None:
    lines = _borders_of(iso)
    if lines.empty:
        return None
    point = nearest(_all_of(iso), lon, lat)
    # which of them it is: the one that the point lies on
    there = shapely.Point(point.lon, point.lat)
    number = int(np.argmin(shapely.distance(lines.geometry.to_numpy(), there)))
    return Standoff(
        iso_a3=iso,
        km=point.km,
        detail=str(lines["detail"].iloc[number]),
        lon=point.lon,
        lat=point.lat,
        border_id=str(lines.index[number]),
        source_id=str(lines["source_id"].iloc[number]),
    )


def _to_coast(iso: str, lon: float, lat: float) -> Standoff | None:
    coasts = _coasts()
    if iso not in coasts.index:
        return None
    point = nearest(geometry_at(coasts, iso), lon, lat)
    return Standoff(
        iso_a3=iso,
        km=point.km,
        detail=_COAST_DETAIL,
        lon=point.lon,
        lat=point.lat,
        border_id="",
        source_id=str(coasts["source_id"][iso]),
    )


@functools.lru_cache(maxsize=256)
def _borders_of(iso: str) -> gpd.GeoDataFrame:
    return border_lines(iso, neighbours(iso))


@functools.lru_cache(maxsize=256)
def _all_of(iso: str) -> BaseGeometry:
    """All of a country's borders as one geometry, to be searched at once."""
    return shapely.GeometryCollection(list(_borders_of(iso).geometry))


def _own_country(ring: Ring) -> str | None:
    return ring.iso_a3 or country_join([ring.lon], [ring.lat])[0]


@functools.cache
def _coasts() -> gpd.GeoDataFrame:
    return read_coasts("regional")
