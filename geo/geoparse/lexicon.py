"""The small words that tell a place from a person, an organisation or an ordinary word.

One TOML file per language, `data/geoparse/lexicon/<lang>.toml`; each key below is a list of
strings, every one optional. An entry is a word in lower case, or a stem with a trailing star that
stands for any ending: `prezydent*` covers `prezydentem`. Inflected words are best given as stems.
Phrases (several words, each possibly with a star) are allowed in `boilerplate`, `datelines` and
the modality lists. Nothing here comes from a corpus: words of the language only, no places.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field, fields
from typing import Self

from geo.datasets.lexicons import read_gathered_words, read_lexicon_words

__all__ = ["Lexicon", "Phrases", "Words", "lexicon"]


_REMEMBERED = 50_000


class Words(frozenset[str]):
    """A set of words and stems, asked a thousand times a text: a plain set if there are no stems.

    Parameters
    ----------
    entries
        Words, and stems with a star behind.
    """

    __slots__ = ()

    def __new__(cls, entries: tuple[str, ...] = ()) -> Self:
        """Make a set of words; one with stems answers differently."""
        exact = (e.casefold() for e in entries if not e.endswith("*"))
        stems = frozenset(e[:-1].casefold() for e in entries if e.endswith("*"))
        if not stems:
            return super().__new__(cls, exact)
        made = super().__new__(_WithStems, exact)
        made.stems = stems
        made.lengths = tuple(sorted({len(stem) for stem in stems}))
        made.answers = {}
        return made  # type: ignore[return-value]  # a child of this very class


class _WithStems(Words):
    """A set of words that holds every word which begins with one of its stems as well."""

    __slots__ = ("answers", "lengths", "stems")

    stems: frozenset[str]
    lengths: tuple[int, ...]
    answers: dict[str, bool]

    def __contains__(self, word: object) -> bool:
        """Whether the word, in lower case, is listed or begins with a listed stem."""
        assert isinstance(word, str)
        answer = self.answers.get(word)
        if answer is None:
            answer = super().__contains__(word) or any(
                n <= len(word) and word[:n] in self.stems for n in self.lengths
            )
            if len(self.answers) < _REMEMBERED:
                self.answers[word] = answer
        return answer

    def __bool__(self) -> bool:
        """Whether anything is listed."""
        return True


class Phrases:
    """A list of phrases, searched in running text without regard to case."""

    __slots__ = ("_entries", "_lowered", "_pattern")

    def __init__(self, entries: tuple[str, ...] = ()) -> None:
        self._entries = entries
        self._pattern: re.Pattern[str] | None = None
        self._lowered: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """One expression for all phrases, longest first; one that never matches if none."""
        if self._pattern is None:
            body = _one_of(sorted(self._entries, key=lambda e: (-len(e), e)))
            self._pattern = re.compile(
                rf"(?<!\w)(?:{body})(?!\w)" if body else r"(?!)", re.IGNORECASE
            )
        return self._pattern

    def glimpse(self, text: str) -> list[re.Match[str]]:
        """Find where phrases stand, or seem to: one look at a whole text in lower case.

        Phrases that overlap may hide one another. It is made to tell the many sentences without
        any: in lower case the expression takes half the time.
        """
        if self._lowered is None:
            body = _one_of(sorted({entry.lower() for entry in self._entries}))
            self._lowered = re.compile(rf"(?<!\w)(?:{body})(?!\w)" if body else r"(?!)")
        lowered = text.lower()
        if len(lowered) != len(text):  # some capitals grow: offsets must stay
            lowered = "".join([letter.lower()[:1] for letter in text])
        return list(self._lowered.finditer(lowered))


def _one_of(entries: list[str]) -> str:
    """An expression for any of the phrases; alike beginnings are tried together, for speed."""
    alike: dict[str, list[str]] = {}
    for entry in entries:
        start = entry[:2] if entry[:2].isalpha() else ""
        written = r"\s+".join(re.escape(w).replace(r"\*", r"\w*") for w in entry.split())
        alike.setdefault(start, []).append(written[len(start) :])
    return "|".join(f"{start}(?:{'|'.join(rest)})" for start, rest in alike.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of one language.

    Parameters
    ----------
    given
        First names in the dictionary form ("anna"): what follows may be a surname.
    given_rare
        First names that are mostly something else ("paris", "will").
    surnames
        Surnames that are also names of places.
    nobles
        Titles of nobility, which a place follows ("comte", "duc").
    titles
        Titles and roles before a person ("prezydent*", "mr", "gen").
    person_verbs
        Verbs of people alone ("married", "urodził*"): their subject is a person.
    person_nouns
        Nouns behind a person's name ("administration", "doctrine").
    government_verbs
        Verbs that make a capital stand for its government ("planuje", "said", "ostrzeg*").
    government_nouns
        Nouns before a capital in the genitive or after it that do the same ("wsparci*",
        "stanowisk*").
    relations
        Prepositions of relations between governments ("with", "między").
    organisations
        Heads before a name ("ministerstw*", "university", "bank*", "fc").
    organisation_tails
        Words after a name that make it an organisation ("times", "united", "bank", "airlines").
    institution_tails
        Words after a name that may make it an institution's ("university", "hotel").
    newspapers, clubs, products
        Words beside a name that make it a newspaper, a club, a product.
    facilities
        Heads of facilities ("lotnisk*", "airport", "elektrowni*").
    streets
        Words of street names, before or after ("ul", "street", "plac*").
    features
        Generic terms behind a name that make up a street's, park's or water's ("street").
    feature_lists
        Plurals behind a list of names of streets or waters ("streets", "rivers").
    buildings
        Generic terms behind a name that make up an institution's ("hospital", "detention
        center").
    landmarks
        The same for sites that aren't called so after their town alone ("stadium", "zoo").
    kinds
        Words before such a term that tell its kind and make no name ("regional").
    settlements
        Terms in lower case behind a name or before it and "of" that make it a place ("village").
    fore_terms
        Terms with a capital before a name that make it one of a street, quarter or site ("fort").
    roads
        Generic terms before a number that make up a road's ("highway").
    place_heads
        Generic terms before a name ("obwód", "obwod*", "rejon*", "city of", "lake", "rzek*").
    place_tails
        Generic terms after a name ("county", "област*", "region").
    plural_heads
        Plurals behind a list of names, and the feature code they ask for (`counties=ADM2`).
    ranks
        Words behind a name, or before it and "of", and the feature code or class that they ask
        for (`governor=ADM1`, `mayor=P`).
    fore_ranks
        Words right before a name, and the class that they ask for (`řeka=H`, `město=P`).
    nature_tails
        Generic terms after a name that make it another thing than a settlement ("river").
    locatives
        Prepositions that lead to places ("w", "do", "near", "koło").
    compass_adjectives
        Adjectives that make a part of a country a name of its own ("Южна Финландия").
    district_tails
        Nouns behind a town's genitive that make it the name of a district ("Utenos apskritis").
    unions
        Nouns of alliances of states beside an adjective of a region ("unia", "союз*").
    words
        Words of the language that are no names, if there is a list.
    common
        Words of the language that are also names of places ("reading", "mai"), lower case.
    rare
        The same for words that are rarely met.
    functional
        Articles, pronouns, conjunctions and the like that open sentences with a capital.
    peoples
        Nouns for people of a place that look like one ("polak*", "chińczyk*").
    boilerplate
        Phrases of newsletters, cookies, credits, "read more".
    datelines
        News agencies and words that close a dateline ("ap", "reuters", "pap", "риа").
    directions
        Compass words: offsets ("na wschód od", "north of") as `direction=degrees` pairs.
    abbreviations
        Names abbreviated in the language's press, as `minn=Minnesota` pairs.
    codes
        Names written as capitals without dots (`tx=Texas`, `nsw=New South Wales`); those of two
        letters only behind a comma.
    adjectives
        Adjectives of countries as `białoruski=BLR` pairs, dictionary form to ISO 3166 alpha-3;
        of regions with nothing behind the sign (`sowiecki=`).
    combining
        First parts of compound adjectives as `franco=FRA` pairs, where they aren't the adjective's
        stem with a vowel.
    compass_nouns
        Nouns that make "western" a direction ("bank", "flank"), not the West.
    planned, claimed, denied, happened
        Phrases that show how an event is presented.
    presented
        The phrases of all four.
    adjective_starts
        The first four letters of each adjective: a quick test that spares the analyser.
    direction_starts
        The same of the directions.
    capitals
        Whether every full word of a name has a capital, as in English.
    """

    given: Words = field(default_factory=Words)
    given_rare: Words = field(default_factory=Words)
    surnames: Words = field(default_factory=Words)
    nobles: Words = field(default_factory=Words)
    titles: Words = field(default_factory=Words)
    person_verbs: Words = field(default_factory=Words)
    person_nouns: Words = field(default_factory=Words)
    government_verbs: Words = field(default_factory=Words)
    government_nouns: Words = field(default_factory=Words)
    relations: Words = field(default_factory=Words)
    organisations: Words = field(default_factory=Words)
    organisation_tails: Words = field(default_factory=Words)
    institution_tails: Words = field(default_factory=Words)
    newspapers: Words = field(default_factory=Words)
    clubs: Words = field(default_factory=Words)
    products: Words = field(default_factory=Words)
    facilities: Words = field(default_factory=Words)
    streets: Words = field(default_factory=Words)
    features: Words = field(default_factory=Words)
    feature_lists: Words = field(default_factory=Words)
    buildings: Words = field(default_factory=Words)
    landmarks: Words = field(default_factory=Words)
    kinds: Words = field(default_factory=Words)
    settlements: Words = field(default_factory=Words)
    fore_terms: Words = field(default_factory=Words)
    roads: Words = field(default_factory=Words)
    place_heads: Words = field(default_factory=Words)
    place_tails: Words = field(default_factory=Words)
    plural_heads: dict[str, str] = field(default_factory=dict)
    ranks: dict[str, str] = field(default_factory=dict)
    fore_ranks: dict[str, str] = field(default_factory=dict)
    nature_tails: Words = field(default_factory=Words)
    locatives: Words = field(default_factory=Words)
    compass_adjectives: Words = field(default_factory=Words)
    district_tails: Words = field(default_factory=Words)
    unions: Words = field(default_factory=Words)
    words: Words = field(default_factory=Words)
    common: Words = field(default_factory=Words)
    rare: Words = field(default_factory=Words)
    functional: Words = field(default_factory=Words)
    peoples: Words = field(default_factory=Words)
    boilerplate: Phrases = field(default_factory=Phrases)
    datelines: Phrases = field(default_factory=Phrases)
    directions: dict[str, str] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    combining: dict[str, str] = field(default_factory=dict)
    compass_nouns: Words = field(default_factory=Words)
    planned: Phrases = field(default_factory=Phrases)
    claimed: Phrases = field(default_factory=Phrases)
    denied: Phrases = field(default_factory=Phrases)
    happened: Phrases = field(default_factory=Phrases)
    presented: Phrases = field(default_factory=Phrases)
    adjective_starts: frozenset[str] = frozenset()
    direction_starts: frozenset[str] = frozenset()
    capitals: bool = False


