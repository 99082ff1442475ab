"""Several tables of one sheet as the one reading and the one picture of it that people see."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.outline import SheetMarks
from jamsos_data.intake.report import ColumnReading, RowRole, SheetReading
from jamsos_data.intake.sheet import SheetResult


def join_tables(results: Sequence[SheetResult]) -> tuple[tuple[SheetReading, ...], dict[str, SheetMarks]]:
    """The readings and the marks by sheet, in the order of the file; a sheet with one table as it is."""
    by_sheet: dict[str, list[SheetResult]] = {}
    for result in results:
        by_sheet.setdefault(result.reading.name, []).append(result)
    joined = {name: _join(parts) if len(parts) > 1 else parts[0] for name, parts in by_sheet.items()}
    return (
        tuple(result.reading for result in joined.values()),
        {name: result.marks for name, result in joined.items()},
    )


def _join(parts: Sequence[SheetResult]) -> SheetResult:
    first = parts[0]
    columns = _columns(parts)
    reading = replace(
        first.reading,
        data_rows=sum(part.reading.data_rows for part in parts),
        left_out=sum(part.reading.left_out for part in parts),
        columns=columns,
        constants=_constants([part.reading.constants for part in parts]),
    )
    marks = replace(first.marks, columns=columns, rows=_rows([part.marks for part in parts]))
    return replace(first, reading=reading, marks=marks)


def _columns(parts: Sequence[SheetResult]) -> tuple[ColumnReading, ...]:
    """Each column as the table reads it that it belongs to; of tables beneath each other the first."""
    owner = {
        position: part
        for part in reversed(parts)
        for position, texts in enumerate(part.marks.table.headers)
        if texts or (part.marks.table.body[position] != "").any()
    }
    return tuple(
        owner.get(position, parts[0]).reading.columns[position]
        for position in range(len(parts[0].reading.columns))
    )


def _constants(constants: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """What held for all rows; where the tables differ, all that they say."""
    names = dict.fromkeys(name for found in constants for name in found)
    return {
        name: " / ".join(dict.fromkeys(found[name] for found in constants if name in found)) for name in names
    }


def _rows(marks: Sequence[SheetMarks]) -> dict[RowRole, Collection[int]]:
    """The rows that are no data in any of the tables."""
    data = {
        int(number)
        for mark in marks
        for number in mark.table.body.index
        if not any(number in numbers for numbers in mark.rows.values())
    }
    roles: dict[RowRole, Collection[int]] = {}
    for mark in marks:
        for role, numbers in mark.rows.items():
            roles[role] = frozenset(roles.get(role, frozenset())) | (frozenset(numbers) - data)
    return roles | _heads_beneath([mark.table for mark in marks])


def _heads_beneath(tables: Sequence[Table]) -> dict[RowRole, Collection[int]]:
    """The titles and headers of tables beneath the first one."""
    first = tables[0]
    heads = {row for table in tables for row in table.header_rows} - {*first.header_rows}
    inside = {int(row) for table in tables for row in table.body.index}
    rest = {int(row) for row in first.sheet.cells.index if heads and row > first.header_rows[-1]}
    return {"header": frozenset(heads), "title": frozenset(rest - inside - heads)}
