"""Which titles say the area of the figures beneath them, and which only look as if they did."""

from __future__ import annotations

import pytest

from jamsos_data.intake.report import IntakeReport
from tests.intake.sheets import GIVEN, Rows, codes, finding, read, values, xlsx_of

OFFICE = ("PEMERINTAH KABUPATEN KUDUS", "DINAS TENAGA KERJA")
BY_SEGMENT: Rows = [["Segmen", "Peserta Aktif"], ["Linmas", 10], ["BPD", 5]]
BY_VILLAGE: Rows = [["Desa", "Peserta Aktif"], ["Ploso", 10], ["Soco", 30]]
UNSTATED = {key: text for key, text in GIVEN.items() if key != "segmen"}


def _under(*titles: str, rows: Rows = BY_SEGMENT) -> IntakeReport:
    content = xlsx_of({"S": [*([title] for title in titles), [], *rows]})
    return read(content, kind="kepesertaan", given=GIVEN if rows is BY_VILLAGE else UNSTATED)


@pytest.mark.parametrize(
    "address",
    [
        "Jalan Conge Ngembalrejo Kec. Bae Kudus 59322 Telp. (0291) 438691",
        "Jl. Jenderal Sudirman No. 170 Desa Rendeng Kecamatan Kota Kudus",
        "Alamat : Jln Raya Desa Gondosari, Kec. Gebog; email: dinas@contoh.id",
    ],
)
def test_the_address_of_an_office_is_no_area_of_its_figures(address: str) -> None:
    assert dict(_under(*OFFICE, address).by_kecamatan) == {"33.19": 15}
    assert dict(_under("\n".join((*OFFICE, address))).by_kecamatan) == {"33.19": 15}
    villages = _under(*OFFICE, address, rows=BY_VILLAGE)
    assert (villages.outcome, dict(villages.by_kecamatan)) == ("ok", {"33.19.03": 10, "33.19.09": 30})


@pytest.mark.parametrize(
    "line", ["Desa Jepang RT 02 RW 05 Kec. Mejobo", "Kec. Bae Kudus 59322", "Kecamatan Bae Telp. (0291) 4321"]
)
def test_what_may_be_the_second_line_of_an_address_is_asked_about(line: str) -> None:
    assert codes(_under(*OFFICE, line)) == ["TANPA_WILAYAH"]
    assert dict(_under(*OFFICE, line, rows=BY_VILLAGE).by_kecamatan) == {"33.19.03": 10, "33.19.09": 30}


@pytest.mark.parametrize(
    ("titles", "area"),
    [
        (
            ("PEMERINTAH KABUPATEN KUDUS", "KECAMATAN MEJOBO", "Jl. Raya 5 Kec. Mejobo Kudus 59381"),
            "33.19.05",
        ),
        (("PEMERINTAH DESA JEPANG", "KECAMATAN MEJOBO", "Desa Jepang RT 1 RW 2 59381"), "33.19.05.2002"),
        (("PEMERINTAH DESA JEPANG KECAMATAN MEJOBO 59381",), "33.19.05.2002"),
        (("PEMERINTAH DESA JEPANG, Jl. Budi Utomo Kec. Bae Telp. 4321",), "33.19.05.2002"),
        (("DAFTAR PEKERJA JALAN DESA PLOSO KECAMATAN JATI",), "33.19.03.2006"),
        (("REKAP PESERTA RT 01 RW 02 DESA PLOSO KECAMATAN JATI",), "33.19.03.2006"),
    ],
)
def test_a_title_of_an_area_is_read_beside_an_address(titles: tuple[str, ...], area: str) -> None:
    report = _under(*titles)
    assert (report.outcome, {row[0] for row in values(report, "kode_wilayah")}) == ("ok", {area})


