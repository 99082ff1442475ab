"""What stands behind a label above a table ("Sumber dana: non DBHCHT") and cannot be read is asked for."""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import Column, ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.id_columns import SPAN_CODES, clean_column
from jamsos_data.intake.clean.verdicts import Place
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.title_codes import codes_left_out
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import FindingLog


def is_readable(column: Column, text: str, context: SheetContext) -> bool:
    """Whether a text above the table is a value of the column; what is not is said, with the codes it may be."""
    scratch = FindingLog(SPAN_CODES)
    one = pd.Series([text], index=[0], dtype="str")
    clean_column(one, column, lexicon=context.lexicon, place=Place(context.sheet, ""), log=scratch)
    problems = [
        found
        for found in scratch.findings
        if found.severity is Severity.ERROR and found.code not in SPAN_CODES
    ]
    # "Segmen | Jumlah" heads a recap above the table and labels nothing.
    if problems and normalise(text) not in context.lexicon.header_words:
        likely = problems[0].proposal or problems[0].params.get("other")
        context.log.add(
            "ISIAN_JUDUL_TIDAK_TERBACA", Severity.WARNING, sheet=context.sheet, column=column.title.id, value=text,
            known=likely or _may_be(column, text, context), name=column.name,
        )  # fmt: skip
    return not problems


def _may_be(column: Column, text: str, context: SheetContext) -> str:
    """The codes that a text leaves possible, of other columns an example."""
    if column.kind is not ColumnKind.CODE or not column.codes:
        return column.example
    codes = dict.fromkeys(context.lexicon.codes[column.codes].values())
    left_out = codes_left_out(column.codes, normalise(text), context.lexicon)
    return ", ".join(code for code in codes if code not in left_out)
