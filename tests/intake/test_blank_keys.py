"""Empty cells of a segment, payer or programme: the one above in an outline, missing in a flat list."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, read, values, xlsx_of

PAYERS = [["Jati", "DBHCHT", 100], ["Kaliwungu", "APBDes", 50], ["Bae", "", 500], ["Dawe", "Mandiri", 5]]
SEGMENTS = [
    ["Ploso", "Linmas", 10], ["Megawon", "BPD", 20], ["Loram Kulon", "", 30], ["Loram Wetan", "Linmas", 5],
    ["Jati Wetan", "", 7],
]  # fmt: skip


@pytest.mark.parametrize(
    ("column", "rows", "missing"),
    [
        ("sumber_dana", [["Kecamatan", "Sumber Dana", "Peserta Aktif"], *PAYERS], [4]),
        ("segmen", [["Desa", "Segmen", "Peserta Aktif"], *SEGMENTS], [4, 6]),
        ("segmen", [["Segmen", "Desa", "Peserta Aktif"], *([b, a, n] for a, b, n in SEGMENTS)], [4, 6]),
        (
            "program",
            [
                ["Kecamatan", "Program", "Peserta Aktif"],
                *[
                    ["Jati", "JKK+JKM", 100],
                    ["Undaan", "JKK+JKM+JHT", 50],
                    ["Bae", "", 70],
                    ["Dawe", "JKK+JKM", 10],
                ],
            ],
            [4],
        ),
    ],
)
def test_a_lone_blank_in_a_flat_list_is_asked_about(column: str, rows: Rows, missing: list[int]) -> None:
    given = {name: code for name, code in GIVEN.items() if name != column}
    report = read(csv_of(rows), given=given)
    asked = [found.row for found in report.findings if found.code == "SEL_WAJIB_KOSONG"]
    assert (report.outcome, asked) == ("problems", missing), codes(report)
    assert "ISIAN_TURUN" not in codes(report)


def test_a_pagu_without_its_payer_is_no_money_of_the_payer_above() -> None:
    rows = [
        ["No", "Kecamatan", "Sumber Dana", "Segmen", "Pagu (Rp)"],
        [1, "Jati", "DBHCHT", "Pekerja Rentan", 100_000_000],
        [2, "Undaan", "APBD Prov", "Pekerja Rentan", 50_000_000],
        [3, "Bae", "", "Pekerja Rentan", 70_000_000],
        [4, "Dawe", "DBHCHT", "Pekerja Rentan", 10_000_000],
    ]
    report = read(xlsx_of({"S": rows}), kind="anggaran", given={"tahun": "2026", "versi": "murni"})
    assert (report.outcome, finding(report, "SEL_WAJIB_KOSONG").row) == ("problems", 4)


OUTLINES = {
    "each block begins with its payer": [
        ["Sumber Dana", "Desa", "Peserta Aktif"],
        *[["ADD", "Ploso", 1], ["", "Megawon", 2], ["PADes", "Loram Kulon", 3], ["DBHCHT", "Jati Wetan", 4]],
    ],
    "a payer stands at the top of its villages": [
        ["Desa", "Sumber Dana", "Peserta Aktif"],
        *[["Ploso", "ADD", 1], ["Megawon", "", 2], ["Loram Kulon", "", 3], ["Jati Wetan", "DBHCHT", 4]],
    ],
    "payers come again in each kecamatan": [
        ["Kecamatan", "Sumber Dana", "Desa", "Peserta Aktif"],
        *[["Jati", "ADD", "Ploso", 1], ["", "", "Megawon", 2], ["", "DBHCHT", "Jati Wetan", 3]],
        *[["Dawe", "ADD", "Soco", 4], ["", "", "Ternadi", 5], ["", "DBHCHT", "Rejosari", 6]],
    ],
    "ditto marks": [
        ["Desa", "Sumber Dana", "Peserta Aktif"],
        *[["Ploso", "ADD", 1], ["Megawon", "idem", 2], ["Loram Kulon", "PADes", 3], ["Jati Wetan", "DBHCHT", 4]],
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", OUTLINES.values(), ids=OUTLINES)
def test_a_blank_in_an_outline_is_the_payer_above(rows: Rows) -> None:
    given = {name: code for name, code in GIVEN.items() if name != "sumber_dana"}
    report = read(csv_of(rows), given=given)
    assert (report.outcome, "ISIAN_TURUN" in codes(report)) == ("ok", True), codes(report)
    assert ("33.19.03.2012", "ADD") in values(report, "kode_wilayah", "sumber_dana")


def test_a_payer_in_merged_cells_holds_for_all_their_rows() -> None:
    rows = [["Desa", "Sumber Dana", "Peserta Aktif"], *[["Ploso", "ADD", 1], ["Megawon", "", 2]]]
    rows += [["Loram Kulon", "PADes", 3], ["Jati Wetan", "DBHCHT", 4]]
    content = xlsx_of({"S": rows}, merged={"S": [(1, 1, 2, 1)]})
    given = {name: code for name, code in GIVEN.items() if name != "sumber_dana"}
    report = read(content, given=given)
    assert (report.outcome, values(report, "sumber_dana")[1]) == ("ok", ("ADD",)), codes(report)
