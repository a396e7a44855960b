"""What a name can mean: the gazetteer's postings with a prior, ready for thousands of questions."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial

from babel import Locale, UnknownLocaleError

from geo.gazetteer import PlaceIndex, Posting, fold, normalise
from geo.geoparse.language import HOMES
from geo.model import Place

__all__ = ["Name", "Names", "Sense"]

_MOST = 60
"""Places of one name that are looked at; the index puts the likeliest first."""

_TWINS = {"cs": "sk", "sk": "cs"}
"""Languages whose names differ by diacritics alone, so that the index may have one's tag."""
_KIN = {
    "ru": frozenset({"uk", "be"}),
    "uk": frozenset({"ru", "be"}),
    "be": frozenset({"ru", "uk"}),
    "bg": frozenset({"ru", "mk", "sr"}),
    "sl": frozenset({"hr", "bs", "sr-latn"}),
    "de": frozenset({"lb"}),
}
"""Languages that often write a name alike, so that one's tag isn't against the other."""
_CYRILLIC = frozenset({"ru", "uk", "be", "bg"})
"""Languages whose own names of their places are never the index's main ones."""
_AFTER_TOWN = 2.0
_ADJECTIVES = ("sky", "cky", "zky", "ский", "цкий", "ський", "цький", "скі", "цкі", "ски", "шки")
"""Endings of the adjective that a division's generic term follows."""
_WHOLE = -0.7
"""Bearing of a division's name without its generic term."""
_AFTER_BEARER, _WELL_KNOWN = 1.5, 4.6
"""What another name than the main one costs where a town of 40,000 has it as its main name."""
_HARDLY = 0.3
"""A difference of priors that says nothing: twice the inhabitants."""
_WATERS = frozenset({"SEA", "OCN", "GULF", "STRT", "BAY", "CHN"})
_TEN = 10
_COUNTRIES = frozenset({"PCLI", "PCL", "PCLD", "PCLS", "PCLF", "PCLIX", "TERR"})
_CODES: dict[str, float] = {
    "PPLC": 2.0,
    "PPLA": 0.6,
    "PPLA2": 0.2,
    "PPLX": -0.7,
    "PPLH": -1.5,
    "PPLQ": -1.5,
    "PPLL": -0.5,
    "PPLF": -0.5,
}
_IN_THE_NEWS = 4.9
_VILLAGE_IN_THE_NEWS = 3.6
"""A village that only the supplement has, which can't tell its inhabitants."""
_OTHERS: dict[str, float] = {
    "L.CONT": 8.0,
    "H.OCN": 7.5,
    "H.SEA": 6.5,
    "L.RGN": 5.5,
    "L.AREA": 5.0,
    "A.PCLH": 5.0,
    "H.STM": 4.2,
    "H.LK": 4.2,
    "T.ISL": 4.2,
    "T.ISLS": 4.5,
    "T.MTS": 4.5,
    "T.MT": 4.0,
    "S.AIRP": 2.0,
    "S.AIRB": 2.2,
    "S.AIRF": 1.0,
    "S.GOVL": 6.0,
    "A.ADM3": 1.6,
    "A.ADM4": 1.2,
}
_CLASSES = {"H": 4.2, "T": 4.0, "L": 4.5, "S": 4.0, "V": 3.5, "R": 3.0, "U": 3.5, "A": 2.0}


