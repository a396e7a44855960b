"""Tables of an analysis in words, for the page and the exported file, and as CSV and GeoJSON.

The tables are the map's text equivalent: who doesn't see the picture reads here what is drawn
and how sure it is.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import pandas as pd

from geo.analysis.borderland_rows import borderland_shapes
from geo.analysis.borderlands import borderland_id
from geo.analysis.places import mention_id
from geo.analysis.places_record import places_features, places_record, record_rows
from geo.analysis.record import Analysis
from geo.claims import reason_in
from geo.i18n import coordinate, country_name, has_phrase, km, km2, number, percent, phrase
from geo.maps.arms import site_name, system_name
from geo.maps.borderlands import borderland_reasons, borderland_title
from geo.maps.web.cards import kind_of, mention_title, reason_sentence
from geo.model import Borderland, Finding, Resolution

__all__ = [
    "Table",
    "claims_table",
    "lengths_table",
    "places_csv",
    "places_geojson",
    "places_table",
    "reach_table",
    "sources_table",
    "table_panes",
]

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet run a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table in one language.

    Parameters
    ----------
    title
        What it holds.
    columns
        Titles of the columns.
    numeric
        Positions of the columns that are set to the right.
    rows
        Cells as text.
    ids
        Per row, the ids of the mentions it stands for; empty when the rows lead nowhere.
    note
        A sentence below; empty for none.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    ids: tuple[tuple[str, ...], ...] = ()
    note: str = ""

    def to_view(self) -> dict[str, Any]:
        """The table as JSON for the browser."""
        return asdict(self)


def places_table(analysis: Analysis, lang: str) -> Table:
    """List every place the article mentions, most often first, then its borderlands."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for index, resolution in enumerate(analysis.resolutions):
        if resolution.mention.kind.drawn:
            place = resolution.place
            who = place.id if place else resolution.mention.lemma or resolution.mention.surface
            groups.setdefault((who, resolution.mention.kind, resolution.status), []).append(index)
    ordered = sorted(groups.values(), key=len, reverse=True)
    along = list(enumerate(analysis.borderlands))
    return Table(
        title=phrase("pane.places", lang),
        columns=_titles(
            ("name", "surface", "kind", "country", "mentions", "status", "score", "position",
             "reasons"),
            lang,
        ),
        numeric=(4, 6),
        rows=(
            *(_place_row(analysis, indices, lang) for indices in ordered),
            *(_borderland_row(found, lang) for _, found in along),
        ),
        ids=(
            *(tuple(mention_id(i) for i in indices) for indices in ordered),
            *((borderland_id(number_),) for number_, _ in along),
        ),
    )  # fmt: skip


def claims_table(analysis: Analysis, lang: str) -> Table:
    """List the numbers of the text that were measured, with the verdict and why."""
    return Table(
        title=phrase("pane.claims", lang),
        columns=_titles(("claim", "measured", "bounds", "detail", "verdict", "why"), lang),
        numeric=(1, 2),
        rows=tuple(_claim_row(finding, lang) for finding in analysis.findings),
        ids=tuple((f"c{number_}",) for number_ in range(len(analysis.findings))),
    )


def lengths_table(analysis: Analysis, lang: str) -> Table:
    """List, per claim, its length by detail and as published, with who published it."""
    rows = [
        (finding.claim.quantity.written, label, _amount(value, finding, lang), _source(analysis, s))
        for finding in analysis.findings
        for label, value, s in finding.figures
    ]
    return Table(
        title=phrase("pane.lengths", lang),
        columns=_titles(("claim", "detail", "length", "source"), lang),
        numeric=(2,),
        rows=tuple((claim, _detail(label, lang), value, who) for claim, label, value, who in rows),
    )


def reach_table(analysis: Analysis, lang: str) -> Table:
    """List what each ring covers, country by country, and how far that country's border is."""
    rows = []
    for cover in analysis.coverage.to_dict("records"):
        ring = analysis.rings.loc[cover["ring_id"]]
        name = " · ".join(
            (
                system_name(ring["system_id"], lang),
                site_name(ring["site_id"], lang, analysis),
                km(ring["high_km"], lang),
                _ring_status(ring, lang),
            )
        )
        rows.append(
            (
                name,
                country_name(cover["iso_a3"], lang),
                km2(cover["area_km2"], lang),
                percent(cover["share"], lang),
                "–" if pd.isna(cover["population"]) else number(cover["population"], lang),
                "–" if pd.isna(cover["standoff_km"]) else km(cover["standoff_km"], lang),
            )
        )
    return Table(
        title=phrase("pane.reach", lang),
        columns=_titles(("ring", "country", "area", "share", "population", "standoff"), lang),
        numeric=(2, 3, 4, 5),
        rows=tuple(rows),
        note=phrase("note.ranges", lang),
    )


def sources_table(analysis: Analysis, lang: str) -> Table:
    """List every source, with its licence and what was read of it."""
    known = {"seen": "", "seen (mirror)": ""}
    return Table(
        title=phrase("pane.sources", lang),
        columns=_titles(("source", "licence", "why"), lang),
        rows=tuple(
            (
                source.title,
                source.licence or "–",
                source.attribution or known.get(source.evidence, source.evidence),
            )
            for source in analysis.sources.values()
        ),
    )


