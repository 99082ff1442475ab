"""Every table tells what its figures rest on, once somebody asks: formulas in its headings, rows, bounds and files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.lake import Lake
from tests.metrics.tables import month
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import BASIS, JEKULO, KUDUS, UNDAAN, put, small_lake
from tests.pages.test_chart_twins import OPENED

SPACE = "\N{NO-BREAK SPACE}"
FOLDED = (*OPENED, "versions", "reckoning", "twin_outreach_enterprises", "twin_outreach_yields")
TARGET = "dengan wilayah, segmen, dan batas waktu yang sama · Universal Coverage Jamsostek"
POOR = "Pekerja rentan (DTKS/DTSEN) · tanpa Jasa konstruksi"
VILLAGE = {"wilayah": "33.19.04.2003"}
TABLES = {
    "summary": {"iuran_bulan", "ringkasan"},
    "coverage": {"wilayah", "cakupan_bulanan", "dua_bulan", "cakupan_segmen", "cakupan_desa"},
    "targets": {"bulanan", "target_inpres", "tindak_lanjut"},
    "premiums": {
        *("iuran_bulan", "iuran_alur", "biaya_per_orang", "iuran_sumber", "iuran_estimasi", "iuran_catatan"),
        *("pagu_versi", "iuran_jurang_bulan", "iuran_jurang", "iuran_lunas", "bayar_ganda", "selisih_iuran"),
        *("hitungan_iuran", "anggaran_desa"),
    },
    "outreach": {
        *("umkm_kecamatan", "umkm_tahun", "sosialisasi_wilayah", "undang_lagi", "sosialisasi"),
        "paket_kurang",
    },
    "quality": {"laporan_desa", "nilai_mutu", "pemeriksaan"},
    "attention": {"perlu_perhatian"},
    "simulation": {"simulasi", "simulasi_sumber"},
    "village": {"lembar_segmen", "lembar_pembayar"},
}


def traced(app: AppTest, *tables: str, fold_out: bool = True) -> str:
    """What the page says after the traces of these tables were opened."""
    for name in (*(FOLDED if fold_out else ()), *(f"trace_table_{name}" for name in tables)):
        app.session_state[name] = True
    return shown_text(app.run()).replace(SPACE, " ")


def rows_told(text: str) -> list[str]:
    """The lines on rows, without the marks of bold letters."""
    return [line.replace("**", "") for line in re.findall(r"^.*baris data .*$", text, re.MULTILINE)]


def downloads(app: AppTest) -> set[str]:
    """The names of the tables of a page, told from their buttons."""
    ids = [button.proto.id for button in app.get("download_button")]  # type: ignore[attr-defined]
    return {one.rsplit("-csv_", 1)[-1] for one in ids if "-csv_" in one}


@pytest.mark.parametrize("page", TABLES)
def test_every_table_of_a_page_says_what_it_rests_on_when_it_is_asked(
    open_page: OpenPage, example_lake: Path, page: str
) -> None:
    app = open_page(example_lake, page, **(VILLAGE if page == "village" else {}))
    closed = traced(app)

    assert downloads(app) == TABLES[page]
    assert rows_told(closed) == []
    asked = traced(app, *TABLES[page])
    assert not app.exception
    assert len(rows_told(asked)) >= len(TABLES[page])
    assert all(int(line.split(" ")[0].replace(".", "")) > 0 for line in rows_told(asked))
    links = [one.proto.label for one in app.get("page_link")]  # type: ignore[attr-defined]
    assert links.count("Buka Riwayat") == len(TABLES[page])


def test_the_rows_behind_the_areas_are_those_that_make_them_up(open_page: OpenPage, tmp_path: Path) -> None:
    """September: Undaan twice, Jekulo, the regency; a potensi row of each and one of construction; one target."""
    place = small_lake(tmp_path)
    again = {"periode": month("2026-09"), "segmen": "RENTAN", "sumber_dana": "CSR", "program": "JKK+JKM"}
    put(Lake(place), "kepesertaan", [{**again, "kode_wilayah": UNDAAN, "peserta_aktif": 20}], asal="a1" * 6)
    told = traced(open_page(place, "summary"), "ringkasan")

    assert "- Cakupan (%) = Peserta aktif (orang) ÷ Potensi (orang) × 100" in told
    assert "- Belum terlindungi (orang) = Potensi (orang) − Peserta aktif (orang)" in told
    assert rows_told(told) == [
        "4 baris data Kepesertaan aktif · Kudus · September 2026",
        "4 baris data Potensi pekerja · Kudus · 2026 · potensi BPJS/Bappenas",
        f"1 baris data Target cakupan · Kudus · {TARGET}",
    ]
    assert "kepesertaan.csv · " in told
    assert " · sri · versi 2" in told


def test_what_is_chosen_narrows_the_rows_and_is_said(open_page: OpenPage, tmp_path: Path) -> None:
    """One source is looked at: nobody is judged, so there is no target and no word on what is short of it."""
    place = small_lake(tmp_path)
    chosen = {"wilayah": UNDAAN, "segmen": "RENTAN", "sumber": "DBHCHT", "jakon": "tanpa"}
    told = traced(open_page(place, "summary", **chosen), "ringkasan")

    assert "Kurang ke target (orang) =" not in told
    assert rows_told(told) == [
        f"1 baris data Kepesertaan aktif · Undaan · September 2026 · {POOR} · DBHCHT",
        f"0 baris data Potensi pekerja · Undaan · 2026 · {POOR} · potensi BPJS/Bappenas",
    ]


def test_people_known_for_the_regency_only_are_not_behind_the_lines_of_its_parts(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """The lines are of Undaan and Jekulo: two rows a month, from March through September in three months."""
    place = small_lake(tmp_path)
    app = open_page(place, "coverage", banding="2026-03")
    by_month = rows_told(traced(app, "cakupan_bulanan"))
    app.session_state["trace_table_cakupan_bulanan"] = False
    compared = rows_told(traced(app, "dua_bulan"))

    assert by_month == [
        "6 baris data Kepesertaan aktif · Kudus · diketahui sampai kecamatan · Maret 2026 – September 2026",
        "2 baris data Potensi pekerja · Kudus · diketahui sampai kecamatan · 2026 · potensi BPJS/Bappenas",
    ]
    assert compared == [
        "2 baris data Kepesertaan aktif · Kudus · diketahui sampai kecamatan · September 2026",
        "2 baris data Potensi pekerja · Kudus · diketahui sampai kecamatan · 2026 · potensi BPJS/Bappenas",
        "2 baris data Kepesertaan aktif · Kudus · diketahui sampai kecamatan · Maret 2026",
    ]


def test_money_is_traced_to_payments_and_budgets_of_the_year(open_page: OpenPage, tmp_path: Path) -> None:
    place = small_lake(tmp_path)
    told = traced(open_page(place, "premiums"), "iuran_sumber")

    assert (
        "- Estimasi sebulan (Rp) = Peserta aktif (orang) × tarif menurut segmen, pembayar, dan tanggal"
        in told
    )
    assert rows_told(told) == [
        "1 baris data Realisasi iuran · Kudus · Januari 2026 – September 2026",
        "1 baris data Pagu anggaran · Kudus · 2026 · semua versi",
        "3 baris data Kepesertaan aktif · Kudus · September 2026",
    ]


def test_the_pace_of_targets_rests_on_the_month_half_a_year_before_too(
    open_page: OpenPage, tmp_path: Path
) -> None:
    place = small_lake(tmp_path)
    told = traced(open_page(place, "targets", segmen="RENTAN"), "target_inpres", "tindak_lanjut")

    assert "3 baris data Kepesertaan aktif · Kudus · Maret 2026" in rows_told(told)
    assert (
        "1 baris data Tindak lanjut Inpres 2/2021 · Kudus · sampai September 2026 · dengan"
        in told.replace("**", "")
    )
    assert "- Perlu per bulan = Kurang (orang) ÷ Bulan tersisa, dibulatkan ke atas" in told


def test_of_potensi_and_targets_only_the_rows_that_judge_areas_are_behind_findings_and_plans(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """Judged are Undaan, Jekulo and the regency in BPU, JAKON and all: four rows of potensi, one target.

    A desa of Undaan, whose kecamatan is stated, and targets of 2024 and of another segment of a desa judge nobody.
    """
    place = small_lake(tmp_path)
    desa = f"{UNDAAN}.2001"
    whole = ((UNDAAN, "BPU", 1000), (JEKULO, "BPU", 1000), (KUDUS, "BPU", 2000), (KUDUS, "JAKON", 200))
    of: dict[str, object] = {"tahun": 2026, "basis": BASIS, "estimasi": False}
    stated: list[Mapping[str, object]] = [
        {**of, "kode_wilayah": area, "segmen": segmen, "jumlah": people}
        for area, segmen, people in (*whole, (desa, "BPU", 70))
    ]
    put(Lake(place), "potensi", stated)
    goal: dict[str, object] = {"keluarga": "UCJ", "indikator": "persen", "nilai": 50.0, "dasar_hukum": ""}
    aims: list[Mapping[str, object]] = [
        {**goal, "tahun": year, "batas_waktu": month(f"{year}-12"), "kode_wilayah": area, "segmen": segmen}
        for year, area, segmen in ((2026, KUDUS, "SEMUA"), (2024, KUDUS, "SEMUA"), (2026, desa, "BPU"))
    ]
    put(Lake(place), "target", aims)
    findings = traced(open_page(place, "attention"), "perlu_perhatian")
    plans = traced(open_page(place, "simulation"), "simulasi")

    for told in (findings, plans):
        rows = rows_told(told)
        assert "4 baris data Potensi pekerja · Kudus · 2026 · potensi BPJS/Bappenas" in rows
        assert [row.split(" ")[0] for row in rows if "Target cakupan" in row] == ["1"]


def test_behind_a_changed_denominator_is_the_potensi_of_the_year_before(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """2.400 of 2025 against 2.200 of 2026; the desa stated in 2025 is in its regency's figure."""
    place = small_lake(tmp_path)
    stated = ((2026, KUDUS, 2200), (2025, KUDUS, 2400), (2025, f"{UNDAAN}.2001", 70), (2024, KUDUS, 2300))
    rows: list[Mapping[str, object]] = [
        {
            "tahun": year,
            "kode_wilayah": area,
            "segmen": "SEMUA",
            "jumlah": people,
            "basis": BASIS,
            "estimasi": False,
        }
        for year, area, people in stated
    ]
    put(Lake(place), "potensi", rows)
    told = rows_told(traced(open_page(place, "attention"), "perlu_perhatian"))

    assert "1 baris data Potensi pekerja · Kudus · 2025 · potensi BPJS/Bappenas" in told


