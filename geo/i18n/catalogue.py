"""Phrases by stable id, from gettext catalogues.

A key is a dotted id (`legend.ring`, `title.border.planned`); `catalogues/en.po`, `pl.po` and
`uk.po` translate it. Ids and not English sentences, so that mending an English phrase orphans no
translation. A phrase missing in a language falls back to English, and to its own key when English
lacks it too: the page must not fall over a word; tests compare the catalogues and the code.

In a phrase `{name}` stands for a value. Numbers and dates given as values are written as the
language writes them (give years as text); `Names` are declined by the phrase itself:
`{a:genitive}`. A phrase with plural forms chooses by the value `n`.
"""

from __future__ import annotations

import functools
import logging
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Final, Literal, TypeGuard

from babel.messages.pofile import read_po

from geo.i18n.measures import day, listing, locale_of, number
from geo.i18n.naming import Names, Word
from geo.model import PartialDate

__all__ = ["LANGUAGES", "Lang", "has_phrase", "keys", "language", "phrase"]

Lang = Literal["pl", "en", "uk"]

LANGUAGES: Final[tuple[Lang, ...]] = ("pl", "en", "uk")
"""Languages of the interface and of every picture."""

# CLDR's plural categories in the order of the .po files' msgstr[n]
_PLURALS: Final = ("one", "few", "many", "other")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Entry:
    forms: tuple[str, ...]


def _is_language(code: str) -> TypeGuard[Lang]:
    return code in LANGUAGES


def language(code: str | None) -> Lang:
    """The interface language for a code such as `uk`, `pl_PL` or `de`: English if we have none."""
    short = (code or "").replace("_", "-").split("-")[0].lower()
    return short if _is_language(short) else "en"


def phrase(key: str, lang: str, /, **values: object) -> str:
    """Say something in a language.

    Parameters
    ----------
    key
        Stable id of the phrase.
    lang
        Interface language.
    values
        What stands in the phrase's braces. Integers, floats, dates and `Names` are written in
        `lang`, lists of words as a sentence lists them; text is put in as it is, uninflected, and
        never read as a template.

    Returns
    -------
    text
        Plain text, never markup.

    Raises
    ------
    KeyError
        When the phrase needs a value that wasn't given: a bug of the caller.
    """
    spoken = language(lang)
    entry = _catalogue(spoken).get(key)
    if entry is None:
        spoken, entry = "en", _catalogue("en").get(key)
    if entry is None:
        _log.warning("no phrase %r in any language", key)
        return key
    template = entry.forms[0]
    if len(entry.forms) > 1:
        template = entry.forms[_plural(values["n"], spoken, len(entry.forms))]
    written = {name: _written(value, spoken) for name, value in values.items()}
    return template.format_map(written) if "{" in template else template


def has_phrase(key: str, lang: str = "en") -> bool:
    """Whether the catalogue of a language itself has the key."""
    return key in _catalogue(language(lang))


def keys(lang: str = "en") -> frozenset[str]:
    """All keys of a language's catalogue."""
    return frozenset(_catalogue(language(lang)))


def _written(value: object, lang: str) -> object:
    if isinstance(value, Names):
        return value.in_language(lang)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value, lang)
    if isinstance(value, date | PartialDate):
        return day(value, lang)
    if isinstance(value, list | tuple):
        return Word(listing(map(str, value), lang), lang)
    return Word(str(value), lang)


def _plural(count: object, lang: str, forms: int) -> int:
    assert isinstance(count, int | float)  # a phrase with plurals counts something
    rule = locale_of(lang).plural_form
    ours: list[str] = [name for name in _PLURALS if name in rule.tags or name == "other"]
    return min(ours.index(rule(count)), forms - 1)


@functools.cache
def _catalogue(lang: Lang) -> dict[str, _Entry]:
    file = resources.files("geo.i18n") / "catalogues" / f"{lang}.po"
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=lang)
    entries = {}
    for message in catalogue:
        key = message.id[0] if isinstance(message.id, tuple | list) else message.id
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if key and all(forms):
            entries[str(key)] = _Entry(tuple(str(form) for form in forms))
    return entries
