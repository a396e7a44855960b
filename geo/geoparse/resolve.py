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
    Close,
    Context,
    Meanings,
    Region,
    Said,
    Spoken,
    cell_of,
    find_close,
    lift_by_company,
    tell_company,
)
from geo.geoparse.evidence import evidence
from geo.geoparse.recognise import Reading
from geo.geoparse.senses import Name, Sense
from geo.model import Candidate, Evidence, Place

__all__ = ["resolve_names"]

_ROUNDS = 3
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
    """The mentions of one name, and what is thought of the places it can mean."""

    readings: list[Reading]
    meanings: Meanings
    scores: Sequence[float]
    shares: Sequence[float]
    most: float
    qualifiers: list[Place] = field(default_factory=list)
    wanted: str = ""
    counted: Sequence[float] = ()
    said: Sequence[Said] = ()
    own: Spoken = field(default_factory=Spoken)
    anchors: Sequence[str] | None = None
    close: Mapping[int, Close] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        """Whether words beside the name ask for some of its places."""
        return bool(self.qualifiers or self.wanted)

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
    for _ in range(_ROUNDS):
        context = _look_around(groups, implied)
        if max((_score(group, context) for group in groups), default=0.0) < _SETTLED:
            break
    chosen = {}
    for group in groups:
        candidates = _candidates(group, context)
        for reading in group.readings:
            chosen[reading.match.first] = candidates
    return chosen


def _group(readings: Sequence[Reading]) -> list[_Group]:
    """Gather the mentions of one name; differently qualified ones apart."""
    made: dict[tuple[str, int | str | None], _Group] = {}
    told: dict[str, int | str] = {}
    for reading in readings:
        qualifier = reading.qualifier
        key = reading.match.name.key
        which = qualifier.row if qualifier is not None else reading.wanted or told.get(key)
        if which is not None:
            told.setdefault(key, which)
        group = made.get((key, which))
        if group is None:
            meanings = _worth_asking(reading.match.name)
            shares = meanings.shares
            group = _Group([], meanings, meanings.priors, shares, most=max(shares))
            made[key, which] = group
        group.readings.append(reading)
        group.wanted = group.wanted or reading.wanted
        if qualifier is not None and not group.qualifiers:
            group.qualifiers.append(qualifier.place)
    # an unqualified mention before the qualified one means the same place
    for key, which in told.items():
        if (key, None) in made:
            made[key, which].readings.extend(made.pop((key, None)).readings)
    return list(made.values())


@lru_cache(maxsize=20_000)
def _worth_asking(name: Name) -> Meanings:
    """The places that the text could still lift above the likeliest one."""
    hopeful = (sense for sense in name.senses if sense.prior > name.top.prior - _HOPELESS)
    senses = tuple(islice(hopeful, _MOST_SENSES))
    priors = tuple(sense.prior for sense in senses)
    countries = {sense.region[0] for sense in senses if sense.is_country}
    liftable: dict[str, tuple[tuple[int, Region], ...]] = {}
    for i, sense in enumerate(senses):
        iso = sense.region[0]
        if iso and iso not in countries:
            liftable[iso] = (*liftable.get(iso, ()), (i, sense.region))
    return Meanings(
        senses=senses,
        priors=priors,
        shares=_shares(priors),
        regions=tuple(sense.region for sense in senses),
        cells=tuple(
            cell_of(sense.place) if sense.region[0] in liftable else None for sense in senses
        ),
        liftable=liftable,
        ids=frozenset(sense.place.id for sense in senses),
    )


def _look_around(groups: Iterable[_Group], implied: Mapping[str, float]) -> Context:
    """Count what each name speaks for: countries and divisions by share, places once sure."""
    context = Context(countries=dict(implied))
    for group in groups:
        if group.counted is not group.shares:
            _count(group)
        context.count(group.said)
        if group.most >= _SURE:
            context.settle(group.meanings.senses[group.shares.index(group.most)])
    context.add_up()
    return context


