"""Buildings and sites named with their generic term: "Holy Lamb Church", "Bródek Prison".

What makes a name of the generic term is a word before it that isn't a mere kind: "Regional
Hospital" is no name. An institution that begins with a place of the gazetteer ("Dublin Airport",
"Kent County Jail") is left to that place, which is drawn in its stead; a landmark ("Dublin Zoo")
is a facility of its own, in that place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from geo.geoparse.document import Document
from geo.geoparse.features import WINDS, Feature, goes_on, lies_inside, start_of_name
from geo.geoparse.lexicon import Words
from geo.geoparse.recognise import Reading

__all__ = ["find_facilities"]

_POSSESSIVES = frozenset({"'s ", "’s "})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth"})
_SAINTS = frozenset({"st", "saint", "ste"})


def find_facilities(document: Document, readings: Sequence[Reading]) -> Iterator[Feature]:
    """Find facilities by their generic terms.

    Parameters
    ----------
    document
        The text; only languages that put the term behind the name have such terms listed.
    readings
        The mentions taken.
    """
    tokens, lexicon = document.tokens, document.lexicon
    if not (lexicon.buildings or lexicon.landmarks):
        return
    done = -1
    named = {r.match.first: r.match.last for r in readings}
    owners = frozenset(named.values())
    towns = {r.match.first for r in readings if r.match.name.top.place.feature_class == "P"}
    for i in range(len(tokens)):
        if i <= done or not tokens.capital[i] or document.titled[i] or document.loud[i]:
            continue
        landmark = _is_term(document, i, lexicon.landmarks)
        if not (landmark or _is_term(document, i, lexicon.buildings)) or goes_on(document, i):
            continue
        first, last = start_of_name(document, i, done, owners), _with_complement(document, i, towns)
        first = _with_saint(document, first, i, named)
        if lies_inside(first, i, named):
            continue  # the gazetteer has it, or it is part of a longer name that it has
        # "Southern Nevada University" is of the state, "North Lublin Hospital" is a name
        wind = tokens.lower[first] in WINDS and first not in named and first + 1 not in towns
        place = first + wind
        placed = place in named and named[place] < i and not _is_saint(document, named[place])
        if placed and not landmark:
            continue
        if _is_proper(document, first, i) or (landmark and first == i and last > i):
            done = last
            yield Feature(first, last, tokens.lower[i], water=False, inside=placed)


def _is_saint(document: Document, last: int) -> bool:
    """Whether a possessive follows a name: a church is a saint's, not a town's."""
    return document.tokens.after(last) in _POSSESSIVES


def _with_saint(document: Document, first: int, head: int, named: Mapping[int, int]) -> int:
    """The name's first word, over a saint that the gazetteer takes for a place.

    "St. Mary's Church" is no church in a St. Mary, but "St. Petersburg's Winter Palace" is a
    palace in St. Petersburg.
    """
    lower, kinds = document.tokens.lower, document.lexicon.kinds
    if first == 0 or document.tokens.gap(first) not in _POSSESSIVES:
        return first
    start = next((f for f, last in named.items() if last == first - 1), None)
    if start is None or lower[start] not in _SAINTS:
        return first
    return start if all(lower[i] in kinds for i in range(first, head)) else first


def _is_term(document: Document, index: int, terms: Words) -> bool:
    """Whether a word, alone or with the one before it, is one of the generic terms."""
    lower = document.tokens.lower
    return lower[index] in terms or (index > 0 and f"{lower[index - 1]} {lower[index]}" in terms)


def _is_proper(document: Document, first: int, head: int) -> bool:
    """Whether the words before the generic term make a name, and with it no person's."""
    lexicon, lower = document.lexicon, document.tokens.lower
    if head - first == 1 and lower[first] in lexicon.given and lower[head] in lexicon.surnames:
        return (
            first > 0 and lower[first - 1] == "the"
        )  # "Charlotte Church" is a person, "the Alexandra Church" isn't
    if head - first > 1 and lower[first] in _ORDINALS:
        return True  # "Third Lutheran Church"
    return any(lower[i] not in lexicon.kinds and len(lower[i]) > 1 for i in range(first, head))


def _with_complement(document: Document, head: int, towns: AbstractSet[int]) -> int:
    """The last word of the name, over "of" and what has a capital ("Lamb Hall of Music").

    The town in "Lamb Hospital of Lublin" is where it is.
    """
    tokens = document.tokens
    last = head
    while last + 2 < len(tokens) and tokens.lower[last + 1] == "of" and tokens.gap(last + 1) == " ":
        following = last + 2
        if tokens.lower[following] == "the" and following + 1 < len(tokens):
            following += 1
        if not tokens.capital[following] or tokens.gap(following) != " " or following in towns:
            break
        last = following
        while goes_on(document, last):
            last += 1
    return last
