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
        ("Die Schweiz und der Iran verhandeln.", ["Schweiz", "Iran"]),
    ],
)
def test_a_german_place_stays_one(text: str, surfaces: list[str]) -> None:
    assert [surface for surface, _ in _found(text, "de")] == surfaces


def test_a_landscape_keeps_its_upper_and_lower() -> None:
    assert _found("They live in Upper Silesia.", "en") == [("Upper Silesia", "Upper Silesia")]
    assert [s for s, _ in _found("Fighting in Northern Iraq went on.", "en")] == ["Iraq"]
