"""What lettering a map gives: names, leaders, and what has to make room for them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.maps.figure.layers import Drawn, layer_ink
from geo.maps.figure.plate import Dropped, Ink, Text
from geo.maps.scene import LayerRole

__all__ = ["Lettered", "ink_lettered"]


@dataclass(slots=True)
class Lettered:
    """The lettering of a map as it grows.

    Parameters
    ----------
    texts, inks
        Lines of text; leaders and symbols that stand beside a name.
    dropped
        What found no room.
    gaps
        By layer id: outlines of the captions for which its line is broken.
    kept
        By layer id, for layers of cities: rows that are named, and so drawn.
    moved
        By layer id: rows whose symbol stands beside a name and not at its point.
    """

    texts: list[Text] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    gaps: dict[str, list[BaseGeometry]] = field(default_factory=dict)
    kept: dict[str, set[int]] = field(default_factory=dict)
    moved: dict[str, set[int]] = field(default_factory=dict)

    def add(self, placed: tuple[Text, ...] | Text | Dropped) -> bool:
        """Take what a labeller gave."""
        if isinstance(placed, Dropped):
            self.dropped.append(placed)
            return False
        self.texts += placed if isinstance(placed, tuple) else (placed,)
        return True


def ink_lettered(layer: Drawn, lettered: Lettered, scale: float) -> list[Ink]:
    """A layer's ink, with gaps for captions, and without symbols that stand beside a name.

    Parameters
    ----------
    layer
        The layer on the sheet.
    lettered
        What names it.
    scale
        Of the sheet.
    """
    hidden = np.zeros(len(layer.shapes), dtype=bool)
    hidden[list(lettered.moved.get(layer.layer.id, ()))] = True
    if layer.layer.role is LayerRole.CITIES:
        hidden[:] = True
        hidden[list(lettered.kept.get(layer.layer.id, ()))] = False
    if hidden.any():
        layer = layer.without(hidden)
    inks = list(layer_ink(layer, scale))
    gaps = lettered.gaps.get(layer.layer.id)
    if not gaps:
        return inks
    hole = shapely.union_all(gaps)
    return [
        replace(ink, geometry=shapely.difference(ink.geometry, hole))
        if ink.style.fill is None
        else ink
        for ink in inks
    ]
