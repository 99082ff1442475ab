"""From drop to report: reading, checking and counting a file of 100.000 rows."""

import io
import time
from itertools import product

from benchmarks.measurement import Measurement
from jamsos_data.intake import read_upload
from jamsos_data.reference import load_reference

ROWS = 100_000
ALLOWED_SECONDS = 5.0


def measure_upload() -> Measurement:
    """A CSV of participants by village, segment, source and month."""
    content = _participants()
    started = time.perf_counter()
    report = read_upload(content, file_name="kepesertaan.csv", reference=load_reference())
    taken = time.perf_counter() - started
    assert len(report.rows) == ROWS, report.outcome
    return Measurement(f"upload of {ROWS} rows ({report.outcome})", taken, ALLOWED_SECONDS)


def _participants() -> bytes:
    reference = load_reference()
    months = [f"{year}-{month:02d}" for year in (2021, 2022, 2023, 2024, 2025) for month in range(1, 13)]
    villages = [kode for kode in reference.all_desa if not reference.is_kelurahan(kode)]
    segments, sources = ("BPD", "RT_RW", "LINMAS", "RENTAN", "UMKM"), ("DBHCHT", "ADD", "CSR")
    cells = product(months, villages, segments, sources)
    text = io.StringIO()
    text.write("periode;kode_wilayah;segmen;sumber_dana;program;peserta_aktif\r\n")
    for number, (month, desa, segmen, source) in zip(range(ROWS), cells, strict=False):
        text.write(f"{month};{desa};{segmen};{source};JKK+JKM;{number % 97 + 1}\r\n")
    return text.getvalue().encode()
