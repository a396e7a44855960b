"""Planned, claimed, denied, happened: as the text says, by whom it says."""

from __future__ import annotations

import pytest

from geo.geoparse.lexicon import lexicon
from geo.geoparse.modality import Modalities
from geo.model import ModalityKind, Span


@pytest.mark.parametrize(
    ("lang", "text", "kind", "by"),
    [
        ("pl", "Moskwa planuje rozmieścić broń w Grodnie.", "planned", "Moskwa"),
        ("pl", "Kijów zaprzeczył, że ostrzelano Kursk.", "denied", "Kijów"),
        ("pl", "Rosja przekazała rakiety jednostce w Osipowiczach.", "happened", ""),
        ("pl", "W Grodnie jest zamek.", None, ""),
        ("en", "Drones struck a depot in Kherson.", "happened", ""),
        ("en", "Belarus plans to build a base near Lida.", "planned", "Belarus"),
        ("en", "Tehran denied that a drill was planned near Basra.", "denied", "Tehran"),
        ("en", "Lida lies in Belarus.", None, ""),
        ("uk", "Мінськ планує навчання біля Гродна.", "planned", "Мінськ"),
        ("ru", "Минск планирует учения под Гродно.", "planned", "Минск"),
        ("ru", "Киев опроверг, что обстрелян Курск.", "denied", "Киев"),
        ("ru", "В Гродно есть замок под Неманом.", None, ""),
        ("de", "Minsk plant eine Übung bei Grodno.", "planned", "Minsk"),
        ("de", "Teheran bestreitet Angriffe auf Basra.", "denied", "Teheran"),
        ("de", "In Grodno steht ein Schloss.", None, ""),
        ("fr", "Minsk prévoit des manœuvres près de Grodno.", "planned", "Minsk"),
        ("fr", "Téhéran dément avoir frappé Bassora.", "denied", "Téhéran"),
        ("fr", "Grodno est une ville de Biélorussie.", None, ""),
        ("cs", "Minsk plánuje cvičení u města Grodno.", "planned", "Minsk"),
        ("cs", "Kyjev popřel, že byl ostřelován Kursk.", "denied", "Kyjev"),
        ("cs", "V Grodnu stojí zámek.", None, ""),
    ],
)
def test_kinds(lang: str, text: str, kind: str | None, by: str) -> None:
    modality = Modalities(text, lexicon(lang)).at(Span(start=len(text) - 8, end=len(text) - 1))
    assert (modality.kind.value if modality else None) == kind
    assert (modality.by if modality else "") == by


def test_each_sentence_speaks_for_itself() -> None:
    text = "Moskwa planuje manewry w Lidzie. W Grodnie jest zamek."
    modalities = Modalities(text, lexicon("pl"))
    first = modalities.at(Span(start=text.index("Lidzie"), end=text.index("Lidzie") + 6))
    assert first is not None
    assert first.kind is ModalityKind.PLANNED
    assert first.cue is not None
    assert first.cue.of(text) == "planuje"
    assert modalities.at(Span(start=text.index("Grodnie"), end=text.index("Grodnie") + 7)) is None
