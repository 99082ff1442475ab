"""The example's numbers, counted with plain pandas on the built frames: published anchors, story, consistency."""

import pandas as pd
import pytest

from jamsos_data.datasets import STORED, dataset
from jamsos_data.examples.frames import ExampleFrames, build_frames
from jamsos_data.periods import month_range, month_start
from jamsos_data.reference import Reference

SEPTEMBER_2026 = pd.Timestamp(2026, 9, 1)
HADIPOLO = "33.19.06.2010"
KUTUK = "33.19.04.2007"


def people(rows: pd.DataFrame, year: int, month: int) -> pd.Series:
    """People of one month by segment."""
    return rows.loc[rows["periode"] == pd.Timestamp(year, month, 1)].groupby("segmen")["peserta_aktif"].sum()


def of_parent(by_segmen: pd.Series, parent: str, reference: Reference) -> int:
    return int(by_segmen.reindex(reference.segmen_tree.descendants(parent)).fillna(0).sum())


def test_november_2023_has_the_published_participants_of_each_parent_segment(
    frames: ExampleFrames, reference: Reference
):
    november = people(frames.kepesertaan, 2023, 11)
    found = {parent: of_parent(november, parent, reference) for parent in ("PU", "JAKON", "BPU")}
    assert found == {"PU": 223_396, "JAKON": 21_563, "BPU": 9_128}
    assert november.sum() == 254_087


def test_december_2025_covers_46_55_percent_of_466_000(frames: ExampleFrames):
    potensi = frames.potensi
    regency = (potensi["kode_wilayah"] == "33.19") & (potensi["basis"] == "potensi BPJS/Bappenas")
    denominator = potensi.loc[regency & (potensi["tahun"] == 2025), "jumlah"].sum()
    december = people(frames.kepesertaan, 2025, 12).sum()
    assert denominator == 466_000
    assert f"{100 * december / denominator:.2f}" == "46.55"
    assert denominator - december == 249_077


def test_potensi_of_2023_is_the_published_table_and_2024_has_none_in_the_main_basis(frames: ExampleFrames):
    potensi = frames.potensi.loc[frames.potensi["basis"] == "potensi BPJS/Bappenas"]
    regency = potensi.loc[(potensi["kode_wilayah"] == "33.19") & (potensi["tahun"] == 2023)]
    assert regency.set_index("segmen")["jumlah"].to_dict() == {
        "PU": 279_223,
        "BPU": 140_885,
        "JAKON": 64_940,
    }
    assert set(potensi["tahun"]) == {2023, 2025}


def test_the_split_of_potensi_to_villages_adds_up_and_leaves_construction_out(frames: ExampleFrames):
    below = frames.potensi.loc[frames.potensi["kode_wilayah"] != "33.19"]
    assert below.groupby(["tahun", "segmen"])["jumlah"].sum().to_dict() == {
        (2023, "PU"): 279_223,
        (2023, "BPU"): 140_885,
        (2025, "PU"): 268_000,
        (2025, "BPU"): 148_000,
    }
    assert below["estimasi"].all()
    assert (below["kode_wilayah"].str.len() == 13).all()


def test_the_split_follows_the_population_of_the_kecamatan(frames: ExampleFrames):
    """Undaan has 79.789 of 873.435 people (2023): 9,135 % of 279.223 wage earners are 25.507."""
    rows = frames.potensi.loc[(frames.potensi["tahun"] == 2023) & (frames.potensi["segmen"] == "PU")]
    undaan = rows.loc[rows["kode_wilayah"].str.startswith("33.19.04."), "jumlah"].sum()
    assert undaan == 25_507


def test_the_labour_market_bases_hold_the_published_figures(frames: ExampleFrames):
    found = frames.potensi.loc[frames.potensi["segmen"] == "SEMUA"].set_index(["basis", "tahun"])["jumlah"]
    assert found.to_dict() == {
        ("angkatan kerja BPS", 2023): 489_161,
        ("angkatan kerja BPS", 2024): 518_222,
        ("angkatan kerja BPS", 2025): 525_814,
        ("penduduk bekerja BPS", 2024): 501_710,
        ("penduduk bekerja BPS", 2025): 508_810,
    }


@pytest.mark.parametrize(
    ("year", "month", "segmen", "expected"),
    [
        (2024, 6, "RENTAN", 9_773),
        (2025, 1, "RENTAN", 9_290),
        (2025, 8, "RENTAN", 9_290),
        (2025, 12, "RENTAN", 30_264),
        (2023, 10, "PERANGKAT_DESA", 1_493),
        (2026, 6, "PERANGKAT_DESA", 1_493),
        (2026, 6, "RT_RW", 1_507 + 402),
    ],
)
def test_published_counts_of_groups_are_kept(
    frames: ExampleFrames, year: int, month: int, segmen: str, expected: int
):
    assert people(frames.kepesertaan, year, month)[segmen] == expected


