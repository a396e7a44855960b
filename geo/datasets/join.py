"""In which country a point lies, by the line of the viewpoint that the user chose.

The polygons are OpenStreetMap's at 1 km, so a point near a border or on a pier may fall just
outside: then the nearest country within `REACH_DEG` has it. Disputed territories are told by
viewpoint:

- `un`, the default: General Assembly resolutions and UN maps (Crimea in Ukraine, the Golan Heights
  in Syria, Western Sahara by itself); Kosovo is kept apart, its status left open;
- `de_facto`: who administers the territory now; none where that authority has no ISO 3166 code;
- `neutral`: none, for every disputed territory.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from geo.datasets.shapes import Shapes, read_shapes
from geo.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike
    from shapely.geometry.base import BaseGeometry

__all__ = [
    "VIEWPOINTS",
    "Disputed",
    "country_at",
    "disputed_at",
    "read_disputed",
    "read_disputed_shapes",
]

VIEWPOINTS: Final = ("un", "de_facto", "neutral")

SOURCE_ID: Final = "osm_countries"
"""Source of every answer."""

REACH_DEG: Final = 0.1
"""How far outside all polygons a point may be and still get a country: about 10 km."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A territory that more than one state claims.

    Parameters
    ----------
    area_id
        Key, such as `crimea`.
    names
        Its name in English, Polish and Ukrainian, by language.
    un
        Code of the country by the line of the United Nations.
    de_facto
        Code of the country that administers it; None where the authority has no code.
    claimed_by
        Codes of the countries that claim it against the one that `un` names.
    status_open
        Whether the United Nations leave its status to be determined.
    held_by
        Who administers it, in words.
    basis
        What the line of the United Nations rests on.
    """

    area_id: str
    names: Mapping[str, str]
    un: str
    de_facto: str | None
    claimed_by: tuple[str, ...]
    status_open: bool
    held_by: str
    basis: str

    def told(self, viewpoint: str) -> str | None:
        """Code of the country that a viewpoint gives it to; None for nobody."""
        return {"un": self.un, "de_facto": self.de_facto, "neutral": None}[viewpoint]


def country_at(
    lons: ArrayLike, lats: ArrayLike, *, viewpoint: str = "un"
) -> tuple[str | None, ...]:
    """Find the country of each point.

    Parameters
    ----------
    lons, lats
        Decimal degrees, arrays of the same length or scalars.
    viewpoint
        Whose line to tell in disputed territories.

    Returns
    -------
    countries
        ISO 3166 alpha-3 codes (XKX for Kosovo; dependent territories by their own codes, such as
        GUF and HKG); None at sea, and in disputed territories where the viewpoint tells nobody.

    Raises
    ------
    InputError
        When there is no such viewpoint.
    DataError
        When the polygons are missing or damaged.
    """
    if viewpoint not in VIEWPOINTS:
        raise InputError(
            f"There is no viewpoint {viewpoint!r}.", hint=f"Choose {', '.join(VIEWPOINTS)}."
        )
    x, y = np.broadcast_arrays(np.asarray(lons, dtype=float), np.asarray(lats, dtype=float))
    points = np.asarray(shapely.points(x, y)).reshape(-1)
    index = _index()
    # the number of the part that has the point, or -1
    home = np.full(points.size, -1)
    asked, part = index.tree.query(points, predicate="intersects")
    # on a shared edge the last one written stays: let it be the alphabetically first
    home[asked[::-1]] = part[::-1]
    lost = np.flatnonzero(home < 0)
    near, part = index.tree.query_nearest(points[lost], max_distance=REACH_DEG, all_matches=False)
    home[lost[near]] = part
    found = [None if number < 0 else index.codes[number] for number in home]
    for row, territory in zip(*_disputed_tree().query(points, predicate="intersects"), strict=True):
        found[row] = read_disputed()[territory].told(viewpoint)
    return tuple(found)


def disputed_at(lon: float, lat: float) -> Disputed | None:
    """Find the disputed territory that a point lies in.

    Parameters
    ----------
    lon, lat
        Decimal degrees.

    Returns
    -------
    territory
        None where nobody disputes, as far as `recipes/disputes.toml` lists it.

    Raises
    ------
    DataError
        When the polygons are missing or damaged.
    """
    found = _disputed_tree().query(shapely.Point(lon, lat), predicate="intersects")
    return read_disputed()[int(found[0])] if len(found) else None


@functools.cache
def read_disputed() -> tuple[Disputed, ...]:
    """List the disputed territories that a viewpoint decides on.

    Returns
    -------
    territories
        In the order of the policy.

    Raises
    ------
    DataError
        When the file is missing or damaged.
    """
    columns = _disputed_shapes().columns
    return tuple(
        Disputed(
            area_id=area_id,
            names={
                "en": columns["name"][row],
                "pl": columns["name_pl"][row],
                "uk": columns["name_uk"][row],
            },
            un=columns["un"][row],
            de_facto=columns["de_facto"][row] or None,
            claimed_by=tuple(columns["claimed_by"][row].split()),
            status_open=bool(columns["open"][row]),
            held_by=columns["held_by"][row],
            basis=columns["basis"][row],
        )
        for row, area_id in enumerate(columns["area_id"])
    )


def read_disputed_shapes() -> Mapping[str, BaseGeometry]:
    """Read the outlines of the disputed territories, to draw them.

    Returns
    -------
    outlines
        By `area_id`, in the order of the policy; OpenStreetMap's, so they don't meet the lines of
        `read_countries`. The mapping is shared: don't change it.

    Raises
    ------
    DataError
        When the file is missing or damaged.
    """
    shapes = _disputed_shapes()
    return dict(zip(shapes.columns["area_id"], shapes.geometry, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    tree: shapely.STRtree
    codes: tuple[str, ...]


@functools.cache
def _index() -> _Index:
    shapes = read_shapes("odbl/join/parts.parquet")
    return _Index(tree=shapely.STRtree(shapes.geometry), codes=shapes.columns["iso_a3"])


@functools.cache
def _disputed_shapes() -> Shapes:
    return read_shapes("odbl/join/disputed.parquet")


@functools.cache
def _disputed_tree() -> shapely.STRtree:
    return shapely.STRtree(_disputed_shapes().geometry)
