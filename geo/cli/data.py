"""`standoff data`: what is shipped, whether it is whole, and how to make it again."""

from __future__ import annotations

from typing import Annotated

import typer

from geo.cli.table import aligned

__all__ = ["data"]

data = typer.Typer(
    help="List, check or rebuild the data that Standoff ships.", no_args_is_help=True
)


@data.command("list")
def list_() -> int:
    """List every shipped file with its size, licence and source.

    Example: standoff data list
    """
    from geo.datasets.manifest import resources

    rows = [
        [r.path, f"{r.size:,}", ", ".join(r.licences), r.title]
        for r in sorted(resources(), key=lambda r: r.path)
    ]
    typer.echo(aligned(["file", "bytes", "licence", "what it holds"], rows))
    return 0


@data.command()
def check() -> int:
    """Compare every shipped file with its recorded size and SHA-256.

    Example: standoff data check
    """
    from geo.datasets.manifest import check_all, resources

    faults = check_all()
    for fault in faults:
        typer.echo(f"standoff: {fault}", err=True)
    typer.echo(f"{len(resources()) - len(faults)} of {len(resources())} files are as shipped.")
    return 1 if faults else 0


@data.command()
def rebuild(
    name: Annotated[str | None, typer.Argument(help="Recipe to run; all of them if none.")] = None,
) -> int:
    """Make shipped files again from their pinned sources; needs a checkout and a network.

    Example: standoff data rebuild borders
    """
    from geo.datasets.rebuild import rebuild as run

    for step in run(name):
        typer.echo(step, err=True)
    return 0
