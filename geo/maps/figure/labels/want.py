"""What wants to be lettered, and the texts it becomes once it has a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.maps.figure.layout import Box
from geo.maps.figure.plate import Strip, Text
from geo.maps.figure.typeface import Type, measure

__all__ = ["HALO", "Label", "Size", "Want", "halves", "set_lines", "size_of"]

HALO: Final = "#ffffff"
_HALO_PT: Final = 1.5
_LEADING: Final = 1.12


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """A name for a point.

    Parameters
    ----------
    words
        The name.
    role
        `site`, `mention`, `capital`, `focus-city`, `city`: its type and its turn.
    kind, colour
        How it is set; the size is the sheet's.
    x, y
        The point, in millimetres.
    radius_mm
        Half of its symbol.
    rank
        Within a role, higher goes first.
    group
        Id of the layer.
    required
        Whether it may stand farther off, with a leader, before it is dropped.
    led
        Whether it may stand so too, but is rather dropped than set condensed or in the way.
    """

    words: str
    role: str
    kind: Type
    colour: str
    x: float
    y: float
    radius_mm: float
    rank: float
    group: str
    required: bool = False
    led: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name with the lines it is broken into, before it has a place."""

    lines: tuple[str, ...]
    kind: Type
    colour: str
    group: str
    role: str
    halo: str | None = HALO
    before_mm: float = 0.0
    """Room for a symbol before the first line."""


@dataclass(frozen=True, slots=True)
class Size:
    """Room for a label in millimetres, and where its first baseline is below its top."""

    width: float
    height: float
    first: float
    step: float


def halves(words: str) -> tuple[str, ...]:
    """Break a name into two lines of about the same length, after a dash if it has one.

    Parameters
    ----------
    words
        The name; a single word stays one line.
    """
    parts = words.split(" ")
    dashes = [i + 1 for i, part in enumerate(parts[:-1]) if part in {"–", "—", "-"}]
    breaks = dashes or range(1, len(parts))
    if not breaks:
        return (words,)
    best = min(breaks, key=lambda i: abs(len(" ".join(parts[:i])) - len(" ".join(parts[i:]))))
    return " ".join(parts[:best]), " ".join(parts[best:])


def size_of(label: Label) -> Size:
    """Measure a label of one or more lines.

    Parameters
    ----------
    label
        The label.
    """
    extents = [measure(line, label.kind) for line in label.lines]
    widths = [label.before_mm + extents[0].width, *(extent.width for extent in extents[1:])]
    step = label.kind.size_pt * 25.4 / 72 * _LEADING
    first = extents[0].above
    height = first + step * (len(extents) - 1) + extents[-1].below
    return Size(max(widths), height, first, step)


def set_lines(label: Label, left: float, bottom: float, *, align: float = 0.5) -> tuple[Text, ...]:
    """Make texts of a label whose box has its lower left corner there.

    Parameters
    ----------
    label
        The label.
    left, bottom
        In millimetres.
    align
        0 sets lines flush left, 0.5 centres, 1 flush right.
    """
    size = size_of(label)
    texts = []
    for i, line in enumerate(label.lines):
        extent = measure(line, label.kind)
        before = label.before_mm if i == 0 else 0.0
        x = left + before + (size.width - before - extent.width) * align
        y = bottom + size.height - size.first - i * size.step
        texts.append(
            Text(
                words=line,
                x=x,
                y=y,
                size_pt=label.kind.size_pt,
                face=label.kind.face,
                colour=label.colour,
                box=Box(x, y - extent.below, x + extent.width, y + extent.above),
                group=label.group,
                strip=Strip.MAP,
                role=label.role,
                halo=label.halo,
                halo_pt=_HALO_PT * label.kind.size_pt / 6.5,
            )
        )
    return tuple(texts)
