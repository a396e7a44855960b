"""Finishing SVG: the typefaces it needs, cut to its letters, and words for screen readers."""

from __future__ import annotations

import base64
import functools
import io
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from geo.datasets.fonts import Face, font_file
from geo.maps.figure.plate import Plate

__all__ = ["finish_svg"]

# layout tables are large and slow to cut; what they do is not missed in names and figures
_DROP: Final = ["GPOS", "GSUB", "GDEF", "DSIG", "kern", "hdmx", "VDMX", "LTSH", "gasp", "FFTM"]


def finish_svg(svg: str, plate: Plate, alt: str, lang: str) -> str:
    """Make matplotlib's SVG stand alone.

    Parameters
    ----------
    svg
        What matplotlib wrote, its text as text.
    plate
        Which letters of which faces it needs.
    alt
        Text for those who don't see the picture.
    lang
        Language of its words.

    Returns
    -------
    svg
        With embedded subsets of the typefaces, a description, and its language.
    """
    letters: dict[Face, set[str]] = {}
    for text in plate.texts:
        letters.setdefault(text.face, set()).update(text.words)
    faces = "".join(
        f"@font-face{{font-family:'{face.family}';font-weight:{face.weight};"
        f"font-style:{'italic' if face.italic else 'normal'};"
        f"src:url(data:font/ttf;base64,{_cut(face, ''.join(sorted(used)))})format('truetype')}}"
        for face, used in sorted(letters.items())
    )
    start = svg.index("<svg")
    inside = svg.index(">", start) + 1
    root = svg[start : inside - 1] + f' role="img" lang={quoteattr(lang)} aria-describedby="alt">'
    described = f'\n <desc id="alt">{escape(alt)}</desc>\n <style>{faces}</style>'
    return svg[:start] + root + described + svg[inside:]


@functools.lru_cache(maxsize=64)
def _cut(face: Face, letters: str) -> str:
    options = subset.Options()
    options.drop_tables = _DROP
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = TTFont(io.BytesIO(font_file(face).read_bytes()), lazy=True, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(font)
    stream = io.BytesIO()
    font.save(stream, reorderTables=False)
    return base64.b64encode(stream.getvalue()).decode("ascii")
