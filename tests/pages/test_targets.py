"""Target Inpres 2/2021: both gaps, the pace, families, duties, enterprises."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from jamsos_data.lake import Lake
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import KUDUS, UNDAAN, put, shown_tables, small_lake

SPACE = "\N{NO-BREAK SPACE}"


def test_the_sentence_says_gap_monthly_additions_pace_and_the_other_gap(
    open_page: OpenPage, tmp_path: Path
) -> None:
    text = shown_text(open_page(small_lake(tmp_path), "targets"))

    assert (
        f"Target UCJ Kudus 50,00{SPACE}% pada Desember 2026; pada September 2026 tercapai 44,55{SPACE}%"
        in text
    )
    assert "(980 dari 2.200 pekerja): selisih ke target 5,45 poin persen, kurang 120 orang." in text
    assert "Perlu tambahan 40 orang per bulan selama 3 bulan sampai Desember 2026." in text
    assert "Laju enam bulan terakhir 55 orang per bulan: cukup bila bertahan." in text
    assert "Belum ada perkiraan: baru 3 bulan lengkap, perlu 12." in text
    assert f"belum terlindungi 1.220 orang (55,45{SPACE}% dari potensi)" in text


def test_the_legal_basis_and_whose_target_is_used_are_shown(open_page: OpenPage, tmp_path: Path) -> None:
    text = shown_text(open_page(small_lake(tmp_path), "targets", wilayah=UNDAAN))

    assert "Dasar target: Perbup contoh." in text
    assert "diukur dengan persentase target Kudus" in text
    assert "Target UCJ Undaan" in text


def test_the_page_says_when_the_target_is_reached_and_what_is_left_unless_payments_are_renewed(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = open_page(example_lake, "targets")
    text, tables = shown_text(app), shown_tables(app)

    assert "Dasar target: rekaan (contoh)." in text
    assert "Kudus: pada laju ini target baru tercapai Mei 2027" in text
    assert (
        "Perkiraan: pada laju yang lazim (bertambah 2.161 orang per bulan) target baru tercapai Mei 2027"
        in text
    )
    assert (
        "Pada Desember 2026 diperkirakan 232.557 orang (pita 80 %: 208.781 sampai 256.334)."
        in text.replace(SPACE, " ")
    )
    assert "tidak diperpanjang, pada Desember 2026 tinggal 195.552 orang" in text
    assert "Undaan|Semua pekerja|Laju belum cukup|8.100|2.700|bertambah 99 orang|Nov 2032|" in tables
    rentan = "Kudus|Pekerja rentan (DTKS/DTSEN)|Laju belum cukup|1.348|450|tetap|tidak pada laju ini|"
    assert rentan in tables


def test_the_family_of_targets_is_in_the_address(open_page: OpenPage, example_lake: Path) -> None:
    app = open_page(example_lake, "targets", keluarga="RPJMN")

    assert f"Target RPJMN Kudus 34,99{SPACE}% pada Desember 2026 sudah tercapai" in shown_text(app)
    assert app.segmented_control(key="switch_family").value == "RPJMN"


def test_the_table_sets_needed_additions_beside_the_pace(open_page: OpenPage, tmp_path: Path) -> None:
    table = shown_tables(open_page(small_lake(tmp_path), "targets"))
    row = next(line for line in table.splitlines() if line.startswith("Kudus|Semua pekerja"))

    assert row.startswith(
        f"Kudus|Semua pekerja|Laju cukup|120|40|bertambah 55 orang|–|44,55{SPACE}%|50,00{SPACE}%|980|1.100|3|"
    )
    assert "Desember 2026|1.220|Perbup contoh" in row


def test_duties_are_listed_with_state_day_and_document_also_those_not_reported(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(small_lake(tmp_path), "targets")

    assert "6 butir Inpres 2/2021: 1 selesai dan 5 tanpa laporan" in shown_text(app)
    assert (
        "BUMD terdaftar|Bagian Perekonomian Setda|✓ Selesai|11 Maret 2026|Bukti kepesertaan"
        in shown_tables(app)
    )
    charts = {chart.proto.alt for chart in app.get("plotly_chart")}  # type: ignore[attr-defined]
    assert "1 dari 6 butir selesai: BUMD terdaftar (Maret 2026)." in charts


def test_enterprises_and_workers_are_never_added(open_page: OpenPage, tmp_path: Path) -> None:
    text = shown_text(open_page(small_lake(tmp_path), "targets"))

    assert (
        f"UMKM Kabupaten Kudus 2025: 100 dari 400 usaha yang terdata sudah terdaftar (25,0{SPACE}%)." in text
    )
    assert "130 orang. Usaha dan pekerja adalah satuan berbeda dan tidak dijumlahkan." in text
    assert "230" not in text


def test_a_desa_shows_the_enterprises_of_its_kecamatan_by_name(open_page: OpenPage, tmp_path: Path) -> None:
    text = shown_text(open_page(small_lake(tmp_path), "targets", wilayah="33.19.04.2003"))

    assert "UMKM Kecamatan Undaan 2025: 100 dari 400" in text


def test_a_duty_reported_later_was_not_known_in_an_earlier_month(open_page: OpenPage, tmp_path: Path) -> None:
    place = small_lake(tmp_path)
    bumd = {"butir": "BUMD", "kode_wilayah": KUDUS, "status": "selesai", "dokumen": "Bukti kepesertaan"}
    put(Lake(place), "tindak_lanjut", [{**bumd, "tanggal": datetime(2026, 4, 1)}])

    march = open_page(place, "targets", bulan="2026-03")
    assert "1 belum dilaporkan pada bulan ini" in shown_text(march)
    assert "Bukti kepesertaan" not in shown_tables(march)

    assert "1 selesai" in shown_text(open_page(place, "targets", bulan="2026-08"))


def test_without_targets_the_page_says_so_and_still_shows_the_duties(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(small_lake(tmp_path, without=("target",)), "targets")
    text = shown_text(app)

    assert "Belum ada target. Inpres 2/2021 sendiri tidak menetapkan angka" in text
    assert "butir Inpres 2/2021" in text
    assert not app.metric


def test_who_pays_is_not_asked_here_and_the_page_says_so(open_page: OpenPage, tmp_path: Path) -> None:
    text = shown_text(open_page(small_lake(tmp_path), "targets", sumber="DBHCHT"))

    assert "saringan sumber dana tidak dipakai di halaman ini" in text
    assert "980 dari 2.200" in text


def test_english_is_english_throughout(open_page: OpenPage, example_lake: Path) -> None:
    app = open_page(example_lake, "targets", bahasa="en")
    text = shown_text(app)

    assert "The UCJ target of Kudus is 52.20% by December 2026" in text
    for word in ("Capaian", "pekerja", "belum", " orang", "Laju", "butir", "kecamatan"):
        assert word not in text


@pytest.mark.parametrize(
    "address",
    [
        {"wilayah": "33.19.04.2003"},
        {"segmen": "RT_RW"},
        {"segmen": "RENTAN"},
        {"segmen": "JAKON"},
        {"jakon": "tanpa"},
        {"bulan": "2023-10"},
        {"keluarga": "RPJMN", "segmen": "PU"},
    ],
    ids=str,
)
def test_every_choice_has_an_answer_without_failing(
    open_page: OpenPage, example_lake: Path, address: dict[str, str]
) -> None:
    app = open_page(example_lake, "targets", **address)

    assert not app.exception
    assert not app.error
    assert app.metric
