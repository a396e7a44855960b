"""The two forms under which a name is compared.

`normalise` undoes what typography and encodings do to a name and keeps its letters; `fold`
also drops diacritics, so that "Lodz" still finds Łódź. The index is keyed by the folded form
and remembers the normalised one, so one look-up answers both questions.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache
from typing import Final

__all__ = ["fold", "form_check", "normalise"]

_DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u058a\ufe58\ufe63\uff0d"
_APOSTROPHES: Final = "'\u2019\u2018\u02bc\u02bb\u02b9\u2032\u0060\u00b4\uff07"
_INVISIBLE: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u0301"

_TYPOGRAPHY: Final = str.maketrans(
    {
        **dict.fromkeys(_DASHES, " "),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_INVISIBLE, None),
        "\u00ad": None,
        **dict.fromkeys('"\u00ab\u00bb\u201c\u201d\u201e\u201f', None),
        ".": " ",
        ",": " ",
    }
)
"""A hyphen joins words of one name ("Bielsko-Biała"), so it counts as a space. The acute
accent as a combining mark is the stress mark of Cyrillic dictionaries, not a letter's part:
composed letters (á, ń) are safe, since NFKC runs first."""

_INITIALS: Final = re.compile(r"\b(\w)\.(?=\w\b)")
"""The dots of "U.S.A." hold an abbreviation together; other dots part words."""

_LETTERS: Final = str.maketrans(
    {
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "þ": "th",
        "ŋ": "n",
        "ə": "a",
        "'": None,
    }
)
"""Letters that Unicode doesn't decompose; the apostrophe of "Sana'a" and "Луб'янка" goes too."""


@lru_cache(maxsize=16384)
def normalise(name: str) -> str:
    """One form for all spellings that differ only by case, dashes, quotes and spacing.

    Parameters
    ----------
    name
        A name as written, of any length; also a single word.

    Returns
    -------
    str
        Case-folded, NFKC, single spaces, no dots, typographic apostrophes made plain;
        diacritics kept. Empty if nothing is left.
    """
    text = unicodedata.normalize("NFKC", name)
    if "." in text:
        text = _INITIALS.sub(r"\1", text)
    return " ".join(text.translate(_TYPOGRAPHY).casefold().split())


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """The normalised form without diacritics and apostrophes: the key of the index.

    Parameters
    ----------
    name
        A name as written, or its normalised form.
    """
    text = normalise(name)
    if text.isascii():
        return text.replace("'", "")
    marks = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(letter for letter in marks if not unicodedata.combining(letter))


@lru_cache(maxsize=16384)
def form_check(name: str) -> int:
    """A byte that tells a normalised form from others under the same key.

    Returns
    -------
    int
        0..255; two different forms agree by chance once in 256 times, which costs no more
        than taking a match without diacritics for an exact one.
    """
    return zlib.crc32(normalise(name).encode("utf-8", "surrogatepass")) & 0xFF
