"""The published figures on the pages that plan, warn and explain: Simulasi, Perlu perhatian, Ringkasan, traces."""

from __future__ import annotations

import pytest

from tests.pages.conftest import OpenPage, shown_text
from tests.published import files
from tests.published.files import TypedFile
from tests.published.test_pages import Lakes, read


def plan(people: int, *, first: str, months: int, source: str) -> str:
    """The text of a scenario that adds so many poor workers in Kudus, paid from one source."""
    who = f"segmen-RENTAN~wilayah-33.19~ukuran-orang~jumlah-{people}"
    return f"{who}~mulai-{first}~bulan-{months}~sumber-{source}:100"


@pytest.mark.parametrize(
    ("scenario", "month", "asked", "cost", "exact"),
    [
        pytest.param(
            files.AUGUST_2025,
            "2025-08",
            plan(5_606, first="2025-06", months=7, source="DBHCHT"),
            "(7 bulan), estimasi Rp659,3 juta",
            "DBHCHT|2025|5.606|7|Rp659.265.600|",
            id="Lumajang",
        ),
        pytest.param(
            files.AUGUST_2025,
            "2025-08",
            plan(9_290, first="2025-01", months=12, source="APBD_KAB"),
            "(12 bulan), estimasi Rp1,9 miliar",
            "APBD kabupaten|2025|9.290|12|Rp1.872.864.000|",
            id="a full year",
        ),
        pytest.param(
            files.APRIL_2024,
            "2024-04",
            plan(11_000, first="2024-05", months=1, source="APBD_KAB"),
            "estimasi Rp184,8 juta",
            "APBD kabupaten|2024|11.000|1|Rp184.800.000|",
            id="a month",
        ),
    ],
)
def test_a_simulated_plan_costs_what_was_published(
    open_page: OpenPage,
    lake_of: Lakes,
    scenario: tuple[TypedFile, ...],
    month: str,
    asked: str,
    cost: str,
    exact: str,
):
    text = read(open_page, lake_of(scenario), "simulation", bulan=month, skenario_a=asked)
    assert cost in text
    assert exact in text


def test_a_simulated_year_for_30_264_people_overdraws_five_billion_after_9_8_months(
    open_page: OpenPage, lake_of: Lakes
):
    asked = plan(30_264, first="2025-01", months=12, source="DBHCHT")
    lake = lake_of(files.DECEMBER_2025_DBHCHT)
    text = read(open_page, lake, "simulation", bulan="2025-12", skenario_a=asked)
    assert "**Belum dapat dijalankan:** DBHCHT 2025 kurang Rp1,1 miliar" in text
    assert "perlu Rp6,1 miliar, yang bebas Rp5,0 miliar" in text
    assert "cukup untuk 9,8 bulan" in text
    assert (
        "DBHCHT|2025|30.264|12|Rp6.101.222.400|Rp5.000.000.000|Rp1.101.222.400|9,8|Rp5.000.000.000|" in text
    )


@pytest.mark.parametrize(
    ("scenario", "month", "finding"),
    [
        pytest.param(
            files.AUGUST_2025,
            "2025-08",
            "Pagu APBD kabupaten Rp4,3 miliar jauh di atas estimasi setahun Rp1,9 miliar untuk 9.290 orang",
            id="too much",
        ),
        pytest.param(
            files.DECEMBER_2025_DBHCHT,
            "2025-12",
            "Pagu DBHCHT Rp5,0 miliar hanya cukup untuk 9,8 bulan bagi 30.264 orang; setahun penuh perlu Rp6,1 miliar",
            id="too little",
        ),
        pytest.param(
            files.KUDUS_TWO_YEARS,
            "2025-12",
            "berubah dari 485.048 orang (tahun 2023) menjadi 466.000 orang (tahun 2025); persentase kedua tahun tidak "
            "dapat dibandingkan langsung",
            id="another denominator",
        ),
    ],
)
def test_what_does_not_fit_needs_attention(
    open_page: OpenPage, lake_of: Lakes, scenario: tuple[TypedFile, ...], month: str, finding: str
):
    text = read(open_page, lake_of(scenario), "attention", bulan=month)
    assert text.count(finding) == 2  # in the list, and in the table to download


