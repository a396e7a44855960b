"""Names of persons: first name and surname, initials, titles; and surnames met again alone."""

from __future__ import annotations

from dataclasses import dataclass

from geo.geoparse.document import Document
from geo.geoparse.match import Match

__all__ = ["Persons", "ends_as_surname", "find_persons", "is_given"]

_PARTICLES = frozenset(
    {"von", "van", "de", "der", "den", "da", "di", "del", "della", "dos", "bin", "ibn", "al"}
    | {"el", "la", "le", "du", "af", "ter", "ten", "y"}
)
_GAPS = frozenset({" ", "-", ". ", "\u00a0", "."})
_MOST_PARTS = 4


@dataclass(frozen=True, slots=True)
class Persons:
    """Who is named in a text.

    Parameters
    ----------
    inside
        For each word inside a person's name, the name as written.
    surnames
        Keys of the surnames, in every reading.
    """

    inside: dict[int, str]
    surnames: frozenset[str]


def find_persons(document: Document, matches: list[Match]) -> Persons:
    """Find the persons named with a first name or initials.

    Parameters
    ----------
    document
        The text.
    matches
        Names of places found in it; the words of those of several words are left to them.
    """
    tokens = document.tokens
    taken = {i for m in matches if m.size > 1 for i in range(m.first, m.last + 1)}
    inside: dict[int, str] = {}
    surnames: set[str] = set()
    position = 0
    while position < len(tokens):
        capital = tokens.capital[position] and position not in taken
        last = _person_end(document, position, taken) if capital else None
        if last is None:
            position += 1
            continue
        whole = tokens.text[tokens.starts[position] : tokens.ends[last]]
        inside.update(dict.fromkeys(range(position, last + 1), whole))
        surnames.update(form.key for form in document.forms.of(tokens.words[last]))
        position = last + 1
    return Persons(inside=inside, surnames=frozenset(surnames))


def _person_end(document: Document, first: int, taken: set[int]) -> int | None:
    """Find the last word of the person's name that begins at a word, or None."""
    tokens = document.tokens
    if document.loud[first] or not _is_forename(document, first):
        return None
    last = first
    while last - first < _MOST_PARTS:
        following = _next_part(document, last, taken)
        if following is None:
            break
        last = following
        # a surname ends the name, unless a hyphen adds a second one
        if not (_is_forename(document, last) or tokens.after(last).startswith("-")):
            break
    if last == first or (last == first + 1 and _is_initial(document, last)):
        return None
    if _is_initial(document, first) and tokens.lower[last] in document.lexicon.functional:
        return None
    return last


def _next_part(document: Document, last: int, taken: set[int]) -> int | None:
    """The next word of a person's name, over a particle ("von"); None where the name ends."""
    tokens, following = document.tokens, last + 1
    if following >= len(tokens) or following in taken or tokens.gap(following) not in _GAPS:
        return None
    if tokens.gap(following).startswith(".") and not _is_initial(document, last):
        return None
    if tokens.capital[following]:
        return None if _ends_person(document, following) else following
    beyond = following + 1
    if tokens.lower[following] in _PARTICLES and beyond < len(tokens) and tokens.capital[beyond]:
        return beyond
    return None


def _is_forename(document: Document, index: int) -> bool:
    return is_given(document, index) or _is_initial(document, index)


def is_given(document: Document, index: int) -> bool:
    """Whether a word can be a first name.

    Parameters
    ----------
    document
        The text.
    index
        The word.
    """
    lexicon = document.lexicon
    word = document.tokens.lower[index]
    if word in lexicon.functional:
        return False
    if word in lexicon.given:
        return True
    if not document.forms.inflect:
        return False
    forms = document.forms.of(document.tokens.words[index])
    if any("common" in form.lemma.tags for form in forms):
        return False
    return any(
        "given" in form.lemma.tags or form.lemma.form.casefold() in lexicon.given
        for form in forms
        if form.lemma.weight > 0.4
    )


_SURNAMES = (
    *("ič", "ić", "ović", "ovič", "ová", "ovská", "enko", "čuk", "auskas", "evičius", "avičius"),
    *("aitis", "ytis", "ūnas", "ienė", "aitė", "ytė", "ūtė", "utė", "iņš", "kalns", "berga"),
    *("енко", "енка", "чук", "ович", "евич", "івна", "овна", "швили", "швілі", "дзе", "янц"),
    *("wicz", "ewicz", "czyk", "owska", "owski", "ewski", "ewska", "shvili", "adze", "poulos"),
    *("sson", "ssen", "nsen", "escu", "opoulos"),
)
_SHORTEST = 6


def ends_as_surname(word: str) -> bool:
    """Whether a word has an ending of surnames ("Petrič", "Шевченко").

    Parameters
    ----------
    word
        In lower case.
    """
    return len(word) >= _SHORTEST and word.endswith(_SURNAMES)


def _is_initial(document: Document, index: int) -> bool:
    word = document.tokens.words[index]
    if len(word) == 1:
        return word.isupper() and document.tokens.after(index)[:1] == "."
    initials = word.endswith(".") and len(word) <= 4 and word[0].isupper()
    return initials and not document.names.known(document.tokens.keys[index])


def _ends_person(document: Document, index: int) -> bool:
    """Whether a word with a capital can't be part of a person's name."""
    word, lexicon = document.tokens.lower[index], document.lexicon
    return (
        word in lexicon.organisation_tails
        or word in lexicon.place_tails
        or word in lexicon.streets
        or word in lexicon.facilities
        or word in lexicon.functional
        or word in lexicon.organisations
        or (word in lexicon.words and word not in lexicon.surnames)
    )
