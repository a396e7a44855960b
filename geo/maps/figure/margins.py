"""What stands above and below the map: title, date, sources and notes, broken by measured width."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from geo.maps.figure.layout import MM_PER_PT, Box, Layout
from geo.maps.figure.plate import Strip, Text
from geo.maps.figure.typeface import TYPE, Type, fit, legible, measure, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.maps.scene import SceneText

__all__ = ["BAR_MM", "Lines", "footer", "header", "line_of_text", "stack"]

BAR_MM: Final = 0.9
"""Height of the accent bar along the top, at scale 1."""

_INK: Final = "#1e1e1e"
_MUTED: Final = "#55554f"
_LEADING: Final = 1.22
_LEAST_SOURCES: Final = 0.86
"""Sources may be set this much smaller, so that the map keeps its room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Lines of one strip, placed from its top down.

    Parameters
    ----------
    height
        Millimetres the strip takes.
    texts
        The lines, as if the strip's top were at y = 0.
    """

    height: float
    texts: tuple[Text, ...]


def line_of_text(
    words: str, kind: Type, x: float, y: float, *, strip: Strip, role: str, colour: str = _INK
) -> Text:
    """One line with its baseline starting there.

    Parameters
    ----------
    words, kind
        What it says, and how it is set.
    x, y
        Left end of the baseline, in millimetres.
    strip, role, colour
        As for `Text`.
    """
    words = legible(words, kind.face)
    extent = measure(words, kind)
    return Text(
        words=words,
        x=x,
        y=y,
        size_pt=kind.size_pt,
        face=kind.face,
        colour=colour,
        box=Box(x, y - extent.below, x + extent.width, y + extent.above),
        group=role,
        strip=strip,
        role=role,
    )


def header(text: SceneText, layout: Layout) -> Lines:
    """Title, subtitle, and the date the map is drawn for.

    Parameters
    ----------
    text
        Words of the scene.
    layout
        The sheet.
    """
    scale = layout.scale
    left, right = layout.margin_mm, layout.width_mm - layout.margin_mm
    title = _title(text.title, right - left, scale)
    y = -(BAR_MM + 2.2) * scale
    texts = []
    for words, kind in title:
        y -= measure("H", kind).above
        texts.append(line_of_text(words, kind, left, y, strip=Strip.HEADER, role="title"))
        y -= 1.9 * scale
    beside = None
    if text.as_of:
        date_kind = TYPE["as-of"].scaled(scale)
        at = right - measure(text.as_of, date_kind).width
        if texts[-1].box.right + 6 * scale < at:
            beside = line_of_text(
                text.as_of, date_kind, at, texts[-1].y, strip=Strip.HEADER, role="as-of"
            )
            texts.append(beside)
    texts += _below(text, layout, y, dated=beside is None)
    bottom = min([y, *(line.box.bottom for line in texts)])
    return Lines(height=-bottom + 2.2 * scale, texts=tuple(texts))


def _title(words: str, width: float, scale: float) -> list[tuple[str, Type]]:
    kind = TYPE["title"].scaled(scale)
    if measure(words, kind).width * 0.86 <= width:
        return [fit(words, kind, width, least=0.86)]
    smaller = kind.scaled(0.86)
    lines = wrap(words, smaller, width)
    if len(lines) > 2:
        lines = [lines[0], " ".join(lines[1:])]
    return [fit(line, smaller, width, least=0.85) for line in lines]


def _below(text: SceneText, layout: Layout, y: float, *, dated: bool) -> list[Text]:
    """The subtitle, with the date at its right end unless it stands beside the title."""
    scale = layout.scale
    left, right = layout.margin_mm, layout.width_mm - layout.margin_mm
    kind, date_kind = TYPE["subtitle"].scaled(scale), TYPE["as-of"].scaled(scale)
    date_width = measure(text.as_of, date_kind).width if dated else 0.0
    room = right - left - (date_width + 5 * scale if date_width else 0)
    lines = _two_lines(text.subtitle, kind, room)
    if len(lines) > 2:
        kind = kind.scaled(0.88)
        lines = _two_lines(text.subtitle, kind, room)
    if len(lines) > 3:
        kind = kind.narrow
        lines = wrap(text.subtitle, kind, room)
        lines = [*lines[:2], " ".join(lines[2:])] if len(lines) > 3 else lines
    texts = []
    step = kind.size_pt * MM_PER_PT * _LEADING
    y -= measure("H", kind).above
    for i, line in enumerate(lines):
        words, fitted = fit(line, kind, room)
        texts.append(
            line_of_text(
                words,
                fitted,
                left,
                y - i * step,
                strip=Strip.HEADER,
                role="subtitle",
                colour=_MUTED,
            )
        )
    if dated and text.as_of:
        words, fitted = fit(text.as_of, date_kind, right - left)
        x = right - measure(words, fitted).width
        texts.append(line_of_text(words, fitted, x, y, strip=Strip.HEADER, role="as-of"))
    return texts


def _two_lines(words: str, kind: Type, room: float) -> list[str]:
    """Break at the width; a second line that would be a scrap takes its share of the first."""
    lines = wrap(words, kind, room)
    if len(lines) == 2 and measure(lines[1], kind).width < room / 3:
        narrower = wrap(words, kind, room * 0.72)
        return narrower if len(narrower) == 2 else lines
    return lines


def footer(sentences: Sequence[str], layout: Layout, room_mm: float) -> Lines:
    """Sources, licences, projection and notes as one paragraph.

    Parameters
    ----------
    sentences
        In order; each is a run of its own, so that none is split from its full stop.
    layout
        The sheet.
    room_mm
        Height it should keep to; it is set smaller before it takes more.
    """
    scale = layout.scale
    paragraph = " ".join(_stopped(sentence) for sentence in sentences if sentence)
    width = layout.width_mm - 2 * layout.margin_mm
    kind = TYPE["sources"].scaled(scale)
    smallest = kind.scaled(_LEAST_SOURCES)
    while True:
        lines = wrap(paragraph, kind, width)
        step = kind.size_pt * MM_PER_PT * _LEADING
        height = len(lines) * step + 1.6 * scale
        if height <= room_mm or kind.size_pt <= smallest.size_pt:
            break
        kind = kind.scaled(0.97)
    texts = []
    y = -0.2 * scale
    for line in lines:
        words, fitted = fit(line, kind, width)
        y -= step
        texts.append(
            line_of_text(
                words,
                fitted,
                layout.margin_mm,
                y + 0.22 * step,
                strip=Strip.FOOTER,
                role="sources",
                colour=_MUTED,
            )
        )
    return Lines(height=height, texts=tuple(texts))


def _stopped(sentence: str) -> str:
    return sentence if sentence[-1] in ".!?…" else f"{sentence}."


def stack(lines: Lines, top: float) -> tuple[Text, ...]:
    """Put a strip's lines where its top is."""
    return tuple(_moved(text, top) for text in lines.texts)


def _moved(text: Text, up: float) -> Text:
    box = Box(text.box.left, text.box.bottom + up, text.box.right, text.box.top + up)
    return replace(text, y=text.y + up, box=box)
