"""The board on which names are laid: what is taken, and what it costs to cover the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from geo.maps.figure.layout import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["Board", "boxes_at"]

_CELL_MM: Final = 0.5
_GAP_MM: Final = 0.35
"""Least white between two texts, and between text and frame twice as much."""


class Board:
    """The map's frame while it is being lettered.

    Boxes are arrays of shape (n, 4): left, bottom, right, top in millimetres.

    Parameters
    ----------
    frame
        The map's frame, in millimetres.
    scale
        Of the sheet: gaps grow with it.
    """

    def __init__(self, frame: Box, scale: float) -> None:
        self.frame = frame
        self.scale = scale
        self._gap = _GAP_MM * scale
        self._taken: list[tuple[float, float, float, float]] = []
        self._symbols: list[tuple[float, float]] = []
        columns = int(np.ceil(frame.width / _CELL_MM)) + 1
        rows = int(np.ceil(frame.height / _CELL_MM)) + 1
        self._cells = np.zeros((rows, columns))
        self._sums: NDArray[np.float64] | None = None

    def take(self, box: Box) -> None:
        """Nothing may cover this box from now on.

        Parameters
        ----------
        box
            In millimetres.
        """
        self._taken.append((box.left, box.bottom, box.right, box.top))

    def weigh(self, line: BaseGeometry, weight: float) -> None:
        """Let names avoid a line from now on.

        Parameters
        ----------
        line
            In millimetres; points count too.
        weight
            What covering a millimetre of it costs.
        """
        if line.is_empty:
            return
        dense = shapely.get_coordinates(shapely.segmentize(line, _CELL_MM))
        column = ((dense[:, 0] - self.frame.left) / _CELL_MM).astype(int)
        row = ((dense[:, 1] - self.frame.bottom) / _CELL_MM).astype(int)
        inside = (
            (column >= 0)
            & (row >= 0)
            & (column < self._cells.shape[1])
            & (row < self._cells.shape[0])
        )
        cells = np.unique(np.column_stack((row[inside], column[inside])), axis=0)
        self._cells[cells[:, 0], cells[:, 1]] += weight * _CELL_MM
        self._sums = None

    def free(self, boxes: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which boxes lie in the frame and cover nothing that is taken.

        Parameters
        ----------
        boxes
            Rows of left, bottom, right, top.
        """
        margin = 2 * self._gap
        frame = self.frame.grown(-margin)
        free = (
            (boxes[:, 0] >= frame.left)
            & (boxes[:, 1] >= frame.bottom)
            & (boxes[:, 2] <= frame.right)
            & (boxes[:, 3] <= frame.top)
        )
        return free & ~self.covered(boxes)

    def mark(self, x: float, y: float) -> None:
        """A symbol stands there: a name nearer to it than to its own would mislead.

        Parameters
        ----------
        x, y
            Its middle, in millimetres.
        """
        self._symbols.append((x, y))

    def mistakable(self, boxes: NDArray[np.float64], x: float, y: float) -> NDArray[np.bool_]:
        """Which boxes stand as near to another symbol as to their own, or nearer.

        Parameters
        ----------
        boxes
            Rows of left, bottom, right, top.
        x, y
            The middle of their own symbol.
        """
        others = np.array([at for at in self._symbols if at != (x, y)])
        if len(others) == 0:
            return np.zeros(len(boxes), dtype=bool)
        own = _away(boxes, np.array([[x, y]]))[:, 0]
        return np.asarray(_away(boxes, others).min(axis=1) < own + 0.5 * self.scale)

    def crosses(self, leader: BaseGeometry, x: float, y: float) -> bool:
        """Whether a leader runs over another symbol than its own.

        Parameters
        ----------
        leader
            A line, in millimetres.
        x, y
            The middle of its own symbol.
        """
        others = [at for at in self._symbols if at != (x, y)]
        points = shapely.points(others) if others else np.empty(0, dtype=object)
        return bool((shapely.distance(points, leader) < 1.2 * self.scale).any())

    def hides(self, box: Box) -> bool:
        """Whether something that is taken covers a part of this box.

        Parameters
        ----------
        box
            In millimetres.
        """
        return bool(self.covered(np.array([[box.left, box.bottom, box.right, box.top]]))[0])

    def covered(self, boxes: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which boxes cover something that is taken.

        Parameters
        ----------
        boxes
            Rows of left, bottom, right, top.
        """
        if not self._taken:
            return np.zeros(len(boxes), dtype=bool)
        taken = np.asarray(self._taken)
        gap = self._gap
        meets = (
            (boxes[:, None, 0] < taken[None, :, 2] + gap)
            & (taken[None, :, 0] - gap < boxes[:, None, 2])
            & (boxes[:, None, 1] < taken[None, :, 3] + gap)
            & (taken[None, :, 1] - gap < boxes[:, None, 3])
        )
        return np.asarray(meets.any(axis=1))

    def cost(self, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
        """What it costs to cover the lines below each box.

        Parameters
        ----------
        boxes
            Rows of left, bottom, right, top.
        """
        if self._sums is None:
            self._sums = np.pad(self._cells.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
        left, right = (self._index(boxes[:, i], self.frame.left, 1) for i in (0, 2))
        bottom, top = (self._index(boxes[:, i], self.frame.bottom, 0) for i in (1, 3))
        sums = self._sums
        return np.asarray(
            sums[top + 1, right + 1]
            - sums[bottom, right + 1]
            - sums[top + 1, left]
            + sums[bottom, left]
        )

    def _index(self, at: NDArray[np.float64], start: float, axis: int) -> NDArray[np.intp]:
        last = self._cells.shape[axis] - 1
        return np.asarray(np.clip(((at - start) / _CELL_MM).astype(np.intp), 0, last))


def _away(boxes: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far each box (rows) is from each point (columns)."""
    x, y = points[None, :, 0], points[None, :, 1]
    across = np.maximum(np.maximum(boxes[:, None, 0] - x, x - boxes[:, None, 2]), 0)
    up = np.maximum(np.maximum(boxes[:, None, 1] - y, y - boxes[:, None, 3]), 0)
    return np.asarray(np.hypot(across, up))


def boxes_at(
    lefts: Sequence[float] | NDArray[np.float64],
    bottoms: Sequence[float] | NDArray[np.float64],
    width: float,
    height: float,
) -> NDArray[np.float64]:
    """Boxes of one size at many places.

    Parameters
    ----------
    lefts, bottoms
        Their lower left corners, in millimetres.
    width, height
        Their size.
    """
    left, bottom = np.asarray(lefts, dtype=float), np.asarray(bottoms, dtype=float)
    return np.column_stack((left, bottom, left + width, bottom + height))
