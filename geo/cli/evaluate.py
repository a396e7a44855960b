"""`standoff evaluate`: how well the geoparser does on annotated texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from geo.errors import InputError

__all__ = ["evaluate"]


def evaluate(
    corpora: Annotated[list[Path], typer.Argument(metavar="CORPUS.jsonl[.gz]...")],
    *,
    without: Annotated[
        list[str] | None,
        typer.Option(metavar="ORIGIN", help="Leave out gazetteer rows of this origin; repeatable."),
    ] = None,
    output: Annotated[str, typer.Option("--format", "-f", help="One of: table, json.")] = "table",
) -> int:
    """Score the geoparser: precision, recall, F1; accuracy at 161 and 20 km; errors; speed.

    Example: standoff evaluate corpus.jsonl.gz --without supplement
    """
    from geo.geoparse.evaluate import evaluate_corpus, report

    if output not in {"table", "json"}:
        raise InputError(f"There is no format {output!r}.", hint="Choose table or json.")
    scores = [evaluate_corpus(path, without=frozenset(without or ())) for path in corpora]
    if output == "json":
        typer.echo(json.dumps([s.to_record() for s in scores], ensure_ascii=False, indent=1))
    else:
        typer.echo(report(scores))
    return 0
