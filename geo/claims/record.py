"""Findings as JSON."""

from __future__ import annotations

from typing import Any

from geo.model import Finding

__all__ = ["to_record"]


def to_record(found: Finding, text: str) -> dict[str, Any]:
    """Give the JSON record of one finding of `standoff check`.

    Parameters
    ----------
    found
        The finding.
    text
        The article, which the offsets count in.

    Returns
    -------
    record
        Numbers in the claim's unit; `claimed` is what the wording admits.
    """
    claim = found.claim
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.span.of(text),
        "kind": claim.kind,
        "value": round(claim.quantity.value, 3),
        "unit": claim.quantity.unit,
        "hedge": claim.quantity.hedge,
        "claimed": {"low": round(claim.quantity.low, 3), "high": round(claim.quantity.high, 3)},
        "subject": list(claim.subject),
        "object": list(claim.object),
        "measured": _tenth(found.measured),
        "low": _tenth(found.low),
        "high": _tenth(found.high),
        "verdict": found.verdict.value,
        "detail": found.detail,
        "method": found.method,
        "reason": found.reason,
        "figures": [
            {"label": label, "value": round(value, 1), "source_id": source}
            for label, value, source in found.figures
        ],
        "source_ids": list(found.source_ids),
    }


def _tenth(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
