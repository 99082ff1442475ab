"""What Streamlit sends to a browser during a run of a page."""

from __future__ import annotations

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


def begins() -> ForwardMsg:
    """The first message of a run, with a long hash."""
    message = ForwardMsg(hash="f" * 300)
    message.metadata.active_script_hash = "a" * 32
    message.new_session.name = "dashboard.py"
    return message


def shows(text: str) -> ForwardMsg:
    """A part of a page."""
    message = ForwardMsg()
    message.metadata.delta_path.extend([0, 1])
    message.delta.new_element.markdown.body = text
    return message


def ends() -> ForwardMsg:
    """The end of a run."""
    return ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)


def status(*, running: bool) -> ForwardMsg:
    """Whether a run goes on, as told at its begin and behind its end."""
    message = ForwardMsg()
    message.session_status_changed.script_is_running = running
    return message
