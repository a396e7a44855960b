"""Words that open a sentence in Ukrainian, Belarusian or Bulgarian and are no places."""

from __future__ import annotations

import pytest

from geo.geoparse import find_places


def drawn(text: str, lang: str) -> list[str]:
    return [r.mention.surface for r in find_places(text, lang) if r.mention.kind.drawn]


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        *(("uk", w) for w in ("Разом", "Решту", "Березня", "Мали", "Вина", "Додому", "Вільні")),
        *(("uk", w) for w in ("Кампанія", "Порту", "Фортеця", "Широкого", "Варта", "Боку")),
        *(("be", w) for w in ("Разам", "Дадому", "Кампанія", "Вага", "Залы", "Сумы", "Багаты")),
        *(("be", w) for w in ("Bahaty", "Kałona")),
        *(("bg", w) for w in ("Вашият", "Зала", "Кампанията", "Кутия", "Тайна", "Градът")),
        *(("bg", w) for w in ("Турската", "Пещерата", "Ролите", "Единство", "Колона")),
    ],
)
def test_an_ordinary_word_that_opens_a_sentence_is_no_place(lang: str, word: str) -> None:
    rest = {"uk": "було тоді.", "be": "было тады.", "bg": "беше тогава."}[lang]
    assert drawn(f"{word} {rest}", lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "places"),
    [
        ("uk", "Разом із Румунією країна будує міст.", ["Румунією"]),
        ("uk", "Суми обстріляли дронами.", ["Суми"]),
        ("uk", "Рівне готується до зими.", ["Рівне"]),
        ("uk", "У Рівному та в Сумах відкрили школу.", ["Рівному", "Сумах"]),
        ("uk", "У Долині сталася аварія.", ["Долині"]),
        ("uk", "У Березному відкрили музей.", ["Березному"]),
        ("uk", "Рейс до Порту скасували.", ["Порту"]),
        ("uk", "Штат Техас чекає на бурю.", ["Техас"]),
        ("uk", "Президент відвідав Малі та Оман.", ["Малі", "Оман"]),
        ("be", "Разам з Літвой Польшча закрыла мяжу.", ["Літвой", "Польшча"]),
        ("be", "У Сумах гучалі выбухі.", ["Сумах"]),
        ("bg", "Полската армия е в Варшава.", ["Варшава"]),
        ("bg", "Поклонници пътуват към Мека.", ["Мека"]),
        ("bg", "В Пещера е тихо.", ["Пещера"]),
        ("bg", "Град Русе чака.", ["Русе"]),
    ],
)
def test_a_place_is_still_found(lang: str, text: str, places: list[str]) -> None:
    assert drawn(text, lang) == places
