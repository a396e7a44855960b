"""Word lists of the geoparser: written ones in TOML, gathered ones in JSON, per language."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from typing import Any

from geo.datasets.manifest import locate, resources
from geo.errors import DataError

__all__ = ["read_border_words", "read_gathered_words", "read_lexicon_words"]


def read_lexicon_words(lang: str) -> dict[str, tuple[str, ...]]:
    """Read the word lists written for a language.

    Parameters
    ----------
    lang
        ISO 639-1 code.

    Returns
    -------
    listed
        Entries by list name; empty when there is no file for the language.

    Raises
    ------
    DataError
        When the file isn't the one shipped, or is no lexicon.
    """
    return _read(f"geoparse/lexicon/{lang}.toml", tomllib.loads)


def read_gathered_words(lang: str) -> dict[str, tuple[str, ...]]:
    """Read the words and names gathered from public lists for a language; see above.

    Parameters
    ----------
    lang
        ISO 639-1 code.
    """
    return _read(f"geoparse/words/{lang}.json", json.loads)


def read_border_words(lang: str) -> dict[str, tuple[str, ...]]:
    """Read the words of phrases about borders written for a language; see above.

    Parameters
    ----------
    lang
        ISO 639-1 code.
    """
    return _read(f"geoparse/borders/{lang}.toml", tomllib.loads)


def _read(name: str, loads: Callable[[str], Any]) -> dict[str, tuple[str, ...]]:
    if all(resource.path != name for resource in resources()):
        return {}
    path = locate(name)
    try:
        read = loads(path.read_text(encoding="utf-8"))
        return {key: tuple(words) for key, words in read.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise DataError(
            f"The word lists {path} can't be read: {error}.", hint="Reinstall standoff."
        ) from error
