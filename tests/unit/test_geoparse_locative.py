"""Distances and directions from a place: an uncertain area around where they lead."""

from __future__ import annotations

import pytest

from geo.geodesy import distance_km
from geo.geoparse import find_places
from geo.geoparse.lexicon import lexicon
from geo.geoparse.locative import find_offset
from geo.model import Span


@pytest.mark.parametrize(
    ("lang", "before", "km", "bearing"),
    [
        ("pl", "Baza leży 30 km na wschód od ", 30, 90),
        ("pl", "około 12,5 kilometra na południowy zachód od ", 12.5, 225),
        ("pl", "jakieś 40 km od ", 40, None),
        ("en", "a depot 20 miles north-west of ", 32.187, 315),
        ("en", "about 5 km from ", 5, None),
        ("uk", "за 15 км на північ від ", 15, 0),
        ("ru", "в 60 км к северо-востоку от ", 60, 45),
        ("ru", "в 7 км южнее ", 7, 180),
        ("de", "50 km östlich von ", 50, 90),
        ("fr", "à 25 km au nord de ", 25, 0),
    ],
)
def test_offsets(lang: str, before: str, km: float, bearing: float | None) -> None:
    text = before + "Grodno."
    offset = find_offset(text, Span(start=len(before), end=len(text) - 1), lexicon(lang))
    assert offset is not None
    assert offset.km == pytest.approx(km, rel=1e-3)
    assert offset.bearing_deg == bearing


@pytest.mark.parametrize(
    ("lang", "before"),
    [
        ("pl", "Zasięg wynosi 500 km. Wojska ćwiczą w "),
        ("pl", "Rakieta o zasięgu 500 km stacjonuje w "),
        ("en", "The range is 500 km and the brigade is stationed in "),
        ("en", "He ran 10 km in "),
    ],
)
def test_other_distances(lang: str, before: str) -> None:
    text = before + "Grodno."
    assert find_offset(text, Span(start=len(before), end=len(text) - 1), lexicon(lang)) is None


def test_the_place_is_displaced_and_widened() -> None:
    there = find_places("Ćwiczenia w Grodnie.", "pl")[0].place
    (east,) = find_places("Ćwiczenia odbędą się 30 km na wschód od Grodna.", "pl")
    assert there is not None
    assert east.place is not None
    assert east.method == "locative"
    assert east.place.id == there.id
    assert None not in {there.lon, there.lat, east.place.lon, east.place.lat}
    moved = distance_km(there.lon, there.lat, east.place.lon, east.place.lat)
    assert float(moved) == pytest.approx(30, abs=0.1)
    assert east.place.lon > there.lon
    assert east.place.precision_km == pytest.approx(12.4, abs=0.1)


def test_a_distance_from_a_country_counts_from_its_border() -> None:
    (poland,) = find_places("Baza leży 30 km od Polski.", "pl")
    assert poland.method == "gazetteer"
