"""Reads XLSX, XLSB, XLS and ODS with python-calamine into sheets of text."""

from __future__ import annotations

import io

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from jamsos_data.intake.read.cells import RawSheet, text_frame
from jamsos_data.intake.report import Refusal

_BROKEN = (CalamineError, XmlError, ZipError, OSError, ValueError, OverflowError)


def read_workbook(content: bytes) -> tuple[RawSheet, ...]:
    """All worksheets of a workbook, hidden ones marked. Raises Refusal when it cannot be opened."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return tuple(
                _read_sheet(
                    workbook.get_sheet_by_name(about.name),
                    hidden=about.visible is not SheetVisibleEnum.Visible,
                )
                for about in workbook.sheets_metadata
                if about.typ is SheetTypeEnum.WorkSheet
            )
    except PasswordError:
        raise Refusal("BERKAS_BERSANDI") from None
    except _BROKEN as error:
        if "assword" in str(error) or "ncrypt" in str(error):
            raise Refusal("BERKAS_BERSANDI") from None
        raise Refusal("BERKAS_RUSAK") from None


def _read_sheet(sheet: CalamineSheet, *, hidden: bool) -> RawSheet:
    """Rows that hold anything; a sheet that claims a million rows costs only those it has."""
    numbered = [
        (number, row) for number, row in enumerate(sheet.iter_rows(), start=1) if any(row) or 0.0 in row
    ]
    first_column = sheet.start[1] if sheet.start else 0
    cells = text_frame([row for _, row in numbered], [number for number, _ in numbered], first_column)
    cells = cells[(cells != "").any(axis=1)] if len(cells) else cells
    ranges = sheet.merged_cell_ranges or []
    merged = tuple((top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges)
    return RawSheet(sheet.name, cells, merged, hidden)
