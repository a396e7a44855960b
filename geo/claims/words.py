"""The words around a number: hedges, and what a length is a length of.

One entry per language; a star stands for any ending. Words of the languages only, no names. Where
a language isn't listed, those of all languages are tried.
"""

from __future__ import annotations

import functools
import re
from typing import Final

__all__ = ["BETWEEN", "BETWEEN_WORDS", "CUES", "HEDGES", "LINKS", "PREPOSITIONS", "pattern"]

HEDGES: Final[dict[str, dict[str, str]]] = {
    "about": {
        "en": "about|around|approximately|roughly|some|circa|ca|ca.|c.|approx.|an estimated",
        "pl": "około|ok.|mniej więcej|w przybliżeniu|z grubsza|jakieś|circa|ca|ca.",
        "uk": "близько|приблизно|орієнтовно|десь|біля",
        "ru": "около|примерно|приблизительно|порядка|где-то",
        "be": "каля|прыкладна|прыблізна|недзе",
        "de": "etwa|rund|ungefähr|circa|zirka|ca.|ca",
        "fr": "environ|à peu près|autour de|quelque|quelques",
        "cs": "asi|přibližně|zhruba|kolem|okolo|cca|cca.",
        "sk": "asi|približne|zhruba|okolo|cca|cca.",
        "lt": "apie|maždaug|apytiksliai|apytikriai",
        "lv": "aptuveni|apmēram|ap",
        "bg": "около|приблизително|към",
        "sl": "približno|okoli|okrog|kakih|kakšnih",
    },
    "almost": {
        "en": "almost|nearly|close to|just under|not quite|just short of",
        "pl": "prawie|niemal|niemalże|blisko|bez mała|nieomal",
        "uk": "майже|без малого|мало не",
        "ru": "почти|без малого|чуть менее|чуть меньше",
        "be": "амаль|без малога|ледзь не",
        "de": "fast|beinahe|nahezu|knapp|annähernd",
        "fr": "presque|près de|quasiment",
        "cs": "téměř|skoro|bezmála|takřka",
        "sk": "takmer|skoro|bezmála",
        "lt": "beveik|kone",
        "lv": "gandrīz|teju",
        "bg": "почти|близо",
        "sl": "skoraj|malone|slabih",
    },
    "over": {
        "en": "more than|over|above|in excess of|upwards of|at least|no less than|not less than"
        "|a minimum of",
        "pl": "ponad|przeszło|powyżej|więcej niż|co najmniej|przynajmniej|nie mniej niż",
        "uk": "понад|більше|більш як|більше ніж|більш ніж|не менше|щонайменше",
        "ru": "более|более чем|свыше|больше|не менее|как минимум",
        "be": "больш за|больш як|больш|звыш|не менш",
        "de": "über|mehr als|mindestens|gut|wenigstens",
        "fr": "plus de|au moins|plus d'",
        "cs": "přes|více než|víc než|nejméně|alespoň|minimálně",
        "sk": "vyše|viac ako|viac než|najmenej|aspoň|cez|minimálne",
        "lt": "daugiau kaip|daugiau nei|virš|per|bent|mažiausiai",
        "lv": "vairāk nekā|vairāk par|virs|vismaz",
        "bg": "над|повече от|поне|най-малко",
        "sl": "več kot|nad|čez|vsaj|najmanj",
    },
    "under": {
        "en": "less than|under|below|fewer than",
        "pl": "mniej niż|poniżej|niespełna",
        "uk": "менше|менш як|менше ніж|менш ніж",
        "ru": "менее|менее чем|меньше|меньше чем",
        "be": "менш за|менш як|менш",
        "de": "weniger als|unter",
        "fr": "moins de|moins d'",
        "cs": "méně než|pod|necelých",
        "sk": "menej ako|menej než|pod",
        "lt": "mažiau nei|mažiau kaip|mažiau negu",
        "lv": "mazāk nekā|mazāk par|zem",
        "bg": "по-малко от|под",
        "sl": "manj kot|pod",
    },
    "up to": {
        "en": "up to|as far as|at most|no more than|not more than|as much as|a maximum of"
        "|maximum of|within",
        "pl": "do|maksymalnie|co najwyżej|nie więcej niż",
        "uk": "до|не більше|максимум|щонайбільше",
        "ru": "до|не более|не больше|максимум",
        "be": "да|не больш|максімум",
        "de": "bis zu|bis|höchstens|maximal",
        "fr": "jusqu'à|au plus|au maximum|maximum de",
        "cs": "až|do|až do|nejvýše|maximálně",
        "sk": "až|do|až do|najviac|maximálne",
        "lt": "iki|ne daugiau kaip|daugiausia",
        "lv": "līdz|ne vairāk kā|maksimāli",
        "bg": "до|не повече от|най-много",
        "sl": "do|največ|ne več kot",
    },
}

