"""Payments are held against the people they pay for: tariffs, thousands without a unit, numbers of months."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeReport
from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, xlsx_of

WITHOUT_MONTH = {name: text for name, text in GIVEN.items() if name != "periode"}


def _read(
    *rows: list[object], header: list[str] | None = None, given: dict[str, str] = GIVEN
) -> IntakeReport:
    head = header or ["Desa", "Peserta dibayar", "Iuran"]
    return read(csv_of([head, *rows]), kind="iuran", given=given)


@pytest.mark.parametrize("amounts", [(16_800, 16_800), (1_680, 840)], ids=["tariff", "thousands"])
def test_too_few_rupiah_for_the_people_are_asked_about(amounts: tuple[int, int]) -> None:
    report = _read(["Ploso", 10, amounts[0]], ["Wates", 5, amounts[1]])
    found = finding(report, "IURAN_PER_ORANG_KECIL")
    assert (report.outcome, found.params["n"], found.params["rows"], found.column) == (
        "problems",
        2,
        "2, 3",
        "Iuran",
    )
    assert "Rp1.000" in found.message("id")


@pytest.mark.parametrize(
    "rows",
    [
        [["Ploso", 10, 168_000], ["Wates", 1, 16_800], ["Kutuk", 0, 0]],
        [["Ploso", "", 16_800], ["Wates", 5, 42_000]],
    ],
)
def test_payments_of_a_likely_size_ask_nothing(rows: list[list[object]]) -> None:
    assert _read(*rows).outcome == "ok"


@pytest.mark.parametrize(
    ("month", "payer", "rows"),
    [
        ("2026-02", "DBHCHT", [["Ploso", 10, 168_000], ["Wates", 20, 336_000], ["Kutuk", 30, 504_000]]),
        ("2025-02", "MANDIRI", [["Ploso", 10, 168_000], ["Wates", 20, 336_000]]),
        ("2026-05", "MANDIRI", [["Ploso", 2, 16_800]]),
        ("2026-06", "SERTAKAN", [["Ploso", 2, 16_800], ["Wates", 3, 25_200]]),
        ("2020-09", "DBHCHT", [["Ploso", 10, 1_680]]),
    ],
    ids=["twice a half", "before the half", "half for two", "half for two and three", "one percent"],
)
def test_the_tariff_of_the_month_for_each_asks_nothing(
    month: str, payer: str, rows: list[list[object]]
) -> None:
    report = _read(*rows, given=GIVEN | {"periode": month, "sumber_dana": payer})
    assert report.outcome == "ok", codes(report)


def test_the_half_that_others_pay_is_asked_about() -> None:
    report = _read(["Ploso", 2, 16_800], given=GIVEN | {"periode": "2026-06", "sumber_dana": "DBHCHT"})
    assert finding(report, "IURAN_PER_ORANG_KECIL").params["rows"] == "2"


def test_beside_plain_payments_only_the_small_ones_are_named() -> None:
    report = _read(["Ploso", 10, 168_000], ["Wates", 5, 16_800])
    found = finding(report, "IURAN_PER_ORANG_KECIL")
    assert (found.params["n"], found.params["rows"]) == (1, "3")


def test_more_than_anybody_owes_for_a_month_is_asked_about_also_in_an_accepted_unit() -> None:
    rows = [["Desa", "Peserta dibayar", "Iuran (ribu rupiah)"], ["Ploso", 10, 168_000], ["Wates", 5, 84]]
    report = read(csv_of(rows), kind="iuran", given=GIVEN, accepted=["SATUAN_RIBUAN"])
    found = finding(report, "IURAN_PER_ORANG_BESAR")
    assert (report.outcome, found.params["n"], found.params["rows"]) == ("problems", 1, "2")
    assert "Rp5.000.000" in found.message("id")


@pytest.mark.parametrize(
    ("segment", "amount", "months"), [("PU", 5_000_000, 1), ("PU", 24_000_000, 12), ("JAKON", 90_000_000, 1)]
)
def test_high_wages_a_year_at_once_and_contracts_are_not_too_much(
    segment: str, amount: int, months: int
) -> None:
    given = GIVEN | {"segmen": segment, "sumber_dana": "PEMBERI_KERJA"}
    rows = [["Kabupaten", "Peserta", "Iuran", "Bulan dibayar"], ["Kudus", 1, amount, months]]
    assert "IURAN_PER_ORANG_BESAR" not in codes(read(csv_of(rows), kind="iuran", given=given))


HEADER = ["Desa", "Bulan", "Peserta", "Total Iuran"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Ploso", 12, 10, 2_016_000], ["Wates", 12, 5, 1_008_000]],
        [["Ploso", 12, 10, 2_040_000], ["Wates", 6, 5, 510_000]],
        [["Ploso", 1, 10, 168_000], ["Wates", 6, 5, 504_000]],
    ],
    ids=["tariff", "one rate for different months", "one of them a single month"],
)
def test_a_number_of_months_read_as_a_month_is_asked_about(rows: list[list[object]]) -> None:
    report = read(xlsx_of({"Tahun 2026": [HEADER, *rows]}), kind="iuran", given=WITHOUT_MONTH)
    assert (report.outcome, finding(report, "IURAN_SEBANYAK_NOMOR_BULAN").column) == (
        "problems",
        "Total Iuran",
    )


@pytest.mark.parametrize(
    "rows",
    [
        [["Ploso", 12, 10, 168_000], ["Wates", 6, 5, 84_000]],
        [["Ploso", 1, 10, 168_000], ["Wates", 1, 5, 84_000]],
    ],
)
def test_payments_of_one_month_each_ask_nothing(rows: list[list[object]]) -> None:
    report = read(xlsx_of({"Tahun 2026": [HEADER, *rows]}), kind="iuran", given=WITHOUT_MONTH)
    assert report.outcome == "ok", codes(report)


def test_twelve_months_paid_at_once_in_december_ask_nothing_where_that_is_said() -> None:
    report = _read(["Ploso", 10, 2_016_000, 12], header=["Desa", "Peserta", "Iuran", "Bulan dibayar"],
                   given=GIVEN | {"periode": "2026-12"})  # fmt: skip
    assert report.outcome == "ok", codes(report)


def test_a_sum_several_times_the_amount_taken_is_told_and_one_with_a_fine_is_not() -> None:
    rows = [["Ploso", 168_000, 3, 504_000], ["Wates", 84_000, 3, 252_000]]
    told = _read(*rows, header=["Desa", "Iuran/Bln", "Jml Bln", "Total"])
    assert codes(told).count("TOTAL_BARIS_TIDAK_COCOK") == 2
    fined = _read(["Ploso", 168_000, 168_000, 336_000], ["Wates", 84_000, 1_000, 85_000],
                  header=["Desa", "Iuran", "Denda", "Jumlah"])  # fmt: skip
    assert fined.outcome == "ok", codes(fined)


def test_a_year_beside_a_single_month_is_no_number_of_the_month() -> None:
    rows = [HEADER, ["Ploso", 12, 10, 2_016_000], ["Wates", 6, 5, 84_000]]
    report = read(xlsx_of({"Tahun 2026": rows}), kind="iuran", given=WITHOUT_MONTH)
    assert "IURAN_SEBANYAK_NOMOR_BULAN" not in codes(report)
    assert finding(report, "IURAN_BEBERAPA_BULAN").params["months"] == "12"


def test_half_a_year_paid_at_once_is_asked_about() -> None:
    report = _read(["Ploso", 10, 1_008_000], ["Wates", 20, 336_000])
    found = finding(report, "IURAN_BEBERAPA_BULAN")
    assert (report.outcome, found.params["rows"], found.params["months"]) == ("problems", "2", "6")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["Desa", "Peserta dibayar", "Iuran", "Bulan dibayar"], ["Ploso", 10, 1_008_000, 6]),
        (["Desa", "Peserta dibayar", "Iuran"], ["Ploso", 10, 1_000_000]),
        (["Desa", "Peserta dibayar", "Iuran"], ["Ploso", 10, 368_000]),
    ],
    ids=["months are said", "no multiple", "with old age"],
)
def test_no_months_at_once_are_asked_about(header: list[str], row: list[object]) -> None:
    assert _read(row, header=header).outcome == "ok"


SPANS = ["Desa", "Periode Iuran", "Iuran"]


def test_a_column_of_spans_of_months_is_asked_about() -> None:
    report = _read(
        ["Ploso", "Januari s.d. Juni 2026", 1_000_000],
        ["Wates", "Januari s.d. Juni 2026", 500_000],
        header=SPANS,
    )
    found = finding(report, "RENTANG_BULAN_DIBAYAR")
    assert (report.outcome, found.column) == ("problems", "Periode Iuran")
    assert "Januari s.d. Juni 2026" in found.message("id")


@pytest.mark.parametrize("remark", ["lunas", "Juni 2026"])
def test_a_column_of_no_spans_asks_nothing(remark: str) -> None:
    report = _read(["Ploso", remark, 1_000_000], header=["Desa", "Keterangan", "Iuran"])
    assert "RENTANG_BULAN_DIBAYAR" not in codes(report)


def test_a_refund_is_told_with_what_to_do_and_the_printed_net_sum_beside_what_was_read() -> None:
    report = _read(["Ploso", 10, 168_000], ["Wates", 5, "(84.000)"], ["Jumlah", "", 84_000])
    refund, total = finding(report, "RUPIAH_NEGATIF"), finding(report, "TOTAL_TIDAK_COCOK")
    assert (report.outcome, refund.row, report.totals["nilai"]) == ("problems", 3, 168_000)
    assert (total.params["printed"], total.params["difference"]) == (84_000, -84_000)
    assert "Kurangkan" in refund.message("id")
