"""Sites and rings: the editor's layers, each saying what it rests on."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from geo.analysis import Analysis
from geo.datasets import arsenal, names
from geo.datasets.countries import Detail
from geo.datasets.facts_words import fact_words
from geo.datasets.names import place_name
from geo.frames import CRS
from geo.i18n import Names, country_name, day, km, km_range, phrase
from geo.maps.scene import Layer, LayerRole, Mark, Provenance
from geo.maps.style import STYLES, ring_style, site_style
from geo.maps.viewpoint import countries_drawn
from geo.model import PartialDate
from geo.rings import OWN_RADIUS, dead_zones, range_ring

__all__ = ["reach_layers", "ring_layers", "site_label", "site_layers", "site_name", "system_name"]

Row = Mapping[Hashable, Any]
_STATUSES = ("confirmed", "reported", "claimed")


def ring_layers(analysis: Analysis, lang: str) -> Iterator[Layer]:
    """Each ring: the band of its published maxima, its dead zone, its outer line."""
    for ring_id in analysis.rings.index:
        yield from _Ring(analysis, str(ring_id), lang).layers()


class _Ring:
    """One ring's layers; they are switched together."""

    def __init__(self, analysis: Analysis, ring_id: str, lang: str) -> None:
        self._rows = analysis.rings.loc[[ring_id]]
        self._row: Row = self._rows.iloc[0].to_dict()
        self._analysis = analysis
        self._lang = lang
        self._id = ring_id
        self._system = system_name(self._row["system_id"], lang)
        self._site = site_label(self._row["site_id"], lang, analysis)

    def layers(self) -> Iterator[Layer]:
        row = self._row
        zone = dead_zones(self._rows)
        if len(zone):
            length = km(row["dead_zone_km"], self._lang)
            words = phrase("legend.dead-zone", self._lang, length=length)
            caption = phrase("caption.dead-zone", self._lang, length=length)
            frame = _drawn(zone, detail=words, caption=caption)
            yield self._layer(LayerRole.DEAD_ZONE, frame, "dead-zone", words)
        if row["low_km"] < row["high_km"]:
            inner = range_ring(row["lon"], row["lat"], row["low_km"])
            frame = _drawn(
                self._rows.set_geometry([inner], crs=CRS), caption=km(row["low_km"], self._lang)
            )
            spread = km_range(row["low_km"], row["high_km"], self._lang)
            words = phrase("legend.ring-band", self._lang, spread=spread)
            yield self._layer(LayerRole.RING_BAND, frame, "band", words)
        caption = phrase("caption.ring", self._lang, system=self._system, length=self._length())
        frame = _drawn(self._rows, detail=self._about(), caption=caption)
        yield self._layer(LayerRole.RING, frame, "ring", self._legend())

    def _layer(self, role: LayerRole, frame: gpd.GeoDataFrame, part: str, words: str) -> Layer:
        row = self._row
        name = "layer.ring-hypothetical" if row["hypothetical"] else "layer.ring"
        sources = (row["source_id"], row["deployment_source_id"])
        return Layer(
            id=f"{role}:{self._id}",
            role=role,
            mark=Mark.FILL,
            title=phrase(name, self._lang, system=self._system, site=self._site),
            frame=frame,
            styles={
                "": ring_style(row["status"], part=part, dashed=row["ring_default"] == "dashed")
            },
            legend=(("", words),),
            provenance=Provenance.EDITOR,
            source_ids=tuple(s for s in sources if s and not s.startswith("user:")),
            group=f"ring:{self._id}",
        )

    def _length(self) -> str:
        return km(self._row["high_km"], self._lang)

    def _legend(self) -> str:
        row = self._row
        if row["hypothetical"]:
            key = "legend.ring-hypothetical" if row["system_id"] in _known() else "legend.ring-own"
            return phrase(key, self._lang, system=self._system, length=self._length())
        status = phrase(f"legend.status-{row['status']}", self._lang)
        words = phrase(
            "legend.ring-at",
            self._lang,
            system=self._system,
            length=self._length(),
            site=self._site,
        )
        return f"{words}, {status}"

    def _about(self) -> str:
        row = self._row
        # a radius that a person gave is nobody's published range
        radius = (
            phrase("legend.ring-own", self._lang, length=self._length())
            if row["source_id"] == OWN_RADIUS
            else phrase(
                "about.range",
                self._lang,
                spread=km_range(row["low_km"], row["high_km"], self._lang),
                basis=fact_words(row["basis"], self._lang),
            )
        )
        lines = [
            radius,
            *_cited(row["source_id"], self._lang, self._analysis),
            phrase(
                "about.ring-hypothetical" if row["hypothetical"] else f"about.{row['status']}",
                self._lang,
            ),
            *_cited(row["deployment_source_id"], self._lang, self._analysis),
        ]
        return "\n".join(lines)


