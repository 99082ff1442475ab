"""The line between browser and server, with the bytes counted that the server sends over it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlparse

BLOCK = 65_536


@dataclass
class Line:
    """Where to reach the server over this line, and how many bytes came from it so far."""

    to: int | None
    address: str = ""
    received: int = 0
    ready: threading.Event = field(default_factory=threading.Event)

    async def serve(self, ended: asyncio.Event) -> None:
        """Pass everything on as it is, compressed where browser and server agreed on it."""
        listening = await asyncio.start_server(self._connect, "localhost", 0)
        self.address = f"http://localhost:{listening.sockets[0].getsockname()[1]}"
        self.ready.set()
        await ended.wait()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("localhost", self.to)
        with suppress(ConnectionError, asyncio.CancelledError):
            await asyncio.gather(
                self._pass_on(reader, back, count=False), self._pass_on(there, writer, count=True)
            )

    async def _pass_on(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, count: bool
    ) -> None:
        while block := await reader.read(BLOCK):
            self.received += len(block) if count else 0
            writer.write(block)
            await writer.drain()
        writer.close()


@contextmanager
def counted_line(address: str) -> Iterator[Line]:
    """A line to the server at `address`."""
    line, ended = Line(urlparse(address).port), asyncio.Event()
    loop = asyncio.new_event_loop()

    def run() -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(line.serve(ended))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    line.ready.wait()
    try:
        yield line
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()
