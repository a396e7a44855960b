"""Quantities in a text: numbers with their units, and what the wording admits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from geo.claims.numbers import Number, find_numbers
from geo.claims.words import BETWEEN, HEDGES, pattern
from geo.model import Quantity, Span

__all__ = ["Stated", "find_quantities"]

_GAP: Final = "[-\u2010\u2011\u00a0\u2009\u202f ]?"
_SQUARE: Final = (
    r"квадратн\w+|квадратных|кв\.|sq\.?|square|kw\.|kv\.|kvadratini\w+|čtverečn\w+|štvorcov\w+"
    r"|kvadratn\w+"
)
_AFTER_SQUARE: Final = r"kwadratow\w+|carrés?|čtverečn\w+|štvorcov\w+|kw\.|kvadrat\w+|квадратн\w+"
_KM: Final = (
    r"km|км|kilom[eè]tr\w*|kilometer\w*|kilometr\w*|километ\w+|километър\w*|кілометр\w*|кіламетр\w*"
)
_MILE: Final = (
    r"miles?|mil[ei]?|mi|Meilen?|milles?|мил[яиьею]\w*|мил|миль|мілі|міль|milj\w*|mylių|milow\w+"
)
_NAUTICAL: Final = (
    r"nautical\s+miles?|nmi|NM|mil[ei]?\s+morsk\w+|морск\w+\s+мил\w+|морськ\w+\s+м[иі]л\w+"
    r"|Seemeilen?|milles?\s+(?:marins?|nautiques?)|námořn\w+\s+mil\w*|námorn\w+\s+mí?l\w*"
    r"|jūrmyli\w+|jūras\s+jūdz\w+|navtičn\w+\s+milj\w*"
)
_YEAR: Final = (
    r"years?(?![-\s]+old)|lat|lata|latami|лет|років|роки|гадоў|гады|Jahren?|ans|années?|let|rokov"
    r"|metų|metus|gad[iu]s?|gadiem|години"
)
_KM2: Final = (
    rf"(?:km|км)(?:²|\^?2(?!\d))|(?:{_SQUARE})\s*(?:{_KM})(?!\w)|(?:{_KM})\s+(?:{_AFTER_SQUARE})"
    r"|Quadratkilometer\w*|kvadrātkilometr\w*"
)
_UNITS: Final = (
    # unit, value of one in it, expression; the first that matches counts
    ("km2", 1.0, _KM2),
    ("km2", 0.01, r"ha|hectares?|hekt[aá]r\w*|гектар\w*|га"),
    ("km2", 2.589988110336, rf"(?:{_SQUARE})\s*(?:{_MILE})(?!\w)|Quadratmeilen?"),
    ("km", 1.852, _NAUTICAL),
    ("km", 1.0, _KM),
    ("km", 1.609344, _MILE),
    ("a", 1.0, _YEAR),
)
_UNIT: Final = re.compile(
    _GAP + "(?:" + "|".join(f"(?P<u{i}>{forms})" for i, (_, _, forms) in enumerate(_UNITS)) + ")"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
_TO: Final = re.compile(
    r"\s*[-\u2010-\u2014]\s*|\s+(?:to|do|a|до|да|bis|à|až|iki|līdz)\s+", re.IGNORECASE
)
_AND: Final = re.compile(r"\s+(?:and|a|i|и|і|та|і|und|et|ir|un|in)\s+", re.IGNORECASE)
_BETWEEN: Final = re.compile(rf"(?<!\w)(?:{BETWEEN})\s+$", re.IGNORECASE)
_REACH: Final = 48
"""How far before a number its hedge is looked for."""
_LONGEST_YEARS: Final = 200
"""Larger numbers with a word for years are calendar years."""

_WIDTH: Final[dict[str, tuple[float, float]]] = {
    "about": (0.9, 1.1),
    "almost": (0.9, 1.0),
    "over": (1.0, 1.25),
    "under": (0.75, 1.0),
    "up to": (0.0, 1.0),
}
"""What a hedge admits, as shares of the number. "More than 500" said of 5,000 would be true and
misleading, hence 1.25."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A quantity and where it stands, hedge not included."""

    quantity: Quantity
    span: Span


def find_quantities(text: str, lang: str) -> tuple[Stated, ...]:
    """Find lengths, areas and durations in a text.

    Parameters
    ----------
    text
        Any text.
    lang
        Its language, ISO 639-1.

    Returns
    -------
    stated
        In the text's order; lengths in km, areas in km2, durations in years, whatever the text's
        unit. A range such as "400-500 km" is one quantity, its value in the middle.
    """
    return tuple(_find(text, lang))


def _find(text: str, lang: str) -> Iterator[Stated]:
    before: Number | None = None
    for number in find_numbers(text, lang):
        found = _unit(text, number)
        if found is None:
            before = number
            continue
        unit, factor, end = found
        low = before if before is not None and _leads_to(text, before, number) else None
        if not (unit == "a" and number.value > _LONGEST_YEARS):
            yield _stated(text, lang, low, number, unit=(unit, factor, end))
        before = None


def _leads_to(text: str, low: Number, high: Number) -> bool:
    """Whether two numbers are the ends of one range."""
    if not _bottom(low, high) < high.value:
        return False
    between = text[low.span.end : high.span.start]
    if _TO.fullmatch(between):
        return True
    before = text[max(0, low.span.start - _REACH) : low.span.start]
    return bool(_AND.fullmatch(between) and _BETWEEN.search(before))


def _bottom(low: Number, high: Number) -> float:
    """Value of a range's lower end: in "2-3 million" the million is said once."""
    return low.value * high.times if low.times == 1 else low.value


def _unit(text: str, number: Number) -> tuple[str, float, int] | None:
    match = _UNIT.match(text, number.span.end)
    if match is None:
        return None
    which = next(i for i in range(len(_UNITS)) if match[f"u{i}"] is not None)
    unit, factor, _ = _UNITS[which]
    return unit, factor, match.end()


def _stated(
    text: str, lang: str, low: Number | None, high: Number, *, unit: tuple[str, float, int]
) -> Stated:
    name, factor, end = unit
    first = low or high
    start = first.span.start
    hedge = _hedge(text[max(0, start - _REACH) : start], lang)
    if low is not None:
        bottom, top, hedge = _bottom(low, high), high.value, "range"
        value = (bottom + top) / 2
    else:
        value = high.value
        less, more = _WIDTH.get(hedge, (1.0, 1.0))
        bottom, top = value * less, value * more
        if hedge in {"", "about"}:
            bottom, top = min(bottom, value - high.rounding), max(top, value + high.rounding)
    return Stated(
        quantity=Quantity(
            value=value * factor,
            unit=name,
            written=text[start:end],
            low=bottom * factor,
            high=top * factor,
            hedge=hedge,
        ),
        span=Span(start=start, end=end),
    )


def _hedge(before: str, lang: str) -> str:
    """Find the hedge that stands right before a number."""
    known = lang if lang in HEDGES["about"] else ""
    best, reach = "", 0
    for kind in HEDGES:
        for match in pattern("hedges", kind, known).finditer(before):
            if not before[match.end() :].strip() and len(match[0]) > reach:
                best, reach = kind, len(match[0])
    return best
