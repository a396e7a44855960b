"""Paper and screen draw the same scene: same layers, same styles, same words, same rings."""

from __future__ import annotations

import dataclasses
import functools

import numpy as np
import pytest
import shapely

from geo.analysis import RingChoice, Settings, analyse
from geo.datasets.articles import read_article, seeds
from geo.geodesy import distance_km
from geo.maps.build import build_scene
from geo.maps.figure import compose
from geo.maps.figure.shapes import hatching, polygons_of
from geo.maps.scene import LayerRole, Mark, Scene
from geo.maps.style import STYLES
from geo.maps.web.draw import _spec
from geo.maps.web.features import collection
from geo.model import Article

SLUGS = [seed.slug for seed in seeds()]
CONTENT = {
    LayerRole.ALLIANCE, LayerRole.DISPUTED_AREA, LayerRole.FOCUS, LayerRole.FOCUS_BORDER,
    LayerRole.RING, LayerRole.RING_BAND, LayerRole.DEAD_ZONE, LayerRole.REACH, LayerRole.SITES,
    LayerRole.UNCERTAINTY, LayerRole.MENTIONS, LayerRole.BORDERLAND,
}  # fmt: skip


@functools.cache
def scene_of(slug: str, *, own_ring: bool = False) -> Scene:
    path = next(seed.path for seed in seeds() if seed.slug == slug)
    rings = (RingChoice(site_id="lida_ab", system_id="iskander_m"),) if own_ring else ()
    return build_scene(analyse(read_article(path), Settings(rings=rings)), lang="en")


@functools.cache
def web_of(slug: str) -> dict[str, dict]:
    scene = scene_of(slug, own_ring=True)
    return {layer.id: collection(layer, scene.extent) for layer in scene.layers}


@pytest.mark.parametrize("slug", SLUGS)
def test_both_show_the_same_content_layers(slug):
    scene = scene_of(slug)
    plate = compose(scene, layout="half")
    on_paper = set(plate.shown)
    for layer in scene.layers:
        if layer.role not in CONTENT:
            continue
        sent = collection(layer, scene.extent)["features"]
        if layer.id in on_paper:
            assert layer.visible
            assert sent, f"{layer.id} is on paper but not on screen"
        if not layer.visible:
            assert layer.id not in on_paper
    # nothing is on paper that the scene doesn't have
    assert on_paper <= {layer.id for layer in scene.layers}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_legends_say_the_same_of_what_is_shown(slug):
    scene = scene_of(slug)
    plate = compose(scene, layout="full")
    words = {layer.id: {text for _, text in layer.legend} for layer in scene.layers}
    for layer_id, text in plate.legend:
        assert text in words[layer_id]
        spec = _spec(scene.layer(layer_id), "x")
        assert text in {row[1] for row in spec["legend"]}


def test_a_layer_hidden_is_in_neither_picture_nor_legend():
    scene = scene_of("putin-lukashenko-2023-04-06")
    hidden = scene.hiding(["ring:asipovichy_465/iskander_m", "reach"])
    assert len(hidden) == 4
    plate = compose(scene, layout="half", hide=hidden)
    assert not hidden & set(plate.shown)
    assert not hidden & {layer_id for layer_id, _ in plate.legend}
    assert not hidden & {ink.group for ink in plate.inks}


BORDERLAND_TEXT = (
    "Lithuanian guards stopped a lorry near the border with Latvia. Lithuania said that a"
    " balloon fell 10 km from the Polish-Lithuanian border."
)


