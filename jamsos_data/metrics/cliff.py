"""The coverage cliff: the months after which paid protection ends, and what coverage falls to if nothing is done.

Protection ends after the month that the file states (`lunas_sampai`), or, for people who are paid for month by month,
when the pagu of their payer is used up before December. A pagu that lasts to December ends nothing here: the next
year's is not known. Nor does a `lunas_sampai` of the very month looked at that no earlier month announced
(:mod:`prepaid`). Whoever has no known end is taken to stay.
"""

from __future__ import annotations

from datetime import datetime

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import AreaScope, area_scope
from jamsos_data.metrics.budget_ends import BudgetEnds
from jamsos_data.metrics.coverage import measure_coverage
from jamsos_data.metrics.estimates import only_asked
from jamsos_data.metrics.frames import add_up, collect, records
from jamsos_data.metrics.identity import kept_for_table
from jamsos_data.metrics.participants import disjoint_participants
from jamsos_data.metrics.prepaid import paid_until
from jamsos_data.metrics.questions import ALL_SEGMENTS, CoverageQuestion, PremiumQuestion
from jamsos_data.periods import add_months, month_range
from jamsos_data.reference import Reference

MONTHS = 12  # looked ahead
KEPT_ENDINGS = 12  # of each table: months, areas and choices of which the ends by desa are kept
PAID = "lunas"
BUDGET = "pagu"
ENDING_COLUMNS = {
    "sampai": "datetime64[us]",
    "sebab": "str",
    "kode_wilayah": "str",
    "sumber_dana": "str",
    "segmen": "str",
    "peserta_aktif": "int64",
    "di_muka": "Int64",
}
CLIFF_COLUMNS = {
    "periode": "datetime64[us]",
    "kode_wilayah": "str",
    "wilayah": "str",
    "terpetakan": "bool",
    "berakhir": "int64",
    "peserta_aktif": "Int64",
    "potensi": "Int64",
    "persen": "float64",
    "alasan": "str",
}
FALL_COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    "terpetakan": "bool",
    "mulai": "datetime64[us]",
    "peserta_aktif": "Int64",
    "berakhir": "int64",
    "peserta_nanti": "Int64",
    "persen": "float64",
    "persen_nanti": "float64",
    "turun_poin": "float64",
}
_KEYS = ["kode_wilayah", "segmen", "sumber_dana"]


def measure_endings(
    kepesertaan: IntoFrame, *, reference: Reference, question: CoverageQuestion, budgets: BudgetEnds = ()
) -> pd.DataFrame:
    """Who is protected until which month, of the people of question.bulan whose end is known; see ENDING_COLUMNS.

    sampai: the last protected month, from question.bulan on; sebab: PAID (the file states it) or BUDGET (the payer's
    pagu, of `budgets`). kode_wilayah: a row of the answer, or the coarser area that the people are known for.
    peserta_aktif: orang, disjoint; di_muka: Rp paid for the months after question.bulan (NA: not known, or by pagu).
    Raises ValueError for an unknown area, segment or funding source.
    """
    shown = area_scope(reference, tingkat=question.tingkat, dalam=question.dalam)
    about = _about_money(question)
    stated = _endings_of_desa(kepesertaan, reference=reference, question=about, budgets=budgets)
    rows = stated.assign(kode_wilayah=stated["kode_wilayah"].str.slice(0, shown.code_length))
    keys = ["sampai", "sebab", *_KEYS]
    unknown = rows.assign(kosong=rows["di_muka"].isna()).groupby(keys)["kosong"].any()
    sums = rows.groupby(keys)[["peserta_aktif", "di_muka"]].sum()
    found = sums.assign(di_muka=sums["di_muka"].mask(unknown)).reset_index()
    found = found[found["peserta_aktif"] > 0]
    order = ["sampai", "peserta_aktif", "sumber_dana", "segmen", "kode_wilayah"]
    ordered = found.sort_values(order, ascending=[True, False, True, True, True], ignore_index=True)
    return ordered[list(ENDING_COLUMNS)].astype(ENDING_COLUMNS)


@kept_for_table(at_most=KEPT_ENDINGS)
def _endings_of_desa(
    kepesertaan: IntoFrame, *, reference: Reference, question: PremiumQuestion, budgets: BudgetEnds
) -> pd.DataFrame:
    """ENDING_COLUMNS of each desa, or of the coarser area that people are known for; the level is not asked."""
    scope = area_scope(reference, tingkat="desa", dalam=question.dalam)
    stated = paid_until(kepesertaan, reference=reference, scope=scope, question=question)
    paid = stated[stated["berakhir"]].rename(columns={"lunas_sampai": "sampai"})
    monthly = _paid_monthly(kepesertaan, paid, reference=reference, scope=scope, question=question)
    last = {(area, segmen, source): month for area, source, segmen, month in budgets}
    ends = [last.get(place) for place in monthly[_KEYS].itertuples(index=False, name=None)]
    until = pd.array([end and max(end, question.bulan) for end in ends], dtype="datetime64[us]")
    running = monthly.assign(sampai=until).dropna(subset=["sampai"])
    running = running.assign(
        sebab=BUDGET,
        di_muka=pd.array([pd.NA] * len(running), dtype="Int64"),
    )
    both = [paid.assign(sebab=PAID), running]
    return pd.concat([part[list(ENDING_COLUMNS)].astype(ENDING_COLUMNS) for part in both])


