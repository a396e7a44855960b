"""What rings cover, as a frame."""

from __future__ import annotations

import functools
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.coverage.countries import countries_of, disc_of
from geo.coverage.standoff import standoff_to
from geo.frames import COVERAGE
from geo.rings import Ring, rings_of

__all__ = ["coverage_frame"]


def coverage_frame(rings: gpd.GeoDataFrame) -> pd.DataFrame:
    """Measure what each ring covers, country by country.

    Parameters
    ----------
    rings
        A RINGS frame of `geo.rings.ring_rows`.

    Returns
    -------
    coverage
        COVERAGE frame: a row for each ring and country it reaches, index `ring|country`.
    """
    rows = [row for ring in rings_of(rings) for row in _covered(ring)]
    columns = ["coverage_id", "ring_id", "iso_a3", "area_km2", "share"]
    frame = pd.DataFrame(rows, columns=[*columns, "population", "standoff_km", "source_id"])
    frame = frame.astype(dict.fromkeys(("area_km2", "share"), "float64"))
    frame = frame.astype(dict.fromkeys(("population", "standoff_km"), "Float64"))
    frame = frame.set_index("coverage_id")
    COVERAGE.check(frame)
    return frame


@functools.lru_cache(maxsize=256)  # of all rings of a picture a person changes one at a time
def _covered(ring: Ring) -> tuple[dict[str, Any], ...]:
    # not `reach_of`: the frame shows neither cities nor neighbours beyond the ring
    countries = countries_of(ring, disc_of(ring))
    apart = standoff_to(ring, [row.iso_a3 for row in countries])
    return tuple(
        {
            "coverage_id": f"{ring.id}|{row.iso_a3}",
            "ring_id": ring.id,
            "iso_a3": row.iso_a3,
            "area_km2": row.area_km2,
            "share": row.share,
            "population": row.population,
            "standoff_km": apart[row.iso_a3].km if row.iso_a3 in apart else None,
            "source_id": row.source_id,
        }
        for row in countries
    )
