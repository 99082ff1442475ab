"""Rules of the thresholds: known codes in their own units, whole months, grades in their order; the others stay."""

from __future__ import annotations

import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.numbers import Form, take_apart
from jamsos_data.intake.names import normalise
from jamsos_data.intake.reference_tables.draft import Draft
from jamsos_data.intake.reference_tables.hierarchies import require_once
from jamsos_data.intake.reference_tables.ranges import ask_about_fractions, range_of_threshold, reject_outside
from jamsos_data.intake.report import Refusal

_GRADES = ("MUTU_A", "MUTU_B", "MUTU_C")
_MOST_POINTS = 100
_IN_MONTHS = "bulan"


def check_thresholds(draft: Draft) -> None:
    """The rules of `ambang`. Raises Refusal when grades or months are no longer in their order."""
    standing = draft.reference.table(draft.data.name).set_index("kode")
    unknown = ~draft.good["kode"].isin(standing.index)
    draft.reject(draft.good.index[unknown], "ACUAN_AMBANG_ASING", "kode")
    require_once(draft, ["kode"])
    _check_units(draft, standing["satuan"])
    _check_values(draft, standing["satuan"])
    _take_over_others(draft, standing)
    _require_order(draft.good.set_index("kode")["nilai"].astype(float))


def _require_order(values: pd.Series) -> None:
    """Grades fall from A to C, and what is urgent is among what is told."""
    grades = [values[grade] for grade in _GRADES]
    if not _MOST_POINTS >= grades[0] > grades[1] > grades[2]:
        raise Refusal("ACUAN_MUTU_URUTAN", found=", ".join(f"{grade:g}" for grade in grades))
    urgent, told = values["BULAN_MENDESAK"], values["BULAN_KE_DEPAN"]
    if urgent > told:
        raise Refusal("ACUAN_BULAN_URUTAN", urgent=f"{urgent:g}", told=f"{told:g}")


def _check_units(draft: Draft, units: pd.Series) -> None:
    """A row that gives its number another unit is not taken; name and unit are those of the rule."""
    for row, code, unit in zip(draft.good.index, draft.good["kode"], draft.good["satuan"], strict=True):
        own = str(units[code])
        if unit and normalise(unit) != normalise(own):
            draft.reject([int(row)], "ACUAN_AMBANG_SATUAN", "satuan", unit=own)


def _check_values(draft: Draft, units: pd.Series) -> None:
    good = draft.good
    draft.reject(good.index[good["nilai"] < 0], "ACUAN_NILAI_NEGATIF", "nilai")
    ranges = draft.good["kode"].map(units).map(range_of_threshold)
    _reject_two_readings(draft, ranges)
    reject_outside(draft, ranges)
    ask_about_fractions(draft, ranges)
    good = draft.good
    months = good["kode"].map(units).str.startswith(_IN_MONTHS)
    draft.reject(good.index[months & (good["nilai"] % 1 != 0)], "ACUAN_BULAN_TIDAK_UTUH", "nilai")


def _reject_two_readings(draft: Draft, ranges: pd.Series) -> None:
    """One or a thousand ("1.000"): not taken where both could stand, or where nobody would write the decimals."""
    for row in draft.good.index:
        number = take_apart(str(draft.texts.at[row, "nilai"]))
        whole = number.fraction == number.fraction.to_integral_value()
        if number.form is Form.TRIPLE and (whole or ranges[row].holds(float(number.value))):
            fraction = f"{number.fraction.normalize():f}"
            draft.reject(
                [int(row)], "ACUAN_ANGKA_DUA_ARTI", "nilai",
                whole=int(number.value), fraction=Text(fraction.replace(".", ","), fraction),
            )  # fmt: skip


def _take_over_others(draft: Draft, standing: pd.DataFrame) -> None:
    """Thresholds that the file does not name, or whose row is not taken, stay; names, units and order always do."""
    others = standing.loc[~standing.index.isin(draft.good["kode"])].reset_index()
    if len(others):
        draft.take_over(others.assign(nilai=others["nilai"].astype(float)))
        draft.log.add("ACUAN_AMBANG_TETAP", Severity.INFO, sheet=draft.sheet, n=len(others))
    for column in ("nama", "satuan"):
        draft.rows[column] = draft.rows["kode"].map(standing[column]).fillna("")
    order = {code: place for place, code in enumerate(standing.index)}
    draft.arrange(draft.rows["kode"].map(order).fillna(len(order)))
