"""A regency in September 2026 whose figures can be worked out by hand, and plans for it.

BPU, of 1.000 each and 2.000 in the regency: Undaan 320 active, Jekulo 600; target 50 %, so Undaan lacks 180 to it and
680 to 100 %, Jekulo none and 400. DBHCHT: Rp200.000.000, of which Rp15.456.000 (920 × 16.800) is paid; the same
people need three more months, Rp46.368.000, so Rp184.544.000 is left and Rp138.176.000 free.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from jamsos_data.metrics.budget_ends import measure_money_by_place
from jamsos_data.metrics.questions import PremiumQuestion, TargetQuestion
from jamsos_data.metrics.simulation.plan import Payer, Plan
from jamsos_data.metrics.simulation.simulate import Ground, Simulation, simulate
from jamsos_data.metrics.targets import measure_targets
from jamsos_data.reference import load_reference
from tests.metrics.tables import month, typed

Rows = Sequence[dict[str, object]]
REFERENCE = load_reference()
KUDUS, UNDAAN, JEKULO, KOTA = "33.19", "33.19.04", "33.19.06", "33.19.02"
BULAN = month("2026-09")
PEOPLE: Rows = [
    {"periode": "2026-09", "kode_wilayah": area, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "peserta_aktif": people}
    for area, people in ((UNDAAN, 320), (JEKULO, 600))
]  # fmt: skip
POTENTIAL: Rows = [
    {"tahun": 2026, "kode_wilayah": area, "segmen": "BPU", "jumlah": people}
    for area, people in ((UNDAAN, 1000), (JEKULO, 1000), (KUDUS, 2000))
]
TARGETS: Rows = [
    {"tahun": 2026, "batas_waktu": "2026-12", "kode_wilayah": KUDUS, "segmen": segmen, "nilai": 50.0}
    for segmen in ("BPU", "SEMUA")
]
PAID: Rows = [
    {
        "periode": "2026-09",
        "segmen": "RENTAN",
        "sumber_dana": "DBHCHT",
        "nilai": 920 * 16_800,
        "peserta_dibayar": 920,
        "bulan_dibayar": 1,
    }
]
BUDGET: Rows = [{"tahun": 2026, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "pagu": 200_000_000}]
USUAL = Plan(
    segmen=("BPU",),
    wilayah=(UNDAAN, JEKULO),
    mulai=month("2026-10"),
    bulan=3,
    pembayar=(Payer(sumber_dana="DBHCHT"),),
)


def plan(**changes: Any) -> Plan:
    """The usual plan, said differently; `pembayar` as source → percent."""
    shares = changes.pop("pembayar", None)
    if shares is not None:
        changes["pembayar"] = tuple(Payer(sumber_dana=code, persen=persen) for code, persen in shares.items())
    return replace(USUAL, **changes)


def ground(
    *,
    people: Rows = PEOPLE,
    potential: Rows = POTENTIAL,
    targets: Rows = TARGETS,
    paid: Rows = PAID,
    budget: Rows = BUDGET,
    desa: bool = False,
) -> Ground:
    """What plans start from, measured from typed rows; of a later year with a budget as of its December."""
    frames = typed("kepesertaan", people), typed("potensi", potential), typed("target", targets)

    def measured(tingkat: Any) -> Any:
        question = TargetQuestion(bulan=BULAN, tingkat=tingkat)
        return measure_targets(*frames, reference=REFERENCE, question=question)

    def stated(bulan: Any) -> Any:
        question = PremiumQuestion(bulan=bulan)
        return measure_money_by_place(money[0], money[1], frames[0], reference=REFERENCE, question=question)

    money = typed("iuran", paid), typed("anggaran", budget)
    later = sorted({year for row in budget if isinstance(year := row["tahun"], int) and year > BULAN.year})
    return Ground(
        bulan=BULAN,
        areas=measured("desa" if desa else "kecamatan"),
        whole=measured("kabupaten"),
        money={BULAN.year: stated(BULAN)} | {year: stated(month(f"{year}-12")) for year in later},
    )


@cache
def usual_ground() -> Ground:
    return ground()


def answer(asked: Plan, **start: Any) -> Simulation:
    return simulate(asked, ground(**start) if start else usual_ground(), reference=REFERENCE)


def codes(found: Simulation) -> list[str]:
    return [one.code for one in found.obstacles]


def people_by_area(found: Simulation) -> dict[str, int]:
    return {
        str(area): int(count) for area, count in found.rows.groupby("kode_wilayah")["orang"].sum().items()
    }
