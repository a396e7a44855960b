"""Scripts and styles that ship with the package: Leaflet, and what draws a scene with it."""

from __future__ import annotations

import base64
import functools
import re
from importlib import resources
from typing import Final

__all__ = ["article_script", "leaflet_script", "map_script", "page_styles", "styles"]

_FOLDER: Final = resources.files("geo.maps.web") / "assets"
_MAP_PARTS: Final = ("base", "symbols", "layers", "lettering", "map", "pick", "legend")
_ARTICLE_PARTS: Final = ("article", "evidence", "table")


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


@functools.cache
def leaflet_script() -> str:
    """Leaflet itself, as published."""
    return _text("leaflet/leaflet.js")


@functools.cache
def map_script() -> str:
    """What draws layers, names, pins and the legend."""
    return "\n".join(_text(f"{part}.js") for part in _MAP_PARTS)


@functools.cache
def article_script() -> str:
    """What draws the text with its mentions and the evidence; needs `map_script` before it."""
    return "\n".join(_text(f"{part}.js") for part in _ARTICLE_PARTS)


@functools.cache
def styles() -> str:
    """Leaflet's sheet with its images inside, then ours: no file is asked for."""
    return _leaflet_styles() + "\n" + _text("standoff.css")


@functools.cache
def page_styles() -> str:
    """The sheet of a page of our own, around map, text and tables."""
    return _text("page.css")


def _leaflet_styles() -> str:
    sheet = _text("leaflet/leaflet.css")
    # a rule for Internet Explorer 8, which asks for a behaviour by address
    sheet = re.sub(r"\.lvml\s*\{[^}]*\}", "", sheet)
    return re.sub(r"url\((images/[\w.-]+)\)", lambda m: f"url({_data_address(m[1])})", sheet)


def _data_address(name: str) -> str:
    picture = (_FOLDER / "leaflet" / name).read_bytes()
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"
