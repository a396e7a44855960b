"""A person's corrections, applied to every mention of the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from geo.analysis.settings import Correction
from geo.errors import InputError
from geo.gazetteer import open_index
from geo.model import Candidate, Evidence, Place, Resolution, ResolutionStatus

__all__ = ["corrected"]

_OF_ITS_TEXT: Final = "unlisted:"
"""Ids of streets and parks put into the town their own text speaks of: nowhere in another text."""


def corrected(
    resolutions: Sequence[Resolution], corrections: Iterable[Correction]
) -> tuple[Resolution, ...]:
    """Apply a person's decisions; the later one on the same words wins.

    Parameters
    ----------
    resolutions
        Mentions as the geoparser resolved them.
    corrections
        Decisions by surface form, as written in the text.

    Returns
    -------
    tuple of Resolution
        Same length and order. A corrected mention has the method `correction`; one that was
        declared no place is NIL, and listed as such.
    """
    wanted = {c.surface: c for c in corrections}
    if not wanted:
        return tuple(resolutions)
    return tuple(
        _apply(r, wanted[r.mention.surface]) if r.mention.surface in wanted else r
        for r in resolutions
    )


def _apply(resolution: Resolution, correction: Correction) -> Resolution:
    reason = Evidence(kind="correction", value=correction.surface, weight=1.0)
    if not correction.place_id:
        return replace(
            resolution,
            status=ResolutionStatus.NIL,
            method="correction",
            evidence=(*resolution.evidence, reason),
            iso_a3=None,
        )
    known = [c.place for c in resolution.candidates if c.place.id == correction.place_id]
    if not known and correction.place_id.startswith(_OF_ITS_TEXT):
        return resolution
    runners_up = tuple(c for c in resolution.candidates if c.place.id != correction.place_id)
    chosen = known[0] if known else _place(correction.place_id)
    return replace(
        resolution,
        status=ResolutionStatus.RESOLVED,
        method="correction",
        candidates=(Candidate(place=chosen, score=1.0, evidence=(reason,)), *runners_up),
        iso_a3=chosen.iso_a3,
    )


def _place(place_id: str) -> Place:
    index = open_index()
    row = index.row(place_id)
    if row is None:
        raise InputError(
            f"The gazetteer has no place {place_id!r}.", hint="Choose one of the candidates."
        )
    place: Place = index.place(row)
    return place
