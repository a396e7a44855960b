"""The page without a browser: what it sends, what it takes from the address, what it refuses."""

from __future__ import annotations

import base64
import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

import geo
from geo.analysis import Correction, RingChoice, analyse
from geo.app.address import _READ
from geo.app.choices import HiddenLayers, Pick, _rings, ring_address
from geo.app.downloads import hidden_of, pictures_of
from geo.app.notices import notices_of
from geo.app.own_text import _article
from geo.app.plain import plain
from geo.datasets import articles
from geo.errors import InputError
from geo.export.companions import companion_bytes
from geo.model import Article

SCRIPT = str(Path(geo.__file__).with_name("app") / "script.py")
SEED = "putin-lukashenko-2023-04-06"


def run(*, lid: str = "", **query: str | list[str]) -> AppTest:
    test = AppTest.from_file(SCRIPT, default_timeout=60)
    if lid:
        test.session_state[f"lid-{lid}"] = True
    for key, value in query.items():
        test.query_params[key] = value
    return test.run()


def sent(test: AppTest, name: str) -> list[dict]:
    """What the components of that name were given, unpacked."""
    messages = []
    for element in test.get("bidi_component"):
        if element.proto.component_name == f"standoff_{name}":
            content = json.loads(element.proto.json)
            packed = content.get("packed")
            unpacked = gzip.decompress(base64.b64decode(packed)) if packed else None
            messages.append(json.loads(unpacked) if unpacked else content["plain"])
    return messages


def test_the_page_sends_map_text_and_tables() -> None:
    test = run(seed=SEED, lang="pl")
    assert not test.exception
    (drawn,) = sent(test, "map")
    (article,) = sent(test, "article")
    (panes,) = sent(test, "panes")
    assert "standoff.map(" in drawn["script"]
    ground = {name for message in sent(test, "data") for name in message}
    assert ground == set(drawn["needs"])
    assert not drawn["light"]
    assert article["lang"] == "pl"
    assert {m["surface"] for m in article["mentions"]} >= {"Białorusi", "Ukrainie", "Kremlu"}
    assert panes["panes"][0]["title"] == "Miejsca"
    assert len(panes["panes"][0]["tables"][0]["rows"]) >= 8


def test_the_address_chooses_example_language_date_and_focus() -> None:
    test = run(lid="settings", seed="odesa-2023-08-24", lang="en", on="2003-01-01", focus="ROU")
    assert not test.exception
    assert test.selectbox(key="seed").value == "odesa-2023-08-24"
    assert test.date_input(key="on").value == date(2003, 1, 1)
    assert test.selectbox(key="focus").value == "ROU"
    (drawn,) = sent(test, "map")
    assert "1 January 2003" in drawn["script"]
    assert "Romania" in drawn["script"]


def test_a_ring_of_the_address_is_drawn_as_hypothetical() -> None:
    test = run(seed=SEED, lang="en", ring=["lida_ab/iskander_m/321"])
    (drawn,) = sent(test, "map")
    # only what the ring changes goes with the map's own message; the rest is as it was before
    sent_with_it = {name.partition("@")[0].partition(":")[0] for name in drawn["light"]}
    assert "ring" in sent_with_it
    assert sent_with_it <= {"ring", "ring-band", "dead-zone", "sites", "uncertainty"}
    assert sent(test, "data") == sent(run(seed=SEED, lang="en"), "data")
    assert "321" in drawn["script"]
    assert "ypothetical" in drawn["script"]


@pytest.mark.parametrize(
    "written",
    [
        *("", "/", "a/b/c", "lida_ab", "lida_ab/iskander_m/nan", "lida_ab//0", "../x/y"),
        *("lida_ab//1e9", "@/iskander_m/5", "@1/iskander_m/5", "@181,0//5", "@0,nan//5"),
        *("@0,91//5", "@1,1"),
    ],
)
def test_rings_that_mean_nothing_are_left_out(written: str) -> None:
    assert [r for r in _rings([written]) if r.radius_km is not None] == []


def test_a_ring_comes_back_from_the_address_as_it_was() -> None:
    for choice in (
        RingChoice(site_id="lida_ab", system_id="iskander_m", radius_km=321.5),
        RingChoice(lon=-24.5, lat=53.7001, radius_km=250.0),
        RingChoice(lon=180.0, lat=-90.0, system_id="iskander_m"),
    ):
        assert list(_rings([ring_address(choice)])) == [choice]
    assert len(list(_rings([f"lida_ab/iskander_m/{km}" for km in range(1, 99)]))) == 12


@given(st.text())
def test_no_address_breaks_the_page(text: str) -> None:
    for read in _READ.values():
        assert read(text) is None or text


def test_own_text_takes_the_place_of_the_example() -> None:
    test = AppTest.from_file(SCRIPT, default_timeout=60)
    test.query_params["seed"] = SEED
    test.session_state["own"] = Article(text="From Berlin to Warsaw by rail.")
    test.session_state["choose-own"] = True
    test.run()
    assert not test.exception
    (article,) = sent(test, "article")
    assert [m["surface"] for m in article["mentions"]] == ["Berlin", "Warsaw"]
    assert "seed" not in test.query_params


