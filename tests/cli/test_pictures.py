from __future__ import annotations

import pytest

MAGIC = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_a_figure_in_each_format(standoff, seed, tmp_path, suffix):
    out = tmp_path / f"figure.{suffix}"
    run = standoff("figure", seed, "-o", out, "--dpi", "72")
    assert run.code == 0, run.err
    assert out.read_bytes().startswith(MAGIC[suffix])


@pytest.mark.parametrize("picture", ["lengths", "reach", "timeline"])
def test_the_pictures_beside_the_map(standoff, seed, tmp_path, picture):
    out = tmp_path / "beside.svg"
    run = standoff("figure", seed, "-o", out, "--picture", picture, "--lang", "pl")
    assert run.code == 0, run.err
    said = out.read_text(encoding="utf-8")
    assert {"lengths": "1263", "reach": "Wilno", "timeline": "6 kwietnia 2023"}[picture] in said


def test_nothing_to_draw_beside_the_map_is_told(standoff, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("A fair in Reykjavik, Iceland.", encoding="utf-8")
    for picture in ("lengths", "reach", "timeline"):
        run = standoff("figure", file, "-o", tmp_path / "a.png", "--picture", picture)
        assert run.code == 2
        assert run.err.count("\n") == 1
    assert not (tmp_path / "a.png").exists()


def test_a_page_that_stands_alone(standoff, seed, tmp_path):
    out = tmp_path / "map.html"
    assert standoff("map", seed, "-o", out).code == 0
    page = out.read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert len(page.encode()) < 1_000_000
    assert 'src="http' not in page
    assert "Białorusi" in page


def test_a_text_without_places_still_gives_a_picture_and_says_so(standoff, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("It rained all day and nobody came.", encoding="utf-8")
    run = standoff("figure", file, "-o", tmp_path / "a.png", "--dpi", "50")
    assert run.code == 1
    assert "No place" in run.err
    assert (tmp_path / "a.png").exists()


def test_a_hidden_layer_and_a_ring_of_one_s_own(standoff, seed, tmp_path):
    plain, changed = tmp_path / "a.svg", tmp_path / "b.svg"
    standoff("figure", seed, "-o", plain, "--lang", "en")
    standoff(
        "figure", seed, "-o", changed, "--lang", "en", "--hide", "ring", "--ring", "lida_ab/su25"
    )
    assert "Iskander" in plain.read_text(encoding="utf-8")
    assert "Lida" in changed.read_text(encoding="utf-8")
