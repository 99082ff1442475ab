"""Says what of a file is read and what is not: its kind, sheets and columns left aside.

A sheet or column that holds figures is never left aside in silence: people may stand there.
"""

from __future__ import annotations

import re

import pandas as pd

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.area_names import split_name
from jamsos_data.intake.clean.lost_zeros import may_be_cut
from jamsos_data.intake.clean.months import read_month, sums_up_to_month
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.clean.numbers import Form, take_apart
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header import locate_table
from jamsos_data.intake.locate.table import Table, column_letter
from jamsos_data.intake.match.activity import stands_beside_active
from jamsos_data.intake.match.closing_columns import counts_movement, note_movements
from jamsos_data.intake.match.health_columns import note_health
from jamsos_data.intake.match.labels import column_spellings
from jamsos_data.intake.match.other_units import counts_firms
from jamsos_data.intake.match.parts_beside import is_former_stock, note_small_months
from jamsos_data.intake.match.people_beside_money import note_people
from jamsos_data.intake.match.regencies import names_home
from jamsos_data.intake.match.shares_and_rates import is_claim_or_money, is_share_or_rate
from jamsos_data.intake.match.slips import guess_label
from jamsos_data.intake.match.slots import AREA, ColumnMap, Slot, sums_group
from jamsos_data.intake.match.stock_columns import hides_stock
from jamsos_data.intake.match.village_heads import names_head, segment_of_heads
from jamsos_data.intake.names import alternatives, normalise
from jamsos_data.intake.personal import are_phones
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.report import FindingLog

_PROBED_ROWS = 2_000
_FEWEST_ROWS = 2
_LISTED = 12

# What stands beside participants in officials' tables and is none of them.
OTHER_MEASURES = frozenset([
    "luas", "ha", "km2", "kk", "keluarga", "ruta", "dusun", "penduduk", "laki", "l", "perempuan", "p", "pria", "wanita",
    "rasio", "persen", "persentase", "kepadatan", "usia", "umur", "kode", "kd", "id", "no", "nomor", "telepon", "hp",
    "lat", "lon", "latitude", "longitude", "rupiah", "rp", "iuran", "premi", "pagu", "anggaran", "potensi", "target",
    "selisih", "tahun", "bulan", "cakupan", "rata", "rerata", "average", "tarif", "besaran",
    # What a figure is more or less than that of another month.
    "yoy", "mtm", "mom", "qtq", "growth", "pertumbuhan", "kenaikan", "penurunan", "naik", "turun", "delta", "bertambah",
    "berkurang",
])  # fmt: skip


# Of money there are three amounts, which are never each other: the ceiling, what was paid, and what is left.
_WAGES = frozenset(["honor", "honorarium", "insentif", "siltap", "tunjangan"])
_MONEY = _WAGES | frozenset(["iuran", "premi", "rupiah", "rp", "pagu", "anggaran"])
_OTHER_MONEY = _WAGES | frozenset(
    ["realisasi", "serapan", "sisa", "pagu", "anggaran", "kekurangan", "tunggakan"]
)


_RANKS = frozenset(["peringkat", "ranking", "rank", "rangking"])
_INACTIVE = re.compile(r"(?:(?:jumlah|peserta|tk) )?(?:non|tidak|tdk) ?aktif")


def note_kind(data: Dataset, log: FindingLog) -> None:
    """The kind was recognised, not stated: say which."""
    log.add("JENIS_DIKENALI", Severity.INFO, value=data.name, title=data.title)


def note_unread(sheet: RawSheet, lexicon: Lexicon, log: FindingLog, *, guide: bool) -> None:
    """A sheet that is not read: to be acknowledged when it holds figures and is no `guide` for people."""
    if guide or not _holds_figures(sheet, lexicon):
        log.add("LEMBAR_TIDAK_DIBACA", Severity.INFO, sheet=sheet.name)
    else:
        log.add("LEMBAR_BERANGKA_TIDAK_DIBACA", Severity.WARNING, sheet=sheet.name, n=len(sheet.cells))


def note_unclosed(table: Table, log: FindingLog) -> None:
    """Rows of a delimited text in which a quote opens and never closes: read as plain text, to be looked at."""
    for row in table.sheet.unclosed:
        log.add("KUTIP_TIDAK_DITUTUP", Severity.WARNING, sheet=table.sheet.name, row=row)


def _holds_figures(sheet: RawSheet, lexicon: Lexicon) -> bool:
    """Two rows or more with a number to the right of a text; of an area, or in a table with a header, one."""
    table = locate_table(sheet, lexicon)
    body = (sheet.cells if table is None else table.body).head(_PROBED_ROWS)
    rows = [texts for row in body.itertuples(index=False) if _has_figure(texts := list(filter(None, row)))]
    few = table is None and not any(_names_area(texts, lexicon) for texts in rows)
    return len(rows) >= (_FEWEST_ROWS if few else 1)


