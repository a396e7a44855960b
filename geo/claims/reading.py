"""What a quantity was taken to be said of, and what came before it in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from geo.claims.quantities import Stated
from geo.claims.sentence import Actor, ActorKind, Sentence
from geo.model import Claim, Place

__all__ = ["Context", "Reading", "claim_of"]

_REMEMBERED: Final = 12
"""How many of those named before "its border" may go back to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A claim, with what its check needs besides.

    Parameters
    ----------
    claim
        The claim.
    partial
        Whether a length may be that of a part of a border: "186 km of the border".
    whole
        Whether it is all borders of a country together.
    another_year
        Whether an alliance's border is spoken of with another year than that of the memberships.
    places
        Ends of a distance that are places; the claim's keys are their ids.
    by_road
        Whether the sentence speaks of a way by road or rail.
    radius
        Whether the sentence speaks of a combat radius.
    """

    claim: Claim
    partial: bool = False
    whole: bool = False
    another_year: bool = False
    places: tuple[Place, ...] = ()
    by_road: bool = False
    radius: bool = False


@dataclass(slots=True, kw_only=True)
class Context:
    """What the reading of a sentence needs from outside it.

    Parameters
    ----------
    on
        Day of memberships.
    recent
        Whom the sentences before have named, the latest sentence first.
    taken
        Groups of the sentence that its earlier quantities took as the other side of a border.
    """

    on: date
    recent: list[Actor] = field(default_factory=list)
    taken: list[tuple[Actor, ...]] = field(default_factory=list)

    def leave(self, sentence: Sentence) -> None:
        """Remember whom a sentence named, its topic first, and go on to the next."""
        named = sorted(sentence.actors, key=lambda actor: actor.kind is ActorKind.ALLIANCE)
        self.recent = [*named, *self.recent][:_REMEMBERED]
        self.taken = []


def claim_of(
    sentence: Sentence,
    stated: Stated,
    kind: str,
    *,
    subject: Iterable[str] = (),
    object_: Iterable[str] = (),
) -> Claim:
    """Make a claim of a quantity in a sentence."""
    return Claim(
        kind=kind,
        quantity=stated.quantity,
        subject=tuple(dict.fromkeys(subject)),
        object=tuple(dict.fromkeys(object_)),
        span=stated.span,
        context=sentence.span,
    )
