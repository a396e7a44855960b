"""Rebuilding runs the recipe, tells its progress, and fails in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.datasets.rebuild import rebuild, recipes
from geo.errors import DataError, InputError


@pytest.fixture
def recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a data folder with one dataset whose recipe is to be written."""
    entry = {
        "path": "a/a.txt",
        "bytes": 1,
        "hash": "sha256:0",
        "dataset": "a",
        "title": "A",
        "licenses": [{"name": "CC0-1.0"}],
        "source_ids": [],
        "recipe": "a.py",
    }
    package = {"resources": [entry], "sources": []}
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (tmp_path / "recipes").mkdir()
    (tmp_path / "recipes" / "datapackage.py").write_text("print('listed')\n", encoding="utf-8")
    monkeypatch.setenv("STANDOFF_DATA", str(tmp_path))
    return tmp_path / "recipes" / "a.py"


def test_every_recipe_is_known_by_its_dataset() -> None:
    assert {"countries", "borders", "join", "layers", "gazetteer"} <= set(recipes())


def test_steps_are_told_and_the_manifest_is_made_last(recipe: Path) -> None:
    recipe.write_text("print('żółw')\n", encoding="utf-8")
    assert list(rebuild("a")) == ["[1/1] a", "    żółw", "    listed"]
    assert list(rebuild()) == list(rebuild("a"))


def test_a_recipe_that_fails_stops_the_rebuilding(recipe: Path) -> None:
    recipe.write_text("raise SystemExit('the package is another one')\n", encoding="utf-8")
    steps = rebuild("a")
    assert next(steps) == "[1/1] a"
    with pytest.raises(DataError, match=r"a\.py failed: the package is another one"):
        list(steps)


def test_without_recipes_there_is_nothing_to_run(recipe: Path) -> None:
    assert not recipe.exists()
    with pytest.raises(DataError, match=r"a\.py is missing") as caught:
        list(rebuild("a"))
    assert "checkout" in caught.value.hint


@pytest.mark.usefixtures("recipe")
def test_an_unknown_dataset_is_refused() -> None:
    with pytest.raises(InputError, match="'b' has a recipe") as caught:
        list(rebuild("b"))
    assert caught.value.hint == "Known are a."