def test_behind_people_paid_for_twice_are_payments_of_earlier_years_too(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """Ten are paid for in December for twelve months, five of them again in September."""
    place = small_lake(tmp_path)
    of: dict[str, object] = {"kode_wilayah": f"{UNDAAN}.2001", "segmen": "RENTAN", "program": "JKK+JKM"}
    active = {**of, "periode": month("2026-09"), "sumber_dana": "DBHCHT", "peserta_aktif": 10}
    put(Lake(place), "kepesertaan", [active])
    paid: list[Mapping[str, object]] = [
        {**of, "periode": month(paid_in), "sumber_dana": source, "bulan_dibayar": months,
         "peserta_dibayar": people, "nilai": people * months * 16_800}
        for paid_in, source, people, months in (("2025-12", "DBHCHT", 10, 12), ("2026-09", "CSR", 5, 1))
    ]  # fmt: skip
    put(Lake(place), "iuran", paid)
    told = rows_told(traced(open_page(place, "attention"), "perlu_perhatian"))

    assert [line for line in told if "Realisasi iuran" in line] == [
        "2 baris data Realisasi iuran · Kudus · sampai September 2026"
    ]


def test_a_list_of_versions_is_no_figure_and_offers_no_trace(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(small_lake(tmp_path), "history")

    assert downloads(app) == {"riwayat"}
    assert rows_told(traced(app, "riwayat")) == []
