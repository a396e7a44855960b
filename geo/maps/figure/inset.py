"""An inset map: where several places of the article crowd, a magnified part of the map.

It is added only where it resolves crowding that was measured: names that stand away from their
symbols, or found no room, on the map as it would be without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.i18n import listing, number, phrase
from geo.maps.figure.clipping import clip
from geo.maps.figure.corners import spots
from geo.maps.figure.furniture import measure_bar, set_bar
from geo.maps.figure.labels.board import Board
from geo.maps.figure.layers import Drawn, draw_layer
from geo.maps.figure.layout import Box, Layout
from geo.maps.figure.lettered import Lettered, ink_lettered
from geo.maps.figure.lettering import letter_map
from geo.maps.figure.plate import Dropped, Ink, Inset, Text
from geo.maps.figure.projection import Projection, frame_close
from geo.maps.figure.spread import spread
from geo.maps.scene import Layer, LayerRole, Mark, Style
from geo.maps.style import WATER

__all__ = ["InsetMap", "hushed", "inset_map"]

_AWAY_MM: Final = 3.4
"""A name so far from its symbol has lost its place: only a leader ties the two."""
_WITHIN_MM: Final = (15.0, 11.0, 8.0)
"""Around its middle; a smaller crowd is enlarged more, where the larger one can't be enough."""
_CROWD: Final = 4
"""So many names lost so near to one another are a crowd."""
_MAGNIFIED: Final = 2.0
"""An inset that enlarges less is a picture of the same crowd."""
_RESOLVED: Final = 0.5
"""Of the names lost, no more than this share may stay lost."""
_SHARES: Final = (0.40, 0.34, 0.29)
"""Widths that are tried, as shares of the map's."""
_ASPECT: Final = (0.62, 1.0)
_TALLEST: Final = 0.62
_GAP_MM: Final = 2.6
_TYPE: Final = 0.92
"""Size of its type and lines beside the map's."""
_CLEAR_MM: Final = 3.0
_NAMES: Final = frozenset({"mention", "sea", "site"})
_RED: Final = "#7a2a1d"
_FAR: Final = 0.15
"""What a millimetre between an inset and what it magnifies costs."""
_COSTS: Final = {LayerRole.RING: 1.0, LayerRole.FOCUS_BORDER: 1.5}
"""What hiding a millimetre of a line costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InsetMap:
    """An inset and what it is made of.

    Parameters
    ----------
    about
        Where it stands and what it shows.
    inks, texts
        Inside its frame, and the two frames: its own and that of the part it magnifies.
    dropped
        Names that found no room in it either.
    """

    about: Inset
    inks: tuple[Ink, ...]
    texts: tuple[Text, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A mentioned place on the map: which row of which layer, where, and whether its name is."""

    layer_id: str
    row: int
    name: str
    at: tuple[float, float]
    lost: bool


