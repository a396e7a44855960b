"""The article, its map and its tables as one file that opens anywhere, without a network.

Leaflet, the drawing code, styles, pictures and data are inside; a content security policy in
the file itself forbids every request. Data are packed, and unpacked by the browser.
"""

from __future__ import annotations

import base64
import gzip
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Final

from geo.analysis.record import Analysis
from geo.export.atomic import write_whole
from geo.export.tables import table_panes
from geo.maps.scene import Scene
from geo.maps.web import esc, web_map
from geo.maps.web.article import article_view
from geo.maps.web.assets import article_script, leaflet_script, map_script, page_styles, styles
from geo.maps.web.escape import script_json
from geo.maps.web.scene_map import MAP_NAME, inline_script

__all__ = ["map_bytes", "write_map"]

_POLICY: Final = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'"
)

_START: Final = """
(async () => {
  const so = globalThis.standoff;
  for (const [name, packed] of Object.entries(%(data)s)) so.put(name, await so.unpack(packed));
  so.heading = "h1";
  const at = (id) => document.getElementById(id);
  so.mounts.set(%(name)s, { map: at("map"), title: at("title"), legend: at("legend") });
  const draw = (standoff) => { %(script)s };
  draw(so);
  so.article(at("article"), %(view)s, null);
  so.panes(at("panes"), %(panes)s);
})();
"""

_PAGE: Final = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="generator" content="Standoff">
<meta name="description" content="{alt}">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>{styles}</style>
</head>
<body class="so-page">
<main>
<div class="so-beside">
<div class="so-frame"><div class="so-title" id="title"><h1>{title}</h1></div>
<div class="so-map" id="map"></div><div class="so-legend" id="legend"></div></div>
<div class="so-article" id="article"></div>
</div>
<div class="so-panes" id="panes"></div>
<noscript><p>{alt}</p></noscript>
</main>
{scripts}
</body>
</html>
"""


def map_bytes(scene: Scene, analysis: Analysis, *, hide: Collection[str] = frozenset()) -> bytes:
    """Write an article and its map as one HTML file.

    Parameters
    ----------
    scene
        The picture.
    analysis
        The article it is of.
    hide
        Ids of layers to leave out.

    Returns
    -------
    bytes
        UTF-8. The same arguments give the same bytes.
    """
    shown = replace(scene, layers=tuple(layer for layer in scene.layers if layer.id not in hide))
    web = web_map(shown)
    start = _START % {
        "data": script_json({name: _packed(written) for name, written in web.data.items()}),
        "name": script_json(MAP_NAME),
        "script": web.script,
        "view": script_json(article_view(analysis, scene.lang, correctable=False)),
        "panes": script_json({"panes": table_panes(analysis, scene.lang)}),
    }
    scripts = (leaflet_script(), map_script(), article_script(), start)
    page = _PAGE.format(
        lang=esc(scene.lang),
        policy=_POLICY,
        title=esc(scene.text.title),
        alt=esc(scene.text.alt),
        styles=styles() + page_styles(),
        scripts="\n".join(inline_script(script) for script in scripts),
    )
    return page.encode("utf-8", "replace")


def write_map(
    scene: Scene, analysis: Analysis, path: Path | str, *, hide: Collection[str] = frozenset()
) -> Path:
    """Write `map_bytes` to a file, whole or not at all.

    Parameters
    ----------
    scene, analysis
        The picture and the article it is of.
    path
        File to write; an existing one is replaced at once when the new one is complete.
    hide
        Ids of layers to leave out.

    Raises
    ------
    InputError
        When the file can't be written.
    """
    return write_whole(path, map_bytes(scene, analysis, hide=hide))


def _packed(written: str) -> str:
    content = gzip.compress(written.encode("utf-8", "replace"), compresslevel=9, mtime=0)
    return base64.b64encode(content).decode()
