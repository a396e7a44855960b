"""A composed figure: everything on the sheet in millimetres, before any of it is inked.

Tests and the page read it: each text with its box, what was dropped and why. Nothing here
knows matplotlib.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.datasets.fonts import Face
from geo.maps.figure.layout import Box, Layout
from geo.maps.scene import Style

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.maps.figure.projection import Projection

__all__ = ["Dropped", "Ink", "Inset", "Plate", "Strip", "Text"]


class Strip(StrEnum):
    """Which part of the sheet something stands in."""

    HEADER = "header"
    MAP = "map"
    LEGEND = "legend"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """One shape with its style.

    Parameters
    ----------
    geometry
        In millimetres on the sheet.
    style
        Fill, stroke and casing; widths in points, already scaled to the sheet.
    group
        Id of the group in SVG: the layer's id, or `graticule`, `scale-bar`...
    clip
        Whether it is cut off at the map's frame.
    """

    geometry: BaseGeometry
    style: Style
    group: str
    clip: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text, placed.

    Parameters
    ----------
    words
        What it says.
    x, y
        Left end of its baseline, in millimetres.
    size_pt, face, colour
        How it is set.
    angle_deg
        Counter-clockwise turn around (x, y).
    halo, halo_pt
        Colour and width of a halo below it; None for none.
    box
        What its ink covers (upright bounding box), in millimetres.
    outline
        The turned rectangle of its ink, where it isn't upright.
    group
        Id of the group in SVG.
    strip
        Part of the sheet.
    role
        `capital`, `city`, `site`, `country`, `ring`, `title`, `legend`...
    """

    words: str
    x: float
    y: float
    size_pt: float
    face: Face
    colour: str
    box: Box
    group: str
    strip: Strip
    role: str
    angle_deg: float = 0.0
    halo: str | None = None
    halo_pt: float = 0.0
    outline: BaseGeometry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A label for which there was no room, and why."""

    words: str
    role: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inset:
    """A magnified part of the map, in a box on it.

    Parameters
    ----------
    box
        Its frame, in millimetres.
    source
        The part of the map that it magnifies, in millimetres.
    projection
        Of the inset.
    rows
        Layer and row of the places that it names instead of the map.
    said
        What it shows, in a sentence for those who don't see it.
    """

    box: Box
    source: Box
    projection: Projection
    rows: tuple[tuple[str, int], ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plate:
    """A composed figure.

    Parameters
    ----------
    layout
        The sheet.
    map_box
        The map's frame.
    projection
        Of the map; None for a picture that is none.
    inks
        Shapes, bottom first.
    texts
        Lines of text, above all shapes.
    dropped
        Labels left out.
    legend
        The words of the legend's rows, with the id of the layer each stands for.
    shown
        Ids of the layers that have ink in the frame.
    scale_denominator
        The n of 1:n at the sheet's own size; 0 where there is no map.
    inset
        The magnified part; None where the map isn't crowded. Groups of its inks and texts start
        with `inset`.
    """

    layout: Layout
    map_box: Box
    projection: Projection | None
    inks: tuple[Ink, ...]
    texts: tuple[Text, ...]
    dropped: tuple[Dropped, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    shown: tuple[str, ...] = ()
    scale_denominator: float = 0.0
    inset: Inset | None = None

    def said(self) -> str:
        """Every word on the sheet, one line of text a line."""
        return "\n".join(text.words for text in self.texts)
