"""Names of countries, in the cases a sentence needs.

`names/countries.<lang>.csv` has the forms, checked against CLDR by a test; a territory that stands
there in no language is asked of CLDR (through babel), and its code is the last resort. Codes are
ISO 3166 alpha-3, with XKX Kosovo, XNC Northern Cyprus and XSO Somaliland.
"""

from __future__ import annotations

import csv
import functools
from importlib import resources
from typing import Final, Literal, TypeGuard

from babel.core import get_global

from geo.i18n.measures import locale_of

__all__ = ["CASES", "Case", "as_case", "country_label", "country_name", "is_country"]

Case = Literal["nominative", "genitive", "locative", "instrumental", "in"]
"""`in` is the locative with its preposition: "na Białorusi", "in the United States"."""

CASES: Final[tuple[Case, ...]] = ("nominative", "genitive", "locative", "instrumental", "in")

# other codes in use for the same countries
_ALIASES: Final = {"XKS": "XKX", "XKK": "XKX", "KOS": "XKX", "CYN": "XNC", "SOL": "XSO"}


def as_case(word: str) -> Case:
    """Check that a word names a case; ValueError otherwise, as for any wrong format."""
    if _is_case(word):
        return word
    msg = f"{word!r} is no grammatical case; there are {', '.join(CASES)}"
    raise ValueError(msg)


def _is_case(word: str) -> TypeGuard[Case]:
    return word in CASES


def country_name(iso_a3: str, lang: str, case: Case = "nominative") -> str:
    """Name of a country, in the grammatical case a sentence needs.

    Parameters
    ----------
    iso_a3
        ISO 3166 alpha-3 code.
    lang
        Interface language.
    case
        Grammatical case. English has no cases, but its article: "the United Kingdom" in all but
        the nominative, which is the bare name of headings and tables.

    Returns
    -------
    name
        The nominative of CLDR where the form isn't known, the code where nothing is.
    """
    forms = _forms(lang).get(_ALIASES.get(iso_a3, iso_a3))
    return forms[case] if forms else _cldr_name(iso_a3, lang)


def country_label(iso_a3: str, lang: str) -> str:
    """The short form for lettering a map: "ZEA", "Macedonia Płn.", "DR Congo"."""
    forms = _forms(lang).get(_ALIASES.get(iso_a3, iso_a3))
    return forms["label"] if forms else _cldr_name(iso_a3, lang)


def is_country(code: str) -> bool:
    """Whether a word is the alpha-3 code of a country or territory that has a name here."""
    return _ALIASES.get(code, code) in _forms("en")


def _cldr_name(iso_a3: str, lang: str) -> str:
    # CLDR keys territories by alpha-2; its aliases lead there from alpha-3
    alpha2 = get_global("territory_aliases").get(iso_a3, [iso_a3])[0]
    return str(locale_of(lang).territories.get(alpha2, iso_a3))


@functools.cache
def _forms(lang: str) -> dict[str, dict[str, str]]:
    file = resources.files("geo.i18n") / "names" / f"countries.{lang}.csv"
    if not file.is_file():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    return {row["iso_a3"]: row for row in csv.DictReader(lines)}
