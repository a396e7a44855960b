"""Lines of borders: fine ones to measure to, generalised ones to draw."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

import geopandas as gpd
import pandas as pd

from geo.borders.sides import Side, pairs
from geo.datasets.borders import MEASURED, border_id, read_arcs, read_lengths
from geo.datasets.countries import DETAILS, read_country_borders
from geo.errors import InputError
from geo.frames import BORDERS, CRS

__all__ = ["LineDetail", "border_lines"]

LineDetail = Literal["osm_10m_masked", "world", "regional", "full"]

_DRAWN_SOURCE: Final = "natural_earth"


def border_lines(
    a: Side, b: Side, on: date | None = None, *, detail: LineDetail = "osm_10m_masked"
) -> gpd.GeoDataFrame:
    """Gather the lines of the borders between two sides.

    Parameters
    ----------
    a, b
        Countries or alliances, as for `pairs`; an empty set or string gives an empty frame.
    on
        Day of membership; the facts' as-of date when not given.
    detail
        `osm_10m_masked` to measure to: OpenStreetMap's, to 100 m. `world`, `regional` or `full` to
        draw: the edges of `geo.datasets.countries.read_countries` at that detail, which meet at
        tripoints and lie on the polygons' edges.

    Returns
    -------
    lines
        BORDERS frame in alphabetical order. `length_km` and `detail` are those of the measurement
        at 10 m whichever line is given; `source_id` is the line's. `drawn_at` names its detail.

    Raises
    ------
    InputError
        When a side or the detail is unknown.
    """
    if detail not in (MEASURED, *DETAILS):
        raise InputError(
            f"Border lines have no detail {detail!r}.",
            hint=f"Give one of {', '.join((MEASURED, *DETAILS))}.",
        )
    names = {border_id(*pair) for pair in pairs(a, b, on)} if a and b else set()
    frame = read_arcs(names)
    if detail != MEASURED:
        frame = _drawn(frame, detail)
    frame["drawn_at"] = pd.array([detail] * len(frame), dtype="str")
    BORDERS.check(frame)
    return frame


def _drawn(
    arcs: gpd.GeoDataFrame, detail: Literal["world", "regional", "full"]
) -> gpd.GeoDataFrame:
    """Put the generalised lines in the place of the fine ones; what has none is not drawn."""
    lines = read_country_borders(detail)
    known = arcs.loc[arcs.index.isin(lines.index)]
    lengths = read_lengths()
    frame = gpd.GeoDataFrame(
        {
            "iso_a": known["iso_a"],
            "iso_b": known["iso_b"],
            "length_km": [lengths[str(name)][MEASURED] for name in known.index],
            "detail": MEASURED,
            "source_id": _DRAWN_SOURCE,
        },
        geometry=lines.geometry.loc[known.index],
        crs=CRS,
    )
    frame.index.name = BORDERS.index
    frame["detail"] = frame["detail"].astype("str")
    return frame
