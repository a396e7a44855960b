"""Inflected names, written down before the rules were, must lead back to their dictionary form."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.gazetteer import fold, normalise
from geo.geoparse.morphology import Analyser, analyser

LANGUAGES = ("be", "bg", "cs", "de", "fr", "lt", "lv", "ru", "sk", "sl", "uk")
TABLES = Path(__file__).parents[1] / "data" / "morphology"
MOST = 12


def read_pairs(lang: str) -> list[tuple[str, str]]:
    pairs = []
    for line in (TABLES / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            lemma, forms = line.split(":")
            pairs += [(form, lemma) for form in forms.split()]
    return pairs


def forms_of(lang: str, token: str) -> list[str]:
    found = analyser(lang)
    assert found is not None
    return [lemma.form for lemma in found.lemmas(token)]


def leads_back(lang: str, form: str, lemma: str) -> bool:
    """Part by part, since tokens hold no hyphens; compared as the gazetteer does."""
    parts = zip(form.split("-"), lemma.split("-"), strict=True)
    return all(
        normalise(name) in {normalise(token), *map(normalise, forms_of(lang, token))}
        for token, name in parts
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_form_leads_back_to_its_name(lang: str) -> None:
    pairs = read_pairs(lang)
    assert len(pairs) >= 90
    missed = [pair for pair in pairs if not leads_back(lang, *pair)]
    assert missed == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_guesses_are_few_distinct_and_ordered(lang: str) -> None:
    found = analyser(lang)
    assert isinstance(found, Analyser)
    assert found.lang == lang
    for form, _ in read_pairs(lang):
        lemmas = found.lemmas(form)
        assert len(lemmas) <= MOST
        assert len({lemma.form for lemma in lemmas}) == len(lemmas)
        weights = [lemma.weight for lemma in lemmas]
        assert weights == sorted(weights, reverse=True)
        assert all(0 < weight <= 1 for weight in weights)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("token", ["", "a", "İİİ", "1941", "x" * 5000, "😀", "ʼ", "-"])
def test_any_token_is_taken(lang: str, token: str) -> None:
    assert len(forms_of(lang, token)) <= MOST


@pytest.mark.parametrize(
    ("lang", "token", "form"),
    [
        ("ru", "МОСКВЫ", "МОСКВА"),
        ("uk", "ХАРКОВА", "ХАРКІВ"),
        ("cs", "PRAZE", "PRAHA"),
        ("lt", "VILNIUJE", "VILNIUS"),
        ("de", "DEUTSCHLANDS", "DEUTSCHLAND"),
    ],
)
def test_capitals_stay_capitals(lang: str, token: str, form: str) -> None:
    assert form in forms_of(lang, token)


@pytest.mark.parametrize(
    ("token", "form"),
    [
        ("Менску", "Мінск"),
        ("Горадні", "Гродна"),
        ("Берасьці", "Брэст"),
        ("Эўропы", "Еўропа"),
        ("Лёндане", "Лондан"),
        ("Бэрліне", "Берлін"),
        ("Палесьсе", "Палессе"),
        ("Miensku", "Мінск"),
        ("Hrodnie", "Гродна"),
        ("Viciebsku", "Віцебск"),
        ("Biełarusi", "Беларусь"),
        ("Bielarusi", "Беларусь"),
        ("Homieli", "Гомель"),
        ("Mahilova", "Магілёў"),
        ("Vilni", "Вільня"),
        ("Ščučynie", "Шчучын"),
    ],
)
def test_every_belarusian_spelling_reaches_the_official_one(token: str, form: str) -> None:
    assert form in forms_of("be", token)


def test_adjectives_say_so() -> None:
    found = analyser("ru")
    assert found is not None
    tags = {lemma.form: lemma.tags for lemma in found.lemmas("белорусского")}
    assert tags["белорусский"] == {"adj"}


@pytest.mark.parametrize(
    ("token", "form", "tag"),
    [
        ("Пескова", "Песков", "surname"),
        ("Терезы", "Тереза", "given"),
        ("Барановичей", "Барановичи", "geo"),
        ("Победы", "Победа", "common"),
    ],
)
def test_the_russian_dictionary_tells_names_apart(token: str, form: str, tag: str) -> None:
    found = analyser("ru")
    assert found is not None
    best = next(lemma for lemma in found.lemmas(token) if lemma.form == form)
    assert best.weight == 1
    assert tag in best.tags


@pytest.mark.parametrize("token", ["ПАТ", "OSN", "МИДа"])
def test_acronyms_are_no_genitives(token: str) -> None:
    for lang in ("uk", "cs"):
        assert all(not form.startswith(token) for form in forms_of(lang, token))


@pytest.mark.parametrize(("token", "form"), [("Havre", "Le Havre"), ("Sables", "Les Sables")])
def test_french_contracts_the_article_of_a_name(token: str, form: str) -> None:
    assert form in forms_of("fr", token)


@pytest.mark.parametrize("lang", ["cs", "lt", "lv", "sk", "sl"])
def test_forms_without_diacritics_lead_back_too(lang: str) -> None:
    missed = []
    for form, lemma in read_pairs(lang):
        bare = fold(form).capitalize()
        if fold(lemma) not in {fold(bare), *map(fold, forms_of(lang, bare))}:
            missed.append((bare, lemma))
    assert missed == []
