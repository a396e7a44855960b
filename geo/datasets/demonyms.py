"""Word lists beside the gazetteer: whose adjective this is, and what a capital stands for."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo.datasets.manifest import locate
from geo.errors import DataError

__all__ = ["Demonym", "read_demonyms", "read_metonyms"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonym:
    """A word for what or who belongs to a country or region.

    Parameters
    ----------
    iso_a3
        The country; empty for regions ("European") and states that are no more ("Soviet").
    lang
        ISO 639-1 code.
    lemma
        Dictionary form, with the case of its first letter as the language writes it.
    kind
        `adjective` or `person`.
    """

    iso_a3: str
    lang: str
    lemma: str
    kind: str


@cache
def read_demonyms(lang: str) -> tuple[Demonym, ...]:
    """The demonyms of a language; none for a language without a list.

    Raises
    ------
    DataError
        If the list is missing or damaged.
    """
    return tuple(
        Demonym(iso_a3=row["iso_a3"], lang=lang, lemma=row["lemma"], kind=row["kind"])
        for row in _rows("gazetteer/lexicon/demonyms.csv", ("iso_a3", "lang", "lemma", "kind"))
        if row["lang"] == lang
    )


@cache
def read_metonyms() -> dict[str, str]:
    """What a place stands for, by place id: `government` for capitals, institutions for others.

    Raises
    ------
    DataError
        If the list is missing or damaged.
    """
    meanings: dict[str, list[str]] = {}
    for row in _rows("gazetteer/lexicon/metonyms.csv", ("place_id", "stands_for")):
        meanings.setdefault(row["place_id"], []).append(row["stands_for"])
    return {place: "; ".join(said) for place, said in meanings.items()}


def _rows(name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    path = locate(name)
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        if not set(columns) <= set(reader.fieldnames or ()):
            raise DataError(
                f"The word list {path} lacks columns.",
                hint="Reinstall standoff, or restore the file from the repository.",
            )
        yield from reader
