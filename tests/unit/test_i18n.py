"""Words: catalogues agree with each other and with the code, and sentences decline."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale
from babel.core import get_global

from geo.geoparse import evidence
from geo.i18n import (
    CASES,
    LANGUAGES,
    Names,
    alliance_name,
    coordinate,
    country_label,
    country_name,
    day,
    feature_word,
    has_phrase,
    keys,
    km,
    km2,
    km_range,
    language,
    listing,
    number,
    percent,
    phrase,
    reason,
)
from geo.i18n.catalogue import _catalogue
from geo.model import DeploymentStatus, MentionKind, ModalityKind, PartialDate, Verdict

GEO = Path(__file__).parents[2] / "geo"
NBSP = "\u00a0"


def _fields(template: str) -> set[str]:
    return {name for _text, name, _spec, _conv in Formatter().parse(template) if name}


def test_every_language_has_every_key() -> None:
    assert keys("pl") == keys("en") == keys("uk")
    assert len(keys("en")) > 400


@pytest.mark.parametrize("key", sorted(keys("en")))
def test_translations_speak_of_the_same_values(key: str) -> None:
    english, *others = (_catalogue(lang)[key].forms for lang in ("en", "pl", "uk"))
    wanted = set.union(*map(_fields, english))
    for forms in others:
        for form in forms:
            assert _fields(form) == wanted, form


def test_each_language_is_written_in_its_own_letters() -> None:
    """An English word left over in Ukrainian, or a Latin look-alike inside a word, is a fault."""
    mixed = re.compile("[A-Za-z][А-яіїєґ]|[А-яіїєґ][A-Za-z]")
    for key, entry in _catalogue("uk").items():
        for form in entry.forms:
            assert not mixed.search(form), (key, form)
            assert not re.search("[ыэъё]", form), (key, form)
    for key, entry in _catalogue("pl").items():
        for form in entry.forms:
            assert not re.search("[А-я]", form), (key, form)


def _calls() -> Iterator[tuple[str, ast.Call]]:
    """Each call of `phrase` in the package, and where it stands."""
    for path in sorted(GEO.rglob("*.py")):
        if "i18n" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if name == "phrase" and node.args:
                    yield f"{path.relative_to(GEO)}:{node.lineno}", node


def _keys_of(argument: ast.expr) -> list[str]:
    """The key of a call, or all keys that begin as an f-string does."""
    if isinstance(argument, ast.Constant):
        return [str(argument.value)]
    if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
        stem = str(argument.values[0].value)
        return sorted(key for key in keys() if key.startswith(stem)) or [f"{stem}..."]
    return []


def test_keys_that_the_code_asks_for_exist() -> None:
    calls = [(place, key) for place, call in _calls() for key in _keys_of(call.args[0])]
    assert len(calls) > 20
    assert [(place, key) for place, key in calls if not has_phrase(key)] == []


def test_the_code_gives_each_phrase_its_values() -> None:
    lacking = []
    for place, call in _calls():
        given = {keyword.arg for keyword in call.keywords}
        wanted: list[set[str]] = []
        if isinstance(call.args[0], ast.Constant) and has_phrase(str(call.args[0].value)):
            forms = _catalogue("en")[str(call.args[0].value)].forms
            wanted = [set.union(*map(_fields, forms)) | ({"n"} if len(forms) > 1 else set())]
        lacking += [(place, need - given) for need in wanted if need - given and None not in given]
    assert lacking == []


def test_every_value_of_the_model_has_words() -> None:
    needed = [f"kind.{kind.value}" for kind in MentionKind]
    needed += [f"modality.{kind.value}" for kind in ModalityKind]
    needed += [f"status.{status.value}" for status in DeploymentStatus]
    needed += [f"verdict.{verdict.value.replace(' ', '-')}" for verdict in Verdict]
    needed += [f"evidence.{kind}" for kind in (*evidence.RECOGNITION, *evidence.RESOLUTION)]
    assert [key for key in needed if not has_phrase(key)] == []


def test_a_phrase_that_is_missing_falls_back_to_english_then_to_its_key() -> None:
    assert phrase("no.such.key", "pl") == "no.such.key"
    assert phrase("web.map", "de") == phrase("web.map", "en") == "Map"


def test_values_are_never_read_as_templates() -> None:
    assert phrase("note.dropped", "en", names="{names} {0.__class__}").count("{0.__class__}") == 1


def test_words_and_lists_that_no_case_table_knows_stay_as_they_are() -> None:
    said = phrase("title.border", "pl", a="A", b=["Słowacja", "B"])
    assert said == "A: granica ze Słowacja i B"


def test_plurals() -> None:
    polish = [phrase("web.mentions", "pl", n=n) for n in (1, 2, 5, 12, 22, 1.5)]
    assert polish == [
        "1 wzmianka", "2 wzmianki", "5 wzmianek", "12 wzmianek", "22 wzmianki", "1,5 wzmianek",
    ]  # fmt: skip
    ukrainian = [phrase("web.mentions", "uk", n=n) for n in (1, 3, 11, 21, 25)]
    assert ukrainian == ["1 згадка", "3 згадки", "11 згадок", "21 згадка", "25 згадок"]
    assert [phrase("web.mentions", "en", n=n) for n in (1, 2)] == ["1 mention", "2 mentions"]


def test_sentences_decline_countries_and_alliances() -> None:
    belarus, partners = Names.of("BLR"), Names.of("LVA", "LTU", "POL")
    said = {lang: phrase("layer.focus-border", lang, a=belarus, b=partners) for lang in LANGUAGES}
    assert said == {
        "pl": "Granica Białorusi z Łotwą, Litwą i Polską",
        "en": "Border of Belarus with Latvia, Lithuania and Poland",
        "uk": "Кордон Білорусі з Латвією, Литвою і Польщею",
    }
    sweden = Names.of("SWE")
    assert phrase("title.border", "pl", a=belarus, b=sweden) == "Białoruś: granica ze Szwecją"
    assert phrase("title.border", "uk", a=belarus, b=sweden) == "Білорусь: кордон зі Швецією"
    emirates = Names.of("ARE")
    assert phrase("layer.focus-border", "en", a=emirates, b=Names.of("NATO")) == (
        "Border of the United Arab Emirates with NATO"
    )
    with pytest.raises(ValueError, match="no grammatical case"):
        format(belarus, "vocative")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_countries_agree_with_cldr_where_ours_is_not_shorter_on_purpose(lang: str) -> None:
    """CLDR says "SRA Hongkong (Chiny)"; beyond a short list of such cases the names agree."""
    aliases = get_global("territory_aliases")
    locale = Locale(lang)
    ours = {iso: country_name(iso, lang) for iso in aliases if len(iso) == 3 and iso.isalpha()}
    differing = {
        iso: (name, theirs)
        for iso, name in ours.items()
        if (theirs := locale.territories.get(aliases[iso][0])) and theirs != name
        and name.casefold() != theirs.casefold().replace("&", "and")
        and theirs.replace("St. ", "Saint ").replace(" & ", " and ") != name
    }  # fmt: skip
    assert len(differing) < 20, differing


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_un_member_declines(lang: str) -> None:
    for iso in ("BLR", "POL", "LTU", "LVA", "UKR", "RUS", "XKX", "TWN", "PSE", "GBR", "CIV", "TUR"):
        forms = {case: country_name(iso, lang, case) for case in CASES}
        assert iso not in forms.values()
        assert all(forms.values())
        assert forms["in"].endswith(forms["locative"])
    assert country_name("QQQ", lang) != ""


def test_cases_of_the_countries_of_the_first_article() -> None:
    assert country_name("BLR", "pl", "in") == "na Białorusi"
    assert country_name("UKR", "pl", "in") == "w Ukrainie"
    assert country_name("ITA", "pl", "in") == "we Włoszech"
    assert country_name("POL", "uk", "instrumental") == "Польщею"
    assert country_name("USA", "en", "genitive") == "the United States"
    assert country_label("ARE", "pl") == "ZEA"
    assert country_name("KOS", "uk") == country_name("XKX", "uk") == "Косово"


def test_names_of_alliances() -> None:
    assert [alliance_name("CSTO", lang) for lang in LANGUAGES] == ["OUBZ", "CSTO", "ОДКБ"]
    assert alliance_name("EU", "en", "genitive") == "the EU"
    assert alliance_name("AUKUS", "uk") == "AUKUS"


def test_numbers() -> None:
    assert [number(1250, lang) for lang in LANGUAGES] == ["1250", "1,250", "1250"]
    assert number(12500, "pl") == f"12{NBSP}500"
    assert number(-0.01, "en") == "0.0"
    assert number(3.25, "uk", digits=2) == "3,25"
    assert km(497.2, "uk", digits=1) == f"497,2{NBSP}км"
    assert km2(15125, "en") == f"15,125{NBSP}km²"
    assert km_range(400, 500, "pl") == f"400–500{NBSP}km"
    assert km_range(500, 500, "pl") == km(500, "pl")
    assert percent(0.001, "pl") == f"<{NBSP}1%"
    assert percent(0.424, "en") == "42%"


def test_dates_keep_the_precision_they_have() -> None:
    assert [day(date(2023, 4, 6), lang) for lang in LANGUAGES] == [
        "6 kwietnia 2023", "6 April 2023", f"6 квітня 2023{NBSP}р.",
    ]  # fmt: skip
    assert day(PartialDate(2023, 4), "pl") == "kwiecień 2023"
    assert day(PartialDate(2023), "uk") == "2023"
    assert day(PartialDate(2023, 4, 6), "en") == "6 April 2023"


def test_positions_and_lists() -> None:
    assert coordinate(28.63, 53.31, "pl") == f"53,31°{NBSP}N, 28,63°{NBSP}E"
    assert coordinate(-169.06, -65.78, "uk", digits=0) == f"66°{NBSP}пд. ш., 169°{NBSP}зх. д."
    assert listing(["a"], "pl") == "a"
    assert listing([], "pl") == ""


def test_reasons_put_codes_and_figures_into_words() -> None:
    assert reason("capital", "BLR", "pl") == "Stolica: Białoruś"
    assert reason("population", "1702139", "en") == "Inhabitants: 1,702,139"
    assert reason("neighbour", "LTU, POL", "uk").endswith("Литва і Польща")
    assert reason("name", "RDZ", "en") == "The gazetteer knows the name RDZ"
    assert reason("feature", "PPLC", "pl") == "Rodzaj miejsca: stolica"
    assert feature_word("STMX", "uk") == "річка"
    assert feature_word("ADM2", "en") == "district"
    assert feature_word("", "en") == "other place"


def test_codes_of_languages() -> None:
    assert [language(code) for code in ("uk", "pl_PL", "EN-gb", "de", None)] == [
        "uk", "pl", "en", "en", "en",
    ]  # fmt: skip
