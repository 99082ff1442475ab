"""Rules of the field that single cells cannot show: payers, packages, levels, parents beside children."""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.paid_amounts import note_unlikely_payments
from jamsos_data.intake.shown import show_list
from jamsos_data.metrics.questions import CONSTRUCTION
from jamsos_data.reference.code_tree import CodeTree

# One person's contribution of one month is thousands of rupiah; 100 to 999 % are 1 to 9,99 in a workbook.
LEAST_MONEY = 10
_LISTED = 8


def check_rules(long: pd.DataFrame, data: Dataset, context: CheckContext) -> pd.Series:
    """Which rows break a rule that keeps them out; all breaches are logged."""
    reference = context.reference
    bad = pd.Series(False, index=long.index)
    if {"sumber_dana", "kode_wilayah"} <= set(long.columns):
        bad |= _village_budget(long, data, context)
    if {"segmen", "kode_wilayah"} <= set(long.columns):
        bad |= _construction(long, data, context)
    if {"segmen", "program"} <= set(long.columns):
        _single_programme(long, data, context)
        if data.name == "kepesertaan":
            _programmes_apart(long, data, context)
    for column, tree in (("segmen", reference.segmen_tree), ("sumber_dana", reference.sumber_tree)):
        if data.value_column in _added(data) and column in data.key and column in long:
            _parent_and_child(long[~bad], data, column, tree, context)
    if data.name == "umkm":
        _more_registered_than_known(long, data, context)
    _hardly_money(long, data, context)
    note_unlikely_payments(long, data, context)
    if "lunas_sampai" in long and "periode" in long:
        bad |= _paid_before(long, data, context)
    return bad


def _added(data: Dataset) -> set[str]:
    """Value columns that somebody would add up; targets of a parent and its child stand beside each other."""
    return {column.name for column in data.columns_of(ColumnKind.COUNT, ColumnKind.RUPIAH)}


def _hardly_money(long: pd.DataFrame, data: Dataset, context: CheckContext) -> None:
    """Amounts of a few rupiah: a percentage (100 % is 1 in a workbook), or millions that nothing calls so."""
    for column in data.columns_of(ColumnKind.RUPIAH):
        if column.name in long:
            small = long[long[column.name].abs().between(1, LEAST_MONEY, inclusive="left").fillna(False)]
            for sheet, rows in small.groupby("_sheet", sort=False):
                context.log.add(
                    "RUPIAH_TERLALU_KECIL", Severity.WARNING, sheet=str(sheet), n=len(rows),
                    column=context.header(str(sheet), column), least=LEAST_MONEY,
                    rows=", ".join(map(str, sorted({*rows["_row"].astype(int)})[:_LISTED])),
                )  # fmt: skip


def _village_budget(long: pd.DataFrame, data: Dataset, context: CheckContext) -> pd.Series:
    """An urban ward (kelurahan) has no APBDes; Dana Desa needs a second look."""
    reference, source, area = context.reference, data.column("sumber_dana"), data.column("kode_wilayah")
    family = set(reference.sumber_tree.descendants("APBDES")) if "APBDES" in reference.sumber_tree else set()
    wards = {code for code in reference.all_desa if reference.is_kelurahan(code)}
    ward = long["kode_wilayah"].isin(wards) & long["sumber_dana"].isin(family)
    context.note_rows(long[ward], source, "KELURAHAN_TANPA_APBDES", Severity.ERROR, area)
    doubtful = long["sumber_dana"].isin(["DANA_DESA"]) & ~ward
    context.note_rows(long[doubtful], source, "DANA_DESA", Severity.WARNING, area)
    return ward


def _construction(long: pd.DataFrame, data: Dataset, context: CheckContext) -> pd.Series:
    """Construction workers are insured by project: a figure below the regency is a spread, not a count."""
    below = (long["segmen"] == CONSTRUCTION) & (long["kode_wilayah"] != context.reference.kabupaten)
    context.note_rows(long[below], data.column("kode_wilayah"), "JAKON_DI_BAWAH_KABUPATEN", Severity.ERROR)
    return below


