"""Shapes as fine as the view needs: whole detail around the extent, a coarse world beyond.

A page that sends the world at one detail sends a megabyte of coasts nobody looks at. The window
is the extent grown on every side, so that a person who drags or zooms out a little still sees
full detail; beyond it the same shapes are simplified together, so that neighbours keep sharing
their edges, and cut along the window, so that nothing is drawn twice.
"""

from __future__ import annotations

import hashlib
from typing import Final, TypeAlias

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from geo.maps.scene import BBox
from geo.maps.web.remember import Memory

__all__ = ["digest_of", "fitted", "near", "prepare", "straightened", "unwrapped", "window_of"]

Geometries: TypeAlias = NDArray[np.object_]

GROWTH: Final = 0.33
"""Of the extent's longer side, added on each side."""

FINE: Final = 0.03
"""Degrees by which detail inside the window may at least be simplified: a pixel at zoom 6."""

PIXELS: Final = 700
"""Of a map's longer side on a laptop: what is smaller than one of them in a wide view may go."""

COARSE: Final = 0.6
"""Degrees by which shapes beyond the window are simplified."""

SMALL: Final = 0.4
"""Square degrees below which an island beyond the window isn't drawn."""

ENOUGH: Final = 1500
"""Vertices below which a layer is sent as it is."""

_far: Final[Memory[Geometries]] = Memory(24)
_thinned: Final[Memory[Geometries]] = Memory(96)


def straightened(extent: BBox) -> BBox:
    """Let the east of an extent over the date line be more than 180, so that west < east."""
    west, south, east, north = extent
    return (west, south, east + 360.0 if east < west else east, north)


def unwrapped(shapes: Geometries, extent: BBox) -> Geometries:
    """Count longitudes from the middle of an extent: nothing is torn apart at the date line.

    Parameters
    ----------
    shapes
        Geometries in lon, lat; polygons and lines are split at the date line already.
    extent
        As `straightened` gives it.

    Returns
    -------
    array
        The same geometries where the extent lies within -180..180; else with each part moved by
        360 degrees that lies further than 180 degrees west of the middle.
    """
    west, _, east, _ = extent
    if east <= 180.0:
        return shapes
    edge = (west + east) / 2 - 180.0
    return np.array([_moved(shape, edge) for shape in shapes], dtype=object)


def window_of(extent: BBox) -> BBox:
    """Grow an extent to what is drawn in full detail."""
    west, south, east, north = extent
    grown = GROWTH * max(east - west, north - south)
    middle = max(0.0, (west + east) / 2) if east > 180.0 else 0.0
    return (
        max(middle - 180.0, west - grown),
        max(-90.0, south - grown),
        min(middle + 180.0, east + grown),
        min(90.0, north + grown),
    )


def near(shapes: Geometries, extent: BBox) -> NDArray[np.bool_]:
    """Which shapes touch the window around an extent."""
    return np.asarray(shapely.intersects(shapes, shapely.box(*window_of(extent))), dtype=bool)


def fitted(frame: gpd.GeoDataFrame, extent: BBox, *, beyond: bool = True) -> gpd.GeoDataFrame:
    """Thin the shapes of a layer out to what a view of `extent` needs.

    Parameters
    ----------
    frame
        Areas or lines, CRS84.
    extent
        West, south, east, north of the picture, in degrees, west < east.
    beyond
        Whether anything is wanted outside the window.

    Returns
    -------
    geopandas.GeoDataFrame
        The same rows, less those that nothing is left of.
    """
    shapes: Geometries = np.asarray(frame.geometry.array, dtype=object)
    if shapely.get_num_coordinates(shapes).sum() <= ENOUGH:
        return frame
    digest = digest_of(shapes, repr((extent, beyond)))
    thin = _thinned.recall(digest, lambda: _thin(shapes, extent, beyond=beyond))
    thinned = frame.set_geometry(gpd.GeoSeries(thin, frame.index), crs=frame.crs)
    return thinned[~thinned.geometry.is_empty]


def digest_of(shapes: Geometries, *circumstances: str) -> str:
    """Tell geometries by their content: coordinates, and which part of which shape they are of."""
    state = hashlib.blake2b("".join(circumstances).encode(), digest_size=9)
    state.update(shapely.get_coordinates(shapes).tobytes())
    parts, owners = shapely.get_parts(shapes, return_index=True)
    state.update(shapely.get_num_coordinates(parts).tobytes() + owners.tobytes())
    return state.hexdigest()


