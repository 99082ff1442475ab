"""Running commands in the tests, and the files they are given."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jamsos_data.cli import main

PARTICIPANTS = """\
Bulan;Kecamatan;Segmen;Sumber dana;Program;Peserta aktif
Agustus 2026;Undaan;RENTAN;DBHCHT;JKK+JKM;100
September 2026;Undaan;RENTAN;DBHCHT;JKK+JKM;120
September 2026;Dawe;RENTAN;DBHCHT;JKK+JKM;80
"""
POTENTIAL = """\
Tahun;Wilayah;Segmen;Basis;Jumlah pekerja
2026;Undaan;RENTAN;potensi BPJS/Bappenas;160
2026;Dawe;RENTAN;potensi BPJS/Bappenas;240
"""
TARGETS = """\
Tahun;Batas waktu;Keluarga;Wilayah;Segmen;Indikator;Target
2026;Desember 2026;UCJ;Undaan;RENTAN;persen;90
"""
PAYMENTS = """\
Bulan;Wilayah;Segmen;Sumber dana;Program;Iuran dibayar (Rp);Peserta dibayar;Bulan dibayar
September 2026;Undaan;RENTAN;DBHCHT;JKK+JKM;Rp2.016.000;120;1
"""
BUDGETS = """\
Tahun;Versi anggaran;Wilayah;Sumber dana;Segmen;Pagu (Rp)
2026;murni;Kabupaten Kudus;DBHCHT;RENTAN;Rp20.160.000
"""
FILES = {"k.csv": PARTICIPANTS, "p.csv": POTENTIAL, "t.csv": TARGETS, "i.csv": PAYMENTS, "a.csv": BUDGETS}


@dataclass(frozen=True)
class Answer:
    """Exit status and what was printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Commands:
    """Runs commands on one lake."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.lake = str(folder / "data")
        self._captured = captured

    def run(self, *arguments: str, lake: bool = True) -> Answer:
        status = main([*arguments, *(["--lake", self.lake] if lake else [])])
        printed = self._captured.readouterr()
        return Answer(status, printed.out, printed.err)

    def write(self, name: str, text: str) -> str:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return str(file)
