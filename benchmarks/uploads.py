"""From drop to report: reading, checking and counting a file of 100.000 rows."""

import io
import time
from collections.abc import Iterator
from itertools import islice, product

import xlsxwriter
from python_calamine import CalamineWorkbook

from benchmarks.measurement import Measurement
from jamsos_data.intake import read_upload
from jamsos_data.reference import load_reference

ROWS = 100_000
ALLOWED_SECONDS = 5.0
TIMES_BARE_READING, SECONDS_BESIDE = 1.5, 1.0


def measure_uploads() -> Iterator[Measurement]:
    """Participants by village, segment, source and month, as CSV and as XLSX."""
    table = _participants()
    yield _measure("CSV", _csv(table), ALLOWED_SECONDS)
    workbook = _xlsx(table)
    started = time.perf_counter()
    sum(1 for _ in CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(0).iter_rows())
    bare = time.perf_counter() - started
    yield _measure("XLSX", workbook, TIMES_BARE_READING * bare + SECONDS_BESIDE)


def _measure(kind: str, content: bytes, allowed: float) -> Measurement:
    started = time.perf_counter()
    report = read_upload(content, file_name="kepesertaan", reference=load_reference())
    taken = time.perf_counter() - started
    assert len(report.rows) == ROWS, report.outcome
    return Measurement(f"upload of {ROWS} rows, {kind} ({report.outcome})", taken, allowed)


def _participants() -> list[tuple[str | int, ...]]:
    reference = load_reference()
    months = [f"{year}-{month:02d}" for year in (2021, 2022, 2023, 2024, 2025) for month in range(1, 13)]
    villages = [kode for kode in reference.all_desa if not reference.is_kelurahan(kode)]
    segments, sources = ("BPD", "RT_RW", "LINMAS", "RENTAN", "UMKM"), ("DBHCHT", "ADD", "CSR")
    cells = islice(product(months, villages, segments, sources), ROWS)
    head = ("periode", "kode_wilayah", "segmen", "sumber_dana", "program", "peserta_aktif")
    return [head, *((*keys, "JKK+JKM", number % 97 + 1) for number, keys in enumerate(cells))]


def _csv(table: list[tuple[str | int, ...]]) -> bytes:
    return "".join(";".join(map(str, row)) + "\r\n" for row in table).encode()


def _xlsx(table: list[tuple[str | int, ...]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Data")
        for number, row in enumerate(table):
            sheet.write_row(number, 0, row)
    return target.getvalue()
