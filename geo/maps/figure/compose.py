"""From a scene to a plate: everything gets its place on the sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from geo.errors import InputError
from geo.i18n import coordinate, listing, phrase
from geo.maps.figure.corners import Corners, furnish
from geo.maps.figure.entries import entries_of
from geo.maps.figure.furniture import graticule, name_graticule
from geo.maps.figure.inset import hushed, inset_map
from geo.maps.figure.labels.board import Board
from geo.maps.figure.layers import Drawn, draw_layer
from geo.maps.figure.layout import Box, Layout, choose_layout
from geo.maps.figure.legend import Grid, arrange, set_legend
from geo.maps.figure.lettered import Lettered, ink_lettered
from geo.maps.figure.lettering import letter_map
from geo.maps.figure.margins import BAR_MM, Lines, footer, header, stack
from geo.maps.figure.plate import Ink, Plate
from geo.maps.figure.projection import Projection, frame_map
from geo.maps.figure.spread import spread
from geo.maps.figure.typeface import OMITTED, lacking
from geo.maps.scene import Layer, LayerRole, Mark, Scene, Style
from geo.maps.style import WATER

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["compose"]

_ACCENT: Final = "#b3261e"
_EDGE: Final = Style(stroke="#63635f", width_pt=0.5)
_CONTENT: Final = (
    LayerRole.RING,
    LayerRole.RING_BAND,
    LayerRole.SITES,
    LayerRole.MENTIONS,
    LayerRole.FOCUS_BORDER,
    LayerRole.FOCUS,
    LayerRole.UNCERTAINTY,
)
"""What has to be in the frame; everything else fills it."""

_LEAST_HATCHED_MM: Final = 1.4
"""A strip narrower than that, nearly the distance of two dots, shows no pattern to look up."""

_MANY: Final = 8
"""Places outside the frame that are named; of more it is said how many."""

_ABOVE_GRATICULE: Final = frozenset(
    {
        LayerRole.BORDERS,
        LayerRole.DISPUTED_AREA,
        LayerRole.DISPUTED,
        LayerRole.BORDERLAND,
        LayerRole.REACH,
        LayerRole.RING_BAND,
        LayerRole.RING,
        LayerRole.DEAD_ZONE,
        LayerRole.FOCUS_BORDER,
        LayerRole.UNCERTAINTY,
        LayerRole.SITES,
        LayerRole.CITIES,
        LayerRole.MENTIONS,
    }
)


def compose(
    scene: Scene,
    *,
    layout: str | tuple[float, float] | Layout = "half",
    hide: Collection[str] = frozenset(),
    ratio: bool = False,
) -> Plate:
    """Give everything in a scene its place on a sheet.

    Parameters
    ----------
    scene
        What to draw.
    layout
        A name of `LAYOUTS`, or width and height in millimetres.
    hide
        Ids, roles or groups of layers to leave out of picture and legend; the extent stays.
    ratio
        Whether to write the ratio of map to ground, which holds at the sheet's own size only.

    Returns
    -------
    plate
        Shapes and texts in millimetres, and what was dropped.

    Raises
    ------
    InputError
        When there is no such layout, no layer that `hide` names, or no letter in the fonts for what
        the title says.
    """
    sheet = choose_layout(layout)
    _check_letters(scene)
    layers = _shown(scene, hide)
    head = header(scene.text, sheet)
    room = sheet.height_mm * (1 - sheet.least_map)
    grid = arrange(entries_of(layers, _keys_of(layers)), sheet)
    foot = _foot(scene, sheet, None, room - head.height - grid.height)
    frame = _frame(sheet, head, grid, foot)
    projection = _project(scene, frame)
    foot = _foot(scene, sheet, projection, room - head.height - grid.height)
    drawn, grid, projection = _settle(scene, layers, sheet, head=head, foot=foot)
    if outside := _outside(drawn, scene.lang):
        foot = _foot(scene, sheet, projection, room - head.height - grid.height, more=[outside])
        drawn, grid, projection = _settle(scene, layers, sheet, head=head, foot=foot)
    return _Sheet(scene=scene, layout=sheet, projection=projection, drawn=drawn, ratio=ratio).plate(
        head, grid, foot
    )


def _check_letters(scene: Scene) -> None:
    """Refuse a title that would lack letters: it is the first thing that a reader sees."""
    for part, words in (("title", scene.text.title), ("subtitle", scene.text.subtitle)):
        if letters := lacking(words):
            raise InputError(
                f"The {part} can't be set: the figure's fonts lack {' '.join(letters[:_MANY])}.",
                hint="Write it in Latin, Greek or Cyrillic letters, without emoji.",
            )


def _shown(scene: Scene, hide: Collection[str]) -> list[Layer]:
    known = {word for layer in scene.layers for word in (layer.id, layer.group)}
    if strange := sorted(set(hide) - known - {role.value for role in LayerRole}):
        raise InputError(
            f"The figure has no layer {strange[0]!r}.",
            hint=f"Its layers are {', '.join(layer.id for layer in scene.layers)}.",
        )
    hidden = scene.hiding(hide)
    return [layer for layer in scene.layers if layer.visible and layer.id not in hidden]


def _keys_of(layers: Sequence[Layer]) -> dict[str, set[str]]:
    return {
        layer.id: set(layer.frame["key"].astype(str)) if "key" in layer.frame.columns else {""}
        for layer in layers
        if len(layer.frame)
    }


def _seen_keys(drawn: Sequence[Drawn], frame: Box) -> dict[str, set[str]]:
    # shapes reach a little beyond the frame; a sliver at its edge needs no entry either
    inner = frame.grown(-0.5)
    window = shapely.box(inner.left, inner.bottom, inner.right, inner.top)
    return {
        layer.layer.id: set(layer.keys[_is_seen(layer, window)].tolist())
        for layer in drawn
        if layer.seen
    }


def _is_seen(drawn: Drawn, window: BaseGeometry) -> NDArray[np.bool_]:
    """Whether a reader sees each row: hatching needs room for its marks."""
    seen = np.asarray(shapely.intersects(drawn.shapes, window))
    styles = map(drawn.layer.style_of, drawn.keys)
    hatched = seen & np.array([bool(style.hatch and not style.fill) for style in styles], bool)
    within = shapely.intersection(shapely.make_valid(drawn.shapes[hatched]), window)
    seen[hatched] = ~shapely.is_empty(shapely.buffer(within, -_LEAST_HATCHED_MM / 2))
    return seen


def _frame(sheet: Layout, head: Lines, grid: Grid, foot: Lines) -> Box:
    return Box(0.0, foot.height + grid.height, sheet.width_mm, sheet.height_mm - head.height)


def _project(scene: Scene, frame: Box) -> Projection:
    west, south, east, north = scene.extent
    boxes = (
        [shapely.box(west, south, east, north)]
        if west <= east
        else [shapely.box(west, south, 180, north), shapely.box(-180, south, east, north)]
    )
    extent = shapely.union_all(boxes)
    contents: list[BaseGeometry] = []
    for layer in scene.layers:
        if layer.visible and layer.role in _CONTENT and layer.mark is not Mark.LABEL:
            held = layer.frame.geometry.dropna()
            cut = shapely.intersection(shapely.make_valid(np.asarray(held)), extent)
            contents += [part for part in cut if not part.is_empty]
    return frame_map(scene.extent, contents, frame)


def _settle(
    scene: Scene, layers: Sequence[Layer], sheet: Layout, *, head: Lines, foot: Lines
) -> tuple[list[Drawn], Grid, Projection]:
    """Draw, see what is in the frame, and give the map the room that the legend doesn't need."""
    grid = arrange(entries_of(layers, _keys_of(layers)), sheet)
    least = 0.0
    while True:
        projection = _project(scene, _frame(sheet, head, grid, foot))
        drawn = spread([draw_layer(layer, projection) for layer in layers], sheet.scale)
        needed = arrange(entries_of(layers, _seen_keys(drawn, projection.frame)), sheet)
        # a larger map may show what a smaller one didn't: the strip that holds both is kept
        least = max(least, needed.height if needed.height > grid.height else 0.0)
        if max(needed.height, least) == grid.height:
            return drawn, replace(needed, height=grid.height), projection
        grid = replace(needed, height=max(needed.height, least))


