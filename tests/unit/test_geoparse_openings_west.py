"""Ordinary German, French and English words that are places only by their letters."""

from __future__ import annotations

import pytest

from geo.geoparse import find_places


def _found(text: str, lang: str) -> list[tuple[str, str]]:
    return [(r.mention.surface, r.place.name) for r in find_places(text, lang) if r.place]


@pytest.mark.parametrize(
    "text",
    [
        "Das Rennen war spannend.",  # Rennes has no adjective's endings
        "Am Sonntag gewann er das Rennen.",
        "Der Wale wegen kamen viele.",
        "Die UEFA sperrte den Spieler.",  # "ue" may be "ü", but is no "u"
        "Uefa sperrt den Spieler.",
        "Die Favoriten siegten.",  # no town has an article
        "Der Klang war gut.",
        "Es half der Adler.",
        "Der Kanton stimmte ab.",
        "Die Wahl des Kantons war klar.",
        "Bomben fielen auf Hallen.",  # Ethiopia's Bombe and Belgium's Halle have no cases here
        "Es gab Damen und Diamanten.",
        "Gegen Polio hilft Impfung, gegen Malware kein Chip.",  # Poland and Cyprus elsewhere
    ],
)
def test_a_german_noun_is_no_town(text: str) -> None:
    assert _found(text, "de") == []


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("In Rennes brennt es.", ["Rennes"]),
        ("Am Schwarzen Meer liegt Odessa.", ["Schwarzen Meer", "Odessa"]),
        ("In den Vereinigten Staaten fiel Schnee.", ["Vereinigten Staaten"]),
        ("Ein Haus in Duesseldorf und eins in Muenchen.", ["Duesseldorf", "Muenchen"]),
        ("Der Sturm, der Hamburg traf, zog ab.", ["Hamburg"]),
        ("Die Partei, für die Kassel wichtig ist, warb.", ["Kassel"]),
        ("Das Berlin der Zwanziger lebt.", ["Berlin"]),
        ("Der Weg nach Ufa ist weit.", ["Ufa"]),
        ("Das Schiff fuhr nach Suez.", ["Suez"]),
        ("Hamburgs Senat traf Berns Rat.", ["Hamburgs", "Berns"]),
        ("Korea und Schanghai feiern, Zyperns Wirte auch.", ["Korea", "Schanghai", "Zyperns"]),
        ("Die Schweiz und der Iran verhandeln.", ["Schweiz", "Iran"]),
    ],
)
def test_a_german_place_stays_one(text: str, surfaces: list[str]) -> None:
    assert [surface for surface, _ in _found(text, "de")] == surfaces


def test_a_landscape_keeps_its_upper_and_lower() -> None:
    assert _found("They live in Upper Silesia.", "en") == [("Upper Silesia", "Upper Silesia")]
    assert [s for s, _ in _found("Fighting in Northern Iraq went on.", "en")] == ["Iraq"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Sommes-nous prêts ? Sucre et bananes manquent. Franc fort, rien ne change."),
        ("fr", "Sale temps pour la saison."),
        ("en", "Pristine beaches await. Turbo engines sell. Limo drivers strike."),
        ("de", "Derby endet ohne Tore. Mobile Teams impfen. Police gefälscht."),
    ],
)
def test_an_opening_word_is_no_place(lang: str, text: str) -> None:
    assert _found(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "surfaces"),
    [
        ("fr", "Sucre, capitale de la Bolivie, attend. Split et Nice aussi.", ["Bolivie", "Nice"]),
        ("fr", "Il vit à Carrefour, en Haïti.", ["Carrefour", "Haïti"]),
        ("en", "He flew to Lima and Pristina.", ["Lima", "Pristina"]),
        ("de", "Bayreuth feiert, in Weiden brennt es.", ["Bayreuth", "Weiden"]),
    ],
)
def test_a_place_of_such_letters_is_one(lang: str, text: str, surfaces: list[str]) -> None:
    found = [surface for surface, _ in _found(text, lang)]
    assert [surface for surface in found if surface in surfaces] == surfaces
