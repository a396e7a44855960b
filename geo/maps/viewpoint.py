"""Whose land a picture shows: countries and their lines by the viewpoint that the user chose.

Natural Earth draws the world by the line of the United Nations. Here the disputed territories of
the policy (`geo.datasets.join`) are cut out of it and given to whom the viewpoint tells; what was
drawn as a border where the two sides now are one country is drawn no longer, and what is
nobody's, or of open status, has dashed edges.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.datasets.borders import border_id
from geo.datasets.countries import Detail, read_countries, read_country_borders
from geo.datasets.join import SOURCE_ID, Disputed, read_disputed, read_disputed_shapes
from geo.frames import CRS
from geo.maps.scene import BBox

__all__ = ["Drawn", "coasts_in", "countries_drawn", "countries_drawn_in"]

_SLIVER_DEG: Final = 0.03
"""OpenStreetMap's and Natural Earth's coasts and borders differ by less than twice that."""

_TOUCH_DEG: Final = 1e-4
"""What lies no further from an edge lies on it."""

_WHOLE: Final = 0.9
"""A territory that is so much of a country's polygon is that country's whole polygon."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """Countries as a viewpoint has them.

    Parameters
    ----------
    countries
        As `read_countries` gives them; a territory that the viewpoint gives nobody has a row of
        its own, under its `area_id` and without a name.
    borders
        As `read_country_borders` gives them, of these countries.
    territories
        Index `area_id`: outlines of the disputed territories, cut from the polygons drawn.
    edges
        Index `area_id`: those of their edges that are no agreed border, to be dashed.
    """

    countries: gpd.GeoDataFrame
    borders: gpd.GeoDataFrame
    territories: gpd.GeoSeries
    edges: gpd.GeoSeries


@functools.cache
def countries_drawn(detail: Detail, viewpoint: str) -> Drawn:
    """Draw the countries of the world by a viewpoint.

    Parameters
    ----------
    detail
        Generalisation of polygons and lines.
    viewpoint
        One of `geo.datasets.join.VIEWPOINTS`.

    Returns
    -------
    drawn
        Shared by all who ask: don't change its frames.
    """
    return _Map(read_countries(detail), read_country_borders(detail), viewpoint).drawn()


@functools.lru_cache(maxsize=16)
def countries_drawn_in(window: BBox, viewpoint: str) -> Drawn:
    """Draw what lies in a window at full detail: for paper only, it is ten times the size.

    Parameters
    ----------
    window
        West, south, east, north in degrees; east may lie beyond 180. What reaches over its edge
        is cut there, so take one larger than what is shown.
    viewpoint
        As for `countries_drawn`.
    """
    panes = _panes(window)
    countries = _cut(read_countries("full"), panes)
    borders = _cut(read_country_borders("full"), panes)
    return _Map(countries, borders, viewpoint).drawn()


@functools.lru_cache(maxsize=16)
def coasts_in(window: BBox) -> BaseGeometry:
    """Draw the coasts in a window at full detail: what no two countries share.

    Parameters
    ----------
    window
        As for `countries_drawn_in`.

    Returns
    -------
    lines
        In degrees; whose coast it is isn't told.
    """
    panes = _panes(window)
    land = shapely.union_all(_cut(read_countries("full"), panes).geometry.to_numpy())
    cuts = shapely.buffer(
        shapely.union_all([shapely.boundary(pane) for pane in panes]), _TOUCH_DEG / 10
    )
    return _lines_of(shapely.difference(shapely.boundary(land), cuts))


def _panes(window: BBox) -> list[BaseGeometry]:
    """The window in longitudes as the data count them."""
    west, south, east, north = window
    world = shapely.box(-180, -90, 180, 90)
    panes = [shapely.box(west + turn, south, east + turn, north) for turn in (-360.0, 0.0, 360.0)]
    return [shapely.intersection(pane, world) for pane in panes if shapely.intersects(pane, world)]


def _cut(frame: gpd.GeoDataFrame, panes: list[BaseGeometry]) -> gpd.GeoDataFrame:
    shapes = frame.geometry.to_numpy()
    near = np.zeros(len(shapes), dtype=bool)
    for pane in panes:
        low, bottom, high, top = shapely.bounds(shapes).T
        west, south, east, north = pane.bounds
        near |= (low <= east) & (high >= west) & (bottom <= north) & (top >= south)
    some = frame[near]
    pieces = [
        [shapely.clip_by_rect(shape, *pane.bounds) for pane in panes]
        for shape in some.geometry.to_numpy()
    ]
    cut = [part[0] if len(part) == 1 else shapely.union_all(part) for part in pieces]
    whole = some.set_geometry(gpd.GeoSeries(cut, index=some.index, crs=CRS))
    return whole[~whole.geometry.is_empty]


class _Map:
    """A map being redrawn, territory by territory."""

    def __init__(
        self, countries: gpd.GeoDataFrame, borders: gpd.GeoDataFrame, viewpoint: str
    ) -> None:
        self._countries, self._borders, self._viewpoint = countries, borders, viewpoint
        self._land: dict[str, BaseGeometry] = dict(
            zip(countries.index, countries.geometry, strict=True)
        )
        self._lines: dict[str, BaseGeometry] = dict(
            zip(borders.index, borders.geometry, strict=True)
        )
        self._base = shapely.STRtree(countries.geometry.to_numpy())
        self._names = list(countries.index)
        self._territories: dict[str, BaseGeometry] = {}
        self._edges: dict[str, BaseGeometry] = {}

    def drawn(self) -> Drawn:
        """Give every territory to whom the viewpoint tells."""
        outlines = read_disputed_shapes()
        for territory in read_disputed():
            self._give(territory, outlines[territory.area_id])
        return Drawn(
            countries=self._with_shapes(),
            borders=self._with_lines(),
            territories=_series(self._territories),
            edges=_series(self._edges),
        )

    def _give(self, territory: Disputed, outline: BaseGeometry) -> None:
        base = self._country_with(outline)
        if base is None:
            return
        whole = territory.area_id in _whole_countries()
        shape = self._land[base] if whole else _fitted(outline, self._land[base])
        if shape.is_empty:
            return
        self._territories[territory.area_id] = shape
        owner = territory.told(self._viewpoint)
        outer = self._outer_edges(base, shape)
        around = shapely.boundary(self._land[base])
        inner = shapely.difference(shapely.boundary(shape), shapely.buffer(around, _TOUCH_DEG / 2))
        self._set_edge(territory, owner, base, inner)
        for other, line in outer.items():
            self._set_edge(territory, owner, other, line)
        if owner != base:
            self._move(territory.area_id, shape, base, owner)

    def _country_with(self, outline: BaseGeometry) -> str | None:
        """The country whose polygon has the most of a territory, as the map was drawn."""
        shared = {
            name: shapely.intersection(self._land[name], outline).area
            for name in (self._names[i] for i in self._base.query(outline))
            if name in self._land
        }
        best = max(shared, key=lambda name: shared[name], default=None)
        return best if best is not None and shared[best] > 0 else None

    def _outer_edges(self, base: str, shape: BaseGeometry) -> dict[str, BaseGeometry]:
        """Take the borders that run along the territory off the map, by the country beyond."""
        found = {}
        near = shapely.buffer(shape, _TOUCH_DEG)
        for key in [key for key in self._lines if base in key.split("-")]:
            line = self._lines[key]
            along = shapely.intersection(line, near)
            if not along.is_empty and along.length > 0:
                one, two = key.split("-")
                found[two if one == base else one] = along
                self._lines[key] = shapely.difference(line, near)
        return found

    def _set_edge(
        self, territory: Disputed, owner: str | None, other: str, line: BaseGeometry
    ) -> None:
        """Draw an edge as what the viewpoint makes it: nothing, a border, or a dashed line."""
        if owner == other or line.is_empty:
            return
        contested = territory.claimed_by if self._viewpoint == "un" else ()
        if owner is None or (territory.status_open and other in contested):
            known = self._edges.get(territory.area_id, shapely.MultiLineString())
            self._edges[territory.area_id] = _lines_of(shapely.union(known, line))
            return
        key = border_id(owner, other)
        known = self._lines.get(key, shapely.MultiLineString())
        self._lines[key] = _lines_of(shapely.union(known, line))

    def _move(self, area_id: str, shape: BaseGeometry, base: str, owner: str | None) -> None:
        rest = _polygons_of(shapely.difference(self._land[base], shape))
        if owner is None:
            # a territory that is a country's whole polygon keeps its name: it is no country's part
            if not rest.is_empty:
                self._land[base], self._land[area_id] = rest, shape
            return
        self._land[base] = rest
        self._land[owner] = _polygons_of(
            shapely.union_all([self._land.get(owner, shapely.MultiPolygon()), shape])
        )

    def _with_shapes(self) -> gpd.GeoDataFrame:
        land = {name: shape for name, shape in self._land.items() if not shape.is_empty}
        rows = self._countries.reindex(list(land))
        rows["population"] = rows["population"].fillna(0)
        for column in ("name", "name_pl", "name_uk"):
            rows[column] = rows[column].fillna("")
        rows["source_id"] = rows["source_id"].fillna(SOURCE_ID)
        rows.index.name = self._countries.index.name
        return rows.set_geometry(gpd.GeoSeries(list(land.values()), index=rows.index, crs=CRS))

    def _with_lines(self) -> gpd.GeoDataFrame:
        lines = {key: line for key, line in self._lines.items() if not line.is_empty}
        frame = gpd.GeoDataFrame(
            {"iso_a": [key[:3] for key in lines], "iso_b": [key[4:] for key in lines]},
            index=pd.Index(list(lines), name=self._borders.index.name),
            geometry=list(lines.values()),
            crs=CRS,
        )
        return frame.sort_index()


@functools.cache
def _whole_countries() -> frozenset[str]:
    """Territories that are the whole of a country's polygon; a window may cut that country."""
    world = read_countries("world").geometry
    return frozenset(
        territory.area_id
        for territory in read_disputed()
        if territory.un in world.index
        and shapely.intersection(
            world[territory.un], read_disputed_shapes()[territory.area_id]
        ).area
        >= _WHOLE * world[territory.un].area
    )


