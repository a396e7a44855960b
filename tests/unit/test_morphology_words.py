"""Word lists of the languages: complete, well formed, and no place mistaken for a word."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global

FOLDER = Path(__file__).parents[2] / "data" / "geoparse" / "lexicon"
LANGUAGES = ("be", "bg", "cs", "de", "fr", "lt", "lv", "ru", "sk", "sl", "uk")
NEEDED = {
    "given": 150,
    "titles": 90,
    "person_verbs": 30,
    "government_verbs": 50,
    "government_nouns": 30,
    "organisations": 50,
    "organisation_tails": 15,
    "newspapers": 8,
    "clubs": 20,
    "products": 8,
    "facilities": 35,
    "streets": 9,
    "place_heads": 50,
    "place_tails": 10,
    "locatives": 20,
    "common": 250,
    "functional": 120,
    "peoples": 60,
    "boilerplate": 20,
    "datelines": 8,
    "directions": 8,
    "planned": 10,
    "claimed": 10,
    "denied": 4,
    "happened": 20,
    "adjectives": 75,
}
PAIRS = {"directions", "abbreviations", "codes", "adjectives", "combining", "fore_ranks"}
WEIGHTY = (
    "titles",
    "person_verbs",
    "government_verbs",
    "organisations",
    "newspapers",
    "clubs",
    "products",
    "peoples",
)


def read(lang: str) -> dict[str, list[str]]:
    return tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_list_is_thin(lang: str) -> None:
    words = read(lang)
    thin = {name: len(words.get(name, ())) for name in NEEDED}
    assert {name: size for name, size in thin.items() if size < NEEDED[name]} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_entries_are_lower_case_and_met_once(lang: str) -> None:
    for name, entries in read(lang).items():
        assert len(set(entries)) == len(entries), name
        if name not in PAIRS:
            assert [e for e in entries if e != e.lower() or e != e.strip() or not e] == [], name
        else:
            assert [e for e in entries if e.count("=") != 1] == [], name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_stems_leave_something_to_inflect(lang: str) -> None:
    for name, entries in read(lang).items():
        stems = [e for e in entries if e.endswith("*") and " " not in e]
        assert [e for e in stems if len(e) < 4] == [], name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_swallows_a_country(lang: str) -> None:
    # "rusk*" for Russians would have taken Rusko away from the Czech reader
    countries = [
        name.lower()
        for code, name in Locale(lang).territories.items()
        if len(code) == 2 and " " not in name and "-" not in name
    ]
    listed = read(lang)
    swallowed = {
        (entry, country)
        for name in WEIGHTY
        for entry in listed[name]
        for country in countries
        if (country.startswith(entry[:-1]) if entry.endswith("*") else country == entry)
    }
    assert swallowed == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_adjectives_lead_to_countries(lang: str) -> None:
    known = {"XKX"} | {code for code in get_global("territory_aliases") if len(code) == 3}
    pairs = [entry.split("=") for entry in read(lang)["adjectives"]]
    assert len({name for name, _ in pairs}) == len(pairs)
    assert {iso_a3 for _, iso_a3 in pairs if iso_a3} <= known
    assert {"BLR", "POL", "RUS", "UKR", "DEU", "USA", "GBR"} <= {iso_a3 for _, iso_a3 in pairs}
