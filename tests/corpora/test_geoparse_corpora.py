"""Floors on corpora that aren't in the project; skipped, and said so, where they aren't there."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from geo.geoparse.evaluate import evaluate_corpus

FLOORS = tomllib.loads(
    (Path(__file__).parents[1] / "golden" / "floors.toml").read_text(encoding="utf-8")
)["corpora"]
FOLDER = os.environ.get("STANDOFF_CORPORA", "")

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER, reason="STANDOFF_CORPORA points to no corpora"),
]


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_floor(name: str) -> None:
    files = sorted(Path(FOLDER).glob(f"{name}*.jsonl.gz"))
    if not files:
        pytest.skip(f"{FOLDER} has no {name}")
    score = evaluate_corpus(files[0])
    main = score.recognition.get("exact") or score.recognition["surfaces"]
    assert main["f1"] >= FLOORS[name]["f1"]
    if "acc161_areas" in FLOORS[name]:
        assert score.resolution["acc161_areas"] >= FLOORS[name]["acc161_areas"]


def test_rows_of_one_origin_are_not_what_carries_the_score() -> None:
    """Without the postal villages, which serve local news alone, scores stay close."""
    files = sorted(Path(FOLDER).glob("geovirus*.jsonl.gz"))
    if not files:
        pytest.skip(f"{FOLDER} has no geovirus")
    whole = evaluate_corpus(files[0]).recognition["exact"]["f1"]
    part = evaluate_corpus(files[0], without=frozenset({"postal"})).recognition["exact"]["f1"]
    assert abs(whole - part) <= 0.01
