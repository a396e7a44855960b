"""Belarusian in three orthographies: official, taraškievica, and Łacinka (Latin letters).

All three are inflected as written; besides, taraškievica is respelt officially ("Берасьці":
"Берасці") and Łacinka is put into Cyrillic ("Viciebsku": "Віцебску"), so that a gazetteer that
lists only the official spelling is found as well.
"""

from __future__ import annotations

import re

from geo.geoparse.morphology.be_latin import LATIN_DECLENSIONS, in_cyrillic, is_latin
from geo.geoparse.morphology.paradigms import Paradigms

__all__ = ["make"]

CLASSES = {
    "C": "бвгджзклмнпрстфхцчш",
    "H": "бвзлмнпсф",  # hard letters that в Мінске's vowel doesn't change
    "K": "гкх",
    "S": "жчшцр",  # always hard
    "V": "аеёіоуыэюя",
    "D": "зклнс",
    # Łacinka
    "L": "bcčdfghjklłmnprsštvzžŭ",
    "M": "bdfłmnprstvz",
}

DECLENSIONS = """
[adj]
скі = скага скаму скім ская скай скую скаю скае скія скіх скімі | польскі
цкі = цкага цкаму цкім цкая цкай цкую цкаю цкае цкія цкіх цкімі | нямецкі
заходні = заходняга заходняму заходнім заходняя заходняй
заходні = заходнюю заходняе заходнія заходніх заходнімі
Kая = Kай Kую Kаю               | Гродзенская
Kае = Kага Kаму Kім             | Глыбокае
Kія = Kіх Kім Kімі              | Вялікія
Kі = Kага Kаму Kім              | Вялікі
Cы = Cага Cаму Cым              | Новы
Cае = Cага Cаму Cым             | Чорнае
Cая = Cай Cую Cаю               | Паўднёвая
Cыя = Cых Cым Cымі              | Злучаныя
ні = няга няму нім              | Сярэдні
няе = няга няму нім             | Верхняе
няя = няй нюю                   | Верхняя
[noun]
ія = іі ію іяй                  | Латвія
Vя = Vі Vю Vяй                  | Карэя
Vй = Vя Vю Vем Vі               | Кітай
Vў = Vва Vву Vвам Vве           | Магілёў
Cец = Cца Cцу Cцам Cцы          | Пухавец
Cак = Cка Cку Cкам              | Навагрудак
т = це                          | Брэст
д = дзе                         | Мядзельград
C = Cа Cу Cам Cе Cы             | Мінск, Гомельск
да = ды дзе ду дай              | Ліда
та = ты це ту тай               | Орта
ка = кі цы ку кай               | Амерыка
га = гі зе гу гай               | Рыга
ха = хі се ху хай               | Чэха
Hа = Hы Hе Hу Hай Hой Hаю          | Масква
Sа = Sы Sу Sай Sаю Sэ           | Орша
Cа = Cе Cам                     | Гродна
Cы = Cаў Cам Cамі Cах           | Асіповічы
Kі = Kаў Kам Kамі Kах           | Вялікія Лукі
Cкі = Cак                       | Сувалкі
Cь = Cя Cю Cем Cі               | Гомель
Dь = DDю                        | Беларусь
ць = ццю цю                     | вобласць
'е = 'я 'ю 'ем 'і               | Замор'е
’е = ’я ’ю ’ем ’і
Cя = Cі Cю Cяй Cе               | Вільня
Cо = Cа Cу Cом Cы Cе            | Дняпро
Cе = Cя Cю Cем Cі               | Берасце
Cі = Cяў Cям Cямі Cях           | Кімры
[noun rare]
Cы = C                          | Баранавічы
Kі = K                          | Лукі
"""

_SOFT = "(?=[бвдзклмнпстфц]?[бвгдзклмнпстфхц][еёіюяь])"
_SOFT_SIGN = re.compile(
    rf"(?<=[сзц])ь{_SOFT}|(?<=н)ь(?=н[еёіюя])|(?<=л)ь(?=л[еёіюя])", re.IGNORECASE
)
_FOREIGN = (  # "Лёндан", "Атляндыда": taraškievica softens l and hardens s, z, t before i
    (re.compile("лё", re.IGNORECASE), "ло"),
    (re.compile("ля", re.IGNORECASE), "ла"),
    (re.compile("(?<=[бвзмнпсфг])э", re.IGNORECASE), "е"),
    (re.compile("^э(?=[ўу])", re.IGNORECASE), "е"),
)
_OLD_NAMES = (
    (re.compile("менск(?!е)", re.IGNORECASE), "мінск"),
    (re.compile("горадн(?:[яіюе]|я[йю])$", re.IGNORECASE), "гродна"),
    (re.compile("горадзен(?=ск)", re.IGNORECASE), "гродзен"),
    (re.compile("бераст?ь?ц(?:[еяію]|ем)$", re.IGNORECASE), "брэст"),
    (re.compile("бераст?ь?цейск", re.IGNORECASE), "брэсцк"),
)


def spellings(token: str) -> tuple[str, ...]:
    """Respell a token officially and in Cyrillic, if it isn't.

    Parameters
    ----------
    token
        As written, in any of the three orthographies.

    Returns
    -------
    spellings
        The others, likeliest first; mostly none.
    """
    readings = in_cyrillic(token) if is_latin(token) else (token,)
    found = dict.fromkeys((*readings, *(s for one in readings for s in _official(one))))
    found.pop(token, None)
    return tuple(found)


def _official(token: str) -> tuple[str, ...]:
    """Respell taraškievica, and give the old names of three cities their official form."""
    plain = _SOFT_SIGN.sub("", token)
    found = [plain]
    for old, new in _OLD_NAMES:
        if match := old.match(token):
            renewed = new + token[match.end() :]
            found.append(renewed.capitalize() if token[0].isupper() else renewed)
    for foreign, native in _FOREIGN:
        lowered = foreign.sub(native, plain.lower())
        if lowered != plain.lower():
            found.append(lowered.capitalize() if token[0].isupper() else lowered)
    return tuple(found)


def make() -> Paradigms:
    """The analyser."""
    return Paradigms("be", DECLENSIONS + LATIN_DECLENSIONS, CLASSES, spellings=spellings)
