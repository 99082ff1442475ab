"""What an operator corrects is read as if the file had said it, and counted."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from jamsos_data.findings import Severity
from jamsos_data.intake import AreaAlias, IntakeOptions, IntakeReport, read_upload
from jamsos_data.intake.report import AreaText, Cell
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, codes, csv_of, finding, values, xlsx_of

ROWS = [
    ["Kecamatan", "Desa", "Peserta Aktif"],
    ["Undaan", "Kalirejx", 30],
    ["Undaan", "Wonosoco", "tiga"],
    ["Undaan", "Kalirejx", 5],
]
KALIREJO, WONOSOCO, UNDAAN = "33.19.04.2003", "33.19.04.2001", "33.19.04"


def correct(
    content: bytes,
    cells: Mapping[Cell, str] | None = None,
    areas: Mapping[AreaText, str] | None = None,
    accepted: frozenset[str] = frozenset(),
) -> IntakeReport:
    options = IntakeOptions(
        kind="kepesertaan",
        constants=GIVEN,
        corrections=cells or {},
        areas=areas or {},
        accepted=accepted,
    )
    return read_upload(content, file_name="a.xlsx", reference=load_reference(), options=options)


@pytest.mark.parametrize("column", [2, "Peserta Aktif", "C", "c"])
def test_a_cell_is_read_as_corrected_whether_named_by_place_header_or_letter(column: int | str) -> None:
    report = correct(xlsx_of({"Data": ROWS[:3]}), {("Data", 3, column): "3", ("Data", 2, 1): "Kalirejo"})
    assert report.outcome == "ok"
    assert values(report, "kode_wilayah", "peserta_aktif") == [(KALIREJO, 30), (WONOSOCO, 3)]
    assert report.corrected == 2
    assert finding(report, "SEL_DIPERBAIKI").params["n"] == 2
    assert finding(report, "SEL_DIPERBAIKI").severity is Severity.INFO


def test_a_corrected_number_is_text_and_so_a_two_may_stay_a_two() -> None:
    rows = [["Kecamatan", "Peserta Aktif"], ["Jati", 1.201], ["Undaan", 2], ["Dawe", 1.333], ["Gebog", 1.742]]
    assert "ANGKA_NOL_HILANG" in codes(correct(xlsx_of({"Data": rows})))
    report = correct(xlsx_of({"Data": rows}), {("Data", 3, 1): "2"})
    assert (report.outcome, values(report, "peserta_aktif")[1]) == ("ok", (2,))


def test_a_correction_is_checked_like_any_text_of_the_file() -> None:
    report = correct(csv_of(ROWS[:3]), {("", 3, "Peserta Aktif"): "empat"})
    assert [f.value for f in report.findings if f.code == "ANGKA_DENGAN_KATA"] == ["empat"]


def test_the_only_sheet_needs_no_name_but_one_of_several_does() -> None:
    cell: dict[Cell, str] = {("", 3, 2): "3"}
    assert correct(xlsx_of({"Data": ROWS}), cell).corrected == 1
    two = correct(xlsx_of({"Data": ROWS, "Lain": [["a"]]}), cell)
    assert (two.corrected, finding(two, "PERBAIKAN_TANPA_SEL").severity) == (0, Severity.WARNING)


def test_a_correction_of_a_cell_that_is_not_there_must_be_acknowledged() -> None:
    for cell in (("Data", 99, 2), ("Data", 3, 40), ("Data", 3, "Tidak Ada"), ("Rekap", 3, 2)):
        report = correct(xlsx_of({"Data": ROWS}), {cell: "3"})
        assert finding(report, "PERBAIKAN_TANPA_SEL").row == cell[1]
        assert "SEL_DIPERBAIKI" not in codes(report)


def test_in_merged_cells_a_correction_of_any_is_one_of_all() -> None:
    rows = [ROWS[0], ["Undaxx", "Kalirejo", 30], ["", "Wonosoco", 31]]
    content = xlsx_of({"Data": rows}, merged={"Data": [(1, 0, 2, 0)]})
    report = correct(content, {("Data", 3, 0): "Undaan"})
    assert report.totals == {"peserta_aktif": 61}


def test_a_header_can_be_corrected_too() -> None:
    rows = [["Kecamatan", "Desa", "zzz", "yyy"], ["Undaan", "Kalirejo", 30, 1], ["Undaan", "Wonosoco", 31, 1]]
    assert correct(xlsx_of({"Data": rows})).outcome == "refused"
    assert correct(xlsx_of({"Data": rows}), {("Data", 1, 2): "Peserta Aktif"}).totals == {"peserta_aktif": 61}


def test_a_chosen_area_holds_for_all_rows_that_say_the_same_and_is_noted() -> None:
    rows = [*ROWS[:2], ["Undaan", "Desa  kalirejx", 7]]
    report = correct(csv_of(rows), areas={("Kalirejx", UNDAAN): KALIREJO}, accepted=frozenset(["KEMBAR"]))
    noted = [f for f in report.findings if f.code == "WILAYAH_DIPILIH"]
    assert [(f.value, f.params["n"]) for f in noted] == [("Kalirejx", 1), ("Desa  kalirejx", 1)]
    assert "NAMA_TIDAK_DIKENAL" not in codes(report)
    assert report.corrected == 2


def test_a_choice_for_one_kecamatan_says_nothing_about_another() -> None:
    rows = [ROWS[0], ["Undaan", "Kalirejx", 30], ["Dawe", "Kalirejx", 4]]
    report = correct(csv_of(rows), areas={("Kalirejx", UNDAAN): KALIREJO})
    assert values(report, "kode_wilayah", "peserta_aktif") == [(KALIREJO, 30)]
    assert [f.row for f in report.findings if f.code == "NAMA_TIDAK_DIKENAL"] == [3]


def test_a_choice_never_changes_what_is_read_without_it() -> None:
    rows = [ROWS[0], ["Undaan", "Kalirejo", 30]]
    report = correct(csv_of(rows), areas={("Kalirejo", ""): WONOSOCO})
    assert values(report, "kode_wilayah", "peserta_aktif") == [(KALIREJO, 30)]
    assert (report.corrected, report.aliases) == (0, ())


def test_a_code_of_elsewhere_cannot_be_chosen() -> None:
    report = correct(csv_of(ROWS), areas={("Kalirejx", ""): "33.18.01"})
    assert (report.outcome, codes(report)) == ("refused", ["PILIHAN_WILAYAH_SALAH"])


def test_confirmed_spellings_are_told_with_their_kecamatan() -> None:
    chosen = correct(csv_of(ROWS[:2]), areas={("Kalirejx", UNDAAN): KALIREJO})
    accepted = correct(csv_of(ROWS[:2]), accepted=frozenset(["NAMA_TIDAK_DIKENAL"]))
    alias = AreaAlias(alias="Kalirejx", kode=KALIREJO, kecamatan=UNDAAN)
    assert (chosen.aliases, accepted.aliases) == ((alias,), (alias,))
    assert correct(csv_of(ROWS[:2])).aliases == ()


def test_an_ambiguous_name_is_not_to_be_remembered_without_its_kecamatan() -> None:
    rows = [["Wilayah", "Peserta Aktif"], ["Kaliwungu", 30], ["Undaxx", 4]]
    problem = finding(correct(csv_of(rows)), "NAMA_GANDA")
    assert problem.value == "Kaliwungu"
    report = correct(csv_of(rows), areas={("Kaliwungu", ""): "33.19.01", ("Undaxx", ""): UNDAAN})
    assert report.by_kecamatan == {"33.19.01": 30, UNDAAN: 4}
    assert [alias.alias for alias in report.aliases] == ["Undaxx"]


def test_lists_by_name_cannot_be_corrected_and_confirm_no_spelling() -> None:
    people = csv_of(
        [["NIK", "Kecamatan", "Desa", "Mulai"], ["3319040101900001", "Undaan", "Kalirejx", "2026-09"]]
    )
    given = {name: text for name, text in GIVEN.items() if name != "periode"}

    def read_people(options: IntakeOptions) -> IntakeReport:
        return read_upload(people, file_name="a.csv", reference=load_reference(), options=options)

    refused = read_people(IntakeOptions(constants=given, corrections={("", 2, 2): "Kalirejo"}))
    assert codes(refused) == ["PERBAIKAN_DAFTAR_NAMA"]
    accepted = read_people(IntakeOptions(constants=given, accepted=frozenset(["NAMA_TIDAK_DIKENAL"])))
    assert (len(accepted.rows), accepted.aliases) == (1, ())
