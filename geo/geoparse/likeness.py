"""Whether a name is rather a person's: inside one, after a title, beside a first name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geo.geoparse.document import Document
from geo.geoparse.lexicon import Words
from geo.geoparse.match import Match
from geo.geoparse.persons import Persons, ends_as_surname
from geo.geoparse.wording import Reason

__all__ = ["of_persons"]

_VERY_WELL_KNOWN = 6.5
"""The same where the name is a first name ("Владимир")."""
_WELL_KNOWN = 6.0
"""A name whose best place is above this is rather the place's than a surname."""
_PARTICLES = frozenset({"de", "du", "von", "van", "di", "da", "dos", "del", "della", "bin", "ibn"})
_LOWER_CASE_TITLES = frozenset({"miss", "major", "general", "forward", "guard", "junior"})
"""Ordinary words unless they have a capital."""


def of_persons(
    document: Document, match: Match, persons: Persons, at_word: Mapping[int, Match]
) -> Iterator[Reason]:
    """Gather what speaks for a person.

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
    """
    tokens, lexicon, i = document.tokens, document.lexicon, match.first
    if match.size > 1:
        given, surname = tokens.lower[i], tokens.lower[match.last]
        if match.size == 2 and given in lexicon.given and surname in lexicon.surnames:
            yield ("person", match.name.form, -2.5)
        return
    whole = persons.inside.get(i)
    if whole is not None:
        yield ("person", whole, -12.0)
        return
    if any(form.key in persons.surnames for form in document.forms.of(tokens.words[i])):
        best = match.name.best
        yield ("person", tokens.words[i], -3.5 if best < 4.6 else -2.5 if best < 6.0 else -1.0)
    if i > 0 and tokens.lower[i - 1] in lexicon.titles and _follows(document, i):
        yield from _after_title(document, match)
    if document.forms.inflect:
        yield from _of_the_verb_before(document, match)
        yield from _of_a_surname_alone(document, match, at_word)
        yield from _before_a_surname(document, match)
    if lexicon.capitals and i > 1 and tokens.words[i - 1] in _PARTICLES:
        yield from _of_a_particle(document, i)
    if not document.titled[i]:
        yield from _of_pairs(document, match, at_word)
        yield from _of_a_surname(document, match)
    yield from _of_the_article(document, match)
    yield from _of_the_word_behind(document, match)


def _of_a_particle(document: Document, index: int) -> Iterator[Reason]:
    """A particle between two names, in a language that has it in persons' names alone."""
    tokens = document.tokens
    if tokens.capital[index - 2] and tokens.gap(index) == " ":
        yield ("person", f"{tokens.words[index - 2]} {tokens.words[index - 1]}", -4.0)


def _of_pairs(document: Document, match: Match, at_word: Mapping[int, Match]) -> Iterator[Reason]:
    """Two names side by side are a person's ("Paris Jordan") unless one holds the other."""
    tokens, lexicon = document.tokens, document.lexicon
    for first, second in ((match.first - 1, match.first), (match.first, match.first + 1)):
        one, other = at_word.get(first), at_word.get(second)
        if one is None or other is None or one.size + other.size > 2 or tokens.gap(second) != " ":
            continue
        given, surname = tokens.lower[first], tokens.lower[second]
        named = given in lexicon.given or given in lexicon.given_rare
        known = surname in lexicon.surnames and surname not in lexicon.words
        if named and known and one.area_around(other) is None:
            yield ("person", f"{tokens.words[first]} {tokens.words[second]}", -6.0)


def _of_a_surname(document: Document, match: Match) -> Iterator[Reason]:
    """A surname after a word that is no ordinary one: "Stephon Clark"."""
    tokens, lexicon, i = document.tokens, document.lexicon, match.first
    if i == 0 or tokens.gap(i) != " " or not tokens.capital[i - 1] or match.name.top.is_country:
        return
    before = tokens.lower[i - 1]
    ordinary = before in lexicon.words or before in lexicon.functional or tokens.is_upper(i - 1)
    if tokens.lower[i] in lexicon.surnames and not ordinary:
        # without a list of the language's words, any of them could stand before
        weight = -2.5 if lexicon.words else -1.0
        yield ("person", f"{tokens.words[i - 1]} {tokens.words[i]}", weight)


def _of_the_article(document: Document, match: Match) -> Iterator[Reason]:
    """An indefinite article rules a person out ("an Alton man"); a first name speaks for one."""
    tokens, lexicon, i = document.tokens, document.lexicon, match.first
    if lexicon.capitals and i > 0 and tokens.lower[i - 1] in {"a", "an"} and tokens.gap(i) == " ":
        yield ("locative", tokens.words[i - 1], 1.5)
    elif tokens.lower[i] in lexicon.given and not match.name.top.is_country:
        yield ("person", tokens.words[i], -1.5)


