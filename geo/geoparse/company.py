"""What the rest of a text says for one place of a name: its country, its division, its neighbours.

Worked out for every place that a name can mean, several times a text, so it is only added up;
the reasons are told to people for the few candidates that are shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache

from geo.geoparse.senses import Sense
from geo.model import Place

__all__ = [
    "NEGLIGIBLE",
    "Close",
    "Context",
    "Meanings",
    "Region",
    "Said",
    "Spoken",
    "cell_of",
    "find_close",
    "lift_by_company",
    "tell_company",
]

NEGLIGIBLE = 0.02
"""A share that counts for nothing."""
_TOGETHER = 2.8
"""Most that the region and closeness can speak for a place together."""
_COUNTRY, _REGION, _FEW = 3.2, 2.3, 0.6
"""Most that the country and the division spoken of add, and how much company makes up half."""
_MOST_CLOSE = 1.6
"""Most that closeness adds."""
_MOST_ANCHORS = 24
_CLOSE_DEG = 3.0
"""Places farther apart than this aren't close."""
_BEYOND_DEG = math.nextafter(_CLOSE_DEG, 180.0)
_COLUMN_DEG, _COLUMNS = 10, 36


Region = tuple[str, str]
"""A country and its first-order division."""
_Anchor = tuple[float, float, str, str]
"""A sure place: latitude and longitude in degrees, id, name."""
Said = tuple[Region, float]
"""How much a name speaks for a region."""


@dataclass(slots=True)
class Spoken:
    """What is spoken of: by a whole text, or by one name in it.

    Parameters
    ----------
    total
        The sum of `countries`; for one name, how much its mentions count.
    countries
        How often each country is named or implied.
    regions
        The same for first-order divisions, as (country, admin1).
    """

    total: float = 0.0
    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[Region, float] = field(default_factory=dict)

    def count(self, said: Sequence[Said]) -> None:
        """Count what a name speaks for."""
        countries, regions = self.countries, self.regions
        for region, weight in said:
            iso, division = region
            countries[iso] = countries.get(iso, 0.0) + weight
            if division and division != "00":
                regions[region] = regions.get(region, 0.0) + weight


@dataclass(slots=True)
class Context(Spoken):
    """What the text speaks of, as far as it is decided.

    Parameters
    ----------
    anchors
        Ids of the places that are sure.
    cells
        These by the cells of a grid of the earth that they can be close to.
    lifts
        What each division adds to a place in it, for a name that doesn't speak of it itself.
    """

    anchors: list[str] = field(default_factory=list)
    cells: dict[int, list[_Anchor]] = field(default_factory=dict)
    lifts: dict[Region, float] = field(default_factory=dict)

    def add_up(self) -> None:
        """Draw the sums, when every name is counted."""
        self.total = sum(self.countries.values())
        self.lifts = {region: round(_lift(weight), 2) for region, weight in self.regions.items()}

    def settle(self, sense: Sense) -> None:
        """Note a place that is sure, for closeness; the first ones do."""
        place = sense.place
        if place.lon is None or sense.is_area or len(self.anchors) == _MOST_ANCHORS:
            return
        assert place.lat is not None
        self.anchors.append(place.id)
        anchor = (place.lat, place.lon, place.id, place.name)
        for cell in _cells_around(place.lat, place.lon):
            self.cells.setdefault(cell, []).append(anchor)


