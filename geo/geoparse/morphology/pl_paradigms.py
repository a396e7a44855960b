"""Dictionary forms of Polish place names from their case endings, without a dictionary.

Each case ending maps to the endings the dictionary form may have; stem alternations (ó/o, the
fleeting e, softening) are undone. Every guess is checked against the gazetteer by the caller.
The paradigms are those of the school grammar (declension of place names: Osipowicze, Grodno,
Hajnówka, Brześć, Suwałki, Biała, Zakopane).
"""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["base_forms"]

_ENDINGS: dict[str, tuple[str, ...]] = {
    # plural names: Osipowicze, Suwałki, Tychy, Kielce, Brzeziny
    "ach": ("e", "y", "i", "a"),
    "iach": ("ie", "ia", "e"),
    "ami": ("e", "y", "i", "a"),
    "iami": ("ie", "ia"),
    "om": ("e", "y", "i", "a"),
    "iom": ("ie", "ia"),
    "ów": ("y", "i", "e", "a"),
    "icz": ("icze",),
    "ic": ("ice",),
    "ec": ("ce",),
    "ek": ("ki", "ka"),
    "ków": ("ki",),
    # feminine names: Hajnówka, Lida, Wołkowyja, Łódź, Białoruś
    "y": ("a",),
    "i": ("a", "ia", ""),
    "ii": ("ia",),
    "ji": ("ja",),
    "ę": ("a",),
    "ię": ("ia",),
    "ą": ("a", ""),
    "ią": ("ia",),
    "ce": ("ka",),
    "dze": ("ga",),
    "rze": ("ra", "r"),
    "sze": ("cha",),
    "ście": ("sta", "sto", "st"),
    "ździe": ("zda",),
    "cie": ("ta", "t", "to"),
    "dzie": ("da", "d", "do"),
    "sie": ("sa", "s", "so"),
    "zie": ("za", "z", "zo"),
    "śnie": ("sna", "sno"),
    "nie": ("na", "n", "no"),
    "mie": ("ma", "m", "mo"),
    "wie": ("wa", "w", "wo"),
    "owie": ("ów",),
    "odzie": ("ód",),
    "pie": ("pa", "p"),
    "bie": ("ba", "b"),
    "fie": ("fa", "f"),
    "le": ("ła", "ł", "ło", "la", "l"),
    # masculine and neuter names: Kijów, Brześć, Grodno, Podlasie, Kowel
    "a": ("", "o", "e"),
    "ia": ("", "ie"),
    "u": ("", "o", "e"),
    "iu": ("", "ie"),
    "owi": ("",),
    "iowi": ("",),
    "em": ("", "o", "e"),
    "iem": ("", "o", "ie"),
    # adjectival names: Biała, Zakopane, Wysokie, Mazowiecki
    "ego": ("y", "e"),
    "iego": ("i", "ie"),
    "emu": ("y", "e"),
    "iemu": ("i", "ie"),
    "ym": ("y", "e"),
    "im": ("i", "ie"),
    "ej": ("a",),
    "iej": ("a", "ia"),
    "ych": ("e", "y"),
    "ich": ("ie", "i"),
    "ymi": ("e",),
    "imi": ("ie",),
}
_LONGEST = max(map(len, _ENDINGS))

_SOFT = {"c": "ć", "n": "ń", "s": "ś", "z": "ź"}
_VOWELS = frozenset("aąeęioóuy")
_MIN_STEM = 2


def base_forms(word: str) -> tuple[str, ...]:
    """Propose dictionary forms of an inflected name.

    Parameters
    ----------
    word
        One word with its capital letter.

    Returns
    -------
    forms
        Proposals, without the word itself, longest ending first.
    """
    found: dict[str, None] = {}
    for size in range(min(_LONGEST, len(word) - _MIN_STEM), 0, -1):
        stem, ending = word[:-size], word[-size:]
        for base in _ENDINGS.get(ending, ()):
            if base:
                found[stem + base] = None
            else:
                found.update(dict.fromkeys(_bare(stem, soft=ending.startswith("i"))))
    if word[-1] not in _VOWELS:  # genitive plural without ending: Suwałk, Brzezin
        found.update(dict.fromkeys((word + "y", word + "i", word + "e")))
    found.pop(word, None)
    return tuple(found)


def _bare(stem: str, *, soft: bool) -> Iterator[str]:
    """Undo what happens to a stem when the nominative has no ending."""
    if soft:
        if stem.endswith("śc"):
            yield stem[:-1] + "ć"
        elif stem.endswith("dz"):
            yield stem[:-1] + "ź"
            if stem.endswith("odz"):
                yield stem[:-3] + "ódź"
        elif stem[-1] in _SOFT:
            yield stem[:-1] + _SOFT[stem[-1]]
    yield stem
    if len(stem) > 2 and stem[-2] == "o" and stem[-1] in "wdrlzłb":
        yield stem[:-2] + "ó" + stem[-1]
    if len(stem) > 2 and stem[-1] not in _VOWELS and stem[-2] not in _VOWELS:
        yield stem[:-1] + "e" + stem[-1]  # Kowla: Kowel
        yield stem[:-1] + "ie" + stem[-1]  # Królewca: Królewiec
        if soft and stem[-1] in _SOFT:
            yield stem[:-1] + "e" + _SOFT[stem[-1]]
