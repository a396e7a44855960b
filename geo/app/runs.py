"""Which part of the page a change must draw again.

A widget in a fragment reruns that fragment alone, and of changes made in the same moment the
browser names only the first one's fragment: the others' would never be drawn. Callbacks run
whichever fragment was named. So a change is taken in by its callback, which says here what it
must redraw; and each fragment, before it draws, leaves for a run of the whole page if more is
due than itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

__all__ = ["LIDS", "PAGE", "begin", "redraws"]

PAGE: Final = "page"
LIDS: Final = "lids"


def redraws(part: str, change: Callable[..., object] | None = None) -> Callable[..., None]:
    """Make the callback of a widget.

    Parameters
    ----------
    part
        What must be drawn again after the change, `PAGE` or `LIDS`.
    change
        What the change does; None if the widget's own state says it.
    """

    def changed(*args: object) -> None:
        if change is not None:
            change(*args)
        _due().add(part)

    return changed


def begin(part: str) -> None:
    """Begin to draw; a fragment gives way to the whole page if that is due.

    Parameters
    ----------
    part
        What is about to be drawn.
    """
    due = _due()
    if part == PAGE:
        due.clear()
    due.discard(part)
    if due:
        st.rerun()


def _due() -> set[str]:
    if "due" not in st.session_state:
        st.session_state["due"] = set()
    parts: set[str] = st.session_state["due"]
    return parts
