"""Scenes on real countries, made by hand, so that the renderer is tested without the analysis."""

from __future__ import annotations

from datetime import date

import geopandas as gpd
import pytest
from shapely.geometry import Point

from geo.datasets.countries import read_coasts, read_countries, read_country_borders
from geo.frames import CRS
from geo.geodesy import circle
from geo.maps.scene import Layer, LayerRole, Mark, Scene, SceneText
from geo.maps.style import ALLIANCES, STYLES, ring_style, site_style
from geo.model import Source

SITE = (28.62872, 53.30588)
CITIES = (
    ("Mińsk", 27.57, 53.9, "capital"),
    ("Wilno", 25.28, 54.69, "capital"),
    ("Warszawa", 21.01, 52.23, "capital"),
    ("Ryga", 24.1, 56.95, "capital"),
    ("Kijów", 30.52, 50.45, "capital"),
    ("Homel", 31.0, 52.43, "city"),
    ("Mohylew", 30.33, 53.91, "city"),
    ("Witebsk", 30.2, 55.19, "city"),
    ("Grodno", 23.83, 53.68, "city"),
    ("Brześć", 23.7, 52.1, "city"),
    ("Bobrujsk", 29.22, 53.14, "city"),
    ("Smoleńsk", 32.05, 54.78, "city"),
    ("Lwów", 24.03, 49.84, "city"),
    ("Lublin", 22.57, 51.25, "city"),
    ("Gdańsk", 18.65, 54.35, "city"),
)
NATO = ("POL", "LTU", "LVA", "EST", "DEU", "CZE", "SVK", "HUN", "ROU", "DNK", "NOR", "FIN")
NAME = {"en": "name", "pl": "name_pl", "uk": "name_uk"}


def rows(geometries, index=None, **columns) -> gpd.GeoDataFrame:
    frame = gpd.GeoDataFrame(geometry=list(geometries), crs=CRS, index=index)
    return frame.assign(**{"label": "", "key": "", "caption": "", **columns})


def layer(name, role, mark, frame, style, **more) -> Layer:
    return Layer(id=name, role=role, mark=mark, title=name, frame=frame, styles={"": style}, **more)


def ground(lang: str, focus: str | None) -> list[Layer]:
    countries = read_countries("regional")
    names = countries[NAME[lang]].tolist()
    land = rows(countries.geometry, index=countries.index, label=names)
    layers = [layer("land", LayerRole.LAND, Mark.FILL, land, STYLES["land"], toggle=False)]
    if focus:
        own = countries.loc[[focus]]
        frame = rows(own.geometry, index=own.index)
        layers.append(layer("focus", LayerRole.FOCUS, Mark.FILL, frame, STYLES["focus"]))
    coasts = rows(read_coasts("regional").geometry)
    return [*layers, layer("coast", LayerRole.COAST, Mark.LINE, coasts, STYLES["coast"])]


def words(**more) -> SceneText:
    given = {
        "title": "Broń jądrowa na Białorusi: zapowiedź i granica z NATO",
        "subtitle": "Według artykułu: planowane. Okrąg dodała redakcja.",
        "as_of": "Stan na 6 kwietnia 2023 r.",
        "notes": ("Mapa nie wyraża stanowiska w sprawie statusu granic.",),
        "credits": ("Made with Natural Earth", "GeoNames (CC BY 4.0)"),
        "alt": "Mapa Białorusi z okręgiem 500 km & <granicą>.",
    }
    return SceneText(**{**given, **more})


