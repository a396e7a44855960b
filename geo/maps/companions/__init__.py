"""Pictures beside the map, in its style: a border's length by detail, a reach, a timeline.

Each is composed as a `Plate` like the map, and inked and written the same way.
"""

from __future__ import annotations

from geo.maps.companions.lengths import compose_lengths
from geo.maps.companions.reach import compose_reach
from geo.maps.companions.timeline import compose_timeline

__all__ = ["compose_lengths", "compose_reach", "compose_timeline"]
