"""What the server sends of a run together is handed to Streamlit's browser code message by message."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

import pages.parts
from pages.parts.gathering import together
from tests.pages.parts.messages import begins, ends, shows, status

SCRIPT = Path(pages.parts.__file__).with_name("gather.js")
# A wire over which nothing comes but what the test sends.
WIRE = """
window.WebSocket = class extends EventTarget {
  constructor(address, protocols) { super(); Object.assign(this, { address, protocols }); }
};
window.connect = () => {
  window.heard = [];
  window.wire = new WebSocket("ws://kudus.example/_stcore/stream", ["streamlit"]);
  window.wire.addEventListener("message", ({ data }) => window.heard.push(Array.from(new Uint8Array(data))));
};
"""
SEND = (
    "bytes => window.wire.dispatchEvent(new MessageEvent('message', { data: new Uint8Array(bytes).buffer }))"
)


@pytest.fixture
def wire(chromium: Browser) -> Iterator[Page]:
    """A page that hears what is sent through gather.js, in a browser of its own."""
    context = chromium.new_context()
    page = context.new_page()
    page.set_content("<p></p>")
    for script in (WIRE, SCRIPT.read_text(encoding="utf-8"), "window.connect()"):
        page.add_script_tag(content=script)
    yield page
    context.close()


def test_the_messages_of_a_run_are_heard_one_by_one_in_their_order(wire: Page) -> None:
    run = [begins(), status(running=True), shows("one"), shows("x" * 70_000), ends(), status(running=False)]
    _send(wire, run)

    assert _heard(wire) == run


def test_a_message_by_itself_is_heard_as_it_is(wire: Page) -> None:
    _send(wire, [begins()])
    _send(wire, [shows("one")])

    assert _heard(wire) == [begins(), shows("one")]


def test_the_server_is_asked_to_send_them_together(wire: Page) -> None:
    assert wire.evaluate("[window.wire.address, window.wire.protocols]") == [
        "ws://kudus.example/_stcore/stream?gathered=1",
        ["streamlit"],
    ]


def _send(wire: Page, messages: list[ForwardMsg]) -> None:
    wire.evaluate(SEND, list(together([message.SerializeToString() for message in messages])))


def _heard(wire: Page) -> list[ForwardMsg]:
    return [ForwardMsg.FromString(bytes(one)) for one in wire.evaluate("window.heard")]
