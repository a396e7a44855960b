"""A folium map whose script draws with the shipped code and asks no other host for anything.

folium loads Leaflet from a CDN and writes every shape into its script. Here the map brings
Leaflet along, and a layer's script is one line that names its data; so the same object serves
a notebook, an exported file, and the page, where the script runs in the page itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import folium
from branca.element import Element, Figure
from folium.template import Template

from geo.maps.web.assets import leaflet_script, map_script, styles
from geo.maps.web.escape import script_json
from geo.maps.web.features import compact

__all__ = ["MAP_NAME", "SceneLayer", "SceneMap", "inline_script"]

MAP_NAME: Final = "scene_map_standoff"
"""What folium's script calls the map: the same every time, so that equal scripts are equal."""


def inline_script(code: str) -> str:
    """Wrap code in a script element that no text inside can close."""
    return f"<script>{code.replace('</', '<' + chr(92) + '/')}</script>"


class SceneMap(folium.Map):
    """The map of a scene.

    Parameters
    ----------
    head
        What the drawing code wants to know of the whole picture: extent, words, article.
    data
        Collections by name, written as JSON.
    """

    # of its own: folium's add_js_link changes the lists of every map alike
    default_js: list[tuple[str, str]] = []  # noqa: RUF012  # folium's own class attributes
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    _template = Template(
        """
        {% macro header(this, kwargs) %}
            <meta name="viewport" content="width=device-width, initial-scale=1.0" />
            <style>
                html, body { width: 100%; height: 100%; margin: 0; padding: 0; }
                .folium-map { width: 100%; height: 100%; }
            </style>
        {% endmacro %}
        {% macro html(this, kwargs) %}
            <div class="so-map folium-map" id={{ this.get_name()|tojson }}></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = standoff.map(
                {{ this.get_name()|tojson }}, {{ this.written() }});
        {% endmacro %}
        """
    )

    def __init__(self, *, head: Mapping[str, Any], data: Mapping[str, str]) -> None:
        super().__init__(tiles=None)
        self._name = "SceneMap"
        self._id = "standoff"
        self.head = dict(head)
        self.data = dict(data)

    def written(self) -> str:
        """The head as the template holds it."""
        return script_json(self.head)

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]  # noqa: ANN401  # folium's
        """Add what the script needs to the figure, then render as folium does."""
        figure = self.get_root()
        assert isinstance(figure, Figure)
        # "<" stands only inside strings there; as an escape no parser of HTML takes it for markup
        stored = "".join(
            f"standoff.put({compact(name)},{written});" for name, written in self.data.items()
        ).replace("<", "\\u003c")
        for name, element in (
            ("standoff_css", f"<style>{styles()}</style>"),
            ("leaflet", inline_script(leaflet_script())),
            ("standoff", inline_script(map_script())),
            ("standoff_data", inline_script(stored)),
        ):
            figure.header.add_child(_Verbatim(element), name=name)
        super().render(**kwargs)  # type: ignore[no-untyped-call]


class SceneLayer(folium.map.Layer):
    """One layer of a scene: a line of script that names its data.

    Parameters
    ----------
    spec
        The layer without its rows: id, role, mark, title, styles, legend, provenance, the name
        of its data.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = standoff.layer(
                {{ this._parent.get_name() }}, {{ this.written() }});
        {% endmacro %}
        """
    )

    def __init__(self, spec: Mapping[str, Any], *, number: int) -> None:
        super().__init__(name=None, overlay=True, control=False, show=bool(spec["visible"]))
        self._name = "SceneLayer"
        self._id = str(number)
        self.spec = dict(spec)

    def written(self) -> str:
        """The layer as the template holds it."""
        return script_json(self.spec)


class _Verbatim(Element):
    """An element of fixed text: branca would read it as a template."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **_kwargs: Any) -> str:  # noqa: ANN401  # branca's signature
        """The text as it is."""
        return self.text