def _of_the_word_behind(document: Document, match: Match) -> Iterator[Reason]:
    """A verb of speech, a noun of persons, a surname behind."""
    tokens, lexicon, i = document.tokens, document.lexicon, match.first
    behind = i + 1
    if behind >= len(tokens) or tokens.after(i) != " ":
        return
    word = tokens.lower[behind]
    if word in lexicon.person_nouns and not match.name.top.is_area:
        yield ("person", f"{tokens.words[i]} {word}", -2.5)
    if word in lexicon.person_verbs:
        if match.name.top.place.feature_code not in {"PPLC", "GOVL"}:
            yield ("speech", word, -1.5)
        return
    if not tokens.capital[behind] or document.titled[i] or word in lexicon.words:
        return
    pair = f"{tokens.words[i]} {tokens.words[behind]}"
    if tokens.lower[i] in lexicon.given_rare:
        if not (word in lexicon.organisation_tails or word in lexicon.place_tails):
            yield ("person", pair, -4.0)
    elif word in lexicon.surnames and tokens.lower[i] in lexicon.surnames:
        yield ("person", pair, 0.0 if match.name.top.is_country else -1.5)


def _before_a_surname(document: Document, match: Match) -> Iterator[Reason]:
    """A name before a word that ends as surnames do: "London Petrič", "Roma Banaitytė"."""
    tokens, i, behind = document.tokens, match.first, match.first + 1
    if behind >= len(tokens) or tokens.gap(behind) != " " or not tokens.capital[behind]:
        return
    if not match.as_written or match.name.top.is_country or document.loud[i]:
        return
    if i > 0 and tokens.gap(i) == " ":
        before = tokens.lower[i - 1]
        if before in document.lexicon.locatives or before in document.lexicon.place_heads:
            return
    if ends_as_surname(tokens.lower[behind]) and tokens.lower[behind] not in document.lower:
        yield ("person", f"{tokens.words[i]} {tokens.words[behind]}", -5.0)


def _of_the_verb_before(document: Document, match: Match) -> Iterator[Reason]:
    """A verb of speech before the name: "řekl Davis"."""
    tokens, i = document.tokens, match.first
    if i == 0 or tokens.gap(i) != " " or match.name.top.is_area or not match.as_written:
        return
    acts = match.name.top.place.feature_code in {"PPLC", "GOVL"}
    if tokens.lower[i - 1] in document.lexicon.person_verbs and not acts:
        yield ("speech", tokens.words[i - 1], -2.5)


def _of_a_surname_alone(
    document: Document, match: Match, at_word: Mapping[int, Match]
) -> Iterator[Reason]:
    """A place's name that is a surname just as well, and nothing that leads to a place."""
    tokens, lexicon, i = document.tokens, document.lexicon, match.first
    lower, best = tokens.lower[i], match.name.best
    if match.name.top.is_area or not document.cyrillic:
        return
    if best > (_VERY_WELL_KNOWN if lower in lexicon.given else _WELL_KNOWN):
        return
    known = document.forms.tags(tokens.words[i]) if document.forms.dictionary else frozenset[str]()
    told = "surname" in known and "geo" in match.tags
    dictionary_form = match.name.form.casefold()
    listed = any(w in names for w in (lower, dictionary_form) for names in _names_of(document))
    if not (told or listed) or _is_listed(document, match, at_word):
        return
    if i > 0 and tokens.gap(i) in {" ", "\u00a0"}:
        before = tokens.lower[i - 1]
        if before in lexicon.locatives or before in lexicon.place_heads:
            return
    yield ("person", tokens.words[i], -3.0)


def _names_of(document: Document) -> tuple[Words, Words]:
    return document.lexicon.surnames, document.lexicon.given


def _is_listed(document: Document, match: Match, at_word: Mapping[int, Match]) -> bool:
    """Whether commas part the name from another town's."""
    tokens, i = document.tokens, match.first
    before, behind = at_word.get(i - 1), at_word.get(i + 1)
    return (before is not None and tokens.gap(i) == ", ") or (
        behind is not None and tokens.after(i) == ", "
    )


def _follows(document: Document, index: int) -> bool:
    """Whether a word follows its title closely; a dot only behind an abbreviation."""
    gap = document.tokens.gap(index)
    return gap == " " or (gap == ". " and len(document.tokens.words[index - 1]) <= 4)


def _after_title(document: Document, match: Match) -> Iterator[Reason]:
    """A title speaks for a surname, unless the name is in another case ("prezydent Rosji")."""
    title = document.tokens.words[match.first - 1]
    if not document.forms.inflect:
        written = title[:1].isupper()
        if written or title not in _LOWER_CASE_TITLES:
            yield ("title", title, -6.0 if written else -2.0)
    elif "geo" in match.tags:
        return
    elif match.as_written and not match.name.top.is_country:
        yield ("title", title, -6.0)
    elif "surname" in match.tags:
        yield ("title", title, -2.0)
