"""The examples' files hold together: annotations stand where they say, and whose text it is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from geo.datasets.articles import SeedInfo, read_article, seeds
from geo.i18n import LANGUAGES
from geo.model import MentionKind

SEEDS = seeds()
OWN = [info for info in SEEDS if info.own]


def _mentions(info: SeedInfo) -> list[dict[str, Any]]:
    gold: dict[str, Any] = json.loads(info.gold.read_text(encoding="utf-8"))
    assert gold["lang"] == info.lang
    assert gold["published"] == str(info.published)
    mentions: list[dict[str, Any]] = gold["mentions"]
    return mentions


def _by_slug(info: SeedInfo) -> str:
    return info.slug


def test_the_first_example_is_a_given_article_and_own_ones_follow() -> None:
    assert not SEEDS[0].own
    assert len(OWN) >= 7
    assert {info.lang for info in OWN} >= {*LANGUAGES, "de", "fr", "ru"}


@pytest.mark.parametrize("info", SEEDS, ids=_by_slug)
def test_annotations_stand_where_they_say(info: SeedInfo) -> None:
    text = read_article(info.path).text
    mentions = _mentions(info)
    assert [text[m["start"] : m["end"]] for m in mentions] == [m["surface"] for m in mentions]
    ends = [0, *(m["end"] for m in mentions)]
    assert all(m["start"] >= end for m, end in zip(mentions, ends, strict=False))


@pytest.mark.parametrize("info", SEEDS, ids=_by_slug)
def test_annotations_say_what_their_kind_needs(info: SeedInfo) -> None:
    for mention in _mentions(info):
        kind = MentionKind(mention["kind"])
        if kind in {MentionKind.PLACE, MentionKind.METONYM}:
            assert "place_id" in mention or {"lat", "lon"} <= mention.keys(), mention
        if "place_id" in mention:
            authority, _, number = mention["place_id"].partition(":")
            assert authority == "geonames"
            assert number.isdigit()
        if kind is MentionKind.REGION:
            assert "lat" not in mention


@pytest.mark.parametrize("info", SEEDS, ids=_by_slug)
def test_every_surface_is_annotated_wherever_it_stands_as_a_word(info: SeedInfo) -> None:
    """An annotator who marks a capitalised name once marks it every time it occurs."""
    text = read_article(info.path).text
    covered = [(m["start"], m["end"]) for m in _mentions(info)]
    names = {m["surface"] for m in _mentions(info) if m["surface"][0].isupper()}
    for name in names:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
            inside = any(start <= at and end <= stop for start, stop in covered)
            assert inside or not whole or _part_of_a_name(text, at, end), (name, text[at:][:60])
            at = text.find(name, end)


def _part_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether the words next to it make it part of an organisation, treaty or route."""
    after = text[end : end + 12].strip()
    before = text[max(0, start - 12) : start].split()
    return after[:1].isupper() or bool(before and before[-1][:1].isupper())


@pytest.mark.parametrize("info", OWN, ids=_by_slug)
def test_own_examples_are_marked_and_of_a_readable_length(info: SeedInfo) -> None:
    article = read_article(info.path)
    assert info.publisher == "Standoff (written for this project)"
    assert "Apache-2.0" in info.rights
    assert 240 <= len(article.text.split()) <= 450
    assert article.text.startswith(info.title)
    assert not set("„“”") & set(article.text), "examples quote nobody"


def test_others_texts_say_whose_they_are() -> None:
    for info in SEEDS:
        if not info.own:
            assert info.path.with_name("RIGHTS.md").is_file()
            assert "not part of the distribution" in info.rights
