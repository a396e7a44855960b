"""Numbers a text states: what they are said of, and what measuring says."""

from __future__ import annotations

from geo.claims.alliances import find_alliances
from geo.claims.check import check_claims, find_claims
from geo.claims.quantities import Stated, find_quantities
from geo.claims.reasons import REASONS, reason_in
from geo.claims.record import to_record

__all__ = [
    "REASONS",
    "Stated",
    "check_claims",
    "find_alliances",
    "find_claims",
    "find_quantities",
    "reason_in",
    "to_record",
]
