"""Plainly good files as offices make them are read without a question."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values, xlsx_of

WITHOUT_SEGMENT = {name: text for name, text in GIVEN.items() if name != "segmen"}
WITHOUT_MONTH = {name: text for name, text in GIVEN.items() if name != "periode"}


@pytest.mark.parametrize(
    "text", ["Penerima Upah (PU)", "PU - Penerima Upah", "PU (Formal)", "PU: penerima upah"]
)
def test_a_segment_beside_its_short_form_is_that_segment(text: str) -> None:
    report = read(
        csv_of([["Kecamatan", "Segmen", "Peserta Aktif"], ["Jati", text, 9]]), given=WITHOUT_SEGMENT
    )
    assert (report.outcome, values(report, "segmen")) == ("ok", [("PU",)]), codes(report)


@pytest.mark.parametrize("text", ["BPU (Pekerja Rentan)", "PU - BPU", "Penerima Upah (pabrik)"])
def test_a_segment_beside_another_one_or_an_unknown_word_is_not_taken(text: str) -> None:
    report = read(
        csv_of([["Kecamatan", "Segmen", "Peserta Aktif"], ["Jati", text, 9]]), given=WITHOUT_SEGMENT
    )
    assert (report.outcome, len(report.rows)) == ("problems", 0)


def _months(total: int) -> list[list[object]]:
    return [
        ["REALISASI IURAN TAHUN 2026"], ["Kecamatan", "Januari", "Februari", "Maret", "Jumlah s.d. Maret"],
        ["Jati", 1_680_000, 1_696_800, "-", total], ["Bae", 840_000, 856_800, 873_600, 2_570_400],
    ]  # fmt: skip


def test_what_is_added_up_until_a_month_beside_its_months_is_their_sum() -> None:
    report = read(xlsx_of({"S": _months(3_376_800)}), kind="iuran", given=WITHOUT_MONTH)
    assert (report.outcome, report.totals["nilai"]) == ("ok", 5_947_200), codes(report)


def test_what_is_added_up_wrongly_is_told_and_never_taken() -> None:
    report = read(xlsx_of({"S": _months(3_376_900)}), kind="iuran", given=WITHOUT_MONTH)
    assert (finding(report, "TOTAL_BARIS_TIDAK_COCOK").row, report.totals["nilai"]) == (3, 5_947_200)


def test_what_is_added_up_until_a_month_of_which_nothing_else_is_known_is_asked_about() -> None:
    rows = [["Kecamatan", "Jan 2026", "s.d. Maret 2026"], ["Jati", 1_680_000, 3_376_800]]
    assert "IURAN_KUMULATIF" in codes(read(xlsx_of({"S": rows}), kind="iuran", given=WITHOUT_MONTH))


def test_the_regency_beside_its_kecamatan_as_columns_is_their_sum() -> None:
    rows = [
        ["Segmen", "Kaliwungu", "Kota", "Jati", "Kab. Kudus"],
        ["RT/RW", 10, 20, 30, 60],
        ["BPD", 1, 2, 3, 6],
    ]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_SEGMENT)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 66}), codes(report)
    rows[1][-1] = 61
    wrong = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_SEGMENT)
    assert finding(wrong, "TOTAL_BARIS_TIDAK_COCOK").row == 2


@pytest.mark.parametrize(
    "title",
    [
        "REALISASI IURAN SEPTEMBER 2026",
        "REALISASI IURAN (Rp) BULAN SEPTEMBER 2026",
        "PESERTA BULAN SEPTEMBER 2026",
    ],
)
def test_this_month_without_a_word_of_what_is_counted_is_never_taken_for_people(title: str) -> None:
    """Rupiah, and people who are new in a month, are printed in the same way."""
    head = ["Kecamatan", "Segmen", "Sumber Dana", "Program", "s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini"]
    rows = [[title], head, ["Jati", "RENTAN", "DBHCHT", "JKK+JKM", 100, 10, 110]]
    report = read(xlsx_of({"S": rows}))
    assert (report.outcome == "ok", report.totals.get("peserta_aktif")) == (False, None)


def test_participants_that_add_up_over_months_are_asked_about() -> None:
    """Who is active stays so: figures that add up until a month are new people, and their sum is the figure."""
    rows = [["PESERTA TAHUN 2026"], ["Kecamatan", "Januari", "Februari", "s.d. Februari"],
            ["Jati", 100, 10, 110], ["Bae", 50, 5, 55]]  # fmt: skip
    assert read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_MONTH).outcome == "problems"


def test_a_village_or_its_ward_in_one_header_with_blanks_is_an_area() -> None:
    rows = [["Kecamatan", "Desa / Lurah", "Peserta Aktif"], ["Jati", "Ploso", 9]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, [*report.rows["kode_wilayah"]]) == ("ok", ["33.19.03.2006"])


def test_active_and_inactive_with_their_sum_are_a_plain_group() -> None:
    rows = [["Kecamatan", "Peserta", "", ""], ["", "Aktif", "Non Aktif", "Jumlah"], ["Jati", 30, 5, 35]]
    report = read(
        xlsx_of({"S": rows}, merged={"S": [(0, 0, 1, 0), (0, 1, 0, 3)]}), kind="kepesertaan", given=GIVEN
    )
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 30}), codes(report)
    rows[1][2] = "Baru"
    asked = read(
        xlsx_of({"S": rows}, merged={"S": [(0, 0, 1, 0), (0, 1, 0, 3)]}), kind="kepesertaan", given=GIVEN
    )
    assert "KOLOM_SEKELOMPOK" in codes(asked)


def test_the_code_of_the_regency_in_every_row_asks_nothing_beside_kecamatan() -> None:
    rows = [["kode_provinsi", "bps_kode_kabupaten_kota", "bps_nama_kabupaten_kota", "bps_kode_kecamatan",
             "bps_nama_kecamatan", "jumlah_peserta_aktif", "satuan"],
            [33, 3319, "KABUPATEN KUDUS", 3319010, "KALIWUNGU", 1200, "ORANG"],
            [33, 3319, "KABUPATEN KUDUS", 3319090, "DAWE", 1300, "ORANG"]]  # fmt: skip
    report = read(csv_of(rows, separator=","), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, values(report, "kode_wilayah", "peserta_aktif")) == (
        "ok", [("33.19.01", 1200), ("33.19.09", 1300)],
    ), codes(report)  # fmt: skip


@pytest.mark.parametrize(("unit", "indicator"), [("(ORANG)", "peserta"), ("(dalam persen)", "persen")])
def test_the_unit_of_targets_in_a_title_is_their_indicator(unit: str, indicator: str) -> None:
    cells = ["20.000", "2.500"] if indicator == "peserta" else ["52,15", "40"]
    rows = [[f"TARGET TAHUN 2026 {unit}"], ["Kecamatan", "PU", "BPU"], ["Jati", *cells]]
    report = read(xlsx_of({"S": rows}), kind="target")
    assert (report.outcome, set(report.rows["indikator"])) == ("ok", {indicator}), codes(report)
    assert sorted(report.rows["nilai"]) == ([2_500, 20_000] if indicator == "peserta" else [40, 52.15])


def test_a_bilingual_header_of_statistics_asks_nothing() -> None:
    rows = [
        ["Penduduk Bekerja, 2025"],
        ["Kecamatan\nSubdistrict", "Penduduk Bekerja\nEmployed"],
        ["Jati", 55_004],
    ]
    report = read(xlsx_of({"S": rows}), kind="potensi", given={"segmen": "SEMUA"})
    assert (report.outcome, report.totals) == ("ok", {"jumlah": 55_004}), codes(report)


def test_other_words_for_the_day_and_the_place_of_a_meeting_are_known() -> None:
    rows = [["Tgl Pelaksanaan", "Lokasi Desa", "Kecamatan", "Sasaran Peserta", "Jumlah Hadir", "Jumlah Pendaftar"],
            ["03-09-2026", "Ds. Colo", "Dawe", "Ojek", 30, 9]]  # fmt: skip
    report = read(csv_of(rows), kind="sosialisasi")
    assert (report.outcome, values(report, "kode_wilayah", "hadir", "terdaftar_setelahnya")) == (
        "ok", [("33.19.09.2018", 30, 9)],
    ), codes(report)  # fmt: skip


def test_a_file_of_meetings_without_a_day_is_told_that_the_day_is_missing() -> None:
    report = read(csv_of([["Kapan", "Kecamatan", "Hadir"], ["kemarin", "Dawe", 30]]), kind="sosialisasi")
    assert finding(report, "KOLOM_NILAI_TIDAK_ADA").column == "Tanggal"


def test_a_day_of_the_week_that_does_not_fit_its_date_is_told() -> None:
    rows = [["Hari/Tanggal", "Kecamatan", "Sasaran", "Hadir"]]
    rows += [[day, kecamatan, "Pekerja rentan", "80"] for day, kecamatan in (
        ("Senin, 3 September 2026", "Jati"), ("Kamis, 3 September 2026", "Bae"),
        ("Jum'at 4 September 2026", "Dawe"), ("Minggu, 6 September 2026", "Gebog"))]  # fmt: skip
    report = read(csv_of(rows), kind="sosialisasi")
    assert [found.row for found in report.findings if found.code == "HARI_TIDAK_COCOK"] == [2]
    found = finding(report, "HARI_TIDAK_COCOK")
    assert (found.severity, "Kamis" in found.message("id"), "Thursday" in found.message("en")) == (
        "warning",
        True,
        True,
    )
    agreed = read(csv_of(rows), kind="sosialisasi", accepted=["HARI_TIDAK_COCOK"])
    assert (agreed.outcome, len(agreed.rows)) == ("ok", 4)


@pytest.mark.parametrize("stated", [{}, {"kecamatan": "Jati"}])
def test_sheets_named_after_villages_are_theirs(stated: dict[str, str]) -> None:
    sheets = {
        "Ploso": [["Segmen", "Peserta Aktif"], ["BPD", 5], ["RT/RW", 7]],
        "Ds. Megawon": [["Segmen", "Peserta Aktif"], ["BPD", 6], ["RT/RW", 8]],
    }
    report = read(xlsx_of(sheets), kind="kepesertaan", given=WITHOUT_SEGMENT | stated)
    assert (report.outcome, values(report, "kode_wilayah", "peserta_aktif")) == (
        "ok", [("33.19.03.2006", 5), ("33.19.03.2006", 7), ("33.19.03.2012", 6), ("33.19.03.2012", 8)],
    ), codes(report)  # fmt: skip


def test_a_sheet_with_the_name_of_a_kecamatan_is_its_village_only_where_that_is_said() -> None:
    def area(sheet: str, stated: dict[str, str]) -> object:
        rows = {sheet: [["Segmen", "Peserta Aktif"], ["BPD", 5]]}
        report = read(xlsx_of(rows), kind="kepesertaan", given=WITHOUT_SEGMENT | stated)
        return values(report, "kode_wilayah")[0][0]

    assert area("Mejobo", {}) == "33.19.05"
    assert area("Desa Mejobo", {}) == "33.19.05.2009"
    assert area("Mejobo", {"kecamatan": "Mejobo"}) == "33.19.05"
    assert area("Kec. Mejobo", {"kecamatan": "Mejobo"}) == "33.19.05"
    assert area("Desa Mejobo", {"kecamatan": "Mejobo"}) == "33.19.05.2009"
    assert area("Ploso", {"kecamatan": "Mejobo"}) == "33.19.05"


def test_rupiah_with_blanks_between_thousands_may_end_in_sen() -> None:
    rows = [["Kecamatan", "Nilai Iuran"], ["Jati", "Rp. 1 680 000,00"], ["Bae", "Rp 168 000"]]
    report = read(csv_of(rows), kind="iuran", given=GIVEN)
    assert (report.outcome, report.totals["nilai"]) == ("ok", 1_848_000), codes(report)
