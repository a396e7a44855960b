"""Joining points to countries, and what a ring covers."""

from __future__ import annotations

from geo.coverage.cities import CENTRE_PRECISION_KM, CityReach, CityVerdict, reach_verdict
from geo.coverage.countries import CountryReach
from geo.coverage.join import country_join
from geo.coverage.reach import Reach, reach, reach_of
from geo.coverage.rows import coverage_frame
from geo.coverage.standoff import Standoff, border_distance

__all__ = [
    "CENTRE_PRECISION_KM",
    "CityReach",
    "CityVerdict",
    "CountryReach",
    "Reach",
    "Standoff",
    "border_distance",
    "country_join",
    "coverage_frame",
    "reach",
    "reach_of",
    "reach_verdict",
]
