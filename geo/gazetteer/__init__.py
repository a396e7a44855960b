"""From a name to the places that bear it.

`lookup` asks the shipped index; `open_index` gives the index itself, with its columns and the
longest-match primitives for texts. `Gazetteer` is a geopy geocoder over it; `online` asks
Nominatim, and only when told to.
"""

from __future__ import annotations

from geo.gazetteer.geocoder import Gazetteer
from geo.gazetteer.lookup import PlaceIndex, Posting, lookup, open_index
from geo.gazetteer.normalise import fold, normalise

__all__ = ["Gazetteer", "PlaceIndex", "Posting", "fold", "lookup", "normalise", "open_index"]
