"""Columns of the other BPJS ("BPJS Kesehatan", "JKN", "KIS"), which are none of ours, and those that sum both.

Our part stands beside them ("BPJS Ketenagakerjaan") and is taken alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.number_columns import is_number, value_of
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.locate.total_words import is_total_name
from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import FindingLog

WITHOUT_HEALTH = frozenset(["kepesertaan", "iuran", "anggaran"])
_HEALTH = re.compile(
    r"\b(?:bpjs ?kes(?:ehatan)?|jkn(?: kis)?|kis(?: pbi)?|pbi|jamkes\w*"
    r"|(?:jaminan|asuransi|iuran|premi) kes(?:ehatan)?)\b|^kes(?:ehatan)?$"
)
_OURS = re.compile(r"\b(?:ketenagakerjaan|tenaga kerja|naker|tk|jamsostek|bpjamsostek|jkk|jkm|jht|jp|jkp)\b")
_NUMBERED = frozenset(["no", "nomor", "kartu"])
_MIGHT_SUM = frozenset(["jumlah", "jml", "total", "pagu", "anggaran", "iuran", "bpjs"])


def names_health(text: str) -> str:
    """The words by which a text names the other BPJS, "" where it names none, or ours too.

    >>> names_health("Iuran BPJS Kesehatan (Rp)"), names_health("Tenaga Kesehatan"), names_health("BPJS Kes & TK")
    ('bpjs kesehatan', '', '')
    """
    words = normalise(text)
    found = _HEALTH.search(words)
    return found[0] if found and not _OURS.search(words) else ""


def leave_health(slots: list[Slot], table: Table, data: Dataset) -> list[Slot]:
    """The columns; those of the other BPJS and those that sum both are not used, and rupiah headed by our BPJS are."""
    if data.name not in WITHOUT_HEALTH:
        return slots
    health = [slot for slot in slots if _is_health(slot, table)]
    if not health:
        return slots
    left = {slot.position: _left(slot) for slot in health}
    ours = [slot for slot in slots if slot not in health and _is_ours(slot, data)]
    both = [slot for slot in slots if slot not in (*health, *ours) and _sums(slot, (*health, *ours), table)]
    if ours and both:
        left |= {slot.position: replace(_left(slot), proof="with health") for slot in both}
    rest = [slot for slot in slots if slot.position not in left and slot not in ours]
    is_money = data.column(data.value_column).kind is ColumnKind.RUPIAH
    if is_money and not any(slot.role == "value" and slot.name == data.value_column for slot in rest):
        left |= {slot.position: _taken(slot, data) for slot in ours if slot.role != "value"}
    return [left.get(slot.position, slot) for slot in slots]


def note_health(table: Table, mapping: ColumnMap, log: FindingLog) -> None:
    """Say which columns are of the other BPJS, with their sums; ask where one that is taken may hold them."""
    health = [slot for slot in mapping.slots if slot.proof == "health"]
    for slot in health:
        log.add(
            "KOLOM_KESEHATAN", Severity.INFO, sheet=table.sheet.name, column=slot.header,
            summed=int(sum(_numbers(slot, table))),
        )  # fmt: skip
    for slot in mapping.slots:
        if slot.proof == "with health":
            log.add("KOLOM_DENGAN_KESEHATAN", Severity.INFO, sheet=table.sheet.name, column=slot.header)
    for slot in mapping.main_values:
        if health and not slot.is_chosen and _may_hold(slot, health, table):
            log.add(
                "KOLOM_MUNGKIN_DENGAN_KESEHATAN", Severity.WARNING, sheet=table.sheet.name, column=slot.header,
                other=", ".join(other.header for other in health),
            )  # fmt: skip


def _is_health(slot: Slot, table: Table) -> bool:
    is_figure = slot.role in ("value", "unused", "total") and not slot.is_chosen
    if not is_figure or not names_health(slot.header) or _NUMBERED & set(normalise(slot.header).split()):
        return False
    return any(map(is_number, table.body[slot.position]))


def _is_ours(slot: Slot, data: Dataset) -> bool:
    is_main = slot.role == "value" and slot.name == data.value_column
    return (is_main or slot.role == "unused") and bool(_OURS.search(normalise(slot.header)))


def _left(slot: Slot) -> Slot:
    return replace(slot, role="unused", name="", tags={}, near=None, proof="health")


def _taken(slot: Slot, data: Dataset) -> Slot:
    return replace(slot, role="value", name=data.value_column, near=None, rank=0)


def _sums(slot: Slot, parts: Sequence[Slot], table: Table) -> bool:
    """Whether a column of figures is, in most of its rows, the sum of others."""
    if slot.role not in ("value", "unused", "total") or slot.is_chosen:
        return False
    rows = list(zip(_numbers(slot, table), *(_numbers(part, table) for part in parts), strict=True))
    filled = [row for row in rows if any(row)]
    return 2 * sum(row[0] == sum(row[1:]) for row in filled) > len(filled)


def _may_hold(slot: Slot, health: Sequence[Slot], table: Table) -> bool:
    """Whether no figure of a column is below those of the other BPJS, and its header does not say that it is ours."""
    words = set(normalise(slot.header).split())
    if slot.tags or _OURS.search(normalise(slot.header)) or not words & _MIGHT_SUM:
        return False
    columns = [_numbers(one, table) for one in (slot, *health)]
    rows = [row for row in zip(*columns, strict=True) if any(row[1:])]
    return bool(rows) and all(row[0] >= sum(row[1:]) for row in rows)


def _numbers(slot: Slot, table: Table) -> list[Decimal]:
    """The figures of a column, nil for each cell that holds none, without rows that are named as sums."""
    named = table.body.map(lambda text: is_total_name(str(text))).any(axis=1)
    return list(map(value_of, table.body[~named][slot.position]))
