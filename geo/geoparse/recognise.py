"""Which names of the gazetteer are mentions of places: evidence for and against each.

The score of a mention is the sum of its evidence, about a log-odds; above 0 it is taken. What
stands around the words is weighed first, then what the rest of the text says.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.geoparse.adjectives import city_adjective, first_part, is_adjective, qualifies_noun
from geo.geoparse.articles import opens_with_article, with_swallowed_article
from geo.geoparse.asked import asked_for
from geo.geoparse.districts import part_of_a_country, with_district
from geo.geoparse.document import Document
from geo.geoparse.german import with_parenthesis, without_noun
from geo.geoparse.language import HOMES
from geo.geoparse.lists import join_lists
from geo.geoparse.match import Match, find_abbreviation
from geo.geoparse.persons import Persons, find_persons
from geo.geoparse.senses import Sense
from geo.geoparse.surroundings import weigh
from geo.model import Place

__all__ = ["Reading", "find_names", "recognise"]


@dataclass(slots=True)
class Reading:
    """A match with the evidence gathered so far.

    Parameters
    ----------
    match
        The match.
    evidence
        Kind, value and weight of each reason.
    score
        Their sum.
    wanted
        Feature code or class that the words beside it ask for, or empty.
    qualifier
        The area named behind the comma that holds a place of the name.
    """

    match: Match
    evidence: list[tuple[str, str, float]] = field(default_factory=list)
    score: float = 0.0
    wanted: str = ""
    qualifier: Sense | None = None

    def add(self, kind: str, value: str, weight: float) -> None:
        """Take one more reason into account."""
        self.evidence.append((kind, value, weight))
        self.score += weight


_ORGANISATIONS = frozenset({"standoff:european_union"})
_COMPASS = frozenset(
    {"northern", "southern", "eastern", "western", "central", "upper", "lower", "greater"}
)
_FAMOUS = 5.6
"""The prior of a city of 400,000 or of a large division."""
_OWN_NAME = 5.0
"""A name that begins with a wind is one of its own if it is this well known."""
_NO_PLACES = frozenset({"PPLN"})
_OWN_TERMS = frozenset({"област", "община"})
"""Bulgarian divisions bear their towns' names, and are told by these words alone."""
_KNOWN_ABROAD = 4.2
"""The prior of a town that a text may name far from the others."""
_OWN_BEARING = -0.1
"""A name in the text's own language costs nothing."""


def find_names(document: Document) -> list[Match]:
    """Find the longest name of the gazetteer at each place of a text, from left to right.

    Parameters
    ----------
    document
        The text.
    """
    tokens, lexicon = document.tokens, document.lexicon
    found: list[Match] = []
    position, size = 0, len(tokens)
    while position < size:
        word = tokens.lower[position]
        if (lexicon.abbreviations or lexicon.codes) and tokens.capital[position]:
            short = find_abbreviation(tokens, position, document.names, lexicon)
            if short is not None:
                found.append(short)
                position = short.last + 1
                continue
        start = tokens.capital[position] or (not lexicon.capitals and word in lexicon.place_heads)
        if not (start or lexicon.capitals) and position + 1 < size:
            following = tokens.lower[position + 1]
            start = following in lexicon.place_tails or following in lexicon.place_heads
        match = _name_at(document, position) if start else None
        if match is not None:
            position = match.last
            if not _is_organisation(match):
                found.append(match)
        position += 1
    return found


