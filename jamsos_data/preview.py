"""What a change of the lake would do, told before it is made.

Owns the comparison that an operator sees before committing: before and after, by kecamatan and in total, and what
disappears (`jamsos_data.losses`) or may count twice (`jamsos_data.containment`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

import pandas as pd
import polars as pl

from jamsos_data.containment import Contained, find_contained
from jamsos_data.datasets import ColumnKind, Dataset, dataset
from jamsos_data.jumps import Jump, find_jumps
from jamsos_data.lake import Lake, Version, scope_of
from jamsos_data.lake.schema import ASAL, EXAMPLE
from jamsos_data.losses import Losses, LostArea, LostCell, find_losses
from jamsos_data.preview_coverage import CoverageChange, preview_coverage
from jamsos_data.reference import Reference
from jamsos_data.superseded import find_superseded

Mode = Literal["replace", "add"]
Concern = Literal["lost", "superseded", "contained", "jumps"]

ROWS = "baris"


@dataclass(frozen=True, kw_only=True)
class ChangePreview:
    """What a commit would change.

    `measured` is the column that `before`, `after` and `difference` sum (people or rupiah), or "baris" where the
    data set has nothing to sum and rows are counted. They speak of the replaced scope: the months, segments and
    sources of the upload, listed by column in `replaced` (empty when adding). `by_kecamatan` has the columns
    kode_wilayah, wilayah, sebelum, sesudah, selisih; what is known only for the regency stands under its code.
    `by_segmen` has segmen, sebelum, sesudah, selisih, and no rows for a data set without segments.
    `coverage` is that of the regency in the newest month, for participants only.
    `already_loaded` is the version in which exactly these rows of this file are in the lake already.
    `duplicate_keys` counts rows that cannot be added because their key exists; `example_rows` counts the rows of
    the example data that would stand beside the upload's in the same table.
    `lost_areas` and `lost_cells` disappear: replaced figures that the upload does not mention (empty when adding).
    `superseded` are budget lines of an earlier version that count no more, because a newer one does not repeat them.
    `contained` are pairs of the upload and rows that stay, of which one may count the other already.
    `jumps` are figures about 10, 100 or 1.000 times those of the month before, or that part of them.
    """

    kind: str
    mode: Mode
    base_version: int
    replaced: Mapping[str, tuple[str, ...]]
    measured: str
    rows_before: int
    rows_after: int
    before: int
    after: int
    by_kecamatan: pd.DataFrame
    by_segmen: pd.DataFrame
    already_loaded: Version | None
    duplicate_keys: int
    example_rows: int
    lost_areas: tuple[LostArea, ...] = ()
    lost_cells: tuple[LostCell, ...] = ()
    superseded: tuple[LostCell, ...] = ()
    contained: tuple[Contained, ...] = ()
    jumps: tuple[Jump, ...] = ()
    coverage: CoverageChange | None = None

    @property
    def loses(self) -> bool:
        """Whether figures disappear that the upload does not mention."""
        return bool(self.lost_areas or self.lost_cells)

    @property
    def concern(self) -> Concern | None:
        """The gravest reason for which somebody has to look first: figures disappear, stop counting because of a newer
        version, may count twice, or are multiplied. None where there is no such reason.
        """
        if self.loses:
            return "lost"
        if self.superseded:
            return "superseded"
        if self.contained:
            return "contained"
        return "jumps" if self.jumps else None

    @property
    def needs_consent(self) -> bool:
        """Whether it takes away, may count twice or multiplies figures, so that somebody has to look first."""
        return self.concern is not None

    @property
    def difference(self) -> int:
        """`after` − `before`."""
        return self.after - self.before


def preview_change(
    lake: Lake, kind: str, rows: pl.DataFrame, *, mode: Mode, already_loaded: Version | None = None
) -> ChangePreview:
    """What putting the stored-type `rows` into data set `kind` would change. Writes nothing."""
    declared = dataset(kind)
    base = lake.version(kind) or 0
    table = lake.scan_stored(kind, version=base)
    scope = scope_of(rows, declared)
    there = table.filter(scope.expression()).collect()
    replacing = mode == "replace"
    after = rows if replacing else pl.concat([there, rows])
    staying = table.filter(~scope.expression()) if replacing else table
    measured, reference = _measured(declared), lake.reference()
    amount = _amount(measured)
    losses = Losses()
    if replacing:
        losses = find_losses(there, rows, declared=declared, amount=amount, reference=reference)
    return ChangePreview(
        kind=kind,
        mode=mode,
        base_version=base,
        replaced=scope.texts() if replacing else {},
        measured=measured,
        rows_before=there.height,
        rows_after=after.height,
        before=_total(there, measured),
        after=_total(after, measured),
        by_kecamatan=_compare_areas(there, after, measured=measured, reference=reference),
        by_segmen=_compare_segments(there, after, declared=declared, measured=measured, reference=reference),
        already_loaded=already_loaded,
        duplicate_keys=rows.join(there, on=list(declared.key), how="semi", nulls_equal=True).height,
        example_rows=_count_example(staying),
        lost_areas=losses.areas,
        lost_cells=losses.cells,
        superseded=find_superseded(table, rows, staying, declared=declared, reference=reference),
        contained=find_contained(rows, staying, declared=declared, amount=amount, reference=reference),
        jumps=find_jumps(rows, staying, declared=declared, measured=measured),
        coverage=_coverage(lake, rows, table, staying, kind=kind, reference=reference),
    )


def _coverage(
    lake: Lake,
    rows: pl.DataFrame,
    table: pl.LazyFrame,
    staying: pl.LazyFrame,
    *,
    kind: str,
    reference: Reference,
) -> CoverageChange | None:
    newest = rows["periode"].max() if kind == "kepesertaan" else None
    if not isinstance(newest, date):
        return None
    after = pl.concat([staying, rows.lazy()])
    bulan = datetime(newest.year, newest.month, 1)
    return preview_coverage(lake, before=table, after=after, bulan=bulan, reference=reference)


def _measured(declared: Dataset) -> str:
    kind = declared.column(declared.value_column).kind
    return declared.value_column if kind in (ColumnKind.COUNT, ColumnKind.RUPIAH) else ROWS


def _amount(measured: str) -> pl.Expr:
    return (pl.len() if measured == ROWS else pl.col(measured).sum()).cast(pl.Int64)


def _total(frame: pl.DataFrame, measured: str) -> int:
    return int(frame.select(_amount(measured)).item())


def _compare_areas(
    before: pl.DataFrame, after: pl.DataFrame, *, measured: str, reference: Reference
) -> pd.DataFrame:
    sums = [_by_kecamatan(frame, measured=measured, reference=reference) for frame in (before, after)]
    codes = sorted(set(sums[0]) | set(sums[1]))
    rows = [(code, _area_name(code, reference), sums[0].get(code, 0), sums[1].get(code, 0)) for code in codes]
    table = pd.DataFrame(rows, columns=["kode_wilayah", "wilayah", "sebelum", "sesudah"])
    table[["sebelum", "sesudah"]] = table[["sebelum", "sesudah"]].astype("int64")
    table["selisih"] = table["sesudah"] - table["sebelum"]
    return table


def _compare_segments(
    before: pl.DataFrame, after: pl.DataFrame, *, declared: Dataset, measured: str, reference: Reference
) -> pd.DataFrame:
    """In the order of the segments; those that a changed reference table no longer knows come last."""
    names = ["segmen", "sebelum", "sesudah", "selisih"]
    if "segmen" not in declared.names:
        return pd.DataFrame(columns=names)
    amount = _amount(measured).alias(ROWS)
    sums = [dict(frame.group_by("segmen").agg(amount).rows()) for frame in (before, after)]
    stated, known = set(sums[0]) | set(sums[1]), reference.segmen_tree.codes
    codes = [*(code for code in known if code in stated), *sorted(stated - set(known))]
    pairs = [(code, sums[0].get(code, 0), sums[1].get(code, 0)) for code in codes]
    return pd.DataFrame([(code, old, new, new - old) for code, old, new in pairs], columns=names)


def _area_name(code: str, reference: Reference) -> str:
    """The area's name; its code where a changed reference table no longer knows it."""
    return reference.area_name(code) if reference.has_area(code) else code


def _by_kecamatan(frame: pl.DataFrame, *, measured: str, reference: Reference) -> dict[str, int]:
    sums: dict[str, int] = {}
    for code, amount in frame.group_by("kode_wilayah").agg(_amount(measured).alias(ROWS)).rows():
        area = reference.parent_area(code) if reference.area_level(code) == "desa" else code
        sums[area] = sums.get(area, 0) + amount
    return sums


def _count_example(staying: pl.LazyFrame) -> int:
    return int(staying.filter(pl.col(ASAL) == EXAMPLE).select(pl.len()).collect().item())
