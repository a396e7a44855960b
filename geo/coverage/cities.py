"""Which cities lie within a reach, beyond it, or where nobody can tell."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geo.datasets.names import place_name
from geo.datasets.places import read_places
from geo.gazetteer import open_index
from geo.geodesy import distance_km
from geo.rings import Ring

__all__ = [
    "CENTRE_PRECISION_KM",
    "SETTLEMENTS_SOURCE",
    "CityReach",
    "CityVerdict",
    "cities_of",
    "people_within",
    "reach_verdict",
]

CENTRE_PRECISION_KM: Final = 2.0
"""How well GeoNames' points stand for the centres of cities, where the gazetteer doesn't say: our
estimate, from the second coordinates of towns in the facts."""

SETTLEMENTS_SOURCE: Final = "geonames"
"""Source of the settlements that are listed, and that people are shared out by."""

_BIG: Final = 100_000
_MOST: Final = 40
"""Big cities that are listed besides all capitals: the largest ones."""

_BEYOND: Final = 1.25
_CAPITALS_BEYOND: Final = 2.0
"""How far beyond the reach big cities and capitals are still of interest, as shares of it."""

_QUARTER_KM: Final = 20.0
_LARGER: Final = 3
"""A place so near to one so many times larger is taken for its quarter."""

_PARTS: Final = frozenset({"P.PPLX", "P.PPLH", "P.PPLCH", "P.PPLQ", "P.PPLW"})
"""Quarters, whose people are counted with their city, and places that are no more."""


class CityVerdict(StrEnum):
    """Whether a city can be reached: by every published maximum, by none, or who knows."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    CANT_TELL = "can't tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class CityReach:
    """A city against a reach.

    Parameters
    ----------
    place_id, name, iso_a3
        Of the gazetteer; the name is English, after the project's policy where it has one.
    lon, lat
        Centre, degrees WGS 84.
    capital
        Whether it is a country's capital.
    population
        Inhabitants; 0 when unknown.
    distance_km
        Geodesic, from the site's point to the city's centre.
    slack_km
        Uncertainty of both points together.
    verdict
        Inside, outside or can't tell.
    reason
        `within`, `beyond`, `too-near` (in the dead zone), `between-maxima` or `location`.
    """

    place_id: str
    name: str
    iso_a3: str | None
    lon: float
    lat: float
    capital: bool
    population: int
    distance_km: float
    slack_km: float
    verdict: CityVerdict
    reason: str


def reach_verdict(ring: Ring, distance: float, slack: float) -> tuple[CityVerdict, str]:
    """Judge a distance against the spread of published maxima, and the doubt about both points.

    Parameters
    ----------
    ring
        Gives `dead_zone_km`, `low_km` and `high_km`.
    distance
        Between the points, in km.
    slack
        Radius of uncertainty of both points together, in km.

    Returns
    -------
    verdict, reason
        Inside only where every published maximum reaches the city wherever the points truly lie;
        outside only where none does, or where the city lies in the dead zone.
    """
    inner = ring.dead_zone_km or 0.0
    if distance - slack > ring.high_km:
        return CityVerdict.OUTSIDE, "beyond"
    if distance + slack < inner:
        return CityVerdict.OUTSIDE, "too-near"
    if distance - slack >= inner and distance + slack <= ring.low_km:
        return CityVerdict.INSIDE, "within"
    between = ring.low_km < distance <= ring.high_km
    return CityVerdict.CANT_TELL, "between-maxima" if between else "location"


def cities_of(ring: Ring) -> tuple[CityReach, ...]:
    """List capitals and the largest cities in a reach and somewhat beyond it.

    Parameters
    ----------
    ring
        The reach.

    Returns
    -------
    cities
        Nearest first: each capital within twice the reach, and the forty largest cities of 100,000
        and more within a quarter beyond it.
    """
    index = open_index()
    capital = _is_capital()
    near = _rows_within(ring.lon, ring.lat, ring.high_km * _CAPITALS_BEYOND)
    rows = near[capital[near] | (_is_settlement()[near] & (index.population[near] >= _BIG))]
    km = distance_km(ring.lon, ring.lat, index.lon[rows], index.lat[rows])
    capitals = rows[capital[rows] & (km <= ring.high_km * _CAPITALS_BEYOND)]
    others = rows[~capital[rows] & (km <= ring.high_km * _BEYOND)]
    largest = _largest(others, capitals)
    found = [_city(int(row), ring, capital=bool(capital[row])) for row in (*capitals, *largest)]
    return tuple(sorted(found, key=lambda city: (city.distance_km, city.place_id)))


