"""The tables below the map: its text equivalent, and what the numbers rest on."""

from __future__ import annotations

from geo.app.hosts import mount_panes
from geo.app.pipeline import Drawn

__all__ = ["show"]


def show(drawn: Drawn) -> None:
    """Draw the panes; one without rows says so in a sentence."""
    mount_panes(drawn.panes)
