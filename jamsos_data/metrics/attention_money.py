"""What needs attention about money: budgets that end early or are far too large, payments that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jamsos_data.metrics.absorption import by_budget
from jamsos_data.metrics.attention_kinds import Attention, Situation, Urgency
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.reconciliation import measure_reconciliation
from jamsos_data.periods import months_between


def budgets(now: Situation) -> Iterator[Attention]:
    """Each budget against what the people of its sources cost: ANGGARAN_HABIS, PAGU_KURANG, PAGU_BERLEBIH.

    ANGGARAN_HABIS: what is left of the pagu and what is paid ahead do not last through December. PAGU_KURANG:
    nothing is known to be paid, and the pagu is below a year's estimate. PAGU_BERLEBIH: the pagu is above it by more
    than the threshold of the reference. params: sumber_dana, pagu, estimasi_setahun (Rp), bulan_cukup, orang, tahun;
    for ANGGARAN_HABIS also sisa (Rp), sampai (last month that the money covers) and sisa_bulan (months).
    """
    sources = now.ask("premiums", now.money)
    for row in records(by_budget(sources)):
        if row["pagu"] is None or row["bulan_cukup"] is None:
            continue
        finding = _judge(now, row)
        if finding:
            yield finding


def odd_payments(now: Situation) -> Iterator[Attention]:
    """BAYAR_TIDAK_COCOK: payments of a source that are not people × tariff × months.

    params: sumber_dana, banyak (payments), selisih (Rp, absolute differences added), tahun.
    """
    rows = measure_reconciliation(
        now.iuran,
        reference=now.reference,
        question=now.money,
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
                "tahun": now.question.bulan.year,
            },
            page="premiums",
            kode_wilayah=now.place,
            orang=int(group["peserta_dibayar"].sum()),
        )


def _judge(now: Situation, row: dict[str, Any]) -> Attention | None:
    notes = row["catatan"].split(";")
    params = {name: row[name] for name in ("sumber_dana", "pagu", "estimasi_setahun", "bulan_cukup")}
    params |= {"orang": row["peserta_aktif"], "tahun": now.question.bulan.year}
    if "PAGU_HABIS" in notes:
        until = row["cukup_sampai"].to_pydatetime()
        urgent = months_between(now.question.bulan, until) <= now.thresholds.urgent_months
        params |= {
            "sisa": max(row["pagu"] - row["realisasi"], 0),
            "sampai": until,
            "sisa_bulan": max(row["bulan_tersisa"], 0.0),
        }
        return _budget_finding(now, "ANGGARAN_HABIS", Urgency.URGENT if urgent else Urgency.SOON, params)
    if row["cukup_sampai"] is None and "PAGU_KURANG" in notes:
        return _budget_finding(now, "PAGU_KURANG", Urgency.SOON, params)
    if "PAGU_BERLEBIH" in notes:
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
