"""A text with everything that recognition asks of it, worked out once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geo.geoparse.lexicon import Lexicon
from geo.geoparse.match import Forms, Match, find_matches
from geo.geoparse.senses import Names
from geo.geoparse.tokens import Tokens, tokenise

__all__ = ["Document", "read_document"]

_MARKED = frozenset({"pl", "cs", "sk", "sl", "lt", "lv", "fr"})
"""Languages whose texts hardly ever do without diacritics."""
_LISTS = frozenset({" ", ", ", " & "})
_CYRILLIC = frozenset({"ru", "uk", "be", "bg"})
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Document:
    """A text in one language.

    Parameters
    ----------
    lang
        ISO 639-1 code.
    tokens
        Its words.
    forms, names, lexicon
        The language's readings of words, the gazetteer, and the language's small words.
    lower
        Words that stand in lower case somewhere in the text.
    loud
        Per word, whether its line is in capitals throughout.
    titled
        Per word, whether most words of its line have capitals, as in an English headline (the
        languages that inflect have none: a short sentence full of names is no headline); in a
        line of capitals too.
    bare
        Whether the text leaves out the diacritics that its language has.
    lowered
        Whether the text has no capitals at all; every word is then read as if it had one, and
        only well-known names are taken.
    heads
        For each word of a list of names, the plural that stands behind the list ("counties").
    """

    lang: str
    tokens: Tokens
    forms: Forms
    names: Names
    lexicon: Lexicon
    lower: frozenset[str]
    loud: list[bool]
    titled: list[bool]
    bare: bool
    lowered: bool
    heads: dict[int, str]

    def matches_at(self, index: int) -> list[Match]:
        """The names that begin at a word, longest first."""
        return find_matches(
            self.tokens, index, forms=self.forms, names=self.names, lexicon=self.lexicon
        )

    @property
    def cyrillic(self) -> bool:
        """Whether the language is written in Cyrillic letters."""
        return self.lang in _CYRILLIC

    def starts_adjective(self, word: str) -> bool:
        """Whether a word in lower case begins as some adjective of a country does."""
        return word[:4] in self.lexicon.adjective_starts


def read_document(
    text: str, lang: str, *, forms: Forms, names: Names, lexicon: Lexicon
) -> Document:
    """Split a text into words and look at its lines.

    Parameters
    ----------
    text
        The text.
    lang
        ISO 639-1 code.
    forms, names, lexicon
        The language's resources.
    """
    tokens = tokenise(text, elides=lang == "fr", cyrillic=lang in _CYRILLIC)
    lower = frozenset(
        word for word, capital in zip(tokens.words, tokens.capital, strict=True) if not capital
    )
    loud, titled = _lines(tokens, title_case=not forms.inflect)
    lowered = not any(tokens.capital) and text.islower()
    if lowered:
        tokens, lower, titled = _raised(tokens, lexicon), frozenset(), [True] * len(tokens)
    return Document(
        lang=lang,
        tokens=tokens,
        forms=forms,
        names=names,
        lexicon=lexicon,
        lower=lower,
        loud=loud,
        titled=titled,
        heads=_heads(tokens, lexicon),
        lowered=lowered,
        bare=lang in _MARKED and text.isascii(),
    )


def _raised(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """The words with capitals, but for the small ones."""
    capital = [word.isalpha() and word not in lexicon.functional for word in tokens.lower]
    words = [
        word[:1].upper() + word[1:] if raised else word
        for word, raised in zip(tokens.words, capital, strict=True)
    ]
    return replace(tokens, words=words, capital=capital)


def _lines(tokens: Tokens, *, title_case: bool) -> tuple[list[bool], list[bool]]:
    """Mark the words of lines in capitals, and of lines in title case."""
    size, capital = len(tokens), tokens.capital
    loud, titled = [False] * size, [False] * size
    start = 0
    for end in range(1, size + 1):
        if end < size:
            gap = tokens.gaps[end]
            if gap == " " or not ("\n" in gap or _ends(gap)):
                continue
        words = tokens.words[start:end]
        letters = [word for word in words if len(word) > 1 and word[0].isalpha()]
        if len(letters) >= 2 and sum(map(str.isupper, letters)) > 0.8 * len(letters):
            loud[start:end] = titled[start:end] = [True] * (end - start)
        long = [capital[i] for i, word in enumerate(words, start) if len(word) > 3]
        headline = len(long) >= _HEADLINE_WORDS and sum(long) > _HEADLINE_SHARE * len(long)
        if title_case and headline:
            commas = [gap for gap in tokens.gaps[start + 1 : end] if gap.startswith(",")]
            if len(commas) <= 1:
                titled[start:end] = [True] * (end - start)
        start = end
    return loud, titled


def _ends(gap: str) -> bool:
    return gap[:1] in ".!?" and gap[1:2] == " "


def _heads(tokens: Tokens, lexicon: Lexicon) -> dict[int, str]:
    """Find lists such as "Cooke, Grayson and Love counties"."""
    found: dict[int, str] = {}
    for i, word in enumerate(tokens.lower):
        if word not in lexicon.plural_heads or tokens.gap(i) != " ":
            continue
        position = i - 1
        while position >= 0 and (tokens.capital[position] or _is_and(tokens, position)):
            if tokens.capital[position]:
                found[position] = word
            if tokens.gap(position) not in _LISTS or tokens.opens_sentence(position):
                break
            position -= 1
    return found


def _is_and(tokens: Tokens, index: int) -> bool:
    return tokens.lower[index] in {"and", "or"}