def _name_at(document: Document, position: int) -> Match | None:
    """The longest name that begins at a word, if it can begin one."""
    tokens = document.tokens
    word = tokens.lower[position]
    if word in _COMPASS:
        longer = [m for m in document.matches_at(position) if m.size > 1]
        return next((m for m in longer if _is_own(document, m)), None)
    if word in document.lexicon.functional and not opens_with_article(document, position):
        initial = len(word) == 1 and tokens.capital[position]
        inside = document.lang == "de" and not tokens.opens_sentence(position)
        if not (initial and tokens.after(position)[:1] == "."):
            names = document.matches_at(position) if inside else []
            return next((m for m in names if m.size > 1 and m.as_written), None)
    matches = document.matches_at(position)
    if document.lowered:
        matches = [m for m in matches if _is_famous(document, m)]
    match = next((m for m in matches if not _is_adjective(document, m)), None)
    if match is None or match.size == 1:
        match = part_of_a_country(document, position) or match
    if match is None:
        return None
    if tokens.capital[position]:
        match = with_district(document, match)
    match = _as_written_there(document, match, matches)
    return match if tokens.capital[position] else _without_term(document, match)


def _as_written_there(document: Document, match: Match, matches: list[Match]) -> Match:
    """The name with or without what its language writes beside it: articles, nouns, brackets."""
    if document.lang == "fr":
        match = with_swallowed_article(document, match, matches)
    elif document.lang == "de":
        match = with_parenthesis(document, without_noun(document, match))
    return _of_two_countries(document, match, matches) if match.size > 2 else match


def _is_famous(document: Document, match: Match) -> bool:
    """Whether a name is known well enough to be taken in lower case, and is no ordinary word."""
    word, lexicon = document.tokens.lower[match.first], document.lexicon
    if match.size == 1 and (word in lexicon.words or word in lexicon.common):
        return False
    return match.name.best >= _FAMOUS


def _is_own(document: Document, match: Match) -> bool:
    """Whether a name with a wind is of a division, a landscape or a part of the world.

    "Northern Ireland" and "Upper Silesia" are names of their own, but "Northern Iraq" is the north
    of Iraq.
    """
    place = match.name.top
    if place.prior <= _OWN_NAME or place.is_area or not place.place.iso_a3:
        return place.prior > _OWN_NAME
    words = document.tokens.words[match.first + 1 : match.last + 1]
    whole = document.names.name(" ".join(words))
    landscape = place.place.feature_class == "L"
    return landscape and whole is not None and not whole.top.is_country


def _of_two_countries(document: Document, match: Match, matches: list[Match]) -> Match:
    """Part two countries that a former state or a ranking joins ("Srbija in Črna gora")."""
    span = range(match.first + 1, match.last)
    capital = document.tokens.capital
    conjunction = next((i for i in span if not capital[i]), None)
    if conjunction is None:
        return match
    for other in matches:
        top = other.name.top
        if other.last == conjunction - 1 and top.is_country and top.row != match.name.top.row:
            return other
    return match


def _without_term(document: Document, match: Match) -> Match:
    """Leave out a generic term in lower case where the name does without it ("острів Зміїний")."""
    tokens = document.tokens
    first = match.first
    while first < match.last and not tokens.capital[first]:
        first += 1
    if not tokens.capital[first]:
        return match  # "obwód grodzieński"
    row = match.name.top.row
    shorter = document.matches_at(first)
    fits = (m for m in shorter if m.last == match.last)
    alone = next((m for m in fits if any(s.row == row for s in m.name.senses)), None)
    if tokens.lower[match.first] in _OWN_TERMS and document.lang == "bg":
        return match
    if alone is not None:
        return alone
    # a description of several words is no name ("kanał żeglugowy przez Mierzeję Wiślaną")
    functional = document.lexicon.functional
    terms = [i for i in range(match.first, first) if tokens.lower[i] not in functional]
    return shorter[0] if shorter and len(terms) > 1 else match


def _is_organisation(match: Match) -> bool:
    """Whether the gazetteer's place is an organisation or a pipeline, which aren't mentions."""
    place = match.name.top.place
    return place.feature_code in _NO_PLACES or place.id in _ORGANISATIONS


