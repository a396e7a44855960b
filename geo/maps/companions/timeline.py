"""Dated events around the article's date, each with how well it is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from shapely.geometry import LineString

from geo.datasets.timeline import Event
from geo.i18n import day, phrase
from geo.maps.companions.paper import ACCENT, INK, MUTED, Paper
from geo.maps.figure.layout import Layout
from geo.maps.figure.plate import Plate
from geo.maps.figure.shapes import symbol_shape
from geo.maps.figure.typeface import measure, wrap
from geo.maps.scene import SceneText, Style, Symbol

__all__ = ["compose_timeline"]

_ROW_MM: Final = 8.4
_DATE_SHARE: Final = 0.2
_LEAST: Final = 0.72


def compose_timeline(
    events: Sequence[Event],
    on: date,
    *,
    lang: str,
    notes: Sequence[str] = (),
    layout: str | tuple[float, float] | Layout = "half",
) -> Plate:
    """Set events along a line, the article's date among them.

    Parameters
    ----------
    events
        In any order; what is known to the month only stands before the month's days.
    on
        Date of the article.
    lang
        Language of every word; a title that lacks it is in English.
    notes
        Sources.
    layout
        The sheet.

    Returns
    -------
    plate
        Oldest event on top: filled = confirmed, hollow = reported, dotted = claimed or announced.
        `dropped` has what the sheet has no room for: those farthest from the date.
    """
    words = SceneText(
        title=phrase("figure.timeline.title", lang, on=on),
        subtitle="",
        as_of="",
        notes=(),
        credits=(),
        alt="",
    )
    paper = Paper(words, notes, layout)
    step = _ROW_MM * paper.scale
    fits = max(int(paper.room.height / (step * _LEAST)) - 1, 1)
    nearest = sorted(events, key=lambda event: _days(event, on))
    for event in nearest[fits:]:
        paper.drop(_title(event, lang), "farther from the date than the sheet has room for")
    shown = sorted(nearest[:fits], key=_order)
    rows: list[Event | None] = [event for event in shown if _order(event) <= _of(on)]
    rows += [None, *(event for event in shown if _order(event) > _of(on))]
    step = min(step, paper.room.height / len(rows))
    _draw(paper, rows, on, lang=lang, step=step)
    return paper.plate()


def _draw(paper: Paper, rows: list[Event | None], on: date, *, lang: str, step: float) -> None:
    room, scale = paper.room, paper.scale
    rail = room.left + room.width * _DATE_SHARE
    line = Style(stroke="#63635f", width_pt=0.7 * scale)
    bottom = room.top - step * len(rows)
    paper.ink(LineString([(rail, bottom), (rail, room.top)]), line, "rail")
    for i, event in enumerate(rows):
        y = room.top - (i + 0.5) * step
        if event is None:
            dash = Style(stroke=ACCENT, width_pt=0.9 * scale)
            paper.ink(LineString([(rail - 3 * scale, y), (rail + 3 * scale, y)]), dash, "article")
            bold = paper.kind("site")
            paper.write(
                day(on, lang), bold, rail - 4.5 * scale, y, align=1.0, colour=ACCENT, role="date"
            )
            words = phrase("figure.timeline.article", lang)
            paper.write(words, bold, rail + 4.5 * scale, y, colour=ACCENT, role="event")
            continue
        _event(paper, event, rail, y, lang=lang, step=step)


def _event(paper: Paper, event: Event, rail: float, y: float, *, lang: str, step: float) -> None:
    room, scale = paper.room, paper.scale
    hollow = event.status != "confirmed"
    dash = (0.9 * scale, 0.9 * scale) if event.status in {"claimed", "announced"} else ()
    style = Style(fill="#ffffff" if hollow else INK, stroke=INK, width_pt=1.0 * scale, dash_pt=dash)
    paper.ink(symbol_shape(Symbol.CIRCLE, rail, y, 2.2 * scale), style, "events")
    room_left = rail - room.left - 4.5 * scale
    kind = paper.kind("legend")
    paper.write(
        day(event.day, lang), kind, rail - 4.5 * scale, y, align=1.0, width=room_left, role="date"
    )
    left = rail + 4.5 * scale
    status = phrase(f"status.{event.status}", lang)
    beside = measure(status, kind).width + 3 * scale
    width = room.right - left - beside
    lines = wrap(_title(event, lang), kind, width)
    lines = [lines[0], " ".join(lines[1:])] if len(lines) > 2 else lines
    lead = min(3.1 * scale, step * 0.42)
    for i, words in enumerate(lines):
        at = y + (len(lines) - 1) * lead / 2 - i * lead
        paper.write(words, kind, left, at, width=width, role="event")
    paper.write(status, kind, room.right, y, align=1.0, colour=MUTED, role="status")


def _title(event: Event, lang: str) -> str:
    return event.titles.get(lang) or event.titles["en"]


def _order(event: Event) -> tuple[int, int, int]:
    return event.day.year, event.day.month or 0, event.day.day or 0


def _of(on: date) -> tuple[int, int, int]:
    return on.year, on.month, on.day


def _days(event: Event, on: date) -> int:
    when = date(event.day.year, event.day.month or 7, event.day.day or 15)
    return abs((when - on).days)
