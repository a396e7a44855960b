"""Everything that can go wrong for a reason the user can act on.

```
GeoError                      message + hint
├── InputError(ValueError)    what was given can't be used: text, file, option
├── DataError                 a shipped file is missing, corrupt, or breaks its contract
├── GeometryError(ValueError) a coordinate or shape that can't be measured
├── GeocodingError            the online geocoder failed (offline never raises it)
└── ExtraMissingError(ImportError)  an optional package isn't installed
```

The command line and the page catch `GeoError` once, show its message and its hint, and
nothing else; any other exception is a bug and keeps its traceback.
"""

from __future__ import annotations

__all__ = [
    "DataError",
    "ExtraMissingError",
    "GeoError",
    "GeocodingError",
    "GeometryError",
    "InputError",
]


class GeoError(Exception):
    """A failure that the user can act on.

    Parameters
    ----------
    message
        What happened, as one sentence.
    hint
        What to do about it, as one sentence; empty if there is nothing to do.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Message and hint on one line, as the command line prints them."""
        return f"{self.message} {self.hint}".strip()


class InputError(GeoError, ValueError):
    """What was given can't be used: a text, a file, an option."""


class DataError(GeoError):
    """A shipped data file is missing, corrupt, or breaks its contract."""


class GeometryError(GeoError, ValueError):
    """A coordinate or a shape that can't be measured."""


class GeocodingError(GeoError):
    """The online geocoder failed; the offline gazetteer never raises it."""


class ExtraMissingError(GeoError, ImportError):
    """An optional package isn't installed."""
