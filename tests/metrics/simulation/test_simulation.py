"""What a plan costs and brings, worked out by hand (see plans.py)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.projection import PROJECTED
from jamsos_data.metrics.simulation.money import months_of_money
from jamsos_data.metrics.simulation.obstacle import Weight
from jamsos_data.metrics.simulation.simulate import simulate
from tests.metrics.simulation.plans import (
    JEKULO,
    KOTA,
    KUDUS,
    PAID,
    PEOPLE,
    POTENTIAL,
    REFERENCE,
    TARGETS,
    UNDAAN,
    Rows,
    answer,
    codes,
    people_by_area,
    plan,
    usual_ground,
)
from tests.metrics.tables import month


def test_closing_the_gap_adds_whom_each_area_lacks_and_says_cost_coverage_and_what_is_left() -> None:
    found = answer(plan())

    assert people_by_area(found) == {UNDAAN: 180}
    assert found.biaya == 180 * 16_800 * 3
    row = found.effect_of("BPU")
    assert row is not None
    assert (row.peserta_aktif, row.peserta_nanti, row.potensi) == (920, 1_100, 2_000)
    assert (row.persen, row.persen_nanti, row.kurang_orang, row.kurang_nanti) == (46.0, 55.0, 80, 0)
    (source,) = records(found.sources)
    assert (source["sisa"], source["terikat"], source["bebas"]) == (184_544_000, 46_368_000, 138_176_000)
    assert (source["biaya"], source["kurang"]) == (9_072_000, 0)
    assert source["bulan_cukup"] == pytest.approx(138_176_000 / (180 * 16_800))
    assert found.months["biaya"].tolist() == [180 * 16_800] * 3
    assert found.feasible
    assert codes(found) == []


def test_to_100_percent_and_to_the_target_of_all_workers_are_other_gaps() -> None:
    assert people_by_area(answer(plan(sasaran="penuh"))) == {UNDAAN: 680, JEKULO: 400}
    overall = [
        {"tahun": 2026, "batas_waktu": "2026-12", "kode_wilayah": KUDUS, "segmen": "SEMUA", "nilai": 70.0}
    ]
    found = answer(plan(sasaran="semua"), targets=overall)
    assert people_by_area(found) == {UNDAAN: 380, JEKULO: 100}
    assert found.ukur == "SEMUA"


def test_thirty_thousand_people_at_16800_on_five_billion_last_9_8_months() -> None:
    assert months_of_money(5_000_000_000, people=30_264, tariff=16_800) == pytest.approx(9.834, abs=0.001)

    budget = [{"tahun": 2026, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "pagu": 5_000_000_000}]
    asked = plan(ukuran="orang", jumlah=30_264, mulai=month("2026-01"), bulan=12)
    found = answer(asked, budget=budget, people=[], paid=[])
    (source,) = records(found.sources)
    assert source["biaya"] == 6_101_222_400
    assert source["bulan_cukup"] == pytest.approx(9.834, abs=0.001)
    assert source["kurang"] == 1_101_222_400


def test_the_tariff_goes_by_payer_and_month() -> None:
    """PP 50/2025 halves what people pay for themselves through December 2026, and not what the APBD pays."""
    found = answer(
        plan(ukuran="orang", jumlah=100, bulan=4, pembayar={"DBHCHT": 50, "MANDIRI": 50}, sasaran="penuh")
    )

    by_payer = found.rows.groupby("sumber_dana")["biaya"].sum().to_dict()
    assert by_payer == {"DBHCHT": 50 * 4 * 16_800, "MANDIRI": 50 * (3 * 8_400 + 16_800)}
    mandiri = [row for row in records(found.tariffs) if row["sumber_dana"] == "MANDIRI"]
    assert [(row["tarif"], row["sampai"]) for row in mandiri] == [
        (8_400, month("2026-12")),
        (16_800, month("2027-01")),
    ]
    assert "PP 50/2025" in mandiri[0]["dasar_hukum"]


def test_money_goes_by_the_rule_to_whole_people_and_the_rest_is_told() -> None:
    """50.400 a person for three months: 10.000.000 pay 198 people, and 20.800 are left."""
    start = {"sasaran": "penuh", "ukuran": "dana", "jumlah": 10_000_000}
    lowest = answer(plan(**start, aturan="terendah"))
    assert people_by_area(lowest) == {UNDAAN: 198}
    assert (lowest.biaya, lowest.sisa_dana) == (9_979_200, 20_800)
    assert people_by_area(answer(plan(**start, aturan="terbesar"))) == {UNDAAN: 198}
    # 198 × 680 ÷ 1.080 = 124,7 and 198 × 400 ÷ 1.080 = 73,3
    assert people_by_area(answer(plan(**start, aturan="sebanding"))) == {UNDAAN: 125, JEKULO: 73}

    enough = answer(plan(ukuran="dana", jumlah=10_000_000))
    assert people_by_area(enough) == {UNDAAN: 180}
    assert enough.sisa_dana == 10_000_000 - 180 * 50_400


def test_two_payers_share_whom_the_rule_adds_and_not_the_money() -> None:
    """50.400 of DBHCHT, 25.200 of one's own: Undaan's 680 cost 340 × 75.600 = 25.704.000, so 4.296.000 are left.

    56 pairs in Jekulo cost 4.233.600, one more of DBHCHT 50.400; the next would cost 25.200 of the last 12.000.
    """
    asked = plan(sasaran="penuh", ukuran="dana", jumlah=30_000_000, pembayar={"DBHCHT": 50, "MANDIRI": 50})
    found = answer(asked)

    assert found.rows[["kode_wilayah", "sumber_dana", "orang"]].to_numpy().tolist() == [
        [UNDAAN, "DBHCHT", 340],
        [UNDAAN, "MANDIRI", 340],
        [JEKULO, "DBHCHT", 57],
        [JEKULO, "MANDIRI", 56],
    ]
    assert (found.biaya, found.sisa_dana) == (29_988_000, 12_000)
    assert answer(replace(asked, jumlah=10**9)).sisa_dana == 10**9 - 540 * 75_600


def test_what_is_impossible_is_said_and_not_computed_away() -> None:
    too_many = answer(plan(ukuran="tiap", jumlah=500))
    assert people_by_area(too_many) == {UNDAAN: 500, JEKULO: 500}
    assert too_many.biaya == 1_000 * 50_400
    (people,) = [one for one in too_many.obstacles if one.code == "LEBIH_DARI_POTENSI"]
    assert (people.params["wilayah"], people.params["orang"]) == ((JEKULO,), 100)
    assert not too_many.feasible

    overdrawn = answer(plan(ukuran="orang", jumlah=1_000, bulan=12, sasaran="penuh"))
    assert codes(overdrawn) == ["LEWAT_TAHUN"]  # of this year only three months: 50.400.000 of 138.176.000
    bound = answer(plan(ukuran="tiap", jumlah=1_500))
    (money,) = [one for one in bound.obstacles if one.code.startswith("SUMBER")]
    assert (money.code, money.params["biaya"], money.params["kurang"]) == (
        "SUMBER_TERIKAT",
        151_200_000,
        151_200_000 - 138_176_000,
    )
    empty = answer(plan(ukuran="tiap", jumlah=1_500), budget=[{**_budget(), "pagu": 50_000_000}])
    assert [one.code for one in empty.obstacles if one.code.startswith("SUMBER")] == ["SUMBER_PESERTA"]
    short = answer(plan(ukuran="tiap", jumlah=1_500), budget=[{**_budget(), "pagu": 100_000_000}])
    assert [one.code for one in short.obstacles if one.code.startswith("SUMBER")] == ["SUMBER_KURANG"]
    assert answer(plan(pembayar={"APBD_PROV": 100})).obstacles[0].code == "TANPA_PAGU"
    assert "TANPA_PAGU" not in codes(answer(plan(pembayar={"MANDIRI": 100})))


def test_an_urban_ward_has_no_village_budget() -> None:
    ward, village = f"{KOTA}.1001", f"{KOTA}.2002"
    potential = [
        {"tahun": 2026, "kode_wilayah": area, "segmen": "BPU", "jumlah": 100} for area in (ward, village)
    ]
    asked = plan(wilayah=(ward, village), tingkat="desa", ukuran="tiap", jumlah=10, pembayar={"PADES": 100})
    found = answer(asked, potential=potential, desa=True)

    (wards,) = [one for one in found.obstacles if one.code == "KELURAHAN_APBDES"]
    assert (wards.params["wilayah"], wards.params["orang"], wards.weight) == ((ward,), 10, Weight.BLOCKS)
    assert "DISKON_BELUM_PASTI" in codes(found)
    coarse = answer(plan(wilayah=(KOTA,), ukuran="tiap", jumlah=10, pembayar={"PADES": 100}))
    assert "KELURAHAN_DI_DALAM" in codes(coarse)


def test_a_plan_for_desa_only_adds_nobody_in_urban_wards_and_names_them() -> None:
    ward, village = f"{KOTA}.1001", f"{KOTA}.2002"
    potential = [
        {"tahun": 2026, "kode_wilayah": area, "segmen": "BPU", "jumlah": 100} for area in (ward, village)
    ]
    asked = plan(
        wilayah=(ward, village),
        tingkat="desa",
        ukuran="tiap",
        jumlah=10,
        pembayar={"PADES": 100},
        tanpa_kelurahan=True,
    )
    found = answer(asked, potential=potential, desa=True)

    assert people_by_area(found) == {village: 10}
    assert found.feasible
    (left_out,) = [one for one in found.obstacles if one.code == "KELURAHAN_TIDAK_IKUT"]
    assert (left_out.params["wilayah"], left_out.weight) == ((ward,), Weight.NOTE)
    whole = answer(replace(asked, wilayah=(KOTA,)), potential=potential, desa=True)
    assert set(people_by_area(whole)) == {code for code in REFERENCE.desa_of(KOTA) if code[9] == "2"}
    by_kecamatan = answer(replace(asked, wilayah=(KOTA,), tingkat="kecamatan"))
    assert "KELURAHAN_TIDAK_IKUT" not in codes(by_kecamatan)
    assert "KELURAHAN_DI_DALAM" in codes(by_kecamatan)


@pytest.mark.parametrize(
    ("payer", "code"), [("PADES", "HANYA_KELURAHAN_APBDES"), ("DBHCHT", "HANYA_KELURAHAN")]
)
def test_a_plan_for_desa_only_in_places_that_are_all_urban_wards_is_blocked(payer: str, code: str) -> None:
    """Another payer than the village budget is needed only where that is the payer."""
    ward = f"{KOTA}.1001"
    asked = plan(wilayah=(ward,), tingkat="desa", ukuran="tiap", jumlah=50, pembayar={payer: 100})
    found = answer(replace(asked, tanpa_kelurahan=True), desa=True)

    (only,) = [one for one in found.obstacles if one.code == code]
    assert (only.params["wilayah"], only.weight, found.feasible) == ((ward,), Weight.BLOCKS, False)
    assert "KELURAHAN_TIDAK_IKUT" not in codes(found)


def test_where_no_gap_or_no_tariff_is_known_it_says_so() -> None:
    found = answer(plan(wilayah=(UNDAAN, KOTA)))
    assert people_by_area(found) == {UNDAAN: 180}
    (unknown,) = found.obstacles
    assert (unknown.code, unknown.params["wilayah"]) == ("TANPA_SELISIH", (KOTA,))

    shared = answer(plan(wilayah=(KOTA,), ukuran="orang", jumlah=10))
    assert people_by_area(shared) == {KOTA: 10}
    assert shared.obstacles[0].code == "TANPA_SELISIH_DIBAGI"

    wages = answer(plan(segmen=("PU_SWASTA",), ukuran="tiap", jumlah=5))
    assert wages.biaya is None
    assert "TANPA_TARIF" in codes(wages)
    assert answer(plan(segmen=("PU_SWASTA",), ukuran="dana", jumlah=10**9)).sisa_dana == 10**9
    assert "PAKET_UMKM" in codes(answer(plan(segmen=("UMKM",), program="JKK")))
    assert "BAGIAN_BUKAN_100" in codes(answer(plan(pembayar={"DBHCHT": 50})))


def test_a_wage_that_the_planner_assumes_makes_the_cost_of_wage_earners_known() -> None:
    """0,54 % of Rp2.500.000 are Rp13.500 a month: 5 people in each of 2 areas for 3 months."""
    asked = plan(segmen=("PU_SWASTA",), ukuran="tiap", jumlah=5, upah=2_500_000)
    found = answer(asked)

    assert found.biaya == 5 * 2 * 3 * 13_500
    assert found.by_wage == ("PU_SWASTA",)
    assert "TANPA_TARIF" not in codes(found)
    assert answer(replace(asked, upah=0)).by_wage == ("PU_SWASTA",)
    both = answer(replace(asked, segmen=("PU_SWASTA", "RENTAN")))
    assert both.biaya == 10 * 3 * (13_500 + 16_800)
    assert answer(plan(upah=2_500_000)).by_wage == ()


def test_segments_without_a_potensi_of_their_own_share_the_gap_of_the_one_above() -> None:
    found = answer(plan(segmen=("UMKM", "RENTAN")))

    assert found.rows.set_index("segmen")["orang"].to_dict() == {"RENTAN": 90, "UMKM": 90}
    assert codes(found) == ["TANPA_PAGU_SEBAGIAN", "DIUKUR_LAIN"]  # the pagu is of pekerja rentan only
    assert answer(plan(segmen=("BPU", "RENTAN"))).orang == 180
    assert codes(answer(plan(segmen=("BPU", "RENTAN"), wilayah=(UNDAAN, f"{UNDAAN}.2003")))) == [
        "WILAYAH_TERMUAT",
        "SEGMEN_TERMUAT",
    ]


def test_what_closes_the_gap_of_a_segment_counts_in_that_of_the_one_above() -> None:
    """BPU: 320 active of 1.000, target 500, lacks 180. RENTAN: 320 of 840, half of them are 420, lacks 100."""
    potential = [*POTENTIAL, {"tahun": 2026, "kode_wilayah": UNDAAN, "segmen": "RENTAN", "jumlah": 840}]
    targets = [*TARGETS, {**TARGETS[0], "segmen": "RENTAN"}]
    asked = plan(segmen=("RENTAN", "BURUH_TANI", "UMKM"), wilayah=(UNDAAN,))

    def added(**changes: object) -> dict[str, int]:
        found = answer(replace(asked, **changes), potential=potential, targets=targets)
        return dict(zip(found.rows["segmen"], found.rows["orang"], strict=True))

    assert added() == {"RENTAN": 100, "BURUH_TANI": 40, "UMKM": 40}
    assert added(sasaran="penuh") == {"RENTAN": 520, "BURUH_TANI": 80, "UMKM": 80}
    assert added(segmen=("BURUH_TANI", "UMKM")) == {"BURUH_TANI": 90, "UMKM": 90}


def test_the_month_of_the_target_counts_people_only_while_they_are_paid_for() -> None:
    """920 of 1.000, 20 more a month: January 2027; with 60 people paid for from October on, October."""
    start = usual_ground()
    known = {
        "bulan_data": 20, "laju_lazim": 20.0, "meleset": 1.0, "tanpa_perkiraan": "",
        "perkiraan": 0.0, "perkiraan_bawah": 0.0, "perkiraan_atas": 0.0, "tercapai_pada": None,
    }  # fmt: skip
    assert known.keys() == PROJECTED.keys()
    trending = replace(start, whole=start.whole.assign(**known))

    def reached(**asked: object) -> tuple[object, object]:
        row = simulate(plan(**asked), trending, reference=REFERENCE).effect_of("BPU")
        assert row is not None
        return row.tercapai_pada, row.tercapai_nanti

    january = month("2027-01")
    assert reached(ukuran="orang", jumlah=60) == (january, month("2026-10"))
    assert reached(ukuran="orang", jumlah=40, bulan=1) == (january, january)
    assert reached(ukuran="orang", jumlah=30, bulan=3) == (january, month("2026-12"))
    row = simulate(plan(), start, reference=REFERENCE).effect_of("BPU")
    assert row is not None
    assert row.tercapai_nanti == month("2026-10")  # without a trend the plan alone reaches it


def test_the_budget_of_a_later_year_has_to_keep_the_people_protected_now() -> None:
    """920 people × Rp16.800 × 12 = Rp185.472.000 a year."""
    asked = plan(ukuran="tiap", jumlah=10, mulai=month("2027-01"), bulan=12)  # 20 × 16.800 × 12 = 4.032.000

    (enough,) = records(answer(asked, budget=[_budget_of(2027, 200_000_000)]).sources)
    assert (enough["terikat"], enough["bebas"], enough["kurang"]) == (185_472_000, 14_528_000, 0)
    found = answer(asked, budget=[_budget_of(2026, 200_000_000), _budget_of(2027, 180_000_000)])
    (source,) = records(found.sources)
    assert (source["terikat"], source["bebas"], source["kurang"]) == (185_472_000, 0, 4_032_000)
    assert codes(found) == ["SUMBER_PESERTA", "TERIKAT_TAHUN_LAIN"]
    assert not found.feasible
    more = answer(replace(asked, jumlah=50), budget=[_budget_of(2027, 200_000_000)])  # 20.160.000
    assert codes(more) == ["SUMBER_TERIKAT", "TERIKAT_TAHUN_LAIN"]


def test_what_a_later_budget_has_paid_already_is_not_bound_once_more() -> None:
    paid = {**PAID[0], "periode": "2027-01"}
    found = answer(
        plan(ukuran="tiap", jumlah=10, mulai=month("2027-01"), bulan=12),
        paid=[*PAID, paid],
        budget=[_budget_of(2027, 200_000_000)],
    )
    (source,) = records(found.sources)
    assert (source["sisa"], source["terikat"], source["bebas"]) == (184_544_000, 170_016_000, 14_528_000)


def test_what_is_paid_ahead_for_months_of_a_later_year_is_not_bound_in_its_budget() -> None:
    """600 of 920 people are paid through February 2027: 920 × 16.800 × 12 less 600 × 16.800 × 2."""
    ahead = [PEOPLE[0], {**PEOPLE[1], "lunas_sampai": "2027-02"}]
    asked = plan(ukuran="tiap", jumlah=10, mulai=month("2027-01"), bulan=12)
    (source,) = records(answer(asked, people=ahead, budget=[_budget_of(2027, 200_000_000)]).sources)
    assert source["terikat"] == 920 * 16_800 * 12 - 600 * 16_800 * 2


def test_whom_a_later_budget_keeps_goes_by_the_budgets_of_that_year() -> None:
    """Jekulo's 600 are paid from the general regency budget; the pagu stands elsewhere in 2027 than in 2026."""
    people = [PEOPLE[0], {**PEOPLE[1], "sumber_dana": "APBD_KAB_UMUM"}]

    def bound(*budget: dict[str, object], people: Rows = people) -> list[object]:
        asked = plan(ukuran="tiap", jumlah=10, mulai=month("2027-01"), bulan=12)
        return [row["terikat"] for row in records(answer(asked, people=people, budget=budget).sources)]

    both = 920 * 16_800 * 12
    assert bound(_budget_of(2026, 10**9), _budget_of(2027, 10**9, "APBD_KAB")) == [both]
    assert bound(_budget_of(2026, 10**9, "APBD_KAB"), _budget_of(2027, 10**9)) == [320 * 16_800 * 12]
    wages = [*people, {**PEOPLE[0], "segmen": "PU_SWASTA"}]
    assert bound({**_budget_of(2027, 10**9), "segmen": "SEMUA"}, people=wages) == [None]
    assert bound(_budget_of(2027, 10**9), people=wages) == [
        320 * 16_800 * 12
    ]  # a line of pekerja rentan alone


