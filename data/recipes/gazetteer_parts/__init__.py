"""The parts of `gazetteer.py`: one module per source, and the writer of the index."""

from __future__ import annotations
