"""What must hold for any table: order never matters, totals add up, splitting changes nothing, engines agree."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from jamsos_data.metrics.coverage import measure_coverage, measure_coverage_by_segmen
from jamsos_data.metrics.premiums import measure_premiums
from jamsos_data.metrics.questions import AreaLevel, CoverageQuestion, PremiumQuestion
from jamsos_data.metrics.target_choice import Target
from jamsos_data.metrics.targets import additions_per_month, people_needed
from jamsos_data.reference import load_reference
from tests.metrics.tables import month, typed

REFERENCE = load_reference()
BULAN = month("2026-09")
AREAS = ["33.19", "33.19.04", "33.19.04.2003", "33.19.04.2007", "33.19.09", "33.19.09.2017"]
SEGMENTS = ["SEMUA", "BPU", "RENTAN", "UMKM", "PU", "PU_SWASTA", "JAKON"]
SOURCES = ["TIDAK_DIRINCI", "APBD_KAB", "DBHCHT", "APBDES", "ADD", "MANDIRI"]
PROGRAMS = ["JKK+JKM", "JKK+JKM+JHT"]
Row = dict[str, object]

people = st.fixed_dictionaries(
    {
        "periode": st.sampled_from(["2026-08", "2026-09"]),
        "kode_wilayah": st.sampled_from(AREAS),
        "segmen": st.sampled_from(SEGMENTS),
        "sumber_dana": st.sampled_from(SOURCES),
        "program": st.sampled_from(PROGRAMS),
        "peserta_aktif": st.integers(0, 10_000),
        "lunas_sampai": st.sampled_from([None, "2026-08", "2026-12"]),
    }
)
workers = st.fixed_dictionaries(
    {
        "tahun": st.sampled_from([2024, 2026]),
        "kode_wilayah": st.sampled_from(AREAS),
        "segmen": st.sampled_from(SEGMENTS),
        "jumlah": st.integers(0, 100_000),
        "estimasi": st.booleans(),
    }
)
payments = st.fixed_dictionaries(
    {
        "periode": st.sampled_from(["2025-12", "2026-01", "2026-09"]),
        "kode_wilayah": st.sampled_from(AREAS),
        "segmen": st.sampled_from(SEGMENTS),
        "sumber_dana": st.sampled_from(SOURCES),
        "nilai": st.integers(0, 10**9),
        "peserta_dibayar": st.integers(0, 1_000),
        "bulan_dibayar": st.integers(0, 12),
    }
)
budgets = st.fixed_dictionaries(
    {
        "tahun": st.sampled_from([2025, 2026]),
        "versi": st.sampled_from(["murni", "pergeseran", "perubahan"]),
        "kode_wilayah": st.sampled_from(AREAS),
        "segmen": st.sampled_from(["SEMUA", "BPU", "RENTAN"]),
        "sumber_dana": st.sampled_from(SOURCES),
        "pagu": st.integers(0, 10**10),
    }
)
some_people = st.lists(people, max_size=12)
some_workers = st.lists(workers, max_size=8)
levels = st.sampled_from(["kabupaten", "kecamatan", "desa"])
few = settings(max_examples=12, deadline=None)
fewer = settings(max_examples=6, deadline=None)


def coverage(
    rows: list[Row],
    potensi: list[Row],
    *,
    tingkat: AreaLevel = "kecamatan",
    jakon: bool = True,
    lazily: bool = False,
) -> pd.DataFrame:
    frames = typed("kepesertaan", rows), typed("potensi", potensi)
    tables = [pl.from_pandas(frame).lazy() for frame in frames] if lazily else list(frames)
    question = CoverageQuestion(bulan=BULAN, tingkat=tingkat, dengan_jakon=jakon)
    return measure_coverage_by_segmen(*tables, reference=REFERENCE, question=question)


def premiums(rows: list[Row], paid: list[Row], lines: list[Row], *, lazily: bool = False) -> pd.DataFrame:
    frames = typed("iuran", paid), typed("anggaran", lines), typed("kepesertaan", rows)
    tables = [pl.from_pandas(frame).lazy() for frame in frames] if lazily else list(frames)
    question = PremiumQuestion(bulan=BULAN, tingkat="kecamatan")
    return measure_premiums(*tables, reference=REFERENCE, question=question)


def in_two(rows: list[Row], column: str) -> list[Row]:
    """Every row as two rows that together say the same."""
    whole: list[tuple[Row, int]] = [(row, int(str(row[column]))) for row in rows]
    return [row | {column: part} for row, count in whole for part in (count // 3, count - count // 3)]


class TestCoverage:
    @few
    @given(rows=some_people, potensi=some_workers, tingkat=levels, jakon=st.booleans(), shuffle=st.randoms())
    def test_the_order_of_rows_never_matters(self, rows, potensi, tingkat, jakon, shuffle) -> None:
        expected = coverage(rows, potensi, tingkat=tingkat, jakon=jakon)
        shuffle.shuffle(rows)
        shuffle.shuffle(potensi)
        assert_frame_equal(coverage(rows, potensi, tingkat=tingkat, jakon=jakon), expected)

    @few
    @given(rows=some_people, potensi=some_workers, tingkat=levels, jakon=st.booleans())
    def test_pandas_and_lazy_polars_agree(self, rows, potensi, tingkat, jakon) -> None:
        expected = coverage(rows, potensi, tingkat=tingkat, jakon=jakon)
        assert_frame_equal(coverage(rows, potensi, tingkat=tingkat, jakon=jakon, lazily=True), expected)

    @few
    @given(rows=some_people, potensi=some_workers)
    def test_splitting_a_row_in_two_changes_nothing(self, rows, potensi) -> None:
        halves = coverage(in_two(rows, "peserta_aktif"), in_two(potensi, "jumlah"))
        assert_frame_equal(halves, coverage(rows, potensi))

    @few
    @given(rows=some_people, tingkat=st.sampled_from(["kecamatan", "desa"]), jakon=st.booleans())
    def test_the_areas_and_what_is_not_mapped_add_up_to_the_regency(self, rows, tingkat, jakon) -> None:
        whole = coverage(rows, [], tingkat="kabupaten", jakon=jakon).set_index("segmen")["peserta_aktif"]
        parts = coverage(rows, [], tingkat=tingkat, jakon=jakon).groupby("segmen")["peserta_aktif"].sum()
        assert whole.fillna(0).to_dict() == parts.to_dict()

    @few
    @given(rows=some_people)
    def test_all_people_are_at_least_those_of_any_row_and_at_most_those_of_all_rows(self, rows) -> None:
        question = CoverageQuestion(bulan=BULAN, tingkat="kabupaten")
        frame = typed("kepesertaan", rows)
        total = measure_coverage(frame, typed("potensi", []), reference=REFERENCE, question=question)
        counts = [row["peserta_aktif"] for row in rows if row["periode"] == "2026-09"]
        if not counts:
            assert total["peserta_aktif"].isna().all()
        else:
            assert max(counts) <= total["peserta_aktif"].iloc[0] <= sum(counts)


class TestPremiums:
    @fewer
    @given(
        rows=some_people,
        paid=st.lists(payments, max_size=6),
        lines=st.lists(budgets, max_size=6),
        shuffle=st.randoms(),
    )
    def test_neither_order_nor_engine_matters(self, rows, paid, lines, shuffle) -> None:
        expected = premiums(rows, paid, lines)
        for table in (rows, paid, lines):
            shuffle.shuffle(table)
        assert_frame_equal(premiums(rows, paid, lines, lazily=True), expected)

    @fewer
    @given(rows=some_people, paid=st.lists(payments, max_size=6), lines=st.lists(budgets, max_size=6))
    def test_splitting_a_row_in_two_changes_nothing(self, rows, paid, lines) -> None:
        paid = [row | {"bulan_dibayar": 1} for row in paid]
        halves = [row | {"peserta_dibayar": 0} for row in in_two(paid, "nilai")]
        counted = [row | {"nilai": 0} for row in paid]
        split = premiums(in_two(rows, "peserta_aktif"), halves + counted, in_two(lines, "pagu"))
        assert_frame_equal(split, premiums(rows, paid, lines))


class TestTargets:
    @given(nilai=st.decimals(0, 100, places=2), potensi=st.integers(0, 10**9))
    def test_the_people_needed_are_the_fewest_that_reach_the_percentage(
        self, nilai: Decimal, potensi: int
    ) -> None:
        target = Target(
            kode_wilayah="33.19",
            segmen="SEMUA",
            indikator="persen",
            nilai=float(nilai),
            batas_waktu=BULAN,
            dasar_hukum="",
        )
        needed = people_needed(target, potensi)
        assert needed is not None
        assert 100 * needed >= nilai * potensi
        assert 100 * (needed - 1) < nilai * potensi or needed == 0

    @given(short=st.integers(1, 10**6), months=st.integers(1, 60))
    def test_the_monthly_additions_suffice_and_one_less_would_not(self, short: int, months: int) -> None:
        monthly = additions_per_month(short, months)
        assert monthly is not None
        assert monthly * months >= short > (monthly - 1) * months
