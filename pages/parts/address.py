"""What was chosen on screen, kept in the address bar, so that a copied link shows the same picture.

The address carries codes (`bulan=2026-09`, `wilayah=33.19.04`), never labels: Streamlit's own
``bind="query-params"`` writes the label of an option, and such a link would break when read in the
other language. What stands at its default is left out, so an open page follows the newest month. A village may be
named by `kode=33.19.04.2003`, too: as short as an official writes it.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

PARAMETERS = (
    "wilayah",
    "bulan",
    "banding",
    "segmen",
    "sumber",
    "jakon",
    "basis",
    "keluarga",
    "versi",
    "bahasa",
)

VILLAGE = "kode"  # another name of `wilayah`

_CHOICES = "alamat_pilihan"
_PAGE = "alamat_halaman"
# The choices of the run that this thread is on: a page asks hundreds of times, and the session's state is slow to ask.
_near = threading.local()


def follow_address() -> None:
    """Bring choices and address bar together; once at the start of every run of the app.

    The address wins when a link is opened and when the browser goes back or forward. A link to another
    page may set some choices. Otherwise the choices win and the address is written again.
    """
    context = get_script_run_ctx()
    page = context.page_script_hash if context else ""
    if _CHOICES not in st.session_state or (context and context.is_history_navigation):
        _keep(_read_address())
    elif page != st.session_state.get(_PAGE):
        _keep({**st.session_state[_CHOICES], **_read_address()})
    else:
        _keep(st.session_state[_CHOICES])
    st.session_state[_PAGE] = page
    _write_address()


def chosen(name: str) -> str:
    """The code chosen for the parameter `name`; empty when it stands at its default."""
    return all_chosen().get(name, "")


def all_chosen() -> Mapping[str, str]:
    """Parameter → chosen code, of those that do not stand at their defaults."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return {}
    if getattr(_near, "run", None) is not context:
        _near.run, _near.choices = context, st.session_state.get(_CHOICES, {})
    return _near.choices


def choose(**codes: str) -> None:
    """Choose codes by parameter name; an empty code goes back to the default. For callbacks."""
    kept = {**st.session_state.get(_CHOICES, {}), **codes}
    _keep({name: code for name, code in kept.items() if code})
    _write_address()


def choose_in_box(**codes: str) -> None:
    """`choose` for the callback of a box whose value the page sets; nothing, where nobody touched the box.

    Until the browser has heard of the new value it sends the old one, with the timer of a part that runs by itself
    and with its back button; Streamlit takes either for a change.
    """
    context = get_script_run_ctx()
    if context and (context.fragment_ids_this_run or context.is_history_navigation):
        return
    choose(**codes)


def _keep(choices: Mapping[str, str]) -> None:
    st.session_state[_CHOICES] = dict(choices)
    _near.run, _near.choices = get_script_run_ctx(suppress_warning=True), choices


def _read_address() -> dict[str, str]:
    codes = {name: st.query_params[name] for name in PARAMETERS if st.query_params.get(name)}
    village = st.query_params.get(VILLAGE)
    return codes | {"wilayah": village} if village else codes


def _write_address() -> None:
    choices = st.session_state[_CHOICES]
    if choices != _read_address():
        others = {
            name: st.query_params.get_all(name)
            for name in st.query_params
            if name not in (*PARAMETERS, VILLAGE)
        }
        st.query_params.from_dict({**others, **choices})
