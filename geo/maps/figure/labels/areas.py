"""Names of areas, in the part of them that is seen; names of seas, on water."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from geo.maps.figure.labels.board import Board, boxes_at
from geo.maps.figure.labels.want import Label, halves, set_lines, size_of
from geo.maps.figure.layout import Box
from geo.maps.figure.plate import Dropped, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["has_room", "place_area", "place_near"]

_STEPS: Final = 26
_HOLD: Final = 0.97
"""Share of a name that must lie in its own area."""


def has_room(label: Label, area: BaseGeometry, board: Board) -> bool:
    """Whether an area could be lettered now; nothing is taken.

    Parameters
    ----------
    label, area, board
        As for `place_area`.
    """
    return _place(label, area, board) is not None


def place_area(label: Label, area: BaseGeometry, board: Board) -> tuple[Text, ...] | Dropped:
    """Letter an area where it has most room.

    Parameters
    ----------
    label
        One line; it may be broken, condensed or set smaller to fit.
    area
        What is seen of the area, in millimetres.
    board
        What is taken so far.

    Returns
    -------
    placed
        The texts, or that there was no room.
    """
    placed = _place(label, area, board)
    if placed is None:
        words = " ".join(label.lines)
        return Dropped(words=words, role=label.role, reason="no room in the part that is seen")
    variant, box = placed
    board.take(box)
    return set_lines(variant, box.left, box.bottom)


def _place(label: Label, area: BaseGeometry, board: Board) -> tuple[Label, Box] | None:
    seen = shapely.simplify(area, 0.3)
    seen = seen if seen.is_valid else shapely.make_valid(seen)
    for variant in _variants(label):
        size = size_of(variant)
        box = None if seen.is_empty else _roomiest(seen, size.width, size.height, board)
        if box is not None:
            return variant, box
    return None


def _variants(label: Label) -> Iterator[Label]:
    words = " ".join(label.lines)
    broken = tuple(words.split(" "))
    for factor in (1.0, 0.88):
        kind = label.kind.scaled(factor)
        yield replace(label, kind=kind)
        if len(broken) > 1:
            yield replace(label, kind=kind, lines=halves(words))
        yield replace(label, kind=kind.narrow)
    narrow = label.kind.narrow.scaled(0.78)
    if len(broken) > 1:
        yield replace(label, kind=narrow, lines=halves(words))
    if len(broken) > 2:
        yield replace(label, kind=narrow, lines=broken)
    yield replace(label, kind=narrow)


def _roomiest(area: BaseGeometry, width: float, height: float, board: Board) -> Box | None:
    left, bottom, right, top = area.bounds
    if right - left < width or top - bottom < height:
        return None
    xs = np.linspace(left, right - width, min(_STEPS, 2 + int((right - left - width) / 1.5)))
    ys = np.linspace(bottom, top - height, min(_STEPS, 2 + int((top - bottom - height) / 1.5)))
    x, y = (grid.ravel() for grid in np.meshgrid(xs, ys))
    boxes = boxes_at(x, y, width, height)
    boxes = boxes[board.free(boxes)]
    if len(boxes) == 0:
        return None
    rectangles = shapely.box(*boxes.T)
    shapely.prepare(area)
    clear = 0.9 * board.scale
    within = shapely.contains(
        area, shapely.box(*(boxes + np.array([-clear, -clear, clear, clear])).T)
    )
    if not within.any():
        within = shapely.contains(area, rectangles)
    if not within.any():
        within = shapely.area(shapely.intersection(area, rectangles)) >= _HOLD * width * height
    if not within.any():
        return None
    boxes = boxes[within]
    centres = np.column_stack((boxes[:, 0] + boxes[:, 2], boxes[:, 1] + boxes[:, 3])) / 2
    room = shapely.distance(shapely.boundary(area), shapely.points(centres))
    heart = np.asarray(shapely.get_coordinates(shapely.centroid(area)))[0]
    off = np.hypot(*(centres - heart).T)
    # in the middle of its country a name is at home: lines below it and the way there count less
    cost = board.cost(boxes) * 0.8 - 0.35 * np.minimum(room, 3 * width) + 0.06 * off
    return Box(*boxes[int(np.argmin(cost))].tolist())


def place_near(
    label: Label,
    x: float,
    y: float,
    board: Board,
    *,
    water: BaseGeometry | None = None,
    reach_mm: float = 12.0,
    afloat: float = 1.0,
) -> tuple[Text, ...] | Dropped:
    """Letter something that has a middle but no outline: a sea, a region.

    Parameters
    ----------
    label
        One line; it may be broken.
    x, y
        Its middle, in millimetres.
    board
        What is taken so far.
    water
        Where the name has to stand, if anywhere.
    reach_mm
        How far from the middle it may stand.
    afloat
        Share of the name that has to be on water.
    """
    words = " ".join(label.lines)
    variants = [replace(label, lines=halves(words))] if " " in words else []
    variants += [label, replace(label, kind=label.kind.narrow.scaled(0.9))]
    steps = np.arange(-reach_mm, reach_mm + 0.1, 1.0)
    dx, dy = (grid.ravel() for grid in np.meshgrid(steps, steps))
    near = np.hypot(dx, dy) <= reach_mm
    tries = [
        (variant, share)
        for share in ((1.0, afloat) if afloat < 1 else (1.0,))
        for variant in variants
    ]
    for variant, share in tries:
        size = size_of(variant)
        boxes = boxes_at(
            x + dx[near] - size.width / 2, y + dy[near] - size.height / 2, size.width, size.height
        )
        off = np.hypot(dx[near], dy[near])
        box = _nearest_free(boxes, off, board, water=water, afloat=share)
        if box is not None:
            board.take(box)
            return set_lines(variant, box.left, box.bottom)
    return Dropped(words=words, role=label.role, reason="no free place near its middle")


def _nearest_free(
    boxes: NDArray[np.float64],
    off: NDArray[np.float64],
    board: Board,
    *,
    water: BaseGeometry | None,
    afloat: float,
) -> Box | None:
    free = board.free(boxes)
    if water is not None and free.any():
        rectangles = shapely.box(*boxes[free].T)
        shapely.prepare(water)
        wet = shapely.contains(water, rectangles)
        if not wet.any() and afloat < 1:
            share = shapely.area(shapely.intersection(water, rectangles)) / shapely.area(rectangles)
            # the name of a narrow sea reaches over its shores, as little as it can
            wet = share >= max(afloat, float(share.max()) - 0.03)
        free[free] = wet
    if not free.any():
        return None
    cost = board.cost(boxes[free]) + 0.15 * off[free]
    return Box(*boxes[free][int(np.argmin(cost))].tolist())