def people_within(ring: Ring) -> dict[str, tuple[int, int]]:
    """Count the inhabitants of settlements in a reach, by country.

    Parameters
    ----------
    ring
        The reach, out to the highest published maximum; the dead zone counts in.

    Returns
    -------
    people
        Country to the inhabitants of its settlements in the gazetteer, inside and in all.
    """
    index = open_index()
    names = read_places().countries
    near = _rows_within(ring.lon, ring.lat, ring.high_km)
    near = near[_is_settlement()[near]]
    km = distance_km(ring.lon, ring.lat, index.lon[near], index.lat[near])
    within = _people(near[km <= ring.high_km])
    return {
        names[k]: (int(within[k]), int(total))
        for k, total in enumerate(_people_by_country())
        if within[k] > 0 and names[k]
    }


def _largest(rows: NDArray[np.intp], capitals: NDArray[np.intp]) -> list[int]:
    """Take the largest cities, without what is rather a quarter of a larger one."""
    index = open_index()
    people = index.population.astype(np.int64)
    kept: list[int] = []
    for row in rows[np.argsort(-people[rows], kind="stable")]:
        larger = np.array([*capitals, *kept], dtype=np.intp)
        larger = larger[people[larger] >= _LARGER * people[row]]
        km = distance_km(index.lon[row], index.lat[row], index.lon[larger], index.lat[larger])
        if not (km < _QUARTER_KM).any():
            kept.append(int(row))
        if len(kept) == _MOST:
            break
    return kept


def _city(row: int, ring: Ring, *, capital: bool) -> CityReach:
    place = open_index().place(row)
    assert place.lon is not None  # rows within a distance have a point
    assert place.lat is not None
    km = float(distance_km(ring.lon, ring.lat, place.lon, place.lat))
    slack = ring.precision_km + (place.precision_km or CENTRE_PRECISION_KM)
    verdict, reason = reach_verdict(ring, km, slack)
    return CityReach(
        place_id=place.id,
        name=place_name(place.id, "en", default=place.name),
        iso_a3=place.iso_a3,
        lon=place.lon,
        lat=place.lat,
        capital=capital,
        population=place.population,
        distance_km=km,
        slack_km=slack,
        verdict=verdict,
        reason=reason,
    )


def _rows_within(lon: float, lat: float, km: float) -> NDArray[np.intp]:
    """Rows that may lie within a distance: all that a box in latitude and longitude holds."""
    index = open_index()
    degrees = km / 110.0
    near = np.abs(index.lat - lat) <= degrees
    furthest = min(abs(lat) + degrees, 89.9)
    width = degrees / np.cos(np.radians(furthest))
    if width < 180:
        near &= np.abs((index.lon - lon + 180) % 360 - 180) <= width
    return np.flatnonzero(near)


def _feature_mask(wanted: list[bool]) -> NDArray[np.bool_]:
    mask: NDArray[np.bool_] = np.asarray(wanted, dtype=bool)[read_places().places["feature"]]
    return mask


@functools.cache
def _is_capital() -> NDArray[np.bool_]:
    return _feature_mask([code == "P.PPLC" for code in read_places().features])


@functools.cache
def _is_settlement() -> NDArray[np.bool_]:
    features = read_places().features
    return _feature_mask([code.startswith("P.") and code not in _PARTS for code in features])


@functools.cache
def _people_by_country() -> NDArray[np.float64]:
    return _people(np.flatnonzero(_is_settlement()))


def _people(rows: NDArray[np.intp]) -> NDArray[np.float64]:
    """Sum the inhabitants of rows by the number of their country."""
    tables = read_places()
    country = tables.places["country"][rows]
    people = open_index().population[rows].astype(np.float64)
    counted = np.bincount(country, weights=people, minlength=len(tables.countries))
    return counted.astype(np.float64)
