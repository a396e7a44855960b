"""What places are called on a map, by language and on a date; which cities and waters to letter.

The policy is in `data/names/NOTES.md`. Where nobody has reviewed a name, the gazetteer's own is
transcribed by rule into the letters of the language, and says so (`NameBasis`).
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import geopandas as gpd
import pandas as pd

from geo.datasets.arsenal import read_sites, read_systems
from geo.datasets.manifest import locate, resources
from geo.errors import DataError
from geo.frames import CRS
from geo.i18n.transcription import into_english, into_polish, into_ukrainian
from geo.model import PartialDate

__all__ = [
    "NameBasis",
    "Named",
    "PlaceName",
    "name_of",
    "place_name",
    "read_label_cities",
    "read_place_names",
    "read_seas",
    "system_name",
]

LANGS = ("en", "pl", "uk")
_SUPPLEMENT = "gazetteer/supplement/"
_UNLISTED = "unlisted:"
_ALWAYS_FROM, _ALWAYS_UNTIL = "0000-00-00", "9999-99-99"


class NameBasis(StrEnum):
    """Why a place bears a name on a picture."""

    REVIEWED = "reviewed"
    """The project's list, the gazetteer's supplement or the facts' sites name it so."""
    ATTESTED = "attested"
    """The form closest to the main name among GeoNames' untagged ones."""
    TRANSCRIBED = "transcribed"
    """Written by rule in the letters of the language; no statement about usage."""
    ENDONYM = "endonym"
    """The gazetteer's own name, in Latin letters."""
    ARTICLE = "article"
    """As the article spells it: no gazetteer lists the place. It may be in another script."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a language, and why it is that one."""

    text: str
    basis: NameBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """The names of one place over one period.

    Parameters
    ----------
    names
        Name by language.
    start, end
        First and last day in force, as ISO text; the widest for open ends.
    basis
        What it rests on: `CLDR`, `CLDR 41` or `memory`.
    """

    names: Mapping[str, str]
    start: str
    end: str
    basis: str


def place_name(
    place_id: str | int,
    lang: str,
    on: date | None = None,
    *,
    default: str | None = None,
    iso_a3: str = "",
) -> str:
    """Name a place after the policy, as it was called on a day.

    Parameters
    ----------
    place_id
        Gazetteer id (`geonames:625143`, or the number alone) or the id of a basing site.
    lang
        Interface language.
    on
        The day, usually the article's; None takes the name now in force.
    default
        The gazetteer's own name, written in the language's letters where no other is known; None
        says the id.
    iso_a3
        Country of the place, which tells how the default sounds.

    Returns
    -------
    name
        Kaliningrad in Polish until 8 May 2023, Królewiec from 9 May 2023.
    """
    named = name_of(place_id, lang, on, default=default or "", iso_a3=iso_a3)
    return named.text or (str(place_id) if default is None else default)


def name_of(
    place_id: str | int, lang: str, on: date | None = None, *, default: str, iso_a3: str = ""
) -> Named:
    """Name a place like `place_name`, and say what the name rests on."""
    day = on.isoformat() if on else _ALWAYS_UNTIL
    number = str(place_id).removeprefix("geonames:")
    for entry in read_place_names().get(number, ()):
        if entry.start <= day <= entry.end and lang in entry.names:
            return Named(entry.names[lang], NameBasis.REVIEWED)
    if own := _supplement_names().get((str(place_id), lang)):
        return Named(own, NameBasis.REVIEWED)
    if city := _city_names().get((number, lang)):
        return city
    # sites have words as ids: a picture's thousands of towns needn't be looked for among them
    site = "" if number.isdecimal() else _site_name(number, lang, on)
    if site:
        return Named(site, NameBasis.REVIEWED)
    return _by_rule(default, lang, iso_a3, listed=not number.startswith(_UNLISTED))


def _by_rule(name: str, lang: str, iso_a3: str, *, listed: bool) -> Named:
    own = NameBasis.ENDONYM if listed else NameBasis.ARTICLE
    if lang == "uk":
        # what only the article names has words of its language in it: "island", "street"
        written = into_ukrainian(name, iso_a3) if listed else name
    else:
        written = into_polish(name, iso_a3) if lang == "pl" else into_english(name, iso_a3)
    return Named(written, own if written == name else NameBasis.TRANSCRIBED)


def _site_name(site_id: str, lang: str, on: date | None) -> str:
    site = read_sites().get(site_id)
    if site is None:
        return ""
    later, start = (site.later_names or {}).get(lang, ("", None))
    if later and (on is None or _has_begun(start, on)):
        return later
    return site.names.get(lang) or site.names.get("en", "")


