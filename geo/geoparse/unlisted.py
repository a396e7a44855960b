"""Places that only their generic term makes one: "Fort Wrzosek", "the village of Qwezi".

No gazetteer lists every quarter, camp and hamlet. A name that the gazetteer doesn't have is taken
where the text says what it is: with the term before it and a capital ("Rue Dubois"), with the
term behind it ("the Zarzeczna district"), or behind "of" ("the villages of Qwezi and Zvarti").
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from geo.geoparse.document import Document
from geo.geoparse.features import Feature, goes_on

__all__ = ["find_again", "find_unlisted"]

_PARTICLES = frozenset({"de", "del", "della", "di", "du", "des", "la", "le", "les", "el", "al"})
_MOST_WORDS = 3
_CONJUNCTIONS = frozenset({"and", "or"})


def find_unlisted(
    document: Document, taken: Container[int], known: Container[int]
) -> Iterator[Feature]:
    """Find places that their generic term tells.

    Parameters
    ----------
    document
        The text; only languages with such terms listed.
    taken
        Words that belong to features already found.
    known
        Words that belong to names of the gazetteer, or to these features.
    """
    tokens, lexicon = document.tokens, document.lexicon
    if not lexicon.settlements:
        return
    for i, word in enumerate(tokens.lower):
        if document.titled[i] or document.loud[i]:
            continue
        if tokens.capital[i]:
            if word in lexicon.fore_terms and i not in known:
                last = _end_of_name(document, i + 1, taken) if _follows(document, i + 1) else None
                if last is not None:
                    yield Feature(i, last, word, water=False)
        elif word in lexicon.settlements:
            yield from _before(document, i, known)
            yield from _behind(document, i, known)


def _follows(document: Document, index: int) -> bool:
    tokens = document.tokens
    return index < len(tokens) and tokens.gap(index) == " "


def _end_of_name(document: Document, first: int, taken: Container[int]) -> int | None:
    """The last word of an unlisted name that begins at a word, or None."""
    tokens, lexicon = document.tokens, document.lexicon
    last, i = None, first
    while i < len(tokens) and i - first < _MOST_WORDS and (i == first or tokens.gap(i) == " "):
        word = tokens.lower[i]
        if i in taken or word in lexicon.titles or word in lexicon.adjectives:
            return None
        if tokens.capital[i] and word not in lexicon.functional:
            last = i
        elif word not in _PARTICLES or (last is None and i > first):
            break
        i += 1
    return last


def _before(document: Document, head: int, taken: Container[int]) -> Iterator[Feature]:
    """The name right before a term: "the Red Fern area"."""
    tokens, lexicon = document.tokens, document.lexicon
    first = head
    while first > 0 and head - first < _MOST_WORDS and tokens.gap(first) == " ":
        before = first - 1
        if not tokens.capital[before] or tokens.opens_sentence(before):
            break
        first = before
    words = range(first, head)
    if not words or any(i in taken or not _may_name(document, i) for i in words):
        return
    if all(tokens.lower[i] in lexicon.words for i in words) and len(words) == 1:
        return
    yield Feature(first, head - 1, tokens.lower[head], water=False, settled=True)


def _may_name(document: Document, index: int) -> bool:
    """Whether a word can be part of an unlisted name."""
    word, lexicon = document.tokens.lower[index], document.lexicon
    return not (
        word in lexicon.functional
        or word in lexicon.adjectives
        or word in lexicon.organisations
        or word in lexicon.titles
        or word in lexicon.kinds
        or document.tokens.is_upper(index)
    )


def _behind(document: Document, head: int, taken: Container[int]) -> Iterator[Feature]:
    """The names behind a term and "of": "the villages of Qwezi and Zvarti"."""
    tokens = document.tokens
    i = head + 1
    if i + 1 >= len(tokens) or tokens.lower[i] != "of" or not _follows(document, i):
        return
    i += 1
    while _capital(document, i):
        if i in taken:
            last: int = i
            while last + 1 in taken and tokens.gap(last + 1) == " ":
                last += 1
        else:
            end = _end_of_name(document, i, taken)
            if end is None or not all(_may_name(document, j) for j in (i, end)):
                return
            last = end
            yield Feature(i, last, tokens.lower[head], water=False, settled=True)
        i = last + 1
        if i >= len(tokens) or tokens.gap(i) not in {" ", ", "}:
            return
        if tokens.lower[i] in _CONJUNCTIONS:
            i += 1
        elif tokens.gap(i) != ", ":
            return


def _capital(document: Document, index: int) -> bool:
    return index < len(document.tokens) and document.tokens.capital[index]


def find_again(
    document: Document, features: Sequence[Feature], known: Container[int]
) -> Iterator[Feature]:
    """Find further mentions of unlisted settlements: what was a village once stays one.

    Parameters
    ----------
    document
        The text.
    features
        What was found by its generic term.
    known
        Words that belong to names of the gazetteer, or to features.
    """
    words = document.tokens.words
    for feature in features:
        if not feature.settled:
            continue
        name = words[feature.first : feature.last + 1]
        for first in range(len(words) - len(name) + 1):
            last = first + len(name) - 1
            if words[first] != name[0] or words[first : last + 1] != name:
                continue
            if not any(i in known for i in range(first, last + 1)) and not (
                goes_on(document, last) or _goes_before(document, first)
            ):
                yield replace(feature, first=first, last=last)


def _goes_before(document: Document, first: int) -> bool:
    """Whether a word with a capital stands before, as a person's first name does."""
    tokens = document.tokens
    if first == 0 or tokens.gap(first) != " " or not tokens.capital[first - 1]:
        return False
    return not tokens.opens_sentence(first - 1)
