"""Draw every example in every layout and language, proof-read each, and lay them on one sheet.

    python tests/figures.py FOLDER [--dpi N]      what `make figures` runs

Writes `FOLDER/<example>-<layout>-<language>.png` and `FOLDER/contact-<layout>.png`; exits 1 when
the proof-reader finds an overlap or a text outside the frame.
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from PIL import Image

from geo.analysis import Settings, analyse
from geo.datasets.articles import read_article, seeds
from geo.i18n import LANGUAGES
from geo.maps.build import build_scene
from geo.maps.figure import LAYOUTS, compose
from geo.maps.figure.proof import faults
from geo.maps.figure.render import About, render

THUMB = 520


def main() -> int:
    """Draw all; say what was dropped and what is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dpi", type=float, default=150.0)
    parser.add_argument("--only", default="", help="part of an example's name")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    wrong = 0
    thumbs: dict[str, list[list[Image.Image]]] = {name: [] for name in LAYOUTS}
    for seed in seeds():
        if options.only not in seed.slug:
            continue
        analysis = analyse(read_article(seed.path), Settings())
        scenes = {lang: build_scene(analysis, lang=lang) for lang in LANGUAGES}
        for layout in LAYOUTS:
            row = []
            for lang, scene in scenes.items():
                plate = compose(scene, layout=layout)
                about = About(title=scene.text.title, alt=scene.text.alt, lang=lang)
                png = render(plate, "png", about=about, dpi=options.dpi)
                name = f"{seed.slug}-{layout}-{lang}"
                (options.folder / f"{name}.png").write_bytes(png)
                row.append(_thumb(png))
                wrong += _report(name, plate)
            thumbs[layout].append(row)
    for layout, rows in thumbs.items():
        _sheet(rows).save(options.folder / f"contact-{layout}.png")
    return 1 if wrong else 0


def _report(name: str, plate: object) -> int:
    found = faults(plate)
    dropped = ", ".join(f"{drop.words} ({drop.role})" for drop in plate.dropped)
    sys.stdout.write(f"{name}: {len(plate.texts)} texts; dropped: {dropped or 'nothing'}\n")
    for fault in found:
        sys.stdout.write(f"  WRONG: {fault}\n")
    return len(found)


def _thumb(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png)) as image:
        image.thumbnail((THUMB, THUMB))
        return image.convert("RGB")


def _sheet(rows: list[list[Image.Image]]) -> Image.Image:
    width = max(sum(image.width + 6 for image in row) for row in rows)
    heights = [max(image.height for image in row) + 6 for row in rows]
    sheet = Image.new("RGB", (width, sum(heights)), "#808080")
    top = 0
    for row, height in zip(rows, heights, strict=True):
        left = 0
        for image in row:
            sheet.paste(image, (left, top))
            left += image.width + 6
        top += height
    return sheet


if __name__ == "__main__":
    sys.exit(main())
