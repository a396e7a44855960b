"""From a name to the places that bear it: one trie look-up, then a slice of postings.

Rows are ordered by how likely they are to be meant without context: countries first, then by
population; so a lower row number is the stronger prior.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geo.datasets.places import (
    CODE,
    COLLOQUIAL,
    HISTORIC,
    MAIN,
    METONYM,
    ORIGIN_BITS,
    PLACE_BITS,
    PLAIN,
    PlaceTables,
    read_places,
)
from geo.gazetteer.normalise import fold, form_check, normalise
from geo.model import Place

__all__ = ["PlaceIndex", "Posting", "lookup", "open_index"]

_PLACE_MASK: Final = (1 << PLACE_BITS) - 1
_ORIGIN_MASK: Final = (1 << ORIGIN_BITS) - 1
_FLAG_SHIFT: Final = PLACE_BITS + ORIGIN_BITS

EARTH_KM: Final = 6371.0088
"""Mean radius (IUGG): only to put neighbours in order; lengths are `geo.geodesy`'s."""

_SOURCES: Final = {
    "geonames": "geonames",
    "postal": "geonames",
    "ourairports": "ourairports",
    "cldr": "cldr",
}
"""Authority of an id to the source to be credited; what isn't here is the supplement's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A place that bears the name asked for.

    Parameters
    ----------
    row
        Its number in the index; smaller means likelier without context.
    exact
        Whether the name is spelt so, diacritics included; otherwise only the letters agree.
    langs
        Languages in which the source says it is called so; empty when the source doesn't say.
    flags
        `MAIN`, `HISTORIC`, `COLLOQUIAL`, `CODE`, `METONYM` of `geo.datasets.places`.
    origins
        Sources of the name.
    """

    row: int
    exact: bool
    langs: frozenset[str]
    flags: int
    origins: frozenset[str]

    @property
    def is_main(self) -> bool:
        """Whether it is the source's own name for the place."""
        return bool(self.flags & MAIN)

    @property
    def is_historic(self) -> bool:
        """Whether the name is no longer in use."""
        return bool(self.flags & HISTORIC)

    @property
    def is_colloquial(self) -> bool:
        """Whether it is a nickname."""
        return bool(self.flags & COLLOQUIAL)

    @property
    def is_code(self) -> bool:
        """Whether it is an abbreviation, to be taken only in capitals or with its dot."""
        return bool(self.flags & CODE)

    @property
    def is_metonym(self) -> bool:
        """Whether the place stands for an institution."""
        return bool(self.flags & METONYM)


