"""One sheet from header to long rows: areas, columns, numbers, sums, in that order.

Everything is cleaned on the table as it stands in the file, so each finding names a cell once; only then
are wide tables made long.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from jamsos_data.datasets import Column, ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.area_columns import AreaColumn, area_texts, read_areas
from jamsos_data.intake.clean.number_columns import read_percentages, read_whole_numbers
from jamsos_data.intake.clean.verdicts import Place
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.body import Body, split_body
from jamsos_data.intake.locate.header import Table
from jamsos_data.intake.match.columns import ColumnMap, Slot
from jamsos_data.intake.match.constants import Constants, constants_from_titles
from jamsos_data.intake.match.melt import ValueColumn, melt
from jamsos_data.intake.match.supply import Sources, Supplied, supply_columns, year_source
from jamsos_data.intake.personal import is_personal, mask_frame
from jamsos_data.intake.report import ColumnReading, FindingLog, SheetReading, mask
from jamsos_data.intake.row_sums import compare_row_sums
from jamsos_data.intake.sums import leave_out_sums

EXAMPLES = 3


@dataclass(frozen=True)
class SheetResult:
    """Long rows with `_sheet`, `_row`, `_bad`, `_empty`; the raw rows; how the sheet was understood."""

    rows: pd.DataFrame
    raw: pd.DataFrame
    reading: SheetReading
    foreign: int
    stated_areas: int


def read_table(
    table: Table, mapping: ColumnMap, stated: Constants, *, lexicon: Lexicon, log: FindingLog
) -> SheetResult:
    """Clean one table as the data set of `mapping`."""
    sheet = table.sheet.name
    titled = constants_from_titles(table, mapping, stated, lexicon)
    body = split_body(table, mapping, lexicon)
    areas = _read_areas(body, mapping, stated, titled, lexicon, sheet, log)
    kept = ~areas.foreign & _is_filled(body.data, mapping)
    values = _read_values(body.data[kept], mapping, sheet, log)
    sources = Sources(
        mapping=mapping, stated=stated, titled=titled, sections=body.sections[kept], lexicon=lexicon, sheet=sheet,
        log=log,
    )  # fmt: skip
    supplied = supply_columns(body.data[kept], sources)
    ids = supplied.ids.assign(kode_wilayah=areas.codes[kept])
    _report_added(values, sheet, log)
    compare_row_sums(body.data[kept], values, mapping, sheet=sheet, log=log)
    _report_left_out(body, areas, int((~kept & ~areas.foreign).sum()), sheet, log)
    summed = leave_out_sums(
        values, ids, body.totals, body.sections, stated=areas.stated[kept], bad=areas.bad[kept], mapping=mapping,
        lexicon=lexicon, sheet=sheet, log=log,
    )  # fmt: skip
    ids["_sheet"], ids["_row"] = sheet, ids.index
    years = year_source(body.data[kept], sources)
    ids["_year"] = "" if years is None else years
    ids["_bad"] = supplied.bad | areas.bad[kept] | (ids["kode_wilayah"] == "")
    taken = ~ids.index.isin(summed)
    long = melt(ids[taken], [_only(column, taken) for column in values], main=mapping.data.value_column)
    constants = _constants(supplied, stated, titled)
    reading = _reading(table, mapping, body, int(taken.sum()), constants)
    return SheetResult(
        long, mask_frame(body.data, mapping.slots), reading, int(areas.foreign.sum()), int(areas.stated.sum())
    )


def _read_areas(
    body: Body,
    mapping: ColumnMap,
    stated: Constants,
    titled: Constants,
    lexicon: Lexicon,
    sheet: str,
    log: FindingLog,
) -> AreaColumn:
    texts, filled = area_texts(body.data, mapping)
    for header, count in filled.items():
        log.add("ISIAN_TURUN", Severity.INFO, sheet=sheet, column=header, n=count)
    section = body.sections["kecamatan"]
    texts["kecamatan"] = texts["kecamatan"].where(texts["kecamatan"] != "", section)
    own = (texts != "").any(axis=1)
    for source in (stated.areas, titled.areas):
        for role, text in source.items():
            wider = role in ("kabupaten", "kecamatan")
            blank = (texts[role] == "") & (own | True if wider else ~own)
            texts[role] = texts[role].where(~blank, text)
    if titled.areas:
        area = next(iter(titled.areas.values()))
        log.add("WILAYAH_DARI_JUDUL", Severity.INFO, sheet=sheet, value=area)
    return read_areas(texts, mapping, lexicon.areas, sheet=sheet, log=log)


def _is_filled(data: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Rows with any value at all; a row with an area and no number says that there is no data."""
    positions = [slot.position for slot in (*mapping.main_values, *mapping.of_role("value"))]
    return (data[positions] != "").any(axis=1)