CUES: Final[dict[str, dict[str, str]]] = {
    "border": {
        "en": "border|borders|frontier|frontiers|boundary|boundaries",
        "pl": "granica|granicy|granicę|granicą|granice|granic|granicami|granicach",
        "uk": "кордон|кордону|кордоном|кордоні|кордони|кордонів|кордонами|рубіж|рубежу",
        "ru": "границ*|рубеж*",
        "be": "мяжа|мяжы|мяжу|мяжой|межы|межаў",
        "de": "grenze|grenzen|staatsgrenze|landgrenze|außengrenze|ostgrenze|westgrenze",
        "fr": "frontière|frontières",
        "cs": "hranice|hranici|hranic|hranicí|hranicemi|hranicích",
        "sk": "hranica|hranice|hranicu|hranici|hranicou|hraníc|hraniciach",
        "lt": "siena|sienos|sieną|sienai|sienų|sienomis",
        "lv": "robeža|robežas|robežu|robežai|robežām|robežās",
        "bg": "граница|границата|граници|границите",
        "sl": "meja|meje|mejo|mej|mejami",
    },
    "distance": {
        "en": "distance|away|far",
        "pl": "odległoś*|oddalon*|odleg*|dystans*",
        "uk": "відстан*|віддален*",
        "ru": "расстоян*|удален*|удалён*",
        "be": "адлегласц*|аддален*",
        "de": "entfernung*|entfernt*|abstand*|luftlinie",
        "fr": "distance*|distant*|éloigné*",
        "cs": "vzdálen*",
        "sk": "vzdialen*",
        "lt": "atstum*|nutol*",
        "lv": "attālum*|attālu*",
        "bg": "разстояни*|отдалечен*",
        "sl": "razdalj*|oddaljen*",
    },
    "range": {
        "en": "range|ranges|reach|reaches|hit|hitting|strike|radius",
        "pl": "zasięg*|dosięg*|razi*|rażeni*|trafi*|promie*",
        "uk": "дальн*|дальніст*|радіус*|вража*|ураж*|дістав*|сяга*",
        "ru": "дальност*|радиус*|поража*|дальнобойн*|достига*",
        "be": "далёкасц*|далекасц*|радыус*",
        "de": "reichweit*|radius*|treffen",
        "fr": "portée*|rayon*|atteindre",
        "cs": "dolet*|dosah*|dostřel*|poloměr*",
        "sk": "dolet*|dosah*|dostrel*|polomer*",
        "lt": "nuotol*|spindul*",
        "lv": "darbības*|rādius*|sasnieg*",
        "bg": "обсег*|обхват*|далекобойн*|радиус*",
        "sl": "domet*|doseg*|polmer*",
    },
    "area": {
        "en": "area|territory|covers|surface|landmass|size",
        "pl": "powierzchni*|obszar*|terytori*|zajmuj*",
        "uk": "площ*|територі*|займа*",
        "ru": "площад*|территори*|занима*",
        "be": "плошч*|тэрытор*|займа*",
        "de": "fläche*|staatsgebiet*|groß*",
        "fr": "superficie*|surface*|territoire*",
        "cs": "rozloh*|ploch*|území*",
        "sk": "rozloh*|ploch*|územi*",
        "lt": "plot*|teritorij*",
        "lv": "platīb*|teritorij*",
        "bg": "площ*|територи*",
        "sl": "površin*|ozemlj*",
    },
    "total": {
        "en": "total|all its|land borders|altogether",
        "pl": "łączn*|całkowit*|wszystkich|całej",
        "uk": "загальн*|всього|усіх|сукупн*",
        "ru": "общ*|всего|всех|совокупн*",
        "be": "агульн*|усіх|усяго",
        "de": "gesamt*|insgesamt|aller",
        "fr": "total*|toutes",
        "cs": "celkov*|celkem|všech",
        "sk": "celkov*|spolu|všetkých",
        "lt": "bendr*|visų|iš viso",
        "lv": "kopēj*|visu|kopā",
        "bg": "общ*|всички",
        "sl": "skupn*|skupaj|vseh",
    },
    "road": {
        "en": "by road|drive|driving|by car|by rail|miles of road|road distance",
        "pl": "drogą|jazdy|samochodem|koleją|drogami",
        "uk": "дорогою|дорогами|автомобілем|залізницею|трасою",
        "ru": "по дороге|дорогам|автомобилем|по железной дороге|по трассе",
        "be": "па дарозе|дарогай|аўтамабілем",
        "de": "straßenkilometer*|autofahrt|mit dem auto|fahrstrecke|fahrt",
        "fr": "par la route|en voiture|de route",
        "cs": "po silnici|autem|silnič*",
        "sk": "po ceste|autom|cestn*",
        "lt": "keliu|automobiliu",
        "lv": "pa ceļu|automašīnu",
        "bg": "по шосе|с кола|по пътя",
        "sl": "po cesti|z avtom",
    },
}

