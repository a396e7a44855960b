"""A border spoken of as a place: the phrase, and the uncertain area that it tells of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.model.article import Span
from geo.model.place import ResolutionStatus

__all__ = ["CONVENTION_KM", "MOST_KM", "BorderPhrase", "Borderland"]

CONVENTION_KM: Final = 30.0
"""Half the width of a borderland of which no distance is told: the "border area" of the European
rules on local border traffic, Regulation (EC) No 1931/2006, article 3 (`memory`: 30 km)."""

MOST_KM: Final = 100.0
"""What is told to lie farther from a border is no borderland any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderPhrase:
    """Words that put something at a border: "10 km from Poland's border with Belarus".

    Parameters
    ----------
    span
        The phrase, from the word that leads to the border to the last country.
    noun
        The word for the border itself.
    ours, theirs
        Mentions of the countries on the one side and on the other; where only one side is told
        it stands in `theirs`.
    sentence
        The sentence around.
    km
        Distance from the border that the text tells, or None.
    union
        Whether the border of an alliance is spoken of ("the EU's border with Belarus").
    """

    span: Span
    noun: Span
    ours: tuple[Span, ...]
    theirs: tuple[Span, ...]
    sentence: Span
    km: float | None = None
    union: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Borderland:
    """What a border phrase means: land along the common border of two countries, told no closer.

    Parameters
    ----------
    span, noun
        As in the phrase.
    surface
        The words as written.
    pairs
        Whose border with whom: ISO 3166-1 alpha-3 codes, each pair in alphabetical order; several
        where a list of countries is named; empty where the text can't tell.
    told_by
        How the other side is known: `phrase`, `sentence` or `focus`; empty when it isn't.
    reason
        Why there is no area: `other-side-unknown`, `several` (countries that could be meant),
        `alliance`, `no-common-border` or `too-far`; empty when there is one.
    width_km
        How far the area reaches on either side of the border, in km.
    width_told
        Whether the text tells that distance; else it is `CONVENTION_KM`.
    """

    span: Span
    noun: Span
    surface: str
    pairs: tuple[tuple[str, str], ...] = ()
    told_by: str = ""
    reason: str = ""
    width_km: float = CONVENTION_KM
    width_told: bool = False

    @property
    def status(self) -> ResolutionStatus:
        """Resolved, ambiguous (whose border isn't told) or NIL (there is no such area)."""
        if self.pairs:
            return ResolutionStatus.RESOLVED
        if self.reason in {"other-side-unknown", "several"}:
            return ResolutionStatus.AMBIGUOUS
        return ResolutionStatus.NIL