def inset_map(
    layers: Sequence[Layer],
    drawn: Sequence[Drawn],
    lettered: Lettered,
    *,
    projection: Projection,
    layout: Layout,
    lang: str,
) -> InsetMap | None:
    """Magnify the largest crowd of places, if there is one and room to show it.

    Parameters
    ----------
    layers
        What the map shows.
    drawn, lettered
        The map as it is without an inset.
    projection, layout
        Of the map and the sheet.
    lang
        Language of its scale bar.

    Returns
    -------
    inset
        None where nothing is crowded, or an inset wouldn't resolve it.
    """
    if projection.kind == "eqearth":
        return None
    places = list(_places(drawn, lettered.texts, layout.scale))
    sheet = _Sheet(layers=layers, drawn=drawn, projection=projection, layout=layout, lang=lang)
    tries = (sheet.magnify(places, within * layout.scale) for within in _WITHIN_MM)
    return next((made for made in tries if made is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sheet:
    """The map that may get an inset."""

    layers: Sequence[Layer]
    drawn: Sequence[Drawn]
    projection: Projection
    layout: Layout
    lang: str

    def magnify(self, places: Sequence[_Place], within_mm: float) -> InsetMap | None:
        """Magnify the largest crowd of that size, if that resolves it."""
        projection, layout, lang = self.projection, self.layout, self.lang
        crowd = _crowd(places, within_mm)
        if not crowd:
            return None
        source, box = _room(crowd, places, self.drawn, projection=projection, scale=layout.scale)
        if box is None:
            return None
        close = frame_close(_degrees(self.layers, crowd), box)
        if projection.metres_per_mm < _MAGNIFIED * close.metres_per_mm:
            return None
        inks, shown, texts, dropped = _draw(self.layers, close, layout=layout, lang=lang)
        names = {place.name for place in crowd if place.lost}
        still = {place.name for place in shown if place.lost and place.name in names}
        if len(still) > _RESOLVED * len(names):
            return None
        source = _source(close, projection, source)
        below, *above = _frames(source, box, layout.scale)
        about = Inset(
            box=box,
            source=source,
            projection=close,
            rows=tuple((p.layer_id, p.row) for p in places if _distance(source, *p.at) == 0),
            said=phrase(
                "alt.inset",
                lang,
                n=number(projection.metres_per_mm / close.metres_per_mm, lang, digits=1),
                names=listing(dict.fromkeys(place.name for place in crowd), lang),
            ),
        )
        return InsetMap(about=about, inks=(below, *inks, *above), texts=texts, dropped=dropped)


def hushed(drawn: Sequence[Drawn], inset: Inset) -> list[Drawn]:
    """The map's layers without the names that the inset gives; sites keep theirs.

    Parameters
    ----------
    drawn
        The layers on the sheet.
    inset
        What names the rest.
    """
    silent: dict[str, list[int]] = {}
    for layer_id, row in inset.rows:
        silent.setdefault(layer_id, []).append(row)
    return [_without_names(layer, silent.get(layer.layer.id, [])) for layer in drawn]


def _without_names(drawn: Drawn, rows: list[int]) -> Drawn:
    if not rows or drawn.layer.role is LayerRole.SITES:
        return drawn
    frame = drawn.layer.frame
    label = frame["label"].to_numpy(dtype=object, copy=True)
    label[rows] = ""
    return replace(drawn, layer=replace(drawn.layer, frame=frame.assign(label=label)))


def _places(drawn: Sequence[Drawn], texts: Sequence[Text], scale: float) -> Iterator[_Place]:
    said = _said(texts)
    for layer in drawn:
        if layer.layer.mark is not Mark.POINT or layer.layer.role is not LayerRole.MENTIONS:
            continue
        names = layer.words("label")
        for row in np.flatnonzero(~shapely.is_empty(layer.shapes)).tolist():
            # an area's point is anywhere within it: nobody is helped by looking closer
            if not names[row] or layer.keys[row] == "mention-area":
                continue
            x, y = shapely.get_coordinates(layer.shapes[row])[0].tolist()
            near = min(
                (_distance(box, x, y) for box in said.get(_bare(names[row]), ())), default=np.inf
            )
            yield _Place(
                layer_id=layer.layer.id,
                row=row,
                name=names[row],
                at=(x, y),
                lost=near > _AWAY_MM * scale,
            )


def _said(texts: Sequence[Text]) -> dict[str, list[Box]]:
    """Where each name stands; one in two lines is one name, and stands where its lines do."""
    found: dict[str, list[Box]] = {}
    named = [text for text in texts if text.role in _NAMES]
    for text in named:
        found.setdefault(_bare(text.words), []).append(text.box)
    for first, second in pairwise(named):
        whole = _bare(first.words) + _bare(second.words)
        found.setdefault(whole, []).extend((first.box, second.box))
    return found


def _bare(words: str) -> str:
    """A name without how often it is mentioned, however it is broken."""
    return "".join(words.split("\u00a0×", maxsplit=1)[0].split())


def _distance(box: Box, x: float, y: float) -> float:
    across = max(box.left - x, x - box.right, 0.0)
    up = max(box.bottom - y, y - box.top, 0.0)
    return float(np.hypot(across, up))


def _crowd(places: Sequence[_Place], within_mm: float) -> list[_Place]:
    """All places around the one that has most lost names about it."""
    lost = [place for place in places if place.lost]
    if len(lost) < _CROWD:
        return []

    def around(centre: _Place, some: Sequence[_Place]) -> list[_Place]:
        x, y = centre.at
        return [p for p in some if np.hypot(p.at[0] - x, p.at[1] - y) < within_mm]

    centre = max(lost, key=lambda place: len(around(place, lost)))
    return around(centre, places) if len(around(centre, lost)) >= _CROWD else []


def _degrees(layers: Sequence[Layer], crowd: Sequence[_Place]) -> NDArray[np.float64]:
    frames = {layer.id: layer.frame for layer in layers}
    points = [frames[place.layer_id].geometry.iloc[place.row] for place in crowd]
    return shapely.get_coordinates(points)


def _room(
    crowd: Sequence[_Place],
    places: Sequence[_Place],
    drawn: Sequence[Drawn],
    *,
    projection: Projection,
    scale: float,
) -> tuple[Box, Box | None]:
    """The part to magnify, and the largest box that hides nothing that has to be seen."""
    at = np.array([place.at for place in crowd])
    (left, bottom), (right, top) = at.min(axis=0).tolist(), at.max(axis=0).tolist()
    source = Box(left, bottom, right, top).grown(_CLEAR_MM * scale)
    frame = projection.frame
    aspect = float(np.clip(source.height / source.width, *_ASPECT))
    members = {(place.layer_id, place.row) for place in crowd}
    others = [p.at for p in places if (p.layer_id, p.row) not in members]
    for layer in drawn:
        if layer.layer.role is LayerRole.SITES:
            seen = layer.shapes[~shapely.is_empty(layer.shapes)]
            others += [tuple(xy) for xy in shapely.get_coordinates(seen).tolist()]
    for share in _SHARES:
        width = share * frame.width
        height = min(width * aspect, _TALLEST * frame.height)
        best: tuple[float, Box | None] = (np.inf, None)
        for box in _boxes(frame, width, height, scale):
            if box.grown(1.5 * scale).overlaps(source):
                continue
            wide = box.grown(1.5 * scale)
            if any(wide.left < x < wide.right and wide.bottom < y < wide.top for x, y in others):
                continue
            cost = _hidden(drawn, box) + _FAR * _between(box, source)
            if cost < best[0]:
                best = cost, box
        if best[1] is not None and best[0] < 0.9 * width:
            return source, best[1]
    return source, None


def _boxes(frame: Box, width: float, height: float, scale: float) -> Iterator[Box]:
    """Along the edges: in the middle of a map an inset is taken for a part of it."""
    inner = frame.grown(-_GAP_MM * scale)
    for left in np.linspace(inner.left, inner.right - width, 9).tolist():
        for bottom in (inner.bottom, inner.top - height):
            yield Box(left, bottom, left + width, bottom + height)
    for bottom in np.linspace(inner.bottom, inner.top - height, 7).tolist():
        for left in (inner.left, inner.right - width):
            yield Box(left, bottom, left + width, bottom + height)


def _between(box: Box, other: Box) -> float:
    """Millimetres from one box to another."""
    across = max(box.left - other.right, other.left - box.right, 0.0)
    up = max(box.bottom - other.top, other.bottom - box.top, 0.0)
    return float(np.hypot(across, up))


def _hidden(drawn: Sequence[Drawn], box: Box) -> float:
    """Millimetres of lines that matter, and the width of the focus country, under a box."""
    area = shapely.box(box.left, box.bottom, box.right, box.top)
    cost = 0.0
    for layer in drawn:
        if layer.layer.role in _COSTS:
            lines = shapely.intersection(layer.outlines, area)
            cost += _COSTS[layer.layer.role] * float(shapely.length(lines).sum())
        if layer.layer.role is LayerRole.FOCUS:
            land = shapely.intersection(shapely.make_valid(layer.shapes), area)
            cost += float(shapely.area(land).sum()) / box.height
    return cost


def _draw(
    layers: Sequence[Layer], close: Projection, *, layout: Layout, lang: str
) -> tuple[list[Ink], list[_Place], tuple[Text, ...], tuple[Dropped, ...]]:
    """Everything inside the frame, by the same code as the map."""
    small = replace(layout, scale=_TYPE * layout.scale)
    frame = close.frame
    drawn = spread([draw_layer(_of_part(layer), close) for layer in layers], small.scale)
    board = Board(frame, small.scale)
    bar = measure_bar(close, small, ratio=False)
    corners = spots(frame, bar.width, bar.height, small.scale)
    points = [
        xy
        for layer in drawn
        if layer.layer.role in {LayerRole.SITES, LayerRole.MENTIONS}
        for xy in shapely.get_coordinates(layer.shapes).tolist()
    ]
    at = min(
        corners.values(),
        key=lambda spot: sum(_distance(spot, x, y) < 6 * small.scale for x, y in points),
    )
    board.take(at.grown(0.5 * small.scale))
    lettered = letter_map(drawn, close, board)
    inks = [Ink(geometry=close.globe(), style=Style(fill=WATER), group="water")]
    for layer in drawn:
        inks += ink_lettered(layer, lettered, small.scale)
    bar_inks, bar_texts = set_bar(bar, at, close, small, lang=lang)
    inks += [*lettered.inks, *bar_inks]
    texts = tuple(
        replace(text, group=f"inset:{text.group}") for text in (*lettered.texts, *bar_texts)
    )
    places = list(_places(drawn, lettered.texts, small.scale))
    return list(_within(inks, frame)), places, texts, tuple(lettered.dropped)


def _of_part(layer: Layer) -> Layer:
    """A border's length is that of all of it: beside a part of it, it would mislead."""
    if layer.role is not LayerRole.FOCUS_BORDER or "caption" not in layer.frame.columns:
        return layer
    return replace(layer, frame=layer.frame.assign(caption=""))


def _within(inks: Sequence[Ink], frame: Box) -> Iterator[Ink]:
    for ink in inks:
        cut = clip(np.array([ink.geometry], dtype=object), frame)[0]
        if not cut.is_empty:
            yield replace(ink, geometry=cut, group=f"inset:{ink.group}")


def _source(close: Projection, projection: Projection, least: Box) -> Box:
    """What the inset shows, on the map: as a box, for a few kilometres turn little."""
    frame = close.frame
    x = np.array([frame.left, frame.right, frame.left, frame.right])
    y = np.array([frame.bottom, frame.bottom, frame.top, frame.top])
    on_map = projection.points(*close.inverse(x, y))
    if not all(np.isfinite(values).all() for values in on_map):
        return least
    return Box(
        *(float(v) for v in (on_map[0].min(), on_map[1].min())),
        *(float(v) for v in (on_map[0].max(), on_map[1].max())),
    )


def _frames(source: Box, box: Box, scale: float) -> list[Ink]:
    """White below the inset; above it the two frames, and lines that tie them."""
    paper = shapely.box(box.left, box.bottom, box.right, box.top)
    part = shapely.box(source.left, source.bottom, source.right, source.top)
    ties = shapely.shortest_line(part, paper)
    casing = Style(stroke="#ffffff", width_pt=1.8 * scale)
    line = Style(stroke=_RED, width_pt=0.9 * scale)
    thin = Style(stroke=_RED, width_pt=0.6 * scale)
    lines = shapely.union_all([part.exterior, ties])
    return [
        Ink(
            geometry=shapely.orient_polygons(paper.buffer(0.4 * scale, join_style="mitre")),
            style=Style(fill="#ffffff"),
            group="inset",
        ),
        Ink(geometry=lines, style=casing, group="inset"),
        Ink(geometry=lines, style=thin, group="inset"),
        Ink(geometry=paper.exterior, style=line, group="inset"),
    ]
