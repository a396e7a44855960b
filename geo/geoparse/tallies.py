"""Counting right and wrong, and what follows from the counts."""

from __future__ import annotations

import math
import statistics
from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from geo.geoparse.judge import Judgement

__all__ = ["Resolved", "Tally", "resolution_scores"]

_HALF_EARTH_KM = 20_039.0
"""The longest distance on the earth, half of the equator: the worst error there is."""
_BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001)


@dataclass(slots=True)
class Tally:
    """Counts for precision and recall."""

    predicted: int = 0
    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, predicted: AbstractSet[Hashable], gold: AbstractSet[Hashable]) -> None:
        """Count one document's sets."""
        both = len(predicted & gold)
        self.add_counts(predicted=len(predicted), right=both, gold=len(gold), found=both)

    def add_counts(self, *, predicted: int, right: int, gold: int, found: int) -> None:
        """Add counts: predictions and how many are right, annotations and how many are found."""
        self.predicted += predicted
        self.right += right
        self.gold += gold
        self.found += found

    def judge(self, *, right: bool) -> None:
        """Count one prediction where only precision is asked for."""
        self.add_counts(predicted=1, right=int(right), gold=0, found=0)

    def record(self) -> dict[str, float]:
        """Precision, recall, F1 and the counts."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.found / self.gold if self.gold else 0.0
        both = precision + recall
        return {
            "precision": precision,
            "recall": recall,
            "f1": 2 * precision * recall / both if both else 0.0,
            "predicted": self.predicted,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A rightly recognised mention, judged, with the score it was given."""

    judgement: Judgement
    score: float


def resolution_scores(
    resolved: Sequence[Resolved],
) -> tuple[dict[str, float], tuple[tuple[float, float, int, float, float], ...]]:
    """Work out accuracies, errors and the reliability of the scores.

    Parameters
    ----------
    resolved
        Rightly recognised mentions with coordinates.

    Returns
    -------
    scores
        See `geo.geoparse.evaluate.Score.resolution`; empty for no mention.
    reliability
        Per band of the score: from, to, mentions, mean score, share right with areas at 161 km.
    """
    if not resolved:
        return {}, ()
    judged = [item.judgement for item in resolved]
    errors = [j.error_km for j in judged if j.error_km is not None]
    scores = {
        "mentions": float(len(judged)),
        "acc161": statistics.fmean(j.right(161.0, areas=False) for j in judged),
        "acc20": statistics.fmean(j.right(20.0, areas=False) for j in judged),
        "acc161_areas": statistics.fmean(j.right(161.0, areas=True) for j in judged),
        "acc20_areas": statistics.fmean(j.right(20.0, areas=True) for j in judged),
    }
    named = [j.same_id for j in judged if j.has_id]
    if named:
        scores["same_id"] = statistics.fmean(named)
    if errors:
        scores["mean_km"] = statistics.fmean(errors)
        scores["median_km"] = statistics.median(errors)
        scores["auc"] = area_under_errors(errors)
    return scores, tuple(_reliability(resolved))


def area_under_errors(errors_km: Sequence[float]) -> float:
    """Area under the curve of the errors' logarithms, 0 (perfect) to 1.

    The measure of the field: the sorted ln(error + 1) over ln(half the equator + 1), integrated
    by trapezoids (Jurgens et al. 2015; Gritta et al. 2018).

    Parameters
    ----------
    errors_km
        Distances in km, at least one.
    """
    worst = math.log(_HALF_EARTH_KM + 1)
    logs = sorted(math.log(error + 1) / worst for error in errors_km)
    if len(logs) == 1:
        return logs[0]
    return sum((low + high) / 2 for low, high in pairwise(logs)) / (len(logs) - 1)


def _reliability(resolved: Sequence[Resolved]) -> list[tuple[float, float, int, float, float]]:
    rows = []
    for low, high in pairwise(_BANDS):
        band = [item for item in resolved if low <= item.score < high]
        if band:
            mean = statistics.fmean(item.score for item in band)
            right = statistics.fmean(item.judgement.right(161.0, areas=True) for item in band)
            rows.append((low, min(high, 1.0), len(band), mean, right))
    return rows
