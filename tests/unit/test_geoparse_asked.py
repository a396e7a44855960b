"""What stands beside a name asks for a state, a town, or the place that has it as its own."""

from __future__ import annotations

import pytest

from geo.geoparse import find_places


def codes(text: str, lang: str = "en") -> dict[str, tuple[str, str]]:
    """Feature code and division of each place found, by its surface; the last one of a name."""
    return {
        r.mention.surface: (r.place.feature_code, r.place.admin1)
        for r in find_places(text, lang)
        if r.place
    }


@pytest.mark.parametrize(
    "text",
    [
        "CAMP, Wash. - He lives in Washington, he said.",
        "He farms in Washington state.",
        "He was born in the state of Washington.",
        "It reached Washington Governor Jay Smith.",
        "Idaho, Washington, Oregon and Nevada voted.",
    ],
)
def test_the_state(text: str) -> None:
    assert codes(text)["Washington"] == ("ADM1", "WA")


def test_the_capital_beside_the_state() -> None:
    text = "CAMP, Wash. - At home in Washington, he said. They flew to Washington, D.C., today."
    first, last = [
        r.place for r in find_places(text, "en") if r.mention.surface == "Washington" and r.place
    ]
    assert (first.admin1, last.admin1) == ("WA", "DC")


def test_a_town_behind_a_comma_stays_one() -> None:
    assert codes("He lives in Washington, Pennsylvania, today.")["Washington"][1] == "PA"


def test_cities_with_provinces_of_their_name_stay_cities() -> None:
    found = codes("Taipeh, Taichung, Tainan und Kaohsiung liegen in Taiwan.", "de")
    assert found["Tainan"][0].startswith("PPL")


@pytest.mark.parametrize(
    ("text", "surface", "iso"),
    [
        ("Police in Philadelphia said so.", "Philadelphia", "USA"),
        ("He studied in St. Louis and left.", "St. Louis", "USA"),
    ],
)
def test_bynames_stand_back(text: str, surface: str, iso: str) -> None:
    found = {r.mention.surface: r.iso_a3 for r in find_places(text, "en")}
    assert found[surface] == iso


def test_money_is_no_country() -> None:
    assert codes("It raised its fees to US$10,000 a head.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "They took an AK47 from the man and left.",
        "The Secretary of State's deputy spoke again.",
        "She beat Real Madrid and then AC Milan with ease.",
        "The mansion of Louis Martin de Colmar burned down.",
    ],
)
def test_what_is_no_mention(text: str) -> None:
    assert codes(text) == {}


def test_a_title_qualifies_no_name() -> None:
    text = "They move forward. Ashford, U.S. Trade Envoy Kay Smith and others met."
    evidence = {e.kind for r in find_places(text, "en") for e in r.evidence}
    assert "qualified" not in evidence


def test_capitals_of_a_script_without_small_letters() -> None:
    find_places("Aالقدس", "pl")  # a letter of each: the word never ceases to be in capitals