def _names_area(texts: list[str], lexicon: Lexicon) -> bool:
    names = {split_name(text)[0] for text in texts}
    return bool(names & (set(lexicon.areas.kecamatan) | set(lexicon.areas.desa)))


def _has_figure(texts: list[str]) -> bool:
    words = [position for position, text in enumerate(texts) if not is_number(text)]
    return bool(words) and any(is_number(text) for text in texts[words[0] + 1 :])


def note_columns(table: Table, mapping: ColumnMap, lexicon: Lexicon, log: FindingLog) -> None:
    """Columns that are filled and not used, and headers that were read in spite of a slip.

    Figures under a header that is nearly a segment, month or payer must be acknowledged: people would be lost.
    """
    sheet = table.sheet.name
    unused = [slot.header for slot in mapping.of_role("unused") if (table.body[slot.position] != "").any()]
    if unused:
        log.add(
            "KOLOM_TIDAK_DIPAKAI",
            Severity.INFO,
            sheet=sheet,
            column=", ".join(unused[:_LISTED]),
            n=len(unused),
        )
    for slot in mapping.of_role("unused", "total"):
        is_former = is_former_stock(slot, table, mapping)
        is_other = (
            is_former
            or slot.proof in ("units", "people", "health", "with health")
            or (slot.role == "unused" and slot.proof in ("ages", "within"))
        )
        if not slot.is_chosen and not is_other and are_figures(table.body[slot.position]):
            _note_figures(slot, table.body[slot.position], sheet, mapping, lexicon, log)
    note_movements(table, mapping, log)
    note_small_months(table, mapping, log)
    note_people(mapping, sheet, log)
    note_health(table, mapping, log)
    for slot in mapping.of_role("column", "value"):
        if slot.near:
            log.add("JUDUL_KOLOM_MIRIP", Severity.INFO, sheet=sheet, column=slot.header, proposal=slot.near)
        if slot.source == "described" and slot.role == "column":
            title = mapping.data.column(slot.name).title
            log.add("KOLOM_DARI_ISI", Severity.INFO, sheet=sheet, column=slot.header, meaning=title)
        if AREA in slot.tags and names_home(slot.lowest_header, lexicon.areas):
            name = lexicon.areas.official[slot.tags[AREA]]
            log.add("KOLOM_KECAMATAN_KOTA", Severity.INFO, sheet=sheet, column=slot.header, value=name)


def _note_figures(
    slot: Slot, texts: pd.Series, sheet: str, mapping: ColumnMap, lexicon: Lexicon, log: FindingLog
) -> None:
    """A column of figures, `texts`, that is not taken; to be acknowledged where it may be part of the data."""
    place = {"sheet": sheet, "column": slot.header}
    heads = {other.name: other for other in mapping.of_role("value") if not other.tags}
    lowest = slot.lowest_header
    is_head = names_head(lowest) and "segmen" in mapping.data.names
    meant = segment_of_heads(lowest, lexicon) if is_head else guess_label(slot, mapping.data, lexicon)
    twin = _same_version(slot, mapping, lexicon)
    if _is_told_apart(slot, texts, mapping) or _moves_a_stock(slot, meant, mapping):
        return
    if slot.role == "total" and (slot.tags or sums_up_to_month(lowest) or names_home(lowest, lexicon.areas)):
        return
    if may_be_cut(lowest):
        log.add("BULAN_SATU_ATAU_SEPULUH", Severity.ERROR, **place, value=lowest, year=lowest[:4])
        return
    if slot.role == "unused" and slot.near in {other.header for other in mapping.main_values}:
        log.add("JUMLAH_DI_SAMPING_AKTIF", Severity.WARNING, **place, other=slot.near)
    elif twin is not None:
        log.add("VERSI_KEMBAR", Severity.WARNING, **place, other=twin.header)
    elif meant is not None:
        log.add("KOLOM_MUNGKIN_HILANG", Severity.WARNING, **place, proposal=meant)
    elif slot.name in heads and _is_part_beside(slot, heads[slot.name], mapping):
        log.add("KOLOM_SEKELOMPOK", Severity.WARNING, **place, other=heads[slot.name].header)
    elif hides_stock(slot, mapping):
        log.add("KOLOM_SAMPAI_BULAN", Severity.WARNING, **place, other=mapping.main_values[0].header)
    elif slot.role == "unused":
        _note_unknown(slot, mapping, log, **place)


