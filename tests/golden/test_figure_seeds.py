"""Figures of the examples, from article to plate: what each must say, and the seed's in full."""

from __future__ import annotations

import functools
import re

import pytest
import shapely

from geo.analysis import Settings, analyse
from geo.datasets.articles import read_article, seeds
from geo.i18n import LANGUAGES
from geo.maps.build import build_scene
from geo.maps.figure import LAYOUTS, compose
from geo.maps.figure.proof import faults
from geo.maps.scene import LayerRole

SEED = "putin-lukashenko-2023-04-06"
SLUGS = [info.slug for info in seeds()]


@functools.cache
def scene_of(slug: str, lang: str):
    path = next(info.path for info in seeds() if info.slug == slug)
    return build_scene(analyse(read_article(path), Settings()), lang=lang)


def words(plate, *roles):
    return [text.words for text in plate.texts if not roles or text.role in roles]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_every_example_is_fit_for_print(slug, lang):
    scene = scene_of(slug, lang)
    for layout in LAYOUTS if lang == "pl" else ("half",):
        plate = compose(scene, layout=layout)
        assert faults(plate) == (), layout
        footer = " ".join(words(plate, "sources")).replace("\u00a0", " ")
        for needed in (*scene.text.credits, *scene.text.notes):
            assert " ".join(needed.split()).rstrip(".") in footer, layout
        assert words(plate, "as-of") == [scene.text.as_of]
        if lang != "uk":
            assert not re.search("[а-яіїєґ]", " ".join(words(plate)), re.IGNORECASE)


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_the_seed_shows_its_sites_rings_border_and_capitals(layout):
    plate = compose(scene_of(SEED, "pl"), layout=layout)
    said = " ".join(words(plate))
    assert "Osipowicze" in words(plate, "site")
    for part in ("500\u00a0km", "400\u00a0km", "6 kwietnia 2023", "1263", "50\u00a0km"):
        assert part in said, part
    assert {"Mińsk", "Wilno", "Kijów"} <= set(words(plate, "capital"))
    assert any(name.startswith("BIAŁORUŚ") for name in words(plate, "focus", "country"))
    groups = {ink.group.split(":")[0] for ink in plate.inks}
    assert {"ring", "ring-band", "dead-zone", "uncertainty", "sites", "focus-border"} <= groups
    assert plate.map_box.height >= 0.62 * plate.layout.height_mm


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_seeds_legend_leaves_the_half_page_to_the_map(lang):
    plate = compose(scene_of(SEED, lang))
    rows = {round(text.y, 1) for text in plate.texts if text.role == "legend"}
    assert len(rows) <= 3
    said = [words for layer, words in plate.legend if layer.startswith(("ring:", "sites"))]
    assert len(said) == 2, "each ring with its site's symbol on it, and no entry for those symbols"
    symbols = [ink for ink in plate.inks if ink.group.startswith("legend:ring:")]
    assert sum(ink.geometry.geom_type == "Polygon" for ink in symbols) >= 2


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("pl", "Polska (państwo UE i NATO)"),
        ("en", "Poland (EU and NATO member)"),
        ("uk", "Польща (країна ЄС і НАТО)"),
    ],
)
def test_the_legend_tells_that_the_country_in_focus_is_a_member_too(lang, said):
    plate = compose(scene_of("suwalki-gap-2023-07-14", lang))
    assert said in words(plate, "legend")


@pytest.mark.parametrize("layout", list(LAYOUTS))
@pytest.mark.parametrize(("lang", "homel"), [("pl", "Homel"), ("en", "Homyel"), ("uk", "Гомель")])
def test_a_regional_centre_beside_a_site_keeps_its_name(layout, lang, homel):
    assert homel in words(compose(scene_of(SEED, lang), layout=layout), "focus-city")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_legend_explains_capitals_where_one_is_lettered(slug):
    plate = compose(scene_of(slug, "en"))
    explained = "Capital" in {words for _, words in plate.legend}
    assert explained == bool(words(plate, "capital"))
    towns = "Town" in {words for _, words in plate.legend}
    assert towns == bool(words(plate, "city", "focus-city"))


@pytest.mark.parametrize("slug", SLUGS)
def test_no_city_stands_under_the_scale_bar(slug):
    plate = compose(scene_of(slug, "en"))
    bar = [text.box for text in plate.texts if text.role == "scale"]
    corners = [(b.left, b.bottom, b.right, b.top) for b in bar]
    boxes = shapely.union_all([shapely.box(*corner) for corner in corners])
    cities = [ink.geometry for ink in plate.inks if ink.group == "cities"]
    assert bar
    assert not any(shapely.intersects(city, boxes) for city in cities)


def test_members_on_the_date_and_no_others():
    scene = scene_of(SEED, "pl")
    (members,) = (
        la.frame.index for la in scene.by_role(LayerRole.ALLIANCE) if la.id == "alliance:NATO"
    )
    assert "FIN" in members, "joined on 4 April 2023"
    assert "SWE" not in members, "joined on 7 March 2024"


def test_where_nothing_is_documented_the_figure_says_so():
    scene = scene_of("taiwanstrasse-2024-05-27", "en")
    assert not scene.by_role(LayerRole.RING)
    footer = " ".join(words(compose(scene), "sources"))
    assert "No basing site or range is documented" in footer