def without_empty_construction(long: pd.DataFrame, data: Dataset, context: CheckContext) -> pd.DataFrame:
    """The rows without those of construction workers below the regency that count nothing: a column for all segments
    has to hold something there. What could not be read (`_bad`) is not nothing.
    """
    measures = [name for name in _added(data) if name in long and name != "bulan_dibayar"]
    if not measures or not {"segmen", "kode_wilayah"} <= set(long.columns):
        return long
    construction = long[(long["segmen"] == CONSTRUCTION) & ~long["_bad"].astype(bool)]
    below = construction["kode_wilayah"].str.startswith(f"{context.reference.kabupaten}.")
    nothing = construction.index[below & (construction[measures].fillna(0) == 0).all(axis=1)]
    if nothing.empty:
        return long
    context.log.add("JAKON_NOL_DILEWATI", Severity.INFO, n=len(nothing))
    return long.drop(index=nothing).reset_index(drop=True)


def _single_programme(long: pd.DataFrame, data: Dataset, context: CheckContext) -> None:
    """Owners of micro enterprises must take at least JKK and JKM for their workers."""
    single = (long["segmen"] == "UMKM") & long["program"].isin(["JKK", "JKM"])
    context.note_rows(long[single], data.column("program"), "UMKM_SATU_PROGRAM", Severity.WARNING)


def _programmes_apart(long: pd.DataFrame, data: Dataset, context: CheckContext) -> None:
    """JKK beside JKM in one cell of the other keys: lists by programme hold the same people, packages do not."""
    present = set(long["program"].unique())
    if len(present) < 2 or all("+" in one for one in present):
        return
    keys = [name for name in data.key if name in long and name != "program"]
    people = long[long["peserta_aktif"].fillna(0) > 0]
    people = people[people.duplicated(keys, keep=False)]
    together = people.groupby(keys, sort=False, dropna=False)["program"].agg(
        lambda programs: frozenset(programs)
    )
    apart = {
        programs for programs in together if len(programs) > 1 and any("+" not in one for one in programs)
    }
    if apart:
        declared = data.column("program")
        context.log.add(
            "PROGRAM_TERPISAH", Severity.WARNING, column=context.header(str(long["_sheet"].iloc[0]), declared),
            n=int(sum(programs in apart for programs in together)),
            programs=show_list(context.show(one, declared) for one in sorted(frozenset().union(*apart))),
        )  # fmt: skip


def _parent_and_child(
    long: pd.DataFrame, data: Dataset, column: str, tree: CodeTree, context: CheckContext
) -> None:
    """A parent beside its child in one cell of the other keys: metrics take the parent to contain the child."""
    present = set(long[column].unique())
    parents = {code for code in present if code in tree and present & (set(tree.descendants(code)) - {code})}
    if not parents:
        return
    keys = [name for name in data.key if name in long and name != column]
    beside = long[long.duplicated(keys, keep=False)]
    codes = beside.groupby(keys, sort=False, dropna=False)[column].agg(lambda column: frozenset(column))
    found: dict[str, set[str]] = {}
    for together in set(codes):
        for parent in parents & together:
            children = together & (set(tree.descendants(parent)) - {parent})
            if children:
                found.setdefault(parent, set()).update(children)
    declared, sheet = data.column(column), str(long["_sheet"].iloc[0])
    for parent, children in sorted(found.items()):
        shown = context.show(parent, declared)
        context.log.add(
            "INDUK_DAN_ANAK", Severity.WARNING, column=context.header(sheet, declared), value=parent, shown=shown,
            children=show_list(context.show(child, declared) for child in sorted(children)),
        )  # fmt: skip


def _more_registered_than_known(long: pd.DataFrame, data: Dataset, context: CheckContext) -> None:
    if {"usaha_terdata", "usaha_terdaftar"} <= set(long.columns):
        more = (long["usaha_terdaftar"] > long["usaha_terdata"]).fillna(False).astype(bool)
        context.note_rows(
            long[more], data.column("usaha_terdaftar"), "TERDAFTAR_MELEBIHI_TERDATA", Severity.WARNING
        )


def _paid_before(long: pd.DataFrame, data: Dataset, context: CheckContext) -> pd.Series:
    until, month = pd.to_datetime(long["lunas_sampai"]), pd.to_datetime(long["periode"])
    before = (until < month).fillna(False).astype(bool)
    context.note_rows(long[before], data.column("lunas_sampai"), "LUNAS_SEBELUM_PERIODE", Severity.ERROR)
    return before
