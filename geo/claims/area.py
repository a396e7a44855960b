"""Claims about the area of a country."""

from __future__ import annotations

import functools
from typing import Final

from geo.claims.reading import Reading, claim_of
from geo.claims.reasons import Measured, finding
from geo.claims.sentence import ActorKind, Sentence
from geo.datasets.countries import read_countries
from geo.frames import geometry_at
from geo.geodesy import area_km2
from geo.model import Finding, Verdict

__all__ = ["check_area", "read_area"]

KIND: Final = "area"

_TOLERANCE: Final = 0.03
"""Published areas and our polygons differ by this much for most countries."""
_DEFINITION: Final = 0.15
"""Inland waters, overseas parts and disputed territory make this much of a difference."""


def read_area(sentence: Sentence, number: int) -> Reading | None:
    """Read an area as that of a country, where nothing else stands between the two.

    Parameters
    ----------
    sentence
        The sentence.
    number
        Which of its quantities.

    Returns
    -------
    reading
        An area without a country where none is clearly meant; None for what isn't an area.
    """
    stated = sentence.stated[number]
    if stated.quantity.unit != "km2":
        return None
    cues = sentence.find("cues", "area", sentence.span.start, stated.span.start)
    countries = [
        actor
        for actor in sentence.actors
        if actor.kind is ActorKind.COUNTRY
        and not actor.adjective
        and actor.span.end <= stated.span.start
    ]
    if cues and countries:
        country = countries[-1]
        start = min(country.span.end, cues[-1].end)
        if sentence.linked(start, stated.span.start, without=[country.span, *cues]):
            return Reading(claim=claim_of(sentence, stated, KIND, subject=country.keys))
    return Reading(claim=claim_of(sentence, stated, KIND))


def check_area(reading: Reading) -> Finding:
    """Set a country's claimed area beside that of its polygon."""
    claim = reading.claim
    found = _area(claim.subject[0]) if claim.subject else None
    if found is None:
        return finding(claim, Verdict.NOT_COMPARABLE, "area.whose")
    km2, source_id = found
    iso = claim.subject[0]
    low, high = km2 * (1 - _TOLERANCE), km2 * (1 + _TOLERANCE)
    quantity = claim.quantity
    if quantity.low <= high and quantity.high >= low:
        verdict, key = Verdict.CONSISTENT, "area.consistent"
    elif quantity.low <= km2 * (1 + _DEFINITION) and quantity.high >= km2 * (1 - _DEFINITION):
        verdict, key = Verdict.NOT_COMPARABLE, "area.defined"
    else:
        verdict, key = Verdict.INCONSISTENT, "area.inconsistent"
    measured = Measured(
        value=km2,
        low=low,
        high=high,
        detail="ne_10m",
        method="geodesic area on WGS 84; bounds 3 % around it",
        figures=((iso, km2, source_id),),
    )
    return finding(claim, verdict, key, {"a": iso}, measured=measured)


@functools.lru_cache(maxsize=64)
def _area(iso: str) -> tuple[float, str] | None:
    frame = read_countries("full")
    if iso not in frame.index:
        return None
    return area_km2(geometry_at(frame, iso)), str(frame["source_id"][iso])
