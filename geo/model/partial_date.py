"""Dates known to the year, the month or the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

__all__ = ["PartialDate"]

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as a source gives it: a year, a month, or a day.

    Two dates are compared at the precision of the shorter one, so that "2023-04" neither
    precedes nor follows 6 April 2023: the source doesn't tell.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError for anything else."""
        match = _FORM.fullmatch(text.strip())
        if match is None:
            msg = f"{text!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD"
            raise ValueError(msg)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None  # the pattern requires it
        date(year, month or 1, day or 1)  # refuses 2023-13 and 2023-02-30
        return cls(year, month, day)

    def not_after(self, day: date) -> bool:
        """Whether this date is on or before `day`, at this date's own precision."""
        return self._parts <= (day.year, day.month, day.day)[: len(self._parts)]

    def not_before(self, day: date) -> bool:
        """Whether this date is on or after `day`, at this date's own precision."""
        return self._parts >= (day.year, day.month, day.day)[: len(self._parts)]

    @property
    def _parts(self) -> tuple[int, ...]:
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    def __str__(self) -> str:
        """The form it was read from."""
        return "-".join(
            [f"{self.year:04d}", *(f"{p:02d}" for p in (self.month, self.day) if p is not None)]
        )
