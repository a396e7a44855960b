from __future__ import annotations

from datetime import date

import pytest

from geo.datasets import alliances, facts
from geo.errors import InputError


@pytest.mark.parametrize(
    ("org", "on", "count"),
    [
        ("NATO", date(1949, 8, 23), 0),
        ("NATO", date(1949, 8, 24), 12),
        ("NATO", date(1999, 3, 12), 19),
        ("NATO", date(2004, 3, 28), 19),
        ("NATO", date(2004, 3, 29), 26),
        ("NATO", date(2023, 4, 3), 30),
        ("NATO", date(2023, 4, 6), 31),
        ("NATO", date(2024, 3, 7), 32),
        ("EU", date(2013, 7, 1), 28),
        ("EU", date(2020, 1, 31), 28),
        ("EU", date(2020, 2, 1), 27),
        ("CSTO", date(2023, 4, 6), 6),
        ("Union State", date(2023, 4, 6), 2),
    ],
)
def test_how_many_members_on_a_day(org: str, on: date, count: int) -> None:
    assert len(alliances.members(org, on)) == count


def test_neighbours_of_belarus_in_nato_by_date() -> None:
    beside = {"LVA", "LTU", "POL", "UKR", "RUS"}
    assert alliances.members("NATO", date(1998, 1, 1)) & beside == frozenset()
    assert alliances.members("NATO", date(2003, 1, 1)) & beside == {"POL"}
    assert alliances.members("NATO", date(2023, 4, 6)) & beside == {"LVA", "LTU", "POL"}


def test_a_year_known_alone_counts_whole() -> None:
    # Uzbekistan: readmitted in 2006, left in 2012; the table has years only
    assert "UZB" in alliances.members("CSTO", date(2006, 1, 1))
    assert "UZB" in alliances.members("CSTO", date(2012, 12, 31))
    assert "UZB" not in alliances.members("CSTO", date(2013, 1, 1))
    assert "UZB" not in alliances.members("CSTO", date(2003, 1, 1))
    assert "UZB" in alliances.members("CSTO", date(1999, 4, 2))


def test_every_organisation_is_in_the_table_and_the_other_way_round() -> None:
    listed = {row["organisation"] for row in facts.read_table("memberships")}
    assert listed == set(alliances.ORGANISATIONS)
    assert {row["status"] for row in facts.read_table("memberships")} <= {"member", "former member"}


def test_founded() -> None:
    assert str(alliances.founded("NATO")) == "1949-08-24"
    assert str(alliances.founded("EU")) == "1958-01-01"


def test_names_in_any_case_and_strangers_refused() -> None:
    assert alliances.members(" nato ", date(2023, 4, 6)) == alliances.members(
        "NATO", date(2023, 4, 6)
    )
    with pytest.raises(InputError, match="SEATO") as caught:
        alliances.members("SEATO", date(1960, 1, 1))
    assert "NATO" in caught.value.hint


def test_memberships_are_cited() -> None:
    ids = alliances.membership_source_ids("NATO", {"POL", "FIN"})
    assert [facts.source(key).evidence for key in ids] == ["memory", "seen"]
    assert "NATO" in facts.source(ids[1]).title
