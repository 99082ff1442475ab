"""The months of each area in order, cut into pieces that share one denominator."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any

import pandas as pd

from jamsos_data.wording import has_value, rows_of


@dataclass(frozen=True)
class Series:
    """One area's months in order, with the axis number (1-based) of its panel.

    `loose` are months that are not complete: their percentages are joined with no other.
    """

    kode: str
    wilayah: str
    rows: tuple[Any, ...]
    panel: int
    loose: tuple[Any, ...] = ()

    @property
    def axis(self) -> str:
        """The number behind x and y in Plotly's names of the panel's axes."""
        return "" if self.panel == 1 else str(self.panel)

    @property
    def known(self) -> list[Any]:
        """The months with a percentage."""
        return [row for row in self.rows if has_value(row.persen)]

    @property
    def last(self) -> Any | None:
        """The newest month with a percentage."""
        return self.known[-1] if self.known else None

    @property
    def pieces(self) -> list[list[Any]]:
        """Runs of months with the same basis and year of the potensi: a line may join only these."""
        runs = [list(run) for _, run in groupby(self.rows, key=_denominator)]
        return [run for run in runs if any(has_value(row.persen) for row in run)]

    @property
    def breaks(self) -> list[tuple[Any, Any]]:
        """Neighbouring months with a percentage whose denominators differ."""
        return [(a, b) for a, b in pairwise(self.known) if _denominator(a) != _denominator(b)]


def series_of(frame: pd.DataFrame, *, incomplete: Collection[datetime] = ()) -> list[Series]:
    """One Series for each area of measure_coverage_trend, highest last percentage first.

    People who are not mapped to an area of the level have no line: they never have a percentage.
    """
    found = [
        (str(kode), rows_of(part.sort_values("periode")))
        for kode, part in frame[frame["terpetakan"]].groupby("kode_wilayah", sort=True)
    ]
    series = [
        Series(
            kode,
            rows[-1].wilayah,
            tuple(row for row in rows if row.periode not in incomplete),
            0,
            tuple(row for row in rows if row.periode in incomplete and has_value(row.persen)),
        )
        for kode, rows in found
    ]
    series.sort(key=lambda one: -1.0 if one.last is None else float(one.last.persen), reverse=True)
    return [replace(one, panel=panel + 1) for panel, one in enumerate(series)]


def _denominator(row: Any) -> tuple[str, int | None]:
    return row.basis, int(row.tahun) if has_value(row.tahun) else None
