"""Files as offices send them, with nothing wrong in them, pass without a question; what looks alike is still asked."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values, xlsx_of

PEOPLE = {column: text for column, text in GIVEN.items() if column != "periode"}
PAID = {"segmen": "PU", "sumber_dana": "PEMBERI_KERJA"}
TABLE = [["No", "Kecamatan", "Peserta Aktif"], [1, "Jati", 30], [2, "Bae", 40], ["", "Jumlah", 70], []]
SIGNED = [
    ["", "", "Kudus, 12 Maret 2026"], ["", "", "Kepala Dinas Tenaga Kerja"], ["", "", "Kabupaten Kudus"], [],
    ["", "", "Drs. SUPRIYADI, M.Si."], ["", "", "NIP. 19680512 199403 1 008"],
]  # fmt: skip
CAMAT = [
    ["", "Mengetahui,", "Jati, 2 April 2026"], ["", "Camat Jati", "Kasi Kesra"],
    ["", "Kabupaten Kudus", "Kecamatan Jati"],
    ["", "FIZA AKBAR, SE", "SRI WAHYUNI"],
]  # fmt: skip
UNDATED = [["", "", "a.n. Bupati Kudus"], ["", "", "Kabupaten Kudus"]]


def _areas(report: object) -> dict[str, int]:
    return dict(report.by_kecamatan)  # type: ignore[attr-defined]


@pytest.mark.parametrize("signature", [SIGNED, CAMAT, UNDATED])
def test_areas_named_in_a_signature_are_no_rows(signature: list[list[object]]) -> None:
    report = read(xlsx_of({"S": [*TABLE, *signature]}), given=GIVEN)
    assert (report.outcome, _areas(report)) == ("ok", {"33.19.03": 30, "33.19.07": 40})


def test_a_known_area_without_its_number_beneath_the_last_one_is_still_asked_about() -> None:
    report = read(xlsx_of({"S": [*TABLE[:3], [3, "Dawe", "belum ada"], *SIGNED]}), given=GIVEN)
    assert report.outcome == "problems"
    assert finding(report, "BUKAN_ANGKA").row == 4


def test_an_empty_cell_in_a_row_of_sums_is_no_sum() -> None:
    rows = [["Bulan", "Kecamatan", "Jumlah Peserta", "Iuran"], ["Jan 2026", "Jati", 10, 168_000],
            ["Feb 2026", "Jati", 12, 201_600], ["Jumlah", "", "", 369_600]]  # fmt: skip
    report = read(csv_of(rows), kind="iuran", given=PEOPLE)
    assert (report.outcome, _areas(report)) == ("ok", {"33.19.03": 369_600})
    assert "BARIS_TOTAL_DITINGGALKAN" in codes(report)


@pytest.mark.parametrize("printed", ["0", "-", "#REF!", "23"])
def test_any_other_cell_in_a_row_of_sums_is_compared(printed: str) -> None:
    rows = [["Bulan", "Kecamatan", "Jumlah Peserta", "Iuran"], ["Jan 2026", "Jati", 10, 168_000],
            ["Feb 2026", "Jati", 12, 201_600], ["Jumlah", "", printed, 369_600]]  # fmt: skip
    report = read(csv_of(rows), kind="iuran", given=PEOPLE)
    assert report.outcome == "problems"
    assert finding(report, "TOTAL_TIDAK_COCOK").column == "Jumlah Peserta"


def test_a_row_without_a_name_and_half_of_the_sums_is_no_sum() -> None:
    rows = [
        ["Kecamatan", "Jumlah Peserta", "Iuran"],
        ["Jati", 10, 168_000],
        ["Bae", 12, 201_600],
        ["", "", 369_600],
    ]
    report = read(csv_of(rows), kind="iuran", given=GIVEN)
    assert "WILAYAH_KOSONG" in codes(report)


def test_a_title_of_participants_over_a_bare_sum_makes_no_potensi() -> None:
    rows = [["REKAP PESERTA AKTIF BPJS KETENAGAKERJAAN PEKERJA RENTAN DBHCHT"], ["PROGRAM JKK DAN JKM, MARET 2026"],
            ["No", "Kecamatan", "L", "P", "Jumlah"], [1, "Jati", 10, 20, 30], [2, "Bae", 15, 25, 40]]  # fmt: skip
    report = read(xlsx_of({"S": rows}))
    assert (report.kind, _areas(report)) == ("kepesertaan", {"33.19.03": 30, "33.19.07": 40})
    # Which figures they are is only likely until somebody agrees.
    assert codes(report)[0] == "KOLOM_NILAI_DIANGGAP"
    assert report.outcome == "problems"


@pytest.mark.parametrize("header", ["Jumlah", "Tenaga Kerja"])
def test_figures_under_a_title_of_workers_stay_potensi(header: str) -> None:
    rows = [["POTENSI PEKERJA TAHUN 2026 (BAPPENAS)"], ["Kecamatan", header], ["Jati", 30], ["Bae", 40]]
    assert read(xlsx_of({"S": rows})).kind == "potensi"


def test_targets_by_year_stand_in_columns_by_year() -> None:
    rows = [["Kecamatan", "2025", "2026"], ["Jati", "48,50 %", "52,15 %"], ["Bae", "47,00 %", "50,00 %"]]
    given = {"segmen": "SEMUA", "indikator": "persen", "keluarga": "UCJ"}
    report = read(csv_of(rows), kind="target", given=given)
    assert report.outcome == "ok"
    assert values(report, "tahun", "batas_waktu", "kode_wilayah", "nilai") == [
        (2025, "2025-12", "33.19.03", 48.5), (2025, "2025-12", "33.19.07", 47.0),
        (2026, "2026-12", "33.19.03", 52.15), (2026, "2026-12", "33.19.07", 50.0),
    ]  # fmt: skip


def test_targets_stated_to_be_people_are_read_as_people() -> None:
    rows = [["Kecamatan", "PU", "BPU"], ["Jati", 19_476, 2_473], ["Bae", 13_214, 3_704]]
    report = read(csv_of(rows), kind="target", given={"tahun": "2026", "indikator": "peserta"})
    assert report.outcome == "ok"
    assert sorted(report.rows["nilai"]) == [2_473, 3_704, 13_214, 19_476]


def test_targets_stated_to_be_percent_are_not_read_as_people() -> None:
    rows = [["Kecamatan", "PU", "BPU"], ["Jati", 19_476, 2_473]]
    report = read(csv_of(rows), kind="target", given={"tahun": "2026", "indikator": "persen"})
    assert "PERSEN_DI_LUAR_BATAS" in codes(report)


@pytest.mark.parametrize(
    "day",
    ["Selasa, 13 Januari 2026", "Selasa/13-01-2026", "SELASA 13 Januari 2026", "Selasa , 13 Januari 2026"],
)
def test_the_day_of_the_week_before_a_date_is_passed_over(day: str) -> None:
    rows = [["Hari/Tanggal", "Kecamatan", "Sasaran", "Hadir"], [day, "Jati", "Pekerja rentan", 80]]
    report = read(csv_of(rows), kind="sosialisasi")
    assert (report.outcome, report.rows["tanggal"].dt.strftime("%Y-%m-%d").tolist()) == ("ok", ["2026-01-13"])


def test_a_numbered_week_is_no_day() -> None:
    rows = [
        ["Tanggal", "Kecamatan", "Segmen", "Hadir"],
        ["Minggu 2 Maret 2026", "Jati", "Pekerja rentan", 80],
    ]
    assert "TANGGAL_TIDAK_DIKENAL" in codes(read(csv_of(rows), kind="sosialisasi"))


PERSONS = [
    ["No", "NIK", "Nama", "Tempat Lahir", "Alamat", "RT", "RW"],
    [1, "3319051205800001", "Siti A", "Kudus", "Dk. Krajan", "001", "002"],
    [2, "3319051305800002", "Budi B", "Jati", "Dk. Krajan", "003", "002"],
]
MEMBERS = {"mulai": "2026-03", "segmen": "RENTAN", "sumber_dana": "DBHCHT", "program": "JKK+JKM"}


@pytest.mark.parametrize(
    "titles",
    [
        [["DAFTAR NOMINATIF DESA JEPANG KECAMATAN MEJOBO KABUPATEN KUDUS"]],
        [["PEMERINTAH DESA JEPANG"], ["KECAMATAN MEJOBO KABUPATEN KUDUS"], ["DAFTAR PESERTA"]],
        [["PEMERINTAH DESA JEPANG"], ["Kabupaten Kudus"]],
    ],
)
def test_the_village_of_a_letterhead_is_that_of_its_list(titles: list[list[object]]) -> None:
    report = read(xlsx_of({"S": [*titles, [], *PERSONS, *SIGNED[:1]]}), kind="daftar_peserta", given=MEMBERS)
    assert report.outcome == "ok", codes(report)
    assert values(report, "kode_wilayah", "segmen", "peserta_aktif") == [("33.19.05.2002", "RENTAN", 2)]


def test_titles_of_several_villages_place_nobody_in_one() -> None:
    several = "DAFTAR DESA JEPANG DAN DESA GULANG KECAMATAN MEJOBO"
    asked = read(xlsx_of({"S": [[several], *PERSONS]}), kind="daftar_peserta", given=MEMBERS)
    assert ("TANPA_WILAYAH" in codes(asked), asked.rows.empty) == (True, True)

    of_all = read(
        xlsx_of({"S": [["REKAP SE-DESA KEC. MEJOBO"], *PERSONS]}), kind="daftar_peserta", given=MEMBERS
    )
    assert set(of_all.rows["kode_wilayah"]) == {"33.19.05"}


def test_pekerja_rentan_of_a_village_in_a_title_are_not_taken_for_those_it_named() -> None:
    titles = [["DATA PEKERJA RENTAN DESA KLALING KECAMATAN JEKULO"]]
    report = read(xlsx_of({"S": [*titles, *PERSONS]}), kind="daftar_peserta", given=MEMBERS)
    assert (report.outcome, set(report.rows["segmen"])) == ("ok", {"RENTAN"})
    unstated = {column: text for column, text in MEMBERS.items() if column != "segmen"}
    asked = read(xlsx_of({"S": [*titles, *PERSONS]}), kind="daftar_peserta", given=unstated)
    assert finding(asked, "KOLOM_WAJIB_TIDAK_ADA").column == "Segmen"


def test_pekerja_rentan_desa_without_a_village_behind_it_is_the_segment() -> None:
    titles = [["DATA PEKERJA RENTAN DESA"], ["KECAMATAN JEKULO"]]
    report = read(xlsx_of({"S": [*titles, *PERSONS]}), kind="daftar_peserta", given=MEMBERS)
    assert "JUDUL_BERTENTANGAN" in codes(report)


def test_payments_by_programme_are_parts_of_the_package() -> None:
    rows = [["Kecamatan", "Jumlah Perusahaan", "Jumlah TK", "JKK", "JKM", "JHT", "JP", "Total Iuran (Rp)"],
            ["Jati", 20, 100, 540_000, 300_000, 5_700_000, 3_000_000, 9_540_000],
            ["Bae", 30, 200, 1_080_000, 600_000, 11_400_000, 6_000_000, 19_080_000]]  # fmt: skip
    given = PAID | {"program": "JKK+JKM+JHT+JP", "periode": "2026-01"}
    report = read(csv_of(rows), kind="iuran", given=given)
    assert report.outcome == "ok", codes(report)
    assert values(report, "kode_wilayah", "program", "peserta_dibayar", "nilai") == [
        ("33.19.03", "JKK+JKM+JHT+JP", 100, 9_540_000), ("33.19.07", "JKK+JKM+JHT+JP", 200, 19_080_000),
    ]  # fmt: skip


def test_payments_by_programme_that_do_not_make_their_sum_or_repeat_are_asked_about() -> None:
    given = PAID | {"program": "JKK+JKM", "periode": "2026-01"}
    wrong = [["Kecamatan", "JKK", "JKM", "Total Iuran (Rp)"], ["Jati", 1_000_000, 680_000, 1_700_000]]
    twice = [["Kecamatan", "JKK", "JKM", "JKK"], ["Jati", 1_000_000, 680_000, 1_000_000]]
    assert "TOTAL_BARIS_TIDAK_COCOK" in codes(read(csv_of(wrong), kind="iuran", given=given))
    assert read(csv_of(twice), kind="iuran", given=given).outcome == "problems"


FIRMS = {"program": "JKK+JKM+JHT", "segmen": "PU", "periode": "2026-05"}


@pytest.mark.parametrize("header", [["Perusahaan", "Tenaga Kerja"], ["Jumlah Perusahaan", "Jumlah TK"]])
def test_firms_beside_workers_are_no_workers_that_firms_pay_for(header: list[str]) -> None:
    rows = [["Kecamatan", *header], ["Jati", 20, 3_000], ["Bae", 30, 4_000]]
    report = read(csv_of(rows), kind="kepesertaan", given=FIRMS | {"sumber_dana": "PEMBERI_KERJA"})
    assert (report.outcome, _areas(report)) == ("ok", {"33.19.03": 3_000, "33.19.07": 4_000})


def test_firms_beside_other_payers_stay_a_payer() -> None:
    rows = [["Kecamatan", "Perusahaan", "Mandiri", "Jumlah TK"], ["Jati", 20, 30, 50], ["Bae", 30, 40, 70]]
    report = read(csv_of(rows), kind="kepesertaan", given=FIRMS)
    assert report.rows.groupby("sumber_dana")["peserta_aktif"].sum().to_dict() == {
        "MANDIRI": 70,
        "PEMBERI_KERJA": 50,
    }


def test_an_average_beside_months_is_no_month() -> None:
    rows = [["Kecamatan", "Jan 2026", "Feb 2026", "Rata-rata"], ["Jati", 10, 20, 15], ["Bae", 30, 40, 35]]
    report = read(csv_of(rows), kind="kepesertaan", given=PEOPLE)
    assert (report.outcome, _areas(report)) == ("ok", {"33.19.03": 30, "33.19.07": 70})


def test_what_was_reached_of_a_target_is_people_where_the_title_speaks_of_people_alone() -> None:
    table = [["Kecamatan", "Target", "Realisasi", "%"], ["Jati", 100, 30, 30], ["Bae", 100, 40, 40]]
    people = read(xlsx_of({"S": [["CAPAIAN KEPESERTAAN"], *table]}), kind="kepesertaan", given=GIVEN)
    assert (people.outcome, _areas(people)) == ("ok", {"33.19.03": 30, "33.19.07": 40})
    for title in ("REALISASI KEPESERTAAN DAN IURAN", "LAPORAN CAPAIAN", "REALISASI IURAN"):
        asked = read(xlsx_of({"S": [[title], *table]}), kind="kepesertaan", given=GIVEN)
        assert asked.outcome == "problems", title


def test_a_web_table_of_single_cells_titles_the_one_after_it() -> None:
    page = (
        "<html><table><tr><td colspan=2>Peserta Aktif BPU</td></tr><tr><td>Periode: 03-2026</td></tr></table>"
        "<table><tr><th>Kecamatan</th><th>Jumlah Peserta</th></tr><tr><td>Jati</td><td>30</td></tr>"
        "<tr><td>Bae</td><td>40</td></tr></table></html>"
    )
    report = read(page.encode(), kind="kepesertaan", given=PEOPLE, name="laporan.xls")
    assert (report.outcome, report.periods) == ("ok", ("2026-03",))


def test_heads_of_neighbourhoods_are_a_segment() -> None:
    rows = [
        ["Kecamatan", "Segmen", "Peserta Aktif"],
        ["Jati", "Ketua RT/RW", 30],
        ["Bae", "Ketua RT dan RW", 40],
    ]
    report = read(csv_of(rows), given={column: text for column, text in GIVEN.items() if column != "segmen"})
    assert (report.outcome, set(report.rows["segmen"])) == ("ok", {"RT_RW"})


@pytest.mark.parametrize("mark", ['"', "idem", '-"-', "〃"])
def test_a_mark_for_the_same_as_above_repeats_the_segment(mark: str) -> None:
    rows = [["Kecamatan", "Segmen", "Peserta Aktif"], ["Jati", "RT/RW", 10], ["Bae", mark, 20]]
    given = {name: text for name, text in GIVEN.items() if name != "segmen"}
    assert values(read(xlsx_of({"S": rows}), given=given), "segmen") == [("RT_RW",), ("RT_RW",)]


def test_ds_heads_villages() -> None:
    rows = [["Ds.", "Kec.", "Peserta Aktif"], ["Ploso", "Jati", 10], ["Wates", "Undaan", 7]]
    report = read(xlsx_of({"S": rows}), given=GIVEN)
    assert (report.outcome, values(report, "kode_wilayah")) == (
        "ok",
        [("33.19.03.2006",), ("33.19.04.2013",)],
    )
