"""How texts call the weapon systems of the tables: family names, designations, other scripts."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from geo.datasets.facts import read_table, table_file

__all__ = ["fold_system_name", "system_names", "systems_named"]

_ENDING: Final = 4
"""Letters that a case ending adds at most: Iskanderami, Искандерами."""
_SHORTEST: Final = 5
"""Names shorter than this are designations, which don't inflect."""


def system_names() -> Mapping[str, tuple[str, ...]]:
    """List the names under which systems are known.

    Returns
    -------
    names
        Folded name (`fold_system_name`) to the ids of the systems it can mean: several for a
        family such as Iskander.
    """
    return _names(table_file("system_names"))


def systems_named(*forms: str) -> tuple[str, ...]:
    """Tell which systems words name.

    Parameters
    ----------
    forms
        Ways to write one name, best first, such as a mention's lemma and its surface.

    Returns
    -------
    system_ids
        Of the first form that is known, also with a case ending; empty when none is.
    """
    known = system_names()
    folded = [fold_system_name(form) for form in forms]
    for form in folded:
        if form in known:
            return known[form]
    for form in folded:
        stems = (form[: len(form) - cut] for cut in range(1, _ENDING + 1))
        for stem in stems:
            if len(stem) >= _SHORTEST and stem.isalpha() and stem in known:
                return known[stem]
    return ()


def fold_system_name(name: str) -> str:
    """Write a name without regard to case, kind of dash, quotes and spacing."""
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", name.casefold())
    return " ".join(re.sub(r"[\"'«»„“”’‘]", "", plain).split())


@functools.cache
def _names(_file: Path) -> Mapping[str, tuple[str, ...]]:
    rows = read_table("system_names")
    return MappingProxyType(
        {fold_system_name(row["name"]): tuple(row["system_ids"].split()) for row in rows}
    )
