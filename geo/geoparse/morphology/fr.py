"""French: elided articles, capitals without accents, feminine and plural adjectives."""

from __future__ import annotations

import functools
import re

from geo.geoparse.morphology import Lemma
from geo.geoparse.morphology.paradigms import Paradigms

__all__ = ["French", "make"]

_MOST, _FEWEST = 12, 3
_UNLIKELY = 0.4
"""Weight of a name with the article that the text may have contracted."""

CLASSES = {"C": "bcdfglmnprt", "V": "aeiouéè"}

DECLENSIONS = """
[adj]
ais = aise aises                | français
ois = oise oises                | chinois
ien = ienne iens iennes         | ukrainien
éen = éenne éens éennes         | européen
and = ande ands andes           | allemand
ol = ole ols oles               | espagnol
on = onne ons onnes one ones    | letton
ain = aine ains aines           | américain
ec = ecque ecs ecques           | grec
turc = turque turcs turques     | turc
an = ane ans anes                | afghan
in = ine ins ines                | argentin
ar = are ars ares                | kosovar
ri = rie ries ris                | qatari
ti = tie ties tis                | émirati
k = ke ks kes                    | tadjik
tal = tale taux tales            | occidental
e = es                          | russe
if = ive ifs ives               | maladif
[noun rare]
C = Cs                          | Corée
V = Vs
"""

_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)
_ACCENTED = {"E": "É", "I": "Î"}
_SAINT = re.compile(r"(ste?)\.?$", re.IGNORECASE)


def spellings(token: str) -> tuple[str, ...]:
    """Take the elided article off, and put the accent back on a capital.

    Parameters
    ----------
    token
        As written: "d'Egypte".

    Returns
    -------
    spellings
        The name alone, then with an accent where capitals drop it.
    """
    elided = _ELISION.match(token)
    name = token[elided.end() :] if elided else token
    found = [name]
    if short := _SAINT.match(name):
        found.append("Saint" if len(short[1]) == 2 else "Sainte")
    if accented := _ACCENTED.get(name[:1]):
        found.append(accented + name[1:])
    return tuple(dict.fromkeys(one for one in found if one != token))


class French:
    """Rules for the word, and the article that "au Havre" has swallowed."""

    lang = "fr"

    def __init__(self) -> None:
        self._guesses = Paradigms(self.lang, DECLENSIONS, CLASSES, spellings=spellings)
        self._cached = functools.lru_cache(maxsize=20_000)(self._lemmas)

    def lemmas(self, token: str) -> tuple[Lemma, ...]:
        """List the dictionary forms of a token, and the name with its article."""
        return self._cached(token)

    def _lemmas(self, token: str) -> tuple[Lemma, ...]:
        found = self._guesses.lemmas(token)
        if len(token) < _FEWEST or not token.istitle():
            return found
        articles = ("Le", "Les") if token.endswith("s") else ("Le",)
        swallowed = [Lemma(f"{article} {token}", _UNLIKELY) for article in articles]
        ordered = sorted((*found, *swallowed), key=lambda lemma: -lemma.weight)
        return tuple(ordered[:_MOST])


def make() -> French:
    """The analyser."""
    return French()
