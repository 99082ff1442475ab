"""What points and commas mean in one column, from all its cells: thousands or decimals.

"1.125" alone can be both. Beside "1201.000" or, in millions, beside "1.5" the point is that of decimals; beside
"1.234.567" it parts thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pandas as pd

from jamsos_data.intake.clean.numbers import Form, NumberText, take_apart

# More people than any country has: a NIK, a phone or an account number stands in a column of counts.
MAX_PEOPLE = 10**9
_ENOUGH = 3
_LONG_BEFORE_THREE = re.compile(r"(?<![\d.,])\d{4,}[.,]\d{3}(?![\d.,])")


@dataclass(frozen=True, kw_only=True)
class Marks:
    """The marks before groups of three digits, and those of decimals, each with a text that shows it.

    `unsure` are marks that part three digits in a column in thousands or millions, where nothing tells which it is;
    `stray` are texts whose mark can only be that of decimals in a column where it parts thousands.
    """

    thousands: dict[str, str] = field(default_factory=dict)
    decimals: dict[str, str] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    stray: frozenset[str] = frozenset()

    def read(self, text: str) -> NumberText:
        """One text of the column: three digits behind a mark of decimals are decimals."""
        return read_with(text, frozenset(self.decimals))


def read_with(text: str, decimals: frozenset[str]) -> NumberText:
    """A text taken apart where `decimals` are marks of decimals even before three digits."""
    number = take_apart(text)
    if number.form is not Form.TRIPLE or number.grouping not in decimals:
        return number
    return replace(number, form=Form.DECIMAL, value=number.fraction)


def find_marks(texts: pd.Series, *, factor: int, typed: bool = False) -> Marks:
    """The marks of a column; `factor` is the unit that it states (1 for none).

    Are its fractions `typed`, as numbers of a workbook, then in thousands or millions they mean what they are.
    """
    numbers = {str(text): take_apart(text) for text in texts.unique()}
    parting = frozenset(_parting(numbers))
    triples = {text: number for text, number in numbers.items() if number.form is Form.TRIPLE}
    proofs = dict(reversed(list(_proofs(numbers, factor=factor))))  # the first of each mark
    if typed and factor > 1 and triples:
        proofs.setdefault(".", next(iter(triples)))
    # People and rupiah are whole: where three digits are no zeros, the mark before them parts thousands.
    against = (
        parting if factor > 1 else parting | {one.grouping for one in triples.values() if _has_rest(one)}
    )
    decimals = {mark: text for mark, text in proofs.items() if mark not in against}
    stray = [
        text for text, number in numbers.items() if _is_long(text, number) and number.grouping in against
    ]
    unsure = {one.grouping for one in triples.values()} - parting - set(decimals) - _other(decimals)
    return Marks(
        thousands={mark: text for mark, text in _grouping(numbers).items() if mark not in decimals},
        decimals=decimals,
        unsure=frozenset(unsure) if factor > 1 and not _ends_in_zero_beside_whole(numbers) else frozenset(),
        stray=frozenset(stray),
    )


def find_shrunk(texts: pd.Series) -> frozenset[str]:
    """Whole numbers among typed fractions with three digits that fit them as thousands: 2 among 1.201, 1.333, 1.742.

    Excel took the points of thousands for decimal ones in all of the column, and of 2.000 it leaves 2.
    """
    numbers = {str(text): take_apart(text) for text in texts.unique()}
    thousands = [one.value for one in numbers.values() if one.form is Form.TRIPLE and _has_rest(one)]
    counted = [one for one in numbers.values() if one.form not in (Form.NIL, Form.BAD) and one.value]
    if len(thousands) < _ENOUGH or 2 * len(thousands) <= len(counted):
        return frozenset()
    least, most = min(thousands), max(thousands)
    return frozenset(
        text
        for text, one in numbers.items()
        if one.form is Form.PLAIN
        and one.value * 10 < least
        and least <= one.value * 2000
        and one.value * 500 <= most
    )


def _grouping(numbers: dict[str, NumberText]) -> dict[str, str]:
    """The marks before groups of three digits, each with the first text that shows it."""
    found: dict[str, str] = {}
    for text, number in numbers.items():
        grouped = number.form in (Form.TRIPLE, Form.GROUPED) and number.grouping in (".", ",")
        if grouped and number.value < MAX_PEOPLE:
            found.setdefault(number.grouping, text)
    return found


def _parting(numbers: dict[str, NumberText]) -> Iterator[str]:
    """Marks that surely part thousands: "1.234.567", "1.234,5"."""
    for text, number in numbers.items():
        both = {".", ","} <= set(text)
        if number.form in (Form.GROUPED, Form.SHORT_GROUP) or (both and number.form is Form.DECIMAL):
            yield number.grouping


def _proofs(numbers: dict[str, NumberText], *, factor: int) -> Iterator[tuple[str, str]]:
    """Marks of decimals with the text that proves it: "1201.000"; in thousands or millions also "1.5" and "0.125"."""
    for text, number in numbers.items():
        both = {".", ","} <= set(text)
        if _is_long(text, number) or (
            factor > 1 and number.form is Form.DECIMAL and not both and number.grouping
        ):
            yield number.grouping, text


def _is_long(text: str, number: NumberText) -> bool:
    return number.form is Form.DECIMAL and _LONG_BEFORE_THREE.search(text) is not None


def _has_rest(number: NumberText) -> bool:
    return number.fraction != number.fraction.to_integral_value()


def _other(decimals: dict[str, str]) -> set[str]:
    """The mark that parts thousands where the other one is that of decimals."""
    return {"." if mark == "," else "," for mark in decimals}


def _ends_in_zero_beside_whole(numbers: dict[str, NumberText]) -> bool:
    """Whether "1.680" stands beside "168": decimals would be written in both or, as 1.68, in none."""
    plain = any(number.form is Form.PLAIN and number.value for number in numbers.values())
    return plain and any(n.form is Form.TRIPLE and n.value % 10 == 0 for n in numbers.values())
