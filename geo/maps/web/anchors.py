"""Where words stand that belong to an area or a line."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.maps.scene import BBox

__all__ = ["caption_point", "name_point"]


def name_point(geometry: BaseGeometry, extent: BBox) -> tuple[float, float]:
    """Choose where an area's name stands: the middle of its widest part within the picture.

    Parameters
    ----------
    geometry
        An area; of a line, some point on it is taken.
    extent
        West, south, east, north of the picture, in degrees, west < east.

    Returns
    -------
    lon, lat
        In degrees.
    """
    seen = shapely.clip_by_rect(geometry, *extent)
    # a base abroad or a tip of a country at the picture's edge isn't where its name belongs
    crumb = seen.area < 0.02 * geometry.area and seen.area < 0.003 * shapely.box(*extent).area
    shape = geometry if seen.is_empty or crumb else seen
    if shapely.get_dimensions(shape) < 2:
        point = shapely.point_on_surface(shape)
    else:
        widest = max(shapely.get_parts(shape), key=shapely.area)
        point = shapely.get_point(shapely.maximum_inscribed_circle(widest, tolerance=0.05), 0)
    return float(point.x), float(point.y)


def caption_point(geometry: BaseGeometry, extent: BBox) -> tuple[float, float] | None:
    """Choose where a caption stands on a line: its northernmost point within the picture.

    Returns
    -------
    lon, lat
        In degrees; None when no vertex of it is in the picture.
    """
    west, south, east, north = extent
    margin = 0.03 * (north - south)
    lon, lat = shapely.get_coordinates(geometry).T
    inside = (lon > west) & (lon < east) & (lat > south + margin) & (lat < north - margin)
    if not inside.any():
        return None
    top = int(np.argmax(np.where(inside, lat, -np.inf)))
    return float(lon[top]), float(lat[top])
