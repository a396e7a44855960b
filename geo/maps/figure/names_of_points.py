"""Which points get a name, in which order: sites, what is mentioned, capitals, cities."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.maps.figure.labels.want import Want
from geo.maps.figure.layers import Drawn, symbol_mm
from geo.maps.figure.layout import Box
from geo.maps.figure.typeface import TYPE
from geo.maps.scene import LayerRole, Mark

__all__ = ["CITY_ROLES", "Named", "area_of", "areas_beyond", "points_to_name"]

CITY_ROLES: Final = frozenset({"capital", "focus-city", "city"})
"""What is there to find one's way by: drawn only with its name."""

_MOST: Final = {"focus-city": 14, "city": 24}
_SPACING_MM: Final = 6.0
_SPACING_ABROAD_MM: Final = 7.5
_BESIDE_MM: Final = 2.4
"""How near a city may stand to a site or to what is mentioned."""

_SEAT_BESIDE_MM: Final = 1.0
"""How near a regional centre may: its name may stand off, with a leader."""

_SEAT: Final = "admin-seat"

_IN_REACH: Final = 6.0
"""A city within a ring counts as one six times as large."""

_TURN: Final = {"site": 0, "mention": 1, "capital": 2, "focus-city": 3, "city": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A point that wants a name, and which row of which layer it is."""

    want: Want
    layer_id: str
    row: int
    key: str


def points_to_name(drawn: Sequence[Drawn], frame: Box, scale: float) -> list[Named]:
    """Points with names, in the order of their turn; a name said at a place already is empty.

    Parameters
    ----------
    drawn
        The layers on the sheet.
    frame
        The map's, in millimetres.
    scale
        Of the sheet.
    """
    focus, reach = area_of(drawn, LayerRole.FOCUS), area_of(drawn, LayerRole.RING)
    shapely.prepare(focus)
    shapely.prepare(reach)
    found: list[Named] = []
    for layer in drawn:
        if layer.layer.mark is Mark.POINT:
            found += _named(layer, focus, reach, frame=frame, scale=scale)
    found.sort(key=lambda n: (_TURN[n.want.role], -n.want.rank, n.want.words))
    kept: list[Named] = []
    counts = dict.fromkeys(_MOST, 0)
    for named in found:
        if named.want.role in CITY_ROLES:
            if _in_the_way(named.want, kept, scale):
                continue
            if named.want.role in _MOST:
                if counts[named.want.role] >= _MOST[named.want.role]:
                    continue
                counts[named.want.role] += 1
        elif _said(named.want, kept, scale):
            # its symbol is drawn, so other names keep off it
            named = replace(named, want=replace(named.want, words=""))  # noqa: PLW2901
        kept.append(named)
    return kept


def areas_beyond(drawn: Sequence[Drawn], scale: float) -> list[Named]:
    """Mentions of areas whose point lies outside the frame, though the area may reach into it.

    Parameters
    ----------
    drawn
        The layers on the sheet.
    scale
        Of the sheet.
    """
    found = []
    for layer in (layer for layer in drawn if layer.layer.role is LayerRole.MENTIONS):
        rows = _Rows(layer, scale)
        away = shapely.is_empty(layer.shapes) & (layer.keys == "mention-area")
        found += [
            rows.named(i, "mention", at=(math.inf, math.inf), rank=0.0)
            for i in np.flatnonzero(away).tolist()
            if rows.names[i]
        ]
    return found


def area_of(drawn: Sequence[Drawn], role: LayerRole) -> BaseGeometry:
    """What the layers of a role cover of the sheet."""
    shapes = [layer.shapes for layer in drawn if layer.layer.role is role]
    if not shapes:
        return shapely.MultiPolygon()
    # rings overlap, so they are united: valid as one polygon their common part would be a hole
    return shapely.union_all(shapely.make_valid(np.concatenate(shapes)))


class _Rows:
    """The rows of a layer of points, which become names one by one."""

    def __init__(self, layer: Drawn, scale: float) -> None:
        self.layer, self.scale = layer, scale
        self.names, self.captions = layer.words("label"), layer.words("caption")
        self.sizes, self.roles = symbol_mm(layer, scale), layer.words("role")

    def named(self, row: int, role: str, *, at: tuple[float, float], rank: float) -> Named:
        """The row's name there; a mention's with how often it is mentioned."""
        caption, key = self.captions[row], self.layer.keys[row]
        count = f"\u00a0{caption}" if caption and role == "mention" else ""
        want = Want(
            words=self.names[row] + count,
            role=role,
            kind=TYPE[role].scaled(self.scale),
            colour=self.layer.layer.style_of(key).text,
            x=at[0],
            y=at[1],
            radius_mm=float(self.sizes[row]) / 2,
            rank=rank,
            group=self.layer.layer.id,
            required=role in {"site", "mention"},
            led=role == "focus-city" and self.roles[row] == _SEAT,
        )
        return Named(want=want, layer_id=self.layer.layer.id, row=row, key=key)


def _named(
    layer: Drawn, focus: BaseGeometry, reach: BaseGeometry, *, frame: Box, scale: float
) -> list[Named]:
    rows, ranks = _Rows(layer, scale), layer.numbers("priority")
    found = []
    for i in np.flatnonzero(~shapely.is_empty(layer.shapes)).tolist():
        if not rows.names[i]:
            continue
        x, y = shapely.get_coordinates(shapely.centroid(layer.shapes[i]))[0].tolist()
        role, rank = _role_of(layer.layer.role, layer.keys[i]), float(ranks[i])
        margin = rows.sizes[i] / 2 + 0.6 * scale
        if role in CITY_ROLES and not _well_inside(x, y, margin, frame):
            continue
        if role == "city":
            role = "focus-city" if shapely.intersects_xy(focus, x, y) else role
            rank *= _IN_REACH if shapely.intersects_xy(reach, x, y) else 1.0
        found.append(rows.named(i, role, at=(x, y), rank=rank))
    return found


def _in_the_way(want: Want, kept: list[Named], scale: float) -> bool:
    """Whether a city stands too near to something named before, or has been named."""
    apart = _SPACING_MM if want.role != "city" else _SPACING_ABROAD_MM
    if want.role == "capital":
        apart = 1.6
    beside = _SEAT_BESIDE_MM if want.led else _BESIDE_MM
    for other in (named.want for named in kept):
        squared = (want.x - other.x) ** 2 + (want.y - other.y) ** 2
        near = apart if other.role in CITY_ROLES else beside
        if squared < (near * scale) ** 2:
            return True
        if squared < (_SPACING_ABROAD_MM * scale) ** 2 and other.words == want.words:
            return True
    return False


def _said(want: Want, kept: list[Named], scale: float) -> bool:
    """Whether the very name stands at this place already."""
    near = (3.4 * scale) ** 2
    return any(
        named.want.words == want.words
        and (want.x - named.want.x) ** 2 + (want.y - named.want.y) ** 2 < near
        for named in kept
    )


def _well_inside(x: float, y: float, margin: float, frame: Box) -> bool:
    inner = frame.grown(-margin)
    return inner.left <= x <= inner.right and inner.bottom <= y <= inner.top


def _role_of(role: LayerRole, key: str) -> str:
    if role is LayerRole.SITES:
        return "site"
    if role is LayerRole.CITIES:
        return "capital" if key.startswith("capital") else "city"
    return "mention"
