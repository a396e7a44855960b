from __future__ import annotations

import pytest

import geo

COMMANDS = (
    "dashboard",
    "places",
    "check",
    "border",
    "reach",
    "map",
    "figure",
    "evaluate",
    "data list",
    "data check",
    "data rebuild",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(standoff, command):
    run = standoff(*command.split(), "--help")
    assert run.code == 0
    assert f"standoff {command}" in run.out.partition("Example:")[2]


def test_the_version_is_the_package_s(standoff):
    assert standoff("--version").out.split() == ["standoff", geo.__version__]


def test_without_a_command_the_help_is_shown(standoff):
    run = standoff()
    assert "places" in run.out + run.err


def test_all_data_is_as_shipped(standoff):
    run = standoff("data", "check")
    assert run.code == 0, run.err
    assert "datapackage" not in run.err


def test_data_is_listed_with_licences(standoff):
    run = standoff("data", "list")
    assert "ODbL" in run.out
    assert "CC-BY-4.0" in run.out or "CC BY 4.0" in run.out
