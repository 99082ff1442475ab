"""Small invented files for the tests, written the way offices write them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import xlsxwriter

from jamsos_data.findings import Finding
from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.reference import load_reference

Rows = Sequence[Sequence[object]]
KECAMATAN = ("Kaliwungu", "Kota Kudus", "Jati", "Undaan", "Mejobo", "Jekulo", "Bae", "Gebog", "Dawe")
GIVEN = {"segmen": "RENTAN", "sumber_dana": "DBHCHT", "program": "JKK+JKM", "periode": "2026-09"}


def csv_of(rows: Rows, *, separator: str = ";", encoding: str = "utf-8", line_end: str = "\r\n") -> bytes:
    """A delimited text without quotes."""
    return line_end.join(separator.join(map(str, row)) for row in rows).encode(encoding)


def xlsx_of(
    sheets: Mapping[str, Rows], *, merged: Mapping[str, Sequence[tuple[int, int, int, int]]] | None = None
) -> bytes:
    """A workbook; `merged` gives ranges (top, left, bottom, right) from 0, which take the text of their corner."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        day = workbook.add_format({"num_format": "mmm-yy"})
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                for position, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(
                            number, position, datetime(value.year, value.month, value.day), day
                        )
                    elif value not in ("", None):
                        sheet.write(number, position, value)
            for top, left, bottom, right in (merged or {}).get(name, ()):
                sheet.merge_range(top, left, bottom, right, str(rows[top][left]))
    return target.getvalue()


def read(
    content: bytes,
    *,
    kind: str | None = None,
    given: Mapping[str, str] | None = None,
    accepted: Sequence[str] = (),
    name: str = "berkas.xlsx",
) -> IntakeReport:
    """Read one file with the shipped reference tables."""
    options = IntakeOptions(kind=kind, constants=dict(given or {}), accepted=frozenset(accepted))
    return read_upload(content, file_name=name, reference=load_reference(), options=options)


def codes(report: IntakeReport) -> list[str]:
    """The codes of all findings."""
    return [finding.code for finding in report.findings]


def finding(report: IntakeReport, code: str) -> Finding:
    """The first finding of a code."""
    return next(found for found in report.findings if found.code == code)


def values(report: IntakeReport, *columns: str) -> list[tuple[object, ...]]:
    """Rows as tuples of the asked columns; months as keys."""
    frame = report.rows[list(columns)].copy()
    for column in frame.select_dtypes("datetime").columns:
        frame[column] = frame[column].dt.strftime("%Y-%m")
    return [tuple(row) for row in frame.itertuples(index=False, name=None)]
