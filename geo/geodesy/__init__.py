"""Measuring and drawing on WGS 84: the only place where kilometres are made of degrees."""

from __future__ import annotations

from geo.geodesy.band import band
from geo.geodesy.circle import annulus, circle
from geo.geodesy.measure import (
    Nearest,
    area_km2,
    check_lonlat,
    densify,
    destination,
    distance_km,
    length_km,
    nearest,
)

__all__ = [
    "Nearest",
    "annulus",
    "area_km2",
    "band",
    "check_lonlat",
    "circle",
    "densify",
    "destination",
    "distance_km",
    "length_km",
    "nearest",
]
