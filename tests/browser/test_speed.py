"""Soft budgets of the page, on a machine that does nothing else: not part of `make test`."""

from __future__ import annotations

import statistics
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.bench

Opened = Callable[[Page, str], Page]


def first_map_ms(page: Page, url: str) -> float:
    page.goto(url)
    page.wait_for_selector(".so-map[data-ready]")
    took: float = page.evaluate("performance.now()")
    return took


def test_the_first_map_of_a_fresh_server(fresh_server: str, page: Page) -> None:
    assert first_map_ms(page, fresh_server) <= 3000


def test_the_first_map_of_an_example_that_nobody_has_opened(
    page: Page, server: str, opened: Opened
) -> None:
    opened(page, server)
    assert first_map_ms(page, server + "/?seed=mer-rouge-2024-02-23&lang=en") <= 3000


def test_a_server_side_change_takes_400_ms(page: Page, server: str, opened: Opened) -> None:
    opened(page, server + "/?lang=pl")
    page.get_by_role("button", name="Pierścienie zasięgu").click()
    page.get_by_role("button", name="Wskaż na mapie").wait_for()
    times = []
    for radius in ("610", "620", "630", "640", "650"):
        box = page.locator('input[type="number"]').first
        box.fill(radius)
        start = page.evaluate("performance.now()")
        box.press("Enter")
        page.wait_for_function(
            "km => document.querySelector('.so-legend').textContent.includes(km)", arg=radius
        )
        times.append(page.evaluate("performance.now()") - start)
    assert statistics.median(times) <= 400
