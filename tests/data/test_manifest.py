"""Nothing is opened that differs from the manifest, and the error names it and says what to do."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geo.datasets import manifest
from geo.datasets.manifest import check_all, data_folder, locate, resources, source, sources
from geo.errors import DataError

SMALL = "odbl/borders/lengths.csv"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a data folder of its own with one file in it."""
    folder = tmp_path / "data"
    (folder / SMALL).parent.mkdir(parents=True)
    shutil.copyfile(data_folder() / SMALL, folder / SMALL)
    package = json.loads((data_folder() / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [r for r in package["resources"] if r["path"] == SMALL]
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    monkeypatch.setenv("STANDOFF_DATA", str(folder))
    return folder


def test_every_shipped_file_is_as_shipped_and_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    assert check_all(lambda *step: told.append(step)) == ()
    assert [path for path, _, _ in told] == [r.path for r in resources()]
    assert told[-1][1:] == (len(resources()), len(resources()))


def test_every_resource_has_a_licence_a_source_and_a_known_recipe() -> None:
    for resource in resources():
        assert resource.licences, resource.path
        assert resource.source_ids, resource.path
        for source_id in resource.source_ids:
            assert source(source_id).title
        if resource.recipe:
            assert (data_folder() / "recipes" / resource.recipe).is_file(), resource.path


def test_odbl_stands_apart_and_its_sources_are_credited() -> None:
    for resource in resources():
        assert ("ODbL-1.0" in resource.licences) == resource.path.startswith("odbl/")
    for entry in sources():
        if entry.licence == "ODbL-1.0":
            assert entry.attribution == "© OpenStreetMap contributors"


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(DataError, match="nobody"):
        source("nobody")


def test_a_flipped_bit_is_refused_by_name(copy: Path) -> None:
    path = copy / SMALL
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"lengths\.csv isn't the one shipped") as caught:
        locate(SMALL)
    assert "standoff data rebuild borders" in caught.value.hint
    assert len(check_all()) == 1


def test_a_missing_file_is_refused_by_name(copy: Path) -> None:
    (copy / SMALL).unlink()
    with pytest.raises(DataError, match=r"lengths\.csv is missing"):
        locate(SMALL)


def test_an_unlisted_file_is_refused(copy: Path) -> None:
    (copy / "other.csv").write_text("a\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"other\.csv.* is not in datapackage\.json"):
        locate("other.csv")


@pytest.mark.parametrize("content", ["{", '{"resources": [{}], "sources": []}', "[]"])
def test_a_damaged_manifest_is_refused(copy: Path, content: str) -> None:
    (copy / "datapackage.json").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=r"datapackage\.json is damaged"):
        locate(SMALL)


def test_a_missing_manifest_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANDOFF_DATA", str(tmp_path))
    with pytest.raises(DataError, match="can't be read"):
        resources()


def test_an_installed_package_finds_its_own_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STANDOFF_DATA", raising=False)
    monkeypatch.setattr(manifest, "_PACKAGE", tmp_path / "geo")
    assert data_folder() == tmp_path / "geo" / "_data"
    # another package's `data` beside it in site-packages is not ours
    (tmp_path / "data").mkdir()
    assert data_folder() == tmp_path / "geo" / "_data"


def test_manifest_and_readme_are_up_to_date() -> None:
    recipe = data_folder() / "recipes" / "datapackage.py"
    run = subprocess.run(
        [sys.executable, str(recipe), "--check"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout
