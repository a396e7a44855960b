"""The files: structure of SVG and PDF, what they say of themselves, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from pdfminer.high_level import extract_text
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from PIL import Image

from geo.errors import InputError
from geo.export.image import figure_bytes, write_figure
from geo.maps.figure import compose, draw_figure


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  our own


SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def svg(scene) -> str:
    return figure_bytes(scene, "svg", command="standoff figure a.txt -o b.svg").decode()


@pytest.fixture(scope="module")
def pdf(scene) -> bytes:
    return figure_bytes(scene, "pdf", command="standoff figure a.txt -o b.pdf")


def test_svg_has_a_group_for_each_layer_with_ink(scene, svg):
    root = parsed(svg)
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    plate = compose(scene)
    expected = {i.group for i in plate.inks}
    assert {"land", "focus-border", "ring:x", "sites", "graticule", "scale-bar"} <= expected
    assert expected <= set(ids)


def test_svg_text_is_text_in_faces_that_it_brings(scene, svg):
    root = parsed(svg)
    lettered = ["".join(e.itertext()) for e in root.iter(f"{SVG}text")]
    for text in compose(scene).texts:
        assert text.words in lettered
    assert "DejaVu" not in svg
    used = set(re.findall(r"font-family: ('[^']+')", svg))
    assert used == {"'Fira Sans'", "'Fira Sans Condensed'"}
    brought = re.findall(r"@font-face\{font-family:('[^']+');font-weight:(\d+)", svg)
    weights = set(re.findall(r"font-weight: (\d+)", svg)) | {"400"}
    assert weights <= {weight for _, weight in brought}
    assert used <= {family for family, _ in brought}


def test_svg_is_described_and_refers_to_nothing_outside(scene, svg):
    root = parsed(svg)
    assert root.get("role") == "img"
    assert root.get("lang") == "pl"
    assert root.find(f"{SVG}title").text == scene.text.title
    assert root.find(f"{SVG}desc").text == scene.text.alt
    links = re.findall(r'href="([^"]*)"|url\(([^)]*)\)', svg)
    assert links
    assert all((a or b).startswith(("#", "data:")) for a, b in links)
    assert "standoff figure a.txt -o b.svg" in svg
    assert scene.article_id in svg


def test_pdf_text_can_be_found_and_its_fonts_are_embedded(scene, pdf):
    text = " ".join(extract_text(io.BytesIO(pdf)).split())
    for words in ("Osipowicze", "Mińsk", "BIAŁORUŚ", "Granica Białoruś–NATO", "500 km", "1:"):
        assert words in text
    document = PDFDocument(PDFParser(io.BytesIO(pdf)))
    fonts = set()
    for page in PDFPage.create_pages(document):
        for reference in resolve1(page.resources["Font"]).values():
            font = resolve1(reference)
            for one in resolve1(font.get("DescendantFonts", [font])):
                fonts.add(str(font["BaseFont"].name))
                assert "FontFile2" in resolve1(resolve1(one)["FontDescriptor"])
    assert any("FiraSans-Bold" in name for name in fonts)
    assert not any("DejaVu" in name for name in fonts)
    info = document.info[0]
    assert info["Title"].decode("utf-16") == scene.text.title
    assert b"CreationDate" not in pdf


def test_png_has_the_size_asked_for_and_says_what_it_shows(scene):
    png = figure_bytes(scene, "png", dpi=100, command="standoff figure a.txt -o b.png")
    with Image.open(io.BytesIO(png)) as image:
        image.load()
        assert image.size == (669, 464)
        assert image.text["Description"] == scene.text.alt
        assert image.text["Comment"] == "standoff figure a.txt -o b.png"
        assert "natural_earth 5.1.1" in image.text["Source"]
        assert "Software" not in image.text


@pytest.mark.parametrize("fmt", ["png", "svg", "pdf"])
def test_six_threads_and_another_process_give_the_same_bytes(scene, fmt, tmp_path):
    def digest(_: int) -> str:
        return hashlib.sha256(figure_bytes(scene, fmt, dpi=60)).hexdigest()

    with ThreadPoolExecutor(6) as pool:
        digests = set(pool.map(digest, range(6)))
    assert len(digests) == 1
    scenes = str(Path(__file__).with_name("conftest.py"))
    program = (
        "import hashlib, importlib.util as u, sys\n"
        f"s = u.spec_from_file_location('scenes', {scenes!r})\n"
        "m = u.module_from_spec(s); s.loader.exec_module(m)\n"
        "from geo.export.image import figure_bytes\n"
        f"print(hashlib.sha256(figure_bytes(m.belarus(), {fmt!r}, dpi=60)).hexdigest())\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "77"}
    other = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=tmp_path,
    )
    assert other.stdout.strip() in digests


def test_saving_leaves_matplotlibs_settings_alone(scene):
    before = dict(mpl.rcParams)
    figure_bytes(scene, "svg")
    assert dict(mpl.rcParams) == before


def test_draw_figure_gives_a_figure_that_can_be_saved_by_hand(scene, tmp_path):
    figure = draw_figure(scene, layout="square", hide={"ring:x"})
    figure.savefig(tmp_path / "by-hand.png", dpi=50)
    with Image.open(tmp_path / "by-hand.png") as image:
        assert image.size == (354, 354)


def test_what_the_article_says_is_never_read_as_mathematics(worded, tmp_path):
    scene = worded(title="Koszt: 5$ i $x^2$", alt="5$ & <b>")
    path = write_figure(scene, tmp_path / "a.svg")
    svg = path.read_text(encoding="utf-8")
    assert "Koszt: 5$ i $x^2$" in svg
    assert parsed(svg).find(f"{SVG}desc").text == "5$ & <b>"


def test_suffix_chooses_the_format_and_bad_ones_are_refused(scene, tmp_path):
    path = write_figure(scene, tmp_path / "karta.PDF")
    assert path.read_bytes().startswith(b"%PDF")
    with pytest.raises(InputError, match=r"karta\.gif"):
        write_figure(scene, tmp_path / "karta.gif")


@pytest.mark.parametrize("dpi", [0, -5, 5000, float("nan")])
def test_absurd_resolutions_are_refused(scene, dpi):
    with pytest.raises(InputError):
        figure_bytes(scene, "png", dpi=dpi)


def test_a_file_that_cannot_be_replaced_stays(scene, tmp_path):
    with pytest.raises(InputError, match="can't be written"):
        write_figure(scene, tmp_path / "no-folder" / "a.png", dpi=50)
    folder = tmp_path / "a.png"
    folder.mkdir()
    with pytest.raises(InputError):
        write_figure(scene, folder, dpi=50)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.png"]
