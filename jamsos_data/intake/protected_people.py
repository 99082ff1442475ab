"""Whether people by programme are the same people: JKK and JKM in every row alike, and no more with JHT than these.

Only then one column tells who is protected by both, which somebody has to agree to; else no row is taken.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.marks import read_with
from jamsos_data.intake.clean.numbers import Form
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn
from jamsos_data.intake.match.people_by_programme import columns_beside, programme_of
from jamsos_data.intake.match.slots import Slot


def judge_protected(
    data: pd.DataFrame, values: list[ValueColumn], context: SheetContext
) -> list[ValueColumn]:
    """The number columns; of people by programme that do not agree no row is taken. Rows are those of `data`."""
    return [_judge(value, data, context) for value in values]


def _judge(value: ValueColumn, data: pd.DataFrame, context: SheetContext) -> ValueColumn:
    beside = columns_beside(value.slot, context.mapping)
    if not beside:
        return value
    place = {"sheet": context.sheet, "column": value.slot.header}
    people = value.values.fillna(0).astype("int64")
    figures = [_read(data[slot.position], value) for slot in beside]
    together = sum((read for slot, read in zip(beside, figures, strict=True) if programme_of(slot)), people)
    for slot, read in zip(beside, figures, strict=True):
        wrong = _disagrees(slot, read, people, together, is_first=slot is beside[0])
        if wrong.any():
            row = wrong.index[wrong][0]
            context.log.add(
                "PROGRAM_TIDAK_COCOK", Severity.ERROR, **place, at=int(row), other=slot.header,
                printed=int(people[row]), summed=int(read[row]),
            )  # fmt: skip
            return replace(value, bad=value.bad | True)
    some = [slot for slot in beside[1:] if programme_of(slot)]
    context.log.add(
        "PESERTA_PER_PROGRAM", Severity.WARNING, **place, other=beside[0].header, some=_describe(some)
    )
    return value


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
