"""What the legend has to explain: the classes of rows that are seen, each once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from geo.maps.figure.typeface import legible
from geo.maps.scene import Layer, LayerRole, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Entry", "entries_of"]

_ORDER: Final = (
    LayerRole.FOCUS_BORDER,
    LayerRole.RING,
    LayerRole.RING_BAND,
    LayerRole.DEAD_ZONE,
    LayerRole.REACH,
    LayerRole.SITES,
    LayerRole.UNCERTAINTY,
    LayerRole.MENTIONS,
    LayerRole.BORDERLAND,
    LayerRole.REGIONS,
    LayerRole.FOCUS,
    LayerRole.ALLIANCE,
    LayerRole.DISPUTED_AREA,
    LayerRole.DISPUTED,
    LayerRole.BORDERS,
    LayerRole.ADMIN1,
    LayerRole.CITIES,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """One row of a layer's legend.

    Parameters
    ----------
    layer, key
        The layer, and the class of its rows.
    words
        What it says.
    symbol
        What stands on the line: a ring with its site is one thing to a reader.
    """

    layer: Layer
    key: str
    words: str
    symbol: Style | None = None

    @property
    def style(self) -> Style:
        """How its swatch is drawn."""
        return self.layer.style_of(self.key)

    @property
    def spare(self) -> bool:
        """Whether the map says it as well: the country in focus bears its name."""
        return self.layer.role is LayerRole.FOCUS and self.words == legible(self.layer.title)


def entries_of(layers: Sequence[Layer], keys: dict[str, set[str]]) -> list[Entry]:
    """Rows for what is seen: first what the figure is about, the base map last.

    Parameters
    ----------
    layers
        Layers of the scene that are shown, bottom first.
    keys
        By layer id: classes of rows that are seen in the frame.
    """
    found = []
    said = set()
    for layer in layers:
        seen = keys.get(layer.id, set())
        for key, phrase in layer.legend:
            words = legible(phrase)
            # a key without rows of its own stands for the layer as a whole
            if words and words not in said and (key in seen or (seen and not key)):
                found.append(Entry(layer=layer, key=key, words=words))
                said.add(words)
    return sorted(_with_sites(found), key=lambda entry: _turn(entry.layer))


def _turn(layer: Layer) -> int:
    return _ORDER.index(layer.role) if layer.role in _ORDER else len(_ORDER)


def _with_sites(entries: Sequence[Entry]) -> list[Entry]:
    """Put each ring's site on its line; a kind of site that has no other needs no entry."""
    ringed: dict[str, str] = {}
    for entry in entries:
        if entry.layer.role is LayerRole.RING and "status" in entry.layer.frame.columns:
            row = entry.layer.frame.iloc[0]
            ringed[str(row["site_id"])] = str(row["status"])
    told: list[Entry] = []
    symbols: dict[str, Style] = {}
    for entry in entries:
        if entry.layer.role is LayerRole.SITES:
            keys = entry.layer.frame["key"].astype(str)
            sites = {str(site) for site in keys.index[keys == entry.key]}
            if sites and all(ringed.get(site) == entry.key for site in sites):
                symbols |= dict.fromkeys(sites, entry.style)
                continue
        told.append(entry)
    return [
        replace(entry, symbol=symbols.get(str(entry.layer.frame["site_id"].iloc[0])))
        if entry.layer.role is LayerRole.RING and "site_id" in entry.layer.frame.columns
        else entry
        for entry in told
    ]
