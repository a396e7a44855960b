"""What a name itself says of being a mention: how well known, how written, how ordinary a word."""

from __future__ import annotations

from collections.abc import Iterator

from geo.gazetteer import fold
from geo.geoparse.document import Document
from geo.geoparse.language import HOMES
from geo.geoparse.match import Match

__all__ = ["Reason", "commonness", "of_the_name", "of_the_writing"]

Reason = tuple[str, str, float]
"""Kind, value and weight of one piece of evidence."""

_EVEN = 4.6
"""A name whose best place has this prior (40,000 inhabitants) is as often a mention as not."""
_INSIDE = 0.6
_OBLIQUE_START = -2.6
_KNOWN_ABROAD = 5.6
"""The prior of a city of 400,000 or of a large division."""
_QUOTES = '«»„“”"‘’'
_OPENING = frozenset('«„“"‘')
_CLOSING = frozenset('»”"’“')
_STRANGE, _LITTLE_KNOWN_ABROAD = -1.1, 5.6
"""Bearing of a name that is neither the place's main one nor the text's; a city of 400,000."""
_SHORT = 5
"""Longest word that is likely to be some foreign name by chance."""


def of_the_name(document: Document, match: Match) -> Iterator[Reason]:
    """How well known the best place is, and what the reading and the dictionary say.

    Parameters
    ----------
    document
        The text.
    match
        The name.
    """
    name = match.name
    yield ("important", name.top.place.name, max(-3.0, min(4.5, 1.1 * (name.best - _EVEN))))
    if match.size > 1:
        yield ("name", name.form, 1.2 * (match.size - 1))
        yield from _of_a_generic_term(document, match)
    if match.dotted or not match.as_written:
        yield _of_the_reading(document, match)
    if not name.exact:
        yield ("spelling", name.top.place.name, 0.0 if document.bare else -1.0)
    if match.size == 1:
        yield from _of_the_dictionary(document, match)
        yield from _of_a_german_noun(document, match)


def _of_a_generic_term(document: Document, match: Match) -> Iterator[Reason]:
    """A generic term with a capital, as German nouns have it: "Landkreis Görlitz"."""
    lexicon, words = document.lexicon, document.tokens.lower[match.first : match.last + 1]
    term = next((w for w in words if w in lexicon.place_heads or w in lexicon.place_tails), None)
    if term is not None and document.lang == "de":
        yield ("head", term, 1.5)


def _of_the_reading(document: Document, match: Match) -> Reason:
    name = match.name
    if match.dotted:
        return ("abbreviation", name.form, 2.0)
    if match.weight > 0.6:
        # where no dictionary speaks, a place's name in a case is a sign of its own
        return ("lemma", name.form, 0.0 if document.forms.dictionary else 0.6)
    return ("lemma", name.form, -0.5)


def _of_a_german_noun(document: Document, match: Match) -> Iterator[Reason]:
    """A noun that some little place abroad has as a case, or some place in another language.

    German nouns have capitals anywhere: "Virus" isn't of Virú in Peru, "Chip" isn't Cyprus.
    """
    top, word = match.name.top, document.tokens.lower[match.first]
    if document.lang != "de" or top.place.iso_a3 in document.names.homes:
        return
    if match.as_written:
        ours = top.bearing > _STRANGE or "supplement" in top.posting.origins
        ours = ours or match.name.key in fold(top.place.name).split()  # "Korea"
        doubt = not ours and len(word) <= _SHORT
    else:
        town = top.place.feature_class == "P" and not match.dotted
        doubt = town and match.name.best <= _LITTLE_KNOWN_ABROAD
    if doubt:
        yield ("common-word", word, -2.0)


def _of_the_dictionary(document: Document, match: Match) -> Iterator[Reason]:
    """What the language's dictionary, if there is one, says of the word."""
    word = document.tokens.words[match.first]
    known = document.forms.tags(word)
    if _is_geographical(document, match):
        yield ("dictionary", document.lang, 2.0)
        if document.tokens.opens_sentence(match.first) and _is_other_word(document, word):
            yield ("common-word", document.tokens.lower[match.first], -2.5)
        return
    if not known or document.bare or not document.forms.dictionary:
        return
    ordinary = bool(known & {"adj", "common"})
    guess = match.weight < 1.0 or (match.as_written and not match.tags)
    if match.tags & {"surname", "given"}:
        yield ("person", match.name.form, -4.0 if ordinary else -1.5)
    elif guess and (ordinary or "geo" in known):
        yield ("common-word", word, -4.0)
    elif "adj" in match.tags:
        yield ("common-word", word, -3.0)


