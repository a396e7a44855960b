"""Words that open sentences with a capital, and are places only by their letters."""

from __future__ import annotations

import pytest

from geo.geoparse import find_places


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "uk",
            "Разом ми сила. Разі відмови не буде. Вільно дихати стало. Пару днів тому йшов дощ.",
        ),
        ("cs", "Nejde o peníze. Malých dětí přibylo. Celou noc pršelo. Hala je zavřená."),
        ("sk", "Pekne to povedal. Malých detí pribudlo. Inde pršalo. Dani klesli."),
        ("sl", "Osem ljudi je prišlo. Sebi ne pomaga. Ples bo jutri. Center je zaprt."),
        ("bg", "Зала за спорт отваря. Така е всяка година. Кампанията приключи. Пара няма."),
        ("lt", "Kitą dieną lijo. Gana kalbų. Gera žinia džiugina. Tuose namuose niekas negyvena."),
        ("lv", "Palika divi vīri. Gana runu. Tuvu ir mājas. Katras dienas darbs."),
        (
            "pl",
            "Linia została zamknięta. Kampania trwa. Najmniejszych dzieci nie było. Gaz drożeje.",
        ),
        ("ru", "Пару дней шёл дождь. Кампания завершена. Ровно год назад было тихо."),
        ("de", "Mich freut das. Gaben wurden verteilt. Maler streikten. Springen darf man nicht."),
        ("fr", "Suis les règles. Vite, partons. Police et pompiers sont venus. Gare à la neige."),
    ],
)
def test_an_opening_word_is_no_place(lang: str, text: str) -> None:
    assert [(r.mention.surface, r.place.name) for r in find_places(text, lang) if r.place] == []


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("uk", "Суми під обстрілом. У Рівному тихо. Львів чекає.", ["Суми", "Рівному", "Львів"]),
        ("cs", "Brno slaví. Včera v Mostě hořelo. Praha mlčí.", ["Brno", "Mostě", "Praha"]),
        ("sk", "Levice zasiahla búrka. V Nitre pršalo.", ["Levice", "Nitre"]),
        ("sl", "Koper je mesto. V Celju dežuje.", ["Koper", "Celju"]),
        ("bg", "Русе гори. Във Варна вали.", ["Русе", "Варна"]),
        ("lt", "Šiauliuose sudegė namas. Kaunas laukia.", ["Šiauliuose", "Kaunas"]),
        ("lv", "Ogrē deg māja. Rīga gaida.", ["Ogrē", "Rīga"]),
        ("pl", "Pożar w Brzegu. Opole świętuje.", ["Brzegu", "Opole"]),
        ("ru", "Пермь ждёт. В Орле пожар.", ["Пермь", "Орле"]),
        ("de", "Kassel feiert. In Kamen brennt es.", ["Kassel", "Kamen"]),
        ("fr", "Grenoble attend. Un feu à Grasse.", ["Grenoble", "Grasse"]),
    ],
)
def test_a_town_of_such_letters_is_one(lang: str, text: str, names: list[str]) -> None:
    assert [r.mention.surface for r in find_places(text, lang) if r.place] == names


@pytest.mark.parametrize(
    ("lang", "text", "place_id"),
    [
        ("sl", "Reka Sava je prestopila bregove.", "standoff:sava"),  # not Madagascar's Sava
        ("sl", "Poplave ob reki Savi so hude.", "standoff:sava"),
        ("pl", "Rzeka Warta wylała.", "standoff:warta"),
        ("uk", "Місто Рівне чекає.", "geonames:695594"),
    ],
)
def test_the_word_before_a_name_tells_its_kind(lang: str, text: str, place_id: str) -> None:
    (resolution,) = find_places(text, lang)
    assert resolution.place is not None
    assert resolution.place.id == place_id
