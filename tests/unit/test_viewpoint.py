"""Whose land a picture shows: asked of the scene, by viewpoint."""

from __future__ import annotations

import functools
from datetime import date

import pytest
import shapely
from shapely.geometry import LineString, Point

from geo.analysis import Settings, analyse
from geo.datasets.countries import read_coasts
from geo.datasets.join import VIEWPOINTS, country_at, read_disputed, read_disputed_shapes
from geo.maps.build import build_scene
from geo.maps.figure import compose
from geo.maps.figure.proof import faults
from geo.maps.scene import LayerRole, Scene
from geo.maps.style import ALLIANCES, STYLES
from geo.maps.viewpoint import coasts_in, countries_drawn, countries_drawn_in
from geo.maps.web.features import collection
from geo.model import Article

TEXT = "Fires broke out in Sevastopol, Simferopol and Kerch in Crimea and in Kherson, Ukraine said."

SIMFEROPOL, LAAYOUNE, PRISTINA = (34.1, 44.95), (-12.5, 26.5), (21.1, 42.6)
PEREKOP = LineString([(33.3, 46.0), (34.3, 46.3)])
"""Across it, from the Black Sea to the Syvash: the neck between Crimea and the mainland."""


@functools.cache
def scene_of(viewpoint: str, lang: str = "en") -> Scene:
    article = Article(text=TEXT, lang="en", published=date(2023, 6, 1))
    return build_scene(analyse(article, Settings(viewpoint=viewpoint)), lang=lang)


def owner(scene: Scene, at: tuple[float, float]) -> str:
    """The row of the land that is drawn there."""
    land = scene.layer("land").frame
    found = land.index[land.geometry.contains(Point(at))]
    assert len(found) == 1, "land is drawn once"
    return str(found[0])


def lines(scene: Scene, role: LayerRole) -> set[str]:
    return {str(name) for layer in scene.by_role(role) for name in layer.frame.index}


@pytest.mark.parametrize(
    ("viewpoint", "crimea", "sahara", "kosovo"),
    [
        ("un", "UKR", "ESH", "XKX"),
        ("de_facto", "RUS", "MAR", "XKX"),
        # whole territories keep their name, and are part of nobody
        ("neutral", "crimea", "ESH", "XKX"),
    ],
)
def test_land_is_whose_the_viewpoint_says(viewpoint, crimea, sahara, kosovo):
    scene = scene_of(viewpoint)
    assert owner(scene, SIMFEROPOL) == crimea
    assert owner(scene, LAAYOUNE) == sahara
    assert owner(scene, PRISTINA) == kosovo


@pytest.mark.parametrize("viewpoint", VIEWPOINTS)
def test_the_country_in_focus_is_coloured_as_far_as_the_viewpoint_goes(viewpoint):
    (focus,) = scene_of(viewpoint).by_role(LayerRole.FOCUS)
    holds = bool(focus.frame.geometry.contains(Point(SIMFEROPOL)).any())
    assert holds == (country_at(*SIMFEROPOL, viewpoint=viewpoint) == (focus.frame.index[0],))


def test_crimea_has_the_edge_that_the_viewpoint_gives_it():
    def across(viewpoint: str, role: LayerRole) -> set[str]:
        found = scene_of(viewpoint).by_role(role)
        return {
            str(name)
            for layer in found
            for name in layer.frame.index[layer.frame.geometry.intersects(PEREKOP)]
        }

    border, own, dashed = LayerRole.BORDERS, LayerRole.FOCUS_BORDER, LayerRole.DISPUTED
    assert across("un", border) | across("un", own) | across("un", dashed) == set(), "internal"
    assert across("de_facto", border) | across("de_facto", own) == {"RUS-UKR"}
    assert across("de_facto", dashed) == set()
    assert across("neutral", dashed) == {"crimea"}
    assert across("neutral", border) | across("neutral", own) == set()


@pytest.mark.parametrize(
    ("viewpoint", "solid", "dashed"),
    [
        ("un", {"DZA-ESH", "ESH-MRT"}, {"western_sahara"}),
        ("de_facto", {"DZA-MAR", "MAR-MRT"}, set()),
        ("neutral", set(), {"western_sahara"}),
    ],
)
def test_western_sahara_has_borders_by_viewpoint(viewpoint, solid, dashed):
    scene = scene_of(viewpoint)
    pairs = {pair for pair in lines(scene, LayerRole.BORDERS) if "ESH" in pair or "MRT" in pair}
    assert solid <= lines(scene, LayerRole.BORDERS)
    assert "ESH-MAR" not in pairs, "open by the United Nations, internal or nobody's otherwise"
    assert lines(scene, LayerRole.DISPUTED) & {"western_sahara"} == dashed


