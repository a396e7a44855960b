from __future__ import annotations

import re
import statistics
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

Opened = Callable[[Page, str], Page]

SEED = "?seed=putin-lukashenko-2023-04-06&lang=pl"

FAST_MS = 50
"""What happens in the browser alone must seem to happen at once."""

ROUNDS = 20

STATE = """() => {
  const state = document.querySelector(".so-map").standoff;
  const { lat, lng } = state.map.getCenter();
  return {
    lat, lng, zoom: state.map.getZoom(), id: state.map._container._leaflet_id,
    hidden: [...state.hidden], popup: document.querySelector(".so-popup")?.textContent ?? null,
  };
}"""


@pytest.fixture
def seed_page(page: Page, server: str, opened: Opened) -> Page:
    return opened(page, server + SEED)


def assert_same_view(before: dict[str, object], after: dict[str, object]) -> None:
    # a legend of another height moves the middle by a pixel
    assert after["lat"] == pytest.approx(before["lat"], abs=0.1)
    assert after["lng"] == pytest.approx(before["lng"], abs=0.1)
    assert (after["zoom"], after["id"]) == (before["zoom"], before["id"])
    assert after["hidden"] == before["hidden"]


def mention(page: Page, words: str):
    return page.locator(".so-body .so-m", has_text=re.compile(rf"^{words}$")).first


def test_the_article_stands_beside_its_map(seed_page: Page) -> None:
    assert seed_page.locator(".so-body .so-m").count() >= 40
    assert seed_page.locator(".so-pin").count() >= 7
    map_box = seed_page.locator(".so-map").bounding_box()
    text_box = seed_page.locator(".so-text").bounding_box()
    assert map_box
    assert text_box
    assert map_box["width"] > 700
    assert map_box["height"] > 400
    assert text_box["x"] >= map_box["x"] + map_box["width"]


def test_the_bar_is_one_line_with_its_lids_beside_each_other(seed_page: Page) -> None:
    bar = seed_page.locator(".st-key-so-bar").bounding_box()
    assert bar
    assert bar["height"] <= 48


def test_first_load_stays_within_its_bytes(seed_page: Page) -> None:
    assert seed_page.watch.received <= 600_000  # type: ignore[attr-defined]


def test_a_mention_moves_the_map_and_opens_its_popup_without_a_new_map(seed_page: Page) -> None:
    before = seed_page.evaluate(STATE)
    mention(seed_page, "Ukrainie").click()
    expect(seed_page.locator(".so-popup")).to_contain_text("Ukraina")
    after = seed_page.evaluate(STATE)
    assert after["id"] == before["id"]
    assert (after["lat"], after["lng"]) != (before["lat"], before["lng"])
    pressed = seed_page.locator('.so-body .so-m[aria-pressed="true"]')
    assert pressed.count() == 4
    assert seed_page.locator(".so-pin.so-chosen").count() == 1
    expect(seed_page.locator(".so-live[aria-live]")).to_contain_text("Ukrain")
    expect(seed_page.locator(".so-card")).to_contain_text("Ukraina")


def test_the_popup_follows_a_mention_within_50_ms(seed_page: Page) -> None:
    took = work_ms(
        seed_page,
        ".so-body .so-m-country",
        """(mention) => {
          mention.click();
          document.querySelector(".so-popup").getBoundingClientRect();
        }""",
    )
    assert took <= FAST_MS


def work_ms(page: Page, selector: str, act: str) -> float:
    """Time that the browser's processor spends on a click; the median of nine.

    Time on the clock would count what other programs do meanwhile. They slow the processor down
    besides, so the rounds go on until one is within the budget or there were enough.
    """
    protocol = page.context.new_cdp_session(page)
    protocol.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent_ms() -> float:
        metrics = protocol.send("Performance.getMetrics")["metrics"]
        return 1000 * next(m["value"] for m in metrics if m["name"] == "TaskDuration")

    def once(number: int) -> float:
        before = spent_ms()
        page.evaluate(
            """([selector, act, number]) => {
              const found = document.querySelectorAll(selector);
              eval(act)(found[number % found.length]);
            }""",
            [selector, act, number],
        )
        return spent_ms() - before

    rounds = (statistics.median(map(once, range(9))) for _ in range(ROUNDS))
    fastest = float("inf")
    while fastest > FAST_MS and (took := next(rounds, None)) is not None:
        fastest = min(fastest, took)
    protocol.detach()
    return fastest


