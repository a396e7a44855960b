"""A sheet that is filled from the top down: header, then rows, then sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from geo.maps.figure.layout import Box, Layout, choose_layout
from geo.maps.figure.margins import BAR_MM, footer, header, line_of_text, stack
from geo.maps.figure.plate import Dropped, Ink, Plate, Strip, Text
from geo.maps.figure.typeface import TYPE, Type, fit, measure
from geo.maps.scene import SceneText, Style

__all__ = ["ACCENT", "INK", "MUTED", "RULE", "Paper"]

INK: Final = "#1e1e1e"
MUTED: Final = "#55554f"
ACCENT: Final = "#b3261e"
RULE: Final = Style(stroke="#c9c6bc", width_pt=0.4)


class Paper:
    """A sheet being filled.

    Parameters
    ----------
    words
        Title, subtitle and date.
    notes
        Sources and what has to be said; the foot of the sheet.
    layout
        A name of `LAYOUTS`, or width and height in millimetres.
    """

    def __init__(
        self,
        words: SceneText,
        notes: Sequence[str],
        layout: str | tuple[float, float] | Layout,
    ) -> None:
        self.layout = choose_layout(layout)
        self.scale = self.layout.scale
        head = header(words, self.layout)
        foot = footer(notes, self.layout, self.layout.height_mm * 0.16)
        width, height = self.layout.width_mm, self.layout.height_mm
        margin = self.layout.margin_mm
        self.room = Box(
            margin,
            foot.height + 1.5 * self.scale,
            width - margin,
            height - head.height - 1.5 * self.scale,
        )
        self._inks: list[Ink] = []
        self._texts: list[Text] = [*stack(head, height), *stack(foot, foot.height)]
        self._dropped: list[Dropped] = []
        self._fill(shapely.box(0, 0, width, height), "#ffffff", "sheet")
        self._fill(shapely.box(0, height - BAR_MM * self.scale, width, height), ACCENT, "accent")
        edges = [[(0, y), (width, y)] for y in (height - head.height, foot.height)]
        edge = Style(stroke="#63635f", width_pt=0.5 * self.scale)
        self.ink(shapely.MultiLineString(edges), edge, "frame")

    def _fill(self, area: BaseGeometry, colour: str, group: str) -> None:
        self.ink(area, Style(fill=colour), group)

    def ink(self, geometry: BaseGeometry, style: Style, group: str) -> None:
        """Draw a shape.

        Parameters
        ----------
        geometry
            In millimetres.
        style
            Its widths in points, already scaled to the sheet.
        group
            Id of its group in SVG.
        """
        self._inks.append(Ink(geometry=geometry, style=style, group=group, clip=False))

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a faint line.

        Parameters
        ----------
        x0, y0, x1, y1
            Its ends, in millimetres.
        """
        style = Style(stroke=RULE.stroke, width_pt=RULE.width_pt * self.scale)
        self.ink(LineString([(x0, y0), (x1, y1)]), style, "rules")

    def kind(self, role: str, factor: float = 1.0) -> Type:
        """A way of setting text, on this sheet.

        Parameters
        ----------
        role
            A key of `TYPE`.
        factor
            How much larger or smaller than usual.
        """
        return TYPE[role].scaled(self.scale * factor)

    def drop(self, words: str, reason: str) -> None:
        """Note what the sheet has no room for.

        Parameters
        ----------
        words
            What it would have said.
        reason
            Why it doesn't.
        """
        self._dropped.append(Dropped(words=words, role="row", reason=reason))

    def write(
        self,
        words: str,
        kind: Type,
        x: float,
        y: float,
        *,
        align: float = 0.0,
        width: float | None = None,
        colour: str = INK,
        role: str = "cell",
    ) -> Text:
        """Write a line.

        Parameters
        ----------
        words, kind
            What, and how it is set.
        x, y
            Its anchor; y is the middle of its capitals.
        align
            0: x is its left end; 0.5: its middle; 1: its right end.
        width
            Room it must keep to.
        colour, role
            As for `Text`; a `figure` has a halo, since it may stand on a line.
        """
        if width is not None:
            words, kind = fit(words, kind, width)
        left = x - measure(words, kind).width * align
        y -= measure("H", kind).above / 2
        text = line_of_text(words, kind, left, y, strip=Strip.MAP, role=role, colour=colour)
        if role == "figure":
            text = replace(text, halo="#ffffff", halo_pt=2.0 * self.scale)
        self._texts.append(text)
        return text

    def plate(self) -> Plate:
        """The finished sheet."""
        return Plate(
            layout=self.layout,
            map_box=self.room,
            projection=None,
            inks=tuple(self._inks),
            texts=tuple(self._texts),
            dropped=tuple(self._dropped),
        )
