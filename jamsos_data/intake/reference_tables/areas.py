"""Rules of the areas and their other spellings: one regency, codes and kinds that fit, points in Indonesia."""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import dataset
from jamsos_data.intake.clean.area_names import split_name
from jamsos_data.intake.names import normalise
from jamsos_data.intake.reference_tables.draft import Draft
from jamsos_data.intake.reference_tables.hierarchies import require_needed, require_once, require_parents
from jamsos_data.intake.report import Refusal
from jamsos_data.reference import Reference

# The country's outermost points, in degrees.
LATITUDES, LONGITUDES = (-11.2, 6.3), (94.7, 141.2)

_KINDS = {
    "kabupaten": ("kabupaten", "kab", "regency"),
    "kota": ("kota", "kotamadya", "city"),
    "kecamatan": ("kecamatan", "kec", "distrik", "kapanewon", "kemantren", "district"),
    "desa": ("desa", "ds", "nagari", "gampong", "kalurahan", "pekon", "kampung", "village"),
    "kelurahan": ("kelurahan", "kel", "ward"),
}  # fmt: skip
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_FITTING = {"kabupaten": ("kabupaten", "kota"), "kecamatan": ("kecamatan",), "desa": ("desa", "kelurahan")}
_WARD = "1"  # the first digit of the number of a kelurahan


def check_areas(draft: Draft) -> None:
    """The rules of `wilayah`. Raises Refusal when the file is not about one regency."""
    require_once(draft, ["kode"])
    _require_one_regency(draft)
    parents = draft.rows["kode"].map(Reference.parent_area)
    require_parents(draft, parents.where(draft.rows["kode"].str.count(r"\.") > 1, ""))
    _tell_kinds(draft)
    _check_points(draft)
    require_needed(draft)
    _warn_of_names(draft, parents)


def check_aliases(draft: Draft) -> None:
    """The rules of `alias_wilayah`: the areas exist, and a spelling means one area among its neighbours."""
    require_once(draft, ["kode", "alias", "kecamatan"])
    for column, allowed in (
        ("kode", draft.reference.wilayah["kode"]),
        ("kecamatan", draft.reference.kecamatan),
    ):
        unknown = ~draft.good[column].isin(["", *allowed])
        draft.reject(draft.good.index[unknown], "ACUAN_KODE_ASING", column, table=dataset("wilayah").title)
    bare = draft.good["alias"].map(lambda text: split_name(text)[0])
    around = draft.good["kecamatan"].where(
        draft.good["kecamatan"] != "", draft.good["kode"].map(Reference.parent_area)
    )
    official = {
        (Reference.parent_area(code), split_name(name)[0]): code
        for code, name in zip(draft.reference.wilayah["kode"], draft.reference.wilayah["nama"], strict=True)
    }
    for row in draft.good.index:
        meant = official.setdefault((around[row], bare[row]), draft.good.at[row, "kode"])
        if meant != draft.good.at[row, "kode"]:
            draft.reject([row], "ACUAN_ALIAS_GANDA", "alias", other=str(meant))


def _require_one_regency(draft: Draft) -> None:
    codes = draft.good["kode"]
    tops = sorted({".".join(code.split(".")[:2]) for code in codes})
    if len(tops) > 1:
        raise Refusal("ACUAN_BANYAK_KABUPATEN", n=len(tops), codes=", ".join(tops[:8]))
    if tops and tops[0] not in set(codes):
        raise Refusal("ACUAN_KABUPATEN_TIDAK_ADA", area=tops[0])
    if not (codes.str.count(r"\.") == 2).any():
        raise Refusal("ACUAN_KECAMATAN_TIDAK_ADA")


def _tell_kinds(draft: Draft) -> None:
    """The kind as stated, where it fits the code; as the code says where nothing is stated."""
    by_code = draft.rows["kode"].map(_kind_by_code)
    stated = draft.rows["jenis"].map(lambda text: _KIND_OF.get(normalise(text), "") if text else "")
    empty = draft.rows["jenis"] == ""
    levels = draft.rows["kode"].str.count(r"\.").map({1: "kabupaten", 2: "kecamatan", 3: "desa"})
    fits = [
        bool(blank) or kind in _FITTING.get(level, ())
        for blank, kind, level in zip(empty, stated, levels, strict=True)
    ]
    wrong = ~pd.Series(fits, index=draft.rows.index) & ~draft.bad
    draft.reject(draft.rows.index[wrong], "ACUAN_JENIS", "jenis")
    draft.rows["jenis"] = stated.where(~empty, by_code)
    if (empty & ~draft.bad).any():
        draft.tell("ACUAN_JENIS_DARI_KODE", n=int((empty & ~draft.bad).sum()))


def _kind_by_code(code: str) -> str:
    parts = code.split(".")
    if len(parts) == 4:
        return "kelurahan" if parts[3].startswith(_WARD) else "desa"
    # Numbers from 71 on are those of cities.
    return "kecamatan" if len(parts) == 3 else "kota" if parts[-1] >= "71" else "kabupaten"


def _check_points(draft: Draft) -> None:
    """Latitude and longitude come in pairs, in Indonesia; two columns that are exchanged throughout are put right."""
    lat, lon = draft.rows["lat"], draft.rows["lon"]
    both = lat.notna() & lon.notna() & ~draft.bad
    if both.any() and bool((_inside(lon, lat) & ~_inside(lat, lon))[both].all()):
        draft.rows["lat"], draft.rows["lon"] = lon, lat
        draft.tell("ACUAN_TITIK_TERTUKAR", n=int(both.sum()))
        lat, lon = draft.rows["lat"], draft.rows["lon"]
    outside = both & ~_inside(lat, lon)
    draft.reject(draft.rows.index[outside], "ACUAN_TITIK_DI_LUAR", "lat")
    lonely = (lat.notna() ^ lon.notna()) & ~draft.bad
    draft.reject(draft.rows.index[lonely], "ACUAN_TITIK_TIDAK_LENGKAP", "lat")


def _inside(lat: pd.Series, lon: pd.Series) -> pd.Series:
    return lat.between(*LATITUDES).fillna(False) & lon.between(*LONGITUDES).fillna(False)


def _warn_of_names(draft: Draft, parents: pd.Series) -> None:
    """Two neighbours with one name: files that give names only cannot be told apart."""
    good = draft.good
    bare = good["nama"].map(lambda text: split_name(text)[0])
    twins = pd.DataFrame({"parent": parents[good.index], "bare": bare}).duplicated()
    draft.warn(good.index[twins], "ACUAN_NAMA_KEMBAR", "nama")
