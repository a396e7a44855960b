"""Names of points: eight positions at two distances, the cheapest free one, else a leader."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import LineString

from geo.maps.figure.labels.board import Board, boxes_at
from geo.maps.figure.labels.want import Label, Size, Want, halves, set_lines, size_of
from geo.maps.figure.layout import Box
from geo.maps.figure.plate import Dropped, Ink, Text
from geo.maps.scene import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["Lands", "place_point"]

# right of the point reads best, then above it to the right; left and below follow
_POSITIONS: Final = (
    (1.0, 0.0, 0.0),
    (0.8, 0.8, 0.1),
    (0.8, -0.8, 0.25),
    (-1.0, 0.0, 0.6),
    (-0.8, 0.8, 0.45),
    (-0.8, -0.8, 0.65),
    (0.0, 1.0, 0.35),
    (0.0, -1.0, 0.5),
)
_DISTANCES_MM: Final = (0.55, 1.3)
_LEADER_MM: Final = (3.5, 6.0, 9.0, 13.0)
_DOUBTFUL: Final = 6.0
"""What a name costs that could be taken for its neighbour's."""

_ACROSS: Final = 12.0
"""What a leader costs that runs over another symbol."""

_TOO_DEAR: Final = 9.0
"""Beyond this a city is rather left out: its name would hide a border or stand abroad."""

_LONG_MM: Final = 21.0
_ABROAD: Final = 3.0
"""What each third of a name costs that stands in another country than its point."""


class Lands:
    """Countries on the sheet, to tell in which one a point of it lies.

    Parameters
    ----------
    shapes
        Their polygons, in millimetres.
    """

    def __init__(self, shapes: NDArray[np.object_]) -> None:
        self._shapes = shapely.simplify(shapes, 0.15)
        self._tree = shapely.STRtree(self._shapes)

    def at(self, xy: NDArray[np.float64]) -> NDArray[np.int64]:
        """Number of the country under each point; -1 at sea.

        Parameters
        ----------
        xy
            Rows of x and y, in millimetres.
        """
        found = np.full(len(xy), -1, dtype=np.int64)
        which, land = self._tree.query(shapely.points(xy), predicate="intersects")
        found[which] = land
        return found


def place_point(
    want: Want, board: Board, lands: Lands
) -> tuple[tuple[Text, ...], tuple[Ink, ...]] | Dropped:
    """Find room for the name of a point, and take it.

    Parameters
    ----------
    want
        The name.
    board
        What is taken so far.
    lands
        The countries: a name shouldn't stand in another one than its point.

    Returns
    -------
    placed
        The text with its leader if it needs one, or that it was dropped.
    """
    for label in _variants(want, board.scale):
        size = size_of(label)
        boxes, base = _around(want, size, board.scale)
        best = _cheapest(boxes, base, want, board=board, lands=lands)
        if best is not None:
            board.take(best)
            return set_lines(label, best.left, best.bottom, align=_align(want, best)), ()
    if not (want.required or want.led):
        return Dropped(words=want.words, role=want.role, reason="no free place beside its point")
    return _led(replace(want, kind=want.kind.narrow), board, lands)


def _variants(want: Want, scale: float) -> Iterator[Label]:
    """A long name in two lines; what has to be named also condensed."""
    whole = Label(
        lines=(want.words,), kind=want.kind, colour=want.colour, group=want.group, role=want.role
    )
    broken = halves(want.words)
    long = size_of(whole).width > _LONG_MM * scale and len(broken) > 1
    yield replace(whole, lines=broken) if long else whole
    if want.required:
        narrow = replace(whole, kind=want.kind.narrow)
        if len(broken) > 1:
            yield replace(narrow, lines=broken)
        yield narrow


def _align(want: Want, box: Box) -> float:
    """Lines are flush towards their point."""
    if box.left > want.x:
        return 0.0
    return 1.0 if box.right < want.x else 0.5


