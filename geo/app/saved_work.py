"""Corrections and settings that outlive the tab: undone, saved as a file, taken up again."""

from __future__ import annotations

import io
from functools import partial

import streamlit as st

from geo.analysis import Analysis, Settings
from geo.app.choices import ask_for_rings, corrections, settings_now
from geo.app.plain import plain
from geo.errors import GeoError
from geo.export.work import read_work, work_bytes
from geo.i18n import phrase

__all__ = ["show", "take_up"]


def show(analysis: Analysis, lang: str) -> None:
    """Draw what is done with a person's work as a whole.

    Parameters
    ----------
    analysis
        What is shown; gives the file its name.
    lang
        Interface language.
    """
    made = corrections()
    st.markdown(f"**{phrase('page.work', lang)}**")
    with st.container(horizontal=True):
        st.button(
            phrase("page.undo-last", lang), disabled=not made, on_click=_undo, key="undo-last"
        )
        st.button(phrase("page.reset", lang), disabled=not made, on_click=made.clear, key="reset")
    st.download_button(
        phrase("page.save-work", lang),
        # made later, outside of the session: it can't be asked then
        data=partial(work_bytes, settings_now()),
        file_name=f"standoff-work-{analysis.on.isoformat()}.json",
        mime="application/json",
        on_click="ignore",
        help=phrase("page.save-work-help", lang),
        key="save-work",
    )
    with st.form("open-work", border=False, clear_on_submit=True):
        upload = st.file_uploader(phrase("page.open-work", lang), type=["json"], key="work-file")
        opened = st.form_submit_button(phrase("page.open-work-button", lang))
    if opened and upload is not None:
        _open(upload)


def take_up() -> None:
    """Take over what was opened; before the widgets are drawn, as Streamlit asks."""
    work: Settings | None = st.session_state.pop("opened-work", None)
    if work is None:
        return
    state = st.session_state
    state["on"], state["focus"] = work.on, work.focus or ""
    state["viewpoint"], state["text_lang"] = work.viewpoint, work.lang or ""
    for name, value in (("focus", work.focus), ("viewpoint", work.viewpoint), ("on", work.on)):
        if value:
            st.query_params[name] = str(value)
        else:
            st.query_params.pop(name, None)
    ask_for_rings(work.rings)
    corrections()[:] = work.corrections


def _undo() -> None:
    made = corrections()
    if made:
        made.pop()


def _open(upload: io.BytesIO) -> None:
    try:
        work = read_work(upload.getvalue())
    except GeoError as error:
        st.error(f"{plain(error.message)} {plain(error.hint)}")
        return
    st.session_state["opened-work"] = work
    st.rerun()
