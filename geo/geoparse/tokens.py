"""Words of a text with their offsets, and what lies between them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from geo.gazetteer.normalise import fold

__all__ = ["Tokens", "tokenise"]

_IN_WORD = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_LETTERS = rf"[^\W\d_]+(?:[{_IN_WORD}][^\W\d_]*)*"
_WORD = re.compile(
    r"([^\W\d_](?:\.[^\W\d_])+\b\.?"  # "U.S.", "D.C."
    rf"|{_LETTERS}"
    # an apostrophe inside a word, or a line's end hyphen that typesetting put there
    rf"(?:(?:['’ʼ‘`´]|(?<=[^\W\d_])[-\u00ad]\n(?=[a-zà-öø-ÿąćęłńóśźżа-яёіїєґў])){_LETTERS})*"
    r"|\d+(?:[.,]\d+)*)"
)
_APOSTROPHE = re.compile("['’ʼ‘`´]")
_APOSTROPHES = frozenset("'’ʼ‘`´")
_ELIDED = re.compile(r"(?:[lLdD]|[qQ]u|[aA]ll|[dD]ell|[nN]ell)['’](?=[^\W\d_a-z])")
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LOOKALIKES = str.maketrans("aceiopxyABCEHIKMOPTX", "асеіорхуАВСЕНІКМОРТХ")
_BREAKS = re.compile(r"-\n|[\u00ad\u200b-\u200d\u2060\ufeff]")
_ENDS_SENTENCE = re.compile(r"[.!?…\n\r:;•|]|[\"“„«(\[‘][^\w]*$|^\s*[-–—]\s+|[–—]\s*$")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text as parallel lists.

    Parameters
    ----------
    text
        The text.
    starts, ends
        Offsets of each word in code points.
    gaps
        What lies before each word, and behind the last one.
    words
        Each word as written, without what typesetting put into it.
    lower
        Each word in lower case.
    keys
        Each word as the gazetteer's index spells it.
    capital
        Whether the word begins with a capital letter.
    """

    text: str
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    words: list[str]
    lower: list[str]
    keys: list[str]
    capital: list[bool]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.words)

    def gap(self, index: int) -> str:
        """What lies between the word before and this one; the text's beginning for the first."""
        return self.gaps[index]

    def after(self, index: int) -> str:
        """What lies between this word and the next one, or the text's end."""
        return self.gaps[index + 1]

    def opens_sentence(self, index: int) -> bool:
        """Whether the word stands where any word would have a capital letter."""
        if index == 0:
            return True
        gap = self.gaps[index]
        if gap == " ":
            return False
        if gap.startswith(".") and len(self.words[index - 1]) == 1:
            return "\n" in gap  # an initial, not the end of a sentence
        return opens_after(gap)

    def is_upper(self, index: int) -> bool:
        """Whether the word is of two or more letters, all capitals."""
        word = self.words[index]
        return len(word) > 1 and word.isupper()


@lru_cache(maxsize=4096)
def opens_after(gap: str) -> bool:
    """Whether a gap between two words lets a new sentence, line or quotation begin."""
    return _ENDS_SENTENCE.search(gap) is not None


@lru_cache(maxsize=50_000)
def _written(word: str) -> tuple[str, str, bool]:
    """A word in lower case, its key, and whether it begins with a capital letter."""
    first = word[:1]
    return word.casefold(), fold(word), first.isupper() or first.istitle()


def tokenise(text: str, *, elides: bool = False, cyrillic: bool = False) -> Tokens:
    """Split a text into words.

    Parameters
    ----------
    text
        Any text; hyphens part words, so "Bielsko-Biała" is two. A possessive ("Minsk's") and an
        elided article ("l'Ukraine") are no part of a word.
    elides
        Whether the language elides articles (French).
    cyrillic
        Whether the language is written in Cyrillic: Latin letters that look alike, typed into its
        words by mistake ("Мiнськ"), are read as the letters meant.

    Returns
    -------
    tokens
        The words in text order.
    """
    pieces = _WORD.split(text)  # what lies between words, and words, by turns
    offsets = list(accumulate(map(len, pieces)))
    gaps, words = pieces[::2], pieces[1::2]
    starts, ends = offsets[:-1:2], offsets[1::2]
    for i, word in enumerate(words) if _APOSTROPHE.search(text) is not None else ():
        if word[-2:-1] in _APOSTROPHES and word[-1] in "sS" and len(word) > 2:
            words[i] = word[:-2]
            ends[i] -= 2
            gaps[i + 1] = word[-2:] + gaps[i + 1]
        elif elides and (elided := _ELIDED.match(word)) is not None:
            words[i] = word[elided.end() :]
            starts[i] += elided.end()
            gaps[i] += elided[0]
    if _BREAKS.search(text) is not None:
        words = [_BREAKS.sub("", word) for word in words]
    if not unicodedata.is_normalized("NFC", text):
        words = [unicodedata.normalize("NFC", word) for word in words]
    if cyrillic and _LATIN.search(text) is not None:
        words = [
            word.translate(_LOOKALIKES) if _CYRILLIC.search(word) and _LATIN.search(word) else word
            for word in words
        ]
    written = [_written(word) for word in words]
    return Tokens(
        text=text,
        starts=starts,
        ends=ends,
        gaps=gaps,
        words=words,
        lower=[lower for lower, _, _ in written],
        keys=[key for _, key, _ in written],
        capital=[capital for _, _, capital in written],
    )
