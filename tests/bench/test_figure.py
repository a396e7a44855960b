"""Time and size of the figure, beside what geopandas and cartopy take for the same layers.

    pytest tests/bench/test_figure.py -m bench

cartopy is measured where it is installed; it is no dependency.
"""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from geo.export.image import figure_bytes
from geo.maps.figure import compose
from geo.maps.figure.render import About, render
from geo.maps.scene import Mark, Scene

pytestmark = pytest.mark.bench

ABOUT = About(title="title", alt="alt")
LIMITS = {"png": (1.0, 2.6e6), "svg": (0.6, 2.4e6), "pdf": (2.0, 0.8e6)}


@pytest.fixture(scope="module")
def scene() -> Scene:
    path = Path(__file__).parents[1] / "unit/test_figure/conftest.py"
    spec = importlib.util.spec_from_file_location("figure_scenes", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.belarus()


@pytest.mark.parametrize("layout", ["half", "full", "slide"])
def test_compose(benchmark, scene, layout):
    compose(scene, layout=layout)
    benchmark.pedantic(compose, (scene,), {"layout": layout}, rounds=5)
    assert benchmark.stats.stats.median < 1.5


@pytest.mark.parametrize("fmt", list(LIMITS))
def test_render(benchmark, scene, fmt):
    plate = compose(scene)
    seconds, size = LIMITS[fmt]
    content = benchmark.pedantic(render, (plate, fmt), {"about": ABOUT}, rounds=5, warmup_rounds=1)
    benchmark.extra_info["bytes"] = len(content)
    assert len(content) < size
    assert benchmark.stats.stats.median < seconds


def test_whole_file(benchmark, scene):
    benchmark.pedantic(figure_bytes, (scene, "png"), rounds=5, warmup_rounds=1)


def test_beside_geopandas_plot(benchmark, scene):
    """The same polygons and lines in the same projection, without a single name."""
    proj = compose(scene).projection

    def draw() -> int:
        figure = Figure(figsize=(6.69, 4.65))
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        for layer in scene.layers:
            if layer.mark is Mark.LABEL:
                continue
            frame = layer.frame.cx[5:55, 40:65].to_crs(proj.proj)
            style = layer.style_of("")
            frame.plot(ax=axes, facecolor=style.fill or "none", edgecolor=style.stroke or "none")
        axes.set_xlim(proj.window[0], proj.window[2])
        axes.set_ylim(proj.window[1], proj.window[3])
        return _saved(figure)

    benchmark.extra_info["bytes"] = benchmark.pedantic(draw, rounds=3, warmup_rounds=1)


def test_beside_cartopy(benchmark, scene):
    """The same, by cartopy."""
    crs = pytest.importorskip("cartopy.crs")
    proj = compose(scene).projection

    def draw() -> int:
        figure = Figure(figsize=(6.69, 4.65))
        FigureCanvasAgg(figure)
        plane = crs.LambertAzimuthalEqualArea(proj.lon_0, proj.lat_0)
        axes = figure.add_axes((0, 0, 1, 1), projection=plane)
        for layer in scene.layers:
            if layer.mark in {Mark.LABEL, Mark.POINT}:
                continue
            style = layer.style_of("")
            axes.add_geometries(
                layer.frame.cx[5:55, 40:65].geometry,
                crs.PlateCarree(),
                facecolor=style.fill if style.fill and layer.mark is Mark.FILL else "none",
                edgecolor=style.stroke or "none",
            )
        axes.set_extent((proj.window[0], proj.window[2], proj.window[1], proj.window[3]), crs=plane)
        return _saved(figure)

    benchmark.extra_info["bytes"] = benchmark.pedantic(draw, rounds=3, warmup_rounds=1)


def _saved(figure: Figure) -> int:
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=300)
    return len(stream.getvalue())