class PlaceIndex:
    """The gazetteer, opened.

    Parameters
    ----------
    tables
        The mapped files.
    without
        Origins to leave out, as if their rows had never been there (`standoff evaluate
        --without`).
    """

    def __init__(self, tables: PlaceTables, *, without: frozenset[str] = frozenset()) -> None:
        self._tables = tables
        self._without = frozenset(
            number for number, origin in enumerate(tables.origins) if origin in without
        )
        places = tables.places
        self.lon: NDArray[np.float32] = places["lon"]
        self.lat: NDArray[np.float32] = places["lat"]
        self.population: NDArray[np.uint32] = places["population"]
        self._homes: NDArray[np.uint8] = places["authority_origin"]
        # bound here so that each index has its own memory
        self.lookup = lru_cache(maxsize=8192)(self._lookup)
        self.place = lru_cache(maxsize=16384)(self._place)

    def __len__(self) -> int:
        return len(self._tables.places)

    @property
    def origins(self) -> tuple[str, ...]:
        """Every origin that `without` may name."""
        return tuple(filter(None, self._tables.origins))

    def has_prefix(self, key: str) -> bool:
        """Whether some name begins with this folded text."""
        return next(self._tables.trie.iterkeys(key), None) is not None

    def name_id(self, key: str) -> int | None:
        """The number of a folded name, or None; the fastest way to ask whether there is one."""
        number: int | None = self._tables.trie.get(key)
        return number

    def rows(self, name_id: int) -> NDArray[np.uint32]:
        """Rows of the places that bear a name, by its number, likeliest first, repeats included."""
        start, end = self._tables.starts[name_id : name_id + 2]
        return self._tables.postings["packed"][start:end] & np.uint32(_PLACE_MASK)

    def matches(self, words: Sequence[str], start: int = 0, *, most: int = 8) -> list[int]:
        """How many of the folded words from `start` on make up a name, longest first.

        Parameters
        ----------
        words
            Folded words of a text, without spaces in them.
        start
            Where to begin.
        most
            Length of the longest name to look for, in words.
        """
        text = " ".join(words[start : start + most])
        return [
            prefix.count(" ") + 1
            for prefix in reversed(self._tables.trie.prefixes(text))
            if len(prefix) == len(text) or text[len(prefix)] == " "
        ]

    def _lookup(
        self, name: str, *, lang: str | None = None, loose: bool = False
    ) -> tuple[Posting, ...]:
        """Places that bear a name, likeliest first.

        Parameters
        ----------
        name
            As written, in its dictionary form.
        lang
            Leave out names that the sources tag with other languages only; main names and
            untagged ones stay.
        loose
            Also take names that differ by diacritics.
        """
        number = self.name_id(fold(name))
        if number is None:
            return ()
        check, plain = form_check(name), normalise(name) == fold(name)
        found: dict[int, Posting] = {}
        for row, tag, form, flags, origin in self._postings(number):
            exact = form == check or (plain and bool(flags & PLAIN))
            if (exact or loose) and (lang is None or not tag or tag == lang or flags & MAIN):
                known = found.get(row)
                found[row] = Posting(
                    row=row,
                    exact=exact or (known is not None and known.exact),
                    langs=frozenset(filter(None, [tag])).union(known.langs if known else ()),
                    flags=(flags & ~PLAIN) | (known.flags if known else 0),
                    origins=frozenset([origin]).union(known.origins if known else ()),
                )
        return tuple(found.values())

    def _postings(self, name_id: int) -> Iterator[tuple[int, str, int, int, str]]:
        tables = self._tables
        start, end = tables.starts[name_id : name_id + 2]
        for packed, lang, form in tables.postings[start:end].tolist():
            origin = packed >> PLACE_BITS & _ORIGIN_MASK
            row = packed & _PLACE_MASK
            if self._without and (
                origin in self._without or int(self._homes[row]) & 0xF in self._without
            ):
                continue
            yield row, tables.languages[lang], form, packed >> _FLAG_SHIFT, tables.origins[origin]

    def _place(self, row: int) -> Place:
        """The place of a row, with its main name; `names` has the others."""
        tables = self._tables
        number, lon, lat, population, admin1, country, feature, _, precision, origins = (
            tables.places[row].item()
        )
        home = tables.authorities[origins >> 4]
        feature_class, _, feature_code = tables.features[feature].partition(".")
        located = lon == lon  # NaN stands for "no point"  # noqa: PLR0124
        return Place(
            id=f"{home}:{number if home == 'geonames' else tables.slugs[number]}",
            name=self.main_name(row),
            feature_class=feature_class,
            feature_code=feature_code,
            iso_a3=tables.countries[country] or None,
            admin1=tables.admin1s[admin1],
            population=population,
            lon=round(lon, 5) if located else None,
            lat=round(lat, 5) if located else None,
            precision_km=float(precision) if precision else None,
            source_id=_SOURCES.get(home, "standoff_supplement"),
        )

    def main_name(self, row: int) -> str:
        """The source's own name of a row's place."""
        start, end = self._tables.name_starts[row : row + 2]
        return self._tables.text[start:end].decode("utf-8")

    def feature(self, row: int) -> str:
        """GeoNames' class and code, as "P.PPLC"."""
        return self._tables.features[int(self._tables.places["feature"][row])]

    def country(self, row: int) -> str:
        """ISO 3166 alpha-3 code of the country the gazetteer puts it in; empty for none."""
        return self._tables.countries[int(self._tables.places["country"][row])]

    def admin1(self, row: int) -> str:
        """GeoNames' code of the first-order division, without the country; empty if unknown."""
        return self._tables.admin1s[int(self._tables.places["admin1"][row])]

    def origin(self, row: int) -> str:
        """The source of a row's place."""
        return self._tables.origins[int(self._homes[row]) & 0xF]

    def nearest_settlements(self, lon: float, lat: float, within_km: float) -> NDArray[np.intp]:
        """Rows of the settlements around a point, nearest first.

        Parameters
        ----------
        lon, lat
            Degrees, WGS 84.
        within_km
            How far to look, in km on a sphere.
        """
        places = self._tables.places
        settlement = np.array([f.startswith("P.") for f in self._tables.features])
        reach = np.degrees(within_km / EARTH_KM)
        near = np.flatnonzero((np.abs(self.lat - lat) <= reach) & settlement[places["feature"]])
        phi, lam = (
            np.radians(self.lat[near].astype(float)),
            np.radians(self.lon[near].astype(float)),
        )
        away = np.hypot(
            np.sin((phi - np.radians(lat)) / 2),
            np.sqrt(np.cos(phi) * np.cos(np.radians(lat))) * np.sin((lam - np.radians(lon)) / 2),
        )
        km = 2 * EARTH_KM * np.arcsin(np.minimum(away, 1))
        inside = km <= within_km
        kept: NDArray[np.intp] = near[inside][np.argsort(km[inside], kind="stable")]
        return kept

    @lru_cache(maxsize=1024)  # noqa: B019 (an index lives as long as the process)
    def row(self, place_id: str) -> int | None:
        """The row of a place id such as "geonames:625143", or None."""
        tables = self._tables
        home, _, key = place_id.partition(":")
        if home not in tables.authorities or not key:
            return None
        if home != "geonames":
            number = tables.slugs.index(key) if key in tables.slugs else -1
        else:
            number = int(key) if key.isdigit() else -1
        places = tables.places
        hits = np.flatnonzero(
            (places["number"] == max(number, 0))
            & (self._homes >> 4 == tables.authorities.index(home))
        )
        return int(hits[0]) if number >= 0 and len(hits) else None

    @lru_cache(maxsize=32)  # noqa: B019 (an index lives as long as the process)
    def named_in(self, lang: str) -> frozenset[int]:
        """Rows of the places that have a name tagged with a language, such as exonyms."""
        tables = self._tables
        if lang not in tables.languages:
            return frozenset()
        mine = tables.postings["lang"] == tables.languages.index(lang)
        return frozenset((tables.postings["packed"][mine] & _PLACE_MASK).tolist())

    def names(self, row: int, lang: str | None = None) -> tuple[str, ...]:
        """A place's names in folded form; only those tagged with `lang` if it is given."""
        tables = self._tables
        packed = tables.postings["packed"]
        mine = np.flatnonzero((packed & _PLACE_MASK) == row)
        if lang is not None:
            wanted = tables.languages.index(lang) if lang in tables.languages else -1
            mine = mine[tables.postings["lang"][mine] == wanted]
        numbers = np.searchsorted(tables.starts, mine, side="right") - 1
        return tuple(tables.trie.restore_key(int(number)) for number in np.unique(numbers))


@cache
def open_index(without: frozenset[str] = frozenset()) -> PlaceIndex:
    """The shipped gazetteer; without the rows of some origins if asked.

    Raises
    ------
    DataError
        If the index is missing or damaged.
    """
    return PlaceIndex(read_places(), without=without)


def lookup(name: str, lang: str | None = None, *, loose: bool = False) -> tuple[Posting, ...]:
    """Places of the shipped gazetteer that bear a name; see `PlaceIndex.lookup`."""
    return open_index().lookup(name, lang=lang, loose=loose)
