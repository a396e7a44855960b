"""Place names in other letters, by rule, where nobody has reviewed a name.

Into Ukrainian: Polish and a few neighbours by their sounds (orthography of 2019, sections
121-154), names of Russia, Ukraine and Belarus by undoing their romanisation (BGN/PCGN, Ukraine's
table of 2010), any other as it is read. Into Polish: the same three countries, after the Polish
publishers' rules. From Cyrillic into English: Ukraine's table (resolution 55 of 2010), else
BGN/PCGN without its signs. What comes out is a spelling to letter a map with, no statement about
usage: whoever writes it says so. The rules are from memory.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

__all__ = [
    "by_sound",
    "fold",
    "into_english",
    "into_polish",
    "into_ukrainian",
    "plain_latin",
    "polish",
    "written_in",
]

Rules = Sequence[tuple[re.Pattern[str], str]]

_EAST_SLAVIC: Final = frozenset({"RUS", "UKR", "BLR"})
_LETTERS: Final = str.maketrans("łøđæıəŁØĐß", "lodeiaLODs")
_SCHOLARLY: Final = re.compile("[ḨḩḐḑŢţ‘’̱]|[āīūẕẖḥṣṭ]|^A[lşdsnrtz]h? ")


def written_in(text: str, lang: str) -> bool:
    """Whether every letter of a text is of the script that an interface language is written in."""
    script = "CYRILLIC" if lang == "uk" else "LATIN"
    return all(
        unicodedata.name(letter, "").startswith(script) for letter in text if letter.isalpha()
    )


def into_ukrainian(name: str, iso_a3: str = "") -> str:
    """Write a name in Ukrainian letters.

    Parameters
    ----------
    name
        In Latin letters, as the gazetteer has it; a name without any is given back.
    iso_a3
        Its country, which tells how it sounds.
    """
    if not re.search("[A-Za-z]", name):
        return name
    if iso_a3 in _EAST_SLAVIC:
        return _east_slavic(name, iso_a3)
    if iso_a3 in _RULES:
        return _by_words(name, _RULES[iso_a3])
    return by_sound(name)


def into_english(name: str, iso_a3: str = "") -> str:
    """Write a Cyrillic name in Latin letters; leave out the signs of scholarly romanisation."""
    if not re.search("[Ѐ-ӿ]", name):
        # a soft sign is written in libraries, not on maps: L'gov is Lgov
        soft = "[’‘'ʹ]" if iso_a3 in _EAST_SLAVIC else "(?!)"
        return plain_latin(re.sub(soft, "", name))
    ukrainian = bool(re.search("[іїєґ]", name.lower()))
    rules = _UKRAINIAN_TO_ENGLISH if ukrainian else _RUSSIAN_TO_ENGLISH
    return "".join(
        _joined([_spelt(part, rules)]) if part[:1].isupper() else _spelt(part, rules)
        for part in re.split(r"(\W+)", name.replace("ʼ", "").replace("’", ""))
    )


def into_polish(name: str, iso_a3: str) -> str:
    """Write a name of Russia, Ukraine or Belarus as Polish books do; leave any other Latin one."""
    if re.search("[Ѐ-ӿ]", name):
        return polish(name)
    if iso_a3 not in _EAST_SLAVIC or re.search("[^\\W\\dA-Za-z’‘]", name):
        return name
    ukrainian = iso_a3 == "UKR"
    words = (polish(_cyrillic(word, iso_a3), ukrainian=ukrainian) for word in _words(name))
    return re.sub(r"(?<=[sc])ky\b", "ki", _joined(words, "-" if "-" in name else " "))


def plain_latin(name: str) -> str:
    """The main name without the signs of scholarly romanisation: "Ḩimş" becomes "Hims"."""
    if not _SCHOLARLY.search(name):
        return name
    return "".join(
        letter
        for letter in unicodedata.normalize("NFD", name)
        if not unicodedata.combining(letter) and letter not in "‘’`"
    )


def fold(text: str) -> str:
    """Lower case without diacritics and apostrophes, for comparing."""
    plain = unicodedata.normalize("NFD", text.translate(_LETTERS).lower())
    return "".join(c for c in plain if c.isalnum() or c in " -")


_GROUPS: Final = "shch tsch sch zh kh ch sh ts ya yu ye yo ph th qu ck ou oo ee ia x j w y q c"
_SOUNDS: Final = "щ ч ш ж х ч ш ц я ю є йо ф т кв к у у і ія кс дж в и к к"
_BY_SOUND: Final = {
    **dict(zip(_GROUPS.split(" "), _SOUNDS.split(" "), strict=True)),
    **dict(zip("abdefghiklmnoprstuvz", "абдефггіклмнопрстувз", strict=True)),
}
"""Longer groups first: the first that fits is written."""


def by_sound(name: str) -> str:
    """Write a name of any language in Ukrainian letters, as if it were read plainly."""
    text, written, at = fold(name), "", 0
    while at < len(text):
        for latin, cyrillic in _BY_SOUND.items():
            if text.startswith(latin, at):
                written += cyrillic
                at += len(latin)
                break
        else:
            written += text[at]
            at += 1
    return "-".join(part[:1].upper() + part[1:] for part in re.split("[ -]+", written) if part)


def _rules(lines: str) -> Rules:
    """Rules of a pattern and what it becomes; `_` stands for nothing, the first that fits wins."""
    pairs = (pair.rpartition("=") for pair in lines.split())
    return [(re.compile(pattern), new.replace("_", "")) for pattern, _, new in pairs]


_POLISH_RULES: Final = _rules(
    """
    ^now[ye]$=новий ^star[ye]$=старий ^biały$=бялий ^czarny$=чорний ^mał[ye]$=малий
    ^górn[ye]$=гурний ^doln[ye]$=дольний ^wielki$=велький
    ński$=нський dzki$=дзький cki$=цький (?<=[wnrldtk])ski$=ський
    dzka$=дзька cka$=цька ska$=ська dzkie$=дзьке ckie$=цьке skie$=ське
    sk(?=o$|ow|ów)=ськ ck(?=o$|ow|ów)=цьк
    szcz=щ sz=ш cz=ч ch=х dż=дж dź=дзь dz=дз (?<=[ptk])rz=ш rz=ж ż=ж ź=зь ć=ць
    ś(?=[wlmr])=с ś=сь ń(?=sk)=н ń=нь
    ją(?=[bp])=йом ją=йон ję=єн ja=я je=є ju=ю jó=ю ji=ї jo=йо j=й
    lą(?=[bp])=льом lą=льон la=ля lo=льо l[uó]=лю l(?=[eęi])=л l=ль
    ią(?=[bp])=ьом ią=ьон ię(?=[bp])=ем ię=ен ia=я ie=е io=ьо i[uó]=ю
    ą(?=[bp])=ом ą=он ę(?=[bp])=ем ę=ен ó=у ł=л
    a=а b=б c=ц d=д e=е f=ф g=г h=г i=і k=к m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=в
    x=кс y=и z=з
    """
)

# so that what isn't told apart below is read plainly
_PLAIN: Final = (
    "a=а b=б c=к d=д e=е f=ф g=г h=г i=і j=й k=к l=л m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=в "
    "x=кс y=і z=з"
)
_IOTA: Final = "ja=я je=є ju=ю jo=йо ji=ї j=й"
_BALTIC: Final = _rules(
    "š=ш ž=ж č=ч iau=яу ia=я io=ьо iu=ю (?<=[aeou])i=й ė=е ę=е ą=а ų=у y=і c=ц ģ=г ķ=к ļ=ль ņ=нь "
    f"{_IOTA} {_PLAIN}"
)
_CZECH: Final = _rules(
    f"ch=х š=ш ž=ж č=ч ř=рж ě=є ď=дь ť=ть ň=нь ľ=ль ô=уо ý$=ий [yý]=и c=ц {_IOTA} {_PLAIN}"
)
_GERMAN: Final = _rules(
    "tsch=ч sch=ш ch=х ck=к tz=ц ß=с ^s(?=[tp])=ш e[iy]=ай a[iy]=ай eu=ой äu=ой ie=і ä=е ö=е "
    f"j?ü=ю ja=я j=й y=і z=ц v=ф ph=ф th=т c=к qu=кв {_PLAIN}"
)
_ROMANIAN: Final = _rules(
    "ch=к gh=г c(?=[ei])=ч g(?=[ei])=дж [șş]=ш [țţ]=ц ă=е [âî]=и ia=я ie=є iu=ю (?<=[aeou])i=й "
    f"(?<=[^aeiou])i$=ь {_IOTA} {_PLAIN}"
)
_RULES: Final = {
    "POL": _POLISH_RULES,
    **dict.fromkeys(("LTU", "LVA"), _BALTIC),
    **dict.fromkeys(("CZE", "SVK"), _CZECH),
    **dict.fromkeys(("DEU", "AUT"), _GERMAN),
    **dict.fromkeys(("ROU", "MDA"), _ROMANIAN),
}
"""By country: how its names sound."""

_UKRAINIAN_TO_ENGLISH: Final = _rules(
    "зг=zgh ^є=ye ^ї=yi ^й=y ^ю=yu ^я=ya а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i "
    "й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь=_ ю=iu я=ia"
)
_RUSSIAN_TO_ENGLISH: Final = _rules(
    "^е=ye (?<=[аеёиоуыэюяйъь])е=ye [иы]й$=y а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i і=i й=y "
    "к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=w ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=_ ы=y ь=_ э=e "
    "ю=yu я=ya"
)

_TO_CYRILLIC: Final = (
    "shch=щ zh=ж kh=х ts=ц ch=ч sh=ш ya=я yu=ю yo=йо [’'‘]=ь",
    "a=а b=б c=ц d=д e=е f=ф h=г k=к l=л m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=в x=кс z=з j=дж",
)
"""Letter groups of both romanisations, and single letters."""
_TO_RUSSIAN: Final = _rules(
    f"{_TO_CYRILLIC[0]} ye=е [iy]y$=ий (?<=[aeiou])y=й y=ы i=и g=г {_TO_CYRILLIC[1]}"
)
_TO_UKRAINIAN: Final = _rules(
    f"zgh=зг sky[iy]$=ський sk(?=[ea]?$)=ськ {_TO_CYRILLIC[0]} ye=є ie=є iu=ю ia=я y[iy]$=ий yi=ї "
    f"(?<=[aeiou])y=й y=и ii=ії (?<=[aeou])i=ї i=і g=ґ {_TO_CYRILLIC[1]}"
)
_RUSSIAN_TO_UKRAINIAN: Final = _rules(
    """
    ский$=ський цкий$=цький ск(?=о[ей]?$|ая$|ое$|$)=ськ ^при=при ый$=ий ий$=ий
    (?<=[жчшщц])и=и и(?=[кч]$|ха$|нка$)=и (?<=[аеєёиоуыэюя])и=ї и=і
    (?<=[аеёиоуыэюяьъ])е=є ^е=є (?<=[жчшщйлнрстдз])ё=ьо ё=йо ы=и э=е ъ=ʼ
    """
)


def _by_words(name: str, rules: Rules) -> str:
    """Ukrainian joins a foreign name of several words with hyphens."""
    return _joined((_spelt(word, rules) for word in _words(name)), "-")


def _words(name: str) -> list[str]:
    return re.split("[ -]+", name)


def _joined(words: Iterable[str], mark: str = " ") -> str:
    return mark.join(word[:1].upper() + word[1:] for word in words if word)


def _spelt(word: str, rules: Rules) -> str:
    text, written, at = word.lower(), "", 0
    while at < len(text):
        for pattern, new in rules:
            if found := pattern.match(text, at):
                written += new
                at = found.end()
                break
        else:
            written += _bare(text[at], rules)
            at += 1
    return written


def _bare(letter: str, rules: Rules) -> str:
    """A Latin letter with a foreign accent by its base; anything else as it is."""
    base = fold(letter)
    return letter if base == letter or not base.isascii() else _spelt(base, rules)


def _cyrillic(word: str, iso_a3: str) -> str:
    return _spelt(word, _TO_UKRAINIAN if iso_a3 == "UKR" else _TO_RUSSIAN)


def _east_slavic(name: str, iso_a3: str) -> str:
    words = [_cyrillic(word, iso_a3) for word in _words(name)]
    if iso_a3 != "UKR":
        words = [_spelt(word, _RUSSIAN_TO_UKRAINIAN) for word in words]
    return _joined(words, "-" if "-" in name else " ")


_SOFT: Final = "бвгґдзкмнпрстфх"
_POLISH_LETTERS: Final = {
    **dict(zip("абвгґдезийкмнопрстуфыэ", "abwggdezijkmnoprstufye", strict=True)),
    **dict(zip("єжіїхцчшщ", ["je", "ż", "i", "ji", "ch", "c", "cz", "sz", "szcz"], strict=True)),
    "ъ": "",
}
_IOTATED: Final = {"е": "e", "є": "e", "ё": "o", "ю": "u", "я": "a"}
_SOFTENED: Final = {"н": "ń", "с": "ś", "з": "ź", "ц": "ć"}


def polish(text: str, *, ukrainian: bool | None = None) -> str:
    """Transcribe Russian or Ukrainian into Polish, after the Polish publishers' rules.

    Parameters
    ----------
    text
        In Cyrillic.
    ukrainian
        Whether it is Ukrainian: г is h, и is y, е is e; None tells by its letters.
    """
    hard = bool(re.search("[іїєґ]", text.lower())) if ukrainian is None else ukrainian
    low, written = "".join(letter.lower()[0] for letter in text), ""
    for at, letter in enumerate(low):
        before = low[at - 1] if at else " "
        after = low[at + 1 : at + 2]
        piece = _polish_letter(letter, before, after, ukrainian=hard)
        if letter == "ь" and piece and written[-1:] in "nszc":
            written = written[:-1]
        written += piece[:1].upper() + piece[1:] if text[at].isupper() else piece
    written = written.replace("śk", "sk").replace("ćk", "ck").replace("źk", "zk")
    written = re.sub(r"nsk(?=\b|[-aeio])", "ńsk", written)
    return re.sub(r"(?<=\w)([iy])j\b", r"\1", written)


def _polish_letter(letter: str, before: str, after: str, *, ukrainian: bool) -> str:
    if ukrainian and letter in "геи":
        piece = {"г": "h", "е": "e", "и": "y"}[letter]
    elif letter in _IOTATED:
        piece = _IOTATED[letter]
        if before in _SOFT:
            piece = f"i{piece}"
        elif before not in "лжшцчщ":
            piece = f"j{piece}"
    elif letter == "л":
        piece = "l" if after and after in "еёиюяьлєії" else "ł"
    elif letter == "ь":
        piece = _SOFTENED.get(before, "")
    elif letter == "и" and before in "жшц":
        piece = "y"
    else:
        piece = _POLISH_LETTERS.get(letter, letter)
    return piece
