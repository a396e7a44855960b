"""Which rings there are: of documented deployments, and of a person's own choice."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from geo.datasets import arsenal
from geo.errors import InputError
from geo.geodesy import check_lonlat
from geo.model import Deployment, Site, System

__all__ = [
    "HYPOTHETICAL",
    "OWN_POINT",
    "OWN_RADIUS",
    "Ring",
    "documented_rings",
    "point_of",
    "ring_of",
    "spread_km",
]

HYPOTHETICAL: Final = "hypothetical"
"""Status of a ring that nobody documented: drawn dashed."""

OWN_RADIUS: Final = "user:radius"
OWN_POINT: Final = "user:point"
"""Source of what a person gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A system at a point, and how far it would reach.

    Parameters
    ----------
    id
        `site/system`, with the point or the radius after it where a person gave one.
    site_id, system_id
        The pair; for a launcher's munition, the munition.
    lon, lat
        Centre, degrees WGS 84.
    precision_km
        Radius of uncertainty of the centre.
    dead_zone_km
        Minimum range; None if unknown.
    low_km, high_km
        Spread of the published maxima; equal where one figure is published, or where a person gave
        the radius.
    hypothetical
        Whether nobody documented this pair on the date, or a person changed it.
    status
        Of the deployment, else `hypothetical`.
    basis
        What the radius rests on, in words.
    ring_default
        `solid`, `dashed` or `off`: how the facts advise to draw it.
    launcher_id
        The launcher that fires this munition, where the deployment names only that.
    deployment_id
        The deployment it comes from; empty if hypothetical.
    undecided
        Whether the deployment's dates are too coarse for the day.
    iso_a3
        Country of the site; None for a person's own point.
    source_id, deployment_source_id
        Sources of the range and of the deployment.
    """

    id: str
    site_id: str
    system_id: str
    lon: float
    lat: float
    precision_km: float
    dead_zone_km: float | None
    low_km: float
    high_km: float
    hypothetical: bool
    status: str
    basis: str
    ring_default: str
    source_id: str
    launcher_id: str = ""
    deployment_id: str = ""
    undecided: bool = False
    iso_a3: str | None = None
    deployment_source_id: str = ""


def documented_rings(deployments: Iterable[Deployment], on: date | None = None) -> tuple[Ring, ...]:
    """List the rings that documented deployments lead to.

    A launcher whose range depends on the munition leads to a ring for each of its munitions. What
    has no published range, or what the facts advise not to ring, leads to none: ask for it by
    `ring_of`.

    Parameters
    ----------
    deployments
        Rows of `geo.datasets.arsenal.documented`.
    on
        The day, to mark deployments whose dates are too coarse for it.

    Returns
    -------
    rings
        In the order given.
    """
    return tuple(
        _documented(deployment, system, on)
        for deployment in deployments
        for system in arsenal.munitions(deployment.system_id)
        if system.ring_default != "off" and spread_km(system) is not None
    )


def ring_of(
    site_id: str,
    system_id: str,
    *,
    radius_km: float | None = None,
    at: tuple[float, float] | None = None,
    on: date | None = None,
) -> Ring:
    """Make the ring of a site and a system, documented or not.

    Parameters
    ----------
    site_id
        A site; may be empty with a point given.
    system_id
        A system; may be empty with a radius given.
    radius_km
        Instead of the published maxima.
    at
        Longitude and latitude in degrees, instead of the site's point.
    on
        The day on which the pair must be documented not to be hypothetical; None takes the day up
        to which the facts know.

    Returns
    -------
    ring
        Hypothetical unless the pair is documented on the day and nothing was changed by hand.

    Raises
    ------
    InputError
        When the site or the system is not known, or has no point or no published range and none
        is given.
    GeometryError
        When the point given is not on the globe.
    """
    system = arsenal.find_system(system_id) if system_id else None
    site = _site_at(site_id, at)
    if site is not None and system is not None and radius_km is None:
        day = on or arsenal.facts_as_of()
        asked = {system.id, system.variant_of}
        if found := arsenal.documented(day, site_ids={site.id}, system_ids=asked):
            return _documented(found[0], system, day)
    lon, lat = (site.lon, site.lat) if site is not None else at or (math.nan, math.nan)
    check_lonlat(lon, lat)
    low, high = _chosen_spread_km(system, radius_km)
    return Ring(
        id=_ring_id(site_id, system_id, at, radius_km),
        site_id=site_id or OWN_POINT,
        system_id=system_id or OWN_RADIUS,
        lon=lon,
        lat=lat,
        precision_km=site.precision_km if site is not None else 0.0,
        dead_zone_km=_dead_zone_km(system, low),
        low_km=low,
        high_km=high,
        hypothetical=True,
        status=HYPOTHETICAL,
        basis=system.basis if system is not None and radius_km is None else "given by hand",
        ring_default="dashed",
        iso_a3=site.iso_a3 if site is not None else None,
        source_id=system.source_id if system is not None and radius_km is None else OWN_RADIUS,
    )


def spread_km(system: System) -> tuple[float, float] | None:
    """Tell the lowest and the highest published maximum of a system, where any is published."""
    known = [
        km
        for km in (system.max_low_km, system.max_typical_km, system.max_high_km)
        if km is not None
    ]
    return (min(known), max(known)) if known else None


def point_of(lon: float | None, lat: float | None) -> tuple[float, float] | None:
    """Pair the coordinates of a person's own point, in degrees; None where none are given.

    Raises
    ------
    InputError
        When one of the two is missing.
    """
    if lon is None and lat is None:
        return None
    if lon is None or lat is None:
        raise InputError(
            "A point needs longitude and latitude.", hint="Give both in degrees, or neither."
        )
    return lon, lat


def _site_at(site_id: str, at: tuple[float, float] | None) -> Site | None:
    """Find the site that gives the centre; with a point of one's own it need only be known."""
    if at is None and not site_id:
        raise InputError(
            "A ring needs a centre.", hint="Give a site, or a point as longitude and latitude."
        )
    if at is None:
        return arsenal.find_site(site_id)
    if site_id and site_id not in arsenal.unplaced_sites():
        arsenal.find_site(site_id)
    return None


