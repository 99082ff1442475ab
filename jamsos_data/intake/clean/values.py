"""Reads the number columns of a sheet: people, rupiah, percentages, each by its own evidence."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from jamsos_data.datasets import Column, ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.added_columns import note_added
from jamsos_data.intake.clean.number_columns import is_number, read_percentages, read_whole_numbers
from jamsos_data.intake.clean.numbers import take_apart
from jamsos_data.intake.clean.span_columns import take_span
from jamsos_data.intake.clean.units import Unit, unit_of
from jamsos_data.intake.clean.verdicts import Judged, Place
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import FindingLog, Refusal

MEASURES = (ColumnKind.COUNT, ColumnKind.RUPIAH, ColumnKind.NUMBER)
_PEOPLE = ("peserta", "orang", "jiwa", "pekerja")


def read_values(data: pd.DataFrame, context: SheetContext) -> list[ValueColumn]:
    """All value columns of the rows `data`, cleaned; none where the main value is a text (a status, a person).

    A column of a wide table that is still empty (a month to come) is passed over and reported.
    """
    columns: list[ValueColumn] = []
    for slot in context.mapping.of_role("value"):
        texts = data[slot.position]
        empty = texts == ""
        if slot.tags and len(data) and bool(empty.all()):
            context.log.add("KOLOM_KOSONG", Severity.INFO, sheet=context.sheet, column=slot.header)
            continue
        column = context.mapping.data.column(slot.name)
        unit = unit_of(slot.header, context.units, column, context.mapping.data)
        if unit is not None:
            columns.append(_read_in_units(texts, column, slot, unit, context))
            continue
        people = _counts_people(data, context) if column.kind is ColumnKind.NUMBER else None
        judged = _read_value(texts, column, people, slot, context)
        columns.append(ValueColumn(slot, judged.values, judged.bad, empty, decimals=judged.decimals))
    columns = [take_span(column, context) if column.slot.months > 1 else column for column in columns]
    note_added([column.slot for column in columns], context)
    _report_basis(columns, context)
    columns.extend(_stated_values(data, context))
    return columns


def _read_in_units(
    texts: pd.Series, column: Column, slot: Slot, unit: Unit, context: SheetContext
) -> ValueColumn:
    """A column in thousands or millions: no row is taken before somebody agrees that it is multiplied."""
    accepted = "SATUAN_RIBUAN" in context.log.accepted
    grouped = f"{unit.factor:,}".replace(",", ".")
    context.log.add(
        "SATUAN_RIBUAN",
        Severity.ERROR,
        sheet=context.sheet,
        column=slot.header,
        value=unit.text,
        proposal=f"× {grouped}",
    )
    judged = read_whole_numbers(
        texts, money=column.kind is ColumnKind.RUPIAH, place=Place(context.sheet, slot.header),
        log=context.log if accepted else FindingLog(), factor=unit.factor, typed=slot.position in context.typed,
    )  # fmt: skip
    bad = judged.bad if accepted else pd.Series(True, index=texts.index)
    values = judged.values.astype("Int64")
    return ValueColumn(slot, values, bad, texts == "", unit.factor, judged.decimals)


def lacking_values(context: SheetContext) -> list[Column]:
    """Required number columns that neither the file nor the operator gives, other than the main value."""
    there = {slot.name for slot in context.mapping.of_role("value")} | set(context.stated.columns)
    return [
        column
        for column in context.mapping.data.columns
        if column.required and column.kind in MEASURES and column.name not in there
    ]


def _stated_values(data: pd.DataFrame, context: SheetContext) -> list[ValueColumn]:
    """Numbers that the operator gave for the whole file, such as bulan_dibayar=7."""
    there = {slot.name for slot in context.mapping.of_role("value")}
    columns = []
    for column in context.mapping.data.columns:
        text = context.stated.columns.get(column.name)
        if text is None or column.kind not in MEASURES or column.name in there:
            continue
        read_number(column, text)
        texts = pd.Series(text, index=data.index, dtype="str")
        slot = Slot(position=-1, header=column.title.id, role="value", name=column.name)
        judged = _read_value(texts, column, None, slot, context)
        columns.append(ValueColumn(slot, judged.values, judged.bad, texts == ""))
    return columns


def read_number(column: Column, text: str) -> int | None:
    """The whole number in a text given for the file, None for a fraction. Raises Refusal when it is no number."""
    if not is_number(text):
        raise Refusal("KONSTANTA_SALAH", column=column.name, value=text, example=column.example)
    value = take_apart(text).value
    return int(value) if value == value.to_integral_value() else None


def _read_value(
    texts: pd.Series, column: Column, people: pd.Series | None, slot: Slot, context: SheetContext
) -> Judged:
    """Int64 people or rupiah; Float64 where percentages may stand; and the cells that cannot be used."""
    empty = texts == ""
    place, typed = Place(context.sheet, slot.header), slot.position in context.typed
    if column.default is not None:
        texts = texts.where(~empty, column.default)
    if people is not None:
        shares = read_percentages(texts[~people], place=place, log=context.log)
        counts = read_whole_numbers(texts[people], money=False, place=place, log=context.log)
        mixed = pd.concat([shares.values, counts.values]).reindex(texts.index)
        bad = pd.concat([shares.bad, counts.bad]).reindex(texts.index)
        return Judged(mixed.astype("Float64"), bad)
    money = column.kind is ColumnKind.RUPIAH
    judged = read_whole_numbers(texts, money=money, place=place, log=context.log, typed=typed)
    values = judged.values.astype("Int64")
    if not column.required and column.default is None:
        values = values.mask(empty)
    return replace(judged, values=values)


def _counts_people(data: pd.DataFrame, context: SheetContext) -> pd.Series:
    """Rows of `target` whose indicator is people rather than percent, as a column, the operator, a title or else the
    header says.
    """
    mapping = context.mapping
    slot = next((slot for slot in mapping.of_role("column") if slot.name == "indikator"), None)
    stated = context.stated.columns.get("indikator") or context.titled.columns.get("indikator")
    if slot is None and stated:
        people = context.lexicon.codes["indikator"].get(normalise(stated)) == "peserta"
        return pd.Series(people, index=data.index)
    if slot is None:
        header = " ".join(slot.header for slot in mapping.main_values).casefold()
        people = "%" not in header and any(word in header for word in _PEOPLE)
        return pd.Series(people, index=data.index)
    return data[slot.position].str.casefold().str.contains("|".join(_PEOPLE), regex=True)


def _report_basis(columns: list[ValueColumn], context: SheetContext) -> None:
    """The basis of a potensi that only the word of a header tells is named."""
    for basis in dict.fromkeys(tag for column in columns if (tag := column.slot.tags.get("basis"))):
        title = context.mapping.data.column("basis").title.id
        context.log.add("NILAI_DISIMPULKAN", Severity.INFO, sheet=context.sheet, column=title, value=basis)