def cell_of(place: Place) -> int | None:
    """The cell of the grid that a place lies in; None without a point.

    Parameters
    ----------
    place
        Any place of the gazetteer.
    """
    if place.lat is None or place.lon is None:
        return None
    return _cell(int(place.lat // _CLOSE_DEG), int(place.lon // _COLUMN_DEG))


def _cell(band: int, column: int) -> int:
    return band * _COLUMNS + column % _COLUMNS


@lru_cache(maxsize=8192)
def _cells_around(lat: float, lon: float) -> tuple[int, ...]:
    """The cells of all points that are close to one; where meridians meet, cells of any column."""
    middle = int(lat // _CLOSE_DEG)
    found: list[int] = []
    for band in (middle - 1, middle, middle + 1):
        polar = _CLOSE_DEG * max(abs(band), abs(band + 1))
        squeeze = math.cos(math.radians(min(polar, 90.0)))
        reach = _BEYOND_DEG / squeeze if squeeze > _BEYOND_DEG / 180 else 180.0
        first, last = int((lon - reach) // _COLUMN_DEG), int((lon + reach) // _COLUMN_DEG)
        columns = range(first, min(last, first + _COLUMNS - 1) + 1)
        found += (_cell(band, column) for column in columns)
    return tuple(found)


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """The places that a name can mean and a text could lift above the likeliest one.

    Parameters
    ----------
    senses
        The places, likeliest first.
    priors
        Their priors.
    shares
        Their likelihoods by the priors alone.
    regions
        Their countries and first-order divisions.
    cells
        The grid's cells in which those lie that can be lifted; None for others.
    liftable
        The places, by number and region, that each country speaks for if it is spoken of: a
        country's name isn't lifted to its capital or a division by the country itself.
    ids
        Ids of the places, which are no company for one another.
    """

    senses: tuple[Sense, ...]
    priors: tuple[float, ...]
    shares: tuple[float, ...]
    regions: tuple[Region, ...]
    cells: tuple[int | None, ...]
    liftable: Mapping[str, tuple[tuple[int, Region], ...]]
    ids: frozenset[str]


Close = tuple[float, str]
"""What closeness is worth, and the name of the sure place close by."""


def find_close(meanings: Meanings, context: Context) -> dict[int, Close]:
    """Find the sure place closest to each place that a name can mean.

    Parameters
    ----------
    meanings
        The places.
    context
        What the text speaks of.

    Returns
    -------
    close
        By the number of the place; those that nothing is close to have none.
    """
    cells = context.cells
    found: dict[int, Close] = {}
    for i, cell in enumerate(meanings.cells):
        if cell in cells:
            close = _closest(meanings.senses[i].place, cells[cell], meanings.ids)
            if close is not None:
                found[i] = close
    return found


def lift_by_company(
    meanings: Meanings, close: Mapping[int, Close], own: Spoken, context: Context
) -> list[float]:
    """Add to the prior of each place that a name can mean what the rest of the text says for it.

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
    scores
        Of each place, in their order.
    """
    scores = list(meanings.priors)
    lifts, mine = context.lifts, own.regions
    for iso, places in meanings.liftable.items():
        country = _of_country(iso, own, context)
        if not country:
            continue
        for i, region in places:
            if region in mine:
                scores[i] += country + round(_of_region(region, own, context), 2)
            else:
                scores[i] += country + lifts.get(region, 0.0)
    for i, (worth, _) in close.items():
        region = meanings.regions[i]
        if lifts.get(region, 0.0) > _TOGETHER - _MOST_CLOSE:
            worth = _left_to_closeness(worth, region, own, context)  # noqa: PLW2901
        scores[i] += worth
    return scores


def tell_company(
    meanings: Meanings,
    number: int,
    *,
    close: Mapping[int, Close],
    own: Spoken,
    context: Context,
) -> Iterator[tuple[str, str, float]]:
    """Give the reasons behind what `lift_by_company` adds to one place, for people to read.

    Parameters
    ----------
    meanings
        The places.
    number
        Which of them.
    close, own, context
        As there.

    Returns
    -------
    reasons
        Kind, value and weight of evidence.
    """
    sense = meanings.senses[number]
    iso, place = sense.region[0], sense.place
    if iso in meanings.liftable:
        country = _of_country(iso, own, context)
        if country:
            yield ("country", iso, country)
        region = round(_of_region(sense.region, own, context), 2) if country else 0.0
        if region:
            yield ("contains" if sense.is_region else "region", f"{iso}.{place.admin1}", region)
    if number in close:
        worth, name = close[number]
        yield ("near", name, _left_to_closeness(worth, sense.region, own, context))


def _of_country(iso: str, own: Spoken, context: Context) -> float:
    """What a country adds that is spoken of by other names than this one."""
    spoken = context.countries.get(iso)
    if spoken is None:
        return 0.0
    weight = spoken - own.countries.get(iso, 0.0)
    if weight <= NEGLIGIBLE:
        return 0.0
    others = context.total - own.total
    return round(_COUNTRY * (weight / (_FEW + max(others, weight))), 2)


def _of_region(region: Region, own: Spoken, context: Context) -> float:
    """What a division adds that is spoken of by other names than this one."""
    weight = context.regions.get(region, 0.0) - own.regions.get(region, 0.0)
    return _lift(weight)


def _left_to_closeness(worth: float, region: Region, own: Spoken, context: Context) -> float:
    """What closeness may add beside the division."""
    lift = _of_region(region, own, context) if _of_country(region[0], own, context) else 0.0
    return round(min(worth, _TOGETHER - lift), 2)


def _lift(weight: float) -> float:
    return _REGION * weight / (_FEW + weight) if weight > NEGLIGIBLE else 0.0


def _closest(place: Place, anchors: Sequence[_Anchor], mine: AbstractSet[str]) -> Close | None:
    """Find what closeness is worth, and the sure place closest by, which isn't the name's own.

    A ranking aid in degrees on the sphere, not a measure: lengths are `geo.geodesy`'s.
    """
    lon, lat = place.lon, place.lat
    assert lon is not None
    assert lat is not None
    squeeze, least, found = 0.0, _BEYOND_DEG, ""
    for anchor_lat, anchor_lon, anchor_id, name in anchors:
        north = anchor_lat - lat
        if north >= least or north <= -least:
            continue
        squeeze = squeeze or math.cos(math.radians(lat))
        east = abs(anchor_lon - lon)
        degrees = math.hypot(north, (east if east < 180 else 360 - east) * squeeze)
        if degrees < least and anchor_id not in mine:
            least, found = degrees, name
    return (round(_MOST_CLOSE / (1.0 + least), 2), found) if least < _BEYOND_DEG else None
