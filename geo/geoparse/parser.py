"""The whole way from an article to its resolved mentions."""

from __future__ import annotations

import bisect
import functools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geo.gazetteer import open_index
from geo.geoparse.adjectives import Adjective, find_adjectives
from geo.geoparse.boilerplate import find_boilerplate
from geo.geoparse.borderland import find_border_phrases
from geo.geoparse.document import Document, read_document
from geo.geoparse.evidence import evidence
from geo.geoparse.facilities import find_facilities
from geo.geoparse.features import Feature, find_features, place_features
from geo.geoparse.kinds import government, kind_of
from geo.geoparse.language import tell_language
from geo.geoparse.lexicon import Lexicon, lexicon
from geo.geoparse.locative import displace, find_offset, tells_distances
from geo.geoparse.match import Forms, find_abbreviation
from geo.geoparse.modality import Modalities
from geo.geoparse.morphology import analyser
from geo.geoparse.parsed import Parsed
from geo.geoparse.recognise import Reading, find_names, recognise
from geo.geoparse.resolve import resolve_names
from geo.geoparse.senses import Names
from geo.geoparse.systems import SystemMention, find_systems
from geo.geoparse.unlisted import find_again, find_unlisted
from geo.model import (
    Article,
    Candidate,
    Evidence,
    Mention,
    MentionKind,
    Place,
    Resolution,
    ResolutionStatus,
    Span,
)

__all__ = ["find_places", "parse", "possible_places"]

_LITTLE_KNOWN = 4.6
"""The prior of a town of 40,000."""
_AMBIGUOUS_BELOW = 0.5
"""A best candidate that is oftener wrong than right doesn't decide."""


@dataclass(frozen=True, slots=True)
class _Resources:
    """What one language needs, loaded once in a process."""

    forms: Forms
    names: Names
    lexicon: Lexicon
    notices: tuple[tuple[str, str], ...]


@functools.cache
def _resources(lang: str, without: frozenset[str]) -> _Resources:
    found = analyser(lang)
    return _Resources(
        forms=Forms(found),
        names=Names(open_index(without), lang),
        lexicon=lexicon(lang),
        notices=() if found is not None else (("no-analyser", lang),),
    )


def parse(
    article: Article, *, lang: str | None = None, without: frozenset[str] = frozenset()
) -> Parsed:
    """Find every mention in an article and resolve it.

    Parameters
    ----------
    article
        The article; offsets count the code points of its text.
    lang
        ISO 639-1 code that overrides the article's own and detection.
    without
        Origins of gazetteer rows to do without, for evaluation.

    Returns
    -------
    parsed
        Mentions in text order with candidates and evidence, and what was set aside.
    """
    text = article.text
    told = lang or article.lang or tell_language(text)
    used = told or "en"
    resources = _resources(used, without)
    notices = resources.notices if told else (("lang-unknown", used),)
    document = read_document(
        text, used, forms=resources.forms, names=resources.names, lexicon=resources.lexicon
    )
    matches = find_names(document)
    readings = [reading for reading in recognise(document, matches) if reading.score > 0]
    features = _features(document, readings)
    part = _words(features)
    starts = {f.first for f in features if f.inside}
    readings = [r for r in readings if r.match.first not in part or r.match.first in starts]
    taken = part | {i for r in readings for i in range(r.match.first, r.match.last + 1)}
    adjectives = list(find_adjectives(document, taken))
    boilerplate = find_boilerplate(text, resources.lexicon)
    inside = _Inside(boilerplate)
    modalities = Modalities(text, resources.lexicon)
    names = list(_names(document, readings, adjectives, inside=inside, modalities=modalities))
    resolutions = [
        *place_features(document, features, names),
        *names,
        *(_adjective(document, adjective, inside) for adjective in adjectives),
        *(_system(document, system) for system in find_systems(document)),
    ]
    apart = tuple(_without_overlaps(resolutions))
    return Parsed(
        lang=used,
        boilerplate=boilerplate,
        resolutions=apart,
        notices=notices,
        borders=tuple(find_border_phrases(document, apart)),
    )


