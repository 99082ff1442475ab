"""Several sheets in one file: those of one kind are read together, none is lost in silence, none counted twice."""

from __future__ import annotations

import io

import openpyxl
import pytest

from jamsos_data.reference import load_reference
from jamsos_data.templates import template_fields, template_xlsx
from tests.intake.sheets import GIVEN, KECAMATAN, Rows, codes, finding, read, values, xlsx_of

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


TWICE: dict[str, Rows] = {
    "Sheet1": [
        ["Kecamatan", "Perusahaan", "Peserta Aktif"],
        ["Jati", "PT A", 50],
        ["Jati", "PT B", 40],
        ["Bae", "PT C", 5],
    ]
}
TWICE["Sheet1 (2)"] = TWICE["Sheet1"]


def test_a_copy_of_a_sheet_is_told_once_and_counted_once() -> None:
    report = read(xlsx_of(TWICE), given=GIVEN, accepted=["BARIS_BAGIAN_DIJUMLAHKAN"])
    found = [found for found in report.findings if found.code == "LEMBAR_KEMBAR"]
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 95})
    assert [(one.sheet, one.params["first"], one.params["n"]) for one in found] == [
        ("Sheet1 (2)", "Sheet1", 3)
    ]
    assert {"BARIS_KEMBAR", "KUNCI_BERTENTANGAN"}.isdisjoint(codes(report))
    assert set(report.rejected["temuan"]) == {"LEMBAR_KEMBAR"}
    agreed = read(xlsx_of(TWICE), given=GIVEN, accepted=["BARIS_BAGIAN_DIJUMLAHKAN", "LEMBAR_KEMBAR"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 95})


def test_the_same_figures_in_two_months_are_no_copy() -> None:
    given = {key: text for key, text in GIVEN.items() if key != "periode"}
    table = [["Kecamatan", "Peserta Aktif"], ["Jati", 50], ["Bae", 40]]
    report = read(xlsx_of({"Juli 2026": table, "Agustus 2026": table}), given=given)
    assert ("LEMBAR_KEMBAR" in codes(report), report.totals["peserta_aktif"]) == (False, 180)
    assert report.periods == ("2026-07", "2026-08")


def test_a_copy_of_a_list_by_name_counts_its_persons_once() -> None:
    people = [["NIK", "Nama", "Desa", "Kecamatan"], ["3319040101800001", "A", "Wates", "Undaan"]]
    people += [["3319040101800002", "B", "Wates", "Undaan"]]
    report = read(xlsx_of({"Sheet1": people, "Sheet1 (2)": people}), given=GIVEN)
    assert (report.totals, codes(report).count("LEMBAR_KEMBAR")) == ({"peserta_aktif": 2}, 1)
    assert "ORANG_KEMBAR" not in codes(report)


@pytest.mark.parametrize("more", [0, 7])
@pytest.mark.parametrize(("one", "other"), [("RT", "RW"), ("Data RT", "Data RW")])
def test_sheets_that_are_named_as_two_groups_of_one_segment_are_parts_of_it_and_no_copies(
    one: str, other: str, more: int
) -> None:
    head = ["Kecamatan", "Peserta Aktif"]
    sheets = {one: [head, *([k, 10] for k in KECAMATAN)], other: [head, *([k, 10 + more] for k in KECAMATAN)]}
    given = {**GIVEN, "segmen": "RT_RW"}
    asking = read(xlsx_of(sheets), given=given, kind="kepesertaan")
    assert asking.outcome == "problems"
    assert not {"LEMBAR_KEMBAR", "BARIS_KEMBAR", "KUNCI_BERTENTANGAN"} & set(codes(asking))
    agreed = read(xlsx_of(sheets), given=given, kind="kepesertaan", accepted=["BARIS_BAGIAN_DIJUMLAHKAN"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 9 * (20 + more)}), codes(agreed)


def test_a_second_sheet_of_the_same_name_and_number_stays_a_copy() -> None:
    rows = [["Kecamatan", "Peserta Aktif"], *([k, 10] for k in KECAMATAN)]
    report = read(xlsx_of({"Linmas": rows, "Linmas (2)": rows}), given=GIVEN, kind="kepesertaan")
    assert "LEMBAR_KEMBAR" in codes(report)


@pytest.mark.parametrize("whole", [None, "L+P"])
@pytest.mark.parametrize("women", [30, 50])
def test_sheets_of_men_and_of_women_are_parts_and_never_copies_of_each_other(
    women: int, whole: str | None
) -> None:
    figures = {"L": (50, 30), "P": (women, 30)} | ({whole: (50 + women, 60)} if whole else {})
    content = xlsx_of({name: [["Kecamatan", "Peserta Aktif"], ["Jati", jati], ["Bae", bae]]
                       for name, (jati, bae) in figures.items()})  # fmt: skip
    report = read(content, given=GIVEN, accepted=[] if whole else ["BARIS_BAGIAN_DIJUMLAHKAN"])
    assert (report.outcome, dict(report.by_kecamatan)) == (
        "ok", {"33.19.03": 50 + women, "33.19.07": 60},
    ), codes(report)  # fmt: skip


