from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer.normalise import fold, form_check, normalise


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Bielsko-Biała", "bielsko biała"),
        ("Bielsko\u2013Biała", "bielsko biała"),
        ("Sana\u2019a", "sana'a"),
        ("U.S.A.", "usa"),
        ("St. Louis", "st louis"),
        ("Мі\u0301нск", "мінск"),
        ("Osipo\u200bwicze", "osipowicze"),
        ("Gro\u00addno", "grodno"),
        ("  NEW\n  YORK ", "new york"),
        ("Lo\u0301dz", "lódz"),
        ("", ""),
    ],
)
def test_normalise_undoes_typography_and_keeps_letters(written: str, form: str) -> None:
    assert normalise(written) == form


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Łódź", "lodz"),
        ("Sana'a", "sanaa"),
        ("Ādaži", "adazi"),
        ("Ærø", "aero"),
        ("Гродзенская вобласць", "гродзенская вобласць"),
        ("Луб'янка", "лубянка"),
    ],
)
def test_fold_drops_diacritics(written: str, key: str) -> None:
    assert fold(written) == key


@given(st.text(max_size=60))
def test_both_forms_are_stable(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert fold(normalise(text)) == fold(text)
    assert not normalise(text).startswith(" ")
    assert "  " not in normalise(text)


def test_the_check_byte_tells_forms_apart() -> None:
    assert form_check("Łódź") == form_check("ŁÓDŹ")
    assert form_check("Łódź") != form_check("Lodz")
