"""The ground of every picture: land, alliances, the focus, lines and names of countries.

Polygons and lines are of one generalisation, so that borders meet at every tripoint and lie on
their polygons' edges.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, Literal

import geopandas as gpd
import pandas as pd
import shapely

from geo.analysis import Analysis
from geo.datasets.countries import Detail, read_coasts
from geo.datasets.join import SOURCE_ID, Disputed, read_disputed
from geo.datasets.layers import read_layer
from geo.frames import CRS
from geo.i18n import Names, country_label, country_name, km, phrase
from geo.maps.scene import BBox, Layer, LayerRole, Mark, Provenance
from geo.maps.style import ALLIANCES, STYLES
from geo.maps.viewpoint import coasts_in, countries_drawn, countries_drawn_in

__all__ = ["Ground", "detail_for"]

_MANY = 4
"""Neighbours that a legend names; of more it says how many."""

_DRAWN_ANEW_DEG: Final = 0.12
_MOSTLY: Final = 0.6
"""A disputed line that runs so near to a territory's edges, for so much of it, is that edge."""

WIDE_DEG = 75.0
"""Frames wider than this are drawn at world detail."""


def detail_for(extent: BBox) -> Detail:
    """Choose the generalisation: full detail would never show, and never goes to a browser."""
    west, south, east, north = extent
    width = east - west if east >= west else east - west + 360.0
    return "world" if max(width, north - south) > WIDE_DEG else "regional"


