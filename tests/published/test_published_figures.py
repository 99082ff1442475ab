"""Every published figure, from files as typed, through the command line, rounded as it was published."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jamsos_data.formats import format_number, format_percent, format_rupiah, round_half_up
from tests.published import files
from tests.published.command import ask
from tests.published.files import TypedFile

Scenario = tuple[TypedFile, ...]
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def percent(value: float) -> str:
    return format_percent(value, digits=2).replace(NO_BREAK_SPACE, " ")


@pytest.mark.parametrize(
    ("segmen", "numerator", "denominator", "published"),
    [
        ("PU", 223_396, 279_223, "80,01 %"),
        ("JAKON", 21_563, 64_940, "33,20 %"),
        ("BPU", 9_128, 140_885, "6,48 %"),
        ("SEMUA", 254_087, 485_048, "52,38 %"),
    ],
)
def test_kudus_in_november_2023(
    lake_of: Callable[[Scenario], Path], segmen: str, numerator: int, denominator: int, published: str
):
    (row,) = ask(lake_of(files.KUDUS_TWO_YEARS), "coverage", "2023-11", "--segmen", segmen)
    assert (row["numerator"], row["denominator"]) == (numerator, denominator)
    assert (row["basis"], row["year"]) == ("potensi BPJS/Bappenas", 2023)
    assert percent(row["percentage"]) == published


def test_kudus_in_december_2025_falls_against_2023_over_another_denominator(
    lake_of: Callable[[Scenario], Path],
):
    lake = lake_of(files.KUDUS_TWO_YEARS)
    (before,) = ask(lake, "coverage", "2023-11")
    (now,) = ask(lake, "coverage", "2025-12")
    assert percent(now["percentage"]) == "46,55 %"
    assert round_half_up(now["belum_terlindungi"], -3) == 249_000
    assert now["percentage"] < before["percentage"]
    assert (before["denominator"], before["year"]) == (485_048, 2023)
    assert (now["denominator"], now["year"]) == (466_000, 2025)


def test_lumajang_pays_659_265_600_for_5_606_people_and_seven_months(lake_of: Callable[[Scenario], Path]):
    (row,) = ask(lake_of(files.LUMAJANG_2025), "premiums", "2025-06")
    assert format_rupiah(row["estimasi_dibayar"]) == "Rp659.265.600"
    assert row["numerator"] == row["estimasi_dibayar"]
    assert row["selisih_estimasi"] == 0
    assert row["catatan"] == ""


def test_9_290_people_cost_far_less_than_their_pagu_and_that_is_flagged(lake_of: Callable[[Scenario], Path]):
    rows = ask(lake_of(files.AUGUST_2025), "premiums", "2025-08")
    (row,) = [row for row in rows if row["sumber_dana"] == "APBD_KAB"]
    assert format_rupiah(row["estimasi_setahun"]) == "Rp1.872.864.000"
    assert format_rupiah(row["denominator"]) == "Rp4.300.000.000"
    assert "PAGU_BERLEBIH" in row["catatan"].split(";")


def test_five_billion_last_9_8_months_for_30_264_people(lake_of: Callable[[Scenario], Path]):
    (row,) = ask(lake_of(files.DECEMBER_2025_DBHCHT), "premiums", "2025-12")
    assert format_rupiah(row["estimasi_setahun"]) == "Rp6.101.222.400"
    assert row["denominator"] == 5_000_000_000
    assert format_number(row["bulan_cukup"], digits=1) == "9,8"
    assert "PAGU_KURANG" in row["catatan"].split(";")


def test_wonogiri_is_20_70_points_short_of_its_target_and_68_01_percent_uncovered(
    lake_of: Callable[[Scenario], Path],
):
    (row,) = ask(lake_of(files.WONOGIRI_2025), "targets", "2025-10", "--segmen", "SEMUA")
    assert percent(row["percentage"]) == "31,99 %"
    assert percent(row["target_persen"]) == "52,69 %"
    assert format_number(row["selisih_poin"], digits=2) == "20,70"
    assert percent(row["belum_persen"]) == "68,01 %"


def test_11_000_workers_cost_184_800_000_a_month(lake_of: Callable[[Scenario], Path]):
    (row,) = ask(lake_of(files.APRIL_2024), "premiums", "2024-04")
    assert format_rupiah(row["iuran_sebulan"]) == "Rp184.800.000"


@pytest.mark.parametrize(
    ("month", "year", "labour_force"),
    [("2023-11", 2023, 489_161), ("2024-08", 2024, 518_222), ("2025-12", 2025, 525_814)],
)
def test_the_labour_force_of_bps_is_a_denominator_of_its_own(
    lake_of: Callable[[Scenario], Path], month: str, year: int, labour_force: int
):
    lake = lake_of(files.LABOUR_FORCE)
    (row,) = ask(lake, "coverage", month, "--basis", "angkatan kerja BPS")
    assert (row["denominator"], row["year"]) == (labour_force, year)
    assert row["basis"] == "angkatan kerja BPS"
