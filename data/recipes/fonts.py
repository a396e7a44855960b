"""Cut the faces of Fira Sans that figures use to Latin, Greek and Cyrillic.

    python data/recipes/fonts.py

Whole, they take three times the room, and every PDF a second longer to cut its own subset. The
licence reserves no font name, so a cut face may keep its own.
"""

from __future__ import annotations

import io
from pathlib import Path

from fetch import fetch
from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "fonts"
FACES = {
    "fira-sans": "FiraSans-Regular FiraSans-Italic FiraSans-Medium FiraSans-SemiBold FiraSans-Bold",
    "fira-sans-condensed": "FiraSansCondensed-Regular FiraSansCondensed-Medium",
}
KEPT = [
    (0x0020, 0x017F),  # Latin
    (0x0180, 0x024F),  # more Latin: Romanian, Azerbaijani capitals, Vietnamese
    (0x0259, 0x0259),  # Azerbaijani
    (0x02BB, 0x02BC),  # the apostrophes of Hawaiian and Ukrainian
    (0x02C6, 0x02DD),
    (0x0300, 0x032F),  # combining accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # transliterations, Vietnamese
    (0x2000, 0x209F),  # dashes, quotes, superscripts
    (0x20AC, 0x20AC),
    (0x2116, 0x2122),
    (0x2190, 0x2193),
    (0x2200, 0x226F),
]


def main() -> None:
    """Cut each face, and copy the licence."""
    for name, faces in FACES.items():
        package = fetch(name) / f"fontpkg_{name.replace('-', '_')}"
        for face in faces.split():
            font = cut((package / "files" / f"{face}.ttf").read_bytes())
            (FONTS / f"{face}.ttf").write_bytes(font)
            print(f"{face}.ttf: {len(font) / 1000:.0f} kB")
        (FONTS / "OFL.txt").write_bytes((package / "LICENSE").read_bytes())


def cut(font: bytes) -> bytes:
    """Keep the letters, their kerning and their accents; figures need no small capitals."""
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    face = TTFont(io.BytesIO(font), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for low, high in KEPT for code in range(low, high + 1)])
    cutter.subset(face)
    stream = io.BytesIO()
    face.save(stream, reorderTables=False)
    return stream.getvalue()


if __name__ == "__main__":
    main()
