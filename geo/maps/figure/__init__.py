"""The static figure: a scene composed on a sheet, inked by matplotlib.

Everything is laid out in millimetres of the sheet first (`compose` gives a `Plate`), so that what
overlaps, what was dropped and what the legend says can be tested without a picture.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from geo.maps.figure.compose import compose
from geo.maps.figure.inking import ink_plate
from geo.maps.figure.layout import LAYOUTS, Layout, choose_layout
from geo.maps.figure.plate import Plate

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from geo.maps.scene import Scene

__all__ = ["LAYOUTS", "Layout", "Plate", "choose_layout", "compose", "draw_figure", "ink_plate"]


def draw_figure(
    scene: Scene,
    *,
    layout: str | tuple[float, float] | Layout = "half",
    hide: Collection[str] = frozenset(),
) -> Figure:
    """Draw a scene as a figure for a report.

    Parameters
    ----------
    scene
        What to draw.
    layout
        `half` (170 x 118 mm), `full` (170 x 240), `slide` (16:9), `square`, or width and height
        in millimetres.
    hide
        Ids or roles of layers to leave out.

    Returns
    -------
    figure
        A matplotlib figure on an Agg canvas. `geo.export.write_figure` writes it with its fonts,
        metadata and reproducible bytes.

    Raises
    ------
    InputError
        When there is no such layout, or no layer that `hide` names.
    """
    return ink_plate(compose(scene, layout=layout, hide=hide))
