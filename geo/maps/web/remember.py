"""Results that come back: the same ground is thinned out for one picture after another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Memory"]

T = TypeVar("T")


class Memory(Generic[T]):
    """A bounded memory by content; when it is full, what was longest unused goes.

    Parameters
    ----------
    most
        Entries kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[str, T] = {}

    def recall(self, key: str, make: Callable[[], T]) -> T:
        """What was made under that key, or what `make` makes now."""
        # taken out and put back, it is the last of the dict; sessions share one memory
        known = self._known.pop(key, None)
        if known is None:
            known = make()
        self._known[key] = known
        while len(self._known) > self._most:
            self._known.pop(next(iter(self._known), key), None)
        return known
