"""How much of each country a reach covers, and how many people live there."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.coverage.cities import people_within
from geo.datasets.countries import read_countries
from geo.geodesy import area_km2, circle
from geo.rings import Ring

__all__ = ["CountryReach", "countries_of", "disc_of"]

_VERTICES: Final = 360
"""To measure areas: 0.005 % short of the circle."""

_LEAST_KM2: Final = 0.1
"""Smaller overlaps are the coarseness of the polygons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryReach:
    """How much of a country lies within a reach.

    Parameters
    ----------
    iso_a3
        The country.
    area_km2
        Geodesic area of the part inside, on Natural Earth's polygons at full detail.
    share
        Of the country's area, 0 to 1.
    population
        People inside, an estimate: the country's population, shared out as the inhabitants of the
        gazetteer's settlements are; 0 where no settlement lies inside, None for a country without
        known population.
    source_id
        Source of the polygon.
    """

    iso_a3: str
    area_km2: float
    share: float
    population: int | None
    source_id: str


def disc_of(ring: Ring) -> BaseGeometry:
    """Draw a ring's disc, out to the highest published maximum, finely enough to measure areas.

    Raises
    ------
    GeometryError
        When the radius can't make a circle.
    """
    return circle(ring.lon, ring.lat, ring.high_km, _VERTICES)


def countries_of(ring: Ring, disc: BaseGeometry) -> tuple[CountryReach, ...]:
    """Measure the part of each country that a disc covers.

    Parameters
    ----------
    ring
        The reach.
    disc
        Its disc, as drawn by `disc_of`.

    Returns
    -------
    countries
        Largest area first.
    """
    world = _world()
    people = people_within(ring)
    shapely.prepare(disc)
    rows = []
    for number in world.tree.query(disc, predicate="intersects"):
        whole = world.shapes[number]
        all_in = shapely.contains(disc, whole)
        inside = _whole_km2(number) if all_in else area_km2(shapely.intersection(disc, whole))
        if inside < _LEAST_KM2:
            continue
        iso = world.isos[number]
        rows.append(
            CountryReach(
                iso_a3=iso,
                area_km2=inside,
                share=min(inside / _whole_km2(number), 1.0),
                population=_people(world.populations[number], people.get(iso, (0, 1))),
                source_id=world.source_ids[number],
            )
        )
    return tuple(sorted(rows, key=lambda row: (-row.area_km2, row.iso_a3)))


def _people(everybody: float, counted: tuple[int, int]) -> int | None:
    """Share a country's population out as the gazetteer's settlements have it."""
    if not everybody > 0:
        return None
    inside, total = counted
    # rounded to what such an estimate can know
    return int(round(everybody * inside / total, -3))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _World:
    """Countries as plain lists: a frame would make its spatial index anew for every ring."""

    isos: tuple[str, ...]
    source_ids: tuple[str, ...]
    populations: tuple[float, ...]
    shapes: NDArray[np.object_]
    tree: shapely.STRtree


@functools.cache
def _world() -> _World:
    frame = read_countries("full")
    shapes = frame.geometry.to_numpy()
    return _World(
        isos=tuple(map(str, frame.index)),
        source_ids=tuple(map(str, frame["source_id"])),
        populations=tuple(map(float, frame["population"])),
        shapes=shapes,
        tree=shapely.STRtree(shapes),
    )


@functools.cache
def _whole_km2(number: int) -> float:
    return area_km2(_world().shapes[number])
