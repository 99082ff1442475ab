"""What needs attention about payments: those that do not fit."""

from __future__ import annotations

from collections.abc import Iterator

from jamsos_data.metrics.attention_kinds import Attention, Situation, Urgency
from jamsos_data.metrics.reconciliation import measure_reconciliation


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
