"""Dictionary forms of inflected tokens, one analyser per language behind one Protocol.

An analyser proposes; the gazetteer disposes: a proposal that names no place costs nothing, so
analysers may propose forms that no dictionary knows ("Osipowiczach": "Osipowicze"). Each language
is a module `geo.geoparse.morphology.<lang>` with a function `make() -> Analyser`; it is imported
when a text of that language first comes by, and no other.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

__all__ = ["Analyser", "Lemma", "analyser"]


@dataclass(frozen=True, slots=True)
class Lemma:
    """One dictionary form that a token could be an inflected form of.

    Parameters
    ----------
    form
        The dictionary form, with the letter case of a name (the gazetteer folds case itself).
        Adjectives inside names are given in every gender that fits ("Południowej":
        "Południowa"), since the gazetteer holds "Korea Południowa".
    weight
        How sure, 0..1: 1 for the token itself and forms a dictionary knows, about 0.5 for
        guesses by paradigm.
    tags
        What a dictionary says of the form, if there is one: `geo` (a geographical name), `given`
        (a first name), `surname`, `common` (a word that is no name), `adj`, `noun`, `verb`.
    """

    form: str
    weight: float = 1.0
    tags: frozenset[str] = frozenset()


@runtime_checkable
class Analyser(Protocol):
    """Dictionary forms in one language."""

    lang: str

    def lemmas(self, token: str) -> tuple[Lemma, ...]:
        """List at most about a dozen dictionary forms of one token, best first.

        The token itself needn't be among them (the caller always tries it). A token is a run of
        letters, possibly with inner apostrophes, never with hyphens or blanks. Implementations
        cache: the same few thousand tokens come again and again.
        """
        ...


@functools.cache
def analyser(lang: str) -> Analyser | None:
    """Load the analyser of a language.

    Parameters
    ----------
    lang
        ISO 639-1 code.

    Returns
    -------
    analyser
        The one analyser of the process for `lang`, or None when there is none: the text then
        gets a plain lookup.
    """
    name = f"{__name__}.{lang}"
    if not lang.isidentifier() or importlib.util.find_spec(name) is None:
        return None
    made = importlib.import_module(name).make()
    assert isinstance(made, Analyser)
    return made