@pytest.mark.parametrize(
    ("month", "active", "potential", "result"),
    [("2023-11", "254.087", "485.048", "52,38 %"), ("2025-12", "216.923", "466.000", "46,55 %")],
)
def test_the_trace_of_each_year_names_its_own_denominator(
    open_page: OpenPage, lake_of: Lakes, month: str, active: str, potential: str, result: str
):
    app = open_page(lake_of(files.KUDUS_TWO_YEARS), "coverage", bulan=month)
    app.session_state["trace_0"] = True
    text = shown_text(app.run()).replace("\N{NO-BREAK SPACE}", " ")
    assert (
        f"- Peserta aktif (orang): **{active}**\n"
        f"- Potensi (orang), potensi BPJS/Bappenas {month[:4]}: **{potential}**" in text
    )
    assert f"- Hasil: **{result}**" in text


def test_wonogiri_is_short_of_its_target_on_the_overview(open_page: OpenPage, lake_of: Lakes):
    lake = lake_of(files.WONOGIRI_2025)
    text = read(open_page, lake, "summary", bulan="2025-10")
    assert "Cakupan 32,0 %, 20,7 poin persen di bawah target 2025 (52,7 %)." in text
    assert "Kudus|159.950|500.000|31,99 %|52,69 %|103.500|340.050" in text  # 340.050 of 500.000 = 68,01 %


def test_wonogiri_s_target_needs_attention_though_no_kecamatan_is_known(
    open_page: OpenPage, lake_of: Lakes
) -> None:
    """52,69 % of 500.000 are 263.450; two months are left for the 103.500 who are short."""
    text = read(open_page, lake_of(files.WONOGIRI_2025), "attention", bulan="2025-10")
    assert (
        "Kudus di bawah target: kurang 20,7 poin persen atau 103.500 orang, perlu tambahan 51.750 orang per bulan "
        "sampai Desember 2025." in text
    )


def test_a_plan_for_all_whom_wonogiri_lacks_brings_its_published_coverage_to_its_target(
    open_page: OpenPage, lake_of: Lakes
) -> None:
    """103.500 × Rp16.800 × 2 months = Rp3.477.600.000; the whole tariff, since PP 50/2025 begins in 2026."""
    asked = plan(103_500, first="2025-11", months=2, source="MANDIRI")
    text = read(open_page, lake_of(files.WONOGIRI_2025), "simulation", bulan="2025-10", skenario_a=asked)
    assert (
        "Cakupan Kudus naik dari 32,0 % (Oktober 2025) menjadi 52,7 % bila yang lain tetap; target 52,7 % (Desember "
        "2025) terpenuhi." in text
    )
    assert "Mandiri|2025|103.500|2|Rp3.477.600.000|" in text


def test_protection_that_was_paid_through_august_2025_ends_for_9_290_people(
    open_page: OpenPage, lake_of: Lakes
) -> None:
    lake = lake_of(files.PAID_TO_AUGUST_2025)
    paid = read(open_page, lake, "premiums", bulan="2025-07")
    assert "Perlindungan 9.290 orang dari APBD kabupaten berakhir sesudah Agustus 2025" in paid
    assert "|9.290|–|–|–|September 2025|9.290|0" in paid  # the cliff: who is left when nobody extends
    warned = read(open_page, lake, "attention", bulan="2025-07")
    assert "Iuran 9.290 orang dari APBD kabupaten hanya lunas sampai Agustus 2025" in warned


def test_of_15_000_enterprises_in_2021_fewer_than_half_were_registered(
    open_page: OpenPage, lake_of: Lakes
) -> None:
    text = read(open_page, lake_of(files.ENTERPRISES_2021), "outreach", bulan="2021-12")
    assert "UMKM Kabupaten Kudus 2021: 7.350 dari 15.000 usaha yang terdata sudah terdaftar (49,0 %)." in text
    assert "2021|15.000|7.350|49,00 %|" in text


def test_the_targets_of_the_national_plan_stand_apart_from_those_of_ucj(
    open_page: OpenPage, lake_of: Lakes
) -> None:
    """216.923 of 466.000 are 46,55 %: beyond the 32,15 % of 2025 (149.819)."""
    lake = lake_of(files.NATIONAL_PLAN)
    text = read(open_page, lake, "targets", bulan="2025-12", keluarga="RPJMN")
    assert "Target RPJMN Kudus 32,15 % pada Desember 2025 sudah tercapai; pada Desember 2025 46,55 %" in text
    assert "Kudus|Semua pekerja|Tercapai|0|0|–|Tercapai|46,55 %|32,15 %|216.923|149.819|" in text
    assert "Belum ada target UCJ" in read(open_page, lake, "targets", bulan="2025-12")
