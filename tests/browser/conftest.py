"""A real server and a real Chromium; every test also counts outside requests and console errors."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LAPTOP: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 390, "height": 844}
FAILED = pytest.StashKey[bool]()
PATIENCE_MS = 60_000
"""How long to poll for what takes a second: other programs may want both cores for themselves.

No budget is measured by it; it only decides when to call something missing.
"""

expect.set_options(timeout=PATIENCE_MS)

ARTEFACTS = Path(__file__).parents[2] / "test-artefacts"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport]:
    """Let fixtures know at their end whether the test failed."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Server(str):
    """The address of a server, and which process it is."""

    __slots__ = ("pid",)
    pid: int


@dataclass
class Watch:
    """What a page did besides what it was asked for."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    received: int = 0
    sent: int = 0


def _watched(page: Page) -> Watch:
    watch = Watch()

    def asked(url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "file:")):
            watch.outside.append(url)

    page.on("request", lambda request: asked(request.url))
    page.on("console", lambda m: watch.errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: watch.errors.append(str(error)))

    def received(frame: str | bytes) -> None:
        watch.received += len(frame)

    def sent(_frame: str | bytes) -> None:
        watch.sent += 1

    def opened(ws: object) -> None:
        asked(ws.url)  # type: ignore[attr-defined]
        ws.on("framereceived", received)  # type: ignore[attr-defined]
        ws.on("framesent", sent)  # type: ignore[attr-defined]

    page.on("websocket", opened)
    return watch


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists() and shutil.which("chromium") is None:
        if os.environ.get("STANDOFF_REQUIRE_BROWSER") == "1":
            pytest.fail("Chromium is required here and isn't installed")
        pytest.skip("Chromium isn't installed")
    with sync_playwright() as playwright:
        found = CHROMIUM if Path(CHROMIUM).exists() else shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The page as `standoff dashboard` serves it, in an empty home folder."""
    yield from _served(tmp_path_factory.mktemp("home"))


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has asked for anything yet."""
    yield from _served(tmp_path)


def _served(home: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {k: v for k, v in os.environ.items() if not k.startswith(("STREAMLIT_", "STANDOFF_"))}
    with (home / "server.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "geo.app.serve", "--server.port", str(port)],
            env={**env, "HOME": str(home)},
            cwd=home,
            stdout=log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        url = Server(f"http://127.0.0.1:{port}")
        url.pid = process.pid
        try:
            _wait_for(url, process)
            yield url
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server ended before it answered"
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as answer:  # noqa: S310  # our own server
                if answer.status == 200:
                    return
        except OSError:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.1)
    pytest.fail("the server didn't answer")


@pytest.fixture
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A laptop's page; afterwards nothing may have left the machine, nothing may have failed."""
    yield from _page(chromium, LAPTOP, request.node)


@pytest.fixture
def phone(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The same on a phone."""
    yield from _page(chromium, PHONE, request.node)


def _page(chromium: Browser, size: ViewportSize, test: pytest.Item) -> Iterator[Page]:
    context = chromium.new_context(
        viewport=size, locale="pl-PL", accept_downloads=True, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    watch = _watched(page)
    page.watch = watch  # type: ignore[attr-defined]
    yield page
    if test.stash.get(FAILED, False):
        ARTEFACTS.mkdir(exist_ok=True)
        name = re.sub(r"[^\w.-]+", "-", test.name)
        page.screenshot(path=ARTEFACTS / f"{test.path.stem}-{name}.png")
    context.close()
    assert watch.outside == []
    assert watch.errors == []


@pytest.fixture(scope="session")
def opened() -> Callable[[Page, str], Page]:
    """Go to an address and wait until map, text and tables are drawn."""

    def opened(page: Page, url: str) -> Page:
        page.goto(url)
        page.wait_for_selector(".so-map[data-ready]")
        page.wait_for_selector(".so-m")
        page.wait_for_selector(".so-table", state="attached")
        return page

    return opened
