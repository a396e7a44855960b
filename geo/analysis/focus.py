"""What the map is about: the country in focus, and whose borders with it are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.borders import neighbours
from geo.borders.sides import countries_of
from geo.errors import InputError
from geo.model import MentionKind, Resolution

__all__ = ["chosen_focus", "countries_named", "partners_of"]


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
