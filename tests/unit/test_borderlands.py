"""A border told as a place: whose it is, how wide it is drawn, and what every output says of it."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest
import shapely

from geo.analysis import Correction, Settings, analyse
from geo.analysis.joined import read_borderlands, read_places
from geo.analysis.places_record import places_record
from geo.borders import border_lines, borderland
from geo.datasets.countries import read_countries
from geo.errors import GeometryError, InputError
from geo.export.tables import places_csv, places_geojson, places_table
from geo.frames import geometry_at
from geo.geodesy import band, nearest
from geo.maps.build import build_scene
from geo.maps.scene import LayerRole, Provenance
from geo.maps.web.article import article_view
from geo.model import CONVENTION_KM, Article

TEXT = (
    "Lithuanian guards stopped a lorry near the border with Latvia."
    " Lithuania said that a balloon fell 10 km from the Polish-Lithuanian border."
)
UNTOLD = "A balloon was found near the border with Romania."


def told(text: str, lang: str = "en"):
    article = Article(text=text, lang=lang)
    return read_borderlands(article, read_places(article))


# ---- the band ----


@pytest.mark.parametrize(("pair", "km"), [("BLR-POL", 30), ("BLR-POL", 2), ("CHL-PER", 100)])
def test_a_band_s_outline_is_as_far_from_the_border_as_told(pair, km):
    a, b = pair.split("-")
    line = shapely.union_all(border_lines(a, b).geometry.to_numpy())
    outline = shapely.get_coordinates(shapely.get_parts(band(line, km))[0].exterior)
    far = [nearest(line, *at).km for at in outline[:: max(1, len(outline) // 80)]]
    assert min(far) >= 0.98 * km
    assert max(far) <= 1.02 * km


def test_a_long_straight_line_keeps_its_width_all_along():
    """Two vertices far apart mean a line straight in degrees, in no single projection."""
    line = shapely.LineString([(20, 40), (60, 70)])
    outline = shapely.get_coordinates(shapely.segmentize(band(line, 50).exterior, 0.5))
    far = [nearest(line, *at).km for at in outline[::7]]
    assert min(far) >= 49
    assert max(far) <= 51


def test_a_band_over_the_date_line_is_cut_there():
    line = shapely.LineString([(179.8, 66), (180, 66.2)])
    area = band(line, 30)
    west, _, east, _ = area.bounds
    assert (west, east) == (-180, 180)
    assert area.area < 2


@pytest.mark.parametrize("km", [0, -1, 501, float("nan")])
def test_no_band_without_a_width(km):
    with pytest.raises(GeometryError):
        band(shapely.LineString([(20, 50), (21, 50)]), km)


def test_no_band_without_a_line():
    with pytest.raises(GeometryError):
        band(shapely.Point(20, 50), 5)


def test_the_land_is_that_of_both_countries_and_of_nobody_else():
    land = borderland("LTU", "LVA", 30.0)
    countries = read_countries("regional")
    inside = [
        shapely.intersection(land, geometry_at(countries, iso)).area / land.area
        for iso in ("LTU", "LVA")
    ]
    assert sum(inside) == pytest.approx(1, abs=1e-3)
    assert min(inside) > 0.4
    assert not shapely.intersection(land, geometry_at(countries, "BLR")).area > 1e-6


def test_countries_apart_have_no_land_between_them():
    with pytest.raises(InputError):
        borderland("FRA", "POL", 30.0)


# ---- whose border ----


def test_the_names_in_the_phrase_stay_mentions_of_their_own():
    alone = read_places(Article(text="A lorry came from Latvia.", lang="en"))
    (latvia,) = [r for r in alone.resolutions if r.mention.surface == "Latvia"]
    parsed = read_places(Article(text=TEXT, lang="en"))
    (beside,) = [r for r in parsed.resolutions if r.mention.surface == "Latvia"]
    assert (beside.mention.kind, beside.method, beside.place) == (
        latvia.mention.kind,
        latvia.method,
        latvia.place,
    )


def test_a_correction_takes_the_phrase_along():
    text = "In Turkey two roads near the border with Georgia were closed."
    assert analyse(Article(text=text, lang="en")).borderlands[0].pairs == (("GEO", "TUR"),)
    corrected = Settings(corrections=(Correction(surface="Georgia"),))
    assert analyse(Article(text=text, lang="en"), corrected).borderlands == ()


def test_a_chosen_focus_tells_the_other_side():
    article = Article(text=UNTOLD, lang="en")
    assert analyse(article).borderlands[0].reason == "other-side-unknown"
    (found,) = analyse(article, Settings(focus="HUN")).borderlands
    assert (found.pairs, found.told_by) == ((("HUN", "ROU"),), "focus")


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("CLASHES NEAR BORDER WITH LATVIA, LITHUANIA SAYS", (("LTU", "LVA"),)),
        ("At the border with neighbouring Moldova, Ukraine opened a road.", (("MDA", "UKR"),)),
        ("On the Syrian side of the border with Turkey it was calm.", (("SYR", "TUR"),)),
        ("Along Finland's 1,340 km border with Russia it snowed.", (("FIN", "RUS"),)),
    ],
)
def test_a_comma_ends_the_phrase_unless_a_list_goes_on(text, pairs):
    (found,) = told(text)
    assert found.pairs == pairs


def test_only_a_neighbour_can_be_the_other_side():
    (found,) = told("Germany praised Lithuania for help near the border with Latvia.")
    assert (found.pairs, found.told_by) == ((("LTU", "LVA"),), "sentence")


def test_a_list_of_neighbours_names_each_border():
    (found,) = told("Belarus moved guards to its border with Poland and Lithuania.")
    assert found.pairs == (("BLR", "POL"), ("BLR", "LTU"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Poland, Lithuania and Latvia sent guards to the border with Belarus.", "several"),
        ("Migrants walked along the EU's border with Belarus.", "alliance"),
        ("A town 250 km from the border between Poland and Belarus.", "too-far"),
        ("A meeting near the border of Poland and France.", "no-common-border"),
    ],
)
def test_what_cannot_be_told_says_why(text, reason):
    (found,) = told(text)
    assert (found.pairs, found.reason) == ((), reason)


@pytest.mark.parametrize(
    ("written", "km"),
    [
        ("40 km (25 miles)", 40),
        ("25 miles", 40.2),
        ("500 metres", 0.5),
        ("12.5 km", 12.5),
    ],
)
def test_a_distance_sets_the_width(written, km):
    (found,) = told(f"A camp {written} from the border between Turkey and Syria was left.")
    assert found.width_told
    assert found.width_km == pytest.approx(km, abs=0.05)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("At the border Poland introduced checks.", "en"),
        ("Talks on border security with Poland failed.", "en"),
        ("Poland signed an agreement on the border with Lithuania.", "en"),
        ("In the Polish border town of Terespol it rained.", "en"),
        ("Na granicy Polska wprowadziła kontrole.", "pl"),
        ("Na granicy polska policja zatrzymała auto.", "pl"),
        ("Stali na granicy. Z Litwą nikt nie rozmawiał.", "pl"),
        ("Wyjechał za granicę Polski, a w granicach Litwy nikt go nie znał.", "pl"),
        ("В границах Украины и за границей России.", "ru"),
        ("От границы области до границы Белоруссии менее 70 километров.", "ru"),
        ("It is 70 km from Minsk to the border with Lithuania.", "en"),
        ("Українських прикордонників хвалили, бо на литовських прикордонників надії мало.", "uk"),
        ("An der Grenze hielten polnische Beamte einen Wagen an.", "de"),
    ],
)
def test_other_talk_of_borders_is_no_place(text, lang):
    assert told(text, lang) == ()


def test_boilerplate_tells_no_borderland():
    text = (
        "Minsk is quiet.\n\nSign up for our newsletter with news from the border between"
        " Poland and Belarus."
    )
    parsed = read_places(Article(text=text, lang="en"))
    assert parsed.boilerplate
    assert told(text) == ()


# ---- what is said of it ----


def test_the_record_adds_borderlands_and_leaves_mentions_alone():
    article = Article(text=TEXT, lang="en")
    parsed = read_places(article)
    record = places_record("x", "en", parsed.resolutions, read_borderlands(article, parsed))
    assert record["mentions"] == places_record("x", "en", parsed.resolutions)["mentions"]
    first, second = record["borderlands"]
    assert first == {
        "id": "b0",
        "start": TEXT.index("near"),
        "end": TEXT.index("."),
        "surface": "near the border with Latvia",
        "status": "resolved",
        "pairs": [["LTU", "LVA"]],
        "told_by": "sentence",
        "reason": None,
        "width_km": CONVENTION_KM,
        "width_by": "convention",
    }
    assert (second["width_km"], second["width_by"]) == (10.0, "text")


def test_exports_have_a_row_and_an_area_each():
    analysis = analyse(Article(text=TEXT, lang="en"))
    rows = list(csv.DictReader(io.StringIO(places_csv(analysis).decode("utf-8-sig"))))
    kinds = [row["kind"] for row in rows]
    assert kinds[-2:] == ["borderland", "borderland"]
    assert [row["name"] for row in rows[-2:]] == ["LTU-LVA", "LTU-POL"]
    assert [row["precision_km"] for row in rows[-2:]] == ["30.0", "10.0"]
    features = json.loads(places_geojson(analysis))["features"]
    lands = [f for f in features if f["properties"]["kind"] == "borderland"]
    assert [f["id"].split("#")[1] for f in lands] == ["b0", "b1"]
    assert all(shapely.geometry.shape(f["geometry"]).area > 0.1 for f in lands)
    assert all("osm_borders" in f["properties"]["source_ids"] for f in lands)


def test_the_frame_has_a_row_a_pair_and_width():
    text = f"{TEXT} A patrol was seen along the Lithuanian-Latvian border."
    areas = analyse(Article(text=text, lang="en")).borderland_areas
    assert list(areas.index) == ["LTU-LVA/30", "LTU-POL/10"]
    assert areas.loc["LTU-LVA/30", "phrases"] == "b0 b2"
    assert analyse(Article(text="Minsk is quiet.", lang="en")).borderland_areas.empty


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "Borderland of"), ("pl", "Pogranicze Litwy i Łotwy"), ("uk", "Прикордоння Литви")],
)
def test_the_scene_has_a_layer_with_words(lang, words):
    text = TEXT.split(". ", maxsplit=1)[0] + "."
    scene = build_scene(analyse(Article(text=text, lang="en")), lang=lang)
    (layer,) = scene.by_role(LayerRole.BORDERLAND)
    assert layer.provenance is Provenance.ARTICLE
    assert layer.toggle
    ((_, legend),) = layer.legend
    assert legend.startswith(words)
    assert "30" in legend
    assert layer.frame["detail"].iloc[0].startswith(words)
    assert "near the border with Latvia" in layer.frame["detail"].iloc[0]
    assert any("30" in note for note in scene.text.notes)
    assert {"osm_borders", "natural_earth"} <= set(layer.source_ids)


def test_no_layer_and_no_word_without_an_area():
    scene = build_scene(analyse(Article(text=UNTOLD, lang="en")), lang="en")
    assert not scene.by_role(LayerRole.BORDERLAND)
    assert not any("convention" in note for note in scene.text.notes)


def test_a_picture_without_a_subject_shows_the_borderland():
    text = (
        "Snow fell along the Polish-German border, along the Austrian-Hungarian border and along"
        " the Bulgarian-Turkish border."
    )
    scene = build_scene(analyse(Article(text=text, lang="en")), lang="en")
    (layer,) = scene.by_role(LayerRole.BORDERLAND)
    west, south, east, north = scene.extent
    left, low, right, high = layer.frame.total_bounds
    assert np.all([west <= left, south <= low, east >= right, north >= high])


def test_a_borderland_widens_no_picture_that_has_a_subject():
    text = "Minsk, Minsk, Brest and Hrodna are in Belarus."
    alone = build_scene(analyse(Article(text=text, lang="en")), lang="en")
    along = f"{text} Smoke rose near the border between Russia and Kazakhstan."
    beside = build_scene(analyse(Article(text=along, lang="en")), lang="en")
    assert beside.by_role(LayerRole.BORDERLAND)
    assert beside.extent == alone.extent


def test_the_article_s_word_leads_to_the_land():
    view = article_view(analyse(Article(text=TEXT, lang="en")), "en")
    shown = {m["id"]: m for m in view["mentions"]}
    assert shown["b0"]["place"] == "borderland:LTU-LVA/30"
    assert view["cards"][shown["b0"]["card"]]["title"] == "Borderland of Lithuania and Latvia"
    assert any("no more is told" in sentence for sentence, _ in shown["b0"]["reasons"])
    cut = [
        segment["t"]
        for paragraph in view["paragraphs"]
        for segment in paragraph
        if "m" in segment and view["mentions"][segment["m"]]["id"].startswith("b")
    ]
    assert cut == ["border", "border"]
    assert not view["unplaced"]


def test_what_cannot_be_told_is_listed_with_its_reason():
    analysis = analyse(Article(text=UNTOLD, lang="en"))
    view = article_view(analysis, "en")
    (row,) = view["unplaced"]
    assert view["mentions"][row["m"]]["surface"] == "near the border with Romania"
    assert "Only one country" in row["why"]
    table = places_table(analysis, "en")
    assert table.rows[-1][0] == "near the border with Romania"
    assert table.ids[-1] == ("b0",)
