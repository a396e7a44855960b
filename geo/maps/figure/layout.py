"""The sheet: its size, the scale of its type, and the four strips it is divided into."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from geo.errors import InputError

__all__ = ["LAYOUTS", "MM_PER_PT", "Box", "Layout", "choose_layout"]

MM_PER_PT: Final = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet, in millimetres from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Millimetres across."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Millimetres from bottom to top."""
        return self.top - self.bottom

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def grown(self, by_mm: float) -> Box:
        """The box with a margin around it; a negative one shrinks it."""
        return Box(self.left - by_mm, self.bottom - by_mm, self.right + by_mm, self.top + by_mm)

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def holds(self, other: Box) -> bool:
        """Whether `other` lies within, edges included."""
        return (
            self.left <= other.left
            and self.bottom <= other.bottom
            and other.right <= self.right
            and other.top <= self.top
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A size of sheet.

    Parameters
    ----------
    name
        `half`, `full`, `slide`, `square`, or `custom`.
    width_mm, height_mm
        The sheet.
    scale
        Factor of every type size, line width and margin; 1 on the half page.
    least_map
        Share of the sheet's height that the map keeps, however much there is to say around it.
    print_size
        Whether the sheet has a size in print, so that a ratio (1:7,500,000) means something.
    """

    name: str
    width_mm: float
    height_mm: float
    scale: float
    least_map: float
    print_size: bool = True

    @property
    def margin_mm(self) -> float:
        """White at the left and right of text."""
        return 2.6 * self.scale


LAYOUTS: Final = {
    "half": Layout(name="half", width_mm=170, height_mm=118, scale=1.0, least_map=0.62),
    "full": Layout(name="full", width_mm=170, height_mm=240, scale=1.08, least_map=0.75),
    "slide": Layout(
        name="slide",
        width_mm=338.7,
        height_mm=190.5,
        scale=1.75,
        least_map=0.62,
        print_size=False,
    ),
    "square": Layout(name="square", width_mm=180, height_mm=180, scale=1.15, least_map=0.68),
}
"""Half and full page of a report, a 16:9 slide, and a square for the networks."""

_LEAST_MM: Final = 80.0
_MOST_MM: Final = 1200.0


def choose_layout(layout: str | tuple[float, float] | Layout) -> Layout:
    """Take a layout by name, or make one of a size.

    Parameters
    ----------
    layout
        A name of `LAYOUTS`, or width and height in millimetres, 80 to 1200 each.

    Returns
    -------
    layout
        With type scaled to the sheet's area: a custom sheet reads like the named one of its size.

    Raises
    ------
    InputError
        When there is no such name, or the size can't hold a figure.
    """
    if isinstance(layout, Layout):
        return layout
    if isinstance(layout, str):
        if layout in LAYOUTS:
            return LAYOUTS[layout]
        raise InputError(
            f"There is no layout {layout!r}.",
            hint=f"Choose one of {', '.join(LAYOUTS)}, or give width and height in mm.",
        )
    width, height = (float(side) for side in layout)
    if not all(_LEAST_MM <= side <= _MOST_MM for side in (width, height)):
        raise InputError(
            f"A figure can't be {width:g} x {height:g} mm.",
            hint=f"Give each side between {_LEAST_MM:.0f} and {_MOST_MM:.0f} mm.",
        )
    # the narrow side limits how much text a line holds, so it sets the type
    scale = min(max(math.sqrt(width * height / (170 * 118)), 0.8), width / 150)
    return Layout(
        name="custom",
        width_mm=width,
        height_mm=height,
        scale=max(scale, 0.72),
        least_map=0.6,
    )
