"""The typefaces that pictures are lettered in."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from geo.datasets.manifest import locate

__all__ = ["Face", "font_file"]


class Face(StrEnum):
    """A face of Fira Sans; the value is its file's name."""

    REGULAR = "FiraSans-Regular"
    ITALIC = "FiraSans-Italic"
    MEDIUM = "FiraSans-Medium"
    SEMIBOLD = "FiraSans-SemiBold"
    BOLD = "FiraSans-Bold"
    CONDENSED = "FiraSansCondensed-Regular"
    CONDENSED_MEDIUM = "FiraSansCondensed-Medium"

    @property
    def family(self) -> str:
        """Family name as CSS and other programs know it."""
        condensed = self in {Face.CONDENSED, Face.CONDENSED_MEDIUM}
        return "Fira Sans Condensed" if condensed else "Fira Sans"

    @property
    def weight(self) -> int:
        """CSS weight, 400 to 700."""
        return _WEIGHTS.get(self, 400)

    @property
    def italic(self) -> bool:
        """Whether the face is slanted."""
        return self is Face.ITALIC


_WEIGHTS = {
    Face.MEDIUM: 500,
    Face.CONDENSED_MEDIUM: 500,
    Face.SEMIBOLD: 600,
    Face.BOLD: 700,
}


def font_file(face: Face) -> Path:
    """Find the TrueType file of a face, its bytes checked once per process.

    Parameters
    ----------
    face
        The face.

    Returns
    -------
    path
        Where the file is.

    Raises
    ------
    DataError
        When the file is missing or isn't the one that was shipped.
    """
    return locate(f"fonts/{face.value}.ttf")
