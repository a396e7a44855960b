"""The lettering of the map: who is named in which turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.maps.figure.labels.along import place_beside, place_on_line
from geo.maps.figure.labels.areas import has_room, place_near
from geo.maps.figure.labels.board import Board
from geo.maps.figure.labels.points import Lands, place_point
from geo.maps.figure.labels.want import Label, size_of
from geo.maps.figure.layers import Drawn, reach_mm, scaled
from geo.maps.figure.layout import Box
from geo.maps.figure.lettered import Lettered
from geo.maps.figure.names_of_countries import (
    Country,
    countries_to_name,
    marked,
    name_beside,
    name_country,
    name_exclaves,
    symbol_beside,
)
from geo.maps.figure.names_of_points import CITY_ROLES, Named, areas_beyond, points_to_name
from geo.maps.figure.plate import Dropped, Text
from geo.maps.figure.projection import Projection
from geo.maps.figure.typeface import TYPE
from geo.maps.scene import LayerRole, Mark, Style

__all__ = ["letter_map"]

_WEIGHTS: Final = {
    LayerRole.RING: 1.6,
    LayerRole.FOCUS_BORDER: 2.0,
    LayerRole.BORDERS: 0.5,
    LayerRole.COAST: 0.25,
    LayerRole.RING_BAND: 0.25,
    LayerRole.DEAD_ZONE: 0.25,
    LayerRole.UNCERTAINTY: 0.3,
}
"""What it costs a name to cover a millimetre of each."""

_OPTIONAL: Final = frozenset({"focus-city", "city"})
"""Cities give way: their symbols are kept free only once they are named."""

_LEAST_SEA: Final = 0.3
"""A sea is named where it is at least as large as its name, or nearly so."""

_AFLOAT: Final = 0.55
"""Share of a sea's name that stays on water where the sea is narrow."""

_WORLD_CAPITALS: Final = 16
"""Capitals to find one's way by on a map of the world."""

_AREA_MENTION: Final = "mention-area"


def letter_map(drawn: Sequence[Drawn], projection: Projection, board: Board) -> Lettered:
    """Name everything on the map that has a name and finds room for it.

    Sites go first, then what the article mentions, capitals, the country in focus, ring captions,
    its cities, countries, the border's length, exclaves, other cities, seas and regions.

    Parameters
    ----------
    drawn
        The layers on the sheet, bottom first.
    projection
        The map's.
    board
        The frame, with what stands in it already.
    """
    return _Letterer(drawn, projection, board).done


