"""Write places and names as the memory-mapped tables that `geo.datasets.places` reads."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from pathlib import Path

import marisa_trie
import numpy as np

from gazetteer_parts.rows import Gazetteer, Name, Row
from geo.datasets.places import ORIGIN_BITS, PLACE_BITS, PLACE_DTYPE, PLAIN, POSTING_DTYPE
from geo.gazetteer.normalise import fold, form_check, normalise

__all__ = ["write"]

FORMAT = 2
FARTHEST_KM = 255

PRIOR = {
    "L.CONT": 5.0,
    "P.PPLC": 5.0,
    "P": 1.0,
    "P.PPLX": 0.2,
    "P.PPLH": 0.1,
    "P.PPLQ": 0.1,
    "A.ADM1": 0.25,
    "A": 0.1,
    "L": 0.1,
}
"""How much an inhabitant counts: a name of a city and its county is taken as the city's."""

Postings = dict[str, dict[tuple[int, int, int], list[int]]]
"""Flags and origin by place, language and form, by folded name."""


class Table:
    """Numbers for texts, in the order in which they were first asked for."""

    def __init__(self, first: str = "") -> None:
        self.numbers = {first: 0}

    def number(self, text: str) -> int:
        """The number of a text."""
        return self.numbers.setdefault(text, len(self.numbers))


def write(gazetteer: Gazetteer, folder: Path, iso_a3: dict[str, str]) -> str:
    """Write the index; return what it holds, in words."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = {
        key: Table()
        for key in ("languages", "origins", "features", "countries", "admin1s", "authorities")
    }
    slugs: list[str] = []
    places, text = [], bytearray()
    postings: Postings = defaultdict(dict)
    for number, (row, names) in enumerate(
        sorted(gazetteer.kept(), key=lambda kept: _rank(kept[0]))
    ):
        authority, _, key = row.id.partition(":")
        if key.isdigit() and authority == "geonames":
            identity = int(key)
        else:
            identity = len(slugs)
            slugs.append(key)
        places.append(
            (
                identity,
                row.lon,
                row.lat,
                row.population,
                tables["admin1s"].number(row.admin1),
                tables["countries"].number(iso_a3.get(row.iso_a2, "")),
                tables["features"].number(f"{row.feature_class}.{row.feature_code}"),
                len(row.name.encode()),
                min(FARTHEST_KM, math.ceil(row.precision_km)),
                tables["authorities"].number(authority) << 4 | tables["origins"].number(row.origin),
            )
        )
        text += row.name.encode()
        _post(number, names, postings, tables)
    trie = marisa_trie.Trie(sorted(postings))
    ordered = [trie.restore_key(position) for position in range(len(trie))]
    counts = [len(postings[key]) for key in ordered]
    flat = [
        (place | origin << PLACE_BITS | flags << PLACE_BITS + ORIGIN_BITS, lang, form)
        for key in ordered
        for (place, lang, form), (flags, origin) in sorted(postings[key].items())
    ]
    part = folder.with_name(f"{folder.name}.part")
    part.mkdir(exist_ok=True)
    trie.save(str(part / "names.marisa"))
    np.save(part / "counts.npy", np.array(counts, dtype="<u2" if max(counts) > 255 else "u1"))
    np.save(part / "postings.npy", np.array(flat, dtype=POSTING_DTYPE))
    np.save(part / "places.npy", np.array(places, dtype=PLACE_DTYPE))
    (part / "main_names.txt").write_bytes(bytes(text))
    meta: dict[str, object] = {key: list(table.numbers) for key, table in tables.items()}
    meta |= {"format": FORMAT, "places": len(places), "slugs": " ".join(slugs)}
    content = json.dumps(meta, ensure_ascii=False, separators=(",", ":"))
    (part / "tables.json").write_text(content + "\n", encoding="utf-8")
    _put(part, folder)
    size = sum(path.stat().st_size for path in folder.iterdir())
    return f"{len(places)} places, {len(trie)} names, {len(flat)} postings, {size / 1e6:.1f} MB"


def _put(part: Path, folder: Path) -> None:
    """Move finished files into place.

    A process that has the old ones mapped keeps them; written over in place, they would change
    under its hands and end it.
    """
    for path in sorted(part.iterdir()):
        path.replace(folder / path.name)
    part.rmdir()


def _rank(row: Row) -> tuple[bool, float, str]:
    """Places that are likelier to be meant stand first: countries, then by weighted population."""
    country = row.feature_code in {"PCLI", "PCLD"}
    code = f"{row.feature_class}.{row.feature_code}"
    weight = PRIOR.get(code, PRIOR.get(row.feature_class, 0.2))
    return not country, -(row.population or 100) * weight, row.id


def _is_shadow(name: Name, spelt: set[str]) -> bool:
    """Whether it is a romanisation with soft signs ("Kobrin'") of what stands beside it without."""
    text = normalise(name.text)
    return (
        "'" in text
        and text.isascii()
        and not name.lang
        and not name.flags
        and text.replace("'", "") in spelt
    )


def _post(place: int, names: list[Name], postings: Postings, tables: dict[str, Table]) -> None:
    """Note each form and language of the names; an untagged one only where no tagged one is.

    A plain form beside one with diacritics becomes a flag of that one.
    """
    tagged = {(fold(name.text), form_check(name.text)) for name in names if name.lang}
    plain = set()
    spelt = {normalise(name.text) for name in names}
    for name in names:
        if _is_shadow(name, spelt):
            continue
        key, form = fold(name.text), form_check(name.text)
        lang = tables["languages"].number(name.lang)
        if normalise(name.text) == key:
            plain.add((key, lang, name.flags, name.origin))
        elif name.lang or name.flags or (key, form) not in tagged:
            origin = tables["origins"].number(name.origin)
            entry = postings[key].setdefault((place, lang, form), [0, origin])
            entry[0] |= name.flags
    for key, lang, flags, origin in sorted(plain):
        marked = [e for (p, la, _), e in postings[key].items() if p == place and la == lang]
        if marked and not flags:
            marked[0][0] |= PLAIN
        elif lang or flags or (key, form_check(key)) not in tagged:
            number = tables["origins"].number(origin)
            entry = postings[key].setdefault((place, lang, form_check(key)), [0, number])
            entry[0] |= flags