def test_a_pin_lights_up_all_its_mentions(seed_page: Page) -> None:
    seed_page.evaluate("document.querySelector('.so-text').scrollTop = 1e6")
    pin = seed_page.locator('.so-pin[aria-label^="Ukraina"]')
    pin.click(force=True)
    pressed = seed_page.locator('.so-body .so-m[aria-pressed="true"]')
    expect(pressed).to_have_count(4)
    hold = seed_page.locator(".so-text").bounding_box()
    first = pressed.first.bounding_box()
    assert hold
    assert first
    assert hold["y"] <= first["y"] <= hold["y"] + hold["height"]
    expect(pin.locator(".so-pin-count")).to_have_text("×4")


def test_no_count_hides_another_pin(seed_page: Page) -> None:
    hidden = seed_page.evaluate(
        """() => {
          const pins = [...document.querySelectorAll(".so-pin")];
          const middle = (pin) => {
            const box = pin.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
          };
          return pins.flatMap((pin) => {
            const count = pin.querySelector(".so-pin-count");
            const box = count && count.getBoundingClientRect();
            return !box ? [] : pins.filter((other) => {
              const [x, y] = middle(other);
              const [dx, dy] = [x - box.left, y - box.top];
              return other !== pin && dx > 0 && dx < box.width && dy > 0 && dy < box.height;
            }).map((other) => other.getAttribute("aria-label"));
          });
        }"""
    )
    assert hidden == []


def test_hovering_a_mention_marks_its_pin(seed_page: Page) -> None:
    mention(seed_page, "Litwą").hover()
    expect(seed_page.locator(".so-pin.so-hover")).to_have_count(1)
    seed_page.mouse.move(5, 5)
    expect(seed_page.locator(".so-pin.so-hover")).to_have_count(0)


def test_everything_works_by_keyboard(seed_page: Page) -> None:
    button = mention(seed_page, "Polską")
    button.focus()
    seed_page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    pin = seed_page.locator('.so-pin[aria-label^="Łotwa"]')
    pin.focus()
    seed_page.keyboard.press("Enter")
    expect(mention(seed_page, "Łotwą")).to_have_attribute("aria-pressed", "true")
    layer = seed_page.locator('button.so-layer[data-layer="admin1"]')
    layer.focus()
    seed_page.keyboard.press("Space")
    expect(layer).to_have_attribute("aria-pressed", "false")


def test_layers_switch_in_the_browser_at_once(seed_page: Page) -> None:
    for layer in seed_page.locator("button.so-layer").all():
        name = layer.get_attribute("data-layer")
        took = work_ms(
            seed_page,
            f'button.so-layer[data-layer="{name}"]',
            """(button) => {
              button.click();
              document.querySelector(".so-map").getBoundingClientRect();
            }""",
        )
        assert took <= FAST_MS, name


def test_view_layers_and_popup_survive_a_rerun(seed_page: Page) -> None:
    mention(seed_page, "Łotwą").click()
    seed_page.locator('button.so-layer[data-layer="admin1"]').click()
    seed_page.locator(".so-buttons button").first.click()
    seed_page.wait_for_function("document.querySelector('.so-map').standoff.hidden.has('admin1')")
    before = seed_page.evaluate(STATE)
    seed_page.get_by_role("radio", name="EN").click(force=True)
    expect(seed_page.locator(".so-layers-head").first).to_have_text("From the article")
    after = seed_page.evaluate(STATE)
    assert_same_view(before, after)
    assert after["popup"]


