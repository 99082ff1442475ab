"""Estimated iuran: people × tariff × months. One of three kinds of money (pagu, realisasi, estimasi), never mixed.

A month after `lunas_sampai` (the last paid month) is not paid and costs nothing. People whose tariff needs a
wage or a contract value have no estimate; they are counted apart, never priced by a guess. Rupiah are whole.
"""

from __future__ import annotations

from datetime import datetime

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.absorption import MONTHS_OF_A_YEAR
from jamsos_data.metrics.areas import AreaScope, area_scope
from jamsos_data.metrics.frames import (
    add_up,
    collect,
    in_memory,
    in_months,
    lazy,
    numbered,
    shared_months,
    with_codes,
)
from jamsos_data.metrics.identity import kept_for_table
from jamsos_data.metrics.participants import CELL, KEPT_SPANS, disjoint_participants
from jamsos_data.metrics.questions import CONSTRUCTION, PremiumQuestion
from jamsos_data.metrics.tariffs import tariff_book
from jamsos_data.periods import month_start
from jamsos_data.reference import Reference

_ROW = [*CELL, "segmen", "sumber_dana"]
_PRICED = ["segmen", "sumber_dana", "program", "periode"]


def only_asked(frame: nw.LazyFrame, *, reference: Reference, question: PremiumQuestion) -> nw.LazyFrame:
    """The rows of the segment and the funding source asked for, and of those under them, with or without construction.

    Apply it after parents were reduced by their children, else a parent keeps what its children say.
    Raises ValueError for an unknown segment or source.
    """
    for tree, column, code in (
        (reference.segmen_tree, "segmen", question.segmen),
        (reference.sumber_tree, "sumber_dana", question.sumber_dana),
    ):
        if code is not None and code not in tree:
            raise ValueError(f"unknown {column} {code!r}")
        frame = with_codes(frame, column, None if code is None else tree.descendants(code))
    if question.dengan_jakon or question.segmen == CONSTRUCTION or CONSTRUCTION not in reference.segmen_tree:
        return frame
    return frame.filter(~nw.col("segmen").is_in(reference.segmen_tree.descendants(CONSTRUCTION)))


def monthly_people(
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    scope: AreaScope,
    question: PremiumQuestion,
    since: datetime | None,
) -> pd.DataFrame:
    """People and their estimated iuran per month from `since` (None: the first month) through question.bulan.

    Columns: periode, kode_wilayah (row of the answer), program, segmen, sumber_dana, orang (active), dibayar
    (of them in a month that is paid), per_bulan (Int64 Rp, NA = unknown), catatan (codes of the tariff),
    iuran (Int64 Rp = dibayar × per_bulan).
    """
    first, last = shared_months(since, question.bulan)
    regency = _of_regency(kepesertaan, reference=reference, since=first, until=last)
    exact = scope.keep_inside(in_months(regency, since=since, until=question.bulan))
    asked = only_asked(exact, reference=reference, question=question)
    gathered = asked.with_columns(scope.gather().alias("kode_wilayah"))
    counted = collect(add_up(gathered, "orang", "dibayar", by=_ROW), sort_by=_ROW)
    priced = add_tariffs(counted, reference=reference)
    return priced.assign(iuran=priced["dibayar"].astype("Int64") * priced["per_bulan"])


@kept_for_table(at_most=KEPT_SPANS)
def _of_regency(
    kepesertaan: IntoFrame, *, reference: Reference, since: datetime | None, until: datetime
) -> nw.LazyFrame:
    """All people of the regency where they are stated: _ROW, orang, dibayar (of them in a month that is paid)."""
    regency = area_scope(reference, tingkat="kabupaten")
    people = disjoint_participants(
        kepesertaan, reference=reference, scope=regency, since=since, until=until
    ).select(*_ROW, nw.col("peserta_aktif").alias("orang"), nw.lit(0).cast(nw.Int64).alias("lewat"))
    expired = _past_payment(kepesertaan, scope=regency, since=since, until=until)
    rows = people if expired is None else nw.concat([people, in_memory(expired)], how="vertical")
    exact = add_up(rows, "orang", "lewat", by=_ROW)
    paid = (nw.col("orang") - nw.col("lewat")).clip(lower_bound=0).cast(nw.Int64).alias("dibayar")
    return in_memory(exact.select(*_ROW, "orang", paid))


def add_tariffs(rows: pd.DataFrame, *, reference: Reference) -> pd.DataFrame:
    """`rows` with per_bulan (Int64 Rp a month, NA = unknown) and catatan, by segment, payer, programme, month."""
    book = tariff_book(reference)
    distinct, numbers = numbered(rows, *_PRICED)
    tariffs = [
        book.find(segmen=segmen, sumber_dana=sumber_dana, program=program, bulan=periode)
        for segmen, sumber_dana, program, periode in distinct
    ]
    return rows.reset_index(drop=True).assign(
        per_bulan=pd.array([one.per_bulan for one in tariffs], dtype="Int64").take(numbers),
        catatan=pd.array([";".join(one.catatan) for one in tariffs], dtype="str").take(numbers),
    )


def cost_of_year(people: pd.DataFrame, tahun: int, *, reference: Reference) -> pd.Series:
    """Rupiah (Int64) that `dibayar` of rows of monthly_people cost in the year, each month at its own tariff.

    NA where the tariff of a month is not known.
    """
    nodes = people[["segmen", "sumber_dana", "program"]]
    months = [month_start(tahun, number) for number in range(1, MONTHS_OF_A_YEAR + 1)]
    dated = nodes.drop_duplicates().merge(pd.DataFrame({"periode": months}), how="cross")
    priced = add_tariffs(dated.astype({"periode": "datetime64[us]"}), reference=reference)
    each = priced.groupby([*nodes.columns], as_index=False)["per_bulan"].sum(min_count=MONTHS_OF_A_YEAR)
    prices = nodes.merge(each, on=[*nodes.columns], how="left")["per_bulan"].set_axis(people.index)
    return people["dibayar"].astype("Int64") * prices.astype("Int64")


def _past_payment(
    kepesertaan: IntoFrame, *, scope: AreaScope, since: datetime | None, until: datetime
) -> nw.LazyFrame | None:
    """People of rows whose month lies after their last paid month; None when the table does not know it."""
    rows = lazy(kepesertaan)
    if "lunas_sampai" not in rows.collect_schema().names():
        return None
    inside = scope.keep_inside(in_months(rows, since=since, until=until))
    late = inside.filter(~nw.col("lunas_sampai").is_null() & (nw.col("periode") > nw.col("lunas_sampai")))
    return late.select(*_ROW, nw.lit(0).cast(nw.Int64).alias("orang"), nw.col("peserta_aktif").alias("lewat"))
