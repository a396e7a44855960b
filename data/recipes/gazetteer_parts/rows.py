"""What the sources are read into before they become an index: places and their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from geo.datasets.places import CODE, COLLOQUIAL, HISTORIC, MAIN, METONYM
from geo.gazetteer.normalise import fold

__all__ = ["CODE", "COLLOQUIAL", "HISTORIC", "MAIN", "METONYM", "Gazetteer", "Name", "Row"]

SCRIPTS = re.compile(
    r"[\u0020-\u024f\u1e00-\u1eff\u0370-\u03ff\u0400-\u052f\u02bb-\u02bc\u2010-\u201f]+"
)
"""Latin, Cyrillic and Greek: the scripts of the languages that Standoff reads."""

ROMANISED = re.compile(r"[a-z']")
"""GeoNames' alternate names that begin in lower case are machine romanisations of other scripts."""

CASE_NOISE = re.compile(r" osh$| хула$| ош$|\d")


@dataclass(slots=True)
class Name:
    """One name of a place: language (empty if untagged), flags, and where it was found."""

    text: str
    lang: str
    flags: int
    origin: str


@dataclass(slots=True, kw_only=True)
class Row:
    """One place. `precision_km` 0 means that the source doesn't say."""

    id: str
    name: str
    lon: float
    lat: float
    feature_class: str
    feature_code: str
    iso_a2: str
    admin1: str = ""
    population: int = 0
    precision_km: float = 0.0
    origin: str
    names: list[Name] = field(default_factory=list)

    def add(self, text: str, *, lang: str = "", flags: int = 0, origin: str = "") -> None:
        """Note a name, whatever it is worth; `Gazetteer.kept` chooses."""
        self.names.append(Name(text.strip(), lang, flags, origin or self.origin))


class Gazetteer:
    """All places by id, in the order in which they came."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}

    def add(self, row: Row) -> Row:
        """Keep a place; the first source of an id describes it."""
        kept = self.rows.setdefault(row.id, row)
        kept.add(row.name, flags=MAIN, origin=row.origin)
        return kept

    def kept(self) -> Iterator[tuple[Row, list[Name]]]:
        """Each place with the names worth having, or not at all if it has none."""
        for row in self.rows.values():
            names = [name for name in row.names if is_useful(name, row)]
            if names:
                yield row, names


def is_useful(name: Name, row: Row) -> bool:
    """Whether a name can be told from noise in a text.

    Main names, tagged names and names of the supplement are trusted; untagged alternate names
    have to look like names in a script we read.
    """
    if not name.text or not SCRIPTS.fullmatch(name.text) or len(name.text) > 80:
        return False
    key = fold(name.text)
    if len(key) < 3 or key.replace(" ", "").isdigit():
        # "Ob" is a river and "US" a country: short names have to be vouched for
        return len(key) > 1 and (bool(name.flags & CODE) or name.origin == "supplement")
    if name.lang or name.flags & MAIN or name.origin != row.origin:
        return True
    if ROMANISED.match(name.text) or CASE_NOISE.search(name.text):
        return False
    # three capitals are an airport's or a language's code, not a name
    return not (name.text.isupper() and len(name.text) <= 4)
