"""Where participants are heading: hand-computed lines, steps that bend nothing, and what must hold for any course."""

from __future__ import annotations

from datetime import datetime
from itertools import product
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_data.metrics.courses import Course, measure_courses
from jamsos_data.metrics.projection import (
    LINE,
    PROJECTED,
    TREND_COLUMNS,
    Trend,
    add_projection,
    measure_trends,
    project,
    read_trend,
)
from jamsos_data.metrics.questions import TargetQuestion
from jamsos_data.metrics.targets import measure_targets
from jamsos_data.periods import add_months, month_range
from jamsos_data.reference import Reference
from jamsos_data.wording import rows_of
from tests.metrics.tables import Engine, month, typed

UNDAAN, KALIREJO, KUTUK = "33.19.04", "33.19.04.2003", "33.19.04.2007"
SEPTEMBER = month("2026-09")
YEAR = [f"{moment:%Y-%m}" for moment in month_range(month("2025-10"), SEPTEMBER)]


def course(*changes: int, start: int = 1_000) -> Course:
    people = [start]
    for change in changes:
        people.append(people[-1] + change)
    months = month_range(add_months(SEPTEMBER, -len(changes)), SEPTEMBER)
    return Course(months=tuple(months), people=tuple(people))


def people(periode: str, kode: str, count: int) -> dict[str, object]:
    return {"periode": periode, "kode_wilayah": kode, "segmen": "RENTAN", "peserta_aktif": count}


def rising(kode: str, start: int, step: int) -> list[dict[str, object]]:
    return [people(key, kode, start + place * step) for place, key in enumerate(YEAR)]


def question(**asked: Any) -> TargetQuestion:
    return TargetQuestion(**{"bulan": SEPTEMBER, "segmen": "SEMUA"} | asked)


def projected(
    engine: Engine,
    reference: Reference,
    rows: list[dict[str, object]],
    *,
    target: int = 1_500,
    potensi: int = 2_000,
    due: str = "2026-12",
    incomplete: tuple[datetime, ...] = (),
) -> Any:
    """The row of the whole regency of 12 months of participants against a target in people."""
    asked = question(tingkat="kabupaten")
    kepesertaan = engine.table("kepesertaan", *rows)
    aims = {"tahun": 2026, "batas_waktu": due, "indikator": "peserta", "nilai": target}
    targets = measure_targets(
        kepesertaan,
        engine.table("potensi", {"tahun": 2026, "jumlah": potensi}),
        engine.table("target", aims),
        reference=reference,
        question=asked,
    )
    trends = measure_trends(kepesertaan, reference=reference, question=asked, incomplete=incomplete)
    assert {column: str(kind) for column, kind in trends.dtypes.items()} == TREND_COLUMNS
    found = add_projection(targets, trends, bulan=SEPTEMBER)
    assert {name: str(found[name].dtype) for name in PROJECTED} == PROJECTED
    return rows_of(found)[0]


def test_a_straight_line_is_continued_exactly_to_the_month_of_its_target(
    engine: Engine, reference: Reference
) -> None:
    """1.000 people in October 2025 and 30 more each month are 1.330 in September 2026 and 1.500 six months later."""
    row = projected(engine, reference, rising("33.19", 1_000, 30))

    assert (row.bulan_data, row.laju_lazim, row.meleset) == (12, 30.0, 0.0)
    assert (row.perkiraan, row.perkiraan_bawah, row.perkiraan_atas) == (1_420, 1_420, 1_420)
    assert row.tercapai_pada == month("2027-03")
    line = project(row, bulan=SEPTEMBER, until=month("2026-12"))
    assert {column: str(kind) for column, kind in line.dtypes.items()} == LINE
    assert line["perkiraan"].tolist() == [1_330, 1_360, 1_390, 1_420]


def test_what_cannot_be_reached_has_no_month_and_what_is_too_short_no_line(
    one_engine: Engine, reference: Reference
) -> None:
    falling = projected(one_engine, reference, rising("33.19", 1_000, -5))
    assert (falling.laju_lazim, falling.perkiraan) == (-5, 930)
    assert pd.isna(falling.tercapai_pada)

    above_potensi = projected(one_engine, reference, rising("33.19", 1_000, 90), target=2_100)
    assert pd.isna(above_potensi.tercapai_pada)
    assert above_potensi.perkiraan == 2_000

    short = projected(one_engine, reference, rising("33.19", 1_000, 30)[1:])
    assert (short.bulan_data, short.tanpa_perkiraan) == (11, "bulan_kurang")
    assert project(short, bulan=SEPTEMBER, until=month("2026-12")).empty

    row = projected(one_engine, reference, rising("33.19", 1_000, 30), incomplete=(SEPTEMBER,))
    assert (row.tanpa_perkiraan, pd.isna(row.laju_lazim)) == ("tanpa_data", True)


