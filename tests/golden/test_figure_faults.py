"""Faults that an early study of the figure had: each is kept from coming back.

They are asked of the first example's scene and plate, as the product builds them.
"""

from __future__ import annotations

import functools
from datetime import date

import numpy as np
import pytest
import shapely

from geo.analysis import Settings, analyse
from geo.datasets import arsenal
from geo.datasets.articles import read_article, seeds
from geo.geodesy import distance_km
from geo.maps.build import build_scene
from geo.maps.figure import compose
from geo.maps.scene import LayerRole
from geo.maps.style import ALLIANCES, STYLES, WATER

SEED = "putin-lukashenko-2023-04-06"
PUBLISHED = date(2023, 4, 6)


@functools.cache
def analysed(on: date | None = None):
    path = next(info.path for info in seeds() if info.slug == SEED)
    return analyse(read_article(path), Settings(on=on))


@functools.cache
def scene_of(on: date | None = None):
    return build_scene(analysed(on), lang="pl")


@functools.cache
def plate():
    return compose(scene_of(), layout="half")


def said(*roles):
    return " ".join(t.words for t in plate().texts if t.role in roles).replace("\u00a0", " ")


def members(on: date | None):
    return set(scene_of(on).layer("alliance:NATO").frame.index)


def test_an_alliance_has_the_members_of_the_date():
    assert "FIN" in members(None), "joined on 4 April 2023"
    assert "SWE" not in members(None), "joined on 7 March 2024"
    assert "FIN" not in members(date(2023, 4, 3))
    assert "SWE" in members(date(2024, 3, 7))


def test_rings_stand_around_sites_where_the_system_is_documented_and_nowhere_else():
    documented = {
        f"ring:{row.site_id}/{row.system_id}"
        for row in analysed().deployments.itertuples()
        if arsenal.read_systems()[row.system_id].max_high_km
    }
    drawn = {layer.id for layer in scene_of().by_role(LayerRole.RING)}
    assert drawn
    assert drawn <= documented
    assert not [ring for ring in drawn if ring.startswith("ring:lida")], "a base of Su-25"
    for row in analysed().deployments.itertuples():
        assert row.from_date <= PUBLISHED.isoformat(), "known on the date"


def test_lines_and_polygons_are_of_one_generalisation():
    """So borders meet at every tripoint, and a border is where the colours meet."""
    scene = scene_of()
    land = scene.layer("land").frame.geometry
    others = shapely.union_all(scene.layer("borders").frame.geometry.to_numpy())
    (focus,) = scene.by_role(LayerRole.FOCUS_BORDER)
    for pair, line in focus.frame.geometry.items():
        for iso in str(pair).split("-"):
            edge = shapely.buffer(shapely.boundary(land[iso]), 1e-6)
            assert edge.covers(line), f"{pair} leaves the edge of {iso}"
    whole = shapely.line_merge(shapely.union_all(focus.frame.geometry.to_numpy()))
    ends = [p for part in shapely.get_parts(whole) for p in shapely.get_parts(part.boundary)]
    assert ends
    for end in ends:
        assert others.distance(end) < 1e-9, "another border goes on where this one ends"


def test_the_date_of_the_map_stands_on_it():
    assert "6 kwietnia 2023" in said("as-of")


def test_a_ring_has_its_dead_zone_and_its_site_the_circle_in_which_it_lies():
    scene = scene_of()
    for ring in analysed().rings.itertuples():
        zone = scene.layer(f"dead-zone:{ring.site_id}/{ring.system_id}").frame.geometry.iloc[0]
        xy = shapely.get_coordinates(zone)
        away = np.asarray(distance_km(ring.lon, ring.lat, xy[:, 0], xy[:, 1]))
        assert away == pytest.approx(ring.dead_zone_km, abs=0.01)
        assert away.min() > 0
    (circles,) = scene.by_role(LayerRole.UNCERTAINTY)
    for site_id, circle in circles.frame.geometry.items():
        site = arsenal.find_site(str(site_id))
        xy = shapely.get_coordinates(circle)
        away = np.asarray(distance_km(site.lon, site.lat, xy[:, 0], xy[:, 1]))
        assert away == pytest.approx(site.precision_km, abs=0.01)
    groups = {ink.group.split(":")[0] for ink in plate().inks}
    assert {"dead-zone", "uncertainty", "legend"} <= groups
    assert "50 km" in said("legend")


def test_a_spread_of_published_figures_is_not_called_uncertainty():
    legend = dict(plate().legend)
    band = next(words for layer, words in legend.items() if layer.startswith("ring-band:"))
    assert "maksim" in band
    assert "niepewno" not in band.lower()


def test_the_range_has_its_source():
    for ring in analysed().rings.itertuples():
        assert analysed().sources[ring.source_id].title in said("sources")


def test_regions_are_of_the_first_order():
    """Latvia is drawn without: municipalities are all that is known of it."""
    regions = set(scene_of().layer("admin1").frame.index)
    assert {"BLR", "POL", "UKR"} <= regions
    assert "LVA" not in regions


def test_a_plan_is_told_as_one():
    assert "o planach, nie o ich wykonaniu" in said("subtitle")


def luminance(colour: str) -> float:
    parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


GROUNDS = {
    "water": WATER,
    "land": STYLES["land"].fill,
    "alliance": ALLIANCES[0].fill,
    "focus": STYLES["focus"].fill,
}


@pytest.mark.parametrize("ground", GROUNDS)
def test_what_carries_meaning_stands_out_from_every_ground(ground):
    fill = GROUNDS[ground]
    assert fill is not None
    for name in ("coast", "borders", "disputed", "disputed-area", "focus-border"):
        style = STYLES[name]
        assert style.stroke is not None
        assert style.stroke_alpha == 1, "what shows through isn't counted here"
        assert contrast(style.stroke, fill) >= 3.0, name
    for name in ("land", "focus", "mention", "city", "region"):
        assert contrast(STYLES[name].text, fill) >= 4.5, name


def test_an_alliance_and_the_focus_are_told_from_the_sea_and_from_each_other():
    assert contrast(GROUNDS["alliance"], GROUNDS["water"]) > 1.3, "1.23 was too little"
    assert contrast(GROUNDS["focus"], GROUNDS["alliance"]) > 1.2, "1.08 was too little"
