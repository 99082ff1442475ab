"""Every card tells where its number comes from, once somebody asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from jamsos_data.lake import Lake
from tests.metrics.tables import month
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import BASIS, UNDAAN, put, small_lake
from tests.pages.test_outreach import meetings_in

SPACE = "\N{NO-BREAK SPACE}"
CARDS = {
    "summary": [
        "Cakupan = peserta aktif ÷ potensi × 100",
        "Peserta aktif = orang",
        "Kurang ke target =",
        "Dibayar =",
    ],
    "coverage": ["Cakupan =", "Peserta aktif =", "Belum terlindungi = potensi", "Belum terpetakan = peserta"],
    "targets": ["Kurang ke target =", "Tambahan per bulan =", "Laju = ", "Belum terlindungi ="],
    "premiums": ["Dibayar =", "Pagu = jumlah", "Estimasi sebulan =", "Tanpa tarif ="],
    "quality": ["Desa melapor =", "Lengkap =", "Terpetakan ke desa =", "Baris perlu diperiksa ="],
    "outreach": ["Usaha terdaftar ="],  # one year, no meeting: there is nothing else to take apart
}


@pytest.mark.parametrize("page", CARDS)
def test_a_card_is_taken_apart_when_it_is_opened_and_not_before(
    open_page: OpenPage, tmp_path: Path, page: str
) -> None:
    """September: 980 of 2.200, and 20 people whom sri added in Undaan; the other rows came with unknown files."""
    place = small_lake(tmp_path)
    again = {"periode": month("2026-09"), "segmen": "RENTAN", "sumber_dana": "CSR", "program": "JKK+JKM"}
    put(Lake(place), "kepesertaan", [{**again, "kode_wilayah": UNDAAN, "peserta_aktif": 20}], asal="a1" * 6)
    app = open_page(place, page)
    closed = shown_text(app)
    for number in range(len(CARDS[page])):
        app.session_state[f"trace_{number}"] = True
    text = shown_text(app.run()).replace(SPACE, " ")

    assert not app.exception
    for formula in CARDS[page]:
        assert formula not in closed
        assert formula in text
    if page in ("summary", "coverage"):
        assert (
            "- Peserta aktif (orang): **1.000**\n- Potensi (orang), potensi BPJS/Bappenas 2026: **2.200**"
            in text
        )
        assert "- Hasil: **45,45 %**" in text
        assert "4 baris data **Kepesertaan aktif**" in text
        assert (
            "2 baris data **Potensi pekerja**" in text
        )  # what is stated for the regency, not the rows beside it
        assert "kepesertaan.csv · " in text
        assert " · sri · versi 2" in text
    if page == "targets":
        assert "- Target dalam orang: **1.100**" in text
        assert "- Dasar target: **Perbup contoh**" in text


def test_the_cards_of_enterprises_and_meetings_rest_on_their_newest_rows(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """Undaan's enterprises of 2021, 2023 and 2025: the share rests on 2025, the pace of 25 a year on 2023, too."""
    place = small_lake(tmp_path)
    lake = Lake(place)
    meetings_in(lake)
    old = {"tahun": 2021, "kode_wilayah": UNDAAN, "usaha_terdata": 200, "usaha_terdaftar": 10}
    put(lake, "umkm", [{**old, "pekerja_terdaftar": 12}])
    app = open_page(place, "outreach")
    told = {}
    for number in range(4):
        app.session_state[f"trace_{number}"] = True
        told[number] = shown_text(app.run()).replace(SPACE, " ").replace("**", "")
        app.session_state[f"trace_{number}"] = False

    assert not app.exception
    assert "1 baris data Pendataan UMKM · Kudus · sampai 2026" in told[0]
    assert "- Usaha terdaftar 2023: 50\n- Hasil: 25,0" in told[1]
    assert "2 baris data Pendataan UMKM · Kudus · sampai 2026" in told[1]
    assert "2 baris data Sosialisasi · Kudus · sampai September 2026" in told[2]
    assert "- Kelompok: 1\n- Hasil: 40" in told[3]
    assert "1 baris data Sosialisasi" in told[3]


def test_a_scenario_is_taken_apart_like_the_table_that_compares_it(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(small_lake(tmp_path), "simulation")
    closed = shown_text(app)
    app.session_state["trace_scenario_A"] = True
    text = shown_text(app.run()).replace(SPACE, " ").replace("**", "")

    assert not app.exception
    assert "baris data Pagu anggaran" not in closed
    assert "1 baris data Pagu anggaran · Kudus · 2026 · semua versi" in text
    assert "× tarif tiap bulan × bulan dibayar" in text


def test_of_potensi_only_the_rows_of_the_year_that_make_up_the_figure_are_named(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """Undaan's 1.000 of 2026; what 2025 said came with another file."""
    place = small_lake(tmp_path)
    older = {"tahun": 2025, "kode_wilayah": UNDAAN, "segmen": "BPU", "basis": BASIS, "estimasi": False}
    put(Lake(place), "potensi", [{**older, "jumlah": 900}])
    app = open_page(place, "summary", wilayah=UNDAAN)
    app.session_state["trace_0"] = True
    text = shown_text(app.run()).replace("**", "")

    assert "1 baris data Potensi pekerja · Undaan · 2026 · potensi BPJS/Bappenas" in text


def test_only_the_files_of_the_example_that_brought_the_rows_are_named(
    open_page: OpenPage, example_lake: Path
) -> None:
    """The figures of BPS for the same years came with contoh_potensi_bps.csv, which this basis does not use."""
    app = open_page(example_lake, "summary", bulan="2026-09")
    app.session_state["trace_0"] = True
    text = shown_text(app.run()).replace("\\", "")

    assert "contoh_potensi_pekerja.xlsx" in text
    assert "contoh_potensi_bps.csv" not in text
