"""Lines that belong to the newsletter or the page, not to the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.geoparse.lexicon import Lexicon
from geo.model import Span

__all__ = ["find_boilerplate"]

_LINE = re.compile(r"[^\n\r]+")
_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+|$)")
_LONG_LINE = 320
"""A line longer than this is a paragraph: only its sentences with a cue are set aside."""
_COVERED = 0.12
"""Share of a sentence's letters that the cue must have in a paragraph."""


def find_boilerplate(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Find the lines, or sentences of long lines, that invite, advertise or credit.

    Parameters
    ----------
    text
        The text.
    lexicon
        The language's words; without boilerplate cues nothing is found.

    Returns
    -------
    spans
        In text order, not touching one another's lines.
    """
    return tuple(_found(text, lexicon))


def _found(text: str, lexicon: Lexicon) -> Iterator[Span]:
    pattern = lexicon.boilerplate.pattern
    if not lexicon.boilerplate.glimpse(text):
        return
    for line in _LINE.finditer(text):
        if pattern.search(line[0]) is None:
            continue
        if len(line[0]) <= _LONG_LINE:
            if _is_cue(line[0], pattern):
                yield Span(start=line.start(), end=line.end())
            continue
        for sentence in _SENTENCE.finditer(line[0]):
            if _is_cue(sentence[0], pattern):
                start = line.start() + sentence.start()
                yield Span(start=start, end=start + len(sentence[0]))


def _is_cue(piece: str, pattern: re.Pattern[str]) -> bool:
    """Whether a cue opens the piece, or makes up enough of it."""
    found = list(pattern.finditer(piece))
    if not found:
        return False
    if found[0].start() <= 3:
        return True
    return sum(len(match[0]) for match in found) >= _COVERED * len(piece.strip())
