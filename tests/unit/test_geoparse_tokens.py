"""Words and their offsets, whatever typesetting, OCR and keyboards did to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.geoparse.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bielsko-Biała, Łódź", ["Bielsko", "Biała", "Łódź"]),
        ("Minsk's mayor", ["Minsk", "mayor"]),
        ("Sana'a and O’Higgins", ["Sana'a", "and", "O’Higgins"]),
        ("Рави-Руської, Кам'янець", ["Рави", "Руської", "Кам'янець"]),
        ("U.S. troops in D.C.", ["U.S.", "troops", "in", "D.C."]),
        ("Мі\u200bнск", ["Мінск"]),
        ("Osipo-\nwicze", ["Osipowicze"]),
        ("Soft\u00adhyphen", ["Softhyphen"]),
        ("1,250 km2", ["1,250", "km", "2"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert tokenise(text).words == words


def test_french_elision() -> None:
    tokens = tokenise("l'Allemagne d'Odessa", elides=True)
    assert tokens.words == ["Allemagne", "Odessa"]
    assert tokens.starts[0] == 2


def test_sentence_starts() -> None:
    tokens = tokenise("W Łodzi pada. Mińsk czeka; J. Reading pisze.\nBrześć")
    opened = [w for i, w in enumerate(tokens.words) if tokens.opens_sentence(i)]
    assert opened == ["W", "Mińsk", "J", "Brześć"]


@given(st.text(max_size=300))
def test_offsets_cover_what_they_say(text: str) -> None:
    tokens = tokenise(text)
    previous = 0
    for start, end, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True):
        assert previous <= start < end <= len(text)
        assert word
        assert word[0] in text[start:end]
        previous = end


def test_letters_of_another_script() -> None:
    assert tokenise("Мiнськ", cyrillic=True).keys == tokenise("Мінськ").keys
    assert tokenise("Minsk", cyrillic=True).words == ["Minsk"]
