"""A table above the header of another one that holds areas and figures of its own: not read, so it must be told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.lexicon import AREA_ROLES
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.labels import LabelReader
from jamsos_data.intake.match.slots import Slot, is_bare
from jamsos_data.intake.meanings import MEASURES
from jamsos_data.intake.names import alternatives

_AREA_WORDS = frozenset(word for words in AREA_ROLES.values() for word in words)


@dataclass(frozen=True)
class TableAbove:
    """A header in `row`, what it says over figures, and how many `rows` of these stand beneath it."""

    row: int
    header: str
    rows: int


def find_table_above(
    above: Mapping[int, Sequence[str]], figures: Collection[int], context: SheetContext
) -> TableAbove | None:
    """The first table among the rows `above` a header of which rows with `figures` stand beneath a column of areas and
    one of numbers that the data set knows; None where there is none.
    """
    reader = LabelReader(context.mapping.data, context.lexicon)
    start, rows = 0, 0
    heads: dict[int, str] = {}
    measures: dict[int, str] = {}
    for number, texts in above.items():
        cells = {position: text for position, text in enumerate(texts) if text}
        if number in figures:
            found = _measures(heads, cells, reader)
            measures |= found
            rows += bool(found)
        elif rows:
            break
        elif len(cells) > 1 and any(map(_names_areas, cells.values())):
            start, heads = number, cells
        else:
            heads |= cells
    header = ", ".join(measures[position] for position in sorted(measures))
    return TableAbove(start, header, rows) if rows else None


def _measures(heads: Mapping[int, str], cells: Mapping[int, str], reader: LabelReader) -> dict[int, str]:
    """The heads over the numbers of a row that the data set knows; none where no area stands beside them."""
    areas = [position for position, text in heads.items() if _names_areas(text)]
    if not any(position in cells and not is_number(cells[position]) for position in areas):
        return {}
    return {
        position: " ".join(heads[position].split())
        for position, text in cells.items()
        if is_number(text) and position in heads and _is_measure(heads[position], reader)
    }


def _names_areas(text: str) -> bool:
    return bool(_AREA_WORDS & set(alternatives(text)))


def _is_measure(head: str, reader: LabelReader) -> bool:
    label = reader.read((head,))
    named = label.name is not None and reader.data.column(label.name).kind in MEASURES
    return named or bool(label.tags) or is_bare(Slot(position=0, header=head, role="unused"))
