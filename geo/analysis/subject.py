"""Which country a text is about; loads no frames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from geo.model import MentionKind, Resolution, ResolutionStatus

__all__ = ["focus_of"]

_ADJECTIVE_SHARE: Final = 0.5
"""An adjective ("Belarusian") speaks for its country, but half as loudly as its name."""

_RIVALS: Final = 4
"""More countries than that, named equally often, are a list: none of them is the subject."""


def focus_of(resolutions: Iterable[Resolution]) -> str | None:
    """Choose the country that the text mentions most, its boilerplate aside.

    Settlements and facilities count for the country they lie in. The earlier mention wins a
    tie, since news names its subject first; one of many equals is no subject.

    Returns
    -------
    str or None
        ISO 3166-1 alpha-3, or None when no mention belongs to a country.
    """
    weight: defaultdict[str, float] = defaultdict(float)
    for resolution in resolutions:
        if resolution.iso_a3 is None or resolution.status is ResolutionStatus.NIL:
            continue
        if resolution.mention.kind.drawn:
            weight[resolution.iso_a3] += 1
        elif resolution.mention.kind is MentionKind.ADJECTIVE:
            weight[resolution.iso_a3] += _ADJECTIVE_SHARE
    most = max(weight.values(), default=0.0)
    # a dict keeps the order of first mention: the first of equals
    foremost = [iso for iso, each in weight.items() if each == most]
    return foremost[0] if 0 < len(foremost) <= _RIVALS else None
