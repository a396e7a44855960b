"""The command, run inside the process for speed, or as a child where streams matter."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from geo.cli import main

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "putin-lukashenko-2023-04-06" / "article.txt"


@dataclass(frozen=True)
class Run:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def seed() -> Path:
    return SEED


@pytest.fixture
def standoff(capsysbinary, monkeypatch) -> Callable[..., Run]:
    """Run the command in this process."""

    def run(*words: object, stdin: bytes | None = None) -> Run:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return Run(left.value.code, out.decode(), err.decode())

    return run


@pytest.fixture
def child() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command as a child process."""

    def run(*words: object, **options: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "geo", *(str(word) for word in words)]
        settings = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.run(command, check=False, timeout=120, **settings)

    return run
