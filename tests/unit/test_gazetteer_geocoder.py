from __future__ import annotations

import time

import geopandas as gpd
import pytest
from geopy.exc import GeocoderServiceError
from geopy.location import Location

from geo.errors import GeocodingError, InputError
from geo.gazetteer import Gazetteer
from geo.gazetteer.online import OnlineGazetteer


def test_forward() -> None:
    found = Gazetteer().geocode("Hajnówka")
    assert isinstance(found, Location)
    assert found.raw["id"] == "geonames:773023" or found.raw["iso_a3"] == "POL"
    assert found.latitude == pytest.approx(52.74, abs=0.05)
    assert found.longitude == pytest.approx(23.58, abs=0.05)


@pytest.mark.parametrize(
    ("query", "iso", "lat"),
    [("Paris, Texas", "USA", 33.66), ("Paris", "FRA", 48.85), ("Brest, Belarus", "BLR", 52.1)],
)
def test_a_qualifier_chooses(query: str, iso: str, lat: float) -> None:
    found = Gazetteer().geocode(query)
    assert isinstance(found, Location)
    assert found.raw["iso_a3"] == iso
    assert found.latitude == pytest.approx(lat, abs=0.1)


def test_unknown_and_pointless_names_give_none() -> None:
    assert Gazetteer().geocode("Qwxyzzq") is None
    assert Gazetteer().geocode("przesmyk suwalski") is None


def test_reverse_gives_the_nearest_settlement() -> None:
    found = Gazetteer().reverse((53.678, 23.83))
    assert isinstance(found, Location)
    assert found.raw["id"] == "geonames:627904"
    assert Gazetteer().reverse((0.0, -30.0)) is None
    with pytest.raises(InputError):
        Gazetteer().reverse("nowhere")


def test_one_unknown_name_leaves_the_others() -> None:
    frame = gpd.tools.geocode(["Grodno", "Qwxyzzq", "Vilnius"], provider=Gazetteer)
    assert frame.geometry.is_empty.tolist() == [False, True, False]
    assert frame.geometry.iloc[2].x == pytest.approx(25.28, abs=0.05)


def test_online_keeps_the_pause_and_remembers() -> None:
    asked: list[str] = []

    def ask(name: str, _lang: str | None) -> Location | None:
        asked.append(name)
        return Location(f"{name}, somewhere", (1.0, 2.0), {"osm_type": "node", "osm_id": 7})

    online = OnlineGazetteer("desk@example.org", ask=ask)
    start = time.monotonic()
    first, again, other = online.find("A"), online.find("A"), online.find("B")
    assert time.monotonic() - start >= 1.0
    assert asked == ["A", "B"]
    assert first is again
    assert other is not None
    assert (other.lon, other.lat, other.source_id) == (2.0, 1.0, "nominatim")


def test_online_says_when_the_service_fails() -> None:
    def refuse(_name: str, _lang: str | None) -> Location | None:
        msg = "403"
        raise GeocoderServiceError(msg)

    with pytest.raises(GeocodingError, match="Nominatim"):
        OnlineGazetteer("https://example.org", ask=refuse).find("A")
    with pytest.raises(InputError):
        OnlineGazetteer("nobody")
