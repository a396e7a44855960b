"""Map and text side by side; what moves or switches in the browser reruns only this fragment."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from geo.analysis import Analysis, Correction, RingChoice
from geo.app.choices import (
    ask_for_rings,
    corrections,
    hidden_layers,
    pick,
    rings,
    stop_picking,
)
from geo.app.hosts import mount_article, mount_map
from geo.i18n import phrase
from geo.maps.web import WebMap

__all__ = ["show"]

SHARE: tuple[float, float] = (62, 38)
"""Widths of map and text."""


@st.fragment
def show(analysis: Analysis, web: WebMap, view: Mapping[str, object], lang: str) -> None:
    """Draw map and text.

    Parameters
    ----------
    analysis
        The article understood.
    web, view
        The same as picture and as text, ready for the browser.
    lang
        Interface language.
    """
    picking = phrase("page.point-picking", lang) if pick() else ""
    left, right = st.columns(SHARE, gap="small")
    with left, st.container(key="so-map"):
        state = mount_map(web, picking=picking, on_hidden=_noted, on_point=_noted)
    with right, st.container(key="so-text"):
        decision = mount_article(view, on_correction=_noted).get("correction")
    note_hidden(analysis.article.id, state.get("hidden"))
    decided = isinstance(decision, Mapping) and take_decision(decision)
    if take_point(state.get("point")) or decided:
        st.rerun()


def note_hidden(article_id: str, hidden: object) -> None:
    """Keep what the browser reports of hidden layers, for the downloads.

    Parameters
    ----------
    article_id
        Hash of the article shown.
    hidden
        `{"article": hash, "ids": [...]}` as the map's host sends it; anything else says nothing.
    """
    if isinstance(hidden, Mapping) and hidden.get("article") == article_id:
        box = hidden_layers()
        box.article_id = article_id
        box.ids = frozenset(i for i in hidden.get("ids", ()) if isinstance(i, str))


def take_point(point: object) -> bool:
    """Draw the ring that waited for a point, or let it go.

    Parameters
    ----------
    point
        `{"lon", "lat"}` in degrees, or `{}` when a person changed their mind.

    Returns
    -------
    bool
        Whether anything changed.
    """
    waiting = pick()
    if waiting is None or not isinstance(point, Mapping):
        return False
    stop_picking()
    lon, lat = point.get("lon"), point.get("lat")
    if isinstance(lon, int | float) and isinstance(lat, int | float):
        lon = (lon + 180.0) % 360.0 - 180.0  # the map goes around the world
        if -90.0 <= lat <= 90.0:
            asked = RingChoice(
                lon=lon, lat=float(lat), system_id=waiting.system_id, radius_km=waiting.radius_km
            )
            ask_for_rings([*rings(), asked])
    return True


def take_decision(decision: Mapping[str, object]) -> bool:
    """Apply a correction or take one back.

    Parameters
    ----------
    decision
        `{"surface", "place_id"}`, or `{"undo": surface}`.

    Returns
    -------
    bool
        Whether anything changed.
    """
    made = corrections()
    surface, place_id = decision.get("surface"), decision.get("place_id")
    undo = decision.get("undo")
    before = list(made)
    if isinstance(undo, str):
        made[:] = [c for c in made if c.surface != undo]
    elif isinstance(surface, str) and isinstance(place_id, str):
        made[:] = [c for c in made if c.surface != surface]
        made.append(Correction(surface=surface, place_id=place_id))
    return made != before


def _noted() -> None:
    """Streamlit reports only states that have a callback."""