class Ground:
    """The base layers of one analysis, at one detail.

    Parameters
    ----------
    analysis
        The article understood.
    detail
        Generalisation of polygons and lines.
    lang
        Language of names.
    """

    def __init__(self, analysis: Analysis, *, detail: Detail, lang: str) -> None:
        self._analysis = analysis
        self._lang = lang
        self._detail = detail
        self._viewpoint = analysis.settings.viewpoint
        self._drawn = countries_drawn(detail, self._viewpoint)
        self._countries = _named(self._drawn.countries, lang)
        self._borders = self._drawn.borders

    def fills(self) -> Iterator[Layer]:
        """Land, members of the alliances named, the country in focus."""
        land = self._finer_land
        yield self._layer(
            "land", LayerRole.LAND, Mark.FILL, self._countries, toggle=False, finer=land
        )
        for number, (org, isos) in enumerate(self._analysis.alliances.items()):
            rows = self._countries[self._countries.index.isin(isos - {self._analysis.focus})]
            style = ALLIANCES[number % len(ALLIANCES)]
            words = {"org": Names.of(org), "on": self._analysis.on}
            yield Layer(
                id=f"alliance:{org}",
                role=LayerRole.ALLIANCE,
                mark=Mark.FILL,
                title=phrase("layer.alliance", self._lang, **words),
                frame=rows.assign(label="", detail=""),
                styles={"": style},
                legend=(("", phrase("legend.alliance", self._lang, **words)),),
                source_ids=_ids(rows),
                finer=self._finer_land,
            )
        if self._analysis.focus in self._countries.index:
            rows = self._countries.loc[[self._analysis.focus]]
            rows = rows.assign(label="")
            focus = self._layer("focus", LayerRole.FOCUS, Mark.FILL, rows, finer=land)
            yield replace(focus, legend=(("", self._about_focus(focus.title)),))

    def _about_focus(self, name: str) -> str:
        """The country in focus with its alliances, whose colours its own covers."""
        orgs = [
            org for org, isos in self._analysis.alliances.items() if self._analysis.focus in isos
        ]
        if not orgs:
            return name
        about = {"a": Names.of(self._analysis.focus or ""), "org": Names.of(*orgs)}
        return phrase("legend.focus-member", self._lang, **about)

    def lines(self) -> Iterator[Layer]:
        """First-order divisions, lakes, coasts, disputed territories, borders, disputed lines."""
        regions, lakes = _plain("admin1"), _plain("lakes")
        if self._detail != "world":
            # on a map of the world they would be a grey haze
            yield self._layer("admin1", LayerRole.ADMIN1, Mark.LINE, regions)
        yield self._layer("lakes", LayerRole.LAKES, Mark.FILL, lakes)
        coasts = _plain_coasts(self._detail)
        yield self._layer(
            "coast", LayerRole.COAST, Mark.LINE, coasts, toggle=False, finer=_finer_coasts
        )
        yield self._territories()
        others = _with_columns(self._borders[~self._borders.index.isin(self._focus_ids())])
        yield self._layer(
            "borders", LayerRole.BORDERS, Mark.LINE, others, legend=True, finer=self._finer_lines
        )
        yield self._disputed()

    def _territories(self) -> Layer:
        """The territories that a viewpoint decides on, hatched over whose land they are drawn."""
        shapes = self._drawn.territories
        known = [t for t in read_disputed() if t.area_id in shapes.index]
        frame = gpd.GeoDataFrame(
            {"source_id": SOURCE_ID},
            geometry=[shapes[territory.area_id] for territory in known],
            index=pd.Index([territory.area_id for territory in known], name="area_id"),
            crs=CRS,
        )
        about = [_about_territory(territory, self._viewpoint, self._lang) for territory in known]
        return Layer(
            id="disputed-area",
            role=LayerRole.DISPUTED_AREA,
            mark=Mark.FILL,
            title=phrase("layer.disputed-area", self._lang),
            frame=_with_columns(frame).assign(detail=about),
            styles={"": STYLES["disputed-area"]},
            legend=(("", phrase(f"legend.disputed-area-{self._viewpoint}", self._lang)),),
            source_ids=_ids(frame),
            finer=lambda window: countries_drawn_in(window, self._viewpoint).territories,
        )

    def _disputed(self) -> Layer:
        """Lines that somebody disputes: Natural Earth's, and edges of the territories above."""
        frame = _disputed_lines(self._detail, self._viewpoint)
        return self._layer(
            "disputed",
            LayerRole.DISPUTED,
            Mark.LINE,
            frame,
            legend=True,
            finer=lambda window: _kept(
                frame.geometry, countries_drawn_in(window, self._viewpoint).edges
            ),
        )

    def _finer_land(self, window: BBox) -> gpd.GeoSeries:
        return countries_drawn_in(window, self._viewpoint).countries.geometry

    def _finer_lines(self, window: BBox) -> gpd.GeoSeries:
        return countries_drawn_in(window, self._viewpoint).borders.geometry

    def focus_border(self) -> Iterator[Layer]:
        """The borders that the article is about, with their measured length."""
        analysis = self._analysis
        rows = self._borders[self._borders.index.isin(self._focus_ids())]
        if rows.empty or analysis.focus is None:
            return
        lengths = analysis.borders["length_km"].groupby(level=0).first().reindex(rows.index)
        detail = [
            phrase(
                "about.border",
                self._lang,
                a=Names.of(a),
                b=Names.of(b),
                length="–" if pd.isna(length) else km(round(length), self._lang),
            )
            for a, b, length in zip(rows["iso_a"], rows["iso_b"], lengths, strict=True)
        ]
        yield Layer(
            id="focus-border",
            role=LayerRole.FOCUS_BORDER,
            mark=Mark.LINE,
            title=phrase(
                "layer.focus-border", self._lang, a=Names.of(analysis.focus), b=self.across()
            ),
            frame=rows.assign(
                label="",
                key="",
                detail=detail,
                caption=["" if pd.isna(x) else km(round(x), self._lang) for x in lengths],
                priority=0.0,
            ),
            styles={"": STYLES["focus-border"]},
            legend=(
                (
                    "",
                    self._measured(float(lengths.sum())),
                ),
            ),
            provenance=Provenance.ARTICLE,
            source_ids=_ids(analysis.borders),
            finer=self._finer_lines,
        )

    def _measured(self, length_km: float) -> str:
        """Between whom the border runs, how long it is, and at what detail that was measured."""
        partners = self._analysis.partners
        many = len(partners) > _MANY and not any(partners.values())
        return phrase(
            "legend.border-neighbours" if many else "legend.border-measured",
            self._lang,
            a=Names.of(self._analysis.focus or ""),
            b=self.across(),
            n=len(partners),
            length=km(round(length_km), self._lang),
            detail=phrase(f"detail.{self._analysis.borders['detail'].iloc[0]}", self._lang),
        )

    def across(self) -> Names:
        """The other side of the borders shown: the alliance that brought it, else countries."""
        orgs = dict.fromkeys(org for org in self._analysis.partners.values() if org)
        return Names.of(*(orgs or self._analysis.partners))

    def _focus_ids(self) -> set[str]:
        focus = self._analysis.focus
        return (
            {"-".join(sorted((focus, iso))) for iso in self._analysis.partners} if focus else set()
        )

    def _layer(
        self,
        name: str,
        role: LayerRole,
        mark: Mark,
        frame: gpd.GeoDataFrame,
        *,
        toggle: bool = True,
        legend: bool = False,
        finer: Callable[[BBox], gpd.GeoSeries] | None = None,
    ) -> Layer:
        about = {"a": Names.of(self._analysis.focus)} if self._analysis.focus else {}
        title = phrase(f"layer.{name}", self._lang, **about)
        return Layer(
            id=name,
            role=role,
            mark=mark,
            title=title,
            frame=frame,
            styles={"": STYLES[name]},
            legend=(("", title),) if legend and len(frame) else (),
            source_ids=_ids(frame),
            toggle=toggle,
            finer=finer,
        )


