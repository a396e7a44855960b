"""What a person chose: in the address where it can be shared, in the session where it can't.

The address holds the example, the languages, the date, the focus and the rings; a text of one's
own and corrections stay in the session. Everything from the address is checked; what doesn't
hold is left out, never an error.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geo.analysis import Correction, RingChoice, Settings
from geo.app.address import VIEWPOINTS, held
from geo.datasets import arsenal, articles
from geo.errors import InputError
from geo.i18n import Lang, language
from geo.model import Article

__all__ = [
    "LONGEST_KM",
    "OWN",
    "Choices",
    "HiddenLayers",
    "Pick",
    "ask_for_rings",
    "corrections",
    "default_article",
    "default_language",
    "example",
    "hidden_layers",
    "own_article",
    "pick",
    "picks",
    "ring_address",
    "rings",
    "settings_now",
    "start_picking",
    "stop_picking",
]


OWN: Final = "own"
"""Value of the example's select box for a text of one's own."""

MOST_RINGS: Final = 12
"""Rings an address may ask for."""

LONGEST_KM: Final = 20_000.0
"""Half the way around the earth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """A person's choices of one run: the text, the settings, the words' language."""

    article: Article
    settings: Settings
    lang: str


@dataclass(slots=True)
class HiddenLayers:
    """Layers that are off in the browser; downloads read them when they are asked for."""

    article_id: str = ""
    ids: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """The ring that waits for a point on the map."""

    system_id: str
    radius_km: float | None


def pick() -> Pick | None:
    """The ring for which the map takes the next click, or None."""
    waiting: Pick | None = st.session_state.get("pick")
    return waiting


def start_picking(wanted: Pick) -> None:
    """Let the map take the next click as a ring's centre."""
    st.session_state["pick"] = wanted
    st.session_state["picks"] = picks() + 1


def picks() -> int:
    """How often the session has asked the map for a point."""
    asked: int = st.session_state.get("picks", 0)
    return asked


def stop_picking() -> None:
    """Let clicks on the map mean what they always do."""
    st.session_state.pop("pick", None)


def hidden_layers() -> HiddenLayers:
    """The session's own record of hidden layers, made on first use."""
    if "hidden" not in st.session_state:
        st.session_state["hidden"] = HiddenLayers()
    hidden: HiddenLayers = st.session_state["hidden"]
    return hidden


def corrections() -> list[Correction]:
    """The session's corrections, oldest first."""
    if "corrections" not in st.session_state:
        st.session_state["corrections"] = []
    made: list[Correction] = st.session_state["corrections"]
    return made


def rings() -> tuple[RingChoice, ...]:
    """The rings the address asks for, less those that name nothing known."""
    return tuple(_rings(st.query_params.get_all("ring")))


def _rings(written: Iterable[str]) -> Iterable[RingChoice]:
    for text in list(dict.fromkeys(written))[:MOST_RINGS]:
        parts = [*text.split("/"), "", ""][:3]
        point = _point(parts[0])
        choice = RingChoice(
            site_id="" if point else parts[0],
            system_id=parts[1],
            radius_km=_radius(parts[2]),
            lon=point[0] if point else None,
            lat=point[1] if point else None,
        )
        centred = point is not None or choice.site_id in arsenal.read_sites()
        ranged = choice.system_id in arsenal.read_systems() or (
            not choice.system_id and choice.radius_km is not None
        )
        if centred and ranged:
            yield choice


def _point(text: str) -> tuple[float, float] | None:
    """Read "@24.5,53.7", longitude first."""
    lon, comma, lat = text.removeprefix("@").partition(",")
    if not (text.startswith("@") and comma):
        return None
    try:
        point = float(lon), float(lat)
    except ValueError:
        return None
    on_globe = all(map(math.isfinite, point)) and abs(point[0]) <= 180 and abs(point[1]) <= 90
    return point if on_globe else None


def _radius(text: str) -> float | None:
    try:
        radius = float(text)
    except ValueError:
        return None
    return radius if math.isfinite(radius) and 0 < radius <= LONGEST_KM else None


def ring_address(choice: RingChoice) -> str:
    """Write a ring as the address holds it: `site/system` or `@lon,lat/system`, with `/km`."""
    parts = [_centre(choice), choice.system_id]
    if choice.radius_km is not None:
        parts.append(f"{choice.radius_km:g}")
    return "/".join(parts)


def _centre(choice: RingChoice) -> str:
    if choice.lon is None or choice.lat is None:
        return choice.site_id
    # four decimals are ten metres
    return f"@{round(choice.lon, 4):.8g},{round(choice.lat, 4):.8g}"


def ask_for_rings(wanted: Iterable[RingChoice]) -> None:
    """Put rings into the address, one for each centre and system: the later one wins."""
    by_pair = {(_centre(choice), choice.system_id): choice for choice in wanted}
    st.query_params["ring"] = [ring_address(choice) for choice in by_pair.values()]


def settings_now() -> Settings:
    """Gather what the lids hold; on a visitor's first run, before they are drawn, the address."""
    lang, on, focus, viewpoint = (held(k) for k in ("text_lang", "on", "focus", "viewpoint"))
    return Settings(
        lang=lang if isinstance(lang, str) else None,
        on=on if isinstance(on, date) else None,
        focus=focus if isinstance(focus, str) else None,
        viewpoint=viewpoint if isinstance(viewpoint, str) else VIEWPOINTS[0],
        rings=rings(),
        corrections=tuple(corrections()),
    )


def default_language() -> Lang:
    """The language the command asked for, else the browser's, if the page speaks it."""
    return language(os.environ.get("STANDOFF_LANG") or _browser_language())


def _browser_language() -> str | None:
    # the property raises where no browser stands behind the call, as in the warming
    return st.context.locale if get_script_run_ctx(suppress_warning=True) else None


def default_article() -> Article:
    """What the page opens with: the file it was given, else the first example.

    Raises
    ------
    GeoError
        When there is neither.
    """
    own = _read_file(path) if (path := opened_file()) is not None else None
    if own is not None:
        return own
    known = articles.seeds()
    if not known:
        raise InputError("This installation has no examples.", hint="Open a file of your own.")
    return example(known[0].slug)


def own_article() -> Article | None:
    """The text of one's own: pasted or uploaded in this session, else the file the page opened."""
    own: Article | None = st.session_state.get("own")
    if own is None and (path := opened_file()) is not None:
        return _read_file(path)
    return own


def opened_file() -> str | None:
    """The file that `standoff dashboard FILE` opened."""
    return os.environ.get("STANDOFF_ARTICLE") or None


@st.cache_resource(show_spinner=False, max_entries=4)
def _read_file(path: str) -> Article:
    return articles.read_article(path)


@st.cache_resource(show_spinner=False, max_entries=32)
def example(slug: str) -> Article:
    """An example, credited to its publisher."""
    info = articles.seed(slug)
    article = articles.read_article(info.path)
    return article if article.source else replace(article, source=info.publisher)
