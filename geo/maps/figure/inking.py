"""From the plate to a matplotlib figure: the only module that knows its artists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import Stroke
from matplotlib.text import Text as TextArtist

from geo.datasets.fonts import Face, font_file
from geo.maps.figure.plate import Ink, Plate, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.axes import Axes
    from shapely.geometry.base import BaseGeometry

__all__ = ["ink_plate"]

_INCH_MM: Final = 25.4
_TEXT_Z: Final = 10_000.0


def ink_plate(plate: Plate) -> Figure:
    """Draw a plate.

    Parameters
    ----------
    plate
        A composed figure.

    Returns
    -------
    figure
        On an Agg canvas, its only axes counting millimetres of the sheet; pyplot isn't involved.
    """
    layout = plate.layout
    figure = Figure(figsize=(layout.width_mm / _INCH_MM, layout.height_mm / _INCH_MM))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(0, layout.width_mm)
    axes.set_ylim(0, layout.height_mm)
    frame = plate.map_box
    window = Rectangle(
        (frame.left, frame.bottom), frame.width, frame.height, transform=axes.transData
    )
    ids = _Ids()
    for rank, ink in enumerate(plate.inks):
        patch = _patch(ink, rank)
        if patch is None:
            continue
        patch.set_gid(ids.next(ink.group))
        axes.add_artist(patch)
        if ink.clip:
            patch.set_clip_path(window)
        else:
            patch.set_clip_on(False)
    for text in plate.texts:
        _letter(axes, text)
    return figure


class _Ids:
    """Ids of SVG groups: a layer's own for its first shape, numbered after it."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def next(self, group: str) -> str:
        count = self._used.get(group, 0) + 1
        self._used[group] = count
        return group if count == 1 else f"{group}--{count}"


def _patch(ink: Ink, rank: int) -> PathPatch | None:
    style = ink.style
    path = _path(ink.geometry)
    if path is None:
        return None
    line = style.stroke is not None and style.width_pt > 0
    # dashes scale with the width in matplotlib, ours are absolute
    dash = tuple(part / style.width_pt for part in style.dash_pt) if line else ()
    return PathPatch(
        path,
        facecolor=to_rgba(style.fill, style.fill_alpha) if style.fill else "none",
        edgecolor=to_rgba(style.stroke or "none", style.stroke_alpha) if line else "none",
        linewidth=style.width_pt if line else 0.0,
        linestyle=(0, dash) if dash else "solid",
        capstyle="butt" if dash else "round",
        joinstyle="round",
        zorder=float(rank),
    )


def _path(geometry: BaseGeometry) -> Path | None:
    vertices, codes = [], []
    for closed, xy in _runs(geometry):
        if len(xy) < 2:
            continue
        code = np.full(len(xy), Path.LINETO, dtype=np.uint8)
        code[0] = Path.MOVETO
        if closed:
            code[-1] = Path.CLOSEPOLY
        vertices.append(xy)
        codes.append(code)
    if not vertices:
        return None
    return Path(np.concatenate(vertices), np.concatenate(codes))


def _runs(geometry: BaseGeometry) -> Iterator[tuple[bool, np.ndarray]]:
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon":
            for ring in (part.exterior, *part.interiors):
                yield True, shapely.get_coordinates(ring)
        elif part.geom_type in {"LineString", "LinearRing"}:
            xy = shapely.get_coordinates(part)
            yield len(xy) > 3 and bool((xy[0] == xy[-1]).all()), xy
        elif hasattr(part, "geoms"):
            yield from _runs(part)


def _letter(axes: Axes, text: Text) -> None:
    """Set a line of text, and its halo as a copy below: a path effect would turn it into paths."""
    artist = _artist(text, _TEXT_Z + 1)
    if text.halo is not None:
        below = _artist(text, _TEXT_Z)
        below.set_path_effects([Stroke(linewidth=text.halo_pt, foreground=text.halo)])
        axes.add_artist(below)
        below.set_clip_on(False)
    axes.add_artist(artist)
    artist.set_clip_on(False)


def _artist(text: Text, zorder: float) -> TextArtist:
    return TextArtist(
        text.x,
        text.y,
        text.words,
        color=text.colour,
        fontproperties=_properties(text.face, text.size_pt),
        rotation=text.angle_deg,
        rotation_mode="anchor",
        horizontalalignment="left",
        verticalalignment="baseline",
        parse_math=False,
        zorder=zorder,
    )


def _properties(face: Face, size_pt: float) -> FontProperties:
    # the file alone would make SVG say "DejaVu Sans": family and weight are what it writes
    return FontProperties(
        family=face.family,
        weight=face.weight,
        style="italic" if face.italic else "normal",
        size=size_pt,
        fname=str(font_file(face)),
    )
