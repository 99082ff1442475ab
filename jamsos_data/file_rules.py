"""The rules for those who send files, as Markdown, made from the same declarations that the checks use.

Owns what a supplier is told: for each data set what it is for, its columns, how they are written, under which other
headers they are known, and what the checks may object, with the remedy. The written documents
(`docs/aturan_berkas.md`, `docs/file_rules.md`) speak of the shipped reference tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jamsos_data.datasets import DATASETS, Column, ColumnKind, Dataset, dataset
from jamsos_data.intake.lexicon import AREA_ROLES
from jamsos_data.messages import Messages, load_messages
from jamsos_data.reference import Reference, load_reference

DOCUMENTS = {"id": "aturan_berkas.md", "en": "file_rules.md"}
_ASIDE = "finding.place."
_GIVEN_ONCE = (ColumnKind.MONTH, ColumnKind.YEAR, ColumnKind.CODE)
_NAMED_OF_EACH_ROLE = 4
_AREA_ROLES = ("kode", "kabupaten", "kecamatan", "desa", "wilayah")

_BY_KIND: dict[ColumnKind, tuple[str, ...]] = {
    ColumnKind.MONTH: (
        "BULAN_TIDAK_DIKENAL", "BULAN_TIDAK_LENGKAP", "BULAN_TERTUKAR", "BULAN_SATU_ATAU_SEPULUH",
        "TAHUN_DI_LUAR_BATAS",
    ),
    ColumnKind.YEAR: ("TAHUN_TIDAK_DIKENAL", "TAHUN_DI_LUAR_BATAS"),
    ColumnKind.DATE: ("TANGGAL_TIDAK_DIKENAL", "TAHUN_DI_LUAR_BATAS"),
    ColumnKind.CODE: ("KODE_TIDAK_DIKENAL", "KODE_MIRIP_BEBERAPA", "KODE_TIDAK_ADA_DI_DAFTAR"),
    ColumnKind.YESNO: ("BUKAN_YA_TIDAK",),
    ColumnKind.AREA: (
        "WILAYAH_KOSONG", "NAMA_TIDAK_DIKENAL", "NAMA_MIRIP_BEBERAPA", "NAMA_GANDA", "DESA_DI_KECAMATAN_LAIN",
        "WILAYAH_TIDAK_DIKETAHUI", "WILAYAH_LUAR", "BAGIAN_BUKAN_WILAYAH", "KODE_NAMA_BERBEDA", "KODE_BPS",
    ),
    ColumnKind.COUNT: (
        "BUKAN_ANGKA", "ANGKA_KIRA_KIRA", "ANGKA_DENGAN_KATA", "ANGKA_NEGATIF", "ANGKA_PERSEN", "ANGKA_PECAHAN",
        "ANGKA_NOL_HILANG", "ANGKA_SINGKATAN", "ANGKA_TERLALU_BESAR",
        "SATUAN_RIBUAN", "ANGKA_RIBUAN_ATAU_DESIMAL", "TANDA_RIBUAN_CAMPUR",
    ),
    ColumnKind.RUPIAH: (
        "BUKAN_ANGKA", "RUPIAH_NEGATIF", "ANGKA_PECAHAN", "ANGKA_NOL_HILANG", "ANGKA_SINGKATAN", "SATUAN_RIBUAN",
        "ANGKA_RIBUAN_ATAU_DESIMAL", "TANDA_RIBUAN_CAMPUR", "RUPIAH_TERLALU_KECIL",
    ),
    ColumnKind.NUMBER: (
        "BUKAN_ANGKA", "PERSEN_KOSONG", "PERSEN_DI_LUAR_BATAS", "PERSEN_SEBAGAI_PECAHAN", "PERSEN_SATUAN_CAMPUR",
    ),
    ColumnKind.NIK: ("NIK_TIDAK_16_ANGKA", "NIK_DIBULATKAN", "NIK_TANGGAL_SALAH", "NIK_TERBIT_DI_LUAR"),
}  # fmt: skip
_BY_DATASET: dict[str, tuple[str, ...]] = {
    "kepesertaan": (
        "KELURAHAN_TANPA_APBDES", "JAKON_DI_BAWAH_KABUPATEN", "LUNAS_SEBELUM_PERIODE", "UMKM_SATU_PROGRAM",
    ),
    "potensi": ("POTENSI_INDUK_BERBEDA",),
    "iuran": (
        "BULAN_PERTAMA_DIUSULKAN", "IURAN_KUMULATIF", "IURAN_BEBERAPA_BULAN", "RENTANG_BULAN_DIBAYAR",
        "KELURAHAN_TANPA_APBDES", "JAKON_DI_BAWAH_KABUPATEN", "DANA_DESA", "UMKM_SATU_PROGRAM",
    ),
    "anggaran": ("KELURAHAN_TANPA_APBDES", "DANA_DESA", "VERSI_BERISI_SELISIH"),
    "umkm": ("TERDAFTAR_MELEBIHI_TERDATA",),
    "daftar_peserta": (
        "MASA_TERBALIK", "BULAN_AKHIR_KOSONG", "ORANG_TIDAK_AKTIF", "ORANG_TIDAK_AKTIF_DIHITUNG",
        "JUDUL_BAGIAN_TIDAK_TERBACA",
        "ORANG_KEMBAR", "ORANG_KEMBAR_SEBAGIAN", "NIK_DUA_NAMA", "MASA_BERTUMPUK",
        "ORANG_DUA_WILAYAH", "ORANG_DUA_SUMBER",
        "ORANG_SUDAH_DI_WILAYAH_LAIN", "ORANG_SUDAH_DI_SUMBER_LAIN", "ORANG_SUDAH_TERCATAT",
    ),
}  # fmt: skip
_OF_ALL = ("KOLOM_WAJIB_TIDAK_ADA", "SEL_WAJIB_KOSONG")
_OF_COUNTS = (
    "BARIS_BAGIAN_DIJUMLAHKAN",
    "KUNCI_BERTENTANGAN",
    "BARIS_KEMBAR",
    "BARIS_KEMBAR_SEBAGIAN",
    "TOTAL_TIDAK_COCOK",
    "BELUM_TERPETAKAN",
    "INDUK_DAN_ANAK",
)


def write_rules(folder: Path, reference: Reference) -> list[Path]:
    """Write the rules in both languages into `folder` (made when missing) and list the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for language, name in DOCUMENTS.items():
        file = folder / name
        file.write_text(file_rules(reference, language=language), encoding="utf-8")
        written.append(file)
    return written


