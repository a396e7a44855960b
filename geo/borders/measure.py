"""How long a border is, at each detail and as published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from geo.borders.sides import Side, pairs
from geo.datasets.arsenal import facts_as_of
from geo.datasets.borders import LENGTH_DETAILS, MEASURED, border_id, read_lengths
from geo.datasets.facts_borders import PublishedLength, published_lengths

__all__ = ["BorderMeasure", "PairMeasure", "measure_border"]

_SOURCES = {"osm": "osm_borders", "ne": "natural_earth"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PairMeasure:
    """The border of two countries.

    Parameters
    ----------
    a, b
        ISO 3166 alpha-3 codes: a country of the first side, and one of the second.
    length_km
        Geodesic length at `detail`.
    detail
        The finest: OpenStreetMap at 10 m, waters masked out.
    by_detail
        Details from the coarsest and the length at each; those that lack the border are left out.
    published
        What others say.
    source_ids
        Sources of the lengths and of the published figures.
    """

    a: str
    b: str
    length_km: float
    detail: str
    by_detail: tuple[tuple[str, float], ...]
    published: tuple[PublishedLength, ...]
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderMeasure:
    """The border of two sides on a day.

    Parameters
    ----------
    a, b
        The sides as they were asked for.
    on
        The day that memberships were taken at.
    pairs
        Each border of two countries; empty where the sides don't touch.
    total_km
        Their sum.
    by_detail
        The same sum at each detail that has all of the pairs.
    """

    a: str
    b: str
    on: date
    pairs: tuple[PairMeasure, ...]
    total_km: float
    by_detail: tuple[tuple[str, float], ...]

    def to_record(self) -> dict[str, Any]:
        """Give the JSON record of `standoff border`: lengths in kilometres to 100 m."""
        return {
            "a": self.a,
            "b": self.b,
            "on": self.on.isoformat(),
            "pairs": [_pair_record(pair) for pair in self.pairs],
            "total_km": round(self.total_km, 1),
            "by_detail": [{"detail": d, "total_km": round(km, 1)} for d, km in self.by_detail],
        }


def measure_border(a: Side, b: Side, on: date | None = None) -> BorderMeasure:
    """Measure the land border of two sides.

    Parameters
    ----------
    a, b
        ISO 3166 alpha-3 codes or alliances (NATO, EU, CSTO).
    on
        Day of membership; the facts' as-of date when not given.

    Returns
    -------
    measure
        Each pair's length at seven details and as published, and the sums.

    Raises
    ------
    InputError
        When a side is unknown.
    """
    day = on or facts_as_of()
    measured = tuple(_measure_pair(one, two) for one, two in pairs(a, b, day))
    common = [d for d in LENGTH_DETAILS if all(d in dict(pair.by_detail) for pair in measured)]
    sums = {d: sum(dict(pair.by_detail)[d] for pair in measured) for d in common}
    return BorderMeasure(
        a=_told(a),
        b=_told(b),
        on=day,
        pairs=measured,
        total_km=sums.get(MEASURED, 0.0),
        by_detail=tuple(sums.items()) if measured else (),
    )


def _measure_pair(a: str, b: str) -> PairMeasure:
    lengths = read_lengths()[border_id(a, b)]
    published = published_lengths(a, b)
    ours = [_SOURCES[detail.split("_", maxsplit=1)[0]] for detail in lengths]
    return PairMeasure(
        a=a,
        b=b,
        length_km=lengths[MEASURED],
        detail=MEASURED,
        by_detail=tuple(lengths.items()),
        published=published,
        source_ids=tuple(dict.fromkeys([*reversed(ours), *(row.source_id for row in published)])),
    )


def _pair_record(pair: PairMeasure) -> dict[str, Any]:
    return {
        "a": pair.a,
        "b": pair.b,
        "length_km": round(pair.length_km, 1),
        "detail": pair.detail,
        "by_detail": [{"detail": d, "length_km": round(km, 1)} for d, km in pair.by_detail],
        "published": [
            {"km": row.km, "by": row.by, "year": row.year, "source_id": row.source_id}
            for row in pair.published
        ],
        "source_ids": list(pair.source_ids),
    }


def _told(side: Side) -> str:
    return side if isinstance(side, str) else "+".join(sorted(side))
