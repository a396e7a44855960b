"""A person's work as a small file: settings, rings and corrections, to be taken up again.

The article's text stays out: a correction belongs to words, and the next article may have them
too. The file is JSON with a version, and nothing in it is believed unchecked.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeVar

from geo.analysis import Correction, RingChoice, Settings
from geo.datasets import arsenal
from geo.errors import InputError
from geo.gazetteer import open_index
from geo.i18n.countries import is_country

__all__ = ["LARGEST_BYTES", "MOST_CORRECTIONS", "MOST_RINGS", "read_work", "work_bytes"]

VERSION: Final = 1

LARGEST_BYTES: Final = 1_000_000
MOST_CORRECTIONS: Final = 2_000
MOST_RINGS: Final = 12
LONGEST_WORDS: Final = 200
"""Code points of the words that a correction is about."""

LONGEST_KM: Final = 20_000.0

_LANG: Final = re.compile(r"[a-z]{2,3}", re.ASCII)
_VIEWPOINTS: Final = frozenset({"un", "de_facto", "neutral"})
T = TypeVar("T")


def work_bytes(settings: Settings) -> bytes:
    """Write a person's choices as a file.

    Parameters
    ----------
    settings
        What was chosen; what was left automatic is left out.
    """
    record: dict[str, Any] = {"standoff": "work", "version": VERSION}
    chosen = {
        "lang": settings.lang,
        "on": settings.on.isoformat() if settings.on else None,
        "viewpoint": settings.viewpoint,
        "focus": settings.focus,
    }
    record["settings"] = {name: value for name, value in chosen.items() if value}
    record["rings"] = [_ring_record(choice) for choice in settings.rings]
    record["corrections"] = [
        {"surface": made.surface, "place_id": made.place_id}
        for made in settings.corrections
        if _is_known(made.place_id)
    ]
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def read_work(content: bytes) -> Settings:
    """Read such a file back.

    Parameters
    ----------
    content
        The file's bytes.

    Returns
    -------
    Settings
        Equal to what was written.

    Raises
    ------
    InputError
        When it is no such file, of a later version, too large, or holds what can't be.
    """
    if len(content) > LARGEST_BYTES:
        raise InputError(
            f"The file is larger than {LARGEST_BYTES // 1_000_000} MB.",
            hint="Open a file that was saved by this page.",
        )
    record = _record(content)
    chosen = _part(record, "settings", dict) or {}
    return Settings(
        lang=_checked(chosen, "lang", _language),
        on=_checked(chosen, "on", date.fromisoformat),
        viewpoint=_checked(chosen, "viewpoint", _viewpoint) or "un",
        focus=_checked(chosen, "focus", _country),
        rings=tuple(_rings(_part(record, "rings", list) or [])),
        corrections=tuple(_corrections(_part(record, "corrections", list) or [])),
    )


def _record(content: bytes) -> Mapping[str, Any]:
    try:
        record = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _no_work() from error
    if not isinstance(record, dict) or record.get("standoff") != "work":
        raise _no_work()
    version = record.get("version")
    if not isinstance(version, int) or version < 1:
        raise _no_work()
    if version > VERSION:
        raise InputError(
            f"The file was saved by a later version ({version}; known up to {VERSION}).",
            hint="Update Standoff, then open it again.",
        )
    return record


def _no_work() -> InputError:
    return InputError(
        "This is no file of saved work.", hint="Open a .json file that was saved by this page."
    )


def _wrong(where: str) -> InputError:
    return InputError(
        f"The saved work can't be read: {where} is not as it should be.",
        hint="Open a file as it was saved, unchanged.",
    )


def _part(record: Mapping[str, Any], name: str, kind: type[T]) -> T | None:
    value = record.get(name)
    if value is not None and not isinstance(value, kind):
        raise _wrong(name)
    return value


def _checked(record: Mapping[str, Any], name: str, read: Callable[[str], T]) -> T | None:
    value = record.get(name)
    if value is None:
        return None
    try:
        return read(value)
    except (TypeError, ValueError) as error:
        raise _wrong(name) from error


def _language(text: str) -> str:
    if not _LANG.fullmatch(text):
        raise ValueError(text)
    return text


def _viewpoint(text: str) -> str:
    if text not in _VIEWPOINTS:
        raise ValueError(text)
    return text


def _country(text: str) -> str:
    if not is_country(text):
        raise ValueError(text)
    return text


def _ring_record(choice: RingChoice) -> dict[str, Any]:
    given = {
        "site": choice.site_id or None,
        "system": choice.system_id or None,
        "radius_km": choice.radius_km,
        "lon": choice.lon,
        "lat": choice.lat,
    }
    return {name: value for name, value in given.items() if value is not None}


def _rings(rows: list[Any]) -> Iterator[RingChoice]:
    if len(rows) > MOST_RINGS:
        raise _wrong(f"the number of rings ({len(rows)})")
    for number, row in enumerate(rows, 1):
        ring = _ring(row) if isinstance(row, dict) else None
        if ring is None:
            raise _wrong(f"ring {number}")
        yield ring


def _ring(row: Mapping[str, Any]) -> RingChoice | None:
    site, system = row.get("site", ""), row.get("system", "")
    lon, lat = _number(row.get("lon"), 180.0), _number(row.get("lat"), 90.0)
    radius = _number(row.get("radius_km"), LONGEST_KM)
    at_site = isinstance(site, str) and site in arsenal.read_sites()
    at_point = site == "" and lon is not None and lat is not None
    known = isinstance(system, str) and (system in arsenal.read_systems() or system == "")
    ranged = radius is not None and radius > 0 if "radius_km" in row else bool(system)
    if not (known and ranged and (at_site or at_point)):
        return None
    return RingChoice(site_id=site, system_id=system, radius_km=radius, lon=lon, lat=lat)


def _number(value: object, most: float) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) and abs(value) <= most else None


def _corrections(rows: list[Any]) -> Iterator[Correction]:
    if len(rows) > MOST_CORRECTIONS:
        raise _wrong(f"the number of corrections ({len(rows)})")
    for number, row in enumerate(rows, 1):
        surface = row.get("surface") if isinstance(row, dict) else None
        place_id = row.get("place_id", "") if isinstance(row, dict) else None
        told = isinstance(surface, str) and 0 < len(surface) <= LONGEST_WORDS
        if not (told and isinstance(place_id, str) and _is_known(place_id)):
            raise _wrong(f"correction {number}")
        yield Correction(surface=str(surface), place_id=str(place_id))


def _is_known(place_id: str) -> bool:
    """Whether any article can be corrected to it: what only one article placed can't be found."""
    return not place_id or open_index().row(place_id) is not None
