"""Land borders of countries and alliances: which there are, how long, and their lines."""

from __future__ import annotations

from geo.borders.land import borderland
from geo.borders.lines import border_lines
from geo.borders.measure import BorderMeasure, PairMeasure, measure_border
from geo.borders.sides import neighbours, pairs

__all__ = [
    "BorderMeasure",
    "PairMeasure",
    "border_lines",
    "borderland",
    "measure_border",
    "neighbours",
    "pairs",
]
