"""People by the month that their protection ends with, each once, where a total and its parts end differently.

A file that says "BPU 100, paid to December" beside "RENTAN 30, paid to October" speaks of 100 people: 30 until October
and 70 until December. The finer row knows its people better, so its end counts for them; the coarser row keeps
the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from jamsos_data.metrics.disjoint import Nodes, nested_nodes
from jamsos_data.reference.code_tree import CodeTree

Counts = np.ndarray[Any, np.dtype[np.int64]]


def subtract_children_by_end(
    rows: pd.DataFrame, *, cell: Sequence[str], trees: Mapping[str, CodeTree], end: str, value: str
) -> pd.DataFrame:
    """`value` (people) per `cell`, node of `trees` and `end` (a month, NaT = not stated), disjoint over all of them.

    Over all ends a node has as many people as :func:`subtract_children` leaves it without them: it is reduced by the
    nodes inside it, whatever their end. Which of its rows lose them, in this order: those with the same end; those
    whose end is not stated; then the others, the latest end first, so that what ends early is rather shown than missed.
    Columns out: cell, the tree columns, end, value (int64, above 0).
    """
    nodes = list(trees)
    summed = rows.groupby([*cell, *nodes, end], dropna=False, as_index=False)[[value]].sum()
    contained = nested_nodes(sorted(set(summed[nodes].itertuples(index=False, name=None))), trees)
    involved = sorted(set(contained).union(*contained.values()))
    keys = summed.set_index(nodes).index
    nested = summed[keys.isin(involved)]
    cells = nested[list(cell)].drop_duplicates(ignore_index=True)
    ends = _in_order_of_taking(nested[end])
    people = _counts_by_node(nested, cells=cells, nodes=nodes, ends=(end, ends), value=value)
    for node, inner in contained.items():
        people[node] = _without(people[node], np.sum([people[part] for part in inner], axis=0))
    parts = [
        _rows_of(node, people[node], cells=cells, nodes=nodes, ends=(end, ends), value=value)
        for node in involved
    ]
    found = pd.concat([summed[~keys.isin(involved)], *parts], ignore_index=True)
    return found[found[value] > 0].astype(dict(summed.dtypes))


def _in_order_of_taking(ends: pd.Series) -> pd.Series:
    """The distinct ends: not stated first, then the latest."""
    return ends.drop_duplicates().sort_values(ascending=False, na_position="first", ignore_index=True)


def _without(rows: Counts, inner: Counts) -> Counts:
    """`rows` (cells × ends in the order of taking) without the people of `inner`, never below 0."""
    same = np.minimum(rows, inner)
    left = rows - same
    missing = (inner - same).sum(axis=1, keepdims=True)
    offered_before = left.cumsum(axis=1) - left
    return left - np.clip(missing - offered_before, 0, left)


def _counts_by_node(
    rows: pd.DataFrame,
    *,
    cells: pd.DataFrame,
    nodes: Sequence[str],
    ends: tuple[str, pd.Series],
    value: str,
) -> dict[Nodes, Counts]:
    """For each node its people, cells × ends."""
    name, months = ends
    numbered = rows.merge(cells.assign(baris=cells.index), on=list(cells.columns))
    column = pd.Index(months).get_indexer(pd.Index(numbered[name]))
    found: dict[Nodes, Counts] = {}
    for places in numbered.groupby(list(nodes)).indices.values():
        counts = np.zeros((len(cells), len(months)), dtype=np.int64)
        counts[numbered["baris"].to_numpy()[places], column[places]] = numbered[value].to_numpy()[places]
        found[tuple(numbered.iloc[places[0]][list(nodes)])] = counts
    return found


def _rows_of(
    node: Nodes,
    counts: Counts,
    *,
    cells: pd.DataFrame,
    nodes: Sequence[str],
    ends: tuple[str, pd.Series],
    value: str,
) -> pd.DataFrame:
    row, column = np.nonzero(counts)
    name, months = ends
    return (
        cells.iloc[row]
        .reset_index(drop=True)
        .assign(
            **dict(zip(nodes, node, strict=True)),
            **{name: months.iloc[column].reset_index(drop=True), value: counts[row, column]},
        )
    )
