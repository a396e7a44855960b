"""Which of the places that bear a name is meant: prior, company, qualifiers, one sense per text.

Every mention of one name is taken to mean one place unless a qualifier says otherwise. The score
of a place is its prior and what the text adds: its country or region is named, it lies close to
places that are sure, it lies in what stands behind the comma. Scores become probabilities by a
softmax; two rounds let what was decided in the first speak in the second.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from geo.geoparse.calibrate import calibrated
from geo.geoparse.company import (
    NEGLIGIBLE,
    NOBODY,
    Close,
    Company,
    Context,
    Meanings,
    find_close,
    keep_company,
)
from geo.geoparse.evidence import evidence
from geo.geoparse.recognise import Reading
from geo.geoparse.senses import Name, Sense
from geo.model import Candidate, Evidence, Place

__all__ = ["resolve_names"]

_ROUNDS = 3
_CERTAIN = calibrated([1.0])[0]
_SETTLED = 0.05
"""Where no likelihood moves by more, another round decides nothing."""
_SHARPNESS = 1.25
"""A score one higher makes a place 3.5 times likelier."""
_SURE = 0.75
_MOST_CANDIDATES, _LEAST_CANDIDATES = 8, 3
_UNLIKELY = 0.0005
"""Places less likely than this are told of only to have others beside the best."""
_RIVAL = 0.25
"""A place at least this likely, compared with the best, is a rival worth telling of."""
_MOST_SENSES = 32
_HOPELESS = 7.0
"""A prior this much lower than the best can't be made up for."""


@dataclass(slots=True)
class _Group:
    """The mentions of one name."""

    readings: list[Reading]
    meanings: Meanings
    qualifiers: list[Place]
    wanted: str = ""
    scores: list[float] = field(default_factory=list)
    company: list[Company] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    own: Context = field(default_factory=Context)
    anchors: list[str] = field(default_factory=list)
    close: list[Close] = field(default_factory=list)

    @property
    def senses(self) -> tuple[Sense, ...]:
        return self.meanings.senses

    @property
    def weight(self) -> float:
        """How much its mentions count for the context; repeating says little more."""
        return min(3.0, 1.0 + 0.5 * (len(self.readings) - 1))


def resolve_names(
    readings: Sequence[Reading], implied: Mapping[str, float]
) -> dict[int, tuple[Candidate, ...]]:
    """Choose places for the mentions.

    Parameters
    ----------
    readings
        The mentions taken, in text order.
    implied
        Countries that adjectives, datelines and the like imply, with their weights.

    Returns
    -------
    chosen
        For the first word of each mention, its candidates, best first, with probabilities.
    """
    groups = _group(readings)
    context = Context(countries=dict(implied))
    for group in groups:
        group.scores = [sense.prior for sense in group.senses]
        group.shares = _shares(group.scores)
    for _ in range(_ROUNDS):
        context = _look_around(groups, implied)
        before = [max(group.shares) for group in groups]
        for group in groups:
            _score(group, context)
        moved = (abs(max(g.shares) - old) for g, old in zip(groups, before, strict=True))
        if max(moved, default=0.0) < _SETTLED:
            break
    chosen = {}
    for group in groups:
        candidates = _candidates(group)
        for reading in group.readings:
            chosen[reading.match.first] = candidates
    return chosen


def _group(readings: Sequence[Reading]) -> list[_Group]:
    """Gather the mentions of one name; differently qualified ones apart."""
    made: dict[tuple[str, int | None], _Group] = {}
    qualified: dict[str, int | None] = {}
    for reading in readings:
        qualifier = reading.qualifier
        key = reading.match.name.key
        row = qualifier.row if qualifier is not None else qualified.get(key)
        if qualifier is not None:
            qualified.setdefault(key, row)
        group = made.get((key, row))
        if group is None:
            group = made[key, row] = _Group([], _worth_asking(reading.match.name), [])
        group.readings.append(reading)
        group.wanted = group.wanted or reading.wanted
        if qualifier is not None and not group.qualifiers:
            group.qualifiers.append(qualifier.place)
    # an unqualified mention before the qualified one means the same place
    for key, row in qualified.items():
        if row is not None and (key, None) in made:
            made[key, row].readings.extend(made.pop((key, None)).readings)
    return list(made.values())


@lru_cache(maxsize=20_000)
def _worth_asking(name: Name) -> Meanings:
    """The places that the text could still lift above the likeliest one."""
    hopeful = (sense for sense in name.senses if sense.prior > name.top.prior - _HOPELESS)
    senses = tuple(islice(hopeful, _MOST_SENSES))
    return Meanings(
        senses=senses,
        countries=frozenset(sense.region[0] for sense in senses if sense.is_country),
        ids=frozenset(sense.place.id for sense in senses),
    )