def _is_geographical(document: Document, match: Match) -> bool:
    """Whether the dictionary has the name as a place's, or the project's own lists have a town.

    Polish "Gaza" is gauze and a surname to the dictionary.
    """
    posting = match.name.top.posting
    listed = "supplement" in posting.origins and document.lang in posting.langs
    town = match.name.top.place.feature_class == "P"
    return "geo" in match.tags or (document.forms.dictionary and listed and town)


def _is_other_word(document: Document, word: str) -> bool:
    """Whether some reading of the word is an ordinary one and no place."""
    tags = (form.lemma.tags for form in document.forms.of(word))
    return any("common" in one and "geo" not in one for one in tags)


def of_the_writing(document: Document, match: Match) -> Iterator[Reason]:
    """Letter case, script, quotes, and whether the word is an ordinary one.

    Parameters
    ----------
    document
        The text.
    match
        The name.
    """
    if document.forms.inflect and _in_quotes(document, match):
        yield ("product", "quotes", -8.0)
    if document.lowered:
        yield ("lower-case", match.name.form, -0.3)
    if match.size > 1 and match.name.form.casefold() in document.lexicon.common:
        yield ("common-word", match.name.form, -9.0)
    if match.size > 1 or match.name.code or match.dotted:
        return
    i = match.first
    word, lower = document.tokens.words[i], document.tokens.lower[i]
    if word.isascii() and document.cyrillic:
        yield ("other-language", word, -3.0)
    yield from _of_the_word(document, match)
    if lower in document.lexicon.ranks:
        yield ("common-word", lower, -7.0)  # "the Secretary of State"
    if lower in document.lexicon.peoples and not _is_a_country(document, match):
        yield ("common-word", lower, -3.0)
    if document.tokens.is_upper(i):
        yield from _of_capitals(document, match)
    elif not (word[1:].islower() or match.as_written):
        yield ("all-caps", word, -4.0)  # "PiS" is no inflected form


def _of_the_word(document: Document, match: Match) -> Iterator[Reason]:
    i, top = match.first, match.name.top
    strong = top.is_country and top.bearing > -0.5
    opens = document.tokens.opens_sentence(i)
    common = commonness(document, match)
    if not common:
        told = opens and not top.is_area
        if (told or document.lang in _CZECHOSLOVAK) and _qualifies(document, match):
            yield ("common-word", document.tokens.lower[i], -4.0 if match.as_written else -3.0)
        elif opens and not strong and (doubt := _doubt_at_start(document, match)):
            yield ("sentence-start", "", doubt)
        return
    scale = 1.4 if opens or document.titled[i] else 1.0
    if scale == 1.0 and _capital_names(document):
        scale = _INSIDE
    yield ("common-word", document.tokens.lower[i], common * (0.5 if strong else scale))


def _capital_names(document: Document) -> bool:
    """Whether a capital inside a sentence is a sign of a name, and no dictionary says better.

    Words of titles and organisations have none in French and in the inflected languages.
    """
    return document.forms.inflect and not document.forms.dictionary and document.lang != "de"


def _doubt_at_start(document: Document, match: Match) -> float:
    """How much less a name is one where every word has a capital.

    Least where the language's own name of something well known stands as it is ("Daugava"), most
    where a little-known name from abroad would stand in a case without a preposition: an ordinary
    word's form ("Разом": together) may look like one ("Розо": Roseau).
    """
    home = HOMES.get(document.lang, frozenset())
    top = match.name.top
    iso = top.place.iso_a3
    far = home and iso and iso not in home and match.name.best <= _KNOWN_ABROAD
    if match.as_written:
        return 0.0 if match.name.best > _EVEN and top.bearing > -0.1 else -0.6
    told = "geo" in match.tags or document.lang in _BALTIC
    return -0.6 if told or not far else _OBLIQUE_START


def _is_a_country(document: Document, match: Match) -> bool:
    """Whether a capital rules a people out, which Cyrillic and Baltic languages write without."""
    if document.lang not in _SMALL_PEOPLES or not match.name.top.is_country:
        return False
    tokens, i = document.tokens, match.first
    return tokens.is_upper(i) or not tokens.opens_sentence(i)


