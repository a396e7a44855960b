"""The page: an article beside its map, with the evidence."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Draw the page; what `streamlit run dashboard.py` calls on every rerun."""
    from geo.app import warm  # noqa: PLC0415

    warm.wait()
    from geo.app.page import show  # noqa: PLC0415  # Streamlit is needed only by who runs it

    show()
