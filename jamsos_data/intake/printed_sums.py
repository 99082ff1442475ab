"""What the rows that call themselves sums say: their numbers, their names, and formulas without a result."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from jamsos_data.intake.clean.marks import read_with
from jamsos_data.intake.clean.number_columns import MAX_WHOLE
from jamsos_data.intake.clean.numbers import Form
from jamsos_data.intake.locate.total_words import is_numbering
from jamsos_data.intake.locate.totals import TotalRow
from jamsos_data.intake.match.melt import ValueColumn
from jamsos_data.intake.read.marked_runs import STRUCK


def printed_numbers(totals: pd.DataFrame, numeric: list[ValueColumn]) -> pd.DataFrame:
    """The numbers of the rows that call themselves sums: none where the cell is empty (nobody sums the participants of
    several months), struck out or a formula without its result, 0 where it holds anything else than a whole number.
    """
    return pd.DataFrame(
        {
            column.slot.header: [
                _whole(text, column) if _says_number(text) else pd.NA for text in totals[column.slot.position]
            ]
            for column in numeric
        },
        index=totals.index,
        dtype="Int64",
    )


def note_uncounted(
    found: tuple[TotalRow, ...], totals: pd.DataFrame, values: list[ValueColumn]
) -> tuple[TotalRow, ...]:
    """The sums, each with the columns in which it is a formula that nothing has worked out."""
    return tuple(
        replace(
            total,
            uncounted=tuple(
                column.slot.header
                for column in values
                if str(totals.at[total.row, column.slot.position]).startswith("=")
            ),
        )
        if total.row in totals.index
        else total
        for total in found
    )


def label_of(rows: pd.DataFrame, row: int) -> str:
    """The first text of a row that numbers nothing: "Jumlah"."""
    texts = [str(text) for text in rows.loc[row] if text]
    return next((text for text in texts if not is_numbering(text)), "".join(texts[:1]))


def _says_number(text: str) -> bool:
    return bool(text) and not text.startswith("=") and not text.endswith(STRUCK)


def _whole(text: str, column: ValueColumn) -> int:
    number = read_with(text, column.decimals)
    readable = number.form not in (Form.NIL, Form.BAD) and number.value < MAX_WHOLE
    value = number.fraction if column.factor > 1 and number.form is Form.DECIMAL else number.value
    return int(value * column.factor) if readable else 0
