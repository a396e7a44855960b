"""Open the shipped tables: GeoParquet and Parquet, checked before they are opened."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd
import pyarrow as pa

from geo.datasets.manifest import locate
from geo.datasets.shapes import unreadable
from geo.frames import CRS

__all__ = ["read_frame", "read_table"]

Filters = Sequence[tuple[str, str, object]]


def read_frame(name: str, *, filters: Filters | None = None) -> gpd.GeoDataFrame:
    """Read a shipped GeoParquet file.

    Parameters
    ----------
    name
        Path relative to the data folder.
    filters
        Rows to read, as pyarrow's conjunctions: `[("iso_a", "==", "BLR")]`.

    Returns
    -------
    frame
        With the CRS by its name: GeoParquet keeps its definition only.

    Raises
    ------
    DataError
        When the file is missing, differs from the manifest or can't be read.
    """
    path = locate(name)
    try:
        frame = gpd.read_parquet(path, filters=list(filters) if filters else None)
    except (OSError, ValueError, pa.ArrowException) as error:
        raise unreadable(name) from error
    return frame.set_crs(CRS, allow_override=True)


def read_table(name: str) -> pd.DataFrame:
    """Read a shipped Parquet file without geometry.

    Parameters
    ----------
    name
        Path relative to the data folder.

    Returns
    -------
    frame
        As it was written.

    Raises
    ------
    DataError
        When the file is missing, differs from the manifest or can't be read.
    """
    path = locate(name)
    try:
        return pd.read_parquet(path)
    except (OSError, ValueError, pa.ArrowException) as error:
        raise unreadable(name) from error
