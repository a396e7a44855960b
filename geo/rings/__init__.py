"""Range rings: how far a system at a site would reach, by its published maxima."""

from __future__ import annotations

from geo.rings.geometry import (
    band,
    bands,
    dead_zone,
    dead_zones,
    range_ring,
    uncertainties,
    uncertainty,
)
from geo.rings.ring import (
    HYPOTHETICAL,
    OWN_RADIUS,
    Ring,
    documented_rings,
    point_of,
    ring_of,
    spread_km,
)
from geo.rings.rows import ring_rows, rings_of

__all__ = [
    "HYPOTHETICAL",
    "OWN_RADIUS",
    "Ring",
    "band",
    "bands",
    "dead_zone",
    "dead_zones",
    "documented_rings",
    "point_of",
    "range_ring",
    "ring_of",
    "ring_rows",
    "rings_of",
    "spread_km",
    "uncertainties",
    "uncertainty",
]
