"""Alliances as texts name them."""

from __future__ import annotations

import re
from typing import Final

from geo.model import Span

__all__ = ["find_alliances"]

_NAMES: Final = {
    "NATO": r"NATO|НАТО|НАТА|OTAN|North Atlantic (?:Treaty|Alliance)"
    r"|Sojusz\w* Północnoatlantyck\w*|Північноатлантичн\w+ альянс\w*"
    r"|Североатлантическ\w+ альянс\w*|Nordatlantikpakt\w*",
    "EU": r"EU|UE|ЄС|ЕС|European Union|Uni[ią]\w? Europejsk\w+|Європейськ\w+ [Сс]оюз\w*"
    r"|Европейск\w+ [Сс]оюз\w*|Europäisch\w+ Union|Union européenne|Evropsk\w+ uni\w+"
    r"|Európsk\w+ úni\w+|Европейск\w+ съюз|Europos Sąjung\w+|Eiropas Savienīb\w+"
    r"|Еўрапейск\w+ [Сс]аюз\w*",
    "CSTO": r"CSTO|OUBZ|ОДКБ|АДКБ|OVKS|Collective Security Treaty"
    r"|Organizacj\w+ Układu o Bezpieczeństwie Zbiorowym"
    r"|Договор\w* о коллективной безопасности|Договор\w* про колективну безпеку",
    "Union State": r"Union State|Państw\w+ Związkow\w+|Союзн\w+ государств\w*|Союзн\w+ держав\w*"
    r"|Unionsstaat\w*|Саюзн\w+ дзяржав\w*",
}
"""With the endings that inflection gives them. Two letters as common as ES (Slovak, Lithuanian,
Latvian for EU) are left out: they are other words in other languages."""

_PATTERN: Final = re.compile(
    "|".join(
        rf"(?P<{name.replace(' ', '_')}>(?<!\w)(?:{words})(?!\w))" for name, words in _NAMES.items()
    )
)


def find_alliances(text: str) -> tuple[tuple[str, Span], ...]:
    """Find where a text names alliances with known members.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    named
        Organisation, as in `geo.datasets.alliances.ORGANISATIONS`, and where it stands, in the
        text's order.
    """
    return tuple(
        (str(match.lastgroup).replace("_", " "), Span(start=match.start(), end=match.end()))
        for match in _PATTERN.finditer(text)
    )
