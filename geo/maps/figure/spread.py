"""Symbols that would hide one another, set side by side."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import shapely

from geo.maps.figure.layers import Drawn, symbol_mm
from geo.maps.scene import LayerRole, Mark

__all__ = ["spread"]

_HIDDEN = 0.4
"""Nearer than this share of their radii two symbols hide one another; farther, both are seen."""


def spread(drawn: Sequence[Drawn], scale: float) -> list[Drawn]:
    """Move symbols beside one another that would hide one another.

    Parameters
    ----------
    drawn
        The layers on the sheet; sites keep their points, mentions give way.
    scale
        Of the sheet.

    Returns
    -------
    drawn
        The same layers, some points of mentions moved by the width of a symbol.
    """
    taken: list[tuple[float, float, float]] = []
    moved = {}
    for role in (LayerRole.SITES, LayerRole.MENTIONS):
        for layer in drawn:
            if layer.layer.role is role and layer.layer.mark is Mark.POINT:
                moved[layer.layer.id] = _beside(layer, taken, scale, fixed=role is LayerRole.SITES)
    return [moved.get(layer.layer.id, layer) for layer in drawn]


def _beside(
    layer: Drawn, taken: list[tuple[float, float, float]], scale: float, *, fixed: bool
) -> Drawn:
    shapes = layer.shapes.copy()
    radii = symbol_mm(layer, scale) / 2
    # an area's point is the vaguest, so it gives way
    order = sorted(range(len(shapes)), key=lambda i: layer.keys[i] == "mention-area")
    for i in order:
        if shapely.is_empty(shapes[i]):
            continue
        x, y = shapely.get_coordinates(shapes[i])[0].tolist()
        r = float(radii[i])
        free = (x, y)
        if not fixed and _meets(free, r, taken, _HIDDEN):
            spots = _ring_around(x, y, taken, r)
            free = next((s for s in spots if not _meets(s, r, taken, 0.95)), free)
        shapes[i] = shapely.Point(free)
        taken.append((*free, r))
    return replace(layer, shapes=shapes, outlines=shapes)


def _meets(
    at: tuple[float, float], r: float, taken: list[tuple[float, float, float]], share: float
) -> bool:
    return any(math.hypot(at[0] - x, at[1] - y) < share * (r + other) for x, y, other in taken)


def _ring_around(
    x: float, y: float, taken: list[tuple[float, float, float]], r: float
) -> Iterator[tuple[float, float]]:
    for ox, oy, other in taken:
        if math.hypot(x - ox, y - oy) < _HIDDEN * (r + other):
            for degrees in (0, 180, 90, 270, 45, 135, 225, 315):
                a = math.radians(degrees)
                away = (r + other) * 1.05
                yield ox + away * math.cos(a), oy + away * math.sin(a)
