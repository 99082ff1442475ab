"""What must hold for any plan: nothing is made from nothing, gaps add up, and the order of rows never matters."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from jamsos_data.metrics.budget_ends import ROW, MoneyByPlace
from jamsos_data.metrics.simulation.allocation import Need, allocate, share_in_turn, share_out
from jamsos_data.metrics.simulation.budgets import Budgets
from jamsos_data.metrics.simulation.money import Draw, PlanMoney
from jamsos_data.metrics.simulation.plan import MEASURES, RULES, Payer
from jamsos_data.metrics.simulation.simulate import simulate
from jamsos_data.scenarios import Scenario, read_scenario, scenario_code
from tests.metrics.simulation.plans import (
    JEKULO,
    KUDUS,
    REFERENCE,
    UNDAAN,
    ground,
    people_by_area,
    plan,
    usual_ground,
)
from tests.metrics.tables import month

weights = st.lists(st.integers(0, 1_000), min_size=1, max_size=6).filter(sum)
needs = st.lists(
    st.builds(
        Need,
        place=st.tuples(st.sampled_from(["33.19.01", "33.19.02", "33.19.03", "33.19.04"]), st.sampled_from("AB")),
        orang=st.integers(0, 5_000),
        persen=st.none() | st.floats(0, 100),
        harga=st.integers(0, 500_000),
    ),
    max_size=8,
    unique_by=lambda need: need.place,
)  # fmt: skip
payers = st.dictionaries(
    st.sampled_from(["DBHCHT", "MANDIRI", "PADES", "CSR"]), st.integers(1, 100), min_size=1, max_size=3
)
kecamatan = st.lists(
    st.tuples(st.integers(0, 400), st.integers(1, 1_000)), min_size=9, max_size=9
)  # people, potensi
places = st.sampled_from([KUDUS, UNDAAN, f"{UNDAAN}.2001", f"{UNDAAN}.2002"])
VALUES = ["pagu", "realisasi", "peserta_aktif", "iuran_sebulan", "tanpa_tarif", "di_muka"]
NOTHING_AHEAD = pd.DataFrame(columns=[*ROW, "periode", "rupiah"])
sources = st.sampled_from(["APBD_KAB", "APBD_KAB_UMUM", "DBHCHT", "APBDES", "ADD", "PADES"])
few, fewer = settings(max_examples=15), settings(max_examples=4)


@given(total=st.integers(0, 10**12), shares=weights, counts=st.lists(st.integers(0, 100), max_size=20))
def test_what_is_shared_out_adds_up_to_what_there_was(
    total: int, shares: list[int], counts: list[int]
) -> None:
    parts = share_out(total, shares)
    whole = sum(shares)
    assert sum(parts) == total
    assert all(abs(part * whole - total * weight) < whole for part, weight in zip(parts, shares, strict=True))

    rows = share_in_turn(counts, shares)
    assert [sum(row) for row in rows] == counts
    for place, weight in enumerate(shares):
        due = sum(counts) * weight / whole
        assert abs(sum(row[place] for row in rows) - due) <= len(shares)


@given(amount=st.integers(0, 10**10), lacking=needs, rule=st.sampled_from(RULES), shuffle=st.randoms())
def test_money_is_never_made_nobody_gets_more_than_is_lacking_and_order_does_not_matter(
    amount: int, lacking: list[Need], rule: str, shuffle
) -> None:
    found = allocate(amount, lacking, rule=rule)  # type: ignore[arg-type]
    by_place = {need.place: need for need in lacking}
    spent = sum(count * by_place[place].harga for place, count in found.orang.items())

    assert spent + found.sisa == amount
    assert found.sisa >= 0
    assert all(0 < count <= by_place[place].orang for place, count in found.orang.items())
    unmet = [need.harga for need in lacking if found.orang.get(need.place, 0) < need.orang]
    assert all(price > found.sisa for price in unmet)
    shuffle.shuffle(lacking)
    assert allocate(amount, lacking, rule=rule) == found  # type: ignore[arg-type]


@few
@given(
    ukuran=st.sampled_from(MEASURES), jumlah=st.integers(0, 10**9), shares=payers, shuffle=st.randoms(),
    aturan=st.sampled_from(RULES),
)  # fmt: skip
def test_by_area_payer_and_month_it_is_the_same_money_whatever_the_order_of_rows(
    ukuran, jumlah, shares, shuffle, aturan
) -> None:
    asked = plan(
        ukuran=ukuran,
        jumlah=jumlah if ukuran == "dana" else jumlah % 3_000,
        pembayar=shares,
        aturan=aturan,
        sasaran="penuh",
        bulan=6,
    )
    found = simulate(asked, usual_ground(), reference=REFERENCE)

    assert (
        found.rows["biaya"].sum()
        == found.months["biaya"].sum()
        == found.sources["biaya"].sum()
        == found.biaya
    )
    assert found.sisa_dana is None or found.rows["biaya"].sum() + found.sisa_dana == jumlah
    stated = usual_ground().money[2026]
    mixed = replace(
        usual_ground(),
        areas=usual_ground().areas.sample(frac=1, random_state=shuffle.randint(0, 99)),
        money={2026: replace(stated, rows=stated.rows.iloc[::-1])},
    )
    turned = replace(asked, wilayah=asked.wilayah[::-1])
    again = simulate(turned, mixed, reference=REFERENCE)
    for name in ("rows", "months", "sources", "tariffs"):
        assert_frame_equal(getattr(again, name), getattr(found, name))
    assert again.obstacles == found.obstacles


@few
@given(jumlah=st.integers(0, 10**8), shares=payers, aturan=st.sampled_from(["terendah", "terbesar"]))
def test_of_a_sum_of_money_the_rule_is_kept_whoever_pays_and_each_pays_for_its_share(
    jumlah, shares, aturan
) -> None:
    """Undaan has the lower coverage and the larger gap: its 680 come first, then the 400 of Jekulo."""
    asked = plan(ukuran="dana", jumlah=jumlah, pembayar=shares, aturan=aturan, sasaran="penuh", bulan=6)
    found = simulate(asked, usual_ground(), reference=REFERENCE)

    assert found.sisa_dana is not None
    assert 0 <= found.sisa_dana == jumlah - found.rows["biaya"].sum()
    counts = people_by_area(found)
    assert counts.get(UNDAAN, 0) == 680 or JEKULO not in counts
    assert found.orang == 680 + 400 or found.sisa_dana < 6 * 16_800
    by_payer = found.rows.groupby("sumber_dana")["orang"].sum()
    for code, share in shares.items():
        assert abs(by_payer.get(code, 0) - found.orang * share / sum(shares.values())) <= len(shares)


@given(
    granted=st.dictionaries(st.tuples(places, sources), st.integers(0, 1_000), max_size=5),
    taken=st.dictionaries(st.tuples(places, sources), st.integers(0, 1_000), min_size=1, max_size=4),
)
def test_what_is_taken_from_pagus_beyond_what_is_free_is_never_hidden(granted, taken) -> None:
    """Whoever is added takes from the nearest area around with a pagu for the source, else from those inside."""
    tree = REFERENCE.sumber_tree
    rows = pd.DataFrame(
        [(area, code, "BPU", free, None, None, None, None, None) for (area, code), free in granted.items()],
        columns=[*ROW, *VALUES],
    ).astype(dict.fromkeys(VALUES, "Int64"))
    stated = MoneyByPlace(month("2026-09"), rows, NOTHING_AHEAD)
    budgets = Budgets({2026: stated}, tahun=2026, bulan=month("2026-09"), reference=REFERENCE)
    draws = tuple(
        Draw(
            tahun=2026, bulan=3, kode_wilayah=area, sumber_dana=source, segmen="BPU", orang=cost, biaya=cost,
            pagu=budgets.drawn(area, source, "BPU"),
        )
        for (area, source), cost in taken.items()
    )  # fmt: skip
    found = PlanMoney(draws, {2026: budgets})

    def at(area: str, payer: str) -> set[tuple[str, str]]:
        line = [code for code in (payer, *tree.ancestors(payer)) if (area, code) in granted]
        within = {(area, code) for code in tree.descendants(payer)} & set(granted)
        return {(area, line[0])} if line else within

    def reach(area: str, payer: str) -> set[tuple[str, str]]:
        around = [one for one in (area, area.rpartition(".")[0], KUDUS) if at(one, payer)]
        if around:
            return at(around[0], payer)
        return set().union(*(at(one, payer) for one, _ in granted if one.startswith(f"{area}.")))

    assert [{one[:2] for one in draw.pagu} for draw in draws] == [reach(*place) for place in taken]
    over = [
        sum(cost for place, cost in taken.items() if reach(*place) and reach(*place) <= set(pagus))
        - sum(granted[place] for place in pagus)
        for number in range(1, len(granted) + 1)
        for pagus in combinations(granted, number)
    ]
    told = sum(one.kurang or 0 for one in found.taken)
    assert all(told >= excess for excess in over)
    assert (told > 0) == any(excess > 0 for excess in over)


@given(free=st.lists(st.integers(0, 9), min_size=1, max_size=4), price=st.integers(2, 4))
def test_people_known_for_a_kecamatan_alone_are_paid_only_where_they_can_be_placed_in_its_desa(
    free, price
) -> None:
    """As many as each desa can pay in full, one after another, is the most that can be placed at one price."""
    desa = [f"{UNDAAN}.{number}" for number in range(2001, 2001 + len(free))]
    rows = pd.DataFrame(
        [
            (area, "PADES", "BPU", amount, None, None, None, None, None)
            for area, amount in zip(desa, free, strict=True)
        ],
        columns=[*ROW, *VALUES],
    ).astype(dict.fromkeys(VALUES, "Int64"))
    stated = MoneyByPlace(month("2026-09"), rows, NOTHING_AHEAD)
    budgets = Budgets({2026: stated}, tahun=2026, bulan=month("2026-09"), reference=REFERENCE)
    drawn = budgets.drawn(UNDAAN, "PADES", "BPU")
    placed = sum(amount // price for amount in free)
    for people in (placed, placed + 1):
        draw = Draw(
            tahun=2026, bulan=3, kode_wilayah=UNDAAN, sumber_dana="PADES", segmen="BPU", orang=people,
            biaya=people * price, pagu=drawn,
        )  # fmt: skip
        [taken] = PlanMoney((draw,), {2026: budgets}).taken
        assert (taken.kurang == 0) == (people == placed)


@fewer
@given(counts=kecamatan, goal=st.integers(1, 100))
def test_closing_the_gap_in_every_kecamatan_closes_that_of_the_regency(counts, goal) -> None:
    people = [
        {"periode": "2026-09", "kode_wilayah": area, "segmen": "BPU", "peserta_aktif": min(active, potential)}
        for area, (active, potential) in zip(REFERENCE.kecamatan, counts, strict=True)
    ]
    potential = [
        {"tahun": 2026, "kode_wilayah": area, "segmen": "BPU", "jumlah": number}
        for area, (_, number) in zip(REFERENCE.kecamatan, counts, strict=True)
    ]
    targets = [
        {
            "tahun": 2026,
            "batas_waktu": "2026-12",
            "kode_wilayah": KUDUS,
            "segmen": "BPU",
            "nilai": float(goal),
        }
    ]
    start = ground(people=people, potential=potential, targets=targets, paid=[], budget=[])

    closed = simulate(plan(wilayah=(KUDUS,)), start, reference=REFERENCE).effect_of("BPU")
    assert closed is not None
    assert closed.kurang_nanti == 0
    full = simulate(plan(wilayah=(KUDUS,), sasaran="penuh"), start, reference=REFERENCE).effect_of("BPU")
    assert full is not None
    assert (full.peserta_nanti, full.persen_nanti) == (full.potensi, 100.0)


@given(
    shares=payers,
    ukuran=st.sampled_from(MEASURES),
    jumlah=st.integers(0, 10**14),
    name=st.text(max_size=80),
    tingkat=st.sampled_from(["kecamatan", "desa"]),
    upah=st.integers(0, 10**9),
    wards=st.booleans(),
)
def test_a_scenario_survives_its_text_and_no_number_of_a_person_does(
    shares, ukuran, jumlah, name, tingkat, upah, wards
) -> None:
    asked = plan(
        pembayar=shares,
        ukuran=ukuran,
        jumlah=jumlah,
        tingkat=tingkat,
        program="JKK+JKM+JHT",
        upah=upah,
        tanpa_kelurahan=wards and tingkat == "desa",
    )
    code = scenario_code(Scenario(plan=asked, nama=f"{name} 3319040101800001"))
    read = read_scenario(code, reference=REFERENCE, start=month("2030-01"))

    assert (read.scenario.plan, read.unknown) == (asked, ())
    assert "3319040101800001" not in code
    assert scenario_code(read.scenario) == code


def test_a_plan_for_each_kecamatan_does_not_speak_of_kelurahan() -> None:
    asked = plan(tingkat="desa", tanpa_kelurahan=True)

    assert "kelurahan-tanpa" in scenario_code(Scenario(plan=asked))
    assert "kelurahan" not in scenario_code(Scenario(plan=replace(asked, tingkat="kecamatan")))


def test_what_a_text_says_wrongly_is_named_and_stands_at_its_default() -> None:
    code = (
        "segmen-BPU,PILOT,JAKON~wilayah-33.19.04~mulai-kapan~bulan-0~sumber-DBHCHT:60,EMAS:40~warna-biru"
        "~ukuran-x~upah-2,5"
    )
    read = read_scenario(code, reference=REFERENCE, start=month("2026-10"))

    assert set(read.unknown) == {"segmen", "mulai", "bulan", "sumber", "warna", "ukuran", "upah"}
    kept = read.scenario.plan
    assert (kept.segmen, kept.wilayah, kept.mulai, kept.bulan) == (("BPU",), (UNDAAN,), month("2026-10"), 1)
    assert kept.pembayar == (Payer(sumber_dana="DBHCHT", persen=60),)
