"""A second source for the supplement's points from memory, where a package has one.

The same thing is looked for by its names: islands and lakes among the named outlines of `maps`
(Natural Earth) and `mapdata` (CIA World Data Bank II), volcanoes in the list of the Global
Volcanism Program, airfields in OurAirports, villages, quarters, landscapes and old divisions in
GeoNames; a lake also by the outline it lies in. What agrees is noted in the row's `evidence`; the
packages serve to compare only.
"""

from __future__ import annotations

import math
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET

import numpy as np
import shapely

from gazetteer_parts.rows import Gazetteer, Row
from gazetteer_parts.sources import read
from geo.datasets.layers import read_layer
from geo.gazetteer.normalise import fold
from geo.geodesy import distance_km, nearest

__all__ = ["SECOND", "Found", "Seconds"]

SECOND = ("geonames", "gvp", "natural_earth", "ourairports", "wdb2")
"""What may stand after `memory` in the column `evidence`."""

LANGUAGES = ("en", "pl", "de", "fr", "cs", "sl", "lt", "uk", "ru", "be", "bg")
KIND = re.compile(
    r"\b(islands?|isles?( of)?|archipelago|lake|mount(ains?)?|mt|sea of|atoll|peninsula|air ?base"
    r"|airport|border crossing|the|naval base|base|military|district|volcano|loch|lough|reservoir"
    r"|castle)\b"
)
BOX = np.dtype([("offset", "<i4"), ("lines", "<i4"), ("box", "<f4", 4)])
OUTLINES = (
    ("r-cran-mapdata", "usr/lib/R/site-library/mapdata/mapdata/worldHires", "wdb2"),
    ("r-cran-maps", "usr/lib/R/site-library/maps/mapdata/world", "natural_earth"),
    ("r-cran-maps", "usr/lib/R/site-library/maps/mapdata/lakes", "natural_earth"),
)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
VOLCANOES = "gvp/resources/gvp_202507041754.xlsx"

OUTLINED = frozenset({"T.ISL", "T.ISLS", "T.PEN", "H.LK", "H.RSV"})
SUMMITS = frozenset({"T.VLC", "T.MT", "T.ISL"})
SITES = frozenset({"S.AIRB", "S.AIRP", "S.INSM", "S.NVB"})
SETTLED = SITES | {"S.BP", "S.PS", "S.MFG", "S.CSTL", "S.PAL", "S.LNCH", "S.SCH"}
AREAS = frozenset({"L.RGN", "T.ISL", "T.ISLS", "A.ADM1H"})
LAKES = frozenset({"H.LK", "H.RSV"})

TOWNS = {
    "znpp": "Enerhodar",
    "chernobyl_npp": "Pripyat",
    "rivne_npp": "Varash",
    "khmelnytskyi_npp": "Netishyn",
    "kursk_npp": "Kurchatov",
    "smolensk_npp": "Desnogorsk",
    "leningrad_npp": "Sosnovyy Bor",
    "ignalina_npp": "Visaginas",
    "plesetsk": "Mirny",
    "hanford": "Richland",
}
"""Where a site's name is a larger town's: the town that was built for it."""

ALWAYS_KM, TOWN_KM, ANOTHER_KM = 10.0, 20.0, 300.0
"""Two sources this close agree whatever their precision; a town may lie farther from its site; what
is farther than the last is another thing of the name."""


@dataclass(frozen=True, slots=True)
class Found:
    """The second source's point: how far from the row's, whose, for what, and how far may it be."""

    km: float
    source: str
    name: str
    allowed_km: float

    @property
    def agrees(self) -> bool:
        """Whether the two points can be the same thing's."""
        return self.km <= self.allowed_km


@dataclass(frozen=True, slots=True)
class _Known:
    name: str
    source: str
    iso_a2: str
    lon: float
    lat: float
    reach_km: float


