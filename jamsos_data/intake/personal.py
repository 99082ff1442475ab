"""What may never be shown or kept: columns about persons, and anything that looks like a NIK (UU 27/2022)."""

from __future__ import annotations

import re

import pandas as pd

from jamsos_data.dataset_columns import COLUMNS
from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.names import alternatives, normalise
from jamsos_data.masking import mask

_PERSONAL = frozenset(
    {normalise(word) for column in COLUMNS.values() if column.personal for word in (column.name, *column.synonyms)}
    | {normalise(word) for word in (
        "ttl", "email", "jenis kelamin", "penerima", "nama penerima", "wa",
    )}
)  # fmt: skip
# One of these words in a header is enough, wherever it stands: "Nama Lengkap Pekerja", "No. Identitas".
_PERSON_WORDS = frozenset(
    [
        "nama",
        "name",
        "nik",
        "ktp",
        "identitas",
        "waris",
        "ibu",
        "alamat",
        "address",
        "hp",
        "ponsel",
        "telepon",
        "telp",
        "whatsapp",
        "kk",
        "lahir",
        "rekening",
        "kpj",
        "npwp",
        "email",
    ]
)
# "Nama" of these is the name of a place, an office or a thing.
_NAMES_OF_THINGS = frozenset(
    [
        "desa",
        "kelurahan",
        "kel",
        "kecamatan",
        "kec",
        "kabupaten",
        "kab",
        "kota",
        "provinsi",
        "prov",
        "dusun",
        "dukuh",
        "lingkungan",
        "wilayah",
        "daerah",
        "area",
        "usaha",
        "umkm",
        "perusahaan",
        "badan",
        "pt",
        "cv",
        "toko",
        "instansi",
        "opd",
        "dinas",
        "lembaga",
        "kelompok",
        "proyek",
        "kegiatan",
        "segmen",
        "program",
        "sumber",
        "bulan",
        "jenis",
        "bank",
        "satker",
        "village",
        "district",
        "regency",
    ]
)
# "Nama Kepala Desa" is the name of a person all the same.
_OFFICERS = frozenset(
    ["kepala", "ketua", "kades", "camat", "lurah", "pimpinan", "direktur", "pemilik", "penanggung"]
)
# "Kode Rekening" is an account of the budget, "No. Rekening" that of a person.
_ACCOUNTS = frozenset(["kode", "kd", "belanja", "uraian"])
_SHORTEST_NIK = 8  # as Excel rounds it: 3,31902E+15
_PHONE = re.compile(r"(?:\+?62|0)[ .\-]?8\d{1,3}(?:[ .\-]?\d){5,9}|0\d{2,3}[ .\-]\d{5,8}")
_QUOTIENT = re.compile(r"-?\d{1,12}\.\d+")  # a share as a formula leaves it has as many digits
_COUNTING = frozenset(["jumlah", "jml", "total", "banyaknya"])


def is_personal(slot: Slot) -> bool:
    """Whether a column of the file is about persons, judged by the words of its header; area columns never are."""
    if slot.role == "area":
        return False
    return any(names_persons(word) for part in slot.header.split(" / ") for word in alternatives(part))


def has_nik(slots: tuple[Slot, ...]) -> bool:
    """Whether a column of the file holds the numbers of persons, so that any of its cells may stand displaced."""
    return any({"nik", "ktp"} & set(normalise(slot.header).split()) and is_personal(slot) for slot in slots)


def is_about_persons(mapping: ColumnMap) -> bool:
    """Whether a sheet lists persons: as a list by name, or because it holds their numbers."""
    return any(column.personal for column in mapping.data.columns) or has_nik(mapping.slots)


def lists_people(cells: pd.DataFrame) -> bool:
    """Whether any cell looks like the number of a person, whatever its column is called."""
    return any(
        len(text) >= _SHORTEST_NIK and not _QUOTIENT.fullmatch(text) and mask(text) != text
        for position in cells.columns
        for text in cells[position].unique()
    )


def holds_people(texts: pd.Series) -> bool:
    """Whether most filled cells of a column look like numbers of persons (a NIP in the signature is one of few)."""
    filled = texts[texts != ""]
    return sum(len(text) >= _SHORTEST_NIK and mask(text) != text for text in filled) * 2 > len(filled)


def are_phones(texts: pd.Series) -> bool:
    """Whether all filled cells of a column are numbers of telephones, as beside the head of a village."""
    filled = texts[texts != ""]
    return len(filled) > 0 and all(_PHONE.fullmatch(text) for text in filled.unique())


def names_persons(header: str) -> bool:
    """Whether the normalised words of a header speak of persons."""
    words = set(header.split())
    if words & _COUNTING:
        return False
    found = words & _PERSON_WORDS
    if found == {"rekening"} and words & _ACCOUNTS:
        return False
    if found <= {"nama", "name"} and words & _NAMES_OF_THINGS and not words & _OFFICERS:
        return False
    return bool(found) or header in _PERSONAL


def mask_frame(cells: pd.DataFrame, slots: tuple[Slot, ...]) -> pd.DataFrame:
    """Raw cells that may be shown: personal columns emptied, numbers of persons masked."""
    shown = cells.copy()
    for slot in slots:
        if is_personal(slot):
            shown[slot.position] = ""
            continue
        column = shown[slot.position]
        masked = {text: mask(text) for text in column.unique()}
        if any(text != hidden for text, hidden in masked.items()):
            shown[slot.position] = column.map(masked)
    return shown
