"""The page from top to bottom: bar, map beside text, tables."""

from __future__ import annotations

import streamlit as st

from geo.analysis import Analysis
from geo.app import (
    bar,
    downloads,
    notices,
    own_text,
    panes,
    rings,
    runs,
    saved_work,
    settings,
    workspace,
)
from geo.app.choices import Choices
from geo.app.hosts import mount_data, mount_library
from geo.app.pipeline import drawn
from geo.app.plain import plain
from geo.errors import GeoError
from geo.maps.scene import Scene

__all__ = ["show"]


def show() -> None:
    """Draw the whole page; what a user can act on is said in one sentence, without a traceback."""
    st.set_page_config(page_title="Standoff", page_icon="🗺️", layout="wide")
    runs.begin(runs.PAGE)
    mount_library()
    own_text.take_up()
    saved_work.take_up()
    try:
        choices, on_bar = bar.show()
        _picture(choices, on_bar)
    except GeoError as error:
        st.error(plain(error.message))
        if error.hint:
            st.caption(plain(error.hint))


def _picture(choices: Choices, on_bar: st.delta_generator.DeltaGenerator) -> None:
    shown = drawn(choices.article, choices.settings, choices.lang)
    analysis, lang = shown.analysis, choices.lang
    mount_data(shown.lasting)
    with on_bar:
        _lids(analysis, shown.scene, lang)
    notices.show(analysis, lang)
    workspace.show(shown, lang)
    panes.show(shown)


@st.fragment
def _lids(analysis: Analysis, scene: Scene, lang: str) -> None:
    runs.begin(runs.LIDS)
    # of its own: what a fragment draws stands one below the other
    with st.container(key="so-lids", horizontal=True):
        settings.show(analysis, lang)
        rings.show(analysis, lang)
        downloads.show(analysis, scene, lang)
