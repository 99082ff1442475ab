"""Tables of one header beneath each other as they are printed: signed, numbered, with a source, or wider."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, finding, read, values, xlsx_of

GIVEN_ELSE = {name: text for name, text in GIVEN.items() if name != "periode"}
HEADER = ["No", "Kecamatan", "Peserta Aktif"]
JULY: Rows = [["Bulan Juli 2026"], HEADER, [1, "Jati", 30], [2, "Bae", 40], ["", "Jumlah", 70]]
AUGUST: Rows = [["Bulan Agustus 2026"], HEADER, [1, "Jati", 31], [2, "Bae", 42], ["", "Jumlah", 73]]
READ = [("2026-07", 30), ("2026-07", 40), ("2026-08", 31), ("2026-08", 42)]
NUMBERS = ["(1)", "(2)", "(3)"]


@pytest.mark.parametrize(
    "rows",
    [
        [*JULY, [], ["", "", "Kudus, 5 Agustus 2026"], ["", "", "Kepala Dinas"], ["", "", "SUPRI"], [], *AUGUST],
        [*JULY, ["Sumber: BPJS Ketenagakerjaan"], [], *AUGUST],
        [*JULY[:2], NUMBERS, *JULY[2:], [], *AUGUST[:2], NUMBERS, *AUGUST[2:]],
        [*JULY, [], AUGUST[0], ["No", "Kecamatan", "Desa", "Peserta Aktif"], [1, "Jati", "Ploso", 31],
         [2, "Bae", "Bacin", 42]],
    ],
    ids=["signed", "with a source", "numbered", "wider"],
)  # fmt: skip
def test_each_table_has_the_month_of_its_own_title(rows: Rows) -> None:
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN_ELSE)
    assert (report.outcome, sorted(values(report, "periode", "peserta_aktif"))) == ("ok", READ), codes(report)


def test_a_table_above_one_with_more_names_of_columns_is_not_taken_for_its_titles() -> None:
    wider = [["No", "Kecamatan", "Desa", "Peserta Aktif"], [1, "Dawe", "Piji", 5], [2, "Gebog", "Gribig", 7]]
    report = read(xlsx_of({"S": [*JULY[1:], [], *wider]}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 82}), codes(report)


def test_where_the_same_month_is_stated_for_both_the_lower_table_is_named() -> None:
    wider = [["No", "Kecamatan", "Desa", "Peserta Aktif"], [1, "Jati", "Ploso", 5]]
    report = read(xlsx_of({"S": [*JULY[1:], [], *wider]}), kind="kepesertaan", given=GIVEN)
    assert (finding(report, "TABEL_LAIN_DI_BAWAH").row, report.totals) == (6, {"peserta_aktif": 70})


def test_what_is_said_of_a_file_above_its_table_is_no_table_of_its_own() -> None:
    rows = [["Kecamatan", "Jati", "Jumlah Peserta", "70"], ["Bulan", "September 2026"], [],
            ["No", "Desa", "Segmen", "Peserta Aktif"], [1, "Ploso", "BPD", 70]]  # fmt: skip
    given = {name: GIVEN[name] for name in ("sumber_dana", "program")}
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=given)
    assert (report.periods, report.totals) == (("2026-09",), {"peserta_aktif": 70}), codes(report)
