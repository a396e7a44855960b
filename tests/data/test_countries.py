"""Countries to draw: contracts, and borders that meet at tripoints and lie on polygons' edges."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.datasets.countries import (
    DETAILS,
    Detail,
    read_coasts,
    read_countries,
    read_country_borders,
)
from geo.datasets.layers import LAYERS, Layer, read_layer
from geo.errors import InputError
from geo.frames import CRS, geometry_at
from geo.geodesy import area_km2

DRAWN: tuple[Detail, ...] = ("world", "regional")


def vertices(frame: gpd.GeoDataFrame) -> set[tuple[float, float]]:
    return set(map(tuple, shapely.get_coordinates(frame.geometry.to_numpy())))


@pytest.mark.parametrize("detail", DETAILS)
def test_countries_are_a_valid_coverage(detail: Detail) -> None:
    countries = read_countries(detail)
    assert countries.crs.to_string() == CRS
    assert countries.geometry.is_valid.all()
    assert shapely.coverage_is_valid(countries.geometry.to_numpy())
    assert countries.index.str.fullmatch("[A-Z]{3}").all()
    assert {"XKX", "ESH", "PSE", "SSD", "TWN", "POL"} <= set(countries.index)


def test_people_and_names_are_there() -> None:
    poland = read_countries().loc["POL"]
    assert (poland["name"], poland["name_pl"], poland["name_uk"]) == ("Poland", "Polska", "Польща")
    assert 36e6 < poland["population"] < 40e6
    assert poland["population_year"] >= 2015


@pytest.mark.parametrize("detail", DETAILS)
def test_areas_are_those_of_the_countries(detail: Detail) -> None:
    countries = read_countries(detail)
    # published land and inland water, km2
    for iso, km2 in {"POL": 312_700, "BLR": 207_600, "KAZ": 2_724_900, "SYR": 185_180}.items():
        assert area_km2(geometry_at(countries, iso)) == pytest.approx(km2, rel=0.012)


@pytest.mark.parametrize("detail", DETAILS)
def test_disputed_land_is_drawn_by_the_line_of_the_united_nations(detail: Detail) -> None:
    countries = read_countries(detail)
    for iso, lon, lat in [("UKR", 34.1, 45.2), ("SYR", 35.8, 33.0), ("ESH", -13.0, 25.0)]:
        assert shapely.contains_xy(geometry_at(countries, iso), lon, lat)


@pytest.mark.parametrize("detail", DETAILS)
def test_every_border_line_lies_on_the_edges_of_both_its_countries(detail: Detail) -> None:
    countries = read_countries(detail)
    edges = {iso: shapely.boundary(shape) for iso, shape in countries.geometry.items()}
    for row in (
        read_country_borders(detail).loc[lambda f: f["iso_a"].isin(["BLR", "POL"])].itertuples()
    ):
        for iso in (row.iso_a, row.iso_b):
            assert shapely.covers(edges[iso], row.geometry), (row.Index, iso)


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize(
    "trio",
    [("BLR", "LTU", "POL"), ("BLR", "LTU", "LVA"), ("BLR", "LVA", "RUS"), ("LAO", "THA", "MMR")],
)
def test_three_borders_meet_in_one_point(detail: Detail, trio: tuple[str, str, str]) -> None:
    lines = read_country_borders(detail)
    ends = []
    for k in range(3):
        name = "-".join(sorted((trio[k], trio[(k + 1) % 3])))
        boundary = shapely.boundary(geometry_at(lines, name))
        ends.append(set(map(tuple, shapely.get_coordinates(boundary))))
    assert ends[0] & ends[1] & ends[2]


@pytest.mark.parametrize("detail", DRAWN)
def test_coasts_are_edges_and_leave_the_seam_out(detail: Detail) -> None:
    coasts = read_coasts(detail)
    assert vertices(coasts) <= vertices(read_countries(detail))
    xy, line = shapely.get_coordinates(
        shapely.get_parts(coasts.geometry.to_numpy()), return_index=True
    )
    seam = (np.abs(xy[:, 0]) == 180) & (np.append(np.diff(line), 1) == 0)
    assert not (seam[:-1] & (np.abs(xy[1:, 0]) == 180)).any()
    assert "BLR" not in coasts.index


def test_generalisations_are_smaller_each() -> None:
    sizes = [shapely.get_num_coordinates(read_countries(d).geometry).sum() for d in DETAILS]
    assert sizes[0] * 2 < sizes[1] < sizes[2] / 2
    # what a browser gets has three decimals
    xy = shapely.get_coordinates(read_countries("world").geometry.to_numpy())
    assert (np.round(xy, 3) == xy).all()


def test_each_call_gives_a_frame_of_its_own() -> None:
    mine = read_countries()
    mine.loc["POL", "name"] = "changed"
    assert read_countries()["name"]["POL"] == "Poland"


@pytest.mark.parametrize("name", LAYERS)
def test_layers_have_their_crs_and_source(name: Layer) -> None:
    layer = read_layer(name)
    assert layer.crs.to_string() == CRS
    assert layer["source_id"].notna().all()
    assert layer.geometry.is_valid.all()


def test_regions_are_regions() -> None:
    regions = read_layer("admin1")
    assert "LVA" not in regions.index
    assert {"BLR", "POL", "UKR", "FRA", "DEU"} <= set(regions.index)
    # four nations: three land borders at most, not 232 districts
    assert regions.geometry["GBR"].length < 10


def test_the_line_at_perekop_is_among_the_disputed() -> None:
    disputed = read_layer("disputed")
    near = disputed[disputed.intersects(shapely.box(33.3, 45.7, 35.2, 46.3))]
    assert list(near["claim"]) == ["Russian claim"]


def test_unknown_names_are_refused() -> None:
    for wrong in (
        lambda: read_countries("tiny"),  # type: ignore[arg-type]
        lambda: read_country_borders("tiny"),  # type: ignore[arg-type]
        lambda: read_coasts("full"),
        lambda: read_layer("rivers"),  # type: ignore[arg-type]
    ):
        with pytest.raises(InputError):
            wrong()