def test_a_hidden_layer_is_missing_from_the_figure(seed_page: Page, tmp_path: Path) -> None:
    open_lid(seed_page, "Pobierz")
    assert 'id="focus-border"' in saved(seed_page, "rysunek SVG", tmp_path)
    close_lid(seed_page)
    seed_page.locator('button.so-layer[data-layer="focus-border"]').click()
    open_lid(seed_page, "Pobierz")
    assert 'id="focus-border"' not in saved(seed_page, "rysunek SVG", tmp_path)


def test_no_click_on_a_download_is_lost(seed_page: Page, tmp_path: Path) -> None:
    """Each click falls into the run that the click before it has started."""
    open_lid(seed_page, "Pobierz")
    for layout in ("slajd", "pół strony") * 4:
        seed_page.get_by_role("radio", name=layout).click(force=True)
        assert "Litwą" in saved(seed_page, "Miejsca (CSV)", tmp_path)


def test_pictures_are_told_apart_by_their_names(seed_page: Page) -> None:
    open_lid(seed_page, "Pobierz")
    for picture, name in (("oś czasu", "timeline"), ("zasięg", "reach")):
        seed_page.get_by_role("radio", name=picture, exact=True).click(force=True)
        with seed_page.expect_download() as download:
            seed_page.get_by_role("button", name="rysunek SVG").click()
        assert download.value.suggested_filename == f"standoff-2023-04-06-{name}.svg"


def open_lid(page: Page, name: str) -> Locator:
    page.get_by_role("button", name=name).first.click()
    lid = page.locator('[data-testid="stPopoverBody"]')
    expect(lid.locator("button, input").first).to_be_visible()
    return lid


def close_lid(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.locator('[data-testid="stPopoverBody"]')).to_have_count(0)


