"""The answers that pages show, kept by snapshot and question, so that none is counted twice; bounded in number."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from jamsos_data.views.measures import measure
from jamsos_data.views.view import Question
from pages.parts.keeping import kept
from pages.parts.snapshot import Snapshot, frames, reference_of

KEPT_ANSWERS = 400


@kept(at_most=KEPT_ANSWERS)
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


@kept(at_most=16)
def stored_rows(snapshot: Snapshot, kind: str) -> pd.DataFrame:
    """All rows of a small data set at the snapshot, in canonical columns."""
    return frames(snapshot)[kind].collect().to_pandas()


def _answer_again(snapshot: Snapshot, name: str, question: Question) -> Any:
    return answer(name, snapshot, question)
