"""An invented list by name of any length, and how long intake needs for a million rows of it, in how much memory.

`python -m benchmarks.people FILE [ROWS]` writes such a list, `python -m benchmarks.people FILE --read` reads one.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measurement import Measurement
from jamsos_data.intake import read_upload
from jamsos_data.reference import load_reference

ROWS = 1_000_000
ALLOWED_SECONDS = 15.0
ALLOWED_GIGABYTES = 1.5
HEADER = "NIK;Nama Lengkap;Alamat;Kecamatan;Desa;Segmen;Sumber Dana;Program;Mulai;Sampai"


def people_lines(rows: int) -> Iterator[str]:
    """Lines of a CSV with `rows` different invented people, spread over all villages."""
    reference = load_reference()
    villages = [
        (
            reference.area_name(reference.parent_area(code)),
            reference.area_name(code),
            code.replace(".", "")[:6],
        )
        for code in reference.all_desa
        if not reference.is_kelurahan(code)
    ]
    yield HEADER
    for number in range(rows):
        kecamatan, desa, prefix = villages[number % len(villages)]
        day, month, year = number % 28 + 1, number // 28 % 12 + 1, number // 336 % 60 + 40
        nik = f"{prefix}{day + 40 * (number % 2):02d}{month:02d}{year:02d}{number // 20160 % 9999 + 1:04d}"
        until = "Desember 2026" if number % 3 else "September 2026"
        yield (
            f"{nik};Rekaan {number};RT {number % 9 + 1} RW {number % 4 + 1};{kecamatan};{desa};"
            f"Pekerja rentan;DBHCHT;JKK+JKM;Juli 2026;{until}"
        )


def write_people(file: Path, rows: int = ROWS) -> None:
    """Write the list to `file`."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(f"{line}\r\n" for line in people_lines(rows))


def measure_people() -> Iterator[Measurement]:
    """Seconds from the bytes to the report, and the most memory that a process of its own took for it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bnba.csv"
        write_people(file)
        command = [sys.executable, "-m", "benchmarks.people", str(file), "--read"]
        found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    what = f"list by name of {ROWS} rows ({found['outcome']})"
    yield Measurement(what, found["seconds"], ALLOWED_SECONDS)
    yield Measurement(f"{what}, memory", found["gigabytes"], ALLOWED_GIGABYTES, unit="GB")


def read_people(file: Path) -> None:
    """Read a list and print outcome, seconds and the most memory held, as JSON."""
    content = file.read_bytes()
    reference = load_reference()
    started = time.perf_counter()
    report = read_upload(content, file_name=file.name, reference=reference)
    seconds = time.perf_counter() - started
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(json.dumps({"outcome": report.outcome, "seconds": seconds, "gigabytes": held}))


if __name__ == "__main__":
    if sys.argv[2:] == ["--read"]:
        read_people(Path(sys.argv[1]))
    else:
        write_people(Path(sys.argv[1]), *map(int, sys.argv[2:]))
