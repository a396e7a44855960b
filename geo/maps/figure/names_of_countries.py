"""Names of countries in the part of them that is seen, of their exclaves, and of islands.

A country that the article mentions has its symbol beside its name: the point in the middle of a
country says nothing of where to look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.maps.figure.labels.areas import place_area, place_near
from geo.maps.figure.labels.board import Board
from geo.maps.figure.labels.want import Label
from geo.maps.figure.layers import Drawn
from geo.maps.figure.layout import Box
from geo.maps.figure.names_of_points import Named
from geo.maps.figure.plate import Dropped, Ink, Text
from geo.maps.figure.projection import Projection
from geo.maps.figure.shapes import symbol_shape
from geo.maps.figure.typeface import TYPE
from geo.maps.scene import LayerRole, Style, Symbol

__all__ = [
    "Country",
    "countries_to_name",
    "marked",
    "name_beside",
    "name_country",
    "name_exclaves",
    "symbol_beside",
]

_EXCLAVE: Final = 0.62
"""Size of the name in brackets on an exclave, as a share of the country's."""

_TOUCH_MM: Final = 0.25

_OWN_ROLES: Final = (LayerRole.LAND, LayerRole.ALLIANCE, LayerRole.FOCUS)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Country:
    """A country that is seen and wants its name.

    Parameters
    ----------
    label
        Its name in capitals, coloured by the topmost layer it belongs to.
    seen
        What is seen of it, in millimetres.
    whole
        All of it, in degrees.
    mention
        The article's mention of it, if there is one.
    """

    label: Label
    seen: BaseGeometry
    whole: BaseGeometry
    mention: Named | None = None


def countries_to_name(
    drawn: Sequence[Drawn], mentions: Mapping[str, Named], board: Board
) -> list[Country]:
    """Countries in the frame: that in focus first, then those mentioned, then the largest.

    Parameters
    ----------
    drawn
        The layers on the sheet; land has the names, alliances and focus the colours.
    mentions
        Mentions of areas by their name.
    board
        Whose frame it is.
    """
    frame = board.frame.grown(-1.0 * board.scale)
    window = shapely.box(frame.left, frame.bottom, frame.right, frame.top)
    colours = _colours(drawn)
    found = []
    for layer in (layer for layer in drawn if layer.layer.role is LayerRole.LAND):
        names, full = layer.words("label"), layer.words("detail")
        index = layer.layer.frame.index
        wholes = np.asarray(layer.layer.frame.geometry)
        for i in np.flatnonzero(~shapely.is_empty(layer.shapes)).tolist():
            seen = _seen(layer.shapes[i], window)
            if not names[i] or seen.is_empty:
                continue
            colour, focus = colours.get(index[i], (layer.layer.style_of(layer.keys[i]).text, False))
            role = "focus" if focus else "country"
            mention = mentions.get(names[i]) or mentions.get(full[i])
            label = Label(
                lines=(names[i].upper(),),
                kind=TYPE[role].scaled(board.scale),
                colour=colour,
                group=layer.layer.id,
                role=role,
            )
            if mention is not None:
                label = marked(label, mention, board.scale)
            found.append(Country(label=label, seen=seen, whole=wholes[i], mention=mention))
    return sorted(
        found,
        key=lambda c: (c.label.role != "focus", c.mention is None, -shapely.area(c.seen)),
    )


def _colours(drawn: Sequence[Drawn]) -> dict[object, tuple[str, bool]]:
    colours: dict[object, tuple[str, bool]] = {}
    for role in _OWN_ROLES[1:]:
        for layer in (layer for layer in drawn if layer.layer.role is role):
            for key, iso in zip(layer.keys, layer.layer.frame.index, strict=True):
                colours[iso] = (layer.layer.style_of(key).text, role is LayerRole.FOCUS)
    return colours


def _seen(shape: BaseGeometry, window: BaseGeometry) -> BaseGeometry:
    valid = shape if shape.is_valid else shapely.make_valid(shape)
    return shapely.intersection(valid, window)


def marked(label: Label, mention: Named, scale: float) -> Label:
    """A name with how often it is mentioned, and room for the mention's symbol before it.

    Parameters
    ----------
    label
        The name as it would be set otherwise.
    mention
        The mention.
    scale
        Of the sheet.
    """
    _, times, count = mention.want.words.partition("\u00a0×")
    before = 2 * mention.want.radius_mm + 0.9 * scale
    return replace(label, lines=(label.lines[0] + times + count,), before_mm=before)


