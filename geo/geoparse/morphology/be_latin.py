"""Łacinka: Belarusian in Latin letters, read into the official Cyrillic, and its declensions.

Two conventions are alive: the classic one writes hard l as ł and soft l plain ("Biełaruś"), the
official one of 2007 writes soft l as ĺ and hard l plain ("Bielaruś", "Homieĺ").
"""

from __future__ import annotations

import re

__all__ = ["LATIN_DECLENSIONS", "in_cyrillic", "is_latin"]

LATIN_DECLENSIONS = """
[adj]
ski = skaha skamu skim skaja skaj skuju skaje skija skich skimi | biełaruski
cki = ckaha ckamu ckim ckaja ckaj ckuju ckaje ckija ckich ckimi | niamiecki
Laja = Laj Luju                 | Hrodzienskaja
Lae = Laha Lamu
Laje = Laha Lamu Lym Lim        | Hłybokaje
Lyja = Lych Lym Lymi            | Złučanyja
Ly = Laha Lamu Lym              | Novy
[noun]
aŭ = ava avu avam avie          | Brasłaŭ
oŭ = ova ovu ovam ovie          | Mahiloŭ
eŭ = eva evu evam evie          | Kijeŭ
ija = iji iju ijaj ii           | Łatvija
eja = eji eju ejaj ei           | Kareja
aj = aja aju ajem ai aji        | Kitaj
Lak = Lku Lka Lkam              | Navahrudak
t = cie                         | Brest
d = dzie                        | Bieraście
L = La Lu Lam                   | Miensk
M = Mie                         | Pinsk
da = dy dzie du daj             | Lida
ta = ty cie tu taj
ka = ki cy ku kaj               | Amieryka
ha = hi zie hu haj              | Praha
ła = ły le łu łaj               | Škoła
Ma = My Mie Mu Maj              | Varšava
La = Ly Lu Laj                  | Polšča
Ma = Mie Mam                    | Hrodna
Ly = Laŭ Lam Lami Lach          | Asipovičy
Lki = Lak                       | Suvałki
ń = nia niu niem ni ńniu        | Smarhoń
ś = sia siu siem si śsiu        | Biełaruś
ć = cia ciu ciem ci ćciu        | Prypiać
l = la lu lem li llu            | Homiel
Li = Lia Liu Liem Lij
ĺ = lia liu liem li ĺliu        | Homieĺ
el = ela elu eli ielu           | Homiel
nia = ni niu niaj               | Vilnia
cie = cia ciu ci ciem           | Bieraście
Lia = Li Liu Liaj Lie
[noun rare]
Ly = L                          | Baranavičy
"""

_LATIN = re.compile(r"[a-zčšžŭćńśźłĺ]", re.IGNORECASE)
_SOFT_VOWELS = {"a": "я", "e": "е", "o": "ё", "u": "ю"}
_LETTERS = {
    "dž": "дж", "dz": "дз", "dź": "дзь", "ch": "х",
    "a": "а", "b": "б", "c": "ц", "č": "ч", "ć": "ць", "d": "д", "e": "э", "f": "ф", "g": "г",
    "h": "г", "i": "і", "j": "й", "k": "к", "l": "л", "ĺ": "ль", "ł": "л", "m": "м", "n": "н",
    "ń": "нь", "o": "о", "p": "п", "r": "р", "s": "с", "š": "ш", "ś": "сь", "t": "т", "u": "у",
    "ŭ": "ў", "v": "в", "y": "ы", "z": "з", "ž": "ж", "ź": "зь",
}  # fmt: skip
_CLASSIC_SOFT_L = {"a": "ля", "e": "ле", "o": "лё", "u": "лю", "i": "лі"}
_PIECE = re.compile(r"dž|dź|dz|ch|l?i[aeou]|j[aeou]|l[aeoui]?|.", re.DOTALL)


def is_latin(token: str) -> bool:
    """Whether a token is written in Latin letters."""
    return bool(_LATIN.match(token))


def in_cyrillic(token: str) -> tuple[str, ...]:
    """Write a Łacinka token in official Cyrillic.

    Parameters
    ----------
    token
        A word in either convention.

    Returns
    -------
    readings
        One word if its own letters tell the convention or it has no l, else the classic reading
        and the other one, with the letter case of `token`.
    """
    lowered = token.lower()
    if "ł" in lowered or "l" not in lowered:
        conventions: tuple[bool, ...] = (True,)
    elif "ĺ" in lowered:
        conventions = (False,)
    else:
        conventions = (True, False)
    return tuple(dict.fromkeys(_read(token, classic=classic) for classic in conventions))


def _read(token: str, *, classic: bool) -> str:
    written = ""
    for piece in _PIECE.findall(token.lower()):
        written += _piece(piece, written, classic=classic)
    if token.isupper() and len(token) > 1:
        return written.upper()
    return written[:1].upper() + written[1:] if token[:1].isupper() else written


def _piece(piece: str, before: str, *, classic: bool) -> str:
    if piece[:2] == "li" and len(piece) == 3:
        return "л" + _SOFT_VOWELS[piece[2]]
    if piece[0] == "l":
        return _soft_l(piece, classic=classic)
    if piece[0] in "ij" and len(piece) == 2:
        vowel = _SOFT_VOWELS[piece[1]]
        after_consonant = before[-1:] not in ("", *"аеёіоуыэюя")
        return vowel if piece[0] == "j" or after_consonant else f"і{vowel}"
    return _LETTERS.get(piece, piece)


def _soft_l(piece: str, *, classic: bool) -> str:
    if len(piece) == 1:
        return "ль" if classic else "л"
    if piece == "li":
        return "лі"
    return _CLASSIC_SOFT_L[piece[1]] if classic else "л" + _LETTERS[piece[1]]
