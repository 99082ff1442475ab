"""What each column of an upload means: its kind, label, explanation, example and the headers it goes by.

Synonyms are written as intake normalises headers: lower case, no punctuation, single spaces.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True)
class Text:
    """The same words in Indonesian and English."""

    id: str
    en: str

    def in_language(self, language: str) -> str:
        """The words in `language` (`id` or `en`)."""
        return self.en if language == "en" else self.id


class ColumnKind(StrEnum):
    """How the cells of a column are read."""

    MONTH = "bulan"  # a month start
    YEAR = "tahun"  # an integer
    DATE = "tanggal"  # a day
    AREA = "wilayah"  # a Kemendagri code of the home regency
    CODE = "kode"  # a code of a reference table
    COUNT = "orang"  # a whole number of people, enterprises or months
    RUPIAH = "rupiah"  # whole rupiah
    NUMBER = "angka"  # any number
    YESNO = "ya/tidak"
    TEXT = "teks"
    NIK = "NIK"  # personal: never stored


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column. `codes` names the table of a CODE column; `default` is used, and reported, when absent.

    `of_span` says which month a quarter or semester may stand for in a MONTH column, if the operator agrees: what is
    true at a time (participants, an end of payment) at its "last"; none ("") where the figures of its months add up.
    """

    name: str
    kind: ColumnKind
    title: Text
    explanation: Text
    example: str
    synonyms: tuple[str, ...] = ()
    codes: str | None = None
    default: str | None = None
    required: bool = False
    key: bool = False
    personal: bool = False
    of_span: Literal["", "first", "last"] = ""


def _column(
    name: str,
    kind: ColumnKind,
    *,
    title: tuple[str, str],
    explanation: tuple[str, str],
    example: str,
    synonyms: str = "",
    codes: str | None = None,
    default: str | None = None,
    personal: bool = False,
    of_span: Literal["", "first", "last"] = "",
) -> Column:
    return Column(
        name=name,
        kind=kind,
        title=Text(*title),
        explanation=Text(*explanation),
        example=example,
        synonyms=tuple(part for part in synonyms.split("|") if part),
        codes=codes,
        default=default,
        personal=personal,
        of_span=of_span,
    )


