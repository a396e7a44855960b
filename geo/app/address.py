"""Widgets whose choice stands in the page's address, so that a link shows the same.

Streamlit's own binding writes what a select box shows, not what it means: a link would break
with the language. Here the address holds the values, and each is checked before it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import streamlit as st

from geo.datasets import articles
from geo.datasets.countries import read_countries
from geo.i18n import LANGUAGES, keys

__all__ = ["FIRST_DAY", "LAST_DAY", "VIEWPOINTS", "bound", "held", "share"]

FIRST_DAY: Final = date(1949, 4, 4)
LAST_DAY: Final = date(2100, 12, 31)
"""Dates that may be asked for: from the founding of NATO on."""


VIEWPOINTS: Final = ("un", "de_facto", "neutral")
"""Whose borders; the first one unless a person asks for another."""


def bound(key: str, default: object) -> str:
    """Give a widget its first value from the address, else the default.

    Parameters
    ----------
    key
        Name in the address and key of the widget.
    default
        What the widget shows when the address doesn't say, or says something impossible.

    Returns
    -------
    str
        The key.
    """
    if key not in st.session_state:
        asked = _asked(key)
        st.session_state[key] = default if asked is None else asked
    return key


def held(key: str) -> object:
    """The value of a bound widget, drawn already or not; None for "automatic"."""
    value = st.session_state[key] if key in st.session_state else _asked(key)
    return value or None


def share(key: str) -> None:
    """Write a widget's value into the address; what is automatic leaves it."""
    value = st.session_state.get(key)
    if value:
        st.query_params[key] = value.isoformat() if isinstance(value, date) else str(value)
    elif key in st.query_params:
        del st.query_params[key]


def _asked(key: str) -> object:
    text = st.query_params.get(key, "")
    return _READ[key](text) if text else None


def _one_of(known: Callable[[], object]) -> Callable[[str], str | None]:
    return lambda text: text if text in known() else None  # type: ignore[operator]


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def _seeds() -> frozenset[str]:
    return frozenset(info.slug for info in articles.seeds())


def _text_languages() -> frozenset[str]:
    return frozenset(k.removeprefix("language.") for k in keys() if k.startswith("language."))


_READ: Final[Mapping[str, Callable[[str], object]]] = {
    "seed": _one_of(_seeds),
    "lang": _one_of(lambda: LANGUAGES),
    "text_lang": _one_of(_text_languages),
    "focus": _one_of(lambda: read_countries("world").index),
    "on": _day,
    "viewpoint": _one_of(lambda: VIEWPOINTS),
}
