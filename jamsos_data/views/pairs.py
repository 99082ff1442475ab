"""Two months of the same areas, row beside row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsos_data.wording import has_value, rows_of


@dataclass(frozen=True)
class Pair:
    """One area in both months; `before` is None when the earlier month has no such row."""

    before: Any | None
    after: Any
    mapped_alike: bool = True

    @property
    def comparable(self) -> bool:
        """Whether a difference may be formed: both percentages, one denominator, as many people mapped."""
        return self.complete and self.same_denominator and self.mapped_alike

    @property
    def complete(self) -> bool:
        """Whether both months have a percentage."""
        return self.before is not None and has_value(self.before.persen) and has_value(self.after.persen)

    @property
    def difference(self) -> float:
        """Percentage points from the earlier to the later month (of a complete pair)."""
        return float(self.after.persen) - float(self.before.persen) if self.before is not None else 0.0

    @property
    def same_denominator(self) -> bool:
        """Whether both percentages have the same basis and year."""
        before, after = self.before, self.after
        return before is None or (before.basis, before.tahun) == (after.basis, after.tahun)


def make_pairs(earlier: pd.DataFrame, later: pd.DataFrame, *, mapped_alike: bool = True) -> list[Pair]:
    """The areas of `later`, highest percentage first, each with its row of `earlier`."""
    before = {row.kode_wilayah: row for row in rows_of(earlier)}
    order = later.sort_values(["persen", "wilayah"], ascending=[False, True], na_position="last")
    return [Pair(before.get(row.kode_wilayah), row, mapped_alike) for row in rows_of(order)]