def _count(group: _Group) -> None:
    """Work out what a name speaks for, now that its places' likelihoods are new."""
    weight, group.counted = group.weight, group.shares
    group.said = [
        (region, weight * share)
        for region, share in zip(group.meanings.regions, group.shares, strict=True)
        if share > NEGLIGIBLE and region[0]
    ]
    if len(group.shares) > 1:
        group.own = Spoken(total=weight)
        group.own.count(group.said)


def _score(group: _Group, context: Context) -> float:
    """Score each place of a name in the company of what is decided; tell how far that moved it."""
    meanings = group.meanings
    if len(meanings.senses) == 1:
        return 0.0
    if group.anchors != context.anchors:
        group.anchors, group.close = context.anchors, find_close(meanings, context)
    scores = lift_by_company(meanings, group.close, group.own, context)
    if group.asks:
        for i, sense in enumerate(meanings.senses):
            scores[i] += sum(reason[2] for reason in _asked(group, sense))
    if scores == group.scores:
        return 0.0
    before = group.most
    group.scores, group.shares = scores, _shares(scores)
    group.most = max(group.shares)
    return abs(group.most - before)


def _asked(group: _Group, sense: Sense) -> Iterator[tuple[str, str, float]]:
    """What the words beside the name ask for: the area behind the comma, the generic term."""
    place = sense.place
    for area in group.qualifiers:
        if lies_in(place, area):
            yield ("comma", area.name, 4.5)
    if group.wanted and group.wanted in {place.feature_code, place.feature_class}:
        yield ("head", group.wanted, 3.0)


@lru_cache(maxsize=50_000)
def _standing(sense: Sense) -> tuple[Evidence, ...]:
    """The parts of the prior, as reasons; the same in every text."""
    return tuple(evidence(*part) for part in _parts(sense))


def _parts(sense: Sense) -> Iterator[tuple[str, str, float]]:
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


def _shares(scores: Sequence[float]) -> tuple[float, ...]:
    top = max(scores)
    raised = [math.exp(_SHARPNESS * (score - top)) for score in scores]
    whole = sum(raised)
    return tuple([value / whole for value in raised])


def _candidates(group: _Group, context: Context) -> tuple[Candidate, ...]:
    """The places worth telling of, best first, with their probabilities and reasons."""
    meanings, shares = group.meanings, group.shares
    if len(shares) == 1 and not group.asks:
        return _only(meanings.senses[0])
    order, rivals = _order(group.scores, shares)
    probabilities = calibrated([shares[i] for i in order])
    found: list[Candidate] = []
    for i, probability in zip(order, probabilities, strict=True):
        told = [*_standing(meanings.senses[i])]
        if len(shares) == 1:
            told.append(evidence("only", "", 0.0))
        else:
            company = tell_company(meanings, i, close=group.close, own=group.own, context=context)
            told += [evidence(*reason) for reason in company]
        if group.asks:
            told += [evidence(*reason) for reason in _asked(group, meanings.senses[i])]
        if rivals and not found:
            told.append(evidence("rivals", str(rivals), 0.0))
        found.append(_candidate(meanings.senses[i], probability, told))
    return tuple(found)


@lru_cache(maxsize=20_000)
def _only(sense: Sense) -> tuple[Candidate, ...]:
    """The candidate of a name that means one place; the same in every text."""
    told = (*_standing(sense), evidence("only", "", 0.0))
    return (_candidate(sense, calibrated([1.0])[0], told),)


def _order(scores: Sequence[float], shares: Sequence[float]) -> tuple[list[int], int]:
    """Which places are worth telling of, best first, and how many rivals the best one has."""
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)[:_MOST_CANDIDATES]
    likely = [i for i in order if shares[i] >= _UNLIKELY]
    order = order[: max(_LEAST_CANDIDATES, len(likely))]
    least = _RIVAL * shares[order[0]]
    return order, sum([shares[i] > least for i in order[1:]])


def _candidate(sense: Sense, probability: float, told: Sequence[Evidence]) -> Candidate:
    return Candidate(place=sense.place, score=round(probability, 4), evidence=tuple(told))
