"""The legend: a strip below the map, composed of the layers that are seen in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import shapely
from shapely.geometry import LineString, Point, box

from geo.maps.figure.entries import Entry
from geo.maps.figure.layers import area_ink, scaled
from geo.maps.figure.layout import MM_PER_PT, Layout
from geo.maps.figure.margins import line_of_text
from geo.maps.figure.plate import Ink, Strip, Text
from geo.maps.figure.shapes import symbol_shape
from geo.maps.figure.typeface import TYPE, Type, fit, measure
from geo.maps.scene import LayerRole, Mark, Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Grid", "arrange", "set_legend"]

_ROW_MM: Final = 3.7
_SWATCH_MM: Final = 6.4
_SYMBOL_MM: Final = 3.2
_AFTER_SWATCH_MM: Final = 1.2
_BETWEEN_MM: Final = 3.2
_PAD_MM: Final = 1.3
_MOST_ROWS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Where the entries stand.

    Parameters
    ----------
    kind
        How they are set.
    rows
        Entries of each row, with the millimetres from the left at which each begins.
    height
        Of the strip.
    """

    kind: Type
    rows: tuple[tuple[tuple[Entry, float], ...], ...]
    height: float


def arrange(entries: Sequence[Entry], layout: Layout) -> Grid:
    """Lay the entries into as few rows as they need, in columns if that costs no row.

    Parameters
    ----------
    entries
        In order.
    layout
        The sheet.
    """
    width = layout.width_mm - 2 * layout.margin_mm
    kind = TYPE["legend"].scaled(layout.scale)
    candidates = (kind, kind.narrow, kind.narrow.scaled(0.92), kind.narrow.scaled(0.84))
    tries = [(each, _rows(entries, each, width, scale=layout.scale)) for each in candidates]
    if len(tries[0][1]) > _MOST_ROWS and any(entry.spare for entry in entries):
        # what the map says as well is the first to make room
        return arrange([entry for entry in entries if not entry.spare], layout)
    # smaller type only where it saves a row that is one too many
    fewest = max(_MOST_ROWS, min(len(rows) for _, rows in tries))
    candidate, rows = next((each, rows) for each, rows in tries if len(rows) <= fewest)
    height = (len(rows) * _ROW_MM + _PAD_MM) * layout.scale if rows else 0.0
    return Grid(kind=candidate, rows=tuple(rows), height=height)


def _rows(
    entries: Sequence[Entry], kind: Type, width: float, *, scale: float
) -> list[tuple[tuple[Entry, float], ...]]:
    flow = _flow(entries, kind, width, scale=scale)
    packed = _flow(entries, kind, width, scale=scale, ordered=False)
    flow = packed if len(packed) < len(flow) else flow
    return _columns(entries, kind, width, scale=scale, most=len(flow)) or flow


def _needs(entry: Entry, kind: Type, scale: float) -> float:
    swatch = _SYMBOL_MM if entry.layer.mark is Mark.POINT else _SWATCH_MM
    return (swatch + _AFTER_SWATCH_MM) * scale + measure(entry.words, kind).width


def _flow(
    entries: Sequence[Entry], kind: Type, width: float, *, scale: float, ordered: bool = True
) -> list[tuple[tuple[Entry, float], ...]]:
    """Each entry into the last row, or into the first that has room: fewer rows, less order."""
    rows: list[list[tuple[Entry, float]]] = []
    used: list[float] = []
    for entry in entries:
        need = _needs(entry, kind, scale)
        first = max(len(rows) - 1, 0) if ordered else 0
        i = next((i for i in range(first, len(rows)) if used[i] + need <= width), len(rows))
        if i == len(rows):
            rows.append([])
            used.append(0.0)
        rows[i].append((entry, used[i]))
        used[i] += need + _BETWEEN_MM * scale
    return [tuple(row) for row in rows]