def test_steps_of_a_budget_or_a_cleaned_list_leave_the_pace_as_it_is() -> None:
    """Eleven changes, four of them steps: the median of 10 ×7, +8.000, +7.000, −2.500, −2.400 is 10.

    Judged are the last five, each against the median of those before it (10): they were missed by 0, 6.990, 0,
    2.410, 0. With five, four of five is the rank ceil(0,8 × 6) = 5: the largest.
    """
    found = read_trend(course(10, 10, -2_500, 10, 10, 8_000, 10, 7_000, 10, -2_400, 10))

    assert found is not None
    assert found == Trend(laju=10.0, meleset=6_990.0)
    assert found.after(3, people=5_000, ceiling=None) == (5_030, 0, 26_000)
    assert found.after(3, people=5_000, ceiling=9_000) == (5_030, 0, 9_000)


def test_of_twelve_judged_changes_the_most_surprising_one_does_not_widen_the_band() -> None:
    """Rank ceil(0,8 × 13) = 11 of 12 distances."""
    found = read_trend(course(*[20] * 10, 9_000, *[20] * 5, 60, 20, 20))

    assert found == Trend(laju=20.0, meleset=40.0)


def test_a_month_left_out_counts_as_its_change_for_each_month(reference: Reference) -> None:
    rows = typed("kepesertaan", [people("2025-09", "33.19", 970), *rising("33.19", 1_000, 30)])
    rows.loc[rows["periode"] == month("2026-05"), "peserta_aktif"] = 3

    trends = measure_trends(
        rows, reference=reference, question=question(tingkat="kabupaten"), incomplete=[month("2026-05")]
    )

    found = trends.set_index("segmen").loc["SEMUA"]
    assert (found["bulan_data"], found["laju"], found["meleset"]) == (12, 30, 0)


def test_a_desa_that_falls_silent_bends_no_line(reference: Reference) -> None:
    """Kutuk stops in July: the line of Undaan goes on over Kalirejo, from the people that are stated now."""
    rows = [*rising(KALIREJO, 100, 2), *rising(KUTUK, 500, 3)[:9]]

    courses = measure_courses(
        typed("kepesertaan", rows), reference=reference, question=question(tingkat="desa", dalam=UNDAAN)
    )

    assert courses[KALIREJO, "RENTAN"].people == tuple(range(100, 124, 2))
    assert courses[UNDAAN, "BPU"].people[-4:] == (116, 118, 120, 122)
    assert courses[UNDAAN, "BPU"].people[:2] == (122 - 6 - 8 * 5, 122 - 6 - 7 * 5)
    assert (KUTUK, "RENTAN") not in courses


def test_people_of_construction_bend_the_line_only_of_who_asks_for_them(reference: Reference) -> None:
    """100 to 122 vulnerable workers, and 40 of construction in the last two months."""
    built = [{**people(key, "33.19", 40), "segmen": "JAKON"} for key in YEAR[-2:]]
    rows = typed("kepesertaan", [*rising("33.19", 100, 2), *built])

    def last(**asked: Any) -> tuple[int, ...]:
        wanted = question(tingkat="kabupaten", **asked)
        return measure_courses(rows, reference=reference, question=wanted)["33.19", "SEMUA"].people[-3:]

    assert last(dengan_jakon=False) == (118, 120, 122)
    assert last() == (118, 160, 162)


def test_the_order_of_rows_never_matters(reference: Reference) -> None:
    rows = [*rising(KALIREJO, 100, 2), *rising(KUTUK, 500, 3)[:9], *rising("33.19", 900, -7)]
    shuffled = [rows[place * 7 % len(rows)] for place in range(len(rows))]
    assert len({tuple(map(str, row.values())) for row in shuffled}) == len(rows)

    one, other = (
        measure_trends(typed("kepesertaan", table), reference=reference, question=question())
        for table in (rows, shuffled)
    )

    pd.testing.assert_frame_equal(one, other)


@settings(max_examples=60, deadline=None)
@given(
    changes=st.lists(st.integers(-3_000, 3_000), min_size=11, max_size=36),
    ceiling=st.none() | st.integers(0, 60_000),
    shift=st.integers(-50, 50),
)
def test_of_any_course(changes: list[int], ceiling: int | None, shift: int) -> None:
    line = course(*changes, start=200_000)
    trend = read_trend(line)
    assert trend is not None
    last = line.people[-1]
    for months, top in product((0, 1, 12, 120), (ceiling, None)):
        expected, low, high = trend.after(months, people=last, ceiling=top)
        assert 0 <= low <= expected <= high
        assert top is None or high <= max(top, last)
    reached = trend.months_to(last + 1_000, people=last, ceiling=None)
    if reached is not None:
        assert trend.after(reached, people=last, ceiling=None)[0] >= last + 1_000
        assert trend.after(reached - 1, people=last, ceiling=None)[0] < last + 1_000
    tilted = read_trend(course(*(change + shift for change in changes), start=200_000))
    assert tilted == Trend(laju=trend.laju + shift, meleset=trend.meleset)
