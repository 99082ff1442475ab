"""Gives every row its area code, from area columns, section rows, the sheet's name or the operator."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.findings import Severity
from jamsos_data.intake.area_choices import ANSWERABLE, AreaChoices, alias_of
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
from jamsos_data.intake.clean.areas_of_parts import fill_areas_of_parts, parts_of_people
from jamsos_data.intake.clean.id_columns import fill_down
from jamsos_data.intake.clean.verdicts import Place
from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.report import FindingLog

_WIDER = ("kabupaten", "kecamatan", "wilayah")
# `senama` holds a name that may be a kecamatan or its village; no column of a file has that role.
ROLES = ("kode", "kode_bps", "kabupaten", "kecamatan", "desa", "wilayah", "senama")
# Who is chosen for a whole kecamatan or the regency by such an answer belongs to none of its parts.
_OF_NO_PART = ("WILAYAH_LUAR", "WILAYAH_TIDAK_DIKETAHUI")
_KECAMATAN_DOTS = 2
_LISTED = 12
_UNKNOWN = ("NAMA_TIDAK_DIKENAL", "NAMA_MIRIP_BEBERAPA")


@dataclass(frozen=True)
class AreaColumn:
    """Per row: the code ("" when none), whether it must be rejected, whether it lies elsewhere, whether it names an
    area, the text that says that no more than the wider area is known ("" for all others), and the code with that of
    the wider area also where nobody has agreed to it yet.
    """

    codes: pd.Series
    bad: pd.Series
    foreign: pd.Series
    stated: pd.Series
    unmapped: pd.Series
    likely: pd.Series


def read_areas(
    texts: pd.DataFrame,
    mapping: ColumnMap,
    names: AreaNames,
    *,
    sheet: str,
    log: FindingLog,
    choices: AreaChoices | None = None,
    figures: pd.DataFrame | None = None,
) -> AreaColumn:
    """Resolve each different combination of area texts once. `texts` has the columns of ROLES.

    What cannot be resolved is answered by `choices`, which are counted as corrections. `figures` are the numbers of the
    rows as written, for what is said of rows that name no area.
    """
    texts = _regency_among_kecamatan(texts, names)
    level = _level_of_whole(texts["wilayah"], names)
    if (texts != "").to_numpy().any():
        positions, first = _number_combinations(texts)
        distinct = texts.iloc[first]
        readings = [_resolve(row, level, names) for row in distinct.itertuples(index=False, name=None)]
    else:
        positions = np.zeros(len(texts), dtype=int)
        readings = [AreaReading()]
    if _lists_regencies(readings, texts, names):
        readings = [replace(r, foreign=True, problem=None) if r.problem in _UNKNOWN else r for r in readings]
    if choices is not None:
        readings = [
            _answered(reading, choices, names, rows=int((positions == number).sum()), sheet=sheet, log=log)
            for number, reading in enumerate(readings)
        ]
    codes, bad = _spread(readings, positions, texts, mapping, names, sheet, log, figures)
    bps = int(np.array([reading.bps for reading in readings], dtype=bool)[positions].sum())
    if bps:
        log.add("KODE_BPS_DIABAIKAN", Severity.INFO, sheet=sheet, n=bps)
    foreign = np.array([reading.foreign for reading in readings], dtype=bool)[positions]
    unmapped = [reading.text if reading.unmapped else "" for reading in readings]
    proposed = [(reading.proposal or "") if reading.unmapped else "" for reading in readings]
    return AreaColumn(
        codes=codes,
        bad=bad,
        foreign=pd.Series(foreign, index=texts.index),
        stated=(texts != "").any(axis=1),
        unmapped=_by_row(unmapped, positions, texts.index),
        likely=codes.where(codes != "", _by_row(proposed, positions, texts.index)),
    )


def _by_row(answers: list[str], positions: np.ndarray, index: pd.Index) -> pd.Series:
    return pd.Series(np.array(answers, dtype=object)[positions], index=index).astype("str")


def _number_combinations(texts: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """For each row the number of its combination of texts, and the position of the first row of each."""
    numbers = np.zeros(len(texts), dtype="int64")
    for name in texts.columns:
        codes, known = pd.factorize(texts[name])
        if len(known) > 1:
            numbers = pd.factorize(numbers * len(known) + codes)[0]
    first = np.unique(numbers, return_index=True)[1]
    return numbers, first


def area_texts(body: pd.DataFrame, mapping: ColumnMap) -> tuple[pd.DataFrame, dict[str, int]]:
    """The area columns of a sheet by role, merged cells filled down; and how many cells were filled, by header."""
    result = pd.DataFrame("", index=body.index, columns=list(ROLES), dtype="str")
    filled: dict[str, int] = {}
    for slot in mapping.of_role("area"):
        texts = body[slot.position]
        if slot.name in _WIDER:
            full, count = fill_down(texts, _says_more(body, slot, mapping))
            if count and not _repeats_keys(body, full, slot, mapping):
                texts = full
                filled[slot.header] = count
        empty = result[slot.name] == ""
        result[slot.name] = result[slot.name].where(~empty, texts)
    result, more = fill_areas_of_parts(result, body, mapping)
    return result, more | filled


def disagreeing_columns(body: pd.DataFrame, mapping: ColumnMap) -> list[tuple[Slot, Slot, int]]:
    """Two columns of the same kind of area that name different ones in so many rows: the second, the first, how many.

    Figures to the right of the second column would go to the areas of the first.
    """
    found = []
    first: dict[str, Slot] = {}
    for slot in mapping.of_role("area"):
        other = first.setdefault(slot.name, slot)
        if other is slot:
            continue
        pairs = body[(body[slot.position] != "") & (body[other.position] != "")]
        differ = pairs[slot.position].map(split_name) != pairs[other.position].map(split_name)
        if differ.any():
            found.append((slot, other, int(differ.sum())))
    return found


def _says_more(body: pd.DataFrame, slot: Slot, mapping: ColumnMap) -> pd.Series:
    """Rows that name a finer area, or (where there is no finer column) a month, segment or other key."""
    finer = ROLES[ROLES.index(slot.name) + 1 :]
    others = [other.position for other in mapping.of_role("area") if other.name in finer]
    others = others or [other.position for other in mapping.of_role("column", "month", "year")]
    return (body[[*others, *parts_of_people(body, mapping)]] != "").any(axis=1)


def _repeats_keys(body: pd.DataFrame, full: pd.Series, slot: Slot, mapping: ColumnMap) -> bool:
    """Whether filling down would give two rows one key: then a blank is a missing area, not "the same as above"."""
    if any(other.name in ROLES[ROLES.index(slot.name) + 1 :] for other in mapping.of_role("area")):
        return False
    keys = [other.position for other in mapping.of_role("column", "month", "year")]
    keys += parts_of_people(body, mapping)
    filled = full != body[slot.position]
    return bool((body[keys].assign(area=full).duplicated(keep=False) & filled).any())


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


def _answered(
    reading: AreaReading, choices: AreaChoices, names: AreaNames, *, rows: int, sheet: str, log: FindingLog
) -> AreaReading:
    """The reading with the area that was chosen for its text; unchanged where it is no problem or none was."""
    code = choices.code(reading.text, reading.within) if reading.problem in ANSWERABLE else None
    if code is None:
        return reading
    log.corrected += rows
    log.confirm(alias_of(reading.problem or "", reading.text, reading.within, code))
    log.add(
        "WILAYAH_DIPILIH", Severity.INFO, sheet=sheet, value=reading.text, proposal=names.label(code), n=rows
    )
    is_wider = reading.problem in _OF_NO_PART and code.count(".") <= _KECAMATAN_DOTS
    return AreaReading(code=code, text=reading.text, unmapped=is_wider)


def _split_code(text: str, names: AreaNames) -> tuple[str, str]:
    """Code and name in one cell: "33.19.04 Undaan" or "Undaan (33.19.04)"."""
    verdict, _ = judge_code(text, names)
    if verdict in ("none", "unknown"):
        return "", text
    code = "".join(character for character in text if character.isdecimal() or character == ".").strip(".")
    name = "".join(" " if character.isdecimal() or character in ".()[]" else character for character in text)
    return code, name.strip(" -–:")


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


def _lists_regencies(readings: list[AreaReading], texts: pd.DataFrame, names: AreaNames) -> bool:
    """A list of many regencies: the home one is among them, no place inside it is, the rest is unknown."""
    found = {reading.code for reading in readings if reading.code}
    unknown = [reading for reading in readings if reading.problem in _UNKNOWN]
    only_whole = not (texts[["kecamatan", "desa"]] != "").to_numpy().any()
    return found == {names.kabupaten} and len(unknown) > 1 and only_whole


def _spread(
    readings: list[AreaReading],
    positions: np.ndarray,
    texts: pd.DataFrame,
    mapping: ColumnMap,
    names: AreaNames,
    sheet: str,
    log: FindingLog,
    figures: pd.DataFrame | None,
) -> tuple[pd.Series, pd.Series]:
    headers = {slot.name: slot.header for slot in mapping.of_role("area")}
    # A heading of a section stands in the column of its villages.
    for role in ("kecamatan", "senama"):
        headers.setdefault(role, headers.get("desa") or headers.get("wilayah") or "")
    taken = [_usable(reading, log) for reading in readings]
    rejecting = np.array(
        [bool(r.problem) and not code for r, code in zip(readings, taken, strict=True)], dtype=bool
    )
    noted = np.array([bool(reading.problem) for reading in readings], dtype=bool)
    together = (
        _note_without_cells(readings, positions, texts.index, headers, names, sheet, log)
        if log.hides_cells
        else ()
    )
    for row in np.flatnonzero(noted[positions]).tolist():
        reading = readings[positions[row]]
        if reading.problem in together:
            continue
        place = Place(sheet, headers.get(reading.role, ""))
        log.add(
            reading.problem or "", Severity.ERROR, sheet=place.sheet, row=int(texts.index[row]),
            column=place.column or None, value=reading.text,
            proposal=names.label(reading.proposal) if reading.proposal else None, other=reading.other,
            within=reading.within, amount="" if figures is None else written_amount(figures.iloc[row]),
        )  # fmt: skip
    codes = _by_row(taken, positions, texts.index)
    return codes, pd.Series(rejecting[positions], index=texts.index)


def _note_without_cells(
    readings: list[AreaReading],
    positions: np.ndarray,
    rows: pd.Index,
    headers: dict[str, str],
    names: AreaNames,
    sheet: str,
    log: FindingLog,
) -> tuple[str, ...]:
    """Where no cell may be shown, the rows of no known place together: how many, which, and our words for them.

    Returns the problems that are told so.
    """
    alike: dict[tuple[str, str, str], dict[int, str]] = {}
    for place, number in enumerate(positions):
        one = readings[number]
        if one.problem in _OF_NO_PART:
            key = (one.problem, one.role, one.proposal or "")
            alike.setdefault(key, {})[int(rows[place])] = one.text
    for (problem, role, proposal), texts in alike.items():
        log.add(
            problem, Severity.ERROR, sheet=sheet, column=headers.get(role) or None,
            value=" / ".join(dict.fromkeys(texts.values())), proposal=names.label(proposal) if proposal else None,
            other="", within="", amount=_listed_rows(list(texts)),
        )  # fmt: skip
        if problem not in log.accepted or not proposal:
            log.leave_out(problem, sheet, texts)
    return _OF_NO_PART


def _listed_rows(rows: list[int]) -> Text:
    listed = ", ".join(map(str, rows[:_LISTED])) + (", …" if len(rows) > _LISTED else "")
    return Text(id=f"{len(rows)} baris: {listed}", en=f"{len(rows)} rows: {listed}")


def written_amount(cells: pd.Series) -> str:
    """The figures of a row as they are written: "33", of several "33; 1.200"."""
    return "; ".join(filter(None, map(str, cells)))


def _usable(reading: AreaReading, log: FindingLog) -> str:
    if reading.problem and reading.problem in log.accepted:
        if reading.proposal:
            log.confirm(alias_of(reading.problem, reading.text, reading.within, reading.proposal))
        return reading.proposal or ""
    return "" if reading.problem else reading.code or ""
