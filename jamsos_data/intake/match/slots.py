"""What the columns of a table mean as one data set: a slot for each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from jamsos_data.datasets import Dataset
from jamsos_data.intake.clean.spans import SPAN_WORDS
from jamsos_data.intake.lexicon import ROW_TOTAL_WORDS
from jamsos_data.intake.locate.table import Source
from jamsos_data.intake.meanings import Meaning, Role
from jamsos_data.intake.names import alternatives, normalise

AREA = "kode_wilayah"

_BARE_WORDS = frozenset([*ROW_TOTAL_WORDS, "nilai", "angka", "banyaknya", "volume", "value", "amount"])
Proof = Literal[
    "", "closing", "running", "sex", "ages", "newcomers", "programme", "units", "within", "people", "health",
    "with health",
]  # fmt: skip
BOTH_SEXES = ("l p", "lp", "l dan p", "laki laki perempuan")
_ALL = frozenset(["semua", "seluruh", "seluruhnya", "keseluruhan"])
_SUM = frozenset(["jumlah", "jml", "total"])
_PARTED = frozenset(
    ["kelompok", "umur", "usia", "jenis", "kelamin", "aktif", "non", "nonaktif", "tidak", "dan"]
)


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One column of the file. `name` is the canonical column or area role; `tags` hold for this column only.

    Position -1 stands for a number that the operator gave for the whole file. The month among the tags may be the last
    of several `months`. `proof` is what other columns beside it show it to be, where its own header does not.
    """

    position: int
    header: str
    role: Role
    name: str = ""
    tags: dict[str, str] = field(default_factory=dict)
    near: str | None = None
    rank: int = 99
    source: Source = "header"
    months: int = 1
    proof: Proof = ""

    @property
    def is_chosen(self) -> bool:
        """Whether somebody said what the column is."""
        return self.source not in ("header", "described")

    @property
    def lowest_header(self) -> str:
        """What the lowest of its header rows says."""
        return self.header.rpartition(" / ")[2]

    def meaning(self, data: Dataset) -> str:
        """What the column was taken for, as the short text of `meanings`."""
        return Meaning(role=self.role, name=self.name, tags=self.tags).text(data)


@dataclass(frozen=True)
class ColumnMap:
    """The meaning of all columns of a table as one data set.

    Of the meanings in `proposed`, which only cells suggest, nobody agreed to any yet.
    """

    data: Dataset
    slots: tuple[Slot, ...]
    proposed: frozenset[str] = frozenset()

    def of_role(self, *roles: Role) -> tuple[Slot, ...]:
        """The slots of some roles, from left to right."""
        return tuple(slot for slot in self.slots if slot.role in roles)

    @property
    def main_values(self) -> tuple[Slot, ...]:
        """The slots that hold the main value of the data set."""
        return tuple(
            slot
            for slot in self.slots
            if slot.role in ("value", "column") and slot.name == self.data.value_column
        )

    @property
    def areas_by_column(self) -> bool:
        """Whether the numbers stand in columns by area."""
        return any(AREA in slot.tags for slot in self.main_values)

    @property
    def provided(self) -> frozenset[str]:
        """Canonical columns that the file gives, as columns or as tags."""
        names = {slot.name for slot in self.of_role("column", "value")}
        names |= {column for slot in self.slots for column in slot.tags}
        return frozenset(names)


def is_bare(slot: Slot) -> bool:
    """Whether a header says no more than that there is a number ("Jumlah", "Total", "Nilai")."""
    return all(normalise(part) in _BARE_WORDS for part in slot.header.split(" / "))


def sums_group(slot: Slot) -> bool:
    """Whether the lowest header of a column says that it sums those beside it under the same heading."""
    upper, mark, lowest = slot.header.rpartition(" / ")
    return bool(mark and upper) and _sums(lowest)


def says_all(text: str) -> bool:
    """Whether a cell that tells rows apart says that its row sums the others: "Jumlah", "L+P", "Semua umur"."""
    first, _, rest = normalise(text).partition(" ")
    sums_parts = first in _SUM and (rest in BOTH_SEXES or _PARTED.issuperset(rest.split()))
    return _sums(text) or first in _ALL or sums_parts


def _sums(text: str) -> bool:
    return bool({*alternatives(text)} & {*ROW_TOTAL_WORDS, *BOTH_SEXES})


def heads_spans(slot: Slot) -> bool:
    """Whether a column says the quarter or semester, maybe by its number alone ("II" under "Triwulan")."""
    return slot.role == "month" and bool({*SPAN_WORDS} & {*alternatives(slot.header)})
