"""A border's claimed length beside measured and published ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from geo.borders import BorderMeasure, PairMeasure, measure_border
from geo.claims.border import side_of
from geo.claims.reading import Reading
from geo.claims.reasons import Measured, finding
from geo.datasets.countries import read_coasts
from geo.datasets.facts_borders import PublishedLength
from geo.model import Finding, Verdict

__all__ = ["check_border"]

_FINE: Final = ("osm_100m", "osm_10m", "osm_10m_masked")
"""Details that bound what is honest: a border at 1:110 million doesn't make 800 km right."""

_SLACK: Final = (0.10, 0.03, 0.03, 0.0)
"""How much the bounds are widened where none, one, two, or more published lengths are known here.
Lengths at these details agree with the CIA's within 3 % for half of the world's borders and within
10 % for 85 % of them (measured on 324 pairs)."""

_AT_SEA: Final = 1.25
"""How many times the land border a border with its part at sea may be: 2,295 km of Ukraine's with
Russia, 1,974 of them on land; 232 and 210 of Poland's. Figures from memory."""

_METHOD: Final = (
    "geodesic length on WGS 84; bounds by lines of 100 m and finer and by published lengths, the"
    " newest of each publisher"
)


def check_border(reading: Reading, on: date) -> Finding:
    """Set a border's claimed length beside measured and published ones."""
    claim = reading.claim
    if not claim.subject or not claim.object:
        return finding(claim, Verdict.NOT_COMPARABLE, "border.whom")
    measure = measure_border(side_of(claim.subject), side_of(claim.object), on)
    names: dict[str, str | float] = {"a": ", ".join(claim.subject), "b": ", ".join(claim.object)}
    if not measure.pairs:
        return finding(claim, Verdict.NOT_COMPARABLE, "border.none", names)
    low, high = _bounds(measure)
    verdict, key = _verdict(reading, measure, low, high)
    measured = Measured(
        value=measure.total_km,
        low=low,
        high=high,
        detail=measure.pairs[0].detail,
        method=_METHOD,
        figures=_figures(measure),
    )
    return finding(claim, verdict, key, names, measured=measured)


def _bounds(measure: BorderMeasure) -> tuple[float, float]:
    each = [_pair_bounds(pair) for pair in measure.pairs]
    return sum(low for low, _ in each), sum(high for _, high in each)


def _pair_bounds(pair: PairMeasure) -> tuple[float, float]:
    published = [row.km for row in _newest(pair.published)]
    known = [km for detail, km in pair.by_detail if detail in _FINE] + published
    slack = _SLACK[min(len(published), len(_SLACK) - 1)]
    return min(known) * (1 - slack), max(known) * (1 + slack)


def _newest(published: Iterable[PublishedLength]) -> list[PublishedLength]:
    """Keep the newest figure of each publisher: its older ones it has given up itself."""
    newest: dict[str, PublishedLength] = {}
    for row in published:
        known = newest.get(row.by)
        if known is None or (row.year or 0) > (known.year or 0):
            newest[row.by] = row
    return list(newest.values())


def _verdict(
    reading: Reading, measure: BorderMeasure, low: float, high: float
) -> tuple[Verdict, str]:
    quantity = reading.claim.quantity
    if quantity.low <= high and quantity.high >= low:
        return Verdict.CONSISTENT, "border.consistent"
    if reading.another_year:
        return Verdict.NOT_COMPARABLE, "border.when"
    if reading.partial and quantity.high < low:
        return Verdict.NOT_COMPARABLE, "border.part"
    if reading.whole and quantity.low > high:
        return Verdict.NOT_COMPARABLE, "border.sea"
    if high < quantity.low <= high * _AT_SEA and any(map(_meet_at_sea, measure.pairs)):
        return Verdict.NOT_COMPARABLE, "border.coast"
    return Verdict.INCONSISTENT, "border.inconsistent"


def _meet_at_sea(pair: PairMeasure) -> bool:
    """Whether both have a coast, so that their border may go on at sea."""
    return {pair.a, pair.b} <= set(read_coasts("regional").index)


def _figures(measure: BorderMeasure) -> tuple[tuple[str, float, str], ...]:
    ours = [
        (detail, km, "natural_earth" if detail.startswith("ne_") else "osm_borders")
        for detail, km in measure.by_detail
    ]
    published = [
        (f"{pair.a}-{pair.b}, {row.by}{f', {row.year}' if row.year else ''}", row.km, row.source_id)
        for pair in measure.pairs
        for row in pair.published
    ]
    return (*ours, *published)
