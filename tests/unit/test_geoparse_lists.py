"""Lists, names in brackets, generic terms: what the words around a name make of it."""

from __future__ import annotations

import pytest

from geo.geoparse import find_places


def surfaces(text: str, lang: str) -> list[str]:
    return [r.mention.surface for r in find_places(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "drawn"),
    [
        # a sure neighbour speaks for a word that is also an ordinary one
        ("cs", "Vlak jel přes Tábor a Písek domů.", ["Tábor", "Písek"]),
        ("de", "Der Zug fuhr über Hagen und Siegen.", ["Hagen", "Siegen"]),
        ("de", "Die Kinder lesen in Hamburg und Bücher gibt es auch.", ["Hamburg"]),
        ("de", "Er meldete keine Zahlen, London schon.", ["London"]),
        ("lv", "Programmu finansē Rietumu Banka un Rīga.", ["Rīga"]),
        # a town's river in brackets
        ("de", "Bei Frankfurt (Oder) wird gebaut.", ["Frankfurt (Oder)"]),
        ("de", "Bei Frankfurt (siehe oben) wird gebaut.", ["Frankfurt"]),
        # a generic noun before a name that means the same without it
        ("de", "Das Land Hessen und der Freistaat Bayern zahlen.", ["Hessen", "Bayern"]),
        ("de", "Im Landkreis Görlitz brennt es.", ["Landkreis Görlitz"]),
        ("bg", "В област Пловдив вали сняг.", ["област Пловдив"]),
        # an adjective that looks like its country
        ("bg", "Полска делегация пристигна във Варна.", ["Варна"]),
        ("bg", "Полска отхвърли поканата.", ["Полска"]),
        # a surname behind tells a first name
        ("sl", "Glasbo je napisal London Petrič iz Kranja.", ["Kranja"]),
        ("cs", "Píše to Moravskoslezský deník v Ostravě.", ["Ostravě"]),
        # articles of seas stay outside, those of towns inside
        ("fr", "La Manche est calme. La Rochelle dort.", ["Manche", "La Rochelle"]),
        # rivers open sentences, too
        ("lv", "Daugava pie Jēkabpils ceļas.", ["Daugava", "Jēkabpils"]),
    ],
)
def test_the_words_around_a_name(lang: str, text: str, drawn: list[str]) -> None:
    assert surfaces(text, lang) == drawn


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("ru", "Кишинёву вручили ноту протеста.", "metonym"),
        ("uk", "Кишиневу закинули зволікання.", "metonym"),
        ("uk", "Поїзд до Кишинева закинули в депо.", "place"),
        ("ru", "Кишинёву вручила ноту министр.", "place"),
    ],
)
def test_a_capital_that_something_is_done_to(lang: str, text: str, kind: str) -> None:
    assert [r.mention.kind for r in find_places(text, lang)] == [kind]


@pytest.mark.parametrize(
    ("lang", "text", "drawn"),
    [
        ("uk", "ДОПОМОГА БІЛОРУСІ\nНовини з Києва.", ["БІЛОРУСІ", "Києва"]),
        ("uk", "Мешканці чекають у Білорусі.", ["Білорусі"]),
        ("uk", "Білоруси чекають у Києві.", ["Києві"]),
        ("fr", "Ouest-France en parle à Rennes.", ["Rennes"]),
        ("fr", "Il vit à Sens depuis Noël.", ["Sens"]),
        ("en", "The race was held in Nice on Sunday.", ["Nice"]),
        ("en", "The race was held in March on a Sunday.", []),
        ("en", "The ship left Côte d'Ivoire for Ghana.", ["Côte d'Ivoire", "Ghana"]),
        ("en", "She flew with Air Senegal to Lisbon.", ["Lisbon"]),
        ("de", "Er wohnt in Weil am Rhein, weil er will.", ["Weil am Rhein"]),
        ("pl", "Szpital milczy. Lekarka Anna Radomska mieszka w Kielcach.", ["Kielcach"]),
        ("sl", "Časnik Koprske novice piše o Zadru.", ["Zadru"]),
        ("de", "Forscher des Imperial College London reisten nach Ulm.", ["Ulm"]),
    ],
)
def test_peoples_papers_and_colleges(lang: str, text: str, drawn: list[str]) -> None:
    assert surfaces(text, lang) == drawn
