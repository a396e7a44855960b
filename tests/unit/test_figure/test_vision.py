"""What a reader sees who doesn't tell hues apart, or has a grey print."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from geo.maps.figure import compose
from geo.maps.scene import Mark
from geo.maps.style import WATER, ring_style, site_style

# Viénot, Brettel and Mollon 1999, on linear RGB
DEUTERANOPIA = np.array(
    [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]]
)


def linear(colour: str) -> np.ndarray:
    values = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lightness(rgb: np.ndarray) -> float:
    y = float(rgb @ (0.2126, 0.7152, 0.0722))
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def contrast(a: str, b: str) -> float:
    one, two = (float(linear(c) @ (0.2126, 0.7152, 0.0722)) for c in (a, b))
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)


def cue(layer, key):
    """Everything but colour by which a legend's row can be told."""
    s = layer.style_of(key)
    return (
        layer.mark if s.fill or s.symbol else Mark.LINE,
        s.symbol,
        s.hollow,
        s.dotted,
        s.hatch,
        bool(s.dash_pt),
        round(s.width_pt, 1),
        s.casing is not None,
    )


def entries(scene):
    return [(la, key, la.style_of(key)) for la in scene.layers for key, _ in la.legend]


def test_every_pair_of_legend_rows_differs_in_more_than_hue(scene):
    alike = []
    for (a, ka, sa), (b, kb, sb) in itertools.combinations(entries(scene), 2):
        if cue(a, ka) != cue(b, kb):
            continue
        ca, cb = (s.fill or s.stroke for s in (sa, sb))
        grey = abs(lightness(linear(ca)) - lightness(linear(cb)))
        seen = np.abs(DEUTERANOPIA @ linear(ca) - DEUTERANOPIA @ linear(cb)).max()
        if grey < 6 or seen < 0.03:
            alike.append((a.id, b.id, grey, seen))
    assert alike == []


def test_statuses_differ_in_shape_or_line_not_in_hue():
    sites = [site_style(s) for s in ("confirmed", "reported", "claimed")]
    assert len({(s.hollow, s.dotted) for s in sites}) == 3
    rings = [ring_style(s) for s in ("confirmed", "claimed", "hypothetical")]
    assert len({s.dash_pt for s in rings}) == 3


@pytest.mark.parametrize("layout", ["half", "slide"])
def test_every_text_can_be_read_on_its_halo_or_paper(scene, layout):
    for text in compose(scene, layout=layout).texts:
        assert contrast(text.colour, text.halo or "#ffffff") >= 4.5, text.words


def test_lines_stand_out_from_every_fill_they_may_lie_on(scene):
    fills = [s.fill for la, _, s in entries(scene) if la.mark is Mark.FILL and s.fill_alpha == 1]
    for layer, _, style in entries(scene):
        if layer.mark is Mark.LINE:
            for fill in [*fills, WATER]:
                if fill:
                    assert contrast(style.stroke, fill) >= 3.0, (layer.id, fill)