@pytest.mark.parametrize(
    ("viewpoint", "serbian", "albanian", "dashed"),
    [("un", False, True, True), ("de_facto", True, True, False), ("neutral", False, False, True)],
)
def test_kosovo_has_borders_by_viewpoint(viewpoint, serbian, albanian, dashed):
    scene = scene_of(viewpoint)
    solid = lines(scene, LayerRole.BORDERS)
    assert ("SRB-XKX" in solid) == serbian
    assert ("ALB-XKX" in solid) == albanian
    assert ("kosovo" in lines(scene, LayerRole.DISPUTED)) == dashed


@pytest.mark.parametrize("viewpoint", VIEWPOINTS)
@pytest.mark.parametrize("detail", ["world", "regional"])
def test_no_land_is_lost_or_drawn_twice(viewpoint, detail):
    drawn = countries_drawn(detail, viewpoint).countries.geometry
    before = countries_drawn(detail, "un").countries.geometry
    assert shapely.area(drawn).sum() == pytest.approx(shapely.area(before).sum(), abs=1e-6)
    assert len(countries_drawn(detail, viewpoint).territories) == len(read_disputed())


@pytest.mark.parametrize("viewpoint", VIEWPOINTS)
def test_places_are_assigned_to_whom_the_land_is_drawn_for(viewpoint):
    """The join and the picture have two sources of outlines; inside a territory they agree."""
    land = countries_drawn("regional", viewpoint).countries.geometry
    shapes = read_disputed_shapes()
    for territory in read_disputed():
        core = shapely.buffer(shapes[territory.area_id], -0.02)
        if core.is_empty:
            continue
        point = shapely.point_on_surface(core)
        (told,) = country_at(point.x, point.y, viewpoint=viewpoint)
        rows = land.index[land.contains(point)].tolist()
        named = {territory.area_id, *([territory.un] if len(rows[0]) == 3 else [])}
        assert rows == [told] if told else rows[0] in named, territory.area_id


@pytest.mark.parametrize("lang", ["pl", "en", "uk"])
@pytest.mark.parametrize("viewpoint", VIEWPOINTS)
def test_both_renderers_hatch_what_is_disputed_and_say_by_whom_it_is_drawn(viewpoint, lang):
    scene = scene_of(viewpoint, lang)
    layer = scene.layer("disputed-area")
    assert layer.toggle
    assert layer.style_of("").hatch
    plate = compose(scene, layout="half")
    assert faults(plate) == ()
    assert "disputed-area" in plate.shown
    ((_, words),) = layer.legend
    assert ("disputed-area", words) in plate.legend
    assert collection(layer, scene.extent)["features"]
    hidden = compose(scene, layout="half", hide={"disputed-area"})
    assert "disputed-area" not in {ink.group for ink in hidden.inks}


def test_the_three_viewpoints_are_told_apart_in_the_legend():
    said = {scene_of(v).layer("disputed-area").legend for v in VIEWPOINTS}
    assert len(said) == len(VIEWPOINTS)


def test_a_window_at_full_detail_agrees_with_the_map_of_the_world():
    window = (32.0, 44.0, 37.0, 47.0)
    for viewpoint, iso in (("un", "UKR"), ("de_facto", "RUS"), ("neutral", "crimea")):
        land = countries_drawn_in(window, viewpoint).countries.geometry
        assert land.index[land.contains(Point(SIMFEROPOL))].tolist() == [iso]
    # most of this window's Ukraine is Crimea: that doesn't make the rest of it Crimea
    small = countries_drawn_in((33.0, 44.0, 36.0, 46.3), "de_facto").countries.geometry
    assert small.index[small.contains(Point(33.4, 46.25))].tolist() == ["UKR"]


def test_full_detail_has_more_points_and_coasts_without_the_edge_of_the_window():
    window = (18.0, 53.0, 22.0, 56.0)
    fine = coasts_in(window)
    inner = shapely.box(18.01, 53.01, 21.99, 55.99)
    coarse = shapely.union_all(read_coasts("regional").geometry.to_numpy())
    points = [shapely.get_num_coordinates(shapely.intersection(c, inner)) for c in (fine, coarse)]
    assert points[0] > 1.5 * points[1]
    assert shapely.box(*window).exterior.buffer(1e-4).intersection(fine).length < 0.05
    borders = countries_drawn_in(window, "un").borders.geometry
    along = shapely.intersection(fine, shapely.union_all(borders.to_numpy()).buffer(1e-6))
    assert along.length < 0.01, "a border is no coast"


def test_its_hatch_is_its_own_so_that_it_is_told_without_hues():
    """In grey, and by who doesn't tell red from green: nothing else is hatched that way."""
    own = STYLES["disputed-area"].hatch
    others = [style.hatch for name, style in STYLES.items() if name != "disputed-area"]
    assert own
    assert own not in {*others, *(style.hatch for style in ALLIANCES)}
