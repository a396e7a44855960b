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

__all__ = [
    "mount_article",
    "mount_data",
    "mount_library",
    "mount_map",
    "mount_panes",
    "mount_saving",
    "prepare",
]

CACHED: Final = 10_500
"""Bytes above which Streamlit sends an unchanged message as a reference to the one before."""

HEAVY: Final = 3 * CACHED
"""Characters of JSON from which a layer travels by itself: packed they are still cached."""

_FOLDER: Final = resources.files("geo.app") / "components"


_ALONE: Final = frozenset({"library", "saving"})
"""Components with code of their own: before the library, or without it."""


def _code(name: str) -> str:
    return (_FOLDER / f"{name}.js").read_text(encoding="utf-8")


def _script(name: str) -> str:
    own = _code(f"{name}_host") if name in _ALONE else _code("mount").replace("NAME", name)
    return "\n".join(line for line in _code("gate").splitlines()[1:]) + "\n" + own


@functools.cache
def _component(name: str) -> Callable[..., Any]:
    # once a process: registering the same name again makes Streamlit warn
    css = (_FOLDER / "page.css").read_text(encoding="utf-8") if name == "library" else None
    return st.components.v2.component(
        f"standoff_{name}", js=_script(name), css=css, isolate_styles=False
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
    hosts = ("hosts", *(f"{name}_host" for name in ("data", "map", "article", "panes")))
    script = "\n".join([leaflet_script(), map_script(), article_script(), *map(_code, hosts)])
    return {"script": _pack(script), "css": _pack(styles())}


def mount_data(lasting: Mapping[str, str]) -> None:
    """Send what stays apart from the map's own message: what stays is sent once.

    Parameters
    ----------
    lasting
        Collections by name, as JSON.
    """
    large = {name: written for name, written in lasting.items() if len(written) >= HEAVY}
    small = {name: written for name, written in lasting.items() if name not in large}
    with st.container(key="so-data"):
        for name, written in large.items():
            layer = name.rpartition("@")[0]
            _component("data")(key=f"data-{layer}", data=_message({name: written}))
        _component("data")(key="data", data=_message(small, lasting=True))


def mount_map(
    web: WebMap,
    lasting: Mapping[str, str],
    *,
    picking: str,
    on_hidden: Callable[[], None],
    on_point: Callable[[], None],
) -> None:
    """Show the map; its view, layer choices and popup outlive every rerun.

    Its state holds `hidden`, the article's hash and the ids of the layers that are off, and
    `point`, `{"lon", "lat"}` in degrees or `{}`.

    Parameters
    ----------
    web
        The scene's script and data.
    lasting
        What `mount_data` sent.
    picking
        While the map is to take a point, what to do; else empty.
    on_hidden
        Called when a person switches layers.
    on_point
        Called when a point was taken, or none is wanted any more.
    """
    light = {name: written for name, written in web.data.items() if name not in lasting}
    needs = [name for name in web.data if name in lasting]
    message = {"script": web.script, "needs": needs, "light": light}
    _component("map")(
        key="map",
        data={**_message(message), "picking": picking},
        on_hidden_change=on_hidden,
        on_point_change=on_point,
    )


def mount_article(view: Mapping[str, Any], *, on_correction: Callable[[], None]) -> None:
    """Show the text with its mentions; `correction` in its state is what a person decided."""
    _component("article")(
        key="article",
        data=_message(view, lasting=True),
        on_correction_change=on_correction,
    )


def mount_panes(panes: Sequence[Mapping[str, Any]]) -> None:
    """Show tables behind tabs: `title`, `tables` and, for none, the sentence `empty`."""
    _component("panes")(key="panes", data=_message({"panes": list(panes)}))


def mount_saving(
    key: str, file: Mapping[str, str], content: bytes, *, on_saved: Callable[[], None]
) -> None:
    """Let the browser save a file.

    Parameters
    ----------
    key
        Key of the component; its state's `saved` is the token of the file that arrived.
    file
        `token`, by which the browser saves it once; `name`; `mime`.
    content
        Its bytes.
    on_saved
        Called when it has arrived.
    """
    written = base64.b64encode(content).decode()
    with st.container(key=f"so-{key}"):
        _component("saving")(key=key, data={**file, "content": written}, on_saved_change=on_saved)


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
