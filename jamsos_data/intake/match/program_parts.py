"""Payments that stand programme by programme (JKK, JKM, JHT, JP, JKP) are parts of what is paid for one package.

A person is in one package only, so the parts are added; the column beside them that sums them is compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.match.shares_and_rates import is_claim_or_money
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.names import normalise

_PROGRAM = "program"
_MONEY = frozenset(["iuran", "rp", "rupiah", "premi", "nominal", "pembayaran", "realisasi"])
_UNNAMED = frozenset(["iuran", "rp", "nilai", "program", "jumlah"])

# What a programme costs of the wage says nothing of the column: "JKK (0,24%)".
_OF_WAGE = re.compile(r"[(\[]?\s*\d[\d.,]*\s*(?:%|persen\b)[^)\]]*[)\]]?", re.IGNORECASE)


def join_programmes(slots: list[Slot], data: Dataset, lexicon: Lexicon) -> list[Slot]:
    """Columns of payments by programme as those of the package of all of them, where there is such a package.

    A header of no more than "JKK" does not name the payments: people are counted by programme, too. Nor do
    those of claims.
    """
    if _PROGRAM not in data.names or data.column(data.value_column).kind is not ColumnKind.RUPIAH:
        return slots
    packages = _packages(lexicon)
    known = frozenset(component for parts in packages for component in parts)
    groups: dict[str, dict[int, str]] = defaultdict(dict)
    for slot in slots:
        component = _programme_of(slot)
        is_money = slot.role == "unused" or (slot.role == "value" and slot.name == data.value_column)
        is_money &= not is_claim_or_money(slot.header.split(" / "), ColumnKind.RUPIAH)
        if component in known and is_money and not slot.is_chosen:
            groups[slot.header.rpartition(" / ")[0]][slot.position] = component
    package = {
        position: packages[frozenset(parts.values())]
        for parts in groups.values()
        if len(parts) > 1 and frozenset(parts.values()) in packages
        for position in parts
    }
    return [
        replace(
            slot,
            role="value",
            name=data.value_column,
            tags={**slot.tags, _PROGRAM: package[slot.position]},
            near=None,
            rank=0 if _MONEY & set(normalise(slot.header).split()) else Slot.rank,
        )
        if slot.position in package
        else slot
        for slot in slots
    ]


def without_single_programmes(slots: list[Slot], data: Dataset, lexicon: Lexicon) -> list[Slot]:
    """People by single programme (JKK, JKM) beside all of them ("Peserta Aktif") are these people again: left out."""
    if _PROGRAM not in data.names or data.column(data.value_column).kind is not ColumnKind.COUNT:
        return slots
    single = {code for parts, code in _packages(lexicon).items() if len(parts) == 1}
    values = [slot for slot in slots if slot.role == "value" and slot.name == data.value_column]
    counted = [slot for slot in values if slot.tags.keys() == {_PROGRAM} and slot.tags[_PROGRAM] in single]
    beside = [slot for slot in values if slot not in counted]
    if not counted or len(beside) != 1 or beside[0].tags or any(slot.is_chosen for slot in counted):
        return slots
    return [replace(slot, role="unused", tags={}) if slot in counted else slot for slot in slots]


def is_part(slot: Slot, package: str, lexicon: Lexicon) -> bool:
    """Whether a column is headed by one programme of a package of several."""
    parts = next((parts for parts, code in _packages(lexicon).items() if code == package), frozenset())
    return len(parts) > 1 and _programme_of(slot) in parts


def _programme_of(slot: Slot) -> str:
    """What the lowest header of a column says beside words for money and a rate: "JKK" of "Iuran JKK (Rp)"."""
    words = [
        word for word in normalise(_OF_WAGE.sub(" ", slot.lowest_header)).split() if word not in _UNNAMED
    ]
    return words[0].upper() if len(words) == 1 else ""


def _packages(lexicon: Lexicon) -> dict[frozenset[str], str]:
    """The packages by the programmes in them."""
    frame = lexicon.reference.table(_PROGRAM)
    return {
        frozenset(parts.split("|")): code
        for code, parts in zip(frame["kode"], frame["komponen"], strict=True)
        if parts
    }
