"""Which of the known languages a text is in, from its letters and its small words.

Texts are told apart by the words that no text can do without ("w", "się", "the", "und"), which
the word lists give anyway; where those don't decide, py3langid is asked, restricted to the
languages that they leave open. It is slow to load, so it is asked only then.
"""

from __future__ import annotations

import functools
import re
from collections import Counter

__all__ = ["HOMES", "KNOWN", "tell_language"]

KNOWN = ("pl", "en", "de", "fr", "ru", "uk", "be", "cs", "sk", "bg", "sl", "lt", "lv")
"""Languages with an analyser."""

HOMES = {
    "pl": frozenset({"POL"}),
    "de": frozenset({"DEU", "AUT", "CHE"}),
    "fr": frozenset({"FRA"}),
    "ru": frozenset({"RUS"}),
    "uk": frozenset({"UKR"}),
    "be": frozenset({"BLR"}),
    "cs": frozenset({"CZE"}),
    "sk": frozenset({"SVK"}),
    "bg": frozenset({"BGR"}),
    "sl": frozenset({"SVN"}),
    "lt": frozenset({"LTU"}),
    "lv": frozenset({"LVA"}),
}
"""Countries that texts in a language speak of without naming them; English has none."""

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_CLEAR = 1.35
_LETTERS = {
    "pl": "ąęłńśźż",
    "de": "ßäöü",
    "fr": "èêàçœîôû",
    "ru": "ыэъё",
    "uk": "іїєґ",
    "be": "ўіыэŭ",  # the last one is of Łacinka
    "cs": "řěůď",
    "sk": "ľĺŕôä",
    "bg": "ъщ",
    "sl": "čšž",
    "lt": "ėįųūąę",
    "lv": "āēīūļņģķ",
}
_SMALL = {
    "pl": "w i na się z do nie że to jest o jak za po od przez dla ale są czy oraz który",
    "en": "the of and to in a is that for on was with as by at from it be are have his",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se",
    "ru": "и в не на я что с он как это по но они к у из за от так о для же бы ее его был",
    "uk": "і в на не що з до та у за про як від це але його по для й із був який також",
    "be": "і ў на не з што да у па як за для але гэта ад быў каб яго паводле якія таксама"
    " i ŭ na nie što da u jak heta ad byŭ kab jaho",
    "cs": "a se v na je že s z do o to ve za by i jako ale po pro jsou které však byl jeho",
    "sk": "a sa v na je že s z do o to vo za by aj ako ale po pre sú ktoré však bol jeho",
    "bg": "на и да се в за от с не са е че по като ще това до при към който беше ли",
    "sl": "in je v na se da so za z s ki pa o po bi ne tudi kot iz pri bo bil ali še",
    "lt": "ir į kad su iš yra buvo bei tai apie nuo per po kaip ne jo už dėl prie taip",
    "lv": "un ir ka no uz par ar kas lai arī bija pēc to kā tika pie tas viņš ne ap",
}


def tell_language(text: str) -> str | None:
    """Tell the language of a text.

    Parameters
    ----------
    text
        Any text; the beginning decides.

    Returns
    -------
    lang
        ISO 639-1 code of a known language, or None when nothing tells.
    """
    sample = text[:_SAMPLE]
    scores = _scores(sample)
    ranked = sorted(scores, key=lambda lang: (-scores[lang], lang))
    first, second = ranked[0], ranked[1]
    if scores[first] >= 2.0 and scores[first] >= _CLEAR * scores[second]:
        return first
    if sum(letter.isalpha() for letter in sample) < 20 and scores[first] == 0:
        return None
    return _asked_elsewhere(sample, ranked[:4] if scores[first] > 0 else list(KNOWN))


def _scores(text: str) -> dict[str, float]:
    words = Counter(word.casefold() for word in _WORD.findall(text))
    letters = Counter(text.casefold())
    small = _small_words()
    scores = dict.fromkeys(KNOWN, 0.0)
    for word, count in words.items():
        langs = small.get(word)
        if langs:
            for lang in langs:
                scores[lang] += count / len(langs) ** 0.5
    for lang, own in _LETTERS.items():
        scores[lang] += 0.5 * sum(letters[letter] for letter in own)
    return scores


@functools.cache
def _small_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for lang, line in _SMALL.items():
        for word in line.split():
            found.setdefault(word, []).append(lang)
    return {word: tuple(langs) for word, langs in found.items()}


def _asked_elsewhere(text: str, langs: list[str]) -> str | None:
    import py3langid  # noqa: PLC0415  # half a second to load, seldom needed

    return next((str(lang) for lang, _ in py3langid.rank(text) if lang in langs), None)
