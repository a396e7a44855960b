"""Polish place names from their cases, with the dictionary and without it."""

from __future__ import annotations

import pytest

from geo.geoparse.morphology import Analyser, analyser
from geo.geoparse.morphology.pl_paradigms import base_forms

FORMS = """
Osipowiczach Osipowicze · Osipowicz Osipowicze · Baranowiczach Baranowicze · Hajnówce Hajnówka
Maczuliszczach Maczuliszcze · Brześcia Brześć · Brześciem Brześć · Grodna Grodno · Grodnie Grodno
Kijowie Kijów · Lwowa Lwów · Homla Homel · Mohylewie Mohylew · Witebsku Witebsk · Łodzi Łódź
Kowla Kowel · Suwałk Suwałki · Suwałkach Suwałki · Katowic Katowice · Zakopanem Zakopane
Białej Biała · Czarnego Czarne · Podlasiu Podlasie · Wołynia Wołyń · Poznania Poznań
Awdijiwki Awdijiwka · Awdijiwce Awdijiwka · Enerhodarze Enerhodar · Sejnach Sejny · Sejn Sejny
Kuźnicy Kuźnica · Bruzgach Bruzgi · Słonimia Słonim · Zelwie Zelwa · Wołkowysku Wołkowysk
Turmontach Turmonty · Królewca Królewiec · Kielc Kielce · Zaporożu Zaporoże · Moskwą Moskwa
"""
PAIRS = [tuple(pair.split()) for line in FORMS.split("\n") for pair in line.split("·") if pair]


@pytest.mark.parametrize(("form", "lemma"), PAIRS)
def test_paradigms_alone(form: str, lemma: str) -> None:
    assert lemma in base_forms(form)


def test_dictionary_and_paradigms() -> None:
    polish = analyser("pl")
    assert isinstance(polish, Analyser)
    missing = [p for p in PAIRS if p[1] not in {x.form for x in polish.lemmas(p[0])} | {p[0]}]
    assert missing == []


def test_adjectives_agree() -> None:
    polish = analyser("pl")
    assert polish is not None
    assert "Południowa" in {lemma.form for lemma in polish.lemmas("Południowej")}
    assert "Czarne" in {lemma.form for lemma in polish.lemmas("Czarnego")}
    assert "Zjednoczone" in {lemma.form for lemma in polish.lemmas("Zjednoczonych")}


def test_proposals_are_bounded() -> None:
    polish = analyser("pl")
    assert polish is not None
    assert all(len(polish.lemmas(form)) <= 14 for form, _ in PAIRS)


def test_a_language_without_analyser() -> None:
    assert analyser("xx") is None
    assert analyser("../pl") is None
