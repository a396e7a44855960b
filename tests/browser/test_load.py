"""Twenty people at once on one server: how long a change takes, and what a session weighs.

The clients speak Streamlit's own protocol without a browser, so that the two cores measure the
server and not twenty browsers.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

pytestmark = pytest.mark.soak

SESSIONS = 20
ROUNDS = 2
EVERY_S = 12.0
"""Between two changes of one person: what reading a map takes."""

SEED = "seed=putin-lukashenko-2023-04-06&lang=pl"
RING = "&ring=asipovichy_465/iskander_m/{}"


@dataclass
class Load:
    """What was measured of one campaign."""

    changes_s: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)


def memory_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def ask(socket: ClientConnection, query: str, kept: set[str]) -> int:
    """Rerun the page under another address and read until it has ended; returns the bytes.

    `kept` holds which messages the client keeps, as a browser does: those aren't sent again.
    """
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.cached_message_hashes.extend(kept)
    await socket.send(message.SerializeToString())
    size = 0
    async with asyncio.timeout(60):
        async for content in socket:
            assert isinstance(content, bytes)
            size += len(content)
            answer = ForwardMsg()
            answer.ParseFromString(content)
            if answer.metadata.cacheable:
                kept.add(answer.hash)
            if answer.WhichOneof("type") == "script_finished":
                return size
    raise AssertionError("the server hung up")


async def person(url: str, number: int, load: Load) -> None:
    address = url.replace("http", "ws") + "/_stcore/stream"
    async with connect(address, subprotocols=["streamlit"], max_size=None, origin=url) as socket:
        kept: set[str] = set()
        await ask(socket, SEED, kept)
        start = time.monotonic() + number * EVERY_S / SESSIONS
        for turn in range(ROUNDS):
            await asyncio.sleep(max(0.0, start + turn * EVERY_S - time.monotonic()))
            began = time.perf_counter()
            size = await ask(socket, SEED + RING.format(300 + number * ROUNDS + turn), kept)
            load.changes_s.append(time.perf_counter() - began)
            load.sizes.append(size)


async def campaign(url: str) -> Load:
    load = Load()
    async with asyncio.TaskGroup() as people:
        for number in range(SESSIONS):
            people.create_task(person(url, number, load))
    return load


def test_twenty_sessions_at_once(
    server: str, record_testsuite_property: Callable[[str, object], None]
) -> None:
    asyncio.run(campaign(server))
    before = memory_mb(server.pid)  # type: ignore[attr-defined]
    spent = cpu_s(server.pid)  # type: ignore[attr-defined]
    load = asyncio.run(campaign(server))
    spent = (cpu_s(server.pid) - spent) / len(load.changes_s)  # type: ignore[attr-defined]
    grown = (memory_mb(server.pid) - before) / SESSIONS  # type: ignore[attr-defined]
    p95 = statistics.quantiles(load.changes_s, n=20)[-1]
    record_testsuite_property("p50_s", round(statistics.median(load.changes_s), 3))
    record_testsuite_property("p95_s", round(p95, 3))
    record_testsuite_property("cpu_s_a_change", round(spent, 3))  # the first loads included
    record_testsuite_property("bytes", statistics.median(load.sizes))
    record_testsuite_property("mb_a_session", round(grown, 2))
    assert len(load.changes_s) == SESSIONS * ROUNDS
    assert p95 <= 1.0
    assert grown <= 2.0