def _is_told_apart(slot: Slot, texts: pd.Series, mapping: ColumnMap) -> bool:
    """Whether a column says what else its figures are: other money, claims, firms, telephones, shares, the inactive."""
    kind = mapping.data.column(mapping.data.value_column).kind
    return (
        is_other_money(slot, mapping.data)
        or counts_firms(slot, mapping.slots)
        or _ranks(slot, texts)
        or are_phones(texts)
        or is_share_or_rate(slot.header.split(" / "), kind)
        or is_claim_or_money(slot.header.split(" / "), kind)
        or slot.proof == "programme"
        or (slot.role == "unused" and stands_beside_active(slot, mapping.main_values))
    )


def _moves_a_stock(slot: Slot, month: str | None, mapping: ColumnMap) -> bool:
    """Whether a column holds who came or left in `month`, and those who were there then stand in one that is taken."""
    if month is None or not counts_movement(slot.lowest_header) or sums_up_to_month(slot.lowest_header):
        return False
    return any(normalise(month) in normalise(other.header) for other in mapping.main_values)


def _ranks(slot: Slot, texts: pd.Series) -> bool:
    """Whether a column is headed as ranks and none of its numbers is beyond the number of its rows."""
    numbers = [take_apart(text) for text in texts[texts != ""]]
    ranks = all(number.form is not Form.BAD and number.value <= len(numbers) for number in numbers)
    return slot.role == "unused" and ranks and bool(_RANKS & set(normalise(slot.lowest_header).split()))


def _note_unknown(slot: Slot, mapping: ColumnMap, log: FindingLog, **place: str) -> None:
    used = {normalise(other.header) for other in mapping.of_role("column", "value")}
    is_wide = any(set(other.tags) - {"basis"} for other in mapping.main_values)
    if normalise(slot.header) in used:
        log.add("KOLOM_BERULANG", Severity.WARNING, **place, letter=column_letter(slot.position))
    elif (is_wide or names_month(slot.header) or names_head(slot.lowest_header)) and not _counts_other_things(
        slot.header
    ):
        log.add("KOLOM_ANGKA_TIDAK_DIKENAL", Severity.WARNING, **place)


def _same_version(slot: Slot, mapping: ColumnMap, lexicon: Lexicon) -> Slot | None:
    """The column that was taken for the version of the budget which an unused one names too."""
    words = alternatives(slot.lowest_header)
    named = {lexicon.codes["versi_anggaran"].get(word) for word in words} - {None}
    taken = (other for other in mapping.main_values if other.tags.get("versi") in named)
    return next(taken, None) if slot.role == "unused" else None


def _is_part_beside(slot: Slot, taken: Slot, mapping: ColumnMap) -> bool:
    """Whether a column stands beside the one taken under the same heading, and that one is not their sum, nor all that
    is active of them.
    """
    upper, _, lowest = slot.header.rpartition(" / ")
    same = bool(upper) and upper == taken.header.rpartition(" / ")[0] and slot.role == "unused"
    if not same or _are_split_by_activity(upper, taken, mapping):
        return False
    return not (sums_group(taken) or sums_up_to_month(lowest) or "%" in lowest)


def _are_split_by_activity(upper: str, taken: Slot, mapping: ColumnMap) -> bool:
    """Whether the columns under a heading are the active ones, which are taken, those who are not, maybe their sum."""
    beside = [slot for slot in mapping.slots if slot.header.rpartition(" / ")[0] == upper and slot != taken]
    lowest = [normalise(slot.lowest_header) for slot in beside if not sums_group(slot)]
    active = "aktif" in normalise(taken.lowest_header).split()
    return active and len(lowest) == 1 and bool(_INACTIVE.fullmatch(lowest[0]))


def names_month(header: str) -> bool:
    """Whether a header is a month: figures by month that the data set, kept by year, has no place for."""
    found = read_month(header)
    return found is not None and found.month is not None and not header.strip().isdecimal()


def is_other_money(slot: Slot, data: Dataset) -> bool:
    """Whether a column says that it holds other money than `data` does: paid beside the ceiling, paid beside people."""
    column = data.column(data.value_column)
    own = {word for spelling in column_spellings(column) for word in spelling.split()}
    lowest = slot.lowest_header
    others = _OTHER_MONEY - own if column.kind is ColumnKind.RUPIAH else _MONEY
    return bool(others & set(normalise(lowest).split()))


def _counts_other_things(header: str) -> bool:
    """Whether a header says that its figures are no people of a segment, month or payer."""
    return "%" in header or bool(OTHER_MEASURES & set(normalise(header).split()))


def are_figures(texts: pd.Series) -> bool:
    """Whether most filled cells are numbers."""
    filled = texts[texts != ""].head(_PROBED_ROWS)
    return len(filled) > 0 and sum(map(is_number, filled)) * 2 > len(filled)
