"""Corrections and settings that outlive the tab: undone, saved as a file, taken up again."""

from __future__ import annotations

import io
from typing import Final

import streamlit as st

from geo.analysis import Analysis, Settings
from geo.app import runs, tray
from geo.app.address import share
from geo.app.choices import ask_for_rings, corrections, settings_now
from geo.app.plain import plain
from geo.errors import GeoError
from geo.export.work import read_work, work_bytes
from geo.i18n import phrase

__all__ = ["serve", "show", "take_up"]

TRAY: Final = "work"


def show(lang: str) -> None:
    """Draw what is done with a person's work as a whole.

    Parameters
    ----------
    lang
        Interface language.
    """
    made = corrections()
    st.markdown(f"**{phrase('page.work', lang)}**")
    with st.container(horizontal=True):
        for key, change in (("undo-last", _undo), ("reset", made.clear)):
            st.button(
                phrase(f"page.{key}", lang),
                disabled=not made,
                on_click=runs.redraws(runs.PAGE, change),
                key=key,
            )
    tray.button(
        phrase("page.save-work", lang),
        on=TRAY,
        wish="json",
        note=phrase("page.save-work-help", lang),
    )
    with st.form("open-work", border=False, clear_on_submit=True):
        upload = st.file_uploader(phrase("page.open-work", lang), type=["json"], key="work-file")
        opened = st.form_submit_button(phrase("page.open-work-button", lang))
    if opened and upload is not None:
        _open(upload)


def serve(
    analysis: Analysis, lang: str, *, place: st.delta_generator.DeltaGenerator | None
) -> None:
    """Make the file that was asked for.

    Parameters
    ----------
    analysis
        What is shown; gives the file its name.
    lang
        Interface language.
    place
        Where to say that it is being made.
    """

    def make(_wish: str) -> tray.File:
        name = f"standoff-work-{analysis.on.isoformat()}.json"
        content = work_bytes(settings_now())
        return tray.File(name=name, mime="application/json", content=content)

    tray.serve(TRAY, make, place=place, lang=lang)


def take_up() -> None:
    """Take over what was opened; before the widgets are drawn, as Streamlit asks."""
    work: Settings | None = st.session_state.pop("opened-work", None)
    if work is None:
        return
    for name, value in (
        ("on", work.on),
        ("focus", work.focus or ""),
        ("viewpoint", work.viewpoint),
        ("text_lang", work.lang or ""),
    ):
        st.session_state[name] = value
        share(name)
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
