"""Reads each different combination of area texts of a sheet once, in the light of the others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from jamsos_data.intake.clean.area_codes import judge_code
from jamsos_data.intake.clean.area_names import (
    AreaNames,
    Level,
    split_name,
    split_places,
    split_places_nearly,
)
from jamsos_data.intake.clean.area_readings import AreaReading, AreaTexts
from jamsos_data.intake.clean.area_search import twin_reading
from jamsos_data.intake.clean.areas import resolve_area

_UNKNOWN = ("NAMA_TIDAK_DIKENAL", "NAMA_MIRIP_BEBERAPA")


def read_combinations(texts: pd.DataFrame, names: AreaNames) -> tuple[list[AreaReading], np.ndarray]:
    """What each different combination of area texts says, and for each row the number of its combination.

    `texts` has the columns of `area_texts.ROLES`, "" where nothing is said.
    """
    texts = _regency_among_kecamatan(texts, names)
    if not (texts != "").to_numpy().any():
        return [AreaReading()], np.zeros(len(texts), dtype=int)
    level = _level_of_whole(texts["wilayah"], names)
    positions, first = _number_combinations(texts)
    distinct = texts.iloc[first]
    readings = [_resolve(row, level, names) for row in distinct.itertuples(index=False, name=None)]
    if _lists_regencies(readings, texts, names):
        readings = [replace(r, foreign=True, problem=None) if r.problem in _UNKNOWN else r for r in readings]
    return readings, positions


def _number_combinations(texts: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """For each row the number of its combination of texts, and the position of the first row of each."""
    numbers = np.zeros(len(texts), dtype="int64")
    for name in texts.columns:
        codes, known = pd.factorize(texts[name])
        if len(known) > 1:
            numbers = pd.factorize(numbers * len(known) + codes)[0]
    first = np.unique(numbers, return_index=True)[1]
    return numbers, first


def _regency_among_kecamatan(texts: pd.DataFrame, names: AreaNames) -> pd.DataFrame:
    """A bare "Kudus" in a column of kecamatan is the regency when Kota Kudus is listed too, or at the end."""
    bare = texts["kecamatan"].map({text: split_name(text)[0] for text in texts["kecamatan"].unique()})
    regency = bare.isin(list(names.kabupaten_names)) & (texts["desa"] == "")
    if not regency.any():
        return texts
    named = set(bare.unique())
    capital = any(
        name in named for name in names.kecamatan if any(home in name for home in names.kabupaten_names)
    )
    if not capital:
        regency &= texts.index == texts.index[-1]
    return texts.assign(
        kabupaten=texts["kabupaten"].mask(regency, texts["kecamatan"]),
        kecamatan=texts["kecamatan"].mask(regency, ""),
    )


def _level_of_whole(texts: pd.Series, names: AreaNames) -> Level:
    """The level of a column that names areas of any kind, when all certain names agree on one."""
    bare = {split_name(text)[0] for text in texts.unique() if text} - {""} - names.kabupaten_names
    certain = {name for name in bare if (name in names.kecamatan) != (name in names.desa)}
    kecamatan = {name for name in certain if name in names.kecamatan}
    if certain and kecamatan == certain:
        return "kecamatan" if any(name in names.kecamatan and name in names.desa for name in bare) else ""
    if certain and not kecamatan:
        return "desa" if any(name in names.kecamatan and name in names.desa for name in bare) else ""
    return ""


def _resolve(row: tuple[str, ...], level: Level, names: AreaNames) -> AreaReading:
    kode, kode_bps, kabupaten, kecamatan, desa, wilayah, senama = row
    if senama:
        return replace(twin_reading(senama, names), role="senama")
    if kode and not any(character.isdecimal() for character in kode):
        kode, wilayah = "", wilayah or kode
    if wilayah and not kode:
        kode, wilayah = _split_code(wilayah, names)
    whole = desa or wilayah
    places = split_places(whole, names) or split_places_nearly(whole, names) if whole else None
    if places is not None and kecamatan in ("", places[0]):
        (kecamatan, desa), wilayah = places, ""
    return resolve_area(
        AreaTexts(
            kode=kode, kode_bps=kode_bps, kabupaten=kabupaten, kecamatan=kecamatan, desa=desa, wilayah=wilayah,
            level=level,
        ),
        names,
    )  # fmt: skip


def _split_code(text: str, names: AreaNames) -> tuple[str, str]:
    """Code and name in one cell: "33.19.04 Undaan" or "Undaan (33.19.04)"."""
    verdict, _ = judge_code(text, names)
    if verdict in ("none", "unknown"):
        return "", text
    code = "".join(character for character in text if character.isdecimal() or character == ".").strip(".")
    name = "".join(" " if character.isdecimal() or character in ".()[]" else character for character in text)
    return code, name.strip(" -–:")


def _lists_regencies(readings: list[AreaReading], texts: pd.DataFrame, names: AreaNames) -> bool:
    """A list of many regencies: the home one is among them, no place inside it is, the rest is unknown."""
    found = {reading.code for reading in readings if reading.code}
    unknown = [reading for reading in readings if reading.problem in _UNKNOWN]
    only_whole = not (texts[["kecamatan", "desa"]] != "").to_numpy().any()
    return found == {names.kabupaten} and len(unknown) > 1 and only_whole
