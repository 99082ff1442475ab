"""Versions of a budget beside each other: the same lines twice, never added, and never a change for a ceiling."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeOptions, SheetLayout, read_upload
from jamsos_data.reference import load_reference
from tests.intake.sheets import codes, csv_of, finding, read, values

GIVEN = {"segmen": "RENTAN", "sumber_dana": "DBHCHT"}
BOTH = [
    ("33.19.03", "murni", 30),
    ("33.19.07", "murni", 40),
    ("33.19.03", "perubahan", 31),
    ("33.19.07", "perubahan", 41),
]


@pytest.mark.parametrize(
    "header",
    [
        [["Kecamatan", "Pagu Murni", "Pagu Perubahan"]],
        [["Kecamatan", "Sebelum Perubahan", "Setelah Perubahan"]],
        [["Kecamatan", "APBD Murni", "APBD-P"]],
        [["Kecamatan", "Anggaran", ""], ["", "Murni", "Perubahan"]],
        [["Kecamatan", "Jumlah (Rp)", ""], ["", "Sebelum Perubahan", "Sesudah Perubahan"]],
    ],
)
def test_versions_beside_each_other_are_two_versions_of_the_same_lines(header: list[list[str]]) -> None:
    content = csv_of([["Tahun 2026"], *header, ["Jati", 30, 31], ["Bae", 40, 41], ["Jumlah", 70, 72]])
    report = read(content, given=GIVEN)
    assert (report.kind, report.outcome) == ("anggaran", "ok"), codes(report)
    assert values(report, "kode_wilayah", "versi", "pagu") == BOTH


def test_a_version_that_the_sums_beside_it_show_to_be_a_change_is_not_taken_before_it_is_put_right() -> None:
    content = csv_of([
        ["Tahun 2026"], ["Kecamatan", "Pagu Murni", "Perubahan", "Jumlah"], ["Jati", 30, 1, 31], ["Bae", 40, 1, 41],
    ])  # fmt: skip
    report = read(content, given=GIVEN)
    assert (report.outcome, report.totals) == ("problems", {"pagu": 70})
    assert finding(report, "VERSI_BERISI_SELISIH").column == "Perubahan"
    chosen = SheetLayout(columns={"Perubahan": "-", "Jumlah": "versi=perubahan"})
    mended = read_upload(
        content, file_name="pagu.csv", reference=load_reference(),
        options=IntakeOptions(constants=GIVEN, layout={"*": chosen}),
    )  # fmt: skip
    assert (mended.outcome, values(mended, "kode_wilayah", "versi", "pagu")) == ("ok", BOTH)


def test_of_two_columns_of_one_version_the_plainer_is_taken_and_the_other_told_never_added() -> None:
    rows = [
        ["Tahun 2026"],
        ["Kecamatan", "Pagu Murni", "Perubahan", "Setelah Perubahan"],
        ["Jati", 30, 1, 31],
    ]
    report = read(csv_of(rows), given=GIVEN)
    assert values(report, "versi", "pagu") == [("murni", 30), ("perubahan", 31)]
    told = finding(report, "VERSI_KEMBAR")
    assert (told.column, told.params["other"]) == ("Perubahan", "Setelah Perubahan")


def test_quarters_of_a_ceiling_are_left_to_its_sum() -> None:
    rows = [
        ["Pagu murni 2026"],
        ["Kecamatan", "TW I", "TW II", "Jumlah"],
        ["Jati", 10, 20, 30],
        ["Bae", 10, 30, 40],
    ]
    report = read(csv_of(rows), given=GIVEN, kind="anggaran")
    assert values(report, "versi", "pagu") == [("murni", 30), ("murni", 40)]
    assert codes(report).count("KOLOM_ANGKA_TIDAK_DIKENAL") == 2
