"""Several sheets in one file: those of one kind are read together, none is lost in silence, none counted twice."""

from __future__ import annotations

import io

import openpyxl

from jamsos_data.reference import load_reference
from jamsos_data.templates import template_fields, template_xlsx
from tests.intake.sheets import GIVEN, codes, finding, read, values, xlsx_of

NO_MONTH = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
VILLAGES = {
    "Jati": [["No", "Desa", "Jumlah Peserta"], [1, "Jati Wetan", 12], [2, "Loram Kulon", 18]],
    "Undaan": [["No", "Desa", "Jumlah Peserta"], [1, "Wates", 25], [2, "Wonosoco", 15]],
}


def test_years_on_sheets_of_their_own_with_other_months_are_read_together() -> None:
    content = xlsx_of({
        "2025": [["No", "Kecamatan", "Jan 2025", "Feb 2025"], [1, "Jati", 10, 11], [2, "Bae", 12, 13]],
        "2026": [
            ["No", "Kecamatan", "Jan 2026", "Feb 2026", "Mar 2026"],
            [1, "Jati", 20, 21, 22],
            [2, "Bae", 22, 23, 24],
        ],
    })  # fmt: skip
    report = read(content, given=NO_MONTH, kind="kepesertaan")
    assert (report.outcome, [sheet.name for sheet in report.sheets]) == ("ok", ["2025", "2026"])
    assert report.totals == {"peserta_aktif": 46 + 132}
    assert report.periods == ("2025-01", "2025-02", "2026-01", "2026-02", "2026-03")


def test_sheets_with_other_headers_for_the_same_things_keep_their_own_headers() -> None:
    content = xlsx_of({
        "Juli": [["Bulan", "Kecamatan", "Segmen", "Peserta Aktif"], ["2026-07", "Jati", "RT/RW", 10]],
        "Agustus": [["Kecamatan", "RT/RW", "Linmas"], ["Jati", 20, 30]],
    })  # fmt: skip
    given = {"sumber_dana": "DBHCHT", "program": "JKK+JKM"}
    report = read(content, given=given, kind="kepesertaan")
    assert [len(sheet.columns) for sheet in report.sheets] == [4, 3]
    assert report.totals == {"peserta_aktif": 10}
    assert list(report.rejected["sheet"]) == ["Agustus"]  # its month is asked for, not invented


def test_a_sheet_with_figures_that_is_not_read_has_to_be_acknowledged() -> None:
    content = xlsx_of({
        "Peserta": [["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40]],
        "Gudang": [["Barang", "Isi", "Sisa"], ["Kertas", 30, 3], ["Tinta", 40, 4]],
        "Catatan": [["Data dari kecamatan"], ["Hubungi Dinsos"]],
    })  # fmt: skip
    report = read(content, given=GIVEN)
    found = finding(report, "LEMBAR_BERANGKA_TIDAK_DIBACA")
    assert (report.outcome, found.sheet, found.severity) == ("problems", "Gudang", "warning")
    assert finding(report, "LEMBAR_TIDAK_DIBACA").sheet == "Catatan"
    assert read(content, given=GIVEN, accepted=["LEMBAR_BERANGKA_TIDAK_DIBACA"]).outcome == "ok"


def test_a_recap_by_name_is_compared_with_the_sheets_that_it_sums_and_never_added() -> None:
    recap = [["Kecamatan", "Jumlah"], ["Jati", 30], ["Undaan", 40], ["Total", 70]]
    report = read(xlsx_of({"Rekap": recap, **VILLAGES}), given=GIVEN)
    assert [sheet.name for sheet in report.sheets] == ["Jati", "Undaan"]
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 70})
    agreed = finding(report, "LEMBAR_REKAP_COCOK")
    assert (agreed.sheet, agreed.params["n"]) == ("Rekap", 2)

    # One sum is a slip, one kecamatan stands only in the recap, and its own total is wrong too.
    wrong = [["Kecamatan", "Jumlah"], ["Jati", 31], ["Undaan", 40], ["Bae", 50], ["Total", 120]]
    report = read(xlsx_of({"Rekap": wrong, **VILLAGES}), given=GIVEN)
    differences = [
        (found.row, found.params["printed"], found.params["summed"])
        for found in report.findings
        if found.code == "LEMBAR_REKAP_BERBEDA"
    ]
    assert (report.outcome, differences) == ("problems", [(2, 31, 30), (4, 50, 0)])
    assert "31 untuk Jati (33.19.03), sedangkan lembar lain berjumlah 30" in report.findings[1].message("id")
    assert finding(report, "TOTAL_TIDAK_COCOK").sheet == "Rekap"
    answers = ["LEMBAR_REKAP_BERBEDA", "TOTAL_TIDAK_COCOK"]
    accepted = read(xlsx_of({"Rekap": wrong, **VILLAGES}), given=GIVEN, accepted=answers)
    assert (accepted.outcome, accepted.totals) == ("ok", {"peserta_aktif": 70})

    # What it cannot be compared by is not taken for agreement.
    unclear = [["Kecamatan", "Jumlah"], ["Jatti", 30], ["Undaan", 40]]
    report = read(xlsx_of({"Rekap": unclear, **VILLAGES}), given=GIVEN)
    assert finding(report, "LEMBAR_BERANGKA_TIDAK_DIBACA").sheet == "Rekap"


