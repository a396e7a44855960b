"""Spellings for a map label where nobody has reviewed the name.

First the attested names of GeoNames, which carry no language tag: the one whose letters the
language has and that is closest to the main name. Then transcription by rule. Both are marked in
the table, and neither is a claim about usage.
"""

from __future__ import annotations

import difflib
import re

from geo.i18n.transcription import by_sound, fold, plain_latin, polish

__all__ = ["fold", "plain_latin", "polish", "russian", "ukrainian"]

UKRAINIAN = re.compile("[А-ЩЬЮЯҐЄІЇ][А-ЩЬЮЯҐЄІЇа-щьюяґєії'’ʼ -]+")
RUSSIAN = re.compile("[А-ЯЁ][А-ЯЁа-яё -]+")

_CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъў'’ʼ"
_LATIN = (
    "a b v g g d e ye zh z i i i y k l m n o p r s t u f kh ts ch sh shch _ yu ya y e yo _ w _ _ _"
)
_CYRILLIC_TO_LATIN = dict(zip(_CYRILLIC, _LATIN.split(" "), strict=True))


def ukrainian(name: str, attested: list[str]) -> tuple[str, str]:
    """A Ukrainian spelling, and whether it is `attested` or `transcribed`."""
    found = [text for text in attested if UKRAINIAN.fullmatch(text)]
    best = max(sorted(found), key=lambda text: _ukrainian_likeness(text, name), default="")
    if best and _ukrainian_likeness(best, name) > 0.55:
        return re.sub("['ʼ]", "’", best), "attested"
    return by_sound(name), "transcribed"


def _ukrainian_likeness(text: str, name: str) -> float:
    low = text.lower()
    own = bool(re.search("[іїєґ]", low))
    likeness = difflib.SequenceMatcher(None, _latin(text), fold(name)).ratio()
    likeness += 0.25 * own + 0.1 * bool(re.search("[сцз]ьк", low))
    # the Russian и after a hard consonant, where Ukrainian would write і
    return likeness - 0.2 * bool(not own and re.search("[бвгдзклмнпрст]и", low))


def _latin(text: str) -> str:
    return "".join(_CYRILLIC_TO_LATIN.get(c, c) for c in text.lower()).replace("_", "")


def russian(name: str, attested: list[str]) -> str:
    """The attested Russian spelling closest to the main name, or nothing."""
    found = [text for text in attested if RUSSIAN.fullmatch(text)]
    return max(
        sorted(found),
        key=lambda text: difflib.SequenceMatcher(None, _latin(text), fold(name)).ratio(),
        default="",
    )
