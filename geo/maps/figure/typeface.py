"""Measuring type: how much room a line of text takes, and where to break a paragraph."""

from __future__ import annotations

import functools
import re
import threading
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from matplotlib.ft2font import FT2Font, LoadFlags

from geo.datasets.fonts import Face, font_file
from geo.maps.figure.layout import MM_PER_PT

__all__ = ["OMITTED", "TYPE", "Extent", "Type", "fit", "lacking", "legible", "measure", "wrap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """A way of setting text: face and size in points."""

    face: Face
    size_pt: float

    def scaled(self, factor: float) -> Type:
        """The same face, larger or smaller."""
        return replace(self, size_pt=self.size_pt * factor)

    @property
    def narrow(self) -> Type:
        """The condensed face nearest to this one, at the same size."""
        heavy = self.face in {Face.MEDIUM, Face.SEMIBOLD, Face.BOLD}
        return replace(self, face=Face.CONDENSED_MEDIUM if heavy else Face.CONDENSED)


TYPE: Final = {
    "title": Type(face=Face.BOLD, size_pt=11.5),
    "subtitle": Type(face=Face.REGULAR, size_pt=7.6),
    "as-of": Type(face=Face.MEDIUM, size_pt=6.6),
    "capital": Type(face=Face.SEMIBOLD, size_pt=7.6),
    "site": Type(face=Face.SEMIBOLD, size_pt=7.4),
    "mention": Type(face=Face.SEMIBOLD, size_pt=7.0),
    "focus": Type(face=Face.MEDIUM, size_pt=9.0),
    "country": Type(face=Face.MEDIUM, size_pt=8.0),
    "focus-city": Type(face=Face.MEDIUM, size_pt=6.6),
    "city": Type(face=Face.REGULAR, size_pt=6.2),
    "region": Type(face=Face.ITALIC, size_pt=6.6),
    "sea": Type(face=Face.ITALIC, size_pt=7.2),
    "legend": Type(face=Face.REGULAR, size_pt=6.6),
    "ring": Type(face=Face.SEMIBOLD, size_pt=6.4),
    "scale": Type(face=Face.REGULAR, size_pt=6.2),
    "sources": Type(face=Face.CONDENSED, size_pt=5.8),
    "graticule": Type(face=Face.REGULAR, size_pt=5.0),
}
"""The scale of type, in points on the half page."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What a line's ink takes, in millimetres: advance, and reach above and below the baseline."""

    width: float
    above: float
    below: float

    @property
    def height(self) -> float:
        """Ink from bottom to top."""
        return self.above + self.below


_UNITS: Final = 1000.0
OMITTED: Final = "[…]"
"""Stands for letters that the fonts lack, as for what a quotation leaves out."""

_UNKNOWN: Final = "\ufffd"
_BOUND: Final = re.compile(r"(?<!\S)([aiouwzęAIOUWZвзіуйаяоВЗІУЙАЯО]) (?=\S)")
"""One-letter words of Polish and Ukrainian, which must not end a line."""

_LOCK: Final = threading.Lock()


@functools.cache
def _font(face: Face) -> FT2Font:
    font = FT2Font(str(font_file(face)))
    font.set_size(_UNITS, 72)
    return font


@functools.lru_cache(maxsize=20_000)
def _units(words: str, face: Face) -> tuple[float, float, float]:
    """Width, ascent and descent of the ink, in thousandths of the type size."""
    # one FreeType face can't be used by two threads at once
    with _LOCK:
        font = _font(face)
        font.set_text(words, 0.0, flags=LoadFlags.NO_HINTING)
        width, height = font.get_width_height()
        descent = font.get_descent()
    return width / 64, (height - descent) / 64, descent / 64


@functools.cache
def _letters(face: Face) -> frozenset[int]:
    return frozenset(_font(face).get_charmap())


@functools.lru_cache(maxsize=20_000)
def legible(words: str, face: Face = Face.REGULAR) -> str:
    """Words that the face can set: what it lacks loses its accents, or is told as left out.

    Parameters
    ----------
    words
        Any text; line breaks and control characters become spaces.
    face
        How it will be set.
    """
    words = unicodedata.normalize("NFC", " ".join(words.split(" ")))
    known = _letters(face)
    if all(ord(letter) in known for letter in words):
        return words
    told = "".join(_letter(letter, known) for letter in words)
    return re.sub(" {2,}", " ", re.sub(f"{_UNKNOWN}(?:[\\s,]*{_UNKNOWN})*", OMITTED, told))


def lacking(words: str, face: Face = Face.REGULAR) -> tuple[str, ...]:
    """Each letter that a face can't set, not even without its accents, in order and once.

    Parameters
    ----------
    words
        Any text.
    face
        How it would be set.
    """
    known = _letters(face)
    letters = unicodedata.normalize("NFC", words)
    return tuple(dict.fromkeys(a for a in letters if _letter(a, known) == _UNKNOWN))


def _letter(letter: str, known: frozenset[int]) -> str:
    if ord(letter) in known:
        return letter
    if unicodedata.category(letter).startswith(("C", "Z")):
        return " "
    bare = unicodedata.normalize("NFKD", letter)[0].replace("\u2032", "'")
    return bare if ord(bare) in known else _UNKNOWN


def measure(words: str, kind: Type) -> Extent:
    """Measure a line.

    Parameters
    ----------
    words
        One line of text.
    kind
        How it is set.

    Returns
    -------
    extent
        In millimetres.
    """
    width, above, below = _units(legible(words, kind.face), kind.face)
    mm = kind.size_pt * MM_PER_PT / _UNITS
    return Extent(width * mm, above * mm, below * mm)


def wrap(words: str, kind: Type, width_mm: float) -> list[str]:
    """Break a paragraph into lines by their measured width.

    Parameters
    ----------
    words
        The paragraph; a no-break space holds its neighbours together.
    kind
        How it is set.
    width_mm
        Room for a line. A single longer word keeps a line of its own.

    Returns
    -------
    lines
        At least one, unless there are no words.
    """
    lines: list[str] = []
    line = ""
    for word in _BOUND.sub("\\1\u00a0", words).split(" "):
        longer = f"{line} {word}" if line else word
        if line and measure(longer, kind).width > width_mm:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def fit(words: str, kind: Type, width_mm: float, *, least: float = 0.8) -> tuple[str, Type]:
    """Set a line so that it fits: smaller, then condensed, then cut with an ellipsis.

    Parameters
    ----------
    words
        One line of text.
    kind
        How it should be set.
    width_mm
        Room for it.
    least
        How small it may become, as a share of its size.

    Returns
    -------
    words, kind
        What to set, and how.
    """
    for candidate in (kind, kind.narrow):
        share = width_mm / max(measure(words, candidate).width, 1e-9)
        if share >= least:
            return words, candidate.scaled(min(share, 1.0))
    smallest = kind.narrow.scaled(least)
    while len(words) > 1 and measure(f"{words}…", smallest).width > width_mm:
        words = words[:-1].rstrip()
    return f"{words}…", smallest
