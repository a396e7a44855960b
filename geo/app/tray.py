"""Files on their way to the browser: made when a button is clicked, kept until they arrived.

Streamlit's own download buttons hold an address that every run replaces: a click while the page
reruns finds nothing, and what a person typed just before may come too late. A plain button's
click is never lost, and what was typed before it arrives before it. So the click is noted first;
the file is made in the fragment's run, from what the session holds by then; and it is sent with
every run until the browser has said that it was saved.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from geo.app import runs
from geo.app.hosts import mount_saving
from geo.app.plain import plain
from geo.errors import GeoError
from geo.i18n import phrase

__all__ = ["File", "Tray", "button", "serve", "tray"]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What is saved: name, media type, bytes."""

    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class Tray:
    """The session's files of one lid, each under the token of its click."""

    wanted: dict[str, str] = field(default_factory=dict)
    ready: dict[str, File] = field(default_factory=dict)


def tray(name: str) -> Tray:
    """The session's tray of that name, made on first use."""
    key = f"tray-{name}"
    if key not in st.session_state:
        st.session_state[key] = Tray()
    kept: Tray = st.session_state[key]
    return kept


def button(label: str, *, on: str, wish: str, note: str | None = None) -> None:
    """Draw a button that asks for a file.

    Parameters
    ----------
    label, note
        Words on the button, and beside it when it is pointed at.
    on
        The tray.
    wish
        Which file; `serve` hands it to whoever makes it.
    """
    st.button(
        label,
        key=f"{on}-{wish}",
        help=note,
        width="stretch",
        on_click=runs.redraws(runs.LIDS, _note),
        args=(on, wish),
    )


def serve(
    on: str,
    make: Callable[[str], File],
    *,
    place: st.delta_generator.DeltaGenerator | None,
    lang: str,
) -> None:
    """Make what was asked for and send what is ready.

    Parameters
    ----------
    on
        The tray.
    make
        Makes a file of a wish; what a user can act on is said in one sentence.
    place
        Where to say that a file is being made, or why it can't be; None for here, when the lid
        is closed by now.
    lang
        Interface language.
    """
    kept = tray(on)
    for token, wish in list(kept.wanted.items()):
        place = place or st.container()
        with place, st.spinner(phrase("export.making", lang)):
            try:
                # another run may be at it already: both make the same under the same token
                kept.ready[token] = make(wish)
            except GeoError as error:
                place.error(plain(f"{error.message} {error.hint}"))
            finally:
                kept.wanted.pop(token, None)
    for token, file in list(kept.ready.items())[:1]:  # the next one when this one has arrived
        mount_saving(
            f"saving-{on}",
            {"token": token, "name": file.name, "mime": file.mime},
            file.content,
            on_saved=runs.redraws(runs.LIDS, lambda: _saved(on)),
        )


def _note(on: str, wish: str) -> None:
    tray(on).wanted[secrets.token_hex(8)] = wish


def _saved(on: str) -> None:
    tray(on).ready.pop(st.session_state[f"saving-{on}"].get("saved"), None)
