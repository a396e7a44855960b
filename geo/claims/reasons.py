"""One sentence for each verdict, in English, and as a key with values for other languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from geo.datasets.names import place_name
from geo.i18n import ALLIANCES, Names, has_phrase, number, phrase
from geo.model import Claim, Finding, Verdict

__all__ = ["PREFIX", "REASONS", "Measured", "finding", "reason_in"]

PREFIX: Final = "claim.reason."
"""Before each key, where `geo.i18n` has the sentence in another language."""

REASONS: Final[dict[str, str]] = {
    "border.consistent": "The border of {a} with {b} is {low} to {high} km long by published"
    " figures and lines of 100 m and finer; at 10 m we measure {measured} km.",
    "border.inconsistent": "{claimed} km is outside {low} to {high} km, what published figures and"
    " lines of 100 m and finer give for the border of {a} with {b}; at 10 m we measure {measured}"
    " km.",
    "border.part": "The text may speak of a part of the border of {a} with {b}, which is {low} to"
    " {high} km long in all.",
    "border.sea": "The land borders of {a} are {low} to {high} km long in all; the text may count"
    " its sea borders too.",
    "border.coast": "The land border of {a} with {b} is {low} to {high} km long; the text may count"
    " their border at sea too.",
    "border.when": "The text names another year; with the members of the analysis' date the border"
    " of {a} with {b} is {low} to {high} km long.",
    "border.none": "{a} and {b} share no land border in our data.",
    "border.whom": "The text doesn't say clearly whose border with whom this is.",
    "distance.consistent": "In a straight line it is {measured} km from {a} to {b}, give or take"
    " {slack} km.",
    "distance.shorter": "In a straight line it is {measured} km from {a} to {b}, give or take"
    " {slack} km, and nothing is shorter.",
    "distance.longer": "In a straight line it is only {measured} km from {a} to {b}, give or take"
    " {slack} km.",
    "distance.road": "In a straight line it is {measured} km from {a} to {b}; the text may mean a"
    " way by road, or another point.",
    "distance.ends": "The text doesn't say clearly from where to where this is.",
    "range.consistent": "Published maximum ranges of {system} run from {low} to {high} km.",
    "range.one": "The published maximum range of {system} is {high} km.",
    "range.inconsistent": "{claimed} km is outside the published maximum ranges of {system}, {low}"
    " to {high} km.",
    "range.beyond": "{claimed} km is not the published maximum range of {system}, {high} km.",
    "range.unpublished": "No range of {system} is taken over in our facts.",
    "range.radius": "For {system} we know a combat radius, {low} to {high} km, which is no range.",
    "range.one-radius": "For {system} we know a combat radius, {high} km, which is no range.",
    "area.consistent": "The area of {a} is {measured} km² on our map.",
    "area.inconsistent": "The area of {a} is {measured} km² on our map.",
    "area.defined": "The area of {a} is {measured} km² on our map; inland waters, overseas or"
    " disputed territory may make the difference.",
    "area.whose": "The text doesn't say clearly whose area this is.",
    "duration": "A length of time can't be measured on a map.",
    "other": "The text doesn't say clearly of what this is the length.",
}
"""Sentences by key. `a` and `b` are places, countries (as ISO codes in the values) or alliances;
numbers are in the claim's unit."""

_CODE: Final = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a claim is set beside.

    Parameters
    ----------
    value
        Our measure, in the claim's unit.
    low, high
        Honest bounds of measured and published figures.
    detail, method
        At which detail and how it was measured.
    figures
        Single figures behind it: label, value, source id.
    """

    value: float | None
    low: float
    high: float
    detail: str = ""
    method: str = ""
    figures: tuple[tuple[str, float, str], ...] = ()


def finding(
    claim: Claim,
    verdict: Verdict,
    key: str,
    values: Mapping[str, str | float] | None = None,
    *,
    measured: Measured | None = None,
) -> Finding:
    """Make a finding with its reason.

    Parameters
    ----------
    claim
        The claim.
    verdict
        What measuring says.
    key
        Of `REASONS`.
    values
        What stands in its braces, besides the claimed value and the measured ones.
    measured
        What it is set beside; None where nothing is comparable.

    Returns
    -------
    finding
        Its sources are those of the figures, in their order.
    """
    said: dict[str, str | float] = {"claimed": claim.quantity.value, **(values or {})}
    if measured is not None:
        said |= {"low": measured.low, "high": measured.high}
        said |= {"measured": measured.value} if measured.value is not None else {}
    rounded = {k: v if isinstance(v, str) else _rounded(v) for k, v in said.items()}
    figures = measured.figures if measured else ()
    return Finding(
        claim=claim,
        measured=measured.value if measured else None,
        low=measured.low if measured else None,
        high=measured.high if measured else None,
        verdict=verdict,
        detail=measured.detail if measured else "",
        method=measured.method if measured else "",
        reason=REASONS[key].format(**{k: _english(v) for k, v in rounded.items()}),
        source_ids=tuple(dict.fromkeys(source for _, _, source in figures)),
        figures=figures,
        reason_key=PREFIX + key,
        reason_values=tuple(rounded.items()),
    )


def reason_in(found: Finding, lang: str, on: date | None = None) -> str:
    """Say a finding's reason in a language of the interface.

    Parameters
    ----------
    found
        A finding of `geo.claims.check_claims`.
    lang
        ISO 639-1 code; English where the sentence isn't translated.
    on
        Day whose names of places are used; today's when not given.

    Returns
    -------
    reason
        One sentence.
    """
    if lang == "en" or not has_phrase(found.reason_key, lang):
        return found.reason
    values = {k: _names(v) or v if isinstance(v, str) else v for k, v in found.reason_values}
    if found.claim.kind == "distance":
        values |= _places(found, lang, on)
    return phrase(found.reason_key, lang, **values)


def _places(found: Finding, lang: str, on: date | None) -> dict[str, str]:
    """Name the ends of a distance that are places in the language."""
    values, ends = dict(found.reason_values), (found.claim.subject, found.claim.object)
    return {
        key: place_name(keys[0], lang, on, default=str(values[key]))
        for key, keys in zip("ab", ends, strict=True)
        if key in values and keys and ":" in keys[0]
    }


def _names(text: str) -> Names | None:
    """Take a value for countries or alliances where it lists their codes."""
    codes = text.split(", ")
    known = all(_CODE.fullmatch(code) or code in ALLIANCES for code in codes)
    return Names.of(*codes) if known else None


def _english(value: str | float) -> str:
    if not isinstance(value, str):
        return number(value, "en")
    names = _names(value)
    return str(names.in_language("en")) if names else value


def _rounded(value: float) -> float:
    return round(value) if abs(value) >= 100 else round(value, 1)
