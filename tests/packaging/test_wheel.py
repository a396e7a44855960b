"""The wheel alone, in a clean environment, outside the checkout, with no network."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.packaging

NO_NETWORK = """\
import socket


def refuse(*_args, **_kwargs):
    raise OSError("the network is blocked")


socket.socket.connect = refuse
socket.getaddrinfo = refuse
"""


def run(*command, cwd, env=None):
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(
        sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=folder
    )
    assert built.returncode == 0, built.stderr
    return next(folder.glob("standoff-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("clean")
    assert run(sys.executable, "-m", "venv", folder / "env", cwd=folder).returncode == 0
    pip = (folder / "env" / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "-q")
    for words in (
        ("install", "--require-hashes", "-r", ROOT / "requirements.lock"),
        ("install", "--no-deps", "--no-index", wheel),
    ):
        done = run(*pip, *words, cwd=folder)
        assert done.returncode == 0, done.stderr
    blocked = folder / "blocked"
    blocked.mkdir()
    (blocked / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    env = {k: v for k, v in os.environ.items() if not k.startswith(("STANDOFF", "PYTHON"))}
    env |= {"PYTHONPATH": str(blocked), "HOME": str(folder)}

    def standoff(*words):
        return run(folder / "env" / "bin" / "standoff", *words, cwd=folder, env=env)

    return standoff, folder


def test_the_wheel_carries_data_and_own_examples_but_no_third_party_s_text(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "geo/_data/datapackage.json" in names
    assert any(name.startswith("geo/_seeds/") and name.endswith("article.txt") for name in names)
    assert not any("putin-lukashenko" in name for name in names)
    assert not any(name.startswith(("tests/", "seeds/", "data/")) for name in names)
    assert wheel.stat().st_size < 48_000_000


def test_all_data_is_whole(installed):
    standoff, _folder = installed
    checked = standoff("data", "check")
    assert checked.returncode == 0, checked.stderr


def test_places_and_a_figure_without_checkout_or_network(installed):
    standoff, folder = installed
    text = folder / "article.txt"
    text.write_text("Talks in Vilnius on the border of Lithuania with Belarus.", encoding="utf-8")
    places = standoff("places", text, "--format", "csv")
    assert places.returncode == 0, places.stderr
    assert "geonames:593116" in places.stdout or "Vilnius" in places.stdout
    drawn = standoff("figure", text, "-o", folder / "map.pdf")
    assert drawn.returncode == 0, drawn.stderr
    assert (folder / "map.pdf").read_bytes().startswith(b"%PDF")


def test_the_network_is_blocked_there(installed):
    """The block itself is tried, so that the tests above can't pass without it."""
    _standoff, folder = installed
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    env = {"PYTHONPATH": str(folder / "blocked"), "PATH": os.environ["PATH"]}
    tried = run(folder / "env" / "bin" / "python", "-c", code, cwd=folder, env=env)
    assert "the network is blocked" in tried.stderr
