"""Where an upload and rows that stay beside it may speak of the same people or rupiah twice.

Owns the search for such pairs across uploads; inside one upload, intake reports them. A row contains another of the
same period when it stands at a segment or funding source above the other's, at the same area or one around it:
"BPU 9.128" for the regency very probably counts the 300 RENTAN of a village already. Where rows have neither, as of
enterprises, the area alone tells. Nothing is subtracted here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import polars as pl

from jamsos_data.datasets import Dataset
from jamsos_data.lake.schema import ASAL, EXAMPLE
from jamsos_data.losses import AMOUNT, cell_columns, cell_texts
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree

# The data sets whose rows are added up over areas; of `potensi` only the uppermost rows ever count.
_ADDED_UP = ("kepesertaan", "iuran", "anggaran", "umkm")
_AREA = "kode_wilayah"
_NODE = ["segmen", "sumber_dana"]
_INNER = "_inner"

Side: TypeAlias = Literal["outer", "inner"]


@dataclass(frozen=True, kw_only=True)
class Holding:
    """Rows of one segment and funding source ("": the data set has none): their areas and what they add up to."""

    areas: tuple[str, ...]
    segmen: str
    sumber_dana: str
    value: int


@dataclass(frozen=True, kw_only=True)
class Contained:
    """`outer` (one area) may contain `inner` already. `cell` says when; `stored` is the side that is in the lake."""

    cell: Mapping[str, str]
    outer: Holding
    inner: Holding
    stored: Side


def find_contained(
    rows: pl.DataFrame, staying: pl.LazyFrame, *, declared: Dataset, amount: pl.Expr, reference: Reference
) -> tuple[Contained, ...]:
    """The pairs of an upload's `rows` and the rows `staying` in the table, one containing the other.

    Both in stored types; empty for data sets that are not added up. Example rows are left out: they leave as a
    whole, and are told of otherwise.
    """
    if declared.name not in _ADDED_UP:
        return ()
    when = [name for name in cell_columns(declared) if name not in _NODE]
    by = [*when, _AREA, *_NODE]
    nowhere = [pl.lit("").alias(name) for name in _NODE if name not in declared.names]
    rows, staying = rows.with_columns(nowhere), staying.with_columns(nowhere)
    real = staying.filter(pl.col(ASAL) != EXAMPLE).join(
        rows.lazy().select(when).unique(), on=when, how="semi"
    )
    stored = real.group_by(by).agg(amount.alias(AMOUNT)).collect()
    uploaded = rows.group_by(by).agg(amount.alias(AMOUNT))
    above = _pairs(stored, uploaded, when=when, reference=reference).rows(named=True)
    below = _pairs(uploaded, stored, when=when, reference=reference).rows(named=True)
    return (
        *(_contained(pair, when=when, declared=declared, stored="outer") for pair in above),
        *(_contained(pair, when=when, declared=declared, stored="inner") for pair in below),
    )


def _pairs(
    outer: pl.DataFrame, inner: pl.DataFrame, *, when: list[str], reference: Reference
) -> pl.DataFrame:
    """One row per outer row and inner node: what they add up to, and the inner areas."""
    nodes = _nested_nodes(outer, inner, reference)
    lines = [(area, around) for area in inner[_AREA].unique() for around in _areas_around(area)]
    around = pl.DataFrame(lines, schema={_AREA: pl.String, "_around": pl.String}, orient="row")
    below = inner.rename({name: name + _INNER for name in [*_NODE, AMOUNT]}).join(around, on=_AREA)
    below = below.rename({_AREA: _AREA + _INNER, "_around": _AREA})
    apart = pl.col(_AREA).ne(pl.col(_AREA + _INNER)) | pl.any_horizontal(pl.col(_NODE).ne(""))
    met = outer.join(nodes, on=_NODE).join(below, on=[*when, _AREA, *(name + _INNER for name in _NODE)])
    return (
        met.filter(apart)
        .group_by([*when, _AREA, *_NODE, AMOUNT, *(name + _INNER for name in _NODE)])
        .agg(pl.col(_AREA + _INNER).unique().sort(), pl.col(AMOUNT + _INNER).sum())
        .sort([*when, _AREA, *_NODE, *(name + _INNER for name in _NODE)])
    )


def _nested_nodes(outer: pl.DataFrame, inner: pl.DataFrame, reference: Reference) -> pl.DataFrame:
    """The pairs of nodes of which the upper may contain the lower."""
    uppers, lowers = (frame.select(_NODE).unique().rows() for frame in (outer, inner))
    pairs = [
        (*upper, *lower) for upper in uppers for lower in lowers if _may_contain(upper, lower, reference)
    ]
    names = [*_NODE, *(name + _INNER for name in _NODE)]
    return pl.DataFrame(pairs, schema=dict.fromkeys(names, pl.String), orient="row")


def _may_contain(upper: tuple[str, ...], lower: tuple[str, ...], reference: Reference) -> bool:
    """Whether a segment lies above the other and the payers may be the same, or a payer above the other's.

    Where there are neither, it is a question of the areas.
    """
    if not any((*upper, *lower)):
        return True
    segmen, sumber = reference.segmen_tree, reference.sumber_tree
    if _is_above(segmen, upper[0], lower[0]):
        same = upper[1] == lower[1]
        return same or _is_above(sumber, upper[1], lower[1]) or _is_above(sumber, lower[1], upper[1])
    return upper[0] == lower[0] and _is_above(sumber, upper[1], lower[1])


def _is_above(tree: CodeTree, upper: str, lower: str) -> bool:
    return lower in tree and upper in tree.ancestors(lower)


def _areas_around(code: str) -> list[str]:
    """The area itself and those around it, up to the regency: 33.19.04.2003, 33.19.04, 33.19."""
    parts = code.split(".")
    return [".".join(parts[:length]) for length in range(len(parts), 1, -1)]


def _contained(pair: Mapping[str, Any], *, when: list[str], declared: Dataset, stored: Side) -> Contained:
    return Contained(
        cell=cell_texts(pair, when, declared),
        outer=_holding(pair, areas=[pair[_AREA]], suffix=""),
        inner=_holding(pair, areas=pair[_AREA + _INNER], suffix=_INNER),
        stored=stored,
    )


def _holding(pair: Mapping[str, Any], *, areas: list[str], suffix: str) -> Holding:
    return Holding(
        areas=tuple(areas),
        segmen=pair["segmen" + suffix],
        sumber_dana=pair["sumber_dana" + suffix],
        value=pair[AMOUNT + suffix],
    )
