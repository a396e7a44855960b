"""What the rest of a text says for one place of a name: its country, its division, its neighbours.

Worked out for every place that a name can mean, several times a text, so it is kept in plain
numbers; reasons for people are made of them for the few candidates that are shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from geo.geoparse.senses import BAND_DEG, Sense
from geo.model import Place

__all__ = ["Close", "Company", "Context", "Meanings", "find_close", "keep_company"]

NEGLIGIBLE = 0.02
"""A share that counts for nothing."""
_TOGETHER = 2.8
"""Most that the region and closeness can speak for a place together."""
_COUNTRY, _REGION, _FEW = 3.2, 2.3, 0.6
"""Most that the country and the division spoken of add, and how much company makes up half."""
_MOST_ANCHORS = 24
_CLOSE = math.nextafter(BAND_DEG, 180.0)


_Anchor = tuple[float, float, str, str]
"""A sure place: latitude and longitude in degrees, id, name."""


@dataclass(slots=True)
class Context:
    """What the text speaks of, as far as it is decided.

    Parameters
    ----------
    countries
        How often each country is named or implied.
    regions
        The same for first-order divisions, as (country, admin1).
    anchors
        Ids of the places that are sure.
    bands
        These by the bands of latitude that they are close to.
    total
        The sum of `countries`.
    """

    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[tuple[str, str], float] = field(default_factory=dict)
    anchors: list[str] = field(default_factory=list)
    bands: dict[int, list[_Anchor]] = field(default_factory=dict)
    total: float = 0.0

    def count(self, sense: Sense, weight: float) -> None:
        """Count a place that is meant with some likelihood."""
        iso, division = sense.region
        if iso:
            self.countries[iso] = self.countries.get(iso, 0.0) + weight
            if division and division != "00":
                self.regions[sense.region] = self.regions.get(sense.region, 0.0) + weight

    def settle(self, sense: Sense) -> None:
        """Note a place that is sure, for closeness; the first ones do."""
        place = sense.place
        if sense.band is None or sense.is_area or len(self.anchors) == _MOST_ANCHORS:
            return
        assert place.lon is not None
        assert place.lat is not None
        self.anchors.append(place.id)
        anchor = (place.lat, place.lon, place.id, place.name)
        for near in (sense.band - 1, sense.band, sense.band + 1):
            self.bands.setdefault(near, []).append(anchor)


class Company(NamedTuple):
    """What speaks for one place; 0 where nothing does.

    Parameters
    ----------
    country
        The text speaks of its country.
    region
        The text speaks of its first-order division.
    close
        It lies close to a place that is sure; with a region, no more than what is left.
    near
        That place's name, or None.
    """

    country: float = 0.0
    region: float = 0.0
    close: float = 0.0
    near: str | None = None

    def reasons(self, sense: Sense) -> Iterator[tuple[str, str, float]]:
        """The same as kind, value and weight of evidence."""
        place = sense.place
        if self.country:
            yield ("country", place.iso_a3 or "", self.country)
        if self.region:
            kind = "contains" if sense.is_region else "region"
            yield (kind, f"{place.iso_a3}.{place.admin1}", self.region)
        if self.near is not None:
            yield ("near", self.near, self.close)


NOBODY = Company()


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """The places that a name can mean and a text could lift above the likeliest one.

    Parameters
    ----------
    senses
        The places.
    countries
        Countries among them: a country's name isn't lifted to its capital or a division by the
        country being spoken of.
    ids
        Ids of the places, which are no company for one another.
    """

    senses: tuple[Sense, ...]
    countries: frozenset[str]
    ids: frozenset[str]


Close = tuple[float, str] | None
"""What closeness is worth, and the name of the sure place close by."""


def find_close(meanings: Meanings, context: Context) -> list[Close]:
    """Find the sure place closest to each place that a name can mean.

    Parameters
    ----------
    meanings
        The places.
    context
        What the text speaks of.
    """
    bands, ids = context.bands, meanings.ids
    return [
        _closest(sense.place, band, ids)
        if sense.band is not None and (band := bands.get(sense.band)) is not None
        else None
        for sense in meanings.senses
    ]


def keep_company(
    meanings: Meanings, close: Sequence[Close], own: Context, context: Context
) -> list[Company]:
    """Work out what the rest of the text says for each place that a name can mean.

    Parameters
    ----------
    meanings
        The places.
    close
        What is close to them.
    own
        What the name itself put into the context: a name doesn't speak for itself.
    context
        What the text speaks of.

    Returns
    -------
    company
        Of each place, in their order.
    """
    total = context.total - own.total
    of_country: dict[str, float] = {}
    found = []
    for sense, near in zip(meanings.senses, close, strict=True):
        iso = sense.region[0]
        if not iso or iso in meanings.countries:
            found.append(NOBODY)
            continue
        country = of_country.get(iso)
        if country is None:
            country = of_country[iso] = _of_country(iso, own, context, total)
        region = _of_region(sense.region, own.regions, context.regions) if country else 0.0
        if near is not None:
            worth = round(min(near[0], _TOGETHER - region), 2)
            found.append(Company(country, round(region, 2), worth, near[1]))
        elif country:
            found.append(Company(country, round(region, 2)))
        else:
            found.append(NOBODY)
    return found


def _of_country(iso: str, own: Context, context: Context, total: float) -> float:
    weight = context.countries.get(iso, 0.0) - own.countries.get(iso, 0.0)
    if weight <= NEGLIGIBLE:
        return 0.0
    return round(_COUNTRY * (weight / (_FEW + max(total, weight))), 2)


def _of_region(
    key: tuple[str, str],
    own: Mapping[tuple[str, str], float],
    spoken: Mapping[tuple[str, str], float],
) -> float:
    weight = spoken.get(key, 0.0) - own.get(key, 0.0)
    return _REGION * weight / (_FEW + weight) if weight > NEGLIGIBLE else 0.0


def _closest(place: Place, band: Sequence[_Anchor], mine: AbstractSet[str]) -> Close:
    """Find what closeness is worth, and the sure place closest by, which isn't the name's own.

    A ranking aid in degrees on the sphere, not a measure: lengths are `geo.geodesy`'s.
    """
    lon, lat = place.lon, place.lat
    assert lon is not None
    assert lat is not None
    squeeze, least, found = 0.0, _CLOSE, ""
    for anchor_lat, anchor_lon, anchor_id, name in band:
        north = anchor_lat - lat
        if north >= least or north <= -least:
            continue
        squeeze = squeeze or math.cos(math.radians(lat))
        east = abs(anchor_lon - lon)
        degrees = math.hypot(north, (east if east < 180 else 360 - east) * squeeze)
        if degrees < least and anchor_id not in mine:
            least, found = degrees, name
    return (round(1.6 / (1.0 + least), 2), found) if least < _CLOSE else None
