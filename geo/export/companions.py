"""The pictures beside the map, made from an analysis: lengths by detail, reach, timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from geo.analysis import Analysis
from geo.borders import measure_border
from geo.coverage import reach_of
from geo.datasets.facts import source
from geo.datasets.names import place_name
from geo.datasets.timeline import events_near
from geo.errors import InputError
from geo.i18n import Names, language, phrase
from geo.maps.arms import site_name, system_name
from geo.maps.companions import compose_lengths, compose_reach, compose_timeline
from geo.maps.figure.layout import Layout
from geo.maps.figure.plate import Plate
from geo.maps.figure.render import About, render
from geo.maps.words import credit_words
from geo.rings import rings_of

__all__ = ["COMPANIONS", "companion", "companion_bytes"]

Sheet = str | tuple[float, float] | Layout
AROUND_DAYS: Final = 60
"""How far around the article's date the timeline looks."""


def companion_bytes(
    analysis: Analysis,
    name: str,
    fmt: str,
    *,
    lang: str | None = None,
    layout: Sheet = "half",
    dpi: float = 300.0,
) -> bytes:
    """Draw one of the pictures beside the map.

    Parameters
    ----------
    analysis
        The article understood.
    name
        `lengths` (of the border shown, by detail and publisher), `reach` (of the first ring) or
        `timeline` (of documented events near the date).
    fmt
        `png`, `svg` or `pdf`.
    lang
        Language of every word; None takes the article's, else English.
    layout
        As for the figure.
    dpi
        Dots per inch of a PNG.

    Raises
    ------
    InputError
        When there is no such picture, or this article gives nothing to draw in it.
    """
    spoken = language(lang or analysis.lang)
    plate = companion(name, analysis, lang=spoken, layout=layout)
    title = next(text.words for text in plate.texts if text.role == "title")
    about = About(title=title, alt=title, lang=spoken, article_id=analysis.article.id)
    return render(plate, fmt, about=about, dpi=dpi)


def companion(name: str, analysis: Analysis, *, lang: str, layout: Sheet = "half") -> Plate:
    """Compose one of the pictures beside the map; the parameters are those of `companion_bytes`.

    Raises
    ------
    InputError
        When there is no such picture, or this article gives nothing to draw in it.
    """
    if name not in COMPANIONS:
        raise InputError(
            f"There is no picture {name!r}.", hint=f"Choose map, {', '.join(COMPANIONS)}."
        )
    return COMPANIONS[name](analysis, lang, layout)


def _lengths(analysis: Analysis, lang: str, layout: Sheet) -> Plate:
    if analysis.focus is None or not analysis.partners:
        raise InputError(
            "The article leads to no land border.", hint="Name one with `standoff border A B`."
        )
    orgs = [org for org in dict.fromkeys(analysis.partners.values()) if org]
    across = orgs[0] if orgs else frozenset(analysis.partners)
    named = Names.of(*(orgs[:1] or analysis.partners))
    stated = [f.claim.quantity.value for f in analysis.findings if f.claim.kind == "border-length"]
    return compose_lengths(
        measure_border(analysis.focus, across, analysis.on),
        lang=lang,
        title=phrase("figure.lengths.title", lang, a=Names.of(analysis.focus), b=named),
        credits_=_credits(analysis, lang, "osm_borders", "natural_earth"),
        layout=layout,
        stated_km=stated[0] if stated else None,
    )


def _reach(analysis: Analysis, lang: str, layout: Sheet) -> Plate:
    rings = rings_of(analysis.rings)
    if not rings:
        raise InputError(
            "The article leads to no range ring.", hint="Add one with `--ring SITE/SYSTEM`."
        )
    ring = rings[0]
    cited = analysis.sources.get(ring.source_id)
    return compose_reach(
        reach_of(ring),
        lang=lang,
        title=phrase(
            "figure.reach.title",
            lang,
            system=system_name(ring.system_id, lang),
            site=site_name(ring.site_id, lang, analysis),
        ),
        as_of=phrase(f"as-of.{analysis.dated_by}", lang, on=analysis.on),
        notes=[phrase("note.ranges", lang), *([cited.title] if cited else [])],
        city_name=lambda city: place_name(
            city.place_id, lang, analysis.on, default=city.name, iso_a3=city.iso_a3 or ""
        ),
        layout=layout,
    )


def _timeline(analysis: Analysis, lang: str, layout: Sheet) -> Plate:
    named = set(analysis.places["iso_a3"].dropna())
    events = [e for e in events_near(analysis.on, days=AROUND_DAYS) if e.iso_a3 in named]
    if not events:
        raise InputError(
            f"No event is documented near {analysis.on} in the countries of the article.",
            hint="Choose another day with `--on`.",
        )
    titles = dict.fromkeys(source(event.source_id).title for event in events)
    # titles have commas of their own
    notes = [phrase("figure.sources", lang, sources="; ".join(titles))]
    return compose_timeline(events, analysis.on, lang=lang, notes=notes, layout=layout)


def _credits(analysis: Analysis, lang: str, *ids: str) -> list[str]:
    known = [analysis.sources[i] for i in ids if i in analysis.sources]
    return [credit_words(s, lang) for s in known]


COMPANIONS: Final[dict[str, Callable[[Analysis, str, Sheet], Plate]]] = {
    "lengths": _lengths,
    "reach": _reach,
    "timeline": _timeline,
}
