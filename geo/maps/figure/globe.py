"""The inset globe: where on earth the map lies."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import LineString, Point

from geo.datasets.countries import read_countries
from geo.geodesy import circle
from geo.maps.figure.plate import Ink
from geo.maps.figure.shapes import polygons_of
from geo.maps.scene import Style
from geo.maps.style import STYLES, WATER

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.maps.figure.layout import Box
    from geo.maps.figure.projection import Projection

__all__ = ["globe_ink"]

_HEMISPHERE_KM: Final = 9_950.0
"""A little less than a quarter of the way around: at the limb shapes collapse."""

_LAND: Final = "#e2ddd0"
_MARK: Final = "#b3261e"


def globe_ink(
    place: Box, projection: Projection, focus: BaseGeometry | None, scale: float
) -> list[Ink]:
    """Draw a globe turned towards the map, with the map's frame on it.

    Parameters
    ----------
    place
        A square on the sheet, in millimetres.
    projection
        The map's.
    focus
        The country in focus in degrees, if there is one.
    scale
        Of line widths.

    Returns
    -------
    inks
        Bottom first, none of them clipped at the frame.
    """
    lon, lat = (
        float(v[0]) for v in projection.inverse(*np.array(projection.frame.centre)[:, None])
    )
    turn = _Turn(round(lon, 3), round(lat, 3), place)
    disc = Point(place.centre).buffer(place.width / 2, quad_segs=24)
    inks = [
        _ink(disc.buffer(0.7 * scale, quad_segs=24), Style(fill="#ffffff")),
        _ink(disc, Style(fill=WATER)),
        _ink(turn.seen(_world()), Style(fill=_LAND)),
    ]
    if focus is not None and not focus.is_empty:
        inks.append(_ink(turn.seen(shapely.simplify(focus, 0.1)), Style(fill=STYLES["focus"].fill)))
    window = turn.outline(projection)
    if window is not None:
        inks += [
            _ink(window, Style(stroke="#ffffff", width_pt=2.0 * scale)),
            _ink(window, Style(stroke=_MARK, width_pt=0.9 * scale)),
        ]
    inks.append(_ink(disc.exterior, Style(stroke="#63635f", width_pt=0.6 * scale)))
    return inks


def _ink(geometry: BaseGeometry, style: Style) -> Ink:
    return Ink(geometry=geometry, style=style, group="globe", clip=False)


class _Turn:
    """An orthographic view onto a square of the sheet."""

    def __init__(self, lon: float, lat: float, place: Box) -> None:
        self._place = place
        self._hemisphere = circle(lon, lat, _HEMISPHERE_KM)
        self._lon, self._lat = lon, lat

    def seen(self, land: BaseGeometry) -> BaseGeometry:
        cut = shapely.segmentize(shapely.intersection(land, self._hemisphere), 2.0)
        sheet = shapely.transform(cut, self._project)
        return polygons_of(np.array([shapely.simplify(sheet, 0.05)], dtype=object))

    def outline(self, projection: Projection) -> BaseGeometry | None:
        frame = projection.frame
        ring = shapely.box(frame.left, frame.bottom, frame.right, frame.top).exterior
        x, y = shapely.get_coordinates(shapely.segmentize(ring, frame.width / 20)).T
        lon, lat = projection.inverse(x, y)
        if not (np.isfinite(lon).all() and np.isfinite(lat).all()):
            return None
        return LineString(self._project(np.column_stack((lon, lat))))

    def _project(self, lonlat: np.ndarray) -> np.ndarray:
        """The orthographic projection of a sphere, finite beyond the limb too."""
        lon, lat = np.radians(lonlat[:, 0] - self._lon), np.radians(lonlat[:, 1])
        middle = np.radians(self._lat)
        x = np.cos(lat) * np.sin(lon)
        y = np.cos(middle) * np.sin(lat) - np.sin(middle) * np.cos(lat) * np.cos(lon)
        radius = self._place.width / 2
        cx, cy = self._place.centre
        return np.column_stack((cx + x * radius, cy + y * radius))


@functools.cache
def _world() -> BaseGeometry:
    """All land, as coarse as a globe the size of a coin shows it."""
    land = shapely.simplify(read_countries("world").geometry.to_numpy(), 0.25)
    large = shapely.area(land) > 0.5
    return shapely.union_all(shapely.make_valid(land[large]))
