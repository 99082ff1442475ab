"""A part of a cell that is raised or struck out is no digit of the figure beside it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tests.intake.sheets import GIVEN, codes, finding, read

Write = Callable[[Worksheet, Format, Format], object]


def _book(write: Write) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["Kecamatan", "Peserta Aktif"])
        sheet.write_row(1, 0, ["Jati", 10])
        sheet.write(2, 0, "Bae")
        raised, struck = (
            workbook.add_format({"font_script": 1}),
            workbook.add_format({"font_strikeout": True}),
        )
        write(sheet, raised, struck)
    return target.getvalue()


@pytest.mark.parametrize("mark", ["1", "1)", "*", "a"])
def test_a_raised_mark_is_a_footnote(mark: str) -> None:
    content = _book(lambda sheet, raised, _: sheet.write_rich_string(2, 1, "20", raised, mark, " "))
    report = read(content, kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 30}), codes(report)


def test_a_figure_struck_out_before_the_new_one_is_asked_about() -> None:
    content = _book(lambda sheet, _, struck: sheet.write_rich_string(2, 1, struck, "12", "345"))
    report = read(content, kind="kepesertaan", given=GIVEN)
    assert (report.totals, finding(report, "BUKAN_ANGKA").value) == ({"peserta_aktif": 10}, "12 / 345")


def test_a_raised_letter_of_a_word_stays_in_it() -> None:
    content = _book(lambda sheet, raised, _: sheet.write_rich_string(2, 2, "luas km", raised, "2", " "))
    report = read(content, kind="kepesertaan", given=GIVEN)
    assert report.totals == {"peserta_aktif": 10}