class _Letterer:
    """One map being lettered."""

    def __init__(self, drawn: Sequence[Drawn], projection: Projection, board: Board) -> None:
        self.done = Lettered()
        self._placed: list[tuple[Country, Box]] = []
        self._waters: set[tuple[str, int]] = set()
        self._waits = _OPTIONAL
        self._drawn, self._projection, self._board = drawn, projection, board
        land = [layer.shapes for layer in drawn if layer.layer.role is LayerRole.LAND]
        shapes = np.concatenate(land) if land else np.empty(0, dtype=object)
        self._lands = Lands(shapes)
        self._water = _water(shapes, board.frame)
        for layer in drawn:
            if weight := _WEIGHTS.get(layer.layer.role, 0.0):
                board.weigh(shapely.GeometryCollection(_seen(layer.outlines)), weight)
        self._letter()

    def _letter(self) -> None:
        world = self._projection.kind == "eqearth"
        points = points_to_name(self._drawn, self._board.frame, self._board.scale)
        if world:
            points = _largest_capitals(points)
        points = self._clear_of_furniture(points)
        areas = {_bare(named): named for named in self._areas(points)}
        countries = countries_to_name(self._drawn, areas, self._board)
        # a country too small for its name is named at its point, like a town; so are all that a
        # map of the world is about, or names of neighbours would hide some
        small = [
            c
            for c in countries
            if c.mention in points and (world or not has_room(c.label, c.seen, self._board))
        ]
        countries = [c for c in countries if c not in small]
        beside = {(c.mention.layer_id, c.mention.row) for c in countries if c.mention}
        own = [named for named in points if (named.layer_id, named.row) not in beside]
        seas = self._sea_names()
        # the world has more capitals than room: there they wait for the countries
        self._waits = _OPTIONAL | {"capital"} if world else _OPTIONAL
        for named in own:
            waits = named.want.role in self._waits and not named.want.led
            if not waits and _bare(named).casefold() not in seas:
                self._take(named)
        for named in [named for named in own if _bare(named).casefold() in seas]:
            if self._mentioned_water(named):
                own.remove(named)
            else:
                self._take(named)
        self._name_points(own, {"site", "mention"} if world else {"site", "mention", "capital"})
        self._name_countries([c for c in countries if c.label.role == "focus"])
        self._caption_rings()
        others = [c for c in countries if c.label.role != "focus"]
        self._name_countries([c for c in others if c.mention])
        self._name_points(own, {"focus-city"})
        self._name_countries([c for c in others if not c.mention])
        self._caption_borders()
        self._name_points(own, {"capital", "city"} if world else {"city"})
        self._name_exclaves(countries)
        self._name_labels()

    def _areas(self, points: Sequence[Named]) -> list[Named]:
        """Mentions of areas; a country is seen where its middle, its point, may not be."""
        seen = [named for named in points if named.key == _AREA_MENTION]
        return [*areas_beyond(self._drawn, self._board.scale), *seen]

    def _clear_of_furniture(self, points: Sequence[Named]) -> list[Named]:
        """Leave out the cities that the scale bar or an inset lies on."""
        clear = []
        for named in points:
            if named.want.role in CITY_ROLES and self._board.hides(_around(named)):
                reason = "its point lies under the scale bar or an inset"
                self.done.add(Dropped(words=named.want.words, role=named.want.role, reason=reason))
            else:
                clear.append(named)
        return clear

    def _take(self, named: Named) -> None:
        """Keep names off a symbol, and from being taken for its own."""
        self._board.take(_around(named))
        self._board.mark(named.want.x, named.want.y)

    def _name_points(self, points: Sequence[Named], roles: set[str]) -> None:
        for named in points:
            if named.want.role not in roles or not named.want.words:
                continue
            optional = named.want.role in self._waits and not named.want.led
            spot = _around(named)
            if optional and self._board.hides(spot):
                reason = "its point lies under another name"
                self.done.add(Dropped(words=named.want.words, role=named.want.role, reason=reason))
                continue
            placed = place_point(named.want, self._board, self._lands)
            if isinstance(placed, Dropped):
                self.done.add(placed)
                continue
            if optional:
                self._take(named)
            texts, leaders = placed
            for leader in leaders:
                self._keep_clear(leader.geometry)
            self.done.texts += texts
            self.done.inks += leaders
            if named.want.role in CITY_ROLES:
                self.done.kept.setdefault(named.layer_id, set()).add(named.row)

    def _keep_clear(self, line: BaseGeometry) -> None:
        """Keep names off a leader."""
        dense = shapely.segmentize(line, 0.8)
        for x, y in shapely.get_coordinates(dense).tolist():
            self._board.take(Box(x, y, x, y).grown(0.25))

    def _name_countries(self, countries: Sequence[Country]) -> None:
        for country in countries:
            result = name_country(country, self._board, self._style(country.mention))
            if isinstance(result, Dropped):
                self._without_room(country, result)
                continue
            texts, symbols = result
            self.done.texts += texts
            self.done.inks += symbols
            self._placed.append((country, texts[0].box))
            if country.mention is not None:
                rows = self.done.moved.setdefault(country.mention.layer_id, set())
                rows.add(country.mention.row)

    def _name_exclaves(self, countries: Sequence[Country]) -> None:
        for country, box in self._placed:
            detached = name_exclaves(
                country, box, others=countries, projection=self._projection, board=self._board
            )
            for texts in detached:
                self.done.texts += texts

    def _without_room(self, country: Country, why: Dropped) -> None:
        """A mention keeps its point; an island is named on the water."""
        spot = _around(country.mention) if country.mention is not None else None
        if country.mention is not None and spot is not None and self._open(spot):
            self._take(country.mention)
            self._name_points([country.mention], {"mention"})
            return
        # on a map of the world there are more islands than water to name them on
        crowded = self._projection.kind == "eqearth" and country.label.role != "focus"
        placed = why if crowded else name_beside(country, self._board, self._water)
        self.done.add(placed)
        if country.mention is not None:
            rows = self.done.moved.setdefault(country.mention.layer_id, set())
            rows.add(country.mention.row)

    def _open(self, spot: Box) -> bool:
        return self._board.frame.holds(spot) and not self._board.hides(spot)

    def _style(self, mention: Named | None) -> Style | None:
        if mention is None:
            return None
        layer = next(layer for layer in self._drawn if layer.layer.id == mention.layer_id)
        return scaled(layer.layer.style_of(mention.key), self._board.scale)

    def _caption_rings(self) -> None:
        for layer, words, line, style in self._captions(
            {LayerRole.RING, LayerRole.RING_BAND, LayerRole.DEAD_ZONE}
        ):
            label = self._caption(words, style.stroke or style.text, layer.layer.id, role="ring")
            placed = place_on_line(label, line, self._board)
            if self.done.add(placed) and isinstance(placed, Text) and placed.outline is not None:
                gap = placed.outline.buffer(0.55 * self._board.scale)
                self.done.gaps.setdefault(layer.layer.id, []).append(gap)

    def _caption_borders(self) -> None:
        for layer, words, line, style in self._captions({LayerRole.FOCUS_BORDER}):
            label = self._caption(words, style.stroke or style.text, layer.layer.id, role="border")
            self.done.add(place_beside(label, line, self._board))

    def _captions(self, roles: set[LayerRole]) -> Iterator[tuple[Drawn, str, BaseGeometry, Style]]:
        for layer in self._drawn:
            if layer.layer.role in roles:
                for words, line, key in zip(
                    layer.words("caption"), layer.outlines, layer.keys, strict=True
                ):
                    if words:
                        yield layer, words, line, layer.layer.style_of(key)

    def _caption(self, words: str, colour: str, group: str, *, role: str) -> Label:
        kind = TYPE["ring"].scaled(self._board.scale)
        return Label(lines=(words,), kind=kind, colour=colour, group=group, role=role)

    def _name_labels(self) -> None:
        """Seas, and regions that have a middle but no outline."""
        for layer in self._drawn:
            if layer.layer.mark is not Mark.LABEL:
                continue
            kind = "sea" if layer.layer.role is LayerRole.SEAS else "region"
            names, ranks = layer.words("label"), layer.numbers("priority")
            reach = reach_mm(layer.layer, self._projection)
            seen = [i for i in range(len(names)) if names[i] and not layer.shapes[i].is_empty]
            for i in sorted(seen, key=lambda i: (-ranks[i], -reach[i], names[i])):
                if (layer.layer.id, i) in self._waters:
                    continue
                label = self._label(layer, i, names[i], kind)
                if kind == "sea" and 0 < reach[i] < _LEAST_SEA * size_of(label).width:
                    continue
                self._name_label(label, layer.shapes[i], float(reach[i]))

    def _sea_names(self) -> set[str]:
        seas = [layer for layer in self._drawn if layer.layer.role is LayerRole.SEAS]
        # on the map a water has a capital that it lacks within a sentence: "Море Лаптєвих"
        return {name.casefold() for layer in seas for name in layer.words("label")}

    def _mentioned_water(self, named: Named) -> bool:
        """Letter a sea that the article mentions once, with the mention's symbol before it."""
        name, style = _bare(named), self._style(named)
        for layer in self._drawn:
            if layer.layer.role is not LayerRole.SEAS or style is None:
                continue
            names = [label.casefold() for label in layer.words("label")]
            for i in (i for i, label in enumerate(names) if label == name.casefold()):
                if layer.shapes[i].is_empty:
                    continue
                label = marked(self._label(layer, i, name, "sea"), named, self._board.scale)
                reach = float(reach_mm(layer.layer, self._projection)[i])
                placed = self._name_label(label, layer.shapes[i], reach)
                if placed:
                    self._waters.add((layer.layer.id, i))
                    self.done.inks.append(symbol_beside(placed[0], named, style, self._board.scale))
                    self.done.moved.setdefault(named.layer_id, set()).add(named.row)
                    return True
        return False

    def _label(self, layer: Drawn, row: int, words: str, kind: str) -> Label:
        return Label(
            lines=(words,),
            kind=TYPE[kind].scaled(self._board.scale),
            colour=layer.layer.style_of(layer.keys[row]).text,
            group=layer.layer.id,
            role=kind,
        )

    def _name_label(self, label: Label, shape: BaseGeometry, reach: float) -> tuple[Text, ...]:
        x, y = shapely.get_coordinates(shapely.point_on_surface(shape))[0].tolist()
        scale = self._board.scale
        placed = place_near(
            label,
            x,
            y,
            self._board,
            water=self._water if label.role == "sea" else None,
            reach_mm=min(max(reach, 5 * scale), 45 * scale) if reach else 10 * scale,
            afloat=_AFLOAT,
        )
        self.done.add(placed)
        if isinstance(placed, Dropped):
            return ()
        if label.role == "sea":
            # two seas whose names stand side by side read as one
            for text in placed:
                self._board.take(text.box.grown(3.0 * scale))
        return placed


def _bare(named: Named) -> str:
    """The name of a mention, without how often it is mentioned."""
    return named.want.words.split("\u00a0×")[0]


def _largest_capitals(points: Sequence[Named]) -> list[Named]:
    capitals = [named for named in points if named.want.role == "capital"]
    left_out = capitals[_WORLD_CAPITALS:]
    return [named for named in points if named not in left_out]


def _seen(shapes: np.ndarray) -> list[BaseGeometry]:
    return [shape for shape in shapes if not shape.is_empty]


def _around(named: Named) -> Box:
    want = named.want
    return Box(want.x, want.y, want.x, want.y).grown(want.radius_mm)


def _water(land: np.ndarray, frame: Box) -> BaseGeometry:
    whole = shapely.box(frame.left, frame.bottom, frame.right, frame.top)
    coarse = shapely.buffer(shapely.simplify(land, 0.3), 0)
    return shapely.difference(whole, shapely.union_all(coarse))
