"""Insets: only where places crowd, only where they help, by the same rules as the map."""

from __future__ import annotations

import functools
from dataclasses import replace

import numpy as np
import pytest
import shapely

from geo.analysis import Settings, analyse
from geo.datasets.articles import read_article, seeds
from geo.export.image import figure_bytes
from geo.geodesy import distance_km
from geo.maps.build import build_scene
from geo.maps.figure import LAYOUTS, compose
from geo.maps.figure.layout import Box
from geo.maps.figure.proof import faults, text_shape

EUROPE = (14.0, 49.0, 32.0, 60.0)
# places of a peninsula and a lagoon, a few kilometres apart
LETTERS = ("Alfa", "Beta", "Gamma", "Delta", "Epsilon", "Dzeta", "Eta", "Theta", "Jota", "Kappa")
CROWD = [
    (f"Miejscowość {name}", 19.0 + 0.11 * (i % 5), 54.15 + 0.16 * (i // 5) + 0.05 * (i % 2))
    for i, name in enumerate((*LETTERS, "Lambda", "My", "Ny", "Ksi"))
]
ALONE = [("Ryga", 24.1, 56.95), ("Mińsk", 27.57, 53.9)]


@functools.cache
def scene_of(slug, lang="pl"):
    path = next(s.path for s in seeds() if slug in s.slug)
    return build_scene(analyse(read_article(path), Settings()), lang=lang)


@pytest.fixture(scope="module")
def crowded(somewhere):
    return somewhere(EUROPE, "POL", [*CROWD, *ALONE], None)


def near(plate, group, name):
    last = name.split()[-1]
    return [t for t in plate.texts if t.group == group and t.words.split()[-1:] == [last]]


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_a_crowd_gets_an_inset_in_every_layout(crowded, layout):
    plate = compose(crowded, layout=layout)
    assert plate.inset is not None
    assert faults(plate) == ()
    assert plate.projection.metres_per_mm >= 2 * plate.inset.projection.metres_per_mm
    names = [CROWD[row][0] for layer, row in plate.inset.rows if layer == "mentions"]
    assert len(names) >= 8
    named = [name for name in names if near(plate, "inset:mentions", name)]
    assert len(named) >= len(names) - 1
    for name in names:
        assert not near(plate, "mentions", name), f"{name} is not named twice"
        assert name in plate.inset.said
    for name, *_ in ALONE:
        assert near(plate, "mentions", name)


def test_what_the_inset_shows_is_framed_on_the_map(crowded):
    plate = compose(crowded)
    rows = [CROWD[row] for _, row in plate.inset.rows]
    lon, lat = np.array([c[1] for c in rows]), np.array([c[2] for c in rows])
    for projection, box in (
        (plate.projection, plate.inset.source),
        (plate.inset.projection, plate.inset.box),
    ):
        x, y = projection.points(lon, lat)
        assert ((box.left < x) & (x < box.right) & (box.bottom < y) & (y < box.top)).all()
    frames = shapely.union_all(
        [i.geometry for i in plate.inks if i.group == "inset" and i.style.stroke == "#7a2a1d"]
    )
    for box in (plate.inset.source, plate.inset.box):
        rim = shapely.box(box.left, box.bottom, box.right, box.top).exterior
        assert frames.buffer(0.01).covers(rim)
    assert not plate.inset.box.overlaps(plate.inset.source)


def test_nothing_of_it_leaves_its_frame_or_hides_what_is_mentioned(crowded):
    plate = compose(crowded)
    box = plate.inset.box
    frame = shapely.box(box.left, box.bottom, box.right, box.top).buffer(0.01)
    inside = [i for i in plate.inks if i.group.startswith("inset:")]
    assert {"inset:land", "inset:mentions", "inset:scale-bar"} <= {i.group for i in inside}
    for ink in inside:
        assert frame.covers(shapely.box(*ink.geometry.bounds)), ink.group
    for symbol in (i.geometry for i in plate.inks if i.group == "mentions"):
        assert not symbol.intersects(frame)
    assert not any(i.geometry.intersects(frame) for i in plate.inks if i.group == "globe")


def test_its_scale_bar_is_as_long_as_it_says(crowded):
    plate = compose(crowded)
    bar = shapely.union_all([i.geometry for i in plate.inks if i.group == "inset:scale-bar"])
    left, bottom, right, _ = bar.bounds
    lon, lat = plate.inset.projection.inverse(np.array([left, right]), np.array([bottom] * 2))
    words = [t.words for t in plate.texts if t.group == "inset:scale" and "km" in t.words]
    length = float(words[0].removesuffix("km").strip().replace("\u00a0", ""))
    assert distance_km(lon[0], lat[0], lon[1], lat[1]) == pytest.approx(length, rel=0.003)


@pytest.mark.parametrize("count", [1, 3])
def test_few_places_near_to_one_another_need_none(somewhere, count):
    assert compose(somewhere(EUROPE, "POL", [*CROWD[:count], *ALONE], None)).inset is None


def test_places_with_room_for_their_names_need_none(scene):
    assert compose(scene).inset is None


def test_places_at_one_point_are_no_crowd_that_looking_closer_would_resolve(somewhere):
    same = [(f"Miejscowość {name}", 19.0, 54.3) for name in (*LETTERS, *"ABCD")]
    assert compose(somewhere(EUROPE, "POL", same, None)).inset is None


def test_a_hidden_layer_is_in_no_inset_either(crowded):
    plate = compose(crowded, hide={"coast"})
    assert plate.inset is not None
    assert not [i for i in plate.inks if i.group in {"coast", "inset:coast"}]


def test_the_proof_finds_what_leaves_the_inset_and_what_lies_under_it(crowded):
    plate = compose(crowded)
    own = next(t for t in plate.texts if t.group == "inset:mentions")
    other = next(t for t in plate.texts if t.group == "mentions")
    away = replace(own, words="away", box=Box(1, 60, 2, 61))
    under = replace(other, words="under", box=own.box)
    found = faults(replace(plate, texts=(away, under)))
    assert "'away' leaves the inset" in found
    assert "'under' lies under the inset" in found


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_the_example_of_kaliningrad_names_what_crowds_around_it(layout):
    plate = compose(scene_of("kaliningrad"), layout=layout)
    assert plate.inset is not None
    assert faults(plate) == ()
    for text in plate.texts:
        if text.group == "inset:mentions":
            assert not text_shape(text).is_empty


def test_those_who_do_not_see_the_inset_are_told_of_it():
    scene = scene_of("kaliningrad", "en")
    said = compose(scene).inset.said
    assert said.startswith("An inset map, ")
    assert said in figure_bytes(scene, "svg").decode("utf-8")
