"""What stands beside the columns that are used: rows that agree in all of these may be told apart by it.

Holds views on the cells of the file for the time of the check; only headers ever leave.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import repeat

import pandas as pd
from rapidfuzz import fuzz

from jamsos_data.intake.clean.areas_of_parts import holds_sexes
from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.names import normalise
from jamsos_data.intake.other_spans import title_other_spans
from jamsos_data.intake.personal import is_personal
from jamsos_data.intake.sub_units import heads_units

_SAME_NAME = 75  # of 100: "SITI AMINAH, S.Pd" is Siti Aminah, Siti Aisyah is not

_SIGNS = {"<=": " sampai ", ">=": " mulai ", "≤": " sampai ", "≥": " mulai ", "<": " bawah ", ">": " atas "}
_AND_OLDER = re.compile(r"(\d)\s*\+\s*$")

# What stands for a header where the names or titles of sheets tell rows apart.
SHEET_NAME = "nama atau judul lembar"
# The same where headings inside a table do.
SECTION_NAME = "judul bagian"

_OF_CODES = ("segmen", "sumber_dana", "program")

# The number of a table among those of the file, and a row of it.
RowOf = tuple[int, int]


@dataclass(frozen=True)
class AsideCells:
    """Of one table the cells of unused columns by header, by row of the sheet, and (in lists) the names of persons.

    `counted` are rows that might sum others and that a printed total of the table holds as people. `other_spans` is
    true where titles say that spans in the cells are no ages. `words` are the cells of the columns that were read as
    segment, payer or programme.
    """

    unused: pd.DataFrame
    names: pd.Series | None = field(default=None, repr=False)
    counted: frozenset[int] = frozenset()
    other_spans: bool = False
    words: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    _named: dict[int, dict[str, str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        data: pd.DataFrame,
        mapping: ColumnMap,
        *,
        group: str = "",
        sections: pd.Series | None = None,
    ) -> AsideCells:
        """Of the rows of `data`. Addresses and the like are spelled too freely to tell rows apart; numbers, and the RT
        and RW of an address, are not.

        Remarks do so where they are nothing but sexes, and the `group` of people that the sheet's name says, as do the
        headings of `sections` (texts of all rows).
        """
        slots = [slot for slot in mapping.of_role("unused", "ignored") if _tells_apart(slot, data)]
        cells = _without_own_desa(slots, data, mapping)
        unused = cells.set_axis([slot.header for slot in slots], axis=1)
        if group:
            unused = unused.assign(**{SHEET_NAME: group})
        if sections is not None and (sections != "").any():
            unused = unused.assign(**{SECTION_NAME: sections.reindex(unused.index, fill_value="")})
        used = {slot.name: slot for slot in mapping.of_role("column")}
        coded = [used[name] for name in _OF_CODES if name in used]
        return cls(
            unused,
            data[used["nama"].position] if "nama" in used else None,
            words=data[[slot.position for slot in coded]].set_axis([slot.header for slot in coded], axis=1),
        )

    def with_counted(self, rows: frozenset[int]) -> AsideCells:
        """The same with the rows that are counted as people."""
        return replace(self, counted=rows)

    def titled(self, titles: Iterable[str]) -> AsideCells:
        """The same beneath titles, which may say of what spans in the cells are."""
        return replace(self, other_spans=title_other_spans(titles))

    @property
    def group(self) -> str:
        """The group of people that the sheet's name or titles say; "" where none."""
        has_rows = SHEET_NAME in self.unused and len(self.unused)
        return str(self.unused[SHEET_NAME].iloc[0]) if has_rows else ""

    def texts(self, row: int) -> dict[str, list[str]]:
        """The cells of a row by header, of which several columns may have one."""
        found: dict[str, list[str]] = {}
        for header, text in zip(self.unused.columns, self._rows[row], strict=True):
            found.setdefault(str(header), []).append(_plain(str(text)))
        return found

    def names_of(self, row: int) -> dict[str, str]:
        """The filled cells of a row, by header; of headers that several columns have none."""
        if row not in self._named:
            cells = self.texts(row)
            self._named[row] = {header: own[0] for header, own in cells.items() if len(own) == 1 and own[0]}
        return self._named[row]

    @cached_property
    def _rows(self) -> dict[int, tuple[object, ...]]:
        cells = self.unused.itertuples(index=False, name=None) if len(self.unused.columns) else repeat(())
        return dict(zip(map(int, self.unused.index), cells, strict=False))