def _known() -> Mapping[str, object]:
    return arsenal.read_systems()


def reach_layers(analysis: Analysis, lang: str, detail: Detail) -> Iterator[Layer]:
    """The partners' territory that lies within any documented ring."""
    documented = analysis.rings[~analysis.rings["hypothetical"]]
    if documented.empty or not analysis.partners:
        return
    countries = countries_drawn(detail, analysis.settings.viewpoint).countries
    countries = countries[countries.index.isin(list(analysis.partners))]
    reached = shapely.union_all(documented.geometry.to_numpy())
    inside = shapely.intersection(countries.geometry.to_numpy(), reached)
    rows = countries.set_geometry(gpd.GeoSeries(inside, index=countries.index, crs=CRS))
    rows = rows[~rows.geometry.is_empty]
    if rows.empty:
        return
    orgs = dict.fromkeys(org for org in analysis.partners.values() if org)
    title = (
        phrase("layer.reach-of", lang, org=Names.of(*orgs)) if orgs else phrase("layer.reach", lang)
    )
    yield Layer(
        id="reach",
        role=LayerRole.REACH,
        mark=Mark.FILL,
        title=title,
        frame=_drawn(rows, detail=[country_name(str(i), lang) for i in rows.index]),
        styles={"": STYLES["reach"]},
        legend=(("", title),),
        provenance=Provenance.EDITOR,
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
    )


def site_layers(analysis: Analysis, lang: str) -> Iterator[Layer]:
    """Sites by status, the circles within which they lie, and what was documented later."""
    now = _status_by_site(analysis.deployments)
    chosen = {
        str(s): "hypothetical"
        for s, maybe in zip(analysis.rings["site_id"], analysis.rings["hypothetical"], strict=True)
        if maybe and s in analysis.sites.index and s not in now
    }
    shown = now | chosen
    if shown:
        yield from _sites(analysis, lang, shown)
    later = {k: v for k, v in _status_by_site(analysis.later_deployments).items() if k not in shown}
    if later:
        yield _points(
            analysis,
            lang,
            later,
            id_="sites:later",
            title=phrase("layer.later", lang),
            deployments=analysis.later_deployments,
            visible=False,
        )


def _sites(analysis: Analysis, lang: str, statuses: Mapping[str, str]) -> Iterator[Layer]:
    rows = analysis.sites.loc[list(statuses)]
    known = [arsenal.find_site(str(site_id)) for site_id in rows.index]
    circles = [range_ring(site.lon, site.lat, site.precision_km) for site in known]
    yield Layer(
        id="uncertainty",
        role=LayerRole.UNCERTAINTY,
        mark=Mark.FILL,
        title=phrase("layer.uncertainty", lang),
        frame=_drawn(rows.set_geometry(circles, crs=CRS)),
        styles={"": STYLES["uncertainty"]},
        legend=(("", phrase("layer.uncertainty", lang)),),
        provenance=Provenance.EDITOR,
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        group="sites",
    )
    yield _points(
        analysis,
        lang,
        statuses,
        id_="sites",
        title=phrase("layer.sites", lang),
        deployments=analysis.deployments,
        group="sites",
    )


