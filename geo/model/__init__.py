"""The nouns of the field as frozen values: text, places, weapons, claims.

Standard library only, so that every layer above can share them.
"""

from __future__ import annotations

from geo.model.arsenal import Deployment, DeploymentStatus, Site, System
from geo.model.article import Article, Mention, MentionKind, Modality, ModalityKind, Span
from geo.model.borderland import CONVENTION_KM, Borderland, BorderPhrase
from geo.model.claims import Claim, Finding, Quantity, Source, Verdict
from geo.model.partial_date import PartialDate
from geo.model.place import Candidate, Evidence, Place, Resolution, ResolutionStatus

__all__ = [
    "CONVENTION_KM",
    "Article",
    "BorderPhrase",
    "Borderland",
    "Candidate",
    "Claim",
    "Deployment",
    "DeploymentStatus",
    "Evidence",
    "Finding",
    "Mention",
    "MentionKind",
    "Modality",
    "ModalityKind",
    "PartialDate",
    "Place",
    "Quantity",
    "Resolution",
    "ResolutionStatus",
    "Site",
    "Source",
    "Span",
    "System",
    "Verdict",
]
