"""The figure as a file: PNG, SVG or PDF by its suffix."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from geo.errors import InputError
from geo.export.atomic import write_whole
from geo.maps.figure import compose
from geo.maps.figure.layout import Layout
from geo.maps.figure.render import FORMATS, About, render
from geo.maps.scene import Scene

__all__ = ["FORMATS", "figure_bytes", "figure_format", "write_figure"]


def figure_bytes(
    scene: Scene,
    fmt: str,
    *,
    layout: str | tuple[float, float] | Layout = "half",
    dpi: float = 300.0,
    hide: Collection[str] = frozenset(),
    command: str = "",
) -> bytes:
    """Draw a scene as a file's bytes.

    Parameters
    ----------
    scene
        What to draw.
    fmt
        `png`, `svg` or `pdf`.
    layout
        `half`, `full`, `slide`, `square`, or width and height in millimetres.
    dpi
        Dots per inch of a PNG.
    hide
        Ids or roles of layers to leave out.
    command
        How the file can be made again; goes into its metadata.

    Returns
    -------
    content
        The same bytes for the same scene, in any process or thread of one environment.

    Raises
    ------
    InputError
        For an unknown format, layout or layer, or too many pixels.
    """
    plate = compose(scene, layout=layout, hide=hide, ratio=fmt == "pdf")
    versions = {source.id: source.version for source in scene.sources.values() if source.version}
    about = About(
        title=scene.text.title,
        alt=f"{scene.text.alt} {plate.inset.said}" if plate.inset else scene.text.alt,
        lang=scene.lang,
        command=command,
        article_id=scene.article_id,
        versions=versions,
    )
    return render(plate, fmt, about=about, dpi=dpi)


def figure_format(path: Path | str) -> str:
    """The format that a file's suffix asks for.

    Parameters
    ----------
    path
        Name of the file.

    Raises
    ------
    InputError
        When the suffix is none of `FORMATS`.
    """
    suffix = Path(path).suffix.lower().lstrip(".")
    if suffix not in FORMATS:
        raise InputError(
            f"{Path(path).name} has no suffix of a picture.",
            hint=f"End it in {', '.join('.' + name for name in FORMATS)}.",
        )
    return suffix


def write_figure(
    scene: Scene,
    path: Path | str,
    *,
    layout: str | tuple[float, float] | Layout = "half",
    dpi: float = 300.0,
    hide: Collection[str] = frozenset(),
    command: str = "",
) -> Path:
    """Draw a scene into a file, whole or not at all.

    Parameters
    ----------
    scene
        What to draw.
    path
        Where to; its suffix chooses PNG, SVG or PDF.
    layout
        `half`, `full`, `slide`, `square`, or width and height in millimetres.
    dpi
        Dots per inch of a PNG.
    hide
        Ids or roles of layers to leave out.
    command
        How the file can be made again; goes into its metadata.

    Returns
    -------
    path
        The file written.

    Raises
    ------
    InputError
        For an unknown suffix, layout or layer, or a place that can't be written to; a file that
        stood there stays as it was.
    """
    fmt = figure_format(path)
    content = figure_bytes(scene, fmt, layout=layout, dpi=dpi, hide=hide, command=command)
    return write_whole(path, content)
