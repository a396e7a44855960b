"""Lids and downloads without a browser: what a closed lid costs, and that no click is lost."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import geo
from geo.app.tray import Tray

SCRIPT = str(Path(geo.__file__).with_name("app") / "script.py")
SEED = "putin-lukashenko-2023-04-06"
LIDS = ("settings", "rings-0", "downloads")


def page(*, lid: str = "") -> AppTest:
    test = AppTest.from_file(SCRIPT, default_timeout=60)
    test.query_params["seed"] = SEED
    test.query_params["lang"] = "en"
    if lid:
        test.session_state[f"lid-{lid}"] = True
    return test.run()


def shut(test: AppTest, lid: str) -> AppTest:
    test.session_state[f"lid-{lid}"] = False
    return test.run()


def saving(test: AppTest) -> list[dict[str, str]]:
    """The files on their way to the browser."""
    return [
        json.loads(element.proto.json)
        for element in test.get("bidi_component")
        if element.proto.component_name == "standoff_saving"
    ]


def content(file: dict[str, str]) -> str:
    return base64.b64decode(file["content"]).decode()


def test_closed_lids_hold_nothing() -> None:
    test = page()
    assert [box.key for box in test.selectbox] == ["seed"]
    assert [button.key for button in test.button] == ["paste"]
    assert not test.number_input
    assert not test.text_input


@pytest.mark.parametrize("lid", LIDS)
def test_an_open_lid_is_drawn_and_no_other(lid: str) -> None:
    test = page(lid=lid)
    assert not test.exception
    drawn = {
        "settings": bool(test.date_input),
        "rings-0": bool(test.number_input),
        "downloads": bool(test.text_input),
    }
    assert drawn == {name: name == lid for name in LIDS}


def test_what_was_typed_before_the_click_is_in_the_file() -> None:
    test = page(lid="downloads")
    test.text_input(key="figure-title").set_value("A title of my own")
    test.button(key="downloads-svg").click().run()
    (file,) = saving(test)
    assert file["name"] == "standoff-2023-04-06.svg"
    assert "A title of my own" in content(file)


def test_pictures_are_told_apart_by_their_names() -> None:
    test = page(lid="downloads")
    test.segmented_control(key="figure-picture").set_value("timeline")
    test.button(key="downloads-svg").click().run()
    (file,) = saving(test)
    assert file["name"] == "standoff-2023-04-06-timeline.svg"


def test_a_file_is_sent_until_it_has_arrived() -> None:
    test = page(lid="downloads")
    test.button(key="downloads-csv").click().run()
    (file,) = saving(test)
    assert saving(test.run()) == [file]
    assert saving(shut(test, "downloads")) == [file]


def test_a_click_whose_run_was_cut_short_is_answered_by_the_next() -> None:
    test = page()
    test.session_state["tray-downloads"] = Tray(wanted={"click": "csv"})
    (file,) = saving(test.run())
    assert file["token"] == "click"  # noqa: S105  # no password
    assert content(file).count("\n") > 5


def test_two_clicks_give_two_files() -> None:
    test = page()
    test.session_state["tray-downloads"] = Tray(wanted={"a": "csv", "b": "geojson"})
    (first,) = saving(test.run())
    assert first["name"] == "standoff-2023-04-06.csv"
    del test.session_state["tray-downloads"].ready["a"]
    (second,) = saving(test.run())
    assert (second["token"], second["name"]) == ("b", "standoff-2023-04-06.geojson")


def refusing() -> None:
    """A page whose only file can't be made."""
    from geo.app import tray  # noqa: PLC0415  # AppTest takes the function's source alone
    from geo.errors import InputError  # noqa: PLC0415

    def make(_wish: str) -> tray.File:
        raise InputError("There is *nothing* to draw.", hint="Ask for another file.")

    tray.serve("x", make, place=None, lang="en")


def test_what_cannot_be_made_is_said_and_asked_for_no_more() -> None:
    test = AppTest.from_function(refusing)
    test.session_state["tray-x"] = Tray(wanted={"token": "png"})
    test.run()
    assert not test.exception
    assert "nothing" in test.error[0].value
    assert "Ask for another file" in test.error[0].value
    assert not test.run().error


def test_choices_outlive_the_lid() -> None:
    test = page(lid="downloads")
    test.text_input(key="figure-title").set_value("A title of my own").run()
    test.segmented_control(key="figure-layout").set_value("slide").run()
    assert not shut(test, "downloads").text_input
    test.session_state["lid-downloads"] = True
    test.run()
    assert test.text_input(key="figure-title").value == "A title of my own"
    assert test.segmented_control(key="figure-layout").value == "slide"


def test_a_title_stays_with_its_article() -> None:
    test = page(lid="downloads")
    test.text_input(key="figure-title").set_value("A title of my own").run()
    shut(test, "downloads")
    test.selectbox(key="seed").set_value("odesa-2023-08-24").run()
    test.session_state["lid-downloads"] = True
    test.run()
    assert test.text_input(key="figure-title").value == ""


def test_settings_outlive_the_lid() -> None:
    test = page(lid="settings")
    test.selectbox(key="viewpoint").set_value("neutral").run()
    test.selectbox(key="text_lang").set_value("pl").run()
    shut(test, "settings").run()
    test.session_state["lid-settings"] = True
    test.run()
    assert test.selectbox(key="viewpoint").value == "neutral"
    assert test.selectbox(key="text_lang").value == "pl"


def test_a_radius_stands_in_its_field_when_the_lid_opens_again() -> None:
    test = page(lid="rings-0")
    test.number_input[0].set_value(700).run()
    shut(test, "rings-0")
    test.session_state["lid-rings-0"] = True
    test.run()
    assert test.number_input[0].value == 700
