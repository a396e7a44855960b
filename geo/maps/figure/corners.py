"""The inset globe and the scale bar, in the corners where they hide least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.i18n import number, phrase
from geo.maps.figure.furniture import measure_bar, set_bar
from geo.maps.figure.globe import globe_ink
from geo.maps.figure.labels.board import Board
from geo.maps.figure.layers import Drawn
from geo.maps.figure.layout import Box, Layout
from geo.maps.figure.plate import Ink, Text
from geo.maps.figure.projection import Projection
from geo.maps.scene import LayerRole, Scene

__all__ = ["Corners", "furnish", "spots"]

_GAP_MM: Final = 2.6
_TOO_MUCH: Final = 50.0
"""A globe that would hide a site, or most of a ring, is left out."""

_WEIGHTS: Final = {
    LayerRole.RING: 12.0,
    LayerRole.FOCUS: 12.0,
    LayerRole.FOCUS_BORDER: 24.0,
}


@dataclass(slots=True, kw_only=True)
class Corners:
    """What stands in the corners of the map: the scale bar, and the place of the globe."""

    inks: list[Ink] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    globe: Box | None = None

    def globe_inks(self, scene: Scene, projection: Projection, scale: float) -> list[Ink]:
        """Draw the globe, if it has a place.

        Parameters
        ----------
        scene
            For its country in focus.
        projection
            The map's.
        scale
            Of the sheet.
        """
        if self.globe is None:
            return []
        return globe_ink(self.globe, projection, _focus(scene), scale)


def furnish(
    scene: Scene,
    drawn: Sequence[Drawn],
    projection: Projection,
    *,
    layout: Layout,
    board: Board,
    ratio: bool,
    taken: Sequence[Box] = (),
) -> Corners:
    """Put globe and scale bar where they hide least, and keep names off them.

    A map of the world has neither: it needs no globe, and no bar is true all over it.

    Parameters
    ----------
    scene
        For its language.
    drawn
        The layers on the sheet.
    projection, layout
        Of the map and the sheet.
    board
        On which the corners are taken.
    ratio
        Whether to write 1:n above the bar.
    taken
        What stands on the map already: an inset, and the part that it magnifies.
    """
    corners = Corners()
    if projection.kind == "eqearth":
        return corners
    frame, scale = projection.frame, layout.scale
    side = min(0.31 * frame.height, 0.16 * frame.width)
    rooms = _untaken(spots(frame, side, side, scale), taken)
    at = min(
        rooms, key=lambda corner: (_hidden(drawn, rooms[corner]), corner != "nw"), default=None
    )
    if at is not None and _hidden(drawn, rooms[at]) < _TOO_MUCH:
        corners.globe = rooms[at]
        board.take(rooms[at].grown(0.8 * scale))
        taken = (*taken, rooms[at])
    bar = measure_bar(projection, layout, ratio=ratio)
    places = spots(frame, bar.width, bar.height, scale)
    places = _untaken(places, taken) or places
    free = [corner for corner in ("se", "sw", "ne", "nw") if corner in places]
    place = places[min(free, key=lambda corner: _hidden(drawn, places[corner]))]
    board.take(place.grown(0.5 * scale))
    words = ""
    if ratio:
        n = _rounded(projection.metres_per_mm * 1000)
        words = phrase("figure.ratio", scene.lang, n=number(n, scene.lang, digits=0))
    inks, texts = set_bar(bar, place, projection, layout, lang=scene.lang, ratio=words)
    corners.inks.extend(inks)
    corners.texts.extend(texts)
    return corners


def _focus(scene: Scene) -> BaseGeometry | None:
    for layer in scene.by_role(LayerRole.FOCUS):
        if len(layer.frame):
            return shapely.union_all(np.asarray(layer.frame.geometry))
    return None


def _hidden(drawn: Sequence[Drawn], spot: Box) -> float:
    """How much of what matters something there would hide."""
    area = shapely.box(spot.left, spot.bottom, spot.right, spot.top)
    cost = 0.0
    for layer in drawn:
        role = layer.layer.role
        meets = shapely.intersects(layer.shapes, area)
        if role in {LayerRole.SITES, LayerRole.MENTIONS}:
            cost += 60.0 * int(meets.sum())
        elif role is LayerRole.FOCUS_BORDER:
            cost += _WEIGHTS[role] * int(meets.sum())
        elif role in _WEIGHTS:
            shapes = shapely.make_valid(layer.shapes[meets])
            hidden = shapely.area(shapely.intersection(shapes, area)).sum()
            cost += _WEIGHTS[role] * float(hidden) / area.area
    return cost


def _untaken(places: dict[str, Box], taken: Sequence[Box]) -> dict[str, Box]:
    return {
        corner: place
        for corner, place in places.items()
        if not any(place.grown(0.5).overlaps(box) for box in taken)
    }


def spots(frame: Box, width: float, height: float, scale: float) -> dict[str, Box]:
    """The four corners of a frame, with room for something of a size.

    Parameters
    ----------
    frame
        The frame, in millimetres.
    width, height
        Of what would stand there.
    scale
        Of the sheet: the gap to the frame grows with it.
    """
    inner = frame.grown(-_GAP_MM * scale)
    return {
        "nw": Box(inner.left, inner.top - height, inner.left + width, inner.top),
        "ne": Box(inner.right - width, inner.top - height, inner.right, inner.top),
        "sw": Box(inner.left, inner.bottom, inner.left + width, inner.bottom + height),
        "se": Box(inner.right - width, inner.bottom, inner.right, inner.bottom + height),
    }


def _rounded(n: float) -> int:
    """Two significant figures: more would claim a scale that holds all over the sheet."""
    step = 10 ** (len(str(int(n))) - 2)
    return int(round(n / step) * step)
