"""Which rows a figure rests on, and from which uploads they came: to trace any number back to its files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import narwhals as nw
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import collect, lazy
from jamsos_data.metrics.questions import AreaLevel
from jamsos_data.periods import add_months
from jamsos_data.reference import Reference

Cells = tuple[tuple[str, ...], tuple[tuple[str | int, ...], ...]]
_BETWEEN = "|"  # stands in no code


@dataclass(frozen=True, kw_only=True)
class Behind:
    """The rows of the data set `kind` behind a figure; None asks for no restriction.

    From the month `since` through `until` (of a data set by year: from the year of one through that of the other), of
    the years `tahun` (none named: any); inside the area `dalam`, known there for an area of the level `tingkat` or a
    finer one; of `segmen` and those under it, without those of `tanpa` (segments); of `sumber_dana` and those under
    it; of one `basis`, of one `keluarga`. `only`: columns, each with the values of which it must hold one. `cells`:
    columns, with the groups of values of which they must hold one together (None: any).
    """

    kind: str
    dalam: str
    since: datetime | None = None
    until: datetime | None = None
    tahun: tuple[int, ...] = ()
    tingkat: AreaLevel = "kabupaten"
    segmen: str | None = None
    tanpa: tuple[str, ...] = ()
    sumber_dana: str | None = None
    basis: str | None = None
    keluarga: str | None = None
    only: tuple[tuple[str, tuple[str | datetime, ...]], ...] = ()
    cells: Cells | None = None


def count_rows_behind(rows: IntoFrame, behind: Behind, *, reference: Reference) -> dict[str, int]:
    """How many of the stored `rows` of behind.kind a figure rests on, by their `asal`: "contoh", or the first twelve
    digits of the SHA-256 of the file that brought them. Most rows first. Raises ValueError for an unknown area.
    """
    scope = area_scope(reference, tingkat=behind.tingkat, dalam=behind.dalam)
    found = scope.keep_inside(lazy(rows)).filter(nw.col("kode_wilayah").str.len_chars() >= scope.code_length)
    names = found.collect_schema().names()
    for condition in _conditions(behind, names, reference):
        found = found.filter(condition)
    counted = collect(found.group_by("asal").agg(nw.len().alias("baris")), sort_by=["asal"])
    pairs = zip(counted["asal"].tolist(), counted["baris"].tolist(), strict=True)
    return {str(asal): int(number) for asal, number in sorted(pairs, key=lambda pair: (-pair[1], pair[0]))}


def _conditions(behind: Behind, names: list[str], reference: Reference) -> list[nw.Expr]:
    conditions = _when(behind, names)
    trees = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}
    for column, tree in trees.items():
        code = getattr(behind, column)
        if code is not None and column in names:
            conditions.append(nw.col(column).is_in(list(tree.descendants(code))))
    if behind.tanpa and "segmen" in names and behind.cells is None:
        conditions.append(~nw.col("segmen").is_in(list(behind.tanpa)))
    exact = {name: getattr(behind, name) for name in ("basis", "keluarga") if name in names}
    conditions += [nw.col(name) == code for name, code in exact.items() if code is not None]
    conditions += [nw.col(name).is_in(list(held)) for name, held in behind.only]
    return conditions if behind.cells is None else [*conditions, _in_cells(*behind.cells)]


def _in_cells(columns: tuple[str, ...], cells: tuple[tuple[str | int, ...], ...]) -> nw.Expr:
    together = nw.concat_str([nw.col(name).cast(nw.String) for name in columns], separator=_BETWEEN)
    return together.is_in([_BETWEEN.join(map(str, cell)) for cell in cells])


def _when(behind: Behind, names: list[str]) -> list[nw.Expr]:
    since, until = behind.since, behind.until
    if "periode" in names or "tanggal" in names:
        column = nw.col("periode" if "periode" in names else "tanggal")
        return [
            *([column >= since] if since is not None else []),
            *([(column < add_months(until, 1)) | column.is_null()] if until is not None else []),
        ]
    if "tahun" not in names:
        return []
    year = nw.col("tahun")
    return [
        *([year.is_in(list(behind.tahun))] if behind.tahun else []),
        *([year >= since.year] if since is not None else []),
        *([year <= until.year] if until is not None else []),
    ]