def belarus(**text) -> Scene:
    borders = read_country_borders("regional")
    ours = ["BLR-POL", "BLR-LTU", "BLR-LVA"]
    ring = circle(*SITE, 500)
    role, line, fill, point = LayerRole, Mark.LINE, Mark.FILL, Mark.POINT
    countries = read_countries("regional")
    members = countries[countries.index.isin(NATO)]
    base = ground("pl", "BLR")
    layers = [
        base[0],
        layer(
            "alliance:NATO",
            role.ALLIANCE,
            fill,
            rows(members.geometry, index=members.index),
            ALLIANCES[0],
            legend=(("", "Państwa NATO"),),
        ),
        *base[1:],
        layer(
            "borders",
            role.BORDERS,
            line,
            rows(borders.drop(index=ours).geometry),
            STYLES["borders"],
            legend=(("", "Granice państw"),),
        ),
        layer(
            "reach",
            role.REACH,
            fill,
            rows([members.loc["LTU", "geometry"].intersection(ring)]),
            STYLES["reach"],
            legend=(("", "Obszar NATO w zasięgu"),),
        ),
        layer(
            "ring-band:x",
            role.RING_BAND,
            fill,
            rows([circle(*SITE, 400)], caption="400 km"),
            ring_style("reported", part="band"),
            legend=(("", "Rozrzut publikowanych maksimów: 400–500 km"),),
            group="ring:x",
        ),
        layer(
            "dead-zone:x",
            role.DEAD_ZONE,
            fill,
            rows([circle(*SITE, 50)]),
            ring_style("reported", part="dead-zone"),
            legend=(("", "Strefa martwa 50 km"),),
            group="ring:x",
        ),
        layer(
            "ring:x",
            role.RING,
            fill,
            rows([ring], caption="500 km"),
            ring_style("reported"),
            legend=(("", "Zasięg 500 km (Iskander-M)"),),
            group="ring:x",
        ),
        layer(
            "focus-border",
            role.FOCUS_BORDER,
            line,
            rows(borders.loc[ours].geometry, caption=["", "1263 km", ""]),
            STYLES["focus-border"],
            legend=(("", "Granica Białoruś–NATO"),),
        ),
        layer(
            "seas",
            role.SEAS,
            Mark.LABEL,
            rows([Point(19.5, 56.5)], label="Morze Bałtyckie"),
            STYLES["sea"],
        ),
        Layer(
            id="cities",
            role=role.CITIES,
            mark=point,
            title="cities",
            frame=rows(
                [Point(c[1], c[2]) for c in CITIES],
                label=[c[0] for c in CITIES],
                key=[c[3] for c in CITIES],
                priority=list(range(len(CITIES), 0, -1)),
            ),
            styles={"": STYLES["city"], "capital": STYLES["capital"]},
            legend=(("capital", "Stolica"), ("city", "Miasto")),
        ),
        layer(
            "uncertainty",
            role.UNCERTAINTY,
            fill,
            rows([circle(*SITE, 8)]),
            STYLES["uncertainty"],
            legend=(("", "Koło, w którym leży miejsce"),),
            group="sites",
        ),
        layer(
            "sites",
            role.SITES,
            point,
            rows([Point(SITE)], label="Osipowicze", priority=100.0),
            site_style("reported"),
            legend=(("", "Miejsce, według doniesień"),),
            group="sites",
        ),
        Layer(
            id="mentions",
            role=role.MENTIONS,
            mark=point,
            title="mentions",
            frame=rows(
                [Point(37.6176, 55.7520), Point(28, 53.7), Point(31.4, 49.0)],
                label=["Kreml", "Białoruś", "Ukraina"],
                key=["mention-facility", "mention-area", "mention-area"],
                caption=["", "×17", ""],
                count=[1, 17, 1],
                priority=[1.0, 17.0, 1.0],
            ),
            styles={"": STYLES["mention"]}
            | {k: STYLES[k] for k in ("mention-facility", "mention-area")},
            legend=(("mention-facility", "Obiekt"), ("mention-area", "Kraj z artykułu")),
        ),
    ]
    source = Source(id="natural_earth", title="Natural Earth", version="5.1.1")
    return Scene(
        layers=tuple(layers),
        extent=ring.bounds,
        lang="pl",
        on=date(2023, 4, 6),
        text=words(**text),
        sources={"natural_earth": source},
        article_id="0" * 64,
    )


def elsewhere(extent, focus, mentions, ring=None) -> Scene:
    layers = ground("en", focus)
    borders = rows(read_country_borders("regional").geometry)
    layers.append(layer("borders", LayerRole.BORDERS, Mark.LINE, borders, STYLES["borders"]))
    if ring:
        frame = rows([circle(*ring)], caption=f"{ring[2]} km")
        legend = (("", f"Range {ring[2]} km"),)
        style = ring_style("claimed")
        layers.append(layer("ring:y", LayerRole.RING, Mark.FILL, frame, style, legend=legend))
    frame = rows([Point(lon, lat) for _, lon, lat in mentions], label=[m[0] for m in mentions])
    legend = (("", "Mentioned"),)
    layers.append(
        layer("mentions", LayerRole.MENTIONS, Mark.POINT, frame, STYLES["mention"], legend=legend)
    )
    return Scene(
        layers=tuple(layers),
        extent=extent,
        lang="en",
        on=date(2024, 1, 1),
        text=words(title="A figure about somewhere else", subtitle="", as_of="As of 2024"),
    )


ELSEWHERE = {
    "taiwan-strait": (
        (116.5, 20.5, 124, 27.5),
        "TWN",
        (("Taipei", 121.56, 25.04), ("Xiamen", 118.09, 24.48), ("Kinmen", 118.38, 24.45)),
    ),
    "tromsø": (
        (8, 65.5, 31, 73.3),
        "NOR",
        (("Tromsø", 18.95, 69.65), ("Murmansk", 33.08, 68.97)),
        (18.95, 69.65, 400),
    ),
    "red-sea": (
        (32, 11, 52, 30),
        "YEM",
        (("Hodeidah", 42.95, 14.8), ("Aden", 45.03, 12.78), ("Suez", 32.55, 29.97)),
    ),
    "date-line": (
        (160, 55, -150, 74),
        "RUS",
        (("Anadyr", 177.5, 64.73), ("Nome", -165.4, 64.5)),
        (-175, 65, 900),
    ),
    "fiji": ((169, -27, -172, -9), "FJI", (("Suva", 178.44, -18.14),), (178.4, -18.1, 900)),
    "north-pole": ((-180, 66, 180, 89), None, (("Alert", -62.3, 82.5),), (20, 84, 1500)),
    "world": (
        (-179, -58, 179, 78),
        None,
        (("Washington", -77.0, 38.9), ("Canberra", 149.1, -35.3)),
    ),
    "village": ((23.5, 53.6, 23.9, 53.8), "BLR", (("Grodno", 23.83, 53.68),)),
}


@pytest.fixture(scope="session")
def scene() -> Scene:
    return belarus()


@pytest.fixture(scope="session", params=list(ELSEWHERE))
def distant(request) -> tuple[str, Scene]:
    return request.param, elsewhere(*ELSEWHERE[request.param])


@pytest.fixture(scope="session")
def far_away():
    """A scene by its name, and where its ring is: longitude, latitude, kilometres."""
    return lambda name: (elsewhere(*ELSEWHERE[name]), ELSEWHERE[name][-1])


@pytest.fixture(scope="session")
def somewhere():
    """Makes a scene of an extent, a country in focus, mentions, and a ring."""
    return elsewhere


@pytest.fixture(scope="session")
def worded():
    """The scene about Belarus with other words around it."""
    return belarus
