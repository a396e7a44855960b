"""Tables of an analysis, for people, spreadsheets and other programs."""

from __future__ import annotations

import csv
import io
import json

import pytest

from geo.analysis import Analysis, analyse
from geo.datasets.articles import read_article, seed
from geo.export.tables import (
    places_csv,
    places_geojson,
    places_table,
    reach_table,
    sources_table,
    table_panes,
)
from geo.model import Article


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyse(read_article(seed("putin-lukashenko-2023-04-06").path))


def test_places_name_every_drawn_mention_once(analysis: Analysis) -> None:
    table = places_table(analysis, "pl")
    ids = [i for row in table.ids for i in row]
    drawn = [n for n, r in enumerate(analysis.resolutions) if r.mention.kind.drawn]
    assert sorted(ids) == sorted(f"m{n}" for n in drawn)
    names = [row[0] for row in table.rows]
    assert {"Białoruś", "Ukraina", "Rosja", "Moskwa"} <= set(names)
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_reach_says_for_each_ring_and_country_how_much(analysis: Analysis) -> None:
    table = reach_table(analysis, "en")
    assert len(table.rows) == len(analysis.coverage)
    assert table.note
    assert any("Lithuania" in row[1] for row in table.rows)


def test_every_source_is_listed(analysis: Analysis) -> None:
    assert len(sources_table(analysis, "en").rows) == len(analysis.sources) > 5


def test_a_pane_without_rows_has_a_sentence() -> None:
    panes = table_panes(analyse(Article(text="Bread is baked in an oven.")), "en")
    places, claims, reach, _ = panes
    for pane in (places, claims, reach):
        assert pane["tables"] == []
        assert pane["empty"].endswith(".")


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(analysis: Analysis) -> None:
    content = places_csv(analysis)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(rows) == len(analysis.resolutions)
    text = analysis.article.text
    for row in rows:
        assert text[int(row["start"]) : int(row["end"])] == row["surface"].removeprefix("'")
    hostile = analyse(Article(text="=cmd|' /C calc'!A0 said +Berlin and -Paris today."))
    for row in csv.reader(io.StringIO(places_csv(hostile).decode("utf-8-sig"))):
        assert not any(cell.startswith(("=", "+", "@")) for cell in row)


def test_geojson_keeps_mentions_without_a_point(analysis: Analysis) -> None:
    collection = json.loads(places_geojson(analysis))
    assert len(collection["features"]) == len(analysis.resolutions)
    located = [f for f in collection["features"] if f["geometry"]]
    assert all(-180 <= f["geometry"]["coordinates"][0] <= 180 for f in located)
    assert len(located) >= 20