_SMALL_PEOPLES = frozenset({"ru", "uk", "be", "bg", "lt", "lv"})
_BALTIC = frozenset({"lt", "lv"})
"""Languages whose locative stands without a preposition."""
_CZECHOSLOVAK = frozenset({"cs", "sk"})
"""Languages with hardly a town whose name is such an adjective."""
_QUALIFYING = (
    *("ський", "зький", "цький", "ский", "цкий", "скі", "цкі", "ски", "ský", "cký"),
    # feminine cases that no town in -ськ or -ський has
    *("ської", "зької", "цької", "ській", "зькій", "цькій", "ською", "зькою", "цькою"),
    *("скай", "цкай", "скаю", "цкаю"),
)


def _qualifies(document: Document, match: Match) -> bool:
    """Whether the word is rather a town's adjective before a noun ("Київський суд")."""
    tokens, i = document.tokens, match.first
    following = i + 1
    if not tokens.lower[i].endswith(_QUALIFYING) or following >= len(tokens):
        return False
    return tokens.gap(following) == " " and not tokens.capital[following]


def _of_capitals(document: Document, match: Match) -> Iterator[Reason]:
    if _opens_dateline(document, match):
        yield ("dateline", "", 1.0)
    elif document.loud[match.first]:
        yield ("all-caps", "", -0.5)
    elif len(document.tokens.words[match.first]) <= 5:
        yield ("all-caps", "", -3.5)


def _opens_dateline(document: Document, match: Match) -> bool:
    """Whether the words open a line as a dateline does: "КИЇВ. 5 липня", "PARIS (AFP) -"."""
    tokens, i = document.tokens, match.first
    after = tokens.after(match.last).lstrip()[:2]
    if after[:1] in {"(", "–", "—", "/"} or after == "--":
        return tokens.opens_sentence(i)
    opens = i == 0 or "\n" in tokens.gap(i)
    return opens and after[:1] in {".", ",", "-"}


def commonness(document: Document, match: Match) -> float:
    """How much a name of one word is also an ordinary word.

    Parameters
    ----------
    document
        The text.
    match
        The name.

    Returns
    -------
    weight
        0 for no ordinary word, else negative.
    """
    lexicon, forms = document.lexicon, document.forms
    if _is_named(document, match):
        return 0.0
    word, lower = document.tokens.words[match.first], document.tokens.lower[match.first]
    if lower in lexicon.functional or lower in lexicon.directions:
        return -6.0
    if lower in document.lower:
        return -3.5
    compass = lower in lexicon.compass_adjectives
    if compass or lower in lexicon.common or match.name.form.casefold() in lexicon.common:
        return -3.0 if match.name.best < 5.5 else -2.2
    if lower in lexicon.rare:
        return -1.5
    trusted = forms.dictionary and not document.bare and not _is_geographical(document, match)
    return -2.0 if trusted and "common" in forms.tags(word) else 0.0


def _is_named(document: Document, match: Match) -> bool:
    """Whether a capital inside a sentence makes a region of an ordinary word ("na Zachodzie").

    Only in languages whose nouns have no capital of themselves.
    """
    i = match.first
    place = match.name.top.place
    region = place.feature_class == "L" or place.feature_code == "GOVL"
    if not region or not document.forms.inflect:
        return False
    return document.lang != "de" and not (
        document.tokens.opens_sentence(i) or document.titled[i] or document.loud[i]
    )


def _in_quotes(document: Document, match: Match) -> bool:
    """Whether the name stands in a short quoted title: «Нафтогаз України», "Россия-1"."""
    tokens = document.tokens
    first = next(
        (
            i
            for i in range(match.first, max(-1, match.first - 3), -1)
            if any(c in _QUOTES for c in tokens.gap(i))
        ),
        None,
    )
    # a title begins with a capital; "шантажировать Украину" is somebody's words
    if first is None or tokens.gap(first)[-1] not in _OPENING or not tokens.capital[first]:
        return False
    for i in range(match.last, min(len(tokens) - 1, match.last + 2) + 1):
        after = tokens.after(i)
        if any(c in _QUOTES for c in after):
            return after[0] in _CLOSING
        if "." in after:
            return False
    return False
