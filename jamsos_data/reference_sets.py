"""The reference tables that an office may upload instead of the shipped ones, declared like the data sets.

Columns, keys, labels and synonyms of areas, aliases, segments, funding sources, programmes, bases, tariffs, thresholds
and official boundaries. With them another regency is set up without code, and an office decides from where on something
is flagged. The rules between rows are in `intake/reference_tables/`.
"""

from __future__ import annotations

from dataclasses import replace

from jamsos_data.dataset_columns import Column, ColumnKind, Text
from jamsos_data.declaration import Dataset

# Filled in at intake from the order of the file; no template asks for it.
ORDER = "urutan"
BOUNDARIES = "batas_wilayah"
THRESHOLDS = "ambang"
ALIASES = "alias_wilayah"

# Codes that the rules of the figures speak of: these may be renamed and rearranged, but not left out.
NEEDED_CODES: dict[str, tuple[str, ...]] = {
    "segmen": ("SEMUA", "PU", "BPU", "JAKON"),
    "sumber_dana": ("TIDAK_DIRINCI", "APBD_KAB", "APBDES"),
}
RUPIAH, OF_WAGE, OF_CONTRACT, WAGE_CEILING = "rupiah", "persen_upah", "persen_kontrak", "batas_upah"
TARIFF_UNITS = (RUPIAH, OF_WAGE, OF_CONTRACT, WAGE_CEILING)
AREA_KINDS = ("kabupaten", "kota", "kecamatan", "desa", "kelurahan")

_K = ColumnKind


def _column(
    name: str,
    kind: ColumnKind,
    title: tuple[str, str],
    explanation: tuple[str, str],
    *,
    example: str = "",
    synonyms: str = "",
    codes: str | None = None,
    default: str | None = None,
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
    )


_KODE = _column(
    "kode", _K.TEXT, ("Kode", "Code"), ("Kode yang tidak berulang.", "A code that stands once."),
    example="RENTAN", synonyms="kode|code|id",
)  # fmt: skip
_KODE_WILAYAH = _column(
    "kode", _K.TEXT, ("Kode wilayah", "Area code"),
    (
        "Kode Kemendagri: 99.01 kabupaten, 99.01.02 kecamatan, 99.01.02.2003 desa.",
        "Kemendagri code: 99.01 regency, 99.01.02 sub-district, 99.01.02.2003 village.",
    ),
    example="33.19.04.2003",
    synonyms="kode|kode wilayah|kode kemendagri|kode area|kemendagri|code",
)  # fmt: skip
_NAMA = _column(
    "nama", _K.TEXT, ("Nama", "Name"), ("Nama resmi tanpa awalan.", "Official name without prefix."),
    example="Wates", synonyms="nama|nama wilayah|nama area|name|uraian",
)  # fmt: skip
_NAMA_EN = _column(
    "nama_en", _K.TEXT, ("Nama (Inggris)", "Name (English)"),
    ("Nama dalam bahasa Inggris; kosong berarti sama.", "Name in English; empty means the same."),
    synonyms="nama en|nama inggris|nama bahasa inggris|english name|name en",
)  # fmt: skip
_INDUK = _column(
    "induk", _K.TEXT, ("Induk", "Parent"),
    ("Kode yang memuat kode ini; kosong hanya untuk puncaknya.", "The code above; empty for the root only."),
    example="BPU", synonyms="induk|kode induk|parent",
)  # fmt: skip
_SINONIM = _column(
    "sinonim", _K.TEXT, ("Sinonim", "Synonyms"),
    ("Sebutan lain di berkas, dipisah tanda |.", "Other words in files, separated by |."),
    synonyms="sinonim|sebutan lain|synonyms|alias",
)  # fmt: skip
_CATATAN = _column(
    "catatan", _K.TEXT, ("Catatan", "Note"), ("Keterangan bebas.", "Free remark."),
    synonyms="catatan|keterangan|note",
)  # fmt: skip
_ORDER = _column(ORDER, _K.COUNT, ("Urutan", "Order"), ("Urutan di berkas.", "Order in the file."))


def _key(column: Column) -> Column:
    return replace(column, key=True, required=True)


def _needed(column: Column) -> Column:
    return replace(column, required=True)


def _table(name: str, title: tuple[str, str], explanation: tuple[str, str], *columns: Column) -> Dataset:
    value = next((column.name for column in columns if column.required and not column.key), columns[1].name)
    return Dataset(
        name=name,
        title=Text(*title),
        explanation=Text(*explanation),
        columns=(*columns, _ORDER),
        value_column=value,
        replaced_by=(),
        reference=True,
    )


