"""What stands right before and right behind a name: prepositions, generic terms, longer names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geo.geoparse.adjectives import country_of
from geo.geoparse.articles import CONTRACTED
from geo.geoparse.asked import stands_among_divisions
from geo.geoparse.document import Document
from geo.geoparse.match import Match
from geo.geoparse.tokens import Tokens
from geo.geoparse.wording import Reason, commonness

__all__ = ["before", "behind"]

_CLOSE = frozenset({" ", "\u00a0", "\n", " the ", "-"})
_KNOWN = 3.0
"""A name whose best place is less than this is rather the word before a surname."""
_NONE = frozenset[str]()
_CAPITAL_NAMES = {
    "en": (frozenset({"in", "near", "from"}), 4.9),  # months are towns of 20,000 inhabitants
    "fr": (frozenset({"à"}), 4.3),
}
"""Prepositions that a name follows, if what follows has a capital; least prior of the name."""
_ISLANDS = frozenset({"island", "islands", "isle", "isles"})
_ELIDED = frozenset({" d'", " d’"})
_POSSESSIVES = frozenset({"'s ", "’s "})


_ARTICLES = frozenset(
    {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "kein"}
    | {"beim", "zum", "zur", "ins", "im", "am", "vom", "mein", "sein", "ihr", "unser", "dieses"}
    | {"eines", "keine", "keinen", "keinem", "keiner", "ans", "dieser", "diese", "diesen", "diesem"}
)
_GENITIVES = frozenset({"der", "des"})


def before(document: Document, match: Match, at_word: Mapping[int, Match]) -> Iterator[Reason]:
    """Gather what the words before the name say.

    Parameters
    ----------
    document
        The text.
    match
        The name.
    at_word
        The match, if any, at each word.
    """
    tokens, i = document.tokens, match.first
    if i == 0:
        return
    if tokens.gap(i) in _ELIDED:
        yield ("locative", tokens.gap(i).strip(), 1.5)  # "maire d'Annecy"
    if tokens.gap(i) not in _CLOSE:
        return
    if document.forms.inflect:
        yield from _of_an_adjective(document, match)
    yield from _of_the_word(document, match, at_word)


def _of_the_word(
    document: Document, match: Match, at_word: Mapping[int, Match]
) -> Iterator[Reason]:
    """A preposition, a generic term, a capital right before the name."""
    tokens, lexicon, i = document.tokens, document.lexicon, match.first
    word = tokens.lower[i - 1]
    if word == "the" and i > 1 and (match.size > 1 or match.name.top.is_area):
        word = tokens.lower[i - 2]
    if document.lang == "de" and word in _ARTICLES and match.size == 1:
        if commonness(document, match) or _is_a_noun(document, match):
            yield ("common-word", word, -4.0)  # "das Essen"
    elif word == "of" and not lexicon.capitals:
        yield ("organisation", tokens.words[i - 2], -6.0)  # "Bank of England" in another language
    elif word == "of" and i > 1 and tokens.lower[i - 2] in lexicon.nature_tails:
        yield _of_nature(tokens.words[i - 2])
    elif word in lexicon.locatives:
        yield ("locative", word, _worth(document, match, word))
    elif word in lexicon.place_heads:
        yield ("head", word, 1.5)
    elif document.lang == "fr" and match.name.key.startswith(CONTRACTED.get(word, "\0")):
        yield ("locative", word, 2.0)  # "au Mans"
    elif tokens.capital[i - 1]:
        yield from _part_of_a_name(document, match, at_word)


def _is_a_noun(document: Document, match: Match) -> bool:
    """Whether a German article right before the word makes it a noun, since towns have none.

    But "der" opens a relative clause behind a comma ("der Sturm, der Hamburg traf"), and a town
    has an article for a part or a time of it ("das Berlin der Zwanziger").
    """
    tokens, article = document.tokens, match.first - 1
    if match.name.top.place.feature_class != "P":
        return False
    behind = match.last + 1
    if behind < len(tokens) and tokens.gap(behind) == " " and tokens.lower[behind] in _GENITIVES:
        return False
    relative = any("," in tokens.gap(i) for i in range(max(1, article - 1), article + 1))
    return not relative


def _of_an_adjective(document: Document, match: Match) -> Iterator[Reason]:
    """The adjective of its country before a name: "polské město Zgorzelec"."""
    i = match.first - 1
    if document.tokens.lower[i] in document.lexicon.place_heads and document.tokens.gap(i) == " ":
        i -= 1
    iso_a3 = country_of(document, i)
    if iso_a3 and any(sense.place.iso_a3 == iso_a3 for sense in match.name.senses[:10]):
        yield ("country-adjective", iso_a3, 2.0)


def _of_nature(term: str) -> Reason:
    """The "gulf of Oman" is no mention of Oman, but the "island of Bohol" is Bohol."""
    if term.casefold() in _ISLANDS:
        return ("head", term, 2.0)
    return ("other-name", term, -6.0)


def _part_of_a_name(
    document: Document, match: Match, at_word: Mapping[int, Match]
) -> Iterator[Reason]:
    """A word with a capital before the name makes it part of something longer."""
    tokens, lexicon, index = document.tokens, document.lexicon, match.first
    word, other = tokens.lower[index - 1], at_word.get(index - 1)
    if tokens.gap(index) == "-":
        # but "R-Charleston" is a party's member for Charleston
        if other is None and not tokens.words[index - 1].isupper():
            yield ("other-name", tokens.words[index - 1], -2.5)  # "Châtel-Saint-Denis"
        return
    if word in lexicon.clubs and (match.as_written or not document.forms.inflect):
        yield ("club", word, -7.0)  # "Sparta Praha"
    elif tokens.gap(index) != " " or document.titled[index]:
        return
    elif word in lexicon.organisations:
        # an institution's country counts as a mention in English, as part of its name elsewhere
        yield ("organisation", word, -7.0 if document.forms.inflect else -2.0)
    elif word in lexicon.streets:
        yield ("street", word, -3.0)
    elif not (
        (other is not None and other.name.best >= _KNOWN)
        or word in lexicon.functional
        or word in lexicon.titles
        or tokens.opens_sentence(index - 1)
    ):
        yield ("other-name", tokens.words[index - 1], -1.5)


def _worth(document: Document, match: Match, preposition: str) -> float:
    """What a preposition is worth: less before a word that is also an ordinary one."""
    if preposition == "at":
        return 1.0
    if preposition in document.lexicon.place_heads:
        return 3.0
    if match.size > 1 or not (common := commonness(document, match)):
        return 2.0
    if document.lang == "de":
        return 3.5  # every noun has a capital: "nach Essen" is told by its missing article
    leading, town = _CAPITAL_NAMES.get(document.lang, (_NONE, 0.0))
    quiet = not (document.titled[match.first] or document.loud[match.first])
    if quiet and preposition in leading and match.name.best > town:
        return 3.0  # a capital behind "in" or "à" inside a sentence: "in Nice", "à Sens"
    return 2.0 if common > -3.0 else 1.0


def behind(document: Document, match: Match, at_word: Mapping[int, Match]) -> Iterator[Reason]:
    """Gather what the words behind the name say.

    Parameters
    ----------
    document
        The text.
    match
        The name.
    at_word
        The match, if any, at each word.
    """
    tokens, j = document.tokens, match.last + 1
    if j >= len(tokens):
        return
    gap, word = tokens.gap(j), tokens.lower[j]
    if gap == " ":
        yield from _followed(document, match, known=j in at_word)
    elif gap == "-":
        yield from _hyphened(document, match, at_word)
    elif gap == ", " and j in at_word:
        yield from _after_comma(document, match, at_word)
    elif gap in _POSSESSIVES and tokens.capital[j] and word in document.lexicon.organisation_tails:
        yield ("organisation", tokens.words[j], -4.0)
    if (
        gap == ""
        and (match.name.code or match.dotted)
        and not tokens.words[match.last].endswith(".")
    ):
        yield ("other-name", word, -7.0)  # "AK47"
    if (match.name.code or match.dotted) and gap.lstrip(" .").startswith("$"):
        yield ("other-name", word, -9.0)  # "US$ 10"


def _followed(document: Document, match: Match, *, known: bool) -> Iterator[Reason]:
    tokens, lexicon, j = document.tokens, document.lexicon, match.last + 1
    word, written = tokens.lower[j], tokens.words[j]
    if word in lexicon.products:
        yield ("product", word, -6.0)
    if not tokens.capital[j]:
        if word in lexicon.place_tails:
            yield ("head", word, 1.0)
    elif word in lexicon.organisation_tails:
        yield ("organisation", written, -6.0)
    elif word in lexicon.institution_tails:
        yield ("organisation", written, -2.5)
    else:
        yield from _longer_name(document, match, known=known)


def _longer_name(document: Document, match: Match, *, known: bool) -> Iterator[Reason]:
    """A word with a capital behind the name makes it part of something longer."""
    tokens, lexicon, j = document.tokens, document.lexicon, match.last + 1
    word, written = tokens.lower[j], tokens.words[j]
    if word in lexicon.streets and not _capital_at(tokens, j + 1):
        yield ("street", written, -3.0)
    elif word in lexicon.nature_tails:
        yield ("other-name", written, -2.5)
    elif word in lexicon.place_tails:
        yield ("head", written, 1.0)
    elif tokens.lower[match.first] in lexicon.clubs and match.size == 1:
        yield ("club", written, -7.0)  # "Bayern München"
    elif document.forms.inflect and not (known or document.titled[j]):
        yield ("other-name", written, -2.0 if match.size == 1 else -1.0)


def _hyphened(document: Document, match: Match, at_word: Mapping[int, Match]) -> Iterator[Reason]:
    """What a hyphen joins to the name: a second place, a noun ("Ukraine-Krieg"), a number."""
    tokens, j = document.tokens, match.last + 1
    written = tokens.words[j]
    known = at_word.get(j)
    if known is not None and (document.lang != "de" or known.name.best > _KNOWN + 1.0):
        yield ("listed", known.name.form, 0.3)
    elif written.isdigit():
        yield ("other-name", written, -7.0)  # the channel "Rossija-24", the games "Sotschi-2014"
    elif document.lang == "de" and tokens.capital[j]:
        yield ("other-name", written, -7.0)
    elif tokens.capital[j]:
        yield ("other-name", written, -2.5)


def _after_comma(
    document: Document, match: Match, at_word: Mapping[int, Match]
) -> Iterator[Reason]:
    index = match.last + 1
    other = at_word[index]
    qualifies = other.first == index and match.area_around(other) is not None
    if other.name.top.is_country and _capital_at(document.tokens, other.last + 1):
        qualifies = False  # "Ashford, U.S. Trade Envoy"
    if qualifies and not stands_among_divisions(document, match, at_word):
        yield ("qualified", other.name.form, 3.0)
    elif match.size == 1:
        yield ("listed", other.name.form, 0.5)


def _capital_at(tokens: Tokens, index: int) -> bool:
    """Whether the words go on with a capital letter."""
    return index < len(tokens) and tokens.gap(index) == " " and tokens.capital[index]