def find_places(text: str, lang: str | None = None) -> tuple[Resolution, ...]:
    """Find the places of a text: the mentions that a map would show.

    Parameters
    ----------
    text
        Any text.
    lang
        ISO 639-1 code, or None to tell it from the text.

    Returns
    -------
    resolutions
        Mentions of places, facilities, regions and metonyms, in text order; the unresolved
        ones with status NIL.
    """
    parsed = parse(Article(text=text), lang=lang)
    return tuple(r for r in parsed.resolutions if r.mention.kind.drawn)


def possible_places(
    name: str, lang: str, *, without: frozenset[str] = frozenset()
) -> tuple[Place, ...]:
    """List every place that the gazetteer has under the words of a name, inflected or not.

    Parameters
    ----------
    name
        The whole name, as it stands in a text.
    lang
        ISO 639-1 code.
    without
        Origins of gazetteer rows to do without.
    """
    resources = _resources(lang, without)
    document = read_document(
        name, lang, forms=resources.forms, names=resources.names, lexicon=resources.lexicon
    )
    found: dict[str, Place] = {}
    if not len(document.tokens):
        return ()
    short = find_abbreviation(document.tokens, 0, document.names, document.lexicon)
    for match in (*document.matches_at(0), *((short,) if short else ())):
        if match.size == len(document.tokens):
            found.update((sense.place.id, sense.place) for sense in match.name.senses)
    return tuple(found.values())


def _features(document: Document, readings: Sequence[Reading]) -> list[Feature]:
    """Streets, waters and buildings that the gazetteer doesn't know, in text order."""
    named = {r.match.first: r.match.last for r in readings if not _is_namesake(document, r)}
    found = [*find_features(document, named), *find_facilities(document, readings)]
    taken = _words(found)
    known = taken | {i for r in readings for i in range(r.match.first, r.match.last + 1)}
    unlisted = list(find_unlisted(document, taken, known))
    found += unlisted
    found += find_again(document, unlisted, known | _words(unlisted))
    found.sort(key=lambda feature: (feature.first, -feature.last))
    kept: list[Feature] = []
    for feature in found:
        if not kept or feature.first > kept[-1].last:
            kept.append(feature)
    return kept


def _words(features: Iterable[Feature]) -> set[int]:
    return {i for f in features for i in range(f.first, f.last + 1)}


def _is_namesake(document: Document, reading: Reading) -> bool:
    """Whether a site has the name of a little-known town that the text doesn't speak of.

    "Market Square" may be a village somewhere, and is a square in most towns.
    """
    term, lexicon = document.tokens.lower[reading.match.last], document.lexicon
    if term not in lexicon.features and term not in lexicon.landmarks:
        return False
    top = reading.match.name.top
    if top.place.feature_class != "P" or reading.match.name.best > _LITTLE_KNOWN:
        return False
    return not any(
        kind == "qualified" or (kind == "near" and "." in value)
        for kind, value, _ in reading.evidence
    )


