"""Twenty people at once: each clicks every two seconds; how long the server takes, and what it holds afterwards.

Speaks the browser's own protocol without a browser, so that the machine's cores belong to the server. A click is a step
in the browser's history: the address changes and the page follows.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.measurement import Measurement
from benchmarks.ready import measured_areas, write_ready_made
from benchmarks.server import Server, run_server
from pages.parts.gathering import parted

SESSIONS = 20
CLICKS = 15
EVERY_SECONDS = 2.0
TIMES_FLOOR = 1.5
ALLOWED_MEGABYTES = 350.0
ALLOWED_GROWTH = 1.05


@dataclass
class Waited:
    """Seconds from a click to the end of its run, and how many runs showed an error."""

    seconds: list[float] = field(default_factory=list)
    errors: int = 0


def measure_sessions(lake: Path) -> Iterator[Measurement]:
    """The slowest twentieth of the clicks against the floor, errors, and memory after one and after two rounds."""
    with TemporaryDirectory() as folder:
        ready = Path(folder, "ready.json")
        write_ready_made(lake, ready, only="")
        settings = {"JAMSOS_LAKE": str(lake), "FLOOR_READY": str(ready)}
        with run_server("benchmarks/floor.py", **settings) as floor:
            bare = asyncio.run(_meeting(floor, "halaman="))
        with run_server("dashboard.py", **settings) as ours:
            asyncio.run(_meeting(ours, ""))  # every area was looked at once
            warm = ours.megabytes()
            waited = asyncio.run(_meeting(ours, ""))
            later = ours.megabytes()
    slow, floor_slow = _slowest_twentieth(waited), _slowest_twentieth(bare)
    words = f"{slow * 1000:.0f} ms to {floor_slow * 1000:.0f} ms"
    yield Measurement(
        f"{SESSIONS} sessions, p95, times the floor ({words})", slow / floor_slow, TIMES_FLOOR, "×"
    )
    yield Measurement(f"{SESSIONS} sessions, errors", waited.errors, 0, "")
    yield Measurement(f"{SESSIONS} sessions, memory", later, ALLOWED_MEGABYTES, "MB")
    yield Measurement("memory after the same clicks again", later / max(warm, 1.0), ALLOWED_GROWTH, "×")


def _slowest_twentieth(waited: Waited) -> float:
    return quantiles(waited.seconds, n=20)[-1]


async def _meeting(server: Server, query: str) -> Waited:
    waited = Waited()
    await asyncio.gather(*(_person(server, query, number, waited) for number in range(SESSIONS)))
    return waited


async def _person(server: Server, query: str, number: int, waited: Waited) -> None:
    areas = list(measured_areas())
    address = (
        server.address.replace("http", "ws") + "/_stcore/stream?gathered=1"
    )  # as our document asks (pages/parts/gather.js)
    await asyncio.sleep(number * EVERY_SECONDS / SESSIONS)
    async with websockets.connect(
        address, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None
    ) as line:
        await _run(line, query, waited=Waited(), again=False)
        for click in range(CLICKS):
            started = time.perf_counter()
            chosen = f"{query}&wilayah={areas[(number + click) % len(areas)]}"
            await _run(line, chosen, waited=waited, again=True)
            await asyncio.sleep(max(0.0, EVERY_SECONDS - (time.perf_counter() - started)))


async def _run(line: websockets.ClientConnection, query: str, *, waited: Waited, again: bool) -> None:
    asked = BackMsg()
    asked.rerun_script.query_string = query
    asked.rerun_script.is_history_navigation = again
    started = time.perf_counter()
    await line.send(asked.SerializeToString())
    finished = False
    while not finished:
        for message in parted(bytes(await line.recv())):  # type: ignore[arg-type]
            told = ForwardMsg.FromString(message)
            shown = told.delta.new_element if told.WhichOneof("type") == "delta" else None
            waited.errors += shown is not None and shown.WhichOneof("type") == "exception"
            finished |= told.WhichOneof("type") == "script_finished"
    waited.seconds.append(time.perf_counter() - started)
