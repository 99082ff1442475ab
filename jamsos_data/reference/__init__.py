"""Code lists and their look-ups: areas, segments, funding sources, programmes, tariffs and the small lists.

Shipped as CSV beside this module; tables that were uploaded (declared in `jamsos_data.reference_sets`, kept in the
lake) take their place, so another regency needs no code. Values here are read-only: nothing mutates them.

Sources: codes and names of areas per Kepmendagri 300.2.2-2430/2025; segments and funding sources per
Inpres 2/2021, Permendagri 15/2023 and the coordination notes of Kudus (April 2024); tariffs per row of
`tarif.csv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

import pandas as pd

from jamsos_data.reference.code_tree import CodeTree

OWN_FOLDER = Path(__file__).parent
TABLES = (
    "wilayah",
    "alias_wilayah",
    "segmen",
    "sumber_dana",
    "program",
    "basis",
    "tarif",
    "versi_anggaran",
    "keluarga_target",
    "indikator",
    "butir_inpres",
    "status",
    "kendala",
    "ambang",
    "aturan_perhatian",
    "bobot_mutu",
)

AreaLevel = Literal["kabupaten", "kecamatan", "desa"]
_LEVEL_BY_PARTS: dict[int, AreaLevel] = {2: "kabupaten", 3: "kecamatan", 4: "desa"}


@dataclass(frozen=True)
class Reference:
    """All reference tables as text frames (missing = ""), by table name, with look-ups."""

    tables: dict[str, pd.DataFrame]

    def table(self, name: str) -> pd.DataFrame:
        """The table `name` (one of TABLES). Raises KeyError for another name."""
        return self.tables[name]

    @property
    def wilayah(self) -> pd.DataFrame:
        """kode, nama, jenis (kabupaten|kota|kecamatan|desa|kelurahan), induk, lat, lon, perhaps penduduk_2023."""
        return self.tables["wilayah"]

    @property
    def tarif(self) -> pd.DataFrame:
        """segmen, sektor, pembayar, program, satuan, nilai, dari, sampai (month keys or ""), dasar_hukum, catatan."""
        return self.tables["tarif"]

    @cached_property
    def segmen_tree(self) -> CodeTree:
        """The segments: SEMUA → PU, BPU, JAKON → leaves."""
        return CodeTree.of(self.tables["segmen"])

    @cached_property
    def sumber_tree(self) -> CodeTree:
        """The funding sources: TIDAK_DIRINCI → APBD_KAB, APBD_PROV, APBDES, SWASTA, MANDIRI → leaves."""
        return CodeTree.of(self.tables["sumber_dana"])

    @cached_property
    def kabupaten(self) -> str:
        """The code of the home regency or city, the one area without a parent."""
        return self.wilayah.loc[self.wilayah["induk"] == "", "kode"].iloc[0]

    @cached_property
    def kecamatan(self) -> tuple[str, ...]:
        """Codes of the sub-districts, in order of code."""
        return tuple(sorted(self.wilayah.loc[self.wilayah["jenis"] == "kecamatan", "kode"]))

    @cached_property
    def all_desa(self) -> tuple[str, ...]:
        """Codes of all villages and urban wards, in order of code."""
        return tuple(sorted(self.wilayah.loc[self.wilayah["jenis"].isin(["desa", "kelurahan"]), "kode"]))

    def desa_of(self, kecamatan: str) -> tuple[str, ...]:
        """Codes of the villages of one sub-district; empty for an unknown code."""
        return tuple(kode for kode in self.all_desa if self.parent_area(kode) == kecamatan)

    @cached_property
    def _names(self) -> dict[str, str]:
        return dict(zip(self.wilayah["kode"], self.wilayah["nama"], strict=True))

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return dict(zip(self.wilayah["kode"], self.wilayah["jenis"], strict=True))

    def has_area(self, kode: str) -> bool:
        """Whether `kode` is an area of the home regency."""
        return kode in self._names

    def area_name(self, kode: str) -> str:
        """The official name without prefix, such as "Undaan". Raises KeyError for an unknown code."""
        return self._names[kode]

    def kind_of(self, kode: str) -> str:
        """kabupaten, kota, kecamatan, desa or kelurahan. Raises KeyError for an unknown code."""
        return self._kinds[kode]

    def is_kelurahan(self, kode: str) -> bool:
        """Whether `kode` is an urban ward, which has no village budget (APBDes)."""
        return self._kinds.get(kode) == "kelurahan"

    @cached_property
    def aliases(self) -> tuple[tuple[str, str, str], ...]:
        """Other spellings of areas: code, spelling, and the kecamatan inside which alone it holds ("": anywhere)."""
        table = self.tables["alias_wilayah"]
        return tuple(zip(table["kode"], table["alias"], table["kecamatan"], strict=True))

    def codes(self, table: str) -> tuple[str, ...]:
        """The codes of a code table in its own order."""
        return self._codes[table]

    def name_of(self, table: str, kode: str, language: str = "id") -> str:
        """What people call `kode` of a code table. Raises KeyError for an unknown code."""
        return self._code_names[table, "nama_en" if language == "en" else "nama"][kode]

    def text_of(self, table: str, kode: str, column: str, language: str = "id") -> str:
        """A text `column` of a code, whose English stands in ``<column>_en``. Raises KeyError for an unknown code."""
        name = f"{column}_en" if language == "en" else column
        return str(self.tables[table].set_index("kode").at[kode, name])

    @cached_property
    def _codes(self) -> dict[str, tuple[str, ...]]:
        return {table: tuple(rows["kode"]) for table, rows in self.tables.items() if "kode" in rows}

    @cached_property
    def _code_names(self) -> dict[tuple[str, str], dict[str, str]]:
        return {
            (table, column): dict(zip(rows["kode"], rows[column].astype(str), strict=True))
            for table, rows in self.tables.items()
            for column in ("nama", "nama_en")
            if {"kode", column} <= set(rows.columns)
        }

    def threshold(self, kode: str) -> float:
        """From where on something is flagged: the value of `kode` in ambang.csv, which states its unit and reason.

        Raises KeyError for an unknown code.
        """
        return self._thresholds[kode]

    @cached_property
    def _thresholds(self) -> dict[str, float]:
        rows = self.tables["ambang"]
        return {kode: float(str(nilai)) for kode, nilai in zip(rows["kode"], rows["nilai"], strict=True)}

    @staticmethod
    def area_level(kode: str) -> AreaLevel:
        """kabupaten, kecamatan or desa, told from the number of parts of a Kemendagri code.

        Raises KeyError when the code has another number of parts.
        """
        return _LEVEL_BY_PARTS[kode.count(".") + 1]

    @staticmethod
    def parent_area(kode: str) -> str:
        """The code one level up: ``33.19.04`` for ``33.19.04.2003``."""
        return kode.rpartition(".")[0]

    @staticmethod
    def is_within(kode: str, area: str) -> bool:
        """Whether the area `kode` is `area` or lies in it."""
        return f"{kode}.".startswith(f"{area}.")


@cache
def load_reference() -> Reference:
    """The shipped tables: text frames, missing cells as ""."""
    files = {name: OWN_FOLDER / f"{name}.csv" for name in TABLES}
    return Reference(
        {name: pd.read_csv(file, dtype=str, keep_default_na=False) for name, file in files.items()}
    )


def replace_tables(reference: Reference, tables: Mapping[str, pd.DataFrame]) -> Reference:
    """`reference` with some tables replaced (text frames of the declared columns, missing cells as "").

    The parent of an area follows from its code. Aliases of areas that are no longer there are left out. Of thresholds,
    value and reason are replaced; name, unit and those that the table does not name stay.
    """
    replaced = {**reference.tables, **tables}
    if "ambang" in tables:
        replaced["ambang"] = _with_thresholds(reference.tables["ambang"], tables["ambang"])
    areas = replaced["wilayah"]
    if "induk" not in areas:
        parents = areas["kode"].map(Reference.parent_area)
        replaced["wilayah"] = areas.assign(induk=parents.where(parents.isin(areas["kode"]), ""))
    aliases = replaced["alias_wilayah"]
    known = aliases["kode"].isin(areas["kode"]) & aliases["kecamatan"].isin(["", *areas["kode"]])
    replaced["alias_wilayah"] = aliases[known].reset_index(drop=True)
    return Reference(replaced)


def _with_thresholds(thresholds: pd.DataFrame, uploaded: pd.DataFrame) -> pd.DataFrame:
    own = uploaded.assign(
        alasan_en=uploaded["alasan_en"].where(uploaded["alasan_en"] != "", uploaded["alasan"])
    )
    replaced = thresholds.set_index("kode")
    replaced.update(own.set_index("kode")[["nilai", "alasan", "alasan_en"]])
    return replaced.reset_index()
