"""What the map is about: the country in focus, and whose borders with it are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from geo.borders import neighbours
from geo.borders.sides import countries_of
from geo.errors import InputError
from geo.model import MentionKind, Resolution, ResolutionStatus

__all__ = ["chosen_focus", "countries_named", "focus_of", "partners_of"]

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


def chosen_focus(code: str) -> str:
    """Take a country that a person chose, in any case of letters.

    Raises
    ------
    InputError
        When it is no ISO 3166-1 alpha-3 code of a country here.
    """
    iso = code.strip().upper()
    if countries_of(iso) == {iso}:
        return iso
    raise InputError(
        f"{code!r} is no country, and only one can be in focus.",
        hint="Give an ISO 3166 alpha-3 code such as BLR.",
    )


def countries_named(resolutions: Iterable[Resolution]) -> tuple[str, ...]:
    """List the countries that are named themselves, in the order of first mention."""
    named = (
        r.iso_a3
        for r in resolutions
        if r.iso_a3 is not None
        and r.mention.kind is MentionKind.PLACE
        and r.place is not None
        and r.place.feature_code.startswith("PCL")
    )
    return tuple(dict.fromkeys(named))


def partners_of(
    focus: str | None, resolutions: Iterable[Resolution], members: Mapping[str, frozenset[str]]
) -> dict[str, str]:
    """Choose the countries whose border with the focus is drawn apart from the others.

    Members of an alliance that the text names come first, if the focus is no member of it;
    then neighbours that the text names; then all neighbours.

    Parameters
    ----------
    focus
        Country in focus, or None.
    resolutions
        Mentions of the text.
    members
        Members on the date, by alliance named.

    Returns
    -------
    dict of str to str
        Country to the alliance that brought it here, or to "" for named ones and neighbours.
    """
    if focus is None:
        return {}
    beside = neighbours(focus)
    for org, isos in members.items():
        if focus not in isos and (across := sorted(beside & isos)):
            return dict.fromkeys(across, org)
    named = [iso for iso in countries_named(resolutions) if iso in beside]
    return dict.fromkeys(named or sorted(beside), "")
