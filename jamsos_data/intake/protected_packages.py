"""The package of people who stand programme by programme: what is stated of it must fit the figures of its programmes.

Of a package with JHT the column of JHT, where there is one, holds as many people as that of JKK.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from jamsos_data.intake.clean.id_columns import judge_code
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.people_by_programme import PROGRAM, PROTECTED, PROTECTING, programme_of
from jamsos_data.intake.match.supply import read_constant
from jamsos_data.intake.match.title_codes import code_in_words


@dataclass(frozen=True)
class ProgrammeFigures:
    """The `people` of JKK by row, and by programme ("jkm") the figures of the columns beside."""

    people: pd.Series
    beside: Mapping[str, pd.Series]

    def fits(self, parts: frozenset[str]) -> pd.Series:
        """In which rows the people may have the package of these programmes: all of them have each that is counted."""
        fit = pd.Series(frozenset(PROTECTING) <= parts, index=self.people.index)
        for programme in parts & self.beside.keys():
            fit &= self.beside[programme] == self.people
        return fit | (self.people == 0)

    def lacking(self, row: int, parts: frozenset[str]) -> str:
        """The first programme of the package that not all people of a row have; one beside it where all have."""
        lacking = [
            name
            for name, figures in self.beside.items()
            if name in parts and figures[row] != self.people[row]
        ]
        return next(iter([*lacking, *self.beside]))


def packages(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The programmes of each package, in small letters, by its code."""
    frame = lexicon.reference.table(PROGRAM)
    return {
        code: frozenset(parts.casefold().split("|"))
        for code, parts in zip(frame["kode"], frame["komponen"], strict=True)
    }


def package_of_all(figures: ProgrammeFigures, titled: str, context: SheetContext) -> str:
    """The package of the people of a column: the stated or the titled one where the figures may be of it, else the
    widest of which each programme is counted alike.
    """
    known = packages(context.lexicon)
    fitting = {code for code, parts in known.items() if figures.fits(parts).all()}
    for said in (_stated(context), titled):
        if said in fitting:
            return said
    counted = frozenset([*PROTECTING, *figures.beside])
    proven = [code for code in fitting if known[code] <= counted and figures.people.any()]
    return max(proven, key=lambda code: len(known[code]), default=PROTECTED)


def titled_package(context: SheetContext) -> str:
    """The package that the titles or the name of the sheet name; "" where none."""
    return code_in_words(PROGRAM, list(context.titled.titles), context.lexicon)


def packages_by_row(data: pd.DataFrame, context: SheetContext) -> pd.Series | None:
    """The package that a column of the file says of each row ("" where it cannot be read); None without a column."""
    slot = next(
        (
            slot
            for slot in context.mapping.of_role("column")
            if slot.name == PROGRAM and not programme_of(slot)
        ),
        None,
    )
    if slot is None:
        return None
    texts = data[slot.position].mask(data[slot.position] == "").ffill().fillna("")
    read = {text: judge_code(text, PROGRAM, context.lexicon).value or "" for text in texts.unique()}
    return texts.map(read)


def _stated(context: SheetContext) -> str:
    text = context.stated.columns.get(PROGRAM, "")
    value = read_constant(context.mapping.data.column(PROGRAM), text, context) if text else None
    return str(value or "")
