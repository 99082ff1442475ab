"""A title that calls the figures proposals, quotas, targets or debts is never passed over."""

from __future__ import annotations

import pytest

from jamsos_data.findings import Severity
from tests.intake.sheets import GIVEN, Rows, codes, finding, read, xlsx_of

CODE = "JUDUL_ANGKA_LAIN"
TABLE: Rows = [["No", "Kecamatan", "RT/RW", "Linmas"], [1, "Jati", 20, 30], [2, "Bae", 13, 14]]
PEOPLE = {column: text for column, text in GIVEN.items() if column != "segmen"}
MONEY: Rows = [["No", "Kecamatan", "Iuran (Rp)"], [1, "Jati", 1_680_000], [2, "Bae", 168_000]]


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("USULAN PEKERJA RENTAN TAHUN 2026", "usulan"),
        ("KUOTA KEPESERTAAN DBHCHT", "kuota"),
        ("TARGET PESERTA AKTIF TAHUN 2026", "target"),
        ("TARGET CAKUPAN KEPESERTAAN TAHUN 2026", "target"),
        ("RENCANA PENCAPAIAN PESERTA", "rencana"),
        ("PESERTA TIDAK AKTIF", "tidak aktif"),
        ("PEKERJA YANG BELUM TERLINDUNGI", "belum terlindungi"),
        ("POTENSI PEKERJA", "potensi"),
        ("REKAP PESERTA BARU", "peserta baru"),
        ("CALON PENERIMA BANTUAN IURAN", "calon"),
    ],
)
def test_people_titled_as_something_else_than_active_are_asked_about(title: str, word: str) -> None:
    content = xlsx_of({"S": [[title], *TABLE]})
    report = read(content, kind="kepesertaan", given=PEOPLE)
    found = finding(report, CODE)
    assert (report.outcome, found.severity, found.value) == ("problems", Severity.WARNING, word)
    agreed = read(content, kind="kepesertaan", given=PEOPLE, accepted=[CODE])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 77})


def test_what_was_spent_of_a_pagu_is_no_pagu_unless_the_title_names_both() -> None:
    rows = [["Kecamatan", "Anggaran (Rp)"], ["Jati", 1_000_000]]
    given = {"versi": "murni", "segmen": "RENTAN", "sumber_dana": "DBHCHT", "tahun": "2026"}
    spent = read(
        xlsx_of({"S": [["REALISASI ANGGARAN DBHCHT TAHUN 2026"], *rows]}), kind="anggaran", given=given
    )
    assert finding(spent, CODE).value == "realisasi"
    both = read(xlsx_of({"S": [["PAGU DAN REALISASI ANGGARAN"], *rows]}), kind="anggaran", given=given)
    assert CODE not in codes(both)


def test_the_name_of_a_sheet_says_it_too() -> None:
    assert finding(read(xlsx_of({"Usulan": TABLE}), kind="kepesertaan", given=PEOPLE), CODE).value == "usulan"


@pytest.mark.parametrize(
    "titles",
    [
        ["REKAP PESERTA AKTIF"],
        ["TARGET DAN REALISASI KEPESERTAAN"],
        ["CAKUPAN TERHADAP POTENSI"],
        ["KUOTA DBHCHT", "PESERTA AKTIF SEPTEMBER 2026"],
        ["PEKERJA RENTAN USULAN DESA"],
        ["NON ASN DAN NON DTKS"],
        ["RENCANA AKSI DAERAH"],
    ],
)
def test_titles_that_speak_of_active_people_or_name_a_segment_ask_nothing(titles: list[str]) -> None:
    content = xlsx_of({"S": [*[[title] for title in titles], *TABLE]})
    assert CODE not in codes(read(content, kind="kepesertaan", given=PEOPLE))


def test_a_header_that_names_what_the_title_does_or_says_active_asks_nothing() -> None:
    for header, row in (
        (["Kuota", "Peserta"], [20, 15]),
        (["Ket", "Peserta Aktif"], ["", 15]),
    ):
        rows = [["KUOTA PEKERJA RENTAN"], ["Kecamatan", *header], ["Jati", *row]]
        report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
        assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 15}), codes(report)


