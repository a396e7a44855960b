"""Clubs, firms, papers and streets named after a place, in the languages that inflect.

Their grammar tells them apart: what is named after a place stands beside its name in the
nominative ("s Duklou Trenčín"), or as a genitive before what it is ("Rīgas „Dinamo”"). English has
its own signs, in `geo.geoparse.neighbours`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geo.geoparse.document import Document
from geo.geoparse.match import Match
from geo.geoparse.wording import Reason

__all__ = ["of_organisations"]

_CASES = frozenset({"pl", "ru", "uk", "be", "cs", "sk", "sl"})
"""Languages whose nouns show their case, and have capitals only as names."""
_GENITIVES: dict[str, tuple[str, ...]] = {
    "lt": ("o", "os", "ės", "ų", "aus", "ies"),
    "lv": ("as", "es", "a", "u", "us", "s"),
}
"""Endings of the genitive where the owner comes first: "Kauno gatvė"."""
_OPENING = frozenset("«„“\"‟”'‘‚")
_LINKS = frozenset({"de", "du", "des"})
_MOST_TAIL = 3
"""How many words of a longer name are looked at behind the place's."""
_KNOWN_WHOLE = 6.0
"""A name this well known is rather a subject than a club's town ("v Bratislave Praha...")."""


def of_organisations(
    document: Document, match: Match, at_word: Mapping[int, Match]
) -> Iterator[Reason]:
    """Gather what makes a name part of an organisation's, or of a street's.

    Parameters
    ----------
    document
        The text.
    match
        The name.
    at_word
        The match, if any, at each word.
    """
    if document.loud[match.first]:
        return
    if not document.forms.inflect:
        if not document.titled[match.first]:
            yield from _in_a_longer_name(document, match)
        return
    if document.tokens.lower[match.last].endswith(_GENITIVES.get(document.lang, ("\0",))):
        yield from _owning(document, match)
    yield from _of_a_club(document, match)
    if document.lang in _CASES:
        yield from _apposed(document, match, at_word)
    if document.lang == "fr":
        yield from _behind_a_link(document, match)
        if match.first > 0 and document.tokens.gap(match.first) == " ":
            yield from _behind_a_firm(document, match)
    yield from _in_a_longer_name(document, match)
    yield from _in_a_compound(document, match)


def _in_a_compound(document: Document, match: Match) -> Iterator[Reason]:
    """A paper or club whose listed name is a compound: "Ouest-France"."""
    tokens, i = document.tokens, match.first
    if i == 0 or tokens.gap(i) != "-":
        return
    whole = f"{tokens.lower[i - 1]}-{tokens.lower[match.last]}"
    if whole in document.lexicon.newspapers or whole in document.lexicon.clubs:
        yield ("newspaper", whole, -8.0)


def _of_a_club(document: Document, match: Match) -> Iterator[Reason]:
    """A club's or carrier's first word in a case, with its town as it is: "Duklou Trenčín"."""
    tokens, before, following = document.tokens, match.first - 1, match.last + 1
    if match.as_written:
        if before >= 0 and tokens.gap(match.first) == " " and _is_club(document, before):
            yield ("club", tokens.words[before], -7.0)
    elif (
        match.size == 1
        and following < len(tokens)
        and tokens.gap(following) == " "
        and tokens.capital[following]
        and _is_club(document, match.first)
    ):
        yield ("club", tokens.words[following], -7.0)


def _is_club(document: Document, index: int) -> bool:
    """Whether a word with a capital is a case of a club's name, which `neighbours` don't tell."""
    tokens, clubs = document.tokens, document.lexicon.clubs
    if not tokens.capital[index] or tokens.lower[index] in clubs:
        return False
    forms = document.forms.of(tokens.words[index])
    return any(form.lemma.form.casefold() in clubs for form in forms)


def _apposed(document: Document, match: Match, at_word: Mapping[int, Match]) -> Iterator[Reason]:
    """A name in the nominative right behind another one that isn't the sentence's first word."""
    tokens, lexicon, before = document.tokens, document.lexicon, match.first - 1
    if before < 0 or tokens.gap(match.first) != " " or not match.as_written:
        return
    word = tokens.lower[before]
    if not tokens.capital[before] or tokens.opens_sentence(before):
        yield from _behind_a_firm(document, match)
        return
    if match.name.top.is_area or match.name.best > _KNOWN_WHOLE:
        return
    if any(
        word in listed
        for listed in (lexicon.functional, lexicon.titles, lexicon.place_heads, lexicon.streets)
    ):
        return
    other = at_word.get(before)
    if other is not None and (other.name.top.is_area or match.area_around(other) is not None):
        return
    yield ("club", tokens.words[before], -3.0)


