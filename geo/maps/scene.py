"""The renderer-neutral picture: ordered layers with frames, style, legend and credits.

A `Scene` is everything a renderer may know. The web map, the static figure and the HTML
export draw the same one, so paper can't disagree with screen. Nothing here imports folium
or matplotlib; colours and widths are numbers in `Style`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import geopandas as gpd

from geo.model import Source

__all__ = ["Layer", "LayerRole", "Mark", "Provenance", "Scene", "SceneText", "Style", "Symbol"]

BBox = tuple[float, float, float, float]
"""West, south, east, north in degrees; west > east when it crosses the date line."""


class Mark(StrEnum):
    """How a layer's geometry is drawn."""

    FILL = "fill"
    LINE = "line"
    POINT = "point"
    LABEL = "label"
    """Text only, at the point or in the area of the row."""


class Symbol(StrEnum):
    """Shape of a point; shape, never hue alone, tells meanings apart."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    STAR = "star"


class Provenance(StrEnum):
    """Who put the layer there: told in the legend of every picture."""

    ARTICLE = "article"
    EDITOR = "editor"
    BASE = "base"


class LayerRole(StrEnum):
    """What a layer is about; renderers and tests find layers by it, in drawing order."""

    LAND = "land"
    ALLIANCE = "alliance"
    FOCUS = "focus"
    ADMIN1 = "admin1"
    LAKES = "lakes"
    COAST = "coast"
    BORDERS = "borders"
    DISPUTED_AREA = "disputed-area"
    DISPUTED = "disputed"
    BORDERLAND = "borderland"
    REACH = "reach"
    RING_BAND = "ring-band"
    RING = "ring"
    DEAD_ZONE = "dead-zone"
    FOCUS_BORDER = "focus-border"
    UNCERTAINTY = "uncertainty"
    SITES = "sites"
    REGIONS = "regions"
    CITIES = "cities"
    MENTIONS = "mentions"
    SEAS = "seas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    r"""How a layer, or one class of its rows, looks.

    Parameters
    ----------
    fill, stroke, casing
        `#rrggbb`, or None for none. A casing is a wider line below the stroke.
    fill_alpha, stroke_alpha
        0 to 1.
    width_pt, casing_pt
        Line widths in points at half-page scale; renderers scale them.
    dash_pt
        On, off... in points; empty for a solid line.
    hatch
        `/`, `\`, `x`, `.` or empty: a second cue beside the hue.
    symbol, size_pt, hollow, dotted
        Shape of points: filled = confirmed, hollow = reported, dotted = claimed.
    text
        Colour of labels.
    """

    fill: str | None = None
    fill_alpha: float = 1.0
    stroke: str | None = None
    stroke_alpha: float = 1.0
    width_pt: float = 0.0
    casing: str | None = None
    casing_pt: float = 0.0
    dash_pt: tuple[float, ...] = ()
    hatch: str = ""
    symbol: Symbol | None = None
    size_pt: float = 0.0
    hollow: bool = False
    dotted: bool = False
    text: str = "#1e1e1e"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layer:
    """One layer of the picture.

    Parameters
    ----------
    id
        Unique and stable: `ring:asipovichy_465/iskander_m`, `focus-border`, `mentions`.
        Hiding by id works in the page, the command line and the figure alike.
    role
        What it is about.
    mark
        How its geometry is drawn.
    title
        In the scene's language, for toggle and legend.
    frame
        Rows to draw, CRS84. Columns every renderer understands: `label` (text to write, may be
        empty), `key` (the class of the row, chooses from `styles`), `detail` (one plain-text
        line per fact for popups, separated by newlines), `caption` (text along a line),
        `priority` (higher is kept when labels collide), `mention_ids` (space separated, for
        linking with the article), `lon`/`lat` not needed: geometry is the truth.
    styles
        Style per `key`; `""` is the default.
    legend
        (key, words) rows for the legend, in order; empty for none.
    provenance
        Article, editor or base.
    source_ids
        Sources of the rows.
    visible
        Whether it is shown at first.
    toggle
        Whether a person may switch it.
    group
        Layers of one group (a ring, its band, its dead zone) are switched together; empty: the
        layer stands alone. Hiding takes an id, a role or a group.
    finer
        Makes the rows' shapes in a window (west, south, east, north; east may lie beyond 180) at
        full detail, by the index of `frame`: for close frames on paper, never for a browser.
    """

    id: str
    role: LayerRole
    mark: Mark
    title: str
    frame: gpd.GeoDataFrame
    styles: Mapping[str, Style]
    legend: tuple[tuple[str, str], ...] = ()
    provenance: Provenance = Provenance.BASE
    source_ids: tuple[str, ...] = ()
    visible: bool = True
    toggle: bool = True
    group: str = ""
    finer: Callable[[BBox], gpd.GeoSeries] | None = None

    @property
    def switch(self) -> str:
        """What a person switches: the group, or the layer's own id."""
        return self.group or self.id

    def style_of(self, key: str) -> Style:
        """The style of a class of rows; the default where the class has none of its own."""
        return self.styles.get(key, self.styles[""])


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneText:
    """The words around the picture, in the scene's language.

    Parameters
    ----------
    title, subtitle
        In the article's modality; editable.
    as_of
        "As of 6 April 2023" or that the date is the facts' own.
    notes
        Sentences every picture must carry: ranges show distance..., boundaries don't imply...,
        what the editor added, what can't be told.
    credits
        Sources and licences of the layers, each as it asks to be credited.
    alt
        Text for those who don't see the picture.
    """

    title: str
    subtitle: str
    as_of: str
    notes: tuple[str, ...]
    credits: tuple[str, ...]
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """An ordered picture, bottom layer first.

    Parameters
    ----------
    layers
        Bottom to top.
    extent
        What the picture should show: west, south, east, north.
    lang
        Language of every word in it.
    on
        Date of memberships and deployments.
    text
        Words around the picture.
    sources
        Sources by id, of all layers.
    article_id
        Hash of the article, for metadata.
    viewpoint
        Whose borders.
    """

    layers: tuple[Layer, ...]
    extent: BBox
    lang: str
    on: date
    text: SceneText
    sources: Mapping[str, Source] = field(default_factory=dict)
    article_id: str = ""
    viewpoint: str = "un"

    def layer(self, layer_id: str) -> Layer:
        """The layer of that id; KeyError if there is none."""
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        raise KeyError(layer_id)

    def hiding(self, words: Iterable[str]) -> frozenset[str]:
        """Ids of the layers that any of the words names by id, role or group."""
        wanted = frozenset(words)
        return frozenset(
            layer.id for layer in self.layers if wanted & {layer.id, str(layer.role), layer.group}
        )

    def by_role(self, role: LayerRole) -> tuple[Layer, ...]:
        """All layers of a role, in drawing order."""
        return tuple(layer for layer in self.layers if layer.role is role)