def test_a_recap_of_months_is_compared_by_month_and_one_without_months_by_their_sum() -> None:
    sheets = {
        "Januari": [["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Bae", 40]],
        "Februari": [["Kecamatan", "Peserta Aktif"], ["Jati", 31], ["Bae", 41]],
    }
    given = {**NO_MONTH, "tahun": "2026"}
    by_month = [["Kecamatan", "Januari", "Februari", "Jumlah"], ["Jati", 30, 31, 61], ["Bae", 40, 42, 82]]
    report = read(xlsx_of({**sheets, "Rekap": by_month}), given=given)
    found = finding(report, "LEMBAR_REKAP_BERBEDA")
    assert (found.row, found.params["printed"], found.params["summed"]) == (3, 42, 41)
    assert "Bae (33.19.07), Februari 2026" in found.message("id")
    for recap in ([["Bulan", "Jumlah"], ["Januari", 70], ["Februari", 72]],
                  [["Kecamatan", "Jumlah"], ["Jati", 61], ["Bae", 81]]):  # fmt: skip
        report = read(xlsx_of({**sheets, "Rekapitulasi": recap}), given=given)
        assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 142})
        assert finding(report, "LEMBAR_REKAP_COCOK").params["n"] == 2


def test_a_recap_of_people_without_its_month_is_that_of_one_month() -> None:
    sheets = {
        "Januari 2026": [["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Bae", 40]],
        "Februari 2026": [["Kecamatan", "Peserta Aktif"], ["Jati", 31], ["Bae", 41]],
    }
    for jati, bae, month in ((31, 41, "Februari 2026"), (30, 40, "Januari 2026")):
        recap = [["Kecamatan", "Peserta Aktif"], ["Jati", jati], ["Bae", bae]]
        report = read(xlsx_of({**sheets, "Rekap": recap}), given=NO_MONTH)
        assert (report.outcome, finding(report, "LEMBAR_REKAP_COCOK").sheet) == ("ok", "Rekap")
        assert f"lembar lain ({month})" in finding(report, "LEMBAR_REKAP_COCOK").message("id")
    report = read(
        xlsx_of({**sheets, "Rekap": [["Kecamatan", "Jumlah"], ["Jati", 32], ["Bae", 41]]}), given=NO_MONTH
    )
    found = finding(report, "LEMBAR_REKAP_BERBEDA")
    assert (found.row, found.params["printed"], found.params["summed"]) == (2, 32, 31)
    assert codes(report).count("LEMBAR_REKAP_BERBEDA") == 1


def test_recaps_alone_are_data() -> None:
    content = xlsx_of({
        "Rekap 2025": [["Kecamatan", "Des 2025"], ["Jati", 10], ["Bae", 12]],
        "Rekap 2026": [["Kecamatan", "Jan 2026"], ["Jati", 20], ["Bae", 22]],
    })  # fmt: skip
    report = read(content, given=NO_MONTH, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 64})


def test_a_recap_under_any_name_that_equals_the_villages_is_left_out_and_said() -> None:
    content = xlsx_of({"Semua": [["Kecamatan", "Jumlah Peserta"], ["Jati", 30], ["Undaan", 40]], **VILLAGES})
    report = read(content, given=GIVEN)
    assert report.totals == {"peserta_aktif": 70}
    found = [f for f in report.findings if f.code == "BARIS_REKAP_DITINGGALKAN"]
    assert [(f.sheet, f.row) for f in found] == [("Semua", 2), ("Semua", 3)]


def test_a_recap_that_differs_from_the_villages_waits_for_a_decision() -> None:
    content = xlsx_of({"Semua": [["Kecamatan", "Jumlah Peserta"], ["Jati", 31], ["Undaan", 40]], **VILLAGES})
    report = read(content, given=GIVEN)
    found = finding(report, "REKAP_TIDAK_COCOK")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 70})
    assert (found.sheet, found.row, found.params["printed"], found.params["summed"]) == ("Semua", 2, 31, 30)
    assert list(report.rejected["temuan"]) == ["REKAP_TIDAK_COCOK", "BARIS_REKAP_DITINGGALKAN"]
    assert read(content, given=GIVEN, accepted=["REKAP_TIDAK_COCOK"]).totals == {"peserta_aktif": 101}


def test_potensi_of_the_regency_and_of_its_kecamatan_on_two_sheets_both_stay() -> None:
    content = xlsx_of({
        "Kabupaten": [["Wilayah", "Potensi"], ["Kabupaten Kudus", 75]],
        "Kecamatan": [["Wilayah", "Potensi"], ["Jati", 30], ["Undaan", 40]],
    })  # fmt: skip
    given = {"tahun": "2025", "segmen": "SEMUA", "basis": "potensi BPJS/Bappenas"}
    assert len(read(content, given=given).rows) == 3


