"""What is looked at: a month, an area, a segment, and so on, and who answers questions about it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, Literal, TypeVar

import pandas as pd

from jamsos_data.metrics.questions import (
    AttentionQuestion,
    CoverageQuestion,
    PremiumQuestion,
    TargetQuestion,
)
from jamsos_data.metrics.reported import Reported
from jamsos_data.reference import Reference

Found = TypeVar("Found")
Question = CoverageQuestion | TargetQuestion | PremiumQuestion | AttentionQuestion


@dataclass(frozen=True, kw_only=True)
class View(ABC):
    """The choices behind a page, a set of slides or a report, over one state of the data.

    `bulan` is None while there is no kepesertaan; `banding` is the month compared with, None when there is
    no earlier one or one of the two is not complete. `segmen` and `wilayah` stand at the root of their trees by
    default. `sumber_dana` is None for all sources. `basis` is None while there is no potensi. Jasa konstruksi
    counts unless it is switched off, as in the published figures of UCJ. `keluarga` is the family of targets:
    one is looked at at a time.
    """

    reference: Reference = field(compare=False)
    bulan: datetime | None
    banding: datetime | None
    segmen: str
    sumber_dana: str | None
    dengan_jakon: bool
    basis: str | None
    wilayah: str
    keluarga: str

    @abstractmethod
    def ask(self, measure: str, question: Question, **options: Any) -> Any:
        """The answer of a metric (a name of :mod:`measures`) over the data looked at."""

    @abstractmethod
    def keep(self, gather: Callable[[View], Found]) -> Found:
        """What `gather(self)` finds, found once for the same choices and data; shared, so not to be changed."""

    @abstractmethod
    def rows(self, kind: str) -> pd.DataFrame:
        """All rows of a small data set (`target`, `tindak_lanjut`, `umkm`, `sosialisasi`) in canonical columns."""

    @property
    @abstractmethod
    def incomplete(self) -> Mapping[datetime, Reported]:
        """The months of which only a part was uploaded, with what they lack."""

    @property
    @abstractmethod
    def paid_months(self) -> tuple[datetime, ...]:
        """The months with payments, oldest first."""

    @property
    def lacking(self) -> Reported | None:
        """What the month looked at lacks; None when it is complete."""
        return None if self.bulan is None else self.incomplete.get(self.bulan)

    def is_complete(self, month: datetime) -> bool:
        """Whether a month may be compared with others: all that was there before has been uploaded."""
        return month not in self.incomplete

    @property
    def month(self) -> datetime:
        """The month looked at. Raises ValueError without data; pages with filters never get that far."""
        if self.bulan is None:
            raise ValueError("no month with data")
        return self.bulan

    @property
    def kecamatan(self) -> str | None:
        """The kecamatan looked at, also when one of its desa is; None at the level of the regency."""
        level = self.reference.area_level(self.wilayah)
        if level == "desa":
            return self.reference.parent_area(self.wilayah)
        return self.wilayah if level == "kecamatan" else None

    @property
    def dalam(self) -> str | None:
        """The area to stay inside, as the metrics want it; None for the whole regency."""
        return None if self.wilayah == self.reference.kabupaten else self.wilayah

    def fitted(self, *, months: Sequence[datetime], bases: Sequence[str]) -> dict[str, Any] | None:
        """Month and basis to look at over other data: the newest of `months` that is no later, the same basis or else
        the first; None where there is no such month. For :func:`dataclasses.replace`.
        """
        until = [month for month in months if month <= self.month]
        if not until:
            return None
        return {"bulan": max(until), "basis": self.basis if self.basis in bases else next(iter(bases), None)}

    @property
    def upwards(self) -> tuple[str, ...]:
        """The area looked at and those above it, from the regency on: their codes begin its code."""
        parts = self.wilayah.split(".")
        return tuple(".".join(parts[:end]) for end in range(2, len(parts) + 1))

    @property
    def level_inside(self) -> Literal["kecamatan", "desa"]:
        """The level that a map of the area looked at shows: kecamatan of the regency, else desa."""
        return "kecamatan" if self.kecamatan is None else "desa"


def gathered_once(gather: Callable[[View], Found]) -> Callable[[View], Found]:
    """`gather`, a function at module level, answered from what the view keeps."""

    @wraps(gather)
    def kept(view: View) -> Found:
        return view.keep(gather)

    return kept
