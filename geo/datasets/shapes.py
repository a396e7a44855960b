"""Open shipped GeoParquet as plain columns: finding a country needs no frame, nor its 70 MB."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from numpy.typing import NDArray

from geo.datasets.manifest import locate
from geo.errors import DataError

__all__ = ["Shapes", "read_shapes", "unreadable"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shapes:
    """Geometries with their columns.

    Parameters
    ----------
    columns
        Column to its texts, row by row.
    geometry
        Shapes in longitude and latitude, in the same order.
    """

    columns: Mapping[str, tuple[str, ...]]
    geometry: NDArray[np.object_]


def read_shapes(name: str) -> Shapes:
    """Read a shipped GeoParquet file whose columns hold text.

    Parameters
    ----------
    name
        Path relative to the data folder.

    Returns
    -------
    shapes
        The rows in the file's order.

    Raises
    ------
    DataError
        When the file is missing, differs from the manifest or can't be read.
    """
    path = locate(name)
    try:
        # neither pq.read_table nor to_numpy: they load pyarrow's datasets and pandas
        with pq.ParquetFile(path) as file:
            table = file.read()
        geometry = shapely.from_wkb(table["geometry"].to_pylist())
        columns = {
            column: tuple(map(str, table[column].to_pylist()))
            for column in table.column_names
            if column != "geometry"
        }
    except (OSError, ValueError, KeyError, pa.ArrowException, shapely.GEOSException) as error:
        raise unreadable(name) from error
    return Shapes(columns=columns, geometry=np.asarray(geometry, dtype=object))


def unreadable(name: str) -> DataError:
    """Say that a shipped file is no Parquet, whatever its checksum says."""
    return DataError(
        f"The data file {name!r} can't be read as Parquet.",
        hint="Run `standoff data check`; if it passes, report a bug.",
    )
