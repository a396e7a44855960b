"""The gazetteer's tables, memory-mapped: names, postings, places.

A *posting* says that a place bears a name. Postings stand sorted by the name's number in the
trie, so those of name `i` are `postings[starts[i]:starts[i + 1]]`. Opening reads the lengths of
the lists only; the pages that a text touches come in when it does.
"""

from __future__ import annotations

import json
import mmap
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from geo.datasets.manifest import locate
from geo.errors import DataError

__all__ = [
    "CODE",
    "COLLOQUIAL",
    "HISTORIC",
    "MAIN",
    "METONYM",
    "ORIGIN_BITS",
    "PLACE_BITS",
    "PLACE_DTYPE",
    "PLAIN",
    "POSTING_DTYPE",
    "PlaceTables",
    "read_places",
]

MAIN: Final = 1
"""The source's own name for the place."""
HISTORIC: Final = 2
"""A name no longer in use: Leningrad, Czechoslovakia."""
COLLOQUIAL: Final = 4
"""An epithet or nickname: Big Apple, the Old Continent."""
CODE: Final = 8
"""An abbreviation, only ever in capitals: USA, UK, Pa."""
METONYM: Final = 16
"""A place that stands for an institution: Kremlin, Downing Street."""
PLAIN: Final = 32
"""The name is also attested without diacritics, so that form is exact too."""

POSTING_DTYPE: Final = np.dtype([("packed", "<u4"), ("lang", "u1"), ("form", "u1")])
"""`packed` holds the place (20 bits), the origin of the name (4 bits) and its flags (8 bits);
`form` is `geo.gazetteer.normalise.form_check` of the name as the source spells it."""
PLACE_BITS: Final = 20
ORIGIN_BITS: Final = 4
PLACE_DTYPE: Final = np.dtype(
    [
        ("number", "<u4"),
        ("lon", "<f4"),
        ("lat", "<f4"),
        ("population", "<u4"),
        ("admin1", "<u2"),
        ("country", "u1"),
        ("feature", "u1"),
        ("name_bytes", "u1"),
        ("precision_km", "u1"),
        ("authority_origin", "u1"),
    ]
)
"""`number` is the id within its authority (a GeoNames id), or an index into `slugs`; `name_bytes`
the length of its main name;
`precision_km` 0 stands for unknown, 255 for that or more; `authority_origin` has one number in
each half. Longitude and latitude are WGS 84 degrees to about 1 m; NaN for a
region without a centre."""

_FOLDER: Final = "gazetteer/index/"
_FORMAT: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlaceTables:
    """The index as it lies on disk.

    Parameters
    ----------
    trie
        Folded name to its number.
    starts
        First posting of each name, and the end of the last one.
    postings
        Of `POSTING_DTYPE`.
    places
        Of `PLACE_DTYPE`.
    text
        Main names in UTF-8, one after the other.
    name_starts
        Where each place's main name begins in it, and the end of the last one.
    languages, origins, features, countries, admin1s, authorities, slugs
        What the small numbers in the tables mean. A feature is "P.PPLA"; a country an
        ISO 3166 alpha-3 code, empty for none; an admin1 GeoNames' code without the country.
    """

    trie: Any
    starts: NDArray[np.uint32]
    postings: NDArray[np.void]
    places: NDArray[np.void]
    text: mmap.mmap
    name_starts: NDArray[np.uint32]
    languages: tuple[str, ...]
    origins: tuple[str, ...]
    features: tuple[str, ...]
    countries: tuple[str, ...]
    admin1s: tuple[str, ...]
    authorities: tuple[str, ...]
    slugs: tuple[str, ...]


@cache
def read_places() -> PlaceTables:
    """Open the gazetteer's index.

    Raises
    ------
    DataError
        If a file is missing, altered, or of another format than this version reads.
    """
    files = {
        name: locate(_FOLDER + name)
        for name in ("names.marisa", "counts.npy", "postings.npy", "places.npy")
    }
    return open_tables(
        files["names.marisa"].parent,
        text=locate(_FOLDER + "main_names.txt"),
        tables=locate(_FOLDER + "tables.json"),
    )


def open_tables(folder: Path, *, text: Path, tables: Path) -> PlaceTables:
    """Map the files of `folder` and check that they belong together.

    Raises
    ------
    DataError
        If they don't, or if one can't be read.
    """
    try:
        meta = json.loads(tables.read_text(encoding="utf-8"))
        trie = marisa_trie.Trie()
        trie.mmap(str(folder / "names.marisa"))
        starts = _running(np.load(folder / "counts.npy"))
        # a memmap is slower to index than the array it is
        postings = np.asarray(np.load(folder / "postings.npy", mmap_mode="r"))
        places = np.asarray(np.load(folder / "places.npy", mmap_mode="r"))
        name_starts = _running(places["name_bytes"])
        with text.open("rb") as stream:
            names = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise DataError(
            f"The gazetteer's index in {folder} can't be read ({error}).",
            hint="Run `standoff data check`, then `standoff data rebuild gazetteer`.",
        ) from error
    sound = (
        meta.get("format") == _FORMAT
        and postings.dtype == POSTING_DTYPE
        and places.dtype == PLACE_DTYPE
        and len(starts) == len(trie) + 1
        and int(starts[-1]) == len(postings)
        and meta.get("places") == len(places)
        and int(name_starts[-1]) == len(names)
    )
    if not sound:
        raise DataError(
            f"The gazetteer's files in {folder} don't belong together.",
            hint="Run `standoff data rebuild gazetteer`.",
        )
    return PlaceTables(
        trie=trie,
        starts=starts,
        postings=postings,
        places=places,
        text=names,
        name_starts=name_starts,
        **{
            key: tuple(meta[key])
            for key in (
                "languages",
                "origins",
                "features",
                "countries",
                "admin1s",
                "authorities",
            )
        },
        slugs=tuple(meta["slugs"].split()),
    )


def _running(counts: NDArray[Any]) -> NDArray[np.uint32]:
    """Where each of a row of lists begins, and where the last one ends."""
    starts = np.zeros(len(counts) + 1, dtype=np.uint32)
    np.cumsum(counts, dtype=np.uint32, out=starts[1:])
    return starts
