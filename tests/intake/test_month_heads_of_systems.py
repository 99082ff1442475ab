"""Months at the heads of columns as programs write them: 202609, "Per 30/09/2026"."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, read, values, xlsx_of

WITHOUT_MONTH = {name: text for name, text in GIVEN.items() if name != "periode"}
READ = [
    ("33.19.03", "2026-09", 50),
    ("33.19.07", "2026-09", 40),
    ("33.19.03", "2026-10", 55),
    ("33.19.07", "2026-10", 45),
]


@pytest.mark.parametrize(
    "heads",
    [
        ["202609", "202610"],
        [202609, 202610],
        ["Per 30/09/2026", "Per 31/10/2026"],
        ["Posisi 30-09-2026", "Posisi 31-10-2026"],
    ],
)
def test_such_heads_are_months(heads: list[object]) -> None:
    rows = [["PESERTA AKTIF"], ["No", "Kecamatan", *heads], [1, "Jati", 50, 55], [2, "Bae", 40, 45]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_MONTH)
    assert (report.outcome, values(report, "kode_wilayah", "periode", "peserta_aktif")) == ("ok", READ), (
        codes(report)
    )


@pytest.mark.parametrize("figures", [[202609, 202610], [202613, 202614]])
def test_figures_that_look_like_months_are_no_head(figures: list[int]) -> None:
    rows = [["Kecamatan", "PU", "BPU"], ["Jati", *figures], ["Bae", 202611, 7]]
    given = {name: text for name, text in GIVEN.items() if name != "segmen"}
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=given)
    assert len(report.rows) == 4, codes(report)
