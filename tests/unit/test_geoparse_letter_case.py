"""Texts whose capitals or diacritics are gone."""

from __future__ import annotations

import pytest

from geo.geoparse import find_places


def named(text: str, lang: str) -> set[str]:
    return {r.place.name for r in find_places(text, lang) if r.place is not None}


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "en",
            "the president of belarus met the leaders of russia in geneva before new york",
            {"Belarus", "Russia", "Geneva", "New York City"},
        ),
        (
            "pl",
            "prezydent białorusi poleci do warszawy i korei południowej, mówi adam poznański",
            {"Belarus", "Warsaw", "South Korea"},
        ),
        ("ru", "президент белоруссии посетит варшаву", {"Belarus", "Warsaw"}),
        ("de", "der präsident der ukraine reist nach berlin", {"Ukraine", "Berlin"}),
    ],
)
def test_all_in_lower_case(lang, text, wanted):
    assert named(text, lang) == wanted
    for resolution in find_places(text, lang):
        assert "lower-case" in {reason.kind for reason in resolution.evidence}


def test_ordinary_words_in_lower_case_are_no_places():
    assert not find_places("nice reading about a turkey in march, said the mayor of bath", "en")


def test_a_single_capital_makes_the_others_count():
    assert named("He flew from Minsk to warsaw.", "en") == {"Minsk"}


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "THE PRESIDENT OF BELARUS MET HIM IN MINSK ON FRIDAY.", {"Belarus", "Minsk"}),
        ("pl", "PREZYDENT BIAŁORUSI BYŁ W MIŃSKU. MILCZY ROSJA.", {"Belarus", "Minsk", "Russia"}),
        ("ru", "ПРЕЗИДЕНТ БЕЛОРУССИИ БЫЛ С НИМ В МИНСКЕ.", {"Belarus", "Minsk"}),
    ],
)
def test_all_in_capitals(lang, text, wanted):
    assert named(text, lang) == wanted


def test_polish_without_diacritics():
    text = "Prezydent Bialorusi byl w Lodzi i we Lwowie. Minister mowil, ze Bialorus czeka."
    assert named(text, "pl") == {"Belarus", "Łódź", "Lviv"}
