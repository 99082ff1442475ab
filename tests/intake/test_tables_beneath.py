"""A table beneath another one, with a header of its own, is read by itself where that is plain; else it is named."""

from __future__ import annotations

import pytest

from jamsos_data.findings import Severity
from jamsos_data.intake import IntakeOptions, read_upload
from jamsos_data.intake.layout import SheetLayout
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, Rows, codes, finding, read, values, xlsx_of

FIRST: Rows = [["No", "Kecamatan", "Peserta Aktif"], [1, "Jati", 30], [2, "Bae", 40], ["", "Jumlah", 70], []]
MOVED: Rows = [["No", "Peserta Aktif", "Kecamatan"], [1, 5, "Dawe"], [2, 7, "Gebog"], ["", 12, "Jumlah"]]
FIGURES = {("33.19.03", 30), ("33.19.07", 40), ("33.19.09", 5), ("33.19.08", 7)}


def _figures(rows: Rows) -> set[tuple[object, ...]]:
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert report.outcome == "ok", codes(report)
    return set(values(report, "kode_wilayah", "peserta_aktif"))


def test_a_table_with_its_columns_in_another_order_is_read_by_its_own_header() -> None:
    assert _figures([*FIRST, *MOVED]) == FIGURES


def test_it_may_have_a_title_of_its_own_and_more_columns() -> None:
    wider = [["Kecamatan", "Desa", "Peserta Aktif"], ["Dawe", "Piji", 5], ["Gebog", "Gondosari", 7]]
    title = ["PEKERJA RENTAN KECAMATAN DAWE DAN GEBOG"]
    read_so = {("33.19.03", 30), ("33.19.07", 40), ("33.19.09.2005", 5), ("33.19.08.2007", 7)}
    for gap in ([], [[]]):
        assert {number for _, number in _figures([*FIRST, title, *gap, *wider])} == {n for _, n in read_so}


def test_titles_say_what_each_table_is_about() -> None:
    given = {name: text for name, text in GIVEN.items() if name not in ("segmen", "periode")}
    rows = [["PEKERJA RENTAN SEPTEMBER 2026"], *FIRST, ["PERANGKAT DESA OKTOBER 2026"], *MOVED]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=given)
    assert report.outcome == "ok", codes(report)
    assert set(values(report, "periode", "segmen", "peserta_aktif")) == {
        ("2026-09", "RENTAN", 30), ("2026-09", "RENTAN", 40),
        ("2026-10", "PERANGKAT_DESA", 5), ("2026-10", "PERANGKAT_DESA", 7),
    }  # fmt: skip


def test_the_picture_of_the_sheet_shows_both_headers() -> None:
    report = read(xlsx_of({"S": [*FIRST, ["PEKERJA RENTAN"], *MOVED]}), kind="kepesertaan", given=GIVEN)
    roles = {row.number: row.role for row in report.outlines[0].rows}
    assert roles == {
        1: "header", 2: "data", 3: "data", 4: "total", 6: "title", 7: "header", 8: "data", 9: "data", 10: "total",
    }  # fmt: skip
    assert report.sheets[0].data_rows == 4


@pytest.mark.parametrize(
    "beneath",
    [
        # Another data set, and one of which nothing is known.
        [["No", "Kecamatan", "Iuran"], [1, "Dawe", 500]],
        [["No", "Kecamatan", "Kuota"], [1, "Dawe", 500]],
        # The same areas again, or the villages of one of them.
        [["No", "Peserta Aktif", "Kecamatan"], [1, 5, "Bae"]],
        [["Kecamatan", "Desa", "Peserta Aktif"], ["Bae", "Bacin", 12]],
        # Something of its own to ask about.
        [["No", "Peserta Aktif", "Kecamatan"], [1, 5, "Dawee"]],
        [["No", "Peserta Aktif", "Kecamatan"], [1, 5, "Dawe"], [2, 7, "Gebog"], ["", 13, "Jumlah"]],
        [["No", "Jumlah", "Kecamatan"], [1, 5, "Dawe"]],
        # What stands above it may be more than a title.
        [["Sisa", "belum masuk"], ["No", "Peserta Aktif", "Kecamatan"], [1, 5, "Dawe"]],
    ],
)
def test_what_is_not_plain_is_named_and_left_out(beneath: list[list[object]]) -> None:
    report = read(xlsx_of({"S": [*FIRST, *beneath]}), kind="kepesertaan", given=GIVEN)
    assert finding(report, "TABEL_LAIN_DI_BAWAH").severity is Severity.WARNING
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 70})


def test_the_way_to_read_a_table_of_another_data_set_that_the_sentence_tells_leads_to_it() -> None:
    money: Rows = [["No", "Kecamatan", "Iuran"], [1, "Dawe", 500_000], [2, "Gebog", 700_000]]
    content = xlsx_of({"S": [*FIRST, *money]})
    found = finding(read(content, kind="kepesertaan", given=GIVEN), "TABEL_LAIN_DI_BAWAH")
    assert "baris 6 sebagai baris judul" in found.message("id")
    assert "row 6 as the header row" in found.message("en")
    layout = {"S": SheetLayout(header=(6, 6))}
    options = IntakeOptions(kind="iuran", constants=GIVEN, layout=layout)
    again = read_upload(content, file_name="berkas.xlsx", reference=load_reference(), options=options)
    assert (again.outcome, again.totals) == ("ok", {"nilai": 1_200_000}), codes(again)


def test_a_unit_above_the_first_table_leaves_open_what_holds_for_the_next_one() -> None:
    rows = [["(dalam ribuan orang)"], *FIRST, ["PEKERJA RENTAN"], *MOVED]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN, accepted=["SATUAN_RIBUAN"])
    assert (report.totals, "TABEL_LAIN_DI_BAWAH" in codes(report)) == ({"peserta_aktif": 70_000}, True)


def test_a_note_with_a_date_beneath_the_first_table_is_no_title_of_the_next_one() -> None:
    given = {name: text for name, text in GIVEN.items() if name != "periode"}
    rows = [["SEPTEMBER 2026"], *FIRST, ["Sumber: BPJS, Oktober 2025"], *MOVED]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=given)
    assert (report.outcome, report.periods) == ("ok", ("2026-09",))
