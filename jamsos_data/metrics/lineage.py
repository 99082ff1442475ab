"""Which rows a figure rests on, and from which uploads they came: to trace any number back to its files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import narwhals as nw
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import collect, lazy
from jamsos_data.reference import Reference


@dataclass(frozen=True, kw_only=True)
class Behind:
    """The rows of the data set `kind` behind a figure; None asks for no restriction.

    Months from `since` through `until`, or the year `tahun`; inside the area `dalam`; of `segmen` and those under it,
    without those of `tanpa` (segments); of `sumber_dana` and those under it; of one `basis`, of one `keluarga`.
    """

    kind: str
    dalam: str
    since: datetime | None = None
    until: datetime | None = None
    tahun: int | None = None
    segmen: str | None = None
    tanpa: tuple[str, ...] = ()
    sumber_dana: str | None = None
    basis: str | None = None
    keluarga: str | None = None


def count_rows_behind(rows: IntoFrame, behind: Behind, *, reference: Reference) -> dict[str, int]:
    """How many of the stored `rows` of behind.kind a figure rests on, by their `asal`: "contoh", or the first twelve
    digits of the SHA-256 of the file that brought them. Most rows first. Raises ValueError for an unknown area.
    """
    scope = area_scope(reference, tingkat="kabupaten", dalam=behind.dalam)
    found = scope.keep_inside(lazy(rows))
    names = found.collect_schema().names()
    for condition in _conditions(behind, names, reference):
        found = found.filter(condition)
    counted = collect(found.group_by("asal").agg(nw.len().alias("baris")), sort_by=["asal"])
    pairs = zip(counted["asal"].tolist(), counted["baris"].tolist(), strict=True)
    return {str(asal): int(number) for asal, number in sorted(pairs, key=lambda pair: (-pair[1], pair[0]))}


def _conditions(behind: Behind, names: list[str], reference: Reference) -> list[nw.Expr]:
    conditions: list[nw.Expr] = []
    if "periode" in names:
        if behind.since is not None:
            conditions.append(nw.col("periode") >= behind.since)
        if behind.until is not None:
            conditions.append(nw.col("periode") <= behind.until)
    if "tahun" in names and behind.tahun is not None:
        conditions.append(nw.col("tahun") == behind.tahun)
    trees = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}
    for column, tree in trees.items():
        code = getattr(behind, column)
        if code is not None and column in names:
            conditions.append(nw.col(column).is_in(list(tree.descendants(code))))
    if behind.tanpa and "segmen" in names:
        conditions.append(~nw.col("segmen").is_in(list(behind.tanpa)))
    exact = {name: getattr(behind, name) for name in ("basis", "keluarga") if name in names}
    return conditions + [nw.col(name) == code for name, code in exact.items() if code is not None]
