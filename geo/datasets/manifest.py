"""Which files are shipped, with their hashes, sources and licences, and where they are.

`data/datapackage.json` (Data Package v2) lists them. It is generated: each dataset's folder has a
`dataset.toml`, and `python data/recipes/datapackage.py` gathers them all. Nothing under `data/` is
opened before `locate` has compared its size and hash with that list.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import DataError
from geo.model import Source

__all__ = ["Resource", "check_all", "data_folder", "locate", "resources", "source", "sources"]

MANIFEST = "datapackage.json"

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One shipped file.

    Parameters
    ----------
    path
        Where it is, relative to the data folder, with forward slashes; also its name.
    size
        Its size in bytes.
    sha256
        Its hash, in hexadecimal.
    dataset
        The dataset it belongs to.
    title
        What it holds.
    licences
        SPDX identifiers or names.
    source_ids
        Keys for `source`.
    recipe
        The script under `data/recipes` that makes it; empty for a file written by hand.
    """

    path: str
    size: int
    sha256: str
    dataset: str
    title: str
    licences: tuple[str, ...]
    source_ids: tuple[str, ...]
    recipe: str


def data_folder() -> Path:
    """Find the shipped data: `STANDOFF_DATA`, else the checkout's `data`, else the wheel's.

    Returns
    -------
    folder
        The folder that holds `datapackage.json`; whether it is there is found out by `locate`.
    """
    if chosen := os.environ.get("STANDOFF_DATA"):
        return Path(chosen)
    checkout = _PACKAGE.parent
    # an editable install may have left a stale copy in the package, so the checkout goes first
    if (checkout / "pyproject.toml").is_file() and (checkout / "data").is_dir():
        return checkout / "data"
    return _PACKAGE / "_data"


def resources() -> tuple[Resource, ...]:
    """List all shipped files.

    Returns
    -------
    resources
        In the manifest's order: by path.

    Raises
    ------
    DataError
        When the manifest is missing or can't be read.
    """
    return tuple(_manifest(data_folder())[0].values())


def sources() -> tuple[Source, ...]:
    """List all sources of the shipped files, for credits."""
    return tuple(_manifest(data_folder())[1].values())


def source(source_id: str) -> Source:
    """Look up where data comes from, for legends and credits.

    Parameters
    ----------
    source_id
        A key as it stands in the frames' `source_id`.

    Returns
    -------
    source
        Title, licence, version and the attribution that the licence asks for.

    Raises
    ------
    DataError
        When no dataset names that source.
    """
    known = _manifest(data_folder())[1]
    if source_id in known:
        return known[source_id]
    raise DataError(
        f"No dataset names a source {source_id!r}.",
        hint=f"Known are {', '.join(sorted(known))}.",
    )


def locate(name: str) -> Path:
    """Find a shipped file, and make sure that it is the one that was shipped.

    Each file is hashed once in a process.

    Parameters
    ----------
    name
        Path relative to the data folder, such as `countries/world.parquet`.

    Returns
    -------
    path
        Where to open it.

    Raises
    ------
    DataError
        When the file isn't in the manifest, is missing, or differs from it.
    """
    return _verified(data_folder(), name)


def check_all(progress: Callable[[str, int, int], None] | None = None) -> tuple[DataError, ...]:
    """Hash every shipped file anew.

    Parameters
    ----------
    progress
        Called before each file with its path, its number from 1 and how many there are.

    Returns
    -------
    faults
        One error for each file that is missing or differs; empty when all is well.

    Raises
    ------
    DataError
        When the manifest itself can't be read.
    """
    folder = data_folder()
    listed = resources()
    faults = []
    for number, resource in enumerate(listed, start=1):
        if progress is not None:
            progress(resource.path, number, len(listed))
        try:
            _verify(folder, resource)
        except DataError as fault:
            faults.append(fault)
    return tuple(faults)


@functools.cache
def _verified(folder: Path, name: str) -> Path:
    listed = _manifest(folder)[0]
    if name not in listed:
        raise DataError(
            f"The data file {name!r} is not in {MANIFEST}.",
            hint="Run `standoff data check`; in a checkout, `python data/recipes/datapackage.py`.",
        )
    return _verify(folder, listed[name])


def _verify(folder: Path, resource: Resource) -> Path:
    path = folder / resource.path
    if resource.recipe:
        remedy = f"Reinstall standoff, or run `standoff data rebuild {resource.dataset}`."
    else:
        remedy = "Reinstall standoff, or restore the file from the repository."
    if not path.is_file():
        raise DataError(f"The data file {path} is missing.", hint=remedy)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != resource.sha256:
        size = path.stat().st_size
        size_too = "" if size == resource.size else f" ({size} bytes instead of {resource.size})"
        raise DataError(f"The data file {path} isn't the one shipped{size_too}.", hint=remedy)
    return path


@functools.cache
def _manifest(folder: Path) -> tuple[dict[str, Resource], dict[str, Source]]:
    path = folder / MANIFEST
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
        listed = {entry["path"]: _resource(entry) for entry in package["resources"]}
        known = {entry["id"]: _source(entry) for entry in package["sources"]}
    except OSError as error:
        raise DataError(
            f"The list of data files {path} can't be read: {error.strerror}.",
            hint="Reinstall standoff; in a checkout, run `python data/recipes/datapackage.py`.",
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(
            f"The list of data files {path} is damaged.",
            hint="Reinstall standoff; in a checkout, run `python data/recipes/datapackage.py`.",
        ) from error
    return listed, known


def _resource(entry: dict[str, Any]) -> Resource:
    return Resource(
        path=entry["path"],
        size=int(entry["bytes"]),
        sha256=entry["hash"].removeprefix("sha256:"),
        dataset=entry["dataset"],
        title=entry["title"],
        licences=tuple(licence["name"] for licence in entry["licenses"]),
        source_ids=tuple(entry["source_ids"]),
        recipe=entry["recipe"],
    )


def _source(entry: dict[str, Any]) -> Source:
    return Source(
        id=entry["id"],
        title=entry["title"],
        url=entry.get("path", ""),
        licence=entry.get("licence", ""),
        attribution=entry.get("attribution", ""),
        version=entry.get("version", ""),
    )
