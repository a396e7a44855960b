"""Figures of random corners of the earth: nothing falls over, nothing overlaps."""

from __future__ import annotations

import random

import pytest

from geo.datasets.countries import read_countries
from geo.maps.figure import LAYOUTS, compose
from geo.maps.figure.proof import faults

WIDTHS = (0.2, 1, 3, 8, 20, 45, 90, 200, 358)
RADII = (5, 50, 300, 900, 2500, 6000, 12000, 15000)


def random_scene(make, seed: int):
    chance = random.Random(seed)  # noqa: S311  no secret
    lat, lon = chance.uniform(-88, 88), chance.uniform(-180, 180)
    width, height = chance.choice(WIDTHS), chance.choice(WIDTHS[:-2])
    extent = (
        turned(lon - width / 2) if width < 350 else -179,
        max(-89, lat - height / 2),
        turned(lon + width / 2) if width < 350 else 179,
        min(89, lat + height / 2),
    )
    mentions = [
        (
            f"Miejsce {i} {'ab' * chance.randint(0, 8)}",
            turned(lon + chance.uniform(-width, width) / 2),
            max(-89, min(89, lat + chance.uniform(-height, height) / 2)),
        )
        for i in range(chance.randint(0, 25))
    ]
    ring = (lon, lat, chance.choice(RADII)) if chance.random() < 0.6 else None
    focus = chance.choice([None, *read_countries("world").index])
    layout = chance.choice([*LAYOUTS, (chance.uniform(80, 400), chance.uniform(80, 400))])
    return make(extent, focus, mentions, ring), layout


def turned(lon: float) -> float:
    return (lon + 180) % 360 - 180


@pytest.mark.parametrize("seed", [*range(10), 127])  # 127 names no place
def test_anywhere(somewhere, seed):
    scene, layout = random_scene(somewhere, seed)
    assert faults(compose(scene, layout=layout, ratio=True)) == ()


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 400))
def test_anywhere_at_length(somewhere, seed):
    test_anywhere(somewhere, seed)