def _has_begun(start: PartialDate | None, on: date) -> bool:
    return start is not None and start.not_after(on)


def system_name(system_id: str, lang: str, *, default: str | None = None) -> str:
    """Name a weapon system, without the designation that the facts give in brackets.

    Parameters
    ----------
    system_id
        Key in the facts' systems.
    lang
        Interface language; English where the name isn't known in it.
    default
        What to say for an unknown system; None says the id.
    """
    system = read_systems().get(system_id)
    if system is None:
        return system_id if default is None else default
    own = _system_names().get(system_id, "") if lang == "uk" else ""
    return (own or system.names.get(lang) or system.names["en"]).split(" (")[0]


@functools.cache
def _system_names() -> Mapping[str, str]:
    return {row["system_id"]: row["name_uk"] for row in _rows("names/systems.csv")}


@functools.cache
def _city_names() -> Mapping[tuple[str, str], Named]:
    """Names of the cities that maps letter; reviewed ones stand in the list of places."""
    names = {}
    for row in _rows("names/cities.csv"):
        for lang in LANGS:
            basis = NameBasis.ENDONYM
            if lang == "uk" and row["basis"] != "places":
                basis = NameBasis(row["basis"])
            elif row["basis"] == "places":
                basis = NameBasis.REVIEWED
            names[row["geonames_id"], lang] = Named(row[f"name_{lang}"], basis)
    return names


@functools.cache
def _supplement_names() -> Mapping[tuple[str, str], str]:
    """Names of the gazetteer's own rows: landmarks, regions, waters, islands."""
    names: dict[tuple[str, str], str] = {}
    for resource in resources():
        if not (resource.path.startswith(_SUPPLEMENT) and resource.path.endswith(".csv")):
            continue
        for row in _rows(resource.path):
            number = row["geonames_id"]
            key = f"geonames:{number}" if number else f"standoff:{row['id']}"
            for lang in LANGS:
                # the first form is the one to show; the others are read, not written
                if first := row[lang].split("|")[0]:
                    names.setdefault((key, lang), first)
    return names


@functools.cache
def read_place_names() -> Mapping[str, tuple[PlaceName, ...]]:
    """Read all reviewed names, by GeoNames number."""
    names: dict[str, tuple[PlaceName, ...]] = {}
    for row in _rows("names/places.csv"):
        entry = PlaceName(
            names={lang: row[f"name_{lang}"] for lang in LANGS},
            start=row["from"] or _ALWAYS_FROM,
            end=row["until"] or _ALWAYS_UNTIL,
            basis=row["basis"],
        )
        names[row["geonames_id"]] = (*names.get(row["geonames_id"], ()), entry)
    return names


@functools.cache
def read_label_cities() -> gpd.GeoDataFrame:
    """Read the cities that figures letter; shared, so don't change it.

    Returns
    -------
    cities
        Index `place_id` (`geonames:N`), largest first. Columns `iso_a3`, `population`, `role`
        (`capital`, `admin-seat`, `city`), `rank` (1 most important to 6), `name_en`, `name_pl`,
        `name_uk` (now in force; `place_name` knows the date), `basis`, `source_id`; points, CRS84.
    """
    frame = pd.read_csv(locate("names/cities.csv"), keep_default_na=False, encoding="utf-8")
    frame["place_id"] = "geonames:" + frame["geonames_id"].astype(str)
    frame["source_id"] = "geonames"
    return _points(frame.drop(columns="geonames_id"), "place_id")


@functools.cache
def read_seas() -> gpd.GeoDataFrame:
    """Read oceans, seas, gulfs, straits and lakes with their label points; shared.

    Returns
    -------
    waters
        Index `water_id`. Columns `kind`, `rank` (1 oceans to 8 local), `extent_km` (length of the
        water along which its name may be written), `name_en`, `name_pl`, `name_uk`,
        `precision_km`, `basis`, `source_id`; points, CRS84.
    """
    frame = pd.read_csv(locate("names/seas.csv"), keep_default_na=False, encoding="utf-8")
    frame["source_id"] = "standoff_names"
    return _points(frame, "water_id")


def _points(frame: pd.DataFrame, index: str) -> gpd.GeoDataFrame:
    points = gpd.points_from_xy(frame["lon"], frame["lat"], crs=CRS)
    columns = frame.drop(columns=["lon", "lat"])
    return gpd.GeoDataFrame(columns, geometry=points, crs=CRS).set_index(index)


def _rows(name: str) -> Iterator[dict[str, str]]:
    try:
        with locate(name).open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    except UnicodeDecodeError as error:
        raise DataError(
            f"The data file {name} isn't UTF-8.", hint="Run `standoff data check`."
        ) from error