def _fitted(outline: BaseGeometry, country: BaseGeometry) -> BaseGeometry:
    """Cut a territory out of a country's polygon, so that the two share coast and borders."""
    west, south, east, north = outline.bounds
    margin = 10 * _SLIVER_DEG
    near = shapely.clip_by_rect(
        country, west - margin, south - margin, east + margin, north + margin
    )
    shared = shapely.intersection(near, outline)
    rest = shapely.difference(near, outline)
    # what is too thin to be land of its own lies between two drawings of the same coast
    broad = shapely.buffer(shapely.buffer(rest, -_SLIVER_DEG), 1.05 * _SLIVER_DEG)
    thin = shapely.intersection(
        shapely.difference(rest, broad), shapely.buffer(outline, 2 * _SLIVER_DEG)
    )
    return _polygons_of(shapely.union_all([shared, thin]))


def _polygons_of(shape: BaseGeometry) -> BaseGeometry:
    parts = [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon" and p.area > 1e-7]
    return shapely.MultiPolygon(parts)


def _lines_of(shape: BaseGeometry) -> BaseGeometry:
    parts = [p for p in shapely.get_parts(shape) if p.geom_type in {"LineString", "LinearRing"}]
    return shapely.line_merge(shapely.MultiLineString(parts)) if parts else shape


def _series(shapes: dict[str, BaseGeometry]) -> gpd.GeoSeries:
    index = pd.Index(list(shapes), name="area_id", dtype=object)
    return gpd.GeoSeries(list(shapes.values()), index=index, crs=CRS)
