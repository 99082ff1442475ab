"""Rows of a wider area beside rows of its own parts: sums that are left out, or people that belong to no part.

A row that equals the sum of its parts is their total. One that misses it by little is a total that does not
add up: it is left out too, with both numbers. Any other is kept as what is not mapped to the parts, and that
must be acknowledged, because as a total it would count everybody twice.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

import numpy as np
import pandas as pd

from jamsos_data.datasets import ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.compared_areas import AreaRow, cells_of, compare_areas
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.unread_parts import UnreadFigures
from jamsos_data.intake.wider_by_people import Judged, PeopleOfWider, Verdict

_KECAMATAN_DOTS = 2


@dataclass(frozen=True)
class _Level:
    """The rows that are compared on one level: their numbers, the area codes of all rows, which of them are of a wider
    area, and what `leave_out_area_sums` is told of them.
    """

    numbers: pd.DataFrame
    codes: pd.Series
    wider: pd.Series
    _: KW_ONLY
    unread: pd.DataFrame
    unmapped: pd.Series
    pending: pd.Series
    sections: frozenset[int]

    def judge(self, people: PeopleOfWider, context: SheetContext) -> list[Judged]:
        """What the rows of wider areas are taken for beside their parts."""
        rows = self.numbers.index
        found = compare_areas(
            self.numbers, self.codes.loc[rows], people.cells.loc[rows], self.wider,
            placeless=(self.unmapped != "").to_numpy(),
            unread=UnreadFigures(self.unread, self.codes, people.cells),
        )  # fmt: skip
        found = [row for row in found if not self.pending[row.row]]
        judged = _judge(found, context, sections=self.sections, unmapped=self.unmapped)
        return people.stand_together(judged, may_slip=not _is_potensi(context))


def leave_out_area_sums(
    numbers: pd.DataFrame,
    ids: pd.DataFrame,
    context: SheetContext,
    *,
    sections: frozenset[int],
    unmapped: pd.Series,
    pending: pd.Series,
    unread: pd.DataFrame,
    said: pd.Series,
) -> frozenset[int]:
    """Row numbers of area rows that sum their parts, within one cell of all other keys; all are reported.

    `numbers` are the value columns and `ids` the cleaned keys, indexed by row number, `ids` also of rows without any
    number that can be read. A row of `sections` heads the rows of its parts, so it is their sum also where it misses it
    by more. Of rows that are `unmapped` (their texts, "" for others) nobody is asked again, unless they add up; those
    that are `pending` are summed and not judged. Cells that are `unread` (of the rows of `ids`), struck out say, are
    compared with nothing, and what exceeds parts of which one is unread is their total: it may hold that one. Targets
    of a regency and of its kecamatan stand beside each other and are never sums. Where rows by sex or age (`said`, of
    the rows of `ids`) stand beside each other those of a wider area are judged together.
    """
    data = context.mapping.data
    if data.column(data.value_column).kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH):
        return frozenset()
    codes, cells = ids["kode_wilayah"].astype("str"), cells_of(ids)
    own = codes.loc[numbers.index]
    if len({code.count(".") for code in own.unique() if code}) < 2:
        return frozenset()
    dots = own.str.count(r"\.").where(own != "", -1)
    left_out = frozenset[int]()
    for is_wider, heads in ((dots == _KECAMATAN_DOTS, sections), (dots < _KECAMATAN_DOTS, frozenset[int]())):
        kept = numbers.drop(index=list(left_out))
        texts, wider = unmapped.loc[kept.index], is_wider[kept.index]
        level = _Level(kept, codes, wider, unread=unread, unmapped=texts, pending=pending, sections=heads)
        people = PeopleOfWider.of(codes, cells, said=said, wider=wider)
        judged = level.judge(people, context)
        if people.with_unsaid is not None:
            judged = people.prefer_proven(judged, level.judge(people.with_unsaid, context))
        left_out |= _report(judged, kept, context, unmapped=texts)
    return left_out


def _judge(
    rows: list[AreaRow], context: SheetContext, *, unmapped: pd.Series, sections: frozenset[int]
) -> list[Judged]:
    """What each of the rows is taken for by itself."""
    # One village may happen to hold all people of its kecamatan; a table that sums elsewhere sums here too.
    # Of people without a place that happen to equal the others nothing is learnt about the rest of the table.
    sums_here = any(found.equal and found.parts > 1 and unmapped[found.row] == "" for found in rows)
    may_slip = not _is_potensi(context)

    def verdict_of(found: AreaRow) -> Verdict:
        has_place = not unmapped[found.row]
        if not has_place and found.equal:
            return "placeless" if found.parts > 1 else "kept"
        if found.is_empty or (found.equal and (found.parts > 1 or sums_here or found.row in sections)):
            return "sum"
        if may_slip and found.lacks_placeless:
            return "lacking"
        if may_slip and (
            found.is_slip(heading=found.row in sections) or (found.may_sum_unread and has_place)
        ):
            return "slip"
        return "asked" if has_place else "kept"

    return [Judged(found, verdict_of(found)) for found in rows]


def _report(
    judged: list[Judged], numbers: pd.DataFrame, context: SheetContext, *, unmapped: pd.Series
) -> frozenset[int]:
    """Which of the rows are totals; each is reported, those that add up as information only."""
    asked: dict[str, list[AreaRow]] = {}
    for one in judged:
        found = one.found
        if one.verdict == "placeless":
            _note_placeless_sum(found, numbers, context)
        elif one.verdict == "sum":
            name = context.lexicon.areas.official[found.code]
            context.log.add(
                "BARIS_TOTAL_DITINGGALKAN", Severity.INFO, sheet=context.sheet, row=found.row, value=name
            )
        elif one.verdict == "lacking":
            _note_lacking(found, numbers, unmapped, context)
        elif one.verdict == "slip":
            _warn("INDUK_WILAYAH_TIDAK_COCOK", found, numbers, context, n=1)
        elif one.verdict == "asked":
            asked.setdefault(found.code, []).append(found)
    for same in asked.values():
        code = "POTENSI_INDUK_BERBEDA" if _is_potensi(context) else "BELUM_TERPETAKAN"
        # A row that equals its parts explains nothing: it waits for one beside it that does not.
        told = next((found for found in same if not found.equal), same[0])
        _warn(code, told, numbers, context, n=len(same))
    return frozenset(one.found.row for one in judged if one.verdict not in ("asked", "kept"))


def _note_placeless_sum(found: AreaRow, numbers: pd.DataFrame, context: SheetContext) -> None:
    """People of no part of an area who are as many as all others in it together: rather their sum."""
    context.log.add(
        "BARIS_INDUK_DITINGGALKAN", Severity.WARNING, sheet=context.sheet, row=found.row,
        value=context.lexicon.areas.official[found.code], column=str(numbers.columns[0]),
        printed=int(found.printed[0]), n=found.parts,
    )  # fmt: skip


def _note_lacking(found: AreaRow, numbers: pd.DataFrame, unmapped: pd.Series, context: SheetContext) -> None:
    """A total that sums the parts of its area only: who belongs to none of them stands beside it."""
    position = int(np.flatnonzero(found.placeless)[0])
    context.log.add(
        "INDUK_TANPA_TAK_TERPETAKAN", Severity.WARNING, sheet=context.sheet, row=found.row,
        column=str(numbers.columns[position]), value=context.lexicon.areas.official[found.code],
        printed=int(found.printed[position]), summed=int(found.summed[position]),
        more=int(found.placeless[position]), names=", ".join(dict.fromkeys(unmapped[list(found.placeless_rows)])),
    )  # fmt: skip


def _is_potensi(context: SheetContext) -> bool:
    """Workers of the regency contain those of its kecamatan and are never added to them."""
    return context.mapping.data.name == "potensi"


def _warn(code: str, found: AreaRow, numbers: pd.DataFrame, context: SheetContext, *, n: int) -> None:
    different = np.flatnonzero(found.printed != found.summed)
    position = int(different[0]) if len(different) else 0
    severity = Severity.INFO if code == "POTENSI_INDUK_BERBEDA" else Severity.WARNING
    context.log.add(
        code, severity, sheet=context.sheet, row=found.row, column=str(numbers.columns[position]),
        value=str(found.printed[position]), wilayah=context.lexicon.areas.official[found.code],
        printed=int(found.printed[position]), summed=int(found.summed[position]), n=n,
    )  # fmt: skip
