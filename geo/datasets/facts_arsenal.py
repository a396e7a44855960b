"""Sites, systems and deployments as their tables give them, row by row."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from geo.datasets.facts import Row, read_table, row_error, source_id, table_file
from geo.model import Deployment, DeploymentStatus, PartialDate, Site, System

__all__ = ["SITE_LANGS", "read_deployments", "read_sites", "read_systems", "unplaced_sites"]

SITE_LANGS = ("en", "pl", "be", "ru", "uk", "local")
"""Languages in which the table names sites."""


def read_sites() -> Mapping[str, Site]:
    """Read the basing sites that have a point, by id.

    Returns
    -------
    sites
        In the table's order; a site without a defensible point is in `unplaced_sites`.
    """
    return _sites(table_file("sites"))


def unplaced_sites() -> Mapping[str, str]:
    """Name the sites that no source allows to place: id to English name."""
    rows = read_table("sites")
    return {row["id"]: row["name_en"] for row in rows if not row["lat"]}


def read_systems() -> Mapping[str, System]:
    """Read the weapon systems, by id, in the table's order."""
    return _systems(table_file("systems"))


def read_deployments() -> tuple[Deployment, ...]:
    """Read every row that says that a system was at a site."""
    return _deployments(table_file("deployments"))


@functools.cache
def _sites(_file: Path) -> Mapping[str, Site]:
    rows = [row for row in read_table("sites") if row["lat"]]
    return MappingProxyType({row["id"]: _site(row) for row in rows})


@functools.cache
def _systems(_file: Path) -> Mapping[str, System]:
    return MappingProxyType({row["id"]: _system(row) for row in read_table("systems")})


@functools.cache
def _deployments(_file: Path) -> tuple[Deployment, ...]:
    return tuple(_deployment(row) for row in read_table("deployments"))


def _site(row: Row) -> Site:
    try:
        later_pl = (row["name_pl_later"], _day(row["name_pl_from"]))
        return Site(
            id=row["id"],
            names={lang: row[f"name_{lang}"] for lang in SITE_LANGS if row[f"name_{lang}"]},
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            precision_km=float(row["coord_precision_km"]),
            kind=row["kind"],
            iso_a3=row["country_iso3"],
            status=DeploymentStatus(row["status"]),
            known_since=_day(row["role_reported_since"] or row["site_known_since"]),
            later_names={"pl": (later_pl[0], later_pl[1])} if later_pl[1] else None,
            unit=row["unit"],
            note=row["note"],
            source_id=source_id("sites", row),
        )
    except ValueError as fault:
        raise row_error("sites", row, fault) from fault


def _system(row: Row) -> System:
    try:
        return System(
            id=row["id"],
            names={"en": row["name_en"], "pl": row["name_pl"]},
            dead_zone_km=_km(row["dead_zone_km"]),
            max_low_km=_km(row["max_low_km"]),
            max_typical_km=_km(row["max_typical_km"]),
            max_high_km=_km(row["max_high_km"]),
            basis=row["basis"],
            launch=row["launch"],
            category=row["category"],
            ring_default=row["ring_default"],
            variant_of=row["variant_of"],
            class_name=row["class"],
            origin_iso_a3=row["origin_iso3"] or None,
            nuclear_capable=row["nuclear_capable"],
            contradictions=row["contradictions"],
            source_id=source_id("systems", row),
        )
    except ValueError as fault:
        raise row_error("systems", row, fault) from fault


def _deployment(row: Row) -> Deployment:
    try:
        return Deployment(
            id=row["deployment_id"],
            site_id=row["site_id"],
            system_id=row["system_id"],
            operator_iso_a3=row["operator_iso3"],
            start=PartialDate.parse(row["from_date"]),
            end=_day(row["to_date"]),
            status=DeploymentStatus(row["status"]),
            claimed_by=row["claimed_by"],
            note=row["note"],
            source_id=source_id("deployments", row),
        )
    except ValueError as fault:
        raise row_error("deployments", row, fault) from fault


def _day(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _km(text: str) -> float | None:
    return float(text) if text else None
