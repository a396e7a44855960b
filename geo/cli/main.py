"""The root command, and the one place where errors become a line and an exit code."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Final

import typer
from typer.exceptions import TyperException

import geo
from geo.cli.data import data
from geo.cli.evaluate import evaluate
from geo.cli.measure import border, check, reach
from geo.cli.page import dashboard
from geo.cli.pictures import draw_page, figure
from geo.cli.places import places
from geo.errors import GeoError

__all__ = ["app", "main"]

BAD_INPUT: Final = 2

app = typer.Typer(
    name="standoff",
    help="Put a news article on the map, with the evidence beside it. Works without a network.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("dashboard")(dashboard)
app.command("places")(places)
app.command("check")(check)
app.command("border")(border)
app.command("reach")(reach)
app.command("map")(draw_page)
app.command("figure")(figure)
app.command("evaluate")(evaluate)
app.add_typer(data, name="data")


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"standoff {geo.__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say on standard error what is being done.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Set up what every command shares: how much is logged."""
    del version
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.INFO if verbose else logging.ERROR,
        format="standoff: %(message)s",
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code.

    Parameters
    ----------
    arguments
        Words of the command line without the program's name; the process' own by default.
    """
    _speak_safely()
    try:
        code = app(args=arguments, prog_name="standoff", standalone_mode=False)
        sys.stdout.flush()
    except typer.Abort:
        _leave("Stopped.", 130)
    except TyperException as error:
        _leave(_usage(error), BAD_INPUT)
    except GeoError as error:
        _leave(str(error), BAD_INPUT)
    except BrokenPipeError:
        # the reader (head, less) has had enough: nothing is wrong, and nothing can be said
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        if error.filename is not None:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _leave(
            f"Standard output can't be written: {(error.strerror or str(error)).lower()}."
            " Send it somewhere with room.",
            BAD_INPUT,
        )
    sys.exit(code if isinstance(code, int) else 0)


def _speak_safely() -> None:
    """Replace what a narrow terminal encoding can't show, instead of failing on a letter."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _usage(error: TyperException) -> str:
    where = getattr(error, "ctx", None)
    command = where.command_path if where is not None else "standoff"
    said = error.format_message() if hasattr(error, "format_message") else str(error)
    return f"{said.rstrip('.')}. See `{command} --help`."


def _leave(line: str, code: int) -> None:
    """Say one line, even if a message carried line breaks, and end."""
    typer.echo(f"standoff: {' '.join(line.split())}", err=True)
    sys.exit(code)
