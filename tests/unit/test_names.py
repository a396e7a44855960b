"""The place-name policy: language, date, and what stands behind a name."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from geo.datasets.alliances import members
from geo.datasets.arsenal import read_systems
from geo.datasets.countries import read_countries
from geo.datasets.manifest import locate
from geo.datasets.names import (
    NameBasis,
    Named,
    name_of,
    place_name,
    read_label_cities,
    read_place_names,
    read_seas,
    system_name,
)
from geo.frames import CRS
from geo.i18n import LANGUAGES
from geo.i18n.transcription import into_english, into_polish, into_ukrainian, written_in

CYRILLIC = re.compile("[Ѐ-ӿ]")


@pytest.mark.parametrize(
    ("number", "pl", "en", "uk"),
    [
        (703448, "Kijów", "Kyiv", "Київ"),
        (702550, "Lwów", "Lviv", "Львів"),
        (698740, "Odessa", "Odesa", "Одеса"),
        (625144, "Mińsk", "Minsk", "Мінськ"),
        (624034, "Osipowicze", "Asipovichy", "Осиповичі"),
        (627907, "Homel", "Homyel", "Гомель"),
        (630429, "Baranowicze", "Baranavichy", "Барановичі"),
        (593116, "Wilno", "Vilnius", "Вільнюс"),
        (756135, "Warszawa", "Warsaw", "Варшава"),
        (1668341, "Tajpej", "Taipei", "Тайбей"),
        (79415, "Al-Hudajda", "Hodeidah", "Ходейда"),
        (3133895, "Tromsø", "Tromsø", "Тромсе"),
    ],
)
def test_policy_by_language(number: int, pl: str, en: str, uk: str) -> None:
    assert [place_name(f"geonames:{number}", lang) for lang in ("pl", "en", "uk")] == [pl, en, uk]


def test_kaliningrad_changes_its_polish_name_on_the_day() -> None:
    before, after = date(2023, 5, 8), date(2023, 5, 9)
    assert place_name("geonames:554234", "pl", before) == "Kaliningrad"
    assert place_name("geonames:554234", "pl", after) == "Królewiec"
    assert place_name("geonames:554234", "en", after) == "Kaliningrad"
    assert place_name("geonames:554230", "pl", before) == "obwód kaliningradzki"
    assert place_name("geonames:554230", "pl", after) == "obwód królewiecki"
    assert place_name("kulikovo_storage", "pl", before).endswith("kaliningradzki (domniemana)")
    assert place_name("kulikovo_storage", "pl", after).endswith("królewiecki (domniemana)")


def test_places_that_were_renamed() -> None:
    assert place_name(709930, "en", date(2016, 1, 1)) == "Dnipropetrovsk"
    assert place_name(709930, "en") == "Dnipro"
    astana = [place_name(1526273, "pl", date(year, 6, 1)) for year in (2018, 2020, 2023)]
    assert astana == ["Astana", "Nur-Sułtan", "Astana"]


def test_a_name_not_known_is_left_to_the_caller() -> None:
    assert place_name("geonames:1", "pl", default="Ełk") == "Ełk"
    assert place_name("geonames:1", "pl") == "geonames:1"
    assert place_name("asipovichy_465", "pl").startswith("Osipowicze")


@pytest.mark.parametrize(
    ("lang", "iso", "own", "written"),
    [
        ("uk", "POL", "Mikoszewo", "Мікошево"),
        ("uk", "POL", "Jastrzębie-Zdrój", "Ястшембе-Здруй"),
        ("uk", "POL", "Nowy Dwór Gdański", "Новий-Двур-Гданський"),
        ("uk", "RUS", "Gvardeysk", "Гвардейськ"),
        ("uk", "UKR", "Bilhorod-Dnistrovskyi", "Білгород-Дністровський"),
        ("uk", "LTU", "Šakiai", "Шакяй"),
        ("uk", "DEU", "Zeitz", "Цайц"),
        ("pl", "RUS", "Provideniya", "Prowidienija"),
        ("pl", "UKR", "Yuzhne", "Jużne"),
        ("pl", "POL", "Ełk", "Ełk"),
        ("en", "RUS", "L’gov", "Lgov"),
        ("en", "SYR", "Ḩimş", "Hims"),
        ("en", "UKR", "Знамʼянка Їжака", "Znamianka Yizhaka"),
        ("en", "RUS", "Енакиево", "Yenakiyevo"),
    ],
)
def test_unreviewed_names_are_written_by_rule_and_marked(
    lang: str, iso: str, own: str, written: str
) -> None:
    named = name_of("geonames:1", lang, default=own, iso_a3=iso)
    assert named.text == written
    marked = NameBasis.ENDONYM if own == written else NameBasis.TRANSCRIBED
    assert named.basis is marked
    assert written_in(written, lang)


def test_what_only_the_article_names_is_not_turned_into_another_script() -> None:
    named = name_of("unlisted:st-x@geonames:1", "uk", default="St. X Island", iso_a3="USA")
    assert named == Named("St. X Island", NameBasis.ARTICLE)


def test_a_lettered_city_is_named_where_the_reviewed_list_has_none() -> None:
    cities = read_label_cities()
    made = cities[cities["basis"] == "transcribed"]
    named = name_of(str(made.index[0]), "uk", default="x")
    assert named == Named(made["name_uk"].iloc[0], NameBasis.TRANSCRIBED)


@pytest.mark.parametrize("text", ["Ḩimş", "", "№ 5!", "ʼ", "Łódź 2", "東京", "🚀"])
def test_any_text_is_written_in_something(text: str) -> None:
    for iso in ("POL", "RUS", "UKR", "LTU", "CZE", "DEU", "ROU", "USA", ""):
        into_ukrainian(text, iso)
        into_polish(text, iso)
    into_english(text)


def test_systems_have_a_name_in_every_language() -> None:
    assert [system_name("iskander_m", lang) for lang in LANGUAGES] == [
        "Iskander-M", "Iskander-M", "Іскандер-М",
    ]  # fmt: skip
    assert system_name("none", "uk", default="?") == "?"
    for system_id, system in read_systems().items():
        ukrainian = system_name(system_id, "uk")
        # Soviet and Russian designations are Cyrillic, Western ones stay Latin
        assert bool(CYRILLIC.search(ukrainian)) or system.origin_iso_a3 not in {"RUS", "BLR"}


def test_every_period_of_a_place_follows_the_one_before() -> None:
    for number, entries in read_place_names().items():
        assert entries[0].start == "0000-00-00", number
        assert entries[-1].end == "9999-99-99", number
        for earlier, later in pairwise(entries):
            day_after = date.fromisoformat(earlier.end).toordinal() + 1
            assert date.fromisoformat(later.start).toordinal() == day_after, number


def test_names_are_written_in_their_own_script() -> None:
    for number, entries in read_place_names().items():
        for entry in entries:
            assert all(entry.names[lang] == entry.names[lang].strip() for lang in LANGUAGES)
            assert not CYRILLIC.search(entry.names["pl"] + entry.names["en"]), number
            assert not re.search("[A-Za-zыэъё]", _cyrillic_words(entry.names["uk"])), number


def _cyrillic_words(text: str) -> str:
    # Roman numerals and abbreviations stay Latin in a Ukrainian name too
    return "".join(word for word in text.split() if CYRILLIC.search(word))


def test_enough_places_are_reviewed() -> None:
    by_hand = {n for n, entries in read_place_names().items() if entries[0].basis != "CLDR 41"}
    assert len(by_hand) >= 2500
    cities = read_label_cities()
    reviewed = cities["basis"] == "places"
    large = cities[cities["population"] >= 500_000]
    europe = {"POL", "BLR", "UKR", "LTU", "LVA", "EST", "CZE", "SVK", "HUN", "DEU", "RUS", "MDA"}
    capitals = cities[(cities["role"] == "capital")]
    assert reviewed[capitals.index].mean() > 0.9
    assert reviewed[large.index].mean() > 0.55
    near = cities[cities["iso_a3"].isin(europe) & (cities["population"] >= 100_000)]
    assert reviewed[near.index].mean() > 0.9


def test_cities_to_letter() -> None:
    cities = read_label_cities()
    assert cities.crs.to_string() == CRS
    assert cities.index.is_unique
    assert len(cities) >= 6000
    assert set(cities["role"]) == {"capital", "admin-seat", "city"}
    for iso in members("NATO", date(2024, 4, 1)) | {"BLR", "UKR", "RUS", "TWN", "YEM"}:
        assert "capital" in set(cities.loc[cities["iso_a3"] == iso, "role"]), iso
    minsk = cities.loc["geonames:625144"]
    assert (minsk["role"], minsk["name_pl"], minsk["rank"]) == ("capital", "Mińsk", 2)
    assert minsk.geometry.distance(cities.loc["geonames:629634"].geometry) > 3
    for lang in LANGUAGES:
        assert (cities[f"name_{lang}"].str.len() > 0).all()
    assert not cities["name_uk"].str.contains("[A-Za-z]{3}").any()


def test_waters_have_names_and_label_points() -> None:
    waters = read_seas()
    assert len(waters) >= 120
    assert waters.index.is_unique
    assert waters.crs.to_string() == CRS
    baltic = waters.loc["baltic-sea"]
    assert (baltic["name_pl"], baltic["name_uk"]) == ("Morze Bałtyckie", "Балтійське море")
    assert 16 < baltic.geometry.x < 22
    assert waters["rank"].between(1, 8).all()
    assert (waters["extent_km"] > 0).all()
    counts = Counter(waters["kind"])
    assert counts["ocean"] >= 6
    assert counts["lake"] >= 25
    assert waters["basis"].eq("memory").all()


def test_no_water_is_lettered_on_dry_land() -> None:
    """Label points of seas lie outside every country; narrow straits don't show at this detail."""
    land = read_countries("world").union_all()
    waters = read_seas()
    at_sea = waters[~waters["kind"].isin({"lake", "reservoir", "lagoon"})]
    at_sea = at_sea[at_sea["extent_km"] >= 30]
    ashore = [name for name, point in at_sea.geometry.items() if land.contains(point)]
    assert ashore == []


def test_the_reviewed_list_names_each_city_once_per_period() -> None:
    with locate("names/places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    keys = Counter((row["geonames_id"], row["from"]) for row in rows)
    assert [key for key, times in keys.items() if times > 1] == []
    assert {row["basis"] for row in rows} == {"CLDR", "CLDR 41", "memory"}


def test_a_water_is_called_the_same_as_a_label_and_as_a_mention() -> None:
    waters = read_seas()
    for water, place in (("gulf-of-gdansk", "gdansk_bay"), ("bosporus", "bosphorus")):
        for lang in LANGUAGES:
            assert place_name(f"standoff:{place}", lang) == waters.loc[water, f"name_{lang}"]
