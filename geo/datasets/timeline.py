"""Dated events, and those near a day."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geo.datasets.facts import Row, read_table, row_error, source_id, table_file
from geo.model import PartialDate

__all__ = ["Event", "events_near", "read_events"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, was announced or was claimed on a date.

    Parameters
    ----------
    id
        Key in `timeline.csv`.
    day
        When, as precisely as the source tells.
    titles
        Title by ISO 639-1 language.
    place
        Where, in words; may be vague.
    lon, lat
        Degrees, WGS 84; None where the place has no point.
    iso_a3
        Country of the place.
    status
        `confirmed`, `reported`, `claimed` or `announced`.
    status_note
        What is disputed about it.
    source_id
        Source of the row.
    """

    id: str
    day: PartialDate
    titles: dict[str, str]
    place: str
    lon: float | None
    lat: float | None
    iso_a3: str
    status: str
    status_note: str
    source_id: str


def read_events() -> tuple[Event, ...]:
    """Read all events, oldest first."""
    return _events(table_file("timeline"))


def events_near(on: date, *, days: int = 45, iso_a3: str | None = None) -> tuple[Event, ...]:
    """List the events around a day.

    Parameters
    ----------
    on
        The day.
    days
        How far to look, before and after.
    iso_a3
        Keep only events on the territory of this country; None keeps all.

    Returns
    -------
    events
        Oldest first. An event known only to the month counts when that month comes that near.
    """
    return tuple(
        event
        for event in read_events()
        if (iso_a3 is None or event.iso_a3 == iso_a3) and _days_off(event.day, on) <= days
    )


def _days_off(day: PartialDate, on: date) -> int:
    first = date(day.year, day.month or 1, day.day or 1)
    if day.not_after(on) and day.not_before(on):
        return 0
    last = first
    if day.day is None:
        month = day.month or 12
        last = date(day.year + month // 12, month % 12 + 1, 1)
    return min(abs((first - on).days), abs((last - on).days))


@functools.cache
def _events(_file: Path) -> tuple[Event, ...]:
    return tuple(sorted(map(_event, read_table("timeline")), key=lambda event: str(event.day)))


def _event(row: Row) -> Event:
    try:
        return Event(
            id=row["event_id"],
            day=PartialDate.parse(row["date"]),
            titles={lang: row[f"title_{lang}"] for lang in ("en", "pl", "uk")},
            place=row["place"],
            lon=float(row["lon"]) if row["lon"] else None,
            lat=float(row["lat"]) if row["lat"] else None,
            iso_a3=row["country_iso3"],
            status=row["status"],
            status_note=row["status_note"],
            source_id=source_id("timeline", row),
        )
    except ValueError as fault:
        raise row_error("timeline", row, fault) from fault
