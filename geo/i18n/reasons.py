"""The geoparser's reasons and GeoNames' kinds of places, as words."""

from __future__ import annotations

import re
from typing import Final

from geo.i18n.catalogue import phrase
from geo.i18n.countries import country_name, is_country
from geo.i18n.measures import listing, number

__all__ = ["feature_word", "reason"]

# the first that fits a feature code or class; GeoNames' codes begin with what they are
_FEATURES: Final = (
    ("PCL", "country"),
    ("ADM1", "admin1"),
    ("ADM", "admin2"),
    ("PPLC", "capital"),
    ("PPLA", "admin-seat"),
    ("PPL", "settlement"),
    ("STM", "river"),
    ("ISL", "island"),
    ("MT", "mountain"),
    ("PK", "mountain"),
    ("RGN", "region"),
    ("A", "admin1"),
    ("P", "settlement"),
    ("H", "water"),
    ("T", "mountain"),
    ("S", "building"),
    ("L", "region"),
)
_COUNT: Final = re.compile(r"\d+(\.\d+)?")
_CODES: Final = re.compile(r"[A-Z]{3}(?:,? [A-Z]{3})*")


def reason(kind: str, value: str, lang: str) -> str:
    """Say one reason of the geoparser as a sentence.

    Parameters
    ----------
    kind
        Key as in `geo.geoparse.evidence`.
    value
        What the reason rests on: words of the text stay as they are, numbers are written as the
        language writes them, countries' codes become names, feature codes become words.
    lang
        Interface language.
    """
    return phrase(f"evidence.{kind}", lang, value=_value(kind, value.strip(), lang))


def feature_word(feature: str, lang: str) -> str:
    """The kind of place behind a GeoNames feature code or class: "capital", "rzeka"."""
    for beginning, key in _FEATURES:
        if feature.startswith(beginning) and (len(beginning) > 1 or feature == beginning):
            return phrase(f"feature.{key}", lang)
    return phrase("feature.other", lang)


def _value(kind: str, value: str, lang: str) -> str:
    if kind == "feature":
        return feature_word(value, lang)
    if _COUNT.fullmatch(value):
        return number(float(value), lang)
    if _CODES.fullmatch(value):
        codes = value.replace(",", "").split()
        if all(is_country(code) for code in codes):
            return listing((country_name(code, lang) for code in codes), lang)
    return value
