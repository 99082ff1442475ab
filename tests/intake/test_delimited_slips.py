"""Slips of delimited text: quotes that never close, numbers cut at their own comma, a template without rows."""

from __future__ import annotations

import pytest

from jamsos_data.datasets import DATASETS
from jamsos_data.reference import load_reference
from jamsos_data.templates import template_csv
from tests.intake.sheets import GIVEN, codes, finding, read

HEAD = "Kecamatan;Peserta Aktif;Keterangan\n"


def test_an_unclosed_quote_swallows_no_row_and_its_row_is_named() -> None:
    content = HEAD + 'Jati;30;"menunggu\nUndaan;40;\nBae;50;lengkap\nDawe;60;"cocok"\n'
    report = read(content.encode(), given=GIVEN)
    assert dict(report.by_kecamatan) == {"33.19.03": 30, "33.19.04": 40, "33.19.07": 50, "33.19.09": 60}
    assert (report.outcome, finding(report, "KUTIP_TIDAK_DITUTUP").row) == ("problems", 2)


def test_an_unclosed_quote_before_the_first_cell_or_in_the_last_row_is_plain_text() -> None:
    content = 'Kecamatan;Peserta Aktif\n"Jati;30\nUndaan;40\n"Bae;50'
    report = read(content.encode(), given=GIVEN)
    assert dict(report.by_kecamatan) == {"33.19.03": 30, "33.19.04": 40, "33.19.07": 50}
    assert [found.row for found in report.findings if found.code == "KUTIP_TIDAK_DITUTUP"] == [2, 4]


def test_a_quote_forgotten_among_quoted_cells_swallows_no_row() -> None:
    content = 'Kecamatan,Peserta Aktif\n"Jati","1,234\n"Undaan","40"\n"Bae","50"\n'
    report = read(content.encode(), given=GIVEN)
    assert report.by_kecamatan["33.19.04"] == 40
    assert report.by_kecamatan["33.19.07"] == 50
    assert finding(report, "KUTIP_TIDAK_DITUTUP").row == 2
    assert finding(report, "SEL_BERLEBIH").row == 2


def test_quoted_cells_of_several_lines_stay_one_cell() -> None:
    content = '"Kecamatan\n(nama)";Peserta Aktif;Ket\nJati;30;"baris; satu\nbaris ""dua"""\n"Undaan";"40";x\n'
    report = read(content.encode(), given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19.03": 30, "33.19.04": 40})


def test_a_number_cut_at_its_own_comma_is_asked_about_and_not_taken() -> None:
    report = read(b"Kecamatan,Peserta Aktif\nBae,1,234\nDawe,2,345\nJati,7\n", given=GIVEN)
    assert [found.row for found in report.findings if found.code == "SEL_BERLEBIH"] == [2, 3]
    assert (report.outcome, dict(report.by_kecamatan)) == ("problems", {"33.19.03": 7})
    assert report.rejected["row"].tolist() == [2, 3]


def test_a_figure_far_beyond_the_headers_is_asked_about() -> None:
    report = read(b"Kecamatan;Peserta Aktif\nBae;5;;;;;7\nDawe;6;;;;;catatan\n", given=GIVEN)
    assert [found.row for found in report.findings if found.code == "SEL_BERLEBIH"] == [2]
    assert dict(report.by_kecamatan) == {"33.19.09": 6}


def test_rows_that_end_in_separators_have_nothing_to_ask() -> None:
    report = read(b"Kecamatan;Peserta Aktif\nBae;5;;;\nDawe;6;;;\n", given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19.07": 5, "33.19.09": 6})


@pytest.mark.parametrize("kind", DATASETS)
def test_a_template_without_rows_is_told_to_be_empty(kind: str) -> None:
    report = read(template_csv(kind, load_reference()), kind=kind, name=f"templat_{kind}.csv")
    assert codes(report) == ["TANPA_BARIS_DATA"]
    assert codes(read(template_csv(kind, load_reference()))) == ["TANPA_BARIS_DATA"]
