"""What a system at a site would reach: countries, people, cities, and how far borders are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from geo.coverage.cities import SETTLEMENTS_SOURCE, CityReach, cities_of
from geo.coverage.countries import CountryReach, countries_of, disc_of
from geo.coverage.standoff import Standoff, standoff_of
from geo.datasets import arsenal
from geo.geodesy import area_km2
from geo.rings import Ring, point_of, ring_of

__all__ = ["Reach", "reach", "reach_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A ring, measured.

    Parameters
    ----------
    ring
        Which one.
    area_km2
        Of the whole disc out to the highest published maximum; the dead zone counts in.
    countries
        Largest area first.
    cities
        Nearest first.
    standoff
        Nearest first.
    on
        The day on which the pair's documentation was looked up; None where only the ring counts.
    """

    ring: Ring
    area_km2: float
    countries: tuple[CountryReach, ...]
    cities: tuple[CityReach, ...]
    standoff: tuple[Standoff, ...]
    on: date | None = None

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Sources of the range, the deployment, the countries, the people and the borders."""
        ids: Iterable[str] = (
            self.ring.source_id,
            self.ring.deployment_source_id,
            *(row.source_id for row in self.countries),
            *((SETTLEMENTS_SOURCE,) if self.countries or self.cities else ()),
            *(row.source_id for row in self.standoff),
        )
        return tuple(dict.fromkeys(filter(None, ids)))

    def to_record(self) -> dict[str, Any]:
        """The JSON record of `standoff reach`."""
        ring = self.ring
        return {
            "site": ring.site_id,
            "system": ring.system_id,
            "on": self.on and self.on.isoformat(),
            "radius_km": ring.high_km,
            "low_km": ring.low_km,
            "dead_zone_km": ring.dead_zone_km,
            "precision_km": ring.precision_km,
            "hypothetical": ring.hypothetical,
            "status": ring.status,
            "undecided": ring.undecided,
            "basis": ring.basis,
            "lon": ring.lon,
            "lat": ring.lat,
            "area_km2": round(self.area_km2, 1),
            "countries": [
                {
                    "iso_a3": row.iso_a3,
                    "area_km2": round(row.area_km2, 1),
                    "share": round(row.share, 4),
                    "population": row.population,
                }
                for row in self.countries
            ],
            "cities": [
                {
                    "name": city.name,
                    "iso_a3": city.iso_a3,
                    "distance_km": round(city.distance_km, 1),
                    "verdict": city.verdict.value,
                    "reason": city.reason,
                    "slack_km": round(city.slack_km, 1),
                    "capital": city.capital,
                    "population": city.population or None,
                    "place_id": city.place_id,
                }
                for city in self.cities
            ],
            "standoff": [
                {"iso_a3": row.iso_a3, "km": round(row.km, 1), "detail": row.detail}
                for row in self.standoff
            ],
            "source_ids": list(self.source_ids),
        }


def reach(
    site: str | None = None,
    system: str | None = None,
    *,
    radius_km: float | None = None,
    lon: float | None = None,
    lat: float | None = None,
    on: date | None = None,
) -> Reach:
    """Say what a system at a site would reach.

    Parameters
    ----------
    site
        Key of a basing site; may be left out with a point given.
    system
        Key of a system; may be left out with a radius given.
    radius_km
        Instead of the published maxima.
    lon, lat
        A point instead of the site's, in decimal degrees.
    on
        The day on which the pair must be documented not to be hypothetical; None takes the day up
        to which the facts know.

    Returns
    -------
    reach
        Areas, people, cities and standoff; `to_record` gives JSON.

    Raises
    ------
    InputError
        When site or system is not known, or has no point or range and none is given.
    GeometryError
        When the point is not on the globe or the radius can't make a circle.
    """
    at = point_of(lon, lat)
    day = on or arsenal.facts_as_of()
    ring = ring_of(site or "", system or "", radius_km=radius_km, at=at, on=day)
    return reach_of(ring, on=day)


def reach_of(ring: Ring, *, on: date | None = None) -> Reach:
    """Measure what a ring covers.

    Parameters
    ----------
    ring
        The ring.
    on
        The day for which it was made, to be kept in the record.

    Raises
    ------
    GeometryError
        When the radius can't make a circle.
    """
    disc = disc_of(ring)
    countries = countries_of(ring, disc)
    return Reach(
        ring=ring,
        area_km2=area_km2(disc),
        countries=countries,
        cities=cities_of(ring),
        standoff=standoff_of(ring, tuple(row.iso_a3 for row in countries)),
        on=on,
    )
