"""A data set that only the titles name is proposed by its name; whatever else a title speaks of, nothing is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from jamsos_data.intake import IntakeReport
from tests.intake.sheets import GIVEN, codes, finding, read, xlsx_of

TITLE = "DAFTAR PESERTA BPJS KETENAGAKERJAAN RT/RW PER DESA"
ROWS = [[1, "Undaan", "Kalirejo", 12, ""], [2, "Undaan", "Wonosoco", 9, ""], [3, "Undaan", "Wates", 11, ""]]
PAID = {"sumber_dana": "PADES", "program": "JKK+JKM"}


def _read(
    title: str = TITLE,
    *,
    header: str = "JUMLAH RT/RW AKTIF",
    file: str = "rekap.xlsx",
    accepted: Sequence[str] = (),
) -> IntakeReport:
    above = [[title], ["KEADAAN : AGUSTUS 2026"], []]
    head = ["NO", "KECAMATAN", "DESA/KELURAHAN", header, "KETERANGAN"]
    given = PAID if accepted else {}
    return read(xlsx_of({"Sheet1": [*above, head, *ROWS]}), given=given, accepted=accepted, name=file)


def test_the_data_set_that_only_the_titles_name_is_proposed_and_read_once_accepted() -> None:
    asked = _read()
    found = finding(asked, "JENIS_DIUSULKAN")
    assert (asked.outcome, found.proposal, len(asked.rows)) == ("refused", "kepesertaan", 0)
    assert "mungkin Kepesertaan aktif" in found.message("id")
    assert "it may be Active participants" in found.message("en")

    agreed = _read(accepted=["JENIS_DIUSULKAN", "KOLOM_NILAI_DIANGGAP"])
    assert (agreed.outcome, agreed.kind, agreed.totals) == ("ok", "kepesertaan", {"peserta_aktif": 32})
    assert finding(agreed, "JENIS_DIKENALI").value == "kepesertaan"


@pytest.mark.parametrize(
    "title",
    [
        "DAFTAR PESERTA KLAIM BPJS KETENAGAKERJAAN RT/RW",
        "DAFTAR PESERTA BPJS KESEHATAN RT/RW PER DESA",
        "DAFTAR PESERTA BPJS KESEHATAN DAN KETENAGAKERJAAN RT/RW",
        "DAFTAR PESERTA BPJS KETENAGAKERJAAN RT/RW (CALON)",
        "DAFTAR PESERTA BPJS KETENAGAKERJAAN RT/RW USULAN DESA",
        "DAFTAR PESERTA BPJS KETENAGAKERJAAN RT/RW YANG KELUAR",
        "DAFTAR PESERTA BPJS KETENAGAKERJAAN RT/RW TERDAFTAR",
        "DAFTAR PESERTA SOSIALISASI BPJS KETENAGAKERJAAN RT/RW",
        "DAFTAR PESERTA DAN IURAN BPJS KETENAGAKERJAAN",
        "DAFTAR PESERTA KB PER DESA",
        "DAFTAR PESERTA PELATIHAN JAMSOSTEK",
        "DATA RT/RW BPJS KETENAGAKERJAAN PER DESA",
    ],
)
def test_a_title_that_speaks_of_something_else_or_of_nothing_proposes_none(title: str) -> None:
    assert codes(_read(title, header="HASIL")) == ["JENIS_TIDAK_DIKENAL"]


def test_the_name_of_the_file_and_the_headers_may_speak_against_the_title() -> None:
    assert codes(_read(file="klaim jkm rt.xlsx")) == ["JENIS_TIDAK_DIKENAL"]
    assert codes(_read(header="JUMLAH RT/RW DIUSULKAN")) == ["JENIS_TIDAK_DIKENAL"]


def test_without_one_column_that_can_be_the_value_nothing_is_proposed() -> None:
    rows = [["Kecamatan", "Desa", "Hasil", "Lain"], ["Undaan", "Wates", 5, 6], ["Undaan", "Kalirejo", 7, 8]]
    assert codes(read(xlsx_of({"A": [[TITLE], [], *rows]}))) == ["JENIS_TIDAK_DIKENAL"]


def test_sheets_whose_titles_speak_of_different_data_propose_none() -> None:
    table = [["Kecamatan", "Desa", "Hasil"], ["Undaan", "Kalirejo", 5], ["Undaan", "Wates", 6]]
    other = "REALISASI IURAN BPJS KETENAGAKERJAAN RT/RW"
    asked = read(xlsx_of({"A": [[TITLE], [], *table], "B": [[other], [], *table]}))
    assert codes(asked) == ["JENIS_TIDAK_DIKENAL"]


def test_a_proposal_that_was_accepted_changes_nothing_where_the_kind_is_known() -> None:
    rows = [["Kecamatan", "Peserta aktif"], ["Undaan", 5]]
    report = read(xlsx_of({"A": rows}), given=GIVEN, accepted=["JENIS_DIUSULKAN"])
    assert (report.outcome, report.kind) == ("ok", "kepesertaan")


@pytest.mark.parametrize("header", ["JUMLAH RT/RW", "JUMLAH RT/RW (ORANG)", "JUMLAH PEKERJA"])
def test_participants_of_the_title_are_never_taken_for_workers_to_be_covered(header: str) -> None:
    assert _read(header=header).kind != "potensi"
    assert _read("POTENSI PESERTA BPJS KETENAGAKERJAAN RT/RW", header=header).kind == "potensi"
