"""Scoring on cases small enough to work out by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from geo.errors import InputError
from geo.geoparse.corpus import GoldMention, read_corpus
from geo.geoparse.evaluate import evaluate_corpus, report
from geo.geoparse.judge import holds, judge
from geo.geoparse.tallies import Tally, area_under_errors
from geo.model import Place

MINSK = Place(
    id="geonames:625144", name="Minsk", feature_class="P", iso_a3="BLR", lon=27.567, lat=53.9
)
BELARUS = Place(
    id="geonames:630336", name="Belarus", feature_class="A", feature_code="PCLI", iso_a3="BLR",
    lon=28.0, lat=53.0,
)  # fmt: skip


def gold(lon: float | None, lat: float | None, place_id: str = "") -> GoldMention:
    return GoldMention(start=0, end=5, kind="place", lon=lon, lat=lat, place_id=place_id)


def test_distance_id_and_area() -> None:
    assert judge(MINSK, gold(27.6, 53.9)).right(20, areas=False)
    assert not judge(MINSK, gold(30.5, 50.4)).right(161, areas=True)
    assert judge(MINSK, gold(30.5, 50.4, "geonames:625144")).right(20, areas=False)
    brest = gold(23.7, 52.1)
    assert not judge(BELARUS, brest).right(161, areas=False)
    assert judge(BELARUS, brest).right(161, areas=True)
    assert not judge(None, brest).right(161, areas=True)


def test_only_areas_hold_points() -> None:
    assert holds(BELARUS, 23.7, 52.1)
    assert not holds(BELARUS, 21.0, 52.2)
    assert not holds(MINSK, 27.567, 53.9)


def test_precision_and_recall() -> None:
    tally = Tally()
    tally.add({1, 2, 3}, {2, 3, 4, 5})
    record = tally.record()
    assert record["precision"] == pytest.approx(2 / 3)
    assert record["recall"] == pytest.approx(1 / 2)
    assert record["f1"] == pytest.approx(4 / 7)
    assert Tally().record()["f1"] == 0


def test_area_under_errors() -> None:
    assert area_under_errors([0.0, 0.0, 0.0]) == 0
    assert area_under_errors([20_039.0] * 3) == pytest.approx(1)
    half = math.exp(math.log(20_040) / 2) - 1
    assert area_under_errors([half, half]) == pytest.approx(0.5)


def write(folder: Path, *records: object) -> Path:
    path = folder / "corpus.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


def test_a_corpus_of_spans(tmp_path: Path) -> None:
    text = "Pociąg z Mińska do Brześcia."
    mentions = [
        {"start": 9, "end": 15, "kind": "place", "lon": 27.567, "lat": 53.9, "geonames_id": 625144},
        {"start": 19, "end": 27, "kind": "ignore"},
    ]
    path = write(tmp_path, {"id": "a", "lang": "pl", "text": text, "mentions": mentions})
    score = evaluate_corpus(path)
    assert score.recognition["exact"]["f1"] == 1
    assert score.resolution["acc20"] == 1
    assert score.resolution["same_id"] == 1
    assert score.ceiling == 1
    assert "corpus.jsonl" in report([score])
    assert json.loads(json.dumps(score.to_record()))["documents"] == 1


def test_a_corpus_of_entities(tmp_path: Path) -> None:
    entities = [
        {"surface": "Mińska", "category": "LOC"},
        {"surface": "Kowel", "category": "LOC"},
        {"surface": "Jan", "category": "PER"},
    ]
    record = {"id": "a", "lang": "pl", "text": "Jan jedzie z Mińska.", "entities": entities}
    score = evaluate_corpus(write(tmp_path, record))
    assert score.recognition["surfaces"]["precision"] == 1
    assert score.recognition["surfaces"]["recall"] == pytest.approx(0.5)


def test_without_an_origin(tmp_path: Path) -> None:
    mentions = [{"start": 0, "end": 5, "kind": "place"}]
    path = write(tmp_path, {"id": "a", "lang": "en", "text": "Kobryn is.", "mentions": mentions})
    assert evaluate_corpus(path).recognition["exact"]["predicted"] >= 0
    none = evaluate_corpus(path, without=frozenset({"cities500", "supplement"}))
    assert none.recognition["exact"]["predicted"] == 0


@pytest.mark.parametrize(
    "text", ["{", '{"id": 1}', "[]", '{"lang": "en", "text": "x", "mentions": [1]}']
)
def test_lines_of_another_form(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        list(read_corpus(path))
    assert error.value.hint


def test_no_such_corpus(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        list(read_corpus(tmp_path / "none.jsonl.gz"))
