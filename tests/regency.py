"""An invented regency, set up by uploads alone: Tirta Raya (99.01), 3 kecamatan, 8 desa of which one kelurahan.

Its areas lie on a grid of squares of 0,1 degrees: each desa is one square, each kecamatan the squares of its desa.
Kepesertaan of October 2026: Hulu 400 of 1.000 (40 %), Tengah 300 of 1.000 (30 %), Hilir 100 of 1.000 (10 %);
together 800 of 3.000 = 26,67 %.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jamsos_data.commit import commit_report
from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.lake import Lake, Version

# Code, name, column and row of the square (west to east, south to north).
DESA = (
    ("99.01.01.2001", "Sumber Agung", 0, 2),
    ("99.01.01.2002", "Sumber Rejo", 1, 2),
    ("99.01.01.2003", "Mata Air", 2, 2),
    ("99.01.02.1001", "Kota Tirta", 0, 1),
    ("99.01.02.2002", "Tengah", 1, 1),
    ("99.01.02.2003", "Pasar Lama", 2, 1),
    ("99.01.03.2001", "Muara", 0, 0),
    ("99.01.03.2002", "Pesisir", 1, 0),
)
KECAMATAN = {"99.01.01": "Hulu", "99.01.02": "Tengah", "99.01.03": "Hilir"}
WEST, SOUTH, SIDE = 115.0, -8.5, 0.1

AREAS = "\n".join(
    [
        "Kode wilayah;Nama;Jenis;Lintang;Bujur",
        "99.01;Tirta Raya;kabupaten;;",
        *(f"{code};{name};kecamatan;;" for code, name in KECAMATAN.items()),
        *(
            f"{code};{name};;{SOUTH + SIDE * (row + 0.5):.3f};{WEST + SIDE * (column + 0.5):.3f}"
            for code, name, column, row in DESA
        ),
    ]
).encode()
ALIASES = b"kode;alias\n99.01.02.2003;Pasarlawas\n"
PEOPLE = b"""Kecamatan;Desa;Bulan;Segmen;Sumber dana;Program;Peserta aktif
Hulu;Sumber Agung;Oktober 2026;Pekerja rentan;DBHCHT;JKK+JKM;150
Hulu;Sumber Rejo;Oktober 2026;Pekerja rentan;DBHCHT;JKK+JKM;250
Tengah;Pasarlawas;Oktober 2026;Pekerja rentan;DBHCHT;JKK+JKM;300
Hilir;Muara;Oktober 2026;Pekerja rentan;DBHCHT;JKK+JKM;100
"""
POTENSI = b"""Tahun;Kecamatan;Segmen;Basis;Jumlah
2026;Hulu;BPU;potensi BPJS/Bappenas;1.000
2026;Tengah;BPU;potensi BPJS/Bappenas;1.000
2026;Hilir;BPU;potensi BPJS/Bappenas;1.000
"""


def square(column: float, row: float, *, wide: float = 1.0) -> list[list[float]]:
    """A closed counter-clockwise ring, as RFC 7946 wants it and Plotly does not."""
    west, south = WEST + SIDE * column, SOUTH + SIDE * row
    east, north = west + SIDE * wide, south + SIDE
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return [[round(x, 6), round(y, 6)] for x, y in corners]


def feature(properties: Mapping[str, Any], *rings: list[list[float]]) -> dict[str, Any]:
    """A feature with one polygon."""
    geometry = {"type": "Polygon", "coordinates": list(rings)}
    return {"type": "Feature", "properties": dict(properties), "geometry": geometry}


def geojson(features: Iterable[Mapping[str, Any]]) -> bytes:
    """A FeatureCollection."""
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def desa_map(*, code: str = "kode") -> bytes:
    """The boundaries of all desa."""
    return geojson(feature({code: kode, "nama": name}, square(x, y)) for kode, name, x, y in DESA)


def read_reference(
    lake: Lake, kind: str, content: bytes, *, name: str = "", accept: Iterable[str] = ()
) -> IntakeReport:
    """Read a file as a reference table of the lake."""
    return read_upload(
        content,
        file_name=name or f"{kind}.csv",
        reference=lake.reference(),
        options=IntakeOptions(kind=kind, accepted=frozenset(accept)),
        in_use=lake.codes_in_use(kind),
    )


def put_reference(lake: Lake, kind: str, content: bytes, *, name: str = "") -> Version:
    """Commit a file as a reference table."""
    report = read_reference(lake, kind, content, name=name)
    return commit_report(lake, report, author="Sri")


def put_data(lake: Lake, content: bytes, *, name: str) -> Version:
    """Commit a file of figures."""
    report = read_upload(content, file_name=name, reference=lake.reference())
    assert report.outcome == "ok", [found.message() for found in report.findings]
    return commit_report(lake, report, author="Sri")


def set_up_regency(place: Path, *, boundaries: bool = True) -> Lake:
    """Everything by upload into an empty lake."""
    lake = Lake(place)
    put_reference(lake, "wilayah", AREAS)
    put_reference(lake, "alias_wilayah", ALIASES)
    if boundaries:
        put_reference(lake, "batas_wilayah", desa_map(), name="batas_desa.geojson")
    put_data(lake, PEOPLE, name="oktober.csv")
    put_data(lake, POTENSI, name="potensi.csv")
    return lake