def saved(page: Page, button: str, folder: Path) -> str:
    """Click a download and read what was saved."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = folder / "saved"
    download.value.save_as(path)
    return path.read_text(encoding="utf-8")


def test_a_radius_changes_the_ring_and_nothing_else(seed_page: Page) -> None:
    before = seed_page.evaluate(STATE)
    received = received_bytes(seed_page)
    lid = open_lid(seed_page, "Pierścienie zasięgu")
    expect(lid.get_by_role("button", name="Wskaż na mapie")).to_be_visible()
    opened = received_bytes(seed_page)
    assert opened - received <= 10_000
    box = lid.locator('input[type="number"]').first
    box.fill("700")
    box.press("Enter")
    expect(seed_page.locator(".so-legend")).to_contain_text("700")
    expect(lid.get_by_role("button", name="Usuń")).to_be_visible()
    assert_same_view(before, seed_page.evaluate(STATE))
    assert "ring=" in seed_page.url
    assert received_bytes(seed_page) - opened <= 30_000


def received_bytes(page: Page) -> int:
    """What the page has been sent, when nothing more comes."""
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute(
        "data-test-script-state", "notRunning"
    )
    received: int = page.watch.received  # type: ignore[attr-defined]
    return received


def test_panning_asks_nothing_of_the_server(seed_page: Page) -> None:
    before = seed_page.watch.sent  # type: ignore[attr-defined]
    seed_page.evaluate(
        """() => new Promise((done) => {
          const { map } = document.querySelector(".so-map").standoff;
          map.once("moveend", () => requestAnimationFrame(() => requestAnimationFrame(done)));
          map.panBy([150, 80]);
        })"""
    )
    assert seed_page.watch.sent == before  # type: ignore[attr-defined]


def test_not_a_place_and_back(seed_page: Page) -> None:
    mention(seed_page, "Litwą").click()
    seed_page.get_by_role("button", name="To nie miejsce").click()
    expect(seed_page.locator(".so-decision")).to_contain_text("Litwą")
    expect(seed_page.locator('.so-pin[aria-label^="Litwa"]')).to_have_count(0)
    expect(seed_page.locator(".so-unplaced")).to_contain_text("Litwą")
    seed_page.locator(".so-decision button").click()
    expect(seed_page.locator('.so-pin[aria-label^="Litwa"]')).to_have_count(1)


def test_a_table_row_leads_to_its_mentions(seed_page: Page) -> None:
    seed_page.locator(".so-row", has_text="Ukraina").first.click()
    expect(seed_page.locator('.so-body .so-m[aria-pressed="true"]')).to_have_count(4)
    expect(seed_page.locator(".so-popup")).to_contain_text("Ukraina")


def test_own_text_needs_no_setting(seed_page: Page) -> None:
    give_text(seed_page, "Von Berlin nach Warschau sind es gut 500 Kilometer.")
    expect(seed_page.locator(".so-body")).to_contain_text("Berlin")
    expect(seed_page.locator('.so-pin[aria-label*="Berlin"]')).to_have_count(1)


def test_a_text_without_places_says_so(seed_page: Page) -> None:
    give_text(seed_page, "Nothing to see in this short sentence about bread.")
    expect(seed_page.get_by_text("W tekście nie znaleziono miejsc").first).to_be_visible()


def test_an_empty_text_is_refused_where_it_was_asked_for(seed_page: Page) -> None:
    seed_page.get_by_role("button", name="Własny tekst").click()
    seed_page.get_by_role("button", name="Pokaż na mapie").click()
    dialog = seed_page.locator('[role="dialog"]')
    expect(dialog.locator('[data-testid="stAlert"]')).to_contain_text("Nie ma jeszcze tekstu")


def test_another_candidate_takes_the_pin_along(seed_page: Page) -> None:
    give_text(seed_page, "The mayor of Springfield spoke in Paris about Springfield.")
    mention(seed_page, "Paris").click()
    more = seed_page.locator(".so-more summary")
    if more.count():
        more.click()
    other = seed_page.locator(".so-candidates .so-action").first
    name = other.get_attribute("aria-label")
    other.click()
    expect(seed_page.locator(".so-decision")).to_contain_text("Paris")
    mention(seed_page, "Paris").click()
    first = seed_page.locator(".so-first .so-candidate-where")
    expect(first).to_have_text(re.compile(".+"))
    assert first.text_content() in name


def give_text(page: Page, text: str) -> None:
    page.get_by_role("button", name="Własny tekst").click()
    box = page.locator('[role="dialog"] textarea')
    box.fill(text)
    page.get_by_role("button", name="Pokaż na mapie").click()
    expect(page.locator('[role="dialog"]')).to_have_count(0)


@pytest.mark.parametrize(
    "query",
    [
        "?seed=nowhere&lang=xx&on=yesterday&focus=QQQ&text_lang=zz&ring=a/b/c&ring=lida_ab",
        "?ring=asipovichy_465/iskander_m/1e999&ring=../../etc/passwd",
        "?on=2003-01-01&focus=POL",
    ],
)
def test_a_strange_address_does_no_harm(
    page: Page, server: str, opened: Opened, query: str
) -> None:
    opened(page, server + "/" + query)
    assert page.locator('[data-testid="stException"]').count() == 0
    assert page.locator(".so-pin").count() > 0


def test_a_phone_shows_the_map_first_and_never_scrolls_sideways(
    phone: Page, server: str, opened: Opened
) -> None:
    page = opened(phone, server + SEED)
    map_box = page.locator(".so-map").bounding_box()
    text_box = page.locator(".so-text").bounding_box()
    assert map_box
    assert text_box
    assert map_box["y"] + map_box["height"] <= text_box["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("slug", ["taiwanstrasse-2024-05-27", "bering-strait-2023-10-20"])
def test_other_corners_of_the_world(page: Page, server: str, opened: Opened, slug: str) -> None:
    opened(page, f"{server}/?seed={slug}&lang=en")
    seen = page.evaluate(
        """() => {
          const state = document.querySelector(".so-map").standoff;
          const bounds = state.map.getBounds();
          return [...state.pins.values()].filter((p) => bounds.contains(p.at)).length;
        }"""
    )
    assert seen >= 3
    assert slug in page.url
    expect(page.locator(".so-meta")).to_contain_text("written for this project")


@pytest.mark.parametrize("slug", ["kaliningrad-2023-11-15", "barents-2024-05-16"])
def test_large_pictures_stay_within_their_bytes_too(
    page: Page, server: str, opened: Opened, slug: str
) -> None:
    opened(page, f"{server}/?seed={slug}&lang=uk")
    assert page.watch.received <= 600_000  # type: ignore[attr-defined]


def test_a_ring_at_a_point_of_the_map(seed_page: Page) -> None:
    wait_for_a_point(seed_page)
    box = seed_page.locator(".so-map").bounding_box()
    assert box
    seed_page.mouse.click(box["x"] + 200, box["y"] + 250)
    expect(seed_page.locator(".so-legend")).to_contain_text("250 km")
    assert "ring=%40" in seed_page.url
    expect(seed_page.locator(".so-pick-hint")).to_have_count(0)


def test_a_ring_at_a_point_by_keyboard(seed_page: Page) -> None:
    wait_for_a_point(seed_page)
    seed_page.keyboard.press("Escape")
    expect(seed_page.locator(".so-pick-hint")).to_have_count(0)
    assert "ring=" not in seed_page.url
    wait_for_a_point(seed_page)
    seed_page.locator(".so-map").press("Enter")
    expect(seed_page.locator(".so-legend")).to_contain_text("250 km")


def wait_for_a_point(page: Page) -> None:
    lid = open_lid(page, "Pierścienie zasięgu")
    choose = lid.get_by_role("button", name="Wskaż na mapie")
    expect(choose).to_be_visible()
    lid.locator('input[type="number"]').last.fill("250")
    choose.click()
    expect(page.locator(".so-pick-hint")).to_be_visible()


def test_the_capital_of_the_focus_country_is_named(seed_page: Page) -> None:
    expect(seed_page.locator(".so-word-capital", has_text="Mińsk")).to_be_visible()


def test_saved_work_is_taken_up_by_another_session(seed_page: Page, tmp_path: Path) -> None:
    mention(seed_page, "Litwą").click()
    seed_page.get_by_role("button", name="To nie miejsce").click()
    expect(seed_page.locator(".so-decision")).to_contain_text("Litwą")
    lid = open_lid(seed_page, "Ustawienia")
    with seed_page.expect_download() as download:
        seed_page.get_by_role("button", name="Zapisz korekty").click()
    path = tmp_path / "work.json"
    download.value.save_as(path)
    seed_page.get_by_role("button", name="Cofnij wszystkie").click()
    expect(seed_page.locator(".so-decision")).to_have_count(0)
    lid.locator('input[type="file"]').set_input_files(path)
    expect(lid).to_contain_text("work.json")
    seed_page.get_by_role("button", name="Wczytaj zapisaną").click()
    expect(seed_page.locator(".so-decision")).to_contain_text("Litwą")


def test_the_figure_takes_a_title_of_ones_own(seed_page: Page, tmp_path: Path) -> None:
    open_lid(seed_page, "Pobierz")
    seed_page.get_by_label("Tytuł rysunku").fill("Mój tytuł")
    # no Enter: the words leave the field with the very click that asks for the file
    assert "Mój tytuł" in saved(seed_page, "rysunek SVG", tmp_path)


def test_choices_of_the_figure_outlive_the_lid(seed_page: Page, tmp_path: Path) -> None:
    open_lid(seed_page, "Pobierz")
    seed_page.get_by_label("Tytuł rysunku").fill("Mój tytuł")
    seed_page.get_by_label("Tytuł rysunku").press("Enter")
    seed_page.get_by_role("radio", name="slajd").click(force=True)
    close_lid(seed_page)
    open_lid(seed_page, "Pobierz")
    expect(seed_page.get_by_label("Tytuł rysunku")).to_have_value("Mój tytuł")
    expect(seed_page.get_by_role("radio", name="slajd")).to_be_checked()
    assert "Mój tytuł" in saved(seed_page, "rysunek SVG", tmp_path)
