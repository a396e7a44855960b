"""Mentions joined to the countries that their points lie in; loads no frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from geo.analysis.borderlands import find_borderlands
from geo.analysis.subject import focus_of
from geo.datasets.join import country_at, disputed_at
from geo.geoparse import Parsed, parse
from geo.model import Article, Borderland, Place, Resolution

__all__ = ["join_countries", "read_borderlands", "read_places"]


def read_places(article: Article, *, lang: str | None = None, viewpoint: str = "un") -> Parsed:
    """Find and resolve an article's mentions and join them to countries, and nothing more.

    Parameters
    ----------
    article
        The text.
    lang
        Language, overriding the article's own.
    viewpoint
        Whose borders.
    """
    parsed = parse(article, lang=lang)
    return replace(parsed, resolutions=join_countries(parsed.resolutions, viewpoint=viewpoint))


def read_borderlands(article: Article, parsed: Parsed) -> tuple[Borderland, ...]:
    """Tell whose borders the phrases of an article mean.

    Parameters
    ----------
    article
        The text.
    parsed
        As `read_places` gives it.
    """
    return find_borderlands(
        parsed.borders,
        parsed.resolutions,
        text=article.text,
        focus=focus_of(parsed.resolutions),
    )


def join_countries(
    resolutions: Sequence[Resolution], *, viewpoint: str = "un"
) -> tuple[Resolution, ...]:
    """Replace the gazetteer's country by the one whose polygon holds the point.

    Countries keep their own code: the centre of one may lie outside it. A point that no polygon
    holds, at sea for instance, keeps what the gazetteer says; one in a disputed territory of which
    the viewpoint tells nobody's has no country.

    Parameters
    ----------
    resolutions
        Mentions in the order of the text.
    viewpoint
        Whose borders: `un`, `de_facto` or `neutral`.
    """
    settled = {
        number: place
        for number, resolution in enumerate(resolutions)
        if resolution.mention.kind.drawn
        and (place := resolution.place) is not None
        and _lies_in_a_country(place)
    }
    lons = np.array([place.lon for place in settled.values()], dtype=float)
    lats = np.array([place.lat for place in settled.values()], dtype=float)
    joined = dict(zip(settled, country_at(lons, lats, viewpoint=viewpoint), strict=True))
    nobodys = {
        number for number, iso in joined.items() if iso is None and _is_disputed(settled[number])
    }
    return tuple(
        replace(
            resolution,
            iso_a3=None if number in nobodys else joined.get(number) or resolution.iso_a3,
        )
        for number, resolution in enumerate(resolutions)
    )


def _is_disputed(place: Place) -> bool:
    assert place.lon is not None  # what was joined has a point
    assert place.lat is not None
    return disputed_at(place.lon, place.lat) is not None


def _lies_in_a_country(place: Place) -> bool:
    return (
        place.lon is not None
        and place.iso_a3 is not None
        and not place.feature_code.startswith("PCL")
    )
