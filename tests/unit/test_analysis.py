"""What a person may choose of an analysis, and what the choice does."""

from __future__ import annotations

import pytest

from geo.analysis import Correction, RingChoice, Settings, analyse
from geo.errors import InputError
from geo.model import Article, MentionKind

CRIMEA = Article(text="Ships left Sevastopol and Simferopol. Kyiv protested.", lang="en")
MINSK = Article(text="Officials met in Minsk to speak of the Iskander missiles.", lang="en")


def countries(viewpoint: str) -> dict[str, str | None]:
    found = analyse(CRIMEA, Settings(viewpoint=viewpoint)).resolutions
    return {r.mention.surface: r.iso_a3 for r in found if r.mention.kind is not MentionKind.METONYM}


@pytest.mark.parametrize(
    ("viewpoint", "iso"), [("un", "UKR"), ("de_facto", "RUS"), ("neutral", None)]
)
def test_the_viewpoint_decides_disputed_territory_only(viewpoint: str, iso: str | None) -> None:
    told = countries(viewpoint)
    assert told["Sevastopol"] == told["Simferopol"] == iso
    assert analyse(MINSK, Settings(viewpoint=viewpoint)).focus == "BLR"


def test_an_unknown_viewpoint_is_refused() -> None:
    with pytest.raises(InputError, match="no viewpoint"):
        countries("theirs")


def test_the_focus_is_a_country_in_any_case() -> None:
    asked = analyse(MINSK, Settings(focus="ukr"))
    assert asked.focus == "UKR"
    assert set(asked.partners) >= {"POL", "BLR"}
    assert analyse(MINSK, Settings(focus="VAT")).partners == {"ITA": ""}
    for code in ("NATO", "FOO", "Belarus"):
        with pytest.raises(InputError, match="alpha-3"):
            analyse(MINSK, Settings(focus=code))


def test_a_correction_moves_every_mention_and_the_focus() -> None:
    warsaw = Correction(surface="Minsk", place_id="geonames:756135")
    assert analyse(MINSK, Settings(corrections=(warsaw,))).focus == "POL"
    none = Correction(surface="Minsk")
    assert analyse(MINSK, Settings(corrections=(none,))).focus is None
    with pytest.raises(InputError, match="no place"):
        analyse(MINSK, Settings(corrections=(Correction(surface="Minsk", place_id="x:1"),)))


def test_a_ring_needs_a_whole_point() -> None:
    for choice in (RingChoice(), RingChoice(lon=10.0, radius_km=100.0)):
        with pytest.raises(InputError):
            analyse(MINSK, Settings(rings=(choice,)))
