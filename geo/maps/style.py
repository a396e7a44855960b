"""The palette and the line weights, for paper and screen alike.

Blue and vermilion stay apart for colour-blind readers; a second cue (dash, hatch, shape,
casing) stands beside every hue. A test holds the contrasts of `geo/DESIGN.md` section 7:
lines and symbols 3:1 against every fill they may lie on, text 4.5:1.
"""

from __future__ import annotations

from typing import Final

from geo.maps.scene import Style, Symbol

__all__ = ["ALLIANCES", "INK", "PAPER", "STYLES", "WATER", "ring_style", "site_style"]

INK: Final = "#1e1e1e"
MUTED: Final = "#55554f"
PAPER: Final = "#ffffff"
WATER: Final = "#ddebf2"
LAND: Final = "#f6f3ec"
ALLIANCE: Final = "#bccde6"
FOCUS: Final = "#f9dccd"
SHORE: Final = "#47748f"
BORDER: Final = "#63635f"
ALLIED_BORDER: Final = "#1f4e8c"
RED: Final = "#b3261e"
MARKER: Final = "#5b2a86"

ALLIANCES: Final = (
    Style(fill=ALLIANCE, text="#2b4a7a"),
    Style(hatch="/", stroke="#4d7040", stroke_alpha=0.8, text="#36552a"),
    Style(hatch="x", stroke="#7a5585", stroke_alpha=0.8, text="#5d3a68"),
)
"""Alliances in the order the text names them: the first a tint, further ones a hatch alone, so that
a country in both shows both."""

STYLES: Final = {
    "land": Style(fill=LAND, text=MUTED),
    "focus": Style(fill=FOCUS, text="#7a2a1d"),
    "admin1": Style(stroke="#a5a39b", width_pt=0.3),
    "lakes": Style(fill=WATER, stroke=SHORE, width_pt=0.3),
    "coast": Style(stroke=SHORE, width_pt=0.5),
    "borders": Style(stroke=BORDER, width_pt=0.6),
    # without an outline: what its edges are is told by the lines
    "disputed-area": Style(hatch=".", stroke=BORDER),
    "disputed": Style(stroke=BORDER, width_pt=0.7, dash_pt=(3.0, 2.0)),
    "focus-border": Style(stroke=ALLIED_BORDER, width_pt=1.8, casing=PAPER, casing_pt=3.4),
    "reach": Style(fill=RED, fill_alpha=0.10, hatch="/", stroke=RED, stroke_alpha=0.35),
    "uncertainty": Style(stroke=RED, width_pt=0.6, dash_pt=(1.2, 1.6), text=RED),
    "borderland": Style(
        fill=MARKER,
        fill_alpha=0.08,
        hatch="\\",
        stroke=MARKER,
        stroke_alpha=0.6,
        width_pt=0.9,
        dash_pt=(3.2, 2.0),
    ),
    "city": Style(
        symbol=Symbol.CIRCLE, size_pt=3.2, stroke=INK, fill=PAPER, width_pt=0.9, hollow=True
    ),
    "capital": Style(symbol=Symbol.SQUARE, size_pt=4.2, fill=INK, stroke=PAPER, width_pt=0.6),
    "sea": Style(text="#2f617f"),
    "region": Style(text="#4a3a66"),
    "mention": Style(
        symbol=Symbol.CIRCLE, size_pt=6.5, fill=MARKER, stroke=PAPER, width_pt=1.0, text=MARKER
    ),
    "mention-area": Style(
        symbol=Symbol.DIAMOND, size_pt=6.5, fill=MARKER, stroke=PAPER, width_pt=1.0, text=MARKER
    ),
    "mention-facility": Style(
        symbol=Symbol.SQUARE, size_pt=6.0, fill=MARKER, stroke=PAPER, width_pt=1.0, text=MARKER
    ),
    "mention-metonym": Style(
        symbol=Symbol.STAR, size_pt=8.0, fill=MARKER, stroke=PAPER, width_pt=1.0, text=MARKER
    ),
    "mention-ambiguous": Style(
        symbol=Symbol.CIRCLE, size_pt=6.5, stroke=MARKER, width_pt=1.4, hollow=True, text=MARKER
    ),
}


def site_style(status: str) -> Style:
    """Triangle by status: filled = confirmed, hollow = reported, hollow and dotted = claimed."""
    return Style(
        symbol=Symbol.TRIANGLE,
        size_pt=7.5,
        fill=RED if status == "confirmed" else PAPER,
        stroke=RED,
        width_pt=1.2,
        hollow=status != "confirmed",
        dotted=status == "claimed",
        text=RED,
    )


def ring_style(status: str, *, part: str = "ring", dashed: bool = False) -> Style:
    """Line of a ring or of its parts.

    Parameters
    ----------
    status
        `confirmed`, `reported`, `claimed`, or `hypothetical` for a person's own pair: the less
        is known, the more broken the line.
    part
        `ring` (highest maximum), `band` (lowest maximum) or `dead-zone`.
    dashed
        Whether the facts advise a dashed line: combat radii, contested figures.
    """
    dash = {
        "confirmed": (),
        "reported": (),
        "claimed": (1.2, 1.6),
        "hypothetical": (5.0, 3.0),
    }[status]
    if part == "band":
        return Style(stroke=RED, width_pt=0.6, dash_pt=(4.0, 2.2), fill=RED, fill_alpha=0.05)
    if part == "dead-zone":
        return Style(stroke=RED, width_pt=0.6, dash_pt=(0.8, 1.4), fill=PAPER, fill_alpha=0.35)
    if dashed and not dash:
        dash = (7.0, 2.0)
    width_pt = 1.15 if status != "reported" else 1.0
    return Style(stroke=RED, width_pt=width_pt, casing=PAPER, casing_pt=2.4, dash_pt=dash, text=RED)
