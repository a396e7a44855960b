from __future__ import annotations

import csv
import io
import json

import pytest


def test_the_seed_gives_exactly_its_gold(standoff, seed):
    gold = json.loads((seed.parent / "gold.json").read_text(encoding="utf-8"))
    run = standoff("places", seed, "--format", "json")
    assert run.code == 0
    found = json.loads(run.out)["mentions"]
    keys = ("start", "end", "surface", "kind", "iso_a3")
    assert [tuple(m[k] for k in keys) for m in found] == [
        tuple(m[k] for k in keys) for m in gold["mentions"]
    ]
    for mention, wanted in zip(found, gold["mentions"], strict=True):
        if "place_id" in wanted:
            assert mention["place_id"] == wanted["place_id"], wanted["surface"]
        if "lon" in wanted:
            assert mention["lon"] == pytest.approx(wanted["lon"], abs=0.01)
            assert mention["lat"] == pytest.approx(wanted["lat"], abs=0.01)


def test_offsets_count_code_points_of_the_text_given(standoff):
    text = "🛰️ Zdjęcia z Mińska i Homla."
    run = standoff("places", "-", "--lang", "pl", "--format", "json", stdin=text.encode())
    for mention in json.loads(run.out)["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["surface"]
    assert [m["surface"] for m in json.loads(run.out)["mentions"]] == ["Mińska", "Homla"]


def test_every_mention_is_a_feature(standoff, seed):
    run = standoff("places", seed, "--format", "geojson")
    collection = json.loads(run.out)
    assert collection["type"] == "FeatureCollection"
    points = [f["geometry"]["coordinates"] for f in collection["features"] if f["geometry"]]
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)
    regions = [f for f in collection["features"] if f["properties"]["surface"] == "Zachód"]
    assert regions
    assert all(f["geometry"] is None for f in regions)


def test_csv_can_be_read_back_and_runs_no_formula(standoff):
    run = standoff(
        "places", "-", "--format", "csv", "--lang", "en", stdin=b"Talks in Paris, France."
    )
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert [row["surface"] for row in rows] == ["Paris", "France"]
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_many_texts_a_line_each(standoff):
    lines = [
        {"id": "a", "text": "The delegation left Vilnius for Riga.", "lang": "en"},
        {"id": 7, "text": "Делегация прибыла в Минск.", "lang": "ru"},
        {"id": "none", "text": "Nothing to see.", "lang": "en"},
    ]
    stdin = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()
    run = standoff("places", "--jsonl", stdin=stdin)
    records = [json.loads(line) for line in run.out.splitlines()]
    assert run.code == 0
    assert [record["id"] for record in records] == ["a", "7", "none"]
    assert [m["surface"] for m in records[0]["mentions"]] == ["Vilnius", "Riga"]
    assert records[1]["mentions"][0]["iso_a3"] == "BLR"
    assert records[2]["mentions"] == []


def test_a_bad_line_is_told_and_the_rest_go_on(standoff):
    stdin = b'not json\n{"id": "x"}\n\n{"id": "b", "text": "Rain in Warsaw.", "lang": "en"}\n'
    run = standoff("places", "--jsonl", stdin=stdin)
    assert run.code == 2
    assert [json.loads(line)["id"] for line in run.out.splitlines()] == ["b"]
    assert "Line 1 is not JSON" in run.err
    assert "Line 2 has no text" in run.err


def test_no_places_is_an_answer_of_its_own(standoff):
    run = standoff("places", "-", "--lang", "en", stdin=b"It rained all day and nobody came.")
    assert run.code == 1
    assert "No place was found" in run.err


def test_a_language_without_analyser_gets_a_plain_lookup_and_a_notice(standoff):
    run = standoff("places", "-", "--lang", "fi", "--format", "json", stdin=b"Helsinki ja Tampere")
    assert run.code == 0
    assert "Helsinki" in run.out
    assert "fi" in run.err


def test_a_line_of_another_kind_is_told_and_the_rest_go_on(standoff):
    lines = ['{"text":"Mińsk","lang":7}', "[" * 200_000, "null", '{"text":"Mińsk","lang":"pl"}']
    run = standoff("places", "--jsonl", stdin="\n".join(lines).encode())
    assert run.code == 2
    assert [line.split()[2] for line in run.err.splitlines()] == ["1", "2", "3"]
    assert "Traceback" not in run.err
    assert json.loads(run.out)["mentions"][0]["iso_a3"] == "BLR"
