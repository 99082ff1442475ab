"""The difficult files of the corpus are read as a careful person would read them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.intake.corpus.workbooks import BOOKS, write_workbooks
from tests.intake.sheets import GIVEN, codes, read

FOLDER = Path(__file__).parent / "corpus"
JATI, UNDAAN, MEJOBO, JEKULO = "33.19.03", "33.19.04", "33.19.05", "33.19.06"
KALIWUNGU, KOTA, BAE, GEBOG, DAWE, KUDUS = "33.19.01", "33.19.02", "33.19.07", "33.19.08", "33.19.09", "33.19"
SEPTEMBER = ("2026-09",)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a file must be read: `places` sums people (rupiah) by kecamatan, `found` are codes that must be said.

    `leave` are columns that the file states itself, so that nobody states them for it.
    """

    outcome: str = "ok"
    places: dict[str, int] | None = None
    periods: tuple[str, ...] = SEPTEMBER
    found: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    kind: str | None = None


JATI_BAE = {JATI: 30, BAE: 40}
NONE: tuple[str, ...] = ()
READINGS: dict[str, Reading] = {
    "angka_negatif.csv": Reading(outcome="problems", places={BAE: 40}, found=("ANGKA_NEGATIF",)),
    "angka_sebagai_teks_beraposton.xlsx": Reading(places={JATI: 1234, BAE: 40}),
    "angka_tergabung_ke_bawah.xlsx": Reading(
        outcome="problems", places=JATI_BAE, found=("ANGKA_TERGABUNG",)
    ),
    "baris_ganda_berbeda.xlsx": Reading(outcome="problems", places={BAE: 40}, found=("KUNCI_BERTENTANGAN",)),
    "baris_ganda_sama.xlsx": Reading(outcome="problems", places=JATI_BAE, found=("BARIS_KEMBAR",)),
    "baris_sep_di_atas.csv": Reading(places=JATI_BAE),
    "bom_utf8_dan_crlf.csv": Reading(places=JATI_BAE),
    "bukan_tabel.txt": Reading(outcome="refused", periods=NONE, found=("BUKAN_TABEL",)),
    "bulan_sebagai_kolom.xlsx": Reading(
        places={JATI: 21, BAE: 41}, periods=("2026-07", "2026-08"), leave=("periode",), kind="kepesertaan"
    ),
    "campuran_kabupaten.xlsx": Reading(places={KUDUS: 30}, found=("BARIS_WILAYAH_LAIN",)),
    "catatan_dan_sumber_di_bawah.xlsx": Reading(places=JATI_BAE, found=("CATATAN_DITINGGALKAN",)),
    "catatan_kaki_di_judul_kolom.csv": Reading(places=JATI_BAE),
    "data_di_lembar_ketiga.xlsx": Reading(places=JATI_BAE),
    "desa_dan_kecamatan_dalam_satu_sel.csv": Reading(outcome="problems", periods=NONE, found=("KOLOM_DIUSULKAN",)),
    "desa_hampir_kembar.xlsx": Reading(places={MEJOBO: 10, DAWE: 20, KOTA: 70}),
    "desa_salah_kecamatan.xlsx": Reading(
        outcome="problems", places={UNDAAN: 20}, found=("DESA_DI_KECAMATAN_LAIN",)
    ),
    "desa_senama_kecamatan.xlsx": Reading(places={MEJOBO: 10, BAE: 20, JEKULO: 30}),
    "dua_tabel_berdampingan.xlsx": Reading(
        outcome="problems", places={JATI: 10, DAWE: 20}, found=("KOLOM_BERULANG",)
    ),
    "dua_tabel_berjarak_satu_kolom.xlsx": Reading(places={JATI: 10, DAWE: 20, BAE: 11, GEBOG: 21}),
    "dua_tabel_bertumpuk.xlsx": Reading(
        places={JATI: 21}, periods=("2026-09", "2026-10"), leave=("periode",)
    ),
    "dua_tahun_di_judul.xlsx": Reading(
        places={JATI: 6, BAE: 15}, periods=("2025-11", "2025-12", "2026-01"), found=("BULAN_BERURUTAN",),
        leave=("periode",), kind="kepesertaan",
    ),
    "ejaan_desa_lain.xlsx": Reading(places={KALIWUNGU: 10, JATI: 20, KOTA: 30}),
    "iuran_dalam_juta.xlsx": Reading(outcome="problems", periods=NONE, found=("SATUAN_RIBUAN",)),
    "iuran_ditulis_rupiah.xlsx": Reading(places={JATI: 16_800, BAE: 201_600}),
    "iuran_per_triwulan.xlsx": Reading(
        outcome="problems", periods=NONE, found=("BEBERAPA_BULAN",), leave=("periode",)
    ),
    "judul_empat_baris_di_atas_tabel.xlsx": Reading(places={JATI: 120, UNDAAN: 80}, leave=("periode",)),
    "judul_kabupaten_lain.xlsx": Reading(outcome="refused", periods=NONE, found=("JUDUL_KABUPATEN_LAIN",)),
    "januari_atau_oktober.xlsx": Reading(
        outcome="problems", places={BAE: 40}, periods=("2026-02",), found=("BULAN_SATU_ATAU_SEPULUH",),
        leave=("periode",),
    ),
    "jumlah_bernama_kabupaten.xlsx": Reading(places=JATI_BAE, found=("BARIS_TOTAL_DITINGGALKAN",)),
    "jumlah_bulan_lalu_di_bawah.csv": Reading(places=JATI_BAE, found=("BARIS_TOTAL_BULAN_LAIN", "BARIS_UKURAN_LAIN")),
    "jumlah_dipindahkan_ke_halaman_lain.xlsx": Reading(places=JATI_BAE, found=("BARIS_TOTAL_DITINGGALKAN",)),
    "jumlah_dua_tabel_berdampingan.xlsx": Reading(
        places={JATI: 10, DAWE: 20, UNDAAN: 5, BAE: 11, GEBOG: 21}, found=("TOTAL_TABEL_BERDAMPINGAN",)
    ),
    "jumlah_tanpa_nama.xlsx": Reading(places=JATI_BAE, found=("BARIS_TOTAL_DITINGGALKAN",)),
    "jumlah_yang_tidak_cocok.xlsx": Reading(outcome="problems", places=JATI_BAE, found=("TOTAL_TIDAK_COCOK",)),
    "kabupaten_lain.csv": Reading(outcome="refused", periods=NONE, found=("WILAYAH_LAIN",)),
    "kata_tak_dikenal_di_bawah_segmen.xlsx": Reading(
        outcome="problems", places=JATI_BAE, found=("JUDUL_NILAI_RAGU",), leave=("segmen",), kind="kepesertaan"
    ),
    "kecamatan_salah_ketik.csv": Reading(
        outcome="problems", places={JATI: 30}, found=("NAMA_TIDAK_DIKENAL",)
    ),
    "kecamatan_sebagai_kolom.csv": Reading(
        places={JATI: 21, BAE: 41, DAWE: 61}, periods=("2026-01", "2026-02"), leave=("periode",), kind="kepesertaan"
    ),
    "kecamatan_sebagai_baris_bagian.xlsx": Reading(places={JATI: 30, UNDAAN: 30}, found=("BARIS_BAGIAN",)),
    "kecamatan_tergabung_ke_bawah.xlsx": Reading(places={JATI: 30, UNDAAN: 70}),
    "kelurahan_dengan_apbdes.xlsx": Reading(
        outcome="problems", places={JATI: 20}, found=("KELURAHAN_TANPA_APBDES",), leave=("sumber_dana",)
    ),
    "kepala_dua_bahasa_dengan_ganti_baris.xlsx": Reading(places=JATI_BAE),
    "kepala_tiga_baris_tergabung.xlsx": Reading(places={JATI: 6, BAE: 15}, leave=("segmen",)),
    "kode_tidak_cocok_nama.xlsx": Reading(
        outcome="problems", places={JATI: 30}, found=("KODE_NAMA_BERBEDA",)
    ),
    "kolom_jumlah_saja.csv": Reading(places=JATI_BAE, found=("KOLOM_NILAI_DIANGGAP",), kind="kepesertaan"),
    "kolom_segmen_salah_ketik.xlsx": Reading(
        outcome="problems", places={JATI: 10, BAE: 20}, found=("KOLOM_MUNGKIN_HILANG",), leave=("segmen",),
        kind="kepesertaan",
    ),
    "koma_pemisah_angka_berkutip.csv": Reading(places={JATI: 1234, BAE: 2345}),
    "kosong_di_akhir_baris.csv": Reading(places=JATI_BAE),
    "laki_perempuan_dan_jumlah.xlsx": Reading(places=JATI_BAE),
    "lembar_bernama_bulan.xlsx": Reading(
        places={JATI: 93, BAE: 123}, periods=("2026-01", "2026-02", "2026-09"), leave=("periode",)
    ),
    "lembar_bernama_segmen.xlsx": Reading(
        places={JATI: 15, BAE: 26}, found=("LEMBAR_REKAP_COCOK",), leave=("segmen",)
    ),
    "nama_bulan_disingkat.csv": Reading(
        places={JATI: 61, BAE: 81}, periods=("2026-08", "2026-09"), leave=("periode",)
    ),
    "nol_di_belakang_hilang.xlsx": Reading(
        outcome="problems", places={JATI: 106_335, DAWE: 91_337}, found=("ANGKA_NOL_HILANG",)
    ),
    "nomor_kolom_di_bawah_kepala.xlsx": Reading(places=JATI_BAE),
    "oktober_kehilangan_nol.xlsx": Reading(
        places={JATI: 93}, periods=("2026-09", "2026-10", "2026-11"), leave=("periode",)
    ),
    "orang_di_belakang_angka.csv": Reading(places={JATI: 1234, BAE: 40}),
    "pagu_dan_realisasi_per_sumber.xlsx": Reading(
        places={JATI: 300, BAE: 30}, periods=("2026",), leave=("periode", "program", "sumber_dana"), kind="anggaran"
    ),
    "pagu_murni_dan_perubahan.xlsx": Reading(
        places={JATI: 1100, BAE: 750}, periods=("2026",), found=("BARIS_TOTAL_DITINGGALKAN",),
        leave=("periode", "program"), kind="anggaran",
    ),
    "per_program_bukan_per_paket.csv": Reading(
        outcome="problems", places={JATI: 60}, found=("PROGRAM_TERPISAH",), leave=("program",)
    ),
    "rata_rata_di_bawah.xlsx": Reading(places=JATI_BAE, found=("BARIS_RATA_RATA_DITINGGALKAN",)),
    "rekap_di_depan_rinciannya.xlsx": Reading(places={JATI: 30, UNDAAN: 70}, found=("LEMBAR_REKAP_COCOK",)),
    "satu_lembar_per_kecamatan.xlsx": Reading(places={JATI: 30, UNDAAN: 70}),
    "satuan_di_bawah_kepala.xlsx": Reading(places=JATI_BAE),
    "segmen_bernomor_dengan_subtotal.xlsx": Reading(
        places={JATI: 27, BAE: 15}, found=("BARIS_BAGIAN", "BARIS_TOTAL_DITINGGALKAN"), leave=("segmen",)
    ),
    "segmen_dan_jumlah_baris.xlsx": Reading(
        outcome="problems", places={JATI: 30, BAE: 11}, found=("TOTAL_BARIS_TIDAK_COCOK",), leave=("segmen",),
        kind="kepesertaan",
    ),
    "strip_untuk_nihil.xlsx": Reading(places={JATI: 30, BAE: 0, DAWE: 0, GEBOG: 0}),
    "subtotal_di_baris_bagian.xlsx": Reading(
        places={KALIWUNGU: 35, JATI: 50}, found=("BARIS_TOTAL_DITINGGALKAN",)
    ),
    "subtotal_di_bawah_bagiannya.xlsx": Reading(
        places={KALIWUNGU: 35, JATI: 50}, found=("BARIS_TOTAL_DITINGGALKAN",)
    ),
    "subtotal_per_kecamatan.xlsx": Reading(places={JATI: 30, UNDAAN: 30}),
    "subtotal_senama_desa.xlsx": Reading(places={BAE: 60, JEKULO: 12}),
    "tab_sebagai_pemisah.csv": Reading(places={JATI: 1234, BAE: 40}),
    "tahun_berblok_berdampingan.xlsx": Reading(
        places={JATI: 10, BAE: 26}, periods=("2025-01", "2025-02", "2026-01", "2026-02"), leave=("periode",),
        kind="kepesertaan",
    ),
    "tanda_tangan_di_bawah.xlsx": Reading(places=JATI_BAE),
    "tanggal_excel_sebagai_bulan.xlsx": Reading(places=JATI_BAE, leave=("periode",)),
    "tanpa_kolom_wilayah.csv": Reading(outcome="refused", periods=NONE, found=("TANPA_WILAYAH",)),
    "templat_yang_belum_diisi.xlsx": Reading(outcome="refused", periods=NONE, found=("TANPA_BARIS_DATA",)),
    "titik_koma_windows_1252.csv": Reading(places=JATI_BAE),
    "triwulan_sebagai_kolom.xlsx": Reading(
        outcome="problems", periods=NONE, found=("BULAN_TERAKHIR_DIUSULKAN",), leave=("periode",), kind="kepesertaan"
    ),
    "utf16_dari_excel.txt": Reading(places=JATI_BAE),
    "wilayah_di_kolom_uraian.xlsx": Reading(outcome="problems", periods=NONE, found=("KOLOM_DIUSULKAN",)),
}  # fmt: skip


