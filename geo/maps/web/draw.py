"""Scene to folium map, and to the parts that the page sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from branca.element import Figure

from geo.i18n import phrase
from geo.maps.scene import BBox, Layer, LayerRole, Provenance, Scene, Style
from geo.maps.web.features import written_collection
from geo.maps.web.fit import straightened, window_of
from geo.maps.web.scene_map import SceneLayer, SceneMap

__all__ = ["WebMap", "draw_map", "web_map"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WebMap:
    """A scene ready for the browser.

    Parameters
    ----------
    script
        folium's script, a line a layer.
    data
        Collections by name, as JSON; the name changes with the content.
    ground
        Those of the base layers.
    """

    script: str
    data: Mapping[str, str]
    ground: Mapping[str, str]


def draw_map(scene: Scene, *, around: BBox | None = None) -> SceneMap:
    """Draw a scene as a folium map that needs no network.

    Parameters
    ----------
    scene
        The picture.
    around
        Extent whose surroundings are drawn in detail, if the picture lies within them: pictures
        that share it share their ground byte for byte. None takes the scene's own.

    Returns
    -------
    folium.Map
        To be shown in a notebook, saved, or added to as any folium map.
    """
    extent = scene.extent if around is None or not _within(scene.extent, around) else around
    data: dict[str, str] = {}
    drawn: list[SceneLayer] = []
    for number, layer in enumerate(scene.layers):
        name, written = written_collection(layer, extent)
        data[name] = written
        drawn.append(SceneLayer(_spec(layer, name), number=number))
    scene_map = SceneMap(head=_head(scene), data=data)
    for element in drawn:
        element.add_to(scene_map)
    return scene_map


def web_map(scene: Scene, *, around: BBox | None = None) -> WebMap:
    """Split a scene's map into script and data, for the page.

    Parameters
    ----------
    scene, around
        As for `draw_map`.
    """
    scene_map = draw_map(scene, around=around)
    figure = scene_map.get_root()
    assert isinstance(figure, Figure)
    figure.render()
    base = {layer.id for layer in scene.layers if layer.provenance is Provenance.BASE}
    ground = {n: w for n, w in scene_map.data.items() if n.rpartition("@")[0] in base}
    return WebMap(script=figure.script.render(), data=scene_map.data, ground=ground)


def _within(extent: BBox, around: BBox) -> bool:
    west, south, east, north = straightened(extent)
    window = window_of(straightened(around))
    return window[0] <= west and window[1] <= south and east <= window[2] and north <= window[3]


def _head(scene: Scene) -> dict[str, Any]:
    words = (
        "map", "close", "article", "editor", "base", "fit", "zoom-in", "zoom-out", "legend"
    )  # fmt: skip
    return {
        "article": scene.article_id,
        "extent": [round(side, 3) for side in straightened(scene.extent)],
        "lang": scene.lang,
        "title": scene.text.title,
        "as_of": scene.text.as_of,
        "alt": scene.text.alt,
        "capitals": _capitals(scene),
        "notes": list(scene.text.notes),
        "credits": list(scene.text.credits),
        "words": {word: phrase(f"web.{word}", scene.lang) for word in words},
    }


def _capitals(scene: Scene) -> list[str]:
    """Names of the capitals of the country in focus: lettered before what the editor adds."""
    focus = {
        str(i) for layer in scene.layers if layer.role is LayerRole.FOCUS for i in layer.frame.index
    }
    return [
        str(label)
        for layer in scene.layers
        if layer.role is LayerRole.CITIES and "iso_a3" in layer.frame
        for label in layer.frame.loc[
            (layer.frame["key"] == "capital") & layer.frame["iso_a3"].isin(focus), "label"
        ]
    ]


def _style(style: Style) -> dict[str, Any]:
    """Only what differs from a style without anything: the drawing code knows the rest."""
    plain = asdict(Style())
    return {name: value for name, value in asdict(style).items() if value != plain[name]}


def _spec(layer: Layer, name: str) -> dict[str, Any]:
    return {
        "id": layer.id,
        "role": layer.role.value,
        "mark": layer.mark.value,
        "title": layer.title,
        "data": name,
        "styles": {key: _style(style) for key, style in layer.styles.items()},
        "legend": [list(row) for row in layer.legend],
        "provenance": layer.provenance.value,
        "visible": layer.visible,
        "toggle": layer.toggle,
        "group": layer.group,
    }
