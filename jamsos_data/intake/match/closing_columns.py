"""Participants at the start, who came, who left, and at the end of a month: of such columns the last is the stock.

The figures have to show it: start plus those who came less those who left is the end in most rows, and each row in
which it is not is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.clean.numbers import take_apart
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.labels import LabelReader
from jamsos_data.intake.match.other_units import heads_firms
from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.meanings import Role
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import FindingLog

_STOCK = "kepesertaan"
_LISTED = 10
_OPENING = frozenset(["awal", "lalu", "sebelumnya"])
_JOINED = frozenset(["masuk", "tambah", "penambahan", "tambahan", "bertambah", "baru"])
_LEFT = frozenset(["keluar", "kurang", "pengurangan", "berkurang", "nonaktif", "berhenti"])
_CLOSING = frozenset(["akhir", "ini"])
_PLAIN = frozenset([
    "peserta", "aktif", "tk", "tenaga", "kerja", "pekerja", "jumlah", "jml", "orang", "jiwa", "saldo", "posisi",
    "bulan", "bln", "mutasi", "total", "anggota",
])  # fmt: skip


def counts_movement(header: str) -> bool:
    """Whether a header says that its figures are those who came or left."""
    return bool((_JOINED | _LEFT) & set(normalise(header).split()))


@dataclass(frozen=True)
class Movement:
    """Four columns of the same people, and the rows of the sheet in which they do not add up."""

    opening: Slot
    joined: Slot
    left: Slot
    closing: Slot
    rows: int
    off: tuple[int, ...]

    @property
    def columns(self) -> tuple[Slot, ...]:
        """All four, the closing one last."""
        return (self.opening, self.joined, self.left, self.closing)

    @property
    def is_chosen(self) -> bool:
        """Whether somebody said what one of the columns is."""
        return any(slot.is_chosen for slot in self.columns)

    @property
    def sum(self) -> str:
        """What adds up to the closing column, as people would write it."""
        return f"{self.opening.header} + {self.joined.header} − {self.left.header}"


def find_movements(slots: Sequence[Slot], table: Table, data: Dataset) -> list[Movement]:
    """The movements of participants among the columns; none where most rows do not add up."""
    if data.name != _STOCK:
        return []
    groups: dict[str, list[Slot]] = {}
    for slot in slots:
        if slot.role in ("value", "unused", "ignored", "total"):
            groups.setdefault(slot.header.rpartition(" / ")[0], []).append(slot)
    found = [_movement_of(group, table) for group in groups.values()]
    return [movement for movement in found if movement is not None]


def take_closing(slots: list[Slot], table: Table, reader: LabelReader) -> list[Slot]:
    """The columns, of a movement of participants the closing one alone as people.

    Under a heading that names anything but people ("Penduduk", "Perusahaan") it is none of participants, and no column
    of it is used.
    """
    free = [found for found in find_movements(slots, table, reader.data) if not found.is_chosen]
    of_people = [found for found in free if _heads_people(found.closing, reader)]
    changed: dict[int, Slot] = {}
    for found in free:
        is_taken = found in of_people
        # Firms are known to be no people; any other heading may be asked about.
        role: Role = "ignored" if is_taken or _heads_firms(found.closing) else "unused"
        changed |= {slot.position: replace(slot, role=role, name="", tags={}) for slot in found.columns}
        if is_taken:
            changed[found.closing.position] = replace(
                found.closing, role="value", name=reader.data.value_column, near=None, proof="closing"
            )
    return [changed.get(slot.position, slot) for slot in slots]


def note_movements(table: Table, mapping: ColumnMap, log: FindingLog) -> None:
    """Say which column is the stock and why; the rows that do not add up have to be acknowledged."""
    for found in find_movements(mapping.slots, table, mapping.data):
        if found.closing.proof != "closing" or found.closing.role != "value":
            continue
        place = {"sheet": table.sheet.name, "column": found.closing.header}
        log.add("KOLOM_AKHIR_DIAMBIL", Severity.INFO, **place, sum=found.sum, n=found.rows - len(found.off))
        if found.off:
            rows = ", ".join(map(str, found.off[:_LISTED])) + (", …" if len(found.off) > _LISTED else "")
            log.add(
                "MUTASI_TIDAK_COCOK", Severity.WARNING, **place, sum=found.sum, n=len(found.off), rows=rows,
                cells=found.off,
            )  # fmt: skip


def _heads_people(slot: Slot, reader: LabelReader) -> bool:
    """Whether what stands above a column is nothing, a word for people, or a label that is known, and no firms."""
    above = slot.header.split(" / ")[:-1]
    return not _heads_firms(slot) and all(_names_people(part, reader) for part in above)


def _heads_firms(slot: Slot) -> bool:
    return any(map(heads_firms, slot.header.split(" / ")[:-1]))


def _names_people(text: str, reader: LabelReader) -> bool:
    label = reader.read((text,))
    is_known = bool(label.says) and not label.near and label.name in (None, reader.data.value_column)
    return is_known or _PLAIN.issuperset(normalise(text).split())


def _movement_of(group: Sequence[Slot], table: Table) -> Movement | None:
    kinds: dict[str, list[Slot]] = {}
    for slot in group:
        if kind := _kind_of(slot):
            kinds.setdefault(kind, []).append(slot)
    if len(kinds) != 4 or any(len(same) > 1 for same in kinds.values()):
        return None
    opening, joined, left, closing = (kinds[kind][0] for kind in ("opening", "joined", "left", "closing"))
    columns = [table.body[slot.position] for slot in (opening, joined, left, closing)]
    rows = [
        (int(row), cells)
        for row, *cells in zip(table.body.index, *columns, strict=True)
        if sum(map(is_number, cells)) > 1 and all(is_number(text) or is_nil(text) for text in cells)
    ]
    off = tuple(row for row, cells in rows if not _adds_up(cells))
    if not rows or 2 * len(off) >= len(rows):
        return None
    return Movement(opening, joined, left, closing, len(rows), off)


def _kind_of(slot: Slot) -> str:
    words = frozenset(normalise(slot.lowest_header).split())
    for kind, known in (("opening", _OPENING), ("joined", _JOINED), ("left", _LEFT), ("closing", _CLOSING)):
        if len(words & known) == 1 and not words - known - _PLAIN:
            return kind
    return ""


def _adds_up(cells: Sequence[str]) -> bool:
    opening, joined, left, closing = (abs(take_apart(text).value) for text in cells)
    return opening + joined - left == closing
