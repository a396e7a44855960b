"""From choices to what the components show, each step kept for the next visitor.

All of it is pure and immutable, so sessions share one copy; the caches are bounded, since own
texts come in any number.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import streamlit as st

from geo.analysis import Analysis, Settings, analyse
from geo.export.tables import table_panes
from geo.maps.build import build_scene
from geo.maps.scene import Scene
from geo.maps.web import WebMap, web_map
from geo.maps.web.article import article_view
from geo.model import Article

__all__ = ["Drawn", "analysis_of", "drawn", "panes_of", "scene_of", "view_of", "web_map_of"]

KEPT: Final = 16
"""Entries a cache; an analysis with its frames is about a megabyte."""


_turn: Final = threading.Lock()
"""One picture at a time: threads that take Python's lock from each other at every call of GEOS
make twenty pictures several times slower than one after the other. It is taken before any lock of
the caches, never within."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """All that the page shows of an article.

    Parameters
    ----------
    analysis, scene, view, panes
        The article understood, as picture, as text and as tables.
    web
        The picture in the browser.
    lasting
        Its collections that a person's rings and corrections don't change: sent once.
    """

    analysis: Analysis
    scene: Scene
    web: WebMap
    lasting: Mapping[str, str]
    view: Mapping[str, Any]
    panes: Sequence[Mapping[str, Any]]


def drawn(article: Article, settings: Settings, lang: str) -> Drawn:
    """Understand an article and draw it, when it is this session's turn.

    Parameters
    ----------
    article, settings
        What to draw.
    lang
        Interface language.
    """
    key = (article, settings)
    with _turn:
        return Drawn(
            analysis=analysis_of(*key),
            scene=scene_of(*key, lang),
            web=web_map_of(*key, lang),
            lasting=_lasting(*key, lang),
            view=view_of(article, replace(settings, rings=()), lang),
            panes=panes_of(*key, lang),
        )


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def analysis_of(article: Article, settings: Settings) -> Analysis:
    """Analyse an article, or remember having done it."""
    return analyse(article, settings)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def scene_of(article: Article, settings: Settings, lang: str) -> Scene:
    """Build the picture of an article in an interface language."""
    return build_scene(analysis_of(article, settings), lang=lang)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def web_map_of(article: Article, settings: Settings, lang: str) -> WebMap:
    """Split that picture into script and data for the browser.

    A person's rings change the picture's extent, but not the ground that was sent before.
    """
    around = scene_of(article, _plain(settings), lang).extent
    return web_map(scene_of(article, settings, lang), around=around)


def _lasting(article: Article, settings: Settings, lang: str) -> Mapping[str, str]:
    """The ground, and what the article's own picture has besides, wanted now or not.

    Were only what is wanted now among it, it would change with every choice.
    """
    return {
        **web_map_of(article, _plain(settings), lang).data,
        **web_map_of(article, settings, lang).ground,
    }


def _plain(settings: Settings) -> Settings:
    return replace(settings, rings=(), corrections=())


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def view_of(article: Article, settings: Settings, lang: str) -> Mapping[str, Any]:
    """Lay the text out with its mentions and their evidence; rings are nothing to it."""
    return article_view(analysis_of(article, settings), lang)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def panes_of(article: Article, settings: Settings, lang: str) -> Sequence[Mapping[str, Any]]:
    """Write the tables below the map."""
    return table_panes(analysis_of(article, settings), lang)
