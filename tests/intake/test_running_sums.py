"""Payments added up until each month: where the figures prove it they are not taken, and a title that names the
months of its columns asks nothing.
"""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, finding, read, xlsx_of

WITHOUT_MONTH = {name: text for name, text in GIVEN.items() if name != "periode"}
GROWING = [["Jati", 100_000, 200_000, 300_000], ["Bae", 50_000, 100_000, 160_000]]
FALLING = [["Jati", 100_000, 90_000, 110_000], ["Bae", 50_000, 60_000, 40_000]]
HEADS = ["Kecamatan", "Januari", "Februari", "Maret"]


@pytest.mark.parametrize(
    "above",
    [
        [["REALISASI IURAN KUMULATIF TAHUN 2026"], HEADS],
        [["REALISASI IURAN S.D. BULAN BERJALAN 2026"], HEADS],
        [["IURAN 2026"], ["Kecamatan", "s.d. Januari", "s.d. Februari", "s.d. Maret"]],
    ],
)
def test_running_sums_of_several_months_are_never_taken(above: Rows) -> None:
    content = xlsx_of({"S": [*above, *GROWING]})
    report = read(content, kind="iuran", given=WITHOUT_MONTH, accepted=["IURAN_BERJALAN", "IURAN_KUMULATIF"])
    assert (finding(report, "IURAN_BERJALAN").severity, len(report.rows)) == ("error", 0)


@pytest.mark.parametrize(("rows", "code"), [(GROWING, "IURAN_BERJALAN"), (FALLING, "IURAN_KUMULATIF")])
def test_running_sums_may_stand_beneath_each_other(rows: Rows, code: str) -> None:
    months = ("Jan 2026", "Feb 2026", "Mar 2026")
    body = [[row[0], month, amount] for row in rows for month, amount in zip(months, row[1:], strict=True)]
    sheet = [["IURAN KUMULATIF"], ["Kecamatan", "Bulan", "Iuran"], *body]
    assert code in codes(read(xlsx_of({"S": sheet}), kind="iuran", given=WITHOUT_MONTH))


@pytest.mark.parametrize(("rows", "outcome"), [(FALLING, "ok"), (GROWING, "problems")])
def test_a_title_that_names_the_months_of_its_columns_asks_only_where_they_all_grow(
    rows: Rows, outcome: str
) -> None:
    sheet = [["REALISASI IURAN JANUARI S.D. MARET 2026"], HEADS, *rows]
    report = read(xlsx_of({"S": sheet}), kind="iuran", given=WITHOUT_MONTH)
    assert report.outcome == outcome, codes(report)
