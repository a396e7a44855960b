"""What several commands share: reading the article and the date, and the words of options."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from geo.datasets.articles import read_article
from geo.errors import InputError
from geo.model import Article

__all__ = [
    "VIEWPOINTS",
    "FileArgument",
    "LangOption",
    "OnOption",
    "PublishedOption",
    "ViewpointOption",
    "article_from",
    "day_from",
    "notice",
    "viewpoint_from",
]

FileArgument = Annotated[
    str, typer.Argument(metavar="FILE", help="The article, as text; `-` reads standard input.")
]
LangOption = Annotated[
    str | None,
    typer.Option("--lang", metavar="L", help="Language of the article; told from the text if not."),
]
OnOption = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DATE",
        help="Day of memberships and deployments, YYYY-MM-DD; the article's own if not given.",
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Day of publication, YYYY-MM-DD."),
]


VIEWPOINTS = ("un", "de_facto", "neutral")
ViewpointOption = Annotated[
    str, typer.Option("--viewpoint", help="Whose borders: un, de_facto or neutral.")
]


def viewpoint_from(word: str) -> str:
    """Check that a viewpoint is one that the data knows."""
    if word not in VIEWPOINTS:
        raise InputError(
            f"There is no viewpoint {word!r}.", hint=f"Choose one of: {', '.join(VIEWPOINTS)}."
        )
    return word


def article_from(file: str, *, published: str | None = None, lang: str | None = None) -> Article:
    """Read the article that a command was given.

    Parameters
    ----------
    file
        Path, or `-` for standard input. `article.toml` beside the file tells its title and date.
    published
        Day of publication, overriding the one beside the file.
    lang
        Language, overriding the one beside the file.

    Raises
    ------
    InputError
        If it can't be read as text, is empty or too large.
    """
    article = read_article(sys.stdin.buffer if file == "-" else Path(file))
    if published is not None:
        article = replace(article, published=day_from(published, option="--published"))
    return article if lang is None else replace(article, lang=lang)


def day_from(text: str | None, *, option: str = "--on") -> date | None:
    """Read a day as people write it for computers, or None."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            f"{option} {text!r} is not a day.", hint="Write it as YYYY-MM-DD, such as 2023-04-06."
        ) from error


def notice(sentence: str) -> None:
    """Say something on standard error that the result should be read with."""
    typer.echo(f"standoff: {sentence}", err=True)
