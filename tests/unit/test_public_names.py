from __future__ import annotations

import subprocess
import sys

import geo


def test_every_public_name_can_be_imported():
    missing = [name for name in geo.__all__ if getattr(geo, name, None) is None]
    assert not missing


def test_names_are_sorted_and_have_one_home():
    assert geo.__all__ == sorted(geo.__all__)
    assert set(geo.__all__) == set(geo._HOME)
    assert dir(geo) == sorted(dir(geo))


def test_an_unknown_name_is_no_attribute():
    assert not hasattr(geo, "does_not_exist")


def test_importing_geo_loads_nothing_heavy():
    heavy = ("pandas", "matplotlib", "folium", "streamlit")
    code = f"import geo, sys; sys.exit(any(m in sys.modules for m in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