def _pair(names: tuple[str, str], titles: tuple[str, str], *, more: int = 0) -> bytes:
    """Two sheets of the same kecamatan, the second with `more` people in each."""
    head = ["Kecamatan", "Peserta Aktif"]
    return xlsx_of({
        name: [[title], head, *([k, 10 + n * more] for k in KECAMATAN)]
        for n, (name, title) in enumerate(zip(names, titles, strict=True))
    })  # fmt: skip


@pytest.mark.parametrize("more", [0, 7])
@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (("PT A", "PT B"), ("PESERTA AKTIF", "PESERTA AKTIF")),
        (("CV Maju", "Koperasi Maju"), ("PESERTA AKTIF", "PESERTA AKTIF")),
        (("Dinas Kesehatan", "Dinas Sosial"), ("PESERTA AKTIF", "PESERTA AKTIF")),
        (("DBHCHT", "CSR"), ("PESERTA AKTIF", "PESERTA AKTIF")),
        (("Sheet1", "Sheet2"), ("Peserta PT Maju September 2026", "Peserta PT Jaya September 2026")),
        (("Sheet1", "Sheet2"), ("Data Ketua RT", "Data Ketua RW")),
        (("Sheet1", "Sheet2"), ("Data Laki-laki", "Data Perempuan")),
    ],
)
def test_sheets_of_two_bodies_payers_or_groups_are_parts_and_no_copies_of_each_other(
    names: tuple[str, str], titles: tuple[str, str], more: int
) -> None:
    content = _pair(names, titles, more=more)
    given = {**GIVEN, "segmen": "RT_RW"}
    asking = read(content, given=given, kind="kepesertaan")
    assert (asking.outcome, dict(asking.by_kecamatan)) == ("problems", {})
    assert not {"LEMBAR_KEMBAR", "BARIS_KEMBAR", "KUNCI_BERTENTANGAN"} & set(codes(asking))
    accepted = ["BARIS_BAGIAN_DIJUMLAHKAN", "JUDUL_BERTENTANGAN"]
    agreed = read(content, given=given, kind="kepesertaan", accepted=accepted)
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 9 * (20 + more)}), codes(agreed)


@pytest.mark.parametrize("names", [("PT A", "PT A (2)"), ("PT A", "Sheet2"), ("Data", "Data lama")])
def test_a_copy_of_the_sheet_of_a_body_stays_a_copy(names: tuple[str, str]) -> None:
    report = read(_pair(names, ("PESERTA AKTIF", "PESERTA AKTIF")), given=GIVEN)
    assert (codes(report).count("LEMBAR_KEMBAR"), report.totals) == (1, {"peserta_aktif": 90})
    assert "jumlahkan keduanya" in finding(report, "LEMBAR_KEMBAR").message("id")


def test_bpu_above_one_sheet_and_a_group_of_it_above_the_other_are_never_added() -> None:
    content = _pair(("Sheet1", "Sheet2"), ("PESERTA AKTIF BPU", "PESERTA AKTIF PEKERJA RENTAN"), more=5)
    assert "BARIS_BAGIAN_DIJUMLAHKAN" not in codes(read(content, given=GIVEN))


@pytest.mark.parametrize("more", [0, 7])
@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (("Sheet1", "Sheet2"), ("PESERTA AKTIF Agustus 2026", "PESERTA AKTIF September 2026")),
        (("Agustus", "September"), ("PESERTA AKTIF", "PESERTA AKTIF")),
    ],
)
def test_sheets_of_two_months_for_which_one_month_was_given_wait_together(
    names: tuple[str, str], titles: tuple[str, str], more: int
) -> None:
    content = _pair(names, titles, more=more)
    report = read(content, given=GIVEN)
    assert (report.outcome, len(report.rows), len(report.rejected)) == ("problems", 0, 18)
    assert not {"LEMBAR_KEMBAR", "BARIS_KEMBAR", "KUNCI_BERTENTANGAN"} & set(codes(report))
    found = finding(report, "LEMBAR_BEDA_BULAN")
    assert (found.sheet, found.params["first"]) == (names[1], names[0])
    assert set(report.rejected["temuan"]) == {"LEMBAR_BEDA_BULAN"}
    given = {key: text for key, text in GIVEN.items() if key != "periode"} | {"tahun": "2026"}
    assert read(content, given=given).periods == ("2026-08", "2026-09")


def test_sheets_of_other_areas_keep_the_month_that_was_given_whatever_their_titles_say() -> None:
    rows = {"Sheet1": ("Agustus", "Jati"), "Sheet2": ("September", "Bae")}
    content = xlsx_of({
        name: [[f"PESERTA AKTIF {month} 2026"], ["Kecamatan", "Peserta Aktif"], [kecamatan, 5]]
        for name, (month, kecamatan) in rows.items()
    })  # fmt: skip
    report = read(content, given=GIVEN, accepted=["JUDUL_BERTENTANGAN"])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 10}), codes(report)
