"""What the browser is sent: small, escaped, the same every time."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from pathlib import Path

import folium
import geopandas as gpd
import jinja2
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

import geo
from geo.frames import CRS
from geo.maps.scene import Layer, LayerRole, Mark, Provenance, Scene, SceneText, Style
from geo.maps.web import draw_map, esc, web_map
from geo.maps.web.anchors import caption_point, name_point
from geo.maps.web.assets import leaflet_script, styles
from geo.maps.web.escape import script_json
from geo.maps.web.features import collection
from geo.maps.web.fit import fitted, straightened, unwrapped, window_of

EXTENT = (20.0, 50.0, 30.0, 56.0)
ROOT = Path(geo.__file__).resolve().parents[1]


def decoded(geometry: dict) -> list:
    """What the drawing code makes of the flat differences."""

    def sums(value: list) -> list:
        if isinstance(value[0], list):
            return [sums(item) for item in value]
        pairs = np.cumsum(np.asarray(value).reshape(-1, 2), axis=0) / 1000
        return pairs.tolist()

    return sums(geometry["c"])


def layer(shapes: list, *, mark: Mark = Mark.FILL, **columns: object) -> Layer:
    frame = gpd.GeoDataFrame(columns, geometry=shapes, crs=CRS, index=range(len(shapes)))
    return Layer(
        id="layer",
        role=LayerRole.LAND,
        mark=mark,
        title="Layer",
        frame=frame,
        styles={"": Style(fill="#ffffff")},
        provenance=Provenance.BASE,
    )


def scene(*layers: Layer, extent: tuple[float, float, float, float] = EXTENT) -> Scene:
    text = SceneText(title="T", subtitle="", as_of="", notes=(), credits=(), alt="Alt")
    return Scene(layers=layers, extent=extent, lang="en", on=date(2023, 4, 6), text=text)


@given(st.text())
def test_escaped_text_has_nothing_that_html_or_script_could_read(text: str) -> None:
    escaped = esc(text)
    assert not set(escaped) & set("<>\"'`${}\\")


def test_escaping_covers_all_of_the_measured_payloads() -> None:
    assert esc("`${x}\\x3c'\"<&>") == ("&#96;&#36;&#123;x&#125;&#92;x3c&#39;&#34;&#60;&#38;&#62;")


@given(
    st.recursive(st.text() | st.integers(), lambda v: st.lists(v) | st.dictionaries(st.text(), v))
)
def test_json_for_scripts_means_the_same_and_holds_nothing_to_run(value: object) -> None:
    written = script_json({"value": value, "text": "{{ 1 }}{% raw %}`${x}</script>"})
    assert json.loads(written)["value"] == value
    for mark in ("<", "`", "$", "{{", "{%", "{#", "'"):
        assert mark not in written
    assert jinja2.Template(written).render() == written


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.floats(-179.9, 179.9), st.floats(-89.9, 89.9)),
        min_size=2,
        max_size=40,
        unique=True,
    )
)
def test_lines_come_back_to_a_thousandth_of_a_degree(points: list[tuple[float, float]]) -> None:
    sent = collection(layer([shapely.LineString(points)], mark=Mark.LINE), EXTENT)
    back = np.asarray(decoded(sent["features"][0]["geometry"]))
    there = np.unique(np.round(np.asarray(points), 3), axis=0)
    assert np.abs(back[:, None] - there[None]).sum(axis=2).min(axis=0).max() < 0.0011


def test_empty_words_and_missing_shapes_arent_sent() -> None:
    made = layer(
        [shapely.Point(24, 53), None],
        mark=Mark.POINT,
        label=["Grodno", "Nowhere"],
        detail=["", ""],
        priority=[0.0, 3.0],
    )
    assert collection(made, EXTENT)["features"] == [
        {
            "type": "Feature",
            "properties": {"label": "Grodno"},
            "geometry": {"type": "Point", "coordinates": [24.0, 53.0]},
        }
    ]


def grid() -> gpd.GeoDataFrame:
    """A world of squares with many vertices a side, each shared exactly with the neighbour."""
    side = np.arange(0, 20_000, 50)
    ring = np.concatenate(
        [
            np.column_stack([side, np.zeros_like(side)]),
            np.column_stack([np.full_like(side, 20_000), side]),
            np.column_stack([20_000 - side, np.full_like(side, 20_000)]),
            np.column_stack([np.zeros_like(side), 20_000 - side]),
        ]
    )
    cells = [
        shapely.Polygon((ring + np.array([west, south])) / 1000)
        for west in range(-180_000, 180_000, 20_000)
        for south in range(-80_000, 80_000, 20_000)
    ]
    return gpd.GeoDataFrame({"label": ""}, geometry=cells, crs=CRS, index=range(len(cells)))


def test_a_world_is_thinned_without_gaps_or_overlaps() -> None:
    world = grid()
    thin = fitted(world, EXTENT)
    before = shapely.get_num_coordinates(world.geometry.array).sum()
    after = shapely.get_num_coordinates(thin.geometry.array).sum()
    assert after < before / 20
    whole = shapely.union_all(thin.geometry.to_numpy())
    assert whole.area == pytest.approx(360 * 160, rel=1e-6)
    assert shapely.area(thin.geometry.array).sum() == pytest.approx(whole.area, rel=1e-6)


def test_the_window_keeps_its_detail() -> None:
    coast = shapely.LineString([(x, 53 + 0.4 * np.sin(x * 9)) for x in np.arange(-170, 170, 0.01)])
    frame = gpd.GeoDataFrame({"label": [""]}, geometry=[coast], crs=CRS)
    thin = fitted(frame, EXTENT).geometry.iloc[0]
    window = shapely.box(*window_of(EXTENT))
    near = coast.intersection(window)
    assert thin.intersection(window).hausdorff_distance(near) < 0.05
    far_vertices = shapely.get_num_coordinates(thin.difference(window))
    assert far_vertices < shapely.get_num_coordinates(coast) / 20


def test_nothing_is_torn_apart_at_the_date_line() -> None:
    extent = straightened((170.0, 60.0, -165.0, 70.0))
    assert extent == (170.0, 60.0, 195.0, 70.0)
    halves = shapely.MultiPolygon([shapely.box(176, 64, 180, 66), shapely.box(-180, 64, -172, 66)])
    (moved,) = unwrapped(np.array([halves], dtype=object), extent)
    assert shapely.union_all(shapely.get_parts(moved)).bounds == (176.0, 64.0, 188.0, 66.0)
    (stays,) = unwrapped(np.array([halves], dtype=object), EXTENT)
    assert stays is halves


def test_a_name_stands_in_the_part_of_its_area_that_is_seen() -> None:
    russia = shapely.box(28, 50, 170, 70)
    lon, lat = name_point(russia, EXTENT)
    assert 28 < lon < 30
    assert 50 < lat < 56


def test_a_caption_stands_on_the_line_within_the_picture_or_nowhere() -> None:
    ring = shapely.Point(25, 53).buffer(2)
    lon, lat = caption_point(ring, EXTENT) or (0.0, 0.0)
    assert lat == pytest.approx(55)
    assert lon == pytest.approx(25)
    assert caption_point(shapely.Point(-70, 0).buffer(2), EXTENT) is None


def test_far_too_many_points_are_cut_to_the_important_ones() -> None:
    rng = np.random.default_rng(7)
    points = list(shapely.points(rng.uniform(20, 30, 5000), rng.uniform(50, 56, 5000)))
    made = layer(
        points, mark=Mark.POINT, label=[str(i) for i in range(5000)], priority=np.arange(5000.0)
    )
    sent = collection(made, EXTENT)["features"]
    assert len(sent) <= 320
    assert min(int(f["properties"]["label"]) for f in sent) >= 5000 - 320


def test_scripts_are_the_same_every_time_and_name_their_data() -> None:
    made = [web_map(scene(layer([shapely.box(21, 51, 24, 54)], label=["A"]))) for _ in range(2)]
    assert made[0].script == made[1].script
    (name,) = made[0].data
    assert json.dumps(name) in made[0].script
    assert made[0].ground.keys() == made[0].data.keys()


def test_pictures_that_share_their_surroundings_share_their_ground() -> None:
    land = layer([shapely.segmentize(shapely.box(0, 40, 60, 70), 0.01)], label=["Land"])
    wider = scene(land, extent=(19.0, 49.0, 31.0, 57.0))
    home = web_map(scene(land))
    assert web_map(wider, around=EXTENT).data == home.data
    assert web_map(wider).data != home.data
    beyond = scene(land, extent=(-30.0, 30.0, 60.0, 75.0))
    assert web_map(beyond, around=EXTENT).data == web_map(beyond).data


def test_the_saved_map_names_no_other_host() -> None:
    html = draw_map(scene(layer([shapely.box(21, 51, 24, 54)]))).get_root().render()
    assert re.search(r"<(script|link|img|iframe)[^>]*\s(src|href)=", html) is None
    assert re.search(r"@import|url\(['\"]?http", html) is None


def test_foliums_other_maps_keep_their_scripts() -> None:
    draw_map(scene(layer([shapely.box(21, 51, 24, 54)])))
    assert any("leaflet" in url for _, url in folium.Map.default_js)


def test_the_styles_ask_for_no_file() -> None:
    assert "url(images/" not in styles()
    assert "url(#" not in styles()


def test_leaflet_is_the_version_its_licence_came_with() -> None:
    assert '.version="1.9.4"' in leaflet_script()
    licence = ROOT / "geo/maps/web/assets/leaflet/LICENSE"
    assert "BSD 2-Clause" in licence.read_text(encoding="utf-8")


def test_the_page_has_the_same_settings_in_the_checkout_and_in_the_package() -> None:
    packaged = ROOT / "geo/app/.streamlit/config.toml"
    known = tomllib.loads(packaged.read_text(encoding="utf-8"))
    assert known["server"]["address"] == "127.0.0.1"
    assert known["server"]["maxUploadSize"] == 10
    assert known["browser"]["gatherUsageStats"] is False
    assert known["client"]["showErrorDetails"] == "none"
    assert (ROOT / ".streamlit/config.toml").read_bytes() == packaged.read_bytes()


def test_our_scripts_never_set_markup() -> None:
    """Text reaches the document as text: no sink that reads HTML is used at all."""
    folders = (ROOT / "geo/maps/web/assets", ROOT / "geo/app/components")
    for path in (p for folder in folders for p in folder.glob("*.js")):
        code = path.read_text(encoding="utf-8")
        for sink in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert sink not in code, f"{path.name}: {sink}"
