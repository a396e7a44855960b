"""Weapon systems in a text: family names of the fact tables, and designations such as Su-25."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.datasets.facts_systems import system_names, systems_named
from geo.gazetteer import fold
from geo.geoparse.document import Document

__all__ = ["SystemMention", "find_systems"]

_DESIGNATION = re.compile(
    # maker's letters and a number, with or without a hyphen and a variant
    r"(?<![\w-])(?:"
    r"(?:Su|Sukhoi|MiG|Mig|Tu|Ka|Mi|An|Il|Jak|Yak|Су|МиГ|МіГ|Ту|Ка|Ми|Мі|Ил|Іл|Як)[-‑–]\d{1,3}[A-ZА-ЯІ]{0,3}"
    r"|(?:F|B|A|E|C|P|U|S|T|С|Т|А|Ф|В|MQ|RQ|AH|UH|KC|EA|EF|MH|CH)[-‑–]\d{1,3}[A-ZА-ЯІ]{0,3}"
    r"|(?:AGM|AIM|MGM|RIM|BGM|SM|PAC|BM|RS|SS|SA|PL|DF|JL|KN|Kh|Ch|Х|РС|БМ|УР)[-‑–]\d{1,4}[A-ZА-ЯІ]{0,3}"
    r")(?![\w])"
)
_NUMBERED = re.compile(r"[-‑–]\d")
"""What every designation has, found sooner."""
_AMBIGUOUS = re.compile(r"^(?:A|B|C|E|P|U|T|А|В|С|Т|S)[-‑–]?\d{1,2}[A-Z]?$")
"""Also roads, vitamins and forms: taken only when the fact tables have them."""


@dataclass(frozen=True, slots=True)
class SystemMention:
    """A weapon system in the text.

    Parameters
    ----------
    start, end
        Where it stands, in code points.
    lemma
        The name under which the tables know it, or as written.
    known
        Whether the fact tables have it.
    """

    start: int
    end: int
    lemma: str
    known: bool


def find_systems(document: Document) -> Iterator[SystemMention]:
    """Find weapon systems.

    Parameters
    ----------
    document
        The text.
    """
    tokens = document.tokens
    ended = -1
    numbered = _NUMBERED.search(tokens.text) is not None
    for match in _DESIGNATION.finditer(tokens.text) if numbered else ():
        known = bool(systems_named(match[0]))
        if known or not _AMBIGUOUS.match(match[0]):
            yield SystemMention(match.start(), match.end(), match[0], known)
    starts = _starts()
    for i, key in enumerate(tokens.keys):
        if not tokens.capital[i] or key[:4] not in starts or tokens.starts[i] < ended:
            continue
        found = _family(document, i)
        if found is not None:
            ended = found.end
            yield found


def _family(document: Document, index: int) -> SystemMention | None:
    """A family's name at a word, with a variant behind a hyphen if the tables know it."""
    tokens = document.tokens
    start, end = tokens.starts[index], tokens.ends[index]
    variant = re.compile(r"[-‑–]\w{1,3}\b").match(tokens.text, end)
    if variant is not None and systems_named(tokens.text[start : variant.end()]):
        return SystemMention(start, variant.end(), tokens.text[start : variant.end()], known=True)
    forms = document.forms.of(tokens.words[index])
    for form in forms:
        if systems_named(form.lemma.form):
            return SystemMention(start, end, form.lemma.form, known=True)
    return None


@functools.cache
def _starts() -> frozenset[str]:
    """The first four letters of each family's name: a quick test."""
    return frozenset(
        fold(name)[:4] for name in system_names() if name[:1].isalpha() and len(name) > 3
    )
