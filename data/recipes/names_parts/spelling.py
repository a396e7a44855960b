"""Spellings for a map label where nobody has reviewed the name.

First the attested names of GeoNames, which carry no language tag: the one whose letters the
language has and that is closest to the main name. Then transcription by rule. Both are marked in
the table, and neither is a claim about usage.
"""

from __future__ import annotations

import difflib
import re
import unicodedata

__all__ = ["english", "fold", "polish", "russian", "ukrainian"]

UKRAINIAN = re.compile("[А-ЩЬЮЯҐЄІЇ][А-ЩЬЮЯҐЄІЇа-щьюяґєії'’ʼ -]+")
RUSSIAN = re.compile("[А-ЯЁ][А-ЯЁа-яё -]+")

_CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъў'’ʼ"
_LATIN = (
    "a b v g g d e ye zh z i i i y k l m n o p r s t u f kh ts ch sh shch _ yu ya y e yo _ w _ _ _"
)
_CYRILLIC_TO_LATIN = dict(zip(_CYRILLIC, _LATIN.split(" "), strict=True))
_UKRAINIAN_BY_SOUND = (
    "shch щ|tsch ч|sch ш|zh ж|kh х|ch ч|sh ш|ts ц|ya я|yu ю|ye є|yo йо|ph ф|th т|qu кв|ck к|ou у|"
    "oo у|ee і|ia ія|x кс|j дж|w в|y и|q к|c к|a а|b б|d д|e е|f ф|g г|h г|i і|k к|l л|m м|n н|o о|"
    "p п|r р|s с|t т|u у|v в|z з"
)
_BY_SOUND = [tuple(pair.split(" ")) for pair in _UKRAINIAN_BY_SOUND.split("|")]
_LETTERS = str.maketrans("łøđæıəŁØĐß", "lodeiaLODs")
_SOFT = "бвгґдзкмнпрстфх"
_POLISH_LETTERS = "a b w g g d e je ż z i i ji j k m n o p r s t u f ch c cz sz szcz y e _"
_POLISH = dict(zip("абвгґдеєжзиіїйкмнопрстуфхцчшщыэъ", _POLISH_LETTERS.split(" "), strict=True))
_IOTATED = {"е": "e", "є": "e", "ё": "o", "ю": "u", "я": "a"}
_SOFTENED = {"н": "ń", "с": "ś", "з": "ź", "ц": "ć"}


def fold(text: str) -> str:
    """Lower case without diacritics and apostrophes, for comparing."""
    plain = unicodedata.normalize("NFD", text.translate(_LETTERS).lower())
    return "".join(c for c in plain if c.isalnum() or c in " -")


def english(name: str) -> str:
    """The main name without the signs of scholarly romanisation: "Ḩimş" becomes "Hims"."""
    if not re.search("[ḨḩḐḑŢţ‘’̱]|[āīūẕẖḥṣṭ]|^A[lşdsnrtz]h? ", name):
        return name
    return "".join(
        letter
        for letter in unicodedata.normalize("NFD", name)
        if not unicodedata.combining(letter) and letter not in "‘’`"
    )


def ukrainian(name: str, attested: list[str]) -> tuple[str, str]:
    """A Ukrainian spelling, and whether it is `attested` or `transcribed`."""
    found = [text for text in attested if UKRAINIAN.fullmatch(text)]
    best = max(sorted(found), key=lambda text: _ukrainian_likeness(text, name), default="")
    if best and _ukrainian_likeness(best, name) > 0.55:
        return re.sub("['ʼ]", "’", best), "attested"
    return _by_sound(name), "transcribed"


def _ukrainian_likeness(text: str, name: str) -> float:
    low = text.lower()
    own = bool(re.search("[іїєґ]", low))
    likeness = difflib.SequenceMatcher(None, _latin(text), fold(name)).ratio()
    likeness += 0.25 * own + 0.1 * bool(re.search("[сцз]ьк", low))
    # the Russian и after a hard consonant, where Ukrainian would write і
    return likeness - 0.2 * bool(not own and re.search("[бвгдзклмнпрст]и", low))


def _latin(text: str) -> str:
    return "".join(_CYRILLIC_TO_LATIN.get(c, c) for c in text.lower()).replace("_", "")


def _by_sound(name: str) -> str:
    text, written, at = fold(name), "", 0
    while at < len(text):
        for latin, cyrillic in _BY_SOUND:
            if text.startswith(latin, at):
                written += cyrillic
                at += len(latin)
                break
        else:
            written += text[at]
            at += 1
    return "-".join(part[:1].upper() + part[1:] for part in re.split("[ -]+", written) if part)


def russian(name: str, attested: list[str]) -> str:
    """The attested Russian spelling closest to the main name, or nothing."""
    found = [text for text in attested if RUSSIAN.fullmatch(text)]
    return max(
        sorted(found),
        key=lambda text: difflib.SequenceMatcher(None, _latin(text), fold(name)).ratio(),
        default="",
    )


def polish(text: str) -> str:
    """Transcribe Russian or Ukrainian into Polish, after the Polish publishers' rules."""
    hard_ge = bool(re.search("[іїєґ]", text.lower()))  # Ukrainian г is h, и is y, е is e
    low, written = text.lower(), ""
    for at, letter in enumerate(low):
        before = low[at - 1] if at else " "
        after = low[at + 1 : at + 2]
        piece = _polish_letter(letter, before, after, ukrainian=hard_ge)
        if letter == "ь" and piece and written[-1:] in "nszc":
            written = written[:-1]
        written += piece[:1].upper() + piece[1:] if text[at].isupper() else piece
    written = written.replace("śk", "sk").replace("ćk", "ck").replace("źk", "zk")
    written = re.sub(r"nsk(?=\b|[-aeio])", "ńsk", written)
    return re.sub(r"(?<=\w)([iy])j\b", r"\1", written)


def _polish_letter(letter: str, before: str, after: str, *, ukrainian: bool) -> str:
    if ukrainian and letter in "геи":
        piece = {"г": "h", "е": "e", "и": "y"}[letter]
    elif letter in _IOTATED:
        piece = _IOTATED[letter]
        if before in _SOFT:
            piece = f"i{piece}"
        elif before not in "лжшцчщ":
            piece = f"j{piece}"
    elif letter == "л":
        piece = "l" if after and after in "еёиюяьлєії" else "ł"
    elif letter == "ь":
        piece = _SOFTENED.get(before, "")
    elif letter == "и" and before in "жшц":
        piece = "y"
    else:
        piece = _POLISH.get(letter, letter).replace("_", "")
    return piece
