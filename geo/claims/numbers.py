"""Numbers as texts write them: 1250, 1,250, 1 250, 1.250, 2,5 mln, five hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from geo.model import Span

__all__ = ["Number", "find_numbers"]

_SPACES: Final = " \u00a0\u2007\u2009\u202f"
_DIGITS: Final = re.compile(
    # not the 16 of F-16, nor the second half of a decimal
    r"(?<![\w.,])(?<![^\W\d_]-)"
    r"(?P<digits>"
    # groups of three, all parted alike, and perhaps decimals
    r"\d{1,3}(?P<mark>[" + _SPACES + r"'’.,])\d{3}(?:(?P=mark)\d{3})*(?!\d)(?:[.,]\d+)?"
    r"|\d+(?:[.,]\d+)?"
    r")(?!\d)"
)
_THOUSAND: Final = (
    r"thousand|tys\.?|tysi[aąę]c\w*|тыс\.?|тысяч\w*|тис\.?|тисяч\w*|tausend|Tsd\.?|mille"
    r"|tis[ií]c\w*|tūkst\.?|tūkstanč\w*|tūkstoš\w*|хил\.?|хиляди|tisoč\w*"
)
_MILLION: Final = (
    r"million\w*|mln\.?|mili[oó]n\w*|млн\.?|миллион\w*|мільйон\w*|мільён\w*|Mio\.?|milijon\w*"
    r"|miljon\w*|милион\w*"
)
_MULTIPLIER: Final = re.compile(
    rf"[-{_SPACES}]?(?:(?P<thousand>{_THOUSAND})|(?P<million>{_MILLION}))(?!\w)", re.IGNORECASE
)
_WORDS: Final[dict[str, float]] = {
    form: value
    for forms, value in (
        ("a hundred|one hundred|sto|stu|сто|ста|hundert|einhundert|cent", 100),
        ("two hundred|dwieście|dwustu|двести|двухсот|двісті|двохсот|zweihundert|deux cents", 200),
        ("three hundred|trzysta|trzystu|триста|трёхсот|трехсот|трьохсот|dreihundert", 300),
        ("four hundred|czterysta|czterystu|четыреста|четырёхсот|четырехсот|чотириста", 400),
        ("vierhundert|quatre cents", 400),
        ("five hundred|pięćset|pięciuset|пятьсот|пятисот|п'ятсот|п’ятсот|fünfhundert", 500),
        ("six hundred|sześćset|sześciuset|шестьсот|шестисот|шістсот|sechshundert", 600),
        ("seven hundred|siedemset|siedmiuset|семьсот|семисот|сімсот|siebenhundert", 700),
        ("eight hundred|osiemset|ośmiuset|восемьсот|восьмисот|вісімсот|achthundert", 800),
        ("nine hundred|dziewięćset|dziewięciuset|девятьсот|дев'ятсот|дев’ятсот", 900),
        ("a thousand|one thousand|tysiąc|tysiąca|тысяча|тысячи|тысячу|тысяч|тисяча", 1000),
        ("тисячу|тисячі|tausend|eintausend|mille", 1000),
        ("two thousand|dwa tysiące|dwóch tysięcy|две тысячи|двух тысяч|дві тисячі", 2000),
        ("zweitausend|deux mille", 2000),
        ("five thousand|pięć tysięcy|пять тысяч|п'ять тисяч|п’ять тисяч|fünftausend", 5000),
    )
    for form in forms.split("|")
}
_WORD: Final = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)) + r")(?!\w)",
    re.IGNORECASE,
)
_COARSEST: Final = 2
"""Round numbers are taken to mean at least this many digits: 500 is 495 to 505, not 450 to 550."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text.

    Parameters
    ----------
    value
        What it says.
    rounding
        Half of the unit that its writing resolves: 5 for 1250, 0.05 for 1.2.
    span
        Where it stands, with a word such as "thousand".
    times
        What such a word multiplies by; it is in `value` already.
    """

    value: float
    rounding: float
    span: Span
    times: float = 1.0


def find_numbers(text: str, lang: str) -> Iterator[Number]:
    """Read the numbers of a text, in its order.

    Parameters
    ----------
    text
        Any text.
    lang
        Its language, ISO 639-1: tells whether `1,250` is a thousand and more (English), or a little
        more than one (most others).

    Yields
    ------
    number
        Digits with marks and multipliers, and round numbers in words.
    """
    found = [*_DIGITS.finditer(text), *_WORD.finditer(text)]
    for match in sorted(found, key=lambda m: m.start()):
        if match.re is _WORD:
            value = _WORDS[match[0].casefold()]
            yield Number(value=value, rounding=value / 20, span=_span(match))
            continue
        value, step = _value(match["digits"], match["mark"], decimal="." if lang == "en" else ",")
        end, factor = match.end(), 1.0
        if times := _MULTIPLIER.match(text, match.end()):
            end, factor = times.end(), 1e3 if times["thousand"] else 1e6
        yield Number(
            value=value * factor,
            rounding=step * factor / 2,
            span=Span(start=match.start(), end=end),
            times=factor,
        )


def _value(digits: str, mark: str | None, *, decimal: str) -> tuple[float, float]:
    """Tell a number's value, and the unit of its last digit that counts."""
    groups = digits.split(mark) if mark else [digits]
    # "1,250" is decimal where the comma is, unless it goes on ("1,250,000", "1,250.5")
    if mark == decimal and len(groups) == 2 and not re.search(r"[.,]", groups[1]):
        whole, decimals = groups
    else:
        joined = "".join(groups) if mark else digits
        whole, _, decimals = joined.replace(",", ".").partition(".")
    value = float(f"{whole}.{decimals or 0}")
    if decimals:
        return value, 10.0 ** -len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    return value, 10.0 ** min(zeros, max(len(whole) - _COARSEST, 0))


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.end())
