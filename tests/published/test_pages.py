"""Every published figure, from files as typed, on the page that answers its question, as it was published."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import shown_tables
from tests.published import files
from tests.published.files import TypedFile

Lakes = Callable[[tuple[TypedFile, ...]], Path]


def read(open_page: OpenPage, lake: Path, page: str, **address: str) -> str:
    """All that a page says and lists, with ordinary spaces."""
    app = open_page(lake, page, **address)
    assert not app.exception
    return f"{shown_text(app)}\n{shown_tables(app)}".replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("segmen", "published"),
    [
        (
            "PU",
            "223.396 dari 279.223 pekerja segmen Penerima upah di Kudus terlindungi pada November 2023: 80,01 %.",
        ),
        (
            "JAKON",
            "21.563 dari 64.940 pekerja segmen Jasa konstruksi di Kudus terlindungi pada November 2023: 33,20 %.",
        ),
        (
            "BPU",
            "9.128 dari 140.885 pekerja segmen Bukan penerima upah di Kudus terlindungi pada November 2023: 6,48 %.",
        ),
        ("SEMUA", "254.087 dari 485.048 pekerja di Kudus terlindungi pada November 2023: 52,38 %."),
    ],
)
def test_kudus_in_november_2023(open_page: OpenPage, lake_of: Lakes, segmen: str, published: str):
    text = read(open_page, lake_of(files.KUDUS_TWO_YEARS), "coverage", bulan="2023-11", segmen=segmen)
    assert published in text


def test_kudus_in_december_2025_falls_over_another_denominator_and_the_page_says_so(
    open_page: OpenPage, lake_of: Lakes
):
    lake = lake_of(files.KUDUS_TWO_YEARS)
    text = read(open_page, lake, "coverage", bulan="2025-12", banding="2023-11")
    assert "dari 466.000 pekerja di Kudus terlindungi pada Desember 2025: 46,55 %." in text
    assert "Belum terlindungi: 249.0" in text
    assert (
        "52,38 % pada November 2023 dan 46,55 % pada Desember 2025 tidak dapat dibandingkan langsung" in text
    )
    assert (
        "berganti dari 485.048 (potensi BPJS/Bappenas 2023) menjadi 466.000 (potensi BPJS/Bappenas 2025)"
        in text
    )


def test_lumajang_pays_659_265_600_for_5_606_people_and_seven_months(open_page: OpenPage, lake_of: Lakes):
    app = open_page(lake_of(files.LUMAJANG_2025), "premiums", bulan="2025-06")
    assert "Pembayaran sesuai orang × tarif × bulan" in shown_text(app)
    app.session_state["source_details"] = True
    tables = shown_tables(app.run())
    assert "DBHCHT|–|Rp659.265.600|" in tables  # paid
    assert "DBHCHT|Rp659.265.600|Rp659.265.600|" in tables  # with a known tariff, and 5.606 × Rp16.800 × 7


def test_9_290_people_cost_far_less_than_their_pagu_and_that_is_flagged(open_page: OpenPage, lake_of: Lakes):
    text = read(open_page, lake_of(files.AUGUST_2025), "premiums", bulan="2025-08")
    assert "pagu Rp4.300.000.000, 130 % di atas estimasi setahun Rp1.872.864.000 (9.290 orang" in text


def test_five_billion_last_9_8_months_for_30_264_people(open_page: OpenPage, lake_of: Lakes):
    text = read(open_page, lake_of(files.DECEMBER_2025_DBHCHT), "premiums", bulan="2025-12")
    assert "pagu Rp5.000.000.000 di bawah estimasi setahun Rp6.101.222.400 (30.264 orang" in text
    assert "cukup untuk 9,8 bulan" in text


def test_wonogiri_is_20_70_points_short_of_its_target_and_68_01_percent_uncovered(
    open_page: OpenPage, lake_of: Lakes
):
    text = read(open_page, lake_of(files.WONOGIRI_2025), "targets", bulan="2025-10")
    assert "Target UCJ Kudus 52,69 % pada Desember 2025; pada Oktober 2025 tercapai 31,99 %" in text
    assert "selisih ke target 20,70 poin persen" in text
    assert (
        "Ukuran lain, bukan selisih ke target: belum terlindungi 340.050 orang (68,01 % dari potensi)."
        in text
    )


def test_11_000_workers_cost_184_800_000_a_month(open_page: OpenPage, lake_of: Lakes):
    text = read(open_page, lake_of(files.APRIL_2024), "premiums", bulan="2024-04")
    assert "Estimasi iuran Apr 2024: Rp184,8 juta" in text
    assert "|11.000|Rp184.800.000\n" in text


@pytest.mark.parametrize(
    ("month", "sentence"),
    [
        ("2023-11", "254.087 dari 489.161 pekerja"),
        ("2024-08", "262.300 dari 518.222 pekerja"),
        ("2025-12", "216.923 dari 525.814 pekerja"),
    ],
)
def test_the_labour_force_of_bps_is_a_denominator_of_its_own(
    open_page: OpenPage, lake_of: Lakes, month: str, sentence: str
):
    text = read(open_page, lake_of(files.LABOUR_FORCE), "coverage", bulan=month, basis="angkatan kerja BPS")
    assert sentence in text
    assert f"basis angkatan kerja BPS {month[:4]}" in text
