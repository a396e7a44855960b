"""Chinese place names in Ukrainian, syllable by syllable, after the Ukrainian form of Palladius."""

from __future__ import annotations

import re
from functools import cache

from names_parts.spelling import fold

__all__ = ["from_pinyin"]

INITIALS = {
    "zh": "чж", "ch": "ч", "sh": "ш", "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т",
    "n": "н", "l": "л", "g": "г", "k": "к", "h": "х", "j": "цз", "q": "ц", "x": "с", "r": "ж",
    "z": "цз", "c": "ц", "s": "с", "": "",
}  # fmt: skip
FINALS = {
    "iang": "ян", "iong": "юн", "uang": "уан", "ang": "ан", "eng": "ен", "ing": "ін", "ong": "ун",
    "iao": "яо", "ian": "янь", "uai": "уай", "uan": "уань", "ai": "ай", "ei": "ей", "ao": "ао",
    "ou": "оу", "an": "ань", "en": "ень", "ia": "я", "ie": "є", "iu": "ю", "in": "інь", "ua": "уа",
    "uo": "о", "ui": "уй", "un": "унь", "ue": "юе", "er": "ер", "a": "а", "o": "о", "e": "е",
    "i": "і", "u": "у", "v": "юй",
}  # fmt: skip
WITHOUT_INITIAL = {
    "ya": "я", "ye": "є", "yao": "яо", "you": "ю", "yan": "янь", "yang": "ян", "yi": "і",
    "yin": "інь", "ying": "ін", "yong": "юн", "yu": "юй", "yue": "юе", "yuan": "юань",
    "yun": "юнь", "wa": "ва", "wo": "во", "wai": "вай", "wei": "вей", "wan": "вань", "wen": "вень",
    "wang": "ван", "weng": "вен", "wu": "у",
}  # fmt: skip


def from_pinyin(name: str) -> str:
    """Transcribe a name, or return nothing where it isn't all pinyin."""
    words = []
    for word in re.split(r"[ -]+", name.replace("’", "'")):
        syllables: list[str] = []
        for part in word.split("'"):
            found = _split(fold(part).replace(" ", ""))
            if found is None:
                return ""
            syllables += found
        written = "".join(_syllables()[syllable] for syllable in syllables)
        words.append(re.sub("(?<=[аеєиіоуюя])і(?=нь?)|(?<=[аеєиоуюя])і", "ї", written))
    return "-".join(word[:1].upper() + word[1:] for word in words if word)


def _split(letters: str) -> list[str] | None:
    if not letters:
        return []
    for size in range(min(6, len(letters)), 0, -1):
        if letters[:size] in _syllables():
            rest = _split(letters[size:])
            if rest is not None:
                return [letters[:size], *rest]
    return None


@cache
def _syllables() -> dict[str, str]:
    made = dict(WITHOUT_INITIAL)
    for initial, first in INITIALS.items():
        for final, rest in FINALS.items():
            if not initial and final[0] in "iuv":
                continue
            made.setdefault(initial + final, first + _final(initial, final, rest))
    return made


def _final(initial: str, final: str, written: str) -> str:
    if final == "i" and initial in {"zh", "ch", "sh", "r", "z", "c", "s"}:
        return "и"
    if initial in {"j", "q", "x"} and final[0] == "u":
        return {"u": "юй", "ue": "юе", "uan": "юань", "un": "юнь"}.get(final, written)
    if final == "ui" and initial == "h":
        return "уей"
    return written
