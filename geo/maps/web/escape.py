"""The two ways in which text from outside reaches what folium writes.

folium puts strings into JavaScript template literals and HTML at once; `html.escape` leaves
the backtick, `${` and the backslash, and script runs. And branca reads what its elements render
as a Jinja template once more: braces in a text would be executed on this side. So text travels
as JSON whose strings hold none of these characters, and the browser sets it with `textContent`;
where a text must become markup, each of them is written as a numeric entity.
"""

from __future__ import annotations

import json
import re
from typing import Final

__all__ = ["esc", "script_json"]

_ENTITIES: Final = str.maketrans({c: f"&#{ord(c)};" for c in "&<>\"'`${}\\"})

_LITERAL: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_IN_SCRIPT: Final = str.maketrans(
    {c: f"\\u{ord(c):04x}" for c in "&<>'`${}%#\u2028\u2029"}  # a backslash is JSON's own escape
)


def esc(text: str) -> str:
    """Write text so that neither HTML nor a JavaScript template literal reads it as code."""
    return text.translate(_ENTITIES)


def script_json(value: object) -> str:
    """Write a value as JSON that a script, a script element and a template can all hold.

    Parameters
    ----------
    value
        Dictionaries, lists, texts, finite numbers, None.

    Returns
    -------
    str
        JSON. Its strings hold no character that HTML, JavaScript's template literals or Jinja
        would act on; they are escaped as JSON escapes them and mean the same.
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _LITERAL.sub(lambda literal: literal[0].translate(_IN_SCRIPT), written)
