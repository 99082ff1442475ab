"""UMKM & sosialisasi: enterprises, meetings and packages of a small lake; what is not there is said."""

from __future__ import annotations

from pathlib import Path

from jamsos_data.lake import Lake
from tests.metrics.tables import month
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import JEKULO, UNDAAN, put, shown_tables, small_lake

SPACE = "\N{NO-BREAK SPACE}"


def meetings_in(lake: Lake) -> None:
    """Undaan: 10 of 50 registered for want of money; Jekulo: all 30. Two years of enterprises in Undaan."""
    held = {"segmen": "UMKM", "tindak_lanjut": "Cicilan tiga bulan"}
    put(
        lake,
        "sosialisasi",
        [
            {"tanggal": month("2026-08"), "kode_wilayah": UNDAAN, "hadir": 50, "terdaftar_setelahnya": 10}
            | {**held, "kendala": "IURAN"},
            {"tanggal": month("2026-09"), "kode_wilayah": JEKULO, "hadir": 30, "terdaftar_setelahnya": 30}
            | {**held, "kendala": "TIDAK_ADA"},
        ],
    )
    known = {"tahun": 2023, "kode_wilayah": UNDAAN, "pekerja_terdaftar": 60}
    put(lake, "umkm", [{**known, "usaha_terdata": 300, "usaha_terdaftar": 50}])


def test_enterprises_meetings_and_packages_are_told(open_page: OpenPage, tmp_path: Path) -> None:
    """2025: 100 of 400 = 25 %; 25 a year since 2023, so 300 take 12 years. 40 of 80 registered after two meetings."""
    place = small_lake(tmp_path)
    lake = Lake(place)
    meetings_in(lake)
    alone = {"periode": month("2026-09"), "kode_wilayah": JEKULO, "segmen": "UMKM", "sumber_dana": "MANDIRI"}
    put(lake, "kepesertaan", [{**alone, "program": "JKM", "peserta_aktif": 12}])
    app = open_page(place, "outreach", sumber="CSR")
    text = shown_text(app).replace(SPACE, " ")

    assert not app.exception
    assert "UMKM Kabupaten Kudus 2025: 100 dari 400 usaha yang terdata sudah terdaftar (25,0 %)." in text
    assert (
        "Sejak 2023 bertambah 25 usaha per tahun; dengan laju itu 300 usaha lainnya baru selesai dalam 12,0"
        in text
    )
    assert "Dari 80 orang yang hadir dalam 2 pertemuan, 40 mendaftar sesudahnya (50,0 %)." in text
    assert "Perlu diundang lagi: 40 orang" in text
    assert "Delapan dari sembilan kecamatan belum pernah melapor dan tidak terhitung: Kaliwungu" in text
    assert "1 kelompok perlu diundang lagi: 40 orang belum mendaftar" in text
    assert "kendala melewati batas usia dan sudah terdaftar di tempat lain tidak dihitung" in text
    assert "Kendala terbanyak: Keberatan iuran" in text
    assert "12 orang memiliki paket di bawah JKK + JKM" in text
    tables = shown_tables(app).replace(SPACE, " ")
    assert "1 September 2026|Jekulo|Pelaku dan pekerja UMKM|30|30|100,00 %|0|Tidak ada kendala" in tables
    assert "Jekulo|Pelaku dan pekerja UMKM|Mandiri|JKM saja|JKK|12" in tables
    assert [box.key for box in app.selectbox] == ["filter_wilayah", "filter_bulan", "filter_segmen"]


def test_a_year_in_which_fewer_reported_is_seen_in_the_table_and_completed_in_the_sentence(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """2025: Undaan 100 of 400; 2026: Jekulo 50 of 100. Together 150 of 500 = 30 %, not Jekulo's 50 %."""
    place = small_lake(tmp_path)
    newer = {"tahun": 2026, "kode_wilayah": JEKULO, "usaha_terdata": 100, "usaha_terdaftar": 50}
    older = {"tahun": 2025, "kode_wilayah": JEKULO, "usaha_terdata": 90, "usaha_terdaftar": 20}
    undaan = {"tahun": 2025, "kode_wilayah": UNDAAN, "usaha_terdata": 400, "usaha_terdaftar": 100}
    workers = {"pekerja_terdaftar": None}
    put(Lake(place), "umkm", [row | workers for row in (older, undaan, newer)])
    app = open_page(place, "outreach")
    text, tables = (shown(app).replace(SPACE, " ") for shown in (shown_text, shown_tables))

    assert "UMKM Kabupaten Kudus 2026: 150 dari 500 usaha yang terdata sudah terdaftar (30,0 %)." in text
    assert "Yang belum melapor untuk 2026 dihitung dengan angka terakhirnya: 2025 (Undaan)." in text
    assert "2026|1|100|50|50,00 %|–|–" in tables
    assert "2025|2|490|120|24,49 %|–|–" in tables


def test_meetings_without_a_result_count_neither_as_registered_nor_as_not(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """60 of the 100 whose result is known registered; of the 300 of Jekulo nothing is known."""
    place = small_lake(tmp_path)
    held = {"segmen": "UMKM", "kendala": "IURAN", "tindak_lanjut": None}
    rows = [
        {"tanggal": month("2026-08"), "kode_wilayah": UNDAAN, "hadir": 100, "terdaftar_setelahnya": 60},
        {"tanggal": month("2026-09"), "kode_wilayah": JEKULO, "hadir": 300, "terdaftar_setelahnya": None},
    ]
    put(Lake(place), "sosialisasi", [row | held for row in rows])
    app = open_page(place, "outreach")
    text = shown_text(app).replace(SPACE, " ")

    assert not app.exception
    assert "Dari 100 orang yang hadir dalam 1 pertemuan, 60 mendaftar sesudahnya (60,0 %)." in text
    assert "Hasil 1 pertemuan dengan 300 orang belum dicatat." in text
    assert "Hadir lalu mendaftar: 60,0 %" in text
    assert "Tidak ada kelompok yang perlu diundang lagi" in text


def test_what_is_not_there_is_said_with_the_way_to_mend_it(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(small_lake(tmp_path, without=("umkm",)), "outreach", bahasa="en")
    text = shown_text(app)

    assert not app.exception
    assert "There is no data on enterprises yet" in text
    assert "There is no data on outreach yet" in text
    assert "No package is below JKK + JKM" in text
