"""What may never be shown or kept: columns about persons, and anything that looks like a NIK (UU 27/2022)."""

from __future__ import annotations

import pandas as pd

from jamsos_data.dataset_columns import COLUMNS
from jamsos_data.intake.match.columns import Slot
from jamsos_data.intake.names import alternatives, normalise
from jamsos_data.intake.report import mask

_PERSONAL = frozenset(
    {normalise(word) for column in COLUMNS.values() if column.personal for word in (column.name, *column.synonyms)}
    | {normalise(word) for word in (
        "no kk", "nomor kk", "kk", "kpj", "no kpj", "nomor kpj", "alamat", "alamat rumah", "no hp", "nomor hp", "hp",
        "telepon", "no telepon", "telp", "no telp", "tempat lahir", "tanggal lahir", "tgl lahir",
        "tempat tanggal lahir", "ttl", "tempat tgl lahir", "ibu kandung", "nama ibu", "nama ibu kandung", "email",
        "rekening", "no rekening", "jenis kelamin", "nama penerima", "penerima",
    )}
)  # fmt: skip


def is_personal(slot: Slot) -> bool:
    """Whether a column of the file is about persons, judged by its header; area columns never are."""
    if slot.role == "area":
        return False
    return any(word in _PERSONAL for part in slot.header.split(" / ") for word in alternatives(part))


def mask_frame(cells: pd.DataFrame, slots: tuple[Slot, ...]) -> pd.DataFrame:
    """Raw cells that may be shown: personal columns emptied, numbers of persons masked."""
    shown = cells.copy()
    for slot in slots:
        column = shown[slot.position]
        shown[slot.position] = (
            "" if is_personal(slot) else column.map({text: mask(text) for text in column.unique()})
        )
    return shown
