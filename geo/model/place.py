"""Places of the gazetteer, and the reasons for choosing one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.model.article import Mention

__all__ = ["Candidate", "Evidence", "Place", "Resolution", "ResolutionStatus"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A referent: something on the earth that has a name.

    Parameters
    ----------
    id
        Stable identifier with its authority, such as `geonames:625143`.
    name
        Main name in the gazetteer.
    names
        Other names.
    feature_class, feature_code
        GeoNames' classes: A administrative, P settlement, H water, T mountain or island,
        S building, L area.
    iso_a3
        Country the gazetteer puts it in; None for seas and regions of several countries.
    admin1
        First-order division: GeoNames' code, without the country.
    population
        Inhabitants; 0 when unknown.
    lon, lat
        Degrees, WGS 84; None for a region that has no defensible centre.
    precision_km
        Radius within which the point is known; None where the gazetteer doesn't say.
    bbox
        West, south, east, north in degrees, for areas, where known.
    source_id
        Source of the row.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    feature_class: str = ""
    feature_code: str = ""
    iso_a3: str | None = None
    admin1: str = ""
    population: int = 0
    lon: float | None = None
    lat: float | None = None
    precision_km: float | None = None
    bbox: tuple[float, float, float, float] | None = None
    source_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason for or against a reading.

    Parameters
    ----------
    kind
        A short stable key: `population`, `capital`, `country-named`, `comma`, `person-name`...
        `geo.i18n` turns it into a sentence.
    value
        What the reason rests on, as words or a number from the text or the gazetteer.
    weight
        Its share of the score; negative speaks against.
    """

    kind: str
    value: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a mention could mean, with its score in 0..1 and the reasons for it."""

    place: Place
    score: float
    evidence: tuple[Evidence, ...] = ()


class ResolutionStatus(StrEnum):
    """Whether a mention was resolved; both kinds of doubt are results, not errors."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    """Several places fit and the text doesn't choose."""
    NIL = "nil"
    """None fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a mention was taken to mean.

    Parameters
    ----------
    mention
        The mention.
    status
        Resolved, ambiguous or NIL.
    candidates
        Places it could mean, best first; the first one is drawn.
    method
        How it was decided: `gazetteer`, `supplement`, `lexicon`, `correction`...
    evidence
        Reasons for taking the words as a mention of this kind at all (recognition);
        the reasons for each place are the candidates' own.
    iso_a3
        Country, from the join of the point to the boundaries; from the lexicon for
        adjectives; None where there is none.
    """

    mention: Mention
    status: ResolutionStatus
    candidates: tuple[Candidate, ...] = ()
    method: str = ""
    evidence: tuple[Evidence, ...] = ()
    iso_a3: str | None = None

    @property
    def place(self) -> Place | None:
        """The place it was resolved to, or None."""
        if self.status is ResolutionStatus.NIL or not self.candidates:
            return None
        return self.candidates[0].place

    @property
    def score(self) -> float:
        """Score of the chosen candidate; 0 for NIL."""
        if self.status is ResolutionStatus.NIL or not self.candidates:
            return 0.0
        return self.candidates[0].score
