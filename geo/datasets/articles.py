"""Articles from files: bytes into text, what `article.toml` knows of it, and the examples.

Offsets in the project count code points of the text as read here: nothing is normalised, only a
byte order mark is dropped.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from geo.errors import DataError, InputError
from geo.model import Article

__all__ = [
    "MAX_BYTES",
    "OWN_PUBLISHER",
    "SeedInfo",
    "decode",
    "read_article",
    "seed",
    "seeds",
    "seeds_folder",
]

MAX_BYTES: Final = 5_000_000
"""Longest article read; beyond it the file is hardly an article."""

OWN_PUBLISHER: Final = "Standoff (written for this project)"
"""What the examples that quote nobody give as their publisher."""

_PACKAGE: Final = Path(__file__).resolve().parents[1]

_TYPOGRAPHY: Final = "„”“‘’«»–—…§°•·©®™\u00a0\u00ad№€"
# the letters that may stand in a text of each old encoding: a guess must explain every byte
_LEGACY: Final = {
    "cp1250": re.compile(f"[\x00-\x7fĄĆĘŁŃÓŚŹŻąćęłńóśźż{_TYPOGRAPHY}]*"),
    "iso8859_2": re.compile(f"[\x00-\x7fĄĆĘŁŃÓŚŹŻąćęłńóśźż{_TYPOGRAPHY}]*"),
    "cp1251": re.compile(f"[\x00-\x7fА-Яа-яЁёІіЇїЄєҐґЎў{_TYPOGRAPHY}]*"),
}
# one word in two scripts shows that a guess made letters of something else
_MIXED: Final = re.compile("[A-Za-z][А-яЁёІіЇїЄєҐґЎў]|[А-яЁёІіЇїЄєҐґЎў][A-Za-z]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_SIGNATURES: Final = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "an Office document or a ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a compressed file",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedInfo:
    """An example that comes with the project.

    Parameters
    ----------
    slug
        Name of its folder.
    title, lang, published, publisher, rights, note
        From its `article.toml`.
    own
        Whether it was written for this project; only these are in the wheel.
    path
        Its text.
    """

    slug: str
    title: str
    lang: str
    published: date | None
    publisher: str
    rights: str
    note: str
    own: bool
    path: Path

    @property
    def gold(self) -> Path:
        """Its hand-made annotations, for tests."""
        return self.path.with_name("gold.json")


def read_article(
    source: str | Path | BinaryIO, *, lang: str | None = None, published: date | None = None
) -> Article:
    """Read an article from a file or an open stream of bytes.

    Parameters
    ----------
    source
        Path of a text file, or a stream such as `sys.stdin.buffer`. Beside a file `NAME.txt`,
        `NAME.toml` or else `article.toml` may give title, published, lang, publisher, url, rights.
    lang, published
        Language (ISO 639-1) and date, over what the TOML file says.

    Returns
    -------
    article
        Its text is as read; `source` is the publisher, else the file's name.

    Raises
    ------
    InputError
        When there is no such file, or it is empty, too large, no text, or no legible text.
    """
    if isinstance(source, str | Path):
        path = Path(source)
        text = decode(_bytes_of(path), name=str(path))
        known = _about(path)
        name = path.name
    else:
        text = decode(source.read(MAX_BYTES + 1), name="the input")
        known, name = {}, ""
    return Article(
        text=text,
        lang=lang or known.get("lang") or None,
        title=known.get("title", ""),
        published=published or known.get("published"),
        url=known.get("url", ""),
        source=known.get("publisher") or name,
        rights=known.get("rights", ""),
    )


def decode(content: bytes, *, name: str = "the text") -> str:
    """Turn the bytes of a text file into text.

    UTF-8, with or without a byte order mark; UTF-16 with one; else Windows-1250 or ISO 8859-2 if
    that makes Polish of every byte, or Windows-1251 if it makes Cyrillic of every byte.

    Parameters
    ----------
    content
        The bytes.
    name
        How the error calls them.

    Returns
    -------
    text
        The text, without byte order mark.

    Raises
    ------
    InputError
        When it is empty, over `MAX_BYTES`, no text, or in an encoding that can't be told.
    """
    if len(content) > MAX_BYTES:
        raise InputError(
            f"{_capital(name)} is larger than {MAX_BYTES // 1_000_000} MB.",
            hint="Give one article at a time.",
        )
    text = _unicode(content) if content else ""
    if text is None or _CONTROL.search(text):
        raise _illegible(content, name)
    if not text.strip():
        raise InputError(f"{_capital(name)} is empty.", hint="Give the text of an article.")
    return text


def seeds_folder() -> Path | None:
    """Where the examples are: the checkout's `seeds`, else the package's own; None if nowhere."""
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "seeds").is_dir():
        return checkout / "seeds"
    packaged = _PACKAGE / "_seeds"
    return packaged if packaged.is_dir() else None


def seeds() -> tuple[SeedInfo, ...]:
    """List the examples; the page opens the first one when it isn't given an article.

    Returns
    -------
    seeds
        By `order` in their article.toml, then by name. The wheel has only those written for this
        project; an installation without any gives an empty tuple.
    """
    folder = seeds_folder()
    if folder is None:
        return ()
    found = [
        (_about(path), path)
        for path in sorted(folder.glob("*/article.txt"))
        if path.with_suffix(".toml").is_file()
    ]
    found.sort(key=lambda pair: (pair[0].get("order", 0), pair[1].parent.name))
    return tuple(_seed(known, path) for known, path in found)


def seed(slug: str) -> SeedInfo:
    """The example of that name; DataError, which lists all names, if there is none."""
    every = seeds()
    for info in every:
        if info.slug == slug:
            return info
    names = ", ".join(info.slug for info in every) or "none"
    raise DataError(f"There is no example {slug!r}.", hint=f"There are: {names}.")


def _seed(known: Mapping[str, Any], path: Path) -> SeedInfo:
    return SeedInfo(
        slug=path.parent.name,
        title=known.get("title", path.parent.name),
        lang=known.get("lang", ""),
        published=known.get("published"),
        publisher=known.get("publisher", ""),
        rights=known.get("rights", ""),
        note=known.get("note", ""),
        own=bool(known.get("own", False)),
        path=path,
    )


def _bytes_of(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(f"{path} is a folder.", hint="Give the text file in it.")
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError(
            f"There is no file {path}.", hint="Check the path, or give - to read standard input."
        ) from error
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise InputError(
            f"{path} can't be read: {reason}.", hint="Check that you may read it."
        ) from error


def _about(path: Path) -> dict[str, Any]:
    """What the TOML file beside a text says; empty when there is none."""
    for beside in (path.with_suffix(".toml"), path.with_name("article.toml")):
        if beside.is_file() and beside != path:
            return _read_about(beside)
    return {}


def _read_about(path: Path) -> dict[str, Any]:
    try:
        known = tomllib.loads(path.read_text(encoding="utf-8"))
        if "published" in known:
            known["published"] = _day(known["published"])
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else "it can't be read"
        raise InputError(
            f"{path} can't be used: {reason}.",
            hint="Write it as title = '...', published = 2023-04-06, lang = 'pl'.",
        ) from error
    for key in ("title", "lang", "publisher", "url", "rights", "note"):
        known[key] = str(known.get(key, ""))
    return known


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return date.fromisoformat(str(value))


def _unicode(content: bytes) -> str | None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _try(content, "utf-16")
    text = _try(content, "utf-8-sig")
    if text is not None:
        return text
    for encoding, admitted in _LEGACY.items():
        guess = _try(content, encoding)
        if guess and admitted.fullmatch(guess) and not _MIXED.search(guess):
            return guess
    return None


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _illegible(content: bytes, name: str) -> InputError:
    for signature, what in _SIGNATURES.items():
        if content.startswith(signature):
            return InputError(
                f"{_capital(name)} is {what}, not plain text.", hint="Save its text as UTF-8 first."
            )
    if b"\x00" in content[:4096]:
        return InputError(
            f"{_capital(name)} isn't a text file.", hint="Give plain text, saved as UTF-8."
        )
    return InputError(
        f"The encoding of {name} can't be told.", hint="Save the text as UTF-8 and try again."
    )


def _capital(name: str) -> str:
    # "the input is..." starts a sentence; a path keeps its letters
    return name.replace("the ", "The ", 1) if name.startswith("the ") else name
