"""A text of one's own: pasted or uploaded, kept in the session, never in the address."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from geo.app.choices import OWN
from geo.app.plain import plain
from geo.datasets import articles
from geo.errors import GeoError, InputError
from geo.i18n import phrase
from geo.model import Article

__all__ = ["ask", "take_up", "want"]

LONGEST: Final = 400_000
"""Code points of a pasted text: a book, and ten seconds of work."""

LONGEST_TITLE: Final = 300


def want() -> None:
    """Note that the dialog was asked for."""
    st.session_state["ask-own"] = True


def ask(lang: str) -> None:
    """Open the dialog if it was asked for; corrections made so far hold for its words too."""
    if st.session_state.pop("ask-own", False):
        st.dialog(phrase("page.own-title", lang), width="medium")(_form)(lang)


def _form(lang: str) -> None:
    with st.form("own-text", border=False):
        title = st.text_input(
            phrase("page.own-headline", lang), max_chars=LONGEST_TITLE, key="own-headline"
        )
        text = st.text_area(
            phrase("page.own-label", lang), height=220, max_chars=LONGEST, key="own-words"
        )
        upload = st.file_uploader(phrase("page.own-file", lang), type=["txt"], key="own-file")
        published = st.date_input(
            phrase("page.own-date", lang),
            value=None,
            format="YYYY-MM-DD",
            min_value=date(1900, 1, 1),
            max_value=date(2100, 12, 31),
            key="own-date",
        )
        done = st.form_submit_button(phrase("page.own-show", lang), type="primary")
    if not done:
        return
    try:
        own = _article(text, upload, published, lang)
        if title.strip():
            own = replace(own, title=" ".join(title.split()))
    except GeoError as error:
        st.error(f"{plain(error.message)} {plain(error.hint)}")
        return
    st.session_state["own"] = own
    st.session_state["choose-own"] = True
    st.rerun()


def take_up() -> None:
    """Choose the text that was just given; before the select box is drawn, as Streamlit asks."""
    if st.session_state.pop("choose-own", False):
        st.session_state["seed"] = OWN
        st.query_params.pop("seed", None)


def _article(text: str, upload: io.BytesIO | None, published: date | None, lang: str) -> Article:
    if upload is not None:
        written = articles.decode(upload.getvalue(), name=getattr(upload, "name", "the file"))
        if written.strip():
            return Article(text=written, published=published)
    if not text.strip():
        raise InputError(phrase("page.own-empty", lang), hint=phrase("page.own-empty-hint", lang))
    return Article(text=text, published=published)