def test_a_pagu_is_spent_once_also_where_a_source_and_one_in_it_both_pay() -> None:
    """Rp138.176.000 are free; 3.000 people cost 151.200.000, half of it paid by each."""
    asked = plan(ukuran="tiap", jumlah=1_500, pembayar={"APBD_KAB": 50, "DBHCHT": 50})
    found = answer(asked)

    assert [
        (row["pemegang_pagu"], row["biaya"], row["biaya_pagu"], row["kurang"])
        for row in records(found.sources)
    ] == [("DBHCHT", 75_600_000, 151_200_000, 13_024_000)] * 2
    assert [one.code for one in found.obstacles if one.weight is Weight.BLOCKS].count("SUMBER_TERIKAT") == 1

    two = [_budget_of(2026, 200_000_000), _budget_of(2026, 10_000_000, "APBD_KAB_UMUM")]
    found = answer(asked, budget=two)
    assert [
        (row["pemegang_pagu"], row["bebas"], row["biaya_pagu"], row["kurang"])
        for row in records(found.sources)
    ] == [("APBD_KAB", 148_176_000, 151_200_000, 3_024_000), ("DBHCHT", 138_176_000, 75_600_000, 0)]


def _budget() -> dict[str, object]:
    return {"tahun": 2026, "segmen": "RENTAN", "sumber_dana": "DBHCHT"}


def _budget_of(year: int, pagu: int, source: str = "DBHCHT") -> dict[str, object]:
    return {"tahun": year, "segmen": "RENTAN", "sumber_dana": source, "pagu": pagu}
