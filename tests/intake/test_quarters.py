"""Quarters and semesters: the state at their end once somebody agrees, for payments no month at all."""

from __future__ import annotations

import pytest

from jamsos_data.intake.clean.months import read_month
from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, read, values, xlsx_of

WITHOUT_MONTH = {key: text for key, text in GIVEN.items() if key != "periode"}
LAST = "BULAN_TERAKHIR_DIUSULKAN"
HEADS = ["Kecamatan", "Peserta Aktif"]
FIRST_TWO = [("2026-03", 30), ("2026-03", 40), ("2026-06", 31), ("2026-06", 41)]


@pytest.mark.parametrize(
    ("text", "year", "month", "months"),
    [
        ("TW I", None, 3, 3), ("TW.II/2026", 2026, 6, 3), ("Triwulan III Tahun 2026", 2026, 9, 3),
        ("2026-Q4", 2026, 12, 3), ("Semester I", None, 6, 6), ("SMT 2 TA 2025", 2025, 12, 6),
        ("TW I (Jan-Mar) 2026", 2026, 3, 3), ("TW I-26", 2026, 3, 3), ("s.d. Triwulan III 2026", 2026, 9, 9),
    ],
)  # fmt: skip
def test_a_quarter_is_read_with_its_last_month(text: str, year: int | None, month: int, months: int) -> None:
    found = read_month(text)
    assert found is not None
    assert (found.year, found.month, found.months) == (year, month, months)


@pytest.mark.parametrize("text", ["TW V", "Semester 3", "I", "Twist", "Triwulan I dan II 2026"])
def test_what_is_no_single_quarter_is_none(text: str) -> None:
    assert read_month(text) is None


@pytest.mark.parametrize(
    "rows",
    [
        [["Peserta aktif 2026"], ["Kecamatan", "TW I", "TW II"], ["Jati", 30, 31], ["Bae", 40, 41]],
        [["Kecamatan", "2026", ""], ["", "Triwulan I", "Triwulan II"], ["Jati", 30, 31], ["Bae", 40, 41]],
        [["Periode", *HEADS], ["TW I 2026", "Jati", 30], ["TW I 2026", "Bae", 40], ["TW II 2026", "Jati", 31],
         ["TW II 2026", "Bae", 41]],
        [["Tahun", "Triwulan", *HEADS], [2026, "I", "Jati", 30], [2026, "I", "Bae", 40], [2026, 2, "Jati", 31],
         [2026, 2, "Bae", 41]],
        [HEADS, ["Triwulan I 2026", ""], ["Jati", 30], ["Bae", 40], ["Triwulan II 2026", ""], ["Jati", 31],
         ["Bae", 41]],
        [["Triwulan I 2026"], HEADS, ["Jati", 30], ["Bae", 40], [], ["Triwulan II 2026"], HEADS, ["Jati", 31],
         ["Bae", 41]],
    ],
)  # fmt: skip
def test_participants_of_a_quarter_are_those_at_its_end_once_somebody_agrees(rows: Rows) -> None:
    content = csv_of(rows)
    asking = read(content, given=WITHOUT_MONTH, kind="kepesertaan")
    assert (asking.outcome, len(asking.rows), finding(asking, LAST).params["n"]) == ("problems", 0, 3)
    agreed = read(content, given=WITHOUT_MONTH, kind="kepesertaan", accepted=[LAST])
    assert agreed.outcome == "ok", codes(agreed)
    assert sorted(values(agreed, "periode", "peserta_aktif")) == FIRST_TWO


