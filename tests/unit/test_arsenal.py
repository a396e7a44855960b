from __future__ import annotations

from datetime import date

import pytest

from geo.datasets import arsenal
from geo.datasets.timeline import events_near
from geo.errors import InputError
from geo.frames import DEPLOYMENTS, SITES
from geo.model import DeploymentStatus

ARTICLE = date(2023, 4, 6)


def pair(site: str, system: str, on: date) -> tuple[str, ...]:
    rows = arsenal.documented(on, site_ids={site}, system_ids={system})
    return tuple(row.id for row in rows)


@pytest.mark.parametrize(
    ("on", "ids"),
    [
        (date(2022, 9, 28), ()),
        (date(2022, 9, 29), ("d01",)),  # claimed by one side
        (date(2022, 12, 19), ("d02",)),  # of two claims the newer
        (date(2023, 2, 1), ("d03",)),  # reported in February, the day not known
        (ARTICLE, ("d03",)),
        (date(2023, 7, 4), ("d04",)),  # confirmed by an image
    ],
)
def test_the_strongest_row_known_by_the_day_wins(on: date, ids: tuple[str, ...]) -> None:
    assert pair("asipovichy_465", "iskander_m", on) == ids


def test_one_row_for_a_pair_and_no_denied_one() -> None:
    rows = arsenal.documented(ARTICLE)
    pairs = [(row.site_id, row.system_id) for row in rows]
    assert len(pairs) == len(set(pairs))
    assert all(row.status is not DeploymentStatus.DENIED for row in rows)


def test_a_month_that_cannot_decide_the_day_is_kept_and_told() -> None:
    (stay,) = arsenal.documented(ARTICLE, site_ids={"machulishchy_ab"}, system_ids={"kinzhal"})
    assert (stay.id, str(stay.end)) == ("d15", "2023-04")
    assert arsenal.undecided(stay, ARTICLE)
    assert not arsenal.undecided(stay, date(2023, 3, 31))
    (planes,) = arsenal.documented(date(2023, 3, 2), system_ids={"a50u"})
    assert not arsenal.undecided(planes, date(2023, 3, 2))
    assert pair("machulishchy_ab", "kinzhal", date(2023, 5, 1)) == ()


def test_what_ended_before_is_gone() -> None:
    assert pair("machulishchy_ab", "a50u", date(2023, 3, 2)) == ("d17",)
    assert pair("machulishchy_ab", "a50u", date(2023, 3, 3)) == ()


def test_later_holds_what_starts_after_and_only_that() -> None:
    ids = {row.id for row in arsenal.later(ARTICLE)}
    assert {"d04", "d09", "d20", "d21"} <= ids
    assert not ids & {row.id for row in arsenal.documented(ARTICLE)}
    assert "d03" not in ids
    assert arsenal.later(arsenal.facts_as_of()) == ()


def test_frames_keep_their_contracts() -> None:
    sites = arsenal.sites_frame()
    SITES.check(sites)
    assert len(sites) == len(arsenal.read_sites())
    assert sites.loc["asipovichy_465", "precision_km"] == 8
    rows = arsenal.deployments_frame(arsenal.documented(ARTICLE), ARTICLE)
    DEPLOYMENTS.check(rows)
    assert list(rows.index[rows["undecided"]]) == ["d15"]
    DEPLOYMENTS.check(arsenal.deployments_frame(()))
    SITES.check(arsenal.sites_frame([]))


def test_a_later_polish_name_and_the_day_it_starts() -> None:
    later = arsenal.read_sites()["kulikovo_storage"].later_names
    assert later is not None
    name, start = later["pl"]
    assert "królewiecki" in name
    assert str(start) == "2023-05-09"


def test_launchers_lead_to_munitions() -> None:
    assert {s.id for s in arsenal.munitions("himars")} >= {"gmlrs", "atacms_m57", "prsm"}
    assert [s.id for s in arsenal.munitions("iskander_m")] == ["iskander_m"]


def test_unknown_names_are_refused_with_neighbours() -> None:
    with pytest.raises(InputError, match="no known site") as caught:
        arsenal.find_site("asipovichy")
    assert "asipovichy_465" in caught.value.hint
    with pytest.raises(InputError, match="no known system") as caught:
        arsenal.find_system("iskander")
    assert "iskander_m" in caught.value.hint
    with pytest.raises(InputError, match="No source gives a point"):
        arsenal.find_site("pawlawka_site")


def test_events_near_a_day() -> None:
    ids = [event.id for event in events_near(ARTICLE, days=14, iso_a3="BLR")]
    assert ids == ["t17", "t19", "t24"]
    # a month without a day is near when the day lies in it
    assert "t13" in [event.id for event in events_near(date(2023, 2, 20), days=0)]