def _dead_zone_km(system: System | None, low_km: float) -> float | None:
    """Take a system's minimum range, unless a person chose a radius that lies within it."""
    if system is None or system.dead_zone_km is None or system.dead_zone_km >= low_km:
        return None
    return system.dead_zone_km


def _chosen_spread_km(system: System | None, radius_km: float | None) -> tuple[float, float]:
    if radius_km is not None:
        return radius_km, radius_km
    if system is None:
        raise InputError("A ring needs a range.", hint="Give a system, or a radius in kilometres.")
    if spread := spread_km(system):
        return spread
    name = system.names["en"]
    if fired := [munition.id for munition in arsenal.munitions(system.id) if munition != system]:
        raise InputError(
            f"The range of {name} depends on its munition.", hint=f"Choose {', '.join(fired)}."
        )
    raise InputError(
        f"No range is taken over for {name}: {system.basis}.",
        hint="Give a radius in kilometres of your own.",
    )


def _documented(deployment: Deployment, system: System, on: date | None) -> Ring:
    site = arsenal.find_site(deployment.site_id)
    low, high = _chosen_spread_km(system, None)
    return Ring(
        id=_ring_id(site.id, system.id),
        site_id=site.id,
        system_id=system.id,
        lon=site.lon,
        lat=site.lat,
        precision_km=site.precision_km,
        dead_zone_km=system.dead_zone_km,
        low_km=low,
        high_km=high,
        hypothetical=False,
        status=deployment.status.value,
        basis=system.basis,
        ring_default=system.ring_default,
        launcher_id=deployment.system_id if deployment.system_id != system.id else "",
        deployment_id=deployment.id,
        undecided=on is not None and arsenal.undecided(deployment, on),
        iso_a3=site.iso_a3,
        source_id=system.source_id,
        deployment_source_id=deployment.source_id,
    )


def _ring_id(
    site_id: str,
    system_id: str,
    at: tuple[float, float] | None = None,
    radius_km: float | None = None,
) -> str:
    point = f"@{at[0]:.4f},{at[1]:.4f}" if at is not None else ""
    radius = f":{radius_km:g}km" if radius_km is not None else ""
    return f"{site_id}{point}/{system_id}{radius}"
