"""The scene in the browser: a folium map that brings its own Leaflet."""

from __future__ import annotations

from geo.maps.web.draw import WebMap, draw_map, web_map
from geo.maps.web.escape import esc

__all__ = ["WebMap", "draw_map", "esc", "web_map"]
