"""Names by language out of Unicode's CLDR: territories, subdivisions, cities of time zones."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from gazetteer_parts.rows import CODE, COLLOQUIAL, Gazetteer, Row
from gazetteer_parts.sources import read_folder
from geo.gazetteer.normalise import fold

__all__ = ["add_cldr_names"]

LANGUAGES = """
    en pl uk ru be de fr cs sk bg sl lt lv
    et hu ro es it pt nl sv da no fi is el tr sq sr sr_Latn hr bs mk ca eu gl ga cy lb eo
    az uz kk ky tg mn
"""
"""The languages of the articles, and others in scripts we read."""

VARIANTS = {"en": ("en_GB", "en_AU", "en_CA"), "be": ("be_TARASK",), "de": ("de_AT", "de_CH")}

REGIONS = {
    "002": "6255146", "003": "6255149", "009": "6255151", "019": "", "142": "6255147",
    "150": "6255148", "005": "6255150", "AQ": "6255152",
}  # fmt: skip
"""UN M49 codes of the continents and their GeoNames ids."""

AREAS = """
    011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 143 145 151 154 155 202 419
"""
"""UN M49 codes of the world regions."""

KINDS = """
    prowincja dystrykt region prefektura departament gubernatorstwo stan
    provinz département departamento gouvernement präfektur bundesstaat
    région province état
    provincie departement kanton guvernorát štát provincia
    област провинция департамент щат лен регион префектура
    правінцыя штат дэпартамент рэгіён прэфектура графства вілает тэрыторыя
    провінція регіон префектура департамент
    provinca regija
"""
"""Words for kinds of division that CLDR puts before the name, in the languages of the articles."""


TERMS = """
    province region governorate district county department state prefecture oblast canton
"""
"""English words for kinds of division, which one source writes and the other doesn't."""


def add_cldr_names(gazetteer: Gazetteer, by_iso: dict[str, str], zones: dict[str, str]) -> None:
    """Tagged names for countries, continents, world regions, subdivisions and the zones' cities.

    Parameters
    ----------
    gazetteer
        Has the countries, divisions and settlements already.
    by_iso
        ISO 3166-2 code to place id.
    zones
        GeoNames id of a city by time zone and English name, as "Europe/Minsk Minsk".
    """
    files = read_folder("cldr", "usr/share/unicode/cldr/common")
    towns = {
        (row.iso_a2, fold(name.text))
        for row in gazetteer.rows.values()
        if row.feature_class == "P"
        for name in row.names
    }
    countries = {
        row.iso_a2: row for row in gazetteer.rows.values() if row.feature_code in {"PCLI", "PCLD"}
    }
    english = dict(_territories(files["main/en.xml"]))
    areas = {code: _area(gazetteer, code, english[code, ""]) for code in AREAS.split()}
    areas |= {
        code: gazetteer.rows[f"geonames:{number}"] for code, number in REGIONS.items() if number
    }
    by_iso = renumbered(gazetteer, by_iso, dict(_subdivisions(files["subdivisions/en.xml"])))
    for lang in LANGUAGES.split():
        tag = lang.replace("_", "-").lower()
        for file in (lang, *VARIANTS.get(lang, ())):
            if content := files.get(f"main/{file}.xml"):
                _add_territories(content, tag, {**countries, **areas})
                _add_zone_cities(content, tag, gazetteer, zones)
        if content := files.get(f"subdivisions/{lang}.xml"):
            for code, name in _subdivisions(content):
                if row := gazetteer.rows.get(by_iso.get(code, "")):
                    row.add(name, lang=tag, origin="subdivisions")
                    _, short = parted(name)
                    if short and (row.iso_a2, fold(short)) not in towns:
                        row.add(short, lang=tag, origin="subdivisions")


