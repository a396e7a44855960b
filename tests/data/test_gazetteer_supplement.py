"""Each row of the supplement is found under each of its names, in each language."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from geo.datasets.manifest import data_folder
from geo.gazetteer import fold, open_index

FILES = sorted((data_folder() / "gazetteer" / "supplement").glob("*.csv"))
LANGUAGES = ("en", "pl", "uk", "ru", "be", "de", "fr", "cs", "sk", "bg", "sl", "lt", "lv")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_name_resolves_in_its_language(path: Path) -> None:
    index = open_index()
    lost = []
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            wanted = (
                f"geonames:{row['geonames_id']}" if row["geonames_id"] else f"standoff:{row['id']}"
            )
            for lang in LANGUAGES:
                for name in filter(None, row[lang].split("|")):
                    found = {index.place(p.row).id for p in index.lookup(name, lang=lang)}
                    if wanted not in found and len(fold(name)) > 1:
                        lost.append(f"{row['id']} {lang} {name}")
    assert lost == []


def test_there_are_enough_of_each_kind() -> None:
    counts: dict[str, int] = {}
    for path in FILES:
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                counts[row["feature"]] = counts.get(row["feature"], 0) + 1
    assert counts["H.STM"] >= 150
    assert counts["T.ISL"] + counts["T.ISLS"] >= 120
