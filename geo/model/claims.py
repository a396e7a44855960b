"""Numbers an article states, and what measuring says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geo.model.article import Span
from geo.model.partial_date import PartialDate

__all__ = ["Claim", "Finding", "Quantity", "Source", "Verdict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something comes from; reaches legend, credits and every export.

    Parameters
    ----------
    id
        Key used in the frames' `source_id`.
    title
        Publisher and title, as to be credited.
    url
        Address, or empty.
    licence
        SPDX identifier or name; empty for facts.
    attribution
        The words that the licence asks for; empty if none.
    version
        Version or date of the data.
    evidence
        `seen`, `seen (mirror)`, `memory` or `derived`, for facts.
    published
        When it came out, for facts whose citation tells; a period counts from its first month.
    """

    id: str
    title: str
    url: str = ""
    licence: str = ""
    attribution: str = ""
    version: str = ""
    evidence: str = ""
    published: PartialDate | None = None

    def published_after(self, day: date) -> bool:
        """Whether it is known to have come out after a day."""
        return self.published is not None and not self.published.not_after(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit as the text gives it, and its value in SI-based units.

    Parameters
    ----------
    value
        The number, in `unit`.
    unit
        Canonical unit: `km`, `km2`, `a` (years), `1`...
    written
        Number and unit as they stand in the text.
    low, high
        What the wording admits ("almost", "about", "up to", rounding), in `unit`.
    hedge
        Which wording: `about`, `almost`, `over`, `under`, `up to`, `range`, or empty.
    """

    value: float
    unit: str
    written: str
    low: float
    high: float
    hedge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement with a quantity that could be measured.

    Parameters
    ----------
    kind
        `border-length`, `distance`, `range`, `area`...
    quantity
        What it states.
    subject, object
        What it is about: ISO codes, organisations or place ids; several in `object`.
    span
        Where the quantity stands.
    context
        Span of the sentence.
    """

    kind: str
    quantity: Quantity
    subject: tuple[str, ...]
    object: tuple[str, ...]
    span: Span
    context: Span


class Verdict(StrEnum):
    """What measuring says; never a bare "false"."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A claim beside what was measured and published.

    Parameters
    ----------
    claim
        The claim.
    measured
        Our measure at the finest detail, in the claim's unit; None if it can't be measured.
    low, high
        Honest bounds of measured and published figures.
    verdict
        Consistent, inconsistent or not comparable.
    detail
        At which detail `measured` was taken.
    method
        How, in words.
    reason
        One sentence that says why the verdict is what it is.
    source_ids
        Sources used.
    figures
        The single figures behind it, as (label, value, source id).
    reason_key, reason_values
        The same sentence as a phrase and its values, for other languages.
    """

    claim: Claim
    measured: float | None
    low: float | None
    high: float | None
    verdict: Verdict
    detail: str = ""
    method: str = ""
    reason: str = ""
    source_ids: tuple[str, ...] = ()
    figures: tuple[tuple[str, float, str], ...] = ()
    reason_key: str = ""
    reason_values: tuple[tuple[str, str | float], ...] = ()
