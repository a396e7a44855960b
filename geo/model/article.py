"""An article, the spans in it, and what was mentioned there."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Article", "Mention", "MentionKind", "Modality", "ModalityKind", "Span"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points, `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse ranges that can't slice a text."""
        if not 0 <= self.start <= self.end:
            msg = f"a span must run forward from 0, not {self.start}..{self.end}"
            raise ValueError(msg)

    def of(self, text: str) -> str:
        """The part of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and what is known about where it comes from.

    Parameters
    ----------
    text
        The article as given; every offset in the project counts its code points.
    lang
        ISO 639-1 code, or None when it has to be told from the text.
    title
        Headline, if known apart from the text.
    published
        Day of publication; decides memberships, deployments and spellings.
    url
        Where it was published; never fetched.
    source
        Publisher, or the name of the file it was read from.
    rights
        A note on whose text it is.
    """

    text: str
    lang: str | None = None
    title: str = ""
    published: date | None = None
    url: str = ""
    source: str = ""
    rights: str = ""

    @property
    def id(self) -> str:
        """SHA-256 of the text, normalised so that copies of one article agree (hexadecimal)."""
        text = unicodedata.normalize("NFC", " ".join(self.text.split()))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class MentionKind(StrEnum):
    """What a mention is, and so how it may be drawn."""

    PLACE = "place"
    """A country, region with a centre, settlement: drawn."""
    FACILITY = "facility"
    """A building or site: drawn."""
    REGION = "region"
    """An area without a point ("the West"): drawn as an area or a label, never as a pin."""
    METONYM = "metonym"
    """A capital that stands for its government: drawn as the capital, marked."""
    SYSTEM = "system"
    """A weapon: not geocoded; leads to its documented deployments."""
    ADJECTIVE = "adjective"
    """Evidence for a country only; never drawn."""
    BOILERPLATE = "boilerplate"
    """Newsletter lines and the like; never drawn."""

    @property
    def drawn(self) -> bool:
        """Whether mentions of this kind reach the map."""
        return self in _DRAWN


_DRAWN = frozenset(
    {MentionKind.PLACE, MentionKind.FACILITY, MentionKind.REGION, MentionKind.METONYM}
)


class ModalityKind(StrEnum):
    """What the text says of the event at a place; `UNKNOWN` when it doesn't tell."""

    HAPPENED = "happened"
    PLANNED = "planned"
    CLAIMED = "claimed"
    DENIED = "denied"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """How the text presents what it says of a place, and by whom it is said.

    Parameters
    ----------
    kind
        Happened, planned, claimed, denied, or unknown.
    by
        Who says so, in the article's words; empty when the text doesn't tell.
    cue
        Where the words are that show it, or None.
    """

    kind: ModalityKind
    by: str = ""
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One toponym (or weapon, or adjective) found in a text.

    Parameters
    ----------
    span
        Where it stands.
    surface
        The words as written.
    lemma
        The dictionary form under which the gazetteer was asked.
    kind
        What it is.
    modality
        How the text presents what happens there, where it tells.
    """

    span: Span
    surface: str
    lemma: str
    kind: MentionKind
    modality: Modality | None = None
