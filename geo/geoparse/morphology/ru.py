"""Russian: declensions of names with their fleeting vowels, and pymorphy3 for what it knows.

pymorphy3's part is to tell names of places, persons and common words apart; the paradigms do
without it what inflection needs.
"""

from __future__ import annotations

import functools
import importlib.util
import logging
from collections.abc import Iterator
from typing import Any

from geo.geoparse.morphology import Lemma
from geo.geoparse.morphology.paradigms import Paradigms

__all__ = ["Russian", "make"]

_log = logging.getLogger(__name__)

_TAGS = {"Geox": "geo", "Name": "given", "Surn": "surname", "Patr": "surname"}
_ADJECTIVES = frozenset({"ADJF", "ADJS", "PRTF"})
_MOST = 12
_UNLIKELY = 0.3
"""Weight of paradigms' guesses once the dictionary has a geographical name for the token."""

CLASSES = {
    "C": "бвгджзклмнпрстфхцчшщ",
    "H": "бвдзлмнпрстфц",  # hard: и is written ы
    "K": "гкх",
    "S": "жчшщ",
    "V": "аеёиоуыэюя",
}

DECLENSIONS = """
[adj]
ский = ского скому ским ском ская ской скую скою ское ские ских скими | белорусский
цкий = цкого цкому цким цком цкая цкой цкую цкою цкое цкие цких цкими | немецкий
западный = западного западному западным западном западная
западный = западной западную западное западные западных западными
Kая = Kой Kую Kою               | Гродненская
Kое = Kого Kому Kим Kом         | Балтийское
Kие = Kих Kим Kими              | Великие
Kий = Kого Kому Kим Kом         | Волжский
Hый = Hого Hому Hым Hом         | Грозный
Hое = Hого Hому Hым Hом         | Чёрное
Hая = Hой Hую Hою               | Южная
Hые = Hых Hым Hыми              | Набережные
ний = него нему ним нем         | Нижний
нее = него нему ним нем         | Верхнее
няя = ней нюю нею               | Нижняя
ние = них ним ними              | Верхние
Sий = Sего Sему Sим Sем         | Рыбачий
Sая = Sей Sую                   | Горячая
Sее = Sего Sему Sим Sем
Sие = Sих Sим Sими              | Горячие
Cой = Cого Cому Cым Cим Cом     | Большой
[noun]
ия = ии ию ией иею              | Франция
ие = ия ию ием ии иям иях       | Приднестровье
ье = ья ью ьем                  | Запорожье
ья = ьи ье ью ьей               | Ленья
Vя = Vи Vе Vю Vей               | Корея
Vй = Vя Vю Vем Vе Vи            | Китай
Cец = Cца Cцу Cцем Cцом Cце     | Елец
лец = льца льцу льцом льце      | Стрелец
ок = ка ку ком ке                | Волочок
ёк = ька ьку ьком ьке            | Оленёк
Cет = Cта Cту Cтом Cте          | Египет
Cок = Cка Cку Cком Cке          | Городок
чек = чка чку чком чке          | Волочек
ёл = ла лу лом ле               | Орёл
ел = ла лу лом ле               | Орел
лев = льва льву львом льве      | Лев
Cень = Cня Cню Cнем Cне         | Кремень
C = Cа Cу Cом Cем Cе            | Минск, Париж
Hа = Hы Hе Hу Hой Hою           | Москва
Kа = Kи Kе Kу Kой Kою           | Волга
Sа = Sи Sе Sу Sей Sой Sею       | Польша
ца = цей цею                    | Ницца
Vи = Vев Vям Vями Vях            | Пиренеи
ия = ий иям иями иях            | Ирландии
Hы = Hов Hам Hами Hах           | Штаты
цы = цев цам цами цах           | Люберцы
Kи = Kов Kам Kами Kах           | Луки
Sи = Sей Sам Sами Sах           | Осиповичи
Cки = Cок Cек                   | Химки
Cны = Cен                       | Ливны
Cцы = Cец                       | Люберцы
Cь = Cи Cью Cя Cю Cем Cём Cе    | Казань, Гомель
Cо = Cа Cу Cом Cе Cым           | Бородино
Cя = Cи Cе Cю Cей Cёй           | Земля
Cе = Cя Cю Cем Cи               | море
Sе = Sа Sу Sем                  | Лукошище
Cи = Cей Cям Cями Cях           | Пенаты
[noun rare]
Hы = H                          | Сумы
Sи = S                          | Мачулищи
Kи = K                          | Луки
"""


class Russian:
    """Dictionary and paradigms together."""

    lang = "ru"

    def __init__(self) -> None:
        self._guesses = Paradigms(self.lang, DECLENSIONS, CLASSES)
        self._dictionary: Any = None
        if importlib.util.find_spec("pymorphy3") is None:
            _log.warning("pymorphy3 isn't installed: Russian is read by paradigms alone")
        else:
            import pymorphy3  # noqa: PLC0415  # only texts in Russian pay for it

            self._dictionary = pymorphy3.MorphAnalyzer(lang="ru")
        self._cached = functools.lru_cache(maxsize=20_000)(self._lemmas)

    def lemmas(self, token: str) -> tuple[Lemma, ...]:
        """List the dictionary forms of a token, those that the dictionary knows first."""
        return self._cached(token)

    def _lemmas(self, token: str) -> tuple[Lemma, ...]:
        known: dict[str, frozenset[str]] = {}
        for form, tags in self._analyses(token):
            known[form] = known.get(form, frozenset()) | tags
        found = {form: Lemma(form, 1.0, tags) for form, tags in known.items()}
        sure = any("geo" in tags for tags in known.values())
        for guess in self._guesses.lemmas(token):
            weight = min(guess.weight, _UNLIKELY) if sure else guess.weight
            found.setdefault(guess.form, Lemma(guess.form, weight, guess.tags))
        ordered = sorted(found.values(), key=lambda one: (-one.weight, "geo" not in one.tags))
        return tuple(ordered[:_MOST])

    def _analyses(self, token: str) -> Iterator[tuple[str, frozenset[str]]]:
        """Give what the dictionary lists; its own guesses for unknown words are worse than ours."""
        if self._dictionary is None or not self._dictionary.word_is_known(token.lower()):
            return
        for parse in self._dictionary.parse(token):
            if not parse.is_known:
                continue
            tags = {_TAGS[grammeme] for grammeme in parse.tag.grammemes if grammeme in _TAGS}
            if parse.tag.POS in _ADJECTIVES:
                tags.add("adj")
            yield _cased(parse.normal_form, token), frozenset(tags or {"common"})


def _cased(form: str, like: str) -> str:
    """Write a dictionary's form with the letter case of the token."""
    if like.isupper() and len(like) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if like[:1].isupper() else form


def make() -> Russian:
    """The analyser."""
    return Russian()