def _points(
    analysis: Analysis,
    lang: str,
    statuses: Mapping[str, str],
    *,
    id_: str,
    title: str,
    deployments: pd.DataFrame,
    group: str = "",
    visible: bool = True,
) -> Layer:
    rows = analysis.sites.loc[list(statuses)]
    # sites of one garrison share the town's point: one symbol, all details
    frame = _drawn(
        rows,
        label=[site_label(str(i), lang, analysis) for i in rows.index],
        key=list(statuses.values()),
        detail=[_about_site(str(i), lang, analysis, deployments) for i in rows.index],
        priority=100.0,
    )
    kinds = [s for s in (*_STATUSES, "hypothetical") if s in set(statuses.values())]
    return Layer(
        id=id_,
        role=LayerRole.SITES,
        mark=Mark.POINT,
        title=title,
        frame=frame,
        styles={"": site_style("confirmed"), **{s: site_style(s) for s in kinds}},
        legend=tuple((s, phrase(f"legend.site-{s}", lang)) for s in kinds),
        provenance=Provenance.EDITOR,
        source_ids=tuple(dict.fromkeys([*rows["source_id"], *deployments["source_id"]])),
        group=group,
        visible=visible,
    )


def _status_by_site(deployments: pd.DataFrame) -> dict[str, str]:
    """The strongest status of each site."""
    best: dict[str, str] = {}
    for site, status in zip(deployments["site_id"], deployments["status"], strict=True):
        known = best.get(site)
        if known is None or _STATUSES.index(status) < _STATUSES.index(known):
            best[site] = status
    return best


def _about_site(site_id: str, lang: str, analysis: Analysis, deployments: pd.DataFrame) -> str:
    site = arsenal.find_site(site_id)
    lines = [
        site_name(site_id, lang, analysis),
        *([fact_words(site.unit, lang)] if site.unit else []),
        phrase("about.precision", lang, length=km(site.precision_km, lang)),
        *_cited(site.source_id, lang, analysis),
    ]
    for row in deployments[deployments["site_id"] == site_id].to_dict("records"):
        words = phrase(
            "about.deployment",
            lang,
            system=system_name(row["system_id"], lang),
            status=phrase(f"status.{row['status']}", lang),
            since=day(PartialDate.parse(row["from_date"]), lang),
        )
        by = fact_words(row["claimed_by"], lang)
        lines.append(f"{words} ({by})" if by else words)
        lines += _cited(row["source_id"], lang, analysis)
    return "\n".join(lines)


def _cited(source_id: str, lang: str, analysis: Analysis) -> list[str]:
    """A line that names a source, and that nobody could read it on the analysis' date."""
    source = analysis.sources.get(source_id)
    if source is None:
        return []
    key = "about.source-later" if source.published_after(analysis.on) else "about.source"
    return [phrase(key, lang, source=source.title, on=analysis.on)]


def site_name(site_id: str, lang: str, analysis: Analysis) -> str:
    """A site's name after the place-name policy, on the analysis' date."""
    site = arsenal.read_sites().get(site_id)
    if site is None:
        return phrase("site.own-point", lang)
    return place_name(site_id, lang, analysis.on, default=site.names.get(lang, site.names["en"]))


def site_label(site_id: str, lang: str, analysis: Analysis) -> str:
    """The short form for maps: the place without the unit based there and without remarks."""
    return site_name(site_id, lang, analysis).split(" – ")[0].split(" (")[0]


def system_name(system_id: str, lang: str) -> str:
    """A system's name in a language; a person's own radius has none."""
    return names.system_name(system_id, lang, default=phrase("system.own-radius", lang))


def _drawn(
    frame: gpd.GeoDataFrame,
    *,
    label: str | list[str] = "",
    key: str | list[str] = "",
    detail: str | list[str] = "",
    caption: str = "",
    priority: float = 0.0,
) -> gpd.GeoDataFrame:
    """Add the columns that every renderer understands, for all rows alike or a value a row."""
    return frame.assign(label=label, key=key, detail=detail, caption=caption, priority=priority)
