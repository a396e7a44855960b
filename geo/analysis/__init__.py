"""`analyse(article, settings) -> Analysis`: text in, everything a map needs out.

Names are imported when they are first used: to read places only, nobody waits for frames.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from geo.analysis.article import analyse
    from geo.analysis.record import Analysis
    from geo.analysis.settings import Correction, RingChoice, Settings

__all__ = ["Analysis", "Correction", "RingChoice", "Settings", "analyse"]

_HOMES: Final = {
    "Analysis": "record",
    "Correction": "settings",
    "RingChoice": "settings",
    "Settings": "settings",
    "analyse": "article",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any of the names above
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        msg = f"module 'geo.analysis' has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(importlib.import_module(f"geo.analysis.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
