"""What the command line says about the layout of a file: header rows and the meaning of columns."""

import re
from collections.abc import Sequence

from jamsos_data.errors import UserError
from jamsos_data.intake.layout import ANY_SHEET, SheetLayout

_ROWS = re.compile(r"(\d+)(?:-(\d+))?")


def find_layout(headers: Sequence[str], columns: Sequence[str]) -> dict[str, SheetLayout]:
    """["Data=3-4"] and ["Jml org=peserta_aktif"] → choices by sheet; columns hold for all sheets.

    Raises UserError for a text that is neither LEMBAR=BARIS-BARIS nor JUDUL=KOLOM, or a sheet named twice.
    """
    layouts: dict[str, SheetLayout] = {}
    for text in headers:
        sheet, sign, rows = text.rpartition("=")
        found = _ROWS.fullmatch(rows.strip())
        name = sheet.strip() if sign else ANY_SHEET
        if found is None or name in layouts:
            raise UserError("cli.bad_header", value=text)
        first = int(found[1])
        layouts[name] = SheetLayout(header=(first, int(found[2] or first)))
    meanings = dict(_meaning(text) for text in columns)
    if meanings:
        general = layouts.get(ANY_SHEET, SheetLayout())
        layouts[ANY_SHEET] = SheetLayout(header=general.header, columns=meanings)
    return layouts


def _meaning(text: str) -> tuple[int | str, str]:
    header, sign, meaning = text.partition("=")
    if not sign or not header.strip() or not meaning.strip():
        raise UserError("cli.bad_column", value=text)
    return header.strip(), meaning.strip()
