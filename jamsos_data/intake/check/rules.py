"""Rules of the field that single cells cannot show: payers, packages, levels, parents beside children."""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.report import FindingLog
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree


def check_rules(long: pd.DataFrame, data: Dataset, reference: Reference, log: FindingLog) -> pd.Series:
    """Which rows break a rule that keeps them out; all breaches are logged."""
    bad = pd.Series(False, index=long.index)
    if {"sumber_dana", "kode_wilayah"} <= set(long.columns):
        bad |= _village_budget(long, reference, log)
    if {"segmen", "kode_wilayah"} <= set(long.columns):
        bad |= _construction(long, reference, log)
    if {"segmen", "program"} <= set(long.columns):
        _single_programme(long, log)
    for column, tree in (("segmen", reference.segmen_tree), ("sumber_dana", reference.sumber_tree)):
        if data.value_column in _added(data) and column in data.key and column in long:
            _parent_and_child(long[~bad], data, column, tree, log)
    if data.name == "umkm":
        _more_registered_than_known(long, log)
    if "lunas_sampai" in long and "periode" in long:
        bad |= _paid_before(long, log)
    return bad


def _added(data: Dataset) -> set[str]:
    """Value columns that somebody would add up; targets of a parent and its child stand beside each other."""
    return {column.name for column in data.columns_of(ColumnKind.COUNT, ColumnKind.RUPIAH)}


def _each(
    long: pd.DataFrame, which: pd.Series, code: str, severity: Severity, log: FindingLog, column: str
) -> None:
    for position in long.index[which.fillna(False)]:
        row = long.loc[position]
        log.add(
            code, severity, sheet=row["_sheet"], row=int(row["_row"]), column=column, value=str(row[column]),
            wilayah=row.get("kode_wilayah", ""),
        )  # fmt: skip


def _village_budget(long: pd.DataFrame, reference: Reference, log: FindingLog) -> pd.Series:
    """An urban ward (kelurahan) has no APBDes; Dana Desa needs a second look."""
    family = set(reference.sumber_tree.descendants("APBDES")) if "APBDES" in reference.sumber_tree else set()
    wards = {code for code in reference.all_desa if reference.is_kelurahan(code)}
    ward = long["kode_wilayah"].isin(wards) & long["sumber_dana"].isin(family)
    _each(long, ward, "KELURAHAN_TANPA_APBDES", Severity.ERROR, log, "sumber_dana")
    _each(
        long,
        long["sumber_dana"].isin(["DANA_DESA"]) & ~ward,
        "DANA_DESA",
        Severity.WARNING,
        log,
        "sumber_dana",
    )
    return ward


def _construction(long: pd.DataFrame, reference: Reference, log: FindingLog) -> pd.Series:
    """Construction workers are insured by project: a figure below the regency is a spread, not a count."""
    below = (long["segmen"] == "JAKON") & (long["kode_wilayah"] != reference.kabupaten)
    _each(long, below, "JAKON_DI_BAWAH_KABUPATEN", Severity.ERROR, log, "kode_wilayah")
    return below


def _single_programme(long: pd.DataFrame, log: FindingLog) -> None:
    """Owners of micro enterprises must take at least JKK and JKM for their workers."""
    single = (long["segmen"] == "UMKM") & long["program"].isin(["JKK", "JKM"])
    _each(long, single, "UMKM_SATU_PROGRAM", Severity.WARNING, log, "program")


def _parent_and_child(
    long: pd.DataFrame, data: Dataset, column: str, tree: CodeTree, log: FindingLog
) -> None:
    """A parent beside its child in one cell of the other keys: metrics take the parent to contain the child."""
    present = set(long[column].unique())
    parents = {code for code in present if code in tree and present & (set(tree.descendants(code)) - {code})}
    if not parents:
        return
    keys = [name for name in data.key if name in long and name != column]
    codes = long.groupby(keys, sort=False, dropna=False)[column].agg(lambda column: frozenset(column))
    found: dict[str, set[str]] = {}
    for together in set(codes):
        for parent in parents & together:
            children = together & (set(tree.descendants(parent)) - {parent})
            if children:
                found.setdefault(parent, set()).update(children)
    for parent, children in sorted(found.items()):
        log.add(
            "INDUK_DAN_ANAK",
            Severity.WARNING,
            column=column,
            value=parent,
            children=", ".join(sorted(children)),
        )


def _more_registered_than_known(long: pd.DataFrame, log: FindingLog) -> None:
    if {"usaha_terdata", "usaha_terdaftar"} <= set(long.columns):
        more = (long["usaha_terdaftar"] > long["usaha_terdata"]).fillna(False)
        _each(long, more, "TERDAFTAR_MELEBIHI_TERDATA", Severity.WARNING, log, "usaha_terdaftar")


def _paid_before(long: pd.DataFrame, log: FindingLog) -> pd.Series:
    until, month = pd.to_datetime(long["lunas_sampai"]), pd.to_datetime(long["periode"])
    before = (until < month).fillna(False)
    _each(long, before, "LUNAS_SEBELUM_PERIODE", Severity.ERROR, log, "lunas_sampai")
    return before