def _named(countries: gpd.GeoDataFrame, lang: str) -> gpd.GeoDataFrame:
    """Give countries their names; a territory that is nobody's is named in its own layer."""
    territories = {territory.area_id for territory in read_disputed()}
    isos = [str(iso) for iso in countries.index]
    return countries.assign(
        label=["" if iso in territories else country_label(iso, lang) for iso in isos],
        key="",
        detail=["" if iso in territories else country_name(iso, lang) for iso in isos],
        caption="",
        priority=countries["population"].astype(float),
    )


def _about_territory(territory: Disputed, viewpoint: str, lang: str) -> str:
    """Its name, and whose it is by the United Nations, on the ground, and on this map."""

    def told(name: str) -> str:
        iso = territory.told(name)
        return phrase("about.nobody", lang) if iso is None else country_name(iso, lang)

    return "\n".join(
        [
            territory.names[lang],
            phrase(f"legend.disputed-area-{viewpoint}", lang),
            phrase("about.disputed-un", lang, a=told("un")),
            phrase("about.disputed-held", lang, a=told("de_facto")),
        ]
    )


def _finer_coasts(window: BBox) -> gpd.GeoSeries:
    """All coasts under the first row that there is: they look alike."""
    index = read_coasts("regional").index[:1]
    return gpd.GeoSeries([coasts_in(window)], index=index, crs=CRS)


def _kept(shapes: gpd.GeoSeries, finer: gpd.GeoSeries) -> gpd.GeoSeries:
    """The finer shapes where there are some, the others as they are."""
    known = {str(key): shape for key, shape in shapes.items()}
    known |= {str(key): shape for key, shape in finer.items()}
    return gpd.GeoSeries(known, crs=CRS)


# the same for every article, and a scene is drawn anew for every radius: read-only, shared
@functools.cache
def _plain(name: Literal["admin1", "lakes"]) -> gpd.GeoDataFrame:
    return _with_columns(read_layer(name))


@functools.cache
def _plain_coasts(detail: Detail) -> gpd.GeoDataFrame:
    return _with_columns(read_coasts(detail))


@functools.cache
def _disputed_lines(detail: Detail, viewpoint: str) -> gpd.GeoDataFrame:
    drawn = countries_drawn(detail, viewpoint)
    edges = drawn.edges
    lines = read_layer("disputed")
    around = shapely.buffer(
        shapely.boundary(shapely.union_all(drawn.territories.to_numpy())), _DRAWN_ANEW_DEG
    )
    lengths = shapely.length(lines.geometry.to_numpy())
    along = shapely.length(shapely.intersection(lines.geometry.to_numpy(), around))
    lines = lines[along < _MOSTLY * lengths]
    frame = gpd.GeoDataFrame(
        {"source_id": [*lines["source_id"], *([SOURCE_ID] * len(edges))]},
        geometry=[*lines.geometry, *edges],
        index=pd.Index([*lines.index.astype(str), *edges.index], name="line"),
        crs=CRS,
    )
    return _with_columns(frame)


def _with_columns(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame.assign(label="", key="", detail="", caption="", priority=0.0)


def _ids(frame: pd.DataFrame) -> tuple[str, ...]:
    return tuple(dict.fromkeys(frame["source_id"].dropna())) if "source_id" in frame else ()
