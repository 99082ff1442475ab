"""What titles say: of which month, of which regency, against what the operator says, and of a table further down."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeOptions, SheetLayout, read_upload
from jamsos_data.intake.clean.months import find_month, find_year
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, read, values, xlsx_of

HEADER = ["Kecamatan", "Peserta Aktif"]
ROWS: Rows = [["Bae", 10], ["Dawe", 20]]


def _under(*titles: str) -> bytes:
    return xlsx_of({"S": [*([title] for title in titles), HEADER, *ROWS]})


def _without(*names: str) -> dict[str, str]:
    return {key: text for key, text in GIVEN.items() if key not in names}


@pytest.mark.parametrize(
    "title",
    [
        "Dicetak: 5 Oktober 2026",
        "Lampiran SK Bupati tanggal 3 Maret 2025",
        "Kudus, 5 Oktober 2026",
        "Januari s.d. Agustus 2026",
        "Data tarikan 01-10-2026",
        "Diperbarui per tanggal 5/10/2026",
        "Permenaker 04/2022",
    ],
)
def test_the_date_of_a_paper_and_a_span_of_months_are_no_month_of_the_figures(title: str) -> None:
    report = read(_under("Rekap peserta", title), given=_without("periode"), kind="kepesertaan")
    assert (report.outcome, len(report.rows)) == ("problems", 0)
    assert "KOLOM_WAJIB_TIDAK_ADA" in codes(report)


@pytest.mark.parametrize(
    ("title", "month"),
    [
        ("Posisi 31 Oktober 2025", 10), ("Per tanggal 30 September 2026", 9), ("Rekap bulan Agustus 2026", 8),
        ("Peserta aktif Agustus 2026, ditarik 05-10-2026", 8), ("Tarikan data posisi 31 Agustus 2026", 8),
        ("Update Agustus 2026", 8), ("Peserta Agustus 2026 (UU 24 Tahun 2011)", 8),
    ],
)  # fmt: skip
def test_a_month_of_figures_in_a_title_is_found(title: str, month: int) -> None:
    found = find_month(title)
    assert found is not None
    assert found.month == month


REGULATIONS = [
    "Dasar: Inpres Nomor 2 Tahun 2021", "Sesuai Perbup Kudus 18 Th 2025", "UU 24 Tahun 2011 tentang BPJS",
    "(PMK No. 72 Tahun 2024 tentang DBHCHT)", "Keputusan Bupati Nomor 560/112 Tahun 2024",
]  # fmt: skip


@pytest.mark.parametrize("title", REGULATIONS)
def test_the_year_of_a_regulation_is_no_year_of_the_figures(title: str) -> None:
    assert find_year(title) is None
    assert find_year(f"{title}, tahun anggaran 2026") == 2026


@pytest.mark.parametrize("title", ["SK Bupati, peserta semester 2 tahun 2026", "Peserta RT 2 tahun 2026"])
def test_a_counted_part_of_a_year_is_no_regulation(title: str) -> None:
    assert find_year(title) == 2026


def test_months_and_budgets_beneath_a_regulation_ask_for_their_year_or_take_the_one_said_beside_it() -> None:
    given = _without("periode")
    months = [["Kecamatan", "Juli", "Agustus"], ["Bae", 10, 11], ["Dawe", 20, 21]]
    for title, periods in (("Peserta aktif", ()), ("Peserta aktif tahun 2026", ("2026-07", "2026-08"))):
        book = xlsx_of({"S": [["Pelaksanaan Inpres Nomor 2 Tahun 2021"], [title], *months]})
        report = read(book, given=given, kind="kepesertaan")
        assert report.periods == periods
        assert ("KOLOM_WAJIB_TIDAK_ADA" in codes(report)) is not bool(periods)
    budget = [
        ["Perbup Nomor 12 Tahun 2024"],
        ["Pagu tahun anggaran 2026"],
        ["Kecamatan", "Pagu (Rp)"],
        ["Bae", 100],
    ]
    named = {"segmen": "RENTAN", "sumber_dana": "DBHCHT", "versi": "murni"}
    assert read(xlsx_of({"S": budget}), given=named, kind="anggaran").periods == ("2026",)


def test_a_title_of_another_month_than_the_one_stated_must_be_acknowledged() -> None:
    report = read(_under("Rekap bulan Agustus 2026"), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, values(report, "periode")) == ("problems", [("2026-09",), ("2026-09",)])
    assert finding(report, "JUDUL_BERTENTANGAN").value == "2026-08"


def test_a_title_that_is_wider_than_the_segment_stated_is_no_contradiction() -> None:
    report = read(_under("Rekap peserta bukan penerima upah"), given=GIVEN, kind="kepesertaan")
    assert report.outcome == "ok"


def test_a_title_that_names_another_regency_refuses_the_file_although_kecamatan_bear_the_same_names() -> None:
    content = csv_of([["Kabupaten Kendal", ""], HEADER, ["Kaliwungu", 55], ["Jati", 4]])
    report = read(content, given=GIVEN, kind="kepesertaan")
    assert (report.outcome, codes(report)) == ("refused", ["JUDUL_KABUPATEN_LAIN"])
    assert "Kendal" in report.findings[0].message("id")


@pytest.mark.parametrize("title", ["Rekap", "Kantor Cabang Kudus"])
def test_a_sheet_named_after_another_regency_refuses_the_file_until_it_is_left_out(title: str) -> None:
    content = xlsx_of({
        "Kab. Kudus": [HEADER, *ROWS], "Kab. Kendal": [[title], HEADER, ["Kaliwungu", 55]],
    })  # fmt: skip
    report = read(content, given=GIVEN, kind="kepesertaan")
    assert (report.outcome, codes(report)) == ("refused", ["JUDUL_KABUPATEN_LAIN"])
    assert (report.findings[0].sheet, report.findings[0].value) == ("Kab. Kendal", "Kendal")
    assert "Kab. Kendal" in report.findings[0].message("id")
    assert "Kab. Kendal" in report.findings[0].message("en")
    options = IntakeOptions(
        kind="kepesertaan", constants=GIVEN, layout={"Kab. Kendal": SheetLayout(read=False)}
    )
    left = read_upload(content, file_name="b.xlsx", reference=load_reference(), options=options)
    assert (left.outcome, left.totals) == ("ok", {"peserta_aktif": 30})


@pytest.mark.parametrize("name", ["Kendal", "PATI", "Pati 2026", "Data Jepara", "Kota Semarang"])
def test_a_sheet_called_plainly_after_another_regency_is_that_regency(name: str) -> None:
    content = xlsx_of({"Kudus": [HEADER, *ROWS], name: [HEADER, ["Kaliwungu", 55]]})
    report = read(content, given=GIVEN, kind="kepesertaan")
    assert (report.outcome, codes(report)) == ("refused", ["JUDUL_KABUPATEN_LAIN"])
    assert report.findings[0].sheet == name


@pytest.mark.parametrize("name", ["Purworejo", "Kudus", "Gebog", "Bantuan Pati", "Rekap"])
def test_a_sheet_called_after_a_village_of_kudus_or_by_more_words_refuses_nothing(name: str) -> None:
    """Purworejo is a regency and a village in Bae."""
    content = xlsx_of({name: [["Desa", "Peserta Aktif"], ["Gondosari", 30]]})
    assert read(content, given=GIVEN, kind="kepesertaan").outcome == "ok"


@pytest.mark.parametrize("title", ["Kabupaten Kudus", "Kecamatan se-Kabupaten", "Kabupaten dalam angka"])
def test_other_titles_with_the_word_kabupaten_refuse_nothing(title: str) -> None:
    assert read(_under(title), given=GIVEN, kind="kepesertaan").outcome == "ok"


def test_a_file_with_one_familiar_name_among_many_unknown_ones_is_refused_once() -> None:
    names = ["Kaliwungu", "Boja", "Cepiring", "Weleri", "Rowosari", "Kangkung"]
    report = read(csv_of([HEADER, *([name, 5] for name in names)]), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, codes(report)) == ("refused", ["WILAYAH_LAIN"])


def test_a_table_below_with_a_title_of_its_own_takes_its_month_from_there() -> None:
    content = xlsx_of({
        "S": [["Rekap September 2026"], HEADER, *ROWS, ["Jumlah", 30], [], ["Rekap Oktober 2026"], HEADER,
              ["Bae", 11], ["Jati", 21]],
    })  # fmt: skip
    report = read(content, given=_without("periode"), kind="kepesertaan")
    assert report.outcome == "ok"
    assert values(report, "periode", "peserta_aktif") == [
        ("2026-09", 10), ("2026-09", 20), ("2026-10", 11), ("2026-10", 21),
    ]  # fmt: skip


def test_a_table_below_takes_its_segment_from_its_title_and_the_first_from_its_own() -> None:
    content = xlsx_of({
        "S": [["A. PEKERJA RENTAN"], HEADER, *ROWS, [], ["B. BURUH TANI"], HEADER, ["Jati", 11], ["Bae", 21]],
    })  # fmt: skip
    report = read(content, given=_without("segmen"), kind="kepesertaan")
    assert sorted(values(report, "segmen", "peserta_aktif")) == [
        ("BURUH_TANI", 11), ("BURUH_TANI", 21), ("RENTAN", 10), ("RENTAN", 20),
    ]  # fmt: skip


def test_a_table_below_under_a_title_that_says_nothing_known_must_be_acknowledged() -> None:
    content = xlsx_of({"S": [HEADER, *ROWS, [], ["Kelompok kedua"], HEADER, ["Jati", 11], ["Gebog", 21]]})
    report = read(content, given=GIVEN, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 62})
    assert finding(report, "TABEL_BERTUMPUK").row == 5


def test_a_header_printed_again_on_the_next_page_is_no_table_of_its_own() -> None:
    content = xlsx_of({"S": [["Rekap"], HEADER, *ROWS, ["Rekap"], HEADER, ["Jati", 11]]})
    report = read(content, given=GIVEN, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 41})


def test_lists_by_programme_may_hold_the_same_people_and_must_be_acknowledged() -> None:
    rows = [["Bae", "JKK", 100], ["Bae", "JKM", 100], ["Dawe", "JKK+JKM", 50]]
    report = read(csv_of([["Kecamatan", "Program", "Peserta Aktif"], *rows]), given=_without("program"))
    assert (report.outcome, finding(report, "PROGRAM_TERPISAH").params["n"]) == ("problems", 1)


def test_packages_beside_each_other_are_different_people() -> None:
    rows = [["Bae", "JKK+JKM", 100], ["Bae", "JKK+JKM+JHT", 40]]
    report = read(csv_of([["Kecamatan", "Program", "Peserta Aktif"], *rows]), given=_without("program"))
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 140})


def test_a_second_column_of_the_same_header_must_be_acknowledged() -> None:
    rows = [["Kecamatan", "Peserta Aktif", "Kecamatan", "Peserta Aktif"], ["Bae", 10, "Jati", 11]]
    report = read(csv_of(rows), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 10})
    assert finding(report, "KOLOM_BERULANG").params["letter"] == "D"


def test_figures_by_month_in_a_data_set_kept_by_year_must_be_acknowledged() -> None:
    rows = [["Kecamatan", "Potensi", "Jan", "Feb"], ["Bae", 10, 4, 6]]
    given = {"segmen": "RENTAN", "basis": "potensi BPJS/Bappenas", "tahun": "2026"}
    report = read(csv_of(rows), given=given, kind="potensi")
    assert (report.outcome, codes(report).count("KOLOM_ANGKA_TIDAK_DIKENAL")) == ("problems", 2)


def test_sheets_named_by_a_month_get_their_year_from_a_title_the_operator_or_the_file_or_ask_for_it_alone() -> (
    None
):
    given = _without("periode")
    sheets = {"Januari": [HEADER, *ROWS], "SEP": [HEADER, *ROWS]}
    asking = read(
        xlsx_of(sheets), given=given, name="Laporan Sept 2026.xlsx"
    )  # the year of that report alone
    asked = [found for found in asking.findings if found.code == "KOLOM_WAJIB_TIDAK_ADA"]
    assert {(found.column, found.params["name"]) for found in asked} == {("Tahun", "tahun")}
    months = ("2026-01", "2026-09")
    assert read(xlsx_of(sheets), given={**given, "tahun": "2026"}).periods == months
    by_name = read(xlsx_of(sheets), given=given, name="Peserta_2026.xlsx")
    assert (by_name.outcome, by_name.periods) == ("ok", months)
    assert finding(by_name, "TAHUN_DARI_NAMA_BERKAS").value == "2026"
    titled = {name: [["Tahun 2026"], *rows] for name, rows in sheets.items()}
    assert read(xlsx_of(titled), given=given, name="kiriman.xlsx").periods == months

    # One month stated for all, or copied along in a title, against the name of the sheet.
    assert finding(read(xlsx_of(sheets), given=GIVEN), "JUDUL_BERTENTANGAN").sheet == "Januari"
    copied = {name: [["Bulan Januari 2026"], *rows] for name, rows in sheets.items()}
    assert finding(read(xlsx_of(copied), given=given), "LEMBAR_BERTENTANGAN").sheet == "SEP"


def test_columns_of_months_without_a_year_ask_for_the_year_once() -> None:
    content = csv_of([["Kecamatan", "Jan", "Feb"], ["Jati", 30, 31], ["Bae", 40, 41]])
    report = read(content, given=_without("periode"), kind="kepesertaan")
    assert [(found.code, found.column) for found in report.findings] == [("KOLOM_WAJIB_TIDAK_ADA", "Tahun")]
    named = read(content, given=_without("periode"), kind="kepesertaan", name="peserta 2026.csv")
    assert (named.outcome, named.totals) == ("ok", {"peserta_aktif": 142})