def file_rules(reference: Reference | None = None, *, language: str = "id") -> str:
    """All rules as one Markdown document: in general, by data set, and every finding."""
    reference = reference or load_reference()
    words = load_messages(language)
    general = (
        words(f"rules.general.{name}")
        for name in ("files", "sheets", "unseen", "areas", "numbers", "once", "people")
    )
    sets = (_dataset_section(declared, reference, words) for declared in DATASETS.values())
    parts = [
        f"# {words('rules.title')}",
        words("rules.lead"),
        f"## {words('rules.general')}",
        "\n".join(f"- {rule}" for rule in general),
        *sets,
        f"## {words('rules.findings')}",
        words("rules.findings.lead"),
        _findings(_all_codes(words), words),
    ]
    return "\n\n".join(parts) + "\n"


def dataset_rules(kind: str, reference: Reference, *, language: str = "id") -> str:
    """The rules of one data set as Markdown, without its title. Raises KeyError for an unknown data set."""
    return "\n\n".join(_rules_of(dataset(kind), reference, load_messages(language)))


def checks_of(declared: Dataset) -> tuple[str, ...]:
    """The codes of what the checks may object to a file of this data set, columns first."""
    by_column = [
        code
        for column in declared.columns
        for code in (*_BY_KIND.get(column.kind, ()), *_of_quarters(column))
    ]
    counts = _OF_COUNTS if declared.stored else ()
    return tuple(dict.fromkeys([*_OF_ALL, *by_column, *_BY_DATASET.get(declared.name, ()), *counts]))


def _of_quarters(column: Column) -> tuple[str, ...]:
    """What is said of a quarter or semester in a column of months."""
    if column.kind is not ColumnKind.MONTH:
        return ()
    return ("BULAN_TERAKHIR_DIUSULKAN",) if column.of_span else ("BEBERAPA_BULAN",)


def _dataset_section(declared: Dataset, reference: Reference, words: Messages) -> str:
    title = f"## {declared.title.in_language(words.language)} (`{declared.name}`)"
    return "\n\n".join([title, *_rules_of(declared, reference, words)])


def _rules_of(declared: Dataset, reference: Reference, words: Messages) -> list[str]:
    heads = [words(f"rules.head.{name}") for name in ("column", "required", "format", "example", "synonyms")]
    rows = [_column_row(column, declared, reference, words) for column in declared.columns]
    return [
        declared.explanation.in_language(words.language),
        _table(heads, rows),
        words("rules.checks"),
        _findings(checks_of(declared), words),
    ]


def _column_row(column: Column, declared: Dataset, reference: Reference, words: Messages) -> list[str]:
    language = words.language
    title = column.title.in_language(language)
    return [
        f"**{title}** (`{column.name}`): {column.explanation.in_language(language)}",
        _requirement(column, declared, words),
        _format(column, reference, words),
        f"`{column.example}`",
        _synonyms(column),
    ]


def _requirement(column: Column, declared: Dataset, words: Messages) -> str:
    if column.name in declared.either:
        others = " / ".join(
            declared.column(name).title.in_language(words.language) for name in declared.either
        )
        return words("rules.required.either", columns=others)
    if column.default:
        return words("rules.required.default", value=column.default)
    if not column.required:
        return words("rules.required.no")
    return words("rules.required.once" if column.key and column.kind in _GIVEN_ONCE else "rules.required.yes")


def _format(column: Column, reference: Reference, words: Messages) -> str:
    if column.codes is None:
        return words(f"rules.format.{column.kind.name}")
    known = (reference.name_of(column.codes, code, words.language) for code in reference.codes(column.codes))
    return words("rules.format.CODE", known=", ".join(known))


def _synonyms(column: Column) -> str:
    own = list(column.synonyms)
    if column.kind is ColumnKind.AREA:
        own += [word for role in _AREA_ROLES for word in AREA_ROLES[role][:_NAMED_OF_EACH_ROLE]] + ["…"]
    return ", ".join(dict.fromkeys(own))


def _findings(codes: Iterable[str], words: Messages) -> str:
    heads = [words("rules.head.code"), words("rules.head.remedy")]
    rows = [
        [
            f"`{code}`",
            words.sample(
                f"finding.{code}",
                proposal_text="",
                pairs="",
                where="",
                unsaid="",
                some="",
                titled="",
                because="",
            ),
        ]
        for code in codes
    ]
    return _table(heads, rows)


def _all_codes(words: Messages) -> list[str]:
    keys = [key.removeprefix("finding.") for key in words.keys("finding.") if not key.startswith(_ASIDE)]
    return sorted(key for key in keys if key.isupper())


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