def test_the_same_rows_on_two_sheets_are_counted_once_and_said() -> None:
    rows = [["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40]]
    report = read(xlsx_of({"Dinsos": rows, "Salinan": rows}), given=GIVEN)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 70})
    assert (codes(report).count("LEMBAR_KEMBAR"), "BARIS_KEMBAR" in codes(report)) == (1, False)
    assert "Dinsos" in finding(report, "LEMBAR_KEMBAR").message("id")


def test_a_sheet_of_another_measure_is_not_read_as_people() -> None:
    content = xlsx_of({
        "Peserta": [["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40]],
        "Potensi": [["Kecamatan", "Jumlah Potensi"], ["Jati", 300], ["Undaan", 400]],
    })  # fmt: skip
    report = read(content, given=GIVEN, kind="kepesertaan")
    assert report.totals == {"peserta_aktif": 70}
    assert finding(report, "LEMBAR_BERANGKA_TIDAK_DIBACA").sheet == "Potensi"


def test_the_notes_and_lists_of_our_own_templates_ask_for_nothing() -> None:
    for kind, language in (("kepesertaan", "id"), ("iuran", "en"), ("umkm", "id")):
        book = openpyxl.load_workbook(io.BytesIO(template_xlsx(kind, load_reference(), language=language)))
        fields = template_fields(kind, load_reference(), language=language)
        for position, field in enumerate(fields, start=1):
            book.worksheets[0].cell(2, position, field.example)
        filled = io.BytesIO()
        book.save(filled)
        report = read(filled.getvalue())
        assert report.kind == kind
        assert "LEMBAR_BERANGKA_TIDAK_DIBACA" not in codes(report)


def test_values_of_several_sheets_keep_their_areas() -> None:
    report = read(xlsx_of(VILLAGES), given=GIVEN)
    assert sorted(values(report, "kode_wilayah", "peserta_aktif"))[0] == ("33.19.03.2003", 12)


def test_a_year_that_several_sheets_lack_is_asked_for_once() -> None:
    table = [["No", "Kecamatan", "Peserta Aktif"], [1, "Jati", 30], [2, "Bae", 20]]
    report = read(xlsx_of({"Januari": table, "Februari 2026": table, "Maret": table}), given=NO_MONTH)
    asked = [found for found in report.findings if found.code == "KOLOM_WAJIB_TIDAK_ADA"]
    assert [(found.sheet, found.params["sheets"]) for found in asked] == [(None, ("Januari", "Maret"))]
    assert asked[0].message("id").startswith("Berkas ini tidak menyebut Tahun (lembar Januari, Maret).")
    assert asked[0].message("en").startswith("This file does not say Tahun (sheets Januari, Maret).")
    answered = read(xlsx_of({"Januari": table, "Maret": table}), given={**NO_MONTH, "tahun": "2026"})
    assert (answered.outcome, answered.periods) == ("ok", ("2026-01", "2026-03"))


def test_a_sheet_that_lacks_what_others_say_is_named_and_a_single_one_is_the_file() -> None:
    table = [["No", "Kecamatan", "Peserta Aktif"], [1, "Jati", 30], [2, "Bae", 20]]
    report = read(xlsx_of({"Januari": table, "Februari 2026": table}), given=NO_MONTH)
    found = finding(report, "KOLOM_WAJIB_TIDAK_ADA")
    assert found.sheet == "Januari"
    assert found.message("id").startswith("Berkas ini tidak menyebut Tahun (lembar Januari).")
    report = read(xlsx_of({"Januari": table}), given=NO_MONTH)
    assert (
        finding(report, "KOLOM_WAJIB_TIDAK_ADA").message("id").startswith("Berkas ini tidak menyebut Tahun.")
    )


def test_sheets_called_by_two_digits_may_be_months_once_somebody_agrees() -> None:
    given = {name: text for name, text in GIVEN.items() if name != "periode"}
    sheets = {
        name: [["PESERTA AKTIF TAHUN 2026"], ["Kecamatan", "Peserta Aktif"], ["Jati", number]]
        for name, number in (("07", 10), ("08", 12))
    }
    asking = read(xlsx_of(sheets), given=given)
    asked = [(f.sheet, f.proposal) for f in asking.findings if f.code == "BULAN_DARI_NOMOR_LEMBAR"]
    assert (len(asking.rows), asked) == (0, [("07", "2026-07"), ("08", "2026-08")]), codes(asking)
    agreed = read(xlsx_of(sheets), given=given, accepted=["BULAN_DARI_NOMOR_LEMBAR"])
    assert (agreed.outcome, values(agreed, "periode", "peserta_aktif")) == (
        "ok",
        [("2026-07", 10), ("2026-08", 12)],
    )
    without_year = {name: [["PESERTA AKTIF"], *rows[1:]] for name, rows in sheets.items()}
    assert "KOLOM_WAJIB_TIDAK_ADA" in codes(read(xlsx_of(without_year), given=given))
