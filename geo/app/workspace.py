"""Map and text side by side; what moves or switches in the browser reruns only this fragment."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from geo.analysis import Correction, RingChoice
from geo.app import runs
from geo.app.choices import (
    ask_for_rings,
    corrections,
    hidden_layers,
    pick,
    rings,
    stop_picking,
)
from geo.app.hosts import mount_article, mount_map
from geo.app.pipeline import Drawn
from geo.i18n import phrase

__all__ = ["show"]

SHARE: tuple[float, float] = (62, 38)
"""Widths of map and text."""


@st.fragment
def show(drawn: Drawn, lang: str) -> None:
    """Draw map and text.

    Parameters
    ----------
    drawn
        The article understood, as picture and as text.
    lang
        Interface language.
    """
    runs.begin("workspace")
    shown = drawn.analysis.article.id
    picking = phrase("page.point-picking", lang) if pick() else ""
    left, right = st.columns(SHARE, gap="small")
    with left, st.container(key="so-map"):
        mount_map(
            drawn.web,
            drawn.lasting,
            picking=picking,
            on_hidden=lambda: note_hidden(shown, told("map", "hidden")),
            on_point=runs.redraws(runs.PAGE, lambda: take_point(told("map", "point"))),
        )
    with right, st.container(key="so-text"):
        mount_article(
            drawn.view,
            on_correction=runs.redraws(
                runs.PAGE, lambda: take_decision(told("article", "correction"))
            ),
        )


def told(component: str, name: str) -> object:
    """What a component of the page reports under a name, for its callback."""
    state = st.session_state.get(component)
    return state.get(name) if isinstance(state, Mapping) else None


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


def take_point(point: object) -> None:
    """Draw the ring that waited for a point, or let it go.

    Parameters
    ----------
    point
        `{"lon", "lat"}` in degrees, or `{}` when a person changed their mind.
    """
    waiting = pick()
    if waiting is None or not isinstance(point, Mapping):
        return
    stop_picking()
    lon, lat = point.get("lon"), point.get("lat")
    if isinstance(lon, int | float) and isinstance(lat, int | float):
        lon = (lon + 180.0) % 360.0 - 180.0  # the map goes around the world
        if -90.0 <= lat <= 90.0:
            asked = RingChoice(
                lon=lon, lat=float(lat), system_id=waiting.system_id, radius_km=waiting.radius_km
            )
            ask_for_rings([*rings(), asked])


def take_decision(decision: object) -> None:
    """Apply a correction or take one back.

    Parameters
    ----------
    decision
        `{"surface", "place_id"}`, or `{"undo": surface}`; anything else changes nothing.
    """
    if not isinstance(decision, Mapping):
        return
    made = corrections()
    surface, place_id = decision.get("surface"), decision.get("place_id")
    undo = decision.get("undo")
    if isinstance(undo, str):
        made[:] = [c for c in made if c.surface != undo]
    elif isinstance(surface, str) and isinstance(place_id, str):
        made[:] = [c for c in made if c.surface != surface]
        made.append(Correction(surface=surface, place_id=place_id))
