"""Read libraries and data while the browser opens, once, for whoever comes first."""

from __future__ import annotations

import gc
import logging
import threading
from typing import Final

from geo.errors import GeoError

__all__ = ["start", "wait"]

_log = logging.getLogger(__name__)
_done: Final = threading.Event()
_done.set()  # nothing to wait for until `start`


def start() -> None:
    """Begin, in threads of its own."""
    _done.clear()
    for work in (_warm, _warm_ground):
        threading.Thread(target=work, name=f"standoff{work.__name__}", daemon=True).start()


def wait() -> None:
    """Let a visitor who comes early wait for it: to do the same work twice would take longer."""
    _done.wait(timeout=30)


def _warm() -> None:
    try:
        from geo.analysis import Settings  # noqa: PLC0415  # importing is half of the work
        from geo.app import page, pipeline  # noqa: F401, PLC0415
        from geo.app.choices import default_article, default_language  # noqa: PLC0415
        from geo.app.hosts import prepare  # noqa: PLC0415

        key = (default_article(), Settings())
        lang = default_language()
        prepare(pipeline.web_map_of(*key, lang))
        pipeline.view_of(*key, lang)
        # Streamlit collects garbage after every run; what is read by now stays for good, and to
        # go through it each time would take twice as long as the run itself
        gc.collect()
        gc.freeze()
    except GeoError as error:
        _log.warning("%s", error)  # it is told again, on the page, when the page needs it
    finally:
        _done.set()


def _warm_ground() -> None:
    """Simplify the world beside the analysis: GEOS works without Python's lock."""
    try:
        from geo.datasets.countries import read_coasts, read_countries  # noqa: PLC0415
        from geo.maps.web.fit import prepare  # noqa: PLC0415

        prepare(read_countries("regional"))
        prepare(read_coasts("regional"))
    except GeoError as error:
        _log.warning("%s", error)