def _outside(drawn: Sequence[Drawn], lang: str) -> str:
    """What the article names that lies outside the frame; countries are named in what is seen."""
    names: list[str] = []
    for layer in drawn:
        if layer.layer.role is LayerRole.MENTIONS:
            away = shapely.is_empty(layer.shapes) & (layer.keys != "mention-area")
            names += [name for name in dict.fromkeys(layer.words("label")[away].tolist()) if name]
    if not names:
        return ""
    more = [phrase("alt.and-more", lang, n=len(names) - _MANY)] if len(names) > _MANY else []
    said = f"{', '.join(names[:_MANY])} {more[0]}" if more else listing(names, lang)
    return phrase("note.outside", lang, names=said)


def _foot(
    scene: Scene,
    sheet: Layout,
    projection: Projection | None,
    room: float,
    *,
    more: Sequence[str] = (),
) -> Lines:
    text, lang = scene.text, scene.lang
    sources = (
        phrase("figure.sources", lang, sources="; ".join(text.credits)) if text.credits else ""
    )
    shown = ""
    if projection is not None:
        centre = coordinate(projection.lon_0, projection.lat_0, lang, digits=1)
        shown = phrase(f"figure.projection.{projection.kind}", lang, centre=centre)
    sentences = [sources, shown, *more, *text.notes]
    if any(lacking(sentence) for sentence in sentences):
        sentences.append(phrase("note.letters", lang, mark=OMITTED))
    return footer(sentences, sheet, room)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sheet:
    """A sheet whose map is drawn and that is being furnished."""

    scene: Scene
    layout: Layout
    projection: Projection
    drawn: list[Drawn]
    ratio: bool

    def plate(self, head: Lines, grid: Grid, foot: Lines) -> Plate:
        layout, frame, scale = self.layout, self.projection.frame, self.layout.scale
        board = Board(frame, scale)
        denominator = self.projection.metres_per_mm * 1000
        corners, lettered = self._furnished(board, self.drawn)
        inset = inset_map(
            [layer.layer for layer in self.drawn],
            self.drawn,
            lettered,
            projection=self.projection,
            layout=layout,
            lang=self.scene.lang,
        )
        if inset is not None:
            board = Board(frame, scale)
            taken = (inset.about.box.grown(0.8 * scale), inset.about.source.grown(0.6 * scale))
            for box in taken:
                board.take(box)
            quiet = hushed(self.drawn, inset.about)
            corners, lettered = self._furnished(board, quiet, taken)
        graticule_inks, lines = graticule(self.projection, scale)
        degrees = name_graticule(lines, board, layout, self.scene.lang)
        grid = self._of_cities_named(grid, lettered)
        legend_inks, legend_texts = set_legend(grid, layout, frame.bottom)
        inks = [
            *self._ground(),
            *self._layers(graticule_inks, lettered),
            *lettered.inks,
            *corners.globe_inks(self.scene, self.projection, scale),
            *corners.inks,
            *(inset.inks if inset else ()),
            *self._edges(),
            *legend_inks,
        ]
        texts = [
            *stack(head, layout.height_mm),
            *lettered.texts,
            *degrees,
            *corners.texts,
            *(inset.texts if inset else ()),
            *legend_texts,
            *stack(foot, frame.bottom - grid.height),
        ]
        return Plate(
            layout=layout,
            map_box=frame,
            projection=self.projection,
            inks=tuple(inks),
            texts=tuple(texts),
            dropped=(*lettered.dropped, *(inset.dropped if inset else ())),
            legend=tuple((entry.layer.id, entry.words) for row in grid.rows for entry, _ in row),
            shown=tuple(layer.layer.id for layer in self.drawn if layer.seen),
            scale_denominator=denominator,
            inset=inset.about if inset else None,
        )

    def _furnished(
        self, board: Board, drawn: list[Drawn], taken: Sequence[Box] = ()
    ) -> tuple[Corners, Lettered]:
        """Globe and scale bar where they hide least, then the names."""
        corners = furnish(
            self.scene,
            drawn,
            self.projection,
            layout=self.layout,
            board=board,
            ratio=self.ratio,
            taken=taken,
        )
        return corners, letter_map(drawn, self.projection, board)

    def _of_cities_named(self, grid: Grid, lettered: Lettered) -> Grid:
        """The legend without the kinds of cities of which none found room for its name."""
        keys = {
            layer.layer.id: set(layer.keys[list(lettered.kept.get(layer.layer.id, ()))].tolist())
            for layer in self.drawn
            if layer.layer.role is LayerRole.CITIES
        }
        entries = [entry for row in grid.rows for entry, _ in row]
        named = [e for e in entries if e.layer.id not in keys or e.key in keys[e.layer.id]]
        if len(named) == len(entries):
            return grid
        return replace(arrange(named, self.layout), height=grid.height)

    def _ground(self) -> list[Ink]:
        layout = self.layout
        bar = BAR_MM * layout.scale
        return [
            Ink(
                geometry=shapely.box(0, 0, layout.width_mm, layout.height_mm),
                style=Style(fill="#ffffff"),
                group="sheet",
                clip=False,
            ),
            Ink(
                geometry=shapely.box(0, layout.height_mm - bar, layout.width_mm, layout.height_mm),
                style=Style(fill=_ACCENT),
                group="accent",
                clip=False,
            ),
            Ink(
                geometry=self.projection.globe(),
                style=Style(fill=WATER),
                group="water",
            ),
        ]

    def _edges(self) -> list[Ink]:
        frame = self.projection.frame
        style = replace(_EDGE, width_pt=_EDGE.width_pt * self.layout.scale)
        lines = shapely.MultiLineString(
            [[(frame.left, y), (frame.right, y)] for y in (frame.bottom, frame.top)]
        )
        return [Ink(geometry=lines, style=style, group="frame", clip=False)]

    def _layers(self, graticule_inks: list[Ink], lettered: Lettered) -> list[Ink]:
        inks: list[Ink] = []
        pending = graticule_inks
        for layer in self.drawn:
            if pending and layer.layer.role in _ABOVE_GRATICULE:
                inks += pending
                pending = []
            inks += ink_lettered(layer, lettered, self.layout.scale)
        return [*inks, *pending]