@dataclass(frozen=True, slots=True, eq=False)
class Sense:
    """One place that a name can mean.

    Parameters
    ----------
    row
        Its row in the index.
    place
        The place.
    posting
        How the gazetteer has the name.
    prior
        How likely it is meant without context: about the decimal logarithm of the inhabitants,
        with allowances for what it is and how it bears the name.
    bearing
        The part of the prior that comes from how it bears the name (0 or negative).
    region
        Its country and first-order division, for counting.
    """

    row: int
    place: Place
    posting: Posting
    prior: float
    bearing: float
    region: tuple[str, str]

    @property
    def is_country(self) -> bool:
        """Whether it is a country or a territory."""
        place = self.place
        return place.feature_class == "A" and place.feature_code in _COUNTRIES

    @property
    def is_region(self) -> bool:
        """Whether it is a first-order division of a country."""
        return self.place.feature_code == "ADM1"

    @property
    def is_area(self) -> bool:
        """Whether it is drawn and scored as an area."""
        return self.place.feature_class == "A"


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name and what it can mean.

    Parameters
    ----------
    form
        The dictionary form asked for.
    key
        Its folded form.
    senses
        What it can mean, best prior first.
    best
        The best prior.
    exact
        Whether a place is spelt exactly so.
    code
        Whether it is an abbreviation.
    """

    form: str
    key: str
    senses: tuple[Sense, ...]
    best: float
    exact: bool
    code: bool

    @property
    def top(self) -> Sense:
        """The likeliest place without context."""
        return self.senses[0]


class Names:
    """The gazetteer as one language reads it.

    Parameters
    ----------
    index
        The gazetteer.
    lang
        ISO 639-1 code of the text.
    """

    def __init__(self, index: PlaceIndex, lang: str) -> None:
        self.index = index
        self.lang = lang
        self._exonyms = index.named_in(lang)
        self._countries = country_keys(lang)
        self.homes = HOMES.get(lang, frozenset())
        self._foreign_script = lang in _CYRILLIC
        self.name = lru_cache(maxsize=100_000)(self._name)
        self.in_capitals = lru_cache(maxsize=20_000)(partial(self._name, capitals=True))
        self.continues = lru_cache(maxsize=100_000)(self._continues)
        self.known = lru_cache(maxsize=200_000)(self._known)

    def _known(self, key: str) -> bool:
        return self.index.name_id(key) is not None

    def _continues(self, key: str) -> bool:
        return self.index.has_prefix(key + " ")

    def _name(self, form: str, *, capitals: bool = False) -> Name | None:
        """Everything the gazetteer has under a dictionary form, or None.

        Parameters
        ----------
        form
            The dictionary form.
        capitals
            Whether it stands in capitals throughout: abbreviations are taken then, and only then.
        """
        postings = self.index.lookup(form, loose=True)[:_MOST]
        codes = [p for p in postings if p.is_code and p.exact and self._speaks(p)]
        if capitals and codes:
            postings = tuple(codes)
        else:
            postings = tuple(p for p in postings if not p.is_code)
        if not postings:
            return None
        key = fold(form)
        plain = normalise(form) == key
        senses = [self._sense(posting, key, plain=plain) for posting in postings]
        senses = _waters_first(_settlements_first(_bearers_first(_alone(senses, key), key)))
        senses = _towns_abroad_first(senses)
        senses.sort(key=lambda sense: -sense.prior)
        return Name(
            form=form,
            key=key,
            senses=tuple(senses),
            best=senses[0].prior,
            exact=any(p.exact for p in postings),
            code=postings[0].is_code,
        )

    def _speaks(self, posting: Posting) -> bool:
        """Whether the name is one of this language, or of none in particular."""
        return not posting.langs or self._own(posting)

    def _own(self, posting: Posting) -> bool:
        """Whether the name is tagged with this language, or with its twin."""
        return self.lang in posting.langs or _TWINS.get(self.lang) in posting.langs

    def _home(self, posting: Posting, place: Place) -> bool:
        """Whether an untagged name is a home country's in a script that isn't the index's."""
        return self._foreign_script and not posting.langs and (place.iso_a3 or "") in self.homes

    def _sense(self, posting: Posting, key: str, *, plain: bool) -> Sense:
        place = self.index.place(posting.row)
        bearing = self._bearing(posting, place, key, plain=plain) + _share(place, key)
        return Sense(
            row=posting.row,
            place=place,
            posting=posting,
            prior=standing(place) + bearing,
            bearing=bearing,
            region=(place.iso_a3 or "", place.admin1),
        )

    def _bearing(self, posting: Posting, place: Place, key: str, *, plain: bool) -> float:
        cost = 0.0
        if posting.is_historic:
            cost -= 1.5
        if posting.is_colloquial:
            cost -= 2.0
        if not posting.exact:
            # "Lodz" for Łódź is a way of writing, "Łódz" for Lodz isn't
            cost -= 1.2 if plain else 4.0
        if (
            key in self._countries
            or posting.is_main
            or self._own(posting)
            or self._home(posting, place)
        ):
            own = True
        else:
            own = False
            # "Frans" is France in another language than this
            kin = _KIN.get(self.lang, frozenset()) & posting.langs
            strange = bool(posting.langs) and not kin
            cost -= 2.2 if strange else 1.2 if place.feature_class == "P" else 0.7
        if not own or posting.is_main:
            cost -= self._foreign(posting, key)
        return cost

    def _foreign(self, posting: Posting, key: str) -> float:
        """What it costs that the language has another name for the place ("Georgia" in Polish)."""
        if key in self._countries or self._own(posting):
            return 0.0
        if not posting.is_main and "countries" in posting.origins:
            return 3.0  # every country is named in every language
        if self.lang == "en" or posting.row not in self._exonyms:
            return 0.0
        return 1.5


def _alone(senses: list[Sense], key: str) -> list[Sense]:
    """Let a division's short name be its own where no town of its country has it ("Vysočina")."""
    towns = {s.place.iso_a3 for s in senses if s.place.feature_class == "P"}
    return [
        replace(sense, prior=sense.prior + _WHOLE - sense.bearing, bearing=_WHOLE)
        if sense.bearing < _WHOLE
        and sense.place.feature_code == "ADM1"
        and sense.place.iso_a3 not in towns
        and not key.endswith(_ADJECTIVES)
        and _share(sense.place, key)
        else sense
        for sense in senses
    ]


