"""The components of the page: small hosts around the drawing code that ships with the maps.

Streamlit sends a component's code with its element; an element that is the same as before is
not sent again. So the heavy parts stand alone: Leaflet with the drawing code and no data, and
each layer's data by itself. The map's and the article's own messages stay small.
"""

from __future__ import annotations

import base64
import functools
import gzip
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from typing import Any, Final

import streamlit as st

from geo.maps.web import WebMap
from geo.maps.web.assets import article_script, leaflet_script, map_script, styles
from geo.maps.web.features import compact

__all__ = ["mount_article", "mount_data", "mount_library", "mount_map", "mount_panes", "prepare"]

CACHED: Final = 10_500
"""Bytes above which Streamlit sends an unchanged message as a reference to the one before."""

HEAVY: Final = 3 * CACHED
"""Characters of JSON from which a layer travels by itself: packed they are still cached."""

_FOLDER: Final = resources.files("geo.app") / "components"


def _script(name: str) -> str:
    gate = (_FOLDER / "gate.js").read_text(encoding="utf-8")
    return gate + "\n" + (_FOLDER / f"{name}.js").read_text(encoding="utf-8")


@functools.cache
def _component(name: str) -> Callable[..., Any]:
    # once a process: registering the same name again makes Streamlit warn
    css = (_FOLDER / "page.css").read_text(encoding="utf-8") if name == "library" else None
    return st.components.v2.component(
        f"standoff_{name}", js=_script(f"{name}_host"), css=css, isolate_styles=False
    )


def prepare(web: WebMap) -> None:
    """Pack what the first visitor will be sent; packing is remembered."""
    _library()
    for name, written in web.ground.items():
        if len(written) >= HEAVY:
            _message({name: written})


def mount_library() -> None:
    """Load Leaflet, the drawing code and the sheet; once a page, before everything else."""
    with st.container(key="so-library"):
        _component("library")(key="library", data=_library())


@functools.cache
def _library() -> dict[str, str]:
    script = f"{leaflet_script()}\n{map_script()}\n{article_script()}"
    return {"script": _pack(script), "css": _pack(styles())}


def mount_data(web: WebMap) -> None:
    """Send the ground of the map apart from the map's own message.

    What a person changes is in the article's and the editor's layers; the ground stays, and what
    stays is sent once.
    """
    large = {name: written for name, written in web.ground.items() if len(written) >= HEAVY}
    small = {name: written for name, written in web.ground.items() if name not in large}
    with st.container(key="so-data"):
        for name, written in large.items():
            layer = name.rpartition("@")[0]
            _component("data")(key=f"data-{layer}", data=_message({name: written}))
        _component("data")(key="data", data=_message(small, lasting=True))


def mount_map(
    web: WebMap, *, picking: str, on_hidden: Callable[[], None], on_point: Callable[[], None]
) -> Mapping[str, Any]:
    """Show the map; its view, layer choices and popup outlive every rerun.

    Parameters
    ----------
    web
        The scene's script and data.
    picking
        While the map is to take a point, what to do; else empty.
    on_hidden
        Called when a person switches layers.
    on_point
        Called when a point was taken, or none is wanted any more.

    Returns
    -------
    state
        `hidden`: ids of the layers that are off; `point`: `{"lon", "lat"}` in degrees, or `{}`.
    """
    light = {name: written for name, written in web.data.items() if name not in web.ground}
    message = {"script": web.script, "needs": list(web.ground), "light": light}
    result: Mapping[str, Any] = _component("map")(
        key="map",
        data={**_message(message), "picking": picking},
        on_hidden_change=on_hidden,
        on_point_change=on_point,
    )
    return result


def mount_article(
    view: Mapping[str, Any], *, on_correction: Callable[[], None]
) -> Mapping[str, Any]:
    """Show the text with its mentions; `correction` holds what a person decided."""
    result: Mapping[str, Any] = _component("article")(
        key="article",
        data=_message(view, lasting=True),
        on_correction_change=on_correction,
    )
    return result


def mount_panes(panes: Sequence[Mapping[str, Any]]) -> None:
    """Show tables behind tabs: `title`, `tables` and, for none, the sentence `empty`."""
    _component("panes")(key="panes", data=_message({"panes": list(panes)}))


def _message(content: Mapping[str, Any], *, lasting: bool = False) -> dict[str, Any]:
    """Pack a message; a lasting one not so far that Streamlit's cache wouldn't keep it."""
    written = compact(content)
    packed = _pack(written)
    plain = lasting and len(packed) < CACHED <= len(written)
    return {"plain": content} if plain else {"packed": packed}


@functools.lru_cache(maxsize=256)
def _pack(written: str) -> str:
    """Gzip and base64: a third of the bytes, and no character that JSON would write as six."""
    content = written.encode("utf-8", "replace")
    return base64.b64encode(gzip.compress(content, compresslevel=6, mtime=0)).decode()
