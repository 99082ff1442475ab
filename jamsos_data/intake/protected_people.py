"""Whether people by programme are the same people: JKK and JKM in every row alike, and no more with JHT than these.

Only then one column tells who is protected by both, which somebody has to agree to; else no row is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.marks import read_with
from jamsos_data.intake.clean.numbers import Form
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn
from jamsos_data.intake.match.people_by_programme import PROGRAM, PROTECTED, columns_beside, programme_of
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.protected_packages import (
    ProgrammeFigures,
    package_of_all,
    packages,
    packages_by_row,
    titled_package,
)
from jamsos_data.intake.shown import show, show_list


def judge_protected(
    data: pd.DataFrame, values: list[ValueColumn], context: SheetContext
) -> list[ValueColumn]:
    """The number columns; of people by programme that do not agree no row is taken. Rows are those of `data`."""
    return [_judge(value, data, context) for value in values]


def _judge(value: ValueColumn, data: pd.DataFrame, context: SheetContext) -> ValueColumn:
    beside = columns_beside(value.slot, context.mapping)
    if not beside:
        return value
    people = value.values.fillna(0).astype("int64")
    figures = [_read(data[slot.position], value) for slot in beside]
    together = sum((read for slot, read in zip(beside, figures, strict=True) if programme_of(slot)), people)
    for slot, read in zip(beside, figures, strict=True):
        wrong = _disagrees(slot, read, people, together, is_first=slot is beside[0])
        if wrong.any():
            row = int(wrong.index[wrong][0])
            return _refuse(value, row, (slot.header, int(read[row])), Text("", ""), context)
    named = [(slot, read) for slot, read in zip(beside, figures, strict=True) if programme_of(slot)]
    return _give_package(value, named, data, context)


def _give_package(
    value: ValueColumn, beside: Sequence[tuple[Slot, pd.Series]], data: pd.DataFrame, context: SheetContext
) -> ValueColumn:
    """The column with the package of its people, which a column of the file may say row by row: it has to fit then."""
    figures = _figures(value, beside)
    by_row = packages_by_row(data, context)
    if by_row is not None:
        return _keep_packages(value, beside, by_row, context)
    package = package_of_all(figures, titled_package(context), context)
    _propose(value, beside, [package], context)
    return replace(value, slot=replace(value.slot, tags={**value.slot.tags, PROGRAM: package}))


def _keep_packages(
    value: ValueColumn, beside: Sequence[tuple[Slot, pd.Series]], by_row: pd.Series, context: SheetContext
) -> ValueColumn:
    """The column whose rows say their packages themselves; none of its rows where one does not fit."""
    figures, known = _figures(value, beside), packages(context.lexicon)
    said = [code for code in by_row.unique() if code]
    for code in said:
        wrong = (by_row == code) & ~figures.fits(known[code])
        if wrong.any():
            row = int(wrong.index[wrong][0])
            lacking = figures.lacking(row, known[code])
            header = next(slot.header for slot, _ in beside if programme_of(slot) == lacking)
            other = (header, int(figures.beside[lacking][row]))
            return _refuse(value, row, other, _of_row(code, context), context)
    _propose(value, beside, said, context)
    return value


def _refuse(
    value: ValueColumn, row: int, other: tuple[str, int], because: Text, context: SheetContext
) -> ValueColumn:
    """The column without its rows; `other` is the header and the figure of the column that does not agree."""
    context.log.add(
        "PROGRAM_TIDAK_COCOK", Severity.ERROR, sheet=context.sheet, column=value.slot.header, at=row, other=other[0],
        printed=int(value.values.fillna(0)[row]), summed=other[1], because=because,
    )  # fmt: skip
    return replace(value, bad=value.bad | True)


def _propose(
    value: ValueColumn, beside: Sequence[tuple[Slot, pd.Series]], given: Sequence[str], context: SheetContext
) -> None:
    """Ask whether the people of one column are all; `given` are the packages that they are taken for."""
    people = value.values.fillna(0).astype("int64")
    some = [slot for slot, read in beside if (read != people).any()]
    alike = [slot for slot, read in beside if not (read != people).any()]
    titled = titled_package(context)
    context.log.add(
        "PESERTA_PER_PROGRAM", Severity.WARNING, sheet=context.sheet, column=value.slot.header,
        other=", ".join(slot.header for slot in alike), some=_describe(some),
        package=show_list([_show(code, context) for code in given or [PROTECTED]]),
        titled=_describe_title(titled, context) if titled and titled not in given else Text("", ""),
    )  # fmt: skip


def _figures(value: ValueColumn, beside: Sequence[tuple[Slot, pd.Series]]) -> ProgrammeFigures:
    people = value.values.fillna(0).astype("int64")
    return ProgrammeFigures(people, {programme_of(slot): read for slot, read in beside})


def _of_row(code: str, context: SheetContext) -> Text:
    shown = _show(code, context)
    return Text(
        id=f", padahal programnya ditulis {shown.id}",
        en=f", although its programmes are said to be {shown.en}",
    )


def _describe_title(titled: str, context: SheetContext) -> Text:
    shown = _show(titled, context)
    return Text(
        id=f" Judul atau nama lembarnya menyebut {shown.id}, yang tidak cocok dengan angka itu.",
        en=f" The title or the name of the sheet says {shown.en}, which these figures do not fit.",
    )


def _show(package: str, context: SheetContext) -> Text:
    return show(package, context.mapping.data.column(PROGRAM), context.lexicon.reference)


def _disagrees(
    slot: Slot, read: pd.Series, people: pd.Series, together: pd.Series, *, is_first: bool
) -> pd.Series:
    """The rows in which a column cannot hold the same people, some of them, or the sum of all programmes."""
    if not programme_of(slot):
        return (read != people) & (read != together)
    return read != people if is_first else (read > people) | (read < 0)


def _read(texts: pd.Series, value: ValueColumn) -> pd.Series:
    """The figures of a column beside, 0 where there is none; -1 where it cannot be read, which agrees with nothing."""
    numbers = {text: read_with(text, value.decimals) for text in texts.unique()}
    read = {
        text: 0 if number.form is Form.NIL else -1 if number.form is Form.BAD else int(number.value)
        for text, number in numbers.items()
    }
    return texts.map(read).astype("int64")


def _describe(some: list[Slot]) -> Text:
    """The columns of those who have more, by programme; nothing where there are none."""
    if not some:
        return Text("", "")
    names = ", ".join(programme_of(slot).upper() for slot in some)
    return Text(
        id=f" {names} hanya sebagian dari mereka dan tidak ditambahkan.",
        en=f" {names} are only some of them and were not added.",
    )
