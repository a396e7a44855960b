"""First names that texts of one script share: `geoparse/words/mul.json`.

    python data/recipes/geoparse_given.py

Gathered from the first names written for each language (`geoparse/lexicon/<lang>.toml`): a Czech
paper names Lithuanians. Left out are those that are a town's name, or a small, generic or ordinary
word in some language, and the stems.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Final

from geo.gazetteer import open_index

DATA: Final = Path(__file__).resolve().parents[1] / "geoparse"
OUT: Final = DATA / "words" / "mul.json"
CYRILLIC: Final = ("be", "bg", "ru", "uk")
LATIN: Final = ("cs", "de", "en", "fr", "lt", "lv", "pl", "sk", "sl")
ORDINARY: Final = ("functional", "common", "place_heads", "place_tails", "locatives", "titles")
TOWN: Final = 15_000
"""A place with more inhabitants keeps its name."""


def main() -> None:
    """Write the file."""
    index = open_index()

    def is_town(word: str) -> bool:
        return any(index.population[p.row] > TOWN for p in index.lookup(word))

    record: dict[str, list[str]] = {}
    for script, langs in (("cyrillic", CYRILLIC), ("latin", LATIN)):
        lists = [_lists(lang) for lang in langs]
        names = {name for one in lists for name in one.get("given", [])}
        ordinary = {w for one in lists for key in ORDINARY for w in one.get(key, [])}
        record[f"given_{script}"] = sorted(
            name
            for name in names - ordinary
            if name.isalpha() and len(name) > 2 and not is_town(name)
        )
    OUT.write_text(
        json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    print({key: len(value) for key, value in record.items()}, OUT.stat().st_size)


def _lists(lang: str) -> dict[str, list[str]]:
    return tomllib.loads((DATA / "lexicon" / f"{lang}.toml").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
