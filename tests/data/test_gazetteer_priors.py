"""What common names of several places mean without context, by language."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from geo.gazetteer import open_index
from geo.geoparse.senses import Names

TABLE = Path(__file__).with_name("gazetteer_common_names.csv")


def rows() -> list[tuple[str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return [
            (row["name"], lang, row["geonames_id"])
            for row in csv.DictReader(stream)
            for lang in row["langs"].split()
        ]


@pytest.mark.parametrize(("name", "lang", "number"), rows())
def test_the_place_that_most_people_mean_comes_first(name: str, lang: str, number: str) -> None:
    index = open_index()
    found = [p for p in index.lookup(name, lang=lang) if p.exact and not p.is_historic]
    assert [index.place(p.row).id for p in found[:1]] == [f"geonames:{number}"]


def test_there_are_enough_names() -> None:
    assert len({name for name, _, _ in rows()}) >= 150


@pytest.mark.parametrize(
    ("name", "lang", "place_id"),
    [
        # numbered anew in ISO 3166-2
        ("Хузестан", "uk", "geonames:127082"),
        ("Фарс", "ru", "geonames:134766"),
        ("Hormozgan", "de", "geonames:131222"),
        ("Одиша", "ru", "geonames:1261029"),
        ("Telangana", "pl", "geonames:1254788"),
        # one name for a division and a town or river that is better known
        ("Газа", "uk", "geonames:281133"),
        ("Венеция", "ru", "geonames:3164603"),
        ("Ніл", "uk", "standoff:nile"),
    ],
)
def test_the_geoparser_knows_divisions_from_their_namesakes(name, lang, place_id) -> None:
    meant = Names(open_index(), lang).name(name)
    assert meant is not None
    assert meant.top.place.id == place_id
