"""Mentions as the JSON record that other programs read; names fixed, additions allowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from geo.analysis.borderlands import borderland_id
from geo.model import Borderland, Candidate, Evidence, Resolution

__all__ = ["mention_record", "places_features", "places_record", "record_rows"]

_LAND_SOURCES = ["osm_borders", "natural_earth"]
"""Of the lines that borderlands lie along (OpenStreetMap, ODbL), and of their outlines."""


def places_record(
    record_id: str,
    lang: str,
    resolutions: Iterable[Resolution],
    borderlands: Iterable[Borderland] = (),
) -> dict[str, Any]:
    """Give the whole record of one text.

    Parameters
    ----------
    record_id
        Who the text is: the caller's id, or the article's hash.
    lang
        Language used.
    resolutions
        Mentions in the order of the text, every kind.
    borderlands
        Phrases that put something at a border.

    Returns
    -------
    dict
        Offsets count code points of the text given; `lon` and `lat` are degrees, null for NIL
        and for regions without a centre.
    """
    return {
        "id": record_id,
        "lang": lang,
        "mentions": [mention_record(resolution) for resolution in resolutions],
        "borderlands": [_borderland(number, one) for number, one in enumerate(borderlands)],
    }


def _borderland(number: int, found: Borderland) -> dict[str, Any]:
    """Give one phrase: an uncertain area, so no point."""
    return {
        "id": borderland_id(number),
        "start": found.span.start,
        "end": found.span.end,
        "surface": found.surface,
        "status": str(found.status),
        "pairs": [list(pair) for pair in found.pairs],
        "told_by": found.told_by or None,
        "reason": found.reason or None,
        "width_km": found.width_km,
        "width_by": "text" if found.width_told else "convention",
    }


def mention_record(resolution: Resolution) -> dict[str, Any]:
    """Give one mention, with its candidates and the reasons for and against."""
    mention, place = resolution.mention, resolution.place
    record: dict[str, Any] = {
        "start": mention.span.start,
        "end": mention.span.end,
        "surface": mention.surface,
        "lemma": mention.lemma,
        "kind": str(mention.kind),
        "status": str(resolution.status),
        "name": place.name if place else None,
        "place_id": place.id if place else None,
        "feature_class": place.feature_class if place else None,
        "feature_code": place.feature_code if place else None,
        "iso_a3": resolution.iso_a3,
        "lon": place.lon if place else None,
        "lat": place.lat if place else None,
        "precision_km": place.precision_km if place else None,
        "score": round(resolution.score, 4),
        "method": resolution.method,
        "candidates": [_candidate(candidate) for candidate in resolution.candidates],
        "evidence": [_evidence(reason) for reason in resolution.evidence],
    }
    if mention.modality is not None:
        record["modality"] = {"kind": str(mention.modality.kind), "by": mention.modality.by}
    return record


def _candidate(candidate: Candidate) -> dict[str, Any]:
    place = candidate.place
    return {
        "place_id": place.id,
        "name": place.name,
        "feature_class": place.feature_class,
        "feature_code": place.feature_code,
        "iso_a3": place.iso_a3,
        "lon": place.lon,
        "lat": place.lat,
        "population": place.population,
        "score": round(candidate.score, 4),
        "evidence": [_evidence(reason) for reason in candidate.evidence],
    }


def _evidence(reason: Evidence) -> dict[str, Any]:
    return {"kind": reason.kind, "value": reason.value, "weight": round(reason.weight, 4)}


def record_rows(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give a record's mentions, then its borderlands, as rows of one table.

    A borderland has no point, score or country of its own: its name is its pairs, its
    `precision_km` how far it reaches.
    """
    yield from record["mentions"]
    for found in record["borderlands"]:
        yield {
            **dict.fromkeys(("place_id", "feature_class", "feature_code", "iso_a3", "lon", "lat")),
            **found,
            "kind": "borderland",
            "name": ", ".join("-".join(pair) for pair in found["pairs"]) or None,
            "precision_km": found["width_km"] if found["pairs"] else None,
            "score": None,
            "method": "border",
        }


def places_features(
    record: dict[str, Any], areas: Mapping[str, Mapping[str, Any]] | None = None
) -> dict[str, Any]:
    """Give a record's mentions as a GeoJSON FeatureCollection (RFC 7946: WGS 84, lon before lat).

    A mention without a point keeps its row, with a null geometry.

    Parameters
    ----------
    record
        As `places_record` gives it.
    areas
        GeoJSON geometries of the borderlands, by id; none without.
    """
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": f"{record['id']}#{number}",
                "geometry": _point(mention["lon"], mention["lat"]),
                "properties": {
                    key: value
                    for key, value in mention.items()
                    if key not in {"lon", "lat", "candidates", "evidence"}
                },
            }
            for number, mention in enumerate(record["mentions"])
        ]
        + [
            {
                "type": "Feature",
                "id": f"{record['id']}#{borderland['id']}",
                "geometry": (areas or {}).get(borderland["id"]),
                "properties": {"kind": "borderland", **borderland, "source_ids": _LAND_SOURCES},
            }
            for borderland in record["borderlands"]
        ],
    }


def _point(lon: float | None, lat: float | None) -> dict[str, Any] | None:
    if lon is None or lat is None:
        return None
    return {"type": "Point", "coordinates": [lon, lat]}
