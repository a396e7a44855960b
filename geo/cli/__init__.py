"""The `standoff` command.

Exit codes: 0 done; 1 nothing found (no places, no finding, no border) or a check failed;
2 bad input, with one line on standard error that says what to do. Each command imports what it
needs when it runs, so that `standoff border` loads no drawing library.
"""

from __future__ import annotations

from geo.cli.main import app, main

__all__ = ["app", "main"]
