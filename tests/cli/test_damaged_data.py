"""A missing or damaged data file is refused by name, with what to do, and without a traceback."""

from __future__ import annotations

import os
import shutil

import pytest

from geo.datasets.manifest import data_folder, resources


@pytest.fixture(scope="module")
def spare(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spare") / "data"
    shutil.copytree(data_folder(), folder, ignore=shutil.ignore_patterns("recipes"))
    return folder


def flip_a_bit(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


CASES = (
    ("gazetteer/", ("places", "{seed}")),
    ("facts/deployments", ("map", "{seed}", "-o", "{out}")),
    ("facts/memberships", ("border", "BLR", "NATO")),
    ("odbl/borders/lengths", ("border", "BLR", "POL")),
    ("countries/regional.", ("map", "{seed}", "-o", "{out}")),
)


@pytest.mark.parametrize(
    ("part", "arguments"), CASES, ids=lambda c: c if isinstance(c, str) else ""
)
@pytest.mark.parametrize("fault", ["damaged", "missing", "cut"])
def test_it_is_named(child, seed, spare, tmp_path, part, arguments, fault):
    name = next(r.path for r in resources() if part in r.path)
    path = spare / name
    whole = path.read_bytes()
    if fault == "missing":
        path.unlink()
    elif fault == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    else:
        flip_a_bit(path)
    out = tmp_path / "out.html"
    try:
        run = child(
            *(word.format(seed=seed, out=out) for word in arguments),
            env={**os.environ, "STANDOFF_DATA": str(spare)},
        )
    finally:
        path.write_bytes(whole)
    said = run.stderr.decode()
    assert run.returncode == 2, said
    assert name in said
    assert "standoff data" in said or "nstall" in said
    assert "Traceback" not in said
    assert not out.exists()
