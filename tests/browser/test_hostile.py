"""Seven payloads in every place that text from outside can reach, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.analysis import Analysis, analyse
from geo.datasets.articles import read_article, seed
from geo.export.html import write_map
from geo.maps.build import build_scene
from geo.maps.scene import Layer, Scene
from geo.maps.web import draw_map
from geo.model import Article, Source

PAYLOADS = {
    "script": "<script>window.pwned=1</script>",
    "image": '<img src=x onerror="window.pwned=1">',
    "closing": "</script></style><script>window.pwned=1</script>",
    "template": "`;window.pwned=1;`${window.pwned=1}",
    "escape": "\\x3cimg src=x onerror=window.pwned=1\\x3e\\u003cscript\\u003e",
    "quotes": "';window.pwned=1;//\";window.pwned=1;//",
    "comment": "<!--<script>{{window.pwned=1}}{% raw %}--><svg/onload=window.pwned=1>",
}
SINKS = ("title", "label", "detail", "caption", "legend", "credits", "notes", "as_of", "alt")


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyse(read_article(seed("putin-lukashenko-2023-04-06").path))


@pytest.fixture(scope="module")
def scene(analysis: Analysis) -> Scene:
    return build_scene(analysis, lang="en")


def poisoned(scene: Scene, payload: str) -> Scene:
    """The scene with the payload in every word it holds."""

    def layer(layer: Layer) -> Layer:
        frame = layer.frame.copy()
        for column in ("label", "detail", "caption"):
            if column in frame and layer.id in {"mentions", "sites", "focus-border", "seas"}:
                frame[column] = payload
        return replace(
            layer,
            title=payload,
            frame=frame,
            legend=tuple((key, payload) for key, _ in layer.legend),
        )

    text = replace(
        scene.text,
        title=payload,
        subtitle=payload,
        as_of=payload,
        notes=(payload,),
        credits=(payload,),
        alt=payload,
    )
    return replace(scene, layers=tuple(layer(each) for each in scene.layers), text=text)


def poisoned_analysis(analysis: Analysis, payload: str) -> Analysis:
    """The analysis with the payload in the article, in every name and in every source."""
    mentions = []
    for resolution in analysis.resolutions:
        candidates = tuple(
            replace(
                c,
                place=replace(c.place, name=payload, id=payload),
                evidence=tuple(replace(e, value=payload) for e in c.evidence),
            )
            for c in resolution.candidates
        )
        mention = replace(resolution.mention, surface=payload, lemma=payload)
        evidence = tuple(replace(e, value=payload) for e in resolution.evidence)
        mentions.append(
            replace(resolution, mention=mention, candidates=candidates, evidence=evidence)
        )
    article = replace(
        analysis.article, text=f"{payload}\n{analysis.article.text}\n{payload}", source=payload
    )
    source = Source(id="x", title=payload, licence=payload, attribution=payload, url=payload)
    return replace(
        analysis,
        article=article,
        lang=payload,
        resolutions=tuple(mentions),
        sources={"x": source},
    )


def click_through(page: Page) -> None:
    """Open what shows text only when it is asked for."""
    page.wait_for_selector(".so-map[data-ready]")
    page.evaluate(
        """() => {
          for (const mention of document.querySelectorAll(".so-m")) mention.click();
          for (const pin of document.querySelectorAll(".so-pin")) pin.click();
          for (const tab of document.querySelectorAll(".so-tab")) tab.click();
          document.querySelector(".so-legend-more")?.click();
        }"""
    )


@pytest.mark.parametrize("name", PAYLOADS)
def test_the_exported_file_runs_nothing(
    page: Page, tmp_path: Path, scene: Scene, analysis: Analysis, name: str
) -> None:
    payload = PAYLOADS[name]
    path = write_map(
        poisoned(scene, payload), poisoned_analysis(analysis, payload), tmp_path / "x.html"
    )
    page.goto(path.as_uri())
    click_through(page)
    assert page.evaluate("window.pwned") is None
    assert page.locator("img, .so-body script, svg[onload]").count() == 0
    # shown as it is, not swallowed
    expect(page.locator(".so-popup strong")).to_have_text(payload)
    assert payload in page.locator(".so-legend").text_content()
    assert payload in page.locator(".so-body").text_content()


@pytest.mark.parametrize("name", PAYLOADS)
def test_the_folium_map_runs_nothing(page: Page, tmp_path: Path, scene: Scene, name: str) -> None:
    draw_map(poisoned(scene, PAYLOADS[name])).save(tmp_path / "x.html")
    page.goto((tmp_path / "x.html").as_uri())
    click_through(page)
    assert page.evaluate("window.pwned") is None
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_pasted_article_runs_nothing(
    page: Page, server: str, opened: Callable[[Page, str], Page], name: str
) -> None:
    payload = PAYLOADS[name]
    opened(page, server)
    page.locator(".st-key-paste button").click()
    text = f"{payload} in Berlin.\n![x](http://evil.example/x.png) {payload} Paris {payload}"
    page.locator('[role="dialog"] textarea').fill(text)
    page.locator('[role="dialog"] [data-testid="stBaseButton-primaryFormSubmit"]').click()
    expect(page.locator(".so-body")).to_contain_text("evil.example")
    click_through(page)
    assert page.evaluate("window.pwned") is None
    assert payload in page.locator(".so-body").text_content()


def test_an_article_may_be_nothing_but_payloads(tmp_path: Path, page: Page) -> None:
    found = analyse(Article(text="\n".join(PAYLOADS.values())))
    scene = build_scene(found, lang="uk")
    page.goto(write_map(scene, found, tmp_path / "x.html").as_uri())
    click_through(page)
    assert page.evaluate("window.pwned") is None
