"""The uploaded workbook comes back with its problems marked, and can be mended in a spreadsheet and dropped again."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from jamsos_data.errors import UserError
from jamsos_data.exports import marked_original
from jamsos_data.exports.marked_workbook import can_be_marked, mark_workbook
from jamsos_data.exports.marks import AUTHOR, FILLS
from jamsos_data.findings import Severity
from jamsos_data.intake import IntakeReport
from tests.intake.sheets import GIVEN, codes, csv_of, read, values, xlsx_of

ROWS = [
    ["Kecamatan", "Desa", "Peserta Aktif"],
    ["Undaan", "Kalirejx", 30],
    ["Undaan", "Wonosoco", "3o"],
    ["Jati", "Jati Wetan", 12],
]
RED, AMBER = FILLS[Severity.ERROR], FILLS[Severity.WARNING]


def given(content: bytes) -> IntakeReport:
    return read(content, kind="kepesertaan", given=GIVEN)


def marked(content: bytes, *, language: str = "id") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(mark_workbook(content, given(content), language=language)))


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def fill_of(sheet: Worksheet, address: str) -> str:
    return str(sheet[address].fill.fgColor.rgb)[2:]


def note(sheet: Worksheet, address: str) -> str:
    comment = sheet[address].comment
    return "" if comment is None else comment.text


def office_file() -> bytes:
    """Written by hand: a title, formulas with results, a format, a comment, a text that looks like a formula."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Rekap 'Sept'"
    for row in [["REKAP"], [], *ROWS]:
        sheet.append(row)
    sheet["D3"], sheet["D4"] = "Keterangan", "=HYPERLINK(1)"
    sheet["D4"].data_type = "s"
    sheet["C6"] = "=6*2"
    sheet["B4"].font = Font(bold=True)
    sheet["B4"].comment = Comment("Cek lagi. Budi", "Budi")
    content = saved(book)
    target = io.BytesIO()  # what Excel would have stored as the formula's result
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(target, "w") as copy:
        for entry in archive.infolist():
            # With lxml beside it openpyxl writes an empty value in two tags.
            data = archive.read(entry).replace(b"<v></v>", b"<v />")
            data = data.replace(b"<f>6*2</f><v />", b"<f>6*2</f><v>12</v>")
            copy.writestr(entry, data)
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [xlsx_of({"Data": ROWS}), csv_of(ROWS)],
    ids=["xlsx", "csv"],
)
def test_problem_cells_are_filled_by_severity_and_say_what_is_wrong(content: bytes) -> None:
    book = marked(content)
    assert book.sheetnames == ["Temuan", "Data"]
    sheet = book["Data"]
    assert [fill_of(sheet, cell) for cell in ("B2", "C3")] == [RED, RED]
    assert "wilayah 'Kalirejx' tidak dikenal; mungkin Kalirejo (33.19.04.2003)" in note(sheet, "B2")
    assert "Usul: Kalirejo (33.19.04.2003)" in note(sheet, "B2")
    assert "Terbaca: 3o" in note(sheet, "C3")
    assert [sheet[cell].comment for cell in ("A2", "C2", "B4")] == [None, None, None]


def test_the_first_sheet_lists_all_findings_with_links_to_their_cells() -> None:
    sheet = marked(xlsx_of({"Data": ROWS}))["Temuan"]
    rows = {row[1].value: row for row in sheet.iter_rows(min_row=6)}
    unknown, no_number = rows["B2"], rows["C3"]
    assert [cell.value for cell in unknown[:7]] == [
        "salah", "B2", "Data", "2", "Desa", "Kalirejx", "Kalirejo (33.19.04.2003)",
    ]  # fmt: skip
    assert unknown[1].hyperlink is not None
    assert unknown[1].hyperlink.location == "'Data'!B2"
    assert "'3o' bukan angka" in str(no_number[7].value)


def test_the_list_speaks_the_language_that_is_asked_for() -> None:
    book = marked(xlsx_of({"Data": ROWS}), language="en")
    assert book.sheetnames[0] == "Findings"
    assert "is not a number" in note(book["Data"], "C3")


def test_a_warning_is_amber_and_stands_on_the_header_where_it_names_no_row() -> None:
    rows = [[*ROWS[0], "Linmaz"], ["Undaan", "Kalirejo", 30, 4], ["Undaan", "Wonosoco", 31, 5]]
    report = given(xlsx_of({"Data": rows}))
    found = [f for f in report.findings if f.severity is Severity.WARNING and f.row is None]
    assert found
    sheet = marked(xlsx_of({"Data": rows}))["Data"]
    assert fill_of(sheet, "D1") == AMBER


def test_formulas_their_results_formats_and_comments_of_the_office_stay() -> None:
    content = office_file()
    marked_content = mark_workbook(content, given(content))
    sheet = openpyxl.load_workbook(io.BytesIO(marked_content))["Rekap 'Sept'"]
    assert sheet["C6"].value == "=6*2"
    assert (
        openpyxl.load_workbook(io.BytesIO(marked_content), data_only=True)["Rekap 'Sept'"]["C6"].value == 12
    )
    assert sheet["B4"].font.bold
    assert note(sheet, "B4").startswith(f"Cek lagi. Budi\n\n{AUTHOR}\n\n")


