"""From text to resolved mentions."""

from __future__ import annotations

from geo.geoparse.parsed import Parsed
from geo.geoparse.parser import find_places, parse

__all__ = ["Parsed", "find_places", "parse"]
