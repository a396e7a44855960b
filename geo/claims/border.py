"""Claims about the length of a border: whose with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from geo.borders import neighbours, pairs
from geo.claims.quantities import Stated
from geo.claims.reading import Context, Reading, claim_of
from geo.claims.sentence import Actor, ActorKind, Sentence
from geo.datasets.alliances import ORGANISATIONS
from geo.model import Span

__all__ = ["KIND", "read_border", "side_of"]

KIND: Final = "border-length"

_GENITIVE: Final = frozenset({"pl", "uk", "ru", "be", "cs", "sk", "lt", "lv", "sl"})
"""Languages in which "186 km of the border" needs no word for "of"."""
_BRACKET: Final = re.compile(r"\s*\([^)]*\)|\)")
_NOT_THE_BORDER: Final = re.compile(
    r"[ -](?:strips?|zones?|areas?|regions?|fences?|walls?|barriers?|crossings?|posts?|guards?"
    r"|towns?|cit(?:y|ies)|villages?|districts?|sections?|stretch(?:es)?|segments?|roads?|belts?"
    r"|checkpoints?|patrols?|rivers?|provinces?|installations?)\b"
)
"""In English the border may only tell which strip, fence or zone is so long."""
_CALENDAR_YEAR: Final = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
_OF: Final = frozenset({"of", "de", "du", "des", "der", "d'"})
_ADJECTIVAL: Final = re.compile(
    r"\d\s?[-\u2010\u2011]|(?:ow\w{1,3}|ov\w{1,3}|sk[aoie]\w?|ая|ую|ой|ою|ий|ій|ого|ае|ага)$"
)

Group = tuple[Actor, ...]
Keys = tuple[str, ...]


def read_border(sentence: Sentence, number: int, context: Context) -> Reading | None:
    """Read a length as that of a border.

    Parameters
    ----------
    sentence
        The sentence.
    number
        Which of its quantities.
    context
        Whom the text named before, for "its border"; what is taken as the other side is added.

    Returns
    -------
    reading
        None where the quantity isn't said of a border.
    """
    stated = sentence.stated[number]
    groups = _groups(sentence)
    if _in_brackets(sentence, number):
        # "1,250 km (978 miles)": two numbers for one border
        context.taken = context.taken[:-1]
    attached = _attached(sentence, number, groups)
    left = [group for group in groups if group not in context.taken]
    other = _with_whom(sentence, number, left)
    if attached is None:
        # "the border with Belarus is 418 km long, that with Lithuania 104 km"
        if not context.taken or other is None or not _beside(sentence, stated.span, other):
            return None
        attached = stated.span, False
    cue, partial = attached
    if other is not None:
        context.taken.append(other)
    free = [group for group in groups if group not in context.taken]
    subjects = _by_nearness(free, min(cue.start, stated.span.start))
    subjects += [(actor,) for actor in context.recent if actor.political]
    if other is not None:
        subject, object_ = _sides(subjects, _keys(other), context.on)
    else:
        subject, object_ = _together(subjects, groups, context.on)
    whole = not object_ and bool(
        sentence.find("cues", "total", sentence.span.start, sentence.span.end)
    )
    if whole:
        subject, object_ = _all_around(subjects)
    claim = claim_of(sentence, stated, KIND, subject=subject, object_=object_)
    allied = not {*subject, *object_}.isdisjoint(ORGANISATIONS)
    another = allied and _names_another_year(sentence, context.on)
    return Reading(claim=claim, partial=partial, whole=whole, another_year=another)


def _names_another_year(sentence: Sentence, on: date) -> bool:
    """Whether a sentence names years, and not that of the memberships: "in 1998 NATO's border"."""
    span = sentence.span
    lengths = [stated.span for stated in sentence.stated]
    years = [
        int(found[0])
        for found in _CALENDAR_YEAR.finditer(sentence.text, span.start, span.end)
        if not any(length.start <= found.start() < length.end for length in lengths)
    ]
    return bool(years) and on.year not in years


def _attached(sentence: Sentence, number: int, groups: Sequence[Group]) -> tuple[Span, bool] | None:
    """Find the border that a quantity measures, and whether it may be a part of it."""
    stated = sentence.stated[number]
    if _somewhere(sentence, stated.span):
        return None
    before, after = _neighbourhood(sentence, number)
    cues = sentence.find("cues", "border", before, after)
    spans = [Span(start=group[0].span.start, end=group[-1].span.end) for group in groups]
    for cue in (span for span in cues if span.start >= stated.span.end):
        bracket = _BRACKET.match(sentence.text, stated.span.end)
        start = bracket.end() if bracket else stated.span.end
        words = [w.casefold() for w in sentence.words(start, cue.start, without=spans)]
        if len(words) > 3 or sentence.find("prepositions", "along", start, cue.start):
            break
        if _NOT_THE_BORDER.match(sentence.text, cue.end):
            break
        adjectival = _ADJECTIVAL.search(stated.quantity.written) is not None
        genitive = not words and sentence.lang in _GENITIVE
        return cue, not adjectival and (genitive or bool(_OF & set(words)))
    for cue in reversed([span for span in cues if span.end <= stated.span.start]):
        blank = [*spans, *sentence.find("prepositions", "with", cue.end, stated.span.start)]
        blank += sentence.between(cue.end, stated.span.start)
        far = sentence.find("cues", "distance", before, cue.start)
        if not far and sentence.linked(cue.end, stated.span.start, without=blank):
            return cue, False
    return None


def _beside(sentence: Sentence, span: Span, group: Group) -> bool:
    """Whether a group stands right before or after a quantity."""
    if group[-1].span.end <= span.start:
        return sentence.linked(group[-1].span.end, span.start)
    return len(sentence.words(span.end, group[0].span.start)) <= 2


def _somewhere(sentence: Sentence, span: Span) -> bool:
    """Whether the length leads somewhere: "40 km from", "à 40 km de"."""
    follows = sentence.find("prepositions", "from", span.end, min(span.end + 24, sentence.span.end))
    near = bool(follows) and not sentence.words(span.end, follows[0].start)
    if sentence.lang != "fr":
        return near
    words = sentence.words(max(sentence.span.start, span.start - 24), span.start)
    return near and "à" in words[-2:]


def _neighbourhood(sentence: Sentence, number: int) -> tuple[int, int]:
    """From the quantity before to the next one, within the sentence."""
    stated = sentence.stated
    first = number - 1 if _in_brackets(sentence, number) else number
    before = stated[first - 1].span.end if first else sentence.span.start
    last = number + 1
    if last < len(stated) and _in_brackets(sentence, last):
        last += 1
    after = stated[last].span.start if last < len(stated) else sentence.span.end
    return before, after


def _in_brackets(sentence: Sentence, number: int) -> bool:
    """Whether a quantity stands in brackets right after another one."""
    if number == 0:
        return False
    between = sentence.text[
        sentence.stated[number - 1].span.end : sentence.stated[number].span.start
    ]
    return re.fullmatch(r"\s*[(\[]\w*\s*", between) is not None


def _groups(sentence: Sentence) -> list[Group]:
    """Gather countries and alliances that are listed together: "NATO members Latvia and Poland"."""
    groups: list[list[Actor]] = []
    for actor in filter(lambda a: a.political, sentence.actors):
        if groups:
            end = groups[-1][-1].span.end
            apart = sentence.words(end, actor.span.start)
            joined = len(apart) <= 2 and not sentence.find(
                "prepositions", "with", end, actor.span.start
            )
            if joined and not any(s.span.start >= end for s in _between(sentence, end, actor)):
                groups[-1].append(actor)
                continue
        groups.append([actor])
    return [tuple(group) for group in groups]


def _between(sentence: Sentence, start: int, actor: Actor) -> list[Stated]:
    return [s for s in sentence.stated if start <= s.span.start < actor.span.start]


def _with_whom(sentence: Sentence, number: int, groups: Sequence[Group]) -> Group | None:
    """Find the group after the "with" that is nearest to a quantity."""
    stated = sentence.stated[number].span
    before, after = _neighbourhood(sentence, number)
    best: tuple[int, Group] | None = None
    for word in sentence.find("prepositions", "with", before, after):
        group = next((g for g in groups if g[0].span.start >= word.end), None)
        if group is None or len(sentence.words(word.end, group[0].span.start)) > 3:
            continue
        if word.start >= stated.end:
            gap = word.start - stated.end
        elif group[-1].span.end <= stated.start:
            gap = stated.start - group[-1].span.end
        else:
            continue
        # a comma parts clauses: "is 418 km, with Lithuania 104 km"
        gap += 20 * ("," in sentence.text[stated.end : word.start])
        if best is None or gap < best[0]:
            best = gap, group
    return best[1] if best else None


def _by_nearness(groups: Iterable[Group], anchor: int) -> list[Group]:
    """Order groups: those before the anchor first, the nearest of each kind first."""
    return sorted(groups, key=lambda g: (g[0].span.start > anchor, abs(anchor - g[0].span.start)))


def _sides(subjects: Sequence[Group], theirs: Keys, on: date) -> tuple[Keys, Keys]:
    """Choose the side that faces another: the nearest candidate that borders it."""
    for group in subjects:
        ours = tuple(key for key in _keys(group) if key not in theirs)
        if ours and pairs(side_of(ours), side_of(theirs), on):
            # "Latvia, Lithuania and Poland share a border with Belarus" is Belarus's with the three
            return (theirs, ours) if len(ours) > 1 and len(theirs) == 1 else (ours, theirs)
    return (_keys(subjects[0]) if subjects else ()), theirs


def _together(subjects: Sequence[Group], groups: Sequence[Group], on: date) -> tuple[Keys, Keys]:
    """Choose the sides where no "with" parts them: "the border of Poland and Belarus"."""
    for group in groups:
        first, *rest = _keys(group)
        if rest and pairs(first, side_of(rest), on):
            return (first,), tuple(rest)
    return (_keys(subjects[0]) if subjects else ()), ()


def _all_around(subjects: Sequence[Group]) -> tuple[Keys, Keys]:
    """Take a country with all of its neighbours: "its borders are 3,600 km long in all"."""
    for group in subjects:
        keys = _keys(group)
        beside = neighbours(keys[0])
        if len(keys) == 1 and group[0].kind is ActorKind.COUNTRY and beside:
            return keys, tuple(sorted(beside))
    return (), ()


def _keys(group: Group) -> Keys:
    """Countries of a group; its alliance only where no country is named beside it."""
    countries = [key for a in group if a.kind is ActorKind.COUNTRY for key in a.keys]
    return tuple(dict.fromkeys(countries or [key for actor in group for key in actor.keys]))


def side_of(keys: Iterable[str]) -> str | frozenset[str]:
    """Give keys as `geo.borders` takes a side: one alone, several as a set."""
    listed = tuple(keys)
    return listed[0] if len(listed) == 1 else frozenset(listed)
