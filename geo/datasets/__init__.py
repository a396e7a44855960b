"""The only code that opens the files under `data/`."""

from __future__ import annotations
