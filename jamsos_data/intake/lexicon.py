"""The words that intake knows: codes and their synonyms, area columns, helper columns, and the area names.

Built from the reference tables for each file, so another regency or another list needs no code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from jamsos_data.datasets import DATASETS, ColumnKind
from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.clean.spans import SPAN_WORDS
from jamsos_data.intake.names import normalise
from jamsos_data.reference import Reference

# Roles of area columns, which together become kode_wilayah.
AREA_ROLES: dict[str, tuple[str, ...]] = {
    "kode": (
        "kode wilayah", "kode", "kode desa", "kode kelurahan", "kode kecamatan", "kode kabupaten", "kode area",
        "kode kemendagri", "kode desa kelurahan", "kd desa", "kd kec", "kd kab", "kemendagri kode kecamatan",
        "kemendagri kode desa kelurahan", "kode kd", "kode dagri", "area code", "kode kab kota",
        "kode kabupaten kota", "kd kabkot", "kd kabupaten", "kode kabkot", "kode kec", "kode kel",
    ),
    "kode_bps": (
        "kode bps", "bps kode desa kelurahan", "bps kode kecamatan", "kode desa bps", "kode kecamatan bps",
        "kode wilayah bps", "idbs", "id desa bps",
    ),
    "kabupaten": (
        "kabupaten", "kab", "kabupaten kota", "kab kota", "nama kabupaten", "nama kabupaten kota", "nm kabkot",
        "nama kota kab", "nama kab kota", "kota kab", "kota kabupaten", "nama kota", "regency", "nama kab",
        "regency municipality", "bps nama kabupaten kota", "kemendagri nama kabupaten kota",
    ),
    "kecamatan": (
        "kecamatan", "kec", "nama kecamatan", "nm kec", "district", "sub district", "subdistrict",
        "bps nama kecamatan", "kemendagri nama kecamatan", "kecamatan domisili",
    ),
    "desa": (
        "desa", "kelurahan", "desa kelurahan", "kelurahan desa", "desa kel", "nama desa", "nama kelurahan", "ds kel",
        "nama desa kelurahan", "village", "desa lurah", "nm desa", "kemendagri nama desa kelurahan",
        "bps desa kelurahan", "desa domisili", "kel desa", "lokasi desa", "desa lokasi", "ds",
    ),
    "wilayah": (
        "wilayah", "nama wilayah", "area", "nama area", "daerah", "nama daerah", "lokasi", "kecamatan desa",
        "kecamatan desa kelurahan", "kec desa", "kec desa kel", "kecamatan dan desa", "kecamatan desa kel", "desa kec",
        "desa kecamatan", "nama kecamatan desa", "wilayah kecamatan", "nama wilayah kerja", "area name",
    ),
}  # fmt: skip

# Columns that help or are known and not needed; "nomor" never counts as evidence of a kind.
YEAR_WORDS = ("tahun", "thn", "year", "tahun data")
MONTH_WORDS = ("bulan", "month", "bln", "nama bulan", *SPAN_WORDS)
# How a pivot table heads what its rows are.
PIVOT_ROWS = ("row labels", "label baris")
IGNORED_WORDS = (
    "no", "nomor", "no urut", "keterangan", "ket", "catatan", "id", "lvl wil", "level", "tingkat", "nama provinsi",
    "kd prov", "nm prov", "kode provinsi", "provinsi", "satuan kerja", "nm", "nomor urut",
    *PIVOT_ROWS,
)  # fmt: skip
ROW_TOTAL_WORDS = (
    "jumlah",
    "total",
    "jumlah total",
    "total jumlah",
    "grand total",
    "jml",
    "jumlah seluruhnya",
    "total keseluruhan",
    "jumlah keseluruhan",
)

# Between a name and its short form.
_PARTS = re.compile(r"[()\[\]:]| [-–] ")

# One or two kecamatan in a row may head a section or stand beside each other.
FEWEST_AREA_HEADS = 3

# Reference tables whose codes may stand as headers of a wide table, by column name.
WIDE_TABLES = {
    "segmen": "segmen", "sumber_dana": "sumber_dana", "basis": "basis", "program": "program", "versi": "versi_anggaran",
}  # fmt: skip


@dataclass(frozen=True)
class Lexicon:
    """Known words of one reference. Codes are found by normalised code, name or synonym."""

    reference: Reference

    @cached_property
    def areas(self) -> AreaNames:
        """Names and aliases of the areas."""
        return AreaNames.of(self.reference)

    def kecamatan_heads(self, texts: Sequence[str]) -> dict[int, str]:
        """Places of header texts that name kecamatan, with their codes; empty where too few do to be columns."""
        found = self.kecamatan_in(texts)
        return found if len(set(found.values())) >= FEWEST_AREA_HEADS else {}

    def kecamatan_in(self, texts: Sequence[str]) -> dict[int, str]:
        """Places of texts that name kecamatan, with their codes."""
        named = (
            (place, self.areas.kecamatan.get(split_name(text)[0])) for place, text in enumerate(texts) if text
        )
        return {place: code for place, code in named if code}

    @cached_property
    def codes(self) -> dict[str, dict[str, str]]:
        """By reference table: normalised spelling → code. A code's own spelling beats another's synonym."""
        tables = (column.codes for data in DATASETS.values() for column in data.columns if column.codes)
        return {table: self._spellings(table) for table in dict.fromkeys(tables)}

    def _spellings(self, table: str) -> dict[str, str]:
        frame = self.reference.table(table)
        found: dict[str, str] = {}
        for field in ("kode", "nama", "nama_en", "sinonim"):
            if field not in frame:
                continue
            for code, words in zip(frame["kode"], frame[field], strict=True):
                for word in words.split("|") if field == "sinonim" else (words,):
                    found.setdefault(normalise(word), code)
        found.pop("", None)
        return found

    def code_named(self, table: str, text: str) -> str | None:
        """The code that a text gives as a whole, or in each of its parts: "Penerima Upah (PU)", "PU - Formal"."""
        codes = self.codes[table]
        whole = codes.get(normalise(text))
        if whole is not None:
            return whole
        parts = [word for word in map(normalise, _PARTS.split(text)) if word]
        named = {codes.get(word) for word in parts}
        return named.pop() if len(parts) > 1 and len(named) == 1 else None

    @cached_property
    def header_words(self) -> frozenset[str]:
        """Spellings that only a header has: names of columns, area columns and helper columns."""
        words = {word for words in AREA_ROLES.values() for word in words}
        words |= {*YEAR_WORDS, *MONTH_WORDS, *IGNORED_WORDS, *ROW_TOTAL_WORDS}
        for data in DATASETS.values():
            for column in data.columns:
                words |= set(spellings_of(column.name, column.title.id, column.title.en, *column.synonyms))
        return frozenset(words)

    @cached_property
    def wide_words(self) -> frozenset[str]:
        """Spellings of codes that may be headers of a wide table."""
        return frozenset(word for table in WIDE_TABLES.values() for word in self.codes[table])


def spellings_of(*words: str) -> tuple[str, ...]:
    """Normalised spellings, in order, without repeats and empties."""
    return tuple(dict.fromkeys(word for word in map(normalise, words) if word))


def code_kind_tables() -> dict[str, str]:
    """Column name → reference table, for all code columns of all data sets."""
    return {
        column.name: column.codes
        for data in DATASETS.values()
        for column in data.columns
        if column.kind is ColumnKind.CODE and column.codes
    }
