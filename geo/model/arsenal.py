"""Basing sites, weapon systems, and who was said to have what where and when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.model.partial_date import PartialDate

__all__ = ["Deployment", "DeploymentStatus", "Site", "System"]


class DeploymentStatus(StrEnum):
    """How well a deployment is documented, weakest first; denied stands apart."""

    DENIED = "denied"
    CLAIMED = "claimed"
    REPORTED = "reported"
    CONFIRMED = "confirmed"

    @property
    def strength(self) -> int:
        """Rank for choosing between rows of one pair: denied 0 < claimed < reported < confirmed."""
        return list(DeploymentStatus).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A publicly reported basing site: that it exists, not what stands there.

    Parameters
    ----------
    id
        Key in `sites.csv`.
    names
        Names by ISO 639-1 language, plus `local`.
    lon, lat
        Degrees, WGS 84; often the town on purpose.
    precision_km
        Radius of uncertainty of the point.
    kind
        Missile brigade, air base, storage...
    iso_a3
        Country on whose territory it lies.
    status
        Confirmed, reported or claimed: of the place in the kind given.
    known_since
        When it was first reported in that kind; None if unknown, usually long before.
    later_names
        Per language, the name that a place took later and the day it starts.
    unit, note
        In the source's words.
    source_id
        Source of the row.
    """

    id: str
    names: dict[str, str]
    lon: float
    lat: float
    precision_km: float
    kind: str
    iso_a3: str
    status: DeploymentStatus
    known_since: PartialDate | None = None
    later_names: dict[str, tuple[str, PartialDate]] | None = None
    unit: str = ""
    note: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A weapon system and what is published of its range, in km.

    Parameters
    ----------
    id
        Key in `systems.csv`.
    names
        Names by ISO 639-1 language.
    dead_zone_km
        Minimum range; None if unknown.
    max_low_km, max_typical_km, max_high_km
        Spread of the published maxima of one variant; None for launchers whose range depends
        on the munition (rows with `variant_of`).
    basis
        What the figure rests on, in words.
    launch
        Ground, air or sea.
    category
        Strike, air_defence or aircraft (combat radius).
    ring_default
        Solid, dashed or off.
    variant_of
        System that this is a munition of, or empty.
    source_id
        Source of the row.
    """

    id: str
    names: dict[str, str]
    dead_zone_km: float | None
    max_low_km: float | None
    max_typical_km: float | None
    max_high_km: float | None
    basis: str
    launch: str
    category: str
    ring_default: str
    variant_of: str = ""
    class_name: str = ""
    origin_iso_a3: str | None = None
    nuclear_capable: str = ""
    contradictions: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """A system at a site, as somebody said, from a date on.

    Parameters
    ----------
    id
        Key in `deployments.csv`.
    site_id, system_id
        The pair.
    operator_iso_a3
        Whose it is.
    start, end
        First documented; last day, or None if open or unknown.
    status
        Claimed, reported, confirmed or denied.
    claimed_by
        Who says so.
    note
        In the source's words.
    source_id
        Source of the row.
    """

    id: str
    site_id: str
    system_id: str
    operator_iso_a3: str
    start: PartialDate
    end: PartialDate | None
    status: DeploymentStatus
    claimed_by: str = ""
    note: str = ""
    source_id: str = ""
