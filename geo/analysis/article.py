"""`analyse`: the one pure function between a text and a map.

It reads the text (`geo.geoparse`), decides what the map is about (`focus`), joins places to
countries, and gathers borders, documented deployments, rings, reach and findings. No clock,
network, randomness or global state: the same article and settings give the same result.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import date

from geo.analysis.borderland_rows import borderland_rows
from geo.analysis.borderlands import find_borderlands
from geo.analysis.cited import cited_sources
from geo.analysis.correct import corrected
from geo.analysis.deployed import deployed
from geo.analysis.focus import chosen_focus, partners_of
from geo.analysis.joined import join_countries
from geo.analysis.places import place_rows
from geo.analysis.record import Analysis
from geo.analysis.settings import Settings
from geo.analysis.subject import focus_of
from geo.borders import border_lines
from geo.claims import check_claims, find_alliances
from geo.coverage import coverage_frame
from geo.datasets import alliances, arsenal
from geo.geoparse import Parsed, parse
from geo.model import Article, Span

__all__ = ["analyse"]


def analyse(article: Article, settings: Settings | None = None) -> Analysis:
    """Understand an article: what it mentions, where that is, what can be measured.

    Parameters
    ----------
    article
        The text and what is known of it.
    settings
        A person's choices; none by default.

    Returns
    -------
    Analysis
        Everything a map needs; both kinds of doubt (NIL, ambiguous) included.

    Raises
    ------
    InputError
        If a setting names something unknown.
    DataError
        If a shipped data file is missing or corrupt.
    """
    settings = settings or Settings()
    on, dated_by = _date_of(article, settings)
    parsed = _read(article, settings.lang)
    resolutions = join_countries(
        corrected(parsed.resolutions, settings.corrections), viewpoint=settings.viewpoint
    )
    named = find_alliances(_without(article.text, parsed.boilerplate))
    members = {org: alliances.members(org, on) for org, _span in named}
    focus = chosen_focus(settings.focus) if settings.focus else focus_of(resolutions)
    partners = partners_of(focus, resolutions, members)
    borders = border_lines(focus, frozenset(partners)) if focus else border_lines("", frozenset())
    along = find_borderlands(parsed.borders, resolutions, text=article.text, focus=focus)
    areas = borderland_rows(along)
    arms = deployed(resolutions, settings, focus=focus, on=on)
    places = place_rows(resolutions)
    findings = check_claims(article, resolutions, on, lang=parsed.lang)
    return Analysis(
        article=article,
        settings=settings,
        lang=parsed.lang,
        on=on,
        dated_by=dated_by,
        resolutions=resolutions,
        boilerplate=parsed.boilerplate,
        focus=focus,
        partners=partners,
        alliances=members,
        places=places,
        borders=borders,
        sites=arms.sites,
        deployments=arms.deployments,
        later_deployments=arms.later,
        rings=arms.rings,
        coverage=coverage_frame(arms.rings),
        borderland_areas=areas,
        findings=findings,
        borderlands=along,
        notices=parsed.notices,
        sources=cited_sources(arms, (borders, places, areas), findings, members),
    )


@functools.lru_cache(maxsize=8)  # a change of date, focus or rings leaves the text as it was read
def _read(article: Article, lang: str | None) -> Parsed:
    return parse(article, lang=lang)


def _date_of(article: Article, settings: Settings) -> tuple[date, str]:
    if settings.on is not None:
        return settings.on, "settings"
    if article.published is not None:
        return article.published, "article"
    return arsenal.facts_as_of(), "facts"


def _without(text: str, spans: Iterable[Span]) -> str:
    """Blank out spans, so that offsets stay."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text
