"""Cells that a spreadsheet shows but its parser passes over: errors (#REF!) and formulas without a stored result.

Read as empty they would count as zero. So the sheet is rewritten, in memory and only when there are such cells:
an error becomes its text, a formula that no spreadsheet program ever worked out becomes `=` and the formula.
"""

from __future__ import annotations

import io
import re
import zipfile

from jamsos_data.intake.read.marked_runs import SHARED_TEXTS, has_marked_runs, set_runs_apart
from jamsos_data.intake.read.struck_cells import shared_texts
from jamsos_data.intake.read.styled_cells import StyledCells

_TAG = rb"(?:\w+:)?"
_FORMULA = rb"<%bf\b(?:[^>]*/>|[^>]*>([^<]*)</%bf>)" % (_TAG, _TAG)
_NO_VALUE = rb"\s*(?:<%bv\s*/>|<%bv>\s*</%bv>)?\s*" % (_TAG, _TAG, _TAG)
_ERROR_CELL = re.compile(rb"(<%bc\b[^>]*\st=[\"'])e([\"'])" % _TAG)
_FORMULA_CELL = re.compile(rb"<(%bc)\b([^>]*)>\s*%b%b</%bc>" % (_TAG, _FORMULA, _NO_VALUE, _TAG))
_TYPE = re.compile(rb"\st=[\"'](\w+)[\"']")

_ODS_ERROR = rb"(?:#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d{3})"
_ODS_FORMULA_CELL = re.compile(
    rb"<table:table-cell\b([^>]*\btable:formula=\"([^\"]*)\"[^>]*?)(?:/>|>\s*(?:<text:p[^>]*>(%b)</text:p>)?)"
    % _ODS_ERROR
)
_ODS_VALUE = re.compile(rb"\s(?:office:(?:string-)?value(?:-type)?|calcext:value-type)=\"[^\"]*\"")

# A formula has at most 8.192 characters, so no cell of this kind is longer, written out.
LONGEST_CELL = 64 * 1024


def has_lacking_cells(name: str, part: bytes) -> bool:
    """Whether a part of a sheet of an XLSX, or of the content of an ODS, holds such a cell."""
    if name == "content.xml":
        return b"table:formula" in part and any(map(_lacks_value, _ODS_FORMULA_CELL.finditer(part)))
    # Most sheets hold neither: a plain search is much faster than an expression.
    if (b't="e"' in part or b"t='e'" in part) and _ERROR_CELL.search(part):
        return True
    formulas = _FORMULA_CELL.finditer(part) if b"<f" in part or b":f" in part else ()
    return any(not _is_text(cell[2]) for cell in formulas)


def is_sheet(name: str) -> bool:
    """Whether an entry of an archive is a sheet of an XLSX."""
    return name.startswith("xl/worksheets/") and name.endswith(".xml")


def fill_lacking_cells(content: bytes, names: frozenset[str], styled: StyledCells) -> bytes:
    """The archive with the sheets `names` rewritten so that each such cell holds a text, and each of those `styled`;
    and the shared texts where they are among them.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(target, "w") as filled:
        texts = _shared_texts(archive) if styled.struck else []
        for entry in archive.infolist():
            data = archive.read(entry)
            if entry.filename in names:
                data = _fill(entry.filename, data)
            if entry.filename in names and entry.filename != SHARED_TEXTS:
                data = styled.write(entry.filename, data, texts)
            filled.writestr(entry.filename, data)
    return target.getvalue()


def _shared_texts(archive: zipfile.ZipFile) -> list[bytes]:
    return shared_texts(archive.read(SHARED_TEXTS)) if SHARED_TEXTS in archive.NameToInfo else []


def _fill(name: str, data: bytes) -> bytes:
    if has_marked_runs(name, data):
        data = set_runs_apart(data)
    if name == SHARED_TEXTS or not has_lacking_cells(name, data):
        return data
    if is_sheet(name):
        return _FORMULA_CELL.sub(_with_formula, _ERROR_CELL.sub(rb"\1str\2", data))
    return _ODS_FORMULA_CELL.sub(_with_ods_text, data)


def _is_text(attributes: bytes) -> bool:
    """Whether a formula without a value has worked out to an empty text."""
    kind = _TYPE.search(attributes)
    return kind is not None and kind[1] == b"str"


def _with_formula(cell: re.Match[bytes]) -> bytes:
    if _is_text(cell[2]):
        return cell[0]
    prefix = cell[1][:-1]
    attributes = _TYPE.sub(b"", cell[2])
    text = b"=" + (cell[3] or b"")
    return b'<%bc%b t="str"><%bv>%b</%bv></%bc>' % (prefix, attributes, prefix, text, prefix, prefix)


def _lacks_value(cell: re.Match[bytes]) -> bool:
    return bool(cell[3]) or b"office:value-type=" not in cell[1]


def _with_ods_text(cell: re.Match[bytes]) -> bytes:
    if not _lacks_value(cell):
        return cell[0]
    attributes = _ODS_VALUE.sub(b"", cell[1])
    text = cell[3] or b"=" + cell[2].partition(b"=")[2]
    opened = b'<table:table-cell%b office:value-type="string"><text:p>%b</text:p>' % (attributes, text)
    return opened + (b"</table:table-cell>" if cell[0].endswith(b"/>") else b"")
