"""What axe-core finds that keeps people out: nothing may be left, on a laptop and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

AXE = Path(__file__).with_name("axe") / "axe.min.js"
# Streamlit's own: a section with the role of nothing that can be focused by script; minor
FOREIGN = '[data-testid="stFileUploaderDropzone"]'
Opened = Callable[[Page, str], Page]
SEED = "/?seed=putin-lukashenko-2023-04-06&lang="


def barriers(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "foreign => axe.run({ exclude: [foreign] }, { resultTypes: ['violations'] })", FOREIGN
    )
    return [
        f"{v['id']} ({v['impact']}): {node['html'][:160]}"
        for v in found["violations"]
        for node in v["nodes"][:4]
    ]


@pytest.mark.parametrize("lang", ["pl", "en", "uk"])
def test_the_page_has_no_barriers(page: Page, server: str, opened: Opened, lang: str) -> None:
    assert barriers(opened(page, server + SEED + lang)) == []


def test_the_page_on_a_phone_has_none(phone: Page, server: str, opened: Opened) -> None:
    assert barriers(opened(phone, server + SEED + "pl")) == []


@pytest.mark.parametrize("lid", ["Ustawienia", "Pierścienie zasięgu", "Pobierz"])
def test_what_opens_has_none(page: Page, server: str, opened: Opened, lid: str) -> None:
    opened(page, server + SEED + "pl")
    page.get_by_role("button", name=lid).first.click()
    page.wait_for_selector('[data-testid="stPopoverBody"]')
    assert barriers(page) == []


def test_a_chosen_mention_has_none(page: Page, server: str, opened: Opened) -> None:
    opened(page, server + SEED + "pl")
    page.locator(".so-body .so-m-country").first.click()
    page.wait_for_selector(".so-popup")
    assert barriers(page) == []
