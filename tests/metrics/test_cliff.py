"""The coverage cliff: when paid protection ends, whose, where, and what is left of coverage month by month."""

from __future__ import annotations

from typing import Any

import pandas as pd

from jamsos_data.metrics.budget_ends import measure_budget_ends
from jamsos_data.metrics.cliff import (
    CLIFF_COLUMNS,
    ENDING_COLUMNS,
    measure_cliff,
    measure_endings,
)
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.premiums import measure_premiums
from jamsos_data.metrics.questions import CoverageQuestion, PremiumQuestion
from jamsos_data.reference import Reference
from tests.metrics.premium_tables import UNDAAN, WATES, Rows, budget, paid, people
from tests.metrics.tables import Engine, month, typed

JATI = "33.19.03"
SEPTEMBER = month("2025-09")
ROWS: Rows = [
    people("2025-09", 300, lunas_sampai="2025-11"),
    people("2025-09", 40, lunas_sampai="2025-11", kode_wilayah=WATES),
    people("2025-09", 60, lunas_sampai="2025-10", kode_wilayah=JATI, sumber_dana="CSR"),
    people("2025-08", 25, lunas_sampai="2025-09", kode_wilayah=JATI, sumber_dana="SERTAKAN"),
    people("2025-09", 25, lunas_sampai="2025-09", kode_wilayah=JATI, sumber_dana="SERTAKAN"),
    people("2025-09", 70, lunas_sampai="2025-09", kode_wilayah=JATI, sumber_dana="MANDIRI"),
    people("2025-09", 90, kode_wilayah=UNDAAN, sumber_dana="PADES"),
]
BUDGETS = ((UNDAAN, "PADES", "RENTAN", month("2025-10")),)
POTENSI: Rows = [
    {"tahun": 2025, "kode_wilayah": code, "segmen": "SEMUA", "jumlah": number}
    for code, number in (("33.19", 1_000), (UNDAAN, 400), (JATI, 500))
]


def asked(**more: Any) -> CoverageQuestion:
    return CoverageQuestion(**{"bulan": SEPTEMBER, "tingkat": "kabupaten"} | more)


def cliff(engine: Engine, reference: Reference, rows: Rows = ROWS, **more: Any) -> pd.DataFrame:
    found = measure_cliff(
        engine.table("kepesertaan", *rows),
        engine.table("potensi", *POTENSI),
        reference=reference,
        question=asked(**more),
        budgets=BUDGETS,
    )
    assert {column: str(kind) for column, kind in found.dtypes.items()} == CLIFF_COLUMNS
    return found


def test_people_leave_after_the_month_that_is_paid_and_nobody_else_does(
    engine: Engine, reference: Reference
) -> None:
    """585 people: SERTAKAN's 25 end in September as announced in August, CSR's 60 and PADES's 90 in October, DBHCHT's
    340 in November. MANDIRI's 70 are paid month by month and stay: 7 % of 1.000."""
    rows = cliff(engine, reference)

    assert rows["peserta_aktif"].tolist() == [585, 560, 410, *[70] * 10]
    assert rows["berakhir"].tolist() == [0, 25, 150, 340, *[0] * 9]
    assert rows["persen"].tolist()[:4] == [58.5, 56.0, 41.0, 7.0]
    assert (rows["periode"].min(), rows["periode"].max()) == (SEPTEMBER, month("2026-09"))

    endings = measure_endings(
        engine.table("kepesertaan", *ROWS), reference=reference, question=asked(), budgets=BUDGETS
    )
    assert {column: str(kind) for column, kind in endings.dtypes.items()} == ENDING_COLUMNS
    assert [
        (f"{row['sampai']:%Y-%m}", row["sebab"], row["sumber_dana"], row["peserta_aktif"], row["di_muka"])
        for row in records(endings)
    ] == [
        ("2025-09", "lunas", "SERTAKAN", 25, 0),
        ("2025-10", "pagu", "PADES", 90, None),
        ("2025-10", "lunas", "CSR", 60, 60 * 16_800),
        ("2025-11", "lunas", "DBHCHT", 340, 340 * 2 * 16_800),
    ]