def _look_around(groups: Iterable[_Group], implied: Mapping[str, float]) -> Context:
    """Count what each name speaks for: countries and divisions by share, places once sure."""
    context = Context(countries=dict(implied))
    for group in groups:
        group.own = own = Context(total=group.weight)
        weight = group.weight
        for sense, share in zip(group.senses, group.shares, strict=True):
            if share > NEGLIGIBLE:
                context.count(sense, weight * share)
                own.count(sense, weight * share)
        most = max(group.shares)
        if most >= _SURE:
            context.settle(group.senses[group.shares.index(most)])
    context.total = sum(context.countries.values())
    return context


def _score(group: _Group, context: Context) -> None:
    """Score each place a name can mean in the company of what is decided."""
    if len(group.senses) == 1:
        group.company = [NOBODY]
        return
    if group.anchors != context.anchors or not group.close:
        group.anchors, group.close = context.anchors, find_close(group.meanings, context)
    group.company = keep_company(group.meanings, group.close, group.own, context)
    group.scores = [
        sense.prior + (company.country + company.region + company.close)
        for sense, company in zip(group.senses, group.company, strict=True)
    ]
    if group.qualifiers or group.wanted:
        for i, sense in enumerate(group.senses):
            group.scores[i] += sum(reason[2] for reason in _asked(group, sense))
    group.shares = _shares(group.scores)


def _asked(group: _Group, sense: Sense) -> Iterator[tuple[str, str, float]]:
    """What the words beside the name ask for: the area behind the comma, the generic term."""
    place = sense.place
    for area in group.qualifiers:
        if lies_in(place, area):
            yield ("comma", area.name, 4.5)
    if group.wanted and group.wanted in {place.feature_code, place.feature_class}:
        yield ("head", group.wanted, 3.0)


@lru_cache(maxsize=50_000)
def _standing(sense: Sense, *, lonely: bool) -> tuple[Evidence, ...]:
    """The parts of the prior, as reasons; the same in every text."""
    return tuple(
        evidence(kind, value, weight) for kind, value, weight in _parts(sense, lonely=lonely)
    )


def _parts(sense: Sense, *, lonely: bool) -> Iterator[tuple[str, str, float]]:
    place = sense.place
    if place.population:
        yield ("population", str(place.population), round(math.log10(place.population + 50), 2))
    yield ("feature", f"{place.feature_class}.{place.feature_code}", 0.0)
    if place.feature_code == "PPLC":
        yield ("capital", place.iso_a3 or "", 2.0)
    if sense.posting.is_main:
        yield ("main-name", place.name, 0.0)
    if sense.posting.is_historic:
        yield ("historic", place.name, -1.5)
    if not sense.posting.exact:
        yield ("loose", place.name, sense.bearing)
    elif sense.bearing < -2.5:
        yield ("other-language", ",".join(sorted(sense.posting.langs)), sense.bearing)
    if lonely:
        yield ("only", "", 0.0)


def lies_in(place: Place, area: Place) -> bool:
    """Whether a place lies in a country or a first-order division, by the gazetteer's codes.

    Parameters
    ----------
    place
        Any place.
    area
        A country or a first-order division; other areas hold nothing.
    """
    if place.id == area.id or area.feature_class != "A" or place.iso_a3 != area.iso_a3:
        return False
    if area.feature_code.startswith("PCL") or area.feature_code == "TERR":
        return True
    return bool(area.admin1) and area.admin1 == place.admin1


def _shares(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    raised = [math.exp(_SHARPNESS * (score - top)) for score in scores]
    whole = sum(raised)
    return [value / whole for value in raised]


def _candidates(group: _Group) -> tuple[Candidate, ...]:
    order = sorted(range(len(group.senses)), key=lambda i: -group.scores[i])[:_MOST_CANDIDATES]
    likely = [i for i in order if group.shares[i] >= _UNLIKELY]
    order = order[: max(_LEAST_CANDIDATES, len(likely))]
    rivals = sum(group.shares[i] > _RIVAL * group.shares[order[0]] for i in order[1:])
    scores = calibrated([group.shares[i] for i in order])
    return tuple(
        _candidate(group, i, score, rivals if i == order[0] else 0)
        for i, score in zip(order, scores, strict=True)
    )


def _candidate(group: _Group, index: int, score: float, rivals: int) -> Candidate:
    sense = group.senses[index]
    if len(group.senses) == 1 and not (group.qualifiers or group.wanted):
        return _only(sense)
    reasons = [*group.company[index].reasons(sense), *_asked(group, sense)]
    if rivals:
        reasons.append(("rivals", str(rivals), 0.0))
    return Candidate(
        place=sense.place,
        score=round(score, 4),
        evidence=(
            *_standing(sense, lonely=len(group.senses) == 1),
            *(evidence(*reason) for reason in reasons),
        ),
    )


@lru_cache(maxsize=20_000)
def _only(sense: Sense) -> Candidate:
    """The candidate of a name that means one place; the same in every text."""
    return Candidate(place=sense.place, score=_CERTAIN, evidence=_standing(sense, lonely=True))
