"""`standoff dashboard`: start the page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from geo.datasets.articles import read_article
from geo.errors import InputError
from geo.i18n import LANGUAGES

__all__ = ["dashboard"]


def dashboard(
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="Article to open; the first example if none."),
    ] = None,
    *,
    port: Annotated[int, typer.Option(help="Port on this machine.", min=1, max=65535)] = 8501,
    lang: Annotated[
        str | None, typer.Option(help="Language of the page: pl, en or uk; the browser's if none.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open a browser window.")] = True,
) -> int:
    """Open the page in a browser, for this machine only.

    Example: standoff dashboard article.txt --lang pl
    """
    if lang is not None and lang not in LANGUAGES:
        raise InputError(
            f"The page doesn't speak {lang!r}.", hint=f"Choose one of: {', '.join(LANGUAGES)}."
        )
    environment = dict(os.environ)
    if lang is not None:
        environment["STANDOFF_LANG"] = lang
    if file is not None:
        read_article(Path(file))  # an unreadable file is told here, not in a browser window
        environment["STANDOFF_ARTICLE"] = str(Path(file).resolve())
    # a child process: the page imports Streamlit, which no command line should wait for
    command = [
        *(sys.executable, "-m", "geo.app.serve"),
        *("--server.port", str(port)),
        *("--server.address", "127.0.0.1"),
        *("--server.headless", "false" if browser and _has_screen() else "true"),
        *("--browser.gatherUsageStats", "false"),
        *("--global.developmentMode", "false"),
    ]
    typer.echo(f"Standoff: http://127.0.0.1:{port} (end with Ctrl+C)")
    try:
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        return 0


def _has_screen() -> bool:
    """Whether a browser could open: without a display Streamlit would only warn."""
    return sys.platform != "linux" or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
