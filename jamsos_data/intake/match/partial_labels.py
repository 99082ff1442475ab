"""A code that only some columns of a wide table say: "PU / APBD" names the payer, "PU / BUMD" beside it does not.

For the others it has to be stated, as for a file that says it nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from jamsos_data.dataset_columns import Column, Text
from jamsos_data.datasets import ColumnKind
from jamsos_data.intake.match.slots import ColumnMap, Slot

_LISTED = 6


def columns_without(column: Column, mapping: ColumnMap) -> list[Slot]:
    """The columns of the main value that have labels, but none for `column`, where others have one; else none."""
    labelled = [slot for slot in mapping.main_values if slot.tags]
    lacking = [slot for slot in labelled if column.name not in slot.tags]
    is_code = column.kind is ColumnKind.CODE and column.required
    return lacking if is_code and len(lacking) < len(labelled) else []


def name_columns(slots: Iterable[Slot]) -> Text:
    """Words for the headers of columns, to stand behind what they lack."""
    headers = [slot.header for slot in slots]
    named = ", ".join(headers[:_LISTED]) + (" …" if len(headers) > _LISTED else "")
    return Text(id=f" untuk kolom {named}", en=f" for column {named}")