def test_every_month_segment_and_funding_source_occurs(frames: ExampleFrames, reference: Reference):
    rows = frames.kepesertaan
    assert sorted(rows["periode"].unique()) == month_range(month_start(2023, 10), month_start(2026, 9))
    assert set(rows["segmen"]) == set(reference.segmen_tree.leaves)
    assert set(rows["sumber_dana"]) == set(reference.sumber_tree.leaves)


def test_kutuk_has_no_participants_from_july_2026_and_every_other_village_has_some_every_month(
    frames: ExampleFrames, reference: Reference
):
    rows = frames.kepesertaan
    months_by_area = rows.groupby("kode_wilayah")["periode"].nunique()
    assert rows.loc[rows["kode_wilayah"] == KUTUK, "periode"].max() == pd.Timestamp(2026, 6, 1)
    assert (months_by_area.reindex(reference.all_desa).drop(KUTUK) == 36).all()


def test_four_kecamatan_are_above_the_target_and_undaan_and_dawe_lag_most(frames: ExampleFrames):
    rows = frames.kepesertaan
    september = rows.loc[(rows["periode"] == SEPTEMBER_2026) & (rows["kode_wilayah"] != "33.19")]
    potensi = frames.potensi
    base = potensi.loc[(potensi["tahun"] == 2025) & (potensi["kode_wilayah"].str.len() == 13)]
    covered = september.groupby(september["kode_wilayah"].str[:8])["peserta_aktif"].sum()
    percent = 100 * covered / base.groupby(base["kode_wilayah"].str[:8])["jumlah"].sum()
    above = percent[percent >= 52.2]
    assert set(above.index) == {"33.19.01", "33.19.02", "33.19.03", "33.19.07"}
    assert set(percent.nsmallest(2).index) == {"33.19.04", "33.19.09"}


def test_no_village_covers_more_people_than_it_has(frames: ExampleFrames):
    rows = frames.kepesertaan.loc[frames.kepesertaan["kode_wilayah"].str.len() == 13]
    people_there = rows.groupby(["periode", "kode_wilayah"])["peserta_aktif"].sum().unstack("periode")
    potensi = frames.potensi.loc[frames.potensi["tahun"] == 2025].groupby("kode_wilayah")["jumlah"].sum()
    assert people_there.max(axis=1).le(potensi.reindex(people_there.index)).all()


def test_payments_end_in_the_middle_of_2025_and_in_november_2026(frames: ExampleFrames):
    rows = frames.kepesertaan
    last_paid = rows.groupby(["segmen", "sumber_dana"])["lunas_sampai"].max()
    assert last_paid["RENTAN_DESA", "BAGI_HASIL_RETRIBUSI"] == pd.Timestamp(2025, 6, 1)
    assert last_paid["RENTAN", "DBHCHT"] == pd.Timestamp(2026, 11, 1)
    ended = (rows["segmen"] == "RENTAN_DESA") & (rows["sumber_dana"] == "BAGI_HASIL_RETRIBUSI")
    assert rows.loc[ended, "periode"].max() == pd.Timestamp(2025, 6, 1)


def test_non_asn_staff_shrink_as_they_become_pppk(frames: ExampleFrames):
    staff = [people(frames.kepesertaan, year, 9)["NON_ASN"] for year in (2024, 2025, 2026)]
    assert staff[0] > 1.5 * staff[1] > 2.5 * staff[2]


def test_no_kelurahan_is_paid_from_a_village_budget(frames: ExampleFrames, reference: Reference):
    village_budget = reference.sumber_tree.descendants("APBDES")
    for rows in (frames.kepesertaan, frames.iuran, frames.anggaran):
        areas = rows.loc[rows["sumber_dana"].isin(village_budget), "kode_wilayah"]
        assert not areas.map(reference.is_kelurahan).any()


def test_one_village_is_paid_twice_for_the_same_farm_labourers_in_september_2026(frames: ExampleFrames):
    paid = frames.iuran.loc[frames.iuran["periode"] == SEPTEMBER_2026]
    paid = paid.loc[paid["kode_wilayah"].str.len() == 13]
    sources = paid.groupby(["kode_wilayah", "segmen"])["sumber_dana"].nunique()
    assert list(sources[sources > 1].index) == [(HADIPOLO, "BURUH_TANI")]
    rows = frames.kepesertaan
    there = (rows["periode"] == SEPTEMBER_2026) & (rows["kode_wilayah"] == HADIPOLO)
    active = rows.loc[there & (rows["segmen"] == "BURUH_TANI"), "peserta_aktif"].sum()
    twice = paid.loc[(paid["kode_wilayah"] == HADIPOLO) & (paid["segmen"] == "BURUH_TANI")]
    assert twice["peserta_dibayar"].sum() == active + 31


