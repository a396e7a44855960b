"""Guess dictionary forms by declension tables: names nobody listed inflect like those somebody did.

A language's declensions are written as a grammar prints them, one a line: the ending of the
dictionary form, the endings of its cases, an example.

    [noun]
    Ка = Ки Ке Ку Кой   | Волга, Ладога
    Cец = Cца Cцу Cце   | Елец, Череповец

A capital Latin letter is a class of letters named by the language (`C`: any consonant); within a
line it is the same letter throughout. Lower-case letters are themselves. Where an alternation
spoils the stem, it is written out ("га = ги зі"). Lines are ordered by how often they hold: of two
guesses from endings of one length the earlier line is the better one, and a longer ending beats
a shorter one. A heading names the tags that its guesses get; lines below a heading that says `rare`
hold, but seldom for the name at hand (any Новак could be the genitive of Новаки): they come last.

Reading turns the table around: from each ending of a form to the endings its dictionary form can
have, so that a token costs a handful of dictionary lookups.
"""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from geo.geoparse.morphology import Lemma

__all__ = ["Paradigms"]

_MOST = 12
_SURE, _RARE = 0.7, 0.3
"""Weights of a guess, and of one by a rare rule. Guesses of a kind weigh the same, since grammar
can't tell whether "Rusku" is of Rusko, Rusk or Ruska: that is for the gazetteer to say."""

_ACRONYM = 4
"""All-capital words up to this length are no plural genitives ("ПАТ" isn't of Пати)."""

_Rule = tuple[str, frozenset[str], float]


class Paradigms:
    """The declensions of a language, read backwards.

    Parameters
    ----------
    lang
        ISO 639-1 code.
    table
        Declensions as described in the module's head.
    classes
        Letters that each capital Latin letter of the table stands for.
    spellings
        Gives other spellings of a token (another orthography, missing accents), which are guesses
        in their own right and are inflected like the token.
    """

    def __init__(
        self,
        lang: str,
        table: str,
        classes: Mapping[str, str],
        *,
        spellings: Callable[[str], tuple[str, ...]] | None = None,
    ) -> None:
        self.lang = lang
        self._spellings = spellings
        self._rules = _turn_around(table, classes)
        self._bare = _without_marks(self._rules)
        self._longest = max(map(len, self._rules))
        self.lemmas: Callable[[str], tuple[Lemma, ...]] = functools.lru_cache(maxsize=20_000)(
            self._guess
        )

    def _guess(self, token: str) -> tuple[Lemma, ...]:
        """List the dictionary forms that a token could belong to, best first."""
        written = self._spellings(token) if self._spellings else ()
        found: dict[str, _Rule] = {form: (form, frozenset(), _SURE) for form in written}
        turns = [self._forms(spelling) for spelling in (token, *written)]
        for turn in itertools.zip_longest(*turns):
            for rule in filter(None, turn):
                found.setdefault(rule[0], rule)
        found.pop(token, None)
        ranked = sorted(found.values(), key=lambda rule: -rule[2])[:_MOST]
        return tuple(Lemma(form, sure, tags) for form, tags, sure in ranked)

    def _forms(self, token: str) -> Iterator[_Rule]:
        """Rewrite each ending that the table has, longest first."""
        lowered = token.lower()
        size = len(lowered)
        shout = token.isupper()
        if size != len(token) or (token[:1].isupper() and token[1:2].isupper() and not shout):
            return  # a letter that grows in lower case is of no alphabet here; "МИДа" is no name
        rules = self._bare if lowered.isascii() else self._rules
        for length in range(min(self._longest, size), 0, -1):
            for ending, tags, sure in rules.get(lowered[size - length :], ()):
                if shout and size <= _ACRONYM and sure == _RARE:
                    continue
                stem = token[: size - length]
                form = stem + (ending.upper() if shout else ending)
                yield form if stem or not token.istitle() else form.capitalize(), tags, sure


def _turn_around(table: str, classes: Mapping[str, str]) -> dict[str, tuple[_Rule, ...]]:
    """Map each ending of a form to the endings of its dictionary forms, likelier first."""
    rules: dict[str, dict[str, _Rule]] = defaultdict(dict)
    tags: frozenset[str] = frozenset()
    sure = _SURE
    for line in table.splitlines():
        text = line.split("|")[0].strip()
        if text.startswith("["):
            words = set(text.strip("[]").split())
            sure = _RARE if "rare" in words else _SURE
            tags = frozenset(words - {"rare"})
            continue
        if not text:
            continue
        name, forms = text.split("=")
        for ending, *cases in _spell_out([name.strip(), *forms.split()], classes):
            for case in cases:
                if case != ending:
                    rules[case].setdefault(ending, (ending, tags, sure))
    return {case: tuple(endings.values()) for case, endings in rules.items()}


def _without_marks(rules: dict[str, tuple[_Rule, ...]]) -> dict[str, tuple[_Rule, ...]]:
    """Add the endings as written without diacritics ("Siauliuose", "Rigu"), those last."""
    bare = {case: dict.fromkeys(found) for case, found in rules.items()}
    for case, found in rules.items():
        marked = unicodedata.normalize("NFD", case)
        plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
        if plain.isascii() and plain != case:
            known = bare.setdefault(plain, {})
            known.update(dict.fromkeys((end, tags, _RARE) for end, tags, _ in found))
    return {case: tuple(found) for case, found in bare.items()}


def _spell_out(endings: list[str], classes: Mapping[str, str]) -> Iterator[list[str]]:
    """Put every combination of letters for the classes of a line."""
    used = sorted({letter for ending in endings for letter in ending if letter in classes})
    for letters in itertools.product(*(classes[name] for name in used)):
        chosen = str.maketrans(dict(zip(used, letters, strict=True)))
        yield [ending.translate(chosen) for ending in endings]
