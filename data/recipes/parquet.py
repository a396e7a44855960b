"""Write GeoParquet so that the same frame gives the same bytes."""

from __future__ import annotations

import os
from pathlib import Path

import geopandas as gpd
import pandas as pd


def write_frame(frame: pd.DataFrame, path: Path, *, row_group_size: int | None = None) -> None:
    """Write a frame as zstd-compressed Parquet, at once and whole."""
    part = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    options: dict[str, object] = {"compression": "zstd", "compression_level": 19}
    if row_group_size:
        options["row_group_size"] = row_group_size
    if isinstance(frame, gpd.GeoDataFrame):
        frame.to_parquet(part, schema_version="1.1.0", **options)
    else:
        frame.to_parquet(part, **options)
    part.replace(path)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
