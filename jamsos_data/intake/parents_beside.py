"""Segments or payers beside the wider one that holds them already: what is added up takes each of its people once."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.intake.lexicon import WIDE_TABLES
from jamsos_data.intake.locate.totals import TotalRow
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.names import normalise
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree


def uppermost_rows(rows: pd.DataFrame, data: Dataset, reference: Reference) -> pd.DataFrame:
    """Canonical rows without those that a wider segment or payer beside them exactly sums, all other keys alike."""
    for column, tree in _trees(reference).items():
        if column in data.key and column in rows and data.value_column in rows:
            others = rows[[name for name in data.key if name != column and name in rows]]
            if (held := _held(rows[column], others, tree)).any():
                rows = rows[~(held & _summed(rows[column], others, rows[data.value_column], tree))]
    return rows


def _summed(codes: pd.Series, others: pd.DataFrame, values: pd.Series, tree: CodeTree) -> pd.Series:
    """Which rows belong to a nearest ancestor beside them whose value is just the sum of such rows."""
    cells = others.groupby(list(others.columns), sort=False, dropna=False).ngroup()
    own = pd.DataFrame({"code": codes, "cell": cells, "value": values})
    figures = own.groupby(["code", "cell"])["value"].sum().to_dict()
    own["above"] = [
        next((one for one in tree.ancestors(code) if (one, cell) in figures), "") if code in tree else ""
        for code, cell in zip(codes, cells, strict=True)
    ]
    parts = own.groupby(["above", "cell"])["value"].sum().to_dict()
    exact = [figures.get(key) == parts[key] for key in zip(own["above"], cells, strict=True)]
    return pd.Series(exact, index=codes.index, dtype="bool")


def settle_by_parents(
    found: tuple[TotalRow, ...],
    numbers: pd.DataFrame,
    data: pd.DataFrame,
    areas: pd.Series,
    context: SheetContext,
) -> tuple[TotalRow, ...]:
    """The printed sums, those that miss their rows but equal the widest segments or payers alone held against these.

    `numbers` are the rows that count, `data` the cells as read and `areas` their codes, all by row number.
    """
    if all(total.agrees for total in found):
        return found
    slots = context.mapping.of_role("column", "month", "year")
    for name, tree in _trees(context.lexicon.reference).items():
        slot = next((slot for slot in slots if slot.name == name), None)
        if slot is not None:
            known = context.lexicon.codes[WIDE_TABLES[name]]
            codes = data.loc[numbers.index, slot.position].map(
                lambda text, known=known: known.get(normalise(text), "")
            )
            others = data.loc[numbers.index, [other.position for other in slots if other != slot]]
            held = _held(codes, others.assign(area=areas.loc[numbers.index].astype("str")), tree)
            found = tuple(total if total.agrees else _settle(total, numbers[~held]) for total in found)
    return found


def _trees(reference: Reference) -> dict[str, CodeTree]:
    return {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}


def _held(codes: pd.Series, others: pd.DataFrame, tree: CodeTree) -> pd.Series:
    """Which rows stand beside one of an ancestor of their code where all `others` are the same."""
    present = {code for code in codes.unique() if code in tree}
    within = {code: present & set(tree.ancestors(code)) for code in present}
    if not any(within.values()):
        return pd.Series(False, index=codes.index)
    cells = (
        others.groupby(list(others.columns), sort=False, dropna=False).ngroup() if len(others.columns) else 0
    )
    pairs = pd.DataFrame({"code": codes, "cell": cells})
    there = set(pairs.itertuples(index=False, name=None))
    held = [
        any((parent, cell) in there for parent in within.get(code, ()))
        for code, cell in pairs.itertuples(index=False, name=None)
    ]
    return pd.Series(held, index=codes.index, dtype="bool")


def _settle(total: TotalRow, numbers: pd.DataFrame) -> TotalRow:
    over = numbers.index.intersection(list(total.over))
    summed = tuple(int(value) for value in numbers.loc[over].fillna(0).sum())
    settled = replace(total, summed=summed, over=frozenset(map(int, over)))
    return settled if settled.agrees else total
