"""From a plate to bytes: PNG, SVG or PDF, the same bytes for the same plate in one environment."""

from __future__ import annotations

import io
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from geo.errors import InputError
from geo.maps.figure.inking import ink_plate
from geo.maps.figure.plate import Plate
from geo.maps.figure.svg import finish_svg

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["FORMATS", "About", "render"]

FORMATS: Final = ("png", "svg", "pdf")

_DPI: Final = (36.0, 1200.0)
_MOST_PIXELS: Final = 120e6
_LOCK: Final = threading.RLock()
"""`rc_context` changes settings of the whole process, so one figure is saved at a time."""

_SETTINGS: Final[dict[str, Any]] = {
    "svg.fonttype": "none",  # text stays text
    "svg.hashsalt": "standoff",  # ids the same on every run
    "pdf.fonttype": 42,  # TrueType, subset and embedded: text can be found and copied
    "pdf.compression": 6,
    "text.hinting": "none",  # widths as measured, at any resolution
    "agg.path.chunksize": 0,
    "path.simplify": False,  # shapes were simplified to the sheet already
}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file says of itself.

    Parameters
    ----------
    title, alt
        Title, and text for those who don't see the picture.
    lang
        Language of its words.
    command
        How it can be made again.
    article_id
        Hash of the article.
    versions
        Versions of the data, by source.
    """

    title: str
    alt: str
    lang: str = "en"
    command: str = ""
    article_id: str = ""
    versions: Mapping[str, str] | None = None

    @property
    def made_of(self) -> str:
        """Article and data on one line."""
        parts = [f"article sha256:{self.article_id}"] if self.article_id else []
        parts += [f"{name} {version}" for name, version in sorted((self.versions or {}).items())]
        return "; ".join(parts)


def render(plate: Plate, fmt: str, *, about: About, dpi: float = 300.0) -> bytes:
    """Make a file's bytes.

    Parameters
    ----------
    plate
        A composed figure.
    fmt
        `png`, `svg` or `pdf`.
    about
        What the file says of itself.
    dpi
        Pixels per inch of a PNG, 36 to 1200; the others have none.

    Returns
    -------
    content
        Without date or program version, so that equal plates give equal bytes.

    Raises
    ------
    InputError
        For another format, or pixels that no memory would hold.
    """
    _check(plate, fmt, dpi)
    stream = io.BytesIO()
    with _LOCK, mpl.rc_context(cast("Any", _SETTINGS)):
        # artists read settings when they are made, too
        figure = ink_plate(plate)
        if fmt == "png":
            return _png(figure, dpi, _metadata(fmt, about))
        figure.savefig(stream, format=fmt, dpi=dpi, metadata=_metadata(fmt, about))
    content = stream.getvalue()
    if fmt == "svg":
        return finish_svg(content.decode("utf-8"), plate, about.alt, about.lang).encode("utf-8")
    return content


def _png(figure: Figure, dpi: float, said: Mapping[str, Any]) -> bytes:
    """Draw pixels of 256 colours: a map has few, and a quarter of the bytes holds them."""
    figure.set_dpi(dpi)
    # this backend has no types
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    pixels = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    # no dithering: it would speckle flat areas, and a palette this large needs none
    few = pixels.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    words = PngInfo()
    for key, value in said.items():
        if value:
            words.add_text(key, value)
    stream = io.BytesIO()
    few.save(stream, format="png", dpi=(dpi, dpi), pnginfo=words)
    return stream.getvalue()


def _check(plate: Plate, fmt: str, dpi: float) -> None:
    if fmt not in FORMATS:
        raise InputError(
            f"A figure can't be written as {fmt!r}.", hint=f"Choose one of {', '.join(FORMATS)}."
        )
    if not _DPI[0] <= dpi <= _DPI[1]:
        raise InputError(
            f"A picture can't have {dpi:g} dots per inch.",
            hint=f"Give {_DPI[0]:.0f} to {_DPI[1]:.0f}; print takes 300.",
        )
    pixels = plate.layout.width_mm * plate.layout.height_mm * (dpi / 25.4) ** 2
    if fmt == "png" and pixels > _MOST_PIXELS:
        raise InputError(
            f"A picture of {pixels / 1e6:.0f} million pixels is too large.",
            hint="Give fewer dots per inch, or write SVG or PDF.",
        )


def _metadata(fmt: str, about: About) -> dict[str, Any]:
    if fmt == "png":
        said = {
            "Title": about.title,
            "Description": about.alt,
            "Source": about.made_of,
            "Comment": about.command,
        }
        return {"Software": None, **{key: value for key, value in said.items() if value}}
    if fmt == "pdf":
        keywords = "; ".join(part for part in (about.command, about.made_of) if part)
        said = {"Title": about.title, "Subject": about.alt, "Keywords": keywords}
        kept = {key: value for key, value in said.items() if value}
        return {"Creator": None, "Producer": None, "CreationDate": None, **kept}
    said = {
        "Title": about.title,
        "Description": about.alt,
        "Source": about.made_of,
        "Relation": about.command,
        "Language": about.lang,
    }
    return {"Date": None, "Creator": None, **{key: value for key, value in said.items() if value}}
