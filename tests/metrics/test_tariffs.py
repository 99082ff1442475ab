"""Tariffs of the shipped table, against the amounts in the regulations."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from jamsos_data.metrics.tariffs import Tariff, find_tariff
from jamsos_data.periods import add_months
from jamsos_data.reference import Reference
from tests.metrics.tables import month


@pytest.mark.parametrize(
    ("segmen", "sumber_dana", "program", "bulan", "per_bulan"),
    [
        ("RENTAN", "DBHCHT", "JKK+JKM", "2025-12", 16_800),
        ("BPU", "TIDAK_DIRINCI", "JKK+JKM", "2024-04", 16_800),
        ("BPU_LAIN", "MANDIRI", "JKK+JKM+JHT", "2025-06", 36_800),
        # PP 49/2020: 1 % of normal, August 2020 – January 2021
        ("BPU_LAIN", "MANDIRI", "JKK+JKM", "2020-07", 16_800),
        ("BPU_LAIN", "MANDIRI", "JKK+JKM", "2020-08", 168),
        ("BPU_LAIN", "MANDIRI", "JKK+JKM", "2021-01", 168),
        ("BPU_LAIN", "MANDIRI", "JKK+JKM", "2021-02", 16_800),
        # PP 50/2025: half, April – December 2026, not where the APBD pays
        ("BPU_LAIN", "MANDIRI", "JKK+JKM", "2026-03", 16_800),
        ("BPU_LAIN", "MANDIRI", "JKK+JKM", "2026-04", 8_400),
        ("BPU_LAIN", "MANDIRI", "JKK+JKM", "2026-12", 8_400),
        ("BPU_LAIN", "MANDIRI", "JKK+JKM", "2027-01", 16_800),
        ("UMKM", "MANDIRI", "JKK+JKM+JHT", "2026-09", 28_400),
        ("BURUH_TANI", "SERTAKAN", "JKK+JKM", "2026-09", 8_400),
        ("UMKM", "PEMBERI_KERJA", "JKK+JKM", "2026-09", 8_400),
        ("RENTAN", "DBHCHT", "JKK+JKM", "2026-09", 16_800),
        ("RENTAN", "APBD_PROV", "JKK+JKM", "2026-09", 16_800),
        ("RENTAN_DESA", "ADD", "JKK+JKM", "2026-09", 16_800),
        ("RENTAN", "CSR", "JKK+JKM", "2026-09", 16_800),
        ("BPU", "MANDIRI", "JKM", "2026-09", 3_400),
    ],
)
def test_a_package_costs_the_sum_of_its_programmes_for_that_payer_and_month(
    reference: Reference, segmen: str, sumber_dana: str, program: str, bulan: str, per_bulan: int
) -> None:
    tariff = find_tariff(
        reference, segmen=segmen, sumber_dana=sumber_dana, program=program, bulan=month(bulan)
    )
    assert tariff.per_bulan == per_bulan
    assert len(tariff.rules) == len(program.split("+"))


@pytest.mark.parametrize(
    ("sumber_dana", "unsure"),
    [
        *dict.fromkeys(("ADD", "CSR", "SWASTA", "TIDAK_DIRINCI"), True).items(),
        *dict.fromkeys(("DBHCHT", "APBD_KAB", "APBD_PROV", "MANDIRI", "PEMBERI_KERJA"), False).items(),
    ],
)
@pytest.mark.parametrize(
    ("sektor", "months"),
    [("UMUM", ("2026-04", "2026-12")), ("TRANSPORTASI", ("2026-01", "2026-06", "2027-03"))],
)
def test_an_unconfirmed_discount_is_noted_while_the_full_tariff_is_charged(
    reference: Reference, sumber_dana: str, unsure: bool, sektor: str, months: tuple[str, ...]
) -> None:
    """As long as the discount lasts in the sector; before and after it nothing is open."""
    before, after = add_months(month(months[0]), -1), add_months(month(months[-1]), 1)
    for bulan in (before, *map(month, months), after):
        tariff = find_tariff(
            reference,
            segmen="RENTAN",
            sumber_dana=sumber_dana,
            program="JKK+JKM",
            bulan=bulan,
            sektor=sektor,
        )
        halved = bulan not in (before, after)
        assert ("DISKON_BELUM_PASTI" in tariff.catatan) is (unsure and halved)
        own = sumber_dana in ("MANDIRI", "PEMBERI_KERJA")
        assert tariff.per_bulan == (8_400 if own and halved else 16_800)


def test_transport_workers_get_the_discount_from_january_2026(reference: Reference) -> None:
    def cost(bulan: str, sektor: str) -> int | None:
        return find_tariff(
            reference,
            segmen="BPU_LAIN",
            sumber_dana="MANDIRI",
            program="JKK+JKM",
            bulan=month(bulan),
            sektor=sektor,
        ).per_bulan

    assert [cost(bulan, "TRANSPORTASI") for bulan in ("2025-12", "2026-01", "2027-03", "2027-04")] == [
        16_800,
        8_400,
        8_400,
        16_800,
    ]
    assert cost("2026-02", "UMUM") == 16_800


@pytest.mark.parametrize(
    ("segmen", "program", "reason"),
    [
        ("PU_SWASTA", "JKK+JKM+JHT+JP", "PERLU_UPAH"),
        ("PERANGKAT_DESA", "JKK+JKM", "PERLU_UPAH"),
        ("JAKON", "JKK+JKM", "PERLU_NILAI_KONTRAK"),
        ("SEMUA", "JKK+JKM", "TARIF_TIDAK_ADA"),
        ("RENTAN", "JKK+JP", "TARIF_TIDAK_ADA"),
    ],
)
def test_an_unknown_cost_has_a_reason_and_no_amount(
    reference: Reference, segmen: str, program: str, reason: str
) -> None:
    tariff = find_tariff(
        reference, segmen=segmen, sumber_dana="PEMBERI_KERJA", program=program, bulan=month("2025-06")
    )
    assert tariff.per_bulan is None
    assert reason in tariff.catatan


@pytest.mark.parametrize(
    ("upah", "program", "sektor", "bulan", "per_bulan"),
    [
        (2_500_000, "JKK+JKM", "UMUM", "2026-09", 13_500),  # 0,24 + 0,30 %
        (2_500_000, "JKK+JKM", "RISIKO_SEDANG", "2026-09", 29_750),  # 0,89 + 0,30 %
        (2_680_486, "JKK+JKM", "RISIKO_SANGAT_TINGGI", "2026-09", 54_682),  # 2,04 %: 54.681,91
        (1_500, "JKK+JKM", "UMUM", "2026-09", 8),  # 3,6 + 4,5: rounded once, for the package
        (2_500, "JKK+JKM", "UMUM", "2026-09", 14),  # 13,5: half a rupiah upwards
        (2_500_000, "JKK+JKM", "TEMBAKAU", "2025-06", 10_500),  # PP 7/2025: JKK 0,12 %
        (2_500_000, "JKK+JKM", "TEMBAKAU", "2026-02", 13_500),
        (2_500_000, "JKK+JKM+JHT+JP", "UMUM", "2025-01", 231_000),  # 9,24 %
        # 6,24 % of 12 million, and JP 3 % of the highest wage that counts
        (12_000_000, "JKK+JKM+JHT+JP", "UMUM", "2024-02", 748_800 + 286_788),
        (12_000_000, "JKK+JKM+JHT+JP", "UMUM", "2025-02", 748_800 + 301_269),
    ],
)
def test_a_wage_makes_the_tariff_of_wage_earners_known_in_whole_rupiah(
    reference: Reference, upah: int, program: str, sektor: str, bulan: str, per_bulan: int
) -> None:
    tariff = find_tariff(
        reference,
        segmen="PU_SWASTA",
        sumber_dana="PEMBERI_KERJA",
        program=program,
        bulan=month(bulan),
        sektor=sektor,
        upah=upah,
    )
    assert tariff.per_bulan == per_bulan
    assert tariff.catatan == ("DARI_UPAH",)


def test_pension_has_no_amount_in_a_month_without_a_wage_ceiling(reference: Reference) -> None:
    def found(bulan: str, program: str) -> Tariff:
        return find_tariff(
            reference,
            segmen="PU_SWASTA",
            sumber_dana="PEMBERI_KERJA",
            program=program,
            bulan=month(bulan),
            upah=20_000_000,
        )

    before = found("2023-02", "JKK+JKM+JHT+JP")  # the table begins with the ceiling of March 2023
    assert (before.per_bulan, before.catatan) == (None, ("PERLU_BATAS_UPAH",))
    assert found("2023-02", "JKK+JKM+JHT").per_bulan == 1_248_000  # 6,24 %, without any ceiling
    assert found("2023-03", "JP").per_bulan == 286_788  # 3 % of 9.559.600


def test_a_ceiling_that_binds_says_that_it_is_not_settled(reference: Reference) -> None:
    def notes(upah: int) -> tuple[str, ...]:
        return find_tariff(
            reference,
            segmen="PU_SWASTA",
            sumber_dana="PEMBERI_KERJA",
            program="JP",
            bulan=month("2026-09"),
            upah=upah,
        ).catatan

    assert notes(12_000_000) == ("BATAS_UPAH_BELUM_PASTI", "DARI_UPAH")
    assert notes(11_000_000) == ("DARI_UPAH",)


def test_a_wage_changes_nothing_for_those_whose_tariff_is_an_amount_or_goes_by_contract(
    reference: Reference,
) -> None:
    def found(segmen: str) -> Tariff:
        return find_tariff(
            reference,
            segmen=segmen,
            sumber_dana="DBHCHT",
            program="JKK+JKM",
            bulan=month("2026-09"),
            upah=2_500_000,
        )

    assert (found("RENTAN").per_bulan, found("RENTAN").catatan) == (16_800, ())
    assert (found("JAKON").per_bulan, found("JAKON").catatan) == (None, ("PERLU_NILAI_KONTRAK",))


def test_a_new_row_in_the_table_is_a_new_tariff(reference: Reference) -> None:
    row = reference.tarif.iloc[[1]].assign(segmen="BPU", program="JKM", nilai="7000", dari="2028-01")
    changed = replace(
        reference, tables=reference.tables | {"tarif": pd.concat([reference.tarif, row], ignore_index=True)}
    )

    def cost(bulan: str) -> int | None:
        return find_tariff(
            changed, segmen="RENTAN", sumber_dana="DBHCHT", program="JKK+JKM", bulan=month(bulan)
        ).per_bulan

    assert (cost("2027-12"), cost("2028-01")) == (16_800, 17_000)


def test_part_of_a_rupiah_in_the_table_is_refused(reference: Reference) -> None:
    row = reference.tarif.iloc[[1]].assign(nilai="6800.5")
    changed = replace(reference, tables=reference.tables | {"tarif": row})
    with pytest.raises(ValueError, match="whole number of rupiah"):
        find_tariff(changed, segmen="BPU", sumber_dana="CSR", program="JKM", bulan=month("2025-01"))


@pytest.mark.parametrize(
    ("segmen", "sumber_dana", "per_bulan"),
    [
        ("UMKM", "MANDIRI", 3_400),  # the rule for the payer, though the general one is newer
        ("UMKM", "DBHCHT", 7_000),
        ("RENTAN", "DBHCHT", 6_000),  # the rule for the segment, though the one for all BPU is newer
        ("RENTAN", "MANDIRI", 6_000),
    ],
)
def test_a_nearer_rule_comes_before_a_newer_one(
    reference: Reference, segmen: str, sumber_dana: str, per_bulan: int
) -> None:
    general = reference.tarif.iloc[[1]].assign(segmen="BPU", program="JKM", nilai="7000", dari="2026-06")
    own = general.assign(segmen="RENTAN", nilai="6000", dari="2025-01")
    rows = pd.concat([reference.tarif, general, own], ignore_index=True)
    changed = replace(reference, tables=reference.tables | {"tarif": rows})
    tariff = find_tariff(
        changed, segmen=segmen, sumber_dana=sumber_dana, program="JKM", bulan=month("2026-09")
    )
    assert tariff.per_bulan == per_bulan
