"""How long a border is: a matter of the detail it is measured at, and of who publishes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import shapely
from shapely.geometry import LineString

from geo.borders import BorderMeasure
from geo.datasets.facts_words import fact_words
from geo.i18n import country_label, km, number, phrase
from geo.maps.companions.paper import ACCENT, INK, MUTED, Paper
from geo.maps.figure.layout import Layout
from geo.maps.figure.plate import Plate
from geo.maps.figure.shapes import symbol_shape
from geo.maps.figure.typeface import measure
from geo.maps.scene import SceneText, Style, Symbol

__all__ = ["compose_lengths"]

_MEASURED: Final = "#1f4e8c"
_MOST_PAIRS: Final = 4
_ROW_MM: Final = 5.2
_LABELS: Final = 0.31
"""Share of the width that the rows' names take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel:
    title: str
    by_detail: dict[str, float]
    published: dict[str, float]


def compose_lengths(
    measured: BorderMeasure,
    *,
    lang: str,
    title: str,
    credits_: Sequence[str] = (),
    layout: str | tuple[float, float] | Layout = "half",
    stated_km: float | None = None,
) -> Plate:
    """Draw the length of a border at each detail, beside what others publish.

    Parameters
    ----------
    measured
        The border of two sides.
    lang
        Language of every word.
    title
        Such as `phrase("figure.lengths.title", ...)`.
    credits_
        Sources.
    layout
        The sheet.
    stated_km
        What a text states, as a line through the sum.

    Returns
    -------
    plate
        One panel for the sum, and one for each pair up to four.
    """
    panels = _panels(measured, lang)
    details = [detail for detail, _ in measured.by_detail]
    publishers = list(dict.fromkeys(name for panel in panels for name in panel.published))
    words = SceneText(
        title=title,
        subtitle=phrase("figure.lengths.axis", lang),
        as_of=phrase("as-of.settings", lang, on=measured.on),
        notes=(),
        credits=(),
        alt="",
    )
    sources = [phrase("figure.sources", lang, sources="; ".join(credits_))] if credits_ else []
    paper = Paper(words, sources, layout)
    _draw(paper, panels, details, publishers, lang=lang, stated_km=stated_km)
    return paper.plate()


def _panels(measured: BorderMeasure, lang: str) -> list[_Panel]:
    pairs = sorted(measured.pairs, key=lambda pair: -pair.length_km)
    panels = [
        _Panel(
            title=country_label(pair.b, lang),
            by_detail=dict(pair.by_detail),
            published={_publisher(fact_words(p.by, lang), p.year): p.km for p in pair.published},
        )
        for pair in pairs[:_MOST_PAIRS]
    ]
    if len(pairs) == 1:
        return panels
    everywhere = set.intersection(*(set(panel.published) for panel in panels)) if panels else set()
    whole = len(pairs) <= _MOST_PAIRS
    total = {
        name: sum(panel.published[name] for panel in panels)
        for name in (panels[0].published if panels and whole else ())
        if name in everywhere
    }
    title = phrase("figure.lengths.total", lang)
    return [_Panel(title=title, by_detail=dict(measured.by_detail), published=total), *panels]


def _publisher(name: str, year: int | None) -> str:
    return f"{name}, {year}" if year else name


def _draw(
    paper: Paper,
    panels: list[_Panel],
    details: list[str],
    publishers: list[str],
    *,
    lang: str,
    stated_km: float | None,
) -> None:
    room, scale = paper.room, paper.scale
    labels = room.width * _LABELS
    gap = 3.5 * scale
    width = (room.width - labels - gap * len(panels)) / len(panels)
    step = min(_ROW_MM * scale, (room.height - 9 * scale) / max(len(details) + len(publishers), 1))
    top = room.top - 5.5 * scale
    rows = [(detail, phrase(f"detail.{detail}", lang), True) for detail in details]
    rows += [(name, name, False) for name in publishers]
    factor = min(1.0, step / (4.0 * scale))
    kind = paper.kind("legend", factor)
    for i, (_, words, ours) in enumerate(rows):
        y = top - (i + 0.5) * step
        colour = INK if ours else MUTED
        paper.write(words, kind, room.left, y, width=labels, colour=colour, role="row")
    if publishers:
        y = top - len(details) * step
        paper.rule(room.left, y, room.right, y)
    for j, panel in enumerate(panels):
        left = room.left + labels + gap + j * (width + gap)
        _panel(
            paper,
            panel,
            (left, top, width, step),
            rows=[(key, ours) for key, _, ours in rows],
            lang=lang,
            stated_km=stated_km if j == 0 else None,
        )


def _panel(
    paper: Paper,
    panel: _Panel,
    place: tuple[float, float, float, float],
    *,
    rows: list[tuple[str, bool]],
    lang: str,
    stated_km: float | None,
) -> None:
    left, top, width, step = place
    scale = paper.scale
    values = [*panel.by_detail.values(), *panel.published.values(), stated_km or 0.0]
    kind = paper.kind("scale", min(1.0, step / (4.0 * scale)))
    figures = measure("00000", kind).width
    per_km = (width - figures - 1.5 * scale) / max(values)
    bottom = top - step * len(rows)
    paper.write(
        panel.title, paper.kind("focus-city"), left, top + 2.6 * scale, width=width, role="panel"
    )
    paper.rule(left, bottom, left, top)
    if stated_km:
        x = left + stated_km * per_km
        dash = Style(stroke=ACCENT, width_pt=0.9 * scale, dash_pt=(2.5 * scale, 1.6 * scale))
        paper.ink(LineString([(x, bottom), (x, top)]), dash, "stated")
        words = phrase("figure.timeline.article", lang) + f": {km(stated_km, lang)}"
        room = min(width, x - left + figures)
        paper.write(
            words, kind, left + room, bottom - 2 * scale, align=1.0, colour=ACCENT, width=room
        )
    for i, (key, ours) in enumerate(rows):
        value = (panel.by_detail if ours else panel.published).get(key)
        if value is None:
            continue
        y, x = top - (i + 0.5) * step, left + value * per_km
        _mark(paper, x, y, left=left, ours=ours)
        figure = number(round(value), lang)
        paper.write(figure, kind, x + 1.6 * scale, y, role="figure")


def _mark(paper: Paper, x: float, y: float, *, left: float, ours: bool) -> None:
    scale = paper.scale
    if ours:
        line = Style(stroke=_MEASURED, width_pt=1.0 * scale)
        paper.ink(LineString([(left, y), (x, y)]), line, "measured")
        dot = symbol_shape(Symbol.CIRCLE, x, y, 1.9 * scale)
        paper.ink(dot, Style(fill=_MEASURED), "measured")
        return
    diamond = symbol_shape(Symbol.DIAMOND, x, y, 2.3 * scale)
    paper.ink(
        shapely.orient_polygons(diamond),
        Style(fill="#ffffff", stroke=ACCENT, width_pt=0.9 * scale),
        "published",
    )