def test_self_payers_pay_half_from_april_2026_and_the_regency_does_not(frames: ExampleFrames):
    rows = frames.iuran.loc[frames.iuran["program"] == "JKK+JKM"]
    per_person = rows["nilai"] / rows["peserta_dibayar"] / rows["bulan_dibayar"]
    august = rows["periode"] == pd.Timestamp(2026, 8, 1)
    assert set(per_person[august & (rows["sumber_dana"] == "MANDIRI")]) == {8_400}
    assert set(per_person[august & (rows["sumber_dana"] == "DBHCHT")]) == {16_800}
    march = rows["periode"] == pd.Timestamp(2026, 3, 1)
    assert set(per_person[march & (rows["sumber_dana"] == "MANDIRI")]) == {16_800}


def test_only_three_payments_to_the_informal_differ_from_their_tariff(
    frames: ExampleFrames, reference: Reference
):
    rows = frames.iuran
    rows = rows.loc[
        rows["segmen"].isin(reference.segmen_tree.descendants("BPU")) & (rows["program"] == "JKK+JKM")
    ]
    halved = rows["sumber_dana"].isin(["MANDIRI", "SERTAKAN"]) & (rows["periode"] >= pd.Timestamp(2026, 4, 1))
    due = rows["peserta_dibayar"] * rows["bulan_dibayar"] * halved.map({True: 8_400, False: 16_800})
    odd = rows.loc[rows["nilai"] != due].groupby(["periode", "segmen", "sumber_dana"])["nilai"].count()
    assert {(str(month)[:7], *rest) for month, *rest in odd.index} == {
        ("2025-12", "RENTAN", "DBHCHT"),
        ("2026-02", "RENTAN_DESA", "PADES"),
        ("2026-04", "UMKM", "MANDIRI"),
    }


def test_every_month_of_a_paid_participant_is_paid_for_once(frames: ExampleFrames):
    """People-months of kepesertaan = people × months of iuran, but for the double payment and months paid ahead."""
    active = frames.kepesertaan.groupby("sumber_dana")["peserta_aktif"].sum()
    paid = (frames.iuran["peserta_dibayar"] * frames.iuran["bulan_dibayar"]).groupby(
        frames.iuran["sumber_dana"]
    )
    ahead = (paid.sum() - active).loc[lambda difference: difference != 0]
    last = frames.kepesertaan.loc[frames.kepesertaan["periode"] == SEPTEMBER_2026]
    last = last.groupby("sumber_dana")["peserta_aktif"].sum()
    assert ahead.to_dict() == {"APBD_PROV": 31, "CSR": last["CSR"], "DBHCHT": 2 * last["DBHCHT"]}


def test_the_dbhcht_of_2026_ends_before_december(frames: ExampleFrames):
    pagu = frames.anggaran.set_index(["tahun", "versi", "sumber_dana", "segmen"])["pagu"]
    assert pagu[2025, "perubahan", "DBHCHT", "RENTAN"] == 5_000_000_000
    assert pagu[2025, "murni", "APBD_KAB_UMUM", "RENTAN"] == 4_300_000_000
    left = pagu[2026, "pergeseran", "DBHCHT", "RENTAN"] / (30_264 * 16_800)
    assert 11 <= left < 12


def test_some_villages_budget_and_some_do_not(frames: ExampleFrames, reference: Reference):
    villages = {kode for kode in reference.all_desa if not reference.is_kelurahan(kode)}
    this_year = frames.anggaran.loc[frames.anggaran["tahun"] == 2026, "kode_wilayah"]
    budgeting = villages & set(this_year)
    assert 80 <= len(budgeting) <= 100


def test_invented_targets_say_so_and_both_families_are_there(frames: ExampleFrames):
    target = frames.target
    assert set(target.loc[target["keluarga"] == "UCJ", "dasar_hukum"]) == {"rekaan (contoh)"}
    rpjmn = target.loc[target["keluarga"] == "RPJMN"].set_index("tahun")["nilai"]
    assert rpjmn.to_dict() == {2025: 32.15, 2026: 34.99, 2029: 43.92}


def test_fewer_than_half_of_15_000_enterprises_were_registered_in_2021(frames: ExampleFrames):
    first = frames.umkm.loc[frames.umkm["tahun"] == 2021]
    assert first["usaha_terdata"].sum() == 15_000
    assert first["usaha_terdaftar"].sum() < 7_500


@pytest.mark.parametrize("kind", STORED)
def test_frames_are_canonical_and_have_no_key_twice(frames: ExampleFrames, kind: str):
    frame = getattr(frames, kind)
    assert list(frame.columns) == list(dataset(kind).names)
    assert not frame.duplicated(list(dataset(kind).key)).any()


def test_the_seed_decides_everything(frames: ExampleFrames, reference: Reference):
    again = build_frames(reference, seed=2021)
    other = build_frames(reference, seed=7)
    pd.testing.assert_frame_equal(again.kepesertaan, frames.kepesertaan)
    assert not other.kepesertaan.equals(frames.kepesertaan)
    assert people(other.kepesertaan, 2023, 11).sum() == 254_087
    assert people(other.kepesertaan, 2025, 12).sum() == 216_923
