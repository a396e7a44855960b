"""The number reader against sentences in thirteen languages, and against numbers it made itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims.numbers import find_numbers
from geo.claims.quantities import find_quantities
from geo.claims.words import CUES, HEDGES, PREPOSITIONS

GOLDEN = Path(__file__).parents[1] / "golden" / "claims" / "quantities.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
LANGS = ("en", "pl", "uk", "ru", "be", "de", "fr", "cs", "sk", "lt", "lv", "bg", "sl")
GROUPS = {"en": ",", "de": ".", "pl": " ", "ru": "\u00a0", "fr": "\u202f", "cs": "\u2009"}


@pytest.mark.parametrize("case", CASES, ids=[f"{c['lang']}: {c['text'][:40]}" for c in CASES])
def test_sentences(case: dict) -> None:
    stated = find_quantities(case["text"], case["lang"])
    found = [s.quantity for s in stated]
    assert [(q.written, q.unit, q.hedge) for q in found] == [
        (written, unit, hedge) for written, _, unit, _, _, hedge in case["found"]
    ]
    for quantity, (_, value, _, low, high, _) in zip(found, case["found"], strict=True):
        assert quantity.value == pytest.approx(value, rel=1e-4)
        assert quantity.low == pytest.approx(low, rel=1e-4)
        assert quantity.high == pytest.approx(high, rel=1e-4)
    assert [s.span.of(case["text"]) for s in stated] == [q.written for q in found]


def test_every_language_has_every_word_list() -> None:
    for table in (HEDGES, CUES, PREPOSITIONS):
        for name, words in table.items():
            assert set(words) == set(LANGS), name


def grouped(value: int, mark: str) -> str:
    return f"{value:,}".replace(",", mark)


@given(value=st.integers(0, 99_999_999), lang=st.sampled_from(sorted(GROUPS)))
def test_integers_come_back_however_grouped(value: int, lang: str) -> None:
    for written in (str(value), grouped(value, GROUPS[lang]), grouped(value, "'")):
        (stated,) = find_quantities(f"({written} km)", lang)
        assert stated.quantity.value == value
        assert stated.quantity.written == f"{written} km"
        assert stated.quantity.low <= value <= stated.quantity.high


@given(
    whole=st.integers(0, 99_999), decimals=st.integers(1, 99), lang=st.sampled_from(sorted(GROUPS))
)
def test_decimals_come_back(whole: int, decimals: int, lang: str) -> None:
    written = f"{grouped(whole, GROUPS[lang])}{'.' if lang == 'en' else ','}{decimals:02d}"
    (number,) = find_numbers(f"{written} km", lang)
    assert number.value == pytest.approx(whole + decimals / 100)
    assert number.rounding == pytest.approx(0.005)


@given(low=st.integers(1, 4000), more=st.integers(1, 4000), dash=st.sampled_from("-–—"))
def test_ranges_come_back(low: int, more: int, dash: str) -> None:
    (stated,) = find_quantities(f"{low}{dash}{low + more} km", "pl")
    assert (stated.quantity.low, stated.quantity.high) == (low, low + more)


@given(st.text(max_size=200), st.sampled_from([*LANGS, "xx", ""]))
def test_any_text_is_read_in_order_and_in_bounds(text: str, lang: str) -> None:
    end = 0
    for stated in find_quantities(text, lang):
        assert end <= stated.span.start < stated.span.end <= len(text)
        assert stated.quantity.low <= stated.quantity.value <= stated.quantity.high
        assert stated.span.of(text) == stated.quantity.written
        end = stated.span.end


def test_a_long_text_takes_time_in_proportion() -> None:
    # quadratic reading would take minutes
    text = "Granica ma 1 250 km i 400-500 km, " * 20_000
    assert len(find_quantities(text, "pl")) == 40_000
