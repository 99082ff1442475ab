"""A column of figures whose header is a slip of a segment, month or payer is never left out in silence."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, read, xlsx_of


def _without(name: str) -> dict[str, str]:
    return {key: text for key, text in GIVEN.items() if key != name}


@pytest.mark.parametrize(
    ("header", "known", "column", "proposal"),
    [
        ("Linmass", "BPD", "segmen", "Linmas"),
        ("Pekerja Rentn", "BPD", "segmen", "Pekerja rentan"),
        ("Septembr 2026", "Agustus 2026", "periode", "September 2026"),
        ("Oktobr", "Agustus", "periode", "Oktober"),
        ("DBHCT", "CSR", "sumber_dana", "DBHCHT"),
        ("Anggota Linmass", "BPD", "segmen", "Linmas"),
    ],
)
def test_a_slip_in_the_header_of_a_wide_column_must_be_acknowledged(
    header: str, known: str, column: str, proposal: str
) -> None:
    content = csv_of([["Kecamatan", known, header], ["Jati", 10, 11], ["Bae", 20, 21]])
    given = _without(column) | ({"tahun": "2026"} if column == "periode" else {})
    report = read(content, given=given, kind="kepesertaan")
    found = finding(report, "KOLOM_MUNGKIN_HILANG")
    assert (report.outcome, found.column, found.severity) == ("problems", header, "warning")
    assert proposal.casefold() in str(found.proposal).casefold()
    assert str(found.proposal) in found.message("id")
    assert report.totals == {"peserta_aktif": 30}


def test_a_slip_under_a_group_is_no_sum_of_its_neighbours() -> None:
    rows: Rows = [
        ["Kecamatan", "Peserta Aktif", "", ""], ["", "BPD", "Linmass", "RT/RW"], ["Jati", 1, 2, 3], ["Bae", 4, 5, 6],
    ]  # fmt: skip
    content = xlsx_of({"Data": rows}, merged={"Data": [(0, 0, 1, 0), (0, 1, 0, 3)]})
    report = read(content, given=_without("segmen"))
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 14})
    assert "Linmas" in str(finding(report, "KOLOM_MUNGKIN_HILANG").proposal)


@pytest.mark.parametrize("header", ["Luas (ha)", "Jumlah KK", "Laki-laki", "Jumlah", "Rasio", "Penduduk"])
def test_columns_of_other_things_stay_information(header: str) -> None:
    content = csv_of([["Kecamatan", "BPD", "Linmas", header], ["Jati", 10, 20, 30], ["Bae", 20, 30, 50]])
    report = read(content, given=_without("segmen"), kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 80})


def test_figures_under_an_unknown_header_beside_segments_must_be_acknowledged() -> None:
    content = csv_of([["Kecamatan", "BPD", "Xyz"], ["Jati", 10, 20], ["Bae", 20, 30]])
    report = read(content, given=_without("segmen"), kind="kepesertaan")
    found = finding(report, "KOLOM_ANGKA_TIDAK_DIKENAL")
    assert (report.outcome, report.totals, found.column) == ("problems", {"peserta_aktif": 30}, "Xyz")


def test_a_sum_column_beside_a_single_segment_must_equal_it() -> None:
    content = csv_of([["Kecamatan", "BPD", "Jumlah"], ["Jati", 10, 10], ["Bae", 20, 30]])
    report = read(content, given=_without("segmen"), kind="kepesertaan")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 30})
    assert finding(report, "TOTAL_BARIS_TIDAK_COCOK").row == 3


def test_a_column_of_words_loses_nobody() -> None:
    content = csv_of(
        [["Kecamatan", "BPD", "RT/RW", "Linmass"], ["Jati", 10, 1, "ada"], ["Bae", 20, 2, "tidak"]]
    )
    report = read(content, given=_without("segmen"), kind="kepesertaan")
    assert "KOLOM_MUNGKIN_HILANG" not in codes(report)


def test_every_sheet_is_looked_at() -> None:
    content = xlsx_of({
        "Agustus 2026": [["Kecamatan", "BPD", "RT/RW"], ["Jati", 10, 20]],
        "September 2026": [["Kecamatan", "BPD", "Linmass"], ["Jati", 10, 20]],
    })  # fmt: skip
    given = {key: GIVEN[key] for key in ("sumber_dana", "program")}
    assert (
        finding(read(content, given=given, kind="kepesertaan"), "KOLOM_MUNGKIN_HILANG").sheet
        == "September 2026"
    )


def test_who_came_in_a_month_is_no_month_of_its_own_beside_all_who_were_there() -> None:
    """Agreeing that "Penambahan September" is September would count those who came a second time."""
    given = {name: value for name, value in GIVEN.items() if name != "periode"}
    header = ["Kecamatan", "Peserta s.d. Agustus 2026", "Penambahan September 2026"]
    all_there = [[*header, "Peserta s.d. September 2026"], ["Jati", 100, 10, 110], ["Bae", 50, 5, 55]]
    report = read(xlsx_of({"S": all_there}), kind="kepesertaan", given=given)
    assert "KOLOM_MUNGKIN_HILANG" not in codes(report)
    assert report.totals == {"peserta_aktif": 150 + 165}

    unsaid = read(xlsx_of({"S": [row[:3] for row in all_there]}), kind="kepesertaan", given=given)
    assert "KOLOM_MUNGKIN_HILANG" in codes(unsaid)
