"""`standoff border`, `reach` and `check`: what can be measured without a picture."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from geo.cli.reading import (
    FileArgument,
    LangOption,
    OnOption,
    PublishedOption,
    article_from,
    day_from,
    notice,
)
from geo.cli.table import aligned
from geo.errors import InputError

__all__ = ["border", "check", "reach"]

FORMATS = ("table", "json")
FormatOption = Annotated[str, typer.Option("--format", "-f", help="One of: table, json.")]


def border(
    a: Annotated[str, typer.Argument(metavar="A", help="Country (ISO alpha-3) or NATO, EU, CSTO.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other side.")],
    *,
    on: OnOption = None,
    output: FormatOption = "table",
) -> int:
    """Measure a land border by detail, beside what was published.

    Example: standoff border BLR NATO --on 2023-04-06
    """
    from geo.borders import measure_border

    _check_format(output)
    if a.upper() == b.upper():
        raise InputError(
            f"Both sides are {a.upper()}, and inner borders don't count.",
            hint="Give two sides that differ.",
        )
    record = measure_border(a.upper(), b.upper(), on=day_from(on)).to_record()
    if output == "json":
        typer.echo(json.dumps(record, ensure_ascii=False, indent=1))
    elif record["pairs"]:
        typer.echo(_border_table(record))
    if not record["pairs"]:
        notice(f"{a.upper()} and {b.upper()} share no land border on {record['on']}.")
    return 0 if record["pairs"] else 1


def _border_table(record: dict[str, Any]) -> str:
    pairs = [
        [f"{pair['a']}-{pair['b']}", f"{pair['length_km']:.1f}", pair["detail"]]
        for pair in record["pairs"]
    ]
    details = [[row["detail"], f"{row['total_km']:.1f}"] for row in record["by_detail"]]
    published = [
        [f"{pair['a']}-{pair['b']}", f"{row['km']:g}", str(row["year"] or "–"), row["by"]]
        for pair in record["pairs"]
        for row in pair["published"]
    ]
    parts = [
        f"{record['a']} – {record['b']} on {record['on']}: {record['total_km']:.1f} km",
        aligned(["border", "km", "detail"], pairs),
        aligned(["detail", "total km"], details),
    ]
    if published:
        parts.append(aligned(["published", "km", "year", "by"], published))
    parts.append(_sources(i for pair in record["pairs"] for i in pair["source_ids"]))
    return "\n\n".join(parts)


def _sources(ids: Iterable[str]) -> str:
    """Name sources line by line; what a person gave has none."""
    from geo.datasets.sources import source_of

    known = [source_of(i) for i in dict.fromkeys(ids)]
    titles = dict.fromkeys(source.title for source in known if source is not None)
    return "\n".join(["sources", *(f"  {title}" for title in titles)]) if titles else ""


def reach(
    site: Annotated[
        str, typer.Argument(metavar="SITE", help="Key of a basing site; `-` with --at.")
    ],
    system: Annotated[
        str, typer.Argument(metavar="SYSTEM", help="Key of a system; `-` with --radius-km.")
    ],
    *,
    radius_km: Annotated[
        float | None, typer.Option("--radius-km", help="Radius instead of the published maximum.")
    ] = None,
    at: Annotated[
        str | None,
        typer.Option("--at", metavar="LON,LAT", help="Point instead of a site, degrees."),
    ] = None,
    on: OnOption = None,
    output: FormatOption = "table",
) -> int:
    """Say what a range ring covers: countries, people, cities, and how far the borders are.

    Example: standoff reach asipovichy_465 iskander_m
    """
    from geo.coverage import reach as measure

    _check_format(output)
    lon, lat = _point(at)
    record = measure(
        None if site == "-" else site,
        None if system == "-" else system,
        radius_km=radius_km,
        lon=lon,
        lat=lat,
        on=day_from(on),
    ).to_record()
    typer.echo(
        json.dumps(record, ensure_ascii=False, indent=1)
        if output == "json"
        else _reach_table(record)
    )
    return 0


def _reach_table(record: dict[str, Any]) -> str:
    countries = [
        [
            row["iso_a3"],
            f"{row['area_km2']:,.0f}",
            f"{row['share']:.1%}",
            "–" if row["population"] is None else f"{row['population']:,.0f}",
        ]
        for row in record["countries"]
    ]
    cities = [
        [row["name"], row["iso_a3"], f"{row['distance_km']:.1f}", row["verdict"]]
        for row in record["cities"]
    ]
    standoff = [[row["iso_a3"], f"{row['km']:.1f}", row["detail"]] for row in record["standoff"]]
    tables = (
        (["country", "km2 inside", "share", "people"], countries, "No country lies inside."),
        (["city", "country", "km", "verdict"], cities, "No city is near."),
        (["border of", "km", "detail"], standoff, "No other country's border was measured to."),
    )
    parts = [
        _reach_head(record),
        *(aligned(header, rows) if rows else none for header, rows, none in tables),
        _sources(record["source_ids"]),
    ]
    return "\n\n".join(filter(None, parts))


def _reach_head(record: dict[str, Any]) -> str:
    """Say what was measured: which ring, by whose figure, documented how well, how exactly."""
    low, high, near = record["low_km"], record["radius_km"], record["dead_zone_km"]
    spread = f"{low:g} to {high:g} km" if low < high else f"{high:g} km"
    coarse = ", its dates too coarse for the day" if record["undecided"] else ""
    exact = record["precision_km"]
    lines = [
        f"{record['site']} / {record['system']}: {spread} ({record['basis']})",
        f"  deployment: {record['status']} on {record['on']}{coarse}",
        f"  point: {f'known to {exact:g} km' if exact else 'given by hand'}",
    ]
    if near:
        lines.append(f"  minimum range: {near:g} km; what lies nearer counts as inside below")
    return "\n".join(lines)


def _point(at: str | None) -> tuple[float | None, float | None]:
    if at is None:
        return None, None
    try:
        lon, lat = (float(part) for part in at.split(","))
    except ValueError as error:
        raise InputError(
            f"--at {at!r} is not a point.", hint="Write LON,LAT in degrees, such as 28.63,53.31."
        ) from error
    return lon, lat


def check(
    file: FileArgument,
    *,
    lang: LangOption = None,
    published: PublishedOption = None,
    on: OnOption = None,
    output: FormatOption = "table",
) -> int:
    """Find numbers that can be measured, and set measurements beside them.

    Example: standoff check article.txt --format json
    """
    from geo.analysis import Settings, analyse
    from geo.claims import to_record

    _check_format(output)
    article = article_from(file, published=published, lang=lang)
    analysis = analyse(article, Settings(on=day_from(on)))
    record = {"findings": [to_record(f, article.text) for f in analysis.findings]}
    if output == "json":
        typer.echo(json.dumps(record, ensure_ascii=False, indent=1))
    elif record["findings"]:
        typer.echo(_findings_table(record["findings"]))
    if not record["findings"]:
        notice("No number in the text could be set beside a measurement.")
    return 0 if record["findings"] else 1


def _findings_table(findings: list[dict[str, Any]]) -> str:
    rows = [
        [
            row["text"],
            row["kind"],
            "–" if row["measured"] is None else f"{row['measured']:.1f}",
            "–" if row["low"] is None else f"{row['low']:.1f}–{row['high']:.1f}",
            row["verdict"],
            row["reason"],
        ]
        for row in findings
    ]
    return aligned(["in the text", "kind", "measured", "bounds", "verdict", "because"], rows)


def _check_format(output: str) -> None:
    if output not in FORMATS:
        raise InputError(f"There is no format {output!r}.", hint="Choose table or json.")