def test_a_pasted_text_and_an_uploaded_file_become_articles() -> None:
    day = date(2023, 4, 6)
    assert _article("Berlin", None, day, "en") == Article(text="Berlin", published=day)
    upload = io.BytesIO("Mińsk".encode("cp1250"))
    upload.name = "mine.txt"
    assert _article("", upload, None, "en").text == "Mińsk"  # type: ignore[arg-type]


def test_an_empty_text_and_a_picture_are_refused_in_a_sentence() -> None:
    with pytest.raises(InputError, match="There is no text yet") as empty:
        _article(" \n", None, None, "en")
    assert empty.value.hint == "Paste an article or open a text file."
    with pytest.raises(InputError) as binary:
        _article("", io.BytesIO(b"\x89PNG\r\n\x1a\n\x00\x00\xff\xd8"), None, "en")  # type: ignore[arg-type]
    assert binary.value.hint


def test_a_correction_of_the_session_reaches_text_and_map() -> None:
    test = AppTest.from_file(SCRIPT, default_timeout=60)
    test.session_state["corrections"] = [Correction(surface="Litwą")]
    test.query_params["seed"] = SEED
    test.run()
    (article,) = sent(test, "article")
    wrong = next(m for m in article["mentions"] if m["surface"] == "Litwą")
    assert wrong["status"] == "nil"
    assert [c["surface"] for c in article["corrections"]] == ["Litwą"]


def test_what_a_user_can_act_on_is_shown_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("STANDOFF_ARTICLE", str(tmp_path / "missing.txt"))
    test = run(lang="en")
    assert not test.exception
    assert "missing" in test.error[0].value


def test_a_file_given_to_the_command_is_what_opens(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("Vilnius is the capital of Lithuania.", encoding="utf-8")
    monkeypatch.setenv("STANDOFF_ARTICLE", str(path))
    monkeypatch.setenv("STANDOFF_LANG", "uk")
    test = run()
    assert not test.exception
    (article,) = sent(test, "article")
    assert [m["surface"] for m in article["mentions"]] == ["Vilnius", "Lithuania"]
    assert "Вільнюс" in json.dumps(sent(test, "panes"), ensure_ascii=False)


def test_words_from_outside_are_no_markdown() -> None:
    assert plain("![x](http://evil.example/x.png)\n# **b**") == (
        "\\!\\[x\\]\\(http\\:\\/\\/evil\\.example\\/x\\.png\\) \\# \\*\\*b\\*\\*"
    )


class _Layer:
    def __init__(self, name: str, *, visible: bool = True) -> None:
        self.id = name
        self.visible = visible


class _Scene:
    article_id = "a"
    layers = (_Layer("sites"), _Layer("sites:later", visible=False))


def test_downloads_leave_out_what_the_browser_reported() -> None:
    scene = _Scene()
    at_first = hidden_of(scene, HiddenLayers())  # type: ignore[arg-type]
    assert at_first == {"sites:later"}
    reported = HiddenLayers(article_id="a", ids=frozenset({"sites", "gone"}))
    assert hidden_of(scene, reported) == {"sites"}  # type: ignore[arg-type]
    of_another = HiddenLayers(article_id="b", ids=frozenset({"sites"}))
    assert hidden_of(scene, of_another) == {"sites:later"}  # type: ignore[arg-type]


def test_a_ring_stands_at_a_point_of_ones_own() -> None:
    (drawn,) = sent(run(seed=SEED, lang="en", ring=["@24.1,53.0//250"]), "map")
    assert "@24.1000,53.0000" in drawn["script"]


def test_the_map_is_asked_for_a_point_only_when_a_ring_waits_for_it() -> None:
    test = AppTest.from_file(SCRIPT, default_timeout=60)
    test.query_params["seed"] = SEED
    test.run()
    assert picking(test) == ""
    test.session_state["pick"] = Pick(system_id="", radius_km=250.0)
    test.run()
    assert "Enter" in picking(test)


def picking(test: AppTest) -> str:
    (element,) = (e for e in test.get("bidi_component") if e.proto.component_name == "standoff_map")
    return json.loads(element.proto.json)["picking"]


def test_a_correction_of_another_text_is_kept_but_not_listed() -> None:
    test = AppTest.from_file(SCRIPT, default_timeout=60)
    test.session_state["corrections"] = [Correction(surface="Atlantis")]
    test.session_state["lid-settings"] = True
    test.query_params["seed"] = SEED
    test.run()
    (article,) = sent(test, "article")
    assert article["corrections"] == []
    assert not test.button(key="undo-last").disabled
    test.button(key="undo-last").click().run()
    assert test.button(key="undo-last").disabled


def test_what_the_page_cannot_tell_is_said() -> None:
    unknown = list(notices_of(analyse(Article(text="Zx qq vv ww.")), "en"))
    assert unknown[0].startswith("No places were found")
    assert any("language" in sentence for sentence in unknown)
    without = list(notices_of(analyse(Article(text="Iskander missiles near Paris.")), "en"))
    assert without == ["Iskander is named, but no basing site of it is documented on this date."]


def test_pictures_that_would_be_empty_are_not_offered() -> None:
    assert list(pictures_of(analyse(Article(text="Nothing here.")))) == ["map"]
    seed = analyse(articles.read_article(articles.seed(SEED).path))
    assert list(pictures_of(seed)) == ["map", "lengths", "reach", "timeline"]
    for name in ("lengths", "reach", "timeline"):
        assert companion_bytes(seed, name, "svg").startswith(b"<?xml")
