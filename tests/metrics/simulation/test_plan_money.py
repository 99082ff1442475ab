"""Whose pagu pays for a plan: each area draws on its own, and on no other's.

Two desa of Undaan, nobody in them yet; a month of RT/RW costs Rp16.800 a person, three months Rp50.400.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from jamsos_data.messages import load_messages
from jamsos_data.metrics.budget_ends import measure_money_by_place
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.metrics.simulation.budgets import Budgets
from jamsos_data.metrics.simulation.obstacle import Weight
from jamsos_data.metrics.simulation.simulate import Simulation
from jamsos_data.reference import replace_tables
from jamsos_data.sentences.simulation import obstacle_sentence
from tests.metrics.simulation.plans import KUDUS, REFERENCE, UNDAAN, Rows, answer, codes, plan
from tests.metrics.tables import month, typed

RICH, POOR, BARE = (f"{UNDAAN}.{number}" for number in (2001, 2002, 2013))
THREE_MONTHS = 50_400


def granted(area: str, people: int, segmen: str = "RT_RW", source: str = "PADES", tahun: int = 2026) -> Any:
    """A pagu for three months of `people`."""
    row = {"tahun": tahun, "kode_wilayah": area, "segmen": segmen, "sumber_dana": source}
    return row | {"pagu": people * THREE_MONTHS}


def present(area: str, people: int, segmen: str = "RT_RW") -> dict[str, object]:
    row: dict[str, object] = {"periode": "2026-09", "kode_wilayah": area, "segmen": segmen}
    return row | {"sumber_dana": "PADES"} | {"peserta_aktif": people}


def add(
    *areas: str, budget: Rows, people: Rows = (), tingkat: str = "desa", segmen: str = "RT_RW", **more: Any
) -> Simulation:
    """Ten people in each of the areas for three months, paid by PADES."""
    asked = plan(
        wilayah=areas, tingkat=tingkat, segmen=(segmen,), ukuran="tiap",
        **{"pembayar": {"PADES": 100}, "jumlah": 10} | more,
    )  # fmt: skip
    return answer(asked, budget=budget, people=people, paid=[], desa=tingkat == "desa")


def the(code: str, found: Simulation) -> dict[str, Any]:
    [one] = [one for one in found.obstacles if one.code == code]
    return dict(one.params)


def test_the_pagu_of_another_desa_does_not_pay() -> None:
    both = [granted(RICH, 1_000), granted(POOR, 4)]
    found = add(POOR, budget=both)

    (source,) = records(found.sources)
    assert (source["pagu"], source["bebas"], source["kurang"]) == (4 * THREE_MONTHS,) * 2 + (
        6 * THREE_MONTHS,
    )
    assert source["bulan_cukup"] == pytest.approx(1.2)
    short = the("SUMBER_WILAYAH", found)
    assert (short["wilayah"], short["kurang"], short["bebas"]) == (
        (POOR,),
        6 * THREE_MONTHS,
        4 * THREE_MONTHS,
    )
    assert not found.feasible
    assert "SUMBER_WILAYAH" not in codes(add(RICH, budget=both))


def test_in_a_whole_kecamatan_each_desa_draws_on_its_own() -> None:
    """The rich one has enough for all, and does not give."""
    found = add(UNDAAN, budget=[granted(RICH, 1_000), granted(POOR, 4)])

    (source,) = records(found.sources)
    assert (source["wilayah_pagu"], source["kurang"]) == (2, 6 * THREE_MONTHS)
    assert source["bebas"] == 1_004 * THREE_MONTHS
    assert the("SUMBER_WILAYAH", found)["wilayah"] == (POOR,)
    none = the("TANPA_PAGU_SEBAGIAN", found)
    assert (none["banyak"], none["orang"], none["biaya"]) == (14, 140, 140 * THREE_MONTHS)


def test_a_desa_without_a_pagu_of_the_source_has_none_for_its_people() -> None:
    found = add(BARE, budget=[granted(RICH, 1_000)])

    assert the("TANPA_PAGU", found)["biaya"] == 10 * THREE_MONTHS
    assert records(found.sources)[0]["pemegang_pagu"] == ""
    around = add(BARE, RICH, budget=[granted(RICH, 1_000), granted(KUDUS, 9)])
    assert (
        records(around.sources)[0]["kurang"] == THREE_MONTHS
    )  # the regency's pagu pays who has none of the own


def test_people_known_for_a_kecamatan_alone_take_the_pagu_of_its_desa_together_and_that_is_said() -> None:
    both = [granted(RICH, 7), granted(POOR, 4)]
    found = add(UNDAAN, budget=both, tingkat="kecamatan")

    (source,) = records(found.sources)
    assert (source["bebas"], source["kurang"]) == (11 * THREE_MONTHS, 0)
    assert the("PAGU_DIJUMLAH", found) == {
        "sumber_dana": ("PADES",), "banyak": 2, "dari": 16, "wilayah": (UNDAAN,)
    }  # fmt: skip
    assert found.feasible
    less = add(UNDAAN, budget=both, tingkat="kecamatan", people=[present(UNDAAN, 3), present(POOR, 9)])
    # of POOR nothing is free though it lacks five, of RICH seven, of which the three of the kecamatan need three
    assert records(less.sources)[0]["bebas"] == 4 * THREE_MONTHS


@pytest.mark.parametrize(
    ("rich", "poor", "people", "short"),
    [(7.5, 3.5, 11, THREE_MONTHS), (7.5, 3.5, 10, 0), (7.5, 0.9, 8, THREE_MONTHS), (8.0, 3.0, 11, 0)],
)
def test_nobody_is_paid_from_the_rests_of_two_desa(rich: float, poor: float, people: int, short: int) -> None:
    """Seven and a half and three and a half make eleven, but only ten can be placed so that no desa overdraws."""
    both = [
        granted(area, 1) | {"pagu": int(part * THREE_MONTHS)} for area, part in ((RICH, rich), (POOR, poor))
    ]
    found = add(UNDAAN, budget=both, tingkat="kecamatan", jumlah=people)

    assert records(found.sources)[0]["kurang"] == short
    assert found.feasible is not bool(short)
    if short:
        told = the("SUMBER_WILAYAH", found)
        assert told["bebas"] == told["biaya"] - told["kurang"]


def test_whom_nobody_knows_the_desa_of_may_be_paid_from_any_of_them() -> None:
    found = add(RICH, budget=[granted(RICH, 20), granted(POOR, 4)], people=[present(UNDAAN, 3)])

    assert records(found.sources)[0]["bebas"] == 20 * THREE_MONTHS
    assert the("TERIKAT_TANPA_WILAYAH", found) == {"sumber_dana": ("PADES",)}
    alone = add(RICH, budget=[granted(RICH, 20)], people=[present(UNDAAN, 3)])
    assert records(alone.sources)[0]["bebas"] == 17 * THREE_MONTHS
    assert "TERIKAT_TANPA_WILAYAH" not in codes(alone)


def test_a_line_for_another_segment_does_not_pay() -> None:
    lines = [granted(RICH, 100, "RENTAN"), granted(RICH, 12)]

    assert records(add(RICH, budget=lines).sources)[0]["bebas"] == 12 * THREE_MONTHS
    assert the("TANPA_PAGU", add(RICH, budget=lines, segmen="LINMAS"))["segmen"] == ("LINMAS",)
    assert records(add(RICH, budget=lines, segmen="BPU").sources)[0]["bebas"] == 112 * THREE_MONTHS
    bound = add(RICH, budget=lines, people=[present(RICH, 5), present(RICH, 50, "RENTAN")])
    assert records(bound.sources)[0]["terikat"] == 5 * THREE_MONTHS
    whole = add(RICH, budget=[granted(RICH, 100, "SEMUA")], segmen="LINMAS", people=[present(RICH, 50)])
    assert records(whole.sources)[0]["bebas"] == 50 * THREE_MONTHS


def test_in_a_later_year_each_desa_has_to_keep_its_own_people() -> None:
    """Twelve months of the ten people of one desa cost as much as three of 40, of the one in the other as of four."""
    found = add(
        RICH, POOR, mulai=plan().mulai.replace(year=2027, month=1), bulan=3,
        budget=[granted(RICH, 100, tahun=2027), granted(POOR, 12, tahun=2027)],
        people=[present(RICH, 10), present(POOR, 1)],
    )  # fmt: skip

    (source,) = records(found.sources)
    assert (source["terikat"], source["bebas"]) == (44 * THREE_MONTHS, 68 * THREE_MONTHS)
    assert source["kurang"] == 2 * THREE_MONTHS
    assert the("SUMBER_WILAYAH", found)["wilayah"] == (POOR,)


def test_what_a_later_year_has_to_keep_costs_the_tariff_of_its_own_months() -> None:
    """Ten people at half the tariff until March 2027, at the whole from April: 3 × Rp84.000 + 9 × Rp168.000."""
    half = [
        {
            "segmen": "BPU",
            "sektor": "*",
            "pembayar": "PADES",
            "program": code,
            "satuan": "rupiah",
            "nilai": amount,
        }
        | {"dari": "2026-04", "sampai": "2027-03", "dasar_hukum": "contoh", "catatan": ""}
        for code, amount in (("JKK", "5000"), ("JKM", "3400"))
    ]
    tariffs = pd.concat([REFERENCE.tarif, pd.DataFrame(half)])
    tariffs = tariffs[~((tariffs["pembayar"] == "APBDES") & (tariffs["sektor"] == "*"))]
    reference = replace_tables(REFERENCE, {"tarif": tariffs})
    frames = (
        typed("iuran", []),
        typed("anggaran", [granted(RICH, 100, tahun=2027)]),
        typed("kepesertaan", [present(RICH, 10)]),
    )
    money = {
        year: measure_money_by_place(*frames, reference=reference, question=PremiumQuestion(bulan=month(key)))
        for year, key in ((2026, "2026-09"), (2027, "2027-12"))
    }
    budgets = Budgets(money, tahun=2027, bulan=month("2026-09"), reference=reference)

    left = budgets.left([*budgets.granted])
    assert left.terikat == 3 * 84_000 + 9 * 168_000
    assert left.free == 100 * THREE_MONTHS - 1_764_000


def test_what_is_paid_ahead_for_a_later_year_is_not_bound_of_its_pagu() -> None:
    """Ten people paid to March 2027 in September: of the pagu of 2027 they need April to December, nine months."""
    found = add(
        RICH, mulai=plan().mulai.replace(year=2027, month=1), budget=[granted(RICH, 100, tahun=2027)],
        people=[present(RICH, 10) | {"lunas_sampai": "2027-03"}],
    )  # fmt: skip

    (source,) = records(found.sources)
    assert (source["terikat"], source["bebas"]) == (30 * THREE_MONTHS, 70 * THREE_MONTHS)


def test_a_later_year_binds_nothing_where_nobody_is_protected_now() -> None:
    found = add(RICH, mulai=plan().mulai.replace(year=2027, month=1), budget=[granted(RICH, 100, tahun=2027)])

    assert records(found.sources)[0]["bebas"] == 100 * THREE_MONTHS


def test_months_of_a_year_without_a_known_pagu_have_no_source_and_burden_none() -> None:
    """Ten people for six months from October: three months of them, 10 × Rp50.400, are of 2027."""
    found = add(RICH, bulan=6, budget=[granted(RICH, 1_000)])
    (one,) = [one for one in found.obstacles if one.code == "LEWAT_TAHUN"]
    assert obstacle_sentence(one, load_messages("id"), REFERENCE) == (
        "Pagu 2027 untuk Pendapatan asli desa belum diketahui: Rp504.000 (3 bulan) belum ada sumbernya, "
        "dan tidak dibebankan ke pagu tahun sebelumnya."
    )


def test_what_is_said_of_them() -> None:
    both = [granted(RICH, 1_000), granted(POOR, 4)]
    desa, kecamatan = add(UNDAAN, budget=both), add(UNDAAN, budget=both, tingkat="kecamatan")
    sentences = {
        one.code: obstacle_sentence(one, load_messages("id"), REFERENCE)
        for one in (*desa.obstacles, *kecamatan.obstacles)
    }
    assert sentences["SUMBER_WILAYAH"] == (
        "Pagu Pendapatan asli desa 2026 kurang Rp302.400 di 1 wilayah (Lambangan), karena tiap wilayah hanya memakai "
        "pagunya sendiri: di sana perlu Rp504.000, yang bebas Rp201.600 (sisa pagu Rp201.600, dan untuk melindungi "
        "peserta yang ada sampai Desember 2026 perlu Rp0); yang tersingkat cukup untuk 1,2 bulan."
    )
    assert sentences["PAGU_DIJUMLAH"].startswith(
        "Pagu Pendapatan asli desa dari 2 desa di dalam Undaan (16 desa dan kelurahan) dijumlahkan"
    )
    assert sentences["TANPA_PAGU_SEBAGIAN"].startswith(
        "Belum ada pagu 2026 dari Pendapatan asli desa untuk 140 orang (Pengurus RT/RW) di 14 wilayah (Kalirejo, "
    )
    weights = {one.code: one.weight for one in kecamatan.obstacles}
    assert weights["PAGU_DIJUMLAH"] is Weight.CHECK
