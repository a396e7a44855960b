"""Every source that an analysis rests on, by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from geo.analysis.deployed import Arms
from geo.datasets import alliances
from geo.datasets.sources import source_of
from geo.model import Finding, Source

__all__ = ["cited_sources"]


def cited_sources(
    arms: Arms,
    frames: Iterable[pd.DataFrame],
    findings: Iterable[Finding],
    members: Mapping[str, frozenset[str]],
) -> dict[str, Source]:
    """Collect the sources of frames, findings and memberships.

    Parameters
    ----------
    arms
        Sites, deployments and rings.
    frames
        Further frames with a `source_id` column.
    findings
        Claims beside measurements.
    members
        Members by alliance.

    Returns
    -------
    dict of str to Source
        In the order of first use; ids that stand for a person's own choice are left out.
    """
    ids: list[str] = []
    for frame in (arms.sites, arms.deployments, arms.later, arms.rings, *frames):
        ids += frame["source_id"].dropna().tolist()
    ids += [i for finding in findings for i in finding.source_ids]
    for org, isos in members.items():
        ids += alliances.membership_source_ids(org, isos)
    cited = {i: source_of(i) for i in dict.fromkeys(ids) if i and not i.startswith("user:")}
    return {i: found for i, found in cited.items() if found is not None}
