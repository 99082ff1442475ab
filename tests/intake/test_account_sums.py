"""Accounts of a budget that sum the accounts beneath them: the parts are taken, the wider one is compared with them."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeReport
from tests.intake.sheets import GIVEN, Rows, codes, finding, read, xlsx_of

WIDE, PARTS = "BARIS_INDUK_DITINGGALKAN", "BARIS_BAGIAN_DIJUMLAHKAN"
HEADER = ["Kode Rekening", "Uraian", "Pagu (Rp)"]
BUDGET = {
    "tahun": "2026",
    "versi": "murni",
    "kode_wilayah": "33.19",
    "sumber_dana": "DBHCHT",
    "segmen": "RENTAN",
}
LEAVES = [["5.1.02.01", "Iuran JKK", 60_000_000], ["5.1.02.02", "Iuran JKM", 40_000_000]]


def _read(rows: Rows, *accepted: str) -> IntakeReport:
    return read(xlsx_of({"S": rows}), kind="anggaran", given=BUDGET, accepted=accepted)


@pytest.mark.parametrize(
    "above",
    [
        [["5.1.02", "Belanja Barang", 100_000_000]],
        [["5", "Belanja", 100_000_000], ["5.1", "Operasi", 100_000_000], ["5.1.02", "Barang", 100_000_000]],
    ],
)
@pytest.mark.parametrize("below", [[], [["", "Jumlah", 100_000_000]]])
def test_the_sum_of_the_narrowest_accounts_is_proposed_and_the_wider_ones_are_their_totals(
    above: Rows, below: Rows
) -> None:
    rows = [HEADER, *above, *LEAVES, *below]
    asking, agreed = _read(rows), _read(rows, PARTS)
    assert (finding(asking, PARTS).params["n"], "KUNCI_BERTENTANGAN" in codes(asking)) == (2, False)
    assert (agreed.outcome, agreed.totals, len(agreed.rejected)) == ("ok", {"pagu": 100_000_000}, 0)
    assert codes(agreed).count("BARIS_TOTAL_DITINGGALKAN") == len(above) + len(below)


def test_a_wider_account_that_is_no_sum_of_its_parts_is_told_with_both_numbers() -> None:
    report = _read([HEADER, ["5.1.02", "Belanja Barang", 170_000_000], *LEAVES], PARTS)
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (2, 170_000_000, 100_000_000)
    assert report.totals == {"pagu": 100_000_000}


@pytest.mark.parametrize("dash", ["", "- "])
def test_without_codes_an_amount_that_the_rows_beneath_add_up_to_must_be_acknowledged(dash: str) -> None:
    rows = [["Uraian", "Pagu (Rp)"], ["Belanja Barang", 100_000_000]]
    rows += [[dash + "Iuran JKK", 60_000_000], [dash + "Iuran JKM", 40_000_000]]
    found = finding(_read(rows, PARTS), WIDE)
    assert (found.row, found.value, found.params["printed"]) == (2, "Belanja Barang", 100_000_000)
    agreed = _read(rows, PARTS, WIDE)
    assert (agreed.outcome, agreed.totals) == ("ok", {"pagu": 100_000_000})


def test_wider_accounts_within_a_wider_one_are_found_without_codes_too() -> None:
    rows = [["Uraian", "Pagu (Rp)"], ["Belanja", 170], ["Barang", 100], ["JKK", 60], ["JKM", 40]]
    rows += [["Jasa", 70], ["A", 30], ["B", 40]]
    rows = [rows[0], *([name, int(str(amount)) * 1_000_000] for name, amount in rows[1:])]
    report = _read(rows, PARTS, WIDE)
    assert (report.totals, codes(report).count(WIDE)) == ({"pagu": 170_000_000}, 3)


def test_people_that_happen_to_add_up_are_parts_as_before() -> None:
    rows = [["Perusahaan", "Peserta Aktif"], ["PT A", 50], ["PT B", 30], ["PT C", 20]]
    given = {**GIVEN, "kode_wilayah": "33.19"}
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=given, accepted=[PARTS])
    assert report.totals == {"peserta_aktif": 100}


def test_among_many_payments_none_is_the_sum_of_its_neighbours_by_chance() -> None:
    amounts = [100, 60, 40, *range(201, 300)]
    rows: Rows = [["Uraian", "Pagu (Rp)"]]
    rows += [[f"Kelompok {number}", amount * 1_000_000] for number, amount in enumerate(amounts)]
    report = _read(rows, PARTS)
    assert (WIDE in codes(report), report.totals) == (False, {"pagu": sum(amounts) * 1_000_000})


@pytest.mark.parametrize(
    ("header", "numbers"),
    [("Volume", [1, 1.5, 2]), ("Tanggal", ["1", "1.9", "2.9"]), ("Bobot", ["1", "1.2", "1.3"])],
)
def test_decimals_under_another_heading_are_no_account_codes(header: str, numbers: list[object]) -> None:
    rows = [["Uraian", header, "Pagu (Rp)"], ["RT", numbers[0], 60_000_000], ["RW", numbers[1], 60_000_000]]
    report = _read([*rows, ["Linmas", numbers[2], 40_000_000]], PARTS)
    assert report.totals == {"pagu": 160_000_000}


def test_payments_that_bear_one_wider_code_twice_are_no_sums_and_are_asked_about() -> None:
    rows = [HEADER, ["5.1.02", "Tahap I", 60_000_000], ["5.1.02", "Tahap II", 70_000_000]]
    report = _read([*rows, ["5.1.02.01", "Iuran JKK", 61_000_000]], PARTS)
    assert (codes(report).count("KUNCI_BERTENTANGAN"), report.totals) == (3, {})


def test_a_wider_account_of_a_single_row_is_its_sum_where_that_is_acknowledged() -> None:
    rows = [HEADER, ["5.1.02", "Barang", 60_000_000], ["5.1.02.01", "Iuran JKK", 60_000_000]]
    rows += [["5.2.01.01", "Iuran JKM", 40_000_000]]
    asking, agreed = _read(rows, PARTS), _read(rows, PARTS, WIDE)
    assert (finding(asking, WIDE).row, asking.outcome) == (2, "problems")
    assert (agreed.outcome, agreed.totals) == ("ok", {"pagu": 100_000_000})


def test_a_wider_account_that_differs_from_its_single_row_is_asked_about() -> None:
    rows = [HEADER, ["5.1.02", "Barang", 70_000_000], ["5.1.02.01", "Iuran JKK", 60_000_000]]
    report = _read([*rows, ["5.2.01.01", "Iuran JKM", 40_000_000]], PARTS)
    assert (codes(report).count("KUNCI_BERTENTANGAN"), report.totals) == (3, {})