def people_by_end(endings: pd.DataFrame) -> dict[datetime, int]:
    """Last protected month → people whose protection ends with it, earliest first; rows of measure_endings."""
    by_month = endings.groupby("sampai")["peserta_aktif"].sum()
    months = pd.DatetimeIndex(by_month.index).to_pydatetime()
    return dict(zip(months.tolist(), map(int, by_month), strict=True))


def measure_cliff(
    kepesertaan: IntoFrame,
    potensi: IntoFrame,
    *,
    reference: Reference,
    question: CoverageQuestion,
    budgets: BudgetEnds = (),
) -> pd.DataFrame:
    """What coverage falls to if nothing is renewed: each area from question.bulan through MONTHS later.

    Columns as in CLIFF_COLUMNS: berakhir (orang whose last protected month was the one before), peserta_aktif (orang
    who remain; NA where they are not known now), potensi, persen and alasan as in measure_coverage of question.bulan:
    the denominator stays. The rows of all areas, with those that are not mapped, add up to the area around them.
    Raises ValueError for an unknown area, segment or funding source.
    """
    now = measure_coverage(kepesertaan, potensi, reference=reference, question=question)
    endings = measure_endings(kepesertaan, reference=reference, question=question, budgets=budgets)
    leaving = endings.groupby(["kode_wilayah", "sampai"])["peserta_aktif"].sum().to_dict()
    rows: list[list[object]] = []
    for row in records(now):
        left = row["peserta_aktif"]
        for month in month_range(question.bulan, add_months(question.bulan, MONTHS)):
            before = pd.Timestamp(add_months(month, -1))
            ending = int(leaving.get((row["kode_wilayah"], before), 0)) if month > question.bulan else 0
            left = None if left is None else max(left - ending, 0)
            persen = None if row["alasan"] or left is None else 100 * left / row["potensi"]
            state = row | {"periode": month, "berakhir": ending, "peserta_aktif": left, "persen": persen}
            rows.append([state[name] for name in CLIFF_COLUMNS])
    frame = pd.DataFrame(rows, columns=list(CLIFF_COLUMNS), dtype="object").astype(CLIFF_COLUMNS)
    return frame.sort_values("periode", kind="stable", ignore_index=True)


def falls_by_area(cliff: pd.DataFrame) -> pd.DataFrame:
    """Rows of measure_cliff as one row an area: how far it falls through the last month; the deepest fall first.

    Columns: kode_wilayah, wilayah, terpetakan, mulai (the first month with fewer people, NaT = none), peserta_aktif and
    persen (now), berakhir (all who leave), peserta_nanti and persen_nanti (in the last month), turun_poin (percentage
    points lost). People who are not mapped have a row only where some of them leave.
    """
    keys = ["kode_wilayah", "wilayah", "terpetakan"]
    groups = cliff.sort_values("periode", kind="stable").groupby(keys, sort=True)
    first = cliff[cliff["berakhir"] > 0].groupby(keys)["periode"].min()
    now, then = (
        table.set_index(keys)[["peserta_aktif", "persen"]] for table in (groups.head(1), groups.tail(1))
    )
    found = now.assign(
        mulai=first.reindex(now.index),
        berakhir=groups["berakhir"].sum(),
        peserta_nanti=then["peserta_aktif"],
        persen_nanti=then["persen"],
        turun_poin=now["persen"] - then["persen"],
    ).reset_index()
    shown = found[found["terpetakan"] | (found["berakhir"] > 0)]
    order = shown.sort_values(
        ["berakhir", "kode_wilayah", "terpetakan"], ascending=[False, True, True], ignore_index=True
    )
    return order[list(FALL_COLUMNS)].astype(FALL_COLUMNS)


def _about_money(question: CoverageQuestion) -> PremiumQuestion:
    return PremiumQuestion(
        bulan=question.bulan,
        sumber_dana=question.sumber_dana,
        segmen=None if question.segmen == ALL_SEGMENTS else question.segmen,
        dengan_jakon=question.dengan_jakon,
        dalam=question.dalam,
    )


def _paid_monthly(
    kepesertaan: IntoFrame,
    paid: pd.DataFrame,
    *,
    reference: Reference,
    scope: AreaScope,
    question: PremiumQuestion,
) -> pd.DataFrame:
    """The people of the month without those of `paid`: kode_wilayah, segmen, sumber_dana, peserta_aktif."""
    month = question.bulan
    people = disjoint_participants(kepesertaan, reference=reference, scope=scope, since=month, until=month)
    asked = only_asked(people, reference=reference, question=question)
    gathered = asked.with_columns(scope.gather().alias("kode_wilayah"))
    counted = collect(add_up(gathered, "peserta_aktif", by=_KEYS), sort_by=_KEYS).set_index(_KEYS)
    ahead = paid.groupby(_KEYS)["peserta_aktif"].sum().reindex(counted.index, fill_value=0)
    return counted.assign(peserta_aktif=(counted["peserta_aktif"] - ahead).clip(lower=0)).reset_index()
