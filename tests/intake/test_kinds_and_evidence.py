"""What a file says by its own words decides its kind; what its other cells show decides its numbers."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values

MONTHS = ["Kecamatan", "Jan", "Feb"]
ROWS = [["Jati", 10, 20], ["Undaan", 15, 25]]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Data Peserta BPU per Bulan Tahun 2026", "kepesertaan"),
        ("Realisasi iuran per bulan tahun 2026", "iuran"),
    ],
)
def test_months_as_columns_are_what_the_title_says(title: str, kind: str) -> None:
    report = read(csv_of([[title, "", ""], MONTHS, *ROWS]))
    assert (report.outcome, report.kind, len(report.rows)) == ("problems", kind, 0)


@pytest.mark.parametrize("title", ["Rekap tahun 2026", "Sosialisasi tahun 2026", "UMKM tahun 2026"])
def test_months_without_a_word_about_their_numbers_are_asked_about(title: str) -> None:
    report = read(csv_of([[title, "", ""], MONTHS, *ROWS]))
    assert (report.outcome, codes(report)) == ("refused", ["JENIS_TIDAK_DIKENAL"])
    assert "kepesertaan" in report.findings[0].message("id")


def _people(*texts: str) -> bytes:
    return csv_of([["Kecamatan", "Peserta Aktif"], *zip(["Jati", "Undaan", "Dawe"], texts, strict=False)])


def test_points_and_commas_as_thousands_marks_in_one_column_must_be_acknowledged() -> None:
    report = read(_people("1.234", "1,234"), given=GIVEN)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 2468})
    assert finding(report, "TANDA_RIBUAN_CAMPUR").params["second"] == "1,234"
    assert "TANDA_RIBUAN_CAMPUR" not in codes(read(_people("1.234", "2.345"), given=GIVEN))


def test_zeros_lost_behind_a_thousands_mark_are_proposed() -> None:
    report = read(_people("9.773", "11.0"), given=GIVEN)
    assert (finding(report, "ANGKA_NOL_HILANG").proposal, report.totals) == ("11000", {"peserta_aktif": 9773})
    assert read(_people("9.773", "11,0"), given=GIVEN).totals == {"peserta_aktif": 9784}


def test_a_share_among_percentages_must_be_acknowledged() -> None:
    header = ["Tahun", "Kecamatan", "Segmen", "Indikator", "Target", "Keluarga", "Dasar hukum"]
    rows = [[2025, "Jati", "SEMUA", "persen", "52,15", "UCJ", "Perbup"],
            [2025, "Undaan", "SEMUA", "persen", "0,52", "UCJ", "Perbup"]]  # fmt: skip
    report = read(csv_of([header, *rows]), kind="target")
    assert (report.outcome, finding(report, "PERSEN_SATUAN_CAMPUR").value) == ("problems", "0,52")


def test_a_village_of_another_kecamatan_is_named_there_and_no_near_name_is_offered() -> None:
    content = csv_of(
        [["Kecamatan", "Desa", "Peserta Aktif"], ["Dawe", "Kalirejo", 5], ["Dawe", "Cendono", 6]]
    )
    report = read(content, given=GIVEN, accepted=["NAMA_TIDAK_DIKENAL", "DESA_DI_KECAMATAN_LAIN"])
    found = finding(report, "DESA_DI_KECAMATAN_LAIN")
    assert (found.proposal, report.totals) == (None, {"peserta_aktif": 6})
    assert "Kalirejo ada di Undaan" in found.message("id")


def test_an_unknown_name_without_a_proposal_offers_none() -> None:
    content = csv_of([["Kecamatan", "Desa", "Peserta Aktif"], ["Dawe", "Xyzzy", 5], ["Dawe", "Cendono", 6]])
    found = finding(read(content, given=GIVEN), "NAMA_TIDAK_DIKENAL")
    assert "usul" not in found.message("id")
    assert "proposal" not in found.message("en")


def test_a_basis_told_by_a_header_is_named_and_participants_beside_potensi_are_not_passed_over() -> None:
    content = csv_of(
        [["Kabupaten Kudus 2023", "", ""], ["Segmen", "Potensi", "Terdaftar"], ["PU", 279223, 223396]]
    )
    report = read(content)
    assert (report.kind, report.outcome) == ("potensi", "problems")
    assert finding(report, "ANGKA_LAIN_TIDAK_DIAMBIL").column == "Terdaftar"
    assert "potensi BPJS/Bappenas" in [f.value for f in report.findings if f.code == "NILAI_DISIMPULKAN"]
    assert values(report, "basis", "jumlah") == [("potensi BPJS/Bappenas", 279223)]


def test_what_was_reached_of_a_target_is_not_taken_for_money_and_the_kind_is_asked_for() -> None:
    rows = [["Kecamatan", "Target", "Realisasi", "%"], ["Jati", 100, 50, "50%"], ["Bae", 10, 5, "50%"]]
    asking = read(csv_of(rows), given=GIVEN)
    assert (asking.outcome, codes(asking)) == ("refused", ["JENIS_TIDAK_DIKENAL"])
    people = read(csv_of(rows), given=GIVEN, kind="kepesertaan")
    assert (people.outcome, people.totals) == ("problems", {"peserta_aktif": 55})
    assert finding(people, "KOLOM_NILAI_DIANGGAP").severity == "warning"
    assert read(csv_of(rows), given=GIVEN, kind="iuran").totals == {"nilai": 55}
