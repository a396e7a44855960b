"""The exported file and the notebook's map, opened from disk with no network."""

from __future__ import annotations

from pathlib import Path

import folium
import pytest
from playwright.sync_api import Page, expect

from geo.analysis import analyse
from geo.datasets.articles import read_article, seed
from geo.export.html import map_bytes, write_map
from geo.maps.build import build_scene
from geo.maps.web import draw_map

SLUGS = ("putin-lukashenko-2023-04-06", "bering-strait-2023-10-20")


@pytest.fixture(scope="module", params=SLUGS)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    analysis = analyse(read_article(seed(request.param).path))
    scene = build_scene(analysis, lang="en")
    return write_map(scene, analysis, tmp_path_factory.mktemp("file") / "map.html")


def test_one_file_holds_article_map_and_tables(page: Page, written: Path) -> None:
    assert written.stat().st_size <= 1_000_000
    page.goto(written.as_uri())
    page.wait_for_selector(".so-map[data-ready]")
    expect(page.locator(".so-body .so-m").first).to_be_visible()
    assert page.locator(".so-pin").count() >= 3
    assert page.locator(".so-legend button.so-layer").count() >= 4
    assert page.locator(".so-table tbody tr").count() >= 3
    page.locator(".so-body .so-m-place, .so-body .so-m-country").first.click()
    expect(page.locator(".so-popup")).to_be_visible()
    # nothing there could be corrected: no program stands behind a file
    assert page.locator(".so-not").count() == 0


def test_the_same_analysis_gives_the_same_bytes() -> None:
    analysis = analyse(read_article(seed(SLUGS[0]).path))
    files = {map_bytes(build_scene(analysis, lang="pl"), analysis) for _ in range(2)}
    assert len(files) == 1


def test_hidden_layers_stay_out_of_the_file(page: Page, tmp_path: Path) -> None:
    analysis = analyse(read_article(seed(SLUGS[0]).path))
    scene = build_scene(analysis, lang="en")
    path = write_map(scene, analysis, tmp_path / "map.html", hide={"mentions", "sites"})
    page.goto(path.as_uri())
    page.wait_for_selector(".so-map[data-ready]")
    assert page.locator(".so-pin").count() == 0


def test_a_notebook_shows_the_folium_map_offline(page: Page, tmp_path: Path) -> None:
    scene = build_scene(analyse(read_article(seed(SLUGS[0]).path)), lang="en")
    shown = tmp_path / "cell.html"
    shown.write_text(draw_map(scene)._repr_html_(), encoding="utf-8")
    page.goto(shown.as_uri())
    frame = page.frame_locator("iframe")
    expect(frame.locator(".so-map[data-ready]")).to_be_visible()
    assert frame.locator(".so-pin").count() >= 3


def test_a_saved_folium_map_takes_foliums_own_elements(page: Page, tmp_path: Path) -> None:
    made = draw_map(build_scene(analyse(read_article(seed(SLUGS[0]).path)), lang="en"))
    folium.CircleMarker([53.9, 27.56], radius=9, color="#000000").add_to(made)
    made.save(tmp_path / "map.html")
    page.goto((tmp_path / "map.html").as_uri())
    page.wait_for_selector(".so-map[data-ready]")
    expect(page.locator('.so-map path[stroke="#000000"]')).to_have_count(1)
