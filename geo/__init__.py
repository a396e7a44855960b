"""Put a news article on the map, with the evidence beside it.

```python
import geo

article = geo.Article(text="Belarus shares a border with Latvia, Lithuania and Poland.")
analysis = geo.analyse(article)
scene = geo.build_scene(analysis)
geo.draw_map(scene).save("map.html")
```

Names are imported when they are first used, so that asking for a border loads no drawing
library.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.analysis import Analysis, Correction, RingChoice, Settings, analyse
    from geo.borders import measure_border
    from geo.claims import check_claims
    from geo.coverage import reach
    from geo.errors import (
        DataError,
        ExtraMissingError,
        GeocodingError,
        GeoError,
        GeometryError,
        InputError,
    )
    from geo.gazetteer import Gazetteer
    from geo.geoparse import find_places
    from geo.maps.build import build_scene
    from geo.maps.figure import draw_figure
    from geo.maps.scene import Layer, Scene
    from geo.maps.web import draw_map
    from geo.model import Article, Mention, Place, Resolution, Span
    from geo.rings import range_ring

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Article",
    "Correction",
    "DataError",
    "ExtraMissingError",
    "Gazetteer",
    "GeoError",
    "GeocodingError",
    "GeometryError",
    "InputError",
    "Layer",
    "Mention",
    "Place",
    "Resolution",
    "RingChoice",
    "Scene",
    "Settings",
    "Span",
    "analyse",
    "build_scene",
    "check_claims",
    "draw_figure",
    "draw_map",
    "find_places",
    "measure_border",
    "range_ring",
    "reach",
]

_HOMES = {
    "geo.analysis": ("Analysis", "Correction", "RingChoice", "Settings", "analyse"),
    "geo.borders": ("measure_border",),
    "geo.claims": ("check_claims",),
    "geo.coverage": ("reach",),
    "geo.errors": (
        "DataError",
        "ExtraMissingError",
        "GeoError",
        "GeocodingError",
        "GeometryError",
        "InputError",
    ),
    "geo.gazetteer": ("Gazetteer",),
    "geo.geoparse": ("find_places",),
    "geo.maps.build": ("build_scene",),
    "geo.maps.figure": ("draw_figure",),
    "geo.maps.scene": ("Layer", "Scene"),
    "geo.maps.web": ("draw_map",),
    "geo.model": ("Article", "Mention", "Place", "Resolution", "Span"),
    "geo.rings": ("range_ring",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any of the names above
    """Import a public name when it is first asked for."""
    if name not in _HOME:
        msg = f"module 'geo' has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted({*globals(), *__all__})
