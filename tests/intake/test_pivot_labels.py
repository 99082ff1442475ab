"""A pivot table with one column of labels: each kecamatan above its segments or months is proposed as one column."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from jamsos_data.intake import IntakeReport
from tests.intake.sheets import Rows, codes, finding, read, values, xlsx_of

SEGMENTS: Rows = [
    ["Undaan", 30], ["BPD", 10], ["RT/RW", 20], ["Jati", 50], ["BPD", 20], ["RT/RW", 30], ["Grand Total", 80],
]  # fmt: skip
KEYS = [
    ("33.19.03", "BPD", 20),
    ("33.19.03", "RT_RW", 30),
    ("33.19.04", "BPD", 10),
    ("33.19.04", "RT_RW", 20),
]
COLUMNS = ("kode_wilayah", "segmen", "peserta_aktif")
TITLE = "Peserta aktif BPJS Ketenagakerjaan September 2026"


def _read(
    rows: Rows, *, head: str = "Row Labels", title: str = TITLE, accepted: Sequence[str] = (), **given: str
) -> IntakeReport:
    content = xlsx_of({"Sheet1": [[title], [], [head, "Sum of Peserta aktif"], *rows]})
    return read(content, given={"sumber_dana": "PADES", "program": "JKK+JKM", **given}, accepted=accepted)


@pytest.mark.parametrize("head", ["Row Labels", "Uraian", "Label Baris"])
def test_segments_beneath_each_kecamatan_are_read_once_the_column_is_agreed(head: str) -> None:
    asked = _read(SEGMENTS, head=head)
    found = finding(asked, "KOLOM_DIUSULKAN")
    assert (asked.outcome, len(asked.rows), found.proposal) == ("problems", 0, "Segmen")

    agreed = _read(SEGMENTS, head=head, accepted=["KOLOM_DIUSULKAN"])
    assert (agreed.outcome, sorted(values(agreed, *COLUMNS))) == ("ok", KEYS)
    assert codes(agreed).count("BARIS_TOTAL_DITINGGALKAN") == 3


def test_months_beneath_each_kecamatan_likewise() -> None:
    months = {"BPD": "September 2026", "RT/RW": "Oktober 2026"}
    rows = [[months.get(str(label), label), number] for label, number in SEGMENTS]
    report = _read(rows, title="Peserta aktif", accepted=["KOLOM_DIUSULKAN"], segmen="RT_RW")
    assert (report.outcome, report.totals, report.periods) == (
        "ok",
        {"peserta_aktif": 80},
        ("2026-09", "2026-10"),
    )


def test_kecamatan_beneath_each_segment_stay_the_areas() -> None:
    rows = [["BPD", 30], ["Undaan", 10], ["Jati", 20], ["RT/RW", 50], ["Undaan", 20], ["Jati", 30]]
    report = _read(rows, accepted=["KOLOM_DIUSULKAN"])
    assert (report.outcome, sorted(values(report, *COLUMNS))) == ("ok", KEYS)


def test_a_kecamatan_whose_number_misses_its_rows_is_told() -> None:
    report = _read([["Undaan", 33], *SEGMENTS[1:]], accepted=["KOLOM_DIUSULKAN"])
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (report.outcome, found.row, found.params["printed"]) == ("problems", 4, 33)


@pytest.mark.parametrize(
    "rows",
    [
        [["Undaan", 99], *SEGMENTS[1:3], ["Jati", 7], *SEGMENTS[4:]],
        [*SEGMENTS[:3], ["(blank)", 5], ["BPD", 5]],
        [*SEGMENTS[:3], ["Jati", 50]],
        [
            ["Undaan", 30],
            ["Laki-laki", 10],
            ["Perempuan", 20],
            ["Jati", 3],
            ["Laki-laki", 1],
            ["Perempuan", 2],
        ],
    ],
)
def test_what_sums_nothing_or_heads_nothing_known_is_still_refused(rows: Rows) -> None:
    assert codes(_read(rows, accepted=["KOLOM_DIUSULKAN"])) == ["TANPA_WILAYAH"]
