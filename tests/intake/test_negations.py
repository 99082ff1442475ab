"""What a title, a sheet or a cell leaves out ("selain DBHCHT") is never what its figures are."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from jamsos_data.intake import IntakeReport
from tests.intake.sheets import GIVEN, Rows, finding, read, xlsx_of

LEFT_OUT = [
    "non DBHCHT", "Non-DBHCHT", "selain DBHCHT", "di luar DBHCHT", "diluar dana DBHCHT", "kecuali DBHCHT",
    "bukan DBHCHT", "tidak termasuk DBHCHT", "semua sumber kecuali DBHCHT", "selain DBHCHT dan APBDes",
    "selain APBDes dan DBHCHT",
]  # fmt: skip
TWO: Rows = [["Jati", 30], ["Undaan", 40]]


def _read(rows: Rows, *, leave: str, sheet: str = "S") -> IntakeReport:
    given = {name: text for name, text in GIVEN.items() if name != leave}
    return read(xlsx_of({sheet: rows}), given=given, kind="kepesertaan")


@pytest.mark.parametrize("text", LEFT_OUT)
def test_a_source_that_a_title_or_the_sheet_leaves_out_is_asked_for(text: str) -> None:
    header = ["Kecamatan", "Peserta Aktif"]
    for report in (
        _read([[f"Pekerja rentan {text}"], [], header, *TWO], leave="sumber_dana"),
        _read([header, *TWO], leave="sumber_dana", sheet=text),
    ):
        assert (report.outcome, report.totals) == ("problems", {})
        assert finding(report, "KOLOM_WAJIB_TIDAK_ADA").column == "Sumber dana"


@pytest.mark.parametrize("text", ["Peserta selain penerima upah", "Peserta tidak termasuk jasa konstruksi"])
def test_a_segment_that_a_title_leaves_out_is_asked_for(text: str) -> None:
    report = _read([[text], [], ["Kecamatan", "Peserta Aktif"], *TWO], leave="segmen")
    assert finding(report, "KOLOM_WAJIB_TIDAK_ADA").column == "Segmen"


@pytest.mark.parametrize(
    ("title", "leave", "code"),
    [
        ("Pekerja rentan APBD selain DBHCHT", "sumber_dana", "APBD_KAB_UMUM"),
        ("Pekerja rentan APBD (di luar DBHCHT)", "sumber_dana", "APBD_KAB_UMUM"),
        ("Pekerja rentan DBHCHT, tidak termasuk APBDes", "sumber_dana", "DBHCHT"),
        ("Peserta bukan penerima upah DBHCHT", "sumber_dana", "DBHCHT"),
        ("Pegawai non ASN APBD", "sumber_dana", "APBD_KAB"),
        ("Peserta JKK dan JKM tanpa JHT DBHCHT", "sumber_dana", "DBHCHT"),
        ("Pegawai non ASN", "segmen", "NON_ASN"),
        ("Pekerja rentan non DTKS", "segmen", "RENTAN_DESA"),
        ("Peserta bukan penerima upah", "segmen", "BPU"),
    ],
)
def test_what_is_left_out_of_another_name_does_not_matter(title: str, leave: str, code: str) -> None:
    report = _read([[title], [], ["Kecamatan", "Peserta Aktif"], *TWO], leave=leave)
    assert set(report.rows[leave]) == {code}


@pytest.mark.parametrize("text", LEFT_OUT)
def test_a_cell_or_heading_that_leaves_a_source_out_is_refused_without_a_proposal(text: str) -> None:
    rows = [["Kecamatan", "Sumber Dana", "Peserta Aktif"], ["Jati", text, 30], ["Undaan", "DBHCHT", 40]]
    heads = [["Kecamatan", "Peserta Aktif"], ["DBHCHT"], ["Undaan", 40], [text], ["Jati", 30]]
    for report in (_read(rows, leave="sumber_dana"), _read(heads, leave="sumber_dana")):
        found = next(found for found in report.findings if found.code.startswith("KODE_TIDAK"))
        assert (found.value, found.proposal, report.totals) == (text, None, {"peserta_aktif": 40})


def test_a_negated_name_is_no_slip_of_the_name() -> None:
    rows = [
        ["Kecamatan", "Segmen", "Peserta Aktif"],
        ["Jati", "selain penerima upah", 30],
        ["Undaan", "PU", 40],
    ]
    report = _read(rows, leave="segmen")
    assert finding(report, "KODE_TIDAK_ADA_DI_DAFTAR").proposal is None
    wide = [["Kecamatan", "DBHCHT", "Non DBHCHT"], ["Jati", 30, 1], ["Undaan", 40, 2]]
    report = _read(wide, leave="sumber_dana")
    assert finding(report, "KOLOM_ANGKA_TIDAK_DIKENAL").column == "Non DBHCHT"


def test_the_rest_of_the_apbd_is_a_source_of_its_own() -> None:
    rows = [
        ["Kecamatan", "Sumber Dana", "Peserta Aktif"],
        ["Jati", "APBD selain DBHCHT", 30],
        ["Jati", "DBHCHT", 40],
    ]
    report = _read(rows, leave="sumber_dana")
    assert (report.outcome, list(report.rows["sumber_dana"])) == ("ok", ["APBD_KAB_UMUM", "DBHCHT"])


@pytest.mark.parametrize("text", ["non DBHCHT", "selain DBHCHT"])
def test_a_label_above_the_table_that_leaves_a_source_out_is_asked_for_with_what_it_may_be(text: str) -> None:
    for title in ([f"Sumber dana: {text}"], ["Sumber dana", f": {text}"]):
        rows = [title, [], ["Kecamatan", "Peserta Aktif"], *TWO]
        report = _read(rows, leave="sumber_dana")
        assert (report.outcome, report.totals) == ("problems", {})
        assert finding(report, "KOLOM_WAJIB_TIDAK_ADA").column == "Sumber dana"
        asked = finding(report, "ISIAN_JUDUL_TIDAK_TERBACA")
        assert asked.value == text.removeprefix(": ")
        known = str(asked.params["known"]).split(", ")
        assert {"APBD_KAB_UMUM", "APBDES"} <= set(known)
        assert "DBHCHT" not in known
        answered = read(xlsx_of({"S": rows}), given={**GIVEN, "sumber_dana": "APBDES"}, kind="kepesertaan")
        assert (answered.outcome, set(answered.rows["sumber_dana"])) == ("ok", {"APBDES"})


def test_a_label_with_a_slip_names_the_code_that_it_is_near_to() -> None:
    report = _read([["Sumber dana: DBHCTH"], [], ["Kecamatan", "Peserta Aktif"], *TWO], leave="sumber_dana")
    assert finding(report, "ISIAN_JUDUL_TIDAK_TERBACA").params["known"] == "DBHCHT"
    assert finding(report, "KOLOM_WAJIB_TIDAK_ADA").column == "Sumber dana"


_READ_TWICE = """
from tests.intake.sheets import GIVEN, read, xlsx_of
given = {name: text for name, text in GIVEN.items() if name != "segmen"}
for title in ("Peserta aktif non ASN September 2026", "Peserta aktif guru non ASN dan KPPS September 2026"):
    rows = [[title], ["No", "Kecamatan", "Peserta"], [1, "Jati", 100], [2, "Bae", 50]]
    report = read(xlsx_of({"S": rows}), given=given)
    print(report.outcome, *sorted({*report.rows["segmen"]} if len(report.rows) else ()))
"""


@pytest.mark.parametrize("seed", ["0", "1", "5"])
def test_a_title_reads_the_same_whatever_order_a_process_gives_its_sets(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, "-c", _READ_TWICE], capture_output=True, text=True, check=True, env=environment
    )
    assert run.stdout.splitlines() == ["ok NON_ASN", "problems"]
