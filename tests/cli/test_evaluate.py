"""`standoff evaluate`: scores of a corpus, with and without rows of the gazetteer."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def corpus(tmp_path):
    text = "He flew from Machulishchy to Zmiinyi Island."
    mentions = [
        {"start": text.index(word), "end": text.index(word) + len(word), "kind": "place"}
        for word in ("Machulishchy", "Zmiinyi Island")
    ]
    path = tmp_path / "corpus.jsonl"
    record = {"id": "1", "lang": "en", "text": text, "mentions": mentions}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return path


def found(run):
    (score,) = json.loads(run.out)
    return score["recognition"]["exact"]


def test_rows_of_an_origin_are_left_out(standoff, corpus):
    whole = found(standoff("evaluate", str(corpus), "--format", "json"))
    towns = found(standoff("evaluate", str(corpus), "--without", "cities500", "--format", "json"))
    assert whole["recall"] == 1.0
    assert towns["recall"] < 1.0


def test_origins_can_be_left_out_together(standoff, corpus):
    options = [f"--without={origin}" for origin in ("cities500", "supplement", "postal")]
    run = standoff("evaluate", str(corpus), *options, "--format", "json")
    assert run.code == 0
    assert found(run)["predicted"] == 0


def test_an_origin_that_is_none(standoff, corpus):
    run = standoff("evaluate", str(corpus), "--without", "atlantis")
    assert run.code == 2
    assert "atlantis" in run.err
    assert "cities500" in run.err


def test_the_table(standoff, corpus):
    run = standoff("evaluate", str(corpus))
    assert run.code == 0
    assert "corpus.jsonl" in run.out
