"""Countries of the world to draw: polygons, border lines and coasts of one generalisation."""

from __future__ import annotations

import functools
from typing import Final, Literal

import geopandas as gpd

from geo.datasets.parquet import read_frame
from geo.errors import InputError
from geo.frames import COUNTRIES

__all__ = ["DETAILS", "Detail", "read_coasts", "read_countries", "read_country_borders"]

Detail = Literal["world", "regional", "full"]

DETAILS: Final[tuple[Detail, ...]] = ("world", "regional", "full")
"""From the coarsest: 0.05 degrees, 0.02 degrees, Natural Earth's own 1:10 million."""


def read_countries(detail: Detail = "world") -> gpd.GeoDataFrame:
    """Read the countries' polygons.

    Parameters
    ----------
    detail
        `world` and `regional` are for maps, simplified as one coverage so that neighbours meet;
        `full` is ten times the size and never for a browser.

    Returns
    -------
    countries
        COUNTRIES frame: index `iso_a3` (XKX for Kosovo); `name`, `name_pl`, `name_uk`, `iso_a2`,
        `continent`, `subregion`, `population` with `population_year`, `label_lon` and `label_lat`
        where a label stands well, `source_id`. A new frame at each call.

    Raises
    ------
    InputError
        When there is no such detail.
    DataError
        When the file is missing or damaged.
    """
    return _countries(_known(detail)).copy()


def read_country_borders(detail: Detail = "world") -> gpd.GeoDataFrame:
    """Read the lines that the polygons of `read_countries` share, at the same detail.

    Parameters
    ----------
    detail
        As for `read_countries`.

    Returns
    -------
    borders
        Index `border_id` ("BLR-POL", alphabetical), `iso_a`, `iso_b` and lines to draw. They have
        no lengths: `geo.borders` measures on finer ones.

    Raises
    ------
    InputError
        When there is no such detail.
    DataError
        When the file is missing or damaged.
    """
    return _borders(_known(detail)).copy()


def read_coasts(detail: Detail = "world") -> gpd.GeoDataFrame:
    """Read the edges of the polygons that no other country shares.

    Parameters
    ----------
    detail
        `world` or `regional`.

    Returns
    -------
    coasts
        Index `iso_a3`, `source_id` and lines, without the cut along the antimeridian.

    Raises
    ------
    InputError
        When there is no such detail.
    DataError
        When the file is missing or damaged.
    """
    if detail == "full":
        raise InputError(
            "Coast lines are not kept at full detail.", hint="Use the outlines of the countries."
        )
    return _coasts(_known(detail)).copy()


def _known(detail: str) -> str:
    if detail not in DETAILS:
        raise InputError(
            f"Countries have no detail {detail!r}.", hint=f"Give one of {', '.join(DETAILS)}."
        )
    return detail


@functools.cache
def _countries(detail: str) -> gpd.GeoDataFrame:
    frame = read_frame(f"countries/{detail}.parquet")
    COUNTRIES.check(frame)
    return frame


@functools.cache
def _borders(detail: str) -> gpd.GeoDataFrame:
    return read_frame(f"countries/{detail}_borders.parquet")


@functools.cache
def _coasts(detail: str) -> gpd.GeoDataFrame:
    return read_frame(f"countries/{detail}_coast.parquet")
