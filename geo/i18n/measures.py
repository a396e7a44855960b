"""Numbers, lengths, dates, positions and lists, written as each language writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from geo.model import PartialDate

__all__ = ["coordinate", "day", "km", "km2", "km_range", "listing", "number", "percent"]

_NBSP: Final = "\u00a0"
_EN_DASH: Final = "\u2013"

_LOCALES: Final = {"pl": "pl_PL", "en": "en_GB", "uk": "uk_UA"}
_KM: Final = {"pl": "km", "en": "km", "uk": "км"}
_KM2: Final = {"pl": "km²", "en": "km²", "uk": "км²"}
# north, south, east, west; Polish maps use the international letters
_HEMISPHERES: Final = {
    "pl": ("N", "S", "E", "W"),
    "en": ("N", "S", "E", "W"),
    "uk": ("пн. ш.", "пд. ш.", "сх. д.", "зх. д."),
}


def locale_of(lang: str) -> Locale:
    """The CLDR locale behind an interface language; English for others."""
    return Locale.parse(_LOCALES.get(lang, "en_GB"))


def number(value: float, lang: str, *, digits: int | None = None) -> str:
    """Write a number with the language's separators.

    Parameters
    ----------
    value
        Any finite number.
    lang
        Interface language.
    digits
        Decimals to round to and to show; None shows at most one, and none from 10 on.

    Returns
    -------
    text
        Four-digit numbers stay together in Polish and Ukrainian ("1250"), longer ones are
        grouped by no-break spaces; English groups by commas ("1,250").
    """
    if digits is None:
        digits = 0 if abs(value) >= 10 or float(value).is_integer() else 1
    fraction = "." + "0" * digits if digits else ""
    grouped = lang not in {"pl", "uk"} or abs(round(value, digits)) >= 10_000
    whole = "#,##0" if grouped else "0"
    rounded = round(value, digits) or 0  # no "-0"
    return str(format_decimal(rounded, format=whole + fraction, locale=locale_of(lang)))


def percent(share: float, lang: str) -> str:
    """Write a share of 0..1 as whole percents, "<1%" for less than half a percent but some."""
    if 0 < share < 0.005:
        return "<" + _NBSP + str(format_percent(0.01, locale=locale_of(lang)))
    return str(format_percent(round(share, 2), locale=locale_of(lang)))


def km(value: float, lang: str, *, digits: int | None = None) -> str:
    """Write a length in kilometres with its unit, kept on one line: "1,250 km", "1250 км"."""
    return f"{number(value, lang, digits=digits)}{_NBSP}{_KM.get(lang, 'km')}"


def km2(value: float, lang: str, *, digits: int | None = None) -> str:
    """Write an area in square kilometres with its unit."""
    return f"{number(value, lang, digits=digits)}{_NBSP}{_KM2.get(lang, 'km²')}"


def km_range(low: float, high: float, lang: str) -> str:
    """Write a spread of lengths in km, "400–500 km"; one figure where both agree."""
    if number(low, lang) == number(high, lang):
        return km(high, lang)
    return f"{number(low, lang)}{_EN_DASH}{km(high, lang)}"


def day(when: date | PartialDate, lang: str) -> str:
    """Write a date as precisely as it is known: "6 kwietnia 2023", "April 2023", "2023".

    Ukrainian dates carry the customary "р.".
    """
    locale = locale_of(lang)
    if isinstance(when, PartialDate):
        if when.month is None:
            return f"{when.year}"
        if when.day is None:
            month = date(when.year, when.month, 1)
            return _bound(format_skeleton("yMMMM", month, locale=locale))
        when = date(when.year, when.month, when.day)
    return _bound(format_date(when, format="long", locale=locale))


def _bound(text: str) -> str:
    return text.replace("\u202f", _NBSP).replace(" р.", f"{_NBSP}р.")


def coordinate(lon: float, lat: float, lang: str, *, digits: int = 2) -> str:
    """Write a position, latitude first as readers expect it: "53.31° N, 28.63° E".

    Parameters
    ----------
    lon, lat
        Degrees, WGS 84.
    lang
        Interface language.
    digits
        Decimals of a degree; two are about a kilometre.
    """
    north, south, east, west = _HEMISPHERES.get(lang, _HEMISPHERES["en"])
    parts = (
        f"{number(abs(lat), lang, digits=digits)}°{_NBSP}{north if lat >= 0 else south}",
        f"{number(abs(lon), lang, digits=digits)}°{_NBSP}{east if lon >= 0 else west}",
    )
    return ", ".join(parts)


def listing(items: Iterable[str], lang: str) -> str:
    """Join words as a sentence does: "Łotwa, Litwa i Polska"; empty for none."""
    words = list(items)
    return str(format_list(words, locale=locale_of(lang))) if words else ""