def test_all_kecamatan_and_those_not_mapped_add_up_to_the_regency_in_any_order_of_rows(
    one_engine: Engine, reference: Reference
) -> None:
    whole = cliff(one_engine, reference).set_index("periode")
    areas = cliff(one_engine, reference, tingkat="kecamatan")

    sums = areas.groupby("periode")[["peserta_aktif", "berakhir"]].sum()
    assert sums["peserta_aktif"].tolist() == whole["peserta_aktif"].tolist()
    assert sums["berakhir"].tolist() == whole["berakhir"].tolist()
    last = areas[areas["periode"] == month("2026-09")].set_index(["kode_wilayah", "terpetakan"])
    assert last["peserta_aktif"].loc[[(UNDAAN, True), (JATI, True), ("33.19", False)]].tolist() == [0, 70, 0]
    pd.testing.assert_frame_equal(areas, cliff(one_engine, reference, ROWS[::-1], tingkat="kecamatan"))


def test_one_source_and_one_segment_have_their_own_cliff(one_engine: Engine, reference: Reference) -> None:
    assert cliff(one_engine, reference, sumber_dana="CSR")["peserta_aktif"].tolist()[:3] == [60, 60, 0]
    assert cliff(one_engine, reference, segmen="PU")["berakhir"].sum() == 0
    assert cliff(one_engine, reference, dalam=UNDAAN)["peserta_aktif"].tolist()[:4] == [130, 130, 40, 0]


def test_five_billion_for_30_264_people_pay_nine_whole_months_of_9_8(reference: Reference) -> None:
    """Rp16.800 × 30.264 = Rp508.435.200 a month; after nine months Rp424.083.200 are left: less than a month."""
    months = [f"2025-{number:02d}" for number in range(1, 10)]
    tables = (
        typed("iuran", [paid(key, 508_435_200, 30_264) for key in months]),
        typed("anggaran", [budget(5_000_000_000, sumber_dana="APBD_KAB")]),
        typed("kepesertaan", [people(key, 30_264) for key in months]),
    )
    question = PremiumQuestion(bulan=SEPTEMBER)

    ends = measure_budget_ends(*tables, reference=reference, question=question)

    sources = measure_premiums(*tables, reference=reference, question=question)
    assert round(sources["bulan_cukup"].max(), 1) == 9.8
    assert ends == tuple(("33.19", source, "RENTAN", SEPTEMBER) for source in ("APBD_KAB", "DBHCHT"))
    rows = measure_cliff(
        typed("kepesertaan", [people("2025-09", 30_264)]),
        typed("potensi", POTENSI),
        reference=reference,
        question=asked(),
        budgets=ends,
    )
    assert rows["peserta_aktif"].tolist()[:2] == [30_264, 0]


def test_nobody_leaves_twice_where_a_total_and_its_part_end_differently(
    one_engine: Engine, reference: Reference
) -> None:
    """BPU 100 to November, of them RENTAN 30 to October: 30 leave, then 70."""
    rows = [
        people("2025-09", 100, segmen="BPU", kode_wilayah=WATES, lunas_sampai="2025-11"),
        people("2025-09", 30, kode_wilayah=WATES, lunas_sampai="2025-10"),
    ]
    found = cliff(one_engine, reference, rows)
    assert found["peserta_aktif"].tolist()[:4] == [100, 100, 70, 0]
    assert found["berakhir"].tolist()[:4] == [0, 0, 30, 70]
    rows[1]["lunas_sampai"] = None
    stay = cliff(one_engine, reference, rows)
    assert stay["peserta_aktif"].tolist()[:4] == [100, 100, 100, 30]


def test_whether_somebody_ends_does_not_depend_on_the_area_looked_at(
    engine: Engine, reference: Reference
) -> None:
    """WATES announced September in July; JATI is paid month by month, by the same payer for the same segment."""
    rows = [
        row
        for key in ("2025-07", "2025-08", "2025-09")
        for row in (
            people(key, 100, kode_wilayah=WATES, lunas_sampai="2025-09"),
            people(key, 5_000, kode_wilayah=JATI, lunas_sampai=key),
        )
    ]
    table = engine.table("kepesertaan", *rows)

    def ending(**more: Any) -> list[int]:
        found = measure_endings(table, reference=reference, question=asked(**more))
        return found["peserta_aktif"].tolist()

    assert ending() == ending(tingkat="kecamatan") == ending(dalam=UNDAAN) == ending(dalam=WATES) == [100]
    assert ending(dalam=JATI) == []


def test_another_package_of_the_same_people_announces_nothing_for_them(
    one_engine: Engine, reference: Reference
) -> None:
    rows = [
        people("2025-08", 100, lunas_sampai="2025-09"),
        people("2025-09", 100, lunas_sampai="2025-09"),
        people("2025-09", 900, lunas_sampai="2025-09", program="JKK+JKM+JHT"),
    ]
    assert cliff(one_engine, reference, rows)["berakhir"].tolist()[:2] == [0, 100]