def renumbered(
    gazetteer: Gazetteer, by_iso: dict[str, str], english: dict[str, str]
) -> dict[str, str]:
    """Correct codes that one source still has in an older edition of ISO 3166-2, by their names.

    Iran's provinces were numbered anew, so that IR-06 is Bushehr here and Khuzestan there.

    Parameters
    ----------
    gazetteer
        Has the divisions already.
    by_iso
        ISO 3166-2 code to place id, by one source.
    english
        ISO 3166-2 code to English name, by the other.
    """
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    divisions = {row.id: row for row in gazetteer.rows.values() if row.feature_code == "ADM1"}
    for row in divisions.values():
        for name in row.names:
            bearers[row.iso_a2, _bare(name.text)].add(row.id)
    # "Prague 1" is no division of the first order, and a code without a number is a country's
    named = {code: name for code, name in english.items() if code[3:] and name == name.strip()}
    meant = {code: bearers[code[:2], _bare(name)] for code, name in named.items()}
    settled = {number for code, number in by_iso.items() if number in meant.get(code, ())}
    unsure = {
        code: next(iter(found))
        for code, found in meant.items()
        if len(found) == 1 and by_iso.get(code) not in found
        if code not in by_iso or by_iso[code] in divisions
    }
    moved = {code: number for code, number in unsure.items() if number not in settled}
    # an older code of a division; but Minsk isn't its region, though both bear the name
    taken = settled | set(moved.values())
    older = {code: number for code, number in unsure.items() if by_iso.get(code) in taken}
    return by_iso | older | moved


def _bare(name: str) -> str:
    words = [word for word in fold(name).split() if word not in TERMS.split()]
    return " ".join(words) or fold(name)


def _add_territories(content: bytes, tag: str, rows: dict[str, Row]) -> None:
    for (code, alternative), name in _territories(content):
        row = rows.get(code)
        if row is None or "(" in name:
            continue
        flags = CODE if name.isupper() or "." in name else 0
        if alternative and not flags and row.feature_class == "L":
            flags = COLLOQUIAL
        row.add(name, lang=tag, flags=flags, origin="cldr")


def _add_zone_cities(content: bytes, tag: str, gazetteer: Gazetteer, zones: dict[str, str]) -> None:
    for zone in ET.fromstring(content).iter("zone"):  # noqa: S314 (a pinned file)
        city = zone.findtext("exemplarCity")
        if city and (row := gazetteer.rows.get(zones.get(zone.get("type", ""), ""))):
            row.add(city, lang=tag, origin="cldr")


def zone_cities(gazetteer: Gazetteer, cities: dict[str, dict[str, Any]]) -> dict[str, str]:
    """The settlement that each time zone is named after: same zone, same English name, largest."""
    best: dict[str, tuple[int, str]] = defaultdict(lambda: (-1, ""))
    for number, city in cities.items():
        zone = str(city["timezone"])
        names = {city["name"], *city["alternatenames"]}
        if zone.rpartition("/")[2].replace("_", " ") in names:
            row = gazetteer.rows[f"geonames:{number}"]
            best[zone] = max(best[zone], (row.population, row.id))
    return {zone: place for zone, (_, place) in best.items()}


def _area(gazetteer: Gazetteer, code: str, name: str) -> Row:
    """The row of a world region: GeoNames' own where one has the name, else one without a point."""
    for row in gazetteer.rows.values():
        if row.feature_class == "L" and not row.iso_a2 and name in {n.text for n in row.names}:
            return row
    return gazetteer.add(
        Row(
            id=f"cldr:{code}",
            name=name,
            lon=float("nan"),
            lat=float("nan"),
            feature_class="L",
            feature_code="RGN",
            iso_a2="",
            origin="cldr",
        )
    )


def _territories(content: bytes) -> Iterator[tuple[tuple[str, str], str]]:
    for entry in ET.fromstring(content).iter("territory"):  # noqa: S314 (a pinned file)
        if entry.text and "type" in entry.attrib:
            yield (entry.attrib["type"], entry.get("alt", "")), entry.text


def parted(name: str) -> tuple[str, str]:
    """Tell the kind of a division from its own name: "штат Тэхас"; two empty texts if it has none.

    Articles say "Тэхас" alone. Only kinds after which the name stands in the nominative are known.
    """
    kind, _, short = name.partition(" ")
    return (kind, short) if kind.casefold() in KINDS.split() and short[:1].isupper() else ("", "")


def _subdivisions(content: bytes) -> Iterator[tuple[str, str]]:
    for entry in ET.fromstring(content).iter("subdivision"):  # noqa: S314 (a pinned file)
        code = entry.attrib["type"].upper()
        if entry.text:
            yield f"{code[:2]}-{code[2:]}", entry.text.rstrip("0123456789\u00b9\u00b2\u00b3")