_CYRILLIC = frozenset({"ru", "uk", "be", "bg"})
_DERIVED = frozenset({"presented", "adjective_starts", "direction_starts", "capitals"})
_PAIRS = frozenset(
    {"abbreviations", "plural_heads", "ranks", "fore_ranks", "codes", "adjectives"}
    | {"combining", "directions"}
)
_PRESENTED = frozenset({"planned", "claimed", "denied", "happened"})
_PHRASES = _PRESENTED | {"boilerplate", "datelines"}


@functools.cache
def lexicon(lang: str) -> Lexicon:
    """Load the words of a language.

    Persons with English names are met in texts of every language. A language without a
    file gets nothing else.
    """
    written, gathered = read_lexicon_words(lang), read_gathered_words(lang)
    shared = _shared(lang)
    made: dict[str, Words | Phrases | dict[str, str]] = {}
    for one in fields(Lexicon):
        if one.name in _DERIVED:
            continue
        entries = tuple(
            entry for lists in (written, gathered, shared) for entry in lists.get(one.name, ())
        )
        if one.name in _PAIRS:
            made[one.name] = dict(entry.split("=", 1) for entry in entries)
        elif one.name in _PHRASES:
            made[one.name] = Phrases(entries)
        else:
            made[one.name] = Words(entries)
    adjectives = made["adjectives"]
    directions = made["directions"]
    assert isinstance(adjectives, dict)
    assert isinstance(directions, dict)
    return Lexicon(
        **made,  # type: ignore[arg-type]  # each field's type was chosen above
        capitals=lang == "en",
        presented=Phrases(
            tuple(
                entry
                for kind in _PRESENTED
                for lists in (written, gathered, shared)
                for entry in lists.get(kind, ())
            )
        ),
        direction_starts=frozenset(name[:4] for name in directions),
        adjective_starts=frozenset(lemma[:4] for lemma in adjectives),
    )


def _shared(lang: str) -> dict[str, tuple[str, ...]]:
    """The words that texts of several languages have in common.

    Persons with English names are met everywhere; words of international clubs and firms in every
    language but English, which has ordinary words among them; first names of neighbours in the
    languages of one script.
    """
    english = read_gathered_words("en")
    shared = {
        "given": english.get("given_everywhere", ()),
        "surnames": english.get("surnames", ()),
    }
    if lang == "en":
        return shared
    script = "cyrillic" if lang in _CYRILLIC else "latin"
    shared["given"] += read_gathered_words("mul").get(f"given_{script}", ())
    for key, words in read_lexicon_words("mul").items():
        shared[key] = shared.get(key, ()) + words
    return shared
