"""Nominatim, for names the gazetteer lacks, when somebody switches it on.

Nothing here runs by default. The usage policy of OpenStreetMap's Nominatim
(https://operations.osmfoundation.org/policies/nominatim/) is kept: at most one request a second
over the whole process, a User-Agent that says who asks, answers remembered, attribution shown.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

from geopy.exc import GeopyError
from geopy.geocoders import Nominatim
from geopy.location import Location

from geo.errors import GeocodingError, InputError
from geo.model import Place, Source

__all__ = ["NOMINATIM", "OnlineGazetteer"]

NOMINATIM: Final = Source(
    id="nominatim",
    title="Nominatim, OpenStreetMap",
    url="https://nominatim.openstreetmap.org/",
    licence="ODbL-1.0",
    attribution="© OpenStreetMap contributors",
)
"""To be credited wherever a place from here is shown."""

_PAUSE_S: Final = 1.0
_LOCK: Final = threading.Lock()
_last_request = [float("-inf")]


class OnlineGazetteer:
    """Forward geocoding through Nominatim; made only on a person's explicit wish.

    Parameters
    ----------
    contact
        Who runs this: an e-mail or web address, sent in the User-Agent as the policy asks.
    ask
        What answers a query; Nominatim through geopy if not given.
    timeout_s
        How long to wait for one answer, in seconds.
    """

    def __init__(
        self,
        contact: str,
        *,
        ask: Callable[[str, str | None], Location | None] | None = None,
        timeout_s: float = 10.0,
    ) -> None:
        if "@" not in contact and "." not in contact:
            raise InputError(
                f"{contact!r} is no contact address.",
                hint="Nominatim's policy wants an e-mail or web address of who asks.",
            )
        self._ask = ask or _nominatim(f"standoff ({contact})", timeout_s)
        self._known: dict[tuple[str, str | None], Place | None] = {}

    def find(self, name: str, lang: str | None = None) -> Place | None:
        """The place Nominatim thinks of first, or None.

        Parameters
        ----------
        name
            What to look for.
        lang
            Language to answer in, ISO 639-1.

        Raises
        ------
        GeocodingError
            If the service can't be reached or refuses.
        """
        key = (" ".join(name.split()), lang)
        if key not in self._known:
            self._known[key] = self._request(*key)
        return self._known[key]

    def _request(self, name: str, lang: str | None) -> Place | None:
        with _LOCK:
            # one second between requests of the whole process, as the policy asks
            time.sleep(max(0.0, _last_request[0] + _PAUSE_S - time.monotonic()))
            try:
                location = self._ask(name, lang)
            except GeopyError as error:
                raise GeocodingError(
                    f"Nominatim gave no answer for {name!r} ({error}).",
                    hint="Try later, or switch the online search off.",
                ) from error
            finally:
                _last_request[0] = time.monotonic()
        return None if location is None else _place(location)


def _nominatim(user_agent: str, timeout_s: float) -> Callable[[str, str | None], Location | None]:
    service = Nominatim(user_agent=user_agent, timeout=timeout_s)

    def ask(name: str, lang: str | None) -> Location | None:
        return service.geocode(name, language=lang or "en", addressdetails=True)

    return ask


def _place(location: Location) -> Place:
    raw = location.raw
    return Place(
        id=f"osm:{raw.get('osm_type', 'node')}/{raw.get('osm_id', 0)}",
        name=str(raw.get("name") or str(location.address).partition(",")[0]),
        lon=round(location.longitude, 5),
        lat=round(location.latitude, 5),
        source_id=NOMINATIM.id,
    )
