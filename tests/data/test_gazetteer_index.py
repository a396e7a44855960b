from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geo.datasets.manifest import data_folder
from geo.datasets.places import open_tables
from geo.errors import DataError

INDEX = data_folder() / "gazetteer" / "index"

MEASURE = """
import time
from geo.datasets.manifest import locate
from geo.gazetteer.lookup import open_index

def resident():
    # not the peak of getrusage, which a child takes over from the process that started it
    with open("/proc/self/statm") as pages:
        return int(pages.read().split()[1]) * 4096

before = resident()
start = time.perf_counter()
index = open_index()
took = time.perf_counter() - start
opened = resident()
for row in range(0, len(index), 7):
    index.lookup(index.main_name(row))
print(took, (opened - before) / 2**20, (resident() - before) / 2**20)
"""


def copy(folder: Path) -> Path:
    return Path(shutil.copytree(INDEX, folder / "index"))


def opened(folder: Path) -> None:
    open_tables(folder, text=folder / "main_names.txt", tables=folder / "tables.json")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads Linux's own account")
def test_opening_is_fast_and_small() -> None:
    for _ in range(5):  # other programs only add to the time: the quickest of five counts
        done = subprocess.run(
            [sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True
        )
        seconds, opened, scanned = map(float, done.stdout.split())
        assert opened <= 30
        assert scanned <= 60  # 46,000 different names asked for
        if seconds <= 0.3:
            break
    # the goal is 0.1 s on a quiet machine; tests run beside others
    assert seconds <= 0.3


def test_the_copy_opens(tmp_path: Path) -> None:
    opened(copy(tmp_path))


@pytest.mark.parametrize(
    "name", ["names.marisa", "counts.npy", "postings.npy", "places.npy", "tables.json"]
)
def test_a_cut_file_is_refused(tmp_path: Path, name: str) -> None:
    folder = copy(tmp_path)
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(DataError, match="gazetteer"):
        opened(folder)


def test_files_of_two_builds_are_refused(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "main_names.txt").write_bytes(b"Short")
    with pytest.raises(DataError, match="don't belong together"):
        opened(folder)


def test_the_index_keeps_its_size() -> None:
    assert sum(path.stat().st_size for path in INDEX.iterdir()) <= 21_500_000
