"""What parsing an article gives."""

from __future__ import annotations

from dataclasses import dataclass

from geo.model import BorderPhrase, Resolution, Span

__all__ = ["Parsed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """An article's mentions, resolved, and what was set aside.

    Parameters
    ----------
    lang
        Language that was used, ISO 639-1.
    boilerplate
        Spans set aside as not of the article, in text order.
    resolutions
        Every mention in text order, of every kind. Adjectives and systems carry no candidates
        (their country is `iso_a3`, where known); mentions inside boilerplate have that kind.
    notices
        Things the user should know, (kind, value): `lang-unknown`, `no-analyser`...
    borders
        Phrases that put something at a border, in text order.
    """

    lang: str
    boilerplate: tuple[Span, ...]
    resolutions: tuple[Resolution, ...]
    notices: tuple[tuple[str, str], ...] = ()
    borders: tuple[BorderPhrase, ...] = ()
