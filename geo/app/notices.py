"""What a reader should know before trusting the map, in one line above it."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from geo.analysis import Analysis
from geo.app.plain import plain
from geo.i18n import has_phrase, listing, phrase
from geo.model import MentionKind

__all__ = ["notices_of", "show"]


def show(analysis: Analysis, lang: str) -> None:
    """Draw the notices; nothing where there is nothing to say.

    Parameters
    ----------
    analysis
        What is shown.
    lang
        Interface language.
    """
    said = list(notices_of(analysis, lang))
    if said:
        with st.container(key="so-notices"):
            st.caption(" ".join(plain(sentence) for sentence in said))


def notices_of(analysis: Analysis, lang: str) -> Iterator[str]:
    """Say each thing once, the most hindering first.

    Parameters
    ----------
    analysis
        What is shown.
    lang
        Language of the sentences.
    """
    if analysis.places.empty:
        yield phrase("notice.no-places", lang)
    for kind, value in analysis.notices:
        if kind != "no-places":
            yield phrase(f"notice.{kind}", lang, value=_language(value, lang))
    named = [r for r in analysis.resolutions if r.mention.kind is MentionKind.SYSTEM]
    if named and analysis.deployments.empty and analysis.rings.empty:
        names = dict.fromkeys(r.mention.lemma or r.mention.surface for r in named)
        yield phrase("notice.system-without-site", lang, value=listing(names, lang))


def _language(value: str, lang: str) -> str:
    """Name a language, where a notice speaks of one."""
    return phrase(f"language.{value}", lang) if has_phrase(f"language.{value}", lang) else value
