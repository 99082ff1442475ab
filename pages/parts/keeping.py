"""Keeping what a function of hashable arguments found: for all sessions, found once, handed out without copying.

Streamlit's cache sees to it that twenty sessions with the same question wait for one answer; but it looks into every
argument and unpickles every answer anew. In front of it stands a table by the arguments themselves. What is kept is
shared and never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar, cast

import streamlit as st

Function = TypeVar("Function", bound=Callable[..., Any])


def kept(
    *, at_most: int, told_apart_by: Mapping[str | type, Callable[[Any], Any]] | None = None
) -> Callable[[Function], Function]:
    """A decorator: the last `at_most` answers are kept. All arguments are hashable.

    `told_apart_by` gives, by type of an argument, what Streamlit shall look into instead of the whole object.
    """

    def keep(function: Function) -> Function:
        found_once = st.cache_resource(
            max_entries=at_most, show_spinner=False, hash_funcs=dict(told_apart_by or {})
        )(function)
        return cast(Function, lru_cache(maxsize=at_most)(found_once))

    return keep