def _read_values(data: pd.DataFrame, mapping: ColumnMap, sheet: str, log: FindingLog) -> list[ValueColumn]:
    columns = []
    for slot in mapping.of_role("value"):
        column = mapping.data.column(slot.name)
        texts = data[slot.position]
        empty = texts == ""
        if slot.tags and bool(empty.all()) and len(data):
            log.add("KOLOM_KOSONG", Severity.INFO, sheet=sheet, column=slot.header)
            continue
        columns.append(_read_value(slot, column, texts, empty, data, mapping, sheet, log))
    if not columns and mapping.main_values:
        slot = mapping.main_values[0]
        texts = data[slot.position]
        columns.append(_as_text(slot, texts))
    return columns


def _as_text(slot: Slot, texts: pd.Series) -> ValueColumn:
    return ValueColumn(slot, texts.astype(object), pd.Series(False, index=texts.index), texts == "")


def _read_value(
    slot: Slot,
    column: Column,
    texts: pd.Series,
    empty: pd.Series,
    data: pd.DataFrame,
    mapping: ColumnMap,
    sheet: str,
    log: FindingLog,
) -> ValueColumn:
    place = Place(sheet, slot.header)
    if column.default is not None:
        texts = texts.where(~empty, column.default)
    if column.kind is ColumnKind.NUMBER:
        people = _counts_people(data, mapping)
        shares = read_percentages(texts[~people], place=place, log=log)
        counts = read_whole_numbers(texts[people], money=False, place=place, log=log)
        values = pd.concat([shares.values, counts.values]).reindex(texts.index)
        bad = pd.concat([shares.bad, counts.bad]).reindex(texts.index)
        return ValueColumn(slot, pd.Series(pd.array(values, dtype="Float64"), index=texts.index), bad, empty)
    judged = read_whole_numbers(texts, money=column.kind is ColumnKind.RUPIAH, place=place, log=log)
    values = pd.Series(pd.array(judged.values, dtype="Int64"), index=texts.index)
    if not column.required:
        values = values.mask(empty & (column.default is None))
    return ValueColumn(slot, values, judged.bad, empty)


def _counts_people(data: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Rows of `target` whose indicator is people rather than percent."""
    slot = next((slot for slot in mapping.of_role("column") if slot.name == "indikator"), None)
    if slot is None:
        header = " ".join(slot.header for slot in mapping.main_values).casefold()
        people = "%" not in header and any(word in header for word in ("peserta", "orang", "pekerja"))
        return pd.Series(people, index=data.index)
    return data[slot.position].str.casefold().str.contains("peserta|orang|jiwa|pekerja", regex=True)


def _only(column: ValueColumn, taken: pd.Series) -> ValueColumn:
    return ValueColumn(column.slot, column.values[taken], column.bad[taken], column.empty[taken])


def _report_left_out(body: Body, areas: AreaColumn, unfilled: int, sheet: str, log: FindingLog) -> None:
    if body.notes:
        log.add("CATATAN_DITINGGALKAN", Severity.INFO, sheet=sheet, row=body.notes[0], n=len(body.notes))
    if unfilled:
        log.add("BARIS_TANPA_ANGKA", Severity.INFO, sheet=sheet, n=unfilled)
    foreign = int(areas.foreign.sum())
    if foreign:
        log.add("BARIS_WILAYAH_LAIN", Severity.INFO, sheet=sheet, n=foreign)
    for row in body.headings:
        log.add("BARIS_BAGIAN", Severity.INFO, sheet=sheet, row=row)


def _report_added(values: list[ValueColumn], sheet: str, log: FindingLog) -> None:
    """Two columns under one code (RT and RW) are added, and that is said."""
    together: dict[tuple[str, tuple[tuple[str, str], ...]], list[str]] = {}
    for value in values:
        if value.slot.tags:
            key = (value.slot.name, tuple(sorted(value.slot.tags.items())))
            together.setdefault(key, []).append(value.slot.header)
    for (_, tags), headers in together.items():
        if len(headers) > 1:
            log.add(
                "KOLOM_DIJUMLAHKAN", Severity.INFO, sheet=sheet, column=", ".join(headers),
                value=", ".join(text for _, text in tags),
            )  # fmt: skip


def _constants(supplied: Supplied, stated: Constants, titled: Constants) -> dict[str, str]:
    return {**supplied.constants, **titled.areas, **stated.areas}


def _reading(
    table: Table, mapping: ColumnMap, body: Body, data_rows: int, constants: dict[str, str]
) -> SheetReading:
    people = any(column.personal for column in mapping.data.columns)
    columns = []
    for slot in mapping.slots:
        used = slot.role in ("column", "value", "area", "year", "month")
        texts = table.body[slot.position]
        hidden = is_personal(slot) or (people and slot.role == "unused")
        examples = () if hidden else tuple(map(mask, texts[texts != ""].head(EXAMPLES)))
        name = slot.name if slot.role != "area" else "kode_wilayah"
        columns.append(
            ColumnReading(header=slot.header, column=name or None if used else None, examples=examples)
        )
    return SheetReading(
        name=table.sheet.name,
        header_rows=table.header_rows,
        data_rows=data_rows,
        left_out=len(table.body) - data_rows,
        columns=tuple(columns),
        constants=constants,
    )
