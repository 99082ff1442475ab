"""What each column of a sheet was taken for, how sure that is, and some of its cells, as far as they may be shown."""

from __future__ import annotations

from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.confidence import doubt, judge_meaning
from jamsos_data.intake.match.content import content_of, propose_meanings
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.personal import is_about_persons, is_personal
from jamsos_data.intake.report import ColumnReading
from jamsos_data.masking import mask

EXAMPLES = 3


def read_columns(
    table: Table, mapping: ColumnMap, lexicon: Lexicon, given: frozenset[str], *, hides_cells: bool = False
) -> tuple[ColumnReading, ...]:
    """The columns from left to right. Of columns about persons, and with `hides_cells` of all, no cell is shown."""
    hides_cells = hides_cells or is_about_persons(mapping)
    proposals = propose_meanings(table, mapping, lexicon, given)
    columns = []
    for slot in mapping.slots:
        used = slot.role in ("column", "value", "area", "year", "month")
        texts = table.body[slot.position]
        hidden = hides_cells or is_personal(slot)
        examples = () if hidden else tuple(map(mask, texts[texts != ""].head(EXAMPLES)))
        name = slot.name if slot.role != "area" else "kode_wilayah"
        meaning, content = proposals.get(slot.position, (None, None))
        evidence = judge_meaning(slot, mapping.data, content_of(slot, table, mapping.data, lexicon))
        columns.append(ColumnReading(
            header=slot.header, column=name or None if used else None, examples=examples, position=slot.position,
            meaning=slot.meaning(mapping.data), evidence=doubt(content) if content else evidence, proposal=meaning,
        ))  # fmt: skip
    return tuple(columns)
