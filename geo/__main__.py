"""`python -m geo` is `standoff`."""

from __future__ import annotations

from geo.cli import main

if __name__ == "__main__":
    main()
