"""Polish: morfeusz2 for the words it knows, own paradigms for names it doesn't.

morfeusz2 has no wheel for every machine; without it the paradigms do alone.
"""

from __future__ import annotations

import functools
import importlib.util
import logging
from collections.abc import Iterator
from typing import Any

from geo.geoparse.morphology import Lemma
from geo.geoparse.morphology.pl_paradigms import base_forms

__all__ = ["Polish", "make"]

_log = logging.getLogger(__name__)

_TAGS = {
    "nazwa_geograficzna": "geo",
    "człon_nazwy_geograficznej": "geo",
    "imię": "given",
    "nazwisko": "surname",
    "nazwa_pospolita": "common",
}
_ADJECTIVES = frozenset({"adj", "adja", "pact", "ppas"})
_MAX = 14
_ABBREVIATED = {
    "W": ("Wielka", "Wielki", "Wielkie"),
    "Wlk": ("Wielka", "Wielki", "Wielkie"),
    "Płn": ("Północna", "Północny", "Północne"),
    "Płd": ("Południowa", "Południowy", "Południowe"),
    "Wsch": ("Wschodnia", "Wschodni", "Wschodnie"),
    "Zach": ("Zachodnia", "Zachodni", "Zachodnie"),
    "Śr": ("Środkowa",),
    "Św": ("Święty", "Święta"),
    "woj": ("województwo",),
    "pow": ("powiat",),
    "gm": ("gmina",),
    "obw": ("obwód",),
}


class Polish:
    """Dictionary and paradigms together."""

    lang = "pl"

    def __init__(self) -> None:
        self._morfeusz: Any = None
        if importlib.util.find_spec("morfeusz2") is None:
            _log.warning("morfeusz2 isn't installed: Polish is read by paradigms alone")
        else:
            import morfeusz2  # noqa: PLC0415  # only texts in Polish pay for it

            self._morfeusz = morfeusz2.Morfeusz(generate=False)
        self.lemmas = functools.lru_cache(maxsize=50_000)(self._lemmas)  # type: ignore[method-assign]

    def lemmas(self, token: str) -> tuple[Lemma, ...]:  # pragma: no cover  # replaced above
        """List the dictionary forms of a token."""
        return self._lemmas(token)

    def _lemmas(self, token: str) -> tuple[Lemma, ...]:
        capital = token[:1].isupper()
        found: dict[str, Lemma] = {}
        # a text in capitals is looked up as if it were not
        word = token.capitalize() if len(token) > 3 and token.isupper() else token
        for form, tags in self._analyses(word):
            name = form[:1].upper() + form[1:] if capital else form
            known = found.get(name)
            merged = tags | known.tags if known else tags
            found[name] = Lemma(name, 1.0, merged)
        for form in _ABBREVIATED.get(word, ()):
            found[form] = Lemma(form, 1.0, frozenset({"abbreviation"}))
        if capital and len(word) > 3:
            # a guess is worth little where the dictionary has an explanation
            said = {tag for lemma in found.values() for tag in lemma.tags}
            ordinary = bool(said & {"adj", "common"}) and not word.isascii()
            weight = 0.3 if "geo" in said else 0.1 if ordinary else 0.5
            for form in base_forms(word):
                found.setdefault(form, Lemma(form, weight))
        ordered = sorted(found.values(), key=_rank)
        return tuple(ordered[:_MAX])

    def _analyses(self, word: str) -> Iterator[tuple[str, frozenset[str]]]:
        if self._morfeusz is None:
            return
        for start, _, (_, lemma, tag, kinds, _) in self._morfeusz.analyse(word):
            if start > 0:
                break  # "-by" and the like, split off
            part, _, rest = tag.partition(":")
            if part == "ign":
                continue
            if not _is_likely(tag, kinds):
                continue
            base = lemma.partition(":")[0]
            tags = {_TAGS[kind] for kind in kinds if kind in _TAGS}
            if part in _ADJECTIVES:
                for form in _in_genders(base, rest):
                    yield form, frozenset({"adj", *tags})
                continue
            if part == "subst" and not tags:
                tags.add("common" if base[:1].islower() else "noun")
            elif part != "subst" and not tags:
                tags.add("common")
            yield base, frozenset(tags)


def _is_likely(tag: str, kinds: list[str]) -> bool:
    """Leave out forms that places don't have in running text: vocatives, and plurals of one."""
    parts = tag.split(":")
    if parts[0] != "subst" or len(parts) < 3:
        return True
    if parts[2] == "voc":
        return False
    place = "nazwa_geograficzna" in kinds
    return not (place and parts[1] == "pl" and "pt" not in parts)


def _rank(lemma: Lemma) -> tuple[float, int]:
    return (-lemma.weight - ("geo" in lemma.tags), len(lemma.form))


def _in_genders(base: str, tag: str) -> Iterator[str]:
    """Give an adjective the endings that agree with the genders its form can have.

    The gazetteer has "Korea Południowa" and "Morze Czarne": the dictionary form is masculine.
    """
    yield base
    number, _, rest = tag.partition(":")
    genders = rest.split(":")[1].split(".") if ":" in rest else []
    if not base.endswith(("y", "i")):
        return
    stem, last = base[:-1], base[-1]
    hard = last == "y" or base.endswith(("ki", "gi"))
    if "pl" in number:
        yield base + "e" if last == "i" else stem + "e"
    if "sg" in number and "f" in genders:
        yield stem + "a" if hard else base + "a"
    if "sg" in number and "n" in genders:
        yield base + "e" if last == "i" else stem + "e"


def make() -> Polish:
    """The analyser."""
    return Polish()
