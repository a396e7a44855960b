"""Captions on lines: a ring's radius in a gap of its line, a border's length beside it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import box as rectangle

from geo.maps.figure.labels.board import Board, boxes_at
from geo.maps.figure.labels.want import HALO, Label, Size, set_lines, size_of
from geo.maps.figure.layout import Box
from geo.maps.figure.plate import Dropped, Strip, Text

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["place_beside", "place_on_line"]

_STEP_MM: Final = 1.5
_STEEP: Final = 62.0
"""Degrees beyond which a caption on a line is tiresome to read."""


def place_on_line(label: Label, line: BaseGeometry, board: Board) -> Text | Dropped:
    """Turn a caption into its line, where it is flattest and freest.

    Parameters
    ----------
    label
        One line.
    line
        Lines or the outline of polygons, in millimetres, as seen in the frame.
    board
        What is taken so far.

    Returns
    -------
    placed
        The text, its `outline` the gap to be left in the line, or that there was no room.
    """
    words = label.lines[0]
    size = size_of(label)
    xy, angle = _stations(line, size.width)
    inside = _inside(xy, board.frame.grown(-size.height))
    xy, angle = xy[inside], angle[inside]
    if len(xy) == 0:
        return Dropped(words=words, role=label.role, reason="its line isn't in the frame")
    free = np.array(
        [
            bool(board.free(_cover(x, y, a, size)).all())
            for (x, y), a in zip(xy.tolist(), angle.tolist(), strict=True)
        ]
    )
    if not free.any():
        return Dropped(words=words, role=label.role, reason="no free place on its line")
    below = np.array(
        [
            board.cost(_cover(x, y, a, size)).sum()
            for (x, y), a in zip(xy.tolist(), angle.tolist(), strict=True)
        ]
    )
    steep = np.abs(angle) / _STEEP
    high = (board.frame.top - xy[:, 1]) / board.frame.height
    cost = below * 0.3 + 5 * np.maximum(steep, 0.3) ** 2 + 3 * high
    best = int(np.argmin(np.where(free, cost, np.inf)))
    return _turned(label, xy[best], float(angle[best]), board)


def _stations(line: BaseGeometry, width: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Points along the line, and how the line runs there over a caption's width, upright."""
    xys, angles = [], []
    for part in shapely.get_parts(shapely.line_merge(_as_lines(line))):
        length = shapely.length(part)
        if length < width * 1.6:
            continue
        at = np.arange(width * 0.7, length - width * 0.7, _STEP_MM)
        before = shapely.get_coordinates(shapely.line_interpolate_point(part, at - width / 2))
        after = shapely.get_coordinates(shapely.line_interpolate_point(part, at + width / 2))
        here = shapely.get_coordinates(shapely.line_interpolate_point(part, at))
        run = after - before
        angle = np.degrees(np.arctan2(run[:, 1], run[:, 0]))
        angle = np.where(angle > 90, angle - 180, np.where(angle <= -90, angle + 180, angle))
        # on a bend the chord lies inside the curve: halfway between is the middle of the letters
        xys.append((here * 2 + (before + after) / 2) / 3)
        angles.append(angle)
    if not xys:
        return np.empty((0, 2)), np.empty(0)
    return np.concatenate(xys), np.concatenate(angles)


def _as_lines(geometry: BaseGeometry) -> BaseGeometry:
    if geometry.geom_type in {"Polygon", "MultiPolygon"}:
        geometry = shapely.boundary(geometry)
    parts = [p for p in shapely.get_parts(geometry) if p.geom_type in {"LineString", "LinearRing"}]
    return shapely.MultiLineString([shapely.LineString(p.coords) for p in parts])


def _inside(xy: NDArray[np.float64], frame: Box) -> NDArray[np.bool_]:
    return np.asarray(
        (xy[:, 0] > frame.left)
        & (xy[:, 0] < frame.right)
        & (xy[:, 1] > frame.bottom)
        & (xy[:, 1] < frame.top)
    )


def _cover(x: float, y: float, angle: float, size: Size) -> NDArray[np.float64]:
    """Upright boxes that together cover a turned one."""
    width, height = size.width, size.height
    count = max(2, math.ceil(width / height))
    along = np.linspace(-(width - height) / 2, (width - height) / 2, count)
    cx = x + along * math.cos(math.radians(angle))
    cy = y + along * math.sin(math.radians(angle))
    half = height * 0.62
    return np.column_stack((cx - half, cy - half, cx + half, cy + half))


def _turned(label: Label, middle: NDArray[np.float64], angle: float, board: Board) -> Text:
    size = size_of(label)
    x, y = middle.tolist()
    for left, bottom, right, top in _cover(x, y, angle, size).tolist():
        board.take(Box(left, bottom, right, top))
    upright = rectangle(
        x - size.width / 2, y - size.height / 2, x + size.width / 2, y + size.height / 2
    )
    outline = affinity.rotate(upright, angle, origin=(x, y))
    start = affinity.rotate(
        shapely.Point(x - size.width / 2, y + size.height / 2 - size.first), angle, origin=(x, y)
    )
    return Text(
        words=label.lines[0],
        x=start.x,
        y=start.y,
        size_pt=label.kind.size_pt,
        face=label.kind.face,
        colour=label.colour,
        box=Box(*outline.bounds),
        group=label.group,
        strip=Strip.MAP,
        role=label.role,
        angle_deg=angle,
        halo=HALO,
        halo_pt=1.6 * board.scale,
        outline=outline,
    )


def place_beside(label: Label, line: BaseGeometry, board: Board) -> tuple[Text, ...] | Dropped:
    """Letter a line beside it, nearest to its middle.

    Parameters
    ----------
    label
        One line.
    line
        What is seen of the line, in millimetres.
    board
        What is taken so far.
    """
    words = " ".join(label.lines)
    lines = [part for part in shapely.get_parts(_as_lines(line)) if part.length > 2]
    if not lines:
        return Dropped(words=words, role=label.role, reason="its line isn't in the frame")
    size = size_of(label)
    boxes, off = [], []
    total = sum(part.length for part in lines)
    done = 0.0
    for part in lines:
        at = np.arange(0, part.length, 2 * _STEP_MM)
        xy = shapely.get_coordinates(shapely.line_interpolate_point(part, at))
        gap = 1.4 * board.scale
        across = np.array([(-1, 0), (1, 0), (0, -1), (0, 1)])
        for side, rise in across.tolist():
            left = xy[:, 0] + side * (gap + size.width / 2) - size.width / 2
            bottom = xy[:, 1] + rise * (gap + size.height / 2) - size.height / 2
            boxes.append(boxes_at(left, bottom, size.width, size.height))
            off.append(np.abs((done + at) / total - 0.5))
        done += part.length
    every, far = np.concatenate(boxes), np.concatenate(off)
    free = board.free(every)
    if not free.any():
        return Dropped(words=words, role=label.role, reason="no free place beside its line")
    # the line itself is weighed on the board: where it is level, above or below it costs least
    cost = board.cost(every) + 4 * far
    best = Box(*every[int(np.argmin(np.where(free, cost, np.inf)))].tolist())
    board.take(best)
    return set_lines(label, best.left, best.bottom)