_K = ColumnKind
COLUMNS: dict[str, Column] = {
    "periode": _column(
        "periode",
        _K.MONTH,
        of_span="last",
        title=("Bulan", "Month"),
        explanation=("Bulan iuran (BLTH).", "Month of the contribution (BLTH)."),
        example="September 2026",
        synonyms="periode|bulan|blth|bulan iuran|masa|bulan tahun|posisi|month|period|bulan kepesertaan|bulan bayar",
    ),
    "tahun": _column(
        "tahun",
        _K.YEAR,
        title=("Tahun", "Year"),
        explanation=("Tahun data.", "Year of the figure."),
        example="2026",
        synonyms="tahun|thn|year|tahun anggaran|ta|tahun data",
    ),
    "batas_waktu": _column(
        "batas_waktu",
        _K.MONTH,
        of_span="last",
        title=("Batas waktu", "Deadline"),
        explanation=(
            "Bulan ketika target harus tercapai; kosong berarti Desember tahun itu.",
            "Month by which the target is due; empty means December of the year.",
        ),
        example="Desember 2026",
        synonyms="batas waktu|tenggat|deadline|target waktu|sampai bulan",
    ),
    "kode_wilayah": _column(
        "kode_wilayah",
        _K.AREA,
        title=("Wilayah", "Area"),
        explanation=(
            "Kode Kemendagri, atau kolom kecamatan dan desa. Yang hanya diketahui untuk kabupaten ditulis kabupaten.",
            (
                "Kemendagri code, or columns for kecamatan and desa. What is known only for the regency "
                "is written as the regency."
            ),
        ),
        example="33.19.04.2003",
        synonyms=(
            "kode wilayah|kode|kode desa|kode kemendagri|kode kecamatan|kode kabupaten|wilayah|area|"
            "kode kelurahan|kode desa kelurahan"
        ),
    ),
    "segmen": _column(
        "segmen",
        _K.CODE,
        codes="segmen",
        title=("Segmen", "Segment"),
        explanation=("Kelompok pekerja.", "Group of workers."),
        example="RENTAN",
        synonyms=(
            "segmen|segmen kepesertaan|kelompok|kelompok pekerja|jenis pekerja|jenis peserta|kategori|segment|"
            "kategori pekerja"
        ),
    ),
    "sumber_dana": _column(
        "sumber_dana",
        _K.CODE,
        codes="sumber_dana",
        title=("Sumber dana", "Funding source"),
        explanation=("Siapa yang membayar iuran.", "Who pays the contribution."),
        example="DBHCHT",
        synonyms=(
            "sumber dana|sumber|pembiayaan|sumber pembiayaan|sumber anggaran|dibayar oleh|pembayar|"
            "funding source|sumber iuran"
        ),
    ),
    "program": _column(
        "program",
        _K.CODE,
        codes="program",
        title=("Paket program", "Package of programmes"),
        explanation=(
            "Paket yang diikuti; satu orang berada pada satu paket, sehingga tidak terhitung dua kali.",
            "The package taken; a person is in one package only and is so counted once.",
        ),
        example="JKK+JKM",
        synonyms="program|paket|paket program|jenis program|program diikuti|package",
    ),
    "basis": _column(
        "basis",
        _K.CODE,
        codes="basis",
        title=("Basis potensi", "Basis of the denominator"),
        explanation=(
            "Dari mana jumlah pekerja berasal; basis yang berbeda tidak dicampur.",
            "Where the number of workers comes from; different bases are never mixed.",
        ),
        example="potensi BPJS/Bappenas",
        synonyms="basis|basis potensi|dasar|sumber penyebut|dasar potensi",
    ),
    "peserta_aktif": _column(
        "peserta_aktif",
        _K.COUNT,
        title=("Peserta aktif", "Active participants"),
        explanation=(
            "Orang yang iurannya dibayar untuk bulan itu.",
            "People whose contribution is paid for the month.",
        ),
        example="1.234",
        synonyms=(
            "peserta aktif|aktif|jumlah peserta aktif|tk aktif|tenaga kerja aktif|jumlah peserta|peserta|"
            "jumlah tenaga kerja|tenaga kerja|jumlah pekerja|tk|active participants|jumlah tk aktif|"
            "peserta terlindungi|terlindungi|jumlah orang|orang|jumlah jiwa|realisasi peserta|"
            "realisasi kepesertaan|capaian peserta|peserta bulan ini|peserta aktif bulan ini|org"
        ),
    ),
    "lunas_sampai": _column(
        "lunas_sampai",
        _K.MONTH,
        of_span="last",
        title=("Lunas sampai", "Paid until"),
        explanation=("Bulan terakhir yang sudah dibayar.", "The last month that has been paid."),
        example="Desember 2026",
        synonyms=(
            "lunas sampai|lunas s d|dibayar sampai|bulan terakhir dibayar|paid until|berakhir|sampai bulan|"
            "akhir perlindungan"
        ),
    ),
    "jumlah": _column(
        "jumlah",
        _K.COUNT,
        title=("Jumlah pekerja", "Workers"),
        explanation=("Pekerja yang dapat dilindungi.", "Workers who could be covered."),
        example="466.000",
        synonyms=(
            "jumlah|potensi|jumlah potensi|potensi pekerja|jumlah pekerja|pekerja potensial|angkatan kerja|"
            "jumlah angkatan kerja|ak|penduduk bekerja|bekerja|total potensi|potensi tenaga kerja|"
            "jumlah tenaga kerja|tenaga kerja|workers"
        ),
    ),
    "estimasi": _column(
        "estimasi",
        _K.YESNO,
        default="tidak",
        title=("Estimasi", "Estimate"),
        explanation=(
            "Ya bila angka kabupaten dibagi ke wilayah di bawahnya; layar menyebutnya.",
            "Yes when a regency figure was split to smaller areas; the screen says so.",
        ),
        example="ya",
        synonyms="estimasi|perkiraan|taksiran|estimate|angka estimasi",
    ),
    "sumber": _column(
        "sumber",
        _K.TEXT,
        default="",
        title=("Sumber data", "Source"),
        explanation=("Dari mana angka itu.", "Where the figure comes from."),
        example="BPJS Ketenagakerjaan Cabang Kudus",
        synonyms="sumber data|sumber angka|source|keterangan sumber",
    ),
    "keluarga": _column(
        "keluarga",
        _K.CODE,
        codes="keluarga_target",
        default="UCJ",
        title=("Keluarga target", "Family of targets"),
        explanation=(
            "UCJ atau RPJMN; ditampilkan satu per satu, tidak pernah dicampur.",
            "UCJ or RPJMN; shown one at a time, never mixed.",
        ),
        example="UCJ",
        synonyms="keluarga|keluarga target|jenis target|kelompok target|skema",
    ),
    "indikator": _column(
        "indikator",
        _K.CODE,
        codes="indikator",
        title=("Indikator", "Indicator"),
        explanation=("persen (cakupan) atau peserta (orang).", "persen (coverage) or peserta (people)."),
        example="persen",
        synonyms="indikator|satuan|ukuran|jenis indikator|unit",
    ),
    "nilai_target": _column(
        "nilai",
        _K.NUMBER,
        title=("Nilai target", "Target value"),
        explanation=("Persen 0–100 atau jumlah orang.", "Percent 0–100 or a number of people."),
        example="52,15",
        synonyms="nilai|target|nilai target|sasaran|target persen|target cakupan|target ucj|target peserta",
    ),
    "dasar_hukum": _column(
        "dasar_hukum",
        _K.TEXT,
        default="",
        title=("Dasar hukum", "Legal basis"),
        explanation=("Aturan yang menetapkan target.", "The rule that sets the target."),
        example="SK Bupati tentang target UCJ",
        synonyms="dasar hukum|dasar|regulasi|peraturan|landasan|legal basis",
    ),
    "nilai_iuran": _column(
        "nilai",
        _K.RUPIAH,
        title=("Iuran dibayar (Rp)", "Contribution paid (Rp)"),
        explanation=("Rupiah yang benar-benar dibayar.", "Rupiah really paid."),
        example="Rp184.800.000",
        synonyms=(
            "nilai|iuran|jumlah iuran|total iuran|nilai iuran|realisasi|realisasi iuran|iuran dibayar|rupiah|"
            "pembayaran|nominal|jumlah rp|iuran rp|realisasi bulan ini|iuran bulan ini|penerimaan iuran|"
            "penerimaan bulan ini|pembayaran bulan ini|iuran pokok|pokok iuran|pokok|dibayar|terbayar|"
            "sudah dibayar|telah dibayar|iuran bpjs tk|iuran bpjs ketenagakerjaan|iuran bpjamsostek|"
            "iuran ketenagakerjaan|iuran jkk jkm|iuran jkk dan jkm"
        ),
    ),
    "peserta_dibayar": _column(
        "peserta_dibayar",
        _K.COUNT,
        title=("Peserta dibayar", "Participants paid for"),
        explanation=(
            "Orang yang iurannya dibayar pada baris ini.",
            "People whose contribution this row pays.",
        ),
        example="11.000",
        synonyms=(
            "peserta dibayar|jumlah peserta|jumlah peserta dibayar|peserta|jumlah orang|orang|tk dibayar|"
            "jumlah tk|jumlah pekerja|tk|tenaga kerja|jumlah tenaga kerja|org|jiwa"
        ),
    ),
    "bulan_dibayar": _column(
        "bulan_dibayar",
        _K.COUNT,
        default="1",
        title=("Bulan dibayar", "Months paid"),
        explanation=(
            "Berapa bulan yang dibayar sekaligus; kosong berarti satu.",
            "How many months the payment covers; empty means one.",
        ),
        example="7",
        synonyms="bulan dibayar|jumlah bulan|banyak bulan|lama bulan|jml bulan|months paid|lama|jumlah bulan dibayar",
    ),
    "versi": _column(
        "versi",
        _K.CODE,
        codes="versi_anggaran",
        title=("Versi anggaran", "Budget version"),
        explanation=("murni, pergeseran, atau perubahan.", "murni, pergeseran or perubahan."),
        example="perubahan",
        synonyms="versi|versi anggaran|tahap|tahapan|jenis anggaran|apbd murni perubahan",
    ),
    "pagu": _column(
        "pagu",
        _K.RUPIAH,
        title=("Pagu (Rp)", "Ceiling (Rp)"),
        explanation=("Batas anggaran, bukan uang yang dibayar.", "The ceiling, not money paid."),
        example="Rp5.000.000.000",
        synonyms=(
            "pagu|anggaran|pagu anggaran|jumlah anggaran|alokasi|nilai pagu|alokasi anggaran|budget|pagu rp|anggaran rp"
        ),
    ),
    "butir": _column(
        "butir",
        _K.CODE,
        codes="butir_inpres",
        title=("Butir", "Duty"),
        explanation=("Kewajiban menurut Inpres 2/2021.", "Duty under Inpres 2/2021."),
        example="REGULASI",
        synonyms="butir|butir inpres|kewajiban|uraian|poin",
    ),
    "status": _column(
        "status",
        _K.CODE,
        codes="status",
        title=("Status", "Status"),
        explanation=("belum, proses, atau selesai.", "belum, proses or selesai."),
        example="proses",
        synonyms="status|status tindak lanjut|progres|perkembangan|capaian",
    ),
    "tanggal": _column(
        "tanggal",
        _K.DATE,
        title=("Tanggal", "Date"),
        explanation=("Hari kejadian.", "Day of the event."),
        example="26 April 2024",
        synonyms=(
            "tanggal|tgl|hari tanggal|date|waktu|tanggal pelaksanaan|tgl pelaksanaan|tanggal kegiatan|tgl kegiatan|"
            "hari tgl|waktu pelaksanaan|tanggal sosialisasi|tgl sosialisasi"
        ),
    ),
    "tanggal_opsional": _column(
        "tanggal",
        _K.DATE,
        title=("Tanggal", "Date"),
        explanation=("Tanggal status terakhir.", "Date of the latest status."),
        example="26 April 2024",
        synonyms="tanggal|tgl|date|tanggal status|per tanggal",
    ),
    "dokumen": _column(
        "dokumen",
        _K.TEXT,
        default="",
        title=("Dokumen", "Document"),
        explanation=("Nomor atau nama dokumen bukti.", "Number or name of the proving document."),
        example="Perbup Nomor 29 Tahun 2021",
        synonyms="dokumen|bukti|nomor dokumen|keterangan|dokumen pendukung",
    ),
    "instansi": _column(
        "instansi",
        _K.TEXT,
        default="",
        title=("Perangkat daerah", "Office"),
        explanation=(
            "Perangkat daerah yang mengerjakan; kosong berarti menurut tabel butir Inpres.",
            "Office that does it; empty means as the table of duties has it.",
        ),
        example="Bagian Hukum Setda",
        synonyms="instansi|perangkat daerah|opd|skpd|penanggung jawab|pelaksana|dinas",
    ),
    "usaha_terdata": _column(
        "usaha_terdata",
        _K.COUNT,
        title=("Usaha terdata", "Enterprises known"),
        explanation=("Jumlah usaha yang terdata.", "Number of enterprises known."),
        example="15.000",
        synonyms="usaha terdata|jumlah usaha|jumlah umkm|umkm terdata|umkm",
    ),
    "usaha_terdaftar": _column(
        "usaha_terdaftar",
        _K.COUNT,
        title=("Usaha terdaftar", "Enterprises registered"),
        explanation=("Usaha yang sudah mendaftar.", "Enterprises that have registered."),
        example="7.200",
        synonyms="usaha terdaftar|umkm terdaftar|usaha peserta|umkm peserta",
    ),
    "pekerja_terdaftar": _column(
        "pekerja_terdaftar",
        _K.COUNT,
        title=("Pekerja terdaftar", "Workers registered"),
        explanation=("Pekerja usaha itu yang terdaftar.", "Workers of these enterprises who are registered."),
        example="9.800",
        synonyms="pekerja terdaftar|tenaga kerja terdaftar|tk terdaftar|pekerja umkm terdaftar",
    ),
    "hadir": _column(
        "hadir",
        _K.COUNT,
        title=("Hadir", "Present"),
        explanation=("Orang yang hadir.", "People who came."),
        example="85",
        synonyms="hadir|jumlah hadir|peserta hadir|jumlah peserta hadir|undangan hadir|peserta|jumlah peserta",
    ),
    "terdaftar_setelahnya": _column(
        "terdaftar_setelahnya",
        _K.COUNT,
        title=("Terdaftar setelahnya", "Registered afterwards"),
        explanation=("Yang hadir lalu mendaftar.", "Of those present, how many registered."),
        example="31",
        synonyms=(
            "terdaftar setelahnya|mendaftar|jumlah mendaftar|terdaftar|mendaftar setelahnya|jumlah pendaftar|pendaftar"
        ),
    ),
    "kendala": _column(
        "kendala",
        _K.CODE,
        codes="kendala",
        default="TIDAK_ADA",
        title=("Kendala", "Obstacle"),
        explanation=(
            "Alasan utama yang lain belum mendaftar.",
            "The main reason why others did not register.",
        ),
        example="IURAN",
        synonyms="kendala|alasan|hambatan|alasan belum mendaftar|masalah",
    ),
    "tindak_lanjut": _column(
        "tindak_lanjut",
        _K.TEXT,
        default="",
        title=("Tindak lanjut", "Follow-up"),
        explanation=("Apa yang disepakati.", "What was agreed."),
        example="Diundang lagi bulan depan",
        synonyms="tindak lanjut|rencana tindak lanjut|rtl|follow up|kesepakatan",
    ),
    "nik": _column(
        "nik",
        _K.NIK,
        title=("NIK", "NIK"),
        explanation=("16 angka; diperiksa lalu dibuang.", "16 digits; checked, then dropped."),
        example="3319040101800001",
        synonyms="nik|no nik|nomor induk kependudukan|no ktp|nomor ktp|nik ktp",
        personal=True,
    ),
    "nama": _column(
        "nama",
        _K.TEXT,
        title=("Nama", "Name"),
        explanation=("Dibaca di memori lalu dibuang.", "Read in memory, then dropped."),
        example="(nama)",
        synonyms="nama|nama lengkap|nama peserta|nama pekerja|nama tenaga kerja",
        personal=True,
    ),
    "mulai": _column(
        "mulai",
        _K.MONTH,
        title=("Mulai", "From"),
        explanation=("Bulan pertama yang dibayar.", "First month paid."),
        example="Juni 2026",
        synonyms="mulai|mulai bulan|bulan mulai|awal|tmt|dari bulan|mulai perlindungan|periode|bulan|blth",
    ),
    "sampai": _column(
        "sampai",
        _K.MONTH,
        of_span="last",
        title=("Sampai", "Until"),
        explanation=(
            "Bulan terakhir yang dibayar; kosong berarti satu bulan.",
            "Last month paid; empty means one month.",
        ),
        example="Desember 2026",
        synonyms="sampai|sampai bulan|bulan sampai|akhir|s d|berakhir|lunas sampai|sampai dengan",
    ),
}
# Payments of three months add up, so those of a quarter belong to no one month of it.
COLUMNS["periode_iuran"] = replace(COLUMNS["periode"], of_span="")
# Who was invited to a meeting is what it aims at; elsewhere that word is a target.
COLUMNS["segmen_sosialisasi"] = replace(
    COLUMNS["segmen"],
    synonyms=(
        *COLUMNS["segmen"].synonyms,
        "sasaran",
        "kelompok sasaran",
        "sasaran peserta",
        "peserta sasaran",
    ),
)
