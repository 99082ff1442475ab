"""The answers that pages show, kept by snapshot and question, so that none is counted twice; bounded in number."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from jamsos_data.views.measures import measure
from jamsos_data.views.view import Question
from pages.parts.snapshot import Snapshot, frames, reference_of

KEPT_ANSWERS = 400
KEPT_GATHERED = 200


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def answer(name: str, snapshot: Snapshot, question: Question, **options: Any) -> Any:
    """The answer of the metric `name` at the snapshot."""
    return measure(
        name,
        frames(snapshot),
        reference=reference_of(snapshot),
        question=question,
        again=partial(_answer_again, snapshot),
        **options,
    )


@st.cache_resource(max_entries=KEPT_GATHERED, show_spinner=False)
def gathered(name: str, choices: tuple[Any, ...], *, _gather: Callable[[], Any]) -> Any:
    """What a function `name` gathered for `choices`: the very same object for all sessions, not to be changed."""
    del name, choices  # the key
    return _gather()


@st.cache_data(max_entries=16, show_spinner=False)
def stored_rows(snapshot: Snapshot, kind: str) -> pd.DataFrame:
    """All rows of a small data set at the snapshot, in canonical columns."""
    return frames(snapshot)[kind].collect().to_pandas()


def _answer_again(snapshot: Snapshot, name: str, question: Question) -> Any:
    return answer(name, snapshot, question)
