"""Files of what is shown: pictures, page, tables. Layers that are off in the browser stay out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

import streamlit as st

from geo.analysis import Analysis
from geo.app.choices import HiddenLayers, hidden_layers
from geo.datasets.timeline import events_near
from geo.export.html import map_bytes
from geo.export.tables import places_csv, places_geojson
from geo.i18n import phrase
from geo.maps.build import build_scene
from geo.maps.scene import Scene

__all__ = ["hidden_of", "pictures_of", "show"]

LAYOUTS: Final = ("half", "full", "slide", "square")
FIGURES: Final = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
RESOLUTIONS: Final = (150, 300, 600)
MAP: Final = "map"
LONGEST_TITLE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """How a picture was asked for."""

    picture: str
    layout: str
    dpi: int
    title: str
    subtitle: str


def show(analysis: Analysis, scene: Scene, lang: str) -> None:
    """Draw the popover with the downloads; each file is made when it is asked for.

    Parameters
    ----------
    analysis, scene
        What is shown.
    lang
        Interface language.
    """
    with st.popover(phrase("pane.export", lang)):
        _files(analysis, scene, lang)


@st.fragment
def _files(analysis: Analysis, scene: Scene, lang: str) -> None:
    box = hidden_layers()
    name = f"standoff-{analysis.on.isoformat()}"
    sheet = _sheet(analysis, scene, lang)
    part = name if sheet.picture == MAP else f"{name}-{sheet.picture}"
    with st.container(horizontal=True):
        for suffix, mime in FIGURES.items():
            _button(
                phrase(f"export.{suffix}", lang),
                partial(_picture, analysis, scene, suffix, sheet=sheet, box=box),
                f"{part}.{suffix}",
                mime,
            )
    st.caption(phrase("export.hidden", lang))
    st.markdown(f"**{phrase('export.data', lang)}**")
    _button(
        phrase("export.html", lang),
        lambda: map_bytes(scene, analysis, hide=hidden_of(scene, box)),
        f"{name}.html",
        "text/html",
    )
    with st.container(horizontal=True):
        _button(phrase("export.csv", lang), lambda: places_csv(analysis), f"{name}.csv", "text/csv")
        _button(
            phrase("export.geojson", lang),
            lambda: places_geojson(analysis),
            f"{name}.geojson",
            "application/geo+json",
        )


def _sheet(analysis: Analysis, scene: Scene, lang: str) -> _Sheet:
    picture = _one_of("picture", phrase("export.picture", lang), tuple(pictures_of(analysis)), lang)
    layout = _one_of("layout", phrase("export.layout", lang), LAYOUTS, lang)
    dpi = st.segmented_control(
        phrase("export.dpi", lang), RESOLUTIONS, default=300, required=True, key="dpi"
    )
    titled = picture == MAP  # the others' titles say what was measured
    words = [
        st.text_input(
            phrase(f"export.{name}", lang),
            placeholder=composed,
            max_chars=LONGEST_TITLE,
            disabled=not titled,
            key=f"figure-{name}",
        )
        for name, composed in (("title", scene.text.title), ("subtitle", scene.text.subtitle))
    ]
    title, subtitle = (" ".join((word or "").split()) if titled else "" for word in words)
    return _Sheet(picture=picture, layout=layout, dpi=dpi or 300, title=title, subtitle=subtitle)


def _one_of(key: str, label: str, names: tuple[str, ...], lang: str) -> str:
    chosen: str | None = st.segmented_control(
        label,
        names,
        default=names[0],
        required=True,
        format_func=lambda name: phrase(f"export.{key}.{name}", lang),
        key=key,
    )
    return chosen or names[0]


def pictures_of(analysis: Analysis) -> Iterator[str]:
    """Which pictures the article gives something to draw in; `geo.export.companions` draws them.

    Parameters
    ----------
    analysis
        The article understood.
    """
    yield MAP
    if analysis.focus and analysis.partners:
        yield "lengths"
    if not analysis.rings.empty:
        yield "reach"
    named = set(analysis.places["iso_a3"].dropna())
    if any(event.iso_a3 in named for event in events_near(analysis.on, days=60)):
        yield "timeline"


def _picture(
    analysis: Analysis, scene: Scene, suffix: str, *, sheet: _Sheet, box: HiddenLayers
) -> bytes:
    # matplotlib takes 0.4 s to import: whoever wants a picture waits for it, not every visitor
    from geo.export.companions import companion_bytes  # noqa: PLC0415
    from geo.export.image import figure_bytes  # noqa: PLC0415

    dpi = float(sheet.dpi)
    if sheet.picture != MAP:
        return companion_bytes(
            analysis, sheet.picture, suffix, lang=scene.lang, layout=sheet.layout, dpi=dpi
        )
    titled = scene
    if sheet.title or sheet.subtitle:
        titled = build_scene(
            analysis, lang=scene.lang, title=sheet.title or None, subtitle=sheet.subtitle or None
        )
    return figure_bytes(titled, suffix, layout=sheet.layout, dpi=dpi, hide=hidden_of(scene, box))


def hidden_of(scene: Scene, box: HiddenLayers) -> frozenset[str]:
    """Which layers stay out: those switched off, or before any switching those off at first."""
    if box.article_id == scene.article_id:
        return box.ids & {layer.id for layer in scene.layers}
    return frozenset(layer.id for layer in scene.layers if not layer.visible)


def _button(label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    st.download_button(
        label, data=make, file_name=name, mime=mime, on_click="ignore", width="stretch", key=name
    )
