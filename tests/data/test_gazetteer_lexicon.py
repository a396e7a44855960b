from __future__ import annotations

import pytest

from geo.datasets.demonyms import read_demonyms, read_metonyms
from geo.gazetteer import open_index

LANGUAGES = ("en", "pl", "uk", "ru", "be", "de", "fr", "cs", "sk", "bg", "sl", "lt", "lv")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_words_for_the_countries(lang: str) -> None:
    words = read_demonyms(lang)
    assert {"BLR", "RUS", "UKR", "POL", "USA", "CHN"} <= {word.iso_a3 for word in words}
    assert all(word.kind in {"adjective", "person"} for word in words)
    assert len({(word.iso_a3, word.lemma) for word in words}) == len(words)


def test_a_word_says_whose_it_is() -> None:
    polish = {word.lemma: word.iso_a3 for word in read_demonyms("pl")}
    assert (polish["białoruski"], polish["rosyjski"], polish["sowiecki"]) == ("BLR", "RUS", "")
    assert read_demonyms("xx") == ()


def test_metonyms_are_places_of_the_gazetteer() -> None:
    index = open_index()
    metonyms = read_metonyms()
    assert metonyms["geonames:524901"] == "government"
    assert "NATO" in metonyms["geonames:2800866"]
    assert [place for place in metonyms if index.row(place) is None] == []
