"""What the README tells a newcomer to type works as it stands there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geo.datasets.articles import seeds

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL)
COMMANDS = [
    line.removeprefix("$ ").partition("  #")[0].strip()
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("$ standoff")
]
MAKE = re.findall(r"^\$ make (\w+)", README, flags=re.MULTILINE)


@pytest.fixture
def desk(tmp_path) -> Path:
    """A folder as the README imagines it: an article, many texts, an annotated corpus."""
    example = seeds()[0]
    shutil.copy(example.path, tmp_path / "article.txt")
    (tmp_path / "many.jsonl").write_text(
        '{"id": "a", "text": "Rain in Vilnius.", "lang": "en"}\n', encoding="utf-8"
    )
    shutil.copy(ROOT / "tests/golden/passages/first.jsonl", tmp_path / "corpus.jsonl")
    return tmp_path


def test_the_commands_are_there():
    assert len(COMMANDS) >= 10
    assert {"run", "test"} <= set(MAKE)


@pytest.mark.parametrize("target", sorted({*MAKE, "install", "lint", "bench", "figures", "soak"}))
def test_every_make_target_named_exists(target):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)


@pytest.mark.parametrize("command", [c for c in COMMANDS if not c.startswith("standoff dashboard")])
def test_the_command_runs_as_written(command, desk):
    words = command.replace("corpus.jsonl.gz", "corpus.jsonl")
    line = words.replace("standoff", f"{shlex.quote(sys.executable)} -m geo", 1)
    # a shell, since the README pipes; the words are its own
    run = subprocess.run(
        ["/bin/sh", "-c", line], cwd=desk, capture_output=True, text=True, check=False, timeout=300
    )
    assert run.returncode == 0, run.stderr
    files = {"map.pdf", "map.html", "lengths.svg", "places.jsonl"}
    made = [p for p in desk.iterdir() if p.name in files]
    assert run.stdout or any(p.stat().st_size for p in made)


def test_the_python_example_runs(desk):
    code = re.search(r"```python\n(.*?)```", README, flags=re.DOTALL)
    assert code is not None
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code[1]],
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr


def test_paths_named_in_the_readme_exist():
    for path in re.findall(r"`((?:data|geo|\.ci|seeds|tests)/[\w./-]*)`", README):
        assert (ROOT / path).exists(), path
