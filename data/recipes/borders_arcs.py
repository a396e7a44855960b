"""Find the land borders in polygons of countries that don't share their edges exactly.

The polygons are taken to their segments. A segment that two countries trace in opposite directions
is their border; where the two sides were simplified apart, short pieces of one side are given to
the nearest segment of another country within about 110 m; and what lies at sea is masked out by the
coastlines. What is left over on land is a gap or overlap of claims: it goes to the nearest country
within 2 km. No polygon is repaired: cleaning the whole coverage takes minutes to hours and moves
lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

TOLERANCE_DEG = 0.001
GAP_DEG = 0.02
PIECE_DEG = 0.01
CHUNK = 16
MASK_OFFSETS_DEG = [(0, 0), (0.002, 0), (-0.002, 0), (0, 0.002), (0, -0.002)]
"""Without the offsets, borders that run along a shore are lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segments:
    """All edges of all countries' rings, in ring order, with the country to the left of each.

    `order` is the number of the segment in the world; pieces of one segment share it.
    """

    start: Floats
    end: Floats
    country: Ints
    ring: Ints
    order: Ints

    def take(self, chosen: NDArray[np.bool_] | Ints) -> Segments:
        """Keep some of them."""
        return Segments(
            start=self.start[chosen],
            end=self.end[chosen],
            country=self.country[chosen],
            ring=self.ring[chosen],
            order=self.order[chosen],
        )


def find_arcs(
    countries: Mapping[str, BaseGeometry], mask: Mapping[str, BaseGeometry] | None = None
) -> dict[tuple[str, str], BaseGeometry]:
    """Find each pair's common border, as the alphabetically first country draws it.

    `mask` is each country's land; without it, borders at sea are found too.
    """
    names = sorted(countries)
    segments = read_segments([countries[name] for name in names])
    shared, partner = find_shared(segments)
    alone = np.ones(len(segments.order), dtype=bool)
    alone[shared] = False
    # overlapping claims: the nearest segment would be the same edge, with both on the same side
    alone[find_shared(segments, opposite=False)[0]] = False
    near, neighbour = find_near(segments, alone, TOLERANCE_DEG)
    pieces = [(segments.take(shared), partner), (near, neighbour)]
    if mask is not None:
        alone[near.order] = False
        pieces.append(find_near(segments, alone, GAP_DEG))
    found: dict[tuple[str, str], list[Floats]] = {}
    for some, other in pieces:
        first = some.country < other
        for pair, part in split_by_pair(some.take(first), other[first]):
            key = names[pair[0]], names[pair[1]]
            kept = part if mask is None else part.take(on_land(part, key, mask))
            found.setdefault(key, []).append(rejoin(kept))
    return {pair: merge(np.concatenate(found[pair])) for pair in sorted(found)}


def read_segments(polygons: list[BaseGeometry]) -> Segments:
    """Take polygons to segments that have their country to the left."""
    parts, country = shapely.get_parts(np.array(polygons, dtype=object), return_index=True)
    rings, polygon = shapely.get_rings(shapely.orient_polygons(parts), return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    # consecutive vertices of the same ring, and of some length
    same = (ring[1:] == ring[:-1]) & (xy[1:] != xy[:-1]).any(axis=1)
    return Segments(
        start=xy[:-1][same],
        end=xy[1:][same],
        country=country[polygon[ring[:-1][same]]].astype(np.int64),
        ring=ring[:-1][same].astype(np.int64),
        order=np.arange(int(same.sum()), dtype=np.int64),
    )


def find_shared(segments: Segments, *, opposite: bool = True) -> tuple[Ints, Ints]:
    """Find segments that another country traces the other way, and that country.

    Countries that trace it the same way (`opposite=False`) overlap: no border is between them.
    """
    start, end = vertex_keys(segments.start), vertex_keys(segments.end)
    forward = np.column_stack((start, end))
    backward = np.column_stack((end, start))
    both = np.concatenate((forward, backward))
    _, group = np.unique(both, axis=0, return_inverse=True)
    ahead = group[: len(start)]
    behind = group[len(start) :] if opposite else ahead
    # every segment i meets each j whose forward key is i's backward key
    by_key = np.argsort(ahead, kind="stable")
    low = np.searchsorted(ahead[by_key], behind, side="left")
    high = np.searchsorted(ahead[by_key], behind, side="right")
    count = high - low
    one = np.repeat(np.arange(len(start)), count)
    step = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    two = by_key[np.repeat(low, count) + step]
    partner = segments.country[two]
    other = partner != segments.country[one]
    pairs = np.unique(np.column_stack((one[other], partner[other])), axis=0)
    return pairs[:, 0].astype(np.int64), pairs[:, 1].astype(np.int64)


def vertex_keys(xy: Floats) -> Ints:
    """Number vertices by their coordinates to a millionth of a degree."""
    grid = np.round(xy * 1e6).astype(np.int64)
    return (grid[:, 0] + 200_000_000) * 1_000_000_000 + (grid[:, 1] + 100_000_000)


def find_near(
    segments: Segments, alone: NDArray[np.bool_], tolerance: float
) -> tuple[Segments, Ints]:
    """Cut segments that nobody shares into pieces, and find which other country each is next to."""
    # chunks of neighbouring segments, so that a tree of boxes stays small
    change = np.flatnonzero(np.diff(segments.ring)) + 1
    first = np.zeros(len(segments.ring), dtype=np.int64)
    first[change] = change
    within = np.arange(len(first)) - np.maximum.accumulate(first)
    chunk = np.cumsum((within % CHUNK) == 0) - 1
    begins = np.flatnonzero(np.diff(chunk, prepend=-1))
    low = np.minimum.reduceat(np.minimum(segments.start, segments.end), begins)
    high = np.maximum.reduceat(np.maximum(segments.start, segments.end), begins)
    owner = segments.country[begins]
    reach = tolerance / stretch(np.maximum(np.abs(low[:, 1]), np.abs(high[:, 1])))
    tree = shapely.STRtree(shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1]))
    asking = np.flatnonzero(np.bitwise_or.reduceat(alone, begins))
    wide = reach[asking, None]
    boxes = shapely.box(*(np.hstack((low[asking] - wide, high[asking] + wide))).T)
    ask, hit = tree.query(boxes)
    foreign = owner[asking[ask]] != owner[hit]
    of_interest = np.zeros(len(begins), dtype=bool)
    of_interest[asking[ask[foreign]]] = True
    targets = np.zeros(len(begins), dtype=bool)
    targets[hit[foreign]] = True
    pieces = densify(segments.take(alone & of_interest[chunk]))
    other = nearest_country(pieces, segments.take(targets[chunk]), tolerance)
    return pieces.take(other >= 0), other[other >= 0]


