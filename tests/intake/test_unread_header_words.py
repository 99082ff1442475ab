"""A header of numbers with a word that is not understood is asked about; what says nothing or is understood is not."""

from __future__ import annotations

import pytest

from jamsos_data.findings import Severity
from jamsos_data.intake import IntakeOptions, read_upload
from jamsos_data.intake.layout import SheetLayout
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, codes, finding, read, xlsx_of

CODE = "JUDUL_NILAI_RAGU"
WITHOUT_SEGMENT = {key: text for key, text in GIVEN.items() if key != "segmen"}
BODY = [["Bae", 5], ["Jati", 6]]
CHANGING = ("Usulan", "Kuota", "Sisa", "Non Aktif", "Terdaftar 2024", "Baru", "Tahap II")


@pytest.mark.parametrize("word", CHANGING)
def test_a_word_beside_a_code_that_is_not_understood_is_asked_about(word: str) -> None:
    in_one = [["Kecamatan", f"RT/RW {word}"], *BODY]
    in_brackets = [["Kecamatan", f"RT/RW ({word})"], *BODY]
    beneath = [["Kecamatan", "RT/RW"], ["", word], *BODY]
    for rows in (in_one, in_brackets, beneath):
        report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_SEGMENT)
        found = finding(report, CODE)
        assert (found.severity, report.outcome) == (Severity.WARNING, "problems")
        assert word in str(found.value)
        assert word in str(found.column)
        agreed = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_SEGMENT, accepted=[CODE])
        assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 11})


def test_whoever_says_what_the_column_is_is_not_asked_again() -> None:
    options = IntakeOptions(
        kind="kepesertaan",
        constants=WITHOUT_SEGMENT,
        layout={"S": SheetLayout(columns={"B": "segmen=RT_RW"})},
    )
    content = xlsx_of({"S": [["Kecamatan", "RT/RW Usulan"], *BODY]})
    report = read_upload(content, file_name="b.xlsx", reference=load_reference(), options=options)
    assert (CODE in codes(report), report.totals) == (False, {"peserta_aktif": 11})


@pytest.mark.parametrize(
    "header",
    [
        "Jumlah RT/RW", "RT/RW (orang)", "Peserta RT/RW", "RT/RW*)", "RT/RW September 2026", "RT dan RW",
        "RT/RW per 30 September 2026", "RT/RW BPJS Ketenagakerjaan",
    ],
)  # fmt: skip
def test_units_months_institutions_and_words_that_say_nothing_are_not_asked_about(header: str) -> None:
    months = {"periode"} if "2026" in header else set()
    given = {key: text for key, text in WITHOUT_SEGMENT.items() if key not in months}
    report = read(xlsx_of({"S": [["Kecamatan", header], *BODY]}), kind="kepesertaan", given=given)
    assert (report.outcome, codes(report)) == ("ok", [])


def test_a_month_beside_a_code_is_read_and_one_that_cannot_be_is_not_passed_over() -> None:
    for header in ("RT/RW Feb 2025", "RT/RW (Feb 2025)", "Februari 2025 RT/RW"):
        content = xlsx_of({"S": [["Kecamatan", header], *BODY]})
        given = {key: text for key, text in WITHOUT_SEGMENT.items() if key != "periode"}
        report = read(content, kind="kepesertaan", given=given)
        assert (report.outcome, report.periods) == ("ok", ("2025-02",))
        assert "ISIAN_BERTENTANGAN" in codes(read(content, kind="kepesertaan", given=WITHOUT_SEGMENT))
    rows = [["Kecamatan", "RT/RW ke-2 dst. Feb 2025"], *BODY]
    assert CODE in codes(read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_SEGMENT))


@pytest.mark.parametrize(
    ("group", "asked"), [("Jumlah Peserta", 0), ("Cabang Utama", 0), ("Usulan", 2), ("Peserta Nonaktif", 2)]
)
def test_a_heading_over_all_columns_of_numbers_is_asked_about_only_where_it_makes_others_of_them(
    group: str, asked: int
) -> None:
    rows = [["No", "Kecamatan", group, ""], ["", "", "RT/RW", "BPD"], [1, "Bae", 5, 6], [2, "Jati", 6, 7]]
    report = read(
        xlsx_of({"S": rows}, merged={"S": [(0, 2, 0, 3)]}), kind="kepesertaan", given=WITHOUT_SEGMENT
    )
    assert (codes(report).count(CODE), report.totals) == (asked, {"peserta_aktif": 24})


def test_one_sex_alone_is_not_taken_for_all_without_a_question_and_both_are() -> None:
    alone = [["No", "Kecamatan", "RT/RW"], ["", "", "Laki-laki"], [1, "Bae", 5], [2, "Jati", 6]]
    assert finding(read(xlsx_of({"S": alone}), kind="kepesertaan", given=WITHOUT_SEGMENT), CODE)
    both = [["No", "Kecamatan", "RT/RW", ""], ["", "", "L", "P"], [1, "Bae", 5, 6], [2, "Jati", 6, 7]]
    merged = {"S": [(0, 2, 0, 3)]}
    report = read(xlsx_of({"S": both}, merged=merged), kind="kepesertaan", given=WITHOUT_SEGMENT)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 24})


def test_a_sum_until_a_month_is_asked_about_unless_it_is_of_people_called_active() -> None:
    given = {key: text for key, text in GIVEN.items() if key != "periode"}

    def said(header: str, kind: str) -> list[str]:
        body = [["Bae", 168_000], ["Jati", 336_000]] if kind == "iuran" else BODY
        return codes(read(xlsx_of({"S": [["Kecamatan", header], *body]}), kind=kind, given=given))

    assert said("s.d. Feb 2026", "kepesertaan") == [CODE]
    assert said("s.d. Feb 2026", "iuran") == ["IURAN_KUMULATIF"]
    assert said("Feb 2026", "iuran") == []


def test_a_row_of_words_right_above_the_numbers_belongs_to_the_header_and_one_of_an_area_does_not() -> None:
    rows = [["Kecamatan", "Peserta Aktif"], ["", "Usulan"], *BODY]
    assert finding(read(xlsx_of({"S": rows}), given=GIVEN), CODE).value == "Usulan"
    rows = [["Kecamatan", "Peserta Aktif"], ["Dawe", "belum ada"], *BODY]
    assert "BUKAN_ANGKA" in codes(read(xlsx_of({"S": rows}), given=GIVEN))
