"""Rows of a table of participants that count those who are not active: left out, as coverage counts the active only."""

from __future__ import annotations

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.slots import says_all
from jamsos_data.intake.names import normalise
from jamsos_data.intake.persons_ended import is_active, is_inactive

_PARTICIPANTS = "kepesertaan"
# A state alone: "Bendahara lama sudah tidak aktif" speaks of somebody else than the people of its row.
_STATE_WORDS = frozenset([
    "aktif", "active", "non", "nonaktif", "not", "no", "tidak", "tdk", "tak", "bukan", "belum", "blm", "inactive",
    "inaktif", "in", "dinonaktifkan", "terdaftar", "status", "sudah", "peserta", "tk", "tenaga", "kerja", "pekerja",
])  # fmt: skip
# Beside rows of the active ones: registered is not active, and who owes is not paid for.
_NOT_PAID = frozenset(["terdaftar", "registered", "menunggak", "nunggak", "tunggakan"])
_FIRMS = frozenset(["usaha", "perusahaan", "umkm", "toko", "lembaga"])


def leave_out_inactive(data: pd.DataFrame, context: SheetContext) -> pd.Series:
    """Which rows say no more than that, that they are registered or owe, or that they sum these and the active ones, in
    an unused column that calls other rows active; each text is one finding.

    A column of the state of firms says nothing of people, nor does one that the operator chose not to use.
    """
    left = pd.Series(False, index=data.index)
    if context.mapping.data.name != _PARTICIPANTS:
        return left
    for slot in context.mapping.of_role("unused", "ignored"):
        texts = data[slot.position]
        different = [
            str(text) for text in texts.unique() if _STATE_WORDS.issuperset(normalise(str(text)).split())
        ]
        inactive = [text for text in different if is_inactive(text)]
        inactive += [str(text) for text in texts.unique() if normalise(str(text)) in _NOT_PAID]
        if (
            slot.is_chosen
            or _FIRMS & set(normalise(slot.header).split())
            or not inactive
            or not any(map(is_active, different))
        ):
            continue
        for text in [*inactive, *(str(text) for text in texts.unique() if says_all(str(text)))]:
            rows = texts.index[texts == text]
            left |= texts == text
            context.log.add(
                "BARIS_TIDAK_AKTIF",
                Severity.WARNING,
                sheet=context.sheet,
                column=slot.header,
                value=text,
                n=len(rows),
            )
    return left