def _settlements_first(senses: list[Sense]) -> list[Sense]:
    """Let a town go before the division named after it; not before one ten times its size.

    The division's seat goes before it at any size if the division's own name is another: Russian
    has one name for Venice and Veneto.
    """
    main = any(sense.is_region and sense.posting.is_main for sense in senses)
    towns: dict[tuple[str | None, str], int] = {}
    seats = set()
    for sense in senses:
        place = sense.place
        if place.feature_class == "P" and not (main and _is_byname(sense)):
            key = (place.iso_a3, place.admin1)
            towns[key] = max(towns.get(key, 0), place.population)
            if place.feature_code == "PPLA" and sense.bearing > _WHOLE:
                seats.add(key)

    def named_after(sense: Sense) -> bool:
        key = (sense.place.iso_a3, sense.place.admin1)
        if not towns.get(key) or not sense.place.feature_code.startswith("ADM"):
            return False
        seat = key in seats and not sense.posting.is_main
        return seat or _TEN * towns[key] > sense.place.population

    return [
        replace(sense, prior=sense.prior - _AFTER_TOWN) if named_after(sense) else sense
        for sense in senses
    ]


def _towns_abroad_first(senses: list[Sense]) -> list[Sense]:
    """Let a town go before a division elsewhere that is hardly better known.

    Who means Mozambique's Gaza says that it is a province.
    """
    towns = [s.prior for s in senses if s.place.feature_class == "P" and s.bearing > _WHOLE]
    best = max(towns, default=0.0)
    return [
        replace(sense, prior=sense.prior - _HARDLY)
        if sense.is_region and best < sense.prior <= best + _HARDLY
        else sense
        for sense in senses
    ]


def _waters_first(senses: list[Sense]) -> list[Sense]:
    """Let a sea or strait go before a division that is named after it (Sudan's Red Sea).

    A river only before a division that says that it has its name from one (Sudan's River Nile), or
    that has the name only without its generic term (the Sava and Madagascar's Sava Region): many a
    state has a river's name.
    """
    waters = {s.place.feature_code for s in senses if s.bearing > -1.0}
    sea, river = bool(waters & _WATERS), "STM" in waters

    def named_after(sense: Sense) -> bool:
        if not sense.place.feature_code.startswith("ADM"):
            return False
        words = sense.place.name.split()
        return sea or (river and ("River" in words or sense.bearing <= _WHOLE))

    return [
        replace(sense, prior=sense.prior - _AFTER_TOWN) if named_after(sense) else sense
        for sense in senses
    ]


def _bearers_first(senses: list[Sense], key: str) -> list[Sense]:
    """Let a known place go before a town that has its name as a byname only.

    Philadelphia was Amman in antiquity, Victoria is a name of Hong Kong's, and Oklahoma is a
    state before it is short for its capital.
    """
    known = [s for s in senses if s.posting.is_main and s.posting.exact and s.prior > _WELL_KNOWN]
    if not known:
        return senses
    division = any(sense.is_region for sense in known)
    return [
        replace(sense, prior=sense.prior - _AFTER_BEARER, bearing=sense.bearing - _AFTER_BEARER)
        if sense.place.feature_class == "P"
        and _is_byname(sense)
        and (division or key not in fold(sense.place.name))
        else sense
        for sense in senses
    ]


def _is_byname(sense: Sense) -> bool:
    """Whether the index has the name as another one of the place, in no language it tells."""
    return not (sense.posting.is_main or sense.posting.langs)


def _share(place: Place, key: str) -> float:
    """What it costs that an area's full name says more: "Kherson" for Kherson Oblast."""
    if place.feature_class != "A" or not place.feature_code.startswith("ADM"):
        return 0.0
    full = fold(place.name)
    return -1.5 if key != full and key in full else 0.0


@cache
def country_keys(lang: str) -> frozenset[str]:
    """Folded names of the world's countries in a language, by CLDR; empty if it has none.

    Parameters
    ----------
    lang
        ISO 639-1 code.
    """
    try:
        territories = Locale.parse(lang).territories
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(fold(name) for code, name in territories.items() if code.isalpha())


def standing(place: Place) -> float:
    """How much a place is spoken of, about the decimal logarithm of its inhabitants.

    Parameters
    ----------
    place
        Any place of the gazetteer.
    """
    if place.id.startswith("standoff:") and place.feature_class in "HTLSRUV":
        # the supplement lists what is in the news
        return max(_IN_THE_NEWS, _OTHERS.get(f"{place.feature_class}.{place.feature_code}", 0.0))
    if place.id.startswith("standoff:") and place.feature_code == "PPL":
        return _VILLAGE_IN_THE_NEWS
    return _by_kind(place)


def _by_kind(place: Place) -> float:
    size = math.log10(place.population + 50)
    match place.feature_class, place.feature_code:
        case "A", code if code in _COUNTRIES:
            return 7.5 + size / 5 if code != "TERR" else 6.0 + size / 5
        case "A", "ADM1":
            return 4.0 + 0.36 * size
        case "A", "ADM2":
            return 2.2 + 0.36 * size
        case "P", code:
            return size + _CODES.get(code, 0.0)
        case kind, code:
            return _OTHERS.get(f"{kind}.{code}", _CLASSES.get(kind, 2.0))
