"""What stands on the sheet, asked of the plate: nothing here looks at pixels."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely.geometry import Point

from geo.errors import InputError
from geo.frames import CRS
from geo.geodesy import circle, distance_km
from geo.maps.figure import LAYOUTS, compose
from geo.maps.figure.layers import draw_layer
from geo.maps.figure.layout import Box
from geo.maps.figure.names_of_points import area_of
from geo.maps.figure.proof import faults
from geo.maps.figure.proof import text_shape as shape
from geo.maps.scene import LayerRole


def said(plate, role):
    return [text.words for text in plate.texts if text.role == role]


def ink(plate, group):
    found = [i.geometry for i in plate.inks if i.group == group]
    assert found, group
    return shapely.union_all(shapely.make_valid(found))


def check_sheet(plate):
    assert faults(plate) == ()


def test_the_proof_finds_what_overlaps_and_what_leaves_its_strip(scene):
    plate = compose(scene)
    first = next(t for t in plate.texts if t.role == "capital")
    box = Box(first.box.left + 0.5, first.box.bottom, first.box.right + 0.5, first.box.top)
    beside = replace(first, words="beside", box=box)
    away = replace(first, words="away", box=Box(-5, 0, -1, 2))
    found = faults(replace(plate, texts=(first, beside, away)))
    assert len(found) == 2
    assert "overlaps 'beside'" in found[1]
    assert "'away' leaves" in found[0]


@pytest.mark.parametrize("layout", [*LAYOUTS, (120.0, 90.0), (400.0, 150.0)], ids=str)
def test_no_text_overlaps_another_or_leaves_its_strip(scene, layout):
    check_sheet(compose(scene, layout=layout, ratio=True))


def test_the_same_holds_anywhere_on_earth(distant):
    name, scene = distant
    plate = compose(scene)
    check_sheet(plate)
    mentioned = scene.layer("mentions").frame["label"].tolist()
    extent_only = {"tromsø": {"Murmansk"}}.get(name, set())
    for word in set(mentioned) - extent_only:
        assert word in said(plate, "mention"), f"{word} is not lettered"
    if name == "world":
        assert plate.projection.kind == "eqearth"
        assert said(plate, "scale") == []
    else:
        assert said(plate, "scale")


@pytest.mark.parametrize("name", ["tromsø", "date-line", "fiji", "north-pole"])
def test_rings_have_no_seam_at_the_date_line_or_the_pole(far_away, name):
    scene, site = far_away(name)
    plate = compose(scene)
    line = shapely.union_all([i.geometry for i in plate.inks if i.group.startswith("ring:y")])
    xy = shapely.get_coordinates(line)
    lon, lat = plate.projection.inverse(xy[:, 0], xy[:, 1])
    off = np.abs(distance_km(lon, lat, site[0], site[1]) - site[2])
    assert off.max() < site[2] * 0.01, "every point of the line is as far as the ring's radius"


def test_the_map_keeps_its_room(scene):
    for name, least in {"half": 0.62, "full": 0.75, "slide": 0.62, "square": 0.68}.items():
        plate = compose(scene, layout=name)
        assert plate.map_box.height / plate.layout.height_mm >= least


def test_capitals_are_never_dropped_for_the_name_of_their_country(scene):
    for layout in LAYOUTS:
        plate = compose(scene, layout=layout)
        assert {"Mińsk", "Wilno", "Warszawa", "Ryga", "Kijów"} <= set(said(plate, "capital"))
        assert any(words.startswith("BIAŁORUŚ") for words in said(plate, "focus"))
        assert "Osipowicze" in said(plate, "site")


def test_a_mentioned_country_has_its_symbol_beside_its_name(scene):
    plate = compose(scene)
    name = next(t for t in plate.texts if t.words.startswith("BIAŁORUŚ"))
    assert name.words == "BIAŁORUŚ\u00a0×17"
    symbols = [i.geometry for i in plate.inks if i.group == "mentions:areas"]
    near = [s for s in symbols if s.distance(shape(name)) < 1.5]
    assert len(near) == 1
    assert not any(s.intersects(shape(t)) for s in symbols for t in plate.texts)
    own = [i for i in plate.inks if i.group == "mentions"]
    assert len(own) == 1, "the Kremlin stays at its point, the countries' points are not drawn"


def test_names_stand_in_their_own_country(scene):
    plate = compose(scene)
    focus = ink(plate, "focus")
    for text in plate.texts:
        if text.role == "focus-city":
            assert shape(text).intersection(focus).area > 0.6 * shape(text).area, text.words
        if text.words == "Smoleńsk":
            assert not focus.intersects(shape(text))


def test_exclave_is_named(scene):
    plate = compose(scene, layout="half")
    assert "(ROSJA)" in said(plate, "exclave")


def test_ring_line_is_broken_for_its_caption_and_the_caption_lies_on_it(scene):
    plate = compose(scene)
    for words, group in (("500 km", "ring:x"), ("400 km", "ring-band:x")):
        caption = next(t for t in plate.texts if t.words == words)
        lines = [i.geometry for i in plate.inks if i.group == group and i.style.fill is None]
        line = shapely.union_all(lines)
        assert not line.intersects(caption.outline)
        assert line.distance(caption.outline.centroid) < caption.box.width


def test_radii_on_the_sheet(scene):
    plate = compose(scene)
    x, y = plate.projection.points(np.array([28.62872]), np.array([53.30588]))
    site = shapely.Point(x[0], y[0])
    for group, km in (
        ("ring:x", 500),
        ("ring-band:x", 400),
        ("dead-zone:x", 50),
        ("uncertainty", 8),
    ):
        line = shapely.get_coordinates(ink(plate, group))
        lon, lat = plate.projection.inverse(line[:, 0], line[:, 1])
        measured = distance_km(lon, lat, 28.62872, 53.30588)
        inside = measured > km * 0.98  # fills have no other vertices than their edge
        assert inside.all()
        assert measured.max() == pytest.approx(km, rel=0.004), group
    assert ink(plate, "dead-zone:x").contains(site)


def test_borders_meet_at_every_tripoint(scene):
    plate = compose(scene, layout="full")
    ours = ink(plate, "focus-border")
    others = ink(plate, "borders")
    ends = [
        shapely.Point(xy)
        for part in shapely.get_parts(shapely.line_merge(ours))
        for xy in (part.coords[0], part.coords[-1])
    ]
    assert ends
    for end in ends:
        assert others.distance(end) < 0.05, "another border goes on where ours ends"


def test_scale_bar_is_as_long_as_it_says(scene):
    plate = compose(scene)
    bar = ink(plate, "scale-bar")
    left, bottom, right, _ = bar.bounds
    lon, lat = plate.projection.inverse(np.array([left, right]), np.array([bottom, bottom]))
    words = [w for w in said(plate, "scale") if w.endswith("km")]
    length = float(words[0].removesuffix("km").strip().replace("\u00a0", ""))
    assert distance_km(lon[0], lat[0], lon[1], lat[1]) == pytest.approx(length, rel=0.003)


def test_ratio_is_written_only_where_it_holds(scene):
    with_ratio = [w for w in said(compose(scene, ratio=True), "scale") if w.startswith("1:")]
    assert len(with_ratio) == 1
    plate = compose(scene)
    assert not any(w.startswith("1:") for w in said(plate, "scale"))
    stated = int("".join(c for c in with_ratio[0][2:] if c.isdigit()))
    assert stated == pytest.approx(plate.scale_denominator, rel=0.06)


def test_legend_says_what_is_seen_and_nothing_else(scene):
    plate = compose(scene)
    words = [w for _, w in plate.legend]
    assert words == said(plate, "legend")
    assert words[:2] == ["Granica Białoruś–NATO", "Zasięg 500 km (Iskander-M)"]
    assert "Strefa martwa 50 km" in words
    assert len(words) == len(set(words))
    assert {i for i, _ in plate.legend} <= set(plate.shown)


@pytest.mark.parametrize("hide", ["ring:x", "focus-border", "cities", "sites", "alliance"])
def test_hidden_layers_leave_picture_and_legend(scene, hide):
    full, plate = compose(scene), compose(scene, hide={hide})
    gone = scene.hiding({hide})
    assert gone
    assert not [i.group for i in plate.inks if i.group.split("/")[0] in gone]
    assert not [w for i, w in plate.legend if i in gone]
    assert not [t.words for t in plate.texts if t.group in gone]
    assert plate.projection.window[0] == pytest.approx(full.projection.window[0], abs=90_000)


def test_a_layer_that_is_not_there_cannot_be_hidden(scene):
    with pytest.raises(InputError, match="no layer 'ringg'"):
        compose(scene, hide={"ringg"})


@pytest.mark.parametrize("layout", ["poster", (10.0, 10.0), (200.0, 9000.0)])
def test_impossible_layouts_are_refused(scene, layout):
    with pytest.raises(InputError):
        compose(scene, layout=layout)


def test_words_around_the_map_are_kept_whatever_their_length(worded):
    long = "Bardzo długi tytuł, który nie mieści się w wierszu, " * 4
    plate = compose(worded(title=long, subtitle=long, notes=(long,) * 3))
    check_sheet(plate)
    assert said(plate, "as-of") == ["Stan na 6 kwietnia 2023 r."]
    assert " ".join(said(plate, "sources")).count("Bardzo długi") == 12
    assert plate.map_box.height > 0.5 * plate.layout.height_mm


def test_footer_has_sources_projection_and_notes(scene):
    footer = " ".join(said(compose(scene), "sources")).replace("\u00a0", " ")
    for part in ("Made with Natural Earth", "GeoNames (CC BY 4.0)", "Lamberta", "statusu granic"):
        assert part in footer
    assert said(compose(scene), "as-of") == ["Stan na 6 kwietnia 2023 r."]


def test_one_letter_words_do_not_end_a_line(worded):
    plate = compose(worded(notes=("a w z o " * 60,)))
    for text in plate.texts:
        if text.role == "sources":
            assert not text.words.endswith((" w", " z", " o", " a"))


def test_what_is_dropped_is_told(scene):
    plate = compose(scene, layout=(90.0, 90.0))
    assert plate.dropped
    assert all(drop.reason and drop.words for drop in plate.dropped)
    named = {t.words for t in plate.texts}
    assert not {drop.words for drop in plate.dropped if drop.role in {"city", "capital"}} & named


def test_globe_shows_where_the_map_is_and_hides_nothing_that_matters(scene):
    plate = compose(scene)
    globe = ink(plate, "globe")
    assert not globe.intersects(ink(plate, "sites"))
    assert not globe.intersects(ink(plate, "focus-border"))
    assert not any(globe.intersects(shape(t)) for t in plate.texts)


def test_a_name_stands_nearest_to_its_own_symbol(scene):
    for layout in LAYOUTS:
        plate = compose(scene, layout=layout)
        cities = scene.layer("cities").frame
        named = [t for t in plate.texts if t.role in {"capital", "focus-city", "city"}]
        x, y = plate.projection.points(cities.geometry.x.to_numpy(), cities.geometry.y.to_numpy())
        drawn = {t.words for t in named}
        points = {
            name: shapely.Point(a, b)
            for name, a, b in zip(cities["label"], x, y, strict=True)
            if name in drawn
        }
        for text in named:
            nearest = min(points, key=lambda name, text=text: points[name].distance(shape(text)))
            assert nearest == text.words


def test_symbols_that_coincide_stand_side_by_side(scene):
    frame = scene.layer("mentions").frame
    twice = frame.assign(geometry=[Point(37.6176, 55.7520)] * 3, key="mention-facility")
    layers = [replace(la, frame=twice) if la.id == "mentions" else la for la in scene.layers]
    plate = compose(replace(scene, layers=tuple(layers)))
    symbols = [i.geometry for i in plate.inks if i.group == "mentions"]
    assert len(symbols) == 3
    assert shapely.union_all(symbols).area > 0.9 * sum(s.area for s in symbols)


def test_a_mentioned_sea_is_named_once_with_its_symbol(scene):
    frame = scene.layer("mentions").frame.iloc[[0]]
    frame = frame.assign(label="Morze Bałtyckie", key="mention", geometry=[Point(19.0, 55.5)])
    layers = [replace(la, frame=frame) if la.id == "mentions" else la for la in scene.layers]
    plate = compose(replace(scene, layers=tuple(layers)))
    assert " ".join(said(plate, "sea")) == "Morze Bałtyckie"
    assert "Morze Bałtyckie" not in said(plate, "mention")
    assert len([i for i in plate.inks if i.group == "mentions:areas"]) == 1


def test_controls_and_rare_letters_of_a_title_do_not_stop_the_figure(worded):
    plate = compose(worded(title="Об\u02bcєкт ṭ \u202e x\ny"))
    assert said(plate, "title") == ["Об\u02bcєкт ṭ x y"]


def test_what_two_rings_cover_is_covered(scene):
    ring = scene.layer("ring:x")
    both = [circle(28.6, 53.3, 500), circle(31.0, 52.3, 500)]
    frame = gpd.GeoDataFrame(geometry=both, crs=CRS).assign(label="", key="", caption="")
    projection = compose(scene).projection
    covered = area_of([draw_layer(replace(ring, frame=frame), projection)], LayerRole.RING)
    x, y = projection.points(np.array([30.0]), np.array([52.8]))
    assert shapely.intersects_xy(covered, x[0], y[0])


def test_a_symbol_whose_name_is_said_already_is_not_covered(scene):
    frame = scene.layer("mentions").frame.iloc[[0, 0]]
    frame = frame.assign(label="Kreml", key=["mention-facility", "mention"], caption="")
    layers = [replace(la, frame=frame) if la.id == "mentions" else la for la in scene.layers]
    plate = compose(replace(scene, layers=tuple(layers)))
    assert said(plate, "mention") == ["Kreml"]
    symbols = [i.geometry for i in plate.inks if i.group == "mentions"]
    assert len(symbols) == 2
    assert not any(s.intersects(shape(t)) for s in symbols for t in plate.texts)
