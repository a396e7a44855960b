"""German: the genitive's s, adjectives inside names, ss for ß and ae for ä."""

from __future__ import annotations

import re

from geo.geoparse.morphology.paradigms import Paradigms

__all__ = ["make"]

CLASSES = {"C": "bcdfghjklmnpqrstvwxyzß", "V": "aeiouäöüy", "N": "bdfghklmnprtwz"}

# what is headed "inside" holds for words within a name, and for no whole name
DECLENSIONS = """
[adj]
isch = ische ischen ischer isches ischem     | polnisch
tsch = tsche tschen tscher tsches tschem     | deutsch
ösisch = ösische ösischen ösischer ösisches ösischem
lich = liche lichen licher liches lichem | westlich
[noun]
N = Ns Nes                      | Berlin
V = Vs                          | China
s = ses                         | Elsass
z = zes                         | Harz
en = ens
Ce = Cen                        | Niederlande
[adj inside rare]
Ces = Cen Ce Cer Cem            | Schwarzes Meer
Ce = Cen Cer                    | Vereinigte Staaten
Cer = Cen Ce Cem                | Naher Osten
Ce = Ces                        | Alte Stadt
ue = uen uer ues                | Neue
C = Cem
"""

_TRANSCRIPTIONS = (("ss", "ß"), ("ß", "ss"), ("ae", "ä"), ("oe", "ö"), ("ue", "ü"))
_NO_UMLAUT = re.compile(r"(?<=[aeäq])ue|eue|[aeou]oe", re.IGNORECASE)


def spellings(token: str) -> tuple[str, ...]:
    """Respell ss as ß and back, and two letters as an umlaut.

    Parameters
    ----------
    token
        As written: "Weissrussland", "Duesseldorf".

    Returns
    -------
    spellings
        Each with one replacement; mostly none.
    """
    lowered = token.lower()
    found = []
    for old, new in _TRANSCRIPTIONS:
        if old not in lowered or (new in "öü" and _NO_UMLAUT.search(lowered)):
            continue
        places = [match.start() for match in re.finditer(old, lowered)]
        found += [token[:at] + _cased(new, token[at]) + token[at + len(old) :] for at in places]
    return tuple(found)


def _cased(letters: str, like: str) -> str:
    return letters.capitalize() if like.isupper() else letters


def make() -> Paradigms:
    """The analyser."""
    return Paradigms("de", DECLENSIONS, CLASSES, spellings=spellings)