@pytest.mark.parametrize("name", READINGS)
def test_a_difficult_file_is_read_as_a_careful_person_would(name: str) -> None:
    wanted = READINGS[name]
    given = {column: text for column, text in GIVEN.items() if column not in wanted.leave}
    report = read((FOLDER / name).read_bytes(), given=given, kind=wanted.kind, name=name)

    said = codes(report)
    assert (report.outcome, dict(report.by_kecamatan), report.periods) == (
        wanted.outcome, wanted.places or {}, wanted.periods,
    ), said  # fmt: skip
    assert set(wanted.found) <= set(said)


def test_every_file_of_the_corpus_has_its_reading() -> None:
    files = {path.name for path in FOLDER.iterdir() if path.suffix in (".csv", ".txt", ".xlsx")}
    assert files == set(READINGS)


def test_the_workbooks_are_those_of_their_cells(tmp_path: Path) -> None:
    write_workbooks(tmp_path)
    for name in BOOKS:
        assert _cells(FOLDER / f"{name}.xlsx") == _cells(tmp_path / f"{name}.xlsx")


def _cells(workbook: Path) -> list[tuple[object, ...]]:
    """What the sheets of a workbook hold: name, cells, ranges of merged cells."""
    book = CalamineWorkbook.from_path(workbook)
    sheets = [(name, book.get_sheet_by_name(name)) for name in book.sheet_names]
    return [(name, sheet.to_python(), sheet.merged_cell_ranges) for name, sheet in sheets]
