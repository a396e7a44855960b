"""Graticule and scale bar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import LineString, box

from geo.geodesy import distance_km
from geo.i18n import km, number, phrase
from geo.maps.figure.layout import Box, Layout
from geo.maps.figure.margins import line_of_text
from geo.maps.figure.plate import Ink, Strip, Text
from geo.maps.figure.typeface import TYPE, measure
from geo.maps.scene import Style

if TYPE_CHECKING:
    from geo.maps.figure.labels.board import Board
    from geo.maps.figure.projection import Projection

__all__ = ["Bar", "graticule", "measure_bar", "name_graticule", "set_bar"]

_STEPS_DEG: Final = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
_LINES: Final = 5
_LINE: Final = Style(stroke="#ffffff", stroke_alpha=0.75, width_pt=0.45)
_MUTED: Final = "#55554f"
_NICE: Final = (1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 1000, 2000, 3000, 5000)
_BAR_MM: Final = 34.0
_BAR_HEIGHT_MM: Final = 1.1


def graticule(
    projection: Projection, scale: float
) -> tuple[list[Ink], list[tuple[str, LineString]]]:
    """Draw meridians and parallels.

    Parameters
    ----------
    projection
        The map's.
    scale
        Of the sheet.

    Returns
    -------
    inks, lines
        The lines to ink, and each part of a line with what it is, such as `lon:25`.
    """
    frame = projection.frame
    x = np.linspace(frame.left, frame.right, 31)
    y = np.linspace(frame.bottom, frame.top, 31)
    lon, lat = projection.inverse(*(grid.ravel() for grid in np.meshgrid(x, y)))
    seen = np.isfinite(lon) & np.isfinite(lat)
    lon = (lon[seen] - projection.lon_0 + 180) % 360 - 180
    lat = lat[seen]
    named = []
    for axis, values, low, high in (("lon", lon, -180, 180), ("lat", lat, -85, 85)):
        span = float(np.ptp(values))
        step = next((s for s in _STEPS_DEG if span / s <= _LINES + 2), _STEPS_DEG[-1])
        offset = projection.lon_0 if axis == "lon" else 0.0
        first = np.ceil((max(values.min() - 1, low) + offset) / step) * step
        last = min(values.max() + 1, high) + offset + 1e-9
        named += [(axis, float(at)) for at in np.arange(first, last, step)]
    south, north = max(float(lat.min()) - 2, -88.0), min(float(lat.max()) + 2, 88.0)
    west, east = projection.lon_0 + lon.min() - 3, projection.lon_0 + lon.max() + 3
    rules = [
        LineString([(at, south), (at, north)])
        if axis == "lon"
        else LineString(
            [(max(west, projection.lon_0 - 180), at), (min(east, projection.lon_0 + 180), at)]
        )
        for axis, at in named
    ]
    shapes = projection.shapes(rules)
    lines = [
        (f"{axis}:{(at + 180) % 360 - 180 if axis == 'lon' else at:g}", part)
        for (axis, at), shape in zip(named, shapes, strict=True)
        for part in shapely.get_parts(shape)
        if part.geom_type == "LineString"
    ]
    style = Style(stroke=_LINE.stroke, stroke_alpha=_LINE.stroke_alpha, width_pt=0.45 * scale)
    inks = [
        Ink(
            geometry=shapely.MultiLineString([shapely.simplify(line, 0.03) for _, line in lines]),
            style=style,
            group="graticule",
        )
    ]
    return inks, lines


def name_graticule(
    lines: list[tuple[str, LineString]], board: Board, layout: Layout, lang: str
) -> list[Text]:
    """Write degrees along the upper and the right edge, where there is room for them.

    Parameters
    ----------
    lines
        Parts of meridians and parallels, from `graticule`.
    board
        What is taken so far.
    layout
        The sheet.
    lang
        Language of the figures.
    """
    frame = board.frame
    kind = TYPE["graticule"].scaled(layout.scale)
    texts = []
    rail_top = LineString([(frame.left, frame.top - 1.6), (frame.right, frame.top - 1.6)])
    rail_side = LineString([(frame.right - 1.2, frame.bottom), (frame.right - 1.2, frame.top)])
    named = set()
    for name, line in lines:
        axis, value = name.split(":")
        cross = shapely.intersection(line, rail_top if axis == "lon" else rail_side)
        if cross.is_empty or name in named:
            continue
        point = shapely.get_parts(cross)[0]
        words = _degrees(axis, float(value), lang)
        extent = measure(words, kind)
        if axis == "lon":
            x, y = point.x - extent.width / 2, frame.top - 0.9 * layout.scale - extent.above
        else:
            x, y = frame.right - 1.2 * layout.scale - extent.width, point.y - extent.above / 2
        text = line_of_text(words, kind, x, y, strip=Strip.MAP, role="graticule", colour=_MUTED)
        edges = np.array([[text.box.left, text.box.bottom, text.box.right, text.box.top]])
        if not board.covered(edges)[0] and frame.grown(-0.4).holds(text.box):
            board.take(text.box)
            texts.append(_with_halo(text))
            named.add(name)
    return texts


def _with_halo(text: Text) -> Text:
    return replace(text, halo="#ffffff", halo_pt=1.2)


def _degrees(axis: str, value: float, lang: str) -> str:
    digits = 0 if value == round(value) else 2
    degrees = f"{number(abs(value), lang, digits=digits)}°"
    if value == 0 or (axis == "lon" and abs(value) == 180):
        return degrees
    letter = ("E" if value > 0 else "W") if axis == "lon" else ("N" if value > 0 else "S")
    return phrase(f"figure.degrees.{letter}", lang, degrees=degrees)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A scale bar before it has a place."""

    km: float
    width: float
    height: float


