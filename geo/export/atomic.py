"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from geo.errors import InputError

__all__ = ["write_whole"]


def write_whole(path: Path | str, content: bytes) -> Path:
    """Write `content` so that a reader sees the old file or the new one, never half.

    The bytes go to a temporary file in the same folder, reach the disk, and then take the name
    in one step; a full disk or a crash leaves the old file as it was.

    Parameters
    ----------
    path
        Where to; missing folders aren't made, since a mistyped one would hide the result.
    content
        All of it.

    Returns
    -------
    pathlib.Path
        The path written.

    Raises
    ------
    InputError
        If the file can't be written: no such folder, no permission, a full disk.
    """
    target = Path(path)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode_for(target))
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        reason = (error.strerror or str(error)).lower()
        raise InputError(
            f"{target} can't be written: {reason}.",
            hint="Choose another place with `-o`; what stood there before is unchanged.",
        ) from error
    return target


def _mode_for(target: Path) -> int:
    """Keep the mode of the file replaced; else what the process' umask gives new files."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system lets folders be synced (not Windows)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
