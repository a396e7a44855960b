"""Mentions as the JSON record that other programs read; names fixed, additions allowed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.model import Candidate, Evidence, Resolution

__all__ = ["mention_record", "places_features", "places_record"]


def places_record(record_id: str, lang: str, resolutions: Iterable[Resolution]) -> dict[str, Any]:
    """Give the whole record of one text.

    Parameters
    ----------
    record_id
        Who the text is: the caller's id, or the article's hash.
    lang
        Language used.
    resolutions
        Mentions in the order of the text, every kind.

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


def places_features(record: dict[str, Any]) -> dict[str, Any]:
    """Give a record's mentions as a GeoJSON FeatureCollection (RFC 7946: WGS 84, lon before lat).

    A mention without a point keeps its row, with a null geometry.
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
        ],
    }


def _point(lon: float | None, lat: float | None) -> dict[str, Any] | None:
    if lon is None or lat is None:
        return None
    return {"type": "Point", "coordinates": [lon, lat]}
