"""Every word of a picture is in its language, checked from the layout object."""

from __future__ import annotations

import functools
import re
import unicodedata

import pytest

from geo.analysis import Settings, analyse
from geo.datasets.articles import read_article, seeds
from geo.datasets.names import NameBasis
from geo.errors import InputError
from geo.export.companions import companion
from geo.i18n import LANGUAGES
from geo.maps.build import build_scene
from geo.maps.figure import compose
from geo.maps.scene import LayerRole, Mark

SLUGS = [info.slug for info in seeds()]
PLACES = {"site", "mention", "capital", "focus-city", "city", "focus", "country", "region", "sea"}

PROPER = re.compile(
    r"OpenStreetMap|GeoNames|CC BY(-SA)? [\d.]+|ODbL|Natural Earth|Standoff|Associated Press"
    r"|Reuters|FAS|NYT|Planet|HIMARS|Patriot|Aegis Ashore"
)
"""Names of data, licences, publishers and weapons: in their own letters in every language."""


@functools.cache
def analysis_of(slug: str):
    path = next(info.path for info in seeds() if info.slug == slug)
    return analyse(read_article(path), Settings())


@functools.cache
def scene_of(slug: str, lang: str):
    return build_scene(analysis_of(slug), lang=lang)


@functools.cache
def plate_of(slug: str, lang: str):
    return compose(scene_of(slug, lang))


def script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ")[0]


def foreign(words: str, lang: str) -> list[str]:
    """Words with a letter of another script than the language's."""
    own = "CYRILLIC" if lang == "uk" else "LATIN"
    return [
        word
        for word in re.findall(r"[^\W\d_ʼ’]+", words)
        if any(letter.isalpha() and script(letter) != own for letter in word)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_labels_are_in_the_script_of_the_language(slug: str, lang: str) -> None:
    labels = [t.words for t in plate_of(slug, lang).texts if t.role in PLACES]
    assert labels
    assert [words for words in labels if foreign(words, lang)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_labels_are_names_of_the_layer_they_stand_for(slug: str, lang: str) -> None:
    """Each line of a label is part of a name in the scene, in capitals or with how often."""
    scene = scene_of(slug, lang)
    for text in plate_of(slug, lang).texts:
        if text.role not in PLACES:
            continue
        said = re.sub(r"\s×[\d ]+$", "", text.words).strip("()").casefold()
        named = [
            name.casefold()
            for layer in scene.layers
            if layer.id == text.group.removeprefix("inset:")
            or text.role in {"focus", "country", "exclave"}
            for name in layer.frame.get("label", ())
        ]
        assert any(said in name for name in named), text.words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_every_mention_tells_what_its_name_rests_on(slug: str, lang: str) -> None:
    scene = scene_of(slug, lang)
    for layer in (*scene.by_role(LayerRole.MENTIONS), *scene.by_role(LayerRole.REGIONS)):
        for name, basis in zip(layer.frame["label"], layer.frame["basis"], strict=True):
            told = NameBasis(basis)
            # in Ukrainian the gazetteer's own name would be in another script
            assert lang != "uk" or told is not NameBasis.ENDONYM or not name, name
            assert name or told is NameBasis.ARTICLE, layer.frame["place_id"]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_examples_rest_on_reviewed_names(slug: str) -> None:
    """The examples show the policy, so none of their names is made by rule."""
    scene = scene_of(slug, "uk")
    made = [
        name
        for layer in scene.by_role(LayerRole.MENTIONS)
        for name, basis in zip(layer.frame["label"], layer.frame["basis"], strict=True)
        if basis == NameBasis.TRANSCRIBED
    ]
    assert made == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_no_other_word_is_of_another_script(slug: str, lang: str) -> None:
    """Title, legend, sources and notes; what bears a proper name keeps it."""
    scene = scene_of(slug, lang)
    plate = plate_of(slug, lang)
    quoted = " ".join(source.title for source in scene.sources.values())
    for text in plate.texts:
        if text.strip == "map":
            continue
        words = PROPER.sub("", text.words)
        strange = [word for word in foreign(words, lang) if word not in quoted]
        assert strange == [], text.words


@pytest.mark.parametrize("lang", ["pl", "uk"])
@pytest.mark.parametrize("slug", SLUGS)
def test_no_english_where_the_figure_is_not_english(slug: str, lang: str) -> None:
    said = plate_of(slug, lang).said()
    english = r"\b(the|of|with|written|members|text|in Polish|Made|contributors|airport)\b"
    assert re.findall(english, said) == []


@pytest.mark.parametrize("name", ["lengths", "reach", "timeline"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_companions_are_in_the_language_too(slug: str, lang: str, name: str) -> None:
    try:
        plate = companion(name, analysis_of(slug), lang=lang)
    except InputError:
        return  # the article leads to no such picture
    for text in plate.texts:
        if text.role == "sources":
            continue
        words = PROPER.sub("", text.words)
        assert foreign(words, lang) == [], text.words


def test_layers_of_labels_have_no_row_without_its_basis() -> None:
    for layer in scene_of(SLUGS[0], "uk").by_role(LayerRole.MENTIONS):
        assert layer.mark is Mark.POINT
        assert layer.frame["basis"].notna().all()