_WILAYAH = _table(
    "wilayah",
    ("Wilayah", "Areas"),
    (
        "Satu kabupaten atau kota dengan semua kecamatan, desa, dan kelurahannya.",
        "One regency or city with all its sub-districts, villages and urban wards.",
    ),
    _key(_KODE_WILAYAH),
    _needed(_NAMA),
    _column(
        "jenis", _K.TEXT, ("Jenis", "Kind"),
        (
            "kabupaten, kota, kecamatan, desa, atau kelurahan; kosong berarti menurut kode.",
            "kabupaten, kota, kecamatan, desa or kelurahan; empty means as the code says.",
        ),
        example="desa", synonyms="jenis|jenis wilayah|tingkat|status|level|tipe",
    ),
    _column(
        "lat", _K.NUMBER, ("Lintang", "Latitude"), ("Derajat, selatan negatif.", "Degrees, south negative."),
        example="-6,9065", synonyms="lat|latitude|lintang|y",
    ),
    _column(
        "lon", _K.NUMBER, ("Bujur", "Longitude"), ("Derajat timur.", "Degrees east."),
        example="110,8287", synonyms="lon|lng|long|longitude|bujur|x",
    ),
)  # fmt: skip
_ALIAS = _table(
    ALIASES,
    ("Ejaan lain wilayah", "Other spellings of areas"),
    (
        "Ejaan dan sebutan lain yang muncul di berkas, dengan kode wilayahnya.",
        "Other spellings and names in files, with the code of the area.",
    ),
    _key(_KODE_WILAYAH),
    _key(
        _column(
            "alias", _K.TEXT, ("Ejaan lain", "Other spelling"),
            ("Ejaan sebagaimana muncul di berkas.", "The spelling as files have it."),
            example="Bakalan Krapyak", synonyms="alias|ejaan lain|ejaan|sebutan|nama lain|other spelling",
        )
    ),
    replace(
        _column(
            "kecamatan", _K.TEXT, ("Hanya di kecamatan", "Only in sub-district"),
            ("Kode kecamatan tempat ejaan ini berlaku; kosong berarti di mana saja.",
             "Code of the sub-district inside which the spelling holds; empty means anywhere."),
            example="33.19.04", synonyms="kecamatan|hanya di kecamatan|di kecamatan|only in sub district",
        ),
        key=True,
    ),
    _column(
        "asal_ejaan", _K.TEXT, ("Asal ejaan", "Origin"), ("Dari mana ejaan ini.", "Where the spelling comes from."),
        example="ejaan BPS 2020", synonyms="asal|asal ejaan|sumber|origin",
    ),
)  # fmt: skip
_SEGMEN = _table(
    "segmen",
    ("Segmen", "Segments"),
    ("Kelompok pekerja, bertingkat.", "Groups of workers, in a hierarchy."),
    _key(_KODE), _needed(_NAMA), _INDUK, _NAMA_EN, _SINONIM, _CATATAN,
)  # fmt: skip
_SUMBER = _table(
    "sumber_dana",
    ("Sumber dana", "Funding sources"),
    ("Siapa yang membayar, bertingkat.", "Who pays, in a hierarchy."),
    _key(_KODE), _needed(_NAMA), _INDUK, _NAMA_EN, _SINONIM, _CATATAN,
)  # fmt: skip
_PROGRAM = _table(
    "program",
    ("Paket program", "Packages of programmes"),
    ("Paket program yang diikuti peserta.", "The packages that participants belong to."),
    _key(replace(_KODE, example="JKK+JKM")),
    _needed(_NAMA),
    _column(
        "komponen", _K.TEXT, ("Komponen", "Components"),
        ("Program di dalam paket, dipisah |; kosong berarti menurut kode.",
         "Programmes in the package, separated by |; empty means as the code says."),
        example="JKK|JKM", synonyms="komponen|isi|components",
    ),
    _NAMA_EN,
    _SINONIM,
)  # fmt: skip
_BASIS = _table(
    "basis",
    ("Basis potensi", "Bases of the denominator"),
    ("Penyebut cakupan yang dipakai.", "The denominators in use."),
    _key(replace(_KODE, example="potensi BPJS/Bappenas")), _needed(_NAMA), _NAMA_EN, _SINONIM, _CATATAN,
)  # fmt: skip
_TARIF = _table(
    "tarif",
    ("Tarif iuran", "Tariffs"),
    (
        "Tarif per segmen, sektor, pembayar, dan program, dengan masa berlaku dan dasar hukumnya.",
        "Tariffs by segment, sector, payer and programme, with the months in which they hold and their legal basis.",
    ),
    _key(
        _column(
            "segmen", _K.CODE, ("Segmen", "Segment"), ("Kode segmen.", "Code of a segment."),
            example="BPU", synonyms="segmen|kode segmen|segment", codes="segmen",
        )
    ),
    _key(
        _column(
            "program", _K.TEXT, ("Program", "Programme"), ("Satu program.", "One programme."),
            example="JKK", synonyms="program|programme",
        )
    ),
    _needed(
        _column(
            "nilai", _K.NUMBER, ("Tarif", "Tariff"),
            ("Rupiah utuh per orang per bulan, atau persen.", "Whole rupiah a month and person, or percent."),
            example="10000", synonyms="nilai|tarif|besaran|iuran per bulan|tariff|amount",
        )
    ),
    _column(
        "satuan", _K.TEXT, ("Satuan", "Unit"),
        ("rupiah, persen_upah, persen_kontrak, atau batas_upah (upah tertinggi yang dihitung); kosong berarti rupiah.",
         "rupiah, persen_upah, persen_kontrak or batas_upah (the highest wage that counts); empty means rupiah."),
        example="rupiah", synonyms="satuan|unit", default="rupiah",
    ),
    replace(
        _column(
            "sektor", _K.TEXT, ("Sektor", "Sector"),
            ("Sektor usaha; * untuk semua.", "Sector; * for all."), example="*", synonyms="sektor|sector",
            default="*",
        ),
        key=True,
    ),
    replace(
        _column(
            "pembayar", _K.TEXT, ("Pembayar", "Payer"),
            ("Kode sumber dana; * untuk semua.", "Code of a funding source; * for all."),
            example="MANDIRI", synonyms="pembayar|sumber dana|payer", default="*",
        ),
        key=True,
    ),
    replace(
        _column(
            "dari", _K.MONTH, ("Berlaku dari", "From"),
            ("Bulan pertama; kosong berarti sejak semula.", "First month; empty means ever since."),
            example="2026-04", synonyms="dari|berlaku dari|mulai|sejak|from",
        ),
        key=True,
    ),
    _column(
        "sampai", _K.MONTH, ("Berlaku sampai", "Until"),
        ("Bulan terakhir; kosong berarti seterusnya.", "Last month; empty means for good."),
        example="2026-12", synonyms="sampai|berlaku sampai|hingga|until",
    ),
    _column(
        "dasar_hukum", _K.TEXT, ("Dasar hukum", "Legal basis"), ("Peraturannya.", "The regulation."),
        example="PP 50/2025", synonyms="dasar hukum|peraturan|legal basis",
    ),
    _CATATAN,
)  # fmt: skip
_AMBANG = _table(
    THRESHOLDS,
    ("Ambang temuan dan mutu", "Thresholds of findings and grades"),
    (
        "Dari nilai berapa sesuatu ditandai, dengan alasannya. Ambang yang tidak ada di berkas tetap seperti adanya.",
        "From which value on something is flagged, and why. Thresholds that the file does not name stay as they are.",
    ),
    _key(replace(_KODE, explanation=Text("Kode dari unduhan tabel ini.", "A code from the download of this table."),
                 example="PAGU_BERLEBIH")),
    _column(
        "nama", _K.TEXT, ("Nama", "Name"), ("Hanya untuk dibaca.", "Only to be read."),
        example="Pagu jauh di atas kebutuhan", synonyms="nama|name|uraian",
    ),
    _needed(
        _column(
            "nilai", _K.NUMBER, ("Nilai", "Value"), ("Angka dalam satuannya.", "A number in its unit."),
            example="25", synonyms="nilai|ambang|batas|value|threshold",
        )
    ),
    _column(
        "satuan", _K.TEXT, ("Satuan", "Unit"), ("Hanya untuk dibaca; tidak dapat diubah.", "Only to be read."),
        example="persen di atas estimasi setahun", synonyms="satuan|unit",
    ),
    _needed(
        _column(
            "alasan", _K.TEXT, ("Alasan", "Reason"),
            ("Mengapa nilai itu; ditampilkan di bawah temuan.", "Why this value; shown under the findings."),
            example="Keputusan rapat koordinasi.", synonyms="alasan|dasar|keterangan|reason",
        )
    ),
    _column(
        "alasan_en", _K.TEXT, ("Alasan (Inggris)", "Reason (English)"),
        ("Alasan dalam bahasa Inggris; kosong berarti sama.", "The reason in English; empty means the same."),
        synonyms="alasan en|alasan inggris|reason en|english reason",
    ),
)  # fmt: skip
_BATAS = replace(
    _table(
        BOUNDARIES,
        ("Batas wilayah resmi", "Official boundaries"),
        (
            "GeoJSON batas kecamatan atau desa, dipakai peta sebagai pengganti peta skematik.",
            "GeoJSON of sub-district or village boundaries, used by the maps instead of the schematic map.",
        ),
        _key(_KODE_WILAYAH),
        _needed(_column("tingkat", _K.TEXT, ("Tingkat", "Level"), ("kecamatan atau desa.", "kecamatan or desa."))),
        _needed(_column("geometri", _K.TEXT, ("Bentuk", "Shape"), ("Geometri GeoJSON.", "GeoJSON geometry."))),
    ),
    replaced_by=("tingkat",),
)  # fmt: skip

REFERENCE_SETS: dict[str, Dataset] = {
    table.name: table
    for table in (_WILAYAH, _ALIAS, _SEGMEN, _SUMBER, _PROGRAM, _BASIS, _TARIF, _AMBANG, _BATAS)
}
