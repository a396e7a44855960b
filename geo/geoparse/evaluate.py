"""How well the geoparser does on annotated texts.

Predictions are the mentions that would be drawn: place, facility, metonym, region; not NIL. Spans
count when they agree to the code point (exact) or share one (overlap). A prediction that overlaps
a span annotated as anything but a place is neither right nor wrong. Corpora that annotate whole
documents are compared by the sets of case-folded surfaces. Resolution counts on the rightly
recognised mentions that have coordinates: right within 161 or 20 km, or by the same id, and, with
areas, for a country or first-order division that holds the annotated point.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from geo.errors import InputError
from geo.gazetteer import open_index
from geo.geoparse.corpus import GoldDocument, GoldMention, read_corpus
from geo.geoparse.judge import judge
from geo.geoparse.parser import parse, possible_places
from geo.geoparse.tallies import Resolved, Tally, resolution_scores
from geo.model import Article, Resolution, ResolutionStatus

__all__ = ["Score", "evaluate_corpus", "evaluate_documents", "report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The scores of one corpus.

    Parameters
    ----------
    corpus
        Its file's name.
    langs
        Its languages.
    documents
        How many texts.
    docs_per_s
        Texts parsed in a second, without reading and judging.
    memory_mb
        Peak resident size of the process, in MB; 0 where the system doesn't tell.
    recognition
        Precision, recall and F1: `exact` and `overlap`, or `surfaces`.
    by_kind, by_lang
        The same per kind predicted (precision alone) and per language.
    resolution
        `acc161`, `acc20`, `acc161_areas`, `acc20_areas`, `same_id`, `mean_km`, `median_km`,
        `auc`, and `mentions` they rest on.
    ceiling
        Share of the annotated mentions with coordinates for which the gazetteer has a right
        candidate under the words annotated.
    reliability
        Per band of the score: from, to, mentions, mean score, share right.
    """

    corpus: str
    langs: tuple[str, ...]
    documents: int
    docs_per_s: float
    memory_mb: float
    recognition: dict[str, dict[str, float]]
    by_kind: dict[str, dict[str, float]]
    by_lang: dict[str, dict[str, float]]
    resolution: dict[str, float]
    ceiling: float | None
    reliability: tuple[tuple[float, float, int, float, float], ...]

    def to_record(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return asdict(self)


def evaluate_corpus(path: Path, *, without: frozenset[str] = frozenset()) -> Score:
    """Score the geoparser on a corpus.

    Parameters
    ----------
    path
        A corpus as `geo.geoparse.corpus.read_corpus` reads it.
    without
        Origins of gazetteer rows to do without.

    Raises
    ------
    InputError
        When the file can't be read, or the gazetteer has no such origin.
    """
    known = open_index().origins
    strange = sorted(without.difference(known))
    if strange:
        raise InputError(
            f"The gazetteer has no rows of origin {strange[0]!r}.",
            hint=f"Its origins are {', '.join(sorted(known))}.",
        )
    return evaluate_documents(path.name, read_corpus(path), without=without)


@dataclass(slots=True)
class _Run:
    """What is gathered over the documents of a corpus."""

    exact: Tally = field(default_factory=Tally)
    overlap: Tally = field(default_factory=Tally)
    surfaces: Tally = field(default_factory=Tally)
    by_kind: dict[str, Tally] = field(default_factory=dict)
    by_lang: dict[str, Tally] = field(default_factory=dict)
    resolved: list[Resolved] = field(default_factory=list)
    reachable: list[bool] = field(default_factory=list)


def evaluate_documents(
    name: str,
    documents: Iterable[GoldDocument],
    *,
    without: frozenset[str] = frozenset(),
    clock: Callable[[], float] = time.perf_counter,
) -> Score:
    """Score the geoparser on annotated texts; see `evaluate_corpus`.

    Parameters
    ----------
    name
        What to call them.
    documents
        The texts.
    without
        Origins of gazetteer rows to do without.
    clock
        Seconds; for the speed.
    """
    run, seconds, count = _Run(), 0.0, 0
    langs: dict[str, None] = {}
    for document in documents:
        started = clock()
        parsed = parse(Article(text=document.text, lang=document.lang), without=without)
        seconds += clock() - started
        count += 1
        langs[document.lang] = None
        drawn = [
            r
            for r in parsed.resolutions
            if r.mention.kind.drawn and r.status is not ResolutionStatus.NIL
        ]
        if document.surfaces is not None:
            _compare_surfaces(run, document, drawn)
        else:
            _compare_spans(run, document, drawn, without)
    spans = run.exact.gold + run.exact.predicted > 0
    recognition = (
        {"exact": run.exact.record(), "overlap": run.overlap.record()}
        if spans
        else {"surfaces": run.surfaces.record()}
    )
    scores, reliability = resolution_scores(run.resolved)
    return Score(
        corpus=name,
        langs=tuple(langs),
        documents=count,
        docs_per_s=count / seconds if seconds else 0.0,
        memory_mb=_memory_mb(),
        recognition=recognition,
        by_kind={kind: tally.record() for kind, tally in sorted(run.by_kind.items())},
        by_lang={lang: tally.record() for lang, tally in sorted(run.by_lang.items())},
        resolution=scores,
        ceiling=statistics.fmean(run.reachable) if run.reachable else None,
        reliability=reliability,
    )


def _compare_surfaces(run: _Run, document: GoldDocument, drawn: list[Resolution]) -> None:
    assert document.surfaces is not None
    found = {r.mention.surface.casefold() for r in drawn}
    for tally in (run.surfaces, run.by_lang.setdefault(document.lang, Tally())):
        tally.add(found, set(document.surfaces))
    for resolution in drawn:
        right = resolution.mention.surface.casefold() in document.surfaces
        run.by_kind.setdefault(resolution.mention.kind, Tally()).judge(right=right)


def _compare_spans(
    run: _Run, document: GoldDocument, drawn: list[Resolution], without: frozenset[str]
) -> None:
    gold = {(m.start, m.end): m for m in document.mentions if m.counts}
    aside = [m for m in document.mentions if not m.counts]
    predicted = {}
    for resolution in drawn:
        span = (resolution.mention.span.start, resolution.mention.span.end)
        if span in gold or not any(m.start < span[1] and span[0] < m.end for m in aside):
            predicted[span] = resolution
    for tally in (run.exact, run.by_lang.setdefault(document.lang, Tally())):
        tally.add(set(predicted), set(gold))
    run.overlap.add_counts(
        predicted=len(predicted),
        gold=len(gold),
        right=sum(any(g[0] < p[1] and p[0] < g[1] for g in gold) for p in predicted),
        found=sum(any(g[0] < p[1] and p[0] < g[1] for p in predicted) for g in gold),
    )
    for span, resolution in predicted.items():
        kind = resolution.mention.kind
        run.by_kind.setdefault(kind, Tally()).judge(right=span in gold)
    for span, mention in gold.items():
        if mention.lon is None and not mention.place_id:
            continue
        if (chosen := predicted.get(span)) is not None:
            judgement = judge(chosen.place, mention)
            run.resolved.append(Resolved(judgement=judgement, score=chosen.score))
        run.reachable.append(_is_reachable(document, mention, without))


def _is_reachable(document: GoldDocument, mention: GoldMention, without: frozenset[str]) -> bool:
    """Whether the gazetteer has a right candidate under the words annotated."""
    surface = document.text[mention.start : mention.end]
    places = possible_places(surface, document.lang, without=without)
    return any(judge(place, mention).right(161.0, areas=True) for place in places)


def _memory_mb() -> float:
    try:
        import resource  # noqa: PLC0415  # not on every system
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(scores: Iterable[Score]) -> str:
    """Write scores as a table for people.

    Parameters
    ----------
    scores
        One for each corpus.

    Returns
    -------
    table
        Lines with a heading.
    """
    columns = ("P", "R", "F1", "over", "161a", "161", "20a", "id")
    heads = " ".join(f"{column:>6}" for column in columns)
    lines = [
        f"{'corpus':34} {'texts':>5} {heads} {'median':>7} {'AUC':>6} {'ceil':>6} {'texts/s':>7}"
    ]
    for score in scores:
        main = score.recognition.get("exact") or score.recognition["surfaces"]
        over = score.recognition.get("overlap", {}).get("f1")
        values = [main["precision"], main["recall"], main["f1"], over]
        found = score.resolution
        values += [found.get(key) for key in ("acc161_areas", "acc161", "acc20_areas", "same_id")]
        cells = " ".join(f"{'-' if v is None else format(v, '.3f'):>6}" for v in values)
        median = found.get("median_km")
        auc = found.get("auc")
        lines.append(
            f"{score.corpus[:34]:34} {score.documents:>5} {cells} "
            f"{'-' if median is None else format(median, '.1f'):>7} "
            f"{'-' if auc is None else format(auc, '.3f'):>6} "
            f"{'-' if score.ceiling is None else format(score.ceiling, '.3f'):>6} "
            f"{score.docs_per_s:>7.0f}"
        )
    return "\n".join(lines)
