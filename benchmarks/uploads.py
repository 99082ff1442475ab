"""From drop to report: reading, checking and counting a file of 100.000 rows."""

import io
import time
from collections.abc import Iterator
from itertools import islice, product
from statistics import median

import xlsxwriter
from python_calamine import CalamineWorkbook

from benchmarks.measurement import Measurement
from jamsos_data.intake import IntakeOptions, read_upload
from jamsos_data.reference import load_reference

ROWS = 100_000
COMPANIES = 1_000
ALLOWED_SECONDS = 5.0
TIMES_BARE_READING, SECONDS_BESIDE = 1.5, 1.0
_ROUNDS = 5


def measure_uploads() -> Iterator[Measurement]:
    """Participants by village, segment, source and month, as CSV and as XLSX: medians of runs in turn."""
    table = _participants()
    text, workbook = _csv(table), _xlsx(table)
    runs = [(_bare_seconds(workbook), _seconds(workbook), _seconds(text)) for _ in range(_ROUNDS)]
    bare, as_workbook, as_text = (median(seconds) for seconds in zip(*runs, strict=True))
    yield Measurement(f"upload of {ROWS} rows, CSV", as_text, ALLOWED_SECONDS)
    allowed = TIMES_BARE_READING * bare + SECONDS_BESIDE
    yield Measurement(f"upload of {ROWS} rows, XLSX", as_workbook, allowed)
    yield Measurement(
        f"upload of {COMPANIES} companies of each kecamatan", _company_seconds(), ALLOWED_SECONDS
    )


def _bare_seconds(workbook: bytes) -> float:
    """What the parser alone needs."""
    started = time.perf_counter()
    sum(1 for _ in CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(0).iter_rows())
    return time.perf_counter() - started


def _seconds(content: bytes) -> float:
    """From the bytes to the report, in which every row is taken."""
    started = time.perf_counter()
    report = read_upload(content, file_name="kepesertaan", reference=load_reference())
    taken = time.perf_counter() - started
    assert len(report.rows) == ROWS, report.outcome
    return taken


def _company_seconds() -> float:
    """Rows that share all keys, told apart by the names of companies: each may be compared with all others."""
    reference = load_reference()
    table: list[tuple[str | int, ...]] = [("kode_wilayah", "Nama Perusahaan", "peserta_aktif")]
    table += [(kode, f"PT {n}", n % 97 + 1) for kode in reference.kecamatan for n in range(COMPANIES)]
    stated = {"periode": "2026-09", "segmen": "PU", "sumber_dana": "PEMBERI_KERJA", "program": "JKK+JKM"}
    options = IntakeOptions(constants=stated, accepted=frozenset({"BARIS_BAGIAN_DIJUMLAHKAN"}))
    started = time.perf_counter()
    report = read_upload(_csv(table), file_name="kepesertaan", reference=reference, options=options)
    taken = time.perf_counter() - started
    assert len(report.rows) == len(reference.kecamatan), report.outcome
    return taken


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
