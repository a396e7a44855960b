"""From a weapon named in the text to the places where it is documented: the editor's layer.

The text names a system; the facts say where it was said to stand on the date; only such pairs,
in the country in focus, are drawn by themselves. Everything else is a person's choice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import geopandas as gpd
import pandas as pd

from geo.analysis.settings import RingChoice, Settings
from geo.datasets import arsenal
from geo.datasets.facts_systems import systems_named
from geo.model import Deployment, MentionKind, Resolution
from geo.rings import Ring, documented_rings, point_of, ring_of, ring_rows

__all__ = ["Arms", "deployed", "systems_of"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arms:
    """Sites, deployments and rings of one analysis, as frames of `geo.frames`.

    Parameters
    ----------
    sites
        Sites of the deployments and of the rings.
    deployments
        Documented on the date.
    later
        Documented after it.
    rings
        Of the documented deployments, then those a person asked for.
    """

    sites: gpd.GeoDataFrame
    deployments: pd.DataFrame
    later: pd.DataFrame
    rings: gpd.GeoDataFrame


def deployed(
    resolutions: Iterable[Resolution], settings: Settings, *, focus: str | None, on: date
) -> Arms:
    """Gather what is documented of the systems named, in the country in focus, on the date.

    Parameters
    ----------
    resolutions
        Mentions of the text; only systems matter.
    settings
        Rings that a person asked for.
    focus
        Country in focus; None documents nothing.
    on
        The date.

    Raises
    ------
    InputError
        If a person's ring names an unknown site or system, or has no radius.
    """
    systems = systems_of(resolutions)
    sites = [s.id for s in arsenal.read_sites().values() if s.iso_a3 == focus]
    documented = arsenal.documented(on, site_ids=sites, system_ids=systems)
    later = arsenal.later(on, site_ids=sites, system_ids=systems)
    rings = (*documented_rings(documented, on), *(_chosen(c, on) for c in settings.rings))
    return Arms(
        sites=arsenal.sites_frame(_sites_of(documented, later, rings)),
        deployments=arsenal.deployments_frame(documented, on),
        later=arsenal.deployments_frame(later, on),
        rings=ring_rows(rings),
    )


def systems_of(resolutions: Iterable[Resolution]) -> frozenset[str]:
    """Find the systems that the mentions name: a family ("Iskander") means all its variants.

    Returns
    -------
    frozenset of str
        Keys of `systems.csv`.
    """
    return frozenset(
        system_id
        for resolution in resolutions
        if resolution.mention.kind is MentionKind.SYSTEM
        for system_id in systems_named(resolution.mention.lemma, resolution.mention.surface)
    )


def _chosen(choice: RingChoice, on: date) -> Ring:
    at = point_of(choice.lon, choice.lat)
    return ring_of(choice.site_id, choice.system_id, radius_km=choice.radius_km, at=at, on=on)


def _sites_of(
    documented: Iterable[Deployment], later: Iterable[Deployment], rings: Iterable[Ring]
) -> list[str]:
    known = arsenal.read_sites()
    ids = [row.site_id for row in (*documented, *later)]
    return list(dict.fromkeys(i for i in (*ids, *(r.site_id for r in rings)) if i in known))
