"""What a ring reaches, as a table: countries, and cities with what can be told of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from geo.coverage import CityReach, CityVerdict, Reach
from geo.i18n import country_label, km, km2, km_range, number, percent, phrase
from geo.maps.companions.paper import ACCENT, INK, MUTED, Paper
from geo.maps.figure.layout import Layout
from geo.maps.figure.plate import Plate
from geo.maps.figure.shapes import symbol_shape
from geo.maps.figure.typeface import wrap
from geo.maps.scene import SceneText, Style, Symbol

__all__ = ["compose_reach"]

_ROW_MM: Final = 4.6
_HEAD_MM: Final = 7.4
_LEAST_KM2: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: Sequence[tuple[str, ...]]
    marks: Sequence[str]


def compose_reach(
    measured: Reach,
    *,
    lang: str,
    title: str,
    subtitle: str = "",
    as_of: str = "",
    notes: Sequence[str] = (),
    city_name: Callable[[CityReach], str] | None = None,
    layout: str | tuple[float, float] | Layout = "half",
) -> Plate:
    """Set what a ring reaches as two tables.

    Parameters
    ----------
    measured
        The ring, measured.
    lang
        Language of every word.
    title, subtitle, as_of
        Words above.
    notes
        Sources and what has to be said.
    city_name
        Name of a city after the place-name policy; without it, the gazetteer's.
    layout
        The sheet.

    Returns
    -------
    plate
        Countries by area at the left, cities by distance at the right; `dropped` has what the
        sheet has no room for.
    """
    ring = measured.ring
    spread = km_range(ring.low_km, ring.high_km, lang)
    words = SceneText(
        title=title,
        subtitle=subtitle or f"{phrase('table.range', lang)}: {spread}",
        as_of=as_of,
        notes=(),
        credits=(),
        alt="",
    )
    paper = Paper(words, notes, layout)
    room, gap = paper.room, 8 * paper.scale
    middle = room.left + (room.width - gap) * 0.56
    name = city_name or (lambda city: city.name)
    _set(paper, _countries(measured, lang), room.left, middle)
    most = _fits(paper)
    for city in sorted(measured.cities, key=_telling)[most:]:
        paper.drop(name(city), "the sheet has no room for more rows")
    _set(paper, _cities(measured, lang, name, most=most), middle + gap, room.right)
    return paper.plate()


def _countries(measured: Reach, lang: str) -> _Table:
    away = {row.iso_a3: row.km for row in measured.standoff}
    rows = [
        (
            country_label(row.iso_a3, lang),
            number(round(row.area_km2), lang),
            percent(row.share, lang),
            "–" if row.population is None else number(_rounded(row.population), lang),
            km(round(away[row.iso_a3]), lang) if row.iso_a3 in away else "–",
        )
        for row in measured.countries
        if row.area_km2 >= _LEAST_KM2
    ]
    unit = km2(0, lang).split("\u00a0")[1]
    heads = ("country", "area", "share", "population", "standoff")
    return _Table(
        heads=tuple(
            phrase(f"table.{head}", lang) + (f" ({unit})" if head == "area" else "")
            for head in heads
        ),
        shares=(0.22, 0.19, 0.15, 0.24, 0.20),
        rows=rows,
        marks=[""] * len(rows),
    )


def _telling(city: CityReach) -> tuple[int, int]:
    """Capitals and what can't be told go before the merely large, when rows are few."""
    outside = city.verdict is CityVerdict.OUTSIDE
    if city.verdict is CityVerdict.CANT_TELL or (city.capital and not outside):
        return 0, -city.population
    return (1 if city.capital else 3 if outside else 2), -city.population


def _cities(measured: Reach, lang: str, name: Callable[[CityReach], str], *, most: int) -> _Table:
    verdicts = {"inside": "inside", "outside": "outside", "can't tell": "cant-tell"}
    telling = sorted(measured.cities, key=_telling)[:most]
    cities = [city for city in measured.cities if city in telling]
    rows = [
        (
            name(city),
            km(round(city.distance_km), lang),
            phrase(f"reach.{verdicts[city.verdict.value]}", lang),
        )
        for city in cities
    ]
    return _Table(
        heads=tuple(phrase(f"table.{head}", lang) for head in ("city", "distance", "verdict")),
        shares=(0.38, 0.22, 0.40),
        rows=rows,
        marks=[city.verdict.value for city in cities],
    )


def _rounded(people: int) -> int:
    """Two significant figures: an estimate has no more."""
    step = int(10 ** max(len(str(people)) - 2, 0))
    return round(people / step) * step


def _fits(paper: Paper) -> int:
    return int((paper.room.height / paper.scale - _HEAD_MM) / _ROW_MM)


def _set(paper: Paper, table: _Table, left: float, right: float) -> None:
    """Set a table between two edges, as many rows as there is room for."""
    room, scale = paper.room, paper.scale
    width = right - left
    edges = [left + width * sum(table.shares[: i + 1]) for i in range(len(table.shares))]
    bold, plain = paper.kind("as-of", 0.92), paper.kind("legend")
    for i, head in enumerate(table.heads):
        share = width * table.shares[i] - 1.5 * scale
        at = left if i == 0 else edges[i]
        lines = wrap(head, bold.narrow, share)
        lines = [lines[0], " ".join(lines[1:])] if len(lines) > 2 else lines
        for k, line in enumerate(lines):
            y = room.top - (_HEAD_MM - 2.0 - (len(lines) - 1 - k) * 2.9) * scale
            align = 0.0 if i == 0 else 1.0
            paper.write(line, bold.narrow, at, y, align=align, width=share, colour=MUTED)
    top = room.top - _HEAD_MM * scale
    fits = _fits(paper)
    paper.rule(left, top, right, top)
    for number_, (cells, mark) in enumerate(zip(table.rows, table.marks, strict=True)):
        if number_ >= fits:
            paper.drop(cells[0], "the sheet has no room for more rows")
            continue
        y = top - (number_ + 0.5) * _ROW_MM * scale
        for i, cell in enumerate(cells):
            share = width * table.shares[i] - 1.5 * scale
            if i == 0:
                indent = 3.2 * scale if mark else 0.0
                paper.write(cell, plain, left + indent, y, width=share - indent)
            else:
                paper.write(cell, plain, edges[i], y, align=1.0, width=share)
        if mark:
            _verdict(paper, left + 1.2 * scale, y, mark)
        paper.rule(left, y - _ROW_MM * scale / 2, right, y - _ROW_MM * scale / 2)


def _verdict(paper: Paper, x: float, y: float, verdict: str) -> None:
    """Filled inside, hollow outside, dotted where it can't be told: never hue alone."""
    scale = paper.scale
    shape = symbol_shape(Symbol.CIRCLE, x, y, 2.0 * scale)
    fill = ACCENT if verdict == "inside" else "#ffffff"
    stroke = INK if verdict == "outside" else ACCENT
    dash = (0.9 * scale, 0.9 * scale) if verdict == "can't tell" else ()
    paper.ink(
        shape, Style(fill=fill, stroke=stroke, width_pt=0.9 * scale, dash_pt=dash), "verdicts"
    )