def places_csv(analysis: Analysis) -> bytes:
    """Write a row a mention, then one a borderland, as UTF-8 with a byte order mark.

    Spreadsheets take UTF-8 for something else without the mark; cells that they would run as
    formulas get an apostrophe before them.
    """
    record = _record(analysis)
    columns = (
        "start", "end", "surface", "kind", "status", "name", "place_id", "feature_code", "iso_a3",
        "lon", "lat", "precision_km", "score", "method",
    )  # fmt: skip
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in record_rows(record):
        writer.writerow([_inert(row[column]) for column in columns])
    return out.getvalue().encode("utf-8-sig", "replace")


def _record(analysis: Analysis) -> dict[str, Any]:
    return places_record(
        analysis.article.id, analysis.lang, analysis.resolutions, analysis.borderlands
    )


def places_geojson(analysis: Analysis) -> bytes:
    """Write a feature a mention (RFC 7946), then one a borderland; null geometry where none is."""
    record = _record(analysis)
    features = places_features(record, borderland_shapes(analysis.borderlands))
    text = json.dumps(features, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace")


def table_panes(analysis: Analysis, lang: str) -> list[dict[str, Any]]:
    """Group the tables as the page and the file show them.

    Returns
    -------
    list of dict
        `title`, `tables` with rows, and `empty`, the sentence for when there are none.
    """
    panes = (
        ("places", "no-places", (places_table,)),
        ("claims", "no-claims", (claims_table, lengths_table)),
        ("reach", "no-rings", (reach_table,)),
        ("sources", "no-places", (sources_table,)),
    )
    return [
        {
            "title": phrase(f"pane.{name}", lang),
            "empty": phrase(f"pane.{empty}", lang),
            "tables": [t.to_view() for make in makers if (t := make(analysis, lang)).rows],
        }
        for name, empty, makers in panes
    ]


def _titles(keys: Iterable[str], lang: str) -> tuple[str, ...]:
    return tuple(phrase(f"table.{key}", lang) for key in keys)


def _place_row(analysis: Analysis, indices: Sequence[int], lang: str) -> tuple[str, ...]:
    group = [analysis.resolutions[i] for i in indices]
    first = group[0]
    place = first.place
    spellings = dict.fromkeys(r.mention.surface for r in group)
    located = place is not None and place.lon is not None and place.lat is not None
    position = ""
    if place is not None and place.lon is not None and place.lat is not None:
        position = coordinate(place.lon, place.lat, lang)
    return (
        mention_title(first, analysis, lang),
        ", ".join(spellings),
        phrase(f"kind.{kind_of(first)}", lang),
        country_name(first.iso_a3, lang) if first.iso_a3 else "–",
        number(len(group), lang),
        phrase(f"status.{first.status.value}", lang),
        number(first.score, lang, digits=2) if located or first.score else "–",
        position or "–",
        "; ".join(_reasons(first, lang)),
    )


def _borderland_row(found: Borderland, lang: str) -> tuple[str, ...]:
    isos = dict.fromkeys(iso for pair in found.pairs for iso in pair)
    return (
        borderland_title(found, lang),
        found.surface,
        phrase("kind.borderland", lang),
        ", ".join(country_name(iso, lang) for iso in isos) or "–",
        number(1, lang),
        phrase(f"status.{found.status.value}", lang),
        "–",
        "–",
        " ".join(borderland_reasons(found, lang)),
    )


def _reasons(resolution: Resolution, lang: str) -> Iterator[str]:
    """The two weightiest reasons for the place chosen, else for the mention."""
    chosen = resolution.candidates[0].evidence if resolution.place else resolution.evidence
    for reason in sorted(chosen, key=lambda e: abs(e.weight), reverse=True)[:2]:
        yield reason_sentence(reason, lang)


def _claim_row(finding: Finding, lang: str) -> tuple[str, ...]:
    bounds = "–"
    if finding.low is not None and finding.high is not None:
        bounds = f"{_amount(finding.low, finding, lang)} – {_amount(finding.high, finding, lang)}"
    return (
        finding.claim.quantity.written,
        "–" if finding.measured is None else _amount(finding.measured, finding, lang),
        bounds,
        _detail(finding.detail, lang),
        phrase(f"verdict.{finding.verdict.value.replace(' ', '-')}", lang),
        reason_in(finding, lang),
    )


def _amount(value: float, finding: Finding, lang: str) -> str:
    unit = finding.claim.quantity.unit
    if unit == "km":
        return km(value, lang)
    return km2(value, lang) if unit == "km2" else f"{number(value, lang)} {unit}"


def _detail(detail: str, lang: str) -> str:
    key = f"detail.{detail}"
    return phrase(key, lang) if has_phrase(key) else detail or "–"


def _ring_status(ring: pd.Series, lang: str) -> str:
    if ring["hypothetical"]:
        return phrase("about.ring-hypothetical", lang)
    return phrase(f"status.{ring['status']}", lang)


def _source(analysis: Analysis, source_id: str) -> str:
    source = analysis.sources.get(source_id)
    return source.title if source else source_id


def _inert(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