PREPOSITIONS: Final[dict[str, dict[str, str]]] = {
    "with": {
        "en": "with",
        "pl": "z|ze",
        "uk": "з|із|зі",
        "ru": "с|со",
        "be": "з|са|із",
        "de": "mit|zu|zum|zur",
        "fr": "avec",
        "cs": "s|se",
        "sk": "s|so",
        "lt": "su",
        "lv": "ar",
        "bg": "с|със",
        "sl": "z|s",
    },
    "from": {
        "en": "from",
        "pl": "od",
        "uk": "від|од",
        "ru": "от",
        "be": "ад",
        "de": "von|vor",
        "fr": "de|du|des|d'",
        "cs": "od",
        "sk": "od",
        "lt": "nuo",
        "lv": "no",
        "bg": "от",
        "sl": "od",
    },
    "out of": {
        "en": "from",
        "pl": "z|ze",
        "uk": "з|із|зі",
        "ru": "из|с",
        "be": "з|са",
        "de": "von|ab",
        "fr": "de|d'",
        "cs": "z|ze",
        "sk": "z|zo",
        "lt": "iš",
        "lv": "no",
        "bg": "от",
        "sl": "iz",
    },
    "to": {
        "en": "to|north of|south of|east of|west of|northeast of|northwest of|southeast of"
        "|southwest of|outside|off",
        "pl": "do",
        "uk": "до",
        "ru": "до",
        "be": "да",
        "de": "nach|bis|zu|zur",
        "fr": "jusqu'à|à",
        "cs": "do",
        "sk": "do",
        "lt": "iki",
        "lv": "līdz",
        "bg": "до",
        "sl": "do",
    },
    "along": {
        "en": "on|along|at|near|across|over|by|behind|to|from|toward|towards",
        "pl": "na|wzdłuż|przy|od|do|przed|za|koło|nad|w",
        "uk": "на|вздовж|уздовж|біля|від|до|при|в|у|за",
        "ru": "на|вдоль|у|от|до|при|в|за|возле",
        "be": "на|уздоўж|ля|ад|да|пры|у|ў|за",
        "de": "an|entlang|am|vor|von|bei|bis|nahe|der|zur",
        "fr": "sur|le long|à|près|vers|dans",
        "cs": "na|podél|u|od|do|při|v|za",
        "sk": "na|pozdĺž|pri|od|do|v|za",
        "lt": "prie|palei|nuo|iki",
        "lv": "uz|gar|pie|no|līdz",
        "bg": "на|по|край|от|до|при|в",
        "sl": "na|ob|pri|od|do|v|za",
    },
}
"""`along` tells that a length is of something beside the border, not of the border itself."""

