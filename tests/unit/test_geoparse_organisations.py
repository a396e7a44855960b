"""Clubs, firms, papers, institutions and streets named after a place aren't the place."""

from __future__ import annotations

import pytest

from geo.geoparse import find_places


def surfaces(text: str, lang: str) -> list[str]:
    return [r.mention.surface for r in find_places(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "drawn"),
    [
        # a club in a case, its town in the nominative
        ("sk", "Včera hral s Duklou Trenčín tím z Nitry.", ["Nitry"]),
        ("pl", "W sobotę Motor zremisował z Wisłą Płock w Radomiu.", ["Radomiu"]),
        ("cs", "V neděli Hanácká Sigma Olomouc hrála v Brně.", ["Brně"]),
        ("cs", "Nová linka Air France vede do Lyonu.", ["Lyonu"]),
        # the owner comes first
        ("lt", "Kauno „Žalgiris“ laimėjo Stambule.", ["Stambule"]),
        ("lt", "Bute Kauno gatvėje rado pinigų iš Kauno.", ["Kauno"]),
        ("lt", "Kauno technologijos universitetas padeda Vilniui.", ["Vilniui"]),
        ("lv", "Rīgas „Dinamo” zaudēja Helsinkos.", ["Helsinkos"]),
        ("lv", "Dzīvoklī Maskavas ielā atrada naudu no Maskavas.", ["Maskavas"]),
        ("lv", "Latvijas Universitātes juristi brauca uz Lietuvu.", ["Lietuvu"]),
        ("lv", "Bauskai ceļš ir svarīgs, un Vācijas vēstnieks to zina.", ["Bauskai", "Vācijas"]),
        # firms
        ("cs", "Soud potrestal šéfa firmy Morava Cargo v Ostravě.", ["Ostravě"]),
        ("pl", "Bilety sprzedaje firma Paryż Travel z Łodzi.", ["Łodzi"]),
        ("fr", "Il dirigeait hier la société Brest Océan Express à Quimper.", ["Quimper"]),
        # French joins them with "de"
        ("fr", "Il habite rue de Nantes, à Rennes.", ["Rennes"]),
        ("fr", "Hier, l'Olympique de Marseille a gagné à Lille.", ["Lille"]),
        ("fr", "Le duc de Bordeaux part pour Anvers et Bruxelles.", ["Anvers", "Bruxelles"]),
        ("fr", "Le maire de Nantes est parti.", ["Nantes"]),
    ],
)
def test_what_bears_a_name_is_no_place(lang: str, text: str, drawn: list[str]) -> None:
    assert surfaces(text, lang) == drawn
