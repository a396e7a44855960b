"""Choices that most readers leave alone: date, focus, whose borders, the article's language."""

from __future__ import annotations

import streamlit as st

from geo.analysis import Analysis
from geo.app import lids, runs, saved_work
from geo.app.address import FIRST_DAY, LAST_DAY, VIEWPOINTS, bound, share
from geo.i18n import country_name, keys, phrase

__all__ = ["show"]


def show(analysis: Analysis, lang: str) -> None:
    """Draw the lid with the settings.

    Parameters
    ----------
    analysis
        What is shown now: it says which date and focus stand behind "automatic".
    lang
        Interface language.
    """
    lid = lids.lid("settings", phrase("page.settings", lang))
    place = None
    if lid.open:
        with lid:
            _settings(analysis, lang)
            saved_work.show(lang)
            place = st.container()
    saved_work.serve(analysis, lang, place=place)


def _settings(analysis: Analysis, lang: str) -> None:
    st.date_input(
        phrase("page.on", lang),
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="YYYY-MM-DD",
        key=bound("on", None),
        on_change=runs.redraws(runs.PAGE, share),
        args=("on",),
        help=phrase("page.on-help", lang),
    )
    st.caption(phrase(f"as-of.{analysis.dated_by}", lang, on=analysis.on))
    auto = phrase("page.auto", lang)
    st.selectbox(
        phrase("page.focus", lang),
        ["", *_countries(analysis, lang)],
        format_func=lambda iso: country_name(iso, lang) if iso else _now(auto, analysis, lang),
        key=bound("focus", ""),
        on_change=runs.redraws(runs.PAGE, share),
        args=("focus",),
    )
    st.selectbox(
        phrase("page.viewpoint", lang),
        VIEWPOINTS,
        format_func=lambda name: phrase(f"page.viewpoint.{name}", lang),
        key=bound("viewpoint", VIEWPOINTS[0]),
        on_change=runs.redraws(runs.PAGE, share),
        args=("viewpoint",),
    )
    st.selectbox(
        phrase("page.article-language", lang),
        ["", *_languages(lang)],
        format_func=lambda code: phrase(f"language.{code}", lang) if code else auto,
        key=bound("text_lang", ""),
        on_change=runs.redraws(runs.PAGE, share),
        args=("text_lang",),
    )


def _languages(lang: str) -> list[str]:
    codes = [key.removeprefix("language.") for key in keys() if key.startswith("language.")]
    return sorted(codes, key=lambda code: phrase(f"language.{code}", lang))


def _now(auto: str, analysis: Analysis, lang: str) -> str:
    return f"{auto}: {country_name(analysis.focus, lang)}" if analysis.focus else auto


def _countries(analysis: Analysis, lang: str) -> list[str]:
    """Countries that the text speaks of, and the one chosen: any other would leave it bare."""
    named = {r.iso_a3 for r in analysis.resolutions if r.mention.kind.drawn and r.iso_a3}
    named |= {analysis.focus} if analysis.focus else set()
    return sorted(named, key=lambda iso: country_name(iso, lang))
