"""Borderlands: an uncertain area where the article speaks of a border and of no place."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import geopandas as gpd

from geo.analysis import Analysis
from geo.analysis.borderland_rows import LAND_SOURCE
from geo.i18n import Names, country_name, km, phrase
from geo.maps.scene import Layer, LayerRole, Mark, Provenance
from geo.maps.style import STYLES
from geo.model import Borderland

__all__ = [
    "borderland_layer",
    "borderland_pairs",
    "borderland_reasons",
    "borderland_title",
    "land_key",
]

_MOST = 3
"""Borderlands that a legend names; of more it says how many."""


def borderland_layer(analysis: Analysis, lang: str) -> Iterator[Layer]:
    """The land along the borders that the article speaks of, as one layer; none without."""
    areas = analysis.borderland_areas
    if areas.empty:
        return
    frame = areas.assign(
        label="",
        key="",
        detail=[_about(row, analysis, lang) for row in areas.to_dict("records")],
        caption="",
        priority=0.0,
        mention_ids=areas["phrases"],
    )
    yield Layer(
        id="borderlands",
        role=LayerRole.BORDERLAND,
        mark=Mark.FILL,
        title=phrase("layer.borderland", lang),
        frame=frame,
        styles={"": STYLES["borderland"]},
        legend=(("", _legend(areas, lang)),),
        provenance=Provenance.ARTICLE,
        source_ids=(*dict.fromkeys(areas["source_id"]), LAND_SOURCE),
    )


def _legend(areas: gpd.GeoDataFrame, lang: str) -> str:
    """Whose borderland it is, how wide it is drawn, and that no more is told."""
    widths = areas["width_km"]
    length = km(float(widths.max()), lang)
    if len(areas) == 1:
        names = Names.of(str(areas["iso_a"].iloc[0]), str(areas["iso_b"].iloc[0]))
        return phrase("legend.borderland", lang, pair=names, length=length)
    if len(areas) > _MOST:
        return phrase("legend.borderlands-many", lang, n=len(areas), length=length)
    pairs = borderland_pairs(areas, lang)
    return phrase("legend.borderlands", lang, pairs=pairs, length=length)


def borderland_pairs(areas: gpd.GeoDataFrame, lang: str) -> list[str]:
    """Name the two countries of each area, "Belarus – Poland", each pair once.

    Parameters
    ----------
    areas
        BORDERLANDS frame.
    lang
        Interface language.
    """
    named = [
        f"{country_name(a, lang)} – {country_name(b, lang)}"
        for a, b in zip(areas["iso_a"], areas["iso_b"], strict=True)
    ]
    return list(dict.fromkeys(named))


def _about(row: Mapping[Hashable, Any], analysis: Analysis, lang: str) -> str:
    """What the area stands for, why it is so wide, and the article's words."""
    ids = str(row["phrases"]).split()
    meant = [analysis.borderlands[int(each.removeprefix("b"))] for each in ids]
    words = ", ".join(dict.fromkeys(one.surface for one in meant))
    return "\n".join(
        (
            phrase("about.borderland", lang, pair=Names.of(str(row["iso_a"]), str(row["iso_b"]))),
            _width(meant[0], lang),
            phrase("about.written", lang, n=len(meant), words=words),
        )
    )


def _width(found: Borderland, lang: str) -> str:
    key = "about.borderland-told" if found.width_told else "about.borderland-convention"
    return phrase(key, lang, length=km(found.width_km, lang))


def borderland_title(found: Borderland, lang: str) -> str:
    """Name what a phrase means; where that can't be told, its own words.

    Parameters
    ----------
    found
        A borderland of an analysis.
    lang
        Interface language.
    """
    if not found.pairs:
        return found.surface
    names = [phrase("borderland.of", lang, pair=Names.of(*pair)) for pair in found.pairs]
    return "; ".join(names)


def borderland_reasons(found: Borderland, lang: str) -> tuple[str, ...]:
    """Say why the area is where it is and so wide, or why there is none, a sentence each.

    Parameters
    ----------
    found
        A borderland of an analysis.
    lang
        Interface language.
    """
    if not found.pairs:
        return (phrase(f"borderland.{found.reason}", lang),)
    return (
        phrase("borderland.no-more", lang),
        phrase(f"borderland.by-{found.told_by}", lang),
        _width(found, lang),
    )


def land_key(found: Borderland) -> str:
    """Tell whether two phrases mean the same land: the same pairs and width; empty without."""
    if not found.pairs:
        return ""
    return f"borderland:{'+'.join('-'.join(pair) for pair in found.pairs)}/{found.width_km:g}"
