"""Budget lines that stop counting because a newer version of the same budget does not repeat them.

Owns the comparison of the lines that count before a change with those that count after it. The newest version of a
source, in a year and an area, replaces that whole budget (see `jamsos_data.metrics.budgets`); the lines of the older
version stay in the table and are shown there, but no figure counts them any more. Lines of the example data are
invented and are never missed.
"""

import polars as pl

from jamsos_data.datasets import Dataset
from jamsos_data.lake.schema import ASAL, EXAMPLE
from jamsos_data.losses import AMOUNT, LostCell, cell_texts
from jamsos_data.reference import Reference

_BUDGET = ["tahun", "kode_wilayah", "sumber_dana"]
_LINE = [*_BUDGET, "segmen"]
_AGE = "_age"


def find_superseded(
    table: pl.LazyFrame, rows: pl.DataFrame, staying: pl.LazyFrame, *, declared: Dataset, reference: Reference
) -> tuple[LostCell, ...]:
    """The lines with a pagu that count in `table` and in no version once `rows` stand beside `staying`.

    Empty for other data than budgets. What the upload replaces in its own version is no part of it: that is a loss,
    see `jamsos_data.losses`. All frames are in stored types; each line is named by year, source, area, segment and
    the version that it is in.
    """
    if declared.name != "anggaran":
        return ()
    touched = rows.select(_BUDGET).unique()
    before = table.join(touched.lazy(), on=_BUDGET, how="semi").collect()
    after = pl.concat([staying.join(touched.lazy(), on=_BUDGET, how="semi").collect(), rows])
    still = _counting(after, reference)
    gone = (
        _counting(before, reference)
        .filter((pl.col(ASAL) != EXAMPLE) & (pl.col("pagu") > 0))
        .join(still, on=_LINE, how="anti")
        .join(staying.collect(), on=[*_LINE, "versi"], how="semi")
    )
    gone = gone.filter(~_is_contained(gone, still, reference))
    names = ["tahun", "versi", "sumber_dana", "kode_wilayah", "segmen"]
    lost = gone.group_by(names).agg(pl.col("pagu").sum().alias(AMOUNT)).sort(names)
    return tuple(
        LostCell(cell=cell_texts(row, names, declared), value=row[AMOUNT]) for row in lost.rows(named=True)
    )


def _is_contained(gone: pl.DataFrame, still: pl.DataFrame, reference: Reference) -> pl.Series:
    """Lines that the newer version states for a wider segment: BPD in the new line for all BPU."""
    stated = set(still.select(_LINE).iter_rows())
    tree = reference.segmen_tree
    return pl.Series(
        [
            any((*budget, wider) in stated for wider in tree.ancestors(segmen))
            for *budget, segmen in gone.select(_LINE).iter_rows()
        ],
        dtype=pl.Boolean,
    )


def _counting(lines: pl.DataFrame, reference: Reference) -> pl.DataFrame:
    """The lines of the newest version of each budget."""
    ages = {version: age for age, version in enumerate(reference.codes("versi_anggaran"))}
    aged = lines.with_columns(
        pl.col("versi").replace_strict(ages, default=-1, return_dtype=pl.Int64).alias(_AGE)
    )
    return aged.filter(pl.col(_AGE) == pl.col(_AGE).max().over(_BUDGET)).drop(_AGE)
