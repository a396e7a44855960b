from __future__ import annotations

import csv
import re
from datetime import date

import pytest

from geo.datasets import arsenal, facts
from geo.datasets.facts_borders import published_lengths
from geo.datasets.facts_systems import system_names, systems_named
from geo.datasets.facts_words import fact_words
from geo.datasets.manifest import data_folder
from geo.datasets.timeline import read_events
from geo.errors import DataError
from geo.geodesy import check_lonlat, distance_km

TABLES = ("sites", "systems", "deployments", "memberships", "border_lengths", "timeline")


@pytest.fixture(params=TABLES)
def table(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_row_has_a_source_or_says_that_it_has_none(table: str) -> None:
    for row in facts.read_table(table):
        cited = facts.source(facts.source_id(table, row))
        assert cited.title, row
        if row["evidence"] in {"seen", "seen (mirror)"}:
            assert row["source_title"], row
            assert row["source_url"].startswith(("http://", "https://")), row
        else:
            assert row["evidence"] in {"memory", "derived"}, row


def test_source_ids_are_unique_over_all_tables() -> None:
    ids = [facts.source_id(name, row) for name in TABLES for row in facts.read_table(name)]
    assert len(ids) == len(set(ids))


def test_a_copy_is_shown_as_its_original(table: str) -> None:
    for row in facts.read_table(table):
        shown = facts.source(facts.source_id(table, row))
        if row["evidence"] == "seen (mirror)":
            assert shown.url == ""
            assert not any(word in shown.title for word in (" via ", "(via", "copy at", "mirror"))
        else:
            assert shown.url == row["source_url"]


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("facts:timeline/t45", "Xinhua, 14 Nov 2024"),
        ("facts:timeline/t50", "VnExpress, December 2025 (on Reuters)"),
        ("facts:systems/su30sm", "TASS, October 2019"),
        ("facts:deployments/d22", "Reuters, 5 Feb 2018"),
        ("facts:memberships/NATO-USA-1949-08-24", "general knowledge, not checked"),
    ],
)
def test_titles_as_shown(key: str, title: str) -> None:
    assert facts.source(key).title == title


@pytest.mark.parametrize("key", ["facts:deployments/d999", "facts:nowhere/x", "osm", ""])
def test_an_unknown_source_is_refused_by_name(key: str) -> None:
    with pytest.raises(DataError, match="No fact is named"):
        facts.source(key)


def test_tables_are_whole(table: str) -> None:
    with (data_folder() / "facts" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert {len(line) for line in lines} == {len(lines[0])}
    assert len(facts.read_table(table)) == len(lines) - 1


def test_deployments_join_sites_and_systems() -> None:
    for row in arsenal.read_deployments():
        assert row.site_id in arsenal.read_sites(), row.id
        assert row.system_id in arsenal.read_systems(), row.id
        assert row.end is None or str(row.start) <= str(row.end), row.id


def test_systems_are_in_order_and_munitions_have_launchers() -> None:
    systems = arsenal.read_systems()
    for system in systems.values():
        spread = [system.max_low_km, system.max_typical_km, system.max_high_km]
        known = [km for km in spread if km is not None]
        assert known == sorted(known), system.id
        assert not known or (system.dead_zone_km or 0) < known[0], system.id
        assert system.ring_default in {"solid", "dashed", "off"}, system.id
        assert system.variant_of in {"", *systems}, system.id
        if system.variant_of:
            assert known, f"{system.id}: a munition is listed for its range"
            launcher = systems[system.variant_of]
            assert launcher.max_high_km is None, launcher.id


def test_sites_lie_on_the_globe_near_their_second_point() -> None:
    for row in facts.read_table("sites"):
        if not row["lat"]:
            assert row["id"] in arsenal.unplaced_sites()
            continue
        site = arsenal.read_sites()[row["id"]]
        check_lonlat(site.lon, site.lat)
        assert site.precision_km > 0, site.id
        if row["coord2_lat"]:
            other = float(row["coord2_lon"]), float(row["coord2_lat"])
            apart = float(distance_km(site.lon, site.lat, *other))
            assert apart == pytest.approx(float(row["coord_delta_km"]), abs=0.06), site.id
            assert apart <= site.precision_km * 1.3, site.id


def test_no_site_and_no_event_is_from_the_future() -> None:
    today = arsenal.facts_as_of()
    assert today >= date(2026, 2, 9)
    assert all(event.day.not_after(today) for event in read_events())


def test_published_lengths_come_in_any_order_with_their_publishers() -> None:
    lengths = published_lengths("POL", "BLR")
    assert lengths == published_lengths("BLR", "POL")
    assert {(x.km, x.year) for x in lengths} >= {(398.6, None), (418.0, 2006), (427.9, 2019)}
    assert all(x.by and facts.source(x.source_id).title for x in lengths)
    assert published_lengths("POL", "PRT") == ()


def test_the_sum_published_in_belarus() -> None:
    best = [
        min(published_lengths("BLR", iso), key=lambda x, k=km: abs(x.km - k)).km
        for iso, km in (("POL", 398.6), ("LTU", 678.8), ("LVA", 172.9))
    ]
    assert sum(best) == pytest.approx(1250.3, abs=0.1)


def test_every_name_leads_to_known_systems_and_every_launcher_has_a_name() -> None:
    named = {key for keys in system_names().values() for key in keys}
    systems = arsenal.read_systems()
    assert named <= set(systems)
    # a munition that texts don't name is reached through its launcher
    assert all(systems[key].variant_of for key in set(systems) - named)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Iskander", ("iskander_m", "iskander_e", "iskander_k_9m728")),
        ("Iskanderów", ("iskander_m", "iskander_e", "iskander_k_9m728")),
        ("«Искандер-М»", ("iskander_m",)),
        ("S‑400", ("s400",)),  # non-breaking hyphen
        ("Oriesznika", ("oreshnik",)),
        ("Himalaya", ()),
        ("", ()),
    ],
)
def test_systems_named(words: str, ids: tuple[str, ...]) -> None:
    assert systems_named(words) == ids


def test_the_facts_own_words_are_told_in_every_language() -> None:
    shown = {row["basis"] for row in facts.read_table("systems")}
    shown |= {row["unit"] for row in facts.read_table("sites")}
    shown |= {row["claimed_by"] for row in facts.read_table("deployments")}
    shown |= {row["published_by"] for row in facts.read_table("border_lengths")}
    with (data_folder() / "facts" / "words.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["en"]: row for row in csv.DictReader(file)}
    assert shown - {""} == set(rows), "each is translated, and nothing else is"
    for words, row in rows.items():
        assert fact_words(words, "en") == words
        assert fact_words(words, "pl") == row["pl"] != ""
        assert fact_words(words, "uk") == row["uk"] != ""
        assert not re.search("[Ѐ-ӿ]", row["pl"])
    assert fact_words("my own words", "pl") == "my own words"


def test_events_have_a_title_in_every_language() -> None:
    for event in read_events():
        assert all(event.titles[lang] for lang in ("en", "pl", "uk")), event.id
        assert re.search("[Ѐ-ӿ]", event.titles["uk"]), event.id
