"""Proof-reading a plate: what overlaps, and what leaves its part of the sheet."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from geo.maps.figure.layout import Box
from geo.maps.figure.plate import Plate, Strip, Text

__all__ = ["faults", "text_shape"]

_TOUCH_MM2 = 1e-3
_ROUNDING_MM = 0.01


def text_shape(text: Text) -> BaseGeometry:
    """What a line of text covers, in millimetres: its turned outline, or its box.

    Parameters
    ----------
    text
        A placed line.
    """
    return text.outline if text.outline is not None else _rectangle(text.box)


def faults(plate: Plate) -> tuple[str, ...]:
    """List what a proof-reader would mark: nothing, for a plate that may go to print.

    Parameters
    ----------
    plate
        A composed figure.

    Returns
    -------
    faults
        Pairs of texts that overlap, and texts that leave the frame of the map or the inset, or
        the sheet.
    """
    frame = _rectangle(plate.map_box.grown(_ROUNDING_MM))
    sheet = shapely.box(0, 0, plate.layout.width_mm, plate.layout.height_mm)
    shapes = [text_shape(text) for text in plate.texts]
    found = [
        f"{text.words!r} leaves its strip"
        for text, shape in zip(plate.texts, shapes, strict=True)
        if not (frame if text.strip is Strip.MAP else sheet).covers(shape)
    ]
    found += _misplaced(plate, shapes)
    tree = shapely.STRtree(shapes)
    for i, j in zip(*tree.query(shapes, predicate="intersects"), strict=True):
        if i < j and shapely.area(shapely.intersection(shapes[i], shapes[j])) > _TOUCH_MM2:
            found.append(f"{plate.texts[i].words!r} overlaps {plate.texts[j].words!r}")
    return tuple(found)


def _misplaced(plate: Plate, shapes: list[BaseGeometry]) -> list[str]:
    """Texts of the inset outside its frame, and of the map within it."""
    if plate.inset is None:
        return []
    box = _rectangle(plate.inset.box)
    found = []
    for text, shape in zip(plate.texts, shapes, strict=True):
        if text.group.startswith("inset"):
            if not box.buffer(_ROUNDING_MM).covers(shape):
                found.append(f"{text.words!r} leaves the inset")
        elif shapely.area(shapely.intersection(box, shape)) > _TOUCH_MM2:
            found.append(f"{text.words!r} lies under the inset")
    return found


def _rectangle(box: Box) -> BaseGeometry:
    return shapely.box(box.left, box.bottom, box.right, box.top)