def measure_bar(projection: Projection, layout: Layout, *, ratio: bool) -> Bar:
    """How long the bar is, and the room it takes with its figures, in millimetres.

    Parameters
    ----------
    projection, layout
        Of the map and the sheet.
    ratio
        Whether 1:n stands above it.
    """
    middle = projection.frame.centre
    per_mm = _km_per_mm(projection, *middle)
    target = min(_BAR_MM * layout.scale, projection.frame.width * 0.26) * per_mm
    length = max((step for step in _NICE if step <= target), default=1)
    kind = TYPE["scale"].scaled(layout.scale)
    line = measure("0", kind).height
    tall = (_BAR_HEIGHT_MM + 1.2) * layout.scale + line * (2.6 if ratio else 1.2)
    # it will be drawn at the latitude of a corner, where a kilometre may take more of the sheet
    frame = projection.frame
    least = min(_km_per_mm(projection, middle[0], y) for y in (frame.bottom, frame.top))
    longest = length / min(per_mm, max(least, per_mm / 2))
    width = longest + measure(km(length, "en"), kind).width + 2 * layout.scale
    return Bar(km=float(length), width=width, height=tall)


def set_bar(
    bar: Bar, place: Box, projection: Projection, layout: Layout, *, lang: str, ratio: str = ""
) -> tuple[list[Ink], list[Text]]:
    """Draw the scale bar, as long as its kilometres are at its own latitude.

    Parameters
    ----------
    bar
        Its length in kilometres.
    place
        The room kept for it.
    projection, layout
        Of the map and the sheet.
    lang
        Language of its figures.
    ratio
        "1:7,500,000", where the sheet has a size in print.
    """
    scale = layout.scale
    kind = TYPE["scale"].scaled(scale)
    bottom = place.bottom + 0.6 * scale
    width = bar.km / _km_per_mm(projection, place.centre[0], bottom)
    left = place.left + measure("0", kind).width / 2
    height = _BAR_HEIGHT_MM * scale
    quarters = [left + width * i / 4 for i in range(5)]
    edge = Style(stroke="#1e1e1e", width_pt=0.6 * scale, fill="#ffffff")
    inks = [
        Ink(
            geometry=box(left, bottom, left + width, bottom + height),
            style=edge,
            group="scale-bar",
        )
    ]
    inks += [
        Ink(
            geometry=box(quarters[i], bottom, quarters[i + 1], bottom + height),
            style=Style(fill="#1e1e1e"),
            group="scale-bar",
        )
        for i in (0, 2)
    ]
    texts = []
    y = bottom + height + 0.8 * scale
    for share, words in (
        (0.0, number(0, lang)),
        (0.5, number(bar.km / 2, lang)),
        (1.0, km(bar.km, lang)),
    ):
        first = measure(words.split(" ")[0].split("\u00a0")[0], kind).width
        x = left + width * share - first / 2
        texts.append(line_of_text(words, kind, x, y, strip=Strip.MAP, role="scale"))
    if ratio:
        above = y + measure("0", kind).above + 1.0 * scale
        texts.append(
            line_of_text(ratio, kind, left, above, strip=Strip.MAP, role="scale", colour=_MUTED)
        )
    return inks, [_with_halo(text) for text in texts]


def _km_per_mm(projection: Projection, x: float, y: float) -> float:
    """Geodesic kilometres that a millimetre of sheet spans eastward there."""
    half = min(10.0, projection.frame.width / 8)
    lon, lat = projection.inverse(np.array([x - half, x + half]), np.array([y, y]))
    if not (np.isfinite(lon).all() and np.isfinite(lat).all()):
        return projection.metres_per_mm / 1000
    return float(distance_km(lon[0], lat[0], lon[1], lat[1])) / (2 * half)
