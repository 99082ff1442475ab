"""What a run of a page sends is handed to Streamlit's browser code together, so that a click is drawn once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

import pages.parts

SCRIPT = Path(pages.parts.__file__).with_name("gather.js")
LONGER_THAN_A_RUN_WAITS = 200
# A wire over which nothing comes but what the test sends.
WIRE = """
window.WebSocket = class extends EventTarget {};
window.connect = () => {
  window.heard = [];
  window.wire = new WebSocket();
  window.wire.addEventListener("message", ({ data }) => window.heard.push(Array.from(new Uint8Array(data))));
};
"""
SEND = (
    "bytes => window.wire.dispatchEvent(new MessageEvent('message', { data: new Uint8Array(bytes).buffer }))"
)


@pytest.fixture
def wire(chromium: Browser) -> Iterator[Page]:
    """A page that hears what is sent through gather.js, in a browser of its own: its clock stands still."""
    context = chromium.new_context()
    page = context.new_page()
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.set_content("<p></p>")
    for script in (WIRE, SCRIPT.read_text(encoding="utf-8"), "window.connect()"):
        page.add_script_tag(content=script)
    yield page
    context.close()


def test_a_run_is_heard_when_it_has_ended_in_the_order_in_which_it_came(wire: Page) -> None:
    sent = [_begins(), _status(running=True), _shows("one"), _shows("two"), _ends()]
    for message in sent:
        _send(wire, message)
        assert _heard(wire) == []

    last = _status(running=False)
    _send(wire, last)

    assert _heard(wire) == [*sent, last]


def test_each_run_is_heard_by_itself(wire: Page) -> None:
    run = [_begins(), _status(running=True), _ends(), _status(running=False)]
    for message in [*run, *run]:
        _send(wire, message)
    _send(wire, _begins())

    assert _heard(wire) == [*run, *run]


def test_a_long_run_is_heard_as_it_grows(wire: Page) -> None:
    _send(wire, _begins())
    _send(wire, _shows("one"))
    wire.clock.run_for(LONGER_THAN_A_RUN_WAITS)
    assert _heard(wire) == [_begins(), _shows("one")]

    _send(wire, _shows("two"))

    assert _heard(wire) == [_begins(), _shows("one"), _shows("two")]


def test_what_belongs_to_no_run_is_heard_at_once(wire: Page) -> None:
    message = _status(running=True)
    _send(wire, message)

    assert _heard(wire) == [message]


def _begins() -> ForwardMsg:
    message = ForwardMsg(hash="f" * 300)
    message.metadata.active_script_hash = "a" * 32
    message.new_session.name = "dashboard.py"
    return message


def _shows(text: str) -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.delta_path.extend([0, 1])
    message.delta.new_element.markdown.body = text
    return message


def _ends() -> ForwardMsg:
    return ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)


def _status(*, running: bool) -> ForwardMsg:
    message = ForwardMsg()
    message.session_status_changed.script_is_running = running
    return message


def _send(wire: Page, message: ForwardMsg) -> None:
    wire.evaluate(SEND, list(message.SerializeToString()))


def _heard(wire: Page) -> list[ForwardMsg]:
    return [ForwardMsg.FromString(bytes(one)) for one in wire.evaluate("window.heard")]