def _behind_a_firm(document: Document, match: Match) -> Iterator[Reason]:
    """A noun for firms before a name in the nominative that goes on: "firmy Morava Cargo"."""
    tokens, lexicon = document.tokens, document.lexicon
    word = tokens.lower[match.first - 1]
    if word in lexicon.newspapers and document.lang in _CASES and not match.name.top.is_country:
        yield ("newspaper", word, -4.0)  # "časnik Primorske novice"
        return
    following = match.last + 1
    longer = (
        following < len(tokens)
        and tokens.gap(following) == " "
        and tokens.capital[following]
        and tokens.lower[following] not in lexicon.functional
    )
    if longer and (word in lexicon.organisations or word in lexicon.newspapers):
        yield ("organisation", word, -5.0)


def _owning(document: Document, match: Match) -> Iterator[Reason]:
    """The owner of a club in quotes, an institution or a street: "Kauno „Žalgiris“"."""
    tokens, lexicon, following = document.tokens, document.lexicon, match.last + 1
    if following >= len(tokens):
        return
    gap, word = tokens.gap(following), tokens.lower[following]
    if gap[:1].isspace() and gap.strip() in _OPENING and tokens.capital[following]:
        yield ("club", tokens.words[following], -7.0)
    elif gap != " ":
        return
    elif tokens.words[following].isupper() and len(word) > 1:
        yield ("club", tokens.words[following], -4.0)  # "Rygos VEF"
    elif word in lexicon.streets:
        yield ("street", word, -7.0)
    else:
        yield from _of_an_institution(document, match)


def _of_an_institution(document: Document, match: Match) -> Iterator[Reason]:
    """A university or theatre behind the owner; a country's only if it is written as a name."""
    tokens, lexicon, following = document.tokens, document.lexicon, match.last + 1
    if match.name.top.is_country:
        if tokens.capital[following] and tokens.lower[following] in lexicon.organisations:
            yield ("organisation", tokens.words[following], -7.0)  # "Latvijas Universitāte"
        return
    for index in range(following, min(len(tokens), following + 2)):
        if tokens.gap(index) != " ":
            return
        if tokens.lower[index] in lexicon.institution_tails:
            yield ("organisation", tokens.words[index], -7.0)
            return


def _behind_a_link(document: Document, match: Match) -> Iterator[Reason]:
    """A street, club, paper or nobleman of the place: "rue de Nantes", "comte de Vallier"."""
    tokens, lexicon, link = document.tokens, document.lexicon, match.first - 1
    elided = tokens.gap(match.first) in {" d'", " d’"}
    head = link if elided else link - 1
    if head < 0 or not (elided or tokens.lower[link] in _LINKS):
        return
    if not (elided or (tokens.gap(match.first) == " " and tokens.gap(link) == " ")):
        return
    word, capital = tokens.lower[head], tokens.capital[head]
    if word in lexicon.streets:
        yield ("street", word, -6.0)
    elif capital and word in lexicon.clubs:
        yield ("club", word, -7.0)
    elif capital and word in lexicon.newspapers:
        yield ("newspaper", word, -7.0)
    elif word in lexicon.nobles:
        yield ("title", word, -5.0)
    elif capital and word in lexicon.organisations and not tokens.opens_sentence(head):
        yield ("organisation", word, -4.0)


def _in_a_longer_name(document: Document, match: Match) -> Iterator[Reason]:
    """Words with capitals behind the name that end as firms and papers do: "Bratislava Cargo"."""
    tokens, lexicon = document.tokens, document.lexicon
    if not match.as_written:
        return
    index = match.last + 1
    # the word right behind is told by `neighbours`
    while index < len(tokens) and tokens.gap(index) == " " and tokens.capital[index]:
        if index - match.last > _MOST_TAIL:
            return
        if index > match.last + 1 and tokens.lower[index] in lexicon.organisation_tails:
            # English counts what an institution is named after more often
            weight = -5.0 if document.forms.inflect else -3.0
            yield ("organisation", tokens.words[index], weight)
            return
        index += 1
