"""The messages of a run of a page go to the browser together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from starlette.types import Message, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.parts.gathering import GatheredMessages, kind_of, parted, together
from tests.pages.parts.messages import begins, ends, shows, status

Steps = Callable[[Send, asyncio.Event], Coroutine[Any, Any, None]]


def test_a_run_is_sent_as_one_in_the_order_in_which_it_came() -> None:
    run = [begins(), status(running=True), shows("one"), shows("two"), ends(), status(running=False)]

    assert _sent(run) == [run]


def test_each_run_is_sent_by_itself_also_where_the_one_before_was_broken_off() -> None:
    run = [begins(), status(running=True), ends(), status(running=False)]

    assert _sent([*run, *run, begins(), *run]) == [run, run, [begins(), *run]]


def test_what_belongs_to_no_run_is_sent_at_once() -> None:
    assert _sent([status(running=True), status(running=False)]) == [
        [status(running=True)],
        [status(running=False)],
    ]


def test_a_long_run_is_sent_as_it_grows() -> None:
    async def steps(send: Send, arrived: asyncio.Event) -> None:
        for part in ([begins(), shows("one")], [shows("two"), shows("three")]):
            arrived.clear()
            for message in part:
                await _send(send, message)
            await asyncio.wait_for(arrived.wait(), timeout=30)
        for message in (ends(), status(running=False)):
            await _send(send, message)

    assert _during(steps) == [
        [begins(), shows("one")],
        [shows("two"), shows("three")],
        [ends(), status(running=False)],
    ]


def test_who_does_not_ask_for_it_gets_each_message_by_itself() -> None:
    run = [begins(), status(running=True), ends(), status(running=False)]

    assert _sent(run, query=b"gathered=0&other=gathered") == [[message] for message in run]


def test_what_a_run_has_sent_comes_before_the_line_is_closed() -> None:
    async def steps(send: Send, arrived: asyncio.Event) -> None:
        await _send(send, begins())
        await send({"type": "websocket.close"})

    assert _during(steps) == [[begins()], ["websocket.close"]]


def test_a_browser_that_has_gone_is_told_to_whoever_sends_next() -> None:
    async def ask() -> None:
        tried = asyncio.Event()

        async def gone(message: Message) -> None:
            tried.set()
            raise OSError("the browser has gone")

        async def app(scope: Scope, receive: object, send: Send) -> None:
            await _send(send, begins())
            await asyncio.wait_for(tried.wait(), timeout=30)
            await _send(send, ends())
            with pytest.raises(OSError, match="gone"):
                await _send(send, status(running=False))

        await GatheredMessages(app)(_scope(b"gathered=1"), _nothing, gone)

    asyncio.run(ask())


@pytest.mark.parametrize("count", [1, 2, 300])
def test_messages_that_are_put_together_are_parted_again(count: int) -> None:
    messages = [shows("x" * number).SerializeToString() for number in range(1, 1 + count)]

    assert parted(together(messages)) == messages


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        (begins(), "new_session"),
        (shows("x"), "delta"),
        (ends(), "script_finished"),
        (ForwardMsg(hash="f"), ""),
    ],
)
def test_which_message_it_is_is_read_behind_hash_and_metadata(message: ForwardMsg, kind: str) -> None:
    number = ForwardMsg.DESCRIPTOR.fields_by_name[kind].number if kind else 0

    assert kind_of(message.SerializeToString()) == number


def _sent(messages: list[ForwardMsg], *, query: bytes = b"a=b&gathered=1") -> list[list[ForwardMsg | str]]:
    async def steps(send: Send, arrived: asyncio.Event) -> None:
        for message in messages:
            await _send(send, message)

    return _during(steps, query=query)


def _during(steps: Steps, *, query: bytes = b"gathered=1") -> list[list[ForwardMsg | str]]:
    """What has arrived, piece by piece, while an application took `steps`."""
    pieces: list[list[ForwardMsg | str]] = []

    async def ask() -> None:
        arrived = asyncio.Event()

        async def arrive(message: Message) -> None:
            data = message.get("bytes")
            pieces.append(
                [message["type"]] if data is None else list(map(ForwardMsg.FromString, parted(data)))
            )
            arrived.set()

        async def app(scope: Scope, receive: object, send: Send) -> None:
            await steps(send, arrived)

        await GatheredMessages(app)(_scope(query), _nothing, arrive)

    asyncio.run(ask())
    return pieces


def _scope(query: bytes) -> Scope:
    return {"type": "websocket", "query_string": query}


async def _nothing() -> Message:
    raise AssertionError("nobody sends anything")


async def _send(send: Send, message: ForwardMsg) -> None:
    await send({"type": "websocket.send", "bytes": message.SerializeToString()})
