"""Never add a parent and its child.

Segments and funding sources are trees, and a row may stand at any node. Where rows of one cell (the same
month, area and programme) stand above one another, the upper row contains the lower ones: an upload that
says "BPU 9.128" beside one that says "RENTAN, DBHCHT 300" speaks of 9.128 people, not of 9.428. Here every
row is reduced to what it says beyond the rows it contains, so that any set of rows may be added.
DBHCHT inside APBD is the usual case (PMK 215/2021; Kudus reports its DBHCHT within the APBD Perubahan 2025).

Areas are not treated here: people and rupiah stated for the regency are those not mapped to a sub-district.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

import narwhals as nw

from jamsos_data.metrics.frames import add_up, collect
from jamsos_data.reference.code_tree import CodeTree

_PAIR = "_nodes"
_SEPARATOR = "|"

Nodes = tuple[str, ...]


def subtract_children(
    frame: nw.LazyFrame, *, cell: Sequence[str], trees: Mapping[str, CodeTree], value: str
) -> nw.LazyFrame:
    """Sum `value` per `cell` and node, each node reduced by the nodes it contains in the same cell.

    `trees` maps columns (segmen, sumber_dana) to their trees. One row contains another when each of its
    nodes is the other's node or above it. A remainder is never negative: where the children say more than
    their parent, the children are believed (intake has reported it). Rows of a node that is absent stay
    absent; a node that says 0 stays with 0. Columns out: cell, the tree columns, value (int64).
    """
    columns = list(trees)
    summed = add_up(frame, value, by=[*cell, *columns])
    present = collect(summed.select(columns).unique(), sort_by=columns)
    contained = nested_nodes([tuple(row) for row in present.itertuples(index=False)], trees)
    if not contained:
        return summed
    involved = sorted(set(contained).union(*contained.values()))
    named = summed.with_columns(_name_of_nodes(columns).alias(_PAIR))
    keys = [_SEPARATOR.join(nodes) for nodes in involved]
    alone = named.filter(~nw.col(_PAIR).is_in(keys)).select(*cell, *columns, value)
    wide = _remainders(_one_column_each(named, cell=cell, nodes=involved, value=value), contained)
    parts = [_long_again(wide, cell=cell, columns=columns, nodes=nodes, value=value) for nodes in involved]
    return nw.concat([alone, *parts], how="vertical")


def nested_nodes(nodes: Sequence[Nodes], trees: Mapping[str, CodeTree]) -> dict[Nodes, list[Nodes]]:
    """For each of `nodes` that contains others of them: which ones. Innermost containers come first."""
    upwards = [{code: {code, *tree.ancestors(code)} for code in tree.codes} for tree in trees.values()]

    def contains(outer: Nodes, inner: Nodes) -> bool:
        steps = zip(upwards, outer, inner, strict=True)
        return outer != inner and all(upper in lines[lower] for lines, upper, lower in steps)

    found = {outer: [inner for inner in nodes if contains(outer, inner)] for outer in nodes}
    return dict(sorted(((k, v) for k, v in found.items() if v), key=lambda item: (len(item[1]), item[0])))


def _name_of_nodes(columns: Sequence[str]) -> nw.Expr:
    return nw.concat_str([nw.col(column) for column in columns], separator=_SEPARATOR)


def _one_column_each(
    named: nw.LazyFrame, *, cell: Sequence[str], nodes: Sequence[Nodes], value: str
) -> nw.LazyFrame:
    """One row per cell; per node its sum and the number of rows behind it (0 = the node is absent)."""
    zero = nw.lit(0).cast(nw.Int64)
    one = nw.lit(1).cast(nw.Int64)
    chosen = named.filter(nw.col(_PAIR).is_in([_SEPARATOR.join(node) for node in nodes]))
    columns = []
    for node in nodes:
        here = nw.col(_PAIR) == _SEPARATOR.join(node)
        columns.append(nw.when(here).then(nw.col(value)).otherwise(zero).alias(_sum_of(node)))
        columns.append(nw.when(here).then(one).otherwise(zero).alias(_count_of(node)))
    return add_up(
        chosen.with_columns(columns),
        *(name for node in nodes for name in (_sum_of(node), _count_of(node))),
        by=cell,
    )


def _remainders(wide: nw.LazyFrame, contained: Mapping[Nodes, Sequence[Nodes]]) -> nw.LazyFrame:
    """Reduce containers from the innermost outwards, each by what is left of the nodes inside it."""
    for node, inner in contained.items():
        covered = reduce(lambda total, part: total + part, (nw.col(_sum_of(part)) for part in inner))
        left = nw.col(_sum_of(node)) - covered
        wide = wide.with_columns(left.clip(lower_bound=0).cast(nw.Int64).alias(_sum_of(node)))
    return wide


def _long_again(
    wide: nw.LazyFrame, *, cell: Sequence[str], columns: Sequence[str], nodes: Nodes, value: str
) -> nw.LazyFrame:
    labels = [nw.lit(code).alias(column) for column, code in zip(columns, nodes, strict=True)]
    present = wide.filter(nw.col(_count_of(nodes)) > 0)
    return present.select(*cell, *labels, nw.col(_sum_of(nodes)).alias(value))


def _sum_of(nodes: Nodes) -> str:
    return "sum " + _SEPARATOR.join(nodes)


def _count_of(nodes: Nodes) -> str:
    return "rows " + _SEPARATOR.join(nodes)
