"""Find what a text states in numbers, and set measurements beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from geo.claims.area import check_area, read_area
from geo.claims.border import read_border
from geo.claims.border_check import check_border
from geo.claims.distance import check_distance, read_distance
from geo.claims.ranges import check_range, read_range
from geo.claims.reading import Context, Reading, claim_of
from geo.claims.reasons import finding
from geo.claims.sentence import Sentence, read_sentences
from geo.datasets.facts import facts_as_of
from geo.geoparse.language import tell_language
from geo.model import Article, Claim, Finding, Resolution, Verdict

__all__ = ["check_claims", "find_claims"]


def find_claims(
    article: Article,
    resolutions: Sequence[Resolution],
    on: date | None = None,
    *,
    lang: str | None = None,
) -> tuple[Claim, ...]:
    """Find what a text states in lengths, areas and durations.

    Parameters
    ----------
    article
        The text.
    resolutions
        Its mentions, as `geo.geoparse` resolves them.
    on
        Day of memberships, for "its border with NATO"; the facts' as-of date when not given.
    lang
        Language of the text; the article's own, or what it looks like, when not given.

    Returns
    -------
    claims
        In the text's order; without a subject where the text doesn't clearly name one.
    """
    day = on or article.published or facts_as_of()
    return tuple(reading.claim for reading in _readings(article, resolutions, day, lang))


def check_claims(
    article: Article,
    resolutions: Sequence[Resolution],
    on: date | None = None,
    *,
    lang: str | None = None,
) -> tuple[Finding, ...]:
    """Set measurements beside what a text states in numbers.

    Parameters
    ----------
    article, resolutions, on, lang
        As for `find_claims`.

    Returns
    -------
    findings
        One for each claim, in the text's order: consistent, inconsistent, or not comparable, each
        with its reason.
    """
    day = on or article.published or facts_as_of()
    return tuple(_check(reading, day) for reading in _readings(article, resolutions, day, lang))


def _readings(
    article: Article, resolutions: Sequence[Resolution], on: date, lang: str | None
) -> Iterator[Reading]:
    context = Context(on=on)
    known = lang or article.lang or tell_language(article.text) or ""
    for sentence in read_sentences(article.text, known, resolutions):
        for number in range(len(sentence.stated)):
            yield _read(sentence, number, context)
        context.leave(sentence)


def _read(sentence: Sentence, number: int, context: Context) -> Reading:
    stated = sentence.stated[number]
    if stated.quantity.unit == "a":
        return Reading(claim=claim_of(sentence, stated, "duration"))
    return (
        read_area(sentence, number)
        or read_range(sentence, number, context)
        or read_border(sentence, number, context)
        or read_distance(sentence, number)
        or Reading(claim=claim_of(sentence, stated, "other"))
    )


def _check(reading: Reading, on: date) -> Finding:
    match reading.claim.kind:
        case "border-length":
            return check_border(reading, on)
        case "distance":
            return check_distance(reading, on)
        case "range":
            return check_range(reading)
        case "area":
            return check_area(reading)
        case kind:
            return finding(reading.claim, Verdict.NOT_COMPARABLE, kind)
