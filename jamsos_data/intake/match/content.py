"""What the cells of a column say about its meaning, whatever its header says."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.intake.clean.area_codes import judge_code
from jamsos_data.intake.clean.area_names import split_name, split_places
from jamsos_data.intake.clean.months import read_month, read_year
from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.evidence import Content
from jamsos_data.intake.lexicon import AREA_ROLES, WIDE_TABLES, Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.locate.total_words import is_total_name
from jamsos_data.intake.match.pivot_labels import parts_below_kecamatan
from jamsos_data.intake.match.slots import ColumnMap, Slot, heads_spans
from jamsos_data.intake.names import normalise

_PROBED_ROWS = 2_000
# Where a person was born is no area of the data.
_BORN = frozenset(["lahir", "kelahiran", "birth", "birthplace"])
# What stands beneath each kecamatan in the one column of labels of a pivot table.
_BELOW_KECAMATAN = frozenset(["month", "segmen", "sumber_dana"])

Test = Callable[[str], bool]


def content_of(slot: Slot, table: Table, data: Dataset, lexicon: Lexicon) -> Content | None:
    """How well the cells of a used column fit its meaning; None where any cell would."""
    noun = _noun_of(slot, data)
    return None if noun is None else _count(noun, filled_cells(table, slot.position), lexicon)


def propose_meanings(
    table: Table, mapping: ColumnMap, lexicon: Lexicon, given: frozenset[str]
) -> dict[int, tuple[str, Content]]:
    """Meanings of columns under unknown headers, by position, where all cells say the same and nothing else gives it.

    Areas, months, and codes of segments, funding sources, programmes and bases; never numbers. Under a header that is
    known and says nothing ("Keterangan") only areas, and codes where each row has one: a payer noted on some of them is
    a remark. Where no column at all names areas, those beneath kecamatan or most cells are enough.
    """
    found: dict[int, tuple[str, Content]] = {}
    open_meanings = _open_meanings(mapping, given)
    for slot in mapping.of_role("unused", "ignored"):
        if slot.is_chosen or _says_the_regency(slot, table, mapping, lexicon):
            continue
        fitting = next(
            (
                (meaning, content)
                for meaning, content in _contents(slot, table, open_meanings, lexicon).items()
                if content.is_complete
            ),
            None,
        )
        if fitting is not None:
            found[slot.position] = fitting
            open_meanings.pop(fitting[0])
    if "wilayah" in open_meanings and not found:
        found |= _pivot_labels(table, mapping, open_meanings, lexicon)
    if "wilayah" in open_meanings and not AREA_ROLES.keys() & {meaning for meaning, _ in found.values()}:
        found |= _mostly_areas(table, mapping, open_meanings, lexicon, taken=frozenset(found))
    return found


def _pivot_labels(
    table: Table, mapping: ColumnMap, open_meanings: dict[str, str], lexicon: Lexicon
) -> dict[int, tuple[str, Content]]:
    """The one column in which each kecamatan heads its segments, sources or months, as these."""
    nouns = {name: noun for name, noun in open_meanings.items() if noun in _BELOW_KECAMATAN}
    tests = {name: _test_of(noun, lexicon) for name, noun in nouns.items()}
    for slot in mapping.of_role("unused", "ignored"):
        cells = [] if slot.is_chosen else filled_cells(table, slot.position)
        if meaning := parts_below_kecamatan(cells, tests, lexicon.areas):
            return {slot.position: (meaning, _count(nouns[meaning], cells, lexicon))}
    return {}


def _mostly_areas(
    table: Table,
    mapping: ColumnMap,
    open_meanings: dict[str, str],
    lexicon: Lexicon,
    *,
    taken: frozenset[int],
) -> dict[int, tuple[str, Content]]:
    """The one column of which most cells name areas, as the narrowest kind of area that most of them are."""
    best: tuple[int, str, Content] | None = None
    for slot in mapping.of_role("unused", "ignored"):
        if slot.is_chosen or slot.position in taken:
            continue
        for meaning, content in _contents(slot, table, open_meanings, lexicon).items():
            better = best is None or content.fitting * best[2].filled > best[2].fitting * content.filled
            if meaning in AREA_ROLES and content.is_mostly and better:
                best = slot.position, meaning, content
    return {} if best is None else {best[0]: (best[1], best[2])}


def _says_the_regency(slot: Slot, table: Table, mapping: ColumnMap, lexicon: Lexicon) -> bool:
    """Whether a column only repeats the code of the regency in which the areas of another column lie."""
    texts = {*filled_cells(table, slot.position)} if mapping.of_role("area") else set()
    return len(texts) == 1 and judge_code(texts.pop(), lexicon.areas) == ("home", lexicon.areas.kabupaten)


def _contents(slot: Slot, table: Table, meanings: dict[str, str], lexicon: Lexicon) -> dict[str, Content]:
    """How the cells of a column fit each of the meanings that it may have."""
    if _BORN & set(normalise(slot.header).split()):
        return {}
    cells = filled_cells(table, slot.position)
    remarks = slot.role == "ignored"
    codes = not remarks or is_in_every_row(table, slot.position)
    return {
        meaning: _count(noun, cells, lexicon)
        for meaning, noun in meanings.items()
        if not remarks or meaning in AREA_ROLES or (codes and meaning in WIDE_TABLES)
    }


def _open_meanings(mapping: ColumnMap, given: frozenset[str]) -> dict[str, str]:
    """Meaning → noun of what no column of the sheet and no answer of the operator gives yet; narrow ones first."""
    data = mapping.data
    roles = {slot.name for slot in mapping.of_role("area")}
    open_meanings: dict[str, str] = {}
    if not roles & {"kode", "wilayah"} and "kode_wilayah" not in given | mapping.provided:
        open_meanings |= {role: role for role in ("kode", "kecamatan", "desa") if role not in roles}
        open_meanings |= {} if roles else {"wilayah": "wilayah"}
    for column in data.columns:
        if column.name in mapping.provided | given:
            continue
        if column.kind is ColumnKind.MONTH and column.key:
            open_meanings[column.name] = "month"
        elif column.name in WIDE_TABLES:
            open_meanings[column.name] = WIDE_TABLES[column.name]
    return open_meanings


def filled_cells(table: Table, position: int) -> list[str]:
    """The filled cells of a column, without names of sums."""
    texts = _rows(table)[position].tolist()
    sums = {text for text in set(texts) if is_total_name(text)}
    return [text for text in texts if text and text not in sums]


def is_in_every_row(table: Table, position: int) -> bool:
    """Whether only rows of sums leave the column empty."""
    rows = _rows(table)
    lacking = rows[rows[position] == ""]
    return all(any(map(is_total_name, map(str, row))) for row in lacking.to_numpy())


def _rows(table: Table) -> pd.DataFrame:
    """The first rows that hold more than one text."""
    body: pd.DataFrame = table.body.head(_PROBED_ROWS)
    return body[(body != "").sum(axis=1) > 1]


def _count(noun: str, cells: list[str], lexicon: Lexicon) -> Content:
    test = _test_of(noun, lexicon)
    known = {text: test(text) for text in set(cells)}
    return Content(noun, sum(known[text] for text in cells), len(cells))


def _noun_of(slot: Slot, data: Dataset) -> str | None:
    """What the cells of a column should be, by its role; None where there is no list to compare with."""
    if slot.role == "area":
        return slot.name if slot.name in ("kode", "kecamatan", "desa", "wilayah") else None
    if slot.role in ("value", "total"):
        return "number"
    if slot.role in ("year", "month"):
        return None if heads_spans(slot) else slot.role
    if slot.role != "column":
        return None
    column = data.column(slot.name)
    if column.kind is ColumnKind.MONTH:
        return "month"
    if column.kind is ColumnKind.YEAR:
        return "year"
    return column.codes if column.codes in WIDE_TABLES.values() else None


def _test_of(noun: str, lexicon: Lexicon) -> Test:
    areas = lexicon.areas
    tests: dict[str, Test] = {
        "kode": lambda text: judge_code(text, areas)[0] == "home",
        "kecamatan": lambda text: split_name(text)[0] in areas.kecamatan,
        "desa": lambda text: split_name(text)[0] in areas.desa or split_places(text, areas) is not None,
        "wilayah": lambda text: (
            _is_area(split_name(text)[0], lexicon)
            or judge_code(text, areas)[0] == "home"
            or split_places(text, areas) is not None
        ),
        "number": lambda text: is_number(text) or is_nil(text),
        "month": _names_month,
        "year": lambda text: read_year(text) is not None,
    }
    return tests.get(noun) or (lambda text: lexicon.code_named(noun, text) is not None)


def _is_area(bare: str, lexicon: Lexicon) -> bool:
    areas = lexicon.areas
    return bare in areas.kecamatan or bare in areas.desa or bare in areas.kabupaten_names


def _names_month(text: str) -> bool:
    month = read_month(text)
    return month is not None and month.month is not None and not text.isdecimal()