class Seconds:
    """Every second source, by name.

    Parameters
    ----------
    gazetteer
        With GeoNames and OurAirports in it.
    iso_a2
        Two-letter code of a country by its three letters.
    """

    def __init__(self, gazetteer: Gazetteer, iso_a2: Mapping[str, str]) -> None:
        self._iso_a2 = iso_a2
        self._outlines = _by_name(_outlines())
        self._volcanoes = _by_name(_volcanoes())
        rows = [row for row in gazetteer.rows.values() if not math.isnan(row.lon)]
        self._towns = _by_name(_rows(rows, "P", "geonames"))
        self._airfields = _by_name(_rows(rows, "S", "ourairports"))
        self._areas = _by_name(_rows(rows, "AL", "geonames"))
        self._lakes = read_layer("lakes").geometry.to_numpy()

    def find(self, line: Mapping[str, str]) -> Found | None:
        """The nearest thing of the same name and kind, or None."""
        found = [self._compared(line, known) for known in self._namesakes(line)]
        if line["feature"] in LAKES:
            found.append(self._lake(line))
        near = [f for f in found if f.km <= ANOTHER_KM]
        return min(near, key=lambda f: (not f.agrees, f.km), default=None)

    def _namesakes(self, line: Mapping[str, str]) -> Iterator[_Known]:
        names = [name for lang in LANGUAGES for name in line[lang].split("|") if name]
        feature = line["feature"]
        lists = [
            (self._outlines, OUTLINED),
            (self._volcanoes, SUMMITS),
            (self._airfields, SITES),
            (self._areas, AREAS),
            (self._towns, SETTLED | {"P.PPL", "P.PPLX"}),
        ]
        for known, features in lists:
            if feature in features:
                for key in {key for name in names for key in _keys(name)}:
                    yield from known.get(key, ())
        if town := TOWNS.get(line["id"]):
            yield from self._towns.get(fold(town), ())

    def _compared(self, line: Mapping[str, str], known: _Known) -> Found:
        home = self._iso_a2.get(line["iso_a3"], "")
        if home and known.iso_a2 and known.iso_a2 != home:
            return Found(float("inf"), known.source, known.name, 0.0)
        km = float(distance_km(float(line["lon"]), float(line["lat"]), known.lon, known.lat))
        allowed = max(ALWAYS_KM, float(line["precision_km"]), known.reach_km)
        if fold(TOWNS.get(line["id"], "")) in _keys(known.name):
            allowed = max(allowed, TOWN_KM)
        return Found(km, known.source, known.name, allowed)

    def _lake(self, line: Mapping[str, str]) -> Found:
        lon, lat = float(line["lon"]), float(line["lat"])
        outline = self._lakes[shapely.STRtree(self._lakes).nearest(shapely.Point(lon, lat))]
        inside = outline.covers(shapely.Point(lon, lat))
        km = 0.0 if inside else nearest(outline, lon, lat).km
        # any lake may lie nearby: a nameless outline speaks for the point only when it holds it
        return Found(km if km <= ALWAYS_KM / 2 else float("inf"), "natural_earth", "outline", 5.0)


def _keys(name: str) -> set[str]:
    """Its folded name, with and without words for what it is."""
    key = fold(name)
    return {key, " ".join(KIND.sub(" ", key).split())} - {""}


def _by_name(things: Iterator[_Known]) -> dict[str, list[_Known]]:
    found: dict[str, list[_Known]] = defaultdict(list)
    for thing in things:
        for key in _keys(thing.name):
            found[key].append(thing)
    return found


def _rows(rows: list[Row], classes: str, source: str) -> Iterator[_Known]:
    for row in rows:
        if row.feature_class in classes and not row.feature_code.startswith("PCL"):
            reach = row.precision_km
            for text in {name.text for name in row.names}:
                yield _Known(text, source, row.iso_a2, row.lon, row.lat, reach)


def _outlines() -> Iterator[_Known]:
    """The middles of the named outlines' boxes, of which the files' heads tell the corners."""
    for package, stem, source in OUTLINES:
        names = read(package, f"{stem}.N").decode("latin-1").splitlines()
        content = read(package, f"{stem}.G")
        boxes = np.frombuffer(content, BOX, count=len(names), offset=2)
        for line, box in zip(names, np.degrees(boxes["box"].astype(float)), strict=True):
            west, south, east, north = box
            reach = float(distance_km(west, south, east, north)) / 2
            name = line.split("\t")[0].split(":")[-1].strip()
            if not name.isdigit():
                yield _Known(name, source, "", (west + east) / 2, (south + north) / 2, reach)


def _volcanoes() -> Iterator[_Known]:
    with zipfile.ZipFile(BytesIO(read("gvp", VOLCANOES))) as book:
        shared = [
            "".join(item.itertext())
            for item in ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 (a pinned file)
        ]
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 (a pinned file)
    for row in list(sheet.iter(f"{SHEET}row"))[1:]:
        cells = {cell.get("r", "")[:1]: cell for cell in row}
        value = {column: cell.findtext(f"{SHEET}v") or "" for column, cell in cells.items()}
        name = shared[int(value["B"])] if cells["B"].get("t") == "s" else value["B"]
        yield _Known(name, "gvp", "", float(value["K"]), float(value["J"]), 3.0)
