"""English words and names that meet names of places: `geoparse/words/en.json`.

    python data/recipes/geoparse_words.py [SCOWL_DICT SCOWL_SMALL NAMES_FOLDER]

Without the three, they are fetched.
`SCOWL_DICT` and `SCOWL_SMALL` are `american-english` and `american-english-small` of Debian's
`wamerican` and `wamerican-small`; `NAMES_FOLDER` is the folder `names` of PyPI's `names` 0.3.0 with
the frequencies of first names and surnames of the US census of 1990 (public domain). Kept are:
first names that are hardly ever anything else, frequent surnames and words, and rarer surnames and
words if the gazetteer has a place of that name.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fetch import fetch

from geo.gazetteer import open_index
from geo.gazetteer.normalise import fold

OUT = Path(__file__).resolve().parents[1] / "geoparse" / "words" / "en.json"
SURNAMES = 25_000
"""Surnames that are looked at, the most frequent first."""
PLAIN_SURNAMES = 6_000
"""The most frequent surnames are kept even if no place bears them."""
INTERNATIONAL = 0.004
"""A first name borne by more than this share (%) of men or women counts in every language."""
OF_A_WORD, OF_A_TOWN = 0.03, 0.02
"""First names that are words, or names of towns of 50,000, must be borne by more than that."""
TOWN = 50_000


def main() -> None:
    """Write the file."""
    words, small, names = (
        (Path(argument) for argument in sys.argv[1:4]) if sys.argv[1:] else fetched()
    )
    index = open_index()

    def is_place(word: str) -> bool:
        return index.name_id(fold(word)) is not None

    given: dict[str, float] = {}
    for sex in ("male", "female"):
        for line in (names / f"dist.{sex}.first").read_text().splitlines():
            name, share, *_ = line.split()
            given[name.lower()] = max(given.get(name.lower(), 0.0), float(share))
    easy = lower_case(small)

    def is_town(word: str) -> bool:
        return any(index.population[p.row] > TOWN for p in index.lookup(word) if p.is_main)

    everyone = set(given)
    given = {
        name: share
        for name, share in given.items()
        if not (name in easy and share < OF_A_WORD) and not (share < OF_A_TOWN and is_town(name))
    }
    surnames = [
        line.split()[0].lower()
        for line in (names / "dist.all.last").read_text().splitlines()[:SURNAMES]
    ]
    record = {
        "given": sorted(given),
        "given_everywhere": sorted(n for n, share in given.items() if share >= INTERNATIONAL),
        "given_rare": sorted(everyone - set(given)),
        "surnames": sorted({*surnames[:PLAIN_SURNAMES], *filter(is_place, surnames)}),
        "words": sorted(easy),
        "common": sorted(filter(is_place, easy)),
        "rare": sorted(filter(is_place, lower_case(words) - easy)),
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(record, separators=(",", ":")) + "\n", encoding="utf-8")
    print({key: len(value) for key, value in record.items()}, OUT.stat().st_size)


def fetched() -> tuple[Path, Path, Path]:
    """Give the two word lists and the folder of names, fetching them if need be."""
    dictionaries = "usr/share/dict"
    return (
        fetch("wamerican") / dictionaries / "american-english",
        fetch("wamerican-small") / dictionaries / "american-english-small",
        fetch("census-names") / "names-0.3.0" / "names",
    )


def lower_case(path: Path) -> set[str]:
    """Words of a list that are written in lower case throughout."""
    return {
        word
        for word in path.read_text(encoding="utf-8").split()
        if word.isalpha() and word.islower() and len(word) > 1
    }


if __name__ == "__main__":
    main()
