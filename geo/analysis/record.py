"""The result of an analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import geopandas as gpd
import pandas as pd

from geo.analysis.settings import Settings
from geo.model import Article, Borderland, Finding, Resolution, Source, Span

__all__ = ["Analysis"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Analysis:
    """An article understood: what it mentions, where that is, and what can be measured.

    Parameters
    ----------
    article, settings
        What it was made from.
    lang
        Language that was used, ISO 639-1.
    on
        Date that was used for memberships and deployments.
    dated_by
        Why that date: `settings`, `article` or `facts`.
    resolutions
        Every mention in the order of the text.
    boilerplate
        Spans set aside as not of the article.
    focus
        Country in focus, or None.
    partners
        Countries on the other side of the borders shown, and by which alliance (or "" for a
        country named itself or a neighbour).
    alliances
        Members on the date of each alliance the text names.
    places, borders, sites, deployments, rings, coverage
        Frames after the schemas of `geo.frames`.
    later_deployments
        Deployments first documented after the date: a layer of their own, off.
    findings
        Claims of the text beside measurements.
    borderlands
        Phrases that put something at a border, in the order of the text, with the pairs of
        countries or why there are none.
    borderland_areas
        BORDERLANDS frame: the land that they mean, a row a pair and width.
    notices
        Things the user should know, in a stable order: (kind, value).
    sources
        Everything cited, by id.
    """

    article: Article
    settings: Settings
    lang: str
    on: date
    dated_by: str
    resolutions: tuple[Resolution, ...]
    boilerplate: tuple[Span, ...]
    focus: str | None
    partners: Mapping[str, str]
    alliances: Mapping[str, frozenset[str]]
    places: gpd.GeoDataFrame
    borders: gpd.GeoDataFrame
    sites: gpd.GeoDataFrame
    deployments: pd.DataFrame
    later_deployments: pd.DataFrame
    rings: gpd.GeoDataFrame
    coverage: pd.DataFrame
    borderland_areas: gpd.GeoDataFrame
    findings: tuple[Finding, ...] = ()
    borderlands: tuple[Borderland, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
