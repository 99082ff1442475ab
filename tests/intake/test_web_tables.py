"""A web page saved as .xls is read as the table that it shows."""

from __future__ import annotations

import pytest

from jamsos_data.intake.read import read_sheets
from tests.intake.sheets import GIVEN, codes, read

PAGE = """<html><head><meta charset="utf-8"><style>td {{ color: red }}</style></head><body>
<table><tr><td>Menu</td></tr></table>
<table border=1>
<thead><tr><th>Kecamatan<th>Peserta&nbsp;Aktif</tr></thead>
{rows}
</table></body></html>"""


def test_the_table_of_a_page_is_read_whatever_its_name() -> None:
    rows = "<tr><td>Jati</td><td>1.030</td></tr><tr><td><b>Undaan</b><td>40"
    report = read(PAGE.format(rows=rows).encode(), given=GIVEN, name="unduhan.xls")
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19.03": 1030, "33.19.04": 40})


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("45<sup>1</sup>", 45),
        ("45<sup>1)</sup>", 45),
        ("45<sup>*</sup>", 45),
        ("45<br>", 45),
        ("<b>4</b>5", 45),
    ],
)
def test_the_mark_of_a_footnote_is_no_digit(cell: str, people: int) -> None:
    rows = f"<tr><td>Jati</td><td>{cell}</td></tr><tr><td>Bae</td><td>1</td></tr>"
    report = read(PAGE.format(rows=rows).encode(), given=GIVEN, name="unduhan.xls")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": people + 1}), codes(report)


def test_a_figure_that_is_struck_out_is_not_put_before_the_new_one() -> None:
    rows = "<tr><td>Jati</td><td><s>12</s>345</td></tr><tr><td>Bae</td><td>1</td></tr>"
    report = read(PAGE.format(rows=rows).encode(), given=GIVEN, name="unduhan.xls")
    assert ("BUKAN_ANGKA" in codes(report), report.totals) == (True, {"peserta_aktif": 1})


def test_cells_over_several_rows_and_columns_keep_their_places() -> None:
    page = (
        "<table><tr><th rowspan=2>Kecamatan</th><th colspan=2>Peserta</th></tr><tr><th>L</th><th>P</th></tr>"
        "<tr><td>Jati</td><td>1</td><td>2</td></tr></table>"
    )
    (sheet,) = read_sheets(page.encode())
    assert sheet.cells.to_numpy().tolist() == [
        ["Kecamatan", "Peserta", ""],
        ["", "L", "P"],
        ["Jati", "1", "2"],
    ]
    assert sheet.merged == ((1, 0, 2, 0), (1, 1, 1, 2))


def test_scripts_and_entities_are_no_cells() -> None:
    page = "<table><tr><td>A<script>hapus()</script></td><td>B &amp; C</td></tr><tr><td>1</td><td>2</td></tr></table>"
    assert read_sheets(page.encode())[0].cells.to_numpy().tolist() == [["A", "B & C"], ["1", "2"]]


@pytest.mark.parametrize(
    "said",
    ["<td>Periode</td><td>: 03-2026</td>", "<td>Periode :</td><td>03-2026</td>",
     "<td>Periode</td><td>:</td><td>Maret 2026</td>", "<td>Periode: Maret 2026</td>"],
)  # fmt: skip
@pytest.mark.parametrize("between", ["</table><table>", ""])
def test_a_label_and_what_it_says_in_the_next_cell_are_a_title(said: str, between: str) -> None:
    page = (
        "<table><tr><td>Data Peserta Aktif BPU</td></tr><tr><td>Kantor Cabang</td><td>: Kudus</td></tr>"
        f"<tr>{said}</tr>{between}<tr><th>Kecamatan</th><th>Jumlah Peserta</th></tr>"
        "<tr><td>Jati</td><td>30</td></tr><tr><td>Bae</td><td>40</td></tr></table>"
    )
    given = {name: text for name, text in GIVEN.items() if name != "periode"}
    report = read(page.encode(), given=given, kind="kepesertaan", name="laporan.xls")
    assert (report.outcome, report.periods, report.totals) == ("ok", ("2026-03",), {"peserta_aktif": 70}), (
        codes(report)
    )
