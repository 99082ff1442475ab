"""Keeping what a function of hashable arguments found: for all sessions, found once, handed out without copying.

Streamlit's cache sees to it that twenty sessions with the same question wait for one answer; but it looks into every
argument and unpickles every answer anew. In front of it stands a table by the arguments themselves. What is kept is
shared and never changed.

One question is worked out at a time. Twenty sessions that ask for twenty areas of a server just started would each get
a twentieth of the processor, and the server would hold what all twenty need to be answered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache, wraps
from threading import RLock
from typing import Any, TypeVar, cast

import streamlit as st

from jamsos_data.colors import Look
from jamsos_data.views.view import View
from pages.parts.language import language

KEPT_BY_IDENTITY = 200
_ANSWERING = RLock()  # taken before Streamlit's own lock of an answer, so that no two wait for each other
Function = TypeVar("Function", bound=Callable[..., Any])
_BY_VALUE = (str, int, float, datetime, tuple, frozenset, Look, View, type(None))


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

        @lru_cache(maxsize=at_most)
        @wraps(function)
        def find(*given: Any, **named: Any) -> Any:
            with _ANSWERING:
                return found_once(*given, **named)

        return cast(Function, find)

    return keep


def made_once(function: Function) -> Function:
    """A decorator: for the very same frames, equal choices and the same language, what was made before.

    The frames are not even looked into: those that a view keeps come again unchanged in every run.
    """

    @lru_cache(maxsize=KEPT_BY_IDENTITY)
    def made(language: str, given: tuple[Same, ...], named: tuple[tuple[str, Same], ...]) -> Any:
        del language  # part of the key only
        return function(*(one.held for one in given), **{name: one.held for name, one in named})

    @wraps(function)
    def once(*given: Any, **named: Any) -> Any:
        return made(
            language(), tuple(map(Same, given)), tuple((name, Same(one)) for name, one in named.items())
        )

    return cast(Function, once)


@made_once
def told(tell: Callable[..., Any], *about: Any, **options: Any) -> Any:
    """What ``tell(*about, **options)`` says of the very same frames and equal choices, found once."""
    return tell(*about, **options)


class Same:
    """Something that is equal to itself: a frame by its identity, a code, a month or a choice by its value."""

    def __init__(self, held: Any) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Same):
            return NotImplemented
        return self.held is other.held or (isinstance(self.held, _BY_VALUE) and self.held == other.held)

    def __hash__(self) -> int:
        return hash(self.held) if isinstance(self.held, _BY_VALUE) else id(self.held)
