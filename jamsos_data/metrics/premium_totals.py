"""What all sources of an area come to: one set of sums for the cards and for what explains them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, kw_only=True)
class PremiumTotals:
    """Of all sources: Rp paid and how many `pembayar` paid, Rp of one month by tariff (None: not known of any), and
    people of the month, with and without a known tariff.
    """

    realisasi: int | None
    pembayar: int
    iuran_sebulan: int | None
    peserta_aktif: int
    tanpa_tarif: int

    @property
    def bertarif(self) -> int:
        """People whose tariff is known."""
        return self.peserta_aktif - self.tanpa_tarif


def total_premiums(sources: pd.DataFrame) -> PremiumTotals:
    """The sums of rows of measure_premiums, which are disjoint; what is not known of a source counts for nothing."""
    return PremiumTotals(
        realisasi=_known(sources["realisasi"]),
        pembayar=int(sources["realisasi"].notna().sum()),
        iuran_sebulan=_known(sources["iuran_sebulan"]),
        peserta_aktif=int(sources["peserta_aktif"].sum()),
        tanpa_tarif=int(sources["tanpa_tarif"].sum()),
    )


def _known(amounts: pd.Series) -> int | None:
    known = amounts.dropna()
    return int(known.sum()) if len(known) else None
