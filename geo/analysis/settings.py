"""What a person may choose; hashable, so that it can key a cache."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Correction", "RingChoice", "Settings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RingChoice:
    """A ring a person asked for; hypothetical unless the pair is documented on the date.

    Parameters
    ----------
    site_id
        Key of a site, or empty with `lon` and `lat` given.
    system_id
        Key of a system, or empty with a radius given.
    radius_km
        Overrides the published maximum.
    lon, lat
        A point of the person's own, degrees.
    """

    site_id: str = ""
    system_id: str = ""
    radius_km: float | None = None
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's decision about one surface form: the place it means, or that it is none.

    Parameters
    ----------
    surface
        The words as written.
    place_id
        The place meant; empty: not a place.
    """

    surface: str
    place_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything besides the article that the analysis depends on.

    Parameters
    ----------
    lang
        Language of the article, overriding its own and detection.
    on
        Date of memberships and deployments; None takes the article's, else the facts'.
    viewpoint
        Whose borders: `un`, `de_facto` or `neutral`.
    focus
        Country in focus (ISO alpha-3); None takes the most mentioned.
    rings
        Rings a person asked for.
    corrections
        A person's corrections of mentions.
    """

    lang: str | None = None
    on: date | None = None
    viewpoint: str = "un"
    focus: str | None = None
    rings: tuple[RingChoice, ...] = ()
    corrections: tuple[Correction, ...] = ()
