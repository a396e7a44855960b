"""What keeps the house in order: length of modules, names of rooms, words that don't belong."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "geo").rglob("*.py"))
HARD_LIMIT = 500
ERRORS = {"InputError", "DataError", "GeometryError", "GeocodingError", "ExtraMissingError"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_is_longer_than_the_hard_limit(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= HARD_LIMIT


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_are_named_in_the_field_s_words(path):
    assert not re.search(r"(^|_)(utils?|helpers?|manager|misc|common)($|_)", path.stem)


def test_nothing_is_left_to_do_or_printed():
    left = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in MODULES
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\b(TODO|FIXME|XXX|NotImplementedError)\b|^\s*print\(", line)
    ]
    assert not left


def told(path: Path) -> Iterator[tuple[int, str]]:
    """Messages and hints of a module's errors, with `*` for what is filled in."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        nodes = list(ast.walk(function))
        named = {
            node.targets[0].id: node.value
            for node in nodes
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        for node in nodes:
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS:
                for word in [*node.args, *(k.value for k in node.keywords if k.arg == "hint")]:
                    text = named.get(word.id) if isinstance(word, ast.Name) else word
                    if isinstance(text, ast.Constant):
                        yield node.lineno, str(text.value)
                    elif isinstance(text, ast.JoinedStr):
                        parts = [getattr(part, "value", "") for part in text.values]
                        yield node.lineno, "".join(p if isinstance(p, str) else "*" for p in parts)


def test_errors_are_sentences():
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in MODULES
        for line, text in told(path)
        if text and (text[0].islower() or text[-1] not in ".*")
    ]
    assert not wrong


def test_dashboard_is_three_lines():
    lines = (ROOT / "dashboard.py").read_text(encoding="utf-8").splitlines()
    code = [line for line in lines if line and not line.startswith(("#", '"""', "from __future__"))]
    assert code == ["from geo.app import main", "main()"]
