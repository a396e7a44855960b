"""What nobody could read on the article's date is said to have come out later."""

from __future__ import annotations

from datetime import date

import pytest

from geo.analysis import Settings, analyse
from geo.datasets.facts import source
from geo.maps.build import build_scene
from geo.model import Article, Source

TEXT = "Minsk and Moscow spoke of the Iskander missiles that Belarus received."
ARTICLE = Article(text=TEXT, lang="en", published=date(2023, 4, 6))


@pytest.mark.parametrize(
    ("key", "published"),
    [
        ("d02", "2022-12-20"),
        ("d03", "2023-07"),  # "July-August 2023": not before its first month
        ("d16", "2024-10"),  # a word in brackets follows
        ("d32", "2013"),
        ("d08", "None"),  # from memory
    ],
)
def test_citations_tell_when_a_source_came_out(key: str, published: str) -> None:
    assert str(source(f"facts:deployments/{key}").published) == published


def test_later_means_surely_later() -> None:
    july = source("facts:deployments/d03")
    assert july.published_after(date(2023, 6, 30))
    assert not july.published_after(date(2023, 7, 1))
    assert not Source(id="x", title="undated").published_after(date(1900, 1, 1))


@pytest.mark.parametrize("lang", ["en", "pl", "uk"])
def test_popups_and_notes_say_so(lang: str) -> None:
    scene = build_scene(analyse(ARTICLE), lang=lang)
    ring = scene.layer("ring:asipovichy_465/iskander_m").frame["detail"].iloc[0]
    site = scene.layer("sites").frame["detail"]["asipovichy_465"]
    (told,) = {line for line in ring.split("\n") if "Motolko" in line}
    assert told in site
    assert "2023" in told.rpartition("(")[2]
    label = site.split("\n")[0].split(" – ")[0]
    (note,) = [note for note in scene.text.notes if label in note]
    assert "2023" in note


def test_on_a_later_day_nothing_is_later() -> None:
    scene = build_scene(analyse(ARTICLE, Settings(on=date(2025, 1, 1))), lang="en")
    assert not [note for note in scene.text.notes if "Source published after" in note]
    assert not any("published later" in text for text in scene.layer("sites").frame["detail"])