@pytest.mark.parametrize(
    "title",
    [
        "PESERTA AKTIF KECAMATAN JATI DAN UNDAAN",
        "PESERTA AKTIF KECAMATAN JATI, UNDAAN, DAN MEJOBO",
        "PESERTA AKTIF KEC. JATI & KEC. UNDAAN",
        "PESERTA AKTIF DESA PLOSO DAN MEGAWON KECAMATAN JATI",
        "PESERTA AKTIF DESA PLOSO, MEGAWON",
        "PESERTA AKTIF KECAMATAN JATI DAN DESA SOCO",
        "PESERTA AKTIF DI LUAR KECAMATAN JATI",
        "PESERTA AKTIF KABUPATEN KUDUS SELAIN JATI",
        "PESERTA AKTIF DI LUAR KABUPATEN KUDUS",
        "RAPAT DI AULA KECAMATAN BAE: PESERTA AKTIF",
        "BERTEMPAT DI BALAI DESA PLOSO",
    ],
)
def test_a_title_of_several_areas_of_all_others_or_of_a_meeting_place_is_no_area(title: str) -> None:
    assert codes(_under("PEMERINTAH KABUPATEN KUDUS", title)) == ["TANPA_WILAYAH"]


def test_a_sheet_called_after_several_areas_is_none_of_them_nor_the_regency() -> None:
    content = xlsx_of({"Jati & Undaan": [["KABUPATEN KUDUS"], [], *BY_SEGMENT]})
    assert codes(read(content, kind="kepesertaan", given=UNSTATED)) == ["TANPA_WILAYAH"]


def test_villages_of_several_kecamatan_in_the_title_are_found_by_their_own_names() -> None:
    report = _under("PESERTA AKTIF KECAMATAN JATI DAN DAWE", rows=BY_VILLAGE)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19.03": 10, "33.19.09": 30})


@pytest.mark.parametrize(
    ("title", "area"),
    [
        ("PESERTA AKTIF DESA PANJANG, BAE, KUDUS", "33.19.07.2007"),
        ("PESERTA AKTIF DESA PLOSO, KECAMATAN JATI - KABUPATEN KUDUS", "33.19.03.2006"),
        ("PESERTA AKTIF DESA SE-KECAMATAN JATI", "33.19.03"),
        ("PESERTA BUKAN PENERIMA UPAH DAN NON ASN KECAMATAN KOTA, KUDUS", "33.19.02"),
        ("DATA LINMAS DAN BPD KECAMATAN JATI DAN PERANGKATNYA", "33.19.03"),
        ("KANTOR KECAMATAN JATI", "33.19.03"),
    ],
)
def test_one_area_among_other_words_is_read(title: str, area: str) -> None:
    report = _under("PEMERINTAH KABUPATEN KUDUS", title)
    assert (report.outcome, {row[0] for row in values(report, "kode_wilayah")}) == ("ok", {area})


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("BPJS KETENAGAKERJAAN KANTOR CABANG KUDUS", "Kantor Cabang Kudus"),
        ("KANTOR WILAYAH JATENG DIY - KC KUDUS", "Kantor Cabang Kudus"),
        ("PESERTA AKTIF KABUPATEN KUDUS, JEPARA DAN PATI", "Kudus, Jepara"),
        ("PESERTA AKTIF PATI DAN KUDUS", "Kudus, Pati"),
    ],
)
def test_figures_of_the_branch_or_of_several_regencies_are_not_taken_for_the_regency(
    title: str, value: str
) -> None:
    report = _under(title)
    found = finding(report, "JUDUL_LEBIH_LUAS")
    assert (report.outcome, found.severity, found.value) == ("problems", "warning", value)
    content = xlsx_of({"S": [[title], [], *BY_SEGMENT]})
    stated = read(content, kind="kepesertaan", given={**UNSTATED, "kode_wilayah": "33.19"})
    assert "JUDUL_LEBIH_LUAS" in codes(stated)
    agreed = read(content, kind="kepesertaan", given=UNSTATED, accepted=["JUDUL_LEBIH_LUAS"])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {"33.19": 15})


def test_the_branch_as_the_source_of_figures_of_the_regency_or_of_its_villages_asks_nothing() -> None:
    branch = "Sumber: BPJS Ketenagakerjaan Kantor Cabang Kudus"
    assert _under("PESERTA AKTIF KABUPATEN KUDUS", branch).outcome == "ok"
    assert _under(branch, rows=BY_VILLAGE).outcome == "ok"
    assert _under("PEMERINTAH KABUPATEN KUDUS", "Jl. Raya Kudus-Jepara Km 5").outcome == "ok"
    named = xlsx_of({"Kudus": [[branch], [], *BY_SEGMENT]})
    assert read(named, kind="kepesertaan", given=UNSTATED).outcome == "ok"
