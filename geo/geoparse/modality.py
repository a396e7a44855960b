"""How a text presents what it says of a place: happened, planned, claimed, denied, and by whom.

Read from cue phrases in the mention's own sentence, strongest first: a denial outweighs a plan, a
plan outweighs a claim, a claim outweighs a report. No cue, no modality: it is shown, never
guessed. Whoever speaks is given in the article's own words, where they stand next to the cue.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from geo.geoparse.lexicon import Lexicon, Phrases
from geo.model import Modality, ModalityKind, Span

__all__ = ["Modalities"]

_SENTENCE_END = re.compile(r"[.!?…]+[\"”»’)]*(?=\s|$)|[\n\r]+")
_ABBREVIATED = re.compile(r"(?:\b\w{1,3}|\d)$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_REACH = 48
"""Code points between a cue and the words that may tell who speaks."""


class Modalities:
    """The modality of each place in a text.

    Parameters
    ----------
    text
        The text.
    lexicon
        The language's cues; without them nothing is told.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._ordered: Sequence[tuple[ModalityKind, Phrases]] = (
            (ModalityKind.DENIED, lexicon.denied),
            (ModalityKind.PLANNED, lexicon.planned),
            (ModalityKind.CLAIMED, lexicon.claimed),
            (ModalityKind.HAPPENED, lexicon.happened),
        )
        self._claimed = lexicon.claimed
        self._functional = lexicon.functional
        self._ends = _sentence_ends(text)
        self._cues = lexicon.presented.glimpse(text)  # in text order, apart from one another
        self._cue_ends = [cue.end() for cue in self._cues]
        self._known: dict[int, Modality | None] = {}

    def at(self, span: Span) -> Modality | None:
        """Tell how the sentence around a span presents what it says; None if it doesn't tell.

        Parameters
        ----------
        span
            Where the mention stands.
        """
        number = bisect.bisect_right(self._ends, span.start)
        if number not in self._known:
            start = self._ends[number - 1] if number else 0
            end = self._ends[number] if number < len(self._ends) else len(self._text)
            self._known[number] = self._of_sentence(start, end)
        return self._known[number]

    def _of_sentence(self, start: int, end: int) -> Modality | None:
        if not self._has_cue(start, end):
            return None
        for kind, phrases in self._ordered:
            cue = phrases.pattern.search(self._text, start, end)
            if cue is None:
                continue
            by = self._speaker(cue, start, end)
            if not by and kind is not ModalityKind.HAPPENED:
                told = self._claimed.pattern.search(self._text, start, end)
                by = self._speaker(told, start, end) if told is not None else ""
            return Modality(
                kind=kind,
                by="" if kind is ModalityKind.HAPPENED else by,
                cue=Span(start=cue.start(), end=cue.end()),
            )
        return None

    def _has_cue(self, start: int, end: int) -> bool:
        first = bisect.bisect_right(self._cue_ends, start)
        return first < len(self._cues) and self._cues[first].start() < end

    def _speaker(self, cue: re.Match[str], start: int, end: int) -> str:
        """The name right before the cue, else right behind it."""
        before = list(_WORD.finditer(self._text, max(start, cue.start() - _REACH), cue.start()))
        names: list[str] = []
        limit = cue.start()
        for word in reversed(before):
            if not word[0][0].isupper() or self._text[word.end() : limit].strip():
                break
            names.insert(0, word[0])
            limit = word.start()
        if not names:
            limit = cue.end()
            for word in _WORD.finditer(self._text, cue.end(), min(end, cue.end() + _REACH)):
                if not word[0][0].isupper() or self._text[limit : word.start()].strip():
                    break
                names.append(word[0])
                limit = word.end()
        name = " ".join(names)
        return "" if name.casefold() in self._functional else name


def _sentence_ends(text: str) -> list[int]:
    """Offsets at which sentences end; dots of abbreviations and dates end none."""
    return [
        found.end()
        for found in _SENTENCE_END.finditer(text)
        if found[0] != "."
        or not _ABBREVIATED.search(text, max(0, found.start() - 4), found.start())
    ]
