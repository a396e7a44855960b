"""The tables below the map: its text equivalent, and what the numbers rest on."""

from __future__ import annotations

from geo.analysis import Analysis
from geo.app.hosts import mount_panes
from geo.export.tables import table_panes

__all__ = ["show"]


def show(analysis: Analysis, lang: str) -> None:
    """Draw the panes; one without rows says so in a sentence."""
    mount_panes(table_panes(analysis, lang))
