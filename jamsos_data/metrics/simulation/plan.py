"""A plan to protect more workers: who, where, how many, from when, for how long, and who pays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from jamsos_data.metrics.questions import AreaLevel
from jamsos_data.metrics.tariffs import GENERAL_SECTOR
from jamsos_data.periods import add_months, month_range

Measure = Literal["selisih", "orang", "tiap", "dana"]
Aim = Literal["target", "semua", "penuh"]
Rule = Literal["terendah", "terbesar", "sebanding"]

MEASURES: tuple[Measure, ...] = get_args(Measure)
AIMS: tuple[Aim, ...] = get_args(Aim)
RULES: tuple[Rule, ...] = get_args(Rule)
USUAL_PROGRAM = "JKK+JKM"
MOST_MONTHS = 60
MOST_PEOPLE = 10_000_000
MOST_MONEY = 10**14
MOST_WAGE = 10**9


@dataclass(frozen=True, kw_only=True)
class Payer:
    """A funding source with its share of the people in percent; the shares of a plan count in proportion."""

    sumber_dana: str
    persen: int = 100


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a scenario does.

    `segmen`: who is added. `wilayah`: where; an area coarser than `tingkat` stands for all areas of that level in it.
    `ukuran`, how many: "selisih" closes the gap of each area, "orang" adds `jumlah` people in all, "tiap" adds
    `jumlah` people to each area and segment, "dana" adds as many as `jumlah` rupiah pay. `sasaran`, the gap that
    counts: to the "target" of the segment, to that of all workers ("semua"), or to 100 % of the segment ("penuh").
    `aturan`, who comes first where not all can (for "orang" and "dana"): the lowest coverage, the largest gap, or all
    in proportion to their gaps. Everybody is added in the month `mulai` and paid for `bulan` months. `upah`: what the
    planner takes a month's wage of each wage earner to be (Rp; 0 = not said, so their tariff is not known).
    `tanpa_kelurahan`: of the level "desa", urban wards get nobody, since they have no village budget.
    """

    segmen: tuple[str, ...]
    wilayah: tuple[str, ...]
    mulai: datetime
    bulan: int
    pembayar: tuple[Payer, ...]
    tingkat: AreaLevel = "kecamatan"
    ukuran: Measure = "selisih"
    jumlah: int = 0
    sasaran: Aim = "target"
    aturan: Rule = "terendah"
    program: str = USUAL_PROGRAM
    sektor: str = GENERAL_SECTOR
    upah: int = 0
    tanpa_kelurahan: bool = False

    @property
    def sampai(self) -> datetime:
        """The last month that is paid."""
        return add_months(self.mulai, self.bulan - 1)

    @property
    def months(self) -> list[datetime]:
        """All months that are paid."""
        return month_range(self.mulai, self.sampai)
