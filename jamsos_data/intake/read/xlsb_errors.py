"""Finds in an XLSB the error cells (#REF!) that its parser passes over as empty."""

from __future__ import annotations

import re

from jamsos_data.intake.read.binary_sheets import Wanted, find_cells
from jamsos_data.intake.read.xls_errors import ERRORS, Cells

_ERROR, _FORMULA_ERROR = 3, 11
_CODES = b"[" + re.escape(bytes(ERRORS)) + b"]"
# An error as a value or as the result of a formula: column, style, code.
_SUSPECT = re.compile(
    rb"(?:\x03\x09|\x0b(?:[\x09-\x7f]|[\x80-\xff][\x00-\x7f]))..\x00\x00.{4}" + _CODES, re.DOTALL
)


def find_binary_errors(content: bytes) -> dict[int, Cells]:
    """Texts of error cells; see :func:`binary_sheets.find_cells`."""
    return find_cells(content, lambda *_: Wanted(_SUSPECT, _error))


def _error(kind: int, data: bytes) -> str:
    return ERRORS.get(data[8], "#N/A") if kind in (_ERROR, _FORMULA_ERROR) else ""
