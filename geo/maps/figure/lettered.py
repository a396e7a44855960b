"""What lettering a map gives: names, leaders, and what has to make room for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from shapely.geometry.base import BaseGeometry

from geo.maps.figure.plate import Dropped, Ink, Text

__all__ = ["Lettered"]


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
