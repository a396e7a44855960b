"""The cited tables under `data/facts`, and the source of each of their rows.

Every row of every table is a source of its own, `facts:<table>/<key>`, because every row was
said by somebody: a map that shows it must be able to name them.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from geo.datasets.manifest import locate
from geo.errors import DataError
from geo.model import PartialDate, Source

__all__ = [
    "Row",
    "facts_as_of",
    "is_fact",
    "read_table",
    "row_error",
    "source",
    "source_id",
    "table_file",
]

Row = Mapping[str, str]
"""One line of a table: column to text; an empty cell is unknown or doesn't apply."""

_KEYS: Final[dict[str, Callable[[Row], str]]] = {
    "sites": lambda row: row["id"],
    "systems": lambda row: row["id"],
    "system_names": lambda row: row["name"],
    "deployments": lambda row: row["deployment_id"],
    "memberships": lambda row: "-".join((row["organisation"], row["iso3"], row["from_date"])),
    "border_lengths": lambda row: "-".join(
        (row["a"], row["b"], row["km"], row["published_by"], row["year"])
    ),
    "timeline": lambda row: row["event_id"],
}
_PREFIX: Final = "facts:"
_UNSOURCED: Final = {
    "memory": "general knowledge, not checked",
    "derived": "computed or defined for this project",
}
_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_DATED: Final = re.compile(
    # of "July-August 2023" the first month
    rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)})[a-z]*(?:-[A-Z][a-z]+)? )?"
    r"\b(?P<year>(?:19|20)\d\d)\b"
)
_COPY: Final = re.compile(r"\s*(?:copy at|via|mirror)\b")


def table_file(name: str) -> Path:
    """Find a table's file, verified; what is made of a table is cached by it."""
    return locate(f"facts/{name}.csv")


def read_table(name: str) -> tuple[Row, ...]:
    """Read one table.

    Parameters
    ----------
    name
        `sites`, `systems`, `system_names`, `deployments`, `memberships`, `border_lengths` or
        `timeline`.

    Returns
    -------
    rows
        In the file's order, every column kept as text.

    Raises
    ------
    DataError
        When the file is missing, differs from the manifest, or its rows are ragged or share a key.
    """
    return _table(table_file(name), name)[0]


def facts_as_of() -> date:
    """Tell up to which day the tables know: the newest full date in them."""
    dates = [row["date"] for row in read_table("timeline")]
    for row in read_table("deployments"):
        dates += (row["from_date"], row["to_date"])
    return max(date.fromisoformat(text) for text in dates if len(text) == len("2023-04-06"))


def source_id(table: str, row: Row) -> str:
    """Name a row as a source: `facts:deployments/d03`."""
    return f"{_PREFIX}{table}/{_slug(_KEYS[table](row))}"


def is_fact(key: str) -> bool:
    """Whether a source id names a row of these tables rather than a dataset."""
    return key.startswith(_PREFIX)


def source(key: str) -> Source:
    """Look up who said what a row says.

    Parameters
    ----------
    key
        A `source_id` of this module.

    Returns
    -------
    source
        The outlet and date as to be shown. Where only a copy was read, the title names the original
        and there is no address; where nothing was read, the title says so.

    Raises
    ------
    DataError
        When no row has that key.
    """
    table, _, slug = key.removeprefix(_PREFIX).partition("/")
    if is_fact(key) and table in _KEYS:
        row = _table(table_file(table), table)[1].get(slug)
        if row is not None:
            return _source(key, row)
    raise DataError(
        f"No fact is named {key!r}.", hint="Source ids look like 'facts:deployments/d03'."
    )


def row_error(table: str, row: Row, fault: ValueError) -> DataError:
    """Say which row of which table can't be understood."""
    msg = f"The row {_KEYS[table](row)!r} of facts/{table}.csv can't be read: {fault}."
    return DataError(msg, hint="Correct the row and run `python data/recipes/datapackage.py`.")


@functools.cache
def _table(path: Path, name: str) -> tuple[tuple[Row, ...], Mapping[str, Row]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = tuple(csv.DictReader(file))
    keyed: dict[str, Row] = {}
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            fault = f"line {number} of {path} has another number of cells than the header"
        elif (slug := _slug(_KEYS[name](row))) in keyed:
            fault = f"line {number} of {path} repeats the key {slug!r}"
        else:
            keyed[slug] = row
            continue
        raise DataError(f"The table {name} can't be read: {fault}.", hint="Correct that line.")
    return rows, keyed


def _slug(key: str) -> str:
    return re.sub(r"[^\w.]+", "-", key).strip("-")


def _source(key: str, row: Row) -> Source:
    evidence = row["evidence"]
    mirrored = evidence == "seen (mirror)"
    title = row.get("source_title", "")
    return Source(
        id=key,
        title=(_original(title) if mirrored else title) or _UNSOURCED.get(evidence, ""),
        url="" if mirrored else row.get("source_url", ""),
        evidence=evidence,
        published=_published(title),
    )


def _published(title: str) -> PartialDate | None:
    """Read when a source came out, which its citation tells last: `BelTA, 15 Nov 2023`."""
    found = list(_DATED.finditer(re.sub(r"\([^)]*\)", "", title)))
    if not found:
        return None
    day, month, year = found[-1].group("day", "month", "year")
    return PartialDate(
        int(year),
        _MONTHS.index(month) + 1 if month else None,
        int(day) if day else None,
    )


def _original(title: str) -> str:
    """Leave out of a title where its copy was read: `TASS via X, 2019` was said by TASS."""

    def kept(match: re.Match[str]) -> str:
        parts = [part for part in match[1].split(";") if not _COPY.match(part)]
        return f" ({';'.join(parts).strip()})" if parts else ""

    outside = re.sub(r"\s*\(([^)]*)\)", kept, title)
    return re.sub(r" via [^,(]+(?=,|$)", "", outside)
