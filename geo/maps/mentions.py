"""What the article names: one pin a place, with how often; regions as words; cities around."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.analysis import Analysis
from geo.datasets.names import (
    NameBasis,
    Named,
    name_of,
    place_name,
    read_label_cities,
    read_seas,
)
from geo.frames import CRS
from geo.i18n import country_name, phrase
from geo.i18n.transcription import written_in
from geo.maps.scene import Layer, LayerRole, Mark, Provenance
from geo.maps.style import STYLES

__all__ = ["city_layer", "mention_layers", "sea_layer"]

_KEYS = ("mention", "mention-area", "mention-facility", "mention-metonym", "mention-ambiguous")


def mention_layers(analysis: Analysis, lang: str) -> Iterator[Layer]:
    """Pins and region names; mentions without a point are listed beside the map, not drawn."""
    located = analysis.places[analysis.places.geometry.notna()]
    regions = located[located["kind"] == "region"]
    if len(regions):
        yield _layer("regions", _by_place(regions, analysis, lang), lang)
    pins = located[located["kind"] != "region"]
    if len(pins):
        yield _layer("mentions", _by_place(pins, analysis, lang), lang)


def _layer(name: str, frame: gpd.GeoDataFrame, lang: str) -> Layer:
    keys = [key for key in _KEYS if key in set(frame["key"])]
    regions = name == "regions"
    return Layer(
        id=name,
        role=LayerRole.REGIONS if regions else LayerRole.MENTIONS,
        mark=Mark.LABEL if regions else Mark.POINT,
        title=phrase(f"layer.{name}", lang),
        frame=frame,
        styles={"": STYLES["region" if regions else "mention"], **{k: STYLES[k] for k in keys}},
        legend=tuple((key, phrase(f"legend.{key.removeprefix('mention-')}", lang)) for key in keys),
        provenance=Provenance.ARTICLE,
        source_ids=tuple(dict.fromkeys(frame["source_id"].dropna())),
    )


def _by_place(places: gpd.GeoDataFrame, analysis: Analysis, lang: str) -> gpd.GeoDataFrame:
    """One row a place and way of meaning it, with the ids of all its mentions."""
    keys = [
        _key(kind, code or "", "ambiguous" if _unlisted(place_id) else status)
        for kind, code, status, place_id in zip(
            places["kind"],
            places["feature_code"],
            places["status"],
            places["place_id"],
            strict=True,
        )
    ]
    rows = []
    for (place_id, key), group in places.assign(key=keys).groupby(["place_id", "key"], sort=False):
        first = group.iloc[0]
        name = _name(first, analysis, lang)
        # a pin without a name is better than one in letters that the reader may not know
        legible = written_in(name.text, lang)
        rows.append(
            {
                "row_id": f"{place_id}|{key}",
                "place_id": place_id,
                "label": name.text if legible else "",
                "basis": str(name.basis),
                "key": key,
                "count": len(group),
                "detail": _detail(group, lang, name),
                "caption": f"×{len(group)}" if len(group) > 1 else "",
                "priority": float(len(group)),
                "mention_ids": " ".join(group.index),
                "iso_a3": first["iso_a3"],
                "source_id": first["source_id"],
                "geometry": first["geometry"],
            }
        )
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=CRS).set_index("row_id")


def _unlisted(place_id: str) -> bool:
    """A place no gazetteer lists stands at its company's point: not for certain."""
    return str(place_id).startswith("unlisted:")


def _key(kind: str, code: str, status: str) -> str:
    if kind == "region":
        return ""
    if status == "ambiguous":
        return "mention-ambiguous"
    if kind in {"facility", "metonym"}:
        return f"mention-{kind}"
    return "mention-area" if code.startswith(("PCL", "ADM", "RGN", "CONT")) else "mention"


def _name(row: pd.Series, analysis: Analysis, lang: str) -> Named:
    iso_a3 = str(row["iso_a3"]) if pd.notna(row["iso_a3"]) else ""
    if str(row["feature_code"]).startswith("PCL") and iso_a3:
        return Named(country_name(iso_a3, lang), NameBasis.REVIEWED)
    return name_of(row["place_id"], lang, analysis.on, default=row["name"], iso_a3=iso_a3)


def _detail(group: pd.DataFrame, lang: str, name: Named) -> str:
    """The article's own spellings, where the place is, and what can't be told."""
    first = group.iloc[0]
    spellings = ", ".join(dict.fromkeys(group["surface"]))
    lines = [phrase("about.written", lang, n=len(group), words=spellings)]
    if pd.notna(first["iso_a3"]):
        lines.append(country_name(first["iso_a3"], lang))
    lines.append(phrase(f"kind.{first['kind']}", lang))
    if name.basis is NameBasis.TRANSCRIBED:
        lines.append(phrase("about.transcribed", lang, name=first["name"]))
    if first["status"] == "ambiguous":
        lines.append(phrase("status.ambiguous", lang))
    return "\n".join(lines)


def city_layer(analysis: Analysis, lang: str) -> Layer:
    """Cities to find one's way by, those that the article names left to its own pins."""
    cities = read_label_cities()
    named = set(analysis.places["place_id"].dropna())
    left = ~cities.index.isin(named)
    cities = cities[left]
    labels = _city_labels(lang, analysis.on)[left]
    capital = cities["role"] == "capital"
    frame = cities.assign(
        label=labels,
        key=capital.map({True: "capital", False: "city"}),
        detail=labels,
        caption="",
        priority=cities["population"].astype(float),
    )
    return Layer(
        id="cities",
        role=LayerRole.CITIES,
        mark=Mark.POINT,
        title=phrase("layer.cities", lang),
        frame=frame,
        styles={"": STYLES["city"], "city": STYLES["city"], "capital": STYLES["capital"]},
        legend=(
            ("capital", phrase("legend.capital", lang)),
            ("city", phrase("legend.city", lang)),
        ),
        source_ids=tuple(dict.fromkeys(cities["source_id"])),
    )


@functools.lru_cache(maxsize=16)
def _city_labels(lang: str, on: date) -> NDArray[np.object_]:
    """Names of all cities on a day; few readers change the day, all the others get these."""
    cities = read_label_cities()
    names = [
        place_name(str(i), lang, on, default=name)
        for i, name in zip(cities.index, cities[f"name_{lang}"], strict=True)
    ]
    return np.array(names, dtype=object)


def sea_layer(lang: str) -> Layer:
    """Names of seas, where they would be written."""
    seas = read_seas()
    frame = seas.assign(
        label=seas[f"name_{lang}"],
        key="",
        detail="",
        caption="",
        priority=-seas["rank"].astype(float),
    )
    return Layer(
        id="seas",
        role=LayerRole.SEAS,
        mark=Mark.LABEL,
        title=phrase("layer.seas", lang),
        frame=frame,
        styles={"": STYLES["sea"]},
        source_ids=tuple(dict.fromkeys(seas["source_id"])),
        toggle=False,
    )
