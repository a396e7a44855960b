"""What the fonts can't set is refused or told, never a silent question mark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.analysis import Settings, analyse
from geo.errors import InputError
from geo.maps.build import build_scene
from geo.maps.figure import compose
from geo.maps.figure.typeface import OMITTED, lacking, legible
from geo.model import Article


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("Mapa 東京", ("東", "京")),
        ("خريطة", ("خ", "ر", "ي", "ط", "ة")),
        ("מפה", ("מ", "פ", "ה")),
        ("Launch 🚀", ("🚀",)),
        ("Zażółć Їжак Ελλάδα №5 – „ok”", ()),
        ("Ḩimş ạ", ()),
    ],
)
def test_lacking_letters(words, letters):
    assert lacking(words) == letters


def test_a_run_of_lacking_letters_is_left_out_visibly():
    assert legible("Mapa 東京, 台北 i Łódź") == f"Mapa {OMITTED} i Łódź"
    assert "?" not in legible("東京")


@pytest.mark.parametrize("part", ["title", "subtitle"])
@pytest.mark.parametrize("words", ["خريطة", "מפה", "地図", "Launch 🚀"])
def test_a_title_that_lacks_letters_is_refused_by_them(scene, part, words):
    text = replace(scene.text, **{part: words})
    with pytest.raises(InputError) as caught:
        compose(replace(scene, text=text))
    assert part in caught.value.message
    assert lacking(words)[0] in caught.value.message
    assert "Latin, Greek or Cyrillic" in caught.value.hint


def test_other_words_that_lack_letters_say_so_in_the_footer(scene):
    text = replace(scene.text, credits=(*scene.text.credits, "東京新聞"))
    said = compose(replace(scene, text=text)).said().replace("\u00a0", " ")
    assert OMITTED in said
    assert "których brak w krojach" in said.replace("\n", " ")
    assert "których brak w krojach" not in compose(scene).said().replace("\n", " ")


def test_an_articles_title_with_pictures_is_not_quoted():
    text = "Storm in Lisbon 🚀\n\nPorto and Lisbon were hit."
    article = Article(text=text, lang="en", title="Storm in Lisbon 🚀", source="x")
    plate = compose(build_scene(analyse(article, Settings()), lang="en"))
    assert "🚀" not in plate.said()
