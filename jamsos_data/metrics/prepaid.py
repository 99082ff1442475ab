"""Protection that is paid for beyond the month looked at: whose, by whom, until when, and at what cost.

`lunas_sampai` is the last month that a row's people are paid for, as the file states it. Money that was paid for
later months is gone from the budget but not from the protection: whoever asks how long a budget lasts has to
count it, and whoever compares payments with a month's people meets it as a difference.

A last paid month that is the very month looked at ends protection only where an earlier month had announced it for the
same area, programme, segment and source: monthly payers are reported like that every month, and stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import narwhals as nw
import numpy as np
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import AreaScope, area_scope
from jamsos_data.metrics.disjoint_ends import subtract_children_by_end
from jamsos_data.metrics.estimates import add_tariffs, only_asked
from jamsos_data.metrics.frames import add_up, collect, in_memory, in_months, lazy, listed
from jamsos_data.metrics.identity import kept_for_table
from jamsos_data.metrics.participants import CELL
from jamsos_data.metrics.payments import LONGEST_PAYMENT
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.periods import add_months, month_range, months_between
from jamsos_data.reference import Reference

KEPT_MONTHS = 24  # of each table: months of which all of the regency is kept
_NODE = ["kode_wilayah", "program", "segmen", "sumber_dana"]
_ROW = [*_NODE, "lunas_sampai", "berakhir"]
_SHOWN = ["lunas_sampai", "sumber_dana", "segmen"]
COLUMNS = {
    "lunas_sampai": "datetime64[us]",
    "sumber_dana": "str",
    "segmen": "str",
    "peserta_aktif": "int64",
    "di_muka": "Int64",
}


def paid_until(
    kepesertaan: IntoFrame, *, reference: Reference, scope: AreaScope, question: PremiumQuestion
) -> pd.DataFrame:
    """People of question.bulan whose last paid month is stated and not past, each once (:mod:`disjoint_ends`).

    Columns: kode_wilayah (row of the answer), program, segmen, sumber_dana, lunas_sampai, berakhir (whether protection
    ends with it: False for those who are reported month by month), peserta_aktif (int64 orang), di_muka (Int64 Rp:
    people × the tariff of each month after question.bulan through lunas_sampai, at most LONGEST_PAYMENT of them; 0
    without such a month, NA where a tariff is unknown).
    """
    if "lunas_sampai" not in lazy(kepesertaan).collect_schema().names():
        return pd.DataFrame(columns=[*_ROW, "peserta_aktif", "di_muka"]).astype(
            COLUMNS | {"berakhir": "bool"}
        )
    judged = _of_regency(kepesertaan, reference=reference, bulan=question.bulan)
    asked = only_asked(scope.keep_inside(judged), reference=reference, question=question)
    gathered = asked.with_columns(scope.gather().alias("kode_wilayah"))
    counted = collect(add_up(gathered, "peserta_aktif", by=_ROW), sort_by=_ROW)
    found = counted[counted["peserta_aktif"] > 0].reset_index(drop=True)
    return found.assign(di_muka=_cost_ahead(found, reference=reference, question=question))


@kept_for_table(at_most=KEPT_MONTHS)
def _of_regency(kepesertaan: IntoFrame, *, reference: Reference, bulan: datetime) -> nw.LazyFrame:
    """All people of the regency whose end is not past, where they are stated: _ROW, peserta_aktif."""
    rows = area_scope(reference, tingkat="kabupaten").keep_inside(lazy(kepesertaan))
    people = _people_by_end(rows, reference=reference, bulan=bulan)
    running = people[people["lunas_sampai"] >= bulan]
    announced = _announced(rows, bulan=bulan)
    ending = [
        until > bulan or tuple(node) in announced
        for until, *node in zip(running["lunas_sampai"], *(running[name] for name in _NODE), strict=True)
    ]
    judged = running.assign(berakhir=pd.Series(ending, index=running.index, dtype="bool"))
    return in_memory(judged[[*_ROW, "peserta_aktif"]].reset_index(drop=True))


def measure_paid_until(
    kepesertaan: IntoFrame, *, reference: Reference, question: PremiumQuestion
) -> pd.DataFrame:
    """People of question.bulan whose protection ends, by last paid month, funding source and segment; see COLUMNS.

    peserta_aktif: orang; di_muka: Rp for the months after question.bulan (NA where a tariff is unknown). People
    whose last paid month is not stated, past, or that of monthly payers are not listed. Earliest end first, then most
    people.
    Raises ValueError for an unknown area, segment or funding source.
    """
    scope = area_scope(reference, tingkat="kabupaten", dalam=question.dalam)
    stated = paid_until(kepesertaan, reference=reference, scope=scope, question=question)
    found = stated[stated["berakhir"]]
    groups = found.groupby(_SHOWN)
    unknown = found.assign(unknown=found["di_muka"].isna()).groupby(_SHOWN)["unknown"].any()
    sums = groups[["peserta_aktif"]].sum().assign(di_muka=groups["di_muka"].sum().mask(unknown))
    ordered = sums.reset_index().sort_values(
        ["lunas_sampai", "peserta_aktif", "sumber_dana", "segmen"],
        ascending=[True, False, True, True],
        ignore_index=True,
    )
    return ordered[list(COLUMNS)].astype(COLUMNS)


def cost_ahead_by_month(
    rows: pd.DataFrame, *, reference: Reference, question: PremiumQuestion
) -> pd.DataFrame:
    """Rp of :func:`paid_until` by month, known tariffs only: kode_wilayah, sumber_dana, segmen, periode, rupiah."""
    keys = ["kode_wilayah", "sumber_dana", "segmen", "periode"]
    priced = _months_ahead(rows, reference=reference, question=question).dropna(subset=["rupiah"])
    return priced.groupby(keys, as_index=False)[["rupiah"]].sum()


def announced_ends(rows: nw.LazyFrame, *, by: Sequence[str]) -> nw.LazyFrame:
    """The distinct last paid months `by` keys that a month before them had announced: the keys and lunas_sampai."""
    ahead = rows.filter(~nw.col("lunas_sampai").is_null() & (nw.col("lunas_sampai") > nw.col("periode")))
    return ahead.select(*by, "lunas_sampai").unique()


def _announced(rows: nw.LazyFrame, *, bulan: datetime) -> set[tuple[str, ...]]:
    """The nodes of _NODE, before they are gathered into coarser areas, whose end with `bulan` was announced."""
    ends = announced_ends(rows, by=_NODE).filter(nw.col("lunas_sampai") == bulan)
    return set(collect(ends.select(*_NODE), sort_by=_NODE).itertuples(index=False, name=None))


def _people_by_end(rows: nw.LazyFrame, *, reference: Reference, bulan: datetime) -> pd.DataFrame:
    """The people of `bulan`, each once: CELL, segmen, sumber_dana, lunas_sampai (NaT = not stated), peserta_aktif.

    Cells in which no end is stated are left out.
    """
    month = in_months(rows, since=bulan, until=bulan)
    known = month.filter(~nw.col("lunas_sampai").is_null()).select(*CELL).unique()
    keys = [*CELL, "segmen", "sumber_dana", "lunas_sampai"]
    counted = add_up(month.join(known, on=list(CELL), how="semi"), "peserta_aktif", by=keys)
    trees = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}
    return subtract_children_by_end(
        collect(counted, sort_by=keys), cell=CELL, trees=trees, end="lunas_sampai", value="peserta_aktif"
    )


def _cost_ahead(rows: pd.DataFrame, *, reference: Reference, question: PremiumQuestion) -> pd.Series:
    """Rp for the months after question.bulan through lunas_sampai, in the order of `rows`."""
    priced = _months_ahead(rows, reference=reference, question=question)
    unknown = priced["rupiah"].isna().groupby(priced["baris"]).any().astype("bool")
    sums = priced["rupiah"].groupby(priced["baris"]).sum().mask(unknown).reindex(rows.index)
    return sums.mask(rows["lunas_sampai"] <= question.bulan, 0).astype("Int64")


def _months_ahead(rows: pd.DataFrame, *, reference: Reference, question: PremiumQuestion) -> pd.DataFrame:
    """Each row of `rows` once for each month after question.bulan through its lunas_sampai; added: baris, rupiah."""
    first, furthest = add_months(question.bulan, 1), add_months(question.bulan, LONGEST_PAYMENT)
    months = pd.array(month_range(first, furthest), dtype="datetime64[us]")
    until = listed(rows, "lunas_sampai")[0]
    counts = [min(max(months_between(question.bulan, end), 0), LONGEST_PAYMENT) for end in until]
    steps = [(row, step) for row, count in enumerate(counts) for step in range(count)]
    places, after = np.array(steps, dtype=np.int64).reshape(-1, 2).T
    each = rows.iloc[places].assign(baris=rows.index[places], periode=months.take(after))
    priced = add_tariffs(each, reference=reference)
    return priced.assign(rupiah=priced["peserta_aktif"].astype("Int64") * priced["per_bulan"])