def name_country(
    country: Country, board: Board, style: Style | None
) -> tuple[tuple[Text, ...], tuple[Ink, ...]] | Dropped:
    """Letter a country; an island that is smaller than its name, on the water beside it.

    Parameters
    ----------
    country
        The country.
    board
        What is taken so far.
    style
        Of its mention's symbol, in the sheet's sizes; None for a country that isn't mentioned.
    """
    placed = place_area(country.label, country.seen, board)
    if isinstance(placed, Dropped):
        return placed
    if country.mention is None or style is None or style.symbol is None:
        return placed, ()
    return placed, (symbol_beside(placed[0], country.mention, style, board.scale),)


def symbol_beside(text: Text, mention: Named, style: Style, scale: float) -> Ink:
    """The symbol of a mention, before the first line of the name.

    Parameters
    ----------
    text
        That line.
    mention
        What is mentioned.
    style
        Of its symbol, in the sheet's sizes.
    scale
        Of the sheet.
    """
    radius = mention.want.radius_mm
    middle = (text.box.bottom + text.box.top) / 2
    shape = symbol_shape(
        style.symbol or Symbol.DIAMOND, text.box.left - 0.9 * scale - radius, middle, 2 * radius
    )
    return Ink(geometry=shape, style=style, group=f"{mention.layer_id}:areas")


def name_beside(country: Country, board: Board, water: BaseGeometry) -> tuple[Text, ...] | Dropped:
    """Letter on the water beside it what is too small to be lettered on.

    Parameters
    ----------
    country
        The country.
    board
        What is taken so far.
    water
        The sea that is seen, in millimetres.
    """
    smaller = replace(country.label, kind=country.label.kind.narrow.scaled(0.82), before_mm=0.0)
    x, y = shapely.get_coordinates(shapely.centroid(country.seen))[0].tolist()
    reach = 6.0 * board.scale
    placed = place_near(smaller, x, y, board, water=water, reach_mm=reach)
    if isinstance(placed, Dropped):
        return replace(placed, reason="no room in the part that is seen, nor on water beside it")
    return placed


def name_exclaves(
    country: Country,
    named: Box,
    *,
    others: Sequence[Country],
    projection: Projection,
    board: Board,
) -> list[tuple[Text, ...]]:
    """Letter detached parts of a country that border on another, or they'd be taken for its own.

    Parameters
    ----------
    country
        A country that has its name elsewhere.
    named
        Where.
    others
        All countries that are seen: a part that touches none of them is an island.
    projection
        To tell a part that is detached from one that the frame cuts off.
    board
        What is taken so far.
    """
    parts = shapely.get_parts(country.seen)
    parts = parts[shapely.area(parts) > 12 * board.scale**2]
    if len(parts) < 2:
        return []
    owners = _owners(country, parts, projection)
    home = owners[int(np.argmin(shapely.distance(parts, shapely.Point(named.centre))))]
    foreign = np.array([other.seen for other in others if other is not country])
    label = replace(
        country.label,
        lines=(f"({country.label.lines[0].split(chr(0xA0))[0]})",),
        kind=country.label.kind.narrow.scaled(_EXCLAVE / 0.78),
        before_mm=0.0,
        role="exclave",
    )
    placed = []
    for part, owner in sorted(zip(parts, owners, strict=True), key=lambda pair: -pair[0].area):
        if owner == home or not (shapely.distance(foreign, part) < _TOUCH_MM).any():
            continue
        texts = place_area(label, part, board)
        if not isinstance(texts, Dropped):
            placed.append(texts)
    return placed


def _owners(country: Country, parts: np.ndarray, projection: Projection) -> list[int]:
    """Which polygon of the whole country each seen part belongs to."""
    wholes = shapely.get_parts(country.whole)
    points = shapely.get_coordinates(shapely.point_on_surface(parts))
    lon, lat = projection.inverse(points[:, 0], points[:, 1])
    return [
        int(np.argmin(shapely.distance(wholes, shapely.Point(x, y)))) if np.isfinite(x + y) else -1
        for x, y in zip((lon + 180) % 360 - 180, lat, strict=True)
    ]
