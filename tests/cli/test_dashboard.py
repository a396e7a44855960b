"""The page starts from the command, in a home that has never seen Streamlit."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing

import pytest


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answer(port: int, path: str) -> str | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    except OSError:
        return None
    finally:
        connection.close()


def test_it_answers_and_asks_nothing(tmp_path, seed):
    port = free_port()
    env = {**os.environ, "HOME": str(tmp_path)}
    log = tmp_path / "log"
    options = ["--port", str(port), "--no-browser", "--lang", "pl"]
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "geo", "dashboard", str(seed), *options],
            cwd=tmp_path,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            deadline = time.monotonic() + 90
            while answer(port, "/_stcore/health") != "ok":
                assert server.poll() is None, log.read_text()
                assert time.monotonic() < deadline, log.read_text()
            page = answer(port, "/")
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(timeout=60)
    assert page is not None
    assert "<title>" in page
    assert "e-mail" not in log.read_text().lower()
    assert "Traceback" not in log.read_text()


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--lang", "de"), "pl, en, uk"),
        (("nowhere.txt",), "nowhere.txt"),
        (("--port", "0"), "port"),
    ],
)
def test_what_can_t_be_opened_is_told_before_a_window_opens(standoff, words, part):
    run = standoff("dashboard", "--no-browser", *words)
    assert run.code == 2
    assert run.err.count("\n") == 1
    assert part in run.err
