"""Rows as text for people: aligned columns, as wide as their words."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

__all__ = ["aligned", "as_csv"]

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula."""


def aligned(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out rows in columns; numbers to the right, words to the left.

    Parameters
    ----------
    head
        Column titles; a title that ends in a space-separated unit marks nothing special.
    rows
        Cells as text.
    """
    table = [list(head), *([_plain(cell) for cell in row] for row in rows)]
    widths = [max(_width(row[i]) for row in table) for i in range(len(head))]
    right = [
        len(table) > 1 and all(_is_number(row[i]) for row in table[1:]) for i in range(len(head))
    ]
    lines = [
        "  ".join(_pad(cell, widths[i], right=right[i]) for i, cell in enumerate(row)).rstrip()
        for row in table
    ]
    return "\n".join(lines)


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write rows as CSV; cells that a spreadsheet would run as a formula get an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_inert(cell) for cell in row])
    return out.getvalue()


def _inert(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_DANGEROUS) else cell


def _plain(cell: str) -> str:
    """A cell without what would move the cursor or colour the terminal."""
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cf"} else c for c in cell)


def _width(cell: str) -> int:
    """Columns of a terminal: combining marks take none, East Asian letters two."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in cell
    )


def _pad(cell: str, width: int, *, right: bool) -> str:
    space = " " * (width - _width(cell))
    return space + cell if right else cell + space


def _is_number(cell: str) -> bool:
    return not cell.strip("0123456789.,–- \u00a0\u202f%") or not cell
