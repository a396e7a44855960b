"""Words from outside in Streamlit's own elements, which read Markdown.

An image in Markdown is a request to another host; so every mark is escaped.
"""

from __future__ import annotations

import string
from typing import Final

__all__ = ["plain"]

_ESCAPED: Final = str.maketrans({mark: "\\" + mark for mark in string.punctuation})


def plain(text: str) -> str:
    """Write text so that Markdown shows it as it is, on one line."""
    return " ".join(text.split()).translate(_ESCAPED)
