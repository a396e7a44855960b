"""Start the page's server and get ready while the browser opens.

Streamlit imports a script only when somebody asks for it; reading the libraries and the data
takes two seconds, which pass here beside the server's own start.
"""

from __future__ import annotations

import sys
from pathlib import Path

from geo.app import warm

__all__ = ["main"]


def main() -> None:
    """Run `streamlit run` on the page, with whatever options were given."""
    from streamlit.web import cli  # noqa: PLC0415  # the page's own imports come after the start

    warm.start()
    sys.argv = ["streamlit", "run", str(Path(__file__).with_name("script.py")), *sys.argv[1:]]
    cli.main()


if __name__ == "__main__":
    main()
