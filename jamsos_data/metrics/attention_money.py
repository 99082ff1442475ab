"""What needs attention about money: budgets that end early or are far too large, payments that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from math import floor
from typing import Any

import narwhals as nw

from jamsos_data.metrics.absorption import MONTHS_OF_A_YEAR, by_budget
from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.attention_kinds import Attention, Situation, Urgency
from jamsos_data.metrics.frames import collect, in_months, lazy, records
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.metrics.reconciliation import measure_reconciliation
from jamsos_data.periods import add_months, month_start, months_between


def budgets(now: Situation) -> Iterator[Attention]:
    """Each budget against what the people of its sources cost: ANGGARAN_HABIS, PAGU_KURANG, PAGU_BERLEBIH.

    ANGGARAN_HABIS: what is left of the pagu does not last through December, counted from the month after the
    last paid one. PAGU_KURANG: nothing is known to be paid, and the pagu is below a year's estimate.
    PAGU_BERLEBIH: the pagu is far above it. params: sumber_dana, pagu, estimasi_setahun (Rp), bulan_cukup,
    orang; for ANGGARAN_HABIS also sisa (Rp) and sampai (last month that the money covers).
    """
    paid_until = _last_paid_months(now)
    sources = now.ask("premiums", premium_question(now))
    for row in records(by_budget(sources)):
        if row["pagu"] is None or row["bulan_cukup"] is None:
            continue
        paying = sources.loc[sources["pemegang_pagu"] == row["sumber_dana"], "sumber_dana"]
        known = [paid_until[source] for source in paying if source in paid_until]
        sampai = _covered_until(row, max(known, default=None), now.question.bulan)
        finding = _judge(now, row, sampai)
        if finding:
            yield finding


def odd_payments(now: Situation) -> Iterator[Attention]:
    """BAYAR_TIDAK_COCOK: payments of a source that are not people × tariff × months.

    params: sumber_dana, banyak (payments), selisih (Rp, absolute differences added).
    """
    rows = measure_reconciliation(
        now.iuran,
        reference=now.reference,
        question=premium_question(now),
        tolerance_percent=now.thresholds.payment_percent,
    )
    for source, group in rows.groupby("sumber_dana"):
        yield Attention(
            code="BAYAR_TIDAK_COCOK",
            urgency=Urgency.CHECK,
            params={
                "sumber_dana": str(source),
                "banyak": len(group),
                "selisih": int(group["selisih"].abs().sum()),
            },
            page="premiums",
            kode_wilayah=now.place,
            orang=int(group["peserta_dibayar"].sum()),
        )


def premium_question(now: Situation) -> PremiumQuestion:
    """The money of the area and the month looked at, with or without construction as they are."""
    asked = now.question
    return PremiumQuestion(bulan=asked.bulan, dalam=asked.dalam, dengan_jakon=asked.dengan_jakon)


def _judge(now: Situation, row: dict[str, Any], sampai: datetime | None) -> Attention | None:
    bulan, limits = now.question.bulan, now.thresholds
    params = {name: row[name] for name in ("sumber_dana", "pagu", "estimasi_setahun", "bulan_cukup")}
    params["orang"] = row["peserta_aktif"]
    if sampai is not None and sampai < month_start(bulan.year, limits.last_month_of_budget):
        urgent = months_between(bulan, sampai) <= limits.urgent_months
        params |= {"sisa": row["pagu"] - row["realisasi"], "sampai": sampai}
        return _budget_finding(now, "ANGGARAN_HABIS", Urgency.URGENT if urgent else Urgency.SOON, params)
    if sampai is None and row["bulan_cukup"] < MONTHS_OF_A_YEAR:
        return _budget_finding(now, "PAGU_KURANG", Urgency.SOON, params)
    excess = (row["pagu"] - row["estimasi_setahun"]) * 100
    if excess > row["estimasi_setahun"] * limits.budget_excess_percent:
        return _budget_finding(now, "PAGU_BERLEBIH", Urgency.CHECK, params)
    return None


def _budget_finding(now: Situation, code: str, urgency: Urgency, params: dict[str, Any]) -> Attention:
    return Attention(
        code=code,
        urgency=urgency,
        params=params,
        page="premiums",
        kode_wilayah=now.place,
        orang=int(params["orang"] or 0),
    )


def _covered_until(row: dict[str, Any], paid_until: datetime | None, bulan: datetime) -> datetime | None:
    """The last whole month that payments and the rest of the pagu cover; None when no payment is known."""
    if row["bulan_tersisa"] is None:
        return None
    return add_months(max(bulan, paid_until or bulan), floor(row["bulan_tersisa"]))


def _last_paid_months(now: Situation) -> dict[str, datetime]:
    """The latest month that each source has already paid for, where its people's rows say so."""
    rows = lazy(now.kepesertaan)
    if "lunas_sampai" not in rows.collect_schema().names():
        return {}
    scope = area_scope(now.reference, tingkat="kabupaten", dalam=now.question.dalam)
    month = scope.keep_inside(in_months(rows, since=now.question.bulan, until=now.question.bulan))
    known = month.filter(~nw.col("lunas_sampai").is_null())
    latest = known.group_by("sumber_dana").agg(nw.col("lunas_sampai").max())
    found = records(collect(latest, sort_by=["sumber_dana"]))
    return {row["sumber_dana"]: row["lunas_sampai"].to_pydatetime() for row in found}
