from __future__ import annotations

import pytest

from geo.analysis import Correction, RingChoice, Settings, analyse
from geo.errors import InputError
from geo.maps.build import build_scene
from geo.model import Article, ResolutionStatus

ARTICLE = Article(text="The ministers met in Brest, Belarus.", lang="en")


def brest(*corrections):
    analysis = analyse(ARTICLE, Settings(corrections=corrections))
    return next(r for r in analysis.resolutions if r.mention.surface == "Brest")


def test_a_person_s_choice_is_taken_and_the_runners_up_stay():
    told = brest(Correction(surface="Brest", place_id="geonames:3030300"))
    assert told.place is not None
    assert (told.place.id, told.iso_a3, told.method) == ("geonames:3030300", "FRA", "correction")
    assert any(c.place.id == "geonames:629634" for c in told.candidates[1:])


def test_not_a_place_is_nil_and_the_later_decision_wins():
    assert brest(Correction(surface="Brest")).status is ResolutionStatus.NIL
    again = brest(
        Correction(surface="Brest"), Correction(surface="Brest", place_id="geonames:629634")
    )
    assert again.iso_a3 == "BLR"


def test_a_place_of_another_text_leaves_this_one_alone():
    assert brest(Correction(surface="Brest", place_id="unlisted:x@geonames:1")) == brest()


def test_a_place_nobody_knows_is_told():
    with pytest.raises(InputError, match="geonames:999999999999"):
        brest(Correction(surface="Brest", place_id="geonames:999999999999"))


def test_a_radius_of_one_s_own_is_not_called_published():
    ring = RingChoice(site_id="lida_ab", radius_km=300.0)
    scene = build_scene(analyse(ARTICLE, Settings(rings=(ring,))), lang="en")
    detail = next(layer for layer in scene.layers if layer.role == "ring").frame["detail"].iloc[0]
    assert "published" not in detail.lower()
    assert "300" in detail