LINKS: Final[dict[str, str]] = {
    "en": "it|alone|there|is|are|was|were|lies|lie|located|situated|stands|sits|at|a|an|the|of"
    "|for|has|have|just|only|measures|measure|stretches|stretch|runs|run|extends|length"
    "|long|total|land|and|distance|away|which|that|covering|covers|with|area",
    "pl": "to|jest|są|leży|leżą|leżąc*|położon*|znajduj*|się|oddalon*|odległ*|o|w|na|przez"
    "|tylko|zaledwie|wynosi|wynosząc*|mierzy|ma|liczy|ciągnie|rozciąga|biegnie|długość"
    "|długości|dług*|łączn*|która|który|zajmuje",
    "uk": "це|є|знаходиться|розташован*|лежить|за|на|в|у|відстані|усього|лише|становить|складає"
    "|має|довжин*|завдовжки|протяжністю|протяжність|тягнеться|простягається|що"
    "|яка|займає|загальн*",
    "ru": "это|находится|расположен*|лежит|в|на|расстоянии|всего|лишь|составляет|имеет|длин*"
    "|протяженностью|протяжённостью|протяженность|протяжённость|тянется"
    "|простирается|это|которая|занимает|общ*|равна",
    "be": "знаходзіцца|размешчан*|ляжыць|за|на|у|ў|адлегласці|усяго|толькі|складае|мае|даўжын*"
    "|працягласць|працягласцю|цягнецца|якая|займае",
    "de": "es|ist|sind|liegt|liegen|gelegen|befindet|sich|nur|in|einer|eine|von|beträgt|misst"
    "|erstreckt|über|hat|die|der|lang*|länge|gesamt*|und|auf",
    "fr": "il|y|est|sont|se|trouve|situé*|à|une|un|de|la|le|mesure|s'étend|étend|sur|a|longueur"
    "|longue|qui|seulement|d'|totale",
    "cs": "je|jsou|leží|nachází|se|ve|v|vzdálenosti|pouze|jen|měří|má|délku|délka|dlouh*|táhne"
    "|činí|na|která|celkem",
    "sk": "je|sú|leží|nachádza|sa|vo|v|vzdialenosti|iba|len|meria|má|dĺžku|dĺžka|dlh*|tiahne|ktorá",
    "lt": "yra|įsikūr*|nutol*|tik|ilgis|sudaro|siekia|tęsiasi|kuri|kurios|turi",
    "lv": "ir|atrodas|tikai|garums|gara|sasniedz|stiepjas|kas|kuras",
    "bg": "е|са|намира|се|на|в|само|има|дълга|дължина|дължината|простира|която|общо",
    "sl": "je|so|leži|nahaja|se|v|le|samo|meri|ima|dolga|dolžina|znaša|razteza|ki|skupaj",
}
"""Words that may stand between a number and what it is said of."""

BETWEEN: Final = "between|pomiędzy|między|між|между|паміж|zwischen|entre|mezi|medzi|tarp|starp|med"


BETWEEN_WORDS: Final = re.compile(rf"(?<!\w)(?:{BETWEEN})(?!\w)", re.IGNORECASE)


@functools.cache
def pattern(group: str, key: str, lang: str) -> re.Pattern[str]:
    """Make an expression of one entry's words.

    Parameters
    ----------
    group
        `hedges`, `cues`, `prepositions` or `links` (which has no entries: give "").
    key
        Which entry.
    lang
        ISO 639-1 code; for one not listed the words of all languages are taken.

    Returns
    -------
    expression
        Matches a whole word or phrase, whatever its case.
    """
    tables = {"hedges": HEDGES, "cues": CUES, "prepositions": PREPOSITIONS, "links": {"": LINKS}}
    table = tables[group][key]
    listed = table.get(lang) or "|".join(table.values())
    words = sorted(set(listed.split("|")), key=lambda word: (-len(word), word))
    parts = (
        r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split())
        + ("" if word.endswith(("'", ".")) else r"(?!\w)")
        for word in words
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.IGNORECASE)
