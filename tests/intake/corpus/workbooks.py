"""The cells of the workbooks of the corpus. Run as a script it writes the files beside it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
Row = Sequence[object]
Sheets = Mapping[str, Sequence[Row]]

KEC = "Kecamatan"
AKTIF = "Peserta Aktif"

# File name → sheets, each a list of rows; None leaves a cell empty.
BOOKS: dict[str, Sheets] = {
    "judul_empat_baris_di_atas_tabel": {
        "Rekap": [
            ["PEMERINTAH KABUPATEN KUDUS"], ["DINAS SOSIAL"], ["REKAP PEKERJA RENTAN"], ["Bulan September 2026"],
            [], ["No", KEC, AKTIF], [1, "Jati", 120], [2, "Undaan", 80],
        ],
    },
    "kepala_tiga_baris_tergabung": {
        "S": [
            ["No", KEC, "Peserta Aktif", None, None], [None, None, "BPU", None, None],
            [None, None, "Linmas", "BPD", "Pekerja rentan"], [1, "Jati", 1, 2, 3], [2, "Bae", 4, 5, 6],
        ],
    },
    "nomor_kolom_di_bawah_kepala": {
        "S": [["No", KEC, AKTIF], ["(1)", "(2)", "(3)"], [1, "Jati", 30], [2, "Bae", 40]],
    },
    "laki_perempuan_dan_jumlah": {
        "S": [["No", KEC, AKTIF, None, None], [None, None, "L", "P", "L+P"], [1, "Jati", 10, 20, 30],
              [2, "Bae", 15, 25, 40]],
    },
    "satuan_di_bawah_kepala": {
        "S": [["No", KEC, AKTIF], [None, None, "(orang)"], [1, "Jati", 30], [2, "Bae", 40]],
    },
    "angka_tergabung_ke_bawah": {
        "S": [[KEC, "Desa", AKTIF], ["Jati", "Ploso", 30], ["Jati", "Megawon", None], ["Bae", "Bae", 40]],
    },
    "kepala_dua_bahasa_dengan_ganti_baris": {
        "S": [["Kecamatan\nSub-district", "Peserta Aktif\nActive participants"], ["Jati", 30], ["Bae", 40]],
    },
    "data_di_lembar_ketiga": {
        "Sampul": [["Laporan"]],
        "Petunjuk": [["Isi lembar Data"]],
        "Data": [[KEC, AKTIF], ["Jati", 30], ["Bae", 40]],
    },
    "satu_lembar_per_kecamatan": {
        "Jati": [["Desa", AKTIF], ["Ploso", 10], ["Megawon", 20]],
        "Undaan": [["Desa", AKTIF], ["Wates", 30], ["Kutuk", 40]],
    },
    "lembar_bernama_bulan": {
        "Januari": [["Peserta aktif tahun 2026"], [KEC, AKTIF], ["Jati", 30], ["Bae", 40]],
        "Feb": [["Peserta aktif tahun 2026"], [KEC, AKTIF], ["Jati", 31], ["Bae", 41]],
        "SEP": [["Peserta aktif tahun 2026"], [KEC, AKTIF], ["Jati", 32], ["Bae", 42]],
    },
    "rekap_di_depan_rinciannya": {
        "Rekap": [[KEC, "Jumlah"], ["Jati", 30], ["Undaan", 70], ["Jumlah", 100]],
        "Jati": [["Desa", AKTIF], ["Ploso", 10], ["Megawon", 20]],
        "Undaan": [["Desa", AKTIF], ["Wates", 30], ["Kutuk", 40]],
    },
    "kecamatan_sebagai_baris_bagian": {
        "S": [["Desa", AKTIF], ["Kecamatan Jati", None], ["Ploso", 10], ["Megawon", 20], ["Kecamatan Undaan", None],
              ["Wates", 30]],
    },
    "bulan_sebagai_kolom": {
        "S": [[KEC, "Juli 2026", "Agustus 2026"], ["Jati", 10, 11], ["Bae", 20, 21]],
    },
    "pagu_murni_dan_perubahan": {
        "S": [["PAGU IURAN JAMINAN SOSIAL TA 2026"], [KEC, "Jumlah (Rp)", None, "Bertambah/(Berkurang)", None],
              [None, "Sebelum Perubahan", "Setelah Perubahan", "(Rp)", "%"], ["Jati", 500, 600, 100, 20],
              ["Bae", 400, 350, -50, -12.5], ["Jumlah", 900, 950, 50, 5.6]],
    },
    "wilayah_di_kolom_uraian": {
        "S": [["No", "Uraian", AKTIF], ["I", "Kecamatan Jati", 30], [1, "Desa Ploso", 10], [2, "Desa Megawon", 20],
              ["II", "Kecamatan Bae", 11], [1, "Bae", 5], [2, "Peganjaran", 6], [None, "JUMLAH", 41]],
    },
    "jumlah_dua_tabel_berdampingan": {
        "S": [["No", KEC, AKTIF, None, "No", KEC, AKTIF], [1, "Jati", 10, None, 4, "Bae", 11],
              [2, "Dawe", 20, None, 5, "Gebog", 21], [3, "Undaan", 5], [None, None, None, None, None, "Jumlah", 67]],
    },
    "lembar_bernama_segmen": {
        "PU": [[KEC, AKTIF], ["Jati", 10], ["Bae", 20]],
        "BPU": [[KEC, AKTIF], ["Jati", 5], ["Bae", 6]],
        "TOTAL": [[KEC, AKTIF], ["Jati", 15], ["Bae", 26]],
    },
    "pagu_dan_realisasi_per_sumber": {
        "S": [["PAGU MURNI 2026"], [KEC, "APBD", None, "APBDes", None, "Jumlah", None],
              [None, "Pagu", "Realisasi", "Pagu", "Realisasi", "Pagu", "Realisasi"],
              ["Jati", 100, 50, 200, 100, 300, 150], ["Bae", 10, 5, 20, 10, 30, 15]],
    },
    "triwulan_sebagai_kolom": {
        "S": [["PESERTA AKTIF TAHUN 2026"], ["No", KEC, "TW I", "TW II"], [1, "Jati", 30, 31], [2, "Bae", 40, 41]],
    },
    "iuran_per_triwulan": {
        "S": [["REALISASI IURAN"], ["TRIWULAN III TAHUN 2026"], [KEC, "Iuran (Rp)"], ["Jati", 50400], ["Bae", 67200]],
    },
    "tanggal_excel_sebagai_bulan": {
        "S": [["Bulan", KEC, AKTIF], [dt.date(2026, 9, 1), "Jati", 30], [dt.date(2026, 9, 30), "Bae", 40]],
    },
    "kata_tak_dikenal_di_bawah_segmen": {
        "S": [[KEC, "RT/RW"], [None, "Usulan"], ["Jati", 30], ["Bae", 40]],
    },
    "dua_tahun_di_judul": {
        "S": [["PESERTA AKTIF TAHUN 2025/2026"], ["No", KEC, "Nov", "Des", "Jan"], [1, "Jati", 1, 2, 3],
              [2, "Bae", 4, 5, 6]],
    },
    "oktober_kehilangan_nol": {
        "S": [["Bulan", KEC, AKTIF], [2026.09, "Jati", 30], [2026.1, "Jati", 31], [2026.11, "Jati", 32]],
    },
    "januari_atau_oktober": {
        "S": [["Bulan", KEC, AKTIF], [2026.1, "Jati", 30], [2026.2, "Bae", 40]],
    },
    "tahun_berblok_berdampingan": {
        "S": [["Kecamatan", "2025", None, "2026", None], [None, "Jan", "Feb", "Jan", "Feb"], ["Jati", 1, 2, 3, 4],
              ["Bae", 5, 6, 7, 8]],
    },
    "kecamatan_tergabung_ke_bawah": {
        "S": [[KEC, "Desa", AKTIF], ["Jati", "Ploso", 10], [None, "Megawon", 20], ["Undaan", "Wates", 30],
              [None, "Kutuk", 40]],
    },
    "jumlah_tanpa_nama": {"S": [["No", KEC, AKTIF], [1, "Jati", 30], [2, "Bae", 40], [None, None, 70]]},
    "jumlah_yang_tidak_cocok": {"S": [[KEC, AKTIF], ["Jati", 30], ["Bae", 40], ["Jumlah", 75]]},
    "jumlah_bernama_kabupaten": {"S": [[KEC, AKTIF], ["Jati", 30], ["Bae", 40], ["Kabupaten Kudus", 70]]},
    "rata_rata_di_bawah": {"S": [[KEC, AKTIF], ["Jati", 30], ["Bae", 40], ["Rata-rata", 35]]},
    "subtotal_per_kecamatan": {
        "S": [[KEC, "Desa", AKTIF], ["Jati", "Ploso", 10], ["Jati", "Megawon", 20], ["Jumlah Jati", None, 30],
              ["Undaan", "Wates", 30], ["Jumlah Undaan", None, 30], ["Total", None, 60]],
    },
    "subtotal_di_baris_bagian": {
        "S": [["No", "Desa", AKTIF], ["I", "Kec. Kaliwungu", 35], [1, "Prambatan Kidul", 10], [2, "Kaliwungu", 25],
              ["II", "Kec. Jati", 50], [1, "Ploso", 20], [2, "Megawon", 30], [None, "Jumlah", 85]],
    },
    "subtotal_di_bawah_bagiannya": {
        "S": [["No", "Desa", AKTIF], [1, "Prambatan Kidul", 10], [2, "Kaliwungu", 25], [None, "KEC. KALIWUNGU", 35],
              [1, "Ploso", 20], [2, "Megawon", 30], [None, "KEC. JATI", 50]],
    },
    "subtotal_senama_desa": {
        "S": [["No", "Desa", AKTIF], [None, "Bae", 60], [1, "Bacin", 20], [2, "Bae", 10], [3, "Gondangmanis", 30],
              [None, "Jekulo", 12], [4, "Terban", 5], [5, "Jekulo", 7]],
    },
    "jumlah_dipindahkan_ke_halaman_lain": {
        "S": [["No", KEC, AKTIF], [1, "Jati", 30], [None, "Dipindahkan", 30], [None, "Pindahan", 30], [2, "Bae", 40],
              [None, "Σ", 70]],
    },
    "segmen_bernomor_dengan_subtotal": {
        "S": [["No", "Desa", AKTIF], ["I", "Pekerja Rentan", 30], [1, "Bacin", 10], [2, "Ploso", 20],
              ["II", "RT/RW", 12], [1, "Bacin", 5], [2, "Ploso", 7], [None, "Jumlah", 42]],
    },
    "catatan_dan_sumber_di_bawah": {
        "S": [[KEC, AKTIF], ["Jati", 30], ["Bae", 40], [], ["Sumber: BPJS Ketenagakerjaan"], ["* angka sementara"],
              ["https://contoh.go.id/data"]],
    },
    "tanda_tangan_di_bawah": {
        "S": [[KEC, AKTIF], ["Jati", 30], ["Bae", 40], [], [None, "Kudus, 5 Oktober 2026"], [None, "Kepala Dinas"]],
    },
    "angka_sebagai_teks_beraposton": {"S": [[KEC, AKTIF], ["Jati", "'1.234"], ["Bae", "'40"]]},
    "strip_untuk_nihil": {"S": [[KEC, AKTIF], ["Jati", 30], ["Bae", "-"], ["Dawe", "–"], ["Gebog", 0]]},
    "desa_hampir_kembar": {
        "S": [[KEC, "Desa", AKTIF], ["Mejobo", "Jepang", 10], ["Dawe", "Japan", 20], ["Kota Kudus", "Demaan", 30],
              ["Kota Kudus", "Demangan", 40]],
    },
    "desa_senama_kecamatan": {
        "S": [[KEC, "Desa", AKTIF], ["Mejobo", "Mejobo", 10], ["Bae", "Bae", 20], ["Jekulo", "Jekulo", 30]],
    },
    "ejaan_desa_lain": {
        "S": [[KEC, "Desa", AKTIF], ["Kec. Kaliwungu", "Ds. Bakalan Krapyak", 10], ["JATI", "Getas Pejaten", 20],
              ["Kec. Kota", "Kel. Mlati Norowito", 30]],
    },
    "desa_salah_kecamatan": {"S": [[KEC, "Desa", AKTIF], ["Undaan", "Ploso", 10], ["Undaan", "Wates", 20]]},
    "kode_tidak_cocok_nama": {
        "S": [["Kode Wilayah", KEC, AKTIF], ["33.19.03", "Jati", 30], ["33.19.03", "Bae", 40]],
    },
    "kelurahan_dengan_apbdes": {
        "S": [[KEC, "Desa/Kelurahan", "Sumber Dana", AKTIF], ["Kota Kudus", "Purwosari", "PADes", 10],
              ["Jati", "Ploso", "PADes", 20]],
    },
    "nol_di_belakang_hilang": {"S": [[KEC, AKTIF], ["Jati", "106.335"], ["Bae", "118.04"], ["Dawe", "91.337"]]},
    "iuran_ditulis_rupiah": {
        "S": [[KEC, "Iuran (Rp)", "Peserta dibayar", "Bulan dibayar"], ["Jati", "Rp 16.800,-", 1, 1],
              ["Bae", "Rp201.600,00", 12, 1]],
    },
    "iuran_dalam_juta": {
        "S": [["Realisasi iuran (dalam juta rupiah)"], [KEC, "Iuran (juta Rp)", "Peserta dibayar", "Bulan dibayar"],
              ["Jati", "1,68", 100, 1]],
    },
    "segmen_dan_jumlah_baris": {
        "S": [[KEC, "Linmas", "BPD", "Jumlah"], ["Jati", 10, 20, 30], ["Bae", 5, 6, 12]],
    },
    "kolom_segmen_salah_ketik": {"S": [[KEC, "BPD", "Linmass"], ["Jati", 10, 11], ["Bae", 20, 21]]},
    "dua_tabel_berdampingan": {"S": [[KEC, AKTIF, KEC, AKTIF], ["Jati", 10, "Bae", 11], ["Dawe", 20, "Gebog", 21]]},
    "dua_tabel_berjarak_satu_kolom": {
        "S": [[KEC, AKTIF, None, KEC, AKTIF], ["Jati", 10, None, "Bae", 11], ["Dawe", 20, None, "Gebog", 21]],
    },
    "dua_tabel_bertumpuk": {
        "S": [["Bulan September 2026"], [KEC, AKTIF], ["Jati", 10], [], ["Bulan Oktober 2026"], [KEC, AKTIF],
              ["Jati", 11]],
    },
    "judul_kabupaten_lain": {"S": [["Kabupaten Kendal"], [KEC, AKTIF], ["Kaliwungu", 10], ["Jati", 20]]},
    "campuran_kabupaten": {
        "S": [["Kabupaten", AKTIF], ["Kab. Pati", 100], ["Kab. Kudus", 30], ["Kab. Jepara", 200]],
    },
    "baris_ganda_sama": {"S": [[KEC, AKTIF], ["Jati", 30], ["Jati", 30], ["Bae", 40]]},
    "baris_ganda_berbeda": {"S": [[KEC, AKTIF], ["Jati", 30], ["Jati", 31], ["Bae", 40]]},
    "templat_yang_belum_diisi": {"S": [[KEC, AKTIF]]},
}  # fmt: skip

# (top, left, bottom, right) of the first sheet, from 1, to be merged.
MERGED = {
    "kepala_tiga_baris_tergabung": [(1, 1, 3, 1), (1, 2, 3, 2), (1, 3, 1, 5), (2, 3, 2, 5)],
    "laki_perempuan_dan_jumlah": [(1, 3, 1, 5)],
    "angka_tergabung_ke_bawah": [(2, 3, 3, 3)],
    "tahun_berblok_berdampingan": [(1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5)],
    "kecamatan_tergabung_ke_bawah": [(2, 1, 3, 1), (4, 1, 5, 1)],
}


def write_workbooks(folder: Path = HERE) -> None:
    """Write all workbooks into `folder`."""
    for name, sheets in BOOKS.items():
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet: Worksheet = book.create_sheet(title)
            for number, row in enumerate(rows, start=1):
                for position, value in enumerate(row, start=1):
                    if value is not None:
                        sheet.cell(number, position, value)  # type: ignore[arg-type]
        for top, left, bottom, right in MERGED.get(name, []):
            book.worksheets[0].merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        book.save(folder / f"{name}.xlsx")


if __name__ == "__main__":
    write_workbooks()
    sys.exit(0)
