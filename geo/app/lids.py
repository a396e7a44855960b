"""What opens from the bar: drawn only while it is open, and without the rest of the page.

A lid that is closed costs neither bytes nor time. All lids are one fragment, since a click often
closes one and opens another in the same moment. Streamlit forgets widgets that aren't drawn, so
what must outlive a lid stands elsewhere: in the address, or in the session's own records.
"""

from __future__ import annotations

import streamlit as st
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

from geo.app import runs

__all__ = ["lid"]


def lid(name: str, label: str) -> PopoverContainer:
    """Draw a lid; its `open` says whether to draw what is in it.

    Parameters
    ----------
    name
        Another name makes another lid, which is closed.
    label
        Words on its button.
    """
    return st.popover(label, key=f"lid-{name}", on_change=runs.redraws(runs.LIDS))
