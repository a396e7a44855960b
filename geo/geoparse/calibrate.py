"""From a share among the candidates to how often such a choice is right.

The shares of the softmax are too modest in the middle: two rows for one town, or a town and its
county, part a likelihood between them though either is right. And they are too sure at the top.
The table is a monotone fit (pool adjacent violators, then a few knots) on half of the annotated
texts for development and on the passages written for this project; the other half checks it in
`tests/corpora`. Right means within 161 km, or as the area that holds the point.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

__all__ = ["calibrated"]

_KNOTS = (
    (0.0, 0.0),
    (0.22, 0.08),
    (0.28, 0.25),
    (0.35, 0.56),
    (0.45, 0.77),
    (0.65, 0.78),
    (0.75, 0.83),
    (0.85, 0.915),
    (0.96, 0.93),
    (0.985, 0.95),
    (0.995, 0.985),
    (1.0, 0.988),
)
"""Share of the best candidate, and how often it was right."""
_SHARES = tuple(share for share, _ in _KNOTS)


def calibrated(shares: Sequence[float]) -> list[float]:
    """Turn the shares of a mention's candidates into probabilities.

    Parameters
    ----------
    shares
        Of each candidate, best first, 0..1.

    Returns
    -------
    probabilities
        In the same order, none higher than the best's: the best's is read from the table, the
        others part what it leaves as they did before.
    """
    best = shares[0]
    right = _read(best)
    left = (1 - right) / (1 - best) if best < 1 else 0.0
    return [right, *(min(right, share * left) for share in shares[1:])]


def _read(share: float) -> float:
    """The table's value, linear between knots."""
    i = min(bisect_right(_SHARES, share), len(_KNOTS) - 1)
    (x, y), (beyond, higher) = _KNOTS[i - 1], _KNOTS[i]
    return y + (higher - y) * (share - x) / (beyond - x)
