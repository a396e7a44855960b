"""Claims about the range of a weapon system."""

from __future__ import annotations

from typing import Final

from geo.claims.reading import Context, Reading, claim_of
from geo.claims.reasons import Measured, finding
from geo.claims.sentence import Actor, ActorKind, Sentence
from geo.datasets.arsenal import munitions, read_systems
from geo.model import Finding, Quantity, System, Verdict
from geo.rings import spread_km

__all__ = ["check_range", "read_range"]

KIND: Final = "range"

_OF_ONE_FIGURE: Final = {
    "range.consistent": "range.one",
    "range.inconsistent": "range.beyond",
    "range.radius": "range.one-radius",
}
"""Reasons that don't tell a spread where all published maxima agree."""

_BEFORE: Final = 80
_AFTER: Final = 24
"""How near to the number a word such as "range" must stand, in characters."""


def read_range(sentence: Sentence, number: int, context: Context) -> Reading | None:
    """Read a length as the range of a system named in this sentence, or in the one before.

    Parameters
    ----------
    sentence
        The sentence.
    number
        Which of its quantities.
    context
        Whom the text named before.

    Returns
    -------
    reading
        None where the quantity isn't said of a range.
    """
    stated = sentence.stated[number]
    before = max(sentence.span.start, stated.span.start - _BEFORE)
    after = min(sentence.span.end, stated.span.end + _AFTER)
    cues = sentence.find("cues", "range", before, after)
    if not cues:
        return None
    system = _system(sentence, stated.span.start, context)
    if system is None:
        return None
    radius = any("rad" in cue.of(sentence.text).casefold() for cue in cues)
    return Reading(claim=claim_of(sentence, stated, KIND, subject=system.keys), radius=radius)


def check_range(reading: Reading) -> Finding:
    """Set a claimed range beside the spread of the published maxima.

    A family name such as Iskander is compared with each variant, and the one that fits is named.
    """
    claim = reading.claim
    known = read_systems()
    variants = [
        (system, spread)
        for key in claim.subject
        for system in munitions(known[key].id)
        if (spread := spread_km(system)) is not None
    ]
    if not variants:
        names = {"system": known[claim.subject[0]].names["en"]}
        return finding(claim, Verdict.NOT_COMPARABLE, "range.unpublished", names)
    low_km, high_km = _asked(claim.quantity)
    fitting = [v for v in variants if low_km <= v[1][1] and high_km >= v[1][0]]
    system, (low, high) = (fitting or variants)[0]
    verdict, key = (
        (Verdict.CONSISTENT, "range.consistent")
        if fitting
        else (Verdict.INCONSISTENT, "range.inconsistent")
    )
    if system.category == "aircraft" and not reading.radius:
        verdict, key = Verdict.NOT_COMPARABLE, "range.radius"
    if low == high:
        key = _OF_ONE_FIGURE[key]
    measured = Measured(
        value=None,
        low=low,
        high=high,
        detail=system.basis,
        method="spread of published maxima; nothing measured",
        figures=tuple(_figures(system)),
    )
    return finding(claim, verdict, key, {"system": system.names["en"]}, measured=measured)


def _system(sentence: Sentence, position: int, context: Context) -> Actor | None:
    """The nearest system before the number, else after it, else in the sentence before."""
    named = [actor for actor in sentence.actors if actor.kind is ActorKind.SYSTEM]
    before = [actor for actor in named if actor.span.start < position]
    if named:
        return before[-1] if before else named[0]
    return next((actor for actor in context.recent if actor.kind is ActorKind.SYSTEM), None)


def _asked(quantity: Quantity) -> tuple[float, float]:
    """What the text says the maximum is: "up to 500 km" says 500, not anything below."""
    if quantity.hedge == "up to":
        return quantity.value, quantity.value
    return quantity.low, quantity.high


def _figures(system: System) -> list[tuple[str, float, str]]:
    spread = (
        ("lowest published maximum", system.max_low_km),
        ("usual published maximum", system.max_typical_km),
        ("highest published maximum", system.max_high_km),
    )
    return [
        (f"{system.names['en']}, {label}", km, system.source_id)
        for label, km in spread
        if km is not None
    ]
