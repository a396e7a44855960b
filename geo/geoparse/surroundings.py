"""All the evidence for and against one name at one place of a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geo.geoparse import neighbours
from geo.geoparse.document import Document
from geo.geoparse.likeness import of_persons
from geo.geoparse.match import Match
from geo.geoparse.organisations import of_organisations
from geo.geoparse.persons import Persons
from geo.geoparse.wording import Reason, of_the_name, of_the_writing

__all__ = ["weigh"]


def weigh(
    document: Document, match: Match, persons: Persons, at_word: Mapping[int, Match]
) -> Iterator[Reason]:
    """Gather the evidence that the name and the words around it give.

    Parameters
    ----------
    document
        The text.
    match
        The name.
    persons
        The persons named in the text.
    at_word
        The match, if any, at each word.

    Returns
    -------
    reasons
        Kind (a key of `geo.geoparse.evidence.RECOGNITION`), value and weight of each.
    """
    yield from of_the_name(document, match)
    yield from of_the_writing(document, match)
    yield from of_persons(document, match, persons, at_word)
    if match.last in document.heads:
        yield ("head", document.heads[match.last], 3.5)
    yield from of_organisations(document, match, at_word)
    yield from neighbours.before(document, match, at_word)
    yield from neighbours.behind(document, match, at_word)
