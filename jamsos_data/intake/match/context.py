"""What all steps know while they work on one file, and on one sheet of it."""

from __future__ import annotations

from dataclasses import dataclass

from jamsos_data.intake.area_choices import AreaChoices
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.match.constants import Constants
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.report import FindingLog


@dataclass(frozen=True, kw_only=True)
class FileContext:
    """What the operator stated of a file, its name, the known words, and where findings go.

    `choices` answer for areas that are not read otherwise.
    """

    file_name: str
    stated: Constants
    choices: AreaChoices
    lexicon: Lexicon
    log: FindingLog


@dataclass(frozen=True, kw_only=True)
class SheetContext:
    """The sheet's name, the meaning of its columns, what holds for all its rows, and where findings go.

    `typed` are the positions of columns whose fractions are numbers of a workbook, not text, `units` the texts in which
    a unit of all numbers may be stated.
    """

    sheet: str
    mapping: ColumnMap
    stated: Constants
    titled: Constants
    lexicon: Lexicon
    log: FindingLog
    typed: frozenset[int] = frozenset()
    units: tuple[str, ...] = ()