@pytest.mark.parametrize("lang", ["en", "pl", "uk"])
@pytest.mark.parametrize("layout", ["half", "full"])
def test_a_borderland_is_the_same_land_and_words_on_paper_and_screen(lang, layout):
    scene = build_scene(analyse(Article(text=BORDERLAND_TEXT, lang="en")), lang=lang)
    layer = scene.layer("borderlands")
    plate = compose(scene, layout=layout)
    assert layer.id in plate.shown
    assert [text for name, text in plate.legend if name == layer.id] == [layer.legend[0][1]]
    features = collection(layer, scene.extent)["features"]
    assert [f["properties"]["ids"] for f in features] == ["b0", "b1"]
    for feature, (row_id, row) in zip(features, layer.frame.iterrows(), strict=True):
        assert feature["properties"]["detail"] == row["detail"]
        assert shapely.contains_xy(row["geometry"], *feature["properties"]["at"]), row_id
    # hatched on paper within the very land, and as the style says on screen
    hatch = [ink for ink in plate.inks if ink.group == layer.id and ink.style.width_pt]
    assert hatch
    assert _spec(layer, "x")["styles"][""]["hatch"] == STYLES["borderland"].hatch
    hidden = compose(scene, layout=layout, hide=["borderlands"])
    assert layer.id not in hidden.shown
    assert not [text for name, text in hidden.legend if name == layer.id]


def test_land_of_two_borders_is_hatched_once():
    """Where two areas overlap there is hatch, not a hole."""
    near = shapely.box(0, 0, 40, 40)
    both = polygons_of(np.array([near, shapely.box(20, 20, 60, 60)], dtype=object))
    marks = hatching(both, "\\", 1.5)
    assert shapely.intersection(marks, shapely.box(22, 22, 38, 38)).length > 50


def test_styles_reach_the_browser_unchanged():
    scene = scene_of("putin-lukashenko-2023-04-06", own_ring=True)
    for layer in scene.layers:
        sent = _spec(layer, "x")["styles"]
        for key, style in layer.styles.items():
            for name, value in sent[key].items():
                assert getattr(style, name) == value
            left_out = {field.name for field in dataclasses.fields(style)} - set(sent[key])
            plain = type(style)()
            assert all(getattr(style, name) == getattr(plain, name) for name in left_out)


def test_rings_are_the_same_circles_on_paper_and_screen():
    """Every vertex is at the ring's radius: within 1 m in the scene, 100 m on screen (rounding)."""
    scene = scene_of("putin-lukashenko-2023-04-06", own_ring=True)
    plate = compose(scene, layout="half")
    for layer in scene.by_role(LayerRole.RING):
        row = layer.frame.iloc[0]
        ring = shapely.get_coordinates(layer.frame.geometry.iloc[0])
        radii = distance_km(row["lon"], row["lat"], ring[:, 0], ring[:, 1])
        assert np.abs(radii - row["high_km"]).max() < 0.001
        assert layer.id in plate.shown
        assert layer.mark is Mark.FILL
    # a person's own pair is dashed in both, since the style is one
    own = scene.layer("ring:lida_ab/iskander_m")
    assert own.style_of("").dash_pt
    assert not scene.layer("ring:asipovichy_465/iskander_m").style_of("").dash_pt


def test_every_word_of_the_scene_s_frame_is_on_paper():
    scene = scene_of("putin-lukashenko-2023-04-06")
    flat = " ".join(compose(scene, layout="full").said().split())
    for part in (scene.text.title, scene.text.as_of):
        assert part in flat
    for sentence in (*scene.text.notes, *scene.text.credits):
        assert " ".join(sentence.rstrip(".").split()) in flat


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


GROUNDS = ["#ddebf2", "#f6f3ec", "#bccde6", "#f4cdbb"]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(
    "name", ["coast", "borders", "disputed", "focus-border", "lakes", "borderland"]
)
def test_lines_that_carry_meaning_stand_out_from_every_fill(name, ground):
    stroke = STYLES[name].stroke
    assert stroke is not None
    assert _contrast(stroke, ground) >= 3.0


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", ["land", "focus", "mention", "region", "city"])
def test_names_can_be_read_on_every_fill(name, ground):
    assert _contrast(STYLES[name].text, ground) >= 4.5