class _Inside:
    """Which offsets lie inside boilerplate, whose spans stand in text order and apart."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def __call__(self, start: int) -> bool:
        before = bisect.bisect_right(self._starts, start) - 1
        return before >= 0 and start < self._spans[before].end


def _names(
    document: Document,
    readings: Sequence[Reading],
    adjectives: Iterable[Adjective],
    *,
    inside: _Inside,
    modalities: Modalities,
) -> Iterator[Resolution]:
    tokens = document.tokens
    article = [r for r in readings if not inside(tokens.starts[r.match.first])]
    implied: dict[str, float] = {}
    for adjective in adjectives:
        if adjective.iso_a3 and not inside(tokens.starts[adjective.first]):
            implied[adjective.iso_a3] = implied.get(adjective.iso_a3, 0.0) + 0.5
    chosen = resolve_names(article, implied)
    aside = [r for r in readings if inside(tokens.starts[r.match.first])]
    chosen |= resolve_names(aside, {})
    distances = tells_distances(tokens.text)
    for reading in readings:
        candidates = chosen[reading.match.first]
        resolution = _place(document, reading, candidates, inside=inside, modalities=modalities)
        yield _where(document, resolution) if distances else resolution


def _where(document: Document, resolution: Resolution) -> Resolution:
    """Take a distance before the name into account; one from an area counts from its border."""
    place = resolution.place
    if not resolution.mention.kind.drawn or place is None or place.feature_class == "A":
        return resolution
    offset = find_offset(document.tokens.text, resolution.mention.span, document.lexicon)
    return resolution if offset is None else displace(resolution, offset)


def _place(
    document: Document,
    reading: Reading,
    candidates: tuple[Candidate, ...],
    *,
    inside: _Inside,
    modalities: Modalities,
) -> Resolution:
    match, tokens = reading.match, document.tokens
    place = candidates[0].place
    reasons = [evidence(*reason) for reason in reading.evidence]
    kind = kind_of(place)
    cue = government(document, match, place)
    if inside(tokens.starts[match.first]):
        kind = MentionKind.BOILERPLATE
        reasons.append(evidence("boilerplate", "", 0.0))
    elif cue is not None:
        kind = MentionKind.METONYM
        reasons.append(evidence("government", cue, 0.0))
    return Resolution(
        mention=_mention(document, reading, kind, modalities),
        status=_status(candidates),
        candidates=candidates,
        method="supplement" if place.id.startswith("standoff:") else "gazetteer",
        evidence=tuple(reasons),
        iso_a3=place.iso_a3,
    )


def _status(candidates: tuple[Candidate, ...]) -> ResolutionStatus:
    best = candidates[0]
    if best.score >= _AMBIGUOUS_BELOW or len(candidates) == 1:
        return ResolutionStatus.RESOLVED
    other = candidates[1].place
    here = best.place
    if None not in {here.lon, here.lat, other.lon, other.lat}:
        # two rows for one town, or a town and its county, leave nothing to choose
        assert here.lon is not None and here.lat is not None  # noqa: PT018
        assert other.lon is not None and other.lat is not None  # noqa: PT018
        if math.hypot(here.lon - other.lon, here.lat - other.lat) < 1.0:
            return ResolutionStatus.RESOLVED
    return ResolutionStatus.AMBIGUOUS


def _mention(
    document: Document, reading: Reading, kind: MentionKind, modalities: Modalities
) -> Mention:
    match, tokens = reading.match, document.tokens
    start, end = tokens.starts[match.first], tokens.ends[match.last]
    code = tokens.is_upper(match.last)  # "in NSW." ends a sentence, "in Minn." doesn't
    if match.dotted and not code and tokens.text[end : end + 1] == ".":
        end += 1
    elif "(" in tokens.text[start:end] and tokens.text[end : end + 1] == ")":
        end += 1  # "Frankfurt (Oder)"
    span = Span(start=start, end=end)
    return Mention(
        span=span,
        surface=tokens.text[start:end],
        lemma=match.name.form,
        kind=kind,
        modality=modalities.at(span) if kind.drawn else None,
    )


def _adjective(document: Document, adjective: Adjective, inside: _Inside) -> Resolution:
    tokens = document.tokens
    start, end = tokens.starts[adjective.first], tokens.ends[adjective.last]
    kind = MentionKind.BOILERPLATE if inside(start) else MentionKind.ADJECTIVE
    return Resolution(
        mention=Mention(
            span=Span(start=start, end=end),
            surface=tokens.text[start:end],
            lemma=adjective.lemma,
            kind=kind,
        ),
        status=ResolutionStatus.NIL,
        method="lexicon",
        evidence=(Evidence(kind="country-adjective", value=adjective.iso_a3 or ""),),
        iso_a3=adjective.iso_a3,
    )


def _system(document: Document, system: SystemMention) -> Resolution:
    return Resolution(
        mention=Mention(
            span=Span(start=system.start, end=system.end),
            surface=document.tokens.text[system.start : system.end],
            lemma=system.lemma,
            kind=MentionKind.SYSTEM,
        ),
        status=ResolutionStatus.NIL,
        method="lexicon",
        evidence=(Evidence(kind="system", value=system.lemma),),
    )


def _without_overlaps(resolutions: list[Resolution]) -> Iterator[Resolution]:
    """Text order; where two overlap, a system goes before a place of the same name."""
    ordered = sorted(
        resolutions,
        key=lambda r: (
            r.mention.span.start,
            r.mention.kind is not MentionKind.SYSTEM,
            -r.mention.span.end,
        ),
    )
    end = 0
    for resolution in ordered:
        if resolution.mention.span.start >= end:
            end = resolution.mention.span.end
            yield resolution
