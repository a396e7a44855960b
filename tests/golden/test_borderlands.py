"""Sentences about borders, in thirteen languages: which of them tell a place, and whose border."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.analysis.borderlands import find_borderlands
from geo.analysis.joined import read_places
from geo.analysis.subject import focus_of
from geo.model import Article

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "borderlands" / "sentences.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
LONGEST_LEAD = 40
"""Code points that may stand before and behind the words of a case."""


@pytest.mark.parametrize("case", CASES, ids=[f"{c['lang']}-{c['text'][:40]}" for c in CASES])
def test_a_border_told_as_a_place_yields_its_pair(case):
    text = case["text"]
    parsed = read_places(Article(text=text, lang=case["lang"]))
    found = find_borderlands(
        parsed.borders, parsed.resolutions, text=text, focus=focus_of(parsed.resolutions)
    )
    assert [_told(one) for one in found] == [_wanted(area) for area in case["areas"]]
    for one, area in zip(found, case["areas"], strict=True):
        phrase = one.span.of(text)
        assert area["words"] in phrase
        assert len(phrase) <= len(area["words"]) + LONGEST_LEAD
        assert one.noun.of(text) in area["words"]


def _told(one):
    pair = "-".join(one.pairs[0]) if one.pairs else None
    return pair, one.told_by, one.width_km if one.width_told else None, one.reason


def _wanted(area):
    return area["pair"], area.get("by", ""), area.get("km"), area.get("reason", "")


def test_every_language_of_the_analysers_has_words_for_a_border():
    assert len({case["lang"] for case in CASES}) == 13
    for lang in {case["lang"] for case in CASES}:
        kinds = {area["pair"] is None for c in CASES if c["lang"] == lang for area in c["areas"]}
        assert kinds == {True, False}
