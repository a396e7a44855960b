"""Files of what is shown: pictures, page, tables. Layers that are off in the browser stay out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from geo.analysis import Analysis
from geo.app import lids, runs, tray
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
TRAY: Final = "downloads"


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """How a person wants pictures; the words are those of one article."""

    picture: str = MAP
    layout: str = LAYOUTS[0]
    dpi: int = 300
    title: str = ""
    subtitle: str = ""
    article_id: str = ""

    def words(self) -> tuple[str | None, str | None]:
        """Title and subtitle on one line each, None for the composed ones."""
        title, subtitle = (" ".join(text.split()) for text in (self.title, self.subtitle))
        return title or None, subtitle or None


def show(analysis: Analysis, scene: Scene, lang: str) -> None:
    """Draw the lid with the downloads; each file is made when it is asked for.

    Parameters
    ----------
    analysis, scene
        What is shown.
    lang
        Interface language.
    """
    sheet = _sheet(analysis)
    lid = lids.lid(TRAY, phrase("pane.export", lang))
    place = None
    if lid.open:
        with lid:
            _fields(sheet, analysis, scene, lang)
            _buttons(lang)
            place = st.container()
    tray.serve(TRAY, lambda wish: _file(wish, sheet, analysis, scene=scene), place=place, lang=lang)


def _sheet(analysis: Analysis) -> _Sheet:
    """The session's own record: it outlives the lid."""
    if "sheet" not in st.session_state:
        st.session_state["sheet"] = _Sheet()
    sheet: _Sheet = st.session_state["sheet"]
    if sheet.picture not in pictures_of(analysis):
        sheet.picture = MAP
    if sheet.article_id != analysis.article.id:
        sheet.article_id, sheet.title, sheet.subtitle = analysis.article.id, "", ""
    return sheet


def _fields(sheet: _Sheet, analysis: Analysis, scene: Scene, lang: str) -> None:
    _one_of(sheet, "picture", tuple(pictures_of(analysis)), lang)
    _one_of(sheet, "layout", LAYOUTS, lang)
    st.segmented_control(
        phrase("export.dpi", lang), RESOLUTIONS, required=True, **_kept(sheet, "dpi")
    )
    for name, composed in (("title", scene.text.title), ("subtitle", scene.text.subtitle)):
        st.text_input(
            phrase(f"export.{name}", lang),
            placeholder=composed,
            max_chars=LONGEST_TITLE,
            disabled=sheet.picture != MAP,  # the others' titles say what was measured
            **_kept(sheet, name),
        )


def _one_of(sheet: _Sheet, name: str, names: tuple[str, ...], lang: str) -> None:
    st.segmented_control(
        phrase(f"export.{name}", lang),
        names,
        required=True,
        format_func=lambda each: phrase(f"export.{name}.{each}", lang),
        **_kept(sheet, name),
    )


def _kept(sheet: _Sheet, name: str) -> dict[str, Any]:
    """Bind a widget to the record: a change stands there before anything is made of it."""
    key = f"figure-{name}"
    if key not in st.session_state:
        st.session_state[key] = getattr(sheet, name)

    def keep() -> None:
        setattr(sheet, name, st.session_state[key])

    return {"key": key, "on_change": runs.redraws(runs.LIDS, keep)}


def _buttons(lang: str) -> None:
    with st.container(horizontal=True):
        for suffix in FIGURES:
            tray.button(phrase(f"export.{suffix}", lang), on=TRAY, wish=suffix)
    st.caption(phrase("export.hidden", lang))
    st.markdown(f"**{phrase('export.data', lang)}**")
    tray.button(phrase("export.html", lang), on=TRAY, wish="html")
    with st.container(horizontal=True):
        for suffix in ("csv", "geojson"):
            tray.button(phrase(f"export.{suffix}", lang), on=TRAY, wish=suffix)


def _file(wish: str, sheet: _Sheet, analysis: Analysis, *, scene: Scene) -> tray.File:
    name = f"standoff-{analysis.on.isoformat()}"
    if wish in FIGURES:
        part = name if sheet.picture == MAP else f"{name}-{sheet.picture}"
        content = _picture(wish, sheet, analysis, scene=scene)
        return tray.File(name=f"{part}.{wish}", mime=FIGURES[wish], content=content)
    if wish == "html":
        content = map_bytes(scene, analysis, hide=hidden_of(scene, hidden_layers()))
        return tray.File(name=f"{name}.html", mime="text/html", content=content)
    if wish == "csv":
        return tray.File(name=f"{name}.csv", mime="text/csv", content=places_csv(analysis))
    content = places_geojson(analysis)
    return tray.File(name=f"{name}.geojson", mime="application/geo+json", content=content)


def _picture(suffix: str, sheet: _Sheet, analysis: Analysis, *, scene: Scene) -> bytes:
    # matplotlib takes 0.4 s to import: whoever wants a picture waits for it, not every visitor
    from geo.export.companions import companion_bytes  # noqa: PLC0415
    from geo.export.image import figure_bytes  # noqa: PLC0415

    dpi = float(sheet.dpi)
    if sheet.picture != MAP:
        return companion_bytes(
            analysis, sheet.picture, suffix, lang=scene.lang, layout=sheet.layout, dpi=dpi
        )
    titled, (title, subtitle) = scene, sheet.words()
    if title or subtitle:
        titled = build_scene(analysis, lang=scene.lang, title=title, subtitle=subtitle)
    hide = hidden_of(scene, hidden_layers())
    return figure_bytes(titled, suffix, layout=sheet.layout, dpi=dpi, hide=hide)


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


def hidden_of(scene: Scene, box: HiddenLayers) -> frozenset[str]:
    """Which layers stay out: those switched off, or before any switching those off at first."""
    if box.article_id == scene.article_id:
        return box.ids & {layer.id for layer in scene.layers}
    return frozenset(layer.id for layer in scene.layers if not layer.visible)