def _led(
    want: Want, board: Board, lands: Lands
) -> tuple[tuple[Text, ...], tuple[Ink, ...]] | Dropped:
    label = Label(
        lines=(want.words,), kind=want.kind, colour=want.colour, group=want.group, role=want.role
    )
    size = size_of(label)
    every, far = [], []
    for distance in _LEADER_MM:
        angles = np.radians(np.arange(0, 360, 15))
        away = want.radius_mm + distance * board.scale
        left = want.x + away * np.cos(angles) - size.width * (1 - np.cos(angles)) / 2
        bottom = want.y + away * np.sin(angles) - size.height * (1 - np.sin(angles)) / 2
        every.append(boxes_at(left, bottom, size.width, size.height))
        far += [0.3 * distance] * len(angles)
    boxes, base = np.concatenate(every), np.asarray(far)
    free = board.free(boxes)
    boxes, base = boxes[free], base[free]
    if len(boxes) == 0:
        return Dropped(words=want.words, role=want.role, reason="no free place, even with a leader")
    leaders = [_leader(want, Box(*row), board.scale) for row in boxes.tolist()]
    base += [_ACROSS * board.crosses(leader.geometry, want.x, want.y) for leader in leaders]
    best = _cheapest(boxes, base, want, board=board, lands=lands)
    if best is None:
        return Dropped(words=want.words, role=want.role, reason="every leader would be in the way")
    board.take(best)
    return set_lines(label, best.left, best.bottom), (_leader(want, best, board.scale),)


def _leader(want: Want, box: Box, scale: float) -> Ink:
    start = shapely.Point(want.x, want.y)
    end = shapely.shortest_line(
        start, shapely.box(box.left, box.bottom, box.right, box.top).buffer(0.2 * scale)
    )
    line: BaseGeometry = end
    if end.length > want.radius_mm:
        begin = end.interpolate(want.radius_mm)
        line = LineString([begin, shapely.get_point(end, -1)])
    style = Style(stroke=want.colour, width_pt=0.5 * scale, casing="#ffffff", casing_pt=1.2 * scale)
    return Ink(geometry=line, style=style, group="leaders")


def _around(
    want: Want, size: Size, scale: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    boxes, costs = [], []
    for far, distance in enumerate(_DISTANCES_MM):
        reach = want.radius_mm + distance * scale
        for across, up, cost in _POSITIONS:
            x = want.x + across * reach
            y = want.y + up * reach
            left = x if across > 0 else x - size.width if across < 0 else x - size.width / 2
            bottom = y if up > 0 else y - size.height if up < 0 else y - size.height / 2
            if across and up:
                # beside the symbol's shoulder, not off its corner
                bottom -= np.sign(up) * reach * 0.35
            boxes.append((left, bottom, left + size.width, bottom + size.height))
            costs.append(cost + 0.8 * far)
    return np.asarray(boxes), np.asarray(costs)


def _cheapest(
    boxes: NDArray[np.float64],
    base: NDArray[np.float64],
    want: Want,
    *,
    board: Board,
    lands: Lands,
) -> Box | None:
    free = board.free(boxes)
    if not free.any():
        return None
    boxes, base = boxes[free], base[free]
    home = lands.at(np.array([[want.x, want.y]]))[0]
    abroad = np.zeros(len(boxes))
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    for share in (0.12, 0.5, 0.88):
        x = boxes[:, 0] + share * (boxes[:, 2] - boxes[:, 0])
        land = lands.at(np.column_stack((x, middle)))
        abroad += (land >= 0) & (land != home)
    doubtful = board.mistakable(boxes, want.x, want.y)
    cost = base + board.cost(boxes) + _ABROAD * abroad + _DOUBTFUL * doubtful
    if not want.required and want.role != "capital" and cost.min() > _TOO_DEAR:
        return None
    return Box(*boxes[int(np.argmin(cost))].tolist())
