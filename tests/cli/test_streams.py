"""Closed, full and narrow output; a broken disk must leave the old file as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

on_linux = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


def test_a_reader_that_has_had_enough_is_no_error(seed):
    command = f"{sys.executable} -m geo places {seed} --format json | head -c 10"
    run = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602
    assert run.stdout == b'{\n "id": "'
    assert run.stderr == b""


@on_linux
def test_a_full_device_is_told(child, seed):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        run = child("places", seed, "--format", "json", stdout=full)
    assert run.returncode == 2
    assert run.stderr.decode().count("\n") == 1
    assert "no space left" in run.stderr.decode()


@on_linux
@pytest.mark.parametrize("suffix", ["png", "html"])
def test_a_full_disk_leaves_the_old_file(seed, tmp_path, suffix):
    """A file size limit stands for the full disk: the write itself fails half way."""
    out = tmp_path / f"out.{suffix}"
    out.write_bytes(b"the old one")
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)); from geo.cli import main;"
        "main(sys.argv[1:])"
    )
    command = "map" if suffix == "html" else "figure"
    env = {**os.environ, "MPLCONFIGDIR": str(tmp_path / "mpl")}
    run = subprocess.run(
        [sys.executable, "-c", code, command, str(seed), "-o", str(out)],
        capture_output=True,
        env=env,
        check=False,
    )
    assert run.returncode == 2, run.stderr.decode()
    assert "can't be written" in run.stderr.decode()
    assert out.read_bytes() == b"the old one"
    assert not [p.name for p in tmp_path.iterdir() if p.name.endswith(".tmp")]


def test_a_narrow_terminal_is_no_crash(child, seed):
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    run = child("places", seed, env=env)
    assert run.returncode == 0
    assert "Białorusi".encode() in run.stdout or b"Bia\\u0142orusi" in run.stdout


def test_json_lines_are_whole_json_in_any_encoding(child):
    line = json.dumps({"id": "ł", "text": "Spotkanie w Łodzi.", "lang": "pl"}, ensure_ascii=False)
    run = child("places", "--jsonl", input=line.encode())
    assert json.loads(run.stdout)["mentions"][0]["surface"] == "Łodzi"
