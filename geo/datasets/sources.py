"""Sources by id: rows of the cited tables and shipped datasets alike."""

from __future__ import annotations

from geo.datasets import manifest
from geo.datasets.facts import is_fact
from geo.datasets.facts import source as fact_source
from geo.errors import DataError
from geo.model import Source

__all__ = ["source_of"]


def source_of(source_id: str) -> Source | None:
    """Look a source up among the facts' citations and the shipped datasets; None if unknown."""
    if is_fact(source_id):
        return fact_source(source_id)
    try:
        return manifest.source(source_id)
    except DataError:
        return None
