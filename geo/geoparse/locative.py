"""Places told by distance and direction from another: an uncertain area, not a pin on the other.

"30 km na wschód od Grodna" means somewhere around a point 30 km east of Grodno. A named direction
is one of eight winds, 22.5 degrees to either side, so the point is known to about 0.4 of the
distance; without a direction it is only known to lie that far away.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from geo.geodesy import destination
from geo.geoparse.lexicon import Lexicon
from geo.model import Candidate, Evidence, Place, Resolution, Span

__all__ = ["Offset", "displace", "find_offset", "tells_distances"]

_UNITS: dict[str, float] = {
    "km": 1.0, "kms": 1.0, "kilometr": 1.0, "kilomet": 1.0, "kilometer": 1.0, "kilometre": 1.0,
    "км": 1.0, "километр": 1.0, "кілометр": 1.0, "кіламетр": 1.0, "километър": 1.0, "mi": 1.609344,
    "mile": 1.609344, "mil": 1.609344, "миль": 1.609344, "миля": 1.609344,
}  # fmt: skip
_DISTANCE = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?)[ \u00a0-]?(?P<unit>km|mi|mil|mile|kilom[eè]t|км|кілометр|кіламетр"
    r"|километ[ръ]|миль)\w*\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_REACH = 70
"""Code points before the name in which distance and direction stand."""
_MOST_WORDS = 5
_WIND_DEG = 22.5
_LEAST_KM = 3.0


class Offset:
    """A distance, and perhaps a direction, from a named place.

    Parameters
    ----------
    km
        Distance, km.
    bearing_deg
        Degrees clockwise from north, or None.
    words
        As written.
    """

    def __init__(self, km: float, bearing_deg: float | None, words: str) -> None:
        self.km = km
        self.bearing_deg = bearing_deg
        self.words = words

    @property
    def precision_km(self) -> float:
        """Radius of uncertainty around the displaced point, km."""
        if self.bearing_deg is None:
            return self.km
        return max(_LEAST_KM, self.km * math.tan(math.radians(_WIND_DEG)))


def tells_distances(text: str) -> bool:
    """Whether any distance is told in a text.

    Parameters
    ----------
    text
        The text.
    """
    return _DISTANCE.search(text) is not None


def find_offset(text: str, span: Span, lexicon: Lexicon) -> Offset | None:
    """Find a distance and direction right before a name.

    Parameters
    ----------
    text
        The text.
    span
        Where the name stands.
    lexicon
        The language's words for directions and prepositions.
    """
    start = max(0, span.start - _REACH)
    told = lexicon.directions and _DIGIT.search(text, start, span.start) is not None
    distances = list(_DISTANCE.finditer(text, start, span.start)) if told else []
    if not distances:
        return None
    found = distances[-1]
    between = text[found.end() : span.start]
    if re.search(r"[.;:!?\n]", between):
        return None
    between = between.casefold()
    bearing, named = _bearing(between, lexicon)
    rest = between.replace(named, " ") if named else between
    words = re.findall(r"[^\W\d_]+", rest)
    if not all(w in lexicon.locatives or w in lexicon.functional or len(w) <= 4 for w in words):
        return None
    if len(words) > _MOST_WORDS:
        return None
    if bearing is None and not any(word in _FROM for word in words):
        return None
    unit = found["unit"].casefold()
    km = float(found["number"].replace(",", ".")) * _UNITS.get(unit, 1.0)
    return Offset(km, bearing, text[found.start() : span.start].strip())


_FROM = frozenset({"od", "from", "від", "ад", "от", "von", "de", "du", "nuo", "no", "outside"})


def _bearing(words: str, lexicon: Lexicon) -> tuple[float | None, str]:
    """The direction named, the longest name first; stems, since names inflect."""
    for name in sorted(lexicon.directions, key=len, reverse=True):
        pattern = r"\s+".join(rf"{re.escape(_stem(part))}\w{{0,4}}" for part in name.split())
        found = re.search(rf"(?<!\w){pattern}(?!\w)", words)
        if found is not None:
            return float(lexicon.directions[name]), found[0]
    return None, ""


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 4 else word


def displace(resolution: Resolution, offset: Offset) -> Resolution:
    """Move a resolution's place as an offset says, and widen it.

    Parameters
    ----------
    resolution
        A mention resolved to the place that the distance counts from.
    offset
        What stands before it.

    Returns
    -------
    resolution
        With the displaced place first, its uncertainty in `precision_km`, and the method
        `locative`; unchanged where the place has no point.
    """
    if not resolution.candidates or resolution.candidates[0].place.lon is None:
        return resolution
    best = resolution.candidates[0]
    moved = Candidate(
        place=_moved(best.place, offset),
        score=best.score,
        evidence=(*best.evidence, Evidence(kind="offset", value=offset.words)),
    )
    return replace(resolution, candidates=(moved, *resolution.candidates[1:]), method="locative")


def _moved(place: Place, offset: Offset) -> Place:
    assert place.lon is not None
    assert place.lat is not None
    lon, lat = place.lon, place.lat
    if offset.bearing_deg is not None:
        lons, lats = destination(place.lon, place.lat, offset.bearing_deg, offset.km)
        lon, lat = float(lons), float(lats)
    return replace(
        place,
        lon=round(lon, 4),
        lat=round(lat, 4),
        precision_km=round(max(offset.precision_km, place.precision_km or 0.0), 1),
    )
