"""Who is named, where, and what the sheet says of what it can't show."""

from __future__ import annotations

import io
from datetime import date

import pytest
import shapely
from PIL import Image
from shapely.geometry import LineString

from geo.analysis import Settings, analyse
from geo.datasets.articles import read_article, seeds
from geo.maps.build import build_scene
from geo.maps.figure import LAYOUTS, compose
from geo.maps.figure.labels.along import place_beside
from geo.maps.figure.labels.board import Board
from geo.maps.figure.labels.want import Label
from geo.maps.figure.layout import Box
from geo.maps.figure.proof import faults
from geo.maps.figure.render import About, render
from geo.maps.figure.typeface import TYPE
from geo.model import Article

EUROPE = (18.0, 49.0, 32.0, 57.0)


def seed(slug):
    path = next(s.path for s in seeds() if slug in s.slug)
    return analyse(read_article(path), Settings())


@pytest.fixture(scope="module")
def belarus():
    return build_scene(seed("putin-lukashenko"), lang="pl")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_country_in_focus_keeps_its_name(belarus, layout):
    plate = compose(belarus, layout=layout)
    assert [t.words for t in plate.texts if t.role == "focus"] == ["BIAŁORUŚ\u00a0×9"]


def test_rings_are_drawn_at_documented_sites_alone(belarus):
    plate = compose(belarus)
    rings = {ink.group for ink in plate.inks if ink.group.startswith("ring:")}
    assert rings, "the deployments known on the date are drawn"
    assert not [ring for ring in rings if "lida" in ring], "Lida is the base of aircraft"


def test_a_country_is_marked_as_named_though_its_middle_lies_outside():
    plate = compose(build_scene(seed("suwalki-gap"), lang="en"), layout="half")
    names = [t.words for t in plate.texts if t.role == "country"]
    assert "BELARUS\u00a0×2" in names
    assert faults(plate) == ()


def test_the_sheet_names_what_lies_outside_its_frame(somewhere):
    inside, outside = ("Mińsk", 27.57, 53.9), ("Madryt", -3.7, 40.4)
    scene = somewhere(EUROPE, "BLR", [inside, outside], None)
    notes = " ".join(t.words for t in compose(scene).texts if t.role == "sources")
    assert "Madryt" in notes
    assert "Mińsk" not in notes


def test_the_legend_has_no_entry_for_a_sliver_at_the_edge():
    plate = compose(build_scene(seed("bering-strait"), lang="uk"), layout="half")
    inner = plate.map_box.grown(-0.5)
    window = shapely.box(inner.left, inner.bottom, inner.right, inner.top)
    border = [i.geometry for i in plate.inks if i.group == "focus-border"]
    seen = any(shapely.intersects(line, window) for line in border)
    assert seen == ("focus-border" in {layer for layer, _ in plate.legend})


def test_a_level_line_is_lettered_above_or_below_it():
    board = Board(Box(0, 0, 100, 60), 1.0)
    line = LineString([(10, 30), (90, 30)])
    board.weigh(line, 2.0)
    label = Label(
        lines=("198 km",), kind=TYPE["ring"], colour="#000000", group="focus-border", role="border"
    )
    (text,) = place_beside(label, line, board)
    assert text.box.bottom > 30 or text.box.top < 30


def test_a_list_of_countries_is_drawn_on_the_world():
    text = (
        "Envoys from Japan, India, Brazil, Nigeria, Kenya, Egypt, Germany, Mexico, Australia and "
        "Indonesia met in Geneva."
    )
    analysis = analyse(Article(text=text, lang="en", published=date(2023, 6, 1)), Settings())
    assert analysis.focus is None, "none of many equals is the subject"
    scene = build_scene(analysis, lang="en")
    plate = compose(scene)
    assert plate.projection.kind == "eqearth"
    assert len([t for t in plate.texts if t.role == "capital"]) <= 20
    assert faults(plate) == ()


@pytest.mark.parametrize(
    ("viewpoint", "words"),
    [
        ("un", "Borders: United Nations practice."),
        ("de_facto", "Borders: as controlled on the ground."),
        ("neutral", "Borders: disputed areas left unassigned."),
    ],
)
def test_the_note_says_whose_lines_are_drawn(viewpoint, words):
    article = Article(text="A fire in Sevastopol.", lang="en", published=date(2023, 6, 1))
    scene = build_scene(analyse(article, Settings(viewpoint=viewpoint)), lang="en")
    assert words in scene.text.notes


def test_a_picture_has_a_palette_and_says_what_it_is(belarus):
    plate = compose(belarus, layout="slide")
    about = About(title="Tytuł", alt="Opis mapy", lang="pl")
    content = render(plate, "png", about=about, dpi=300)
    assert len(content) <= 2.6e6
    with Image.open(io.BytesIO(content)) as image:
        assert image.mode == "P"
        assert image.text["Title"] == "Tytuł"
        assert image.info["dpi"][0] == pytest.approx(300, abs=0.1)
        assert image.convert("RGB").getpixel((20, 8)) == pytest.approx((179, 38, 30), abs=4)
