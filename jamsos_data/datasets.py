"""The kinds of data that an office may upload: columns, keys, labels and synonyms, declared once.

Checks, templates, the data dictionary, recognition of files and the schema of the lake are all made
from these declarations. One row of a data set = one key. What a column means is in
`dataset_columns.py`; this module says which columns make up a data set and what an upload replaces.
"""

from __future__ import annotations

from dataclasses import replace

from jamsos_data.dataset_columns import COLUMNS, Column, ColumnKind, Text
from jamsos_data.declaration import Dataset
from jamsos_data.reference_sets import REFERENCE_SETS

__all__ = [
    "DATASETS",
    "REFERENCE_SETS",
    "STORED",
    "VERSIONED",
    "Column",
    "ColumnKind",
    "Dataset",
    "Text",
    "dataset",
]


def _columns(key: str, values: str, optional: str = "") -> tuple[Column, ...]:
    """Columns by name: the key, then required values, then optional ones."""
    return (
        *(replace(COLUMNS[name], key=True, required=True) for name in key.split()),
        *(replace(COLUMNS[name], required=True) for name in values.split()),
        *(COLUMNS[name] for name in optional.split()),
    )


_ALL = (
    Dataset(
        name="kepesertaan",
        title=Text("Kepesertaan aktif", "Active participants"),
        explanation=Text(
            "Jumlah peserta yang iurannya dibayar untuk bulan itu, per wilayah, segmen, sumber dana, dan "
            "paket program. Terdaftar saja belum aktif.",
            "Participants whose contribution is paid for the month, by area, segment, funding source and "
            "package of programmes. Being registered is not being active.",
        ),
        columns=_columns("periode kode_wilayah segmen sumber_dana program", "peserta_aktif", "lunas_sampai"),
        value_column="peserta_aktif",
        replaced_by=("periode", "segmen", "sumber_dana"),
    ),
    Dataset(
        name="potensi",
        title=Text("Potensi pekerja", "Workers who could be covered"),
        explanation=Text(
            "Jumlah pekerja yang dapat dilindungi: penyebut cakupan. Basis dan tahunnya selalu disebut.",
            "Workers who could be covered: the denominator of coverage. Its basis and year are always named.",
        ),
        columns=_columns("tahun kode_wilayah segmen basis", "jumlah", "estimasi sumber"),
        value_column="jumlah",
        replaced_by=("tahun", "segmen", "basis"),
    ),
    Dataset(
        name="target",
        title=Text("Target cakupan", "Coverage targets"),
        explanation=Text(
            "Sasaran per tahun atau batas waktu, dalam persen cakupan atau orang, beserta dasar hukumnya. "
            "Inpres 2/2021 sendiri tidak menetapkan angka.",
            "Targets by year or deadline, in percent covered or in people, with their legal basis. "
            "Inpres 2/2021 itself sets no number.",
        ),
        columns=_columns(
            "tahun batas_waktu keluarga kode_wilayah segmen indikator", "nilai_target", "dasar_hukum"
        ),
        either=("tahun", "batas_waktu"),
        value_column="nilai",
        replaced_by=("batas_waktu", "keluarga", "segmen"),
    ),
    Dataset(
        name="iuran",
        title=Text("Realisasi iuran", "Contributions paid"),
        explanation=Text(
            "Uang iuran yang benar-benar dibayar, per bulan bayar, wilayah, segmen, sumber dana, dan program.",
            "Contributions really paid, by month of payment, area, segment, funding source and programme.",
        ),
        columns=_columns(
            "periode_iuran kode_wilayah segmen sumber_dana program",
            "nilai_iuran",
            "peserta_dibayar bulan_dibayar",
        ),
        value_column="nilai",
        replaced_by=("periode", "segmen", "sumber_dana"),
    ),
    Dataset(
        name="anggaran",
        title=Text("Pagu anggaran", "Budget ceilings"),
        explanation=Text(
            "Pagu per tahun dan versi anggaran. Versi terbaru yang berlaku; versi lama tetap terlihat.",
            "Ceilings by year and version of the budget. The newest version counts; older ones stay visible.",
        ),
        columns=_columns("tahun versi kode_wilayah sumber_dana segmen", "pagu"),
        value_column="pagu",
        replaced_by=("tahun", "versi", "sumber_dana"),
    ),
    Dataset(
        name="tindak_lanjut",
        title=Text("Tindak lanjut Inpres 2/2021", "Duties under Inpres 2/2021"),
        explanation=Text(
            "Kewajiban yang bukan angka: regulasi, anggaran, BUMD, perizinan, dan integrasi data.",
            "The duties that are not numbers: regulation, budget, BUMD, licensing and data integration.",
        ),
        columns=_columns("butir kode_wilayah", "status", "tanggal_opsional dokumen instansi"),
        value_column="status",
        replaced_by=("butir", "kode_wilayah"),
    ),
    Dataset(
        name="umkm",
        title=Text("Pendataan UMKM", "Enterprises (UMKM)"),
        explanation=Text(
            "Usaha yang terdata dan yang terdaftar, serta pekerjanya. Usaha dan pekerja tidak pernah dijumlahkan.",
            "Enterprises known and registered, and their workers. Enterprises and workers are never added.",
        ),
        columns=_columns("tahun kode_wilayah", "usaha_terdata usaha_terdaftar", "pekerja_terdaftar"),
        value_column="usaha_terdaftar",
        replaced_by=("tahun",),
    ),
    Dataset(
        name="sosialisasi",
        title=Text("Sosialisasi", "Outreach meetings"),
        explanation=Text(
            "Pertemuan sosialisasi: berapa yang hadir, berapa yang lalu mendaftar, dan apa kendalanya.",
            "Outreach meetings: how many came, how many registered afterwards, and what hindered the others.",
        ),
        columns=_columns(
            "tanggal kode_wilayah segmen_sosialisasi", "hadir", "terdaftar_setelahnya kendala tindak_lanjut"
        ),
        value_column="hadir",
        replaced_by=("tanggal", "kode_wilayah", "segmen"),
    ),
    Dataset(
        name="daftar_peserta",
        title=Text("Daftar peserta by name by address", "List of participants by name"),
        explanation=Text(
            "Daftar per orang (BNBA). Dihitung menjadi kepesertaan saat dibaca; nama dan NIK tidak disimpan.",
            "A list by name and address, counted into active participants while reading; names and NIK are dropped.",
        ),
        columns=_columns("nik kode_wilayah segmen sumber_dana program", "mulai", "sampai nama"),
        value_column="nik",
        replaced_by=("periode", "segmen", "sumber_dana"),
        stored=False,
    ),
)

DATASETS: dict[str, Dataset] = {declared.name: declared for declared in _ALL}
STORED: tuple[str, ...] = tuple(declared.name for declared in _ALL if declared.stored)
# Everything that the lake keeps versions of: the data sets, and the reference tables that replace the shipped ones.
VERSIONED: tuple[str, ...] = (*STORED, *REFERENCE_SETS)


def dataset(name: str) -> Dataset:
    """The declaration of data set or reference table `name`. Raises KeyError for an unknown name."""
    return DATASETS[name] if name in DATASETS else REFERENCE_SETS[name]
