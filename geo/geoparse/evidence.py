"""Every kind of evidence the geoparser gives, with its meaning.

The keys are stable: records name them, and `geo.i18n` has a sentence for each (`{value}` is the
evidence's value: words of the text or the gazetteer, or a number). `RECOGNITION` speaks for or
against taking the words as a mention of its kind; `RESOLUTION` for or against one candidate.
"""

from __future__ import annotations

from functools import lru_cache

from geo.model import Evidence

__all__ = ["RECOGNITION", "RESOLUTION", "evidence"]


@lru_cache(maxsize=50_000)
def evidence(kind: str, value: str, weight: float) -> Evidence:
    """One reason; the same few thousand come again and again.

    Parameters
    ----------
    kind, value, weight
        As `geo.model.Evidence` has them.
    """
    return Evidence(kind=kind, value=value, weight=round(weight, 2))


RECOGNITION: dict[str, str] = {
    "name": "The gazetteer knows the name {value}",
    "lemma": "The words are an inflected form of {value}",
    "spelling": "Written without diacritics or in another spelling of {value}",
    "dictionary": "The language's dictionary lists it as a geographical name",
    "important": "A well-known place bears the name",
    "capitalised": "Written with a capital letter",
    "lower-case": "Written in lower case",
    "sentence-start": "A capital letter at the start of a sentence says nothing",
    "all-caps": "The text around it is all in capitals",
    "common-word": "{value} is also an ordinary word",
    "locative": "The word {value} before it leads to a place",
    "head": "The generic term {value} makes it a place",
    "qualified": "A qualifier follows: {value}",
    "listed": "Stands in a list with other places",
    "repeated": "Recognised elsewhere in the text",
    "near": "The text speaks of the surroundings: {value}",
    "elsewhere": "The text doesn't speak of its country ({value})",
    "abbreviation": "An abbreviation of {value}",
    "dateline": "Stands in the dateline",
    "country-adjective": "Adjective of {value}",
    "region-term": "A term for a region without a point",
    "government": "The capital stands for its government ({value})",
    "facility": "A building or site ({value})",
    "system": "A weapon system ({value})",
    "person": "Part of a person's name ({value})",
    "title": "A title or role stands before it ({value})",
    "speech": "Somebody who speaks or acts ({value})",
    "organisation": "Part of an organisation's name ({value})",
    "club": "Part of a club's or team's name ({value})",
    "newspaper": "Part of a newspaper's name ({value})",
    "product": "Part of a product's name ({value})",
    "other-language": "Written in another language or script than the text",
    "street": "Part of a street's name ({value})",
    "boilerplate": "Not part of the article ({value})",
    "other-name": "Part of a longer name ({value})",
    "correction": "Corrected by hand",
}

RESOLUTION: dict[str, str] = {
    "population": "{value} inhabitants",
    "feature": "Kind of place: {value}",
    "capital": "Capital of {value}",
    "main-name": "{value} is its main name",
    "other-language": "The name is that of another language ({value})",
    "historic": "{value} is a former name",
    "loose": "Found by a looser spelling: {value}",
    "only": "The only place of this name in the gazetteer",
    "country": "The text speaks of {value}",
    "region": "The text names the region {value}",
    "comma": "The text adds: {value}",
    "discourse": "The text has qualified this name before: {value}",
    "near": "Close to other places named: {value}",
    "neighbour": "In a neighbour of {value}",
    "dateline-country": "In the country of the dateline ({value})",
    "contains": "Other places named lie in it: {value}",
    "metonym": "Capital whose government is meant ({value})",
    "head": "The generic term asks for such a place: {value}",
    "within": "Not in the gazetteer; the text speaks of {value} around it",
    "offset": "Displaced as the text says: {value}",
    "rivals": "{value} other places fit as well",
}
