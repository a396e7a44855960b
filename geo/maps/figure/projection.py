"""Choosing a projection for any article, and bringing longitudes and latitudes onto the sheet.

A region gets Lambert's azimuthal equal-area projection around its own centre; one that is wide
and in middle latitudes Lambert's conformal cone; the world Equal Earth. What is projected is cut
to the window in longitude and latitude first: the other way round took a hundred times as long.
"""

from __future__ import annotations

import functools
import math
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import box

from geo.maps.figure.clipping import clip, cut_to_window, may_be_seen
from geo.maps.figure.layout import Box

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.maps.scene import BBox

__all__ = ["Projection", "frame_close", "frame_map", "open_outline"]

_WORLD_LON: Final = 150.0
_WORLD_LAT: Final = 110.0
_CONE_ASPECT: Final = 1.9
_CONE_LAT: Final = (20.0, 66.0)
_LEAST_KM: Final = 160.0
"""A single village still gets a region around it."""

_PAD: Final = 0.045
_CLOSE_PAD: Final = 0.22
_CLOSE_KM: Final = 20.0
"""An inset shows no less than a town with what is around it."""

_DENSE_DEG: Final = 1.0
_CLIP_MM: Final = 2.0
"""Shapes are cut this far outside the frame, so that their cut edges aren't seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """A map projection with the window of it that fills the frame.

    Parameters
    ----------
    kind
        `laea`, `lcc` or `eqearth`: also the key of its name in words.
    proj
        The PROJ string.
    lon_0, lat_0
        Its centre, degrees.
    window
        West, south, east, north of the frame in the projection's metres.
    frame
        The frame on the sheet, in millimetres.
    """

    kind: str
    proj: str
    lon_0: float
    lat_0: float
    window: tuple[float, float, float, float]
    frame: Box

    @property
    def metres_per_mm(self) -> float:
        """Ground metres at the centre for a millimetre of sheet."""
        return (self.window[2] - self.window[0]) / self.frame.width

    @property
    def degrees(self) -> tuple[float, float, float, float]:
        """West, south, east, north of what the frame shows and a little more; east up to 540."""
        return _degrees(self)

    def points(
        self, lon: NDArray[np.float64], lat: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Millimetres on the sheet of points in degrees; infinite where there is none.

        Parameters
        ----------
        lon, lat
            Degrees, arrays of one shape.
        """
        lon = self.lon_0 + _turn(np.asarray(lon, dtype=float) - self.lon_0)
        x, y = _transformer(self.proj).transform(lon, np.asarray(lat, dtype=float))
        return (
            self.frame.left + (x - self.window[0]) / self.metres_per_mm,
            self.frame.bottom + (y - self.window[1]) / self.metres_per_mm,
        )

    def inverse(
        self, x_mm: NDArray[np.float64], y_mm: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Degrees of points on the sheet; not finite off the globe.

        Parameters
        ----------
        x_mm, y_mm
            Millimetres, arrays of one shape.
        """
        x = self.window[0] + (np.asarray(x_mm) - self.frame.left) * self.metres_per_mm
        y = self.window[1] + (np.asarray(y_mm) - self.frame.bottom) * self.metres_per_mm
        lon, lat = _transformer(self.proj).transform(x, y, direction="INVERSE")
        # beside the globe PROJ goes on counting: what doesn't come back isn't on earth
        again = _transformer(self.proj).transform(lon, lat)
        on_earth = np.hypot(again[0] - x, again[1] - y) < 1000.0
        return np.where(on_earth, lon, np.nan), np.where(on_earth, lat, np.nan)

    def globe(self) -> BaseGeometry:
        """What of the frame is earth, in millimetres: all of it but for a map of the world."""
        frame = box(self.frame.left, self.frame.bottom, self.frame.right, self.frame.top)
        if self.kind != "eqearth":
            return frame
        west, east = self.lon_0 - 180, self.lon_0 + 180
        limb = self._to_sheet(shapely.get_coordinates(_dense_box(west, -90, east, 90)))
        return shapely.intersection(frame, shapely.Polygon(limb))

    def shapes(self, geometries: Iterable[BaseGeometry]) -> NDArray[np.object_]:
        """Bring geometries onto the sheet.

        Parameters
        ----------
        geometries
            In degrees (CRS84), cut at the antimeridian as the shipped data are.

        Returns
        -------
        shapes
            In millimetres, cut a little outside the frame; empty where nothing is seen.
        """
        bounds = _degrees(self)
        flat = np.asarray(list(geometries), dtype=object)
        shapes = np.full(len(flat), shapely.GeometryCollection(), dtype=object)
        near = np.flatnonzero(may_be_seen(flat, bounds))
        if len(near) == 0:
            return shapes
        cut = np.array([cut_to_window(geometry, bounds) for geometry in flat[near]], dtype=object)
        dense = shapely.segmentize(cut, _DENSE_DEG)
        sheet = shapely.transform(dense, self._to_sheet)
        shapes[near] = clip(sheet, self.frame.grown(_CLIP_MM))
        return shapes

    def _to_sheet(self, lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
        # longitudes were unwrapped around the centre already; the limbs must stay on their side
        x, y = _transformer(self.proj).transform(
            np.clip(lonlat[:, 0], self.lon_0 - 179.999_999, self.lon_0 + 179.999_999),
            np.clip(lonlat[:, 1], -89.999_999, 89.999_999),
        )
        return np.column_stack(
            (
                self.frame.left + (x - self.window[0]) / self.metres_per_mm,
                self.frame.bottom + (y - self.window[1]) / self.metres_per_mm,
            )
        )


def open_outline(area: BaseGeometry) -> BaseGeometry:
    """The outline of polygons, without the cuts along the date line and at the poles.

    Parameters
    ----------
    area
        Polygons in degrees.
    """
    lines = []
    for ring in shapely.get_parts(shapely.boundary(area)):
        if ring.geom_type not in {"LineString", "LinearRing"}:
            continue
        xy = shapely.get_coordinates(ring)
        start, end = xy[:-1], xy[1:]
        seam = np.zeros(len(start), dtype=bool)
        for i, limit in enumerate((180.0, 90.0)):
            seam |= (np.abs(start[:, i]) > limit - 1e-6) & (np.abs(end[:, i]) > limit - 1e-6)
        if not seam.any():
            lines.append(shapely.LineString(xy))
            continue
        pieces = np.stack((start[~seam], end[~seam]), axis=1)
        lines += list(shapely.get_parts(shapely.line_merge(shapely.MultiLineString([*pieces]))))
    return shapely.MultiLineString(lines)


def frame_map(extent: BBox, contents: Iterable[BaseGeometry], frame: Box) -> Projection:
    """Choose the projection of an extent, and the window of it that fills the frame.

    Parameters
    ----------
    extent
        West, south, east, north in degrees; west above east across the date line.
    contents
        What has to be seen, in degrees: a box of longitudes is wider in the south than what it
        holds, so the window is drawn around these. Without any, around the extent.
    frame
        Where the map stands on the sheet, in millimetres.

    Returns
    -------
    projection
        With the contents in the middle, and some room around them.
    """
    west, south, east, north = extent
    width = (east - west) % 360 or (360.0 if east != west else 0.0)
    lon_0 = float(_turn(np.array([west + width / 2]))[0])
    lat_0 = (south + north) / 2
    kind, proj = _choose(width, south, north, lon_0=lon_0, lat_0=lat_0)
    if kind == "eqearth":
        lat_0 = 0.0
    held = [part for part in contents if not part.is_empty and kind != "eqearth"]
    lonlat = _outline(held) if held else _perimeter(west, south, west + width, north)
    x, y = _transformer(proj).transform(lon_0 + _turn(lonlat[:, 0] - lon_0), lonlat[:, 1])
    seen = np.isfinite(x) & np.isfinite(y)
    window = _pad(x[seen], y[seen], frame)
    return Projection(kind=kind, proj=proj, lon_0=lon_0, lat_0=lat_0, window=window, frame=frame)


def frame_close(lonlat: NDArray[np.float64], frame: Box) -> Projection:
    """Frame some points that lie near to one another, with room for their names.

    Parameters
    ----------
    lonlat
        Rows of longitude and latitude, in degrees; on one side of the date line or across it.
    frame
        Where the map stands on the sheet, in millimetres.
    """
    first = lonlat[0, 0]
    lon = first + _turn(lonlat[:, 0] - first)
    lon_0 = float(_turn(np.array([(lon.min() + lon.max()) / 2]))[0])
    lat_0 = float(lonlat[:, 1].min() + lonlat[:, 1].max()) / 2
    proj = f"+proj=laea +lon_0={lon_0:.4f} +lat_0={lat_0:.4f} +ellps=WGS84"
    x, y = _transformer(proj).transform(lon, lonlat[:, 1])
    window = _pad(x, y, frame, pad=_CLOSE_PAD, least_km=_CLOSE_KM)
    return Projection(kind="laea", proj=proj, lon_0=lon_0, lat_0=lat_0, window=window, frame=frame)


def _choose(
    width: float, south: float, north: float, *, lon_0: float, lat_0: float
) -> tuple[str, str]:
    if width > _WORLD_LON or north - south > _WORLD_LAT:
        pole = max(abs(south), abs(north)) > 80 and south * north > 0 and abs(lat_0) > 55
        if not pole:
            return "eqearth", f"+proj=eqearth +lon_0={lon_0:.4f} +ellps=WGS84"
        lat_0 = math.copysign(90, lat_0)
    aspect = width * math.cos(math.radians(lat_0)) / max(north - south, 0.1)
    middle = _CONE_LAT[0] < abs(lat_0) < _CONE_LAT[1]
    if aspect > _CONE_ASPECT and width > 25 and middle:
        sixth = (north - south) / 6
        return "lcc", (
            f"+proj=lcc +lon_0={lon_0:.4f} +lat_0={lat_0:.4f} +lat_1={south + sixth:.4f}"
            f" +lat_2={north - sixth:.4f} +ellps=WGS84"
        )
    return "laea", f"+proj=laea +lon_0={lon_0:.4f} +lat_0={lat_0:.4f} +ellps=WGS84"


def _pad(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    frame: Box,
    *,
    pad: float = _PAD,
    least_km: float = _LEAST_KM,
) -> tuple[float, float, float, float]:
    """Give the contents some room and the frame's aspect."""
    centre = (x.min() + x.max()) / 2, (y.min() + y.max()) / 2
    width = max(float(np.ptp(x)) * (1 + 2 * pad), least_km * 1000)
    height = max(float(np.ptp(y)) * (1 + 2 * pad), least_km * 600)
    per_mm = max(width / frame.width, height / frame.height)
    half_width, half_height = per_mm * frame.width / 2, per_mm * frame.height / 2
    return (
        float(centre[0] - half_width),
        float(centre[1] - half_height),
        float(centre[0] + half_width),
        float(centre[1] + half_height),
    )


def _turn(lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Bring longitudes into -180..180."""
    return (np.asarray(lon) + 180) % 360 - 180


def _perimeter(west: float, south: float, east: float, north: float) -> NDArray[np.float64]:
    return shapely.get_coordinates(_dense_box(west, south, east, north))


def _dense_box(west: float, south: float, east: float, north: float) -> BaseGeometry:
    return shapely.segmentize(box(west, south, east, north).exterior, 1.0)


def _outline(held: list[BaseGeometry]) -> NDArray[np.float64]:
    return shapely.get_coordinates(shapely.segmentize(np.asarray(held, dtype=object), 2.0))


@functools.lru_cache(maxsize=64)
def _degrees(projection: Projection) -> tuple[float, float, float, float]:
    """What the frame shows, in degrees, east up to 360 beyond west."""
    frame = projection.frame.grown(_CLIP_MM)
    x = np.linspace(frame.left, frame.right, 41)
    y = np.linspace(frame.bottom, frame.top, 41)
    lon, lat = projection.inverse(*(grid.ravel() for grid in np.meshgrid(x, y)))
    seen = np.isfinite(lon) & np.isfinite(lat)
    lon, lat = _turn(lon[seen] - projection.lon_0), lat[seen]
    south, north = float(lat.min()) - 1.0, float(lat.max()) + 1.0
    west, east = float(lon.min()) - 1.0, float(lon.max()) + 1.0
    whole = not seen.all()
    for pole in (90.0, -90.0):
        px, py = projection.points(np.array([0.0]), np.array([pole * 0.999_999]))
        inside = frame.left <= px[0] <= frame.right and frame.bottom <= py[0] <= frame.top
        if inside or abs(pole - (north if pole > 0 else south)) < 1.5:
            whole = True
            south, north = (south, 90.0) if pole > 0 else (-90.0, north)
    if whole or east - west > 300:
        west, east = -180.0, 180.0
    lon_0 = projection.lon_0
    return lon_0 + west, max(south, -90.0), lon_0 + east, min(north, 90.0)


@functools.lru_cache(maxsize=32)
def _made(proj: str, _thread: int) -> Transformer:
    return Transformer.from_crs("OGC:CRS84", proj, always_xy=True)


def _transformer(proj: str) -> Transformer:
    """One transformer per projection and thread: PROJ's objects aren't to be shared."""
    return _made(proj, threading.get_ident())
