"""The line at the top: which article, on what date, in which language; the rest in two lids."""

from __future__ import annotations

import streamlit as st

from geo.app import own_text, runs
from geo.app.address import bound, share
from geo.app.choices import (
    OWN,
    Choices,
    default_language,
    example,
    own_article,
    settings_now,
)
from geo.datasets import articles
from geo.errors import InputError
from geo.i18n import LANGUAGES, Lang, phrase
from geo.model import Article

__all__ = ["show"]


def show() -> tuple[Choices, st.delta_generator.DeltaGenerator]:
    """Draw the bar.

    Returns
    -------
    choices, lids
        What was chosen, and where the panes for settings and downloads may put their lids.

    Raises
    ------
    GeoError
        When there is nothing to show or a file can't be read.
    """
    with st.container(key="so-bar", horizontal=True, vertical_alignment="center", gap="small"):
        brand, pick, lids, tongue = (
            st.container(
                key=f"so-bar-{name}",
                width="stretch" if name == "pick" else "content",
            )
            for name in ("brand", "pick", "lids", "lang")
        )
    with tongue:
        lang = _language()
    brand.html('<h1 class="so-brand">Standoff</h1>')
    with pick:
        article = _pick(lang)
    return Choices(article=article, settings=settings_now(), lang=lang), lids


def _language() -> Lang:
    chosen = st.segmented_control(
        "Language · Język · Мова",
        LANGUAGES,
        required=True,
        key=bound("lang", default_language()),
        on_change=runs.redraws(runs.PAGE, share),
        args=("lang",),
        label_visibility="collapsed",
        format_func=str.upper,
    )
    return chosen or default_language()


def _pick(lang: Lang) -> Article:
    seeds = {info.slug: info for info in articles.seeds()}
    own = own_article()
    options = [*([OWN] if own is not None else []), *seeds]

    def title(option: str) -> str:
        if option != OWN:
            return seeds[option].title
        return (own.title if own is not None else None) or phrase("page.own-text", lang)

    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        chosen = st.selectbox(
            phrase("page.article", lang),
            options,
            format_func=title,
            key=bound("seed", options[0] if options else ""),
            on_change=runs.redraws(runs.PAGE, share),
            args=("seed",),
            label_visibility="collapsed",
        )
        st.button(
            phrase("page.own-text", lang),
            key="paste",
            on_click=runs.redraws(runs.PAGE, own_text.want),
        )
        own_text.ask(lang)
    if chosen == OWN and own is not None:
        return own
    if chosen not in seeds:
        raise InputError(phrase("page.no-examples", lang), hint=phrase("page.paste-hint", lang))
    return example(chosen)
