"""The geoparser on annotated texts of our own: what was reached stays reached."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from geo.geoparse import parse
from geo.geoparse.corpus import read_corpus
from geo.geoparse.evaluate import evaluate_documents
from geo.model import Article

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


def test_passages() -> None:
    files = sorted((HERE / "passages").glob("*.jsonl"))
    score = evaluate_documents("passages", (doc for file in files for doc in read_corpus(file)))
    floors = FLOORS["passages"]
    assert score.documents >= 180
    assert score.recognition["exact"]["f1"] >= floors["f1"]
    assert score.recognition["exact"]["precision"] >= floors["precision"]
    assert score.resolution["same_id"] >= floors["same_id"]
    worst = min(score.by_lang, key=lambda lang: score.by_lang[lang]["f1"])
    assert score.by_lang[worst]["f1"] >= floors["worst_language"], worst


def test_passages_say_what_they_mark() -> None:
    for file in sorted((HERE / "passages").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            for mention in record["mentions"]:
                marked = record["text"][mention["start"] : mention["end"]]
                assert marked == mention["surface"], record["id"]


@pytest.mark.parametrize("slug", sorted(FLOORS["seeds"]))
def test_seeds(slug: str) -> None:
    folder = SEEDS / slug
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    text = (folder / "article.txt").read_text(encoding="utf-8")
    found = {
        (r.mention.span.start, r.mention.span.end): r
        for r in parse(Article(text=text, lang=gold["lang"])).resolutions
    }
    met = 0
    for mention in gold["mentions"]:
        resolution = found.get((mention["start"], mention["end"]))
        if resolution is None or resolution.mention.kind != mention["kind"]:
            continue
        place_id = resolution.place.id if resolution.place is not None else None
        wanted = mention.get("place_id")
        drawn = resolution.mention.kind.drawn
        met += resolution.iso_a3 == mention.get("iso_a3") and (
            not drawn or wanted is None or place_id == wanted
        )
    assert met / len(gold["mentions"]) >= FLOORS["seeds"][slug]
