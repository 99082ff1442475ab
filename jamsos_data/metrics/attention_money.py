"""What needs attention about payments: those that do not fit."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from jamsos_data.metrics.attention_kinds import Attention, Part, Situation, Urgency
from jamsos_data.metrics.reconciliation import measure_reconciliation


def odd_payments(now: Situation) -> Iterator[Attention]:
    """BAYAR_TIDAK_COCOK: payments of a source that are not people × tariff × months.

    One finding for each source; what was paid for an area in a month is a part.
    params: sumber_dana, banyak (payments), selisih (Rp, absolute differences added), tahun; of a part also wilayah and
    bulan.
    """
    rows = measure_reconciliation(
        now.iuran,
        reference=now.reference,
        question=now.money,
        tolerance_percent=now.thresholds.payment_percent,
    )
    for source, group in rows.groupby("sumber_dana"):
        told = {"sumber_dana": str(source), "tahun": now.question.bulan.year}
        yield Attention(
            code="BAYAR_TIDAK_COCOK",
            urgency=Urgency.CHECK,
            params=told | _amounts(group),
            page="premiums",
            kode_wilayah=now.place,
            orang=int(group["peserta_dibayar"].sum()),
            parts=tuple(
                Part(
                    kode_wilayah=str(area),
                    params=told
                    | _amounts(paid)
                    | {"wilayah": str(area), "bulan": paid["periode"].iloc[0].to_pydatetime()},
                    orang=int(paid["peserta_dibayar"].sum()),
                )
                for (area, _), paid in group.groupby(["kode_wilayah", "periode"])
            ),
        )


def _amounts(payments: pd.DataFrame) -> dict[str, int]:
    return {"banyak": len(payments), "selisih": int(payments["selisih"].abs().sum())}
