"""Evidence cards: what a mention was taken for, why, and what else it could be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from geo.analysis.record import Analysis
from geo.claims import reason_in
from geo.datasets.names import place_name
from geo.i18n import country_name, feature_word, has_phrase, km, number, phrase, reason
from geo.maps.borderlands import borderland_reasons, borderland_title, land_key
from geo.model import (
    Borderland,
    Candidate,
    Evidence,
    Finding,
    MentionKind,
    Modality,
    ModalityKind,
    Place,
    Resolution,
    ResolutionStatus,
)

__all__ = ["Cards", "kind_of", "mention_title", "place_title", "reason_sentence", "unplaced_reason"]

MOST_CANDIDATES: Final = 6
"""Runners-up beyond these say little and cost bytes."""

UNIT_WORDS: Final = {"km": km}


def kind_of(resolution: Resolution) -> str:
    """The kind as it is drawn: countries apart from other places."""
    kind = resolution.mention.kind
    place = resolution.place
    if kind is MentionKind.PLACE and place is not None and place.feature_code.startswith("PCL"):
        return "country"
    return kind.value


def place_title(place: Place, iso_a3: str | None, lang: str, on: date | None) -> str:
    """Name a place by the place-name policy: countries by CLDR, others as called on a day.

    Parameters
    ----------
    place
        The place.
    iso_a3
        Country it was joined to; names a country where the gazetteer gives none.
    lang
        Interface language.
    on
        The article's day.
    """
    if place.feature_code.startswith("PCL") and (iso_a3 or place.iso_a3):
        return country_name(iso_a3 or place.iso_a3 or "", lang)
    home = iso_a3 or place.iso_a3 or ""
    return place_name(place.id, lang, on, default=place.name, iso_a3=home)


def mention_title(resolution: Resolution, analysis: Analysis, lang: str) -> str:
    """Name what a mention means; a region that no list names keeps the article's own word.

    Parameters
    ----------
    resolution
        The mention, resolved or not.
    analysis
        The article it is in.
    lang
        Interface language.
    """
    mention, place = resolution.mention, resolution.place
    if place is None:
        return mention.surface
    title = place_title(place, resolution.iso_a3, lang, analysis.on)
    unnamed = title == place.name and mention.kind is MentionKind.REGION
    return mention.lemma or title if unnamed and analysis.lang == lang else title


def reason_sentence(evidence: Evidence, lang: str) -> str:
    """Say one reason as a sentence."""
    # GeoNames' code without its class: "PPLC" of "P.PPLC"
    value = evidence.value.rpartition(".")[2] if evidence.kind == "feature" else evidence.value
    return reason(evidence.kind, value, lang)


def unplaced_reason(resolution: Resolution, lang: str) -> str:
    """Why no pin shows a mention."""
    if resolution.status is ResolutionStatus.NIL:
        return phrase("web.why-nil", lang)
    if resolution.status is ResolutionStatus.AMBIGUOUS:
        names = ", ".join(
            f"{c.place.name} ({country_name(c.place.iso_a3, lang)})"
            if c.place.iso_a3
            else c.place.name
            for c in resolution.candidates[:3]
        )
        return phrase("web.why-ambiguous", lang, names=names)
    return phrase("web.why-region", lang)


class Cards:
    """The cards of one article; mentions with the same evidence share one.

    Parameters
    ----------
    analysis
        The article understood.
    lang
        Interface language.
    """

    def __init__(self, analysis: Analysis, lang: str) -> None:
        self.analysis = analysis
        self.lang = lang
        self.made: list[dict[str, Any]] = []
        self._numbers: dict[object, int] = {}

    def mention(self, key: str, resolution: Resolution) -> dict[str, Any]:
        """Describe one mention, with the number of its card."""
        lang = self.lang
        mention = resolution.mention
        place = resolution.place
        kind = kind_of(resolution)
        title = mention_title(resolution, self.analysis, lang)
        entry: dict[str, Any] = {
            "id": key,
            "surface": mention.surface,
            "kind": kind,
            "status": resolution.status.value,
            "doubt": bool(
                mention.kind.drawn and resolution.status is not ResolutionStatus.RESOLVED
            ),
            "card": self._card(resolution, title),
            "place": place.id if mention.kind.drawn and place and place.lon is not None else "",
            "hint": f"{title} · {phrase(f'kind.{kind}', lang)}",
            "reasons": [[reason_sentence(e, lang), e.weight] for e in resolution.evidence],
        }
        if said := _modality(mention.modality, lang):
            entry["modality"] = said
        return entry

    def finding(self, key: str, finding: Finding) -> dict[str, Any]:
        """Describe one claim beside what was measured, as a mention of its own kind."""
        verdict = phrase(f"verdict.{finding.verdict.value.replace(' ', '-')}", self.lang)
        quantity = finding.claim.quantity
        # figures of our own are labelled by detail, published ones by who published them
        figures = [
            [_figure_label(label, self.lang), self._amount(value, quantity.unit)]
            for label, value, _ in finding.figures
        ]
        card = {
            "title": quantity.written,
            "kind": verdict,
            "line": reason_in(finding, self.lang),
            "figures": figures,
        }
        return {
            "id": key,
            "surface": quantity.written,
            "kind": "claim",
            "status": "resolved",
            "card": self._number(("finding", key), card),
            "place": "",
            "hint": f"{quantity.written} · {verdict}",
        }

    def borderland(self, key: str, found: Borderland) -> dict[str, Any]:
        """Describe words that speak of a border, as a mention of their own kind."""
        lang = self.lang
        title = borderland_title(found, lang)
        kind = phrase("kind.borderland", lang)
        if not found.pairs:
            kind = f"{kind} · {phrase(f'status.{found.status.value}', lang)}"
        return {
            "id": key,
            "surface": found.surface,
            "kind": "borderland",
            "status": found.status.value,
            "doubt": not found.pairs,
            "card": self._number(("borderland", title, kind), {"title": title, "kind": kind}),
            "place": land_key(found),
            "hint": f"{title} · {phrase('kind.borderland', lang)}",
            "reasons": [[sentence, 0.0] for sentence in borderland_reasons(found, lang)],
        }

    def _amount(self, value: float, unit: str) -> str:
        write = UNIT_WORDS.get(unit)
        return write(value, self.lang) if write else f"{number(value, self.lang)} {unit}"

    def _card(self, resolution: Resolution, title: str) -> int:
        lang = self.lang
        kind = kind_of(resolution)
        candidates = resolution.candidates[:MOST_CANDIDATES]
        identity = (
            kind,
            resolution.status,
            title,
            tuple((c.place.id, round(c.score, 3), c.evidence) for c in candidates),
        )
        status = resolution.status
        words = phrase(f"kind.{kind}", lang)
        if resolution.mention.kind.drawn and status is not ResolutionStatus.RESOLVED:
            words = f"{words} · {phrase(f'status.{status.value}', lang)}"
        card: dict[str, Any] = {"title": title, "kind": words}
        if resolution.iso_a3 and title != country_name(resolution.iso_a3, lang):
            card["line"] = country_name(resolution.iso_a3, lang)
        if resolution.mention.kind.drawn:
            card["candidates"] = [self._candidate(c) for c in candidates]
        return self._number(identity, card)

    def _number(self, identity: object, card: Mapping[str, Any]) -> int:
        if identity not in self._numbers:
            self._numbers[identity] = len(self.made)
            self.made.append(dict(card))
        return self._numbers[identity]

    def _candidate(self, candidate: Candidate) -> dict[str, Any]:
        place, lang = candidate.place, self.lang
        where = [
            feature_word(place.feature_code or place.feature_class, lang),
            *([country_name(place.iso_a3, lang)] if place.iso_a3 else []),
        ]
        name = place_title(place, place.iso_a3, lang, self.analysis.on)
        return {
            "id": place.id,
            "name": name,
            "where": ", ".join(part for part in where if part != name),
            "score": round(max(0.0, min(1.0, candidate.score)), 3),
            "shown": number(candidate.score, lang, digits=2),
            "reasons": [[reason_sentence(e, lang), e.weight] for e in candidate.evidence],
        }


def _modality(modality: Modality | None, lang: str) -> str:
    """Say that something is planned, claimed or denied, and by whom; facts need no word."""
    quiet = {ModalityKind.UNKNOWN, ModalityKind.HAPPENED}
    if modality is None or modality.kind in quiet:
        return ""
    key = f"subtitle.{modality.kind.value}"
    return phrase(f"{key}-by", lang, by=modality.by) if modality.by else phrase(key, lang)


def _figure_label(label: str, lang: str) -> str:
    key = f"detail.{label}"
    return phrase(key, lang) if has_phrase(key) else label
