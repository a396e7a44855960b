"""An analysed article as data for the browser: text cut at its mentions, and their evidence.

The browser counts UTF-16 units, Python code points; so the text is cut here, and no offset
travels. All of it is plain text that the drawing code sets with `textContent`.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from geo.analysis.borderlands import borderland_id
from geo.analysis.places import mention_id
from geo.analysis.record import Analysis
from geo.i18n import day, phrase
from geo.maps.borderlands import borderland_reasons
from geo.maps.web.cards import Cards, kind_of, place_title, unplaced_reason
from geo.maps.web.features import compact
from geo.maps.words import publisher_words
from geo.model import MentionKind, Resolution, ResolutionStatus, Span

__all__ = ["article_view", "find_boilerplate"]

_WORDS: Final = (
    "article-text", "unplaced", "evidence", "choose", "use", "others", "undecided", "not-a-place",
    "undo",
)  # fmt: skip

LONGEST_HEADLINE: Final = 160
"""Code points; a longer first line is text, not a headline."""


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    number: int


def article_view(analysis: Analysis, lang: str, *, correctable: bool = True) -> dict[str, Any]:
    """Lay an article out for the browser.

    Parameters
    ----------
    analysis
        The article understood.
    lang
        Interface language of every word that isn't the article's own.
    correctable
        Whether mentions may be offered for correction (not in an exported file).

    Returns
    -------
    dict
        JSON: `paragraphs` of segments (`t` text, `m` number of a mention, `b` boilerplate),
        `mentions`, `cards` of evidence shared by mentions of one place, `unplaced`, `words`.
    """
    cards = Cards(analysis, lang)
    mentions, marks = [], []
    for number, resolution in enumerate(analysis.resolutions):
        entry = cards.mention(mention_id(number), resolution)
        entry["correctable"] = correctable and resolution.mention.kind is not MentionKind.SYSTEM
        mentions.append(entry)
        marks.append(_Mark(resolution.mention.span, number))
    for number, finding in enumerate(analysis.findings, len(mentions)):
        mentions.append(cards.finding(f"c{number - len(analysis.resolutions)}", finding))
        marks.append(_Mark(finding.claim.span, number))
    for number, found in enumerate(analysis.borderlands):
        marks.append(_Mark(found.noun, len(mentions)))
        mentions.append(cards.borderland(borderland_id(number), found))
    text = analysis.article.text
    paragraphs = [list(p) for p in _paragraphs(text, _apart(marks), analysis.boilerplate)]
    first = "".join(segment["t"] for segment in paragraphs[0]) if paragraphs else ""
    view: dict[str, Any] = {
        "article": analysis.article.id,
        "lang": analysis.lang,
        "meta": _meta(analysis, lang),
        "headline": 0 < len(first) <= LONGEST_HEADLINE and len(paragraphs) > 1,
        "paragraphs": paragraphs,
        "mentions": mentions,
        "cards": cards.made,
        "unplaced": list(_unplaced(analysis, lang)),
        "corrections": list(_corrections(analysis, lang)),
        "words": {
            **{word: phrase(f"web.{word}", lang) for word in _WORDS},
            "corrections": phrase("page.corrections", lang),
        },
    }
    view["print"] = hashlib.sha256(compact(view).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return view


def find_boilerplate(span: Span, boilerplate: Iterable[Span]) -> bool:
    """Whether a span lies in what was set aside."""
    return any(span.overlaps(other) for other in boilerplate)


def _apart(marks: Iterable[_Mark]) -> list[_Mark]:
    """Keep marks that don't overlap, the earlier and then the longer one first."""
    kept: list[_Mark] = []
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end)):
        empty = mark.span.start == mark.span.end
        if not empty and (not kept or kept[-1].span.end <= mark.span.start):
            kept.append(mark)
    return kept


def _paragraphs(
    text: str, marks: list[_Mark], boilerplate: tuple[Span, ...]
) -> Iterator[Iterator[dict[str, Any]]]:
    start = 0
    starts = [m.span.start for m in marks]
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        bare = start + len(line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
        if line.strip():
            inside = marks[bisect_left(starts, start) : bisect_left(starts, end)]
            yield _segments(text, Span(start=start, end=bare), inside, boilerplate)
        start = end


def _segments(
    text: str, line: Span, marks: list[_Mark], boilerplate: tuple[Span, ...]
) -> Iterator[dict[str, Any]]:
    at = {m.span.start: m for m in marks}
    cuts = {line.start, line.end}
    cuts.update(min(edge, line.end) for m in marks for edge in (m.span.start, m.span.end))
    within = {(m.span.start, m.span.end) for m in marks}
    for span in boilerplate:
        for edge in (span.start, span.end):
            if line.start < edge < line.end and not any(a < edge < b for a, b in within):
                cuts.add(edge)
    for start, end in pairwise(sorted(cuts)):
        segment: dict[str, Any] = {"t": text[start:end]}
        if start in at:
            segment["m"] = at[start].number
        if find_boilerplate(Span(start=start, end=end), boilerplate):
            segment["b"] = 1
        yield segment


def _meta(analysis: Analysis, lang: str) -> str:
    article = analysis.article
    parts = [
        publisher_words(article.source, lang),
        day(article.published, lang) if article.published else "",
    ]
    return " · ".join(part for part in parts if part)


def _unplaced(analysis: Analysis, lang: str) -> Iterator[Mapping[str, Any]]:
    """Mentions that no pin shows: can't choose, none fits, regions without a point, borders."""
    seen = set()
    for number, resolution in enumerate(analysis.resolutions):
        if not _is_unplaced(resolution):
            continue
        key = (resolution.mention.lemma or resolution.mention.surface, kind_of(resolution))
        if key not in seen:
            seen.add(key)
            yield {"m": number, "why": unplaced_reason(resolution, lang)}
    first = len(analysis.resolutions) + len(analysis.findings)
    for number, found in enumerate(analysis.borderlands, first):
        if not found.pairs:
            yield {"m": number, "why": " ".join(borderland_reasons(found, lang))}


def _corrections(analysis: Analysis, lang: str) -> Iterator[Mapping[str, str]]:
    """What a person decided of this text's words, as "written → what it was taken for"."""
    by_surface = {r.mention.surface: r for r in analysis.resolutions}
    for made in analysis.settings.corrections:
        resolution = by_surface.get(made.surface)
        if resolution is None:
            continue  # it was decided about another article
        place = resolution.place if made.place_id else None
        meant = (
            place_title(place, None, lang, analysis.on)
            if place
            else phrase("web.not-a-place", lang)
        )
        yield {"surface": made.surface, "shown": f"{made.surface} → {meant}"}


def _is_unplaced(resolution: Resolution) -> bool:
    if not resolution.mention.kind.drawn:
        return False
    place = resolution.place
    unresolved = resolution.status is not ResolutionStatus.RESOLVED
    return unresolved or place is None or place.lon is None
