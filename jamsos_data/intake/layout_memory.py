"""What of the operator's choices holds for the next file of the same shape: header rows and meanings, no rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jamsos_data.intake.layout import RecalledLayout, RememberedShape
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.plan import PlannedSheet
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.shape import shape_of_table


def shapes_to_remember(
    plans: Sequence[PlannedSheet], picked: Sequence[tuple[Table, ColumnMap]], lexicon: Lexicon
) -> tuple[RememberedShape, ...]:
    """The choices made for this file, by shape; where sheets of one shape were treated differently, none.

    What was only recalled is not repeated, and what was only assumed not remembered. Rows that were left out are this
    file's alone.
    """
    kind = picked[0][1].data.name
    tables = {table.sheet.name: table for table, _ in picked}
    by_shape: dict[str, list[RecalledLayout]] = {}
    chosen: set[str] = set()
    for plan in plans:
        table = tables.get(plan.sheet.name, plan.table)
        shape = None if table is None else shape_of_table(table, lexicon)
        if table is None or shape is None:
            continue
        by_shape.setdefault(shape, []).append(_layout_of(plan, table, kind))
        if _is_new(plan, table):
            chosen.add(shape)
    return tuple(
        RememberedShape(shape=shape, layout=layout)
        for shape in sorted(chosen)
        if (layout := _in_common(by_shape[shape])) is not None
    )


def _layout_of(plan: PlannedSheet, table: Table, kind: str) -> RecalledLayout:
    inside = (table.sheet.cells.index >= table.header_rows[0]) & (
        table.sheet.cells.index <= table.header_rows[-1]
    )
    read = plan.layout.read
    if read is None and plan.recalled is not None:
        read = plan.recalled.read
    columns = {
        place: meaning for place, meaning in table.choices.items() if table.sources.get(place) != "assumed"
    }
    return RecalledLayout(rows=int(inside.sum()), kind=kind, columns=columns, read=read)


def _is_new(plan: PlannedSheet, table: Table) -> bool:
    """Whether anything but recalled choices was made for a sheet."""
    made = any(source not in ("recalled", "assumed") for source in table.sources.values())
    return made or plan.layout.header is not None or plan.layout.read is not None


def _in_common(layouts: list[RecalledLayout]) -> RecalledLayout | None:
    """What the sheets of one shape agree on; sheets without any choice of columns agree with all."""
    telling = [layout for layout in layouts if layout.columns] or layouts
    if any(layout.columns != telling[0].columns for layout in telling):
        return None
    reads = {layout.read for layout in layouts}
    return replace(telling[0], read=reads.pop() if len(reads) == 1 else None)
