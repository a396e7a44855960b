"""What `standoff dashboard` runs: the page, as `dashboard.py` does in the checkout."""

from __future__ import annotations

from geo.app import main

main()
