"""From the scene's layers to ink: what each mark looks like on the sheet."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import shapely

from geo.maps.figure.layout import MM_PER_PT, Box
from geo.maps.figure.plate import Ink
from geo.maps.figure.projection import Projection, open_outline
from geo.maps.figure.shapes import hatching, polygons_of, symbol_shape
from geo.maps.figure.typeface import legible
from geo.maps.scene import Layer, Mark, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = [
    "Drawn",
    "area_ink",
    "draw_layer",
    "layer_ink",
    "reach_mm",
    "scaled",
    "symbol_mm",
]

_SIMPLIFY_MM: Final = 0.035
"""A third of the finest line: less can't be seen, and more makes files large."""

_CLOSE_M_PER_MM: Final = 3000.0
"""Below that the regional outlines, true to 2 km, show their corners: frames under 500 km."""

_HATCH_MM: Final = 1.5
_HATCH_PT: Final = 0.45
_DOT_PT: Final = 1.1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """A layer on the sheet.

    Parameters
    ----------
    layer
        The layer.
    shapes
        One per row of its frame, in millimetres; empty where a row isn't seen.
    outlines
        What of its areas is stroked: without the cuts along the date line; the shapes themselves
        where they are no areas.
    keys
        Class of each row.
    """

    layer: Layer
    shapes: NDArray[np.object_]
    outlines: NDArray[np.object_]
    keys: NDArray[np.object_]

    @property
    def seen(self) -> bool:
        """Whether anything of it is in the frame."""
        return bool((~shapely.is_empty(self.shapes)).any()) if len(self.shapes) else False

    def without(self, hidden: NDArray[np.bool_]) -> Drawn:
        """The layer with some rows left out."""
        shapes, outlines = self.shapes.copy(), self.outlines.copy()
        shapes[hidden] = outlines[hidden] = shapely.GeometryCollection()
        return replace(self, shapes=shapes, outlines=outlines)

    def words(self, column: str) -> NDArray[np.object_]:
        """A column of words, empty where there are none."""
        frame = self.layer.frame
        if column not in frame.columns:
            return np.full(len(frame), "", dtype=object)
        said = frame[column].fillna("").astype(str)
        return np.array([legible(words) for words in said], dtype=object)

    def numbers(self, column: str) -> NDArray[np.float64]:
        """A column of numbers, 0 where there are none."""
        frame = self.layer.frame
        if column not in frame.columns:
            return np.zeros(len(frame))
        values = pd.to_numeric(frame[column], errors="coerce").fillna(0.0)
        return np.asarray(values.to_numpy(), dtype=float)


def draw_layer(layer: Layer, projection: Projection) -> Drawn:
    """Bring a layer onto the sheet.

    Parameters
    ----------
    layer
        Any layer of a scene.
    projection
        The map's.

    Returns
    -------
    drawn
        Its rows' shapes, points outside the frame left out.
    """
    geometry = _geometry(layer, projection)
    missing = geometry.isna().to_numpy()
    shapes = np.full(len(geometry), shapely.GeometryCollection(), dtype=object)
    if layer.mark in {Mark.FILL, Mark.LINE}:
        shapes[~missing] = shapely.simplify(projection.shapes(geometry[~missing]), _SIMPLIFY_MM)
        outlines = _outlines(layer, geometry.to_numpy(), shapes, projection)
    else:
        shapes[~missing] = _points(np.asarray(geometry[~missing]), projection)
        shapes = outlines = _within(shapes, projection.frame, reach_mm(layer, projection))
    keys = (
        layer.frame["key"].fillna("").astype(str).to_numpy(dtype=object)
        if "key" in layer.frame.columns
        else np.full(len(shapes), "", dtype=object)
    )
    return Drawn(layer=layer, shapes=shapes, outlines=outlines, keys=keys)


def _geometry(layer: Layer, projection: Projection) -> pd.Series:
    """The layer's shapes in degrees, at full detail where coarser ones would show corners."""
    if layer.finer is None or projection.metres_per_mm >= _CLOSE_M_PER_MM:
        return layer.frame.geometry
    west, south, east, north = projection.degrees
    # whole degrees, so that sheets of one article share what is cut
    window = (math.floor(west), math.floor(south), math.ceil(east), math.ceil(north))
    return layer.finer(window).reindex(layer.frame.index)


def _outlines(
    layer: Layer,
    geometry: NDArray[np.object_],
    shapes: NDArray[np.object_],
    projection: Projection,
) -> NDArray[np.object_]:
    """Outlines of the areas that will be stroked and are seen."""
    stroked = any(style.stroke and style.width_pt > 0 for style in layer.styles.values())
    areas = np.array([g is not None and g.geom_type.endswith("Polygon") for g in geometry])
    areas &= ~shapely.is_empty(shapes)
    if not stroked or not areas.any():
        return shapes
    outlines = shapes.copy()
    lines = projection.shapes([open_outline(g) for g in geometry[areas]])
    outlines[areas] = shapely.simplify(lines, _SIMPLIFY_MM)
    return outlines


