"""Names joined in a list speak for each other: "aus Breslau, Straßburg und Siegen"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Protocol

from geo.geoparse.document import Document
from geo.geoparse.match import Match
from geo.geoparse.wording import Reason

__all__ = ["Weighed", "join_lists"]

_AND = {
    "en": frozenset({"and", "or"}),
    "de": frozenset({"und", "oder", "sowie"}),
    "fr": frozenset({"et", "ou"}),
    "pl": frozenset({"i", "oraz", "lub", "albo", "a"}),
    "cs": frozenset({"a", "i", "nebo", "či"}),
    "sk": frozenset({"a", "i", "alebo", "či"}),
    "sl": frozenset({"in", "ter", "ali"}),
    "lt": frozenset({"ir", "bei", "arba"}),
    "lv": frozenset({"un", "vai"}),
    "ru": frozenset({"и", "или", "либо", "да"}),
    "uk": frozenset({"і", "й", "та", "або", "чи"}),
    "be": frozenset({"і", "й", "ды", "або", "ці"}),
    "bg": frozenset({"и", "или"}),
}
"""What joins two names of a list, by language."""
_NONE = frozenset[str]()
_SURE = 1.0
_WORTH, _OF_A_WORD = 1.5, 3.2
"""What a sure neighbour is worth; more for a word whose capital says that it is a name."""
_TOWN = 4.4
"""The prior of a town that an ordinary word may mean in a list."""
_PERSON = -2.5


class Weighed(Protocol):
    """A name with the evidence gathered so far."""

    match: Match
    evidence: list[Reason]
    score: float

    def add(self, kind: str, value: str, weight: float) -> None:
        """Take one more reason into account."""


def join_lists(document: Document, readings: Sequence[Weighed]) -> None:
    """Let a sure place speak for the names that a comma or "and" joins to it.

    Parameters
    ----------
    document
        The text.
    readings
        The names found in it, in text order; they get the evidence.
    """
    pairs = list(itertools.pairwise(readings))
    for one, other in (*pairs, *((other, one) for one, other in reversed(pairs))):
        if one.score <= _SURE or other.score > _SURE or not _are_joined(document, one, other):
            continue
        worth = _worth(document, other)
        if worth:
            other.add("listed", one.match.name.form, worth)


def _worth(document: Document, other: Weighed) -> float:
    """What a sure neighbour says for a name; nothing for persons, titles and mere words."""
    kinds = {kind: weight for kind, _, weight in other.evidence}
    if kinds.get("person", 0.0) <= _PERSON or "product" in kinds:
        return 0.0
    if "common-word" not in kinds:
        return _WORTH
    match = other.match
    if document.tokens.opens_sentence(match.first) or not match.name.exact:
        return 0.0
    word = document.tokens.lower[match.first]
    if match.name.best < _TOWN or word in document.lexicon.organisations:
        return 0.0
    if document.forms.inflect and document.lang != "de":
        return _OF_A_WORD
    return _WORTH if match.as_written else 0.0


def _are_joined(document: Document, one: Weighed, other: Weighed) -> bool:
    """Whether nothing but a comma or a conjunction parts two names of one sentence."""
    tokens = document.tokens
    first, second = sorted((one.match, other.match), key=lambda match: match.first)
    between = second.first - first.last
    if between == 1:
        return tokens.gap(second.first) == ", "
    conjunction = first.last + 1
    return (
        between == 2
        and tokens.lower[conjunction] in _AND.get(document.lang, _NONE)
        and tokens.gap(conjunction) in {" ", ", "}
        and tokens.gap(second.first) == " "
    )
