"""`standoff places`: the places of one text, or of many."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from geo.cli.reading import LangOption, PublishedOption, article_from, notice
from geo.cli.table import aligned, as_csv
from geo.errors import GeoError, InputError
from geo.i18n import phrase
from geo.model import Article, Borderland

__all__ = ["places"]

FORMATS = ("table", "json", "geojson", "csv")
_COLUMNS = ("start", "end", "surface", "kind", "status", "name", "iso_a3", "lon", "lat", "score")


def places(
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="The article; `-` is standard input.")
    ] = None,
    *,
    lang: LangOption = None,
    published: PublishedOption = None,
    output: Annotated[
        str, typer.Option("--format", "-f", help="One of: table, json, geojson, csv.")
    ] = "table",
    jsonl: Annotated[
        bool,
        typer.Option(
            "--jsonl", help='Many: a line {"id","text","lang"?} in, a JSON record a line out.'
        ),
    ] = False,
) -> int:
    """Find the places of an article and say which places they are.

    Example: standoff places article.txt --format json
    """
    from geo.analysis.joined import read_borderlands, read_places
    from geo.analysis.places_record import places_record

    if output not in FORMATS:
        raise InputError(
            f"There is no format {output!r}.", hint=f"Choose one of: {', '.join(FORMATS)}."
        )
    if jsonl:
        return _many(file or "-", lang)
    if file is None:
        raise InputError("No article was given.", hint="Name a file, or `-` for standard input.")
    article = article_from(file, published=published, lang=lang)
    parsed = read_places(article)
    for kind, value in parsed.notices:
        notice(phrase(f"notice.{kind}", "en", value=value))
    along = read_borderlands(article, parsed)
    record = places_record(article.id, parsed.lang, parsed.resolutions, along)
    if not any(resolution.mention.kind.drawn for resolution in parsed.resolutions):
        notice("No place was found in the text.")
    typer.echo(_written(record, along, output), nl=False)
    return 0 if any(r.mention.kind.drawn for r in parsed.resolutions) else 1


def _written(record: dict[str, Any], along: Sequence[Borderland], output: str) -> str:
    if output == "json":
        return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    if output == "geojson":
        from geo.analysis.borderland_rows import borderland_shapes
        from geo.analysis.places_record import places_features

        features = places_features(record, borderland_shapes(along))
        return json.dumps(features, ensure_ascii=False, indent=1) + "\n"
    from geo.analysis.places_record import record_rows

    rows = [[row[column] for column in _COLUMNS] for row in record_rows(record)]
    if output == "csv":
        return as_csv(_COLUMNS, rows)
    return aligned(_COLUMNS, [[_cell(value) for value in row] for row in rows]) + "\n"


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _many(file: str, lang: str | None) -> int:
    """Answer each line by a record; a bad line is answered by its error, and the rest go on."""
    from geo.analysis.joined import read_borderlands, read_places
    from geo.analysis.places_record import places_record

    found = bad = 0
    for number, line in _lines(file):
        try:
            request = _request(line, number)
            article = Article(text=request["text"], lang=lang or request.get("lang"))
            parsed = read_places(article)
        except GeoError as error:
            bad += 1
            notice(str(error))
            continue
        found += any(r.mention.kind.drawn for r in parsed.resolutions)
        record = places_record(
            str(request.get("id", article.id)),
            parsed.lang,
            parsed.resolutions,
            read_borderlands(article, parsed),
        )
        sys.stdout.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
    if bad:
        return 2
    return 0 if found else 1


def _lines(file: str) -> Iterator[tuple[int, bytes]]:
    if file == "-":
        yield from _filled(sys.stdin.buffer)
        return
    try:
        with open(file, "rb") as stream:  # noqa: PTH123 - the name may be a pipe, kept as given
            yield from _filled(stream)
    except OSError as error:
        raise InputError(
            f"{file} can't be read: {(error.strerror or str(error)).lower()}.",
            hint="Name a file of JSON lines, or `-` for standard input.",
        ) from error


def _filled(stream: Any) -> Iterator[tuple[int, bytes]]:  # noqa: ANN401 - any binary stream
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield number, line


def _request(line: bytes, number: int) -> dict[str, Any]:
    try:
        request = json.loads(line)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise InputError(
            f"Line {number} is not JSON.", hint='Give one object a line: {"id": ..., "text": ...}.'
        ) from error
    if not isinstance(request, dict) or not isinstance(request.get("text"), str):
        raise InputError(
            f"Line {number} has no text.", hint='Give one object a line: {"id": ..., "text": ...}.'
        )
    if not isinstance(request.get("lang") or "", str):
        raise InputError(
            f"Line {number} has a language that is no text.", hint='Write it like "lang": "pl".'
        )
    return request
