"""What the operator says of the whole file against what the file says itself: the file is read, and it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pandas as pd

from jamsos_data.dataset_columns import Column, ColumnKind, Text
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.area_readings import AreaTexts
from jamsos_data.intake.clean.areas import resolve_area
from jamsos_data.intake.clean.months import read_year
from jamsos_data.intake.clean.values import MEASURES, read_number
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn
from jamsos_data.intake.match.partial_labels import columns_without, name_columns
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.match.supply import read_constant
from jamsos_data.intake.shown import show, show_all
from jamsos_data.periods import month_key

_YEAR = Text(id="tahun", en="year")


def note_contradictions(ids: pd.DataFrame, values: list[ValueColumn], context: SheetContext) -> None:
    """One error per stated column for which the file says something else: in headers, cells or section rows.

    `ids` are the cleaned columns of the sheet with `kode_wilayah`, `values` its number columns. Raises Refusal
    when a stated text cannot be read at all.
    """
    for name, text in context.stated.columns.items():
        column = context.mapping.data.column(name)
        if column.personal:
            continue
        found = _said(column, text, ids, values, context)
        if found and (lacking := columns_without(column, context.mapping)):
            context.log.add(
                "ISIAN_UNTUK_SEBAGIAN", Severity.WARNING, sheet=context.sheet, value=text, title=column.title,
                lacking=name_columns(lacking), found=show_all(found),
            )  # fmt: skip
        else:
            _note(column.title, text, found, context)
    _compare_years(ids, values, context)
    _compare_areas(ids, context)


def _said(
    column: Column, text: str, ids: pd.DataFrame, values: list[ValueColumn], context: SheetContext
) -> list[Text]:
    """What the file says of `column` other than the stated text: headers as they stand, values in words."""
    stated = read_number(column, text) if column.kind in MEASURES else read_constant(column, text, context)
    if stated is None:
        return []
    tagged = [value.slot for value in values if column.name in value.slot.tags]
    if tagged:
        others = [slot for slot in tagged if not _agrees(slot.tags[column.name], stated)]
        # The header of people by programme names one of them, not the package.
        return [
            show(slot.tags[column.name], column, context.lexicon.reference)
            if slot.proof == "programme"
            else _quote(slot)
            for slot in others
        ]
    own = [v.values for v in values if v.slot.name == column.name and v.slot.position >= 0]
    cells = own[0] if own else ids.get(column.name)
    if cells is None:
        return []
    others = [value for value in cells.dropna().unique() if value != stated]
    return [show(value, column, context.lexicon.reference) for value in others]


def _agrees(tag: str, stated: object) -> bool:
    """Whether a label of a wide table says the stated value; a bare month agrees with that month of any year."""
    text = month_key(stated) if isinstance(stated, datetime) else str(stated)
    return tag == text or (tag.startswith("----") and tag[4:] == text[4:])


def _quote(slot: Slot) -> Text:
    return Text(id=slot.header, en=slot.header)


def _compare_years(ids: pd.DataFrame, values: list[ValueColumn], context: SheetContext) -> None:
    """A year stated to complete bare months, beside months that have another year."""
    period = context.mapping.data.period_column
    year = read_year(context.stated.year)
    if year is None or period is None:
        return
    tagged = [value.slot for value in values if period in value.slot.tags]
    found = [_quote(slot) for slot in tagged if slot.tags[period][:4] not in ("----", str(year))]
    if not tagged and period in ids and context.mapping.data.column(period).kind is ColumnKind.MONTH:
        months = [month for month in ids[period].dropna().unique() if pd.Timestamp(month).year != year]
        column = context.mapping.data.column(period)
        found = [show(pd.Timestamp(month), column, context.lexicon.reference) for month in months]
    _note(_YEAR, context.stated.year, found, context)


def _compare_areas(ids: pd.DataFrame, context: SheetContext) -> None:
    """An area stated for the file, beside rows that lie outside it."""
    if not context.stated.areas:
        return
    code = resolve_area(replace(AreaTexts(), **context.stated.areas), context.lexicon.areas).code
    if not code:
        return
    column = context.mapping.data.columns_of(ColumnKind.AREA)[0]
    outside = [
        other
        for other in ids["kode_wilayah"].unique()
        if other and other != code and not other.startswith(code + ".")
    ]
    found = [show(other, column, context.lexicon.reference) for other in outside]
    _note(column.title, ", ".join(context.stated.areas.values()), found, context)


def _note(title: Text, stated: str, found: list[Text], context: SheetContext) -> None:
    if found:
        context.log.add(
            "ISIAN_BERTENTANGAN",
            Severity.ERROR,
            sheet=context.sheet,
            value=stated,
            title=title,
            found=show_all(found),
        )
