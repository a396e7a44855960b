"""The facts' own words, which are English, in the other languages of the interface.

What a range rests on, whose unit a site is, who claims a deployment, who publishes a length.
Titles of sources stay as they are: a citation names a publication as it names itself.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from pathlib import Path

from geo.datasets.manifest import locate

__all__ = ["fact_words"]


def fact_words(text: str, lang: str) -> str:
    """Say words of a fact in a language.

    Parameters
    ----------
    text
        As the table of facts has it.
    lang
        Interface language.

    Returns
    -------
    words
        The English ones where nobody has translated them: a person's own words, for instance.
    """
    if lang == "en":
        return text
    row = _words(locate("facts/words.csv")).get(text)
    return row[lang] if row and row.get(lang) else text


@functools.cache
def _words(path: Path) -> Mapping[str, Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["en"]: row for row in csv.DictReader(file)}