def _plain(text: str) -> str:
    """A text without marks, but "< 40" and "> 40", "60" and "60+" are different ages."""
    if any(sign in text for sign in _SIGNS):
        for sign, words in _SIGNS.items():
            text = text.replace(sign, words)
    return normalise(_AND_OLDER.sub(r"\1 ke atas", text))


@dataclass(frozen=True)
class Aside:
    """The cells of all tables, in their order."""

    tables: Sequence[AsideCells] = ()

    def differing(self, one: RowOf, other: RowOf) -> str:
        """The headers of unused columns in which two rows differ; empty where in none."""
        if not self.tables:
            return ""
        mine, theirs = (self.tables[table].texts(row) for table, row in (one, other))
        return ", ".join(header for header, texts in mine.items() if texts != theirs.get(header, texts))

    def group_of(self, table: int) -> str:
        """The group of people that the sheet of a table says; "" where none."""
        return self.tables[table].group if self.tables else ""

    def has_other_spans(self, table: int) -> bool:
        """Whether the titles of a table say that spans in its cells are no ages."""
        return bool(self.tables) and self.tables[table].other_spans

    def heading_of(self, table: int, row: int) -> str:
        """The group of people that the heading above a row says; "" where none."""
        headings = self.tables[table].unused if self.tables else pd.DataFrame()
        return str(headings.at[row, SECTION_NAME]) if SECTION_NAME in headings else ""

    def counted_rows(self, rows: pd.DataFrame) -> frozenset[int]:
        """The index of those of some rows (with _table and _row) that a printed total holds as people."""
        if not any(table.counted for table in self.tables):
            return frozenset()
        places = zip(rows.index, rows["_table"], rows["_row"], strict=True)
        return frozenset(
            int(index) for index, table, row in places if int(row) in self.tables[int(table)].counted
        )

    def names_of(self, table: int, row: int) -> dict[str, str]:
        """The filled cells of unused columns of a row, by header; of headers that several columns have none."""
        return self.tables[table].names_of(row) if self.tables else {}

    def words_of(self, table: int, row: int) -> dict[str, str]:
        """The filled cells of a row that were read as segment, payer or programme, by header."""
        words = self.tables[table].words if self.tables else pd.DataFrame()
        cells = words.loc[row].items() if len(words) else ()
        return {str(header): text for header, cell in cells if (text := str(cell))}

    def other_names(self, rows: pd.DataFrame, groups: pd.Series) -> pd.Series:
        """Which rows (with _table and _row) have another name than the first row of their group has."""
        found = pd.Series(False, index=rows.index)
        shared = groups.duplicated(keep=False)
        if not shared.any():
            return found
        several, groups = rows[shared], groups[shared]
        names = pd.Series("", index=several.index, dtype=object)
        for number, table in enumerate(self.tables):
            here = several["_table"] == number
            if table.names is not None and here.any():
                names[here] = table.names.loc[several.loc[here, "_row"]].to_numpy()
        plain = names.map({text: normalise(str(text)) for text in names.unique()})
        first = plain.groupby(groups, sort=False).transform("first")
        differ = (plain != first) & (plain != "") & (first != "")
        pairs = zip(plain, first, differ, strict=True)
        apart = [asked and fuzz.token_set_ratio(one, other) < _SAME_NAME for one, other, asked in pairs]
        found.loc[several.index] = pd.array(apart, dtype=bool)
        return found


def _tells_apart(slot: Slot, data: pd.DataFrame) -> bool:
    is_asked = slot.role == "unused" or holds_sexes(data[slot.position])
    is_number = heads_units(slot.lowest_header) or "nik" in normalise(slot.header).split()
    return is_asked and (not is_personal(slot) or is_number)


def _without_own_desa(slots: Sequence[Slot], data: pd.DataFrame, mapping: ColumnMap) -> pd.DataFrame:
    """The cells of columns; "Wates" as a dusun of Wates says nothing: it is that one, or all of the desa."""
    cells = data[[slot.position for slot in slots]].copy()
    desa = data[[slot.position for slot in mapping.of_role("area") if slot.name == "desa"]].map(normalise)
    desa = desa.mask(desa == "").ffill().fillna("")
    for slot in (slot for slot in slots if heads_units(slot.lowest_header)):
        own = desa.eq(cells[slot.position].map(normalise), axis=0).any(axis=1)
        cells[slot.position] = cells[slot.position].mask(own, "")
    return cells
