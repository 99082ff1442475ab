"""Nothing is judged by what only looks like a change: silent desa, two denominators, other mapping, no target."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import shown_tables, small_lake

SPACE = "\N{NO-BREAK SPACE}"
UNDAAN, KUTUK = "33.19.04", "33.19.04.2007"


@pytest.mark.parametrize("page", ["summary", "coverage", "targets"])
def test_undaan_is_said_to_lack_kutuk_wherever_it_is_judged(
    open_page: OpenPage, example_lake: Path, page: str
) -> None:
    regency = shown_text(open_page(example_lake, page))
    undaan = shown_text(open_page(example_lake, page, wilayah=UNDAAN))

    assert "Tanpa Kutuk (Undaan) sejak Juli 2026: pesertanya terakhir" in regency
    assert "† tanpa Kutuk sejak Juli 2026" in regency
    assert "Tanpa Kutuk sejak Juli 2026: pesertanya terakhir" in undaan
    assert "(Juni 2026) tidak ikut terhitung, potensinya tetap dihitung." in undaan


def test_a_silent_desa_is_no_fall_of_the_pace(open_page: OpenPage, example_lake: Path) -> None:
    text = shown_text(open_page(example_lake, "targets", wilayah=UNDAAN))

    assert "justru berkurang" not in text
    assert "Laju enam bulan terakhir" in text


def test_the_silent_desa_itself_says_since_when(open_page: OpenPage, example_lake: Path) -> None:
    app = open_page(example_lake, "targets", wilayah=KUTUK)

    assert "tanpa data bulan ini" in [metric.delta for metric in app.metric]
    assert "Kutuk tanpa data sejak Juli 2026; terakhir" in shown_text(app)


def test_two_denominators_give_no_direction_and_no_difference(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = open_page(example_lake, "coverage", banding="2023-11")
    text = shown_text(app)
    charts = " ".join(chart.proto.spec for chart in app.get("plotly_chart"))  # type: ignore[attr-defined]

    assert "Perbandingan dua bulan" in text
    assert "wilayah naik sejak" not in text
    assert "Penyebut kedua bulan berbeda, jadi selisihnya tidak dihitung." in text
    assert "naik 9,8" not in charts


def test_the_mapping_is_told_by_its_step_and_not_by_a_share(open_page: OpenPage, example_lake: Path) -> None:
    text = shown_text(open_page(example_lake, "coverage"))

    assert "Pada Desember 2024" in text
    assert "garis kecamatan sebelum Januari 2025 lebih rendah karena pemetaan." in text


def test_without_construction_the_target_is_said_to_be_set_for_all(
    open_page: OpenPage, example_lake: Path
) -> None:
    without = shown_text(open_page(example_lake, "targets", jakon="tanpa"))
    usual = shown_text(open_page(example_lake, "targets"))

    assert (
        "ditetapkan untuk semua pekerja termasuk jasa konstruksi; yang dibandingkan di sini tanpa" in without
    )
    assert "kecamatan dan desa diukur tanpanya" in usual
    assert "kelebihan yang sudah mencapai target tidak mengurangi" in usual


def test_one_source_names_nobody_where_the_shown_shares_tie(open_page: OpenPage, example_lake: Path) -> None:
    assert "Undaan dan Jati paling tertinggal" not in shown_text(open_page(example_lake, sumber="DBHCHT"))


def test_the_table_of_the_summary_adds_up(open_page: OpenPage, tmp_path: Path) -> None:
    """320 + 600 in the kecamatan and 60 mapped to none are the 980 of Kudus."""
    lines = shown_tables(open_page(small_lake(tmp_path))).splitlines()

    assert any(line.startswith("(Kudus: belum terpetakan ke kecamatan)|60|") for line in lines)
    assert any(line.startswith(f"Kudus|980|2.200|44,55{SPACE}%|50,00{SPACE}%|120|") for line in lines)


def test_construction_has_one_row_in_the_table_of_the_summary(open_page: OpenPage, tmp_path: Path) -> None:
    lines = shown_tables(open_page(small_lake(tmp_path), segmen="JAKON")).splitlines()

    assert [line.split("|")[:2] for line in lines[1:2]] == [["Kudus", "60"]]
    assert not any(line.startswith("Undaan|") for line in lines)


def test_a_reached_target_has_no_word_on_a_path(open_page: OpenPage, example_lake: Path) -> None:
    text = shown_text(open_page(example_lake, "targets", keluarga="RPJMN"))

    assert "Garis putus-putus" not in text
    assert "Garis titik-titik adalah tinggi target." in text


def test_the_fall_of_january_2025_is_explained(open_page: OpenPage, example_lake: Path) -> None:
    text = shown_text(open_page(example_lake, "targets"))

    assert "Januari 2025: 63." in text
    assert "penyebutnya juga berganti (2023 → 2025)" in text


def test_undaan_has_desa_and_no_kelurahan(open_page: OpenPage, example_lake: Path) -> None:
    text = shown_text(open_page(example_lake, "targets", wilayah=UNDAAN))

    assert "Belum satu pun dari 15 desa yang ada datanya (dari 16) mencapai target." in text
    assert "desa/kelurahan" not in text
    assert "desa dan kelurahan" not in text