def test_a_title_or_the_name_of_a_sheet_gives_the_quarter_and_a_month_beside_it_comes_first() -> None:
    rows = [HEADS, ["Jati", 30]]
    titled = read(csv_of([["Rekap Triwulan III Tahun 2026"], *rows]), given=WITHOUT_MONTH, accepted=[LAST])
    assert (titled.outcome, titled.periods) == ("ok", ("2026-09",))
    asked = read(csv_of([["Rekap Semester I Tahun 2026"], *rows]), given=WITHOUT_MONTH)
    assert "Juni 2026" in finding(asked, LAST).message("id")
    assert "June 2026" in finding(asked, LAST).message("en")
    sheets = xlsx_of({name: [["Tahun 2026"], *rows] for name in ("TW I", "TW II")})
    assert read(sheets, given=WITHOUT_MONTH, accepted=[LAST]).periods == ("2026-03", "2026-06")
    both = [["Laporan Triwulan III 2026"], ["Posisi 31 Agustus 2026"], *rows]
    assert read(csv_of(both), given=WITHOUT_MONTH).periods == ("2026-08",)
    stated = read(csv_of(rows), given={**GIVEN, "periode": "TW III 2026"}, kind="kepesertaan")
    assert (stated.outcome, len(stated.rows), codes(stated)) == ("problems", 0, [LAST])


def test_payments_of_a_quarter_are_taken_for_no_month_of_it() -> None:
    heads = ["Kecamatan", "Iuran"]
    for rows in (
        [["Realisasi iuran Triwulan I 2026"], heads, ["Jati", 300]],
        [["Periode", *heads], ["TW I 2026", "Jati", 300]],
        [["Realisasi iuran 2026"], ["Kecamatan", "TW I", "TW II"], ["Jati", 300, 400]],
    ):
        report = read(csv_of(rows), given=WITHOUT_MONTH, accepted=["BEBERAPA_BULAN"], kind="iuran")
        assert (report.outcome, len(report.rows)) == ("ok", 0)
        assert finding(report, "BEBERAPA_BULAN").proposal is None
    # Said to be those of one month, what the title says must be acknowledged.
    for title in ("Realisasi iuran Triwulan I 2026", "Realisasi iuran Januari - Maret 2026"):
        titled = read(csv_of([[title], heads, ["Jati", 300]]), given={**GIVEN, "periode": "2026-03"})
        assert finding(titled, "IURAN_KUMULATIF").severity == "warning"


def test_a_payment_for_as_many_months_as_the_quarter_has_begins_with_its_first_once_somebody_agrees() -> None:
    rows = [
        ["Periode", "Kecamatan", "Iuran", "Bulan dibayar"],
        ["TW II 2026", "Jati", 300, 3],
        ["TW II 2026", "Bae", 100, 1],
        ["Mei 2026", "Dawe", 200, 2],
    ]
    report = read(csv_of(rows), given=WITHOUT_MONTH, accepted=["BULAN_PERTAMA_DIUSULKAN"])
    assert values(report, "periode", "nilai", "bulan_dibayar") == [("2026-04", 300, 3), ("2026-05", 200, 2)]
    assert (finding(report, "BEBERAPA_BULAN").row, report.outcome) == (3, "problems")
    columns = [["Realisasi iuran 2026"], ["Kecamatan", "TW I", "TW II"], ["Jati", 300, 400]]
    stated = read(
        csv_of(columns), given={**WITHOUT_MONTH, "bulan_dibayar": "3"},
        accepted=["BULAN_PERTAMA_DIUSULKAN"], kind="iuran",
    )  # fmt: skip
    assert values(stated, "periode", "nilai") == [("2026-01", 300), ("2026-04", 400)]


def test_a_quarter_beside_its_months_is_their_sum_or_their_end_and_never_taken() -> None:
    months = ["Kecamatan", "Jan 2026", "Feb 2026", "Mar 2026", "TW I 2026", "Apr 2026"]
    paid = [["Realisasi iuran"], months, ["Jati", 1, 2, 3, 6, 4], ["Bae", 1, 1, 1, 9, 1]]
    report = read(csv_of(paid), given=WITHOUT_MONTH, kind="iuran")
    assert (report.totals["nilai"], report.periods[-1]) == (14, "2026-04")
    wrong = finding(report, "TOTAL_BARIS_TIDAK_COCOK")
    assert (wrong.row, wrong.params["printed"], wrong.params["summed"]) == (4, 9, 3)
    people = csv_of([["Peserta"], months, ["Jati", 30, 31, 32, 32, 33]])
    report = read(people, given=WITHOUT_MONTH, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 126})
