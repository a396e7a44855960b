"""From an analysis to the one picture that every renderer draws."""

from __future__ import annotations

from dataclasses import replace

from geo.analysis import Analysis
from geo.datasets.countries import read_countries
from geo.datasets.sources import source_of
from geo.i18n import LANGUAGES
from geo.maps.arms import reach_layers, ring_layers, site_layers
from geo.maps.base import Ground, detail_for
from geo.maps.borderlands import borderland_layer
from geo.maps.extent import extent_of
from geo.maps.mentions import city_layer, mention_layers, sea_layer
from geo.maps.scene import Layer, Scene, SceneText
from geo.maps.words import scene_text

__all__ = ["build_scene"]


def build_scene(
    analysis: Analysis,
    *,
    lang: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    alt: str | None = None,
) -> Scene:
    """Compose the layers, legend and words of an analysis.

    Parameters
    ----------
    analysis
        The article understood.
    lang
        Language of the picture: pl, en or uk; None takes the article's, else English.
    title, subtitle, alt
        Words of a person's own instead of the composed ones.

    Returns
    -------
    Scene
        Layers from the ground up. Everything is computed from the analysis and the shipped data.
    """
    spoken = lang or (analysis.lang if analysis.lang in LANGUAGES else "en")
    extent = extent_of(analysis, read_countries("world"))
    detail = detail_for(extent)
    ground = Ground(analysis, detail=detail, lang=spoken)
    layers: tuple[Layer, ...] = (
        *ground.fills(),
        *ground.lines(),
        *borderland_layer(analysis, spoken),
        *reach_layers(analysis, spoken, detail),
        *ring_layers(analysis, spoken),
        *ground.focus_border(),
        sea_layer(spoken),
        city_layer(analysis, spoken),
        *site_layers(analysis, spoken),
        *mention_layers(analysis, spoken),
    )
    ids = dict.fromkeys(i for layer in layers for i in layer.source_ids)
    known = {i: analysis.sources.get(i) or source_of(i) for i in ids}
    sources = {**analysis.sources, **{i: s for i, s in known.items() if s is not None}}
    cited = replace(analysis, sources=sources)
    given = SceneText(
        title=title or "", subtitle=subtitle or "", as_of="", notes=(), credits=(), alt=alt or ""
    )
    return Scene(
        layers=layers,
        extent=extent,
        lang=spoken,
        on=analysis.on,
        text=scene_text(cited, layers, spoken, given=given),
        sources=sources,
        article_id=analysis.article.id,
        viewpoint=analysis.settings.viewpoint,
    )
