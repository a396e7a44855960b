from __future__ import annotations

import pytest

from geo.gazetteer import fold, lookup, open_index

INDEX = open_index()


def first(name: str, **options: bool) -> str:
    found = lookup(name, **options)
    return INDEX.place(found[0].row).id if found else ""


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Rosja", "geonames:2017370"),
        ("Białoruś", "geonames:630336"),
        ("Ukraina", "geonames:690791"),
        ("Польшча", "geonames:798544"),
        ("Łotwa", "geonames:458258"),
        ("Litwa", "geonames:597427"),
        ("Moskwa", "geonames:524901"),
        ("Wielka Brytania", "geonames:2635167"),
        ("Birma", "geonames:1327865"),
        ("ZEA", "geonames:290557"),
        ("Warsaw", "geonames:756135"),
    ],
)
def test_the_likeliest_place_comes_first(name: str, place_id: str) -> None:
    assert first(name) == place_id


def test_a_name_without_diacritics_is_found_loosely_only() -> None:
    strict = {INDEX.place(p.row).id for p in lookup("Hajnowka") if p.exact}
    loose = {INDEX.place(p.row).id: p.exact for p in lookup("Šiauliaī", loose=True)}
    assert strict
    assert loose
    assert not any(loose.values())
    assert lookup("Šiauliaī") == ()


def test_a_language_leaves_out_names_of_others() -> None:
    assert lookup("Niemcy", lang="pl")
    german = {INDEX.place(p.row).id for p in lookup("Dunaj", lang="sl")}
    czech = {INDEX.place(p.row).id for p in lookup("Dunaj", lang="cs")}
    assert "geonames:2761369" in german
    assert "geonames:2761369" not in czech


def test_flags_say_what_kind_of_name_it_is() -> None:
    assert lookup("USA")[0].is_code
    assert not lookup("Alabama")[0].is_code
    assert any(p.is_historic for p in lookup("USSR"))
    kremlin = [p for p in lookup("Kreml", lang="pl") if p.is_metonym]
    assert INDEX.place(kremlin[0].row).id == "standoff:kremlin"


def test_regions_may_lack_a_point() -> None:
    west = INDEX.place(lookup("Zachód", lang="pl")[0].row)
    assert (west.lon, west.lat) == (None, None)
    assert west.feature_class == "L"


def test_the_longest_names_come_first() -> None:
    words = [fold(word) for word in ("in", "New", "York", "City", "today")]
    assert INDEX.matches(words, 1)[0] == 3
    assert 2 in INDEX.matches(words, 1)
    assert INDEX.matches(["nowherebyname"]) == []


def test_a_prefix_ends_where_no_name_begins_so() -> None:
    assert INDEX.has_prefix("grod")
    assert not INDEX.has_prefix("xqzw")


def test_names_and_ids_lead_back() -> None:
    row = INDEX.row("geonames:630336")
    assert row is not None
    assert "bialorus" in INDEX.names(row, "pl")
    assert INDEX.row("geonames:1") is None
    assert INDEX.row("standoff:kremlin") is not None
    assert INDEX.row("nobody:3") is None


def test_origins_can_be_left_out() -> None:
    assert "supplement" in INDEX.origins
    without = open_index(frozenset(["supplement"]))
    assert without.lookup("przesmyk suwalski") == ()
    assert lookup("przesmyk suwalski")
    assert without.lookup("Moskwa")


def test_abbreviated_states_are_codes() -> None:
    assert any(
        p.is_code and INDEX.main_name(p.row) == "Pennsylvania" for p in lookup("Pa.", lang="en")
    )
