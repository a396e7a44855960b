"""Bad input gets one clear line with what to do, exit code 2, and nothing half-written."""

from __future__ import annotations

import pytest

COMMANDS = (("places",), ("check",), ("figure", "-o", "{out}.png"), ("map", "-o", "{out}.html"))


def words(command, file, tmp_path):
    name, *rest = (word.format(out=tmp_path / "out") for word in command)
    return name, file, *rest


def assert_one_clear_line(run, *parts):
    assert run.code == 2, run.err
    assert run.err.count("\n") == 1
    assert run.err.startswith("standoff: ")
    assert "Traceback" not in run.err
    for part in parts:
        assert part in run.err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c[0])
@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "empty"),
        (b"  \n\t ", "empty"),
        (bytes(range(256)) * 40, "text"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "text"),
        (b"Minsk. " * 1_000_000, "MB"),
    ],
    ids=["empty", "blank", "binary", "picture", "huge"],
)
def test_what_is_no_article_is_refused(standoff, tmp_path, command, content, part):
    file = tmp_path / "article.txt"
    file.write_bytes(content)
    run = standoff(*words(command, file, tmp_path))
    assert_one_clear_line(run, part)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c[0])
def test_a_missing_file_is_named(standoff, tmp_path, command):
    run = standoff(*words(command, tmp_path / "nowhere.txt", tmp_path))
    assert_one_clear_line(run, "nowhere.txt")


def test_a_folder_is_no_article(standoff, tmp_path):
    assert_one_clear_line(standoff("places", tmp_path), str(tmp_path))


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("places",), "No article"),
        (("places", "{seed}", "--format", "xml"), "table, json"),
        (("places", "{seed}", "--published", "6 April"), "YYYY-MM-DD"),
        (("check", "{seed}", "--on", "2023-02-30"), "YYYY-MM-DD"),
        (("figure", "{seed}", "-o", "out.gif"), ".png"),
        (("figure", "{seed}", "-o", "out.png", "--layout", "poster"), "half"),
        (("figure", "{seed}", "-o", "out.png", "--layout", "120xx"), "120x90"),
        (("figure", "{seed}", "-o", "out.png", "--hide", "clouds"), "mentions"),
        (("figure", "{seed}", "-o", "out.png", "--ring", "lida_ab"), "SITE/SYSTEM"),
        (("figure", "{seed}", "-o", "out.png", "--ring", "nowhere/iskander_m"), "nowhere"),
        (("figure", "{seed}", "-o", "out.png", "--lang", "de"), "pl, en, uk"),
        (("map", "{seed}", "-o", "out.html", "--viewpoint", "mars"), "un, de_facto, neutral"),
        (("border", "BLR", "ATLANTIS"), "ATLANTIS"),
        (("reach", "nowhere", "iskander_m"), "nowhere"),
        (("reach", "lida_ab", "trebuchet"), "trebuchet"),
        (("reach", "-", "-", "--at", "28.6", "--radius-km", "500"), "LON,LAT"),
        (("reach", "-", "-", "--at", "28.6,253.3", "--radius-km", "500"), "253.3"),
        (("reach", "-", "-", "--at", "28.6,53.3", "--radius-km", "-5"), "radius"),
        (("data", "rebuild", "unicorns"), "unicorns"),
        (("nonsense",), "nonsense"),
        (("figure", "{seed}"), "--output"),
    ],
    ids=lambda a: " ".join(a) if isinstance(a, tuple) else None,
)
def test_a_wrong_option_is_told(standoff, seed, tmp_path, monkeypatch, arguments, part):
    monkeypatch.chdir(tmp_path)
    run = standoff(*(word.format(seed=seed) for word in arguments))
    assert_one_clear_line(run, part)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf", ".html"])
def test_an_unwritable_place_is_told_before_anything_is_lost(standoff, seed, tmp_path, suffix):
    command = "map" if suffix == ".html" else "figure"
    run = standoff(command, seed, "-o", tmp_path / "no" / "such" / f"folder{suffix}")
    assert_one_clear_line(run, "can't be written", "unchanged")
