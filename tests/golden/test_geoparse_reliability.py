"""A score is a probability: of the choices scored about p, about p are right."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.geoparse.calibrate import calibrated
from geo.geoparse.corpus import GoldDocument, read_corpus
from geo.geoparse.evaluate import evaluate_documents

PASSAGES = sorted((Path(__file__).parent / "passages").glob("*.jsonl"))
FOLDER = os.environ.get("STANDOFF_CORPORA", "")
BANDS = (0.0, 0.3, 0.7, 0.8, 0.9, 1.0)
FEWEST = 10


@given(st.lists(st.floats(0.001, 1.0), min_size=1, max_size=8))
def test_order_and_whole_are_kept(raw: list[float]) -> None:
    shares = sorted((value / sum(raw) for value in raw), reverse=True)
    scores = calibrated(shares)
    assert all(0.0 <= score <= 1.0 for score in scores)
    assert all(one >= other - 1e-9 for one, other in pairwise(scores))
    assert sum(scores) <= 1.0 + 1e-9


def test_a_likelier_best_is_never_less_sure() -> None:
    read = [calibrated([share / 100])[0] for share in range(101)]
    assert read == sorted(read)
    assert read[-1] < 1.0  # nothing read from a text is certain


def check_bands(documents: Iterable[GoldDocument]) -> None:
    rows = evaluate_documents("halves", documents).reliability
    for low, high in pairwise(BANDS):
        band = [row for row in rows if low <= row[0] and row[1] <= high]
        count = sum(row[2] for row in band)
        if count >= FEWEST:
            told = sum(row[2] * row[3] for row in band) / count
            right = sum(row[2] * row[4] for row in band) / count
            # ten choices, all right, can't be told from a chance of .84: two standard errors
            chance = 2 * math.sqrt(told * (1 - told) / count)
            assert right == pytest.approx(told, abs=max(0.1, chance)), (low, high, count)


def test_on_passages() -> None:
    check_bands(document for file in PASSAGES for document in read_corpus(file))


@pytest.mark.corpora
@pytest.mark.slow
@pytest.mark.skipif(not FOLDER, reason="STANDOFF_CORPORA points to no corpora")
def test_on_the_half_it_was_not_fitted_on() -> None:
    files = [path for name in ("lgl", "geovirus", "gwn") for path in Path(FOLDER).glob(f"{name}*")]
    if not files:
        pytest.skip(f"{FOLDER} has none of the corpora")
    check_bands(document for file in files for document in list(read_corpus(file))[1::2])
