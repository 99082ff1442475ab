"""A value given once for the file never overrules what the file says: the contradiction is an error."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, read, values, xlsx_of

SEGMENTS: Rows = [
    ["No", "Kecamatan", "RT/RW", "Linmas", "BPD"],
    [1, "Jati", 10, 20, 3],
    [2, "Bae", 11, 21, 4],
]
BLOCKS: Rows = [
    ["No", "Kecamatan", "September 2026", "", "Oktober 2026", ""],
    ["", "", "Peserta", "Iuran (Rp)", "Peserta", "Iuran (Rp)"],
    [1, "Jati", 10, 168000, 11, 184800],
    [2, "Bae", 20, 336000, 22, 369600],
]


def test_a_segment_for_the_file_beside_columns_per_segment() -> None:
    report = read(xlsx_of({"Peserta": SEGMENTS}), given=GIVEN)
    found = finding(report, "ISIAN_BERTENTANGAN")
    assert (report.outcome, report.kind, report.totals) == ("problems", "kepesertaan", {"peserta_aktif": 69})
    assert set(report.rows["segmen"]) == {"RT_RW", "LINMAS", "BPD"}
    assert (found.severity, found.sheet, found.value) == ("error", "Peserta", "RENTAN")
    sentence = found.message("id")
    assert all(word in sentence for word in ("Segmen", "'RENTAN'", "Linmas"))
    without = {key: text for key, text in GIVEN.items() if key != "segmen"}
    assert read(xlsx_of({"Peserta": SEGMENTS}), given=without).outcome == "ok"


def test_a_month_for_the_file_beside_columns_per_month_drops_no_month() -> None:
    report = read(xlsx_of({"A": BLOCKS}), given=GIVEN)
    found = finding(report, "ISIAN_BERTENTANGAN")
    assert (report.outcome, report.periods) == ("problems", ("2026-09", "2026-10"))
    assert report.totals == {"nilai": 1_058_400, "peserta_dibayar": 63}
    assert "Oktober 2026 / Iuran (Rp)" in found.message("id")
    assert "KOLOM_TIDAK_DIPAKAI" not in codes(report)


def test_the_month_that_the_columns_say_may_be_said_again() -> None:
    rows = [["Kecamatan", "September 2026"], ["Jati", 10]]
    report = read(csv_of(rows), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 10})


@pytest.mark.parametrize("header, cell, column, stated", [
    ("Segmen", "Linmas", "segmen", "RENTAN"),
    ("Bulan", "Agustus 2026", "periode", "2026-09"),
    ("Sumber Dana", "CSR", "sumber_dana", "DBHCHT"),
    ("Program", "JKK+JKM+JHT", "program", "JKK+JKM"),
])  # fmt: skip
def test_a_column_of_its_own_with_other_values(header: str, cell: str, column: str, stated: str) -> None:
    content = csv_of([["Kecamatan", header, "Peserta Aktif"], ["Jati", cell, 10], ["Bae", stated, 20]])
    report = read(content, given=GIVEN, kind="kepesertaan")
    assert (report.outcome, finding(report, "ISIAN_BERTENTANGAN").value) == ("problems", stated)
    assert report.totals == {"peserta_aktif": 30}
    assert report.rows[column].nunique() == 2
    same = csv_of([["Kecamatan", header, "Peserta Aktif"], ["Jati", stated, 10], ["Bae", "", 20]])
    assert read(same, given=GIVEN, kind="kepesertaan").outcome == "ok"


def test_sections_and_separate_month_columns_contradict_too() -> None:
    sections = csv_of([["Kecamatan", "Peserta Aktif"], ["Bulan Agustus 2026", ""], ["Jati", 10], ["Bae", 20]])
    columns = csv_of([["Tahun", "Bulan", "Kecamatan", "Peserta Aktif"], [2026, "Agustus", "Jati", 10]])
    for content in (sections, columns):
        report = read(content, given=GIVEN)
        assert (report.periods, "ISIAN_BERTENTANGAN" in codes(report)) == (("2026-08",), True)


def test_a_year_for_the_file_beside_months_of_another_year() -> None:
    content = csv_of([["Kecamatan", "Jan 2026", "Feb 2026"], ["Jati", 10, 11]])
    given = {"segmen": "RENTAN", "sumber_dana": "DBHCHT", "program": "JKK+JKM", "tahun": "2025"}
    report = read(content, given=given, kind="kepesertaan")
    assert (finding(report, "ISIAN_BERTENTANGAN").value, report.periods) == ("2025", ("2026-01", "2026-02"))


def test_an_area_for_the_file_beside_rows_of_another_area() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 10], ["Bae", 20]])
    report = read(content, given=GIVEN | {"kecamatan": "Jati"})
    assert "Bae (33.19.07)" in finding(report, "ISIAN_BERTENTANGAN").message("id")
    assert read(content, given=GIVEN | {"kode_wilayah": "33.19"}).outcome == "ok"


def test_a_number_for_the_file_beside_its_own_column() -> None:
    content = csv_of([["Kecamatan", "Iuran (Rp)", "Bulan dibayar"], ["Jati", 16800, 3], ["Bae", 16800, 7]])
    report = read(content, given=GIVEN | {"bulan_dibayar": "7"})
    assert values(report, "bulan_dibayar") == [(3,), (7,)]
    assert finding(report, "ISIAN_BERTENTANGAN").value == "7"


def test_accepting_it_keeps_what_the_file_says() -> None:
    report = read(xlsx_of({"Peserta": SEGMENTS}), given=GIVEN, accepted=["ISIAN_BERTENTANGAN"])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 69})


def test_a_word_that_is_a_segment_and_a_payer_is_the_one_that_was_not_given() -> None:
    content = csv_of([["Kecamatan", "Swasta", "CSR"], ["Jati", 10, 5], ["Bae", 20, 6]])
    report = read(
        content, given={"segmen": "PU", "program": "JKK+JKM", "periode": "2026-09"}, kind="kepesertaan"
    )
    assert (report.totals, set(report.rows["sumber_dana"])) == ({"peserta_aktif": 41}, {"SWASTA", "CSR"})
    assert "ISIAN_BERTENTANGAN" not in codes(report)


def test_beneath_a_segment_a_word_that_is_a_payer_too_is_the_segment_where_the_payer_was_given() -> None:
    head = [["Kecamatan", "PU", "", "BPU", ""], ["", "Swasta", "Non ASN", "RT/RW", "Linmas"]]
    content = xlsx_of(
        {"Data": [*head, ["Jati", 10, 5, 3, 2], ["Bae", 20, 6, 4, 1]]},
        merged={"Data": [(0, 1, 0, 2), (0, 3, 0, 4)]},
    )
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    report = read(content, given=given, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 51}), codes(report)
    assert set(report.rows["segmen"]) == {"PU_SWASTA", "NON_ASN", "RT_RW", "LINMAS"}


def test_payers_beneath_a_segment_stay_payers() -> None:
    head = [["Kecamatan", "RT/RW", ""], ["", "DBHCHT", "Swasta"]]
    content = xlsx_of({"Data": [*head, ["Jati", 10, 5], ["Bae", 20, 6]]}, merged={"Data": [(0, 1, 0, 2)]})
    given = {"program": "JKK+JKM", "periode": "2026-09"}
    report = read(content, given=given, kind="kepesertaan")
    assert set(report.rows["sumber_dana"]) == {"DBHCHT", "SWASTA"}, codes(report)
    assert set(report.rows["segmen"]) == {"RT_RW"}
