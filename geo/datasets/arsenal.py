"""Basing sites, weapon systems and documented deployments, as of a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

import geopandas as gpd
import pandas as pd

from geo.datasets.facts import facts_as_of
from geo.datasets.facts_arsenal import (
    SITE_LANGS,
    read_deployments,
    read_sites,
    read_systems,
    unplaced_sites,
)
from geo.errors import InputError
from geo.frames import CRS, DEPLOYMENTS, SITES
from geo.model import Deployment, DeploymentStatus, Site, System

__all__ = [
    "deployments_frame",
    "documented",
    "facts_as_of",
    "find_site",
    "find_system",
    "later",
    "munitions",
    "read_deployments",
    "read_sites",
    "read_systems",
    "sites_frame",
    "undecided",
    "unplaced_sites",
]


def find_site(site_id: str) -> Site:
    """Look up a site.

    Raises
    ------
    InputError
        When no site with a point has that id.
    """
    if site := read_sites().get(site_id):
        return site
    if name := unplaced_sites().get(site_id):
        raise InputError(
            f"No source gives a point for the site {name!r}.",
            hint="Give one of your own as longitude and latitude.",
        )
    raise InputError(f"{site_id!r} is no known site.", hint=_offer(site_id, read_sites()))


def find_system(system_id: str) -> System:
    """Look up a weapon system.

    Raises
    ------
    InputError
        When no system has that id.
    """
    if system := read_systems().get(system_id):
        return system
    raise InputError(f"{system_id!r} is no known system.", hint=_offer(system_id, read_systems()))


def munitions(system_id: str) -> tuple[System, ...]:
    """List what a launcher without a range of its own can fire; a system with one gives itself."""
    fired = tuple(s for s in read_systems().values() if s.variant_of == system_id)
    return fired or (find_system(system_id),)


def documented(
    on: date,
    *,
    site_ids: Collection[str] | None = None,
    system_ids: Collection[str] | None = None,
) -> tuple[Deployment, ...]:
    """List what was documented on a day, at most one row for a site and a system.

    Parameters
    ----------
    on
        The day.
    site_ids, system_ids
        Keep only these; None keeps all.

    Returns
    -------
    deployments
        For each pair the strongest status (of equals, the newest row), in the table's order.
        Denied ones are left out. Rows whose dates are too coarse to tell are kept:
        `undecided` finds them.
    """
    best: dict[tuple[str, str], Deployment] = {}
    for row in _asked(site_ids, system_ids):
        if not row.start.not_after(on) or (row.end is not None and not row.end.not_before(on)):
            continue
        known = best.get((row.site_id, row.system_id))
        if known is None or _rank(row) > _rank(known):
            best[row.site_id, row.system_id] = row
    return tuple(row for row in read_deployments() if row in best.values())


def later(
    on: date,
    *,
    site_ids: Collection[str] | None = None,
    system_ids: Collection[str] | None = None,
) -> tuple[Deployment, ...]:
    """List what was first documented after a day: a layer of its own, off.

    Parameters
    ----------
    on
        The day.
    site_ids, system_ids
        Keep only these; None keeps all.

    Returns
    -------
    deployments
        Every row that starts later, denied ones left out; also where the same pair was documented
        before, with a weaker status.
    """
    return tuple(row for row in _asked(site_ids, system_ids) if not row.start.not_after(on))


def undecided(deployment: Deployment, on: date) -> bool:
    """Whether a deployment's dates are too coarse to tell if it held on that day.

    `2023-04` as last month neither precedes nor follows 6 April 2023.
    """
    ends = (end for end in (deployment.start, deployment.end) if end is not None)
    return any(end.day is None and end.not_after(on) and end.not_before(on) for end in ends)


def sites_frame(site_ids: Iterable[str] | None = None) -> gpd.GeoDataFrame:
    """Make a frame of sites after the schema SITES.

    Parameters
    ----------
    site_ids
        Which ones, in this order; None takes all.

    Returns
    -------
    sites
        Points, with each name as `name_<lang>`, besides the schema's columns.

    Raises
    ------
    InputError
        When a site is not known or has no point.
    """
    ids = read_sites() if site_ids is None else dict.fromkeys(site_ids)
    sites = [find_site(site_id) for site_id in ids]
    columns = {
        "name": [site.names.get("en", site.id) for site in sites],
        **{f"name_{lang}": [site.names.get(lang) for site in sites] for lang in SITE_LANGS},
        "kind": [site.kind for site in sites],
        "precision_km": [site.precision_km for site in sites],
        "iso_a3": [site.iso_a3 for site in sites],
        "status": [site.status.value for site in sites],
        "unit": [site.unit for site in sites],
        "source_id": [site.source_id for site in sites],
    }
    index = pd.Index([site.id for site in sites], name=SITES.index, dtype=object)
    points = gpd.points_from_xy([s.lon for s in sites], [s.lat for s in sites])
    frame = gpd.GeoDataFrame(columns, index=index, geometry=points, crs=CRS)
    SITES.check(frame)
    return frame


def deployments_frame(deployments: Iterable[Deployment], on: date | None = None) -> pd.DataFrame:
    """Make a frame of deployments after the schema DEPLOYMENTS.

    Parameters
    ----------
    deployments
        Rows of `documented` or `later`.
    on
        The day; with it, `undecided` tells which rows' dates are too coarse for it.

    Returns
    -------
    deployments
        One row each, with operator, claimant and note besides the schema's columns.
    """
    rows = tuple(deployments)
    frame = pd.DataFrame(
        {
            "site_id": [row.site_id for row in rows],
            "system_id": [row.system_id for row in rows],
            "operator_iso_a3": [row.operator_iso_a3 for row in rows],
            "status": [row.status.value for row in rows],
            "claimed_by": [row.claimed_by for row in rows],
            "from_date": [str(row.start) for row in rows],
            "to_date": [None if row.end is None else str(row.end) for row in rows],
            "undecided": [on is not None and undecided(row, on) for row in rows],
            "note": [row.note for row in rows],
            "source_id": [row.source_id for row in rows],
        },
        index=pd.Index([row.id for row in rows], name=DEPLOYMENTS.index, dtype=object),
    )
    DEPLOYMENTS.check(frame)
    return frame


def _asked(
    site_ids: Collection[str] | None, system_ids: Collection[str] | None
) -> tuple[Deployment, ...]:
    return tuple(
        row
        for row in read_deployments()
        if (site_ids is None or row.site_id in site_ids)
        and (system_ids is None or row.system_id in system_ids)
        and row.status is not DeploymentStatus.DENIED
    )


def _rank(row: Deployment) -> tuple[int, str]:
    return row.status.strength, str(row.start)


def _offer(asked: str, known: Mapping[str, object]) -> str:
    word = asked.casefold()[:4]
    near = [key for key in known if word and word in key][:5]
    return f"Perhaps you mean {', '.join(near)}." if near else f"Known are {', '.join(known)}."
