"""Border phrases made into borderlands: whose border with whom; loads no frames.

The phrase may tell both countries. If it tells one, the other is the only neighbour that the
sentence names, else the country in focus; several neighbours, or none, can't be told apart, and
there is no area then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from geo.datasets.lengths import adjacency
from geo.model import (
    CONVENTION_KM,
    Borderland,
    BorderPhrase,
    MentionKind,
    Resolution,
    ResolutionStatus,
    Span,
)
from geo.model.borderland import MOST_KM

__all__ = ["borderland_id", "find_borderlands"]

_LISTED = re.compile(r"[\s,]*(?:\w{1,3})?\s*")
"""Between two countries of one list: a comma, or a short word for "and"."""


def borderland_id(number: int) -> str:
    """Name the borderland that stands at this place in the text's order, from 0."""
    return f"b{number}"


def find_borderlands(
    phrases: Iterable[BorderPhrase],
    resolutions: Sequence[Resolution],
    *,
    text: str,
    focus: str | None,
) -> tuple[Borderland, ...]:
    """Tell whose border each phrase means.

    Parameters
    ----------
    phrases
        As the geoparser found them.
    resolutions
        The text's mentions, corrected and joined to countries; a phrase whose countries were
        corrected away is left out.
    text
        The article's text.
    focus
        Country in focus, or None.

    Returns
    -------
    borderlands
        In the order of the text; those without a pair say why.
    """
    reader = _Pairing(resolutions, text, focus)
    return tuple(found for phrase in phrases if (found := reader.read(phrase)) is not None)


class _Pairing:
    """Finds the pair of each phrase of one text."""

    def __init__(self, resolutions: Sequence[Resolution], text: str, focus: str | None) -> None:
        self._resolutions = resolutions
        self._text = text
        self._focus = focus
        self._named = {r.mention.span: iso for r in resolutions if (iso := _country(r)) is not None}

    def read(self, phrase: BorderPhrase) -> Borderland | None:
        """Tell whose border a phrase means; None where it names no country after all."""
        theirs = self._isos(phrase.theirs)
        ours = [iso for iso in self._isos(phrase.ours) if iso not in theirs]
        if not theirs:
            ours, theirs = [], ours
        if not theirs:
            return None
        told_by, reason = "phrase", ""
        if not ours and phrase.union:
            reason = "alliance"
        elif not ours:
            ours, told_by, reason = self._other_side(phrase, theirs)
        pairs = _pairs(ours, theirs)
        if ours and not pairs:
            reason = "no-common-border"
        if phrase.km is not None and phrase.km > MOST_KM:
            pairs, reason = (), "too-far"
        return Borderland(
            span=phrase.span,
            noun=phrase.noun,
            surface=phrase.span.of(self._text),
            pairs=pairs,
            told_by=told_by if pairs else "",
            reason=reason,
            width_km=CONVENTION_KM if phrase.km is None else round(phrase.km, 1),
            width_told=phrase.km is not None,
        )

    def _other_side(
        self, phrase: BorderPhrase, theirs: Sequence[str]
    ) -> tuple[list[str], str, str]:
        """Choose the country across: its code in a list, how it is known, and why it isn't."""
        focus, nearby = self._focus, self._nearby(phrase, theirs)
        found = list(dict.fromkeys(iso for iso, _ in nearby))
        if len(found) == 1:
            return found, "sentence", ""
        if focus is not None and all(focus in adjacency().get(iso, ()) for iso in theirs):
            if not found:
                return [focus], "focus", ""
            # "Poland, Lithuania and Latvia guard the border with Belarus" doesn't mean the first
            if focus in found and not _is_listed(focus, nearby, self._text):
                return [focus], "focus", ""
        return [], "", "several" if found else "other-side-unknown"

    def _nearby(self, phrase: BorderPhrase, theirs: Sequence[str]) -> list[tuple[str, Span]]:
        """Countries of the sentence, outside the phrase, that border all of those named in it."""
        beside = set.intersection(*(set(adjacency().get(iso, ())) for iso in theirs))
        return [
            (resolution.iso_a3, span)
            for resolution in self._resolutions
            if resolution.iso_a3 in beside
            and _speaks(resolution)
            and (span := resolution.mention.span).overlaps(phrase.sentence)
            and not span.overlaps(phrase.span)
        ]

    def _isos(self, spans: Iterable[Span]) -> list[str]:
        return list(dict.fromkeys(self._named[span] for span in spans if span in self._named))


def _is_listed(iso: str, nearby: Sequence[tuple[str, Span]], text: str) -> bool:
    """Whether a country stands in a list with another one."""
    return any(
        iso in {before, after} and _LISTED.fullmatch(text, first.end, second.start) is not None
        for (before, first), (after, second) in pairwise(nearby)
        if before != after
    )


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> tuple[tuple[str, str], ...]:
    touching = [(min(a, b), max(a, b)) for a in ours for b in theirs if b in adjacency().get(a, ())]
    return tuple(dict.fromkeys(touching))


def _country(resolution: Resolution) -> str | None:
    """The country that a mention names, by name or adjective."""
    if not _speaks(resolution):
        return None
    if resolution.mention.kind is MentionKind.ADJECTIVE:
        return resolution.iso_a3
    place = resolution.place
    if place is None or not place.feature_code.startswith("PCL"):
        return None
    return resolution.iso_a3 or place.iso_a3


def _speaks(resolution: Resolution) -> bool:
    """Whether a mention says anything of a country; boilerplate and weapons don't."""
    if resolution.mention.kind is MentionKind.ADJECTIVE:
        return True
    return resolution.mention.kind.drawn and resolution.status is not ResolutionStatus.NIL
