"""Claims about how far two places are apart, or a place from a border."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Final

from geo.claims.reading import Reading, claim_of
from geo.claims.reasons import Measured, finding
from geo.claims.sentence import Actor, ActorKind, Sentence
from geo.coverage import CENTRE_PRECISION_KM, Standoff, border_distance
from geo.datasets.alliances import ORGANISATIONS, members
from geo.datasets.names import place_name
from geo.geodesy import distance_km
from geo.model import Finding, Place, Quantity, Span, Verdict

__all__ = ["check_distance", "read_distance"]

KIND: Final = "distance"

_DETOUR: Final = 1.4
"""Roads are seldom longer than this many times the straight line."""

_PER_KM2: Final = 3000.0
"""Inhabitants of a square kilometre of town: gives a city's extent, since "from Minsk" may mean
from its edge. An assumption."""
_LARGEST_KM: Final = 25.0

Ends = tuple[Actor | None, Actor | None]


def read_distance(sentence: Sentence, number: int) -> Reading | None:
    """Read a length as a distance from somewhere to somewhere.

    Only ends that stand in a clear relation to the number are taken: a wrong pair would make a
    false verdict. What says "from" and leaves an end open is a distance without ends.

    Parameters
    ----------
    sentence
        The sentence.
    number
        Which of its quantities.

    Returns
    -------
    reading
        None where the quantity isn't said of a distance.
    """
    stated = sentence.stated[number]
    found = _from_there(sentence, stated.span) or _from_to(sentence, stated.span)
    if found is None:
        return None
    here, there = found
    ends = [actor for actor in (here, there) if actor is not None]
    places = tuple(actor.place for actor in ends if _is_point(actor) and actor.place)
    span = sentence.span
    return Reading(
        claim=claim_of(
            sentence,
            stated,
            KIND,
            subject=here.keys if here else (),
            object_=there.keys if there else (),
        ),
        places=places,
        by_road=bool(sentence.find("cues", "road", span.start, span.end)),
    )


def check_distance(reading: Reading, on: date) -> Finding:
    """Set a claimed distance beside the straight line on the ellipsoid."""
    claim = reading.claim
    if not claim.subject or not claim.object or not reading.places:
        return finding(claim, Verdict.NOT_COMPARABLE, "distance.ends")
    here, *others = reading.places
    if others:
        there = others[0]
        km = _apart(here, there)
        slack = _slack_km(here) + _slack_km(there)
        names = (_name(here, on), _name(there, on))
        detail, source = "points of the gazetteer", there.source_id
    else:
        standoff = _nearest_border(claim.object, here, on)
        if standoff is None:
            return finding(claim, Verdict.NOT_COMPARABLE, "distance.ends")
        km, slack = standoff.km, _slack_km(here)
        names, detail = (_name(here, on), ", ".join(claim.object)), standoff.detail
        source = standoff.source_id
    verdict, key = _verdict(claim.quantity, km, slack, by_road=reading.by_road)
    measured = Measured(
        value=km,
        low=max(0.0, km - slack),
        high=km + slack,
        detail=detail,
        method="geodesic on WGS 84 between points; bounds by how well they are known and how far"
        " their towns extend",
        figures=((f"{names[0]} – {names[1]}", km, source), (names[0], 0.0, here.source_id)),
    )
    return finding(
        claim, verdict, key, {"a": names[0], "b": names[1], "slack": slack}, measured=measured
    )


def _from_there(sentence: Sentence, span: Span) -> Ends | None:
    """Read "A, 40 km from B", "40 km from the border with B" and "40 km from A to B"."""
    for preposition in _prepositions(sentence, span.end, span.end + 60, ("from", "to")):
        if len(sentence.words(span.end, preposition.start)) > 4:
            break
        there = _next_actor(sentence, preposition.end, most=5)
        if there is None:
            continue
        here = _before(sentence, span.start, but=there)
        if here is None and _is_point(there):
            to = _prepositions(sentence, there.span.end, there.span.end + 20, ("to",))
            onward = _next_actor(sentence, to[0].end, most=2) if to else None
            if onward is not None and _is_point(onward):
                return there, onward
        return here, there
    return None


def _from_to(sentence: Sentence, span: Span) -> Ends | None:
    """Read "the distance between A and B is 477 km" and "from A to B it is 477 km"."""
    points = [a for a in sentence.actors if _is_point(a) and a.span.end <= span.start]
    if len(points) < 2 or points[-2].keys == points[-1].keys:
        return None
    first, second = points[-2:]
    before = first.span.start
    leaving = _prepositions(sentence, before - 8, before, ("from", "out of"))
    arriving = _prepositions(sentence, first.span.end, second.span.start, ("to",))
    between = sentence.between(before - 12, before)
    paired = bool(between) or bool(leaving and arriving)
    apart = sentence.words(first.span.end, second.span.start)
    if paired and len(apart) == 1 and sentence.linked(second.span.end, span.start):
        return first, second
    return None


def _prepositions(sentence: Sentence, start: int, end: int, keys: Iterable[str]) -> list[Span]:
    end = min(end, sentence.span.end)
    found = [span for key in keys for span in sentence.find("prepositions", key, start, end)]
    return sorted(found)


def _next_actor(sentence: Sentence, start: int, *, most: int) -> Actor | None:
    """The next one named within so many words, systems aside."""
    for actor in sentence.actors:
        if actor.span.start >= start and actor.kind is not ActorKind.SYSTEM:
            apart = sentence.words(start, actor.span.start)
            near = len(apart) <= most and "." not in sentence.text[start : actor.span.start]
            usable = actor.political or _is_point(actor)
            return actor if near and usable else None
    return None


def _before(sentence: Sentence, end: int, *, but: Actor) -> Actor | None:
    """The nearest point named before, if only linking words stand in between."""
    passed: list[Span] = []
    for actor in reversed([a for a in sentence.actors if a.span.end <= end]):
        if not sentence.linked(actor.span.end, end, without=passed):
            return None
        if _is_point(actor) and actor.keys != but.keys:
            # "a base 30 km east of Grodno, 15 km from the border": the base has no point
            return None if actor.displaced else actor
        passed.append(actor.span)
    return None


def _is_point(actor: Actor) -> bool:
    """Whether a distance can be measured to it: a settlement or a building, not an area."""
    return (
        actor.kind is ActorKind.PLACE
        and actor.place is not None
        and actor.place.feature_class in {"P", "S"}
    )


def _name(place: Place, on: date) -> str:
    return place_name(place.id, "en", on, default=place.name)


def _apart(here: Place, there: Place) -> float:
    assert here.lon is not None  # a point has both
    assert here.lat is not None
    assert there.lon is not None
    assert there.lat is not None
    return float(distance_km(here.lon, here.lat, there.lon, there.lat))


def _slack_km(place: Place) -> float:
    """How well the point is known, and how far the town extends around it."""
    extent = math.sqrt(place.population / (_PER_KM2 * math.pi))
    return (place.precision_km or CENTRE_PRECISION_KM) + min(extent, _LARGEST_KM)


def _nearest_border(keys: Iterable[str], place: Place, on: date) -> Standoff | None:
    assert place.lon is not None  # a point has both
    assert place.lat is not None
    isos = [iso for key in keys for iso in _countries(key, on)]
    found = [row for iso in isos if (row := border_distance(iso, place.lon, place.lat))]
    return min(found, key=lambda row: row.km) if found else None


def _countries(key: str, on: date) -> tuple[str, ...]:
    return tuple(sorted(members(key, on))) if key in ORGANISATIONS else (key,)


def _verdict(quantity: Quantity, km: float, slack: float, *, by_road: bool) -> tuple[Verdict, str]:
    if by_road and quantity.high >= km - slack:
        return Verdict.NOT_COMPARABLE, "distance.road"
    if quantity.low <= km + slack and quantity.high >= km - slack:
        return Verdict.CONSISTENT, "distance.consistent"
    if quantity.high < km:
        return Verdict.INCONSISTENT, "distance.shorter"
    if quantity.low <= km * _DETOUR + slack:
        return Verdict.NOT_COMPARABLE, "distance.road"
    return Verdict.INCONSISTENT, "distance.longer"
