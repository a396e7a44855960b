"""Whatever the text, offsets are right, nothing crashes, and the time is in proportion."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.geoparse import find_places, parse
from geo.geoparse.language import KNOWN
from geo.model import Article

PASSAGES = sorted((Path(__file__).parents[1] / "golden" / "passages").glob("*.jsonl"))
PIECES = [
    "Minsk", "Mińsku", "Łódź", "New York", "Saint-Étienne", "Osipowiczach", "Гродно", "Київ",
    "U.S.", "Wash.", "Paris, Texas", "MOSKWA", "the", "w", "в", "von", "30 km na wschód od",
    "ул. Ленина", "القدس", "ירושלים", "東京", "🇵🇱", "👩‍🚀", "Mi\u00adnsk",
    "War\u200bsaw", "War-\nsaw",
    "Kyi\u0301v", "I\u0307zmir", "ß", "ﬁ", "Main Street", "Cooke, Grayson and Love counties",
    ".", ",", "\n", "—", "«", "»", "(", ")", "'s", "’", "-", "\u00a0", "\u2028", "\t", "Su-25", "%",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=30).flatmap(
    lambda pieces: st.sampled_from((" ", "", "\n")).map(lambda gap: gap.join(pieces))
)
LANGS = st.sampled_from((*KNOWN, "zz"))


def check_offsets(text: str, lang: str | None) -> None:
    parsed = parse(Article(text=text), lang=lang)
    end = 0
    for resolution in parsed.resolutions:
        span = resolution.mention.span
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == resolution.mention.surface
        assert 0.0 <= resolution.score <= 1.0
        end = span.end


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS, LANGS)
def test_any_text_in_any_language(text: str, lang: str) -> None:
    check_offsets(text, lang)


@pytest.mark.soak
@settings(max_examples=10_000, deadline=None, derandomize=True)
@given(TEXTS, LANGS)
def test_ten_thousand_texts(text: str, lang: str) -> None:
    check_offsets(text, lang)


@pytest.mark.parametrize("word", ["Aالقدس", "A東京京", "Ђ\u0e01\u0e02\u0e03"])
def test_capitals_among_letters_without_case(word: str) -> None:
    for lang in KNOWN:
        check_offsets(f"{word} Minsk", lang)


@pytest.mark.parametrize("gap", ["\u00ad", "\u200b", "-\n", "\u2060"])
def test_marks_inside_a_name(gap: str) -> None:
    (found,) = find_places(f"He flew to War{gap}saw today.", "en")
    assert found.place is not None
    assert found.place.name == "Warsaw"
    assert found.mention.surface == f"War{gap}saw"


def test_a_line_break_inside_a_name() -> None:
    (found,) = find_places("She lives in New\nYork now.", "en")
    assert found.mention.surface == "New\nYork"


def test_decomposed_accents() -> None:
    (found,) = find_places("Były ćwiczenia w mieście Ło\u0301dz\u0301.", "pl")
    assert found.mention.surface == "Ło\u0301dz\u0301"


@pytest.mark.parametrize("lang", KNOWN)
def test_another_language_than_told(lang: str) -> None:
    text = "The president of Belarus met him in Minsk. Президент вернулся в Москву."
    check_offsets(text, lang)
    if lang not in {"ru", "uk", "be", "bg"}:  # where Latin letters speak against a name
        assert "Minsk" in {r.mention.surface for r in find_places(text, lang)}


def test_time_is_in_proportion() -> None:
    part = "Troops left Brest for Hrodna and Paris, Texas; Main Street in Salem was closed. "
    find_places(part, "en")

    def seconds(times: int) -> float:
        started = time.process_time()
        find_places(part * times, "en")
        return time.process_time() - started

    # the faster of two: what else the machine does only adds
    one, ten = (min(seconds(times) for _ in range(2)) for times in (300, 3000))
    assert ten < 20 * one  # ten times the text; a square would be a hundred


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "pl"])
def test_a_long_text_takes_as_long_as_its_parts(lang: str) -> None:
    lines = [line for lot in PASSAGES for line in lot.read_text(encoding="utf-8").splitlines()]
    lots = (json.loads(line) for line in lines if line)
    part = "\n\n".join(passage["text"] for passage in lots if passage["lang"] == lang)
    part *= -(-100_000 // len(part))
    find_places(part, lang)  # what is read once is read
    started = time.process_time()
    find_places(part, lang)
    one = time.process_time() - started
    started = time.process_time()
    find_places(part * 10, lang)
    assert time.process_time() - started < 14 * one


@pytest.mark.slow
def test_five_megabytes_and_more_than_ten_thousand_mentions() -> None:
    part = "\n".join(
        f"Report {n}: the council met in Salem, Oregon, about roads and the price of bread;"
        " nothing was decided, and everybody went home early that night because of rain and wind."
        for n in range(50)
    )
    text = part * (5_000_000 // len(part))
    started = time.process_time()
    found = find_places(text, "en")
    assert len(found) > 10_000
    assert time.process_time() - started < 30  # 10 s on a machine of its own
    assert all(text[r.mention.span.start : r.mention.span.end] == r.mention.surface for r in found)