def _is_adjective(document: Document, match: Match) -> bool:
    """Whether the words are an adjective of a country, which is told elsewhere."""
    adjectives = document.lexicon.adjectives
    if match.size > 1:
        return match.name.key in adjectives
    if first_part(document, match.first) is not None or city_adjective(document, match.first):
        return True
    if not match.as_written and not match.name.top.is_area and is_adjective(document, match.first):
        return True  # "Українська правда" isn't of Ukrainsk
    if qualifies_noun(document, match.first):
        return True
    if document.forms.inflect and not document.tokens.opens_sentence(match.first):
        return False  # adjectives have no capital: "Polski" is Poland's genitive
    lemma = match.name.form.casefold()
    return document.tokens.lower[match.first] in adjectives or lemma in adjectives


def recognise(document: Document, matches: list[Match]) -> list[Reading]:
    """Weigh each match; readings with a score above 0 are mentions.

    Parameters
    ----------
    document
        The text.
    matches
        The names found in it.
    """
    persons: Persons = find_persons(document, matches)
    at_word = {i: m for m in matches for i in range(m.first, m.last + 1)}
    readings = []
    qualifying: dict[int, str] = {}
    for match in matches:
        reasons = list(weigh(document, match, persons, at_word))
        reading = Reading(match, reasons, sum([weight for _, _, weight in reasons]))
        if any(kind == "qualified" for kind, _, _ in reading.evidence):
            other = at_word[match.last + 1]
            reading.qualifier = match.area_around(other)
            qualifying[other.first] = match.name.form
        reading.wanted = asked_for(document, match, at_word)
        if match.first in qualifying:
            reading.add("listed", qualifying[match.first], 1.5)
        readings.append(reading)
    join_lists(document, readings)
    _consider_text(readings, HOMES.get(document.lang, frozenset()))
    return readings


def _consider_text(readings: list[Reading], home: frozenset[str]) -> None:
    """Let the sure mentions of a name and of its country speak for the unsure ones."""
    sure, around = _sure_names(readings)
    for reading in readings:
        name = reading.match.name
        others = sure.get(name.key, 0) - (reading.score > 1.0)
        if others > 0:
            reading.add("repeated", str(others), 1.0)
        if reading.score > 2.5 or name.best >= 5.5:
            continue
        if any(kind == "common-word" for kind, _, _ in reading.evidence):
            continue
        iso = name.top.place.iso_a3 or ""
        weight, where = max(
            (_support(sense.place, name.key, around) for sense in name.senses[:20]),
            default=(0.0, ""),
        )
        if weight > 0:
            reading.add("near", where, weight)
        elif iso in home:
            reading.add("near", iso, 0.5)
        elif iso and len(sure) >= 3 and not _is_exonym(name.top):
            reading.add("elsewhere", iso, -0.4 if home and name.best > _KNOWN_ABROAD else -1.0)


def _is_exonym(sense: Sense) -> bool:
    """Whether the language has a name of its own for a place abroad, since it speaks of it."""
    return sense.bearing > _OWN_BEARING and not sense.posting.is_main


def _sure_names(
    readings: list[Reading],
) -> tuple[dict[str, int], dict[tuple[str, str], set[str]]]:
    """How often each name is sure, and the names in each country and division."""
    sure: dict[str, int] = {}
    around: dict[tuple[str, str], set[str]] = {}
    for reading in readings:
        if reading.score <= 1.0:
            continue
        name = reading.match.name
        sure[name.key] = sure.get(name.key, 0) + 1
        top = name.top.place
        if top.iso_a3:
            around.setdefault((top.iso_a3, ""), set()).add(name.key)
            if top.admin1:
                around.setdefault((top.iso_a3, top.admin1), set()).add(name.key)
    return sure, around


def _support(place: Place, key: str, around: dict[tuple[str, str], set[str]]) -> tuple[float, str]:
    """What the other names speak for a place: its region is spoken of, or its country."""
    iso = place.iso_a3 or ""
    region = around.get((iso, place.admin1), ()) if place.admin1 else ()
    if len(region) > (key in region):
        return (1.5, f"{iso}.{place.admin1}")
    country = around.get((iso, ""), ())
    if len(country) > (key in country):
        return (0.7, iso)
    return (0.0, "")
