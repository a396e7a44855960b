"""The pictures beside the map: what they say, and that nothing in them overlaps."""

from __future__ import annotations

from datetime import date

import pytest

from geo.borders import measure_border
from geo.coverage import reach
from geo.datasets.timeline import events_near
from geo.maps.companions import compose_lengths, compose_reach, compose_timeline
from geo.maps.figure.proof import faults
from geo.maps.figure.render import About, render

ON = date(2023, 4, 6)


def check(plate):
    assert faults(plate) == ()


def words(plate):
    return [text.words.replace("\u00a0", " ") for text in plate.texts]


@pytest.mark.parametrize("lang", ["pl", "en", "uk"])
@pytest.mark.parametrize("layout", ["half", "slide", "square"])
def test_nothing_overlaps_in_any_language(lang, layout):
    check(
        compose_lengths(
            measure_border("BLR", "NATO", ON),
            lang=lang,
            title="Length",
            layout=layout,
            stated_km=1250,
        )
    )
    check(
        compose_reach(
            reach("asipovichy_465", "iskander_m", on=ON), lang=lang, title="Reach", layout=layout
        )
    )
    check(compose_timeline(events_near(ON, days=120), ON, lang=lang, layout=layout))


def test_lengths_show_every_detail_the_published_and_the_stated():
    measured = measure_border("BLR", "NATO", ON)
    plate = compose_lengths(measured, lang="en", title="Length", stated_km=1250)
    said = words(plate)
    for _, km in measured.by_detail:
        assert f"{round(km):,}" in said
    assert "CIA World Factbook, 2021" in said
    assert {i.group for i in plate.inks} >= {"measured", "published", "stated"}
    dots = sorted(
        i.geometry.bounds[2] for i in plate.inks if i.group == "measured" and i.style.fill
    )
    assert dots[-1] <= plate.layout.width_mm


def test_reach_keeps_what_cannot_be_told():
    measured = reach("asipovichy_465", "iskander_m", on=ON)
    plate = compose_reach(measured, lang="en", title="Reach")
    assert plate.dropped, "a half page has no room for all cities, and says so"
    said = words(plate)
    assert "Riga" in said
    assert "can't tell" in said
    assert {"Poland", "Lithuania", "Latvia"} <= set(said)
    marks = [i.style for i in plate.inks if i.group == "verdicts"]
    assert any(style.dash_pt for style in marks)


def test_timeline_has_the_article_among_the_events_in_order():
    events = events_near(ON, days=60)
    plate = compose_timeline(events, ON, lang="en")
    rows = [t for t in plate.texts if t.role == "date"]
    assert any(t.words == "6 April 2023" and t.face == "FiraSans-SemiBold" for t in rows)
    assert len(rows) == len(events) + 1 - len(plate.dropped)
    heights = [t.y for t in rows]
    assert heights == sorted(heights, reverse=True)


def test_they_are_written_like_the_map():
    plate = compose_timeline(events_near(ON, days=30), ON, lang="pl")
    for fmt in ("png", "svg", "pdf"):
        assert render(plate, fmt, about=About(title="a", alt="b"), dpi=50)
