"""Articles from files: encodings, what is refused and in which words, what the TOML file adds."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from geo.datasets import articles
from geo.datasets.articles import MAX_BYTES, decode, read_article, seed, seeds
from geo.errors import DataError, InputError

POLISH = "Zażółć gęślą jaźń – mówi „Łukasz”."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (POLISH, "utf-8"),
        (POLISH, "utf-8-sig"),
        (POLISH, "utf-16"),
        (POLISH, "cp1250"),
        ("Zażółć gęślą jaźń", "iso8859_2"),
        ("Привіт, Їжаче! Щоб не ґавили.", "cp1251"),
        ("Объект № 1", "cp1251"),
        ("плоско\r\nдалі\tтак", "utf-8"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_utf16_of_either_byte_order() -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert decode(mark + POLISH.encode(encoding)) == POLISH


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\x00\x01", "PDF document"),
        (b"PK\x03\x04\x14\x00", "Office document"),
        (b"\x00\x01\x02\x03", "isn't a text file"),
        ("déjà vu à Genève".encode("latin-1"), "encoding"),
        (b"abc\x07\xff\xfe", "encoding"),
        (b"\xff\xfeab\x00", "text file"),
        (b"a" * (MAX_BYTES + 1), "larger than 5 MB"),
    ],
)
def test_refused_in_one_clear_line(content: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(content, name="the input")
    assert words in caught.value.message
    assert caught.value.hint
    assert "\n" not in str(caught.value)


def test_no_such_file_or_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_article(tmp_path)


def test_the_toml_beside_a_file_tells_about_it(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Text.", encoding="utf-8")
    assert read_article(story).source == "story.txt"
    (tmp_path / "article.toml").write_text("published = 2020-01-01", encoding="utf-8")
    assert read_article(story).published == date(2020, 1, 1)
    (tmp_path / "story.toml").write_text(
        'title = "T"\npublished = "2023-04-06"\nlang = "pl"\npublisher = "P"', encoding="utf-8"
    )
    article = read_article(story)
    assert (article.title, article.published, article.lang) == ("T", date(2023, 4, 6), "pl")
    assert article.source == "P"
    chosen = read_article(str(story), lang="en", published=date(2024, 1, 1))
    assert (chosen.lang, chosen.published) == ("en", date(2024, 1, 1))


@pytest.mark.parametrize("toml", ["published = 2023-13-01", "title = ", 'published = "May"'])
def test_a_toml_file_that_is_wrong_is_named(tmp_path: Path, toml: str) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Text.", encoding="utf-8")
    (tmp_path / "story.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(InputError, match=r"story\.toml can't be used"):
        read_article(story)


def test_a_stream_is_read_as_it_is() -> None:
    assert read_article(io.BytesIO("Мінськ\r\n".encode())).text == "Мінськ\r\n"


def test_examples_by_name() -> None:
    assert seed("odesa-2023-08-24").lang == "uk"
    with pytest.raises(DataError, match="no example 'nowhere'"):
        seed("nowhere")
    assert len({info.slug for info in seeds()}) == len(seeds())


def test_an_installation_without_examples_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "_PACKAGE", tmp_path / "geo")
    assert seeds() == ()
    packaged = tmp_path / "geo" / "_seeds" / "one"
    packaged.mkdir(parents=True)
    (packaged / "article.txt").write_text("Text.", encoding="utf-8")
    (packaged / "article.toml").write_text("own = true", encoding="utf-8")
    assert [info.slug for info in seeds()] == ["one"]
