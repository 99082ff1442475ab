"""Columns that only together are the people: men and women, or those until last month and those who came in this one.

Nobody is a man and a woman, so men and women are added and it is said. Whether "Bulan Ini" beside "s.d. Bulan Lalu"
holds those who came in or all, only its size tells, so somebody has to agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.months import sums_up_to_month
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.clean.numbers import take_apart
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import FindingLog

MEN = frozenset(["l", "lk", "laki", "laki laki", "pria"])
WOMEN = frozenset(["p", "pr", "perempuan", "wanita"])
_STOCK = "kepesertaan"
_FORMER = frozenset(["lalu", "sebelumnya"])
_MONTH = frozenset(["bulan ini", "bln ini", "jumlah bulan ini", "peserta bulan ini", "bulan berjalan"])


def join_sexes(slots: list[Slot], table: Table, data: Dataset) -> list[Slot]:
    """The columns, men and women both as people where nothing sums them and nothing else is counted.

    Under no heading they are that only beside no other figures; under an unknown one ("Penduduk") never.
    """
    if data.column(data.value_column).kind is not ColumnKind.COUNT:
        return slots
    values = [slot for slot in slots if _is_value(slot, data) and not _sex(slot)]
    pair = [slot for slot in slots if _sex(slot) and (_is_value(slot, data) or slot.role == "unused")]
    headings = {slot.header.rpartition(" / ")[0] for slot in pair}
    is_pair = len(pair) == 2 and {_sex(slot) for slot in pair} == {"men", "women"} and len(headings) == 1
    sums = any(slot.role == "total" for slot in slots)
    if not is_pair or values or sums or any(slot.is_chosen or slot.tags or slot.proof for slot in pair):
        return slots
    if any(slot.role == "unused" for slot in pair) and (headings != {""} or _has_figures(slots, pair, table)):
        return slots
    joined = {
        slot.position: replace(slot, role="value", name=data.value_column, near=None, proof="sex")
        for slot in pair
    }
    return [joined.get(slot.position, slot) for slot in slots]


def join_newcomers(slots: list[Slot], table: Table, data: Dataset) -> list[Slot]:
    """The columns, people until last month and the fewer of this month both as people; to be agreed to."""
    if data.name != _STOCK:
        return slots
    pair = _running_pair(slots, data)
    if not pair or any(slot.is_chosen for slot in pair):
        return slots
    former, month = (_total(table, slot) for slot in pair)
    if not 0 < 2 * month < former:
        return slots
    joined = {
        slot.position: replace(slot, role="value", name=data.value_column, near=None, proof="newcomers")
        for slot in pair
    }
    return [joined.get(slot.position, slot) for slot in slots]


def is_former_stock(slot: Slot, table: Table, mapping: ColumnMap) -> bool:
    """Whether a column that is not taken holds the month before of one that is, under the same heading and alike in
    size: then it is no part of it.
    """
    lowest = set(normalise(slot.lowest_header).split())
    if slot.role != "unused" or not _FORMER & lowest or sums_up_to_month(slot.lowest_header):
        return False
    taken = [
        other
        for other in mapping.main_values
        if normalise(other.lowest_header) in _MONTH
        and other.header.rpartition(" / ")[0] == slot.header.rpartition(" / ")[0]
    ]
    if len(taken) != 1:
        return False
    is_money = mapping.data.column(mapping.data.value_column).kind is ColumnKind.RUPIAH
    former, month = _total(table, slot), _total(table, taken[0])
    return is_money or former < 2 * month < 4 * former


def take_month(slots: list[Slot], data: Dataset) -> list[Slot]:
    """The columns of payments, a bare "Bulan Ini" beside those that are added up over months as the payments."""
    if data.name != "iuran" or any(_is_value(slot, data) for slot in slots):
        return slots
    months = [slot for slot in slots if slot.role == "unused" and normalise(slot.header) in _MONTH]
    running = [
        slot for slot in slots if slot.role in ("unused", "total") and sums_up_to_month(slot.lowest_header)
    ]
    if len(months) != 1 or not running:
        return slots
    taken = replace(months[0], role="value", name=data.value_column, proof="running")
    return [taken if slot.position == taken.position else slot for slot in slots]


def note_joined(slots: Sequence[Slot], sheet: str, mapping: ColumnMap, log: FindingLog) -> None:
    """Say which columns were added; of ages and newcomers somebody has to agree."""
    for proof, code, severity in (
        ("sex", "KOLOM_KELAMIN_DIJUMLAHKAN", Severity.INFO),
        ("ages", "KOLOM_UMUR_DIJUMLAHKAN", Severity.WARNING),
        ("newcomers", "TAMBAHAN_BULAN_INI", Severity.WARNING),
    ):
        same = [slot for slot in slots if slot.proof == proof and slot.role == "value"]
        if same:
            title = mapping.data.column(same[0].name).title
            headers = ", ".join(slot.header for slot in same)
            log.add(code, severity, sheet=sheet, column=headers, meaning=title, other=same[-1].header)
    if within := [slot.header for slot in mapping.slots if slot.proof == "within"]:
        wider = ", ".join(slot.header for slot in slots if slot.proof == "ages" and slot.role == "value")
        log.add(
            "KOLOM_UMUR_DI_DALAM_LAIN", Severity.WARNING, sheet=sheet, column=", ".join(within), other=wider
        )


def note_small_months(table: Table, mapping: ColumnMap, log: FindingLog) -> None:
    """Ask about a month that is far below the one until which people are counted beside it: 5 in "September" beside 210
    in "s.d. Agustus" may be those who came in.
    """
    data = mapping.data
    if data.name != _STOCK:
        return
    dated = [slot for slot in mapping.main_values if data.period_column in slot.tags and not slot.is_chosen]
    for until in (slot for slot in dated if sums_up_to_month(slot.lowest_header)):
        for month in dated:
            alike = _without_period(month, data) == _without_period(until, data)
            if sums_up_to_month(month.lowest_header) or not alike:
                continue
            if 2 * _total(table, month) < _total(table, until):
                log.add(
                    "BULAN_MUNGKIN_TAMBAHAN", Severity.WARNING, sheet=table.sheet.name, column=month.header,
                    other=until.header,
                )  # fmt: skip


def _without_period(slot: Slot, data: Dataset) -> dict[str, str]:
    return {name: text for name, text in slot.tags.items() if name != data.period_column}


def _running_pair(slots: Sequence[Slot], data: Dataset) -> tuple[Slot, Slot] | None:
    """The one column until last month and the one of this month, where no third is counted until this month."""
    open_ones = [s for s in slots if (s.role == "unused" or _is_value(s, data)) and not s.tags]
    until = [slot for slot in open_ones if sums_up_to_month(slot.lowest_header)]
    months = [slot for slot in open_ones if normalise(slot.lowest_header) in _MONTH]
    others = [slot for slot in open_ones if _is_value(slot, data) and slot not in (*until, *months)]
    if len(until) != 1 or len(months) != 1 or others:
        return None
    former = _FORMER & set(normalise(until[0].lowest_header).split())
    same = until[0].header.rpartition(" / ")[0] == months[0].header.rpartition(" / ")[0]
    return (until[0], months[0]) if former and same else None


def _is_value(slot: Slot, data: Dataset) -> bool:
    return slot.role == "value" and slot.name == data.value_column


def _has_figures(slots: Sequence[Slot], pair: Sequence[Slot], table: Table) -> bool:
    """Whether another column that is not understood holds numbers."""
    others = (slot for slot in slots if slot.role in ("unused", "value") and slot not in pair)
    return any(map(is_number, (text for slot in others for text in table.body[slot.position])))


def _sex(slot: Slot) -> str:
    lowest = normalise(slot.lowest_header)
    return "men" if lowest in MEN else "women" if lowest in WOMEN else ""


def _total(table: Table, slot: Slot) -> Decimal:
    texts = table.body[slot.position]
    return sum((take_apart(text).value for text in texts if is_number(text)), Decimal(0))
