"""Rows of one key whose ages lie within each other: "18-30" beside "18-40", "<= 40" beside "<= 56".

Their people would be counted twice. A row whose ages are those of others together, and its figure their sum, is left
out, as is what a sum of all rows shows to be no part of it. Otherwise somebody has to say whether the wider ages hold
the narrower ones, and where neither does that these are other people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.age_texts import AgeRows, read_ages
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.key_groups import KeyGroups
from jamsos_data.intake.check.part_rows import JoinedRows
from jamsos_data.intake.check.wholes import (
    Figures,
    Whole,
    add_up,
    equals,
    is_near,
    tell_slip,
    tell_wholes,
)
from jamsos_data.intake.clean.ages import show_span

_AGES, _OTHER = Text(id="umur", en="ages"), Text(id="kelompok", en="groups")
NESTED, CROSSING = "UMUR_MENCAKUP_UMUR_LAIN", "UMUR_BERTUMPUK"


@dataclass(frozen=True)
class AgeSums:
    """Of one group the rows that are left out (`gone`), those that sum others rightly or nearly, and what is asked: the
    rows that hold `inner` ones, or two that cross.
    """

    ages: AgeRows
    gone: tuple[int, ...] = ()
    right: tuple[Whole, ...] = ()
    slips: tuple[Whole, ...] = ()
    asked: tuple[Whole, ...] = ()
    crossing: tuple[int, int] | None = None

    @property
    def inner(self) -> tuple[int, ...]:
        """The rows of ages that others hold, of which somebody is asked."""
        return tuple(
            row for one in self.asked for row in self.ages.beside(one.row) if self.ages.contains(one.row, row)
        )


@dataclass(frozen=True)
class _Settling:
    """The rows of which groups are settled, and what of them is left out or waits so far."""

    rows: pd.DataFrame
    data: Dataset
    context: CheckContext
    gone: list[int] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)

    def settle(self, ages: AgeRows, group: Sequence[int], figures: Figures) -> None:
        """Say what is found of a group, and keep what is left out of it."""
        found = judge_ages(ages, figures)
        if found.crossing:
            self._ask(CROSSING, found, [found.crossing])
            if CROSSING not in self.context.log.accepted:
                self._wait(CROSSING, group)
                return
            found = judge_ages(found.ages, figures, are_agreed=True)
        self._ask(NESTED, found, [(one.row, one.parts[0]) for one in found.asked])
        if found.asked and NESTED not in self.context.log.accepted:
            self._wait(NESTED, group)
            return
        for slip in found.slips:
            tell_slip(self.rows, slip, self.data, self.context)
        tell_wholes(self.rows, found.right, self.data, self.context)
        self.gone.extend({*found.gone, *found.inner})

    def _wait(self, code: str, group: Sequence[int]) -> None:
        self.waiting.extend(group)
        for sheet, waiting in self.rows.loc[list(group)].groupby("_sheet", sort=False):
            self.context.log.leave_out(code, str(sheet), map(int, waiting["_row"]))

    def _ask(self, code: str, found: AgeSums, pairs: Sequence[tuple[int, int]]) -> None:
        """One finding for each pair of rows, with the ages and figures of both."""
        area, value = self.data.column("kode_wilayah"), self.data.value_column
        for wide, narrow in pairs:
            one: Any = self.rows.loc[wide]
            other: Any = self.rows.loc[narrow]
            self.context.log.add(
                code, Severity.ERROR, sheet=one["_sheet"], row=int(one["_row"]), column=found.ages.header,
                what=_OTHER if found.ages.is_other else _AGES,
                value=show_span(found.ages.span(wide)), narrow=show_span(found.ages.span(narrow)),
                at=int(other["_row"]), printed=int(one[value]), summed=int(other[value]),
                wilayah=self.context.show(one[area.name], area),
            )  # fmt: skip


def join_ages(rows: pd.DataFrame, data: Dataset, context: CheckContext) -> JoinedRows:
    """Take out rows (canonical columns, _sheet, _table, _row) of ages that others of their key hold, or these others.

    Rows of which nothing shows that are waiting until somebody agrees, as are those of ages that cross.
    """
    alike = KeyGroups.of(rows, data, context)
    if not alike.groups:
        return JoinedRows.none(rows, alike.added)
    settling = _Settling(rows, data, context)
    for group in alike.groups:
        is_other = context.aside.has_other_spans(int(str(rows.at[group[0], "_table"])))
        ages = read_ages(group, alike.names, is_other=is_other)
        if ages is not None:
            settling.settle(ages, group, alike.figures)
    gone = pd.Index(sorted(settling.gone), dtype=rows.index.dtype)
    waiting = pd.Index(sorted(settling.waiting), dtype=rows.index.dtype)
    return JoinedRows(rows.drop(gone.union(waiting)), waiting, gone, rows.loc[rows.index[:0], alike.added])


def judge_ages(ages: AgeRows, figures: Figures, *, are_agreed: bool = False) -> AgeSums:
    """Which of the rows sum others, and what has to be asked. Rows that cross are not where it was agreed that they are
    of other people, nor those whose spans are no ages: they are proposed to be added as other parts are.
    """
    outer = ages.outermost()
    if any(equals(row, [*ages.cells], figures) for row in ages.totals):
        return AgeSums(ages)
    may_cross = not (are_agreed or ages.is_other)
    if may_cross and (crossing := ages.crossing()):
        return AgeSums(ages, crossing=crossing)
    if len(outer) == len(ages.cells):
        return AgeSums(ages)
    if any(equals(row, outer, figures) for row in ages.totals):
        return AgeSums(ages, gone=tuple(row for row in ages.cells if row not in outer))
    inside = {row: ages.within(row) for row in ages.cells}
    holding = [Whole(row, parts, ages.header) for row, parts in inside.items() if parts]
    filled = [one for one in holding if ages.is_filled_by(one.row, one.parts)]
    right = tuple(one for one in filled if equals(one.row, one.parts, figures))
    slips = tuple(one for one in filled if one not in right and is_near(one.row, one.parts, figures))
    summing = {one.row for one in (*right, *slips)}
    # A row that holds others has no fewer people than these.
    fewer = [one for one in holding if one.row not in summing and _has_fewer(one, figures)]
    asked = tuple(one for one in holding if one.row not in summing and one not in fewer)
    crossing = (fewer[0].row, fewer[0].parts[0]) if fewer and may_cross else None
    return AgeSums(ages, tuple(summing), right, slips, asked, crossing)


def _has_fewer(one: Whole, figures: Figures) -> bool:
    pairs = zip(figures[one.row], add_up(one.parts, figures), strict=True)
    return any(printed < summed for printed, summed in pairs)
