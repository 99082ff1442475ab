"""A column "Satuan" that says of some rows that their numbers are no people, or rupiah in another unit."""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.unit_texts import UNIT_LABEL
from jamsos_data.intake.clean.units import find_unit
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.names import normalise

_PEOPLE = frozenset(["orang", "org", "jiwa", "tk", "pekerja", "peserta", "tenaga kerja", "anggota", "person"])
_MONEY = frozenset(["rp", "rupiah", "idr"])
# What is counted beside people: a column of nothing else counts no people either.
_OTHERS = _MONEY | {
    *("kk", "keluarga", "ruta", "perusahaan", "badan usaha", "bu", "pemberi kerja", "unit usaha", "usaha"),
    *("persen", "%", "desa", "kelurahan", "bulan", "paket", "kegiatan", "dokumen", "unit"),
}
_OF_FIRMS = "umkm"


def leave_out_other_units(data: pd.DataFrame, context: SheetContext) -> pd.Series:
    """Which rows count something else than the main value of the data set does; each unit is one finding.

    Units of rupiah are compared only where the column names rupiah at all: beside a volume it says what that counts.
    """
    left = pd.Series(False, index=data.index)
    mapping = context.mapping
    kind = mapping.data.column(mapping.data.value_column).kind
    if kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH) or mapping.data.name == _OF_FIRMS:
        return left
    for slot in mapping.of_role("unused", "ignored"):
        if normalise(slot.lowest_header) not in (UNIT_LABEL, "sat") or slot.is_chosen:
            continue
        texts = data[slot.position]
        units = [str(text) for text in texts.unique() if text]
        for unit in _other_units(units, _PEOPLE if kind is ColumnKind.COUNT else _MONEY):
            rows = texts.index[texts == unit]
            left |= texts == unit
            context.log.add(
                "SATUAN_BARIS_LAIN", Severity.ERROR, sheet=context.sheet, column=slot.header, value=unit,
                n=len(rows), first=int(rows[0]), title=mapping.data.column(mapping.data.value_column).title,
            )  # fmt: skip
    return left


def _other_units(units: list[str], fitting: frozenset[str]) -> list[str]:
    """The units beside those that fit; where none fits, those that are known to count something else."""
    others = [unit for unit in units if normalise(unit) not in fitting]
    scaled = len(units) == 1 and find_unit(f"{UNIT_LABEL}: {units[0]}") is not None
    if len(others) < len(units):
        return others
    if scaled or fitting is _MONEY:
        return []
    return [unit for unit in others if (normalise(unit) or unit) in _OTHERS]