def densify(segments: Segments) -> Segments:
    """Cut segments into pieces of at most `PIECE_DEG`."""
    span = np.abs(segments.end - segments.start).max(axis=1)
    number = np.maximum(np.ceil(span / PIECE_DEG), 1).astype(np.int64)
    which = np.repeat(np.arange(len(number)), number)
    step = np.arange(len(which)) - np.repeat(np.cumsum(number) - number, number)
    full = segments.take(which)
    along = (full.end - full.start) / number[which, None]
    last = step + 1 == number[which]
    return Segments(
        start=full.start + along * step[:, None],
        # the very end, not a rounding of it, so that neighbours still touch
        end=np.where(last[:, None], full.end, full.start + along * (step[:, None] + 1)),
        country=full.country,
        ring=full.ring,
        order=full.order,
    )


def nearest_country(pieces: Segments, targets: Segments, tolerance: float) -> Ints:
    """Find the country of the nearest foreign segment to each piece's middle; -1 for none."""
    middle = (pieces.start + pieces.end) / 2
    lines = shapely.linestrings(np.stack((targets.start, targets.end), axis=1))
    tree = shapely.STRtree(lines)
    found = np.full(len(middle), -1, dtype=np.int64)
    for some in np.array_split(np.arange(len(middle)), max(1, len(middle) // 50_000)):
        scale = stretch(middle[some, 1])
        ask, hit = tree.query(
            shapely.points(middle[some]), predicate="dwithin", distance=tolerance / scale
        )
        foreign = pieces.country[some[ask]] != targets.country[hit]
        ask, hit = ask[foreign], hit[foreign]
        metric = np.column_stack((scale[ask], np.ones(len(ask))))
        away = point_to_segment(
            middle[some[ask]] * metric, targets.start[hit] * metric, targets.end[hit] * metric
        )
        order = np.lexsort((targets.country[hit], away, ask))
        order = order[away[order] <= tolerance]
        asked, best = np.unique(ask[order], return_index=True)
        found[some[asked]] = targets.country[hit[order[best]]]
    return found


def stretch(lat: Floats) -> Floats:
    """Tell how much shorter a degree of longitude is than one of latitude."""
    return np.maximum(np.cos(np.radians(lat)), 0.01)


def point_to_segment(point: Floats, start: Floats, end: Floats) -> Floats:
    """Measure planar distances, row by row."""
    along = end - start
    squared = np.maximum((along**2).sum(axis=1), 1e-30)
    share = np.clip(((point - start) * along).sum(axis=1) / squared, 0, 1)
    foot = start + share[:, None] * along
    return np.asarray(np.hypot(*(point - foot).T))


def split_by_pair(segments: Segments, other: Ints) -> Iterator[tuple[tuple[int, int], Segments]]:
    """Give each pair of countries its segments, in ring order."""
    pair = segments.country * 1000 + other
    order = np.argsort(pair, kind="stable")
    for some in np.split(order, np.flatnonzero(np.diff(pair[order])) + 1):
        if len(some):
            a, b = divmod(int(pair[some[0]]), 1000)
            yield (a, b), segments.take(some)


def on_land(
    segments: Segments, pair: tuple[str, str], mask: Mapping[str, BaseGeometry]
) -> NDArray[np.bool_]:
    """Tell which segments have their middle on, or 200 m from, the land of either country."""
    middle = (segments.start + segments.end) / 2
    land = np.zeros(len(middle), dtype=bool)
    for dx, dy in MASK_OFFSETS_DEG:
        for name in pair:
            rest = np.flatnonzero(~land)
            if name in mask and len(rest):
                x, y = middle[rest].T
                land[rest] = shapely.contains_xy(mask[name], x + dx, y + dy)
    return land


def rejoin(pieces: Segments) -> Floats:
    """Undo the densifying: neighbouring pieces of one segment become one. Rows of two points."""
    if not len(pieces.order):
        return np.empty((0, 2, 2))
    touching = (pieces.order[1:] == pieces.order[:-1]) & (
        np.abs(pieces.start[1:] - pieces.end[:-1]).max(axis=1) < 1e-12
    )
    heads = np.flatnonzero(np.concatenate(([True], ~touching)))
    tails = np.concatenate((heads[1:], [len(pieces.order)])) - 1
    return np.stack((pieces.start[heads], pieces.end[tails]), axis=1)


def merge(segments: Floats) -> BaseGeometry:
    """String segments together as far as they touch."""
    if not len(segments):
        return shapely.MultiLineString()
    lines = shapely.multilinestrings(shapely.linestrings(segments))
    return shapely.normalize(shapely.line_merge(lines))
