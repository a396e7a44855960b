"""Rows of a layer as features for the browser, as small as the screen allows.

Points are GeoJSON. Lines and areas keep GeoJSON's nesting, but the innermost lists are flat
differences in thousandths of a degree under `c`, which halves what is sent; the drawing code
sums them up again into `coordinates`.
"""

from __future__ import annotations

import json
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.maps.scene import BBox, Layer, LayerRole, Mark
from geo.maps.web.anchors import caption_point, name_point
from geo.maps.web.fit import digest_of, fitted, near, straightened, unwrapped
from geo.maps.web.remember import Memory

__all__ = ["collection", "compact", "written_collection"]

DECIMALS: Final = 3
"""Of a degree: 110 m, under a pixel until zoom 9."""

MOST_POINTS: Final = 320
"""Points of one layer around the view; more would never be lettered."""

MOST_FAR_POINTS: Final = 120
"""Points beyond it, for who drags far away."""

_LOCAL: Final = frozenset(
    {LayerRole.ADMIN1, LayerRole.LAKES, LayerRole.DISPUTED_AREA, LayerRole.DISPUTED}
)
"""Layers that nobody misses outside the window."""

_LINKED: Final = frozenset({LayerRole.BORDERLAND})
"""Areas that words of the article lead to, so that a popup needs a point in them."""

_collections: Final[Memory[str]] = Memory(160)

_TEXTS: Final = ("label", "key", "detail", "caption")


def compact(value: object) -> str:
    """JSON without spaces, in the order given, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def collection(layer: Layer, extent: BBox) -> dict[str, Any]:
    """Make a feature collection of a layer's rows, in their order.

    Parameters
    ----------
    layer
        A layer; rows without geometry are left out.
    extent
        West, south, east, north of the picture, in degrees: areas get their names inside it.

    Returns
    -------
    dict
        Properties `label`, `key`, `detail`, `caption`, `priority`, `ids` where they aren't
        empty, and `at`, the point (lon, lat) where the words of an area or a line stand.
    """
    straight = straightened(extent)
    whole = _present(layer.frame, straight)
    sent = whole
    if layer.mark in {Mark.FILL, Mark.LINE} and len(whole):
        sent = fitted(whole, straight, beyond=layer.role not in _LOCAL)
    elif len(whole) > MOST_POINTS:
        sent = _important(whole, straight)
    shapes = (json.loads(text) for text in shapely.to_geojson(sent.geometry.to_numpy()))
    full = whole.geometry.to_numpy()
    features = []
    for index, shape, row in zip(sent.index, shapes, _rows(sent), strict=True):
        properties = _properties(row)
        if shape["type"] != "Point":
            at = _anchor(full[index], properties, straight, linked=layer.role in _LINKED)
            if at is not None:
                properties["at"] = [round(at[0], DECIMALS), round(at[1], DECIMALS)]
        features.append({"type": "Feature", "properties": properties, "geometry": _short(shape)})
    return {"type": "FeatureCollection", "features": features}


def _present(frame: gpd.GeoDataFrame, extent: BBox) -> gpd.GeoDataFrame:
    """Rows with a geometry, numbered, in longitudes around the extent."""
    spoken = [name for name in (*_TEXTS, "priority", "mention_ids") if name in frame.columns]
    located = ~(frame.geometry.isna() | frame.geometry.is_empty)
    present = frame.loc[located, [*spoken, frame.geometry.name]].reset_index(drop=True)
    moved = unwrapped(np.asarray(present.geometry.array, dtype=object), extent)
    return present.set_geometry(gpd.GeoSeries(moved, present.index), crs=frame.crs)


def _important(points: gpd.GeoDataFrame, extent: BBox) -> gpd.GeoDataFrame:
    """The most important points around the view, and a few of the world's."""
    ranked = points.sort_values("priority", ascending=False, kind="stable")
    around = near(np.asarray(ranked.geometry.array, dtype=object), extent)
    kept = pd.concat([ranked[around].head(MOST_POINTS), ranked[~around].head(MOST_FAR_POINTS)])
    return gpd.GeoDataFrame(kept, geometry="geometry", crs=points.crs)


def _anchor(
    geometry: BaseGeometry, properties: dict[str, Any], extent: BBox, *, linked: bool
) -> tuple[float, float] | None:
    if linked or "label" in properties:
        return name_point(geometry, extent)
    return caption_point(geometry, extent) if "caption" in properties else None


def written_collection(layer: Layer, extent: BBox) -> tuple[str, str]:
    """Name a layer's collection by its content and write it, or remember having done so.

    Most layers are the same from one picture of an article to the next; to tell that they are
    takes a fiftieth of the time of thinning them out again.

    Parameters
    ----------
    layer, extent
        As for `collection`.

    Returns
    -------
    name, written
        `layer@digest`, so that what is unchanged isn't sent again; the collection as JSON.
    """
    digest = _digest(layer, extent)
    written = _collections.recall(digest, lambda: compact(collection(layer, extent)))
    return f"{layer.id}@{digest}", written


def _digest(layer: Layer, extent: BBox) -> str:
    shapes = np.asarray(layer.frame.geometry.array, dtype=object)
    said = [
        str(layer.frame[name].tolist())
        for name in (*_TEXTS, "priority", "mention_ids")
        if name in layer.frame.columns
    ]
    return digest_of(shapes, repr((layer.role, layer.mark, extent, said)))


def _properties(row: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {n: str(row[n]) for n in _TEXTS if row.get(n)}
    if row.get("priority"):
        properties["priority"] = round(float(row["priority"]), 3)
    if row.get("mention_ids"):
        properties["ids"] = str(row["mention_ids"])
    return properties


def _rows(frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    plain = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    records = plain.astype(object).where(plain.notna(), None).to_dict("records")
    return [{str(name): value for name, value in record.items()} for record in records]


def _short(shape: dict[str, Any]) -> dict[str, Any]:
    if shape["type"] == "Point":
        return {"type": "Point", "coordinates": [round(v, DECIMALS) for v in shape["coordinates"]]}
    return {"type": shape["type"], "c": _differences(shape["coordinates"])}


def _differences(value: list[Any]) -> list[Any]:
    if not value or isinstance(value[0][0], list):
        return [_differences(item) for item in value]
    thousandths = np.rint(np.asarray(value)[:, :2] * 10**DECIMALS).astype(int)
    steps = np.diff(thousandths, axis=0, prepend=[[0, 0]])
    moved = steps.any(axis=1)
    moved[0] = True
    flat: list[int] = steps[moved].ravel().tolist()
    return flat
