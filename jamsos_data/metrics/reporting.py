"""Which village reported for which month and segment: how complete the data themselves are.

A desa that states 0 people has reported; one without a row has not. Where a kecamatan states people of the segment for
itself as a whole, those of its desa may stand there: the month then counts as stated as a whole, not as missing.
"""

from __future__ import annotations

from datetime import datetime

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import collect, in_months, lazy, with_codes
from jamsos_data.metrics.questions import CoverageQuestion
from jamsos_data.periods import add_months, month_range
from jamsos_data.reference import Reference

MONTHS = 12
REPORTED, AS_A_WHOLE, SILENT = "melapor", "utuh", "kosong"
COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    "induk": "str",
    "periode": "datetime64[us]",
    "keadaan": "str",
}


def measure_reporting(
    kepesertaan: IntoFrame, *, reference: Reference, question: CoverageQuestion, months: int = MONTHS
) -> pd.DataFrame:
    """Each desa expected to report, in each of the `months` through question.bulan; COLUMNS gives the columns.

    keadaan: melapor (the desa has a row of the segment or one under it), utuh (none, but its kecamatan has one of its
    own and no desa in it has), kosong. Of all segments together every desa of question.dalam is expected; of one
    segment those that reported it in any of these months. Months before the first with data are left out.
    Raises ValueError for an unknown area or segment.
    """
    tree = reference.segmen_tree
    if question.segmen not in tree:
        raise ValueError(f"unknown segmen {question.segmen!r}")
    scope = area_scope(reference, tingkat="desa", dalam=question.dalam)
    since = add_months(question.bulan, 1 - months)
    rows = in_months(lazy(kepesertaan), since=since, until=question.bulan)
    everywhere = question.segmen == tree.root
    asked = with_codes(rows, "segmen", None if everywhere else tree.descendants(question.segmen))
    keys = ["periode", "kode_wilayah"]
    stated = collect(scope.keep_inside(asked).select(*keys).unique(), sort_by=keys)
    first = _first_month(kepesertaan)
    if first is None or first > question.bulan:
        return _frame([])
    by_month: dict[datetime, set[str]] = {}
    for periode, kode in zip(stated["periode"], stated["kode_wilayah"].tolist(), strict=True):
        by_month.setdefault(periode.to_pydatetime(), set()).add(kode)
    ever = set().union(*by_month.values())
    expected = [kode for kode in scope.shown if everywhere or kode in ever]
    shown = month_range(max(first, since), question.bulan)
    states = {month: _states(expected, by_month.get(month, set()), reference) for month in shown}
    return _frame(
        [
            {
                "kode_wilayah": kode,
                "wilayah": reference.area_name(kode),
                "induk": reference.parent_area(kode),
                "periode": month,
                "keadaan": states[month][kode],
            }
            for kode in expected
            for month in shown
        ]
    )


def reported_by_kecamatan(rows: pd.DataFrame, *, reference: Reference) -> pd.DataFrame:
    """Rows of measure_reporting by kecamatan and month: kode_wilayah, wilayah, periode, melapor, utuh, desa, persen.

    melapor, utuh and desa (int64) count desa: those that reported by themselves, those stated only with their kecamatan
    as a whole, and all; persen is the share of the first. keadaan: utuh where the kecamatan is known only so, else "".
    """
    counted = with_counts(rows)
    sums = counted.groupby(["induk", "periode"], as_index=False)[["melapor", "utuh", "desa"]].sum()
    sums = sums.rename(columns={"induk": "kode_wilayah"})
    only_whole = (sums["utuh"] > 0) & (sums["melapor"] == 0)
    return sums.assign(
        wilayah=[reference.area_name(kode) for kode in sums["kode_wilayah"]],
        persen=100 * sums["melapor"] / sums["desa"],
        keadaan=only_whole.map({True: AS_A_WHOLE, False: ""}),
    )


def with_counts(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of measure_reporting with melapor, utuh (each 0 or 1) and desa (1), int64."""
    counts = {state: (rows["keadaan"] == state).astype("int64") for state in (REPORTED, AS_A_WHOLE)}
    return rows.assign(**counts, desa=1)


def _states(expected: list[str], stated: set[str], reference: Reference) -> dict[str, str]:
    by_desa = {reference.parent_area(kode) for kode in stated if reference.area_level(kode) == "desa"}
    states = {}
    for kode in expected:
        parent = reference.parent_area(kode)
        whole = parent in stated and parent not in by_desa
        states[kode] = REPORTED if kode in stated else AS_A_WHOLE if whole else SILENT
    return states


def _first_month(kepesertaan: IntoFrame) -> datetime | None:
    found = lazy(kepesertaan).select(nw.col("periode").min()).collect("pandas").to_native()["periode"]
    return None if found.empty or pd.isna(found.iloc[0]) else found.iloc[0].to_pydatetime()


def _frame(rows: list[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="object").astype(COLUMNS)
