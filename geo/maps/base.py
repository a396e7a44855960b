"""The ground of every picture: land, alliances, the focus, lines and names of countries.

Polygons and lines are of one generalisation, so that borders meet at every tripoint and lie on
their polygons' edges.
"""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import pandas as pd

from geo.analysis import Analysis
from geo.datasets.countries import Detail, read_coasts, read_countries, read_country_borders
from geo.datasets.layers import read_layer
from geo.i18n import Names, country_label, country_name, km, phrase
from geo.maps.scene import BBox, Layer, LayerRole, Mark, Provenance
from geo.maps.style import ALLIANCES, STYLES

__all__ = ["Ground", "detail_for"]

_MANY = 4
"""Neighbours that a legend names; of more it says how many."""

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
        self._countries = _named(read_countries(detail), lang)
        self._borders = read_country_borders(detail)

    def fills(self) -> Iterator[Layer]:
        """Land, members of the alliances named, the country in focus."""
        yield self._layer("land", LayerRole.LAND, Mark.FILL, self._countries, toggle=False)
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
            )
        if self._analysis.focus in self._countries.index:
            rows = self._countries.loc[[self._analysis.focus]]
            yield self._layer(
                "focus", LayerRole.FOCUS, Mark.FILL, rows.assign(label=""), legend=True
            )

    def lines(self) -> Iterator[Layer]:
        """First-order divisions, lakes, coasts, borders, disputed lines."""
        regions, lakes = _with_columns(read_layer("admin1")), _with_columns(read_layer("lakes"))
        if self._detail != "world":
            # on a map of the world they would be a grey haze
            yield self._layer("admin1", LayerRole.ADMIN1, Mark.LINE, regions)
        yield self._layer("lakes", LayerRole.LAKES, Mark.FILL, lakes)
        coasts = _with_columns(read_coasts(self._detail))
        yield self._layer("coast", LayerRole.COAST, Mark.LINE, coasts, toggle=False)
        others = self._borders[~self._borders.index.isin(self._focus_ids())]
        yield self._layer(
            "borders", LayerRole.BORDERS, Mark.LINE, _with_columns(others), legend=True
        )
        disputed = _with_columns(read_layer("disputed"))
        yield self._layer("disputed", LayerRole.DISPUTED, Mark.LINE, disputed, legend=True)

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
        )


def _named(countries: gpd.GeoDataFrame, lang: str) -> gpd.GeoDataFrame:
    names = [country_name(str(iso), lang) for iso in countries.index]
    labels = [country_label(str(iso), lang) for iso in countries.index]
    return countries.assign(
        label=labels,
        key="",
        detail=names,
        caption="",
        priority=countries["population"].astype(float),
    )


def _with_columns(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame.assign(label="", key="", detail="", caption="", priority=0.0)


def _ids(frame: pd.DataFrame) -> tuple[str, ...]:
    return tuple(dict.fromkeys(frame["source_id"].dropna())) if "source_id" in frame else ()
