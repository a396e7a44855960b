"""Countries and alliances as words that a phrase can decline."""

from __future__ import annotations

import csv
import functools
import re
from dataclasses import dataclass
from importlib import resources
from typing import Final

from geo.i18n.countries import Case, as_case, country_name
from geo.i18n.measures import listing

__all__ = ["ALLIANCES", "Names", "Word", "alliance_name"]

ALLIANCES: Final = ("NATO", "EU", "CSTO", "Union State")
"""Organisations with a name of their own here, by the code used in the facts."""

_POLISH_CLUSTER: Final = re.compile("(Sz|S|Z|Ś|Ź|Ż)[bcćdfghjklłmnńprstwż]")
_UKRAINIAN_CLUSTER: Final = re.compile("[СЗШ][бвгґджзклмнпрстфхцчшщ]")


def alliance_name(code: str, lang: str, case: Case = "nominative") -> str:
    """Name of an organisation: NATO, "UE", "ОДКБ"; the code itself for one not known here.

    Parameters
    ----------
    code
        As in the facts' memberships.
    lang
        Interface language.
    case
        Grammatical case; English has only one form and its `in` preposition.
    """
    forms = _alliances().get((code, lang)) or _alliances().get((code, "en"))
    return forms[case] if forms else code


@dataclass(frozen=True, slots=True)
class Names:
    """Countries (ISO 3166 alpha-3) or alliances, as a value of a phrase.

    The phrase asks for the case: `{a:genitive}`; without one it is the nominative. `{a:with}` is
    the instrumental with its preposition: "ze Szwecją", "with Sweden". Several are joined as a
    sentence joins them.
    """

    codes: tuple[str, ...]
    lang: str = ""

    @classmethod
    def of(cls, *codes: str) -> Names:
        """Make a value of codes, in this order."""
        return cls(codes)

    def in_language(self, lang: str) -> Names:
        """The same names, to be written in `lang`."""
        return Names(self.codes, lang)

    def __format__(self, spec: str) -> str:
        case = as_case("instrumental" if spec == "with" else spec or "nominative")
        words = listing((_name(code, self.lang, case) for code in self.codes), self.lang)
        return f"{_with(words, self.lang)} {words}" if spec == "with" else words

    def __str__(self) -> str:
        return format(self)


@dataclass(frozen=True, slots=True)
class Word:
    """Any other text as a value of a phrase: a case asked for leaves it as it is."""

    text: str
    lang: str

    def __format__(self, spec: str) -> str:
        return f"{_with(self.text, self.lang)} {self.text}" if spec == "with" else self.text

    def __str__(self) -> str:
        return self.text


def _name(code: str, lang: str, case: Case) -> str:
    if any(code == known for known, _lang in _alliances()):
        return alliance_name(code, lang, case)
    return country_name(code, lang, case)


def _with(words: str, lang: str) -> str:
    """The preposition "with" in the form that the next word's beginning asks for."""
    if lang == "pl":
        return "ze" if _POLISH_CLUSTER.match(words) else "z"
    if lang == "uk":
        if _UKRAINIAN_CLUSTER.match(words):
            return "зі"
        return "із" if words[:1] in "СЗЦЧШЩ" else "з"
    return "with"


@functools.cache
def _alliances() -> dict[tuple[str, str], dict[str, str]]:
    file = resources.files("geo.i18n") / "names" / "alliances.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    return {(row["code"], row["lang"]): row for row in csv.DictReader(lines)}