@pytest.mark.parametrize(("column", "left"), [("Usulan", "target"), ("Target", "usulan")])
def test_a_column_beside_explains_one_of_two_words_of_a_title_and_not_the_other(
    column: str, left: str
) -> None:
    table = [["Kecamatan", column, "Peserta"], ["Jati", 20, 15]]
    rows = [["USULAN DAN TARGET PEKERJA RENTAN"], *table]
    assert finding(read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN), CODE).value == left
    rows = [["TARGET DAN USULAN PEKERJA RENTAN"], *table]
    assert finding(read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN), CODE).value == left


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("TUNGGAKAN IURAN", True),
        ("PERKIRAAN KEBUTUHAN IURAN", True),
        ("IURAN YANG BELUM DIBAYAR", True),
        ("REALISASI IURAN", False),
        ("SISA DAN PEMBAYARAN IURAN", True),
        ("PEMBAYARAN IURAN", False),
    ],
)
def test_contributions_that_are_owed_or_planned_are_not_taken_for_paid(title: str, asked: bool) -> None:
    report = read(xlsx_of({"S": [[title], *MONEY]}), kind="iuran", given=GIVEN)
    assert (CODE in codes(report), report.totals["nilai"]) == (asked, 1_848_000)


def test_a_list_of_persons_who_are_only_proposed_is_asked_about_without_quoting_its_title() -> None:
    rows = [
        ["DAFTAR CALON PESERTA BU SITI"], ["NIK", "Nama", "Kecamatan"], ["3319031305850002", "A", "Jati"],
    ]  # fmt: skip
    given = {name: text for name, text in GIVEN.items() if name != "periode"} | {"mulai": "2026-09"}
    found = finding(read(xlsx_of({"S": rows}), kind="daftar_peserta", given=given), CODE)
    assert (found.value, "SITI" in found.message("id")) == ("calon", False)


@pytest.mark.parametrize(
    "title",
    [
        "PESERTA AKTIF BPJS KESEHATAN",
        "PESERTA JKN-KIS",
        "CAPAIAN UHC",
        "PESERTA MENINGGAL DUNIA",
        "AKUISISI PESERTA",
    ],
)
def test_participants_of_the_other_bpjs_dead_or_new_ones_are_asked_about(title: str) -> None:
    rows = [[title], ["Kecamatan", "Jumlah Peserta"], ["Jati", 30], ["Bae", 40]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, "JUDUL_ANGKA_LAIN" in codes(report)) == ("problems", True)


@pytest.mark.parametrize(
    "titles",
    [
        ["BPJS KESEHATAN DAN BPJS KETENAGAKERJAAN"],
        ["DINAS KESEHATAN KABUPATEN KUDUS", "PESERTA AKTIF"],
        ["JAMINAN KECELAKAAN KERJA DAN JAMINAN KEMATIAN"],
        ["PENERIMA BPJS KESEHATAN", "PESERTA BPJS KETENAGAKERJAAN"],
    ],
)
def test_our_own_bpjs_an_office_of_health_and_our_programmes_ask_nothing(titles: list[str]) -> None:
    rows = [*([title] for title in titles), ["Kecamatan", "Jumlah Peserta"], ["Jati", 30], ["Bae", 40]]
    assert "JUDUL_ANGKA_LAIN" not in codes(read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN))


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        *[("JUMLAH PENDUDUK", True), ("PENGANGGURAN TERBUKA", True), ("JUMLAH PENDUDUK BEKERJA", False)],
        *[("PENDUDUK YANG BEKERJA", False), ("PENDUDUK DAN ANGKATAN KERJA", False)],
    ],
)
def test_inhabitants_are_not_workers_who_could_be_covered(title: str, *, asked: bool) -> None:
    rows = [[f"{title} 2026"], ["Kecamatan", "Jumlah"], ["Jati", 300], ["Bae", 400]]
    given = {"segmen": "SEMUA", "basis": "potensi BPJS/Bappenas"}
    report = read(xlsx_of({"S": rows}), kind="potensi", given=given)
    assert ("JUDUL_ANGKA_LAIN" in codes(report)) is asked


def test_a_column_that_was_only_taken_for_the_value_does_not_answer_for_its_title() -> None:
    rows = [["Usulan peserta BPJS Ketenagakerjaan"], [], ["Kecamatan", "Jumlah"], ["Jati", 30], ["Bae", 40]]
    report = read(xlsx_of({"Data": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, finding(report, "JUDUL_ANGKA_LAIN").value) == ("problems", "usulan")
