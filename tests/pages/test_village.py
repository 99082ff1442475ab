"""Lembar desa: one village by its code, against its kecamatan; a kelurahan; a village that sent nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jamsos_data.lake import Lake
from tests.metrics.tables import month
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import BASIS, KUDUS, UNDAAN, put, shown_tables

SPACE = "\N{NO-BREAK SPACE}"
WONOSOCO, KALIREJO, KUTUK, MLATINOROWITO = (
    "33.19.04.2001",
    "33.19.04.2003",
    "33.19.04.2007",
    "33.19.02.1009",
)
RENTAN = {"segmen": "RENTAN", "sumber_dana": "DBHCHT", "program": "JKK+JKM", "lunas_sampai": month("2026-11")}
UMKM = {"segmen": "UMKM", "sumber_dana": "MANDIRI", "program": "JKK+JKM", "lunas_sampai": None}
PEOPLE = [
    ("2026-08", KALIREJO, 44, RENTAN),
    ("2026-08", KALIREJO, 10, UMKM),
    ("2026-08", WONOSOCO, 30, RENTAN),
    ("2026-08", KUTUK, 20, RENTAN),
    ("2026-09", KALIREJO, 50, RENTAN),
    ("2026-09", KALIREJO, 10, UMKM),
    ("2026-09", WONOSOCO, 30, RENTAN),
]


def village_lake(folder: Path) -> Path:
    """September 2026 in Undaan (potensi 400): Kalirejo 60 of 100, Wonosoco 30 of 100, Kutuk silent; 90 of 400 = 22,5 %.

    Target 50 % by December: Wonosoco lacks 20 people, 7 a month. Wonosoco budgets Rp6 juta, Kalirejo nothing.
    """
    lake = Lake(folder / "data")
    rows: list[Mapping[str, object]] = [
        {"periode": month(key), "kode_wilayah": area, "peserta_aktif": people, **how}
        for key, area, people, how in PEOPLE
    ]
    put(lake, "kepesertaan", rows)
    potensi = {"tahun": 2026, "segmen": "BPU", "basis": BASIS, "estimasi": False}
    areas = {WONOSOCO: 100, KALIREJO: 100, KUTUK: 100, UNDAAN: 400, KUDUS: 4000}
    put(
        lake,
        "potensi",
        [{"kode_wilayah": area, "jumlah": number, **potensi} for area, number in areas.items()],
    )
    target = {"tahun": 2026, "batas_waktu": month("2026-12"), "keluarga": "UCJ", "kode_wilayah": KUDUS}
    aim = {"segmen": "SEMUA", "indikator": "persen", "nilai": 50.0, "dasar_hukum": "Perbup contoh"}
    put(lake, "target", [target | aim])
    budget = {
        "tahun": 2026,
        "versi": "murni",
        "kode_wilayah": WONOSOCO,
        "sumber_dana": "PADES",
        "segmen": "RENTAN_DESA",
    }
    put(lake, "anggaran", [budget | {"pagu": 6_000_000}])
    enterprises = {"usaha_terdata": 400, "usaha_terdaftar": 100, "pekerja_terdaftar": 130}
    put(lake, "umkm", [{"tahun": 2025, "kode_wilayah": UNDAAN, **enterprises}])
    return folder / "data"


def test_the_earliest_end_of_a_payer_is_told_with_its_people(open_page: OpenPage, tmp_path: Path) -> None:
    """50 of DBHCHT's 51 are paid to November, one chairman to December."""
    place = village_lake(tmp_path)
    later = {**RENTAN, "segmen": "RT_RW", "lunas_sampai": month("2026-12"), "peserta_aktif": 1}
    put(Lake(place), "kepesertaan", [{"periode": month("2026-09"), "kode_wilayah": KALIREJO, **later}])

    tables = shown_tables(open_page(place, "village", kode=KALIREJO)).replace(SPACE, " ")

    assert "DBHCHT|51|83,61 %|50 orang lunas hanya s.d. Nov 2026|" in tables
    assert "Mandiri|10|16,39 %|bulan demi bulan|" in tables


def test_a_village_is_opened_by_its_code_and_compared_with_its_kecamatan(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(village_lake(tmp_path), "village", kode=KALIREJO, segmen="PU", sumber="CSR")
    text = shown_text(app).replace(SPACE, " ")

    assert not app.exception
    assert "Desa Kalirejo, Kecamatan Undaan" in text
    assert "60 dari 100 pekerja di Kalirejo terlindungi pada September 2026: 60,00 %." in text
    assert "Kalirejo berada di urutan ke-1 dari 2 desa sekecamatan." in text
    assert app.metric[0].delta == "37,5 poin persen di atas Kec. Undaan"
    assert app.metric[3].value == "50 orang"
    assert "Potensi Kecamatan Undaan memuat 14 desa tanpa data" in text
    assert (
        "APBDes 2026 Kalirejo belum menganggarkan iuran. Di Kecamatan Undaan 1 dari 16 desa menganggarkan."
        in text
    )
    assert "Target 50,00 % pada Desember 2026 sudah tercapai" in text
    assert "Iuran belum dianggarkan dalam APBDes 2026, sedangkan 1 dari 16 desa di Undaan sudah." in text
    assert "Peserta segmen UMKM di sini: 10 orang." in text
    assert "100 dari 400 usaha yang terdata sudah terdaftar (25,0 %)" in text
    tables = shown_tables(app).replace(SPACE, " ")
    assert "Bukan penerima upah|60|+6|100|60,00 %|22,50 %|" in tables
    assert "DBHCHT|50|83,33 %|lunas s.d. Nov 2026|" in tables
    assert [box.key for box in app.selectbox] == [
        "filter_kecamatan",
        "filter_desa",
        "filter_bulan",
        "filter_banding",
    ]

    app.selectbox(key="filter_desa").select(WONOSOCO).run()
    text = shown_text(app).replace(SPACE, " ")
    assert "kode" not in app.query_params
    assert app.query_params["wilayah"] in (WONOSOCO, [WONOSOCO])
    assert (
        "Kurang 20 orang ke target 50,00 % pada Desember 2026: perlu tambahan 7 orang setiap bulan." in text
    )
    assert (
        "APBDes 2026 Wonosoco menganggarkan iuran Rp6.000.000; dibayar Januari s.d. September 2026: Rp0."
        in text
    )


def test_a_village_without_data_says_so_with_the_way_to_mend_it(open_page: OpenPage, tmp_path: Path) -> None:
    lake = village_lake(tmp_path)
    app = open_page(lake, "village", kode=KUTUK)
    text = shown_text(app)

    assert "Tidak ada data peserta Kutuk untuk September 2026. Data terakhirnya dari Agustus 2026." in text
    assert "Minta rekap September 2026 kepada Kutuk, lalu unggah." in text
    assert "1 bulan tanpa data: September 2026." in text
    app.button(key="village_last").click().run()
    assert "20 dari 100 pekerja di Kutuk terlindungi pada Agustus 2026" in shown_text(app)

    ward = shown_text(open_page(lake, "village", kode=MLATINOROWITO, bahasa="en"))
    assert "Urban ward Mlatinorowito, Sub-district Kota Kudus" in ward
    assert "Mlatinorowito has never reported." in ward
    assert "Mlatinorowito is an urban ward and has no village budget" in ward


def test_without_a_village_the_page_lists_them(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(village_lake(tmp_path), "village", wilayah=UNDAAN)

    assert "Pilih satu desa atau kelurahan di atas" in shown_text(app)
    assert "Undaan|Kutuk|desa" in shown_tables(app)
    assert not app.metric
