"""Buildings, streets and quarters that no gazetteer has: found by their term, put in their town."""

from __future__ import annotations

import pytest

from geo.geoparse import find_places
from geo.model import MentionKind, Resolution, ResolutionStatus


def found(text: str) -> dict[str, Resolution]:
    """What is drawn of an English text, by its surface."""
    return {r.mention.surface: r for r in find_places(text, "en")}


@pytest.mark.parametrize(
    ("text", "name", "town"),
    [
        (
            "She died after surgery last night in the Holy Lamb Hospital in Kraków.",
            "Holy Lamb Hospital",
            "Kraków",
        ),
        ("He sits in Bródek Prison near Lublin, she said.", "Bródek Prison", "Lublin"),
        ("They prayed at St. Barbara's Church in Lviv.", "St. Barbara's Church", "Lviv"),
        ("A fire at the Lublin Zoo killed a bear.", "Lublin Zoo", "Lublin"),
        ("The victim was found shot at 12 Maple St., Chicago, on Friday.", "Maple St.", "Chicago"),
        ("They met late last night in the Zarzeczna district of Lublin.", "Zarzeczna", "Lublin"),
        ("He served at Camp Wrzosek outside Lublin.", "Camp Wrzosek", "Lublin"),
        (
            "She was quietly married last year at Third Lutheran Church in Chicago.",
            "Third Lutheran Church",
            "Chicago",
        ),
        (
            "The driver died last night at the Northeastern Lamb Hospital in Chicago.",
            "Northeastern Lamb Hospital",
            "Chicago",
        ),
        ("They walked through the Tailors Quarter of Chicago.", "Tailors Quarter", "Chicago"),
    ],
)
def test_named_by_its_term(text: str, name: str, town: str) -> None:
    resolution = found(text)[name]
    assert resolution.method == "within"
    assert resolution.place is not None
    assert resolution.place.precision_km is not None
    within = [e.value for e in resolution.candidates[0].evidence if e.kind == "within"]
    assert within == [town]


@pytest.mark.parametrize(
    "text",
    [
        "He was treated at the Regional Hospital in Kraków.",
        "But it was late when Charlotte Church sang in Kraków.",
        "The Democratic district voted in Chicago.",
    ],
)
def test_a_kind_or_a_person_is_no_facility(text: str) -> None:
    assert found(text).keys() <= {"Kraków", "Chicago"}


def test_an_institution_is_drawn_as_its_town() -> None:
    places = found("He teaches at Lublin University and she in Kent County Jail.")
    assert "Lublin" in places
    assert "Lublin University" not in places


def test_a_list_of_streets() -> None:
    places = found("A pipe burst at the corner of Maple and Chestnut streets in Chicago.")
    assert {"Maple", "Chestnut"} <= places.keys()
    assert places["Maple"].mention.kind is MentionKind.FACILITY


def test_a_list_of_villages() -> None:
    places = found("Shells were falling on the villages of Qwezi, Gori and Zvarti in Georgia.")
    assert {"Qwezi", "Gori", "Zvarti"} <= places.keys()
    assert places["Qwezi"].mention.kind is MentionKind.PLACE
    assert places["Qwezi"].method == "within"
    assert places["Gori"].method == "gazetteer"


def test_a_village_stays_one() -> None:
    text = "Shells fell on the village of Qwezi near Gori all night. People fled Qwezi at dawn."
    mentions = [r for r in find_places(text, "en") if r.mention.surface == "Qwezi"]
    assert [r.method for r in mentions] == ["within", "within"]
    assert len({r.place.id for r in mentions if r.place}) == 1


def test_a_square_isnt_a_township_far_off() -> None:
    text = "The market in Chicago moved to Franklin Square, and Chicago liked it."
    square = found(text)["Franklin Square"]
    assert square.place is not None
    assert square.place.admin1 == "IL"


def test_a_university_of_a_state_is_the_states() -> None:
    places = found("Students at Southern Nevada University volunteered last week.")
    assert "Southern Nevada University" not in places


def test_a_saint_in_a_city_is_no_street() -> None:
    assert "East St." not in found("He was born in East St. Louis, Illinois, she said.")


def test_without_a_town_it_has_no_place() -> None:
    (prison,) = find_places("He escaped from Bródek Prison on Friday night.", "en")
    assert prison.status is ResolutionStatus.NIL


def test_a_text_about_several_countries_puts_nothing_in_a_town() -> None:
    text = "They met in Seoul, in Wonsan and in Tokyo. The Alderwick Island was shelled."
    resolution = found(text)["Alderwick Island"]
    assert resolution.place is None
    assert resolution.status is ResolutionStatus.NIL