def _columns(
    entries: Sequence[Entry], kind: Type, width: float, *, scale: float, most: int
) -> list[tuple[tuple[Entry, float], ...]] | None:
    for count in range(len(entries), 0, -1):
        if -(-len(entries) // count) > most:
            return None
        widths = [
            max(_needs(entry, kind, scale) for entry in entries[i::count]) for i in range(count)
        ]
        used = sum(widths) + (count - 1) * _BETWEEN_MM * scale
        if used > width:
            continue
        spread = min((width - used) / max(count - 1, 1), 6 * scale) if count > 1 else 0.0
        starts = [0.0]
        for each in widths[:-1]:
            starts.append(starts[-1] + each + _BETWEEN_MM * scale + spread)
        return [
            tuple(zip(entries[i : i + count], starts, strict=False))
            for i in range(0, len(entries), count)
        ]
    return None


def set_legend(grid: Grid, layout: Layout, top: float) -> tuple[list[Ink], list[Text]]:
    """Draw the legend.

    Parameters
    ----------
    grid
        Where the entries stand.
    layout
        The sheet.
    top
        Upper edge of the strip, in millimetres.
    """
    inks: list[Ink] = []
    texts: list[Text] = []
    scale, left = layout.scale, layout.margin_mm
    cap = measure("H", grid.kind).above
    # a strip kept for more rows than there are now has white above and below
    top -= max(grid.height - (len(grid.rows) * _ROW_MM + _PAD_MM) * scale, 0.0) / 2
    for i, row in enumerate(grid.rows):
        middle = top - (_PAD_MM + _ROW_MM * (i + 0.5)) * scale
        for entry, start in row:
            x = left + start
            inks += _swatch(entry, x, middle, scale)
            swatch = _SYMBOL_MM if entry.layer.mark is Mark.POINT else _SWATCH_MM
            at = x + (swatch + _AFTER_SWATCH_MM) * scale
            words, kind = fit(entry.words, grid.kind, layout.width_mm - left - at)
            texts.append(
                line_of_text(words, kind, at, middle - cap / 2, strip=Strip.LEGEND, role="legend")
            )
    return inks, texts


def _swatch(entry: Entry, x: float, middle: float, scale: float) -> Iterator[Ink]:
    style = scaled(entry.style, scale)
    group = f"legend:{entry.layer.id}"
    width = _SWATCH_MM * scale
    if entry.layer.role is LayerRole.UNCERTAINTY:
        round_ = Point(x + width / 2, middle).buffer(1.4 * scale)
        yield Ink(geometry=round_, style=replace(style, casing=None), group=group, clip=False)
        return
    if entry.layer.mark is Mark.LINE or (
        style.fill is None and not style.hatch and not style.symbol
    ):
        line = LineString([(x, middle), (x + width, middle)])
        if style.stroke is not None:
            rule = replace(style, fill=None, casing=None)
            yield Ink(geometry=line, style=rule, group=group, clip=False)
        if entry.symbol is not None:
            yield _symbol(scaled(entry.symbol, scale), (x + width / 2, middle), scale, group)
        return
    if entry.layer.mark is Mark.FILL:
        half = 1.25 * scale
        area = box(x, middle - half, x + width, middle + half)
        for ink in area_ink(shapely.orient_polygons(area), style, group=group, scale=scale * 0.8):
            yield replace(ink, clip=False)
        rim = replace(style, fill=None, hatch="", casing=None)
        if style.stroke is None or style.width_pt <= 0:
            rim = Style(stroke="#8c8c86", width_pt=0.35 * scale)
        yield Ink(geometry=area.exterior, style=rim, group=group, clip=False)
        return
    if style.symbol is not None:
        yield _symbol(style, (x + _SYMBOL_MM * scale / 2, middle), scale, group)


def _symbol(style: Style, at: tuple[float, float], scale: float, group: str) -> Ink:
    assert style.symbol is not None  # a point's style has one
    size = min(style.size_pt * MM_PER_PT, 2.9 * scale)
    shape = symbol_shape(style.symbol, *at, size)
    dash = (style.width_pt * 1.1, style.width_pt * 1.1) if style.dotted else style.dash_pt
    return Ink(geometry=shape, style=replace(style, dash_pt=dash), group=group, clip=False)
