"""Who may change data. Looking is open to everybody who reaches the server.

On this machine only (the default) everybody may upload. With OpenID Connect set up under `[auth]` in the
secrets, those listed as `operators` there may. A server that others can reach without `[auth]` takes no uploads.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Access:
    """Whether changing data is allowed; if not, `reason` is the key of a sentence that says why."""

    allowed: bool
    reason: str = ""


def upload_access() -> Access:
    """Whether this session may upload, restore and remove data."""
    if login_required():
        if not st.user.get("is_logged_in", False):
            return Access(False, "access.login")
        return Access(True) if _is_operator(str(st.user.get("email", ""))) else Access(False, "access.viewer")
    if st.get_option("server.address") in THIS_MACHINE:
        return Access(True)
    return Access(False, "access.open_server")


def may_upload() -> bool:
    """Whether this session may upload, restore and remove data."""
    return upload_access().allowed


def author() -> str:
    """The name to propose for a commit: who is logged in, else empty."""
    return str(st.user.get("name") or st.user.get("email") or "") if login_required() else ""


def login_required() -> bool:
    """Whether the operator of the server has set up `[auth]`."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def _is_operator(email: str) -> bool:
    return bool(email) and email.casefold() in {
        name.casefold() for name in st.secrets["auth"].get("operators", [])
    }
