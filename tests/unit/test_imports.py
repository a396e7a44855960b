"""The import contracts hold, and each is shown to fail when it is broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as c; c()",
            "--no-cache",
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("contracts")
    shutil.copy(ROOT / "pyproject.toml", folder)
    ignore = shutil.ignore_patterns("__pycache__", "components", "_data")
    shutil.copytree(ROOT / "geo", folder / "geo", ignore=ignore)
    return folder


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("rings/__init__.py", "import geo.maps.scene", "Imports point downward"),
        ("borders/__init__.py", "import geo.rings", "Imports point downward"),
        ("cli/__init__.py", "import streamlit", "Streamlit only in the page"),
        ("coverage/__init__.py", "import folium", "Drawing libraries only in maps"),
        ("model/__init__.py", "import pandas", "The model knows no frames"),
        ("datasets/__init__.py", "import socket", "The network only where"),
        ("strangers.py", "", "Imports point downward"),
    ],
)
def test_a_broken_contract_is_told(copy, module, line, contract):
    path = copy / "geo" / module
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text((before or "") + f"\n{line}\n", encoding="utf-8")
    try:
        run = lint(copy)
    finally:
        path.unlink() if before is None else path.write_text(before, encoding="utf-8")
    assert run.returncode != 0, run.stdout
    assert contract in run.stdout
    assert "BROKEN" in run.stdout or "ERROR" in run.stdout or "error" in run.stdout.lower()


def test_the_contracts_hold(copy):
    run = lint(copy)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("code", "kept_out"),
    [
        ("import geo.cli", {"numpy", "pandas", "pyarrow", "matplotlib", "folium", "streamlit"}),
        (
            (
                "from geo.analysis.joined import read_places; from geo.model import Article;"
                " assert read_places(Article(text='Minsk')).resolutions[0].iso_a3 == 'BLR'"
            ),
            {"pandas", "geopandas", "matplotlib", "folium"},
        ),
        (
            "import geo; assert geo.measure_border('BLR', 'POL').pairs",
            {"matplotlib", "folium", "streamlit", "geo.geoparse"},
        ),
    ],
    ids=["command line", "places", "border"],
)
def test_nobody_waits_for_what_is_not_asked_for(code, kept_out):
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert not kept_out & set(told.stdout.split())
