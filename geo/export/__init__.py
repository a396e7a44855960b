"""Pictures, pages and tables as files."""

from __future__ import annotations
