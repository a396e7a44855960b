"""What a recognised name is: place, facility, region, or a capital for its government."""

from __future__ import annotations

from geo.geoparse.document import Document
from geo.geoparse.match import Match
from geo.model import MentionKind, Place

__all__ = ["government", "kind_of"]

_REGIONS = frozenset({"L", "V"})
_FORMER = frozenset({"PCLH", "ADM1H"})
_PENINSULA = "PEN"
_NOUN_REACH = 3


def kind_of(place: Place) -> MentionKind:
    """Tell what a place is drawn as.

    Parameters
    ----------
    place
        A place of the gazetteer.
    """
    if place.lon is None or place.feature_class in _REGIONS or place.feature_code in _FORMER:
        return MentionKind.REGION
    if place.feature_code == _PENINSULA and place.iso_a3 is None:
        return MentionKind.REGION  # the Balkans, Arabia: several countries share them
    if place.feature_class == "S":
        return MentionKind.FACILITY
    return MentionKind.PLACE


def government(document: Document, match: Match, place: Place) -> str | None:
    """Find the word that makes a capital stand for its government.

    Parameters
    ----------
    document
        The text.
    match
        The mention.
    place
        What it was resolved to.

    Returns
    -------
    cue
        The verb ("Moskwa planuje") or noun ("wsparcie Moskwy"), or None.
    """
    if place.feature_code != "PPLC":
        return None
    tokens, lexicon = document.tokens, document.lexicon
    before = match.first - 1
    if before >= 0 and tokens.gap(match.first) in {" ", "\u00a0", "\n"}:
        if tokens.lower[before] in lexicon.locatives:
            return _between_governments(document, match)
        if not match.as_written and tokens.lower[before] in lexicon.government_nouns:
            return tokens.words[before]
        if tokens.lower[before] in lexicon.government_verbs and not lexicon.capitals:
            return tokens.words[before]  # "warnte Taipeh"
    if document.forms.inflect and not match.as_written:
        return _addressed(document, match)  # a subject stands in the nominative
    return _acting(document, match)


_DATIVES: dict[str, tuple[str, ...]] = {
    "ru": ("у", "ю", "е"),
    "uk": ("у", "ю", "ові", "еві", "і"),
    "be": ("у", "ю", "е"),
}
_THEY: dict[str, tuple[str, ...]] = {"ru": ("ли",), "uk": ("ли",), "be": ("лі",)}
"""Endings of the plural past, which names nobody: "Кишинёву вручили ноту"."""


def _addressed(document: Document, match: Match) -> str | None:
    """The verb of what is done to a capital that opens the sentence in the dative."""
    tokens, following = document.tokens, match.last + 1
    if following >= len(tokens) or not tokens.opens_sentence(match.first):
        return None
    dative = tokens.lower[match.last].endswith(_DATIVES.get(document.lang, ("\0",)))
    verb = tokens.lower[following].endswith(_THEY.get(document.lang, ("\0",)))
    if dative and verb and tokens.gap(following) == " " and not tokens.capital[following]:
        return tokens.words[following]
    return None


def _acting(document: Document, match: Match) -> str | None:
    """The verb, or the noun of governments, right behind the capital, or one word on."""
    tokens, lexicon = document.tokens, document.lexicon
    second = match.last + 2
    if (
        second + 1 < len(tokens)
        and tokens.lower[second - 1] in lexicon.functional
        and tokens.capital[second]
        and tokens.lower[second + 1] in lexicon.government_verbs
    ):
        return tokens.words[second + 1]  # "Berlin und Paris fordern"
    for j in range(match.last + 1, min(len(tokens), match.last + 3)):
        if tokens.gap(j) not in {" ", "\u00a0"}:
            return None
        word = tokens.lower[j]
        if word in lexicon.government_verbs:
            return tokens.words[j]
        if j == match.last + 1 and (word in lexicon.government_nouns or _acts(document, j)):
            return tokens.words[j]
    return None


_VERB_ENDINGS: dict[str, tuple[str, ...]] = {
    "ru": ("ла", "л", "лась", "лся"),
    "uk": ("ла", "в", "лася", "вся"),
    "be": ("ла", "ў", "лася", "ўся"),
    "pl": ("ła", "ł"),
    "cs": ("la", "l"),
    "sk": ("la", "l"),
    "de": ("t", "te"),
}
"""Endings of verbs in the third person singular: past, in German also present."""
_STATES = frozenset(
    {"стала", "остал", "осталась", "находилась", "лежала", "выросла", "виросла", "залишилась"}
    | {"leżał", "leżała", "stał", "stała", "została", "został", "ležela", "ležala", "zůstala"}
    | {"liegt", "bleibt", "zählt", "gehört", "grenzt", "wächst", "steht", "heißt", "besteht"}
    | {"umfasst", "hatte", "sollte", "konnte", "nicht", "jetzt", "zuletzt", "selbst", "samt"}
)
"""Verbs of being, which say something of the city, and words that only look like verbs."""


def _acts(document: Document, index: int) -> bool:
    """Whether the word is a verb of acting by its ending ("Москва вышла", "Peking erkennt")."""
    tokens = document.tokens
    word = tokens.lower[index]
    endings = _VERB_ENDINGS.get(document.lang, ())
    known = document.lexicon
    if (
        tokens.capital[index]
        or len(word) < 5
        or word in _STATES
        or not word.endswith(endings or ("\0",))
    ):
        return False
    return not (word in known.functional or word in known.locatives or word in known.adjectives)


def _between_governments(document: Document, match: Match) -> str | None:
    """Talks "with Moscow", relations "between Warsaw and Kyiv": a noun before the preposition."""
    tokens, lexicon = document.tokens, document.lexicon
    preposition = tokens.lower[match.first - 1]
    if preposition not in lexicon.relations:
        return None
    for j in range(match.first - 2, max(-1, match.first - 2 - _NOUN_REACH), -1):
        if not tokens.gap(j + 1).isspace():
            return None
        if tokens.lower[j] in lexicon.government_nouns:
            return tokens.words[j]
    return None