def prepare(frame: gpd.GeoDataFrame) -> None:
    """Simplify a layer for views from afar ahead of the first picture that needs it."""
    shapes: Geometries = np.asarray(frame.geometry.array, dtype=object)
    _coarse(shapes, areas=_are_areas(shapes))


def _are_areas(shapes: Geometries) -> bool:
    return bool(np.isin(shapely.get_type_id(shapes), (3, 6)).all())


def _thin(shapes: Geometries, extent: BBox, *, beyond: bool) -> Geometries:
    window = window_of(extent)
    areas = _are_areas(shapes)
    near_by = np.asarray(shapely.clip_by_rect(shapes, *window), dtype=object)
    pixel = max(FINE, max(extent[2] - extent[0], extent[3] - extent[1]) / PIXELS)
    inside = _simplified(near_by, pixel, smallest=0.0 if pixel == FINE else pixel**2, areas=areas)
    outside = _beyond(_coarse(shapes, areas=areas), window) if beyond else [[] for _ in shapes]
    return np.array([_joined(*pair) for pair in zip(inside, outside, strict=True)], dtype=object)


def _moved(shape: BaseGeometry, edge: float) -> BaseGeometry:
    parts = [
        affinity.translate(part, xoff=360.0)
        if part.bounds[2] <= edge or (part.bounds[0] + part.bounds[2]) / 2 < edge
        else part
        for part in shapely.get_parts(shape)
    ]
    if len(parts) == 1:
        only: BaseGeometry = parts[0]
        return only
    areas = shapely.get_dimensions(shape) == 2
    return shapely.MultiPolygon(parts) if areas else shapely.MultiLineString(parts)


def _coarse(shapes: Geometries, *, areas: bool) -> Geometries:
    """The whole layer for views from afar; the same for every extent, so it is kept."""
    return _far.recall(
        digest_of(shapes), lambda: _simplified(shapes, COARSE, smallest=SMALL, areas=areas)
    )


def _simplified(
    shapes: Geometries, tolerance: float, *, smallest: float, areas: bool
) -> Geometries:
    """Simplify together what shares edges, without islands and lakes smaller than `smallest`."""
    parts, owners = shapely.get_parts(shapes, return_index=True)
    parts, inner = shapely.get_parts(parts, return_index=True)
    owners = owners[inner]
    # clipping leaves lines and points where an area only touches the window
    fits = shapely.get_dimensions(parts) == (2 if areas else 1)
    # a coast is a line around an island: its hull tells the size
    size = shapely.area(parts if areas else shapely.convex_hull(parts))
    fits &= size >= smallest if areas else (size >= smallest) | ~shapely.is_closed(parts)
    if not areas:
        parts = shapely.simplify(parts, tolerance / 2)
    make = shapely.MultiPolygon if areas else shapely.MultiLineString
    kept = [make(list(parts[fits & (owners == row)])) for row in range(len(shapes))]
    whole = np.array(kept, dtype=object)
    return np.asarray(shapely.coverage_simplify(whole, tolerance) if areas else whole, dtype=object)


def _beyond(shapes: Geometries, window: BBox) -> list[list[BaseGeometry]]:
    west, south, east, north = window
    rims = [
        (-360.0, -90.0, west, 90.0),
        (east, -90.0, 540.0, 90.0),
        (west, -90.0, east, south),
        (west, north, east, 90.0),
    ]
    pieces = [
        shapely.clip_by_rect(shapes, *rim) for rim in rims if rim[0] < rim[2] and rim[1] < rim[3]
    ]
    return [list(row) for row in zip(*pieces, strict=True)] if pieces else [[] for _ in shapes]


def _joined(inside: BaseGeometry, outside: list[BaseGeometry]) -> BaseGeometry:
    pieces = [part for shape in (inside, *outside) for part in shapely.get_parts(shape)]
    parts = [part for piece in pieces for part in shapely.get_parts(piece) if not part.is_empty]
    areas = [part for part in parts if part.geom_type == "Polygon"]
    if areas:
        return shapely.MultiPolygon(areas)
    return shapely.MultiLineString([part for part in parts if part.geom_type == "LineString"])
