"""The gazetteer as a geopy geocoder, so that geopandas and others can ask it.

>>> import geo, geopandas
>>> geopandas.tools.geocode(["Hajnówka", "Grodno"], provider=geo.Gazetteer)  # doctest: +SKIP

Unlike a web service it answers without a network, and a name it doesn't know gives None rather
than an error, so one such name doesn't empty the answer for the others.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.errors import InputError
from geo.gazetteer.lookup import PlaceIndex, Posting, open_index
from geo.model import Place

__all__ = ["Gazetteer"]

_FARTHEST_KM: Final = 50.0


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """Offline geocoder over the shipped gazetteer.

    Parameters
    ----------
    without
        Origins of rows to leave out, such as `postal`.
    **kwargs
        Taken and ignored (`timeout`, `user_agent`...): callers configure web services so.
    """

    def __init__(self, *, without: frozenset[str] = frozenset(), **kwargs: object) -> None:
        del kwargs
        super().__init__(scheme="https", timeout=1)
        self._index: PlaceIndex = open_index(without)

    def geocode(
        self,
        query: str,
        exactly_one: bool = True,  # noqa: FBT001, FBT002 (geopy's interface)
        *,
        language: str | None = None,
        limit: int = 10,
        **kwargs: object,
    ) -> Location | list[Location] | None:
        """Places of a name, likeliest first.

        Parameters
        ----------
        query
            A name, or a name and what it lies in: "Paris", "Paris, Texas", "Brest, Belarus".
        exactly_one
            Only the likeliest one.
        language
            ISO 639-1 code of the name's language.
        limit
            At most so many.
        **kwargs
            Other services' options, ignored.

        Returns
        -------
        Location, list or None
            geopy's (latitude, longitude) location, with `raw` as a dict of the place; None if
            no place with a point bears the name.
        """
        del kwargs
        name, _, qualifier = str(query).partition(",")
        postings = self._postings(name, language)
        if qualifier.strip():
            within = self._areas(qualifier)
            postings = [p for p in postings if self._lies_in(p.row, within)] or self._postings(
                str(query), language
            )
        found = [self._location(self._index.place(p.row)) for p in postings[:limit]]
        if not found:
            return None
        return found[0] if exactly_one else found

    def reverse(
        self,
        query: Point | tuple[float, float] | str,
        exactly_one: bool = True,  # noqa: FBT001, FBT002 (geopy's interface)
        *,
        limit: int = 10,
        **kwargs: object,
    ) -> Location | list[Location] | None:
        """Settlements nearest to a point, nearest first, at most 50 km away.

        Parameters
        ----------
        query
            geopy's order: latitude, longitude, in degrees.
        exactly_one
            Only the nearest one.
        limit
            At most so many.
        **kwargs
            Other services' options, ignored.

        Raises
        ------
        InputError
            If `query` is no point.
        """
        del kwargs
        try:
            point = Point(query)
        except (TypeError, ValueError) as error:
            raise InputError(
                f"{query!r} is no point.", hint="Give latitude, longitude in degrees."
            ) from error
        rows = self._index.nearest_settlements(point.longitude, point.latitude, _FARTHEST_KM)
        found = [self._location(self._index.place(int(row))) for row in rows[:limit]]
        if not found:
            return None
        return found[0] if exactly_one else found

    def _postings(self, name: str, language: str | None) -> list[Posting]:
        """Postings with a point: exact ones before those without diacritics."""
        lang = language.partition("-")[0].lower() if language else None
        postings = self._index.lookup(name.strip(), lang=lang, loose=True)
        located = [p for p in postings if not np.isnan(self._index.lon[p.row])]
        return sorted(located, key=lambda p: (not p.exact, p.is_historic, p.row))

    def _areas(self, qualifier: str) -> set[tuple[str, str]]:
        """Country and admin1 code (empty for a whole country) of every area so called."""
        areas = set()
        for part in qualifier.split(","):
            for posting in self._index.lookup(part.strip(), loose=True):
                feature = self._index.feature(posting.row)
                country = self._index.country(posting.row)
                if feature.startswith("A.PCL"):
                    areas.add((country, ""))
                elif feature == "A.ADM1":
                    areas.add((country, self._index.admin1(posting.row)))
        return areas

    def _lies_in(self, row: int, areas: set[tuple[str, str]]) -> bool:
        country = self._index.country(row)
        return (country, "") in areas or (country, self._index.admin1(row)) in areas

    def _location(self, place: Place) -> Location:
        address = ", ".join(filter(None, (place.name, place.iso_a3)))
        raw: dict[str, Any] = {
            "id": place.id,
            "name": place.name,
            "feature_class": place.feature_class,
            "feature_code": place.feature_code,
            "iso_a3": place.iso_a3,
            "admin1": place.admin1,
            "population": place.population,
            "precision_km": place.precision_km,
            "source_id": place.source_id,
        }
        return Location(address, (place.lat, place.lon), raw)
