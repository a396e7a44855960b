"""Annotated texts to be judged by: JSON lines, gzipped or not, with spans or with entities."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import InputError

__all__ = ["GoldDocument", "GoldMention", "read_corpus"]

_PLACES = frozenset({"place", "facility", "metonym", "region"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """One annotated mention.

    Parameters
    ----------
    start, end
        Half-open range of code points.
    kind
        `place` and the other kinds that are drawn, or `ignore` and the like: neither right nor
        wrong to find.
    lon, lat
        Degrees, or None.
    place_id
        Such as `geonames:625143`, or empty.
    """

    start: int
    end: int
    kind: str
    lon: float | None = None
    lat: float | None = None
    place_id: str = ""

    @property
    def counts(self) -> bool:
        """Whether it has to be found."""
        return self.kind in _PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """One annotated text.

    Parameters
    ----------
    id, lang, text
        The text.
    mentions
        Annotated spans, if the corpus has spans.
    surfaces
        Case-folded surfaces of the places, if the corpus annotates whole documents; else None.
    """

    id: str
    lang: str
    text: str
    mentions: tuple[GoldMention, ...] = ()
    surfaces: frozenset[str] | None = None


def read_corpus(path: Path) -> Iterator[GoldDocument]:
    """Read an annotated corpus.

    Parameters
    ----------
    path
        JSON lines `{"id", "lang", "text", "mentions": [...]}` or, with document-level
        annotation, `{"id", "lang", "text", "entities": [{"surface", "category"}]}` with the
        category LOC for places.

    Raises
    ------
    InputError
        When the file is missing or a line isn't of that form.
    """
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8") as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield _document(json.loads(line), f"{path.name}:{number}")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise InputError(
            f"The corpus {path} can't be read ({error}).",
            hint="Give a file of JSON lines, gzipped or not.",
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"The corpus {path} has a line of another form ({error}).",
            hint='Each line is {"id", "lang", "text", "mentions" or "entities"}.',
        ) from error


def _document(record: dict[str, Any], where: str) -> GoldDocument:
    surfaces = None
    if "entities" in record:
        surfaces = frozenset(
            str(entity["surface"]).casefold()
            for entity in record["entities"]
            if entity["category"] == "LOC"
        )
    return GoldDocument(
        id=str(record.get("id", where)),
        lang=record["lang"],
        text=record["text"],
        mentions=tuple(_mention(mention) for mention in record.get("mentions", ())),
        surfaces=surfaces,
    )


def _mention(record: dict[str, Any]) -> GoldMention:
    number = record.get("geonames_id")
    return GoldMention(
        start=int(record["start"]),
        end=int(record["end"]),
        kind=str(record.get("kind", "place")),
        lon=None if record.get("lon") is None else float(record["lon"]),
        lat=None if record.get("lat") is None else float(record["lat"]),
        place_id=str(record.get("place_id") or (f"geonames:{number}" if number else "")),
    )
