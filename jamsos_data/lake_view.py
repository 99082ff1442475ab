"""A view over the lake without any screen: for the command line, scheduled reports and notebooks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

import pandas as pd
import polars as pl

from jamsos_data.boundaries import map_shapes, origin_note
from jamsos_data.datasets import STORED
from jamsos_data.lake import Lake
from jamsos_data.lake.attention_marks import read_marks, read_meetings
from jamsos_data.map_shapes import Outlines, read_outlines
from jamsos_data.messages import Messages
from jamsos_data.metrics.reported import Reported, find_incomplete_months
from jamsos_data.views.judged import JudgedFindings, Noted, judge_view
from jamsos_data.views.measures import measure
from jamsos_data.views.view import Found, Question, View

HELD_ROWS = 500_000  # of one data set; about 50 MB


def regency_frames(lake: Lake, versions: Mapping[str, int], *, kabupaten: str) -> dict[str, pl.LazyFrame]:
    """The rows of every data set at `versions` that the figures of a regency are made of: those of its areas.

    A lake may hold the whole country; what is a regency's own is small and held in memory, so that no question reads
    the files again. Only what is larger than HELD_ROWS is read at each question.
    """
    kode = pl.col("kode_wilayah")
    inside = (kode == kabupaten) | kode.str.starts_with(f"{kabupaten}.")
    scans = {kind: lake.scan(kind, version=versions.get(kind)).filter(inside) for kind in STORED}
    return {kind: _held_when_small(rows) for kind, rows in scans.items()}


def _held_when_small(rows: pl.LazyFrame) -> pl.LazyFrame:
    first = rows.head(HELD_ROWS + 1).collect()
    return first.lazy() if first.height <= HELD_ROWS else rows


def _months_of(rows: pl.LazyFrame) -> tuple[datetime, ...]:
    """The months that rows are of, oldest first."""
    return tuple(rows.select(pl.col("periode").unique().sort()).collect()["periode"].to_list())


@dataclass(frozen=True, kw_only=True)
class LakeView(View):
    """A view that asks the lake at fixed `versions` (data set → version) and keeps what it was answered.

    `moment` (aware) is set when looking back: what was noted about findings later does not count then.
    """

    lake: Lake
    versions: Mapping[str, int]
    moment: datetime | None = None
    _answers: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def ask(self, measure: str, question: Question, **options: Any) -> Any:
        """The answer of a metric; the same question is answered once."""
        key = (measure, question, *sorted(options.items()))
        if key not in self._answers:
            self._answers[key] = self._measure(measure, question, **options)
        return self._answers[key]

    def keep(self, gather: Callable[[View], Found]) -> Found:
        """What `gather` finds in this view, found once."""
        if gather not in self._answers:
            self._answers[gather] = gather(self)
        return self._answers[gather]

    def only_comparable(self) -> LakeView:
        """The same view, compared with no month where one of the two is not complete."""
        comparable = not {self.bulan, self.banding} & set(self.incomplete)
        return self if comparable else replace(self, banding=None, _answers={})

    def rows(self, kind: str) -> pd.DataFrame:
        """All rows of a small data set."""
        return self._frames[kind].collect().to_pandas()

    @property
    def incomplete(self) -> Mapping[datetime, Reported]:
        """The months of which only a part was uploaded, with what they lack."""
        return self._incomplete

    @property
    def paid_months(self) -> tuple[datetime, ...]:
        """The months with payments, oldest first."""
        return self._paid_months

    @cached_property
    def _incomplete(self) -> Mapping[datetime, Reported]:
        return find_incomplete_months(self._frames["kepesertaan"], reference=self.reference)

    @cached_property
    def _paid_months(self) -> tuple[datetime, ...]:
        return _months_of(self._frames["iuran"])

    @cached_property
    def holds_example(self) -> bool:
        """Whether rows of the example data are among what is looked at."""
        return any(
            not rows.filter(pl.col("asal") == "contoh").head(1).collect().is_empty()
            for rows in self._frames.values()
        )

    @cached_property
    def changed(self) -> datetime | None:
        """When (aware) the data looked at were changed last; None for an empty lake."""
        times = [
            version.time
            for kind, number in self.versions.items()
            for version in self.lake.history(kind)
            if version.version <= number
        ]
        return max(times, default=None)

    def judged(self) -> JudgedFindings:
        """What needs attention, with the marks and meetings that the lake keeps."""
        location, example = self.lake.location, self.holds_example
        noted = Noted(
            marks=read_marks(location, example=example), meetings=read_meetings(location, example=example)
        )
        return judge_view(self, noted.until(self.moment), then=self._at)

    def outlines(self, words: Messages) -> Outlines | None:
        """The outlines of the areas inside the one looked at; None where no map can be drawn."""
        shapes = map_shapes(self.lake, self.level_inside, dict(self.versions))
        return None if shapes is None else read_outlines(shapes.text, note=origin_note(shapes, words))

    def _at(self, moment: datetime) -> LakeView | None:
        """The same view over the data of a moment; None where there were none of its month or an earlier one."""
        versions = self.lake.versions_at(moment)
        if versions == dict(self.versions):
            return self
        then = replace(self, versions=versions, reference=self.lake.reference(versions), _answers={})
        months = _months_of(then._frames["kepesertaan"]) or then._paid_months
        held = set(then._frames["potensi"].select(pl.col("basis").unique()).collect()["basis"])
        bases = [basis for basis in then.reference.codes("basis") if basis in held]
        fitted = self.fitted(months=months, bases=bases)
        return None if fitted is None else replace(then, **fitted, _answers={})

    @cached_property
    def _frames(self) -> dict[str, pl.LazyFrame]:
        return regency_frames(self.lake, self.versions, kabupaten=self.reference.kabupaten)

    def _measure(self, name: str, question: Question, **options: Any) -> Any:
        return measure(
            name,
            self._frames,
            reference=self.reference,
            question=question,
            again=self.ask,
            **options,
        )