def layer_ink(drawn: Drawn, scale: float) -> Iterator[Ink]:
    """Everything of a layer that isn't text, bottom first.

    Parameters
    ----------
    drawn
        The layer on the sheet.
    scale
        Of the sheet's line widths and symbols.
    """
    layer = drawn.layer
    for key in dict.fromkeys(drawn.keys.tolist()):
        style = scaled(layer.style_of(key), scale)
        chosen = (drawn.keys == key) & ~shapely.is_empty(drawn.shapes)
        shapes, outlines = drawn.shapes[chosen], drawn.outlines[chosen]
        if len(shapes) == 0 or layer.mark is Mark.LABEL:
            continue
        if layer.mark is Mark.POINT:
            yield from _symbols(shapes, style, symbol_mm(drawn, scale)[chosen], layer.id)
        elif layer.mark is Mark.LINE:
            yield from _lines(outlines, style, layer.id)
        else:
            yield from area_ink(polygons_of(shapes), style, group=layer.id, scale=scale)
            if style.stroke is not None and style.width_pt > 0:
                yield from _lines(outlines, style, layer.id)


def area_ink(area: BaseGeometry, style: Style, *, group: str, scale: float) -> Iterator[Ink]:
    """A fill and its hatch.

    Parameters
    ----------
    area
        Polygons, in millimetres.
    style
        In the sheet's sizes.
    group
        Id of its group in SVG.
    scale
        Of the sheet.
    """
    if style.fill is not None:
        yield Ink(
            geometry=area, style=Style(fill=style.fill, fill_alpha=style.fill_alpha), group=group
        )
    if style.hatch and style.stroke is not None:
        marks = hatching(area, style.hatch, _HATCH_MM * scale)
        width = _DOT_PT if style.hatch == "." else _HATCH_PT
        rule = Style(stroke=style.stroke, stroke_alpha=style.stroke_alpha, width_pt=width * scale)
        yield Ink(geometry=marks, style=rule, group=group)


def _lines(shapes: NDArray[np.object_], style: Style, group: str) -> Iterator[Ink]:
    lines = shapely.get_parts(shapes)
    merged = shapely.line_merge(shapely.union_all(lines)) if len(lines) < 500 else None
    yield from _stroked(
        merged if merged is not None else shapely.GeometryCollection(lines.tolist()), style, group
    )


def _stroked(line: BaseGeometry, style: Style, group: str) -> Iterator[Ink]:
    if style.casing is not None:
        casing = Style(stroke=style.casing, width_pt=style.casing_pt)
        yield Ink(geometry=line, style=casing, group=group)
    if style.stroke is not None:
        yield Ink(geometry=line, style=replace(style, fill=None, casing=None), group=group)


def symbol_mm(drawn: Drawn, scale: float) -> NDArray[np.float64]:
    """Height of each row's symbol; what is mentioned often is drawn somewhat larger.

    Parameters
    ----------
    drawn
        A layer of points; a column `count` says how often each is mentioned.
    scale
        Of the sheet.
    """
    sizes = np.array([drawn.layer.style_of(key).size_pt for key in drawn.keys])
    counts = np.clip(drawn.numbers("count"), 1, 16)
    return np.asarray(sizes * MM_PER_PT * scale * (1 + 0.09 * np.log2(counts)))


def _symbols(
    shapes: NDArray[np.object_], style: Style, sizes: NDArray[np.float64], group: str
) -> Iterator[Ink]:
    if style.symbol is None:
        return
    centres = shapely.get_coordinates(shapely.centroid(shapes))
    for (x, y), size in zip(centres.tolist(), sizes.tolist(), strict=True):
        shape = symbol_shape(style.symbol, x, y, size)
        dash = (style.width_pt * 1.1, style.width_pt * 1.1) if style.dotted else style.dash_pt
        yield Ink(geometry=shape, style=replace(style, dash_pt=dash), group=group)


def _points(geometries: NDArray[np.object_], projection: Projection) -> NDArray[np.object_]:
    """Points on the sheet, of an area a point within it, wherever they fall."""
    areas = shapely.get_dimensions(geometries) > 0
    at = np.where(areas, shapely.point_on_surface(geometries), geometries)
    x, y = projection.points(shapely.get_x(at), shapely.get_y(at))
    seen = np.isfinite(x) & np.isfinite(y)
    shapes = np.full(len(geometries), shapely.GeometryCollection(), dtype=object)
    shapes[seen] = shapely.points(x[seen], y[seen])
    return shapes


def reach_mm(layer: Layer, projection: Projection) -> NDArray[np.float64]:
    """How far from its middle something that has no outline still is itself, in millimetres.

    Parameters
    ----------
    layer
        A layer whose column `extent_km` says how large each row is across; without it, 0.
    projection
        The map's.
    """
    if layer.mark is not Mark.LABEL or "extent_km" not in layer.frame.columns:
        return np.zeros(len(layer.frame))
    across = pd.to_numeric(layer.frame["extent_km"], errors="coerce").fillna(0.0)
    return np.asarray(across.to_numpy(), dtype=float) * 1000 / projection.metres_per_mm * 0.42


def _within(
    shapes: NDArray[np.object_], frame: Box, reach: NDArray[np.float64]
) -> NDArray[np.object_]:
    """Leave out what stands outside the frame: half a symbol says nothing."""
    inner = shapely.box(frame.left, frame.bottom, frame.right, frame.top)
    away = ~(shapely.distance(shapes, inner) <= reach)
    shapes = shapes.copy()
    shapes[away] = shapely.GeometryCollection()
    return shapes


def scaled(style: Style, scale: float) -> Style:
    """A style with its widths and sizes on this sheet.

    Parameters
    ----------
    style
        As the scene has it.
    scale
        Of the sheet.
    """
    return replace(
        style,
        width_pt=style.width_pt * scale,
        casing_pt=style.casing_pt * scale,
        dash_pt=tuple(part * scale for part in style.dash_pt),
        size_pt=style.size_pt * scale,
    )
