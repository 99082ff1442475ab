"""What a click brings goes to the browser in one piece and is drawn once.

A run of a page sends its parts as about a hundred messages. Each would be compressed and written by itself, a quarter
of what a click costs the server, and Streamlit's browser code would draw the whole page anew for the first, for the
second, and for whatever else has come by then. So the messages of a run wait for its last one; a run that takes longer
is shown as it grows. Browsers that started with our document (gather.js) ask for it with ``?gathered=1``; anybody else
gets the messages one by one.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LONGEST_SECONDS = 0.3
# No message of Streamlit's begins with it (a field 0 does not exist).
MARK = b"\0"
LENGTH_BYTES = 4
_ASKED = b"gathered=1"


class GatheredMessages:
    """Starlette's middleware for the websockets that ask for it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as ASGI has it."""
        if scope["type"] != "websocket" or _ASKED not in scope["query_string"].split(b"&"):
            return await self.app(scope, receive, send)
        line = _Line(send)
        try:
            await self.app(scope, receive, line.take)
        finally:
            line.forget()


@dataclass
class _Line:
    """What waits to be sent to one browser, and the end of its waiting while a run goes on."""

    send: Send
    _held: list[bytes] = field(default_factory=list, init=False)
    _deadline: asyncio.TimerHandle | None = field(default=None, init=False)
    _late: asyncio.Task[None] | None = field(default=None, init=False)
    _runs: bool = field(default=False, init=False)
    _finished: bool = field(default=False, init=False)
    _order: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    async def take(self, message: Message) -> None:
        """Send `message` now, or hold it until its run has ended."""
        data = message.get("bytes")
        if not data:
            await self._hand_over()
            return await self.send(message)
        self._held.append(data)
        self._follow(kind_of(data))
        if not self._runs:
            await self._hand_over()
        elif self._deadline is None:
            self._deadline = asyncio.get_running_loop().call_later(LONGEST_SECONDS, self._show_growth)
        return None

    def forget(self) -> None:
        """Nobody listens any more."""
        self._held.clear()
        self._rest()

    def _follow(self, kind: int) -> None:
        """A run begins with its first message and ends with the status behind its last part."""
        if kind == ForwardMsg.NEW_SESSION_FIELD_NUMBER:
            self._runs, self._finished = True, False
        elif kind == ForwardMsg.SCRIPT_FINISHED_FIELD_NUMBER:
            self._finished = True
        elif kind == ForwardMsg.SESSION_STATUS_CHANGED_FIELD_NUMBER and self._finished:
            self._runs = False

    def _show_growth(self) -> None:
        self._late = asyncio.create_task(self._hand_over_late())

    async def _hand_over_late(self) -> None:
        with suppress(OSError):  # the browser has gone: whoever sends next is told
            await self._hand_over()

    async def _hand_over(self) -> None:
        self._rest()
        held, self._held = self._held, []
        if held:
            async with self._order:
                await self.send({"type": "websocket.send", "bytes": together(held)})

    def _rest(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


def together(messages: list[bytes]) -> bytes:
    """One message as it is; several behind a mark, each behind its length (four bytes, the lowest first)."""
    if len(messages) == 1:
        return messages[0]
    return MARK + b"".join(len(one).to_bytes(LENGTH_BYTES, "little") + one for one in messages)


def parted(data: bytes) -> list[bytes]:
    """The messages that :func:`together` put together."""
    if not data.startswith(MARK):
        return [data]
    messages, at = [], len(MARK)
    while at < len(data):
        begin = at + LENGTH_BYTES
        at = begin + int.from_bytes(data[at:begin], "little")
        messages.append(data[begin:at])
    return messages


def kind_of(data: bytes) -> int:
    """Which of Streamlit's messages this is: the number of its first field behind hash and metadata; 0 if none."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        if tag >> 3 > ForwardMsg.METADATA_FIELD_NUMBER:
            return tag >> 3
        length, at = _varint(data, at)
        at += length
    return 0


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """The number that begins at a place in protobuf's writing, and where the next one does."""
    value = shift = 0
    while at < len(data):
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            break
        shift += 7
    return value, at
