"""One picture, two renderers: the `Scene`, the web map (folium) and the figure (matplotlib)."""

from __future__ import annotations