def test_the_marked_file_reads_like_the_unmarked_one() -> None:
    for content in (office_file(), xlsx_of({"Data": ROWS}), csv_of(ROWS)):
        before = given(content)
        after = given(mark_workbook(content, before))
        assert codes(after) == codes(before)
        assert after.totals == before.totals
        assert values(after, "kode_wilayah", "peserta_aktif") == values(
            before, "kode_wilayah", "peserta_aktif"
        )


def test_a_marked_file_that_was_mended_has_no_problem_any_more() -> None:
    book = marked(xlsx_of({"Data": ROWS}))
    book["Data"]["B2"], book["Data"]["C3"] = "Kalirejo", 3
    report = given(saved(book))
    assert report.outcome == "ok"
    assert [value for _, value in values(report, "kode_wilayah", "peserta_aktif")] == [30, 3, 12]


def test_marking_again_takes_the_old_marks_away_and_keeps_the_words_of_the_office() -> None:
    content = mark_workbook(office_file(), given(office_file()))
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["Rekap 'Sept'"]["B4"] = "Kalirejo"
    again = marked(saved(book))
    assert again.sheetnames == ["Temuan", "Rekap 'Sept'"]
    sheet = again["Rekap 'Sept'"]
    assert note(sheet, "B4") == "Cek lagi. Budi"
    assert fill_of(sheet, "B4") not in FILLS.values()
    assert note(sheet, "C5").count(AUTHOR) == 1


def test_texts_that_look_like_formulas_stay_texts() -> None:
    rows = [*ROWS, ["Undaan", "=1+1", 4], ["Undaan", "@SUM(A1)", 5], ["Undaan", "-Glagahx", 6]]
    for content in (office_file(), csv_of(rows)):
        book = marked(content)
        formulas = {
            (sheet.title, cell.coordinate)
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        }
        assert formulas <= {("Rekap 'Sept'", "C6")}
    listed = [row[5].value for row in marked(csv_of(rows))["Temuan"].iter_rows(min_row=6)]
    assert {"=1+1", "@SUM(A1)", "-Glagahx"} <= set(listed)


def test_a_mark_in_merged_cells_stands_in_their_corner() -> None:
    rows = [ROWS[0], ["Undaxx", "Kalirejo", 30], ["", "Wonosoco", 31]]
    content = xlsx_of({"Data": rows}, merged={"Data": [(1, 0, 2, 0)]})
    assert fill_of(marked(content)["Data"], "A2") == RED


def test_an_office_sheet_called_temuan_is_read_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    content = xlsx_of({"Temuan": ROWS})
    assert len(given(content).rows) == 1
    for largest in (marked_original.MAX_CELLS, 0):
        monkeypatch.setattr(marked_original, "MAX_CELLS", largest)
        assert len(marked(content).sheetnames) == 2
        assert fill_of(marked(content)["Temuan"], "B2") == RED


def test_a_workbook_with_entities_is_written_anew_rather_than_parsed_again() -> None:
    entries = {}
    with zipfile.ZipFile(io.BytesIO(xlsx_of({"Data": ROWS}))) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as copy:
        for name, data in entries.items():
            bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' if name == "docProps/core.xml" else b""
            copy.writestr(name, data.replace(b"?>", b"?>" + bomb, 1))
    assert marked_original.mark_original(target.getvalue(), (), (), language="id") is None
    assert fill_of(marked(target.getvalue())["Data"], "B2") == RED


def test_shares_with_many_digits_are_no_numbers_of_persons() -> None:
    rows = [[*ROWS[0], "Persen"], ["Undaan", "Kalirejo", 30, 0.5233333333333333]]
    assert can_be_marked(given(xlsx_of({"Data": rows})))


def test_a_file_about_persons_is_never_marked() -> None:
    people = [["NIK", "Nama", "Kecamatan", "Desa"], ["3319020101900001", "A", "Undaan", "Kalirejo"]]
    aside = [["Kecamatan", "Peserta Aktif", "Catatan"], ["Jati", 30, "3319020101900001"]]
    second_sheet = {"Data": ROWS, "Lain": [["x", "3319020101900001"]]}
    for content in (csv_of(people), csv_of(aside), xlsx_of(second_sheet)):
        report = read(content, given=GIVEN | ({"mulai": "2026-09"} if content == csv_of(people) else {}))
        assert not can_be_marked(report)
        with pytest.raises(UserError):
            mark_workbook(content, report)


def test_each_cell_of_a_finding_about_several_rows_is_marked() -> None:
    head = ["Kecamatan", "Peserta Awal", "Masuk", "Keluar", "Akhir"]
    rows = [
        head,
        ["Jati", 10, 1, 0, 11],
        ["Dawe", 60, 1, 1, 70],
        ["Gebog", 10, 0, 0, 10],
        ["Bae", 5, 0, 0, 5],
    ]
    content = xlsx_of({"Data": [*rows, ["Undaan", 10, 0, 0, 12], ["Jekulo", 5, 1, 0, 6]]})
    book = marked(content)
    assert [fill_of(book["Data"], f"E{row}") == AMBER for row in (1, 2, 3, 6)] == [False, False, True, True]
    assert note(book["Data"], "E3") == note(book["Data"], "E6")
    assert "Peserta Awal + Masuk" in note(book["Data"], "E3")
    links = [row[1].value for row in book["Temuan"].iter_rows()]
    assert "E3" in links
