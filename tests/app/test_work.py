"""Saved work comes back as it was, and nothing else is believed."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.analysis import Correction, RingChoice, Settings
from geo.errors import InputError
from geo.export.work import LARGEST_BYTES, read_work, work_bytes

WORK = Settings(
    lang="pl",
    on=date(2003, 1, 1),
    viewpoint="neutral",
    focus="BLR",
    rings=(
        RingChoice(site_id="lida_ab", system_id="iskander_m", radius_km=321.0),
        RingChoice(lon=24.5, lat=53.7, radius_km=100.0),
    ),
    corrections=(
        Correction(surface="Litwą"),
        Correction(surface="Mińsk", place_id="geonames:625144"),
    ),
)


def test_work_comes_back_as_it_was_saved() -> None:
    assert read_work(work_bytes(WORK)) == WORK
    assert read_work(work_bytes(Settings())) == Settings()


def test_a_place_that_only_its_article_knows_stays_out() -> None:
    made = Correction(surface="Insel", place_id="unlisted:insel@geonames:1")
    assert read_work(work_bytes(Settings(corrections=(made,)))).corrections == ()


def changed(**parts: object) -> bytes:
    return json.dumps({**json.loads(work_bytes(WORK)), **parts}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[1]",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        changed(version=0),
        changed(version="1"),
        changed(settings=[]),
        changed(settings={"on": "yesterday"}),
        changed(settings={"on": 5}),
        changed(settings={"focus": "QQQ"}),
        changed(settings={"focus": ["BLR"]}),
        changed(settings={"viewpoint": "mine"}),
        changed(rings=[{"site": "nowhere", "radius_km": 5}]),
        changed(rings=[{"site": "lida_ab", "radius_km": 1e9}]),
        changed(rings=[{"lon": 181, "lat": 0, "radius_km": 5}]),
        changed(rings=[{"lon": 1, "lat": 0}]),
        changed(rings=[{"lon": float("nan"), "lat": 0, "radius_km": 5}]),
        changed(rings=[{"lon": 1, "lat": 1, "radius_km": 5}] * 13),
        changed(corrections=[{"surface": ""}]),
        changed(corrections=[{"surface": "x", "place_id": "geonames:99999999999"}]),
        changed(corrections=["x"]),
        b" " * (LARGEST_BYTES + 1),
    ],
)
def test_a_file_that_cannot_be_work_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(InputError) as refused:
        read_work(content)
    assert refused.value.hint


def test_a_later_version_is_told_apart() -> None:
    with pytest.raises(InputError, match="later version"):
        read_work(changed(version=2))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=4))
def test_damage_is_refused_or_harmless(at: int, bytes_: bytes) -> None:
    whole = work_bytes(WORK)
    at %= len(whole)
    try:
        read = read_work(whole[:at] + bytes_ + whole[at + len(bytes_) :])
    except InputError:
        return
    assert isinstance(read, Settings)
